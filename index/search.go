package index

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"time"

	blevequery "github.com/blevesearch/bleve/v2/search/query"

	"pique/index/query"
	"pique/rubric"
)

// The orders of an answer; any signal's id is one too, its level first.
// Equals stand by score, then by file.
const (
	ByScore     = "score"     // highest first; what could not be read comes last
	ByRelevance = "relevance" // to the words of the query
	ByName      = "name"      // as folded, unnamed last
)

// SearchOptions say what of the answer is wanted. The zero value wants all
// of it, by score.
type SearchOptions struct {
	Sort     string        // ByScore, ByRelevance, ByName or the id of a signal; empty is ByScore
	Limit    int           // hits at most; 0 is all
	Offset   int           // hits left out before the first
	Snippets int           // for each hit at most; 0 is three, below none
	Deadline time.Duration // for the search as a whole; 0 is ten seconds
}

// Answer is what a search found.
type Answer struct {
	Total   int     `json:"total"` // of all that match, whatever the limit
	Hits    []Hit   `json:"hits"`
	Signals []Count `json:"signals"` // of all that match: most first, then by id
	Kinds   []Count `json:"kinds"`   // likewise
}

// Hit is a candidate that was found.
type Hit struct {
	rubric.Candidate
	Places   []Place   `json:"places"`   // everywhere its content lies
	Snippets []Snippet `json:"snippets"` // why it was found
}

// Count is how many candidates show a signal or are of a kind.
type Count struct {
	ID     string `json:"id"`
	N      int    `json:"n"`
	Levels [5]int `json:"levels"` // of a signal: by level, from 1; all 0 for a kind
}

// Search finds candidates. The same index, query and options give the same
// answer.
func (x *Index) Search(ctx context.Context, q query.Query, o SearchOptions) (Answer, error) {
	if o.Deadline <= 0 {
		o.Deadline = 10 * time.Second
	}
	ctx, cancel := context.WithTimeout(ctx, o.Deadline)
	defer cancel()
	if err := x.settle(); err != nil {
		return Answer{}, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	t := x.translator(ctx)
	a := Answer{Hits: []Hit{}, Signals: []Count{}, Kinds: []Count{}}
	result, err := x.search(ctx, t, q, o, true)
	if err != nil {
		return a, fmt.Errorf("search %s: %w", q, err)
	}
	a.Total, a.Signals, a.Kinds = result.Total, result.Signals, result.Kinds
	marker := newMarker(q, t)
	err = x.with("read rows", func() error {
		for row, err := range x.readAll(ctx, result.Hits, marker.reads() && o.Snippets >= 0) {
			if err != nil {
				return err
			}
			h := Hit{Candidate: withCopies(row), Places: row.Places, Snippets: []Snippet{}}
			if o.Snippets >= 0 {
				h.Snippets = marker.snippets(row, cmp.Or(o.Snippets, 3))
			}
			a.Hits = append(a.Hits, h)
		}
		return nil
	})
	if err != nil {
		return a, fmt.Errorf("search %s: %w", q, err)
	}
	return a, nil
}

// All goes through all candidates, by score, then file. It holds the index
// open to readers only until the loop ends: the loop must not change it.
func (x *Index) All(ctx context.Context) iter.Seq2[rubric.Candidate, error] {
	return func(yield func(rubric.Candidate, error) bool) {
		if err := x.settle(); err != nil {
			yield(rubric.Candidate{}, err)
			return
		}
		x.mu.RLock()
		defer x.mu.RUnlock()
		result, err := x.search(ctx, x.translator(ctx), query.Query{}, SearchOptions{}, false)
		if err != nil {
			yield(rubric.Candidate{}, fmt.Errorf("list candidates: %w", err))
			return
		}
		for r, err := range x.readAll(ctx, result.Hits, false) {
			if err != nil {
				yield(rubric.Candidate{}, err)
				return
			}
			if !yield(withCopies(r), nil) {
				return
			}
		}
	}
}

// search runs the query. The lock must be held.
func (x *Index) search(ctx context.Context, t *translator, q query.Query, o SearchOptions, counts bool) (answer, error) {
	bq := matchAll()
	if !q.IsZero() {
		bq = t.node(q.Node())
	}
	if t.err != nil {
		return answer{}, t.err
	}
	bq = blevequery.NewBooleanQuery([]blevequery.Query{bq}, nil, []blevequery.Query{term(fieldView, x.hidden())})
	return x.run(ctx, bq, o, counts)
}

// translator returns one that looks into the dictionaries. The lock must be
// held while it is used.
func (x *Index) translator(ctx context.Context) *translator {
	return &translator{
		terms: func(field, prefix string) ([]string, error) {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			return x.terms(field, prefix, after(prefix), maxExpand+1)
		},
		between: x.terms,
		spelt:   func(prefix string) ([]string, error) { return x.spellings(prefix, maxExpand) },
	}
}
