package rubric_test

import (
	"errors"
	"strings"
	"testing"

	"pique/rubric"
)

const sound = `rubric: sound
title: Sound
signals:
  - id: quick
    title: Quick
    why: because
    look for: [quick fox]
    examples: [a quick fox ran]
    near misses: [a slow fox ran]
`

func TestParseSound(t *testing.T) {
	r, err := rubric.Parse("sound.yaml", []byte(sound))
	if err != nil {
		t.Fatal(err)
	}
	if fails := r.Check(); len(fails) > 0 {
		t.Errorf("Check: %v", fails)
	}
	if got := r.Signals()[0].Weight; got != 100 {
		t.Errorf("the weight of a single signal is %g, want 100", got)
	}
}

func TestParseFaults(t *testing.T) {
	tests := []struct {
		name, yaml string
		want       []string
	}{
		{"empty", "", []string{"r.yaml:1:1: the file is empty"}},
		{"no yaml", "a: [b\n", []string{"r.yaml:2:1: a list in [ ] is never closed"}},
		{"no signals", "rubric: a\ntitle: A\n", []string{"r.yaml:1:1: the rubric has no signals"}},
		{"list", "- a\n", []string{"r.yaml:1:1: the rubric is a list"}},
		{"unknown key", strings.Replace(sound, "why:", "wy:", 1), []string{`r.yaml:6:5: unknown key "wy" in a signal (did you mean "why"?)`, `has no "why"`}},
		{"unknown key far", strings.Replace(sound, "title: Sound", "colour: red\ntitle: Sound", 1), []string{`r.yaml:2:1: unknown key "colour"`}},
		{"phrase", strings.Replace(sound, "[quick fox]", "[\"quick (fox\"]", 1), []string{`r.yaml:7:23: in "quick (fox": "(" is never closed`}},
		{"list name", strings.Replace(sound, "quick fox]", "\"{animals}\"]", 1), []string{`no word list "animals"`}},
		{"section", strings.Replace(sound, "    why:", "    never in: [skils]\n    why:", 1), []string{`"skils" cannot stand under "never in" (did you mean "skills"?)`}},
		{"id", strings.Replace(sound, "id: quick", "id: Quick One", 1), []string{`"Quick One" is no id`}},
		{"key twice", strings.Replace(sound, "title: Sound", "title: Sound\ntitle: Again", 1), []string{`r.yaml:3:1: `, "twice"}},
		{"several", strings.Replace(strings.Replace(sound, "why:", "wy:", 1), "title: Quick", "titel: Quick", 1), []string{"r.yaml:5:5:", "r.yaml:6:5:"}},
		{"level", strings.Replace(sound, "[a quick fox ran]", "[{say: a quick fox, level: superb}]", 1), []string{`"superb" cannot stand under "level" (expected one of claimed`}},
		{"nothing to look for", strings.Replace(sound, "    look for: [quick fox]\n", "", 1), []string{"has nothing to look for"}},
	}
	for _, tt := range tests {
		_, err := rubric.Parse("r.yaml", []byte(tt.yaml))
		var faults *rubric.Faults
		if !errors.As(err, &faults) {
			t.Errorf("%s: got %v, want faults", tt.name, err)
			continue
		}
		for _, want := range tt.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: got\n%v\nwant %q in it", tt.name, err, want)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(sound))
	f.Add([]byte("rubric: a\nsignals: [{id: x, look for: [{say: [a], within: entry}]}]\n"))
	f.Add([]byte("a: &a [*a]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := rubric.Parse("fuzz.yaml", data)
		if err == nil && len(r.Signals()) == 0 {
			t.Error("a rubric without signals was accepted")
		}
	})
}
