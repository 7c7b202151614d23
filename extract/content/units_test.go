package content

import (
	"testing"

	"pique/extract/glyph"
)

func TestUserUnit(t *testing.T) {
	const small = "q 0.1 0 0 0.1 0 0 cm BT /F 10 Tf 10 500 Td (X) Tj ET Q"
	for _, c := range []struct {
		name, extra         string
		width, height, size float64
		why                 glyph.Why
	}{
		{"none", "", 200, 100, 1, glyph.Tiny},
		{"ten", "/UserUnit 10", 2000, 1000, 10, glyph.Visible},
		{"ten, turned", "/UserUnit 10 /Rotate 90", 1000, 2000, 10, glyph.Visible},
		{"a negative one", "/UserUnit -10", 200, 100, 1, glyph.Tiny},
		{"one without end", "/UserUnit 1000000000", 200, 100, 1, glyph.Tiny},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := page(t, build(small, helvetica, c.extra))
			if p.Width != c.width || p.Height != c.height {
				t.Errorf("page: got %v by %v, want %v by %v", p.Width, p.Height, c.width, c.height)
			}
			if g := p.Glyphs[0]; !near(g.Size, c.size) || g.Hidden != c.why {
				t.Errorf("glyph: got %v, %q, want %v, %q", g.Size, g.Hidden, c.size, c.why)
			}
		})
	}
	p := page(t, build(small, helvetica, "/UserUnit 10"))
	if b := p.Glyphs[0].Box; !near(b[0], 10) || !near(p.Glyphs[0].Base, 500) {
		t.Errorf("got box %v, base %v", b, p.Glyphs[0].Base)
	}
}
