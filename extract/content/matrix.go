package content

import (
	"math"

	"pique/extract/glyph"
)

// matrix is a transform [a b c d e f] of row vectors, as PDF writes it.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// mul returns the transform that does m first and then n.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// at transforms a point.
func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// box returns the bounding box of a transformed rectangle.
func (m matrix) box(x0, y0, x1, y1 float64) glyph.Box {
	ax, ay := m.at(x0, y0)
	bx, by := m.at(x1, y1)
	if m[1] != 0 || m[2] != 0 {
		cx, cy := m.at(x0, y1)
		dx, dy := m.at(x1, y0)
		return glyph.Box{min(ax, bx, cx, dx), min(ay, by, cy, dy), max(ax, bx, cx, dx), max(ay, by, cy, dy)}
	}
	return glyph.Box{min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)}
}

// scale is the mean factor by which lengths grow.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

// length is the length of a vector.
func length(x, y float64) float64 {
	switch {
	case x == 0:
		return math.Abs(y)
	case y == 0:
		return math.Abs(x)
	}
	return math.Sqrt(x*x + y*y)
}

// sane reports whether all of m can be reckoned with.
func (m matrix) sane() bool {
	for _, v := range m {
		if math.IsNaN(v) || v > 1e9 || v < -1e9 {
			return false
		}
	}
	return true
}

// intersect returns what two boxes share; an empty box has no width or height.
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
