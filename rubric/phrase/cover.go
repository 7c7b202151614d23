package phrase

import (
	"slices"
	"strings"
)

// maxExpansions bounds the ways to say a phrase that Covers and Samples look
// at.
const maxExpansions = 2000

// Patterns returns the phrases of the set, which must not be changed.
func (s *Set) Patterns() []*Pattern { return s.patterns }

// List returns the phrases of a declared word list, nil where there is none.
func (b *Book) List(name string) *Set {
	id, ok := b.lists[name]
	if !ok {
		return nil
	}
	return &b.entries[id]
}

// Uses reports whether a phrase uses a word list.
func (b *Book) Uses(p *Pattern, listName string) bool {
	id, ok := b.lists[listName]
	return ok && anyElement(p.seq, func(e element) bool { return e.kind == list && e.id == id })
}

// HasQuantity reports whether a phrase asks for a quantity.
func (p *Pattern) HasQuantity() bool {
	return anyElement(p.seq, func(e element) bool { return e.kind == quant })
}

// expansions returns up to most ways to say a phrase, without choices, and
// whether these are all.
func expansions(seq []element, most int) (out [][]element, all bool) {
	out, all = [][]element{{}}, true
	for _, e := range seq {
		if e.kind != choice {
			for i := range out {
				out[i] = append(out[i], e)
			}
			continue
		}
		var ways [][]element
		for _, alt := range e.alts {
			w, ok := expansions(alt, most)
			ways, all = append(ways, w...), all && ok
		}
		if e.optional {
			ways = append(ways, nil)
		}
		if len(out)*len(ways) > most {
			ways, all = ways[:max(most/len(out), 1)], false
		}
		next := make([][]element, 0, len(out)*len(ways))
		for _, head := range out {
			for _, tail := range ways {
				next = append(next, append(slices.Clip(head), tail...))
			}
		}
		out = next
	}
	return out, all
}

// Cover compares phrases of a book with one another.
type Cover struct {
	book  *Book
	words []string // by word, as in Book.words
	forms map[int32][]string
	ways  map[*Pattern][][]element // nil where there are too many
	steps int                      // of the comparison at hand
}

// NewCover returns a Cover of a book that is whole.
func NewCover(b *Book) *Cover {
	c := &Cover{book: b, words: make([]string, len(b.words)), forms: map[int32][]string{}, ways: map[*Pattern][][]element{}}
	for text, id := range b.words {
		c.words[id] = text
	}
	return c
}

func (c *Cover) of(p *Pattern) [][]element {
	ways, ok := c.ways[p]
	if !ok {
		var all bool
		if ways, all = expansions(p.seq, maxExpansions); !all {
			ways = nil
		}
		c.ways[p] = ways
	}
	return ways
}

// Within reports whether q stands in every text in which p stands, within
// what p finds. It is sure where it says so, and may overlook some.
func (c *Cover) Within(q, p *Pattern) bool { return c.covers(q, p, false) }

// Whole reports whether q finds all that p finds, from its first word to its
// last. It is sure where it says so, and may overlook some.
func (c *Cover) Whole(q, p *Pattern) bool { return c.covers(q, p, true) }

func (c *Cover) covers(q, p *Pattern, whole bool) bool {
	ways := c.of(p)
	c.steps = 0
	for _, way := range ways {
		found := false
		for i := range way {
			if end := c.match(q.path, way, i); end > i && (!whole || end == len(way)) {
				found = true
				break
			}
			if whole {
				break
			}
		}
		if !found {
			return false
		}
	}
	return len(ways) > 0
}

// match is Line.match over the elements of another phrase.
func (c *Cover) match(n *node, way []element, i int) int {
	for ; n != nil; n = n.next {
		if c.steps++; c.steps > maxSteps {
			return -1
		}
		switch n.kind {
		case gap:
			for room := n.n; ; i++ {
				if end := c.match(n.next, way, i); end >= 0 {
					return end
				}
				if i >= len(way) {
					return -1
				}
				if room -= breadth(way[i]); room < 0 {
					return -1
				}
			}
		case choice:
			for _, alt := range n.alts {
				if end := c.match(alt, way, i); end >= 0 {
					return end
				}
			}
			if !n.optional {
				return -1
			}
		case list:
			if i < len(way) && way[i].kind == list && way[i].id == n.id {
				i++
				continue
			}
			for _, entry := range c.book.entries[n.id].patterns {
				if end := c.match(entry.path, way, i); end > i {
					if end = c.match(n.next, way, end); end >= 0 {
						return end
					}
				}
			}
			return -1
		default:
			if i >= len(way) || !c.holds(n, way[i]) {
				return -1
			}
			i++
		}
	}
	return i
}

// The most words that a quantity and a phrase of a list are taken to have.
const (
	quantWords = 6
	listWords  = 8
)

func breadth(e element) int {
	switch e.kind {
	case gap:
		return e.n
	case quant:
		return quantWords
	case list:
		return listWords
	case start:
		return MaxGap + 1
	}
	return 1
}

// holds reports whether all that e stands for n stands for too.
func (c *Cover) holds(n *node, e element) bool {
	switch {
	case n.kind == word && e.kind == word:
		return n.id == e.id || c.wider(n.id, e.id)
	case n.kind == quant:
		return e.kind == quant && e.id == n.id
	case n.kind == number:
		return e.kind == number || e.kind == year
	}
	return n.kind == e.kind && n.kind != word
}

// wider reports whether word a has all the forms of word b.
func (c *Cover) wider(a, b int32) bool {
	wide, narrow := c.words[a], c.words[b]
	if stem, ok := strings.CutSuffix(wide, "*"); ok {
		stem = strings.TrimPrefix(stem, "=")
		if strings.HasSuffix(narrow, "*") {
			return strings.HasPrefix(strings.TrimPrefix(narrow, "="), stem)
		}
		return !slices.ContainsFunc(c.formsOf(b), func(f string) bool { return !strings.HasPrefix(f, stem) })
	}
	if strings.HasSuffix(narrow, "*") {
		return false
	}
	all := c.formsOf(a)
	return !slices.ContainsFunc(c.formsOf(b), func(f string) bool { return !slices.Contains(all, f) })
}

func (c *Cover) formsOf(id int32) []string {
	forms, ok := c.forms[id]
	if !ok {
		if text, exact := strings.CutPrefix(c.words[id], "="); exact {
			forms = []string{text}
		} else {
			forms = Forms(text)
		}
		c.forms[id] = forms
	}
	return forms
}

// Samples returns up to most texts in which a phrase stands, gaps left out.
// Quants gives a text for each class of quantity.
func (c *Cover) Samples(p *Pattern, quants func(class string) string, most int) []string {
	ways, _ := expansions(p.seq, most)
	var out []string
	for _, way := range ways[:min(len(ways), most)] {
		var parts []string
		for _, e := range way {
			if s := c.sample(e, quants); s != "" {
				parts = append(parts, s)
			}
		}
		out = append(out, strings.Join(parts, " "))
	}
	return out
}

func (c *Cover) sample(e element, quants func(string) string) string {
	switch e.kind {
	case word:
		return strings.Trim(c.words[e.id], "=*")
	case list:
		entries := c.book.entries[e.id].patterns
		if len(entries) == 0 {
			return ""
		}
		return c.Samples(entries[0], quants, 1)[0]
	case quant:
		for class, id := range c.book.quants {
			if id == e.id {
				return quants(class)
			}
		}
	case number:
		return "7"
	case year:
		return "2021"
	case name:
		return "Acme"
	case course:
		return "CS229"
	}
	return ""
}

// Bag returns a text with all words that any of the ways to say a phrase has,
// in no useful order: what cannot stand in it stands in none of its Samples.
func (c *Cover) Bag(p *Pattern, quants func(class string) string) string {
	var parts []string
	anyElement(p.seq, func(e element) bool {
		if s := c.sample(e, quants); s != "" {
			parts = append(parts, s)
		}
		return false
	})
	return strings.Join(parts, " ")
}

// Least is how many words a phrase has in the shortest way to say it, gaps
// left out.
func (p *Pattern) Least() int { return least(p.seq) }

func least(seq []element) int {
	n := 0
	for _, e := range seq {
		switch e.kind {
		case gap, start:
		case choice:
			if e.optional {
				continue
			}
			shortest := least(e.alts[0])
			for _, alt := range e.alts[1:] {
				shortest = min(shortest, least(alt))
			}
			n += shortest
		default:
			n++
		}
	}
	return n
}

// Stems returns the beginnings of words that a phrase has, as "yolo" of
// "yolo*".
func (c *Cover) Stems(p *Pattern) []string {
	var out []string
	anyElement(p.seq, func(e element) bool {
		if e.kind == word && strings.HasSuffix(c.words[e.id], "*") {
			out = append(out, strings.Trim(c.words[e.id], "=*"))
		}
		return false
	})
	return out
}

// Everywhere is Has for phrases of word lists too, which Has may pass over
// where they are a single word.
func (p *Pattern) Everywhere(l *Line) bool {
	l.steps = 0
	for i := range l.Tokens {
		if l.opens(p.path, i) && l.match(p.path, i, 0, len(l.Tokens)) > i {
			return true
		}
	}
	return false
}
