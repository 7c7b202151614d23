package layout

import (
	"strings"
	"unicode/utf8"

	"pique/extract/glyph"
)

// A sheet builds pages for tests as an engine would: glyph by glyph, half an
// em wide each, with glyphs for spaces or without.
type sheet struct {
	page   glyph.Page
	spaces bool // paint spaces as glyphs
}

var (
	regular = &glyph.Font{Name: "Test"}
	bolder  = &glyph.Font{Name: "Test-Bold", Bold: true}
)

func newSheet() *sheet {
	return &sheet{page: glyph.Page{Number: 1, Width: 612, Height: 792}}
}

// put sets text at x on the baseline y and returns where it ends.
func (s *sheet) put(x, y, size float64, f *glyph.Font, text string) float64 {
	for _, c := range text {
		w := size / 2
		if c != ' ' || s.spaces {
			s.page.Glyphs = append(s.page.Glyphs, glyph.Glyph{
				Text: string(c), Box: glyph.Box{x, y - 0.75*size, x + w, y + 0.25*size}, Base: y, Size: size, Font: f,
			})
		}
		x += w
	}
	return x
}

// right sets text that ends at x.
func (s *sheet) right(x, y, size float64, f *glyph.Font, text string) {
	s.put(x-float64(utf8.RuneCountInString(text))*size/2, y, size, f, text)
}

// wrap sets text in rows of at most width points and returns the next baseline.
func (s *sheet) wrap(x, y, size, pitch, width float64, f *glyph.Font, text string) float64 {
	row := ""
	for _, w := range strings.Fields(text) {
		if row != "" && float64(utf8.RuneCountInString(row+" "+w))*size/2 > width {
			s.put(x, y, size, f, row)
			y += pitch
			row = ""
		}
		row = strings.TrimSpace(row + " " + w)
	}
	s.put(x, y, size, f, row)
	return y + pitch
}

// texts returns the texts of the lines of the sheets, with their markers.
func texts(sheets ...*sheet) []string {
	var pages []glyph.Page
	for i, s := range sheets {
		s.page.Number = i + 1
		pages = append(pages, s.page)
	}
	var out []string
	for _, l := range Lines(pages) {
		t := l.Text
		if l.Marker != "" {
			t = l.Marker + "|" + t
		}
		if l.Kind == Running {
			t = "running|" + t
		}
		out = append(out, t)
	}
	return out
}
