package content

import (
	"fmt"
	"testing"
)

// TestWidthsByReference has the same widths in the ways in which writers put
// them: within the font, and as objects that refer to one another.
func TestWidthsByReference(t *testing.T) {
	const (
		composite = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts %s >>"
		below     = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W %s >>"
		simple    = "<< /Type /Font /Subtype /Type1 /BaseFont /X /FirstChar 1 /Widths %s >>"
		wide      = "[1 [500 700] 3 5 250]"
	)
	for _, c := range []struct {
		name, shown string
		objects     []string
		want        []float64
	}{
		{"simple", "<010201>", []string{fmt.Sprintf(simple, "[500 700]")}, []float64{10, 15, 22}},
		{"simple, an object", "<010201>", []string{fmt.Sprintf(simple, "11 0 R"), "[500 700]"}, []float64{10, 15, 22}},
		{"composite", "<00010002000400090001>", []string{fmt.Sprintf(composite, "[11 0 R]"), fmt.Sprintf(below, wide)}, []float64{10, 15, 22, 24.5, 34.5}},
		{"composite, within", "<00010002000400090001>", []string{fmt.Sprintf(composite, "["+fmt.Sprintf(below, wide)+"]")}, []float64{10, 15, 22, 24.5, 34.5}},
		{"composite, objects", "<00010002000400090001>",
			[]string{fmt.Sprintf(composite, "11 0 R"), "[12 0 R]", fmt.Sprintf(below, "13 0 R"), "[1 14 0 R 3 5 250]", "[500 700]"}, []float64{10, 15, 22, 24.5, 34.5}},
		{"a circle", "<0001>", []string{fmt.Sprintf(composite, "11 0 R"), "11 0 R"}, []float64{10}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := page(t, build("BT /F 10 Tf 10 50 Td "+c.shown+" Tj ET", "/Font << /F 10 0 R >>", "", c.objects...))
			if len(p.Glyphs) != len(c.want) {
				t.Fatalf("got %d glyphs, want %d", len(p.Glyphs), len(c.want))
			}
			for i, want := range c.want {
				if got := p.Glyphs[i].Box[0]; !near(got, want) {
					t.Errorf("got glyph %d at %.2f, want %.2f", i, got, want)
				}
			}
		})
	}
}
