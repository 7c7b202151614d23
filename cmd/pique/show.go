package main

import (
	"cmp"
	"context"
	"fmt"
	"math"
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
		Use:   "show CANDIDATE [CANDIDATE]",
		Short: "Show why: every point, its quote, page and section; or compare two",
		Long: long(`
Shows what a candidate's score is made of: each signal with its level, its
points and the quotes that prove it, what is hidden in the file, what could not
be read, and the ratings and decisions of rate and decide. CANDIDATE is the rank in the last table, a name, a file, or the
start of the file's hash. Two candidates are put side by side: each signal with
both levels, quotes and points.`,
			exitDone, exitUsage, exitIndex, exitInterrupted),
		Example: `  pique show 1
  pique show "Mateusz Wrobel"
  pique show 1 2
  pique show wrobel.pdf --format json`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 2 {
				return tooMany(len(args))
			}
			return need(1, 2, "candidate")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return runShow(cmd.Context(), s, o, args) },
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			return completeCandidate(cmd.Context(), o.index, typed)
		},
	}
	addFormat(cmd, &o.format, "text", "json", "markdown")
	addScoredBy(cmd, &o.rubric)
	o.index.addFlag(cmd, s)
	o.index.addSplit(cmd)
	return cmd
}

// runShow shows one candidate of the index, or two side by side.
func runShow(ctx context.Context, s *session, o showOptions, refs []string) error {
	if len(refs) == 1 && o.format == "markdown" {
		return usageError("--format text or json shows one", "--format markdown compares two candidates")
	}
	idx, err := o.index.openToRead(ctx)
	if err != nil {
		return err
	}
	defer idx.Close() //nolint:errcheck // read only
	c, err := findOne(ctx, idx, refs[0])
	if err != nil {
		return err
	}
	if len(refs) == 2 {
		other, err := findOne(ctx, idx, refs[1])
		if err != nil {
			return err
		}
		if err := canCompare(c, other); err != nil {
			return err
		}
		signals, err := signalsOf(c, o.rubric)
		if err != nil {
			return err
		}
		return compare(c, other, signals).print(s.out, o.format)
	}
	said, err := conversationOf(s, o.index, c)
	if err != nil {
		return err
	}
	if o.format == "json" {
		return printJSON(s.out, struct {
			rubric.Candidate
			conversation
		}{complete(c), said})
	}
	signals, err := signalsOf(c, o.rubric)
	if err != nil {
		return err
	}
	newPointsPage(s.out, signals).print(c)
	said.print(s.out)
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
	p.sum(c)
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
		p.pair("score", fmt.Sprintf("%s of 100, by %s", shownScore(c.Score), clean(c.Rubric)))
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
	for i, line := range documentLines(c) {
		key := ""
		if i == 0 {
			key = "file"
		}
		p.pair(key, line)
	}
}

// documentLines are the files of a candidate, a line for each document.
func documentLines(c rubric.Candidate) []string {
	docs := c.Documents
	if len(docs) == 0 {
		docs = []rubric.Part{{File: c.File, SHA256: c.SHA256, Pages: c.Pages, Copies: c.Copies}}
	}
	var out []string
	for _, d := range docs {
		line := clean(d.File)
		if d.Pages > 0 {
			line += ", " + plural(d.Pages, "page")
		}
		line += ", " + clean(d.SHA256[:min(len(d.SHA256), 8)])
		if len(docs) > 1 {
			line += ", " + tenths(d.Score) + " by itself"
		}
		for _, f := range d.Copies {
			line += "; the same: " + clean(f)
		}
		out = append(out, line)
	}
	return out
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
	right := pointsText(s)
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
	if s.Next != "" {
		p.st.println(hang("  "+p.st.paint(faint, "next  "), clean(s.Next), p.width))
	}
	for _, e := range s.Evidence {
		p.evidence(s, e)
	}
}

// pointsText is what a signal adds: its weight times the share of its level.
func pointsText(s rubric.Signal) string {
	text := pointsNoun(s.Points, "point")
	if s.Weight > 0 && s.Points < s.Weight {
		text = fmt.Sprintf("%s × %.0f %% = %s", tenths(s.Weight), 100*s.Points/s.Weight, text)
	}
	return text
}

// pointsNoun counts things in tenths.
func pointsNoun(n float64, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return tenths(n) + " " + noun
}

// tenths is a number of points; they are whole tenths.
func tenths(n float64) string { return strconv.FormatFloat(math.Round(n*10)/10, 'f', -1, 64) }

// sum adds the points up to the score that is shown.
func (p *pointsPage) sum(c rubric.Candidate) {
	var terms []string
	for _, s := range c.Signals {
		if s.Points > 0 {
			terms = append(terms, tenths(s.Points))
		}
	}
	if len(terms) == 0 {
		return
	}
	text := strings.Join(terms, " + ")
	if len(terms) > 1 {
		text += " = " + tenths(c.Score)
	}
	if shown := shownScore(c.Score); shown != tenths(c.Score) {
		text += ", shown as " + shown
	}
	p.st.println("\n" + hang(p.st.paint(faint, "score      "), text, p.width))
}

// shownScore is a score as tables show it: a tenth of a point means nothing.
func shownScore(score float64) string { return strconv.FormatFloat(score, 'f', 0, 64) }

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
	if e.File != "" {
		where = clean(e.File) + " " + where
	}
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
	p.supports(e)
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

// supportLeads say what a quote beside the first one is for. The facts of an
// entry are printed as such.
var supportLeads = map[string]string{"measure": "the number  ", "link": "the link  ", "company": "with  "}

// supports are the quotes that the level rests on beside the first, each on
// one line.
func (p *pointsPage) supports(e rubric.Evidence) {
	for _, s := range e.Support {
		lead := supportLeads[s.For]
		if lead == "" {
			continue
		}
		at := ""
		if s.Page != e.Page {
			at = fmt.Sprintf("  p.%d", s.Page)
		}
		room := p.width - len("      ") - columns(lead) - len(`""`) - columns(at)
		p.st.println("      " + p.st.paint(faint, lead) + p.st.paint(quoted, `"`+shorten(clean(s.Quote), room)+`"`) + p.st.paint(faint, at))
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
		if h.File != "" {
			where = "  " + clean(h.File) + where[1:]
		}
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
