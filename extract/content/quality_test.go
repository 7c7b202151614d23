package content

import (
	"slices"
	"strings"
	"testing"
)

func TestQuality(t *testing.T) {
	const blindFont = "/Font << /F 10 0 R >>"
	blind := []string{
		"<< /Type /Font /Subtype /Type0 /BaseFont /Nowhere /Encoding /90ms-RKSJ-H /DescendantFonts [11 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nowhere /CIDSystemInfo << /Ordering (Japan1) >> >>",
	}
	odd := "<< /Type /Font /Subtype /Type1 /BaseFont /Odd /Encoding << /Differences [65 /g1 /g2] >> >>"
	for _, c := range []struct {
		name                  string
		data                  []byte
		unmapped, overlapping float64
		rebuilt               bool
		unsupported, blind    []string
	}{
		{"sound", build("BT /F 10 Tf 10 50 Td (abcd efgh) Tj ET", helvetica, ""), 0, 0, false, nil, nil},
		{"names that say nothing", build("BT /F 10 Tf 10 50 Td (ABCD) Tj ET", "/Font << /F 10 0 R >>", "", odd), 0.5, 0, false, nil, nil},
		{"unmapped, but hidden", build("BT /F 10 Tf 10 50 Td (CD) Tj 3 Tr (AB) Tj ET", "/Font << /F 10 0 R >>", "", odd), 0, 0, false, nil, nil},
		{"letters in a heap", build("BT /F 10 Tf -10 Tc 10 50 Td (mwmw) Tj ET", helvetica, ""), 0, 0.75, false, nil, nil},
		{"accents and kerning", build("BT /F 10 Tf 10 50 Td [(A) 120 (V) 90 (A)] TJ ET", helvetica, ""), 0, 0, false, nil, nil},
		{"broken cross-references", rewrite(build("BT /F 10 Tf 10 50 Td (abcd) Tj ET", helvetica, ""), "startxref\n", "startxref\n9"), 0, 0, true, nil, nil},
		{"an unknown filter", build("BT /F 10 Tf 10 50 Td (abcd) Tj ET /X Do", helvetica+" /XObject << /X 10 0 R >>", "", stream("/Subtype /Form /BBox [0 0 9 9] /Filter /DCTDecode", "abc")), 0, 0, false, []string{"DCTDecode"}, nil},
		{"a font without a map", build("BT /F 10 Tf 10 50 Td <82A082A2> Tj ET", blindFont, "", blind...), 1, 0, false, nil, []string{"Nowhere"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := Read(c.data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if q := f.Quality; !closeTo(q.Unmapped, c.unmapped) || !closeTo(q.Overlapping, c.overlapping) || q.Glyphs == 0 {
				t.Errorf("got %+v, want %g unmapped, %g overlapping", q, c.unmapped, c.overlapping)
			}
			if len(f.PageQuality) != 1 || f.PageQuality[0] != f.Quality {
				t.Errorf("got %+v of the page, want %+v", f.PageQuality, f.Quality)
			}
			if f.Rebuilt != c.rebuilt || !slices.Equal(f.Unsupported, c.unsupported) || !slices.Equal(f.Blind, c.blind) || f.Broken != 0 {
				t.Errorf("got rebuilt %v, unsupported %q, blind %q, broken %d", f.Rebuilt, f.Unsupported, f.Blind, f.Broken)
			}
		})
	}
}

func closeTo(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

// TestIconsInAFontOfLetters holds that an icon does not take the letters of
// its font away, and that a font of icons is told by what is shown in it.
func TestIconsInAFontOfLetters(t *testing.T) {
	font := "<< /Type /Font /Subtype /Type1 /BaseFont /Plain /FirstChar 65 /LastChar 70 /Widths [600 600 600 600 600 600] /Encoding << /Differences [65 /g1 /g2 /g3 /g4 /g5 /g6] >> /ToUnicode 11 0 R >>"
	cmap := stream("", "1 beginbfrange <41> <42> <F095> endbfrange 1 beginbfrange <43> <46> <0061> endbfrange")
	for text, want := range map[string]string{"ACDEF": "abcd", "ABC": ""} {
		p := page(t, build("BT /F 10 Tf 10 50 Td ("+text+") Tj ET", "/Font << /F 10 0 R >>", "", font, cmap))
		var got strings.Builder
		for _, g := range p.Glyphs {
			if !g.Font.Icon {
				got.WriteString(g.Text)
			}
		}
		if got.String() != want {
			t.Errorf("%s: got %q, want %q", text, got.String(), want)
		}
		if !p.Glyphs[0].Font.Icon {
			t.Errorf("%s: the icon is none", text)
		}
	}
}
