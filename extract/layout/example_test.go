package layout_test

import (
	"fmt"

	"pique/extract/glyph"
	"pique/extract/layout"
)

func ExampleLines() {
	font := &glyph.Font{Name: "Helvetica"}
	var page glyph.Page
	page.Number, page.Width, page.Height = 1, 612, 792
	for row, text := range []string{"• Moved the filter to", "the graphics card"} {
		x, y := 72.0, 100+12*float64(row)
		if row == 1 {
			x = 82 // hangs under the text of the first row
		}
		for _, c := range text {
			page.Glyphs = append(page.Glyphs, glyph.Glyph{Text: string(c), Box: glyph.Box{x, y - 8, x + 5, y + 2}, Base: y, Size: 10, Font: font})
			x += 5
		}
	}
	for _, l := range layout.Lines([]glyph.Page{page}) {
		fmt.Printf("%s %q in %d rows\n", l.Marker, l.Text, len(l.Spans))
	}
	// Output: • "Moved the filter to the graphics card" in 2 rows
}
