package rubrics_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pique/extract"
	"pique/extract/layout"
	"pique/extract/outline"
	"pique/rubric"
	"pique/rubrics"
)

// own reads the project's own documents, all of testdata.
func own(t *testing.T) []extract.Document {
	t.Helper()
	folders := []string{"resumes", "portfolios", "hidden", "odd"}
	if testing.Short() {
		folders = folders[:2]
	}
	var out []extract.Document
	for _, folder := range folders {
		sources, err := extract.Walk([]string{filepath.Join("..", "testdata", folder)})
		if err != nil {
			t.Fatal(err)
		}
		for _, src := range sources {
			if src.Kind != extract.PDF {
				continue
			}
			if d := extract.Read(context.Background(), src.Path, extract.Options{}); d.Status != extract.Unreadable {
				out = append(out, d)
			}
		}
	}
	if len(out) < 40 {
		t.Fatalf("read %d documents, want all of testdata", len(out))
	}
	return out
}

// quote is a span of a line.
type quote struct {
	line       int
	start, end int // bytes of its text
}

func (q quote) overlaps(o quote) bool { return q.line == o.line && q.start < o.end && o.start < q.end }

// spanOf finds what is quoted in its line.
func spanOf(t *testing.T, d *extract.Document, line int, text string) quote {
	t.Helper()
	at := strings.Index(d.Lines[line].Text, text)
	if at < 0 || text == "" {
		t.Fatalf("%s: %q does not stand in line %d", d.File, text, line)
	}
	return quote{line, at, at + len(text)}
}

// restsOn are the spans that a piece of evidence rests on.
func restsOn(t *testing.T, d *extract.Document, e rubric.Evidence) []quote {
	out := []quote{spanOf(t, d, e.Line, e.Quote)}
	for _, s := range e.Support {
		out = append(out, spanOf(t, d, s.Line, s.Quote))
	}
	return out
}

// blanked is a document in which a span is white, with the links on it and
// what its entry had from it.
func blanked(d *extract.Document, q quote) *extract.Document {
	out := *d
	out.Lines = slices.Clone(d.Lines)
	l := &out.Lines[q.line]
	l.Text = l.Text[:q.start] + strings.Repeat(" ", q.end-q.start) + l.Text[q.end:]
	gone := map[string]bool{}
	l.Links = slices.DeleteFunc(slices.Clone(l.Links), func(a layout.Link) bool {
		over := a.Start < q.end && q.start < a.End
		gone[a.URI] = gone[a.URI] || over
		return over
	})
	out.Entries = slices.Clone(d.Entries)
	if l.Entry >= 0 {
		e := &out.Entries[l.Entry]
		white := d.Lines[q.line].Text[q.start:q.end]
		if e.Organisation != "" && strings.Contains(white, e.Organisation) {
			e.Organisation = ""
		}
		if e.Dates.Text != "" && strings.Contains(white, e.Dates.Text) {
			e.Dates = outline.Dates{}
		}
		if e.Title != "" && strings.Contains(white, e.Title) {
			e.Title = ""
		}
		e.Links = slices.DeleteFunc(slices.Clone(e.Links), func(a string) bool { return gone[a] })
	}
	return &out
}

// cautions tells which signals of a rubric are cautions.
func cautions(r *rubric.Rubric) map[string]bool {
	out := map[string]bool{}
	for _, s := range r.Signals() {
		out[s.ID] = s.Caution
	}
	return out
}

// key names a piece of evidence.
func key(id string, e rubric.Evidence) string { return fmt.Sprintf("%s %d %s", id, e.Line, e.Quote) }

// TestDeletion: a span that is blanked takes with it the points that rest on
// it, and no others. The signal falls to its next evidence; a caution that
// stood back for what is gone may show, and takes no points.
func TestDeletion(t *testing.T) {
	r, err := rubrics.Get(rubrics.Default)
	if err != nil {
		t.Fatal(err)
	}
	caution := cautions(r)
	docs := own(t)
	spans := 0
	for i := range docs {
		d := &docs[i]
		before := r.Score(d)
		tried := map[quote]bool{}
		for _, s := range before.Signals {
			for _, e := range s.Evidence {
				for _, q := range restsOn(t, d, e) {
					if tried[q] {
						continue
					}
					tried[q] = true
					spans++
					deletion(t, caution, d, before, r.Score(blanked(d, q)), q)
				}
			}
		}
	}
	t.Logf("%d documents, %d spans", len(docs), spans)
	if spans < 300 {
		t.Errorf("%d spans were blanked, want hundreds", spans)
	}
}

// deletion compares a candidate with the same without a span.
func deletion(t *testing.T, caution map[string]bool, d *extract.Document, before, after rubric.Candidate, q quote) {
	t.Helper()
	text := d.Lines[q.line].Text[q.start:q.end]
	now := map[string]int{}
	for _, s := range after.Signals {
		for _, e := range s.Evidence {
			now[key(s.ID, e)] = e.Level
		}
	}
	kept := map[string]bool{}
	for _, s := range before.Signals {
		level := 0
		for _, e := range s.Evidence {
			k := key(s.ID, e)
			kept[k] = true
			spans := restsOn(t, d, e)
			switch {
			case spans[0].overlaps(q):
				if now[k] != 0 {
					t.Errorf("%s: without %q: %s stays", d.File, text, k)
				}
			case slices.ContainsFunc(spans[1:], q.overlaps):
				if now[k] > e.Level {
					t.Errorf("%s: without %q, its support: %s rises to %d", d.File, text, k, now[k])
				}
				level = max(level, now[k])
			default:
				if now[k] != e.Level && len(s.Evidence) < 12 {
					t.Errorf("%s: without %q: %s goes from %d to %d", d.File, text, k, e.Level, now[k])
				}
				level = max(level, e.Level)
			}
		}
		if got := levelIn(after, s.ID); got != level && !caution[s.ID] && len(s.Evidence) < 12 {
			t.Errorf("%s: without %q: %s falls to %d, want its next evidence, %d", d.File, text, s.ID, got, level)
		}
	}
	for _, s := range after.Signals {
		for _, e := range s.Evidence {
			if k := key(s.ID, e); !kept[k] && !caution[s.ID] && levelIn(before, s.ID) > 0 && len(s.Evidence) < 12 {
				t.Errorf("%s: without %q: %s comes, level %d", d.File, text, k, e.Level)
			} else if !kept[k] && !caution[s.ID] && levelIn(before, s.ID) == 0 {
				t.Errorf("%s: without %q: the signal %s comes by %q", d.File, text, s.ID, e.Quote)
			}
		}
	}
	if after.Score > before.Score {
		t.Errorf("%s: without %q the score rises from %g to %g", d.File, text, before.Score, after.Score)
	}
}

func levelIn(c rubric.Candidate, id string) int {
	for _, s := range c.Signals {
		if s.ID == id {
			return s.Level
		}
	}
	return 0
}
