package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"pique/extract/glyph"
)

// A block is a part of a page that is read row by row from its top to its
// bottom: a page without columns, one column, a header above columns.
type block struct {
	page   int
	frame  *frame
	column int
	rows   []*row
	x0, x1 float64 // where its text begins and how far it reaches
	open   bool    // nothing stands on its right
	width  int     // of its page, in points
	dates  int     // rows that are nothing but a date
	dated  bool    // a row has a date on its right
	flush  bool    // its rows end at the right edge and begin anywhere
	terse  bool    // the lines of a letterhead, which rarely wrap
	cell   bool    // of a grid: no line goes on into it or out of it
	walled bool    // a cell of a ruled table, likewise
	edge   float64 // how far its own rows reach, whatever x1 is widened to
	even   bool    // two or more of them end there
}

// A reader cuts one frame of a page into blocks, in reading order.
type reader struct {
	page   int
	frame  *frame
	blocks []*block
	starts []float64 // where each column met so far begins
	tables []*table  // ruled ones, to be read yet
	budget int       // words that may still be looked at in search of columns

	left, right *side // of the corridor that is judged
}

func newReader(page int, f *frame) *reader {
	return &reader{page: page, frame: f, starts: []float64{f.left}, left: &f.desk.left, right: &f.desk.right}
}

// read makes the blocks of a frame.
func read(page int, f *frame) []*block {
	r := newReader(page, f)
	ws := words(f)
	r.budget = len(ws) * effort
	r.tables = tables(f)
	r.region(ws, 0, 0, true)
	return r.blocks
}

// leaf makes blocks of words that are read row by row: one, or more where
// lists stand side by side.
func (r *reader) leaf(ws []*word, column int, open bool) {
	t := r.frame.desk.tray()
	defer r.frame.desk.free(t)
	t.lay(r.frame.desk, ws, 0.35)
	ss := level(t.strips)
	from := 0
	for i := 0; i < len(ss); i++ {
		if i+1 < len(ss) && len(ss[i].words) > len(ss[i+1].words) {
			if k := ss[i].dateOver(ss[i+1]); k > 0 {
				r.block(ss[from:i], column, open)
				n := len(r.blocks)
				r.block([]*strip{{words: ss[i].words[k:], size: ss[i].size}}, column, open)
				if len(r.blocks) > n {
					r.blocks[n].attach(slices.Concat(ss[i].words[:k], ss[i+1].words))
				}
				i++
				from = i + 1
				continue
			}
		}
		k := ss[i].lists()
		if k == 0 {
			continue
		}
		r.block(ss[from:i], column, open)
		x := ss[i].words[k].x0
		var left, right []*word
		for from = i; i < len(ss) && (i == from || ss[i].base-ss[i-1].base < 2*ss[i].size); i++ {
			k, clear := ss[i].at(x)
			if !clear {
				break
			}
			left, right = append(left, ss[i].words[:k]...), append(right, ss[i].words[k:]...)
		}
		from = i
		i--
		r.leaf(left, column, false)
		r.leaf(right, column, open)
	}
	r.block(ss[from:], column, open)
}

// dateOver returns the word at which the text begins beside a date in the
// margin that goes on in the strip below, where nothing is beside it; 0 where
// that is not so.
func (s *strip) dateOver(below *strip) int {
	if len(below.words) > 3 || below.words[0].undated() || s.words[0].undated() || below.base-s.base > 1.7*s.size {
		return 0
	}
	for k := 1; k < len(s.words) && k <= 4; k++ {
		if s.words[k].x0-s.words[k-1].x1 < usualGap*s.size {
			continue
		}
		date := strip{words: s.words[:k]}
		end := below.words[len(below.words)-1].x1
		if date.date() && below.date() && openDate(date.text(), below.text()) && end < s.words[k].x0-0.5*s.size && math.Abs(end-s.words[k-1].x1) < 12*s.size {
			return k
		}
		return 0
	}
	return 0
}

// lists returns the word at which a second list begins in the strip, or 0: a
// bullet after a wide gap, with more than a date before it.
func (s *strip) lists() int {
	if len(s.words) < 4 {
		return 0
	}
	wide := 0.0
	for i := 2; i+1 < len(s.words); i++ {
		t := s.words[i].marks[0].text
		if len(t) < 2 || !startsBullet(t) {
			continue
		}
		if wide == 0 {
			wide = s.wide()
		}
		if s.words[i].x0-s.words[i-1].x1 < wide || strings.ContainsAny(t, "·⋅∗") && s.words[0].marks[0].text != t {
			continue
		}
		if before := (strip{words: s.words[:i]}); !before.date() {
			return i
		}
	}
	return 0
}

// at returns the first word at or behind x, and whether the strip has a gap
// before x.
func (s *strip) at(x float64) (int, bool) {
	for k, w := range s.words {
		if w.x0 > x-0.2*s.size {
			return k, k == 0 || s.words[k-1].x1 < x
		}
	}
	return len(s.words), s.x1 < x
}

// block makes a block of strips.
func (r *reader) block(ss []*strip, column int, open bool) {
	b := &block{page: r.page, frame: r.frame, column: column, open: open}
	b.rows = make([]*row, 0, len(ss))
	for _, s := range ss {
		b.split(s)
	}
	if len(b.rows) == 0 {
		return
	}
	b.measure()
	b.opening()
	b.rule()
	r.blocks = append(r.blocks, b)
}

// measure finds where the text of the block begins and how far it reaches.
// The right edge is the farthest that two rows reach within 0.7 em, so that
// one row that sticks out does not move it.
func (b *block) measure() {
	b.x0 = inf
	var ends []float64
	for _, w := range b.rows {
		b.x0 = min(b.x0, w.left)
		ends = append(ends, w.end)
	}
	even, ragged := 0, 0
	b.dates = 0
	reach := slices.Max(ends)
	for i, r := range b.rows {
		if math.Abs(r.end-reach) < 1.5 {
			even++
		}
		if r.date {
			b.dates++
		}
		if len(r.cuts) > 0 && endsDate(r.tail()) {
			b.dated = true
		}
		if i > 0 && math.Abs(r.x0-b.rows[i-1].x0) > 0.6*r.size {
			ragged++
		}
	}
	b.flush = len(b.rows) > 2 && 5*even >= 4*len(b.rows) && 2*ragged >= len(b.rows)
	slices.Sort(ends)
	b.x1 = ends[len(ends)-1]
	for i := len(ends) - 1; i > 0 && i > len(ends)-6; i-- {
		if ends[i]-ends[i-1] <= 0.7*b.rows[0].size {
			b.x1 = ends[i]
			break
		}
	}
	b.edge = b.x1
	ended := 0
	for _, r := range b.rows {
		if len(r.cuts) == 0 && math.Abs(r.end-b.edge) < evenness {
			ended++
		}
	}
	b.even = ended > 1
}

// evenness is how far the ends of justified rows may lie from one another, in
// points: a hyphen or a full stop may stand out a little.
const evenness = 0.8

// widen lets the blocks that have nothing on their right reach as far as any
// of them in the document, so that a block of a few short rows does not take
// them for full ones.
func widen(blocks []*block) {
	type sheet struct{ angle, width int }
	edges := make(map[sheet]float64)
	key := func(b *block) sheet { return sheet{b.frame.angle, b.width} }
	for _, b := range blocks {
		if e, ok := edges[key(b)]; b.open && (!ok || b.x1 > e) {
			edges[key(b)] = b.x1
		}
	}
	for _, b := range blocks {
		if b.open {
			b.x1 = edges[key(b)]
		}
	}
}

// rule marks the rows that have a rule above or beneath them.
func (b *block) rule() {
	for _, rule := range b.frame.rules {
		if rule.Height() > 3 || rule.Width() < 10 {
			continue
		}
		y := (rule[1] + rule[3]) / 2
		i, _ := slices.BinarySearchFunc(b.rows, y, func(r *row, y float64) int { return cmp.Compare(r.base, y) })
		// Row i-1 is the last whose baseline is above the rule.
		if i > 0 {
			r := b.rows[i-1]
			if over(rule, r.box()) > 0 && y-r.base < 1.3*r.size {
				if rule.Width() > 1.3*(r.end-r.left) && rule.Width() > 0.4*(b.x1-b.x0) {
					r.ruled = true
				} else if y-r.base < 0.35*r.size {
					r.under = true
				}
				if math.Abs(rule.Width()-(r.end-r.x0)) < 0.3*r.size && y-r.base < 0.5*r.size {
					continue // underlined, and nothing more
				}
			}
		}
		if i > 0 && i < len(b.rows) {
			p, r := b.rows[i-1], b.rows[i]
			if y > p.base+0.3*p.size && y < r.base-0.5*r.size && over(rule, r.box()) > 0 && rule.Width() > 0.5*(b.x1-b.x0) {
				r.walled = true
			}
		}
	}
}

// over returns how far two boxes overlap from left to right, in points.
func over(a, b glyph.Box) float64 { return min(a[2], b[2]) - max(a[0], b[0]) }
