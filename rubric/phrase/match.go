package phrase

import "slices"

// Quant is a quantity in a text, found by somebody else.
type Quant struct {
	Class      string // as in <time>
	Start, End int    // bytes of the text, [Start, End)
}

// Match is where a phrase was found.
type Match struct {
	From, To   int // tokens, [From, To)
	Start, End int // bytes of the text, [Start, End)
}

// Line is a text prepared for matching. It is used by one goroutine.
type Line struct {
	Text   string
	Tokens []Token

	book   *Book
	ids    [][]int32 // words that each token is a form of
	quants [][]quantAt
	spans  [][]Match // by list: all matches, made on first use
	done   []bool
	masked []bool   // by token: hidden from Find
	has    []uint64 // bit set of the words that stand in the line
	steps  int
}

type quantAt struct {
	class string
	to    int
}

// maxSteps bounds the work of one Find: text is hostile.
const maxSteps = 200_000

// Line prepares a text. Quants need not be sorted.
func (b *Book) Line(text string, quants []Quant) *Line {
	l := &Line{Text: text, Tokens: Tokens(text), book: b}
	l.ids = make([][]int32, len(l.Tokens))
	l.has = make([]uint64, len(b.literals)/64+1)
	for i, t := range l.Tokens {
		l.ids[i] = b.lookup(t.Text)
		for _, id := range l.ids[i] {
			l.has[id/64] |= 1 << (id % 64)
		}
	}
	l.spans = make([][]Match, len(b.entries))
	l.done = make([]bool, len(b.entries))
	if len(quants) > 0 {
		l.quants = make([][]quantAt, len(l.Tokens))
		for _, q := range quants {
			from, to := l.Range(q.Start, q.End)
			if from < to {
				l.quants[from] = append(l.quants[from], quantAt{q.Class, to})
			}
		}
	}
	return l
}

func (b *Book) lookup(text string) []int32 {
	ids := b.forms[text]
	if len(b.prefixes) == 0 {
		return ids
	}
	copied := false
	for n := 1; n <= len(text); n++ {
		more := b.prefixes[text[:n]]
		if len(more) == 0 {
			continue
		}
		if !copied {
			ids = slices.Clone(ids)
			copied = true
		}
		ids = append(ids, more...)
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
func (l *Line) Unmask() { clear(l.masked) }

// Find returns the matches of p within the tokens [from, to), left to right,
// none overlapping another.
func (p *Pattern) Find(l *Line, from, to int) []Match {
	if !p.possible(l) {
		return nil
	}
	l.steps = 0
	var out []Match
	for i := from; i < to; {
		if !p.begins(l, i, from, to) {
			i++
			continue
		}
		end := l.match(p.seq, i, from, to)
		if end <= i {
			i++
			continue
		}
		out = append(out, l.at(i, end))
		i = end
	}
	return out
}

// Has reports whether p stands within the tokens [from, to).
func (p *Pattern) Has(l *Line, from, to int) bool {
	if !p.possible(l) {
		return false
	}
	l.steps = 0
	for i := from; i < to; i++ {
		if p.begins(l, i, from, to) && l.match(p.seq, i, from, to) > i {
			return true
		}
	}
	return false
}

// possible rules out most phrases by the words of the line alone.
func (p *Pattern) possible(l *Line) bool {
	if p.first == nil {
		return true
	}
	for k := range p.first {
		e := &p.first[k]
		switch e.kind {
		case word:
			if l.has[e.id/64]&(1<<(e.id%64)) != 0 {
				return true
			}
		case list:
			if len(l.listed(e.id)) > 0 {
				return true
			}
		case quant:
			if l.quants != nil {
				return true
			}
		default:
			return true
		}
	}
	return false
}

func (l *Line) at(from, to int) Match {
	return Match{from, to, l.Tokens[from].Start, l.Tokens[to-1].End}
}

func (p *Pattern) begins(l *Line, i, from, to int) bool {
	if p.first == nil {
		return true
	}
	for k := range p.first {
		if l.one(&p.first[k], i, from, to) > i {
			return true
		}
	}
	return false
}

// one returns where a single element that begins at token i ends, or -1. Of
// several ends of a list or quantity it gives the farthest.
func (l *Line) one(e *element, i, from, to int) int {
	if i >= to || l.masked != nil && l.masked[i] {
		return -1
	}
	switch e.kind {
	case word:
		if slices.Contains(l.ids[i], e.id) {
			return i + 1
		}
	case number:
		if c := l.Tokens[i].Text[0]; c >= '0' && c <= '9' {
			return i + 1
		}
	case year:
		if t := l.Tokens[i].Text; len(t) == 4 && t >= "1950" && t <= "2099" && digits(t) {
			return i + 1
		}
	case name:
		if l.Tokens[i].Upper {
			return i + 1
		}
	case course:
		if t := l.Tokens[i]; t.Upper && courseCode(t.Text) {
			return i + 1
		}
	case quant:
		end := -1
		if l.quants != nil {
			for _, q := range l.quants[i] {
				if q.class == e.class && q.to <= to {
					end = max(end, q.to)
				}
			}
		}
		return end
	case list:
		end := -1
		for _, m := range l.listed(e.id) {
			if m.From == i && m.To <= to && !l.hidden(m.From, m.To) {
				end = max(end, m.To)
			}
		}
		return end
	}
	return -1
}

// courseCode reports whether a word is two to four letters with three digits.
func courseCode(s string) bool {
	n := len(s) - 3
	return n >= 2 && n <= 4 && alphabetic(s[:n]) && digits(s[n:])
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// listed returns every match of every phrase of a list in the line.
func (l *Line) listed(id int32) []Match {
	if l.done[id] {
		return l.spans[id]
	}
	l.done[id] = true
	masked := l.masked
	l.masked = nil // what a list matches does not hang on who asks
	defer func() { l.masked = masked }()
	var out []Match
	n := len(l.Tokens)
	for _, p := range l.book.entries[id] {
		if !p.possible(l) {
			continue
		}
		for i := range n {
			if !p.begins(l, i, 0, n) {
				continue
			}
			if end := l.match(p.seq, i, 0, n); end > i {
				out = append(out, l.at(i, end))
			}
		}
	}
	l.spans[id] = out
	return out
}

// InList returns the matches of a list within the tokens [from, to).
func (l *Line) InList(name string, from, to int) []Match {
	id, ok := l.book.lists[name]
	if !ok {
		return nil
	}
	var out []Match
	for _, m := range l.listed(id) {
		if m.From >= from && m.To <= to {
			out = append(out, m)
		}
	}
	return out
}

// match returns where seq, begun at token i, ends, or -1.
func (l *Line) match(seq []element, i, from, to int) int {
	if len(seq) == 0 {
		return i
	}
	if l.steps++; l.steps > maxSteps {
		return -1
	}
	e, rest := &seq[0], seq[1:]
	switch e.kind {
	case start:
		if i != from {
			return -1
		}
		return l.match(rest, i, from, to)
	case gap:
		for skip := 0; skip <= e.n && i+skip < to; skip++ {
			if end := l.match(rest, i+skip, from, to); end >= 0 {
				return end
			}
		}
		return -1
	case choice:
		for _, alt := range e.alts {
			if len(rest) == 0 {
				if end := l.match(alt, i, from, to); end >= 0 {
					return end
				}
				continue
			}
			joined := make([]element, 0, len(alt)+len(rest))
			joined = append(append(joined, alt...), rest...)
			if end := l.match(joined, i, from, to); end >= 0 {
				return end
			}
		}
		if e.optional {
			return l.match(rest, i, from, to)
		}
		return -1
	case list:
		best := -1
		for _, m := range l.listed(e.id) {
			if m.From != i || m.To > to || l.hidden(m.From, m.To) {
				continue
			}
			best = max(best, l.match(rest, m.To, from, to))
		}
		return best
	}
	next := l.one(e, i, from, to)
	if next < 0 {
		return -1
	}
	return l.match(rest, next, from, to)
}

func (l *Line) hidden(from, to int) bool {
	if l.masked == nil {
		return false
	}
	return slices.Contains(l.masked[from:to], true)
}
