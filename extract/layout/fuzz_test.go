package layout

import (
	"encoding/binary"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"pique/extract/glyph"
)

const perGlyph = 7 // bytes of a glyph in the seeds: x, y, size, style, character

// pack writes glyphs as FuzzPages reads them.
func pack(gs []glyph.Glyph) []byte {
	var out []byte
	for _, g := range gs {
		c := byte('x')
		if len(g.Text) > 0 {
			c = g.Text[0]
		}
		style := byte(0)
		if g.Font != nil && g.Font.Bold {
			style = 1
		}
		out = binary.BigEndian.AppendUint16(out, uint16(max(0, g.Box[0])*64))
		out = binary.BigEndian.AppendUint16(out, uint16(max(0, g.Base)*64))
		out = append(out, byte(g.Size*4), style, c)
	}
	return out
}

// unpack makes a page of bytes.
func unpack(data []byte) glyph.Page {
	page := glyph.Page{Number: 1, Width: 612, Height: 792}
	for ; len(data) >= perGlyph && len(page.Glyphs) < 400; data = data[perGlyph:] {
		x, y := float64(binary.BigEndian.Uint16(data))/64, float64(binary.BigEndian.Uint16(data[2:]))/64
		size := float64(data[4]) / 4
		g := glyph.Glyph{Text: string(rune(data[6])), Box: glyph.Box{x, y - 0.75*size, x + size/2, y + 0.25*size}, Base: y, Size: size, Font: regular}
		if data[5]&1 != 0 {
			g.Font = bolder
		}
		if data[5]&0xf8 == 0xf8 {
			page.Rules = append(page.Rules, glyph.Rule{Box: glyph.Box{x, y, x + 40*size, y + 1}})
		}
		page.Glyphs = append(page.Glyphs, g)
	}
	return page
}

// FuzzPages moves the glyphs of documents about: the lines must be lawful and
// keep every letter.
func FuzzPages(f *testing.F) {
	names, _ := filepath.Glob("../../testdata/resumes/*.pdf")
	seeds := 0
	for i, name := range names {
		if i%4 > 0 {
			continue // few and small seeds: most of the time goes to what is made of them
		}
		pages, err := load(name)
		if err != nil || len(pages) == 0 {
			continue
		}
		f.Add(pack(pages[0].Glyphs[:min(150, len(pages[0].Glyphs))]))
		seeds++
	}
	if seeds < 10 {
		f.Fatalf("%d seeds, want 10 or more", seeds)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		pages := []glyph.Page{unpack(data)}
		ls := Lines(pages)
		lawful(t, pages, ls)
		// Against all that is painted: what counts as painted twice in the same
		// place differs between letters and Lines by a rounding.
		painted := 0
		for i := range pages[0].Glyphs {
			painted += utf8.RuneCountInString(pages[0].Glyphs[i].Text)
		}
		if _, kept := letters(pages, ls); kept > painted {
			t.Fatalf("%d letters in lines, %d on the page", kept, painted)
		}
	})
}
