package index

import (
	"math"
	"slices"
	"strconv"
	"testing"

	blevequery "github.com/blevesearch/bleve/v2/search/query"

	"pique/index/query"
	"pique/rubric"
)

// askedTerms lists what a query of terms asks for.
func askedTerms(t *testing.T, q blevequery.Query) []string {
	t.Helper()
	switch q := q.(type) {
	case *blevequery.MatchNoneQuery:
		return nil
	case *blevequery.TermQuery:
		return []string{q.Term}
	case *blevequery.DisjunctionQuery:
		var out []string
		for _, d := range q.Disjuncts {
			out = append(out, askedTerms(t, d)...)
		}
		return out
	}
	t.Fatalf("got a %T", q)
	return nil
}

// TestFactorRanges compares ranges of factors with plain arithmetic.
func TestFactorRanges(t *testing.T) {
	facts := []string{"1", "1.05", "1.99", "2", "2.01", "2.5", "9.99", "10", "10.1", "37.5", "99.9", "100", "120", "999", "1e+03", "1.25e+04", "9.99e+08", "5e+12"}
	ends := []float64{0, 0.5, 1, 1.05, 1.999, 2, 2.0001, 2.5, 3, 9.99, 10, 12, 99.95, 100, 1000, 12500, 9.99e8, 1e9, math.Inf(1)}
	for _, low := range ends[:len(ends)-1] {
		for _, high := range ends {
			for _, open := range []bool{false, true} {
				n := query.Factor{Fact: "speedup", Min: low, Max: high, MinOpen: open && math.IsInf(high, 1), MaxOpen: open && low == 0 && !math.IsInf(high, 1)}
				asked := askedTerms(t, factors(n))
				if len(asked) > 70 {
					t.Errorf("%+v asks for %d terms", n, len(asked))
				}
				for _, f := range facts {
					v, err := strconv.ParseFloat(f, 64)
					if err != nil {
						t.Fatal(err)
					}
					if v >= 1e9 || high >= 1e9 && v > high {
						continue // beyond the steps
					}
					terms := factorTerms([]rubric.Signal{{Evidence: []rubric.Evidence{{Facts: map[string]string{"speedup": f}}}}}, "speedup")
					got := slices.ContainsFunc(terms, func(s string) bool { return slices.Contains(asked, s) })
					want := (v > low || v == low && !n.MinOpen) && (v < high || v == high && !n.MaxOpen)
					if got != want {
						t.Errorf("speedup %s in %+v: got %v, want %v", f, n, got, want)
					}
				}
			}
		}
	}
}
