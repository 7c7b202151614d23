package outline

import (
	"strings"
	"unicode"
)

// fold lowers s, takes accents off Latin letters, and leaves everything else
// as it is. Its result can differ from s in length.
func fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || c >= 'A' && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(unicode.ToLower(r))
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

// baseLetter returns the letter or letters under an accented small letter of
// Latin-1 and Latin Extended-A.
func baseLetter(r rune) (string, bool) {
	switch {
	case strings.ContainsRune("àáâãäåāăą", r):
		return "a", true
	case strings.ContainsRune("çćĉċč", r):
		return "c", true
	case strings.ContainsRune("ďđ", r):
		return "d", true
	case strings.ContainsRune("èéêëēĕėęě", r):
		return "e", true
	case strings.ContainsRune("ĝğġģ", r):
		return "g", true
	case strings.ContainsRune("ìíîïĩīĭįı", r):
		return "i", true
	case strings.ContainsRune("ĺļľŀł", r):
		return "l", true
	case strings.ContainsRune("ñńņňŉ", r):
		return "n", true
	case strings.ContainsRune("òóôõöøōŏő", r):
		return "o", true
	case strings.ContainsRune("ŕŗř", r):
		return "r", true
	case strings.ContainsRune("śŝşšș", r):
		return "s", true
	case strings.ContainsRune("ţťŧț", r):
		return "t", true
	case strings.ContainsRune("ùúûüũūŭůűų", r):
		return "u", true
	case strings.ContainsRune("ýÿŷ", r):
		return "y", true
	case strings.ContainsRune("źżž", r):
		return "z", true
	}
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
	}
	return "", false
}

// foldWords returns the words of s, folded: runs of letters and digits. A "+"
// or "#" stays with the word before it (C++, C#); "&" is the word "and".
func foldWords(s string) []string {
	const most = 64 // no heading or head line that matters has more
	var words []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			words = append(words, b.String())
			b.Reset()
		}
	}
	for _, r := range fold(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		case (r == '+' || r == '#') && b.Len() > 0:
			b.WriteRune(r)
		case r == '\'' || r == '’':
			// "bachelor's" is one word, "l'experience" two.
			if b.Len() > 2 {
				continue
			}
			flush()
		case r == '&':
			flush()
			words = append(words, "and")
		default:
			flush()
		}
		if len(words) >= most {
			break
		}
	}
	flush()
	return words
}

// closeUp joins letter-spaced text: "E D U C A T I O N" is "EDUCATION". Words
// keep apart where the text has wider spaces between them; otherwise all that
// is spaced becomes one word, and headings are matched without spaces.
// Small capitals that were set as separate pieces ("E DUCATION") are joined
// as well. The second result tells whether anything was joined.
func closeUp(s string) (string, bool) {
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
