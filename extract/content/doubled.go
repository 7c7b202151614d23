package content

import (
	"math"

	"pique/extract/glyph"
)

// Doubled glyphs lie within these shares of their size of one another, along
// the baseline and across it; poppler's TextPage drops them by the same.
const (
	doubleAlong  = 0.1
	doubleAcross = 0.2
)

// single drops visible glyphs that are painted twice in all but the same
// place, as writers do to make letters bold or to give them a shadow. The
// first stays.
func (k *kit) single(gs []glyph.Glyph) []glyph.Glyph {
	if len(gs) < 2 || k.apart(gs) {
		return gs
	}
	size := 1
	for size < 2*len(gs) {
		size *= 2
	}
	// heads has, by cell, 1 + the index of the last glyph in it.
	k.heads, k.twins = cleared(k.heads, size), cleared(k.twins, len(gs))
	heads, next := k.heads, k.twins
	kept, unseen := 0, false
	var cy, ny int64 // of the row of base and height
	base, height := math.NaN(), 0.0
	for i := range gs {
		g := &gs[i]
		if g.Hidden == glyph.Visible && g.Text != "" && g.Text != " " && g.Size > 0 {
			if g.Base != base || g.Size != height {
				base, height = g.Base, g.Size
				y := base / height
				fy := math.Floor(y)
				cy, ny = int64(fy), beyond(y-fy, doubleAcross)
			}
			x := g.Box[0] / height
			fx := math.Floor(x)
			cx, nx := int64(fx), beyond(x-fx, doubleAlong)
			text := textHash(g.Text)
			h := slot(cx, cy, text, size)
			// A twin may lie across the border of the cell.
			if heads[h] != 0 && twin(gs, heads[h], next, text, g) >= 0 ||
				nx != 0 && twin(gs, heads[slot(cx+nx, cy, text, size)], next, text, g) >= 0 ||
				ny != 0 && twin(gs, heads[slot(cx, cy+ny, text, size)], next, text, g) >= 0 ||
				nx != 0 && ny != 0 && twin(gs, heads[slot(cx+nx, cy+ny, text, size)], next, text, g) >= 0 {
				continue
			}
			next[kept] = twinLink{heads[h], uint32(text)}
			heads[h] = int32(kept) + 1
		}
		unseen = unseen || g.Hidden != glyph.Visible
		if kept != i {
			gs[kept] = *g
		}
		kept++
	}
	if unseen {
		return k.shades(gs[:kept], size)
	}
	return gs[:kept]
}

// stretch is glyphs that follow one another on a row, by the left sides of the
// first and the last.
type stretch struct{ base, size, from, to float64 }

// Bounds on stretches: how many are told from one another, and what they keep
// apart, in shares of their size, a little more than twins do.
const (
	maxStretches  = 1 << 8
	stretchAlong  = doubleAlong + 0.01
	stretchAcross = doubleAcross + 0.01
)

// apart reports whether all glyphs can be seen and surely none has a twin, as
// it is on pages whose rows are painted once, from left to right.
func (k *kit) apart(gs []glyph.Glyph) bool {
	stretches := k.stretches[:0]
	var s stretch // that grows; of the size 0 where there is none yet
	for i := range gs {
		g := &gs[i]
		if g.Hidden != glyph.Visible {
			return false
		}
		if g.Text == "" || g.Text == " " || !(g.Size > 0) {
			continue
		}
		if g.Base == s.base && g.Size == s.size && g.Box[0]-s.to >= doubleAlong*g.Size {
			s.to = g.Box[0]
			continue
		}
		if s.size > 0 {
			if len(stretches) == maxStretches || s.meets(stretches) {
				return false
			}
			stretches = append(stretches, s)
		}
		s = stretch{g.Base, g.Size, g.Box[0], g.Box[0]}
	}
	k.stretches = stretches
	return !s.meets(stretches)
}

// meets reports whether a stretch may have twins of glyphs of others.
func (s *stretch) meets(others []stretch) bool {
	for i := range others {
		o := &others[i]
		size := max(s.size, o.size)
		if math.Abs(o.base-s.base) < stretchAcross*size && o.from-s.to < stretchAlong*size && s.from-o.to < stretchAlong*size {
			return true
		}
	}
	return false
}

// exactly is the share of their size within which glyphs lie on one another
// so that the upper one leaves nothing of the lower.
const exactly = 0.02

// shades drops glyphs that cannot be seen and lie where one like them can, as
// those of a shadow or a glow do. One that is painted last in the colour of
// the ground covers its twin. Heads and twins are those of single.
func (k *kit) shades(gs []glyph.Glyph, size int) []glyph.Glyph {
	double := make([]bool, len(gs))
	for i := range gs {
		g := &gs[i]
		if g.Hidden == glyph.Visible || g.Text == "" || g.Text == " " || g.Size <= 0 {
			continue
		}
		x, y := int64(math.Floor(g.Box[0]/g.Size)), int64(math.Floor(g.Base/g.Size))
		at, text := -1, textHash(g.Text)
		for n := int64(0); n < 9 && at < 0; n++ {
			at = twin(gs, k.heads[slot(x+n%3-1, y+n/3-1, text, size)], k.twins, text, g)
		}
		if double[i] = at >= 0; at < 0 || at > i || g.Hidden != glyph.Camouflaged {
			continue
		}
		if o := &gs[at]; o.Font == g.Font && math.Abs(o.Box[0]-g.Box[0]) < exactly*g.Size && math.Abs(o.Base-g.Base) < exactly*g.Size {
			o.Hidden = glyph.Covered
		}
	}
	kept := 0
	for i := range gs {
		if double[i] {
			continue
		}
		if kept != i {
			gs[kept] = gs[i]
		}
		kept++
	}
	return gs[:kept]
}

// beyond is where the neighbouring cell is that a point lies near to, by its
// place in its own; 0 where it lies near to none.
func beyond(place, near float64) int64 {
	switch {
	case place < near:
		return -1
	case place > 1-near:
		return 1
	}
	return 0
}

func textHash(s string) uint64 {
	h := uint64(0)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 0x100000001B3
	}
	return h
}

func slot(x, y int64, text uint64, n int) int {
	h := uint64(x)*0x9E3779B97F4A7C15 ^ uint64(y)*0xC2B2AE3D27D4EB4F ^ text
	return int((h ^ h>>29) & uint64(n-1))
}

// twinLink is a glyph in the list of a cell.
type twinLink struct {
	next int32  // 1 + the index of the one before
	text uint32 // of the hash of its text
}

// twin returns the index of the glyph of a list that is the same as another,
// whose text has a hash; -1 where there is none.
func twin(gs []glyph.Glyph, i int32, next []twinLink, text uint64, g *glyph.Glyph) int {
	for n := 0; i != 0 && n < 16; i, n = next[i-1].next, n+1 {
		if next[i-1].text != uint32(text) {
			continue
		}
		o := &gs[i-1]
		if math.Abs(o.Box[0]-g.Box[0]) < doubleAlong*g.Size && math.Abs(o.Base-g.Base) < doubleAcross*g.Size &&
			o.Text == g.Text && o.Angle == g.Angle && math.Abs(o.Size-g.Size) < 0.1*g.Size {
			return int(i - 1)
		}
	}
	return -1
}
