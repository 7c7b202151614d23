package content

import (
	"math/rand/v2"
	"testing"

	"pique/extract/glyph"
)

// TestApart holds that pages on which glyphs are said to be apart have none
// that is dropped as doubled.
func TestApart(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	apart, dropped := 0, 0
	for range 3000 {
		var gs []glyph.Glyph
		for range 1 + r.IntN(6) { // rows, of which some lie on one another
			size := 8 + float64(r.IntN(5))
			base, x := float64(r.IntN(60))*1.7, float64(r.IntN(300))
			for range 1 + r.IntN(12) {
				gs = append(gs, glyph.Glyph{Text: string(rune('a' + r.IntN(3))), Base: base, Size: size, Box: glyph.Box{x, base - size, x + 5, base}})
				x += size * []float64{0.05, 0.11, 0.3, 0.5, 0.6}[r.IntN(5)]
				if r.IntN(9) == 0 {
					gs = append(gs, glyph.Glyph{Text: " ", Base: base, Size: size, Box: glyph.Box{x, base - size, x + 3, base}})
				}
			}
		}
		k := newKit()
		said := k.apart(gs)
		n := len(gs)
		if said {
			apart++
			k.stretches = nil
			// The long way: a glyph that cannot be seen is no stretch.
			gs = append(gs, glyph.Glyph{Hidden: glyph.Clipped, Text: "z", Base: -999, Size: 1})
			n++
		}
		switch kept := len(k.single(gs)); {
		case said && kept != n:
			t.Fatalf("%d of %d glyphs that are apart were dropped", n-kept, n)
		case kept != n:
			dropped++
		}
	}
	if apart < 300 || dropped < 300 {
		t.Errorf("got %d pages apart and %d with doubled glyphs, want 300 or more of each", apart, dropped)
	}
}
