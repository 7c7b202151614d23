package content

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"pique/extract/glyph"
)

// compose joins accents with the letters that they are painted over: TeX's
// older fonts have accents as glyphs of their own, put before or after the
// letter; other writers use combining characters. A composed accent's glyph
// is dropped.
func compose(gs []glyph.Glyph) []glyph.Glyph {
	first := -1
	for i := range gs {
		if t := gs[i].Text; len(t) > 1 || len(t) == 1 && (t[0] == '`' || t[0] == '^' || t[0] == '~') {
			if !settled(t) {
				gs[i].Text = norm.NFC.String(t)
			}
			if first < 0 && combining(gs[i].Text) != 0 {
				first = i
			}
		}
	}
	if first < 0 {
		return gs
	}
	out := gs[:first]
	for i := first; i < len(gs); i++ {
		g := &gs[i]
		if m := combining(g.Text); m != 0 && g.Angle == 0 {
			if i+1 < len(gs) && over(g, &gs[i+1]) && join(&gs[i+1], m) {
				continue
			}
			if n := len(out); n > 0 && over(g, &out[n-1]) && join(&out[n-1], m) {
				continue
			}
		}
		if n := len(out); n != i {
			out = out[:n+1]
			out[n] = *g
			continue
		}
		out = out[:i+1]
	}
	return out
}

// settled reports whether a text is all of characters that neither compose
// with others nor are composed into others: Latin letters, and punctuation but
// for its first two spaces.
func settled(s string) bool {
	for _, r := range s {
		if r >= 0x300 && (r < 0x2002 || r > 0x2125) {
			return norm.NFC.IsNormalString(s)
		}
	}
	return true
}

// over reports whether an accent is painted over a letter.
func over(accent, letter *glyph.Glyph) bool {
	if letter.Hidden != accent.Hidden || letter.Angle != 0 || letter.Size > 2*accent.Size || accent.Size > 2*letter.Size {
		return false
	}
	if d := accent.Base - letter.Base; d > 0.6*letter.Size || d < -0.6*letter.Size {
		return false
	}
	w := letter.Box.Width()
	mid := (accent.Box[0] + accent.Box[2]) / 2
	if accent.Box.Width() == 0 { // a combining mark has its origin at the letter's end
		return mid >= letter.Box[0]-0.1*w && mid <= letter.Box[2]+0.5*letter.Size
	}
	share := min(accent.Box[2], letter.Box[2]) - max(accent.Box[0], letter.Box[0])
	return share >= 0.5*min(accent.Box.Width(), w) && mid >= letter.Box[0] && mid <= letter.Box[2]
}

// join puts a combining mark on a letter, if there is such a letter.
func join(letter *glyph.Glyph, mark rune) bool {
	r, size := utf8.DecodeRuneInString(letter.Text)
	if size != len(letter.Text) || !unicode.IsLetter(r) {
		return false
	}
	switch r {
	case 'ı':
		r = 'i'
	case 'ȷ':
		r = 'j'
	}
	s := norm.NFC.String(string([]rune{r, mark}))
	if utf8.RuneCountInString(s) != 1 {
		return false
	}
	letter.Text = s
	return true
}

// combining returns the combining mark that a text is or stands for; 0 for
// any other.
func combining(s string) rune {
	if s == "" || len(s) == 1 && s[0] != '`' && s[0] != '^' && s[0] != '~' {
		return 0
	}
	r, size := utf8.DecodeRuneInString(s)
	if size != len(s) {
		return 0
	}
	switch r {
	case '`', 'ˋ':
		return 0x300
	case '´', 'ˊ':
		return 0x301
	case '^', 'ˆ':
		return 0x302
	case '~', '˜':
		return 0x303
	case '¯', 'ˉ':
		return 0x304
	case '˘':
		return 0x306
	case '˙':
		return 0x307
	case '¨':
		return 0x308
	case '˚':
		return 0x30A
	case '˝':
		return 0x30B
	case 'ˇ':
		return 0x30C
	case '¸':
		return 0x327
	case '˛':
		return 0x328
	}
	if r >= 0x300 && r < 0x370 {
		return r
	}
	return 0
}
