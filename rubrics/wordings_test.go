package rubrics_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"pique/rubric"
	"pique/rubrics"
)

// leastWordings is how many wordings that fire, and how many near misses,
// each signal has beside the examples in its rubric.
const leastWordings = 50

// TestWordings checks the default rubric against wordings that are not its
// own: one file a signal in testdata/wordings, whose entries are written as the
// examples of a rubric are.
func TestWordings(t *testing.T) {
	source, err := rubrics.Source(rubrics.Default)
	if err != nil {
		t.Fatal(err)
	}
	r, err := rubrics.Get(rubrics.Default)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range r.Signals() {
		t.Run(s.ID, func(t *testing.T) {
			with, err := rubric.Parse(s.ID, exchanged(t, source, s.ID))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range with.Check() {
				if f.Signal == s.ID {
					t.Errorf("want %s, got %s: %q", rubric.LevelName(f.Want), rubric.LevelName(f.Got), f.Text)
				}
			}
			if fire, miss := with.Examples(s.ID); fire < leastWordings || miss < leastWordings {
				t.Errorf("%d wordings that fire and %d near misses, want %d of each", fire, miss, leastWordings)
			}
		})
	}
}

// exchanged returns the source of a rubric in which the examples of a signal
// are those of its file of wordings.
func exchanged(t *testing.T, source []byte, id string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "wordings", id+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var words struct {
		Fires yaml.Node `yaml:"fires"`
		Near  yaml.Node `yaml:"near misses"`
	}
	if err := yaml.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(source, &doc); err != nil {
		t.Fatal(err)
	}
	for _, s := range valueOf(doc.Content[0], "signals").Content {
		if valueOf(s, "id").Value == id {
			*valueOf(s, "examples") = words.Fires
			*valueOf(s, "near misses") = words.Near
		}
	}
	var b strings.Builder
	e := yaml.NewEncoder(&b)
	if err := e.Encode(&doc); err != nil {
		t.Fatal(err)
	}
	return []byte(b.String())
}

// valueOf returns the value under a key of a mapping.
func valueOf(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return &yaml.Node{}
}
