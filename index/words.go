package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis/char/asciifolding"
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// gap is by how many positions the words of two passages lie apart, so that
// no phrase runs from one into the next.
const gap = 16

// maxWord is how many bytes of a word count; what comes after is cut.
const maxWord = 64

// word is a word of a text, ready to be compared with others.
type word struct {
	term       string // folded, stemmed where stems are asked for
	form       string // folded
	start, end int    // bytes in the text, [start, end)
	pos        int    // from 1; stop words and line ends leave gaps
}

// words cuts text into words.
type words struct {
	stem bool // cut to the stem, leave out stop words
	memo memo // of words met before, where there is one
}

// memo remembers words as they stood and what became of them: most of a text
// has been met before. It is for a stemming cutter alone.
type memo map[string]word

// maxMemo bounds how many words are remembered.
const maxMemo = 1 << 15

// of returns the words of a text in their order.
func (w words) of(text string) []word {
	out := make([]word, 0, len(text)/7+1)
	pos := 0
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !inWord(r) || unicode.Is(unicode.Cf, r) {
			if r == '\n' {
				pos += gap
			}
			i += size
			continue
		}
		end := wordEnd(text, i)
		pos++
		if cut := w.cut(text[i:end]); cut.term != "" {
			cut.start, cut.end, cut.pos = i, end, pos
			out = append(out, cut)
		}
		i = end
		if possessive(text, i) {
			i += strings.IndexByte(text[i:], 's') + 1
		}
	}
	return out
}

// cut makes a word of what stands in a text.
func (w words) cut(s string) word {
	known, ok := w.memo[s]
	if ok {
		return known
	}
	form := fold(s)
	cut := word{term: form, form: form}
	if w.stem {
		cut.term = stem(form)
	}
	if w.memo != nil && len(w.memo) < maxMemo {
		// The text is let go of, but for its words.
		cut.form = strings.Clone(form)
		if cut.term == form {
			cut.term = cut.form
		}
		w.memo[strings.Clone(s)] = cut
	}
	return cut
}

// inWord reports whether r is part of a word. Format characters (soft
// hyphens, joiners) are, for they stand within words unseen.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Cf)
}

// wordEnd returns where the word that begins at i ends. One or two letters
// keep "++" and "#", which make languages of them.
func wordEnd(text string, i int) int {
	end := i
	for end < len(text) {
		r, size := rune(text[end]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[end:])
		}
		if !inWord(r) {
			break
		}
		end += size
	}
	if end-i <= 2 && text[i] > '9' {
		for _, tail := range []string{"++", "#"} {
			if strings.HasPrefix(text[end:], tail) {
				return end + len(tail)
			}
		}
	}
	return end
}

// possessive reports whether 's or ’s stands at i and ends a word.
func possessive(text string, i int) bool {
	rest, ok := strings.CutPrefix(text[i:], "'s")
	if !ok {
		rest, ok = strings.CutPrefix(text[i:], "’s")
	}
	if !ok {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !inWord(r)
}

// fold makes a word lower case and ASCII as far as it can be.
func fold(s string) string {
	ascii := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if !ascii {
		s = strings.Map(func(r rune) rune {
			if unicode.In(r, unicode.Mn, unicode.Cf) {
				return -1
			}
			return r
		}, s)
		s = string(asciifolding.New().Filter([]byte(s)))
	}
	s = strings.ToLower(s)
	if len(s) > maxWord {
		s = strings.ToValidUTF8(s[:maxWord], "")
	}
	return s
}

// stem returns the stem of a folded word, empty for a stop word. British
// and American spellings of -ise share one.
func stem(s string) string {
	if isStop(s) {
		return ""
	}
	if len(s) < 3 || keepsForm(s) {
		return s
	}
	s = withoutShip(s)
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return s
		}
	}
	env := snowballstem.NewEnv(s)
	english.Stem(env)
	s = env.Current()
	if len(s) >= 6 && strings.HasSuffix(s, "is") {
		s = s[:len(s)-2] + "iz"
	}
	return s
}

// keepsForm reports whether the stemmer would make another word of a folded
// one: international and internal of intern, university of universe.
func keepsForm(s string) bool {
	switch s {
	case "internal", "internally", "international", "internationally",
		"university", "universal", "business", "policy", "animal", "organ":
		return true
	}
	return false
}

// withoutShip makes an intern of an internship and a leader of leadership.
func withoutShip(s string) string {
	for _, end := range []string{"ship", "ships"} {
		if base, ok := strings.CutSuffix(s, end); ok && len(base) >= 5 {
			return base
		}
	}
	return s
}

// isStop reports whether a word is too common to tell documents apart.
// "few", "real" and "not" are kept: few-shot, real-time.
func isStop(s string) bool {
	switch s {
	case "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has",
		"in", "into", "is", "it", "its", "of", "on", "or", "s", "that", "the",
		"their", "this", "to", "was", "were", "which", "with":
		return true
	}
	return false
}
