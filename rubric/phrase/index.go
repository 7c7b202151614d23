package phrase

import (
	"cmp"
	"slices"
	"strings"
)

// index tells from what stands in a line which phrases may stand there. Each
// phrase hangs on the rarest thing that it cannot do without: a word, or one
// of a few, a quantity, a list. It is made once, when the book is whole.
type index struct {
	prefixes [256][]prefix // by first byte
	always   []uint64      // by phrase: those that nothing rules out
	words    [][]int32     // by word: the phrases that hang on it
	alone    [][]int32     // by word: the lists on which it stands by itself
	quants   [][]int32     // by class of quantity
	signs    [signs][]int32
	lists    [][]int32 // by list
}

// prefix is the beginning of words, and the words that begin so.
type prefix struct {
	text  string
	words []int32
}

// The classes of word that phrases can ask for, as signs of a line.
const (
	signNumber = iota
	signYear
	signName
	signCourse
	signs
)

// hinge is what a phrase hangs on, with an estimate of how common it is.
type hinge struct {
	kind kind
	id   int32
}

// The costs of a hinge: about how many lines of a hundred have it, in the
// resumes of testdata.
const (
	costWord     = 1
	costQuant    = 8
	costSmall    = 40 // a small word: of, the
	costNumber   = 60
	costYear     = 20
	costName     = 95
	costHopeless = 1000
)

const smallWords = " a an the of to in on for and or by with at from as is be not into over under i we our my do have "

// seal makes the index.
func (b *Book) seal() {
	x := &b.index
	for text, words := range b.prefixes {
		x.prefixes[text[0]] = append(x.prefixes[text[0]], prefix{text, words})
	}
	for i := range x.prefixes {
		slices.SortFunc(x.prefixes[i], func(a, b prefix) int { return strings.Compare(a.text, b.text) })
	}
	cost := make([]int, len(b.words))
	for text, id := range b.words {
		cost[id] = costWord
		if strings.Contains(smallWords, " "+strings.TrimPrefix(text, "=")+" ") {
			cost[id] = costSmall
		}
	}
	w := weigher{words: cost, lists: make([]int, len(b.entries))}
	for i := range b.entries {
		for _, p := range b.entries[i].patterns {
			_, c := w.sequence(p.seq)
			w.lists[i] += c
		}
	}
	x.always = make([]uint64, len(b.patterns)/64+1)
	x.words = make([][]int32, len(b.words))
	x.quants = make([][]int32, len(b.quants))
	x.lists = make([][]int32, len(b.entries))
	x.alone = make([][]int32, len(b.words))
	alone := map[*Pattern]bool{}
	for id := range b.entries {
		for _, p := range b.entries[id].patterns {
			if p.path.kind == word && p.path.next == nil {
				x.alone[p.path.id] = append(x.alone[p.path.id], int32(id))
				alone[p] = true
			}
		}
	}
	for _, p := range b.patterns {
		if alone[p] {
			continue
		}
		hinges, cost := w.sequence(p.seq)
		if cost >= costHopeless {
			x.always[p.id/64] |= 1 << (p.id % 64)
			continue
		}
		for _, h := range hinges {
			if of := x.of(h); len(*of) == 0 || (*of)[len(*of)-1] != p.id {
				*of = append(*of, p.id)
			}
		}
	}
}

// of returns the phrases that hang on a hinge.
func (x *index) of(h hinge) *[]int32 {
	switch h.kind {
	case word:
		return &x.words[h.id]
	case quant:
		return &x.quants[h.id]
	case list:
		return &x.lists[h.id]
	case number:
		return &x.signs[signNumber]
	case year:
		return &x.signs[signYear]
	case course:
		return &x.signs[signCourse]
	}
	return &x.signs[signName]
}

// weigher estimates how common things are.
type weigher struct{ words, lists []int }

// sequence returns what the elements hang on: one of the hinges stands in
// each line in which they match, unless the cost is hopeless.
func (w *weigher) sequence(seq []element) ([]hinge, int) {
	var best []hinge
	least := costHopeless
	for i := range seq {
		if hinges, cost := w.element(&seq[i]); cost < least {
			best, least = hinges, cost
		}
	}
	return best, least
}

func (w *weigher) element(e *element) ([]hinge, int) {
	own := []hinge{{e.kind, e.id}}
	switch e.kind {
	case word:
		return own, w.words[e.id]
	case list:
		return own, w.lists[e.id]
	case quant:
		return own, costQuant
	case course:
		return own, costWord
	case year:
		return own, costYear
	case number:
		return own, costNumber
	case name:
		return own, costName
	case choice:
		if e.optional {
			return nil, costHopeless
		}
		var all []hinge
		sum := 0
		for _, alt := range e.alts {
			hinges, cost := w.sequence(alt)
			all = append(all, hinges...)
			sum += cost
		}
		return all, sum
	}
	return nil, costHopeless
}

// mark notes that the phrases may stand in the line.
func (l *Line) mark(patterns []int32) {
	for _, p := range patterns {
		l.may[p/64] |= 1 << (p % 64)
	}
}

// consider notes which phrases may stand in the line and appends what its
// lists match to found.
func (l *Line) consider(found []listed) []listed {
	x := &l.book.index
	copy(l.may, x.always)
	var seen [signs]bool
	for i := range l.Tokens {
		for _, id := range l.ids[i] {
			l.mark(x.words[id])
			for _, list := range x.alone[id] {
				found = append(found, listed{list, l.at(i, i+1)})
			}
		}
		t := &l.Tokens[i]
		seen[signName] = seen[signName] || t.Upper
		if c := t.Text[0]; c >= '0' && c <= '9' {
			seen[signNumber] = true
			seen[signYear] = seen[signYear] || isYear(t.Text)
		}
		seen[signCourse] = seen[signCourse] || t.Upper && courseCode(t.Text)
	}
	for sign, ok := range seen {
		if ok {
			l.mark(x.signs[sign])
		}
	}
	for _, q := range l.quants {
		l.mark(x.quants[q.class])
	}
	for id := range l.book.entries {
		found = l.listMatches(found, int32(id), &l.book.entries[id])
	}
	slices.SortStableFunc(found, func(a, b listed) int { return cmp.Or(cmp.Compare(a.list, b.list), cmp.Compare(a.From, b.From)) })
	last := int32(-1)
	for i := range found {
		if found[i].list != last {
			last = found[i].list
			l.mark(x.lists[last])
		}
	}
	return found
}
