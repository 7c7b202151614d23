package index

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2"
	blevequery "github.com/blevesearch/bleve/v2/search/query"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// executor answers bleve's queries with sets of rows, one segment at a time.
// It knows those that package index makes: of all, none, a term, a phrase, a
// phrase with choices, a prefix, a range of terms or of the score, near
// terms, and of these together, any of them, without some. What is cheap is
// done first, and the text is looked at only where the rest holds.
type executor struct {
	ctx context.Context
	s   *segment
	buf []uint32 // for decoding
}

// all returns the rows for which a query holds.
func (e *executor) all(q blevequery.Query) (bitset, error) {
	set, err := e.of(q, nil)
	if err == nil && e.s.live != nil {
		set.and(e.s.live)
	}
	return set, err
}

// of returns the rows for which a query holds; those outside of a set, where
// one is given, are of no interest, and may be in the answer or not. The
// answer is the caller's to change.
func (e *executor) of(q blevequery.Query, within bitset) (bitset, error) {
	if err := e.ctx.Err(); err != nil {
		return nil, err
	}
	switch q := q.(type) {
	case *blevequery.MatchAllQuery:
		return full(e.s.info.Rows), nil
	case *blevequery.MatchNoneQuery:
		return newBitset(e.s.info.Rows), nil
	case *blevequery.ConjunctionQuery:
		return e.both(q.Conjuncts, within)
	case *blevequery.DisjunctionQuery:
		return e.any(q.Disjuncts, within)
	case *blevequery.BooleanQuery:
		return e.boolean(q, within)
	case *blevequery.NumericRangeQuery:
		return e.scores(q)
	case *blevequery.TermRangeQuery:
		return e.terms(q.FieldVal, q.Min, q.Max, q.InclusiveMin, q.InclusiveMax)
	case *blevequery.PrefixQuery:
		if _, _, words := wordField(q.FieldVal); !words {
			inclusive, open := true, false
			return e.terms(q.FieldVal, q.Prefix, after(q.Prefix), &inclusive, &open)
		}
	case *blevequery.TermQuery:
		if _, _, words := wordField(q.FieldVal); !words {
			return e.s.matching(q.FieldVal, q.Term)
		}
	}
	l, ok := leafOf(q)
	if !ok {
		return nil, fmt.Errorf("query of kind %T is not known", q)
	}
	return e.words(l, within)
}

// both starts with what needs no look at the text.
func (e *executor) both(of []blevequery.Query, within bitset) (bitset, error) {
	of = slices.Clone(of)
	slices.SortStableFunc(of, func(a, b blevequery.Query) int { return costly(a) - costly(b) })
	for _, q := range of {
		set, err := e.of(q, within)
		if err != nil {
			return nil, err
		}
		if within != nil {
			set.and(within)
		}
		if within = set; set.empty() {
			return set, nil
		}
	}
	if within == nil {
		return full(e.s.info.Rows), nil
	}
	return slices.Clone(within), nil
}

func (e *executor) any(of []blevequery.Query, within bitset) (bitset, error) {
	out := newBitset(e.s.info.Rows)
	for _, q := range of {
		set, err := e.of(q, within)
		if err != nil {
			return nil, err
		}
		out.or(set)
	}
	return out, nil
}

// boolean takes what must not hold from what must.
func (e *executor) boolean(q *blevequery.BooleanQuery, within bitset) (bitset, error) {
	var must []blevequery.Query
	for _, part := range []blevequery.Query{q.Must, q.Should} {
		switch part := part.(type) {
		case nil:
		case *blevequery.DisjunctionQuery:
			if len(part.Disjuncts) > 0 {
				must = append(must, part)
			}
		default:
			must = append(must, part)
		}
	}
	set, err := e.both(must, within)
	if err != nil || q.MustNot == nil {
		return set, err
	}
	not, err := e.of(q.MustNot, set)
	if err != nil {
		return nil, err
	}
	set.without(not)
	return set, nil
}

// costly ranks queries by what they cost.
func costly(q blevequery.Query) int {
	switch q := q.(type) {
	case *blevequery.ConjunctionQuery:
		return most(q.Conjuncts)
	case *blevequery.DisjunctionQuery:
		return most(q.Disjuncts)
	case *blevequery.BooleanQuery:
		return 2
	}
	if l, ok := leafOf(q); ok && (len(l.places) > 1 || l.looks()) {
		return 3
	}
	return 1
}

func most(of []blevequery.Query) int {
	n := 0
	for _, q := range of {
		n = max(n, costly(q))
	}
	return n
}

// scores reads the column of scores, which is faster than any list of terms.
func (e *executor) scores(q *blevequery.NumericRangeQuery) (bitset, error) {
	if q.FieldVal != fieldScore {
		return nil, fmt.Errorf("no number in field %q", q.FieldVal)
	}
	low, high := 0, 1000 // tenths
	if q.Min != nil {
		low = int(math.Ceil(clampTenths(*q.Min) - 1e-9))
		if q.InclusiveMin != nil && !*q.InclusiveMin && float64(low) <= *q.Min*10+1e-9 {
			low++
		}
	}
	if q.Max != nil {
		high = int(math.Floor(clampTenths(*q.Max) + 1e-9))
		if (q.InclusiveMax == nil || !*q.InclusiveMax) && float64(high) >= *q.Max*10-1e-9 {
			high--
		}
	}
	out := newBitset(e.s.info.Rows)
	column := e.s.rows.part[partScores]
	from, to := uint16(max(low, 0)+1), uint16(min(high, 1000)+1)
	if low > high || low > 1000 || high < 0 {
		return out, nil
	}
	for i := 0; i+1 < len(column); i += 2 {
		if c := uint16(column[i]) | uint16(column[i+1])<<8; from <= c && c <= to {
			out.set(uint32(i / 2))
		}
	}
	return out, nil
}

func clampTenths(points float64) float64 { return min(max(points, -1), 101) * 10 }

// terms returns the rows that have a term in a range.
func (e *executor) terms(field, low, high string, inclusiveLow, inclusiveHigh *bool) (bitset, error) {
	out := newBitset(e.s.info.Rows)
	dict, err := e.s.zap.Dictionary(field)
	if err != nil {
		return nil, err
	}
	to := high
	if high != "" && inclusiveHigh != nil && *inclusiveHigh {
		to = high + "\x00"
	}
	var failed error
	err = e.s.eachTerm(field, low, to, func(t *bleveindex.DictEntry) bool {
		if t.Term == low && inclusiveLow != nil && !*inclusiveLow {
			return true
		}
		failed = e.s.with(dict, t.Term, out)
		return failed == nil && e.ctx.Err() == nil
	})
	if err == nil {
		err = failed
	}
	return out, err
}

// leaf is a query for words: at each place of a phrase the terms that may
// stand there, none where any may.
type leaf struct {
	field   string // as bleve has it
	section int    // of the stream; negative for the document as a whole
	places  [][]string
	prefix  bool // the term of the one place goes on
}

// looks reports whether the dictionary alone cannot answer.
func (l leaf) looks() bool { return l.field == fieldWords && l.section >= 0 || len(l.places) > 1 }

// leafOf takes a query for words.
func leafOf(q blevequery.Query) (leaf, bool) {
	var l leaf
	var field string
	switch q := q.(type) {
	case *blevequery.TermQuery:
		field, l.places = q.FieldVal, [][]string{{q.Term}}
	case *blevequery.PhraseQuery:
		field = q.FieldVal
		for _, t := range q.Terms {
			l.places = append(l.places, terms(t))
		}
	case *blevequery.MultiPhraseQuery:
		field = q.FieldVal
		for _, choice := range q.Terms {
			l.places = append(l.places, terms(choice...))
		}
	case *blevequery.PrefixQuery:
		field, l.places, l.prefix = q.FieldVal, [][]string{{q.Prefix}}, true
	default:
		return l, false
	}
	var ok bool
	l.field, l.section, ok = wordField(field)
	for len(l.places) > 0 && len(l.places[0]) == 0 { // any word at all comes before
		l.places = l.places[1:]
	}
	return l, ok && len(l.places) > 0
}

// terms is a choice at one place of a phrase: an empty term is any.
func terms(of ...string) []string {
	if slices.Contains(of, "") {
		return nil
	}
	return of
}

// words returns the rows with a phrase.
func (e *executor) words(l leaf, within bitset) (bitset, error) {
	set, phrase, err := e.candidates(l)
	if err != nil || !l.looks() {
		return set, err
	}
	if within != nil {
		set.and(within)
	}
	if e.s.live != nil {
		set.and(e.s.live)
	}
	n := 0
	for row := range set.each {
		if n++; n%1024 == 0 && e.ctx.Err() != nil {
			return nil, e.ctx.Err()
		}
		if phrase.occurrences(e.s.rows.span(partStreams, partStreamEnds, row), l.section, 1, &e.buf) == 0 {
			set[row/64] &^= 1 << (row % 64)
		}
	}
	return set, nil
}

// candidates returns the rows that have all words of a phrase, wherever, and
// the phrase as codes.
func (e *executor) candidates(l leaf) (bitset, coded, error) {
	var set bitset
	places := make([]place, len(l.places))
	for i, choice := range l.places {
		if len(choice) == 0 {
			continue
		}
		if l.prefix {
			var err error
			if choice, err = e.prefixed(l.field, choice[0]); err != nil {
				return nil, coded{}, err
			}
		}
		have, err := e.s.matching(l.field, choice...)
		if err != nil {
			return nil, coded{}, err
		}
		if set == nil {
			set = have
		} else {
			set.and(have)
		}
		for _, t := range choice {
			if c, ok := e.s.rows.code(t); ok {
				places[i] = append(places[i], c)
			}
		}
		slices.Sort(places[i])
		if len(places[i]) == 0 { // none of the words is here
			return newBitset(e.s.info.Rows), coded{}, nil
		}
	}
	return set, encode(places), nil
}

func (e *executor) prefixed(field, prefix string) ([]string, error) {
	var out []string
	err := e.s.eachTerm(field, prefix, after(prefix), func(t *bleveindex.DictEntry) bool {
		out = append(out, t.Term)
		return len(out) < maxExpand
	})
	return out, err
}

// matchAll is the query that holds for everybody.
func matchAll() blevequery.Query { return bleve.NewMatchAllQuery() }
