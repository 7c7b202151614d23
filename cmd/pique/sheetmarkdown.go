package main

import (
	"fmt"
	"strings"

	"pique/rubric"
)

// sheetMarkdown prints an interview sheet as Markdown.
func sheetMarkdown(st *stream, sh rubric.Sheet) {
	st.printf("# %s\n\n", markdownCell(sheetName(sh)))
	facts := []string{markdownCell(sh.Kind), fmt.Sprintf("%d minutes", sh.Minutes)}
	if sh.Date != "" {
		facts = append(facts, markdownCell(sh.Date))
	}
	st.println(strings.Join(facts, " · "))
	if text := overridesText(sh.Overrides); text != "" {
		st.println("\nThe rubric " + markdownCell(sh.Rubric) + " " + markdownCell(text))
	}
	for _, a := range sh.Agenda {
		q, ok := questionOf(sh, a)
		if !ok {
			st.printf("\n## %d′ %s\n", a.Minutes, markdownCell(a.What))
			continue
		}
		st.printf("\n## %d′ %s\n", q.Minutes, markdownCell(q.Title))
		if q.Evidence.Quote != "" && !quotes(q) {
			st.printf("\n> “%s” (p. %d)\n", markdownCell(oneLine(q.Evidence.Quote)), q.Evidence.Page)
		}
		st.printf("\n**%s**\n\n", markdownCell(q.Text))
		for _, p := range q.Probes {
			st.printf("- %s\n", markdownCell(p))
		}
		if len(q.Scale) > 0 {
			st.println("")
		}
		for _, step := range steps(q.Scale) {
			st.printf("- [ ] **%s** %s\n", markdownCell(step), markdownCell(q.Scale[step]))
		}
	}
}
