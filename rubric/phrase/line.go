package phrase

import (
	"cmp"
	"slices"
	"strings"
)

// Quant is a quantity in a text, found by somebody else.
type Quant struct {
	Class      string // as in <time>
	Start, End int    // bytes of the text, [Start, End)
}

// Line is a text prepared for matching. It is used by one goroutine.
type Line struct {
	Text   string
	Tokens []Token
	book   *Book
	may    []uint64  // by phrase: may stand in the line
	ids    [][]int32 // words that each token is a form of
	traces []uint64  // of the ids of each token
	quants []quantAt // in the order of from
	lists  []listed  // in the order of list, then From
	masked []bool    // by token: hidden from Find
	steps  int
}

type quantAt struct {
	from, to int // tokens, [from, to)
	class    int32
}

// listed is a match of a phrase of a list.
type listed struct {
	list int32
	Match
}

// Line prepares a text. Quants need not be sorted; those of classes that the
// book does not know are left out.
func (b *Book) Line(text string, quants []Quant) *Line { return b.Lines(1).Line(text, quants) }

// Lines prepares lines that are kept together, with less work than one by one.
// It is for one goroutine; its lines may be used by others.
type Lines struct {
	book   *Book
	lines  slab[Line]
	tokens slab[Token]
	ids    slab[[]int32]
	may    slab[uint64]
	lists  slab[listed]

	words []Token // of the line at hand
	found []listed
	both  [2][]uint64
}

// Lines begins a document of about n lines.
func (b *Book) Lines(n int) *Lines {
	b.sealed.Do(b.seal)
	return &Lines{
		book: b, lines: slab[Line]{least: n}, tokens: slab[Token]{least: 8 * n}, ids: slab[[]int32]{least: 8 * n},
		may: slab[uint64]{least: n * (len(b.index.needs[0].always) + 8)}, lists: slab[listed]{least: 2 * n},
	}
}

// Line prepares a text as Book.Line does.
func (ls *Lines) Line(text string, quants []Quant) *Line {
	b := ls.book
	ls.words = appendTokens(ls.words[:0], text)
	l := &ls.lines.take(1)[0]
	*l = Line{Text: text, Tokens: ls.tokens.copied(ls.words), book: b, may: ls.may.take(len(b.index.needs[0].always)), ids: ls.ids.take(len(ls.words))}
	l.traces = ls.may.take(len(ls.words))
	for i := range l.Tokens {
		l.ids[i] = b.lookup(l.Tokens[i].Text)
		for _, id := range l.ids[i] {
			l.traces[i] |= trace(id)
		}
	}
	for _, q := range quants {
		class, ok := b.quants[q.Class]
		if from, to := l.Range(q.Start, q.End); ok && from < to {
			l.quants = append(l.quants, quantAt{from, to, class})
		}
	}
	slices.SortStableFunc(l.quants, func(a, b quantAt) int { return cmp.Compare(a.from, b.from) })
	ls.found = l.consider(&ls.both, ls.found[:0])
	l.lists = ls.lists.copied(ls.found)
	return l
}

// slab gives out pieces of larger pieces of memory.
type slab[T any] struct {
	free  []T
	least int // how many elements to ask for at a time
}

// slabMost bounds what a slab asks for beyond what is needed, in elements.
const slabMost = 1024

// take returns n elements that are zero.
func (s *slab[T]) take(n int) []T {
	if n > len(s.free) {
		s.free = make([]T, max(n, min(s.least, slabMost)))
	}
	out := s.free[:n:n]
	s.free = s.free[n:]
	return out
}

func (s *slab[T]) copied(from []T) []T {
	out := s.take(len(from))
	copy(out, from)
	return out
}

// lookup returns the words that a token is a form of.
func (b *Book) lookup(text string) []int32 {
	ids := b.forms[text]
	ids = ids[:len(ids):len(ids)] // so that append copies
	for _, p := range b.index.prefixes[text[0]] {
		if strings.HasPrefix(text, p.text) {
			ids = append(ids, p.words...)
		}
	}
	for _, s := range b.index.suffixes[text[len(text)-1]] {
		if strings.HasSuffix(text, s.text) {
			ids = append(ids, s.words...)
		}
	}
	return ids
}

// Range returns the tokens that lie within the bytes [start, end).
func (l *Line) Range(start, end int) (from, to int) {
	from, _ = slices.BinarySearchFunc(l.Tokens, start, func(t Token, s int) int { return t.Start - s })
	if from > 0 && l.Tokens[from-1].End > start {
		from--
	}
	to = from
	for to < len(l.Tokens) && l.Tokens[to].Start < end {
		to++
	}
	return from, to
}

// Mask hides the tokens [from, to) from Find until Unmask.
func (l *Line) Mask(from, to int) {
	if l.masked == nil {
		l.masked = make([]bool, len(l.Tokens))
	}
	for i := from; i < to; i++ {
		l.masked[i] = true
	}
}

// Unmask shows all tokens again.
func (l *Line) Unmask() { l.masked = nil }

func (l *Line) hidden(from, to int) bool {
	return l.masked != nil && slices.Contains(l.masked[from:to], true)
}

// listMatches appends the matches in the line of those phrases of a list that
// are more than a word.
func (l *Line) listMatches(out []listed, id int32, entries *Set) []listed {
	for k := entries.next(l, 0); k < entries.Len(); k = entries.next(l, k+1) {
		p := entries.patterns[k]
		l.steps = 0
		for i := range l.Tokens {
			if !l.opens(p.path, i) {
				continue
			}
			if end := l.match(p.path, i, 0, len(l.Tokens)); end > i {
				out = append(out, listed{id, l.at(i, end)})
			}
		}
	}
	return out
}

// few is up to how many things are searched in a row.
const few = 8

// listed returns the matches of a list that begin at token i.
func (l *Line) listed(id int32, i int) []listed {
	order := func(m *listed) int { return cmp.Or(cmp.Compare(m.list, id), cmp.Compare(m.From, i)) }
	n := 0
	if len(l.lists) > few {
		n, _ = slices.BinarySearchFunc(l.lists, 0, func(m listed, _ int) int { return order(&m) })
	}
	for n < len(l.lists) && order(&l.lists[n]) < 0 {
		n++
	}
	end := n
	for end < len(l.lists) && order(&l.lists[end]) == 0 {
		end++
	}
	return l.lists[n:end]
}

// quantsAt returns the quantities that begin at token i.
func (l *Line) quantsAt(i int) []quantAt {
	n := 0
	if len(l.quants) > few {
		n, _ = slices.BinarySearchFunc(l.quants, i, func(q quantAt, i int) int { return q.from - i })
	}
	for n < len(l.quants) && l.quants[n].from < i {
		n++
	}
	end := n
	for end < len(l.quants) && l.quants[end].from == i {
		end++
	}
	return l.quants[n:end]
}
