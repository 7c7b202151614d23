package rubrics_test

import (
	"math"
	"strings"
	"testing"

	"pique/extract"
	"pique/extract/outline"
	"pique/rubric"
	"pique/rubrics"
)

// project is a document with one project: its heading and what is said of it.
func project(lines ...string) *extract.Document {
	d := &extract.Document{File: "a.pdf", Status: extract.OK}
	d.Lines = make([]outline.Line, 1+len(lines))
	d.Lines[0].Text, d.Lines[0].Entry = "Projects", -1
	for i, text := range lines {
		d.Lines[1+i].Text = text
		d.Lines[1+i].Head = i == 0
	}
	d.Sections = []outline.Section{{Kind: outline.Projects, Heading: "Projects", End: len(d.Lines)}}
	d.Entries = []outline.Entry{{Start: 1, End: len(d.Lines), Title: lines[0]}}
	return d
}

// TestReasons: why a signal has its level and not the next, in words that
// follow from what the matcher found.
func TestReasons(t *testing.T) {
	r, err := rubrics.Get(rubrics.Default)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, signal, line, more string
		why, next                string
	}{
		{"a claim", "smaller", "Worked on model compression for phones", "",
			"claimed: it is said, and no more than that", "for specific “Worked on model compression” is never more than a claim: say what was done"},
		{"no number", "smaller", "Pruned a ResNet-50 for phones", "",
			"specific: it says what was done", "for measured a number in the same sentence is missing (size, "},
		{"another kind of number", "smaller", "Pruned a ResNet-50 so that a frame takes 11 ms instead of 38 ms", "",
			"specific: it says what was done", "“11 ms instead of 38 ms” is time, another kind of number"},
		{"no link", "smaller", "Pruned a ResNet-50 from 98 MB to 9 MB", "",
			"measured: from 98 MB to 9 MB", "for verifiable a link to the code, paper or page is missing"},
		{"only a profile", "smaller", "Pruned a ResNet-50 from 98 MB to 9 MB", "https://github.com/invented",
			"measured: from 98 MB to 9 MB", "for verifiable a link to the code, paper or page is missing; https://github.com/invented is a front page or profile"},
		{"a link of another kind", "paper-code", "Implemented BranchyNet from its paper", "https://arxiv.org/abs/2399.12345",
			"specific: it says what was done", "for measured a number in the same sentence is missing ("},
		{"that and a number", "paper-code", "Implemented BranchyNet from its paper, to within 0.4 points of its accuracy", "https://arxiv.org/abs/2399.12345",
			"measured: within 0.4 points", "is missing; https://arxiv.org/abs/2399.12345 leads to a paper"},
		{"the top", "smaller", "Pruned a ResNet-50 from 98 MB to 9 MB", "https://github.com/invented/pruned",
			"verifiable: from 98 MB to 9 MB, and https://github.com/invented/pruned can be opened", ""},
	} {
		d := project("Small networks", tt.line)
		if tt.more != "" {
			d.Entries[0].Links = []string{tt.more}
		}
		found := false
		for _, s := range r.Score(d).Signals {
			if s.ID != tt.signal {
				continue
			}
			found = true
			if s.Why != tt.why || !strings.Contains(s.Next, tt.next) || (s.Next == "") != (tt.next == "") {
				t.Errorf("%s: got %q, next %q; want %q, next %q", tt.name, s.Why, s.Next, tt.why, tt.next)
			}
		}
		if !found {
			t.Errorf("%s: %q does not show %s", tt.name, tt.line, tt.signal)
		}
	}
}

// TestReasonsGiven: each signal of each own document has its reason, what it
// lacks unless it is at its top, and points that add up to the score.
func TestReasonsGiven(t *testing.T) {
	for _, name := range rubrics.Names() {
		r, err := rubrics.Get(name)
		if err != nil {
			t.Fatal(err)
		}
		docs := own(t)
		for i := range docs {
			c := r.Score(&docs[i])
			sum := 0.0
			for _, s := range c.Signals {
				sum += s.Points
				top := strings.Contains(s.Why, "highest level") || s.Level == rubric.Verifiable || s.Weight == 0
				if s.Why == "" || (s.Next == "") != top {
					t.Errorf("%s: %s %d: why %q, next %q", c.File, s.ID, s.Level, s.Why, s.Next)
				}
				if s.Points > s.Weight {
					t.Errorf("%s: %s has %g points of %g", c.File, s.ID, s.Points, s.Weight)
				}
			}
			if math.Abs(sum-c.Score) > 1e-6 {
				t.Errorf("%s: the points make %g, and the score is %g", c.File, sum, c.Score)
			}
		}
	}
}
