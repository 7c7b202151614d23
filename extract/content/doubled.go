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
func single(gs []glyph.Glyph) []glyph.Glyph {
	if len(gs) < 2 {
		return gs
	}
	size := 1
	for size < 2*len(gs) {
		size *= 2
	}
	heads := make([]int32, size) // by cell, 1 + index of the last glyph in it
	next := make([]int32, len(gs))
	out := gs[:0]
	for i := range gs {
		g := gs[i]
		if g.Hidden != glyph.Visible || g.Text == "" || g.Text == " " || g.Size <= 0 {
			out = append(out, g)
			continue
		}
		cell := g.Size * 0.5
		cx, cy := int64(math.Floor(g.Box[0]/cell)), int64(math.Floor(g.Base/cell))
		// The neighbour to look at besides is the nearer one on each axis.
		nx, ny := cx-1, cy-1
		if g.Box[0]/cell-float64(cx) > 0.5 {
			nx = cx + 1
		}
		if g.Base/cell-float64(cy) > 0.5 {
			ny = cy + 1
		}
		if twin(out, heads, next, &g, cx, cy) || twin(out, heads, next, &g, nx, cy) ||
			twin(out, heads, next, &g, cx, ny) || twin(out, heads, next, &g, nx, ny) {
			continue
		}
		h := slot(cx, cy, g.Text, len(heads))
		next[len(out)] = heads[h]
		heads[h] = int32(len(out)) + 1
		out = append(out, g)
	}
	return out
}

func slot(x, y int64, text string, n int) int {
	h := uint64(x)*0x9E3779B97F4A7C15 ^ uint64(y)*0xC2B2AE3D27D4EB4F
	for i := 0; i < len(text); i++ {
		h = (h ^ uint64(text[i])) * 0x100000001B3
	}
	return int((h ^ h>>29) & uint64(n-1))
}

func twin(out []glyph.Glyph, heads, next []int32, g *glyph.Glyph, x, y int64) bool {
	n := 0
	for i := heads[slot(x, y, g.Text, len(heads))]; i != 0 && n < 16; i, n = next[i-1], n+1 {
		o := &out[i-1]
		if o.Text == g.Text && o.Angle == g.Angle && math.Abs(o.Size-g.Size) < 0.1*g.Size &&
			math.Abs(o.Box[0]-g.Box[0]) < doubleAlong*g.Size && math.Abs(o.Base-g.Base) < doubleAcross*g.Size {
			return true
		}
	}
	return false
}
