package content

import (
	"math"

	"pique/extract/plane"
)

type (
	matrix = plane.Matrix
	point  = plane.Point
)

var identity = matrix{1, 0, 0, 1, 0, 0}

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
