package phrase

import (
	"cmp"
	"slices"
	"strings"
)

// index tells from what stands in a line which phrases may stand there. It is
// made once, when the book is whole.
type index struct {
	prefixes [256][]affix // by first byte
	suffixes [256][]affix // by last byte
	alone    [][]int32    // by word: the lists on which it stands by itself
	needs    [2]need      // both must be there
}

// need is one thing that each phrase cannot do without: a word, or one of a
// few, a quantity, a list. The first of a phrase is the rarest, the second
// the rarest but that.
type need struct {
	always []uint64  // by phrase: those that need nothing
	words  [][]int32 // by word: the phrases that need it, or one of some
	quants [][]int32 // by class of quantity
	signs  [signs][]int32
	lists  [][]int32 // by list
}

// affix is the beginning or end of words, and the words that have it.
type affix struct {
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

// hinge is something that a phrase can need.
type hinge struct {
	kind kind
	id   int32
}

// The costs of a hinge: about how common it is in a line.
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
		x.prefixes[text[0]] = append(x.prefixes[text[0]], affix{text, words})
	}
	for text, words := range b.suffixes {
		last := text[len(text)-1]
		x.suffixes[last] = append(x.suffixes[last], affix{text, words})
	}
	for i := range x.prefixes {
		slices.SortFunc(x.prefixes[i], byText)
		slices.SortFunc(x.suffixes[i], byText)
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
			w.lists[i] += w.sequence(p.seq)[0].cost
		}
	}
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
	for i := range x.needs {
		x.needs[i] = need{
			always: make([]uint64, len(b.patterns)/64+1), words: make([][]int32, len(b.words)),
			quants: make([][]int32, len(b.quants)), lists: make([][]int32, len(b.entries)),
		}
	}
	for _, p := range b.patterns {
		if alone[p] {
			continue
		}
		for i, group := range w.sequence(p.seq) {
			x.needs[i].add(p.id, group)
		}
	}
}

func byText(a, b affix) int { return strings.Compare(a.text, b.text) }

// add notes that a phrase needs one of the hinges of a group.
func (x *need) add(id int32, g group) {
	if g.cost >= costHopeless {
		x.always[id/64] |= 1 << (id % 64)
		return
	}
	for _, h := range g.any {
		if of := x.of(h); len(*of) == 0 || (*of)[len(*of)-1] != id {
			*of = append(*of, id)
		}
	}
}

// of returns the phrases that need a hinge.
func (x *need) of(h hinge) *[]int32 {
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

// group is a choice of hinges, and the sum of their costs.
type group struct {
	any  []hinge
	cost int
}

// weigher estimates how common things are.
type weigher struct{ words, lists []int }

// sequence returns the two rarest of what the elements need: one of the
// hinges of each stands in any line in which they match, unless the cost is
// hopeless.
func (w *weigher) sequence(seq []element) [2]group {
	best := [2]group{{cost: costHopeless}, {cost: costHopeless}}
	for i := range seq {
		switch g := w.element(&seq[i]); {
		case g.cost < best[0].cost:
			best[0], best[1] = g, best[0]
		case g.cost < best[1].cost:
			best[1] = g
		}
	}
	return best
}

func (w *weigher) element(e *element) group {
	own := []hinge{{e.kind, e.id}}
	switch e.kind {
	case word:
		return group{own, w.words[e.id]}
	case list:
		return group{own, w.lists[e.id]}
	case quant:
		return group{own, costQuant}
	case course:
		return group{own, costWord}
	case year:
		return group{own, costYear}
	case number:
		return group{own, costNumber}
	case name:
		return group{own, costName}
	case choice:
		if e.optional {
			break
		}
		var all group
		for _, alt := range e.alts {
			g := w.sequence(alt)[0]
			all.any = append(all.any, g.any...)
			all.cost += g.cost
		}
		return all
	}
	return group{cost: costHopeless}
}

// consider notes which phrases may stand in the line and appends what its
// lists match to found. Both holds a bit for each phrase and need.
func (l *Line) consider(both *[2][]uint64, found []listed) []listed {
	x := &l.book.index
	for i := range both {
		both[i] = append(both[i][:0], x.needs[i].always...)
	}
	var seen [signs]bool
	for i := range l.Tokens {
		for _, id := range l.ids[i] {
			mark(both[0], x.needs[0].words[id])
			mark(both[1], x.needs[1].words[id])
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
		seen[signCourse] = seen[signCourse] || t.Upper && l.course(i) > 0
	}
	for i := range both {
		for sign, ok := range seen {
			if ok {
				mark(both[i], x.needs[i].signs[sign])
			}
		}
		for _, q := range l.quants {
			mark(both[i], x.needs[i].quants[q.class])
		}
	}
	l.meet(both)
	for id := range l.book.entries {
		found = l.listMatches(found, int32(id), &l.book.entries[id])
	}
	slices.SortStableFunc(found, func(a, b listed) int { return cmp.Or(cmp.Compare(a.list, b.list), cmp.Compare(a.From, b.From)) })
	last := int32(-1)
	for i := range found {
		if found[i].list != last {
			last = found[i].list
			mark(both[0], x.needs[0].lists[last])
			mark(both[1], x.needs[1].lists[last])
		}
	}
	if last >= 0 {
		l.meet(both)
	}
	return found
}

// meet lets those phrases stand in the line whose needs are both there.
func (l *Line) meet(both *[2][]uint64) {
	for i := range l.may {
		l.may[i] = both[0][i] & both[1][i]
	}
}

func mark(set []uint64, patterns []int32) {
	for _, p := range patterns {
		set[p/64] |= 1 << (p % 64)
	}
}
