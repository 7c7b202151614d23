package rubric

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFacts looks at what is kept of the number that measures a claim.
func TestFacts(t *testing.T) {
	data, err := os.ReadFile("../rubrics/hiring-essay.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Parse("hiring-essay.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text string
		want map[string]string
	}{
		{"Cut inference latency from 38 ms to 11 ms on a Jetson Nano", map[string]string{
			"measure": "from 38 ms to 11 ms", "baseline": "0.038 s", "ratio": "3.45", "speedup": "3.45", "condition": "on a Jetson Nano"}},
		{"Made the inference 3.1x faster", map[string]string{"measure": "3.1x", "ratio": "3.1", "speedup": "3.1"}},
		{"10x faster inference (120 -> 35 ms)", map[string]string{
			"measure": "120 -> 35 ms", "baseline": "0.12 s", "ratio": "3.43", "speedup": "3.43", "contradiction": "says 10x, gives 3.43x"}},
		{"Inference takes 11 ms per frame", map[string]string{"measure": "11 ms per frame"}},
	} {
		got := map[string]string{}
		for _, s := range r.Score(sample(example{text: tt.text, in: "projects"})).Signals {
			if s.ID != "faster" {
				continue
			}
			for k, v := range s.Evidence[0].Facts {
				if k != "match" && k != "title" {
					got[k] = v
				}
			}
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, d)
		}
	}
}

// TestHeld looks for the number that measures a role in the projects under it.
func TestHeld(t *testing.T) {
	data, err := os.ReadFile("../rubrics/hiring-essay.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Parse("hiring-essay.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, text string
		want       int
	}{
		{"project under the role", "EXPERIENCE\nSoftware Engineer, Acme Corp, 2019 – 2022\n- Wrote services\nImage store\n- Cut load time from 90 s to 4 s", Measured},
		{"the next role's", "EXPERIENCE\nSoftware Engineer, Acme Corp, 2019 – 2022\n- Wrote services\nTeaching Assistant, Example University, 2016 – 2018\n- Cut load time from 90 s to 4 s", Specific},
		{"beside the time of people", "EXPERIENCE\nSoftware Engineer, Acme Corp, 2019 – 2022\n- Reduced manual effort by half and, in the store of images that all shops use, load time from 90 s to 4 s", Measured},
		{"power of a plant", "EXPERIENCE\nSite Engineer, Acme Corp, 2019 – 2022\n- Commissioned a block of 600 MW", Specific},
	} {
		got := Absent
		for _, s := range r.Score(sample(example{text: tt.text})).Signals {
			if s.ID == "experience" {
				got = s.Level
			}
		}
		if got != tt.want {
			t.Errorf("%s: level %s, want %s", tt.name, LevelName(got), LevelName(tt.want))
		}
	}
}

func TestAcronym(t *testing.T) {
	for name, want := range map[string]string{
		"SRX Institute of Science and Technology": "SRXIST", "Northern Institute of Information Technology": "NIIT", "university of utopia": "", "École des Mines": "ÉM",
	} {
		if got := acronym(name); got != want {
			t.Errorf("acronym(%q) = %q, want %q", name, got, want)
		}
	}
}
