package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold lowers s, takes accents off Latin letters, and leaves everything else
// as it is. Its result can differ from s in length.
func fold(s string) string {
	plain, ascii := true, true
	for i := 0; i < len(s) && ascii; i++ {
		c := s[i]
		ascii = c < 0x80
		plain = plain && !(c >= 'A' && c <= 'Z')
	}
	switch {
	case ascii && plain:
		return s
	case ascii:
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r < 0x80 {
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteByte(byte(r))
			continue
		}
		if unicode.Is(unicode.Mn, r) {
			continue // a combining accent
		}
		r = unicode.ToLower(r)
		if t, ok := baseLetter(r); ok {
			b.WriteString(t)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// bases are the letters under those from U+00E0 to U+017F, "." where there is
// none.
const bases = "aaaaaa.ceeeeiiii.nooooo.ouuuuy.y" +
	".a.a.a.c.c.c.c.d.d.e.e.e.e.e.g.g" +
	".g.g.....i.i.i.i.i........l.l.l." +
	"l.l.n.n.nn...o.o.o...r.r.r.s.s.s" +
	".s.t.t.t.u.u.u.u.u.u...y..z.z.z."

// baseLetter returns the letter or letters under an accented small letter of
// Latin-1 and Latin Extended-A.
func baseLetter(r rune) (string, bool) {
	switch r {
	case 'ß':
		return "ss", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'ﬁ':
		return "fi", true
	case 'ﬂ':
		return "fl", true
	case 'ș':
		return "s", true
	case 'ț':
		return "t", true
	}
	if i := int(r) - 0xE0; i >= 0 && i < len(bases) && bases[i] != '.' {
		return bases[i : i+1], true
	}
	return "", false
}

// foldWords returns the words of s, folded: runs of letters and digits. A "+"
// or "#" stays with the word before it (C++, C#); "&" is the word "and".
func foldWords(s string) []string {
	const most = 64 // no heading or head line that matters has more
	s = fold(s)
	words := make([]string, 0, min(strings.Count(s, " ")+2, most+1))
	start, before := -1, "" // of the word at hand, and what an apostrophe cut off it
	flush := func(end int) {
		if start >= 0 {
			words = append(words, before+s[start:end])
			start, before = -1, ""
		}
	}
	for i, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 0x80 && r != '’' && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)):
			if start < 0 {
				start = i
			}
		case (r == '+' || r == '#') && start >= 0:
		case r == '\'' || r == '’':
			// "bachelor's" is one word, "l'experience" two.
			if start >= 0 && len(before)+i-start > 2 {
				before += s[start:i]
				start = i + utf8.RuneLen(r)
				continue
			}
			flush(i)
		case r == '&':
			flush(i)
			words = append(words, "and")
		default:
			flush(i)
		}
		if len(words) >= most {
			break
		}
	}
	flush(len(s))
	return words
}

// oneSpaced returns s with single spaces between its words, and none around.
func oneSpaced(s string) string {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == ' ' && before == ' ' || c < ' ' || c >= 0x80 {
			return strings.Join(strings.Fields(s), " ")
		}
		before = c
	}
	return strings.TrimRight(s, " ")
}

// wordCount returns the number of words of s, parted by white space.
func wordCount(s string) int {
	n, within := 0, false
	for _, r := range s {
		space := (r <= ' ' || r >= 0x80) && unicode.IsSpace(r)
		if !space && !within {
			n++
		}
		within = !space
	}
	return n
}

// lone reports whether a word of s is a single letter or sign.
func lone(s string) bool {
	n := 0 // runes of the word at hand
	for _, r := range s {
		if r != ' ' && !unicode.IsSpace(r) {
			n++
			continue
		}
		if n == 1 {
			return true
		}
		n = 0
	}
	return n == 1
}

// closeUp joins letter-spaced text: "E D U C A T I O N" is "EDUCATION". Words
// keep apart where the text has wider spaces between them; otherwise all that
// is spaced becomes one word, and headings are matched without spaces.
// Small capitals that were set as separate pieces ("E DUCATION") are joined
// as well. The second result tells whether anything was joined.
func closeUp(s string) (string, bool) {
	if !lone(s) {
		return s, false
	}
	fields := strings.Fields(s)
	if len(fields) < 2 {
		return s, false
	}
	single, other := 0, 0
	for _, f := range fields {
		if n := len([]rune(f)); n == 1 && f != "&" && f != "|" {
			single++
		} else if n > 1 {
			other++
		}
	}
	switch {
	case single >= 3 && other <= single/4:
		return strings.Join(fields, ""), true
	case single >= 1 && other >= 1 && upper(s):
		// Small capitals: a lone capital before a run of capitals.
		var b strings.Builder
		joined := false
		for i, f := range fields {
			b.WriteString(f)
			r := []rune(f)
			if i == len(fields)-1 {
				break
			}
			if len(r) == 1 && unicode.IsUpper(r[0]) && len([]rune(fields[i+1])) > 1 && upper(fields[i+1]) {
				joined = true
				continue
			}
			b.WriteByte(' ')
		}
		return b.String(), joined
	}
	return s, false
}

// upper reports whether s has letters and none of them is small.
func upper(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}
