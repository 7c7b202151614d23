package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode"

	"go.yaml.in/yaml/v3"

	"pique/extract"
	"pique/extract/outline"
)

// labels is what a labels file says that an outline has to find.
type labels struct {
	File          string
	Name          string
	Organisations map[string][]string
	Signals       map[string]struct {
		Evidence []string
	}
}

// goldSets are folders with "pdf" or PDFs and "labels": one beside the
// checkout, which need not be there, and the resumes of the project.
var goldSets = []struct{ name, pdf, labels string }{
	{"gold", "../../shared/gold/dev/pdf", "../../shared/gold/dev/labels"},
	{"testdata", "../testdata/resumes", "../testdata/labels"},
}

// labelled reads the documents of each set that has labels, in order, and says
// at the end of a set what done reports.
func labelled(t *testing.T, set func(t *testing.T) (each func(want labels, d extract.Document), done func())) {
	if testing.Short() {
		t.Skip("reads whole folders of resumes: left out with -short")
	}
	for _, s := range goldSets {
		t.Run(s.name, func(t *testing.T) {
			files, _ := filepath.Glob(filepath.Join(s.labels, "*.yaml"))
			if len(files) == 0 {
				t.Skipf("no labels in %s", s.labels)
			}
			sort.Strings(files)
			each, done := set(t)
			for _, f := range files {
				b, err := os.ReadFile(f)
				if err != nil {
					t.Fatal(err)
				}
				var want labels
				if err := yaml.Unmarshal(b, &want); err != nil {
					t.Fatalf("%s: %v", f, err)
				}
				path := filepath.Join(s.pdf, want.File)
				if _, err := os.Stat(path); want.File == "" || err != nil {
					continue
				}
				each(want, extract.Read(context.Background(), path, extract.Options{}))
			}
			done()
		})
	}
}

// TestGold measures how much of what the labels name is found.
func TestGold(t *testing.T) {
	labelled(t, func(t *testing.T) (func(labels, extract.Document), func()) {
		var names, orgs, loose, dates tally
		each := func(want labels, d extract.Document) {
			if want.Name != "" {
				if !names.add(letters(d.Name) == letters(want.Name)) {
					t.Logf("%s: name %q, want %q", want.File, d.Name, want.Name)
				}
			} else if d.Name != "" {
				t.Logf("%s: name %q, want none", want.File, d.Name)
			}
			for _, kind := range []string{"internship", "experience"} {
				for _, org := range want.Organisations[kind] {
					found := organisation(d, org)
					loose.add(found >= 1)
					if !orgs.add(found == 2) {
						t.Logf("%s: organisation %q of %s not found", want.File, org, kind)
					}
				}
				for _, ev := range want.Signals[kind].Evidence {
					for _, w := range outline.FindDates(ev) {
						if w.Weak || w.Start == w.End {
							continue
						}
						ok := false
						for _, e := range d.Entries {
							ok = ok || e.Dates.Start == w.Start && e.Dates.End == w.End
						}
						if !dates.add(ok) {
							t.Logf("%s: dates %q (%s to %s) not found", want.File, w.Text, w.Start, w.End)
						}
					}
				}
			}
		}
		return each, func() {
			t.Logf("names %v, organisations %v (in the head of an entry %v), dates %v", names, orgs, loose, dates)
			names.atLeast(t, "names", 0.96)
			orgs.atLeast(t, "organisations", 0.93)
			dates.atLeast(t, "dates", 0.90)
		}
	})
}

// organisation returns 2 where an entry has the organisation by name, 1 where
// it stands in an entry's head.
func organisation(d extract.Document, org string) int {
	w := letters(org)
	best := 0
	for _, e := range d.Entries {
		if g := letters(e.Organisation); g != "" && (strings.Contains(g, w) || len(g) >= 4 && strings.Contains(w, g)) {
			return 2
		}
	}
	for _, l := range d.Lines {
		if l.Head && strings.Contains(letters(l.Text), w) {
			best = 1
		}
	}
	return best
}

// letters folds a name to its letters and digits.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
