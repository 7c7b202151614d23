package main

import (
	"fmt"
	"strings"

	"pique/rubric"
)

// sheetMarkdown prints an interview sheet as Markdown, to be written into and
// read back by readSheet.
func sheetMarkdown(st *stream, sh rubric.Sheet) {
	st.printf("# %s\n\n", markdownCell(sheetName(sh)))
	facts := sheetFacts(sh)
	if sh.Date != "" {
		facts = append(facts, clean(sh.Date))
	}
	st.println(markdownCell(strings.Join(facts, " · ")))
	if text := overridesText(sh.Overrides); text != "" {
		st.println("\nThe rubric " + markdownCell(sh.Rubric) + " " + markdownCell(text))
	}
	st.printf("\n"+sheetMark+"\n\n%s \n", clean(sh.SHA256), interviewerMark)
	for i, e := range sh.Strongest {
		if i == 0 {
			st.println("")
		}
		st.printf("- %s\n", markdownCell(strengthText(e)))
	}
	for _, a := range sh.Agenda {
		q, ok := questionOf(sh, a)
		if !ok {
			st.printf("\n## %d′ %s\n", a.Minutes, markdownCell(a.What))
			continue
		}
		st.printf("\n## %d′ %s%s `%s`\n", q.Minutes, markdownCell(q.Title), markdownCell(levelText(q)), clean(q.ID))
		if q.Evidence.Quote != "" && !quotes(q) {
			st.printf("\n> “%s” (p. %d)\n", markdownCell(oneLine(q.Evidence.Quote)), q.Evidence.Page)
		}
		st.printf("\n**%s**\n\n", markdownCell(q.Text))
		for _, p := range q.Probes {
			st.printf("- %s\n", markdownCell(p))
		}
		if len(q.Scale) > 0 {
			st.println("")
			for _, step := range steps(q.Scale) {
				st.printf("- %s: %s\n", markdownCell(step), markdownCell(q.Scale[step]))
			}
			st.printf("\n%s \n", ratingMark)
		}
		st.printf("\n%s \n", notesMark)
	}
}

// levelText is how far the signal goes that a question asks about.
func levelText(q rubric.Question) string {
	switch {
	case q.Caution:
		return fmt.Sprintf(" (%s)", cautionText)
	case q.Level > 0:
		return fmt.Sprintf(" (%s)", rubric.LevelName(q.Level))
	}
	return ""
}
