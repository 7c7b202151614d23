package content

import (
	"testing"

	"pique/extract/glyph"
)

func TestSlab(t *testing.T) {
	s := new(slab)
	sizes := []int{leastSlab/2 - 1, 0, leastPage, leastSlab - leastPage, 3 * leastSlab, 1, 2 * leastSlab}
	var pages [][]glyph.Glyph
	for n, size := range sizes {
		gs := s.page()
		for range size + n {
			gs = append(gs, glyph.Glyph{Code: uint32(n)})
		}
		pages = append(pages, s.keep(gs[:size]))
	}
	for n, gs := range pages {
		if len(gs) != sizes[n] || cap(gs) != len(gs) {
			t.Fatalf("page %d: got %d glyphs with room for %d, want %d", n, len(gs), cap(gs), sizes[n])
		}
		for i := range gs {
			if gs[i].Code != uint32(n) {
				t.Fatalf("page %d: glyph %d is of page %d", n, i, gs[i].Code)
			}
		}
	}
}

// TestRelease reads another file in between: what was read of the first stays
// as it was only until it is released.
func TestRelease(t *testing.T) {
	read := func(text string) *File {
		f, err := Read(build("BT /F 10 Tf 10 50 Td ("+text+") Tj ET", helvetica, ""), Options{})
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	first, second := read("first"), read("second")
	if a, b := shown(first.Pages[0], glyph.Visible), shown(second.Pages[0], glyph.Visible); a != "first" || b != "second" {
		t.Errorf("got %q and %q", a, b)
	}
	first.Release()
	first.Release()
	if first.Pages != nil {
		t.Error("a released file has pages")
	}
	if got := shown(read("third").Pages[0], glyph.Visible) + shown(second.Pages[0], glyph.Visible); got != "thirdsecond" {
		t.Errorf("got %q, want the second untouched by the third", got)
	}
}
