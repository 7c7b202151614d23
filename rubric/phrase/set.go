package phrase

import "math/bits"

// Set is a list of phrases of one book, any of which will do. The zero value
// is an empty set, which stands nowhere.
type Set struct {
	patterns []*Pattern
	from, to int32 // ids, [from, to)
	loose    bool  // the ids have gaps or are out of order
}

// Add puts a phrase at the end of the set. A set whose phrases were compiled
// one after another is the fastest.
func (s *Set) Add(p *Pattern) {
	switch {
	case len(s.patterns) == 0:
		s.from, s.to = p.id, p.id+1
	case p.id == s.to:
		s.to++
	default:
		s.loose = true
	}
	s.patterns = append(s.patterns, p)
}

// Len is the number of phrases.
func (s *Set) Len() int { return len(s.patterns) }

// Sources returns the phrases as they were written.
func (s *Set) Sources() []string {
	out := make([]string, len(s.patterns))
	for i, p := range s.patterns {
		out[i] = p.Source
	}
	return out
}

// Possible reports whether a phrase may stand in the line: false is certain.
func (s *Set) Possible(l *Line) bool {
	if s.loose {
		return len(s.patterns) > 0
	}
	return s.next(l, 0) < len(s.patterns)
}

// next returns the first phrase from i on that may stand in the line, or the
// number of phrases.
func (s *Set) next(l *Line, i int) int {
	n := len(s.patterns)
	if s.loose || int(s.to) > len(l.may)*64 {
		for i < n && !s.patterns[i].possible(l) {
			i++
		}
		return i
	}
	for i < n {
		at := int(s.from) + i
		rest := l.may[at/64] >> (at % 64)
		if rest != 0 {
			return min(i+bits.TrailingZeros64(rest), n)
		}
		i += 64 - at%64
	}
	return n
}

// Find appends the matches of each phrase within the tokens [from, to) to
// out: those of the first, left to right, then those of the second.
func (s *Set) Find(out []Match, l *Line, from, to int) []Match {
	for i := s.next(l, 0); i < len(s.patterns); i = s.next(l, i+1) {
		out = s.patterns[i].find(out, l, from, to)
	}
	return out
}

// Has reports whether any of the phrases stands within the tokens [from, to).
func (s *Set) Has(l *Line, from, to int) bool {
	for i := s.next(l, 0); i < len(s.patterns); i = s.next(l, i+1) {
		if s.patterns[i].Has(l, from, to) {
			return true
		}
	}
	return false
}

// Mask hides the matches of the phrases in the line, each phrase looking at
// what those before it left.
func (s *Set) Mask(l *Line) {
	for i := s.next(l, 0); i < len(s.patterns); i = s.next(l, i+1) {
		for _, m := range s.patterns[i].find(nil, l, 0, len(l.Tokens)) {
			l.Mask(m.From, m.To)
		}
	}
}
