package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences splits text into sentences and returns their bytes, [start,end),
// without the white space between them. A sentence ends at . ! ? or ; that is
// followed by white space and then by a capital letter or, for all but the
// semicolon, a digit or an opening bracket or quote. A point inside a number,
// after an abbreviation (e.g., et al., vs., Inc., U.S., Fig.) or after a single
// capital (an initial) ends none.
func Sentences(text string) [][2]int {
	var out [][2]int
	start := skipSpace(text, 0)
	for i := start; i < len(text); i++ {
		if c := text[i]; c != '.' && c != ';' && c != '?' && c != '!' {
			continue
		}
		end, next, ok := stopAt(text, i)
		if !ok {
			continue
		}
		out = append(out, [2]int{start, end})
		start, i = next, next-1
	}
	if end := len(strings.TrimRightFunc(text, unicode.IsSpace)); end > start {
		out = append(out, [2]int{start, end})
	}
	return out
}

// stopAt reports whether a sentence ends with the character at byte i: end is
// where it ends with its closing quotes, next is where the following one begins.
func stopAt(text string, i int) (end, next int, ok bool) {
	switch text[i] {
	case '.':
		if abbreviated(text, i) {
			return 0, 0, false
		}
	case '!', '?', ';':
	default:
		return 0, 0, false
	}
	end = i + 1
	for end < len(text) && end < i+4 && strings.IndexByte(`)]"'.!?`, text[end]) >= 0 {
		end++
	}
	next = skipSpace(text, end)
	if next == end || next == len(text) {
		return 0, 0, false
	}
	r, _ := utf8.DecodeRuneInString(text[next:])
	if unicode.IsUpper(r) || text[i] != ';' && (unicode.IsDigit(r) || strings.ContainsRune("([\"'“‘~<>≈$€£+", r)) {
		return end, next, true
	}
	return 0, 0, false
}

func skipSpace(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) {
			break
		}
		i += n
	}
	return i
}

// longestAbbreviation is the length in bytes of the longest word that
// abbreviated knows, so that it looks back no further.
const longestAbbreviation = 8

// abbreviated reports whether the point at byte i of text ends an abbreviation.
func abbreviated(text string, i int) bool {
	s := i
	for s > 0 && i-s <= longestAbbreviation && isLetter(text[s-1]) {
		s--
	}
	word := text[s:i]
	if word == "" || i-s > longestAbbreviation {
		return false
	}
	if len(word) == 1 && (s == 0 || !isLetter(text[s-1]) && text[s-1] != '\'') {
		// An initial, or one letter of U.S., e.g., Ph.D.; "in Plan B. Then" is rare.
		return word[0] < 'a' || s > 0 && text[s-1] == '.' || i+1 < len(text) && text[i+1] != ' '
	}
	switch strings.ToLower(word) {
	case "al", "vs", "inc", "ltd", "co", "corp", "fig", "figs", "eq", "sec", "no", "vol", "pp", "dr", "mr", "mrs", "ms", "prof", "st",
		"approx", "ca", "cf", "etc", "resp", "ed", "eds", "dept", "univ", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
		"oct", "nov", "dec", "ph", "eg", "ie", "rs", "max", "incl", "tech", "engg", "jr", "sr", "assoc", "asst", "intl", "proc", "conf", "bros":
		return !unitPoint(word, text, s)
	}
	return false
}

// unitPoint reports whether the word before a point is a unit after a number,
// which ends a sentence as any word does ("to 11 ms. Then").
func unitPoint(word, text string, s int) bool {
	if word != "ms" && word != "sec" {
		return false
	}
	for s > 0 && text[s-1] == ' ' {
		s--
	}
	return s > 0 && text[s-1] >= '0' && text[s-1] <= '9'
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
