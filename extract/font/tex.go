package font

import (
	"strconv"
	"strings"
)

// TeX writes its bitmap fonts as Type 3 fonts without a name, whose glyphs
// are called by their codes: a21 (pdfTeX, dvips) or 15 (dvipdfmx, in
// hexadecimal). What the codes mean then follows from the encodings that TeX
// has, and which of them it is from the codes in use.

// The characters of TeX's encodings outside of ASCII, as in the encoding
// vectors of the Latin Modern fonts; U+0000 is none.
const (
	t1Low  = "`´ˆ˜¨˝˚ˇ˘¯˙¸˛‚‹›“”„«»–—\x00\x00ıȷﬀﬁﬂﬃﬄ"
	t1High = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£" +
		"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞẞàáâãäåæçèéêëìíîïðñòóôõöœøùúûüýþß"
	ot1Low  = "ΓΔΘΛΞΠΣΥΦΨΩﬀﬁﬂﬃﬄıȷ`´ˇ˘¯˚¸ßæœøÆŒØ"
	ts1High = "˘ˇ˝\x00†‡‖‰•℃\x00\x00ƒ₡₩₦₲₱₤℞‽\x00₫™‱¶฿№\x00℮◦℠⁅⁆¢£¤¥¦§¨©ª\x00¬℗®¯°±²³´µ¶·※¹º√¼½¾€"
)

// ot1Signs are the codes among those of ASCII that OT1 has other characters
// at; its fonts of one width do not, but for the accents.
const (
	ot1Codes = "\"<>\\^_{|}~\x7f"
	ot1Signs = "”¡¿“ˆ˙–—˝˜¨"
)

// texTable is one of TeX's encodings.
type texTable [256]uint16

func (t *texTable) put(at int, s string) *texTable {
	for _, r := range s {
		t[at] = uint16(r)
		at++
	}
	return t
}

// latin begins a table with what OT1 and T1 have in common.
func latin() *texTable {
	t := new(texTable)
	for c := 0x21; c < 0x7F; c++ {
		t[c] = uint16(c)
	}
	t['\''], t['`'] = '’', '‘'
	return t
}

func t1() *texTable {
	t := latin().put(0, t1Low).put(0x80, t1High)
	t[0x7F] = '-'
	return t
}

func ot1(mono bool) *texTable {
	t := latin().put(0, ot1Low)
	if !mono {
		i := 0
		for _, r := range ot1Signs {
			t[ot1Codes[i]] = uint16(r)
			i++
		}
	}
	return t
}

func ts1() *texTable {
	t := new(texTable).put(0x80, ts1High)
	t['\''], t['*'], t['-'], t['='] = '\'', '∗', '-', '-'
	t[0xD6], t[0xF6] = '×', '÷'
	return t
}

// texCode returns the code that a glyph's name is, as TeX writes it.
func texCode(name string) (int, bool) {
	num, ok := strings.CutPrefix(name, "a")
	if ok {
		n, err := strconv.Atoi(num)
		return n, err == nil
	}
	if len(name) != 2 {
		return 0, false
	}
	n, err := strconv.ParseUint(name, 16, 8)
	return int(n), err == nil
}

// tex returns the encoding of a bitmap font that TeX wrote, nil for any other
// font.
func (f *Font) tex() *texTable {
	if f.texKnown {
		return f.texCodes
	}
	f.texKnown = true
	s := &f.spec
	if s.Kind != Type3 || len(s.Differences) == 0 {
		return nil
	}
	var has [256]bool
	sure := s.TeX
	for code, name := range s.Differences {
		if name == ".notdef" {
			continue
		}
		if n, ok := texCode(name); !ok || n != code {
			return nil
		}
		has[code] = true
		sure = sure || code < 0x20
	}
	if sure {
		f.texCodes = texEncoding(&has, f.oneWidth())
	}
	return f.texCodes
}

// oneWidth reports whether all glyphs of a simple font are equally wide.
func (f *Font) oneWidth() bool {
	first, n := 0.0, 0
	for _, w := range f.spec.Widths {
		switch {
		case w == 0:
			continue
		case n == 0:
			first = w
		case w != first:
			return false
		}
		n++
	}
	return n > 1
}

// texEncoding tells by the codes in use which of TeX's encodings they are of.
func texEncoding(has *[256]bool, mono bool) *texTable {
	any := func(from, to int) bool {
		for c := from; c <= to; c++ {
			if has[c] {
				return true
			}
		}
		return false
	}
	letters := any('A', 'Z') || any('a', 'z')
	high := any(0x80, 0xFF)
	if high && !letters {
		t := ts1()
		for c := range has {
			if has[c] && t[c] == 0 {
				return t1()
			}
		}
		return t
	}
	switch {
	case high:
		return t1() // OT1 ends at 127
	case any(11, 12): // ff and fi; in T1 cedilla and ogonek, which no text has by themselves
		return ot1(mono)
	case any(27, 31), has[20], has[22]: // ff to ffl, », the long dash; in OT1 macron, caron and letters of the north
		return t1()
	case any(13, 15): // fl, ffi, ffl; in T1 quotes of one stroke
		return ot1(mono)
	case letters && (has[19] || has[23] || has[24] || has[18] && !any(16, 17)): // accents; in T1 half of a pair of quotes
		return ot1(mono)
	case has['"'] && has['\\'], has['{'] && !has['}']: // quotes, a dash
		return ot1(mono)
	}
	return t1()
}
