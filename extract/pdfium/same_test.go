package pdfium

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pique/extract/content"
	"pique/extract/glyph"
	"pique/extract/layout"
)

// TestSame reads the resumes of the project and the corpus beside it by both
// engines: what they read is to be as good as the same.
func TestSame(t *testing.T) {
	for _, c := range []struct {
		name, glob   string
		words, lines float64 // F1, means over files
	}{
		{"testdata", "../../testdata/[rp]*/*.pdf", 0.995, 0.98},
		{"corpus", "../../../shared/corpus/resumes/*.pdf", 0.996, 0.98},
	} {
		t.Run(c.name, func(t *testing.T) {
			if testing.Short() {
				t.Skip("reads whole folders: left out with -short")
			}
			files, _ := filepath.Glob(c.glob)
			if len(files) == 0 {
				t.Skipf("nothing at %s", c.glob)
			}
			e := engine(t)
			var words, lines float64
			n := 0
			for _, f := range files {
				data, err := os.ReadFile(f)
				if err != nil {
					t.Fatal(err)
				}
				own, err := content.Read(data, content.Options{})
				if err != nil {
					continue
				}
				second, err := e.Read(context.Background(), data)
				if err != nil {
					t.Errorf("%s: %v", filepath.Base(f), err)
					continue
				}
				aw, al := bags(own.Pages)
				bw, bl := bags(second)
				w, l := f1(aw, bw), f1(al, bl)
				if w < 0.98 {
					t.Logf("%s: words %.3f, lines %.3f", filepath.Base(f), w, l)
				}
				words, lines, n = words+w, lines+l, n+1
			}
			words, lines = words/float64(n), lines/float64(n)
			t.Logf("%d files: words %.4f, lines %.4f", n, words, lines)
			if words < c.words || lines < c.lines {
				t.Errorf("words %.4f, lines %.4f; want %.4f and %.4f at least", words, lines, c.words, c.lines)
			}
		})
	}
}

// bags counts the words and the lines of pages.
func bags(pages []glyph.Page) (words, lines map[string]int) {
	words, lines = map[string]int{}, map[string]int{}
	for _, l := range layout.Lines(pages) {
		lines[l.Text]++
		for _, w := range strings.Fields(l.Text) {
			words[w]++
		}
	}
	return words, lines
}

func f1(a, b map[string]int) float64 {
	na, nb, both := 0, 0, 0
	for w, n := range a {
		na += n
		both += min(n, b[w])
	}
	for _, n := range b {
		nb += n
	}
	if na+nb == 0 {
		return 1
	}
	return 2 * float64(both) / float64(na+nb)
}
