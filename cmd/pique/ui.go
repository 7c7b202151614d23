package main

import (
	"fmt"
	"strings"

	"pique/rubric"
)

// hintNext offers what to do with a ranked table.
func hintNext(st *stream, r *rubric.Rubric, ranked []rubric.Candidate) {
	if len(ranked) == 0 {
		return
	}
	next := []string{"pique show 1", "pique prompts " + shellWord(called(ranked[0]))}
	if id := rareSignal(r, ranked); id != "" {
		next = append([]string{"pique search --signal " + id}, next...)
	}
	head := st.paint(faint, "next:") + " "
	lines := wrapParts(next, "    ", st.width-columns(head))
	st.println(head + strings.Join(lines, "\n"+strings.Repeat(" ", columns(head))))
}

// rareSignal is the signal that the fewest have, but more than one, cautions
// aside; else the first that anybody has. Of equals the first in the rubric.
func rareSignal(r *rubric.Rubric, ranked []rubric.Candidate) string {
	id, least := "", len(ranked)+1
	for _, s := range r.Signals() {
		n := 0
		for _, c := range ranked {
			if levelOf(c, s.ID) > 0 {
				n++
			}
		}
		if !s.Caution && n > 0 && (id == "" || n > 1 && (n < least || least == 1)) {
			id, least = s.ID, n
		}
	}
	return id
}

// shellWord quotes s for a shell where it must be.
func shellWord(s string) string {
	if s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("._-/", r))
	}) {
		return s
	}
	if !strings.ContainsAny(s, "\"$`\\!") {
		return `"` + s + `"`
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// plural counts things: "1 file", "2 files".
func plural(n int, noun string) string { return count(n, noun, noun+"s") }

// count is plural for nouns with a plural of their own.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
