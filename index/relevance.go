package index

import (
	"cmp"
	"context"
	"math"
	"slices"

	blevequery "github.com/blevesearch/bleve/v2/search/query"
)

// relevance grades rows by the words of a query as Okapi BM25 does: a word
// counts the more, the fewer rows have it and the oftener a row has it, and
// the less, the longer the row. The constants are those of Lucene and SQLite.
type relevance struct {
	ctx      context.Context
	segments []*segment
	leaves   []leaf
	weights  []float64 // of each leaf, by how rare it is
	average  float64   // words of a row
}

const (
	saturation = 1.2  // k1: how soon more of the same counts no more
	lengthPart = 0.75 // b: how much the length counts
)

// leaves collects what a query asks for, but not what it asks not to be.
func leaves(q blevequery.Query) []leaf {
	var out []leaf
	each := func(of []blevequery.Query) {
		for _, q := range of {
			out = append(out, leaves(q)...)
		}
	}
	switch q := q.(type) {
	case *blevequery.ConjunctionQuery:
		each(q.Conjuncts)
	case *blevequery.DisjunctionQuery:
		each(q.Disjuncts)
	case *blevequery.BooleanQuery:
		for _, part := range []blevequery.Query{q.Must, q.Should} {
			if part != nil {
				each([]blevequery.Query{part})
			}
		}
	default:
		if l, ok := leafOf(q); ok {
			out = append(out, l)
		}
	}
	return out
}

func newRelevance(ctx context.Context, q blevequery.Query, segments []*segment) (*relevance, error) {
	r := &relevance{ctx: ctx, segments: segments, leaves: leaves(q)}
	rows, length := 0, 0.0
	have := make([]int, len(r.leaves))
	for _, s := range segments {
		e := executor{ctx: ctx, s: s}
		for i, l := range r.leaves {
			set, _, err := e.candidates(l)
			if err != nil {
				return nil, err
			}
			if s.live != nil {
				set.and(s.live)
			}
			have[i] += set.count()
		}
		rows += s.size()
		for row := range uint32(s.info.Rows) {
			if s.has(row) {
				length += float64(s.rows.uint16(partLengths, row))
			}
		}
	}
	r.average = max(length/float64(max(rows, 1)), 1)
	for _, n := range have {
		r.weights = append(r.weights, math.Log(1+(float64(rows-n)+0.5)/(float64(n)+0.5)))
	}
	return r, nil
}

// first returns up to so many rows of a set of a segment, best first.
func (r *relevance) first(segment int, set bitset, most int) ([]found, error) {
	s := r.segments[segment]
	e := executor{ctx: r.ctx, s: s}
	phrases := make([]coded, len(r.leaves))
	has := make([]bitset, len(r.leaves))
	for i, l := range r.leaves {
		var err error
		if has[i], phrases[i], err = e.candidates(l); err != nil {
			return nil, err
		}
	}
	var out []found
	n := 0
	for row := range set.each {
		if n++; n%1024 == 0 && r.ctx.Err() != nil {
			return nil, r.ctx.Err()
		}
		grade := 0.0
		norm := saturation * (1 - lengthPart + lengthPart*float64(s.rows.uint16(partLengths, row))/r.average)
		stream := s.rows.span(partStreams, partStreamEnds, row)
		for i, l := range r.leaves {
			if !has[i].has(row) {
				continue
			}
			times := float64(phrases[i].occurrences(stream, l.section, math.MaxInt, &e.buf))
			grade += r.weights[i] * times * (saturation + 1) / (times + norm)
		}
		out = append(out, found{s, row, math.Round(grade*1e6) / 1e6})
	}
	slices.SortFunc(out, func(a, b found) int { return cmp.Or(cmp.Compare(b.grade, a.grade), compareByScore(a, b)) })
	return out[:min(len(out), most)], nil
}
