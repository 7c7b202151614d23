package plane

import (
	"math"

	"pique/extract/glyph"
)

// Point is a place on the page. It is an alias, so that the engines can write
// one as {x, y}.
type Point = struct{ X, Y float64 }

// Bounds returns the smallest upright box around points. Without any it is
// inside out: from plus to minus infinity.
func Bounds(pts []Point) glyph.Box {
	b := glyph.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range pts {
		b = glyph.Box{min(b[0], p.X), min(b[1], p.Y), max(b[2], p.X), max(b[3], p.Y)}
	}
	return b
}

// Intersect returns what two boxes share; where that is nothing, a box without
// width or height.
func Intersect(a, b glyph.Box) glyph.Box {
	c := glyph.Box{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
	c[2], c[3] = max(c[0], c[2]), max(c[1], c[3])
	return c
}

// Upright reports whether a closed path is a rectangle with upright sides, to
// a hundredth of a point.
func Upright(pts []Point) bool {
	if len(pts) < 4 || len(pts) > 6 {
		return false
	}
	for i := 1; i < len(pts); i++ {
		if math.Abs(pts[i].X-pts[i-1].X) > 0.01 && math.Abs(pts[i].Y-pts[i-1].Y) > 0.01 {
			return false
		}
	}
	return true
}

// Holds reports whether x, y lies inside the closed paths, by the even-odd or
// the nonzero winding rule (ISO 32000-2, 8.5.3.3).
func Holds(paths [][]Point, evenOdd bool, x, y float64) bool {
	winding, crossings := 0, 0
	for _, pts := range paths {
		for i, j := 0, len(pts)-1; i < len(pts); j, i = i, i+1 {
			a, b := pts[i], pts[j]
			if (a.Y > y) == (b.Y > y) || x >= (b.X-a.X)*(y-a.Y)/(b.Y-a.Y)+a.X {
				continue
			}
			crossings++
			if a.Y > b.Y {
				winding++
			} else {
				winding--
			}
		}
	}
	if evenOdd {
		return crossings%2 == 1
	}
	return winding != 0
}
