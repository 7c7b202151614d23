package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pique/rubric"
	"pique/rubric/vary"
	"pique/rubrics"
)

// checkOptions are the flags of rubric check.
type checkOptions struct {
	strict  bool
	all     bool
	asked   bool
	format  format
	resumes []string
	jobs    int
	read    readOptions
}

func newRubricCheckCommand(s *session) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check [NAME|FILE...]",
		Short: "Check rubrics: their form, their examples, and what in them cannot work",
		Long: long(`
Reads rubrics, lists every fault of their form with line and column, and runs
their examples: each must fire with its level, and no near miss may. A rubric
that looks for age, family status, sex, origin, religion, health, the rank of a
school, grades or the year of graduation is refused. Without an argument the
shipped rubrics are checked.

It also finds levels that nothing can reach, phrases that can never fire, and,
as advice, phrases and exclusions that no example tries out, phrases that others
cover, word lists that nothing uses and signals that count the same words.
Advice does not fail; with --strict it does.

Every text of a question is filled with every example, and must read well; one
whose slots can all be empty, without an alternative, is refused. --questions
prints them all.

With --resumes it changes in each of those what must not matter (name, pronouns,
e-mail address, city, school, years, the order of sections, a skills line with
every keyword) and lists the signals that move.`, exitDone, exitUsage, exitInput, exitInterrupted),
		Example: `  pique rubric check ours.yaml
  pique rubric check ours.yaml --strict --all
  pique rubric check ours.yaml --questions
  pique rubric check ours.yaml --resumes resumes/
  pique rubric check --format json`,
		RunE: func(cmd *cobra.Command, args []string) error { return runRubricCheck(cmd.Context(), s, o, args) },
	}
	f := cmd.Flags()
	f.BoolVar(&o.strict, "strict", false, "fail for advice too")
	f.BoolVar(&o.all, "all", false, "print all advice, not the first few of each sort")
	f.BoolVar(&o.asked, "questions", false, "print every question, filled from every example")
	f.StringArrayVar(&o.resumes, "resumes", nil, "try the rubric on the resumes under this `PATH`; may be given again")
	f.IntVar(&o.jobs, "jobs", 0, "read `N` resumes at the same time; 0 is one for each processor")
	o.read.addFlags(cmd)
	addFormat(cmd, &o.format, "text", "json")
	return cmd
}

// checked is what was found out about one rubric: the JSON of rubric check.
type checked struct {
	Rubric     string            `json:"rubric"` // as named
	Signals    int               `json:"signals"`
	Examples   int               `json:"examples"`
	NearMisses int               `json:"near_misses"`
	Findings   []rubric.Finding  `json:"findings"`
	Coverage   rubric.Coverage   `json:"coverage"`
	Overrides  []rubric.Override `json:"overrides"`
	Resumes    int               `json:"resumes"`     // tried
	Moved      []vary.Difference `json:"differences"` // found by trying

	asked []rubric.Rendering
}

// faults counts what makes the check fail.
func (c checked) faults(strict bool) int {
	if strict {
		return len(c.Findings) + len(c.Moved)
	}
	return rubric.Inspection{Findings: c.Findings}.Faults() + len(c.Moved)
}

// runRubricCheck checks rubrics and prints what it finds.
func runRubricCheck(ctx context.Context, s *session, o checkOptions, rubricNames []string) error {
	if o.jobs < 0 {
		return usageError("--jobs 0 uses every processor", "--jobs %d: want 0 or more", o.jobs)
	}
	if len(rubricNames) == 0 {
		rubricNames = rubrics.Names()
	}
	results := make([]checked, 0, len(rubricNames))
	loaded := make([]*rubric.Rubric, len(rubricNames))
	for i, name := range rubricNames {
		r, err := loadRubric(name)
		var faults *rubric.Faults
		switch {
		case errors.As(err, &faults) && (len(rubricNames) > 1 || o.format == "json"):
			results = append(results, unusable(name, faults))
			continue
		case err != nil:
			return err
		}
		loaded[i] = r
		found := r.Inspect()
		fire, miss := r.Examples("")
		results = append(results, checked{
			Rubric: name, Signals: len(r.Signals()), Examples: fire, NearMisses: miss,
			asked: r.Render(), Findings: found.Findings, Coverage: found.Coverage, Overrides: some(r.Overrides()), Moved: []vary.Difference{},
		})
	}
	if len(o.resumes) > 0 {
		if err := o.tryResumes(ctx, s, loaded, results); err != nil {
			return err
		}
	}
	failed := 0
	for _, c := range results {
		failed += c.faults(o.strict)
	}
	if o.format == "json" {
		if err := printJSON(s.out, results); err != nil {
			return err
		}
	} else {
		for _, c := range results {
			c.print(s.out, o)
		}
	}
	if failed > 0 {
		return inputError("mend what is said above, or change what the example expects", "%s", plural(failed, "failure"))
	}
	return nil
}

// unusable is the result of a rubric that cannot be loaded.
func unusable(name string, faults *rubric.Faults) checked {
	c := checked{Rubric: name, Findings: []rubric.Finding{}, Overrides: []rubric.Override{}, Moved: []vary.Difference{}}
	for _, f := range faults.List {
		c.Findings = append(c.Findings, rubric.Finding{Line: f.Line, Col: f.Col, Check: "form", Fault: true, Msg: f.Msg})
	}
	return c
}

// adviceShown is how many pieces of advice of one sort are printed without
// --all.
const adviceShown = 3

func (c checked) print(out *stream, o checkOptions) {
	shown := map[string]int{}
	for _, f := range c.Findings {
		if shown[f.Check]++; !f.Fault && !o.all && shown[f.Check] > adviceShown {
			continue
		}
		sort := "advice"
		if f.Fault {
			sort = "fault"
		}
		text := f.Msg
		if f.Do != "" {
			text += " (" + f.Do + ")"
		}
		out.printf("%s:%d:%d: %s: %s\n", clean(c.Rubric), f.Line, f.Col, sort, clean(text))
	}
	for _, check := range adviceSorts {
		if n := shown[check.id] - adviceShown; n > 0 && !o.all {
			out.printf("%s: and %d more %s; --all lists them\n", clean(c.Rubric), n, check.of)
		}
	}
	if o.asked {
		c.questions(out)
	}
	for _, d := range c.Moved {
		out.println(moved(c.Rubric, d))
	}
	cov := c.Coverage
	out.printf("%s: %s, %s, %s: %s\n", clean(c.Rubric), plural(c.Signals, "signal"), plural(c.Examples, "example"),
		count(c.NearMisses, "near miss", "near misses"), verdict(c.faults(o.strict)))
	out.printf("  tried out by examples: phrases %d of %d, exclusions %d of %d, entries of word lists %d of %d\n",
		cov.Fired, cov.Phrases, cov.Excluding, cov.Exclusions, cov.Found, cov.Entries)
	if cov.Texts > 0 {
		out.printf("  read with examples: texts of questions %d of %d\n", cov.Filled, cov.Texts)
	}
	for _, v := range c.Overrides {
		out.printf("  looks for a protected trait, and every result says so: %s, because %s\n", clean(v.Trait), clean(v.Because))
	}
	if len(o.resumes) > 0 {
		out.printf("  changed in %d ways: %s, %s\n", len(vary.Variations()), plural(c.Resumes, "resume"), plural(len(c.Moved), "signal")+" moved")
	}
}

// questions prints what is asked with each example, text by text.
func (c checked) questions(out *stream) {
	line := 0
	for _, r := range c.asked {
		if r.Text == "" {
			continue
		}
		if r.Line != line {
			line = r.Line
			out.printf("%s:%d:%d: asked about %s\n", clean(c.Rubric), r.Line, r.Col, clean(r.About))
		}
		for _, l := range wrap(clean(r.Text), min(out.width, readingWidth)-4) {
			out.println("    " + l)
		}
	}
}

// adviceSorts are the sorts of advice of which not all is printed, with what
// to call them.
var adviceSorts = []struct{ id, of string }{
	{rubric.CheckDead, "phrases that no example fires"},
	{rubric.CheckCovered, "phrases that others cover"},
	{rubric.CheckExclusion, "exclusions that exclude no near miss"},
	{rubric.CheckOverlap, "signals that count the same words"},
	{rubric.CheckUnused, "that nothing uses"},
	{rubric.CheckTop, "highest levels without an example"},
	{rubric.CheckTwice, "texts that stand twice"},
	{rubric.CheckColumn, "heads that are too long"},
	{rubric.CheckText, "texts that no example fills"},
}

// moved says what a variation changed.
func moved(name string, d vary.Difference) string {
	what := d.Signal
	if what == "" {
		what = "the kind"
	}
	s := fmt.Sprintf("%s: fault: %s: with %s, %s is %s instead of %s", name, d.File, d.Variation, what, d.After, d.Before)
	if d.Quote != "" {
		s += fmt.Sprintf(": “%s” p.%d", shorten(strings.Join(strings.Fields(d.Quote), " "), 120), d.Page)
	}
	return clean(s)
}

func verdict(failures int) string {
	if failures == 0 {
		return "all hold"
	}
	return plural(failures, "failure")
}
