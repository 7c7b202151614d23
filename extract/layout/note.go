package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// note puts what stands in the margin beside the rows it belongs to. What
// has no row beside it is a row of its own, as a heading is.
// Where middle is set they stand in the middle of the height of theirs.
func (b *block) note(notes []*strip, middle bool) {
	var last *row // the note before, and the row that it was put beside
	var lone []*row
	at := -1
	for i, s := range notes {
		ws := undrawn(s.words)
		if len(ws) == 0 {
			continue
		}
		n := b.row(ws, s.wide())
		k := b.beside(s)
		if middle {
			for k > 0 && b.rows[k].base-b.rows[k-1].base <= 1.45*b.rows[k].size {
				k--
			}
			if last != nil && n.base-last.base <= 1.45*n.size {
				b.rows[at].notes = append(b.rows[at].notes, n)
			} else {
				b.rows[k].notes = append(b.rows[k].notes, n)
				at = k
			}
			last = n
			continue
		}
		gap := inf
		for _, r := range b.rows[max(0, k-1):min(len(b.rows), k+1)] {
			gap = min(gap, math.Abs(r.base-s.base)/s.size)
		}
		near := last != nil && n.base-last.base <= 1.45*max(n.size, last.size)
		goes := near && sameStyle(n, last) && (openEnded(last.text) || n.lower() || !n.date || !last.date)
		if goes && (gap > 0.4 || b.rows[at].apart) {
			b.rows[at].notes = append(b.rows[at].notes, n)
			last = n
			continue
		}
		if gap > 0.8 && !b.walledIn(s) {
			lone = append(lone, n)
			last = nil
			continue
		}
		k = max(k, at)
		r := b.rows[k]
		next := inf
		for _, o := range notes[i+1:] {
			if o.base-s.base > 1.45*s.size || math.Abs(o.size-s.size) > 0.1 {
				next = o.base
				break
			}
		}
		if len(r.notes) == 0 {
			r.apart = !n.date && b.heads(n, k, next)
		}
		r.notes = append(r.notes, n)
		last, at = n, k
	}
	if len(lone) > 0 {
		b.rows = append(b.rows, lone...)
		slices.SortStableFunc(b.rows, func(x, y *row) int { return cmp.Compare(x.base, y.base) })
	}
}

// walledIn reports whether a label stands in the middle of the height of a
// cell that is ruled off above and below, with text beside it.
func (b *block) walledIn(s *strip) bool {
	top, bottom := -inf, inf
	for _, rule := range b.frame.rules {
		if rule.Height() <= 3 && rule[0] <= s.x1 && rule[2] >= b.x0+10 {
			if rule[3] <= s.base && rule[1] > top {
				top = rule[1]
			} else if rule[1] >= s.base && rule[1] < bottom {
				bottom = rule[1]
			}
		}
	}
	if top == -inf || bottom == inf {
		return false
	}
	return slices.ContainsFunc(b.rows, func(r *row) bool { return r.base > top && r.base < bottom })
}

// beside returns the row that a note in the margin stands beside: the one on
// its baseline, else the first below it, or below the rule above it.
func (b *block) beside(s *strip) int {
	y := s.base - 0.4*s.size
	for i, r := range b.rows {
		if math.Abs(r.base-s.base) <= 0.4*s.size {
			return i
		}
		if r.base > s.base {
			break
		}
	}
	// In a ruled table a label stands in the middle of its cell's height.
	wall := -inf
	for _, rule := range b.frame.rules {
		if rule.Height() <= 3 && rule[1] < y && rule[1] > wall && rule[0] <= b.x0 && rule[2] >= b.x0+10 && rule[0] <= s.x1 {
			wall = rule[1]
		}
	}
	if wall > -inf && wall > y-12*s.size {
		y = wall
	}
	for i, r := range b.rows {
		if r.base >= y {
			return i
		}
	}
	return len(b.rows) - 1
}

// heads reports whether a note in the margin is the heading of the rows from
// k to the next note, and not the label of one line.
func (b *block) heads(n *row, k int, next float64) bool {
	if len(n.words) > 5 || strings.HasSuffix(n.text, ",") {
		return false
	}
	items, breaks, rows := 0, 0, 0
	for i := k; i < len(b.rows) && b.rows[i].base < next-0.4*n.size; i++ {
		r := b.rows[i]
		rows++
		if r.marker != "" {
			items++
		}
		if i > k && (r.base-b.rows[i-1].base > 1.5*r.size || len(b.rows[i-1].cuts) > 0) {
			breaks++
		}
	}
	styled := n.bold > 0.9 || caps(n.text) || n.size > 1.1*b.rows[k].size || n.font != b.rows[k].font
	return styled && (items >= 2 || breaks >= 1 || rows >= 4) || items >= 3 || breaks >= 3
}

// sameStyle reports whether two rows are set alike.
func sameStyle(a, b *row) bool {
	return math.Abs(a.size-b.size) < 0.08*max(a.size, b.size) && (a.bold > 0.5) == (b.bold > 0.5)
}

// openEnded reports whether a date in the margin goes on in the next row.
func openEnded(s string) bool {
	s = strings.TrimSpace(s)
	for _, end := range [...]string{"-", "–", "—", " to", "/", ",", "bis"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
