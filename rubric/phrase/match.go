package phrase

import "slices"

// Match is where a phrase was found.
type Match struct {
	From, To   int // tokens, [From, To)
	Start, End int // bytes of the text, [Start, End)
}

// maxSteps bounds the work of one Find: text is hostile.
const maxSteps = 200_000

// node is an element with what follows it.
type node struct {
	kind     kind
	optional bool
	id       int32
	n        int
	alts     []*node // of a choice: each goes on to what follows the choice
	next     *node   // nil: the phrase ends
	first    uint64  // the words that a match can begin with, by trace; 0: anything
}

// link chains elements before what follows them.
func link(seq []element, next *node) *node {
	for i := len(seq) - 1; i >= 0; i-- {
		e := &seq[i]
		n := &node{kind: e.kind, optional: e.optional, id: e.id, n: e.n, next: next}
		for _, alt := range e.alts {
			n.alts = append(n.alts, link(alt, next))
		}
		n.first = n.begins()
		next = n
	}
	return next
}

// trace is the bit that stands for a word, and for some others, in a set that
// can only rule out.
func trace(id int32) uint64 { return 1 << (uint32(id) % 64) }

// begins returns the words that a match of the elements from n on can begin
// with.
func (n *node) begins() uint64 {
	all := uint64(0)
	switch n.kind {
	case word:
		return trace(n.id)
	case start:
		if n.next != nil {
			return n.next.first
		}
		return 0
	case choice:
		ways := n.alts
		if n.optional {
			ways = append(ways[:len(ways):len(ways)], n.next)
		}
		for _, way := range ways {
			if way == nil || way.first == 0 {
				return 0
			}
			all |= way.first
		}
	}
	return all
}

// possible rules out most phrases by what stands in the line.
func (p *Pattern) possible(l *Line) bool {
	at := int(p.id / 64)
	return at >= len(l.may) || l.may[at]&(1<<(p.id%64)) != 0
}

// Find returns the matches of p within the tokens [from, to), left to right,
// none overlapping another.
func (p *Pattern) Find(l *Line, from, to int) []Match {
	if !p.possible(l) {
		return nil
	}
	return p.find(nil, l, from, to)
}

func (p *Pattern) find(out []Match, l *Line, from, to int) []Match {
	l.steps = 0
	for i := from; i < to; {
		if !l.opens(p.path, i) {
			i++
			continue
		}
		end := l.match(p.path, i, from, to)
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
		if l.opens(p.path, i) && l.match(p.path, i, from, to) > i {
			return true
		}
	}
	return false
}

// opens rules out most tokens as the first of a match.
func (l *Line) opens(n *node, i int) bool { return n.first == 0 || n.first&l.traces[i] != 0 }

func (l *Line) at(from, to int) Match {
	return Match{from, to, l.Tokens[from].Start, l.Tokens[to-1].End}
}

// match returns where the elements from n on, begun at token i, end, or -1.
func (l *Line) match(n *node, i, from, to int) int {
	for ; n != nil; n = n.next {
		if l.steps++; l.steps > maxSteps {
			return -1
		}
		switch n.kind {
		case start:
			if i != from {
				return -1
			}
		case gap:
			for skip := 0; skip <= n.n && i+skip < to && !l.parted(i+skip-1); skip++ {
				if end := l.match(n.next, i+skip, from, to); end >= 0 {
					return end
				}
			}
			return -1
		case choice:
			for _, alt := range n.alts {
				if alt != nil && (i >= to || !l.opens(alt, i)) {
					continue
				}
				if end := l.match(alt, i, from, to); end >= 0 {
					return end
				}
			}
			if !n.optional {
				return -1
			}
		case list:
			best := -1
			for _, m := range l.listed(n.id, i) {
				if m.To <= to && !l.hidden(m.From, m.To) {
					best = max(best, l.match(n.next, m.To, from, to))
				}
			}
			return best
		default:
			if i = l.one(n, i, to); i < 0 {
				return -1
			}
		}
	}
	return i
}

// parted reports whether a semicolon stands behind token i: no phrase leaps over
// one.
func (l *Line) parted(i int) bool {
	if i < 0 {
		return false
	}
	end := l.Tokens[i].End
	return end < len(l.Text) && l.Text[end] == ';'
}

// one returns where a single word or quantity that begins at token i ends, or
// -1. Of several ends of a quantity it gives the farthest.
func (l *Line) one(n *node, i, to int) int {
	if i >= to || l.masked != nil && l.masked[i] {
		return -1
	}
	ok := false
	switch t := &l.Tokens[i]; n.kind {
	case word:
		ok = slices.Contains(l.ids[i], n.id)
	case number:
		ok = t.Text[0] >= '0' && t.Text[0] <= '9'
	case year:
		ok = isYear(t.Text)
	case name:
		ok = t.Upper
	case course:
		if n := l.course(i); n > 0 && i+n <= to {
			return i + n
		}
	case quant:
		end := -1
		for _, q := range l.quantsAt(i) {
			if q.class == n.id && q.to <= to {
				end = max(end, q.to)
			}
		}
		return end
	}
	if ok {
		return i + 1
	}
	return -1
}

// isYear reports whether a word is a year from 1950 to 2099.
func isYear(s string) bool { return len(s) == 4 && s >= "1950" && s <= "2099" && digits(s) }

// course returns how many words from token i on are the code of a course, two
// to four capitals and three digits (CS229, CS 231n), or 0.
func (l *Line) course(i int) int {
	t := &l.Tokens[i]
	letters := 0
	for letters < len(t.Text) && letters < 5 && l.Text[t.Start+letters] >= 'A' && l.Text[t.Start+letters] <= 'Z' {
		letters++
	}
	switch {
	case letters < 2 || letters > 4:
		return 0
	case letters < len(t.Text):
		if courseNumber(t.Text[letters:]) {
			return 1
		}
	case i+1 < len(l.Tokens) && l.Tokens[i+1].Start == t.End+1 && courseNumber(l.Tokens[i+1].Text):
		return 2
	}
	return 0
}

// courseNumber reports whether a word is three digits, with a letter behind
// them or without.
func courseNumber(s string) bool {
	if len(s) == 4 && s[3] >= 'a' && s[3] <= 'z' {
		s = s[:3]
	}
	return len(s) == 3 && digits(s)
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
