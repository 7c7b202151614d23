package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	blevequery "github.com/blevesearch/bleve/v2/search/query"
	bleveindex "github.com/blevesearch/bleve_index_api"

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
	a := Answer{Hits: []Hit{}, Signals: []Count{}, Kinds: []Count{}}
	result, err := x.search(ctx, q, o, true)
	if err != nil {
		return a, fmt.Errorf("search %s: %w", q, err)
	}
	a.Total = int(result.Total)
	a.Signals = signalCounts(result.Facets[fieldSignal])
	a.Kinds = kindCounts(result.Facets[fieldKind])
	marker := newMarker(q)
	err = x.reader(func(r bleveindex.IndexReader) error {
		for _, m := range result.Hits {
			if err := ctx.Err(); err != nil {
				return err
			}
			row, err := rowIn(r, m.ID, marker.reads() && o.Snippets >= 0)
			if err != nil {
				return err
			}
			h := Hit{Candidate: row.Candidate, Places: row.Places, Snippets: []Snippet{}}
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
		result, err := x.search(ctx, query.Query{}, SearchOptions{}, false)
		if err != nil {
			yield(rubric.Candidate{}, fmt.Errorf("list candidates: %w", err))
			return
		}
		for _, m := range result.Hits {
			s, err := x.known(m.ID)
			if err == nil && s == nil {
				err = fmt.Errorf("list candidates: %w", ErrDamaged)
			}
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(rubric.Candidate{}, err)
				return
			}
			if !yield(s.Candidate, nil) {
				return
			}
		}
	}
}

// settle writes what is pending, so that a search sees it.
func (x *Index) settle() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.flush()
}

// search runs the query. The lock must be held.
func (x *Index) search(ctx context.Context, q query.Query, o SearchOptions, counts bool) (*bleve.SearchResult, error) {
	t := translator{terms: func(field, prefix string) ([]string, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return x.someTerms(field, prefix, maxExpand+1)
	}}
	var bq blevequery.Query = bleve.NewMatchAllQuery()
	if !q.IsZero() {
		bq = t.node(q.Node())
	}
	if t.err != nil {
		return nil, t.err
	}
	return x.run(ctx, bq, o, counts)
}

// run is search, of a query of bleve's.
func (x *Index) run(ctx context.Context, bq blevequery.Query, o SearchOptions, counts bool) (result *bleve.SearchResult, err error) {
	err = x.with("search", func(store bleve.Index) error {
		n, err := store.DocCount()
		if err != nil {
			return err
		}
		size := int(n)
		if o.Limit > 0 {
			size = min(o.Limit, size)
		}
		offset := min(max(o.Offset, 0), int(n))
		req := bleve.NewSearchRequestOptions(bq, min(size, int(n)-offset), offset, false)
		if o.Sort != ByRelevance {
			req.Score = "none"
		}
		req.SortByCustom(orderOf(o.Sort))
		if counts {
			req.AddFacet(fieldSignal, bleve.NewFacetRequest(fieldSignal, 1000))
			req.AddFacet(fieldKind, bleve.NewFacetRequest(fieldKind, 1000))
		}
		result, err = store.SearchInContext(ctx, req)
		return err
	})
	return result, err
}

// orderOf returns the order of that name.
func orderOf(sort string) search.SortOrder {
	order := search.SortOrder{
		&search.SortField{Field: fieldScore, Desc: true, Type: search.SortFieldAsString},
		&search.SortField{Field: fieldByFile, Type: search.SortFieldAsString},
		&search.SortDocID{},
	}
	var first search.SearchSort
	switch sort {
	case "", ByScore:
		return order
	case ByRelevance:
		first = &search.SortScore{Desc: true}
	case ByName:
		first = &search.SortField{Field: fieldByName, Type: search.SortFieldAsString}
	default:
		first = &levelSort{prefix: sort + "="}
	}
	return append(search.SortOrder{first}, order...)
}

// levelSort sorts by the level of one signal, the highest first, out of the
// field that has the levels of all.
type levelSort struct {
	prefix string // of the terms of the signal
	level  string // of the document at hand
	rising bool
}

func (s *levelSort) UpdateVisitor(field string, term []byte) {
	if field == fieldSignal && strings.HasPrefix(string(term), s.prefix) {
		s.level = string(term[len(s.prefix):])
	}
}

func (s *levelSort) Value(*search.DocumentMatch) string {
	level := s.level
	s.level = ""
	return level
}

func (s *levelSort) DecodeValue(v string) string { return v }
func (s *levelSort) Descending() bool            { return !s.rising }
func (s *levelSort) RequiresDocID() bool         { return false }
func (s *levelSort) RequiresScoring() bool       { return false }
func (s *levelSort) RequiresFields() []string    { return []string{fieldSignal} }
func (s *levelSort) Reverse()                    { s.rising = !s.rising }
func (s *levelSort) Copy() search.SearchSort     { c := *s; return &c }

// rowIn reads a row, with its text where that is wanted.
func rowIn(r bleveindex.IndexReader, id string, withText bool) (*row, error) {
	row := &row{}
	err := fieldsOf(r, id, func(field string, data []byte) error {
		switch {
		case field == fieldStored:
			return unpack(data, &row.stored)
		case field == fieldText && withText:
			return unpack(data, &row.text)
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) || err == nil && row.Candidate.SHA256 != id {
		err = fmt.Errorf("row %.12s: %w", id, ErrDamaged)
	}
	return row, err
}

// signalCounts adds the levels of each signal.
func signalCounts(f *search.FacetResult) []Count {
	out := []Count{}
	at := map[string]int{}
	for _, t := range facetTerms(f) {
		i := strings.LastIndexByte(t.Term, '=')
		level, err := strconv.Atoi(t.Term[i+1:])
		if i < 0 || err != nil {
			continue
		}
		id := t.Term[:i]
		if _, ok := at[id]; !ok {
			at[id] = len(out)
			out = append(out, Count{ID: id})
		}
		c := &out[at[id]]
		c.N += t.Count
		if level < len(c.Levels) {
			c.Levels[level] += t.Count
		}
	}
	return mostFirst(out)
}

func kindCounts(f *search.FacetResult) []Count {
	out := []Count{}
	for _, t := range facetTerms(f) {
		out = append(out, Count{ID: t.Term, N: t.Count})
	}
	return mostFirst(out)
}

func facetTerms(f *search.FacetResult) []*search.TermFacet {
	if f == nil || f.Terms == nil {
		return nil
	}
	return f.Terms.Terms()
}

func mostFirst(counts []Count) []Count {
	slices.SortFunc(counts, func(a, b Count) int {
		if a.N != b.N {
			return b.N - a.N
		}
		return strings.Compare(a.ID, b.ID)
	})
	return counts
}
