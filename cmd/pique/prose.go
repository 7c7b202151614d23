package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"pique/rubric"
	"pique/rubrics"
)

func newRubricShowCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "show [NAME|FILE]",
		Short: "Print a rubric as prose",
		Long: long(`
Prints what a rubric looks for, signal by signal: why, what it is worth, where
it counts, which phrases show it, and its examples. Without a name it is the
rubric that score takes.`, exitDone, exitUsage, exitInput),
		Example: `  pique rubric show
  pique rubric show engineering-level
  pique rubric show ours.yaml`,
		Args: need(0, 1, "rubric"),
		RunE: func(_ *cobra.Command, args []string) error {
			return runRubricShow(s, append(args, rubrics.Default)[0])
		},
		ValidArgsFunction: completeRubric,
	}
}

// runRubricShow prints one rubric.
func runRubricShow(s *session, name string) error {
	r, err := loadRubric(name)
	if err != nil {
		return err
	}
	p := prose{s.out, min(s.out.width, readingWidth)}
	s.out.println(s.out.paint(strong, clean(r.Title)))
	if r.About != "" {
		s.out.println(hang("", clean(r.About), p.width))
	}
	if text := overridesText(r.Overrides()); text != "" {
		s.out.println(s.out.paint(warning, hang("", "It "+text, p.width)))
	}
	for _, d := range r.Describe() {
		p.signal(d)
	}
	return nil
}

// prose prints signals for reading.
type prose struct {
	st    *stream
	width int
}

// exampleMost bounds the examples that are printed of a signal.
const exampleMost = 3

func (p prose) signal(d rubric.Description) {
	right := "weight " + strconv.FormatFloat(d.Weight, 'f', -1, 64)
	if d.Caution {
		right = "caution: gives and takes no points"
	}
	left := p.st.paint(strong, strings.ToUpper(clean(d.Title))) + "  " + p.st.paint(faint, clean(d.ID))
	space := max(p.width-columns(left)-columns(right), 2)
	p.st.println("\n" + left + strings.Repeat(" ", space) + right)
	p.item("why", clean(d.Why))
	p.item("counts in", strings.Join(d.In, ", "))
	p.item("never in", strings.Join(d.Never, ", "))
	p.items("look for", d.Rules)
	p.item("measured", d.Measured)
	if len(d.Verified) > 0 {
		p.item("verifiable", "with a link to "+strings.Join(d.Verified, ", "))
	}
	if len(d.Without) > 0 {
		p.item("only", "where the same entry has no "+strings.Join(d.Without, ", "))
	}
	p.items("ignored", quotedAll(d.Ignored))
	p.examples("yes", d.Examples)
	p.examples("no", d.NearMisses)
}

// examples prints the first few examples.
func (p prose) examples(key string, all []rubric.Example) {
	var list []string
	for _, e := range all[:min(len(all), exampleMost)] {
		text := "“" + oneLine(strings.ReplaceAll(strings.TrimSpace(e.Text), "\n", " / ")) + "”"
		if e.Level > 0 {
			text += " " + rubric.LevelName(e.Level)
		}
		list = append(list, text)
	}
	if n := len(all) - exampleMost; n > 0 {
		list = append(list, fmt.Sprintf("and %d more", n))
	}
	p.items(key, list)
}

func quotedAll(phrases []string) []string {
	if len(phrases) == 0 {
		return nil
	}
	return []string{"“" + strings.Join(phrases, "”, “") + "”"}
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

// item prints a key and its text.
func (p prose) item(key, text string) {
	if text != "" {
		p.st.println(hang("  "+p.st.paint(faint, pad(key, 12)), clean(text), p.width))
	}
}

// items prints a key and its texts, each on a line of its own.
func (p prose) items(key string, texts []string) {
	for i, t := range texts {
		if i > 0 {
			key = ""
		}
		p.item(key, t)
	}
}
