package main

import (
	"cmp"
	"slices"
	"strings"
)

// maxSuggestLength bounds the runes compared by distance, since its cost is
// the product of both lengths; names and signals are shorter.
const maxSuggestLength = 64

// nearest returns at most n of the names that s may have been meant for,
// nearest first: those within a third of the length in edits, and those of
// which s is a part. Case does not count.
func nearest(s string, names []string, n int) []string {
	type guess struct {
		name string
		far  int
	}
	s = strings.ToLower(s)
	var guesses []guess
	for _, name := range names {
		low := strings.ToLower(name)
		far := distance(s, low)
		for word := range strings.FieldsSeq(low) {
			far = min(far, distance(s, word)+1)
		}
		if s != "" && strings.Contains(low, s) {
			far = min(far, 1)
		}
		if far <= max(len(s)/3, 1) {
			guesses = append(guesses, guess{name, far})
		}
	}
	slices.SortStableFunc(guesses, func(a, b guess) int {
		return cmp.Or(cmp.Compare(a.far, b.far), strings.Compare(a.name, b.name))
	})
	var out []string
	for _, g := range guesses {
		if len(out) < n && !slices.Contains(out, g.name) {
			out = append(out, g.name)
		}
	}
	return out
}

// distance is the number of runes to insert, delete, replace or swap with
// their neighbour that turns a into b (optimal string alignment).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > maxSuggestLength || len(y) > maxSuggestLength {
		return maxSuggestLength
	}
	var before, last []int
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		before, last, row = last, row, make([]int, len(y)+1)
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(y)]
}
