package rubrics_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"pique/extract"
	"pique/rubric"
	"pique/rubrics"
)

// label is what an independent reader says of a resume.
type label struct {
	File           string
	Kind           string
	KindBorderline bool `yaml:"kind_borderline"`
	Name           string
	Signals        map[string]struct {
		Level      int
		Evidence   []string
		Borderline bool
	}
	NearMisses []string `yaml:"near_misses"`
}

// The figures below which the shipped rubric must not fall on the labelled
// resumes.
const (
	leastMacroF1 = 0.75
	leastKind    = 0.80
)

// tally counts for one signal.
type tally struct{ hit, false, miss, level, onLine int }

func (t tally) f1() (precision, recall, f1 float64) {
	precision, recall = ratio(t.hit, t.hit+t.false), ratio(t.hit, t.hit+t.miss)
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	return precision, recall, f1
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// TestGold measures the shipped rubric against labelled resumes: precision,
// recall and F1 for each signal, the kind of candidate, the exact level, and
// whether the best quote is one that the reader gave. PIQUE_MISSES=1 lists
// what went wrong.
func TestGold(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the labelled resumes: left out with -short")
	}
	measure(t, filepath.Join("..", "..", "shared", "gold", "dev", "pdf"), filepath.Join("..", "..", "shared", "gold", "dev", "labels"))
}

// TestOwnLabels does the same with the project's own invented resumes.
func TestOwnLabels(t *testing.T) {
	measure(t, filepath.Join("..", "testdata", "resumes"), filepath.Join("..", "testdata", "labels"))
}

func measure(t *testing.T, pdfs, labels string) {
	files, err := filepath.Glob(filepath.Join(labels, "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Skipf("no labels in %s", labels)
	}
	r, err := rubrics.Get(rubrics.Default)
	if err != nil {
		t.Fatal(err)
	}
	tallies := map[string]*tally{}
	for _, s := range r.Signals() {
		tallies[s.ID] = &tally{}
	}
	kinds, kindRight, names, nameRight := 0, 0, 0, 0
	var wrong []string
	for _, f := range files {
		l := readLabel(t, f)
		path := filepath.Join(pdfs, strings.TrimSuffix(filepath.Base(f), ".yaml")+".pdf")
		if _, err := os.Stat(path); err != nil {
			continue
		}
		d := extract.Read(context.Background(), path, extract.Options{})
		c := r.Score(&d)
		if c.Status == string(extract.Unreadable) {
			t.Errorf("%s: %s: %s", path, c.Status, c.Reason)
		}
		if l.Name != "" {
			names++
			if strings.EqualFold(l.Name, c.Name) {
				nameRight++
			} else {
				wrong = append(wrong, fmt.Sprintf("%s name: want %q, got %q", filepath.Base(path), l.Name, c.Name))
			}
		}
		if !l.KindBorderline {
			kinds++
			if c.Kind == l.Kind {
				kindRight++
			} else {
				wrong = append(wrong, fmt.Sprintf("%s kind: want %s, got %s", filepath.Base(path), l.Kind, c.Kind))
			}
		}
		for _, s := range r.Signals() {
			wrong = append(wrong, compare(tallies[s.ID], filepath.Base(path), s.ID, l, c)...)
		}
	}
	report(t, r, tallies, kinds, kindRight, names, nameRight)
	if os.Getenv("PIQUE_MISSES") != "" {
		slices.SortStableFunc(wrong, func(a, b string) int { return strings.Compare(strings.Fields(a)[1], strings.Fields(b)[1]) })
		t.Log("\n" + strings.Join(wrong, "\n"))
	}
}

func readLabel(t *testing.T, path string) label {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var l label
	if err := yaml.Unmarshal(data, &l); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return l
}

// compare adds one document to the tally of a signal and says what is wrong.
func compare(n *tally, file, id string, l label, c rubric.Candidate) []string {
	want, labelled := l.Signals[id]
	if labelled && want.Borderline {
		return nil
	}
	i := slices.IndexFunc(c.Signals, func(s rubric.Signal) bool { return s.ID == id })
	switch {
	case i < 0 && labelled:
		n.miss++
		return []string{fmt.Sprintf("%s %s MISSED %d: %s", file, id, want.Level, strings.Join(want.Evidence, " // "))}
	case i >= 0 && !labelled:
		n.false++
		var quotes []string
		for _, e := range c.Signals[i].Evidence {
			quotes = append(quotes, fmt.Sprintf("[%s|%s] %s", e.Section, e.Facts["match"], e.Quote))
		}
		return []string{fmt.Sprintf("%s %s FALSE %d: %s", file, id, c.Signals[i].Level, strings.Join(quotes, " // "))}
	case i < 0:
		return nil
	}
	n.hit++
	got := c.Signals[i]
	var out []string
	if got.Level == want.Level {
		n.level++
	} else {
		out = append(out, fmt.Sprintf("%s %s LEVEL want %d got %d: %s -- %s", file, id, want.Level, got.Level, got.Why, got.Evidence[0].Quote))
	}
	if slices.ContainsFunc(want.Evidence, func(e string) bool { return overlap(e, got.Evidence[0].Quote) }) {
		n.onLine++
	} else {
		out = append(out, fmt.Sprintf("%s %s QUOTE [%s] not labelled: %s", file, id, got.Evidence[0].Facts["match"], got.Evidence[0].Quote))
	}
	return out
}

// overlap reports whether two quotes share a run of the page: one holds the
// other, or half of its words, in white-space folded form.
func overlap(a, b string) bool {
	fa, fb := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	in := map[string]int{}
	for _, w := range fb {
		in[w]++
	}
	shared := 0
	for _, w := range fa {
		if in[w] > 0 {
			in[w]--
			shared++
		}
	}
	return shared*2 >= min(len(fa), len(fb)) && shared > 0
}

func report(t *testing.T, r *rubric.Rubric, tallies map[string]*tally, kinds, kindRight, names, nameRight int) {
	var sum tally
	macro, n := 0.0, 0
	for _, s := range r.Signals() {
		x := *tallies[s.ID]
		if x.hit+x.miss+x.false == 0 {
			continue
		}
		p, rec, f := x.f1()
		t.Logf("%-14s precision %.2f  recall %.2f  F1 %.2f  level exact %.2f  (%d found, %d false, %d missed)", s.ID, p, rec, f, ratio(x.level, x.hit), x.hit, x.false, x.miss)
		macro += f
		n++
		sum.hit, sum.level, sum.onLine = sum.hit+x.hit, sum.level+x.level, sum.onLine+x.onLine
	}
	macro /= float64(max(n, 1))
	kind := ratio(kindRight, kinds)
	t.Logf("macro F1 %.3f   kind %.3f   level exact %.3f   quote on a labelled line %.3f   name %.3f", macro, kind, ratio(sum.level, sum.hit), ratio(sum.onLine, sum.hit), ratio(nameRight, names))
	if macro < leastMacroF1 || kind < leastKind {
		t.Errorf("macro F1 %.3f and kind %.3f are under %.2f and %.2f", macro, kind, leastMacroF1, leastKind)
	}
}
