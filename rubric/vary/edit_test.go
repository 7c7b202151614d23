package vary

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/extract"
	"pique/extract/layout"
	"pique/extract/outline"
)

func TestEdits(t *testing.T) {
	d := extract.Document{Outline: outline.Outline{
		Name:     "Dana van Petrova",
		Sections: []outline.Section{{Kind: outline.Education}},
		Entries:  []outline.Entry{{Organisation: "University of Glenfarrow"}},
	}}
	for _, tt := range []struct {
		edits      func(*extract.Document) editor
		line, want string
	}{
		{shortName, "DANA VAN PETROVA", "BO VAN LI"},
		{shortName, "D. Petrova, P. Dane, and D. Weiss", "B. Li, P. Dane, and D. Weiss"},
		{shortName, "Petrova, D. A., and Weiss, D.", "Li, B. A., and Weiss, D."},
		{shortName, "D.A. Petrova; see github.com/petrova/dana and dana@example.org", "B.A. Li; see github.com/petrova/dana and dana@example.org"},
		{longName, "Dana Petrova", "Maximiliana Papadopoulou"},
		{otherPronouns, "She made it hers; HIS work", "He made it his; HER work"},
		{otherEmail, "dana@example.org | +44", "m.quillon77@mailbox.example | +44"},
		{otherCity, "Acme, Berlin, Germany", "Acme, Tulsa, Germany"},
		{otherCity, "Boston housing prices", "Boston housing prices"},
		{otherSchool, "BSc, University of Glenfarrow, 2013", "BSc, Northmoor University, 2013"},
		{earlier, "Jan 2020 – 2023, ICML 2021; arXiv:2101.2021, 2,021 files, RTX 2070, 2048", "Jan 2017 – 2020, ICML 2018; arXiv:2101.2021, 2,021 files, RTX 2070, 2048"},
		{earlier, "(2019–2021), 03/2018.", "(2016–2018), 03/2015."},
	} {
		if got := apply(layout.Line{Text: tt.line}, tt.edits(&d)(tt.line)).Text; got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.line, got, tt.want)
		}
	}
}

// TestApplyMoves: what points into a line points to the same words after.
func TestApplyMoves(t *testing.T) {
	const line = "Dana Petrova 2020 code"
	l := layout.Line{
		Text: line, Gaps: []int{13}, Spans: []layout.Span{{Start: 0, End: 12}, {Start: 13, End: len(line)}},
		Links: []layout.Link{{Start: 18, End: 22, URI: "https://example.org"}},
	}
	got := apply(l, []edit{{0, 4, "Bo"}, {5, 12, "Papadopoulou"}})
	if want := "Bo Papadopoulou 2020 code"; got.Text != want {
		t.Fatalf("got %q, want %q", got.Text, want)
	}
	var pieces []string
	for _, s := range got.Spans {
		pieces = append(pieces, got.Text[s.Start:s.End])
	}
	pieces = append(pieces, got.Text[got.Gaps[0]:], got.Text[got.Links[0].Start:got.Links[0].End])
	if diff := cmp.Diff([]string{"Bo Papadopoulou", "2020 code", "2020 code", "code"}, pieces); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if l.Text != line || !slices.Equal(l.Gaps, []int{13}) {
		t.Error("the line that was given has changed")
	}
}

// TestReversed: all lines are there once, in their section and entry.
func TestReversed(t *testing.T) {
	d := extract.Document{Outline: outline.Outline{
		Sections: []outline.Section{{Kind: outline.Header, End: 1}, {Kind: outline.Skills, Start: 1, End: 2}, {Kind: outline.Projects, Start: 2, End: 4}},
		Entries:  []outline.Entry{{Section: 2, Start: 3, End: 4}},
	}}
	for i, text := range []string{"name", "skills", "projects", "a project"} {
		d.Lines = append(d.Lines, outline.Line{Line: layout.Line{Text: text}, Section: max(i-1, 0), Entry: -1})
	}
	d.Lines[1].Section, d.Lines[2].Section, d.Lines[3].Section, d.Lines[3].Entry = 1, 2, 2, 0
	got := reversed(&d, nil)
	var texts []string
	for i, l := range got.Lines {
		texts = append(texts, l.Text+" in "+got.Of(i))
	}
	if diff := cmp.Diff([]string{"name in header", "projects in projects", "a project in projects", "skills in skills"}, texts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if e := got.Entries[0]; got.Lines[e.Start].Text != "a project" || got.Lines[2].Entry != 0 || e.Section != 1 {
		t.Errorf("the entry is %+v", e)
	}
}
