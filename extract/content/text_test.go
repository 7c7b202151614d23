package content

import (
	"math"
	"testing"

	"pique/extract/glyph"
)

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

func TestTextOperators(t *testing.T) {
	for _, c := range []struct{ name, contents, want string }{
		{"Tj", "BT /F 10 Tf 10 50 Td (Hello) Tj ET", "Hello"},
		{"quote", "BT /F 10 Tf 12 TL 10 50 Td (a) ' (b) ' ET", "ab"},
		{"double quote", "BT /F 10 Tf 12 TL 10 50 Td 1 2 (a) \" ET", "a"},
		{"TJ", "BT /F 10 Tf 10 50 Td [(He) -20 (llo)] TJ ET", "Hello"},
		{"hexadecimal, odd", "BT /F 10 Tf 10 50 Td <48656C6C6F2> Tj ET", "Hello "},
		{"escapes", `BT /F 10 Tf 10 50 Td (\110\(\)\\\q) Tj ET`, `H()\q`},
		{"octal overflow", `BT /F 10 Tf 10 50 Td (\510) Tj ET`, "H"},
		{"unterminated string", "BT /F 10 Tf 10 50 Td (end) Tj (open", "end"},
		{"unterminated array", "BT /F 10 Tf 10 50 Td [(a) 5 (b) TJ ET", "ab"},
		{"extra Q", "Q Q BT /F 10 Tf 10 50 Td (a) Tj ET", "a"},
		{"q keeps the font", "/F 10 Tf q /G 5 Tf Q BT 10 50 Td (a) Tj ET", "a"},
		{"no font", "BT 10 50 Td (a) Tj ET", ""},
		{"ligature", `BT /F 10 Tf 10 50 Td (\256) Tj ET`, "fi"},
		{"inline image", "q 9 0 0 9 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID a EI Q b EI Q BT /F 10 Tf 10 50 Td (after) Tj ET", "after"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(page(t, build(c.contents, helvetica, "")), glyph.Visible); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestGlyphBoxes(t *testing.T) {
	for _, c := range []struct {
		name, contents, extra string
		box                   glyph.Box
		size                  float64
		angle                 int
	}{
		{"plain", "BT /F 10 Tf 10 50 Td (A) Tj ET", "", glyph.Box{10, 42.5, 16.67, 52.5}, 10, 0},
		{"scaled by Tm", "BT /F 1 Tf 10 0 0 10 10 50 Tm (A) Tj ET", "", glyph.Box{10, 42.5, 16.67, 52.5}, 10, 0},
		{"Tz", "BT /F 10 Tf 50 Tz 10 50 Td (A) Tj ET", "", glyph.Box{10, 42.5, 13.335, 52.5}, 10, 0},
		{"rise", "BT /F 10 Tf 5 Ts 10 50 Td (A) Tj ET", "", glyph.Box{10, 37.5, 16.67, 47.5}, 10, 0},
		{"cm flips", "1 0 0 -1 0 100 cm BT /F 10 Tf 1 0 0 -1 10 50 Tm (A) Tj ET", "", glyph.Box{10, 42.5, 16.67, 52.5}, 10, 0},
		{"turned up", "BT /F 10 Tf 0 1 -1 0 50 20 Tm (A) Tj ET", "", glyph.Box{42.5, 73.33, 52.5, 80}, 10, 270},
		{"Rotate 90", "BT /F 10 Tf 0 1 -1 0 50 20 Tm (A) Tj ET", "/Rotate 90", glyph.Box{20, 42.5, 26.67, 52.5}, 10, 0},
		{"CropBox", "BT /F 10 Tf 10 50 Td (A) Tj ET", "/CropBox [5 5 150 90]", glyph.Box{5, 32.5, 11.67, 42.5}, 10, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := page(t, build(c.contents, helvetica, c.extra))
			if len(p.Glyphs) != 1 {
				t.Fatalf("got %d glyphs, want 1", len(p.Glyphs))
			}
			g := p.Glyphs[0]
			for i := range g.Box {
				if !near(g.Box[i], c.box[i]) {
					t.Fatalf("got box %.2f, want %.2f", g.Box, c.box)
				}
			}
			if !near(g.Size, c.size) || g.Angle != c.angle {
				t.Errorf("got size %.2f angle %d, want %.2f, %d", g.Size, g.Angle, c.size, c.angle)
			}
		})
	}
}

func TestSpacing(t *testing.T) {
	p := page(t, build("BT /F 10 Tf 2 Tc 3 Tw 10 50 Td (A A) Tj ET", helvetica, ""))
	if len(p.Glyphs) != 3 {
		t.Fatalf("got %d glyphs, want 3", len(p.Glyphs))
	}
	// 6.67 and 2 for A, 2.78 and 2 and 3 for the space.
	if got := p.Glyphs[2].Box[0]; !near(got, 10+8.67+7.78) {
		t.Errorf("got the second A at %.2f, want %.2f", got, 10+8.67+7.78)
	}
}

func TestFormXObject(t *testing.T) {
	form := stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 20 0] /Resources << /Font << /F 5 0 R >> >>", "BT /F 10 Tf 10 50 Td (in) Tj ET /X Do")
	p := page(t, build("q 1 0 0 1 5 0 cm /X Do Q", helvetica+" /XObject << /X 10 0 R >>", "", form))
	if got := shown(p, glyph.Visible); got != "in" {
		t.Fatalf("got %q, want %q", got, "in")
	}
	if got := p.Glyphs[0].Box[0]; !near(got, 35) {
		t.Errorf("got the form's text at %.2f, want 35", got)
	}
}

func TestFormInItself(t *testing.T) {
	form := stream("/Subtype /Form /BBox [0 0 200 100] /Resources << /Font << /F 5 0 R >> /XObject << /X 10 0 R >> >>", "BT /F 10 Tf 10 50 Td (a) Tj ET /X Do")
	p := page(t, build("/X Do", "/XObject << /X 10 0 R >>", "", form))
	if len(p.Glyphs) == 0 || len(p.Glyphs) > maxForms+1 {
		t.Errorf("got %d glyphs, want 1 to %d", len(p.Glyphs), maxForms+1)
	}
}

func TestActualText(t *testing.T) {
	for _, c := range []struct{ name, contents, want string }{
		{"one glyph", "/Span << /ActualText (fi) >> BDC BT /F 10 Tf 10 50 Td (*) Tj ET EMC", "fi"},
		{"UTF-16", "/Span << /ActualText <FEFF00E9> >> BDC BT /F 10 Tf 10 50 Td (*) Tj ET EMC", "é"},
		{"a space without width", "/Span << /ActualText (fi) >> BDC BT /G 10 Tf 10 50 Td (1) Tj ET EMC", "fi"},
		{"against text that can be read", "/Span << /ActualText (published) >> BDC BT /F 10 Tf 10 50 Td (unrelated) Tj ET EMC", "unrelated"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(page(t, build(c.contents, withJoiner, "", joiner...)), glyph.Visible); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// withJoiner has a font G beside F whose code 1 is a space without width.
const withJoiner = "/Font << /F 5 0 R /G 10 0 R >>"

var joiner = []string{
	"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 11 0 R /Encoding << /Differences [49 /nothing] >> >>",
	stream("", "1 beginbfchar <31> <200B> endbfchar"),
}

func TestSpaceWithoutWidth(t *testing.T) {
	p := page(t, build("BT /F 10 Tf 10 50 Td (a) Tj /G 10 Tf (1) Tj /F 10 Tf (b) Tj ET", withJoiner, "", joiner...))
	if len(p.Glyphs) != 2 || shown(p, glyph.Visible) != "ab" {
		t.Errorf("got %q in %d glyphs, want a and b", shown(p, glyph.Visible), len(p.Glyphs))
	}
	if got := p.Glyphs[1].Box[0]; got < 20 {
		t.Errorf("got b at %.2f, want it after the advance of the space", got)
	}
}

func TestAnnotations(t *testing.T) {
	look := stream("/Subtype /Form /BBox [0 0 50 10] /Resources << /Font << /F 5 0 R >> >>", "BT /F 10 Tf 0 2 Td (field) Tj ET")
	p := page(t, build("", helvetica, "/Annots [11 0 R 12 0 R 13 0 R]", look,
		"<< /Subtype /Widget /Rect [20 20 70 30] /AP << /N 10 0 R >> >>",
		"<< /Subtype /Link /Rect [10 10 30 20] /A << /S /URI /URI (https://example.com/a) >> >>",
		"<< /Subtype /FreeText /F 2 /Rect [20 20 70 30] /AP << /N 10 0 R >> >>"))
	if got := shown(p, glyph.Visible); got != "field" {
		t.Errorf("got %q, want %q", got, "field")
	}
	if len(p.Links) != 1 || p.Links[0].URI != "https://example.com/a" || p.Links[0].Box != (glyph.Box{10, 80, 30, 90}) {
		t.Errorf("got links %v", p.Links)
	}
}
