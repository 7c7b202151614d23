package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hyphens knows the compounds that a document writes with a hyphen, and the
// words that it writes without.
type hyphens struct {
	joined map[string]bool // "state-of", "real-time": pieces of compounds within a row
	plain  map[string]bool // words without a hyphen
}

// prefixes are first parts of compounds that keep their hyphen.
var prefixes = map[string]bool{
	"self": true, "multi": true, "real": true, "non": true, "cross": true, "high": true, "low": true, "long": true, "short": true,
	"end": true, "state": true, "open": true, "full": true, "well": true, "large": true, "small": true, "deep": true, "hands": true,
	"in": true, "on": true, "off": true, "to": true, "of": true, "the": true, "two": true, "three": true, "four": true, "five": true,
	"six": true, "ten": true, "one": true, "first": true, "second": true, "third": true, "half": true, "user": true, "data": true,
	"time": true, "cost": true, "energy": true, "memory": true, "fine": true, "pre": false, "post": false, "semi": true, "co": false,
	"quasi": true, "ex": true, "all": true, "peer": true, "cutting": true, "front": true, "back": true, "client": true, "server": true,
	"object": true, "test": true, "domain": true, "zero": true, "few": true, "single": true, "double": true, "mixed": true, "event": true,
	"machine": true, "human": true, "vision": true, "text": true, "speech": true, "model": true, "fault": true, "world": true,
	"role": true, "team": true, "problem": true, "decision": true, "best": true, "top": true, "part": true, "day": true, "year": true,
	"month": true, "week": true, "hour": true, "minute": true, "third-party": true, "sub": false, "cloud": true, "web": true,
	"ground": true, "hardware": true, "software": true, "context": true, "task": true, "community": true, "industry": true,
	"follow": true, "set": true, "start": true, "built": true, "add": true, "plug": true, "trade": true, "type": true, "file": true,
	"command": true, "bare": true, "low-power": true, "ultra": true, "micro": false, "near": true, "up": true, "by": true, "and": true,
}

func (h *hyphens) learn(text string) {
	if h.joined == nil {
		h.joined, h.plain = make(map[string]bool), make(map[string]bool)
	}
	for _, w := range strings.Fields(text) {
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
	a := lastWord(stem)
	b := firstLetters(next)
	parts := strings.Split(a, "-")
	tail := parts[len(parts)-1]
	switch {
	case h.joined[tail+"-"+b]:
		return true
	case h.plain[tail+b]:
		return false
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
