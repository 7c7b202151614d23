package outline

import (
	"strings"
	"sync"
)

// The lists of words are made into maps when they are first asked for, as a
// child process that reads one file should not pay for all of them. A word
// ends at white space; "_" is the space within a phrase.

// set returns the test for the words of a list.
func set(list string) func(string) bool {
	m := sync.OnceValue(func() map[string]bool {
		words := strings.Fields(list)
		m := make(map[string]bool, len(words))
		for _, w := range words {
			m[strings.ReplaceAll(w, "_", " ")] = true
		}
		return m
	})
	return func(w string) bool { return m()[w] }
}

// kindWords are words that give a heading a kind.
type kindWords struct{ kind, list string }

// kinds returns the map from words to their kinds.
func kinds(groups []kindWords) func() map[string]string {
	return sync.OnceValue(func() map[string]string {
		m := make(map[string]string, 512)
		for _, g := range groups {
			for _, w := range strings.Fields(g.list) {
				m[strings.ReplaceAll(w, "_", " ")] = g.kind
			}
		}
		return m
	})
}

// numbered returns the map from words to the place of their list, from 1.
func numbered(lists []string) func(string) int {
	m := sync.OnceValue(func() map[string]int {
		m := make(map[string]int, 160)
		for i, l := range lists {
			for _, w := range strings.Fields(l) {
				m[w] = i + 1
			}
		}
		return m
	})
	return func(w string) int { return m()[w] }
}
