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
	quants []quantAt // in the order of from
	lists  [][]Match // by list, in the order of From; nil where there are none
	masked []bool    // by token: hidden from Find
	steps  int
}

type quantAt struct {
	from, to int // tokens, [from, to)
	class    int32
}

// Line prepares a text. Quants need not be sorted; those of classes that the
// book does not know are left out.
func (b *Book) Line(text string, quants []Quant) *Line {
	b.sealed.Do(b.seal)
	l := &Line{Text: text, Tokens: Tokens(text), book: b, may: make([]uint64, len(b.index.always))}
	l.ids = make([][]int32, len(l.Tokens))
	for i := range l.Tokens {
		l.ids[i] = b.lookup(l.Tokens[i].Text)
	}
	for _, q := range quants {
		class, ok := b.quants[q.Class]
		if from, to := l.Range(q.Start, q.End); ok && from < to {
			l.quants = append(l.quants, quantAt{from, to, class})
		}
	}
	slices.SortStableFunc(l.quants, func(a, b quantAt) int { return cmp.Compare(a.from, b.from) })
	l.consider()
	return l
}

// lookup returns the words that a token is a form of.
func (b *Book) lookup(text string) []int32 {
	ids := b.forms[text]
	copied := false
	for _, p := range b.index.prefixes[text[0]] {
		if !strings.HasPrefix(text, p.text) {
			continue
		}
		if !copied {
			ids = slices.Clone(ids)
			copied = true
		}
		ids = append(ids, p.words...)
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

// listMatches returns every match of every phrase of a list in the line, in
// the order of From.
func (l *Line) listMatches(entries *Set) []Match {
	var out []Match
	for k := entries.next(l, 0); k < entries.Len(); k = entries.next(l, k+1) {
		p := entries.patterns[k]
		l.steps = 0
		for i := range l.Tokens {
			if end := l.match(p.path, i, 0, len(l.Tokens)); end > i {
				out = append(out, l.at(i, end))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Match) int { return cmp.Compare(a.From, b.From) })
	return out
}

// listed returns the matches of a list that begin at token i.
func (l *Line) listed(id int32, i int) []Match {
	if l.lists == nil {
		return nil
	}
	return beginning(l.lists[id], i, func(m *Match) int { return m.From })
}

// quantsAt returns the quantities that begin at token i.
func (l *Line) quantsAt(i int) []quantAt {
	return beginning(l.quants, i, func(q *quantAt) int { return q.from })
}

// few is up to how many things are searched in a row.
const few = 8

// beginning returns those of all, in the order of from, that begin at i.
func beginning[T any](all []T, i int, from func(*T) int) []T {
	n := 0
	if len(all) > few {
		n, _ = slices.BinarySearchFunc(all, i, func(t T, i int) int { return from(&t) - i })
	}
	for n < len(all) && from(&all[n]) < i {
		n++
	}
	end := n
	for end < len(all) && from(&all[end]) == i {
		end++
	}
	return all[n:end]
}
