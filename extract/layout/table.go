package layout

import (
	"math"
	"slices"
	"strings"

	"pique/extract/glyph"
)

// Bounds on ruled tables, and what makes one.
const (
	maxTableRules = 512
	ruleJoint     = 2.5 // points within which rules touch, or stand on one line
	leastCells    = 3   // columns; two are read by the corridor between them
	wallShare     = 0.6 // of the height or width of a band that a rule must cover to divide it
)

// A table is a grid of ruled cells.
type table struct {
	box    glyph.Box
	xs, ys []float64   // of the rules, apart
	walls  []glyph.Box // the upright rules
}

// tables finds the ruled tables of a frame, topmost first.
func tables(f *frame) []*table {
	upright := 0
	for _, b := range f.rules {
		if b.Width() <= 3 && b.Height() > b.Width() {
			upright++
		}
	}
	if upright < leastCells-1 || len(f.rules) < leastCells+1 || len(f.rules) > maxTableRules {
		return nil
	}
	// Rules that touch are of one table.
	of := make([]int, len(f.rules))
	for i := range of {
		of[i] = i
	}
	find := func(i int) int {
		for of[i] != i {
			of[i] = of[of[i]]
			i = of[i]
		}
		return i
	}
	for i, a := range f.rules {
		for k, b := range f.rules[:i] {
			if a[0] <= b[2]+ruleJoint && b[0] <= a[2]+ruleJoint && a[1] <= b[3]+ruleJoint && b[1] <= a[3]+ruleJoint {
				of[find(i)] = find(k)
			}
		}
	}
	var out []*table
	for i := range f.rules {
		if find(i) != i {
			continue
		}
		var group []glyph.Box
		for k, b := range f.rules {
			if find(k) == i {
				group = append(group, b)
			}
		}
		if t := gridOf(group); t != nil {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b *table) int { return order(a.box[1], b.box[1]) })
	return out
}

func order(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// gridOf makes a table of rules that touch; nil where they are none.
func gridOf(rules []glyph.Box) *table {
	if len(rules) < leastCells+1 {
		return nil
	}
	t := &table{box: rules[0]}
	for _, b := range rules {
		t.box = glyph.Box{min(t.box[0], b[0]), min(t.box[1], b[1]), max(t.box[2], b[2]), max(t.box[3], b[3])}
	}
	xs, ys := []float64{t.box[0], t.box[2]}, []float64{t.box[1], t.box[3]}
	var flat []glyph.Box
	for _, b := range rules {
		if b.Height() > b.Width() {
			xs = append(xs, (b[0]+b[2])/2)
			t.walls = append(t.walls, b)
		} else {
			flat = append(flat, b)
		}
	}
	for _, b := range flat {
		y, wide := (b[1]+b[3])/2, 0.0
		for _, o := range flat {
			if math.Abs((o[1]+o[3])/2-y) < ruleJoint {
				wide += o.Width()
			}
		}
		if wide >= wallShare*t.box.Width() {
			ys = append(ys, y)
		}
	}
	t.xs, t.ys = distinct(xs), distinct(ys)
	if len(t.xs) <= leastCells || len(t.walls) == 0 || len(flat) < 2 {
		return nil
	}
	return t
}

// distinct returns values in order, of those that hardly differ the first.
func distinct(vs []float64) []float64 {
	slices.Sort(vs)
	out := vs[:0]
	for _, v := range vs {
		if len(out) == 0 || v-out[len(out)-1] > ruleJoint {
			out = append(out, v)
		}
	}
	return out
}

// holds reports whether a word stands in the table.
func (t *table) holds(w *word) bool { return t.box.Contains((w.x0+w.x1)/2, w.base-0.3*w.size) }

// edges returns where the cells of a band end, from left to right.
func (t *table) edges(top, bottom float64) []float64 {
	var out []float64
	for i, x := range t.xs {
		tall := 0.0
		for _, b := range t.walls {
			if math.Abs((b[0]+b[2])/2-x) <= ruleJoint {
				tall += max(0, min(b[3], bottom)-max(b[1], top))
			}
		}
		if i > 0 && (tall >= wallShare*(bottom-top) || i == len(t.xs)-1) {
			out = append(out, x)
		}
	}
	return out
}

// A band is a row of cells with their words.
type band struct {
	edges  []float64
	cells  [][]*word
	words  []*word // of all of them
	filled int     // of the cells
	tall   bool    // a cell of it has several rows
}

// bandsOf sorts the words of a table into its cells.
func (r *reader) bandsOf(t *table, ws []*word) []band {
	var out []band
	for i := 1; i < len(t.ys); i++ {
		top, bottom := t.ys[i-1], t.ys[i]
		b := band{edges: t.edges(top, bottom)}
		b.cells = make([][]*word, len(b.edges))
		any := false
		for _, w := range ws {
			y, x := w.base-0.3*w.size, (w.x0+w.x1)/2
			if y < top && i > 1 || y >= bottom && i < len(t.ys)-1 {
				continue
			}
			k := 0
			for k < len(b.edges)-1 && x > b.edges[k] {
				k++
			}
			b.cells[k] = append(b.cells[k], w)
			b.words = append(b.words, w)
			any = true
		}
		for _, c := range b.cells {
			if len(c) > 0 {
				b.filled++
			}
			b.tall = b.tall || len(c) > 1 && c[len(c)-1].base-c[0].base > 0.8*c[0].size
		}
		if any {
			out = append(out, b)
		}
	}
	return out
}

// table reads the first ruled table of a region, cell by cell, with what is
// above and below it; false where there is none, or its cells have one row
// each and can be read across.
func (r *reader) table(ws []*word, column, depth int, open bool) bool {
	for n, t := range r.tables {
		var above, in, below []*word
		beside := false
		for _, w := range ws {
			switch y := w.base - 0.3*w.size; {
			case t.holds(w):
				in = append(in, w)
			case y < t.box[1]:
				above = append(above, w)
			case y > t.box[3]:
				below = append(below, w)
			default:
				beside = true
			}
		}
		if len(in) == 0 || beside {
			continue
		}
		bands := r.bandsOf(t, in)
		tall, wide := false, false
		for _, b := range bands {
			tall = tall || b.tall && b.filled > 1
			wide = wide || b.filled >= leastCells
		}
		if !tall || !wide {
			continue
		}
		r.tables = slices.Delete(slices.Clone(r.tables), n, n+1)
		r.region(above, column, depth+1, open)
		for _, b := range bands {
			r.band(&b, column, depth, open)
		}
		r.region(below, column, depth+1, open)
		return true
	}
	return false
}

// band reads one row of cells: as one line, where each is a few words that
// wrap; else one cell after the other, with a date in the first beside the
// next. Where each has one row, or there is but a label with its text, it is
// read as what is not ruled is.
func (r *reader) band(b *band, column, depth int, open bool) {
	n := len(r.blocks)
	switch {
	case !b.tall || b.filled < leastCells && !r.dated(b.cells[0]):
		r.region(b.words, column, depth+1, open)
	case b.terse():
		r.across(b, column)
	default:
		r.apart(b, column)
	}
	for _, k := range r.blocks[n:] {
		k.walled = true
	}
}

// apart reads the cells of a band one after the other.
func (r *reader) apart(b *band, column int) {
	n := len(r.blocks)
	var date []*word
	for i, c := range b.cells {
		if len(c) == 0 {
			continue
		}
		if date == nil && len(r.blocks) == n && i+1 < len(b.cells) && r.dated(c) {
			date = c
			continue
		}
		m := len(r.blocks)
		r.region(c, column, deepest, false)
		for _, k := range r.blocks[m:] {
			em := k.rows[0].size
			k.x1 = max(k.x1, min(b.edges[i]-0.5*em, k.x1+8*em))
		}
		if len(date) > 0 && len(r.blocks) > m {
			r.blocks[m].attach(date)
			date = nil
		}
	}
	if len(date) > 0 {
		r.leaf(date, column, false)
	}
}

// A terse cell has at most so many rows, and a band of such so many letters.
const (
	terseRows    = 4
	terseLetters = 160
)

// terse reports whether each cell of a band is one text of a few words. In
// three columns the rows of a cell can be lines of their own, unless they are
// full; more of them are the columns of a list of degrees or the like.
func (b *band) terse() bool {
	letters := 0
	for i, c := range b.cells {
		rows := 1
		for k, w := range c {
			letters += len(w.marks)
			if k == 0 {
				if startsBullet(w.marks[0].text) {
					return false
				}
				continue
			}
			p := c[k-1]
			if w.base-p.base < 0.8*p.size {
				continue
			}
			bold := func(w *word) bool { return w.marks[0].font != nil && w.marks[0].font.Bold }
			if rows++; rows > terseRows || w.base-p.base > 1.6*p.size || b.filled <= leastCells && p.x1+0.25*w.size+w.x1-w.x0 < b.edges[i]-1.2*w.size || bold(p) != bold(w) || startsBullet(w.marks[0].text) {
				return false
			}
		}
	}
	return letters <= terseLetters
}

// across reads all the cells of a band as one line.
func (r *reader) across(b *band, column int) {
	k := len(b.cells) - 1
	for k > 0 && len(b.cells[k]) == 0 {
		k--
	}
	last := b.cells[k]
	at := len(last) - 1
	for at > 0 && last[at].base-last[at-1].base < 0.8*last[at].size {
		at--
	}
	n := len(r.blocks)
	r.leaf(last[at:], column, false)
	if len(r.blocks) == n {
		return
	}
	for _, c := range append(b.cells[:k:k], last[:at]) {
		if len(c) > 0 {
			r.blocks[n].attach(c)
		}
	}
}

// dated reports whether a cell has nothing but a date, which may be hyphened.
func (r *reader) dated(ws []*word) bool {
	if len(ws) == 0 || len(ws) > 10 {
		return false
	}
	s := &strip{words: ws}
	return s.date() || isDate(strings.ReplaceAll(s.text(), "- ", ""))
}

// attach puts the rows of a cell before the first row of the block.
func (b *block) attach(ws []*word) {
	t := b.frame.desk.tray()
	defer b.frame.desk.free(t)
	t.lay(b.frame.desk, ws, 0.35)
	for _, s := range t.strips {
		b.rows[0].notes = append(b.rows[0].notes, b.row(s.words, s.wide()))
	}
}
