package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"pique/extract"
	"pique/rubric"
)

// readingWidth is the most columns that running text is set in: longer lines
// are hard to read.
const readingWidth = 96

// showOptions are the flags of show.
type showOptions struct {
	rubric string
	format format
	index  indexOptions
}

func newShowCommand(s *session) *cobra.Command {
	var o showOptions
	cmd := &cobra.Command{
		Use:   "show CANDIDATE",
		Short: "Show why: every point, its quote, page and section",
		Long: long(`
Shows what a candidate's score is made of: each signal with its level, its
points and the quotes that prove it, what is hidden in the file, and what could
not be read. CANDIDATE is the rank in the last table, a name, a file, or the
start of the file's hash.`,
			exitDone, exitUsage, exitIndex, exitInterrupted),
		Example: `  pique show 1
  pique show "Mateusz Wrobel"
  pique show wrobel.pdf --format json`,
		Args: need(1, 1, "candidate"),
		RunE: func(cmd *cobra.Command, args []string) error { return runShow(cmd.Context(), s, o, args[0]) },
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			return completeCandidate(cmd.Context(), o.index, typed)
		},
	}
	addFormat(cmd, &o.format, "text", "json")
	addScoredBy(cmd, &o.rubric)
	o.index.addFlag(cmd, s)
	return cmd
}

// runShow shows one candidate of the index.
func runShow(ctx context.Context, s *session, o showOptions, ref string) error {
	idx, err := o.index.openToRead(ctx)
	if err != nil {
		return err
	}
	defer idx.Close() //nolint:errcheck // read only
	c, err := findOne(ctx, idx, ref)
	if err != nil {
		return err
	}
	if o.format == "json" {
		return printJSON(s.out, complete(c))
	}
	signals, err := signalsOf(c, o.rubric)
	if err != nil {
		return err
	}
	newPointsPage(s.out, signals).print(c)
	return nil
}

// pointsPage prints what a score is made of.
type pointsPage struct {
	st      *stream
	width   int
	signals map[string]rubric.SignalInfo
	order   []rubric.SignalInfo
}

func newPointsPage(st *stream, signals []rubric.SignalInfo) *pointsPage {
	p := &pointsPage{st: st, width: min(st.width, readingWidth), signals: map[string]rubric.SignalInfo{}, order: signals}
	for _, s := range signals {
		p.signals[s.ID] = s
	}
	return p
}

func (p *pointsPage) print(c rubric.Candidate) {
	p.head(c)
	if c.Status == string(extract.Unreadable) {
		p.hidden(c.Hidden)
		return
	}
	if len(c.Signals) == 0 {
		p.st.println("\n" + hang("", "No signal of the rubric was found. That says what is on the page, "+
			"not what the person can do.", p.width))
	}
	for _, s := range c.Signals {
		p.signal(s)
	}
	p.absent(c)
	p.hidden(c.Hidden)
}

// head is who it is, and what was read.
func (p *pointsPage) head(c rubric.Candidate) {
	p.st.println(p.st.paint(strong, title(called(c), c.Name != "")))
	if c.Status == string(extract.Unreadable) {
		p.pair("not read", p.st.paint(wrong, clean(c.Reason)))
	} else {
		p.pair("kind", clean(c.Kind))
		p.pair("score", fmt.Sprintf("%s of 100, by %s", strconv.FormatFloat(c.Score, 'f', 0, 64), clean(c.Rubric)))
		p.pair("by choice", overridesText(c.Overrides))
	}
	if c.Status == string(extract.Partial) {
		p.pair("in part", p.st.paint(warning, clean(c.Reason)))
	}
	p.pair("e-mail", clean(c.Email))
	for i, l := range c.Links {
		key := ""
		if i == 0 {
			key = "links"
		}
		p.pair(key, clean(l))
	}
	file := clean(c.File)
	if c.Pages > 0 {
		file += ", " + plural(c.Pages, "page")
	}
	p.pair("file", file+", "+shortHash(c))
}

// title is a name as it heads a page: in capitals, where it is a name and
// not that of a file.
func title(s string, person bool) string {
	if person {
		return strings.ToUpper(s)
	}
	return s
}

// pair is a line of the head.
func (p *pointsPage) pair(key, value string) {
	if value == "" {
		return
	}
	const room = 10
	p.st.println(hang(p.st.paint(faint, pad(key, room)), value, p.width))
}

// signal is one signal with its quotes.
func (p *pointsPage) signal(s rubric.Signal) {
	info, known := p.signals[s.ID]
	name := clean(s.ID)
	if known && info.Title != "" {
		name = clean(info.Title)
	}
	level := rubric.LevelName(s.Level)
	right := fmt.Sprintf("%s points", strconv.FormatFloat(s.Points, 'f', -1, 64))
	y := levelStyle(s.Level)
	if info.Caution {
		level, right, y = "caution", "no points", warning
	}
	left := p.st.paint(strong, strings.ToUpper(name)) + "  " + p.st.paint(y, levelBar(s.Level, info.Caution)+" "+level)
	space := max(p.width-columns(left)-columns(right), 2)
	p.st.println("\n" + left + strings.Repeat(" ", space) + p.st.paint(faint, right))
	if s.Why != "" {
		p.st.println(hang("  ", clean(s.Why), p.width))
	}
	for _, e := range s.Evidence {
		p.evidence(s, e)
	}
}

// levelBar shows a level as a bar of four.
func levelBar(level int, caution bool) string {
	if caution {
		return cautionSign
	}
	level = min(max(level, 0), 4)
	return strings.Repeat("■", level) + strings.Repeat("□", 4-level)
}

// evidence is a quote, where it stands, and the facts taken from it.
func (p *pointsPage) evidence(s rubric.Signal, e rubric.Evidence) {
	where := fmt.Sprintf("p.%d", e.Page)
	if e.Section != "" {
		where += ", " + clean(e.Section)
	}
	if e.Level != s.Level && e.Level > 0 {
		where += ", " + rubric.LevelName(e.Level)
	}
	lines := wrap(`"`+clean(e.Quote)+`"`, p.width-4)
	last := len(lines) - 1
	for i, l := range lines {
		lines[i] = "    " + p.st.paint(quoted, l)
		if i == 0 {
			lines[i] = "  " + p.st.paint(faint, "•") + " " + p.st.paint(quoted, l)
		}
	}
	if columns(lines[last])+2+columns(where) <= p.width {
		lines[last] += "  " + p.st.paint(faint, where)
	} else {
		lines = append(lines, "    "+p.st.paint(faint, where))
	}
	p.st.println(strings.Join(lines, "\n"))
	var facts []string
	for _, key := range sortedKeys(e.Facts) {
		if v := clean(e.Facts[key]); v != "" && key != "match" {
			facts = append(facts, clean(key)+" "+v)
		}
	}
	if len(facts) > 0 {
		for _, l := range wrapParts(facts, " · ", p.width-6) {
			for _, part := range wrap(l, p.width-6) {
				p.st.println("      " + p.st.paint(faint, part))
			}
		}
	}
}

// firstFacts are the facts that come first, in this order.
var firstFacts = []string{"title", "organisation", "dates", "measure", "baseline"}

// sortedKeys are the names of facts in the order in which they are printed.
func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	place := func(k string) int {
		if i := slices.Index(firstFacts, k); i >= 0 {
			return i
		}
		return len(firstFacts)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b)) })
	return keys
}

// absent names the signals that were not found.
func (p *pointsPage) absent(c rubric.Candidate) {
	var names []string
	for _, s := range p.order {
		if levelOf(c, s.ID) == 0 && !s.Caution {
			names = append(names, clean(s.ID))
		}
	}
	if len(names) > 0 {
		p.st.println("\n" + hang(p.st.paint(faint, "not found  "), strings.Join(names, ", "), p.width))
	}
}

// hiddenMost bounds the hidden runs that are printed.
const hiddenMost = 12

// hidden lists what a reader of the page cannot see.
func (p *pointsPage) hidden(hidden []extract.Hidden) {
	if len(hidden) == 0 {
		return
	}
	p.st.println("\n" + p.st.paint(warning, "HIDDEN TEXT") + "  " +
		p.st.paint(faint, "not counted; there may be an innocent reason: ask"))
	for _, h := range hidden[:min(len(hidden), hiddenMost)] {
		where := fmt.Sprintf("  p.%d %s  ", h.Page, clean(string(h.Why)))
		text := `"` + shorten(strings.Join(strings.Fields(clean(h.Text)), " "), 3*p.width) + `"`
		if columns(where) > p.width/2 {
			p.st.println(where)
			where = "    "
		}
		p.st.println(hang(where, text, p.width))
	}
	if n := len(hidden) - hiddenMost; n > 0 {
		p.st.printf("  and %d more; --format json has them all\n", n)
	}
}
