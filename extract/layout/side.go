package layout

import (
	"math"
	"strings"

	"pique/extract/glyph"
)

// verdict says what a corridor divides.
type verdict uint8

const (
	nothing    verdict = iota // parts of one row: a title and its date, the cells of a table
	columns                   // two columns, each read by itself
	letterhead                // a name and, beside it, how to reach its owner
	grid                      // cells side by side: rows of them, each cell read by itself
	middle                    // labels that stand in the middle of the height of what they belong to
	margin                    // dates, labels or headings on the left of what they belong to
)

// A side is what stands on one side of a corridor, with what can be counted.
type side struct {
	tray
	x0, x1  float64
	flows   int // rows that are full and go on in the next one
	dates   int // rows that are nothing but a date
	marked  int // rows that open with a bullet
	lone    int // rows that are nothing but a bullet or a number
	short   int // rows of at most three words
	mail    int // rows that are an e-mail address
	reach   int // rows that are an e-mail address, a telephone number or a link
	aligned int // rows with a row of the other side on their baseline
	inner   int // aligned rows whose row on the other side is the inside of a paragraph or list
	clash   int // rows beside a row of the other side, but not on its baseline
	cells   int // groups of rows that stand close
	alone   int // cells whose first row has nothing beside it
	heads   int // cells whose first row has a row of the other side on its baseline
	dense   int // the most rows in one cell
}

// set takes the words of one side, which are the side's from then on, and
// counts what they show by themselves.
func (d *side) set(ws []*word) {
	*d = side{tray: d.tray, x0: inf, x1: -inf}
	d.words = ws
	d.gather(0.35)
	for _, s := range d.strips {
		d.x0, d.x1 = min(d.x0, s.x0), max(d.x1, s.x1)
	}
	run := 0
	for i, s := range d.strips {
		if s.date() {
			d.dates++
		}
		if s.marked() {
			d.marked++
		}
		if len(s.words) == 1 {
			if text := s.words[0].text(); startsBullet(text) || weakMarker(text, true) || numberMarker(text) {
				d.lone++
			}
		}
		if len(s.words) <= 3 {
			d.short++
		}
		if len(s.words) <= 4 && s.mayReach() {
			text := s.text()
			if len(s.words) <= 2 && strings.Contains(text, "@") {
				d.mail++
			}
			if contact(text) {
				d.reach++
			}
		}
		if i > 0 && s.base-d.strips[i-1].base <= 1.45*max(s.size, d.strips[i-1].size) {
			run++
		} else {
			run = 1
			d.cells++
		}
		d.dense = max(d.dense, run)
		if i > 0 && s.lower() && run > 1 {
			p := d.strips[i-1]
			if p.x1 > d.x1-0.2*(d.x1-d.x0) && len(p.words) > 1 {
				d.flows++
			}
		}
	}
}

// sameBase is the part of the font size by which the baselines of two parts
// of one row may differ, as those of a title and of a smaller date.
const sameBase = 0.18

// meet counts which rows of d stand on a baseline of o.
func (d *side) meet(o *side) {
	k := 0
	n := len(o.strips)
	if n == 0 || len(d.strips) == 0 {
		return
	}
	for i, s := range d.strips {
		for k < n && o.strips[k].base < s.base-sameBase*s.size {
			k++
		}
		on := k < n && math.Abs(o.strips[k].base-s.base) <= sameBase*s.size
		beside := k < n && o.strips[k].base-s.base < 0.8*s.size || k > 0 && s.base-o.strips[k-1].base < 0.8*s.size
		switch {
		case on:
			d.aligned++
			if p := o.strips[k]; p.lower() || p.marked() && k > 0 && o.strips[k-1].marked() {
				d.inner++
			}
		case beside:
			d.clash++
		}
		if i == 0 || s.base-d.strips[i-1].base > 1.45*max(s.size, d.strips[i-1].size) {
			switch {
			case on:
				d.heads++
			case !beside:
				d.alone++
			}
		}
	}
}

// judge decides what a corridor between the sides l and r divides.
func judge(l, r *side, c corridor, rules []glyph.Box) verdict {
	nl, nr := len(l.strips), len(r.strips)
	if nl < 2 || nr < 2 {
		return nothing
	}
	if nl+nr < 12 && c.width() < usualGap*min(l.strips[0].size, r.strips[0].size) {
		return nothing // a chance of the spaces between words
	}
	l.meet(r)
	r.meet(l)
	if 10*l.lone >= 6*nl {
		return nothing // bullets
	}
	whole := r.x1 - l.x0
	share := func(n, of int) float64 { return float64(n) / float64(max(of, 1)) }
	if share(r.dates, nr) >= 0.35 && r.flows <= nr/6 && share(r.aligned, nr) >= 0.5 {
		return nothing // dates on the right
	}
	if share(r.short, nr) > 0.8 && share(r.aligned, r.aligned+r.clash) >= 0.8 && nl >= 2*nr && r.dense <= 3 {
		return nothing // dates and places, sparse
	}
	if l.cards(r) {
		return grid
	}
	if share(r.dates, nr) >= 0.6 && r.dense <= 2 && share(r.aligned+r.clash, nr) >= 0.8 && l.cells+l.dense > 3 {
		return nothing // dates on the right, set higher or lower than their titles
	}
	narrow := l.x1-l.x0 < 0.4*whole
	tied := share(l.aligned, l.aligned+l.clash)
	topped := share(l.heads, l.cells-l.alone)
	if narrow && share(l.dates, nl-l.alone) >= 0.35 && topped >= 0.6 && tied >= 0.6 {
		return margin
	}
	if narrow && l.centred(r) {
		return middle
	}
	if narrow && l.labels(r) {
		return margin
	}
	upright := divided(c, l, r, rules)
	sparse := l.flows <= 1+l.cells/2 && l.dense <= 4 && 2*nl <= 5*l.cells
	if narrow && l.cells >= 2 && (l.marked < 2 || r.marked < 2) && 10*l.aligned <= 9*nr && topped >= 0.8 && l.heads >= 2 && (!upright || tied >= 0.85) &&
		(sparse && 5*l.inner <= 2*l.aligned || tied >= 0.85 && nl >= 4 && 6*l.inner <= l.aligned) {
		return margin
	}
	// Rows of one grid meet on their baselines; columns of their own do so
	// by chance, in about a third of the rows.
	loose := share(l.aligned+r.aligned, l.aligned+r.aligned+l.clash+r.clash) < 0.72
	beside := l.aligned + r.aligned + l.clash + r.clash
	if r.mail > 0 && r.cells == 1 && r.dense >= 3 && r.dates == 0 && (r.aligned < nr || l.clash+r.clash > 0) {
		return columns // contact lines beside a name
	}
	if r.contacts(l) || l.contacts(r) {
		return letterhead
	}
	if nl < 3 || nr < 3 {
		if loose && nl+nr >= 5 && l.clash+r.clash > 0 && r.dates == 0 {
			return columns
		}
		return nothing
	}
	if l.sections(r) {
		return columns
	}
	table := !loose && l.cells >= 2 && r.cells >= 2 && topped >= 0.8 && share(r.heads, r.cells-r.alone) >= 0.8
	switch {
	case l.flows >= 2 && r.flows >= 2 && !(table && l.cells >= 3 && r.cells >= 3):
		return columns
	case beside < 4:
		if upright || min(nl, nr) >= 5 && (l.flows > 0 || r.flows > 0) || loose && l.clash+r.clash > 0 {
			return columns
		}
		return nothing
	case loose, upright:
		return columns
	case table:
		return nothing
	case l.flows >= 2, r.flows >= 2 && l.dense >= 4:
		return columns
	case r.marked >= 3 && l.marked >= 3:
		return columns
	case l.dense >= 4 && r.dense >= 4 && 4*r.aligned < 3*nr:
		return columns // two columns on one grid
	}
	return nothing
}

// tied returns which part of the rows that stand beside one another do so on
// one baseline.
func (d *side) tied(o *side) float64 {
	return float64(d.aligned+o.aligned) / float64(max(1, d.aligned+o.aligned+d.clash+o.clash))
}

// cards reports whether the rows of d and o are those of cells side by side,
// such as a language above how well it is known, and not rows to be read
// across: both sides begin at one edge, the rows stand on the same baselines,
// and each is set like its neighbour but unlike the row above or below it.
func (d *side) cards(o *side) bool {
	if d.clash+o.clash > 0 || o.aligned < 2 || 2*o.aligned < min(len(o.strips), len(d.strips)) || d.marked != o.marked && min(d.marked, o.marked) == 0 {
		return false
	}
	k, changes, even := 0, 0, true
	var last, beside *strip // the row before and what stands on its right
	for _, s := range d.strips {
		for k < len(o.strips) && o.strips[k].base < s.base-sameBase*s.size {
			k++
		}
		if k == len(o.strips) {
			break
		}
		t := o.strips[k]
		if math.Abs(t.base-s.base) > sameBase*s.size {
			last = nil
			continue
		}
		if !s.alike(t) || last != nil && s.base-last.base < 2.8*s.size && math.Abs(s.x0-last.x0-t.x0+beside.x0) > 0.15*s.size {
			return false
		}
		even = even && math.Abs(t.x1-o.x1) < 0.12*t.size
		if last != nil && s.base-last.base < 3.6*s.size && !s.alike(last) {
			changes++
		}
		last, beside = s, t
	}
	return changes > 0 && !even
}

// labels reports whether d is nothing but the headings of what o is, each in
// one type that is not the type of most of o.
func (d *side) labels(o *side) bool {
	if d.dense > 2 || d.marked+d.dates > 0 || d.cells < 2 || d.aligned+d.clash < d.cells {
		return false
	}
	same := 0
	for _, s := range d.strips {
		if !s.alike(d.strips[0]) || len(s.words) > 4 {
			return false
		}
	}
	for _, s := range o.strips {
		if s.alike(d.strips[0]) || len(s.words) == 1 && startsBullet(s.words[0].marks[0].text) {
			same++
		}
	}
	return same == 0
}

// sections reports whether both sides have headings of one type: two or more
// rows of the largest type, at their left edge and fewer than the other rows.
func (d *side) sections(o *side) bool {
	head := func(d *side) (h *strip, n int) {
		for _, s := range d.strips {
			switch {
			case s.x0-d.x0 > 0.15*s.size:
			case h == nil || s.size > 1.02*h.size:
				h, n = s, 1
			case s.alike(h):
				n++
			}
		}
		return h, n
	}
	h, n := head(d)
	k, m := head(o)
	return h != nil && k != nil && n >= 2 && m >= 2 && h.alike(k) && h.size > 1.05*usual(d.words) && 3*n <= len(d.strips) && 3*m <= len(o.strips)
}

// contacts reports whether d is the contact lines beside the name o.
func (d *side) contacts(o *side) bool {
	if d.reach == 0 || d.dates > 0 || len(o.strips) > 5 || len(d.strips) > 8 {
		return false
	}
	large, size := 0.0, 0.0
	for _, s := range o.strips {
		large = max(large, s.size)
	}
	for _, s := range d.strips {
		size = max(size, s.size)
	}
	return large >= 1.4*size
}

// alike reports whether two strips open in the same type.
func (s *strip) alike(t *strip) bool {
	a, b := &s.words[0].marks[0], &t.words[0].marks[0]
	return a.font == b.font && a.color == b.color && math.Abs(s.words[0].size-t.words[0].size) < 0.05*s.size
}

// groups returns where each run of rows that stand close begins.
func (d *side) groups() []int {
	var out []int
	for i, s := range d.strips {
		if i == 0 || s.base-d.strips[i-1].base > 1.45*max(s.size, d.strips[i-1].size) {
			out = append(out, i)
		}
	}
	return out
}

// centred reports whether the cells of d are labels of a row or three that
// stand in the middle of the height of paragraphs of o, each of its own.
func (d *side) centred(o *side) bool {
	if d.cells < 2 || d.dense > 3 || d.marked > 0 {
		return false
	}
	dg, og := append(d.groups(), len(d.strips)), append(o.groups(), len(o.strips))
	hits, tall, k := 0, 0, 0
	for i := 0; i+1 < len(dg); i++ {
		mid := (d.strips[dg[i]].base + d.strips[dg[i+1]-1].base) / 2
		for k+1 < len(og) && o.strips[og[k+1]-1].base < mid-0.3*d.strips[0].size {
			k++
		}
		if k+1 >= len(og) {
			break
		}
		if math.Abs((o.strips[og[k]].base+o.strips[og[k+1]-1].base)/2-mid) <= 0.7*d.strips[0].size {
			hits++
			if og[k+1]-og[k] >= 3 {
				tall++
			}
		}
		k++
	}
	return 5*hits >= 4*d.cells && tall >= 2
}

// divided reports whether an upright rule runs down the corridor along most
// of the shorter side.
func divided(c corridor, l, r *side, rules []glyph.Box) bool {
	top := max(l.strips[0].y0, r.strips[0].y0)
	bottom := min(l.strips[len(l.strips)-1].y1, r.strips[len(r.strips)-1].y1)
	long := 0.0
	for _, b := range rules {
		if b.Width() <= 3 && b[0] >= c.a-1 && b[2] <= c.b+1 {
			long += max(0, min(b[3], bottom)-max(b[1], top))
		}
	}
	return bottom > top && long > 0.6*(bottom-top)
}
