package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// particles are written small within a name, though not at its beginning.
var particles = []string{
	"af", "av", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "la", "le", "van", "von", "y", "zu", "zur",
}

// spoken sets a name that is printed in capitals alone as people write it:
// "MATEUSZ WROBEL" is Mateusz Wrobel. Any other name stays as it is, and so
// does one whose small letters cannot be known: of a script other than Latin,
// or with letters of Turkish, where I is not the capital of i.
func spoken(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || !capitals(name) {
		return name
	}
	for i, w := range words {
		words[i] = spokenWord(w, i == 0)
	}
	return strings.Join(words, " ")
}

// capitals reports whether all letters of a name are Latin capitals.
func capitals(name string) bool {
	letters := 0
	for _, r := range name {
		switch {
		case !unicode.IsLetter(r):
		case !unicode.IsUpper(r) || !unicode.Is(unicode.Latin, r) || strings.ContainsRune("İŞĞ", r):
			return false
		default:
			letters++
		}
	}
	return letters > 3
}

// spokenWord sets one word of a name.
func spokenWord(w string, first bool) string {
	low := strings.ToLower(w)
	bare := strings.TrimRight(low, ".,")
	switch {
	case !first && slices.Contains(particles, bare):
		return low
	case utf8.RuneCountInString(bare) == 1, strings.Count(w, ".") > 1: // initials
		return w
	case slices.Contains([]string{"ii", "iii", "iv", "phd", "msc", "bsc", "mba"}, bare):
		return w
	case first && utf8.RuneCountInString(bare) == 2 && !strings.ContainsAny(bare, "aeiouy"): // J.P. written as JP
		return w
	}
	var b strings.Builder
	start := true
	for _, r := range low {
		if start && unicode.IsLetter(r) {
			r = unicode.ToUpper(r)
		}
		b.WriteRune(r)
		prefix := b.String()
		start = strings.HasSuffix(prefix, "-") || strings.EqualFold(prefix, "mc") && len(low) > 4 ||
			slices.Contains([]string{"O'", "O’", "D'", "D’"}, prefix)
	}
	return b.String()
}
