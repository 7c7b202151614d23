package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"pique/extract"
	"pique/index"
	"pique/index/query"
)

// asked is one query of testdata/queries.yaml.
type asked struct {
	Q    string   `yaml:"q"`
	Sort string   `yaml:"sort"`
	Want []string `yaml:"want"` // files without .pdf: all who fit
}

// The figures under which something is broken. What was measured when they
// were set lies a few queries above: a rubric that scores otherwise moves them.
const (
	leastRecall1 = 0.73
	leastRecall5 = 0.77
	leastMRR     = 0.77
)

// TestRanking asks what hiring managers ask and measures how high the
// candidates stand that they want: the share of queries whose first hit is
// one of them, the share of those wanted among the first five, and the mean of
// one over the rank of the first.
func TestRanking(t *testing.T) {
	data, err := os.ReadFile("../../testdata/queries.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var list []asked
	if err := yaml.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	if len(list) < 40 {
		t.Fatalf("%d queries, want 40 at least", len(list))
	}
	x := indexOf(t, "../../testdata/resumes", "../../testdata/portfolios")
	voc, err := vocabularyOf(context.Background(), x, "")
	if err != nil {
		t.Fatal(err)
	}
	var first, five, reciprocal float64
	nobody, offered := 0, 0 // queries that found nobody, and those of them for which somebody wanted was offered
	for _, a := range list {
		ranks, total := ranksOf(t, x, voc, a)
		if len(ranks) > 0 && ranks[0] == 1 {
			first++
		}
		among := 0
		for _, r := range ranks {
			if r <= 5 {
				among++
			}
		}
		five += float64(among) / float64(min(len(a.Want), 5))
		if len(ranks) > 0 {
			reciprocal += 1 / float64(ranks[0])
		}
		if total == 0 {
			nobody++
			if offersOne(t, x, voc, a) {
				offered++
			}
		}
		t.Logf("%-55s %d of %d found; ranks %v of %d", a.Q, len(ranks), len(a.Want), ranks, total)
	}
	n := float64(len(list))
	t.Logf("%d queries: recall@1 %.3f, recall@5 %.3f, MRR %.3f", len(list), first/n, five/n, reciprocal/n)
	t.Logf("%d found nobody; for %d of them a query that finds somebody wanted is offered", nobody, offered)
	if first/n < leastRecall1 || five/n < leastRecall5 || reciprocal/n < leastMRR {
		t.Errorf("recall@1 %.3f, recall@5 %.3f, MRR %.3f: want %.2f, %.2f, %.2f at least", first/n, five/n, reciprocal/n, leastRecall1, leastRecall5, leastMRR)
	}
}

// indexOf reads folders into an index of their own.
func indexOf(t *testing.T, folders ...string) *index.Index {
	t.Helper()
	x, err := index.Open(context.Background(), t.TempDir(), index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	sources, err := extract.Walk(folders)
	if err != nil {
		t.Fatal(err)
	}
	p := pipeline{rubric: essay(t), reader: here{}, store: x, jobs: 2}
	if _, err := p.run(context.Background(), sources); err != nil {
		t.Fatal(err)
	}
	return x
}

// ranksOf are the ranks of those wanted who were found, and how many were
// found in all.
func ranksOf(t *testing.T, x *index.Index, voc vocabulary, a asked) (ranks []int, total int) {
	t.Helper()
	q, err := query.Parse(a.Q, voc.known())
	if err != nil {
		t.Fatalf("%s: %v", a.Q, err)
	}
	found, err := x.Search(context.Background(), q, index.SearchOptions{Sort: a.Sort})
	if err != nil {
		t.Fatalf("%s: %v", a.Q, err)
	}
	for _, w := range a.Want {
		if _, err := os.Stat(filepath.Join("../../testdata", folderOf(w), w+".pdf")); err != nil {
			t.Errorf("%s: %v", a.Q, err)
		}
		if i := slices.IndexFunc(found.Hits, func(h index.Hit) bool { return h.File == w+".pdf" }); i >= 0 {
			ranks = append(ranks, i+1)
		}
	}
	slices.Sort(ranks)
	return ranks, found.Total
}

// offersOne reports whether what is offered for a query finds somebody wanted.
func offersOne(t *testing.T, x *index.Index, voc vocabulary, a asked) bool {
	t.Helper()
	q, err := query.Parse(a.Q, voc.known())
	if err != nil {
		t.Fatal(err)
	}
	list, err := offers(context.Background(), x, q)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range list {
		found, err := x.Search(context.Background(), o.query, index.SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(found.Hits, func(h index.Hit) bool { return slices.Contains(a.Want, strings.TrimSuffix(h.File, ".pdf")) }) {
			return true
		}
	}
	return false
}

func folderOf(file string) string {
	if strings.HasPrefix(file, "portfolio-") {
		return "portfolios"
	}
	return "resumes"
}
