package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// note puts what stands in the margin beside the rows it belongs to. What
// has no row beside it is a row of its own, as a heading is.
// Where middle is set they stand in the middle of the height of theirs.
func (b *block) note(notes []*strip, middle bool) {
	var last *row    // the note before
	at := -1         // the row that it was put beside
	var list *[]*row // the notes or headings of that row
	var lone []*row
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
		open := last != nil && n.date && (openEnded(last.text) || last.date && openDate(last.text, n.text))
		near := last != nil && (n.base-last.base <= 1.47*max(n.size, last.size) || open && n.base-last.base <= 2*n.size || list == &b.rows[at].heads && n.base-last.base <= 1.7*n.size)
		goes := near && sameStyle(n, last) && (open || openEnded(last.text) || n.date == last.date && (n.lower() || !n.date))
		if goes && (gap > 0.4 || list == &b.rows[at].heads || open) || near && n.date && last.date && spans(notes, i) && (gap > 0.4 || k > 0 && sameStyle(b.rows[k-1], b.rows[k])) {
			*list = append(*list, n)
			last = n
			continue
		}
		if gap > 0.8 && !b.walledIn(s) {
			n.lone = true
			lone = append(lone, n)
			last = nil
			continue
		}
		if gap > 0.4 {
			// It stands beside the first rows of a paragraph, and never
			// between two rows that go on.
			for k > 0 && b.rows[k].lower() && b.rows[k].marker == "" && b.rows[k].base-b.rows[k-1].base <= 1.45*b.rows[k].size {
				k--
			}
			if k > 0 && s.base-b.rows[k-1].base < 0.8*s.size && s.base-b.rows[k-1].base < b.rows[k].base-s.base {
				k--
			}
			for top := k; top > 0; top-- {
				if s.base-b.rows[top].base > -0.3*s.size && s.base-b.rows[top].base < 1.2*s.size {
					k = top
				}
				if b.rows[top].base-b.rows[top-1].base > 1.45*b.rows[top].size {
					break
				}
			}
		}
		k = max(k, at)
		r := b.rows[k]
		next := inf
		for _, o := range notes[i+1:] {
			if o.base-s.base > 1.55*s.size || math.Abs(o.size-s.size) > 0.1 {
				next = o.base
				break
			}
		}
		list = &r.notes
		if gap <= 0.4 && r.marker == "" && len(r.notes) == 0 && len(r.heads) == 0 && numberMarker(n.text) {
			r.marker = n.text
			last = nil
			continue
		}
		if len(r.notes) == 0 && headlike(n, r) && b.heads(n, k, next) {
			list = &r.heads
		}
		*list = append(*list, n)
		last, at = n, k
	}
	if len(lone) > 0 {
		b.rows = append(b.rows, lone...)
		slices.SortStableFunc(b.rows, func(x, y *row) int { return cmp.Compare(x.base, y.base) })
	}
}

// spans reports whether the strip i and the one before are the beginning and
// the end of a span of years, one above the other.
func spans(notes []*strip, i int) bool {
	near := func(k int) bool {
		return k > 0 && k < len(notes) && notes[k].base-notes[k-1].base <= 1.8*notes[k].size
	}
	if !near(i) || near(i-1) || near(i+1) {
		return false
	}
	from, to := notes[i-1].text(), notes[i].text()
	return !strings.ContainsAny(from+to, "–—-") && (len(from) == 4 && len(to) == 4 && from <= to || len(to) == 4 && digits(to) && isMonth(strings.ToLower(from)) || !strings.ContainsAny(to, "0123456789"))
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
	above, beneath := false, false
	for _, r := range b.rows {
		above = above || r.base > top && r.base < s.base
		beneath = beneath || r.base > s.base && r.base < bottom
	}
	return above && beneath
}

// beside returns the row that a note in the margin stands beside: the one on
// its baseline, else the first below it, or below the rule above it.
func (b *block) beside(s *strip) int {
	y := s.base - 0.4*s.size
	if i := b.below(y); i < len(b.rows) && b.rows[i].base <= s.base+0.4*s.size {
		return i
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
	return min(b.below(y), len(b.rows)-1)
}

// below returns the first row whose baseline is not above y.
func (b *block) below(y float64) int {
	i, _ := slices.BinarySearchFunc(b.rows, y, func(r *row, y float64) int { return cmp.Compare(r.base, y) })
	return i
}

// headlike reports whether a note may be a heading and is not the label of
// the text of r.
func headlike(n, r *row) bool {
	c, _ := utf8.DecodeRuneInString(r.text)
	return !n.date && !strings.HasSuffix(n.text, ":") && !openEnded(n.text) && c != ':' && r.marker != "-" && strings.ContainsFunc(n.text, unicode.IsLetter) && n.text[0] != '[' && n.text[0] != '('
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
