package font

import "strings"

// A map to Unicode can say other letters than the font draws: the names of
// the glyphs, where they are letters themselves, tell. Fonts of subsets have
// codes in any order, but names that are right; fonts of other alphabets have
// names of Latin letters, but maps to their own. So only a Latin letter or a
// digit that is said to be another one counts.
const minLies = 3 // contradictions by which the names of an embedded font are believed; there must be more than agree

// drawn returns the letter or digit that a code draws by the name that the
// font's encoding gives it; 0 where that is no such name.
func (f *Font) drawn(c byte) byte {
	s := &f.spec
	if name := f.glyphName(c); name != "" {
		return plainName(name)
	}
	if s.Embedded && (s.Kind == TrueType || s.BaseEncoding == "") || s.Kind == Type3 {
		return 0
	}
	// The encodings have the same letters and digits.
	if plain(c) && s.BaseEncoding != "MacExpertEncoding" {
		return c
	}
	return 0
}

// plainName returns the ASCII letter or digit that a glyph's name means; 0
// for other names.
func plainName(name string) byte {
	switch name {
	case "zero":
		return '0'
	case "one":
		return '1'
	case "two":
		return '2'
	case "three":
		return '3'
	case "four":
		return '4'
	case "five":
		return '5'
	case "six":
		return '6'
	case "seven":
		return '7'
	case "eight":
		return '8'
	case "nine":
		return '9'
	}
	if len(name) == 1 && plain(name[0]) {
		return name[0]
	}
	return 0
}

func plain(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// against reports whether the map says another letter than a code draws.
func (f *Font) against(c byte, said string) bool {
	d := f.drawn(c)
	return d != 0 && len(said) == 1 && plain(said[0]) && said[0]|0x20 != d|0x20
}

// lies reports whether the map of a simple font is not to be believed. It is
// asked only where one code contradicts, so that other fonts pay nothing.
func (f *Font) lies() bool {
	if f.lying == 0 {
		f.lying = -1
		against, agree := 0, 0
		for c := range 256 {
			said, _ := f.uni.Text(uint32(c))
			switch {
			case f.against(byte(c), said):
				against++
			case len(said) == 1 && plain(said[0]) && f.drawn(byte(c)) != 0:
				agree++
			}
		}
		if f.lettering() && (!f.spec.Embedded || against >= minLies && against > agree) {
			f.lying = 1
		}
	}
	return f.lying > 0
}

// lettering reports whether the letters of a font are letters, not symbols.
func (f *Font) lettering() bool {
	return !f.Icon && !strings.Contains(f.low, "symbol") && !strings.Contains(f.low, "dingbats")
}
