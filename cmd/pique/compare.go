package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/olekukonko/tablewriter/tw"

	"pique/extract"
	"pique/rubric"
)

// comparison is two candidates row by row: the JSON of show A B.
type comparison struct {
	A       rubric.Candidate `json:"a"`
	B       rubric.Candidate `json:"b"`
	Lead    float64          `json:"lead"` // points by which A is before B; the leads of the signals add up to it
	Signals []difference     `json:"signals"`
}

// difference is one signal of two candidates.
type difference struct {
	ID    string         `json:"id"`
	Title string         `json:"title"`
	Lead  float64        `json:"lead"` // points of A less those of B
	A     *rubric.Signal `json:"a"`    // null where absent
	B     *rubric.Signal `json:"b"`
}

// compare puts two candidates side by side: the signals in the order of the
// rubric, then any other, those left out that neither has.
func compare(a, b rubric.Candidate, order []rubric.SignalInfo) comparison {
	c := comparison{A: complete(a), B: complete(b), Lead: lead(a.Score, b.Score), Signals: []difference{}}
	add := func(id, title string) {
		d := difference{ID: id, Title: title, A: signalIn(&c.A, id), B: signalIn(&c.B, id)}
		if d.A == nil && d.B == nil || slices.ContainsFunc(c.Signals, func(o difference) bool { return o.ID == id }) {
			return
		}
		d.Lead = lead(pointsOf(d.A), pointsOf(d.B))
		c.Signals = append(c.Signals, d)
	}
	for _, s := range order {
		add(s.ID, s.Title)
	}
	for _, s := range slices.Concat(c.A.Signals, c.B.Signals) {
		add(s.ID, s.ID)
	}
	return c
}

func signalIn(c *rubric.Candidate, id string) *rubric.Signal {
	for i := range c.Signals {
		if c.Signals[i].ID == id {
			return &c.Signals[i]
		}
	}
	return nil
}

func pointsOf(s *rubric.Signal) float64 {
	if s == nil {
		return 0
	}
	return s.Points
}

// lead is a difference of points, in whole tenths.
func lead(a, b float64) float64 { return math.Round((a-b)*10) / 10 }

// leadText is a difference with its sign: "+3.2", "−3.2", "0".
func leadText(n float64) string {
	switch {
	case n > 0:
		return "+" + tenths(n)
	case n < 0:
		return "−" + tenths(-n)
	}
	return "0"
}

// canCompare refuses candidates whose scores say nothing of one another.
func canCompare(a, b rubric.Candidate) error {
	for _, c := range []rubric.Candidate{a, b} {
		if c.Status == string(extract.Unreadable) {
			return usageError("pique show tells why", "%s could not be read: there is nothing to compare", called(c))
		}
	}
	if a.SHA256 == b.SHA256 {
		return usageError("name two candidates", "both are %s", called(a))
	}
	if a.Rubric != b.Rubric {
		return usageError("pique score PATH... with one --rubric makes them comparable",
			"%s was scored by %s and %s by %s", called(a), clean(a.Rubric), called(b), clean(b.Rubric))
	}
	return nil
}

// print writes a comparison.
func (c comparison) print(st *stream, f format) error {
	switch f {
	case "json":
		return printJSON(st, c)
	case "markdown":
		return c.markdown(st)
	}
	c.text(st)
	return nil
}

// The widths of a comparison on the screen, in columns.
const (
	leadRoom   = 6 // for the lead, "+12.8"
	pairGap    = 2
	quoteLines = 4 // of a quote at the most
)

// text writes the two side by side, each signal a block of its own.
func (c comparison) text(st *stream) {
	width := min(st.width, readingWidth+readingWidth/2)
	room := max((width-leadRoom-2*pairGap)/2, 12)
	line := func(a, b, right string) {
		st.println(strings.TrimRight(pad(a, room)+strings.Repeat(" ", pairGap)+pad(b, room)+strings.Repeat(" ", pairGap)+padLeft(right, leadRoom), " "))
	}
	line(st.paint(strong, shorten(spoken(called(c.A)), room)), st.paint(strong, shorten(spoken(called(c.B)), room)), st.paint(faint, "lead"))
	line(clean(c.A.Kind), clean(c.B.Kind), "")
	line(shownScore(c.A.Score)+" of 100", shownScore(c.B.Score)+" of 100", leadText(c.Lead))
	for _, d := range c.Signals {
		st.println("\n" + st.paint(strong, strings.ToUpper(clean(d.Title))))
		caution := d.caution()
		line(sideHead(st, d.A, caution), sideHead(st, d.B, caution), leadText(d.Lead))
		a, b := sideQuote(d.A, room), sideQuote(d.B, room)
		for i := range max(len(a), len(b)) {
			line(lineOf(st, a, i), lineOf(st, b, i), "")
		}
	}
	var terms []string
	for _, d := range c.Signals {
		if d.Lead != 0 {
			terms = append(terms, leadText(d.Lead))
		}
	}
	if len(terms) > 0 {
		st.println("\n" + hang(st.paint(faint, "lead  "), strings.Join(terms, " ")+" = "+leadText(c.Lead), width))
	}
}

// caution reports whether the signal gives no points to anybody.
func (d difference) caution() bool {
	return (d.A == nil || d.A.Weight == 0 && d.A.Points == 0) && (d.B == nil || d.B.Weight == 0 && d.B.Points == 0)
}

// sideHead is the level and the points of one side.
func sideHead(st *stream, s *rubric.Signal, caution bool) string {
	switch {
	case s == nil:
		return st.paint(faint, absentSign)
	case caution:
		return st.paint(warning, cautionSign+" caution")
	}
	return st.paint(levelStyle(s.Level), levelBar(s.Level, false)+" "+rubric.LevelName(s.Level)) + "  " + tenths(s.Points)
}

// sideQuote is the first quote of one side, in lines.
func sideQuote(s *rubric.Signal, room int) []string {
	if s == nil || len(s.Evidence) == 0 {
		return nil
	}
	e := s.Evidence[0]
	at := fmt.Sprintf(`" p.%d`, e.Page)
	if e.File != "" {
		at = fmt.Sprintf(`" %s p.%d`, shorten(clean(e.File), room/2), e.Page)
	}
	lines := wrap(`"`+clean(e.Quote)+at, room)
	if len(lines) > quoteLines {
		rest := strings.Join(lines[quoteLines-1:], " ")
		lines = append(lines[:quoteLines-1], shorten(strings.TrimSuffix(rest, at), room-columns(at))+at)
	}
	return lines
}

func lineOf(st *stream, lines []string, i int) string {
	if i >= len(lines) {
		return ""
	}
	return st.paint(quoted, lines[i])
}

// markdown writes a comparison as a table.
func (c comparison) markdown(st *stream) error {
	side := func(s *rubric.Signal) string {
		if s == nil {
			return absentSign
		}
		text := fmt.Sprintf("%d %s, %s", s.Level, rubric.LevelName(s.Level), pointsNoun(s.Points, "point"))
		if s.Weight == 0 && s.Points == 0 {
			text = "caution"
		}
		if len(s.Evidence) > 0 {
			text += fmt.Sprintf(": “%s” p. %d", markdownCell(s.Evidence[0].Quote), s.Evidence[0].Page)
		}
		return text
	}
	rows := [][]string{
		{"kind", markdownCell(c.A.Kind), markdownCell(c.B.Kind), ""},
		{"score", shownScore(c.A.Score), shownScore(c.B.Score), leadText(c.Lead)},
	}
	for _, d := range c.Signals {
		rows = append(rows, []string{markdownCell(d.Title), side(d.A), side(d.B), leadText(d.Lead)})
	}
	head := []string{"signal", markdownCell(spoken(called(c.A))), markdownCell(spoken(called(c.B))), "lead"}
	return markdownTable(st, head, rows, []tw.Align{tw.AlignLeft, tw.AlignLeft, tw.AlignLeft, tw.AlignRight})
}

// tooMany is the error of more candidates than two.
func tooMany(n int) error {
	return usageError("two stand side by side; pique score PATH... --format markdown puts all in one table",
		"show: %d candidates, want 1 or 2", n)
}
