package layout

import "sync"

// A desk is the working space of one call of Lines, kept for the next one:
// nothing that lies on it is part of a Line.
type desk struct {
	marks pile[mark]
	words pile[word]
	rows  pile[row]
	refs  pile[*word]
	offs  pile[int]
	trays []*tray // that nobody fills
	text  []byte

	left, right side // of the corridor that is judged

	live, next, gaps, done []corridor // of the search for corridors
}

var desks = sync.Pool{New: func() any { return new(desk) }}

// What is kept of a desk; a page that takes more has its space let go.
const (
	keptMarks = 1 << 16
	keptTrays = 8
)

// clean gives the desk back.
func (d *desk) clean() {
	d.marks.clean()
	d.words.clean()
	d.rows.clean()
	d.refs.clean()
	d.offs.clean()
	d.left.clean()
	d.right.clean()
	if cap(d.next) > keptMarks {
		d.next = nil
	}
	for _, t := range d.trays {
		t.clean()
	}
	if len(d.trays) > keptTrays {
		d.trays = nil
	}
	if cap(d.text) > keptMarks {
		d.text = nil
	}
	desks.Put(d)
}

// tray returns an empty tray, to be given back by free.
func (d *desk) tray() *tray {
	n := len(d.trays)
	if n == 0 {
		return new(tray)
	}
	t := d.trays[n-1]
	d.trays = d.trays[:n-1]
	return t
}

func (d *desk) free(t *tray) { d.trays = append(d.trays, t) }

// A pile holds values of one type, of which pieces are taken.
type pile[T any] struct {
	room []T
	used int
}

// leastPile is for how many values a pile has room.
const leastPile = 1 << 9

// take returns n zero values. Those taken before stay where they are.
func (p *pile[T]) take(n int) []T {
	if len(p.room)-p.used < n {
		p.room, p.used = make([]T, max(n, leastPile, min(2*len(p.room), keptMarks))), 0
	}
	out := p.room[p.used : p.used+n : p.used+n]
	p.used += n
	return out
}

// one returns a zero value.
func (p *pile[T]) one() *T { return &p.take(1)[0] }

// clean makes all values of the pile zero and its own again.
func (p *pile[T]) clean() {
	if len(p.room) > keptMarks {
		p.room = nil
	}
	clear(p.room[:min(p.used, len(p.room))])
	p.used = 0
}
