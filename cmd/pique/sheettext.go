package main

import (
	"fmt"
	"slices"
	"strings"

	"pique/rubric"
)

// sheetWidth is the most columns of a sheet: what fits a printed page.
const sheetWidth = 80

// sheetText prints an interview sheet for a terminal or a plain page.
func sheetText(st *stream, sh rubric.Sheet) {
	width := min(st.width, sheetWidth)
	left := st.paint(strong, shorten(sheetName(sh), width/2)) + "   " + strings.Join(sheetFacts(sh), "   ")
	if sh.Date != "" {
		left += strings.Repeat(" ", max(width-columns(left)-columns(sh.Date), 2)) + st.paint(faint, clean(sh.Date))
	}
	st.println(left)
	if text := overridesText(sh.Overrides); text != "" {
		st.println(st.paint(warning, hang("", "the rubric "+clean(sh.Rubric)+" "+text, width)))
	}
	if len(sh.Strongest) > 0 {
		st.println("\n      " + st.paint(strong, "STRONGEST EVIDENCE"))
	}
	for _, e := range sh.Strongest {
		st.println(hang("      "+st.paint(faint, "•")+" ", strengthText(e), width))
	}
	for _, a := range sh.Agenda {
		if q, ok := questionOf(sh, a); ok {
			sheetQuestion(st, q, width)
		} else {
			st.println("\n" + hang(minutes(a.Minutes), clean(a.What), width))
		}
	}
}

// sheetFacts are what stands beside the name.
func sheetFacts(sh rubric.Sheet) []string {
	facts := []string{fmt.Sprintf("%d minutes", sh.Minutes)}
	if sh.Kind != "" {
		facts = append([]string{clean(sh.Kind)}, facts...)
	}
	return facts
}

// strengthText is a piece of the strongest evidence in a line.
func strengthText(e rubric.Strength) string {
	at := ""
	if e.At != "" {
		at = ", " + clean(e.At)
	}
	return fmt.Sprintf("%s, %s: “%s”%s p.%d", clean(e.Title), rubric.LevelName(e.Level), oneLine(e.Short), at, e.Page)
}

// questionOf is the question that is asked in a part of the agenda.
func questionOf(sh rubric.Sheet, a rubric.Agenda) (rubric.Question, bool) {
	i := slices.IndexFunc(sh.Questions, func(q rubric.Question) bool { return q.ID == a.Question })
	if a.Question == "" || i < 0 {
		return rubric.Question{}, false
	}
	return sh.Questions[i], true
}

func sheetName(sh rubric.Sheet) string {
	if sh.Name == "" {
		return clean(sh.File)
	}
	return spoken(clean(sh.Name))
}

func minutes(n int) string { return padLeft(fmt.Sprintf("%d'", n), 4) + "  " }

// sheetQuestion prints one question with what belongs to it.
func sheetQuestion(st *stream, q rubric.Question, width int) {
	indent := strings.Repeat(" ", columns(minutes(0)))
	st.println("\n" + minutes(q.Minutes) + st.paint(strong, strings.ToUpper(clean(q.Title))) + questionLevel(st, q))
	if quote := oneLine(q.Evidence.Quote); quote != "" && !quotes(q) {
		for _, l := range wrap(`You wrote: "`+quote+`"`, width-len(indent)) {
			st.println(indent + st.paint(quoted, l))
		}
	}
	st.println(hang(indent, clean(q.Text), width))
	for _, probe := range q.Probes {
		st.println(hang(indent+st.paint(faint, "probe")+"  ", clean(probe), width))
	}
	for _, step := range steps(q.Scale) {
		st.println(hang(indent+st.paint(faint, pad(step, 5))+"  ", clean(q.Scale[step]), width-len(ratingBox)-1))
	}
	if len(q.Scale) > 0 {
		st.println(padLeft(ratingBox, width))
	}
	st.println(indent + st.paint(faint, "notes") + "  " + strings.Repeat(".", width-len(indent)-len("notes  ")))
}

// quotes reports whether the text of a question has its evidence in it, so
// that it need not be printed twice. Long quotes are shortened in the text.
func quotes(q rubric.Question) bool {
	start := []rune(oneLine(q.Evidence.Quote))
	return strings.Contains(oneLine(q.Text), string(start[:min(len(start), 24)]))
}

// questionLevel is how far the signal goes that a question asks about, and
// the page with what they wrote.
func questionLevel(st *stream, q rubric.Question) string {
	s := ""
	switch {
	case q.Caution:
		s = "  " + st.paint(warning, "a caution: "+cautionText)
	case q.Level > 0:
		s = "  " + st.paint(levelStyle(q.Level), rubric.LevelName(q.Level))
	}
	if q.Evidence.Page > 0 {
		s += "  " + st.paint(faint, fmt.Sprintf("p.%d", q.Evidence.Page))
	}
	return s
}

// cautionText says what a caution is for.
const cautionText = "ask, never hold it against them"

// ratingBox is where the rating is written.
const ratingBox = "[   ]"

// steps are the steps of a scale in order.
func steps(scale map[string]string) []string {
	out := make([]string, 0, len(scale))
	for k := range scale {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
