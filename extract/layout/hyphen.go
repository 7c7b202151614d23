package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hyphens knows the compounds that a document writes with a hyphen, and the
// words that it writes without.
type hyphens struct {
	blocks []*block        // of the document, read when first asked
	joined map[string]bool // "state-of", "real-time": pieces of compounds within a row
	plain  map[string]bool // words without a hyphen
}

// prefixes are first parts of compounds that keep their hyphen, seconds are
// second parts that do.
var (
	prefixes = set(`self multi real non cross high low long short end state open full well large small deep hands in on off to of
		the two three four five six seven eight nine ten one first second third half user data time cost energy memory fine semi
		all peer cutting front back client server object test domain zero few single double mixed event machine human vision text
		speech model fault world role team problem decision best top part day year month week hour minute cloud web ground
		hardware software context task community industry follow set start built add plug trade type file command bare ultra near
		up by and fast slow hard soft ready live cold warm heavy light wide deep much ever so post pre gas air water city state`)
	seconds = set(`based driven level aware source scale specific friendly oriented related quality wide paced purpose performance
		person shot agent label modal head headed player threaded language standard trained tuning tuned grained party stack facing
		efficient effective powered step order dimensional year month week day hour minute test intensive known art critical
		free like size sized class task time end ended side sided to of in the and by per up built learning supervised world`)
)

func set(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// study reads the document, once.
func (h *hyphens) study() {
	if h.joined != nil {
		return
	}
	h.joined, h.plain = make(map[string]bool), make(map[string]bool)
	for _, b := range h.blocks {
		for _, r := range b.rows {
			h.learn(r.text)
		}
	}
}

// learn takes the words of a row.
func (h *hyphens) learn(text string) {
	if h.joined == nil {
		h.joined, h.plain = make(map[string]bool), make(map[string]bool)
	}
	ws := strings.Fields(text)
	for i, w := range ws {
		// The pieces of a word that is cut at the end of a row teach nothing.
		if i == len(ws)-1 && strings.HasSuffix(w, "-") || i == 0 && w[0] >= 'a' && w[0] <= 'z' {
			continue
		}
		w = strings.TrimFunc(strings.ToLower(w), func(r rune) bool { return !unicode.IsLetter(r) })
		if len(w) < 3 || len(w) > 64 {
			continue
		}
		if !strings.Contains(w, "-") {
			h.plain[w] = true
			continue
		}
		ps := strings.Split(w, "-")
		for i := 1; i < len(ps); i++ {
			h.joined[ps[i-1]+"-"+ps[i]] = true
		}
	}
}

// keeps reports whether the hyphen between stem, which ends a row, and next,
// which begins the following one, belongs to the word: the document has the
// compound elsewhere, or the stem has a hyphen already ("state-of-"), or is a
// word that builds compounds.
func (h *hyphens) keeps(stem, next string) bool {
	h.study()
	a := lastWord(stem)
	b := firstLetters(next)
	parts := strings.Split(a, "-")
	tail := parts[len(parts)-1]
	switch {
	case h.joined[tail+"-"+b]:
		return true
	case h.plain[tail+b]:
		return false
	case len(tail) >= 3 && seconds[b] && (h.plain[tail] || len(tail) >= 4):
		return true
	case len(tail) >= 4 && len(b) >= 4 && h.plain[tail] && h.plain[b]:
		return true
	case len(parts) > 1 && len(parts[0]) > 0:
		// "state-of-" keeps it; in "multi-dimen-" the last part is no word.
		return h.plain[tail] || prefixes[tail]
	}
	first, _ := utf8.DecodeRuneInString(lastField(stem))
	if unicode.IsUpper(first) && caps(lastField(stem)) {
		return true // "GPU-accelerated"
	}
	return prefixes[tail]
}

func lastField(s string) string {
	if i := strings.LastIndexAny(s, " /("); i >= 0 {
		return s[i+1:]
	}
	return s
}

func lastWord(s string) string {
	return strings.TrimLeftFunc(strings.ToLower(lastField(s)), func(r rune) bool { return !unicode.IsLetter(r) })
}

func firstLetters(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return strings.ToLower(s[:i])
		}
	}
	return strings.ToLower(s)
}
