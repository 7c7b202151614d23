package content

import (
	"math"
	"math/rand/v2"
	"testing"

	"pique/extract/glyph"
)

// painted makes a canvas of n shapes of all forms: boxes, triangles, stripes
// over the whole page. The area of each is a share of the page times share.
func painted(n int, seed uint64, share float64) *canvas {
	r := rand.New(rand.NewPCG(seed, 7))
	c := &canvas{}
	for range n {
		side := math.Sqrt(share)
		w, h := (1+r.Float64()*30)*side, (1+r.Float64()*30)*side
		switch r.IntN(8) {
		case 0:
			w, h = 600, (1+r.Float64())*share
		case 1:
			w, h = (1+r.Float64())*share, 800
		}
		x, y := r.Float64()*600-w/3, r.Float64()*800-h/3
		s := shape{box: glyph.Box{x, y, x + w, y + h}, paint: paint{glyph.Color{R: uint8(r.IntN(256))}, true}, alpha: 0.3 + 0.7*r.Float64()}
		if r.IntN(5) == 0 {
			s.outline.subs = [][]point{{{x, y}, {x + w, y}, {x, y + h}}}
		}
		s.solid = r.IntN(3) == 0
		c.add(s)
	}
	return c
}

func TestFieldFindsWhatLooksAtAllFind(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for seed := range uint64(20) {
		c := painted(40+int(seed)*20, seed, 1)
		c.ready(glyph.Box{0, 0, 600, 800})
		all := make([]int32, len(c.shapes))
		for i := range all {
			all[i] = int32(i)
		}
		for range 200 {
			x, y, z := r.Float64()*600, r.Float64()*800, r.IntN(len(all)+1)
			if got, want := c.at(z, x, y, nil), c.at(z, x, y, all); got != want {
				t.Fatalf("seed %d at %g, %g above %d: got %+v, want %+v", seed, x, y, z, got, want)
			}
		}
	}
}

// TestCrowdedPage holds that the work on a page grows with what is on it, and
// not with its square.
func TestCrowdedPage(t *testing.T) {
	work := func(n int) int {
		r := rand.New(rand.NewPCG(8, 9))
		c := painted(n, 3, 2000/float64(n))
		c.ready(glyph.Box{0, 0, 600, 800})
		for range 5 * n {
			c.at(r.IntN(n), r.Float64()*600, r.Float64()*800, nil)
		}
		return c.steps
	}
	const n = 2000
	few, many := work(n), work(4*n)
	if many > 6*few {
		t.Errorf("%d steps for %d shapes, %d for %d: more than six times as many", few, n, many, 4*n)
	}
}
