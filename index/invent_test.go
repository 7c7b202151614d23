package index_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"pique/index"
	"pique/index/query"
	"pique/rubric"
)

// inventor makes candidates out of nothing; the same seed makes the same.
type inventor struct{ *rand.Rand }

func newInventor(seed uint64) inventor { return inventor{rand.New(rand.NewPCG(seed, 7))} }

var (
	givenNames  = []string{"Zofia", "Idris", "Marek", "Nalini", "Tomás", "Ayesha", "Björn", "Chidi", "Émile", "Yuki"}
	familyNames = []string{"Adeyemi", "Brzęczyk", "Castelão", "Dvorák", "Elmasry", "Fjeld", "Ghosh", "Haapala"}
	signalIDs   = []string{"internship", "publication", "paper-code", "faster", "smaller", "cheaper", "multitask", "experience", "class-project"}
	kinds       = []string{"experienced", "intern", "author", "standout-project", "other"}
	verbs       = []string{"pruned", "quantized", "rewrote", "profiled", "distilled", "cached", "vectorised", "measured", "released", "trained"}
	objects     = []string{"a segmentation network", "the tracking kernel", "our planner in C++", "a few-shot classifier", "the C# gateway",
		"object detection heads", "the billing pipeline", "a zero-shot parser", "the scheduler's queue", "batched inference"}
	places  = []string{"on a Jetson board", "for Kestrel Robotics", "at Marrow Labs", "with Tamsin Optics", "in 12 GPU hours", "from 40 ms to 11 ms", "under 4 MB"}
	fillers = []string{"team", "report", "latency", "camera", "sensor", "graph", "index", "protocol", "bridge", "harbour", "ledger",
		"compiler", "antenna", "orchard", "turbine", "survey", "archive", "signal", "mixture", "lattice", "drone", "river", "packet", "matrix"}
	known = query.Known{Signals: signalIDs, Kinds: kinds, Sections: index.Sections()}
)

func pick[T any](r inventor, list []T) T { return list[r.IntN(len(list))] }

func (r inventor) line() string {
	return strings.ToUpper(pick(r, verbs)[:1]) + pick(r, verbs)[1:] + " " + pick(r, objects) + " " + pick(r, places)
}

// record invents the n-th candidate with about that many words of filler.
func (r inventor) record(n, filler int) index.Record {
	sum := fmt.Sprintf("%x", sha256.Sum256(fmt.Append(nil, "invented ", n)))
	name := pick(r, givenNames) + " " + pick(r, familyNames)
	c := rubric.Candidate{
		File: fmt.Sprintf("people/%05d-%s.pdf", n, strings.ToLower(strings.ReplaceAll(name, " ", "-"))), SHA256: sum, Status: "ok", Pages: 1,
		Name: name, Email: fmt.Sprintf("p%d@example.org", n), Kind: pick(r, kinds), Score: float64(r.IntN(1001)) / 10, Rubric: "invented",
	}
	text := []index.Passage{{Section: "header", Text: name, Page: 1}}
	for _, id := range signalIDs {
		if r.IntN(3) > 0 {
			continue
		}
		section := pick(r, []string{"experience", "projects", "publications"})
		level := 1 + r.IntN(4)
		quote := r.line()
		c.Signals = append(c.Signals, rubric.Signal{ID: id, Level: level, Points: float64(level * 3), Why: "it is invented", Evidence: []rubric.Evidence{{
			Quote: quote, Page: 1, Section: section, Level: level, Facts: map[string]string{"organisation": pick(r, []string{"Kestrel Robotics", "Marrow Labs"})},
		}}})
		text = append(text, index.Passage{Section: section, Text: quote, Page: 1})
	}
	for filler > 0 {
		words := make([]string, min(filler, 6+r.IntN(12)))
		for i := range words {
			words[i] = pick(r, fillers)
			if r.IntN(3) == 0 {
				words[i] += fmt.Sprint("q", r.IntN(400)) // a long tail of rare words
			}
		}
		filler -= len(words)
		text = append(text, index.Passage{Section: pick(r, []string{"experience", "projects", "skills", "education"}), Text: strings.Join(words, " "), Page: 1 + r.IntN(2)})
	}
	if r.IntN(20) == 0 {
		c.Status, c.Reason = "partial", "page 2 is broken"
	}
	return index.Record{Candidate: c, Root: filepath.FromSlash("/invented"), RubricDigest: "r1", Extractor: 1, Text: text}
}

// unreadable invents a file that nothing could be read of.
func (r inventor) unreadable(n int) index.Record {
	rec := r.record(n, 0)
	rec.Candidate.Status, rec.Candidate.Reason = "unreadable", "no text layer"
	rec.Candidate.Score, rec.Candidate.Kind, rec.Candidate.Name, rec.Candidate.Signals, rec.Text = 0, "", "", nil, nil
	return rec
}

func open(t testing.TB, dir string, o index.Options) *index.Index {
	t.Helper()
	x, err := index.Open(context.Background(), dir, o)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return x
}

func put(t testing.TB, x *index.Index, records ...index.Record) {
	t.Helper()
	for _, r := range records {
		if err := x.Put(r); err != nil {
			t.Fatalf("put %s: %v", r.Candidate.File, err)
		}
	}
}

func search(t testing.TB, x *index.Index, q string, o index.SearchOptions) index.Answer {
	t.Helper()
	parsed, err := query.Parse(q, known)
	if err != nil {
		t.Fatal(err)
	}
	a, err := x.Search(context.Background(), parsed, o)
	if err != nil {
		t.Fatalf("search %s: %v", q, err)
	}
	return a
}

func files(a index.Answer) []string {
	out := []string{}
	for _, h := range a.Hits {
		out = append(out, h.File)
	}
	return out
}
