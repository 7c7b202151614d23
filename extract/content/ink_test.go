package content

import (
	"testing"

	"pique/extract/glyph"
)

func TestGlyphsWithoutInk(t *testing.T) {
	for _, c := range []struct {
		name, names, program string
		want                 glyph.Why
	}{
		{"a box", "/a", "500 0 d0 0 0 400 700 re f", glyph.Visible},
		{"an inline image", "/a", "500 0 0 0 500 700 d1 400 0 0 700 0 0 cm BI /W 1 /H 1 /IM true ID \x00 EI", glyph.Visible},
		{"nothing", "/a", "500 0 d0", glyph.Invisible},
		{"nothing within a box", "/a", "500 0 0 0 500 700 d1", glyph.Invisible},
		{"a path that is not painted", "/a", "500 0 d0 0 0 400 700 re n", glyph.Invisible},
		{"white", "/a", "500 0 d0 1 g 0 0 400 700 re f", glyph.Camouflaged},
		{"white with a part in black", "/a", "500 0 d0 1 g 0 0 400 700 re f 0 g 100 100 200 200 re f", glyph.Visible},
		{"white, but without a colour of its own", "/a", "500 0 0 0 500 700 d1 1 g 0 0 400 700 re f", glyph.Visible},
		{"far from its place", "/a", "500 0 0 0 500 700 d1 90000 90000 400 700 re f", glyph.Invisible},
		{"far too small", "/a", "500 0 d0 0 0 0.4 0.7 re f", glyph.Invisible},
		{"made small by a transform", "/a", "500 0 d0 0.001 0 0 0.001 0 0 cm 0 0 400 700 re f", glyph.Invisible},
		{"made large by a transform", "/a", "500 0 d0 1000 0 0 1000 0 0 cm 0 0 0.4 0.7 re f", glyph.Visible},
		{"clipped away", "/a", "500 0 d0 600 0 9 9 re W n 0 0 400 700 re f", glyph.Invisible},
		{"thin lines", "/a", "500 0 d0 20 w 0 0 m 400 700 l S", glyph.Visible},
		{"what is not understood", "/a", "500 0 d0 zz", glyph.Visible},
		{"no program", "/b", "500 0 d0 0 0 400 700 re f", glyph.Invisible},
		{"an empty space", "/space", "500 0 d0", glyph.Visible},
	} {
		t.Run(c.name, func(t *testing.T) {
			font := "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a 11 0 R /space 11 0 R >> /Encoding << /Differences [65 " + c.names + "] >> /FirstChar 65 /LastChar 65 /Widths [500] /Resources << >> >>"
			p := page(t, build("BT /T 10 Tf 10 50 Td (A) Tj ET", "/Font << /T 10 0 R >>", "", font, stream("", c.program)))
			if len(p.Glyphs) != 1 || p.Glyphs[0].Hidden != c.want {
				t.Errorf("got %+v, want %q", p.Glyphs, c.want)
			}
		})
	}
}

func TestMapThatLies(t *testing.T) {
	lie := stream("", "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <41> <43> <0058> endbfrange")
	p := page(t, build("BT /L 10 Tf 10 50 Td (ABC) Tj ET", "/Font << /L << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 10 0 R >> >>", "", lie))
	if got := shown(p, glyph.Visible); got != "ABC" {
		t.Errorf("seen: got %q, want ABC", got)
	}
	if got := shown(p, glyph.Untrue); got != "XYZ" {
		t.Errorf("said: got %q, want XYZ", got)
	}
}
