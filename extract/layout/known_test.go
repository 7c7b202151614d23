package layout

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// fold makes texts comparable: white space to single spaces.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// bag counts the words of a text, without what is neither letter nor digit.
func bag(texts ...string) map[string]int {
	m := make(map[string]int)
	for _, s := range texts {
		for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			m[strings.ToLower(w)]++
		}
	}
	return m
}

// f1 compares two bags of words.
func f1(got, want map[string]int) float64 {
	both, g, w := 0, 0, 0
	for k, n := range got {
		g += n
		both += min(n, want[k])
	}
	for _, n := range want {
		w += n
	}
	if g+w == 0 {
		return 1
	}
	return 2 * float64(both) / float64(g+w)
}

// TestKnownLines measures the share of the lines of invented documents that
// come out as they are known to be.
func TestKnownLines(t *testing.T) {
	names, _ := filepath.Glob("../../testdata/lines/*.txt")
	if len(names) == 0 {
		t.Skip("no testdata/lines")
	}
	exact, all, words, files := 0, 0, 0.0, 0
	for _, name := range names {
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		base := strings.TrimSuffix(filepath.Base(name), ".txt")
		pages, err := load("../../testdata/resumes/" + base + ".pdf")
		if errors.Is(err, fs.ErrNotExist) {
			pages, err = load("../../testdata/portfolios/" + base + ".pdf")
		}
		if err != nil {
			t.Logf("%s: %v", base, err)
			continue
		}
		files++
		got := make(map[string]int)
		var texts []string
		for _, l := range Lines(pages) {
			if l.Kind == Running {
				continue
			}
			got[fold(l.Text)]++
			texts = append(texts, l.Text)
		}
		n, ok := 0, 0
		var missed []string
		for _, l := range strings.Split(string(want), "\n") {
			if l = fold(l); l == "" {
				continue
			}
			n++
			if got[l] > 0 {
				got[l]--
				ok++
			} else {
				missed = append(missed, l)
			}
		}
		w := f1(bag(texts...), bag(string(want)))
		exact, all, words = exact+ok, all+n, words+w
		t.Logf("%-28s lines %3d of %3d  words %.4f", base, ok, n, w)
		if testing.Verbose() && os.Getenv("PIQUE_MISSES") != "" {
			for _, m := range missed {
				fmt.Println("   missed:", m)
			}
			for _, l := range texts {
				if got[fold(l)] > 0 {
					fmt.Println("   extra: ", l)
				}
			}
		}
	}
	if files > 0 {
		// 0.9965 and 0.9998 on the documents of November 2026.
		if share := float64(exact) / float64(all); share < 0.985 || words/float64(files) < 0.998 {
			t.Errorf("lines exact %.4f, word F1 %.4f, want 0.985 and 0.998 or more", share, words/float64(files))
		}
		t.Logf("%d files: lines exact %.4f (%d of %d), word F1 %.4f", files, float64(exact)/float64(all), exact, all, words/float64(files))
	}
}
