package rubric

import (
	"fmt"
	"strings"

	"pique/extract"
	"pique/extract/layout"
	"pique/extract/outline"
)

// Failure is an example of a rubric that does not come out as it says.
type Failure struct {
	Signal string
	Line   int // of the rubric file, from 1; 0 where it is not about a line
	Text   string
	Want   int // level; Absent for a near miss
	Got    int
}

func (f Failure) String() string {
	return fmt.Sprintf("line %d: %s: want %s, got %s: %q", f.Line, f.Signal, LevelName(f.Want), LevelName(f.Got), f.Text)
}

// Check runs the examples and near misses of every signal and returns those
// that come out otherwise, in the order of the file. A signal without
// examples is a failure too.
func (r *Rubric) Check() []Failure {
	var out []Failure
	for _, s := range r.signals {
		if len(s.examples) == 0 {
			out = append(out, Failure{Signal: s.id, Text: "the signal has no examples", Want: Claimed})
		}
		for _, e := range s.examples {
			got := Absent
			for _, sig := range r.Score(sample(e)).Signals {
				if sig.ID == s.id {
					got = sig.Level
				}
			}
			if got != e.level {
				out = append(out, Failure{s.id, e.line, e.text, e.level, got})
			}
		}
	}
	return out
}

// Examples counts the examples and the near misses of a signal; of all
// signals where id is empty.
func (r *Rubric) Examples(id string) (fire, miss int) {
	for _, s := range r.signals {
		if id != "" && s.id != id {
			continue
		}
		for _, e := range s.examples {
			if e.level == Absent {
				miss++
			} else {
				fire++
			}
		}
	}
	return fire, miss
}

// tops reports whether the first row of an example is the heading above the
// others: a few words without a number or comma.
func tops(row string) bool {
	return len(row) < 40 && len(strings.Fields(row)) <= 5 && !strings.ContainsAny(row, ",.;0123456789@|")
}

// sample makes a document of an example: a single line as a bullet of a
// section, several lines as a page of their own with headings.
func sample(e example) *extract.Document {
	rows := strings.Split(strings.TrimSpace(e.text), "\n")
	if len(rows) == 1 {
		rows = []string{strings.ToUpper(e.in), "- " + rows[0]}
	}
	lines := make([]layout.Line, 0, len(rows)+1)
	lines = append(lines, layout.Line{Text: "Robin Example", Kind: layout.Heading, Page: 1, Size: 16, Bold: true,
		Spans: []layout.Span{{End: len("Robin Example"), Page: 1}}})
	for i, row := range rows {
		row = strings.TrimSpace(row)
		if row == "" {
			continue
		}
		l := layout.Line{Text: row, Page: 1, Size: 10}
		switch {
		case strings.HasPrefix(row, "- "), strings.HasPrefix(row, "• "):
			l.Kind, l.Marker, l.Indent = layout.Bullet, "•", 12
			l.Text = strings.TrimSpace(row[strings.Index(row, " "):])
		case row == strings.ToUpper(row) && len(row) < 40, i == 0 && tops(row):
			l.Kind, l.Size, l.Bold, l.Lead = layout.Heading, 12, true, 12
		default:
			l.Kind, l.Bold = layout.Title, true
		}
		l.Spans = []layout.Span{{End: len(l.Text), Page: 1}}
		lines = append(lines, l)
	}
	d := &extract.Document{File: "example", Status: extract.OK, Pages: []extract.Page{{Number: 1}}, Outline: outline.Of(lines, nil)}
	d.Name = "" // who wrote an example is not known
	return d
}
