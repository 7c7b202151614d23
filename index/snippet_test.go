package index_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/index"
	"pique/rubric"
)

// person is one candidate whose lines are known.
func person() index.Record {
	r := newInventor(11).record(1, 0)
	r.Candidate.Name, r.Candidate.File = "Éloïse Brzęczyk", "cvs/eloise-2.pdf"
	evidence := func(quote, section string, page, level int) []rubric.Evidence {
		return []rubric.Evidence{{Quote: quote, Section: section, Page: page, Level: level, Facts: map[string]string{"organisation": "Kestrel Robotics GmbH"}}}
	}
	r.Candidate.Signals = []rubric.Signal{
		{ID: "faster", Level: 3, Points: 12, Evidence: evidence("Quantised the tracker: 38 ms became 11 ms.", "projects", 1, 3)},
		{ID: "smaller", Level: 3, Points: 8, Evidence: evidence("Drivers in 12 KB rather than 40", "experience", 1, 3)},
		{ID: "publication", Level: 4, Points: 9, Evidence: evidence("Few-shot tracking of drones, Workshop on Birds, 2023", "publications", 2, 4)},
	}
	r.Candidate.Signals[0].Evidence[0].Facts["speedup"], r.Candidate.Signals[0].Evidence[0].Facts["ratio"] = "3.45", "3.45"
	r.Candidate.Signals[1].Evidence[0].Facts["ratio"] = "3.33"
	r.Organisations = []string{"Weir Street College"}
	r.Text = []index.Passage{
		{Section: "header", Text: "Éloïse Brzęczyk", Page: 1},
		{Section: "projects", Text: "Quantised the tracker: 38 ms became 11 ms.", Page: 1},
		{Section: "projects", Text: "Wrote the planner's kernels in C++ for real-time use", Page: 1},
		{Section: "publications", Text: "Few-shot tracking of drones, Workshop on Birds, 2023", Page: 2},
		{Section: "education", Text: "Diploma, Weir Street College", Page: 2},
		{Section: "skills", Text: "C#, Go, Kubernetes", Page: 2},
		{Section: "hobbies", Text: "Choir and chess", Page: 2},
	}
	return r
}

func TestWords(t *testing.T) {
	x := open(t, t.TempDir(), index.Options{})
	put(t, x, person())
	for q, want := range map[string]bool{
		"quantized":                        true, // the other spelling
		"quantization":                     true, // another form
		"quant*":                           true,
		"quantiza*":                        true,
		"quantizx*":                        false,
		"TRACKERS":                         true,
		"track*":                           true,
		"tra* kern*":                       true,
		`"planner kernels"`:                true, // possessive
		`"kernel in C++"`:                  true,
		`"kernels with C++"`:               true, // any common word may stand there
		"C++":                              true,
		"C#":                               true,
		"C":                                false,
		"F#":                               false,
		"few-shot":                         true,
		"zero-shot":                        false,
		`"few shot track"*`:                true,
		"real-time":                        true,
		"realtime":                         true,
		"fewshot":                          true,
		"timereal":                         false,
		"eloise brzeczyk":                  true,
		"Éloïse":                           true,
		`"ms Wrote"`:                       false, // two lines
		"the":                              true,  // too common to tell
		"the zebra":                        false,
		"section:publications few-shot":    true,
		"section:projects few-shot":        false,
		"section:skills (go kubernetes)":   true,
		"section:other chess":              true,
		"skill:c#":                         true,
		"skill:c++":                        false,
		"section:projects -kubernetes":     false, // anywhere
		"section:projects (-kubernetes)":   true,
		"section:skills (-kubernetes)":     false,
		"section:projects":                 true,
		"section:teaching":                 false,
		"name:eloise":                      true,
		"name:brz*":                        true,
		`name:"éloïse brzęczyk"`:           true,
		"name:chess":                       false,
		"file:eloise":                      true,
		"file:eloise-2.pdf":                true,
		"file:cvs":                         true,
		"file:elo*":                        true,
		"file:eloise-3":                    false,
		"org:kestrel":                      true,
		`org:"kestrel robotics"`:           true,
		`org:"weir street"`:                true,
		"org:marrow":                       false,
		"speedup:>=3":                      true,
		"speedup:>3.45":                    false,
		"speedup:3..4":                     true,
		"ratio:<3.4":                       true,
		"ratio:<3.3":                       false,
		"-speedup:>=10":                    true,
		"faster>=3 publication:verifiable": true,
	} {
		if got := search(t, x, q, index.SearchOptions{}).Total == 1; got != want {
			t.Errorf("%s: found %v, want %v", q, got, want)
		}
	}
}

func TestSnippets(t *testing.T) {
	x := open(t, t.TempDir(), index.Options{})
	put(t, x, person())
	type line struct {
		Text, Signal string
		Page         int
		Marked       []string
	}
	faster := "Quantised the tracker: 38 ms became 11 ms."
	paper := "Few-shot tracking of drones, Workshop on Birds, 2023"
	planner := "Wrote the planner's kernels in C++ for real-time use"
	for _, c := range []struct {
		q    string
		want []line
	}{
		{"", []line{{faster, "faster", 1, nil}}}, // the strongest
		{"signal:publication", []line{{paper, "publication", 2, nil}}},
		{"publication:1", nil},
		{"quantization", []line{{faster, "faster", 1, []string{"Quantised"}}}},
		{"quanti*", []line{{faster, "faster", 1, []string{"Quantised"}}}},
		{"tracking", []line{{paper, "publication", 2, []string{"tracking"}}}},
		{`"few shot" C++`, []line{{paper, "publication", 2, []string{"Few-shot"}}, {planner, "", 1, []string{"C++"}}}},
		{"c++ real-time -zebra", []line{{planner, "", 1, []string{"C++", "real-time"}}}},
		{"kubernetes signal:faster", []line{{"C#, Go, Kubernetes", "", 2, []string{"Kubernetes"}}, {faster, "faster", 1, nil}}},
		{"zebra OR eloise", []line{{"Éloïse Brzęczyk", "", 1, []string{"Éloïse"}}}},
		{"section:projects ms", []line{{faster, "faster", 1, []string{"ms", "ms"}}}},
		{"ratio:<3.4", []line{{"Drivers in 12 KB rather than 40", "smaller", 1, nil}}},
		{"speedup:>=2 signal:publication", []line{{faster, "faster", 1, nil}, {paper, "publication", 2, nil}}},
		{"org:weir", []line{{"Diploma, Weir Street College", "", 2, []string{"Weir"}}}},
		{"org:kestrel", []line{{faster, "faster", 1, nil}}}, // in a fact, and in no line
		{"the", []line{{faster, "faster", 1, nil}}},
		{"kind:" + person().Candidate.Kind, []line{{faster, "faster", 1, nil}}},
	} {
		a := search(t, x, c.q, index.SearchOptions{})
		var got []line
		for _, h := range a.Hits {
			for _, s := range h.Snippets {
				l := line{s.Text, s.Signal, s.Page, nil}
				for _, m := range s.Marks {
					l.Marked = append(l.Marked, s.Text[m[0]:m[1]])
				}
				got = append(got, l)
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.q, d)
		}
	}
	if a := search(t, x, "tracking c++ chess", index.SearchOptions{Snippets: 2}); len(a.Hits[0].Snippets) != 2 {
		t.Errorf("at most 2 snippets: got %d", len(a.Hits[0].Snippets))
	}
	if a := search(t, x, "tracking", index.SearchOptions{Snippets: -1}); len(a.Hits[0].Snippets) != 0 {
		t.Errorf("no snippets: got %d", len(a.Hits[0].Snippets))
	}
}

// TestSnippetsAreLines checks over many that each snippet is a line of its
// candidate, with its page and signal, and that marks lie within it.
func TestSnippetsAreLines(t *testing.T) {
	x := open(t, t.TempDir(), index.Options{})
	inv := newInventor(12)
	records := map[string]index.Record{}
	for n := range 100 {
		r := inv.record(n, 20)
		records[r.Candidate.SHA256] = r
		put(t, x, r)
	}
	n := 0
	for _, q := range []string{"object", "kestrel OR c++", "lat* signal:faster", `"tracking kernel"`, "section:projects (river OR drone)", "signal:cheaper", "zofia"} {
		for _, h := range search(t, x, q, index.SearchOptions{}).Hits {
			r := records[h.SHA256]
			for _, s := range h.Snippets {
				n++
				ofText := slices.ContainsFunc(r.Text, func(p index.Passage) bool { return p.Text == s.Text && p.Page == s.Page })
				ofSignal := slices.ContainsFunc(r.Candidate.Signals, func(g rubric.Signal) bool {
					return g.ID == s.Signal && g.Evidence[0].Quote == s.Text && g.Evidence[0].Page == s.Page
				})
				if s.Signal == "" && !ofText || s.Signal != "" && !ofSignal {
					t.Errorf("%s in %s: %+v is no line of it", q, h.File, s)
				}
				end := 0
				for _, m := range s.Marks {
					if m[0] < end || m[1] <= m[0] || m[1] > len(s.Text) {
						t.Errorf("%s in %s: marks %v of %q", q, h.File, s.Marks, s.Text)
					}
					end = m[1]
				}
			}
			if len(h.Snippets) == 0 {
				t.Errorf("%s in %s: no snippet", q, h.File)
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d snippets were looked at", n)
	}
}
