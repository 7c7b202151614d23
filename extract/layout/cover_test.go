package layout

import (
	"path/filepath"
	"testing"
	"unicode"

	"pique/extract/glyph"
)

// letters counts the letters and digits that a reader of the pages sees, but
// for those painted once more in the same place, and those of the lines.
func letters(pages []glyph.Page, ls []Line) (seen, kept int) {
	count := func(s string) (n int) {
		for _, c := range s {
			if unicode.IsLetter(c) && c < 0xe000 || unicode.IsDigit(c) {
				n++
			}
		}
		return n
	}
	type place struct {
		text string
		x, y int
		size float64
	}
	for i := range pages {
		p := &pages[i]
		prose := proseFonts(p)
		at := make(map[place]bool)
		for k := range p.Glyphs {
			g := &p.Glyphs[k]
			if g.Hidden != glyph.Visible || !drawn(g, prose) {
				continue
			}
			c := place{g.Text, int(g.Box[0] + 0.5), int(g.Base + 0.5), g.Size}
			if at[c] {
				continue
			}
			at[c] = true
			seen += count(g.Text)
		}
	}
	for _, l := range ls {
		kept += count(l.Text) + count(l.Marker)
	}
	return seen, kept
}

// TestEveryLetterOfDocuments counts the letters of documents and of their
// lines: none may be lost, and none come twice.
func TestEveryLetterOfDocuments(t *testing.T) {
	files := []string{"../../testdata/resumes/*.pdf", "../../testdata/portfolios/*.pdf", "../../testdata/odd/*.pdf"}
	if !testing.Short() {
		files = append(files, "../../../shared/corpus/resumes/*.pdf", "../../../shared/gold/dev/pdf/*.pdf")
	}
	n := 0
	for _, pattern := range files {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			pages, err := load(name)
			if err != nil {
				continue // the engine says so
			}
			n++
			ls := Lines(pages)
			lawful(t, pages, ls)
			if seen, kept := letters(pages, ls); kept > seen+seen/200 || kept < seen-seen/50 {
				t.Errorf("%s: %d letters in lines, want %d", filepath.Base(name), kept, seen)
			}
		}
	}
	if n < 30 {
		t.Errorf("%d documents read, want 30 or more", n)
	}
}
