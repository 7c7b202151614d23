package layout

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
	"unicode/utf8"

	"pique/extract/glyph"
)

// lawful checks what holds of the lines of any pages.
func lawful(t *testing.T, pages []glyph.Page, ls []Line) {
	t.Helper()
	for _, l := range ls {
		if l.Text == "" || !utf8.ValidString(l.Text) || len(l.Spans) == 0 {
			t.Fatalf("line %q with %d spans", l.Text, len(l.Spans))
		}
		at := 0
		for i, s := range l.Spans {
			if s.Start < at || s.End < s.Start || s.End > len(l.Text) || s.Start-at > 1 || s.Start > at && l.Text[at] != ' ' {
				t.Fatalf("span %d %+v of %q does not follow %d", i, s, l.Text, at)
			}
			if !boundary(l.Text, s.Start) || !boundary(l.Text, s.End) || s.Page < 1 || s.Page > len(pages) {
				t.Fatalf("span %+v of %q", s, l.Text)
			}
			for _, v := range s.Box {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Fatalf("box %v of %q", s.Box, l.Text)
				}
			}
			at = s.End
		}
		if at != len(l.Text) || l.Spans[0].Start != 0 {
			t.Fatalf("spans %+v do not cover %q", l.Spans, l.Text)
		}
		last := -1
		for _, g := range l.Gaps {
			if g <= last || g >= len(l.Text) || !boundary(l.Text, g) {
				t.Fatalf("gaps %v of %q", l.Gaps, l.Text)
			}
			last = g
		}
		for _, k := range l.Links {
			if k.Start < 0 || k.End <= k.Start || k.End > len(l.Text) || !boundary(l.Text, k.Start) || !boundary(l.Text, k.End) {
				t.Fatalf("link %+v of %q", k, l.Text)
			}
		}
	}
}

func boundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// TestEveryGlyphInOneLine sets each glyph with a character of its own, at
// random, and finds each in the lines exactly once.
func TestEveryGlyphInOneLine(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 7))
		fonts := []*glyph.Font{regular, bolder, nil}
		var pages []glyph.Page
		next, want := rune(0x4e00), map[rune]bool{}
		for p := range 1 + r.IntN(3) {
			page := glyph.Page{Number: p + 1, Width: 600, Height: 800}
			for range 1 + r.IntN(300) {
				size := 4 + 20*r.Float64()*r.Float64()
				x, y := 600*r.Float64(), 800*r.Float64()
				if r.IntN(3) > 0 {
					x, y, size = math.Floor(x/5)*5, math.Floor(y/12)*12, 10
				}
				g := glyph.Glyph{Text: string(next), Box: glyph.Box{x, y - size*0.8, x + size/2, y + size*0.2}, Base: y, Size: size, Font: fonts[r.IntN(3)]}
				if r.IntN(20) == 0 {
					g.Angle = r.IntN(360)
				}
				if r.IntN(15) == 0 {
					g.Hidden = glyph.Covered
				} else {
					want[next] = true
				}
				next++
				page.Glyphs = append(page.Glyphs, g)
			}
			for range r.IntN(6) {
				x, y := 600*r.Float64(), 800*r.Float64()
				page.Rules = append(page.Rules, glyph.Rule{Box: glyph.Box{x, y, x + 300*r.Float64(), y + 1}})
				page.Dots = append(page.Dots, glyph.Box{x, y, x + 3, y + 3})
			}
			page.Links = []glyph.Link{{Box: glyph.Box{100, 100, 300, 400}, URI: "https://example.org"}}
			pages = append(pages, page)
		}
		ls := Lines(pages)
		lawful(t, pages, ls)
		got := map[rune]int{}
		for _, l := range ls {
			for _, c := range l.Text + l.Marker {
				if c != ' ' && c != '•' { // bullets are drawn
					got[c]++
				}
			}
		}
		for c := range want {
			if got[c] != 1 {
				t.Fatalf("seed %d: glyph %q lands %d times, want once", seed, c, got[c])
			}
		}
		if len(got) != len(want) {
			t.Fatalf("seed %d: %d characters come out, want %d", seed, len(got), len(want))
		}
		if again := Lines(pages); !reflect.DeepEqual(ls, again) {
			t.Fatalf("seed %d: the second run differs from the first", seed)
		}
	}
}

// FuzzLines reads glyphs from bytes and checks what must hold of any lines.
func FuzzLines(f *testing.F) {
	f.Add([]byte("a document of a few glyphs, with numbers 0123456789 and more"))
	f.Add([]byte{0, 0, 0, 0, 255, 255, 255, 255, 128, 127})
	f.Add([]byte("••••----....    EEEE  ¨¨uu ^^oo\x00\x01\x02\x03\x04"))
	words := []string{"a", "B", "-", "•", " ", "", "1", ".", "´", "e", "\u00ad", "ffi", "@", "2019", "–", "\ufb01", "\xff", "\u0301", "o", "*", "|", "\u200b", " x ", ":", "I"}
	icon := &glyph.Font{Name: "Icons", Icon: true}
	f.Fuzz(func(t *testing.T, data []byte) {
		page := glyph.Page{Number: 1, Width: 600, Height: 800}
		x, y := 50.0, 50.0
		for i := 0; i+3 < len(data) && i < 4000; i += 4 {
			a, b, c, d := data[i], data[i+1], data[i+2], data[i+3]
			size := float64(b%16) + 2
			switch {
			case a > 250:
				x, y = float64(c)*3, float64(d)*3
			case a > 240:
				x, y = 50+float64(c%3)*200, y+float64(d%20)
			case a == 240:
				x = math.Inf(1 - 2*int(c%2))
			case a == 239:
				y = math.NaN()
			case a == 238:
				page.Rules = append(page.Rules, glyph.Rule{Box: glyph.Box{x, y, x + float64(c)*3, y + 1}})
			case a == 237:
				page.Dots = append(page.Dots, glyph.Box{x, y, x + float64(c%8), y + float64(d%8)})
			case a == 236:
				page.Links = append(page.Links, glyph.Link{Box: glyph.Box{x, y, x + float64(c), y + float64(d)}, URI: "https://example.org"})
			}
			g := glyph.Glyph{Text: words[int(a)%len(words)], Box: glyph.Box{x, y - size, x + size/2, y + size/4}, Base: y + float64(int(c%7)-3)/4, Size: size, Font: regular}
			if c%11 == 0 {
				g.Font = bolder
			}
			if c%13 == 0 {
				g.Font = icon
			}
			if d > 250 {
				g.Angle = int(c) * 2
			}
			x += size / 2 * (1 + float64(d%5)/3)
			page.Glyphs = append(page.Glyphs, g)
		}
		pages := []glyph.Page{page, page}
		pages[1].Number = 2
		lawful(t, pages, Lines(pages))
	})
}
