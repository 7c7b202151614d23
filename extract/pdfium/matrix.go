package pdfium

import (
	"math"

	"pique/extract/glyph"
)

// matrix maps x, y to ax+cy+e, bx+dy+f, its members in this order.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// mul returns the map that carries out m, then n.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) at(x, y float64) point {
	return point{bounded(m[0]*x + m[2]*y + m[4]), bounded(m[1]*x + m[3]*y + m[5])}
}

// bounded keeps a coordinate finite.
func bounded(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return max(-1e6, min(v, 1e6))
}

// box is the smallest upright box around a rectangle that is mapped.
func (m matrix) box(x0, y0, x1, y1 float64) glyph.Box {
	a, b, c, d := m.at(x0, y0), m.at(x1, y0), m.at(x1, y1), m.at(x0, y1)
	return glyph.Box{
		min(a.x, b.x, c.x, d.x), min(a.y, b.y, c.y, d.y),
		max(a.x, b.x, c.x, d.x), max(a.y, b.y, c.y, d.y),
	}
}

// scale is how much lengths grow, on average.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

type point struct{ x, y float64 }

func bounds(pts []point) glyph.Box {
	b := glyph.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range pts {
		b = glyph.Box{min(b[0], p.x), min(b[1], p.y), max(b[2], p.x), max(b[3], p.y)}
	}
	return b
}

// intersect returns what two boxes have in common; a box without extent where
// that is nothing.
func intersect(a, b glyph.Box) glyph.Box {
	c := glyph.Box{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
	if c[2] < c[0] {
		c[2] = c[0]
	}
	if c[3] < c[1] {
		c[3] = c[1]
	}
	return c
}
