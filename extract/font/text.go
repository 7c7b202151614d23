package font

import (
	"strings"
	"unicode/utf8"
)

// clean turns what a map yields into text as a reader would type it:
// ligatures are expanded, no-break and other fixed spaces become spaces, soft
// hyphens become hyphens (in a page they are painted), controls, unassigned
// and private-use characters go. known is false where nothing is left that
// the map could have meant.
func clean(s string) (text string, known bool) {
	plain := s != ""
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] >= 0x7F {
			plain = false
			break
		}
	}
	if plain {
		return s, true
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == 0xA0 || r == 0x2028 || r == 0x2029 || r == 0x3000 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F:
			b.WriteByte(' ')
			known = true
		case r < 0x20 || r == 0x7F || r >= 0x80 && r < 0xA0 || r == utf8.RuneError || r == 0xFFFE || r == 0xFFFF:
		case r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2064 || r == 0xFEFF:
			known = true // zero width
		case r == 0xAD || r == 0x2010 || r == 0x2011:
			b.WriteByte('-')
			known = true
		case r >= 0xFB00 && r <= 0xFB06:
			b.WriteString([...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-0xFB00])
			known = true
		case r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000:
			known = true
			if p := privateUse(r); p != 0 {
				b.WriteRune(p)
			}
		default:
			b.WriteRune(r)
			known = true
		}
	}
	return b.String(), known
}

// privateUse maps the private-use codes by which word processors write the
// bullets and arrows of the Symbol and Wingdings fonts; 0 for all others.
func privateUse(r rune) rune {
	switch r {
	case 0xF0B7, 0xF06C, 0xF09F:
		return '•'
	case 0xF0A7, 0xF06E:
		return '▪'
	case 0xF0A8, 0xF06F, 0xF071:
		return '□'
	case 0xF076:
		return '❖'
	case 0xF075:
		return '◆'
	case 0xF0D8:
		return '➢'
	case 0xF0E0, 0xF0E8:
		return '→'
	case 0xF0FC:
		return '✓'
	case 0xF02D:
		return '-'
	case 0xF020:
		return ' '
	}
	return 0
}

// Bounds on the text of one glyph: ligatures of words are wide.
const (
	maxLigature  = 4    // characters that a glyph of any width can stand for
	minCharWidth = 0.12 // em of each character beyond
)

// believable reports whether a glyph of a width in em can stand for a text.
// A map that sends one glyph to a sentence says what no reader can see.
func believable(text string, width float64) bool {
	if len(text) <= maxLigature {
		return true
	}
	n := utf8.RuneCountInString(text)
	return n <= maxLigature || abs(width) >= minCharWidth*float64(n)
}

// shapeless tells the icons and the characters without a shape among the
// codes that have no text. A map that sends a second code to the same
// character withholds letters, and is not believed.
func (f *Font) shapeless(ch *Char, raw string) {
	if ch.Text != "" || !ch.Known {
		return
	}
	if ch.Icon = Private(raw); ch.Icon {
		return
	}
	if f.voids == nil {
		f.voids = map[string]uint32{}
	}
	first, again := f.voids[raw]
	if !again {
		f.voids[raw] = ch.Code
	}
	ch.Void = !again || first == ch.Code
	ch.Known = ch.Void
}

// Private reports whether a text is private-use characters alone, as icon
// fonts have them.
func Private(s string) bool {
	for _, r := range s {
		if r < 0xE000 || r > 0xF8FF && r < 0xF0000 {
			return false
		}
	}
	return s != ""
}

// ascii holds the characters that most texts are of, so that their strings
// take no room of their own.
const ascii = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f" +
	"\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f" +
	" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f"

// oneRune is the text of one character.
func oneRune(r rune) string {
	if r >= 0 && r < 0x80 {
		return ascii[r : r+1]
	}
	return string(r)
}
