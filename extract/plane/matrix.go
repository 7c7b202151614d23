package plane

import (
	"math"

	"pique/extract/glyph"
)

// Matrix is a transform [a b c d e f] of row vectors, as PDF writes it: it
// maps x, y to ax+cy+e, bx+dy+f.
type Matrix [6]float64

// Mul returns the transform that does m first and then n.
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// At transforms a point.
func (m Matrix) At(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// Box returns the smallest upright box around a transformed rectangle.
func (m Matrix) Box(x0, y0, x1, y1 float64) glyph.Box {
	ax, ay := m.At(x0, y0)
	bx, by := m.At(x1, y1)
	if m[1] != 0 || m[2] != 0 {
		cx, cy := m.At(x0, y1)
		dx, dy := m.At(x1, y0)
		return glyph.Box{min(ax, bx, cx, dx), min(ay, by, cy, dy), max(ax, bx, cx, dx), max(ay, by, cy, dy)}
	}
	return glyph.Box{min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)}
}

// Scale is the mean factor by which lengths grow.
func (m Matrix) Scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

// Sane reports whether all of m can be reckoned with: finite, and none of it
// beyond 1e9.
func (m Matrix) Sane() bool {
	for _, v := range m {
		if math.IsNaN(v) || v > 1e9 || v < -1e9 {
			return false
		}
	}
	return true
}
