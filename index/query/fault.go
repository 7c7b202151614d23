package query

import (
	"fmt"
	"strings"
)

// Fault is what is wrong with a query as typed.
type Fault struct {
	Col  int    // where, in characters from 1
	Msg  string // one line
	Hint string // what to write instead; may be empty
}

// Error returns the column, the message and the hint in one line.
func (f *Fault) Error() string {
	s := fmt.Sprintf("column %d: %s", f.Col, f.Msg)
	if f.Hint != "" {
		s += "; " + f.Hint
	}
	return s
}

// hint suggests the word that was meant, or lists those that there are.
func hint(got string, known []string, what string) string {
	if near := nearest(got, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(known) == 0 {
		return ""
	}
	return what + ": " + strings.Join(known, ", ")
}

// nearest returns the known word that got was meant to be, empty where none
// is near: within an edit for every three letters, or the only one that
// begins with it. Of equals the first wins.
func nearest(got string, known []string) string {
	got = strings.ToLower(got)
	best, least := "", 1+max(1, (len([]rune(got))+1)/3)
	for _, k := range known {
		if d := distance([]rune(got), []rune(strings.ToLower(k)), least); d < least {
			best, least = k, d
		}
	}
	if best != "" || len(got) < 3 {
		return best
	}
	for _, k := range known {
		if strings.HasPrefix(k, got) || strings.HasPrefix(got, k) || strings.Contains(k, got) {
			if best != "" {
				return ""
			}
			best = k
		}
	}
	return best
}

// distance counts the insertions, deletions, changes and swaps of
// neighbours that lead from a to b (optimal string alignment); it may stop
// and return limit where they are that many.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	var before []int
	prev, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, prev, row = prev, row, make([]int, len(b)+1)
	}
	return prev[len(b)]
}
