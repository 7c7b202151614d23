package layout

import (
	"cmp"
	"slices"
)

// A corridor is a rectangle of white space between words on its left and on
// its right, from scan row i0 to scan row i1.
type corridor struct {
	a, b   float64
	i0, i1 int
	both   int // rows with words on either side
	left   int // rows with words on the left, those with both included
	right  int
}

func (c *corridor) width() float64 { return c.b - c.a }

// A corridor of a few rows is usualGap ems wide; a long one may be narrower.
const (
	usualGap = 0.85
	leastGap = 0.55
)

// inf stands for the open side of a row's margin.
const inf = 1e9

// corridors finds the maximal rectangles of white space at least wide across
// that have words on either side, tallest first. They last until the next
// call.
func (d *desk) corridors(rows []*strip, wide float64) []corridor {
	const (
		most   = 96 // rectangles under way; real pages have under 20
		widest = 64 // gaps in a row
	)
	live, next, gaps, done := d.live[:0], d.next[:0], d.gaps[:0], d.done[:0]
	for i, s := range rows {
		gaps = gaps[:0]
		if !s.wall {
			gaps = append(gaps, corridor{a: -inf, b: s.x0, right: 1})
			end := s.words[0].x1
			for _, w := range s.words[1:] {
				if w.x0-end >= wide && len(gaps) < widest {
					gaps = append(gaps, corridor{a: end, b: w.x0, both: 1, left: 1, right: 1})
				}
				if w.x1 > end {
					end = w.x1
				}
			}
			gaps = append(gaps, corridor{a: end, b: inf, left: 1})
		} else {
			gaps = append(gaps, corridor{a: -inf, b: s.x0}, corridor{a: s.x1, b: inf})
		}
		next = next[:0]
		for n := range live {
			c := &live[n]
			whole := false
			for k := range gaps { // which are in order
				g := &gaps[k]
				if g.a >= c.b {
					break
				}
				a, b := c.a, c.b
				if g.a > a {
					a = g.a
				}
				if g.b < b {
					b = g.b
				}
				if b-a < wide {
					continue
				}
				whole = whole || a == c.a && b == c.b
				next = append(next, corridor{a, b, c.i0, i, c.both + g.both, c.left + g.left, c.right + g.right})
			}
			if !whole {
				done = finish(done, c)
			}
		}
		for _, g := range gaps {
			g.i0, g.i1 = i, i
			next = append(next, g)
		}
		// Drop what lies within another that is no shorter.
		sortCorridors(next)
		live = live[:0]
		for n := range next {
			if len(live) >= most {
				break
			}
			if c := &next[n]; !c.within(live) {
				live = append(live, *c)
			}
		}
	}
	for n := range live {
		done = finish(done, &live[n])
	}
	slices.SortStableFunc(done, func(x, y corridor) int {
		return cmp.Or(cmp.Compare(min(y.left, y.right)*2+y.left+y.right, min(x.left, x.right)*2+x.left+x.right),
			cmp.Compare(x.i0, y.i0), cmp.Compare(x.a, y.a))
	})
	d.live, d.next, d.gaps, d.done = live, next, gaps, done
	return done
}

// within reports whether the corridor lies within another from left to right.
func (c *corridor) within(others []corridor) bool {
	for n := range others {
		if others[n].a <= c.a && others[n].b >= c.b {
			return true
		}
	}
	return false
}

// sortCorridors sorts by the first row, then from wide to narrow. The order of
// the corridors is nearly that already.
func sortCorridors(cs []corridor) {
	const few = 64
	if len(cs) > few {
		slices.SortStableFunc(cs, func(x, y corridor) int {
			return cmp.Or(cmp.Compare(x.i0, y.i0), cmp.Compare(y.width(), x.width()))
		})
		return
	}
	for i := 1; i < len(cs); i++ {
		if !cs[i].before(&cs[i-1]) {
			continue
		}
		c := cs[i]
		k := i
		for k > 0 && c.before(&cs[k-1]) {
			cs[k] = cs[k-1]
			k--
		}
		cs[k] = c
	}
}

func (c *corridor) before(o *corridor) bool {
	return c.i0 < o.i0 || c.i0 == o.i0 && c.width() > o.width()
}

func finish(done []corridor, c *corridor) []corridor {
	if c.a > -inf && c.b < inf && c.left >= 2 && c.right >= 2 && len(done) < 1024 {
		done = append(done, *c)
	}
	return done
}
