package layout

import (
	"fmt"
	"runtime"
	"testing"

	"pique/extract/glyph"
)

// hostile makes pages of n glyphs that no typesetter would set.
var hostile = []struct {
	name string
	page func(n int) glyph.Page
}{
	{"one place", func(n int) glyph.Page {
		return fill(n, func(i int) (x, y, size float64) { return 100, 100, 10 })
	}},
	{"a row each", func(n int) glyph.Page {
		return fill(n, func(i int) (x, y, size float64) { return 100, float64(i), 10 })
	}},
	{"rows closer than their height", func(n int) glyph.Page {
		return fill(n, func(i int) (x, y, size float64) { return 100, float64(i) * 0.01, 10 })
	}},
	{"one row", func(n int) glyph.Page {
		return fill(n, func(i int) (x, y, size float64) { return float64(i) * 7, 100, 10 })
	}},
	{"a margin", func(n int) glyph.Page {
		return fill(n, func(i int) (x, y, size float64) {
			if i%9 == 0 {
				return 20, float64(i/9) * 14, 10
			}
			return 100 + 6*float64(i%9), float64(i/9) * 14, 10
		})
	}},
	{"a margin with large gaps", func(n int) glyph.Page {
		return fill(n, func(i int) (x, y, size float64) {
			if i%50 == 0 {
				return 20, float64(i/10) * 14, 10
			}
			return 100 + 6*float64(i%10), float64(i/10) * 14, 9
		})
	}},
	{"a table of many columns", func(n int) glyph.Page {
		return fill(n, func(i int) (x, y, size float64) { return 30 * float64(i%200), float64(i/200) * 14, 10 })
	}},
	{"a staircase", func(n int) glyph.Page {
		return fill(n, func(i int) (x, y, size float64) { return float64(i%977) * 13, float64(i/7) * 3, float64(i%40) + 2 })
	}},
	{"small and large", func(n int) glyph.Page {
		return fill(n, func(i int) (x, y, size float64) {
			return float64(i%60) * 9, float64(i / 60), 2 + float64(i%2)*40
		})
	}},
	{"rules and dots", func(n int) glyph.Page {
		p := fill(n, func(i int) (x, y, size float64) { return float64(i%60) * 9, float64(i/60) * 12, 10 })
		for i := range n / 10 {
			y := float64(i%(n/60)) * 12
			p.Rules = append(p.Rules, glyph.Rule{Box: glyph.Box{0, y + 2, 600, y + 3}})
			p.Dots = append(p.Dots, glyph.Box{0, y, 3, y + 3})
		}
		return p
	}},
	{"bullets", func(n int) glyph.Page {
		p := fill(n, func(i int) (x, y, size float64) { return float64(i%4) * 9, float64(i/4) * 0.5, 10 })
		for i := range p.Glyphs {
			p.Glyphs[i].Text = "•"
		}
		return p
	}},
}

func fill(n int, at func(i int) (x, y, size float64)) glyph.Page {
	p := glyph.Page{Number: 1, Width: 600, Height: 800}
	for i := range n {
		x, y, size := at(i)
		p.Glyphs = append(p.Glyphs, glyph.Glyph{Text: string(rune('a' + i%26)), Box: glyph.Box{x, y - 0.75*size, x + size/2, y + 0.25*size}, Base: y, Size: size, Font: regular})
	}
	return p
}

// TestHostilePages holds that four times as many glyphs cost no more than
// some four times the room and the looks in search of columns.
func TestHostilePages(t *testing.T) {
	for _, h := range hostile {
		var room [2]float64
		for i, n := range []int{3000, 12000} {
			page := h.page(n)
			pages := []glyph.Page{page, page}
			pages[1].Number = 2
			var before, after runtime.MemStats
			runtime.GC()
			runtime.GC() // nothing is kept from before
			runtime.ReadMemStats(&before)
			ls := Lines(pages)
			runtime.ReadMemStats(&after)
			room[i] = float64(after.TotalAlloc - before.TotalAlloc)
			lawful(t, pages, ls)
			f := new(desk).frames(&page)[0]
			r := newReader(0, f)
			ws := words(f)
			r.budget = len(ws) * effort
			r.region(ws, 0, 0, true)
			if r.budget < -len(ws) {
				t.Errorf("%s: %d words looked at beyond the budget of %d", h.name, -r.budget, len(ws)*effort)
			}
		}
		if room[1] > 6*room[0] {
			t.Errorf("%s: %.0f bytes for 3000 glyphs, %.0f for 12000, want up to 6 times as much", h.name, room[0], room[1])
		}
	}
}

// BenchmarkHostile measures hostile pages at two sizes: the time of the
// larger must be near twice that of the smaller.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		for _, n := range []int{10000, 20000, 40000} {
			pages := []glyph.Page{h.page(n), h.page(n)}
			pages[1].Number = 2
			b.Run(fmt.Sprintf("%s/%d", h.name, n), func(b *testing.B) {
				for b.Loop() {
					Lines(pages)
				}
			})
		}
	}
}
