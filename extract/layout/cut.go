package layout

import (
	"cmp"
	"math"
	"slices"
)

// deepest bounds how often a region is cut again, and effort how often on
// the average each word is looked at in search of columns: on 265 resumes it
// is 15 times at the most, on a page that is made to be costly without end.
const (
	deepest = 10
	effort  = 60
)

// region reads the words of a region, which are in order of baseline.
func (r *reader) region(ws []*word, column, depth int, open bool) {
	if len(ws) == 0 {
		return
	}
	if len(r.tables) > 0 && depth < deepest && r.table(ws, column, depth, open) {
		return
	}
	if depth < deepest && len(ws) > 3 && r.budget > 0 && r.cut(ws, column, depth, open) {
		return
	}
	r.leaf(ws, column, open)
}

// cut finds the corridor that divides the region best and reads what is
// above, what is on its left, what is on its right and what is below it.
func (r *reader) cut(ws []*word, column, depth int, open bool) bool {
	t := r.frame.desk.tray()
	defer r.frame.desk.free(t)
	t.fill(ws, 0.15)
	rows := t.strips
	size := usual(ws)
	walled := r.walls(rows, size)
	if r.divide(ws, walled, size, column, depth, open, false) {
		return true
	}
	// Headings in a margin may be ruled off from one another.
	return len(walled) > len(rows) && r.divide(ws, rows, size, column, depth, open, true)
}

// divide tries the corridors between the rows of a region.
func (r *reader) divide(ws []*word, rows []*strip, size float64, column, depth int, open, labels bool) bool {
	for i, s := range rows {
		for _, w := range s.words {
			w.row = i
		}
	}
	const tries = 48
	cs := r.frame.desk.corridors(rows, leastGap*size)
	for n, c := range cs {
		if n == tries || r.budget <= 0 {
			break
		}
		v := r.judge(ws, c)
		if v == nothing || labels && (v != margin || !r.left.labels(r.right)) {
			continue
		}
		c, v = r.better(ws, c, v, cs[n+1:min(len(cs), tries)])
		above, left, right, below := part(ws, c)
		switch v {
		case columns:
			c = trim(rows, stretch(rows, c, right, size), size)
			above, left, right, below = part(ws, c)
			if len(left) == 0 || len(right) == 0 {
				continue
			}
			r.region(above, column, depth+1, open)
			r.region(left, column, depth+1, false)
			r.region(right, r.columnAt(right, size), depth+1, open)
			r.region(below, column, depth+1, open)
			return true
		case letterhead:
			r.region(above, column, depth+1, open)
			n := len(r.blocks)
			r.region(left, column, depth+1, false)
			r.region(right, r.columnAt(right, size), depth+1, open)
			for _, b := range r.blocks[n:] {
				b.terse = true
			}
			r.region(below, column, depth+1, open)
			return true
		case grid:
			r.region(above, column, depth+1, open)
			r.bands(rows, c, left, right, column, depth, open)
			r.region(below, column, depth+1, open)
			return true
		case margin, middle:
			top := header(rows, c, size)
			beside, left := take(left, top)
			name, right := take(right, top)
			r.region(above, column, depth+1, open)
			r.region(beside, column, depth+1, false)
			r.region(name, column, depth+1, open)
			if len(left) == 0 || len(right) == 0 {
				r.region(append(left, right...), column, depth+1, open)
				r.region(below, column, depth+1, open)
				return true
			}
			n := len(r.blocks)
			r.region(right, column, depth+1, open)
			r.notes(r.blocks[n:], left, v == middle)
			r.region(below, column, depth+1, open)
			return true
		}
	}
	return false
}

// judge decides what a corridor between the words of a region divides.
func (r *reader) judge(ws []*word, c corridor) verdict {
	left, right := r.left.words[:0], r.right.words[:0]
	x := (c.a + c.b) / 2
	for _, w := range ws {
		switch {
		case w.row < c.i0 || w.row > c.i1:
		case (w.x0+w.x1)/2 < x:
			left = append(left, w)
		default:
			right = append(right, w)
		}
	}
	r.budget -= len(left) + len(right)
	r.left.set(left)
	r.right.set(right)
	return judge(r.left, r.right, c, r.frame.rules)
}

// better looks among further corridors for one that divides the region more
// surely than c: cells side by side rather than labels and their text, and
// columns whose rows have less to do with one another.
func (r *reader) better(ws []*word, c corridor, v verdict, more []corridor) (corridor, verdict) {
	if v == columns || v == margin && r.left.dates > 0 {
		for _, o := range more {
			if v == columns && o.a > c.b && 2*(o.i1-o.i0) >= c.i1-c.i0 && r.datesOnly(ws, c, o) && r.judge(ws, o) == columns {
				return o, v // the dates are those of the left column
			}
			if o.b < c.a && o.i0 <= c.i0 && o.i1 >= c.i1 && r.datesOnly(ws, o, c) && r.judge(ws, o) == columns {
				return o, columns // the dates are those of the right column
			}
		}
		r.judge(ws, c)
	}
	tied := r.left.tied(r.right)
	if v == margin && r.left.dates > 0 || v == columns && tied < 0.5 || v != margin && v != columns {
		return c, v
	}
	for _, o := range more {
		if r.budget <= 0 {
			break
		}
		if o.i0 > c.i1 || o.i1 < c.i0 || v == columns && 5*(o.i1-o.i0) < 4*(c.i1-c.i0) {
			continue
		}
		switch w := r.judge(ws, o); {
		case v == margin && w == grid && o.i0 >= c.i0 && o.i1 <= c.i1:
			return o, w
		case v == columns && w == columns && r.left.tied(r.right) < 0.7*tied:
			return o, w
		}
	}
	return c, v
}

// datesOnly reports whether there is nothing but dates between two corridors.
func (r *reader) datesOnly(ws []*word, c, o corridor) bool {
	var between []*word
	for _, w := range ws {
		if w.row >= c.i0 && w.row <= c.i1 && w.x0 > (c.a+c.b)/2 && w.x1 < (o.a+o.b)/2 {
			between = append(between, w)
		}
	}
	t := r.frame.desk.tray()
	defer r.frame.desk.free(t)
	t.fill(between, 0.35)
	for _, s := range t.strips {
		if !s.date() {
			return false
		}
	}
	return len(between) > 0
}

// usual returns the font size of most of the marks.
func usual(ws []*word) float64 {
	var counts tally[int]
	best, most := 0, 0
	for _, w := range ws {
		k := quarter(w.size)
		if n := counts.add(k, len(w.marks)); n > most || n == most && k < best {
			best, most = k, n
		}
	}
	return max(float64(best)/4, 1)
}

// walls puts the horizontal rules that cross much of the region between its
// rows, for no column goes on through a rule.
func (r *reader) walls(rows []*strip, size float64) []*strip {
	x0, x1 := inf, -inf
	for _, s := range rows {
		x0, x1 = min(x0, s.x0), max(x1, s.x1)
	}
	top, bottom := rows[0].base, rows[len(rows)-1].base
	n := 0
	for _, b := range r.frame.rules {
		if b.Height() <= 3 && b[1] > top && b[3] < bottom && min(b[2], x1)-max(b[0], x0) > 0.3*(x1-x0) && n < 200 {
			if n == 0 {
				rows = slices.Clone(rows)
			}
			rows = append(rows, &strip{x0: b[0], x1: b[2], y0: b[1], y1: b[3], base: (b[1] + b[3]) / 2, size: size, wall: true})
			n++
		}
	}
	if n > 0 {
		slices.SortStableFunc(rows, func(a, b *strip) int { return cmp.Compare(a.base, b.base) })
	}
	return rows
}

// part sorts the words of a region by their place about the corridor.
func part(ws []*word, c corridor) (above, left, right, below []*word) {
	x := (c.a + c.b) / 2
	for _, w := range ws {
		switch {
		case w.row < c.i0:
			above = append(above, w)
		case w.row > c.i1:
			below = append(below, w)
		case (w.x0+w.x1)/2 < x:
			left = append(left, w)
		default:
			right = append(right, w)
		}
	}
	return above, left, right, below
}

// trim leaves to what is above and below the rows at either end of the
// corridor that do not belong to the columns: a name in large type, a
// heading that stands over the full-width text below.
func trim(rows []*strip, c corridor, size float64) corridor {
	x := (c.a + c.b) / 2
	sides := func(s *strip) (l, r bool) {
		if s.wall {
			return false, false
		}
		for _, w := range s.words {
			if (w.x0+w.x1)/2 < x {
				l = true
			} else {
				r = true
			}
		}
		return l, r
	}
	// A name in large type at the top of the right column comes first, if
	// nothing on the left is as large.
	i, large := c.i0, 1.35*size
	for _, s := range rows[c.i0 : c.i1+1] {
		for _, w := range s.words {
			if (w.x0+w.x1)/2 < x {
				large = max(large, 1.05*w.size)
			}
		}
	}
	for ; i < c.i1 && rows[i].size >= large; i++ {
		if l, _ := sides(rows[i]); l {
			break
		}
	}
	next := i
	for next < c.i1 {
		if _, r := sides(rows[next]); r {
			break
		}
		next++
	}
	if !slices.ContainsFunc(rows[next].words, func(w *word) bool { return w.x0 > x && w.size >= 1.35*size }) {
		c.i0 = i
	}
	c.i1 = dateTail(rows, c, sides)
	if c.i1+1 >= len(rows) || rows[c.i1+1].wall {
		return c
	}
	// What follows crosses the corridor: the last rows of the left side may
	// be its heading. They are if they stand nearer to it than to the rest.
	for i := c.i1; i > c.i0; i-- {
		l, r := sides(rows[i])
		if r || !l {
			break
		}
		next, prev := rows[i+1], rows[i-1]
		if above, beneath := rows[i].y0-prev.y1, next.y0-rows[i].y1; above > 1.2*beneath+0.2*size {
			c.i1 = i - 1
			break
		}
		if c.i1-i > 3 {
			break
		}
	}
	return c
}

// dateTail returns the row at which a corridor ends so that dates on the
// right of titles further down stay with them: they belong to what is below
// the column and not to it.
func dateTail(rows []*strip, c corridor, sides func(*strip) (l, r bool)) int {
	x := (c.a + c.b) / 2
	tail, last := -1, -1 // the first of the dates, and the column's last row above
	for i := c.i1; i > c.i0; i-- {
		l, r := sides(rows[i])
		if !r {
			continue
		}
		s := strip{}
		for _, w := range rows[i].words {
			if (w.x0+w.x1)/2 >= x {
				s.words = append(s.words, w)
			}
		}
		if !l || !s.date() {
			last = i
			break
		}
		tail = i
	}
	if tail < 0 || last < 0 || tail-last < 2 {
		return c.i1
	}
	best, at := 0.0, c.i1
	for i := last; i < tail; i++ {
		if gap := rows[i+1].y0 - rows[i].y1; gap > best {
			best, at = gap, i
		}
	}
	return at
}

// stretch carries the corridor on past a row whose left side runs into it, as
// overfull rows do, if what is on its right still begins where that column
// does.
func stretch(rows []*strip, c corridor, right []*word, size float64) corridor {
	starts := func(x float64) bool {
		n := 0
		for _, w := range right {
			if math.Abs(w.x0-x) < 0.3 {
				n++
			}
		}
		return n >= 2
	}
	for _, dir := range [...]int{-1, 1} {
		i, best, found := c.i0, c.i0, 0
		if dir > 0 {
			i, best = c.i1, c.i1
		}
		for i += dir; i >= 0 && i < len(rows); i += dir {
			s := rows[i]
			if s.wall {
				break
			}
			// The words from the column's left edge on, and what precedes.
			k := 0
			for k < len(s.words) && s.words[k].x0 < c.b-0.3*size {
				k++
			}
			if k > 0 && s.words[k-1].x1 > c.b-0.12*size {
				break
			}
			if k < len(s.words) {
				if k > 0 && s.words[k].x0-s.words[k-1].x1 < 0.12*size {
					break
				}
				if starts(s.words[k].x0) {
					found++
					best = i
				}
			}
		}
		if found >= 2 {
			if dir < 0 {
				c.i0 = best
			} else {
				c.i1 = best
			}
		}
	}
	return c
}

// columnAt returns the number of the column that begins where the words do.
func (r *reader) columnAt(ws []*word, size float64) int {
	x := inf
	for _, w := range ws {
		x = min(x, w.x0)
	}
	for i, s := range r.starts {
		if i > 0 && math.Abs(s-x) < 2*size {
			return i
		}
	}
	r.starts = append(r.starts, x)
	return len(r.starts) - 1
}
