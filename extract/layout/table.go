package layout

import (
	"math"
	"slices"

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
	edges []float64
	cells [][]*word
	tall  bool // a cell of it has several rows
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
			any = true
		}
		for _, c := range b.cells {
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
			filled := 0
			for _, c := range b.cells {
				if len(c) > 0 {
					filled++
				}
			}
			tall = tall || b.tall && filled > 1
			wide = wide || filled > 1
		}
		if !tall || !wide {
			continue
		}
		r.tables = slices.Delete(slices.Clone(r.tables), n, n+1)
		r.region(above, column, depth+1, open)
		for _, b := range bands {
			r.band(&b, column, depth)
		}
		r.region(below, column, depth+1, open)
		return true
	}
	return false
}

// band reads one row of cells: across, where each has one row; else one cell
// after the other, with a date in the first beside the next.
func (r *reader) band(b *band, column, depth int) {
	n := len(r.blocks)
	if !b.tall {
		var ws []*word
		for _, c := range b.cells {
			ws = append(ws, c...)
		}
		slices.SortStableFunc(ws, func(x, y *word) int { return order(x.base, y.base) })
		r.leaf(ws, column, false)
	} else {
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
	for _, k := range r.blocks[n:] {
		k.walled = true
	}
}

// dated reports whether a cell has nothing but a date, in up to three rows.
func (r *reader) dated(ws []*word) bool {
	return len(ws) <= 10 && (&strip{words: ws}).date()
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
