package pdfium

import (
	"math"

	"pique/extract/glyph"
	"pique/extract/plane"
)

type (
	matrix = plane.Matrix
	point  = plane.Point
)

var identity = matrix{1, 0, 0, 1, 0, 0}

// place transforms a point and keeps it finite.
func place(m matrix, x, y float64) point {
	x, y = m.At(x, y)
	return point{X: bounded(x), Y: bounded(y)}
}

// cover is the box of a transformed rectangle, kept finite.
func cover(m matrix, x0, y0, x1, y1 float64) glyph.Box {
	b := m.Box(x0, y0, x1, y1)
	for i, v := range b {
		b[i] = bounded(v)
	}
	return b
}

// bounded keeps a coordinate finite.
func bounded(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return max(-1e6, min(v, 1e6))
}
