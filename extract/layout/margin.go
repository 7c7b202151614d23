package layout

import (
	"slices"

	"pique/extract/glyph"
)

// bands reads the cells on either side of a corridor in rows: what stands
// close together is one row of cells. What stands alone at the top of either
// side is a heading of its own.
func (r *reader) bands(rows []*strip, c corridor, left, right []*word, column, depth int, open bool) {
	n := len(r.blocks)
	for i := c.i0; i <= c.i1; {
		j := i + 1
		for j <= c.i1 && !rows[j].wall && rows[j].base-rows[j-1].base < 2.5*rows[j-1].size {
			j++
		}
		var lw, rw, lhead, rhead []*word
		lw, left = take(left, j)
		rw, right = take(right, j)
		if len(lw) > 0 && len(rw) > 0 {
			top := max(lw[0].row, rw[0].row)
			lhead, lw = take(lw, top)
			rhead, rw = take(rw, top)
		}
		r.region(lhead, column, depth+1, open)
		r.region(rhead, column, depth+1, open)
		m := len(r.blocks)
		r.region(lw, column, depth+1, false)
		for _, b := range r.blocks[m:] {
			// A cell may be as wide as its column.
			em := b.rows[0].size
			b.x1 = max(b.x1, min(c.b-1.5*em, b.x1+8*em))
		}
		r.region(rw, column, depth+1, open)
		i = j
	}
	for _, b := range r.blocks[n:] {
		b.cell = true
	}
}

// take splits the words, which are in order of their rows, at the row.
func take(ws []*word, row int) (before, after []*word) {
	for i, w := range ws {
		if w.row >= row {
			return ws[:i:i], ws[i:]
		}
	}
	return ws, nil
}

// header returns the row at which a margin begins: below a name in large type
// and what stands beside it.
func header(rows []*strip, c corridor, size float64) int {
	x := (c.a + c.b) / 2
	large := func(s *strip, least float64) bool {
		return slices.ContainsFunc(s.words, func(w *word) bool { return w.x0 > x && w.size >= least*size })
	}
	i := min(c.i1, c.i0+6)
	for i >= c.i0 && !large(rows[i], 1.7) {
		i--
	}
	if i < c.i0 {
		return c.i0
	}
	foot := rows[i].y1
	for i++; i < c.i1 && !rows[i].wall && (large(rows[i], 1.3) || rows[i].y0 < foot); i++ {
		if large(rows[i], 1.3) {
			foot = max(foot, rows[i].y1)
		}
	}
	return i
}

// notes puts what stands in the margin beside the blocks it belongs to.
func (r *reader) notes(blocks []*block, ws []*word, middle bool) {
	if len(blocks) == 0 {
		r.leaf(ws, 0, false)
		return
	}
	t := r.frame.desk.tray()
	defer r.frame.desk.free(t)
	t.lay(r.frame.desk, ws, 0.35)
	ns := t.strips
	for i, b := range blocks {
		k := len(ns)
		if i+1 < len(blocks) {
			last := b.rows[len(b.rows)-1].base
			for k = 0; k < len(ns) && ns[k].base-0.4*ns[k].size <= last; {
				k++
			}
			// A date that goes on below the last row stays whole.
			if k > 0 && k < len(ns) && ns[k].base-ns[k-1].base <= 2*ns[k].size && ns[k-1].date() && ns[k].date() && openDate(ns[k-1].text(), ns[k].text()) {
				k++
			}
		}
		if k > 0 {
			b.note(ns[:k], middle)
			b.rule()
			ns = ns[k:]
		}
	}
	heading(blocks)
}

// heading makes headings of the labels in the margin that are set like most
// of its headings, however little they are the heading of.
func heading(blocks []*block) {
	type face struct{ heads, labels int }
	faces := make(map[style]face)
	for _, b := range blocks {
		for _, r := range b.rows {
			switch {
			case len(r.heads) > 0:
				f := faces[r.heads[0].style()]
				f.heads++
				faces[r.heads[0].style()] = f
			case r.lone:
				f := faces[r.style()]
				f.heads++
				faces[r.style()] = f
			case len(r.notes) > 0:
				f := faces[r.notes[0].style()]
				f.labels++
				faces[r.notes[0].style()] = f
			}
		}
	}
	for _, b := range blocks {
		for _, r := range b.rows {
			if len(r.notes) == 0 || len(r.heads) > 0 || !headlike(r.notes[0], r) {
				continue
			}
			if f := faces[r.notes[0].style()]; f.heads > 0 && f.heads >= f.labels {
				r.heads, r.notes = r.notes, nil
			}
		}
	}
}

// A style is how the first mark of a row is set.
type style struct {
	font  *glyph.Font
	color glyph.Color
	size  int // in quarter points
}

func (r *row) style() style { return style{r.font, r.color, quarter(r.size)} }
