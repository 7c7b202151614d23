package rubrics_test

import (
	"errors"
	"io/fs"
	"slices"
	"testing"

	"pique/rubric"
	"pique/rubrics"
)

// leastExamples is how many examples that fire, and how many near misses,
// each signal of a shipped rubric must carry.
const leastExamples = 5

func TestShipped(t *testing.T) {
	names := rubrics.Names()
	if !slices.Contains(names, rubrics.Default) || !slices.Contains(names, "engineering-level") {
		t.Fatalf("shipped are %v", names)
	}
	for _, name := range names {
		r, err := rubrics.Get(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if r.Name != name {
			t.Errorf("%s.yaml calls itself %q", name, r.Name)
		}
		for _, f := range r.Check() {
			t.Errorf("%s: %v", name, f)
		}
		for _, s := range r.Signals() {
			fire, miss := r.Examples(s.ID)
			if fire < leastExamples || miss < leastExamples {
				t.Errorf("%s: %s has %d examples that fire and %d near misses, want %d of each", name, s.ID, fire, miss, leastExamples)
			}
		}
	}
}

func TestStartingFile(t *testing.T) {
	data, err := rubrics.Source("start")
	if err != nil {
		t.Fatal(err)
	}
	r, err := rubric.Parse("start.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	if fails := r.Check(); len(fails) > 0 {
		t.Errorf("the starting file fails its own check: %v", fails)
	}
}

func TestSourceUnknown(t *testing.T) {
	if _, err := rubrics.Source("none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want fs.ErrNotExist", err)
	}
}

// TestShippedInspected: no rubric that we ship has a fault that check finds,
// and about the starting file there is nothing to say.
func TestShippedInspected(t *testing.T) {
	for _, name := range append(rubrics.Names(), "start") {
		data, err := rubrics.Source(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := rubric.Parse(name+".yaml", data)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Inspect().Findings {
			if f.Fault || name == "start" { // which others copy
				t.Errorf("%s.yaml:%d:%d: %s: %s", name, f.Line, f.Col, f.Check, f.Msg)
			}
		}
	}
}
