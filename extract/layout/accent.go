package layout

import (
	"strings"
	"unicode/utf8"
)

// accents lists, for each accent that fonts draw as a glyph of its own, the
// letters that it stands on and what they make together: pairs of a letter
// and its accented form. Old TeX fonts (OT1) paint accent and letter apart.
var accents = []struct{ marks, pairs string }{
	{"`\u0300\u02cb", "AÀEÈIÌOÒUÙaàeèiìoòuùıìNǸnǹ"},
	{"´\u0301\u02ca", "AÁCĆEÉIÍLĹNŃOÓRŔSŚUÚYÝZŹaácćeéiílĺnńoórŕsśuúyýzźıí"},
	{"ˆ^\u0302", "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷıîȷĵ"},
	{"˜~\u0303", "AÃIĨNÑOÕUŨaãiĩnñoõuũıĩ"},
	{"¨\u0308", "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿıï"},
	{"˚°\u030a", "AÅUŮaåuů"},
	{"ˇ\u030c", "CČDĎEĚGǦLĽNŇRŘSŠTŤUǓZŽcčdďeěgǧlľnňrřsštťuǔzžaǎiǐoǒıǐ"},
	{"¸\u0327", "CÇGĢKĶLĻNŅRŖSŞTŢcçgģkķlļnņrŗsştţ"},
	{"˘\u0306", "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭıĭ"},
	{"¯ˉ\u0304", "AĀEĒIĪOŌUŪaāeēiīoōuūıī"},
	{"˙\u0307", "CĊEĖGĠIİZŻcċeėgġzż"},
	{"˝\u030b", "OŐUŰoőuű"},
	{"˛\u0328", "AĄEĘIĮUŲaąeęiįuų"},
}

// mayAccent reports whether a glyph's text may be an accent; most letters
// cannot.
func mayAccent(s string) bool {
	c := s[0]
	return c >= 0x80 && c != 0xe2 || c == '`' || c == '^' || c == '~'
}

// accentOf returns the place in accents of a glyph's text, or -1.
func accentOf(s string) int {
	if len(s) == 0 || len(s) > 3 || !mayAccent(s) {
		return -1
	}
	for i := range accents {
		if utf8.RuneCountInString(s) == 1 && strings.Contains(accents[i].marks, s) {
			return i
		}
	}
	return -1
}

// compose returns the letter with the accent on it.
func compose(accent int, letter string) (string, bool) {
	first, n := utf8.DecodeRuneInString(letter)
	rs := []rune(accents[accent].pairs)
	for i := 0; i+1 < len(rs); i += 2 {
		if rs[i] == first {
			return string(rs[i+1]) + letter[n:], true
		}
	}
	return "", false
}

// finishes reports whether a is a letter and b an accent without width over
// it, which its font calls by the name of the whole: "é" over "e".
func finishes(a, b *mark) bool {
	if b.x1-b.x0 > 0.02*b.size || b.x0 < a.x0 || b.x0 > a.x1 {
		return false
	}
	for i := range accents {
		if s, ok := compose(i, a.text); ok && s == b.text {
			return true
		}
	}
	return false
}

// withAccents composes accents that are painted over a letter of the same
// row. The marks are sorted from left to right.
func withAccents(ms []mark) []mark {
	for i := 0; i < len(ms); i++ {
		if !mayAccent(ms[i].text) {
			continue
		}
		a := accentOf(ms[i].text)
		if a < 0 {
			if i > 0 && finishes(&ms[i-1], &ms[i]) {
				ms[i-1].text = ms[i].text
				ms = append(ms[:i], ms[i+1:]...)
				i--
			}
			continue
		}
		for _, k := range [...]int{i + 1, i - 1, i + 2, i - 2} {
			if k < 0 || k >= len(ms) {
				continue
			}
			l := &ms[k]
			over := min(ms[i].x1, l.x1) - max(ms[i].x0, l.x0)
			if w := min(ms[i].x1-ms[i].x0, l.x1-l.x0); over <= 0 || over < 0.6*w {
				continue
			}
			s, ok := compose(a, l.text)
			if !ok {
				continue
			}
			l.text = s
			l.gap = l.gap || ms[i].gap && k > i
			l.y0 = min(l.y0, ms[i].y0)
			ms = append(ms[:i], ms[i+1:]...)
			i--
			break
		}
	}
	return ms
}
