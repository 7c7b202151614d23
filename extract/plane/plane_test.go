package plane

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/extract/glyph"
)

// A rectangle of 4 by 2, moved and then turned by a quarter.
func ExampleMatrix() {
	m := Matrix{1, 0, 0, 1, 10, 0}.Mul(Matrix{0, 1, -1, 0, 0, 0})
	fmt.Println(m.Box(0, 0, 4, 2))
	// Output: [-2 10 0 14]
}

func TestMatrix(t *testing.T) {
	m := Matrix{2, 0, 0, 3, 5, -1}
	if x, y := m.At(1, 1); x != 7 || y != 2 {
		t.Errorf("got %v, %v, want 7, 2", x, y)
	}
	if got, want := m.Scale(), math.Sqrt(6); got != want {
		t.Errorf("scale: got %v, want %v", got, want)
	}
	for _, v := range []float64{math.NaN(), math.Inf(-1), 2e9} {
		if (Matrix{1, 0, 0, v, 0, 0}).Sane() {
			t.Errorf("%v is no sane number", v)
		}
	}
	if !m.Sane() {
		t.Error("got not sane, want sane")
	}
}

func TestOutline(t *testing.T) {
	square := func(a, b float64) []Point { return []Point{{a, a}, {b, a}, {b, b}, {a, b}, {a, a}} }
	ring := [][]Point{square(0, 9), square(3, 6)}
	if got, want := Bounds(ring[0]), (glyph.Box{0, 0, 9, 9}); !cmp.Equal(got, want) {
		t.Errorf("bounds: got %v, want %v", got, want)
	}
	if !Upright(ring[0]) || Upright([]Point{{0, 0}, {4, 1}, {4, 4}, {0, 4}}) {
		t.Error("the square is upright, the other is not")
	}
	for _, c := range []struct {
		x, y         float64
		odd, nonzero bool
	}{{1, 1, true, true}, {4, 4, false, true}, {12, 4, false, false}} {
		if got := Holds(ring, true, c.x, c.y); got != c.odd {
			t.Errorf("even-odd at %v, %v: got %v", c.x, c.y, got)
		}
		if got := Holds(ring, false, c.x, c.y); got != c.nonzero {
			t.Errorf("nonzero at %v, %v: got %v", c.x, c.y, got)
		}
	}
	if got, want := Intersect(glyph.Box{0, 0, 5, 5}, glyph.Box{3, 7, 9, 9}), (glyph.Box{3, 7, 5, 7}); got != want {
		t.Errorf("intersect: got %v, want %v", got, want)
	}
}
