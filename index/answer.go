package index

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	blevequery "github.com/blevesearch/bleve/v2/search/query"
)

// found is a row in an answer.
type found struct {
	s     *segment
	row   uint32
	grade float64 // before the score: level of a signal, relevance; the higher the earlier
}

// ID returns the hash of the content.
func (f found) ID() string { return idOf(f.s.rows.text(partKeys, f.row)) }

// answer is what a query of bleve's found.
type answer struct {
	Total   int
	Hits    []found
	Signals []Count
	Kinds   []Count
}

// run answers a query of bleve's in the order that the options name. Each
// segment has its rows sorted by score and by name, so that the first of an
// answer are found without sorting it. Counts are made where they are asked
// for. The lock must be held.
func (x *Index) run(ctx context.Context, q blevequery.Query, o SearchOptions, counts bool) (a answer, err error) {
	err = x.with("search", func() error {
		a, err = x.answer(ctx, q, o, counts)
		return err
	})
	return a, err
}

func (x *Index) answer(ctx context.Context, q blevequery.Query, o SearchOptions, counts bool) (answer, error) {
	var a answer
	from := max(o.Offset, 0)
	most := math.MaxInt
	if o.Limit > 0 && o.Limit < math.MaxInt-from {
		most = from + o.Limit
	}
	matches := make([]bitset, len(x.segments))
	count := counter{}
	for i, s := range x.segments {
		e := executor{ctx: ctx, s: s}
		set, err := e.all(q)
		if err != nil {
			return a, err
		}
		matches[i] = set
		a.Total += set.count()
		if counts {
			if err := count.add(s, set); err != nil {
				return a, err
			}
		}
	}
	if counts {
		a.Signals, a.Kinds = count.lists()
	}
	var rel *relevance
	if o.Sort == ByRelevance {
		var err error
		if rel, err = newRelevance(ctx, q, x.segments); err != nil {
			return a, err
		}
	}
	lists := make([][]found, 0, len(x.segments))
	for i, s := range x.segments {
		var list []found
		var err error
		if rel != nil {
			list, err = rel.first(i, matches[i], most)
		} else {
			list, err = first(s, matches[i], o.Sort, most)
		}
		if err != nil {
			return a, err
		}
		lists = append(lists, list)
	}
	compare := compareFound
	if o.Sort == ByName {
		compare = compareByName
	}
	all := mergeLists(lists, compare)
	all = all[min(from, len(all)):]
	a.Hits = all[:min(len(all), most-from)]
	return a, ctx.Err()
}

// first returns up to so many rows of a set, in order.
func first(s *segment, set bitset, sort string, most int) ([]found, error) {
	switch sort {
	case "", ByScore:
		return appendFirst(nil, s, set, partByScore, 0, most), nil
	case ByName:
		return appendFirst(nil, s, set, partByName, 0, most), nil
	}
	tallies, err := s.counted()
	if err != nil {
		return nil, err
	}
	var out []found
	rest := slices.Clone(set)
	for level := maxLevel; level > 0 && len(out) < most; level-- {
		for _, t := range tallies {
			if t.field != fieldSignal || t.id != sort || t.level != level {
				continue
			}
			with := slices.Clone(rest)
			with.and(t.rows)
			rest.without(t.rows)
			out = appendFirst(out, s, with, partByScore, float64(level), most)
		}
	}
	return appendFirst(out, s, rest, partByScore, 0, most), nil
}

// appendFirst appends rows of a set in the order of a part of the file until
// there are so many.
func appendFirst(out []found, s *segment, set bitset, order int, grade float64, most int) []found {
	left := set.count()
	for i := uint32(0); left > 0 && len(out) < most && int(i) < s.info.Rows; i++ {
		if row := s.rows.uint32(order, i); set.has(row) {
			out = append(out, found{s, row, grade})
			left--
		}
	}
	return out
}

// compareFound orders by grade, score, file, hash.
func compareFound(a, b found) int {
	if a.grade != b.grade {
		return cmp.Compare(b.grade, a.grade)
	}
	return compareByScore(a, b)
}

func compareByScore(a, b found) int {
	if c := cmp.Compare(b.s.rows.uint16(partScores, b.row), a.s.rows.uint16(partScores, a.row)); c != 0 {
		return c
	}
	if c := strings.Compare(a.file(), b.file()); c != 0 {
		return c
	}
	return strings.Compare(string(a.s.rows.text(partKeys, a.row)), string(b.s.rows.text(partKeys, b.row)))
}

func compareByName(a, b found) int {
	if c := compareNames(string(a.s.rows.text(partNames, a.row)), string(b.s.rows.text(partNames, b.row))); c != 0 {
		return c
	}
	return compareByScore(a, b)
}

// file returns the first place of a row.
func (f found) file() string {
	if places := f.s.rows.places(f.row); len(places) > 0 {
		return places[0].File
	}
	return ""
}

// mergeLists makes one sorted list of several.
func mergeLists(lists [][]found, compare func(a, b found) int) []found {
	for len(lists) > 1 {
		var next [][]found
		for i := 0; i+1 < len(lists); i += 2 {
			next = append(next, mergeTwo(lists[i], lists[i+1], compare))
		}
		if len(lists)%2 == 1 {
			next = append(next, lists[len(lists)-1])
		}
		lists = next
	}
	if len(lists) == 0 {
		return nil
	}
	return lists[0]
}

func mergeTwo(a, b []found, compare func(a, b found) int) []found {
	out := make([]found, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(a[0], b[0]) <= 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// counter adds up signals and kinds.
type counter struct{ signals, kinds map[string]*Count }

func (c *counter) add(s *segment, set bitset) error {
	tallies, err := s.counted()
	if err != nil {
		return err
	}
	if c.signals == nil {
		c.signals, c.kinds = map[string]*Count{}, map[string]*Count{}
	}
	for i := range tallies {
		t := &tallies[i]
		n := set.common(t.rows)
		if n == 0 {
			continue
		}
		to := c.kinds
		if t.field == fieldSignal {
			to = c.signals
		}
		sum := to[t.id]
		if sum == nil {
			sum = &Count{ID: t.id}
			to[t.id] = sum
		}
		sum.N += n
		if t.field == fieldSignal && t.level < len(sum.Levels) {
			sum.Levels[t.level] += n
		}
	}
	return nil
}

// lists returns the counts, most first, then by id.
func (c *counter) lists() (signals, kinds []Count) {
	list := func(m map[string]*Count) []Count {
		out := make([]Count, 0, len(m))
		for _, n := range m {
			out = append(out, *n)
		}
		slices.SortFunc(out, func(a, b Count) int {
			return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.ID, b.ID))
		})
		return out
	}
	return list(c.signals), list(c.kinds)
}
