package main

import (
	"fmt"
	"slices"
	"strings"

	"pique/rubric"
)

// overridesText names the protected traits that a rubric looks for on
// purpose, with its reasons; empty where there are none.
func overridesText(overrides []rubric.Override) string {
	var parts []string
	for _, o := range overrides {
		parts = append(parts, fmt.Sprintf("looks for %s: %s", clean(o.Trait), clean(o.Because)))
	}
	return strings.Join(parts, "; ")
}

// overridden says below a table by which rubrics with such traits its rows
// were scored.
func overridden(st *stream, rows []row) {
	for _, line := range overriddenLines(rows) {
		st.println(st.paint(warning, hang("", line, st.width)))
	}
}

// overriddenLines names the rubrics with such traits, each once.
func overriddenLines(rows []row) []string {
	var out []string
	for _, r := range rows {
		text := overridesText(r.candidate.Overrides)
		if line := "the rubric " + clean(r.candidate.Rubric) + " " + text; text != "" && !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	return out
}
