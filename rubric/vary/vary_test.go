package vary_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"pique/extract"
	"pique/rubric"
	"pique/rubric/vary"
	"pique/rubrics"
)

// TestShippedDoNotMove: nothing that must not matter moves a signal of a
// shipped rubric, on any of the invented resumes.
func TestShippedDoNotMove(t *testing.T) {
	const least = 40
	if n := try(t, "../../testdata/resumes"); n < least {
		t.Errorf("%d resumes were tried, want %d or more", n, least)
	}
	try(t, "../../testdata/portfolios")
}

// mostMoved is how many signals may move on the labelled resumes, of two
// rubrics on 78 documents: in one, a line of authors begins an entry of its
// own where their names are long (two variations).
const mostMoved = 2

// TestLabelledDoNotMove does the same on labelled resumes of others.
func TestLabelledDoNotMove(t *testing.T) {
	const dir = "../../../shared/gold/dev/pdf"
	if testing.Short() {
		t.Skip("reads many files")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no labelled resumes beside the project: %v", err)
	}
	if moved := differences(t, dir, nil); len(moved) > mostMoved {
		for _, d := range moved {
			t.Errorf("%s: %s: %q went from %s to %s", d.File, d.Variation, d.Signal, d.Before, d.After)
		}
	}
}

// try checks the files of a folder and returns how many there are.
func try(t *testing.T, dir string) int {
	t.Helper()
	n := 0
	for _, d := range differences(t, dir, &n) {
		t.Errorf("%s: %s: %q went from %s to %s: %q on page %d", d.File, d.Variation, d.Signal, d.Before, d.After, d.Quote, d.Page)
	}
	return n
}

func differences(t *testing.T, dir string, n *int) []vary.Difference {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	var trials []*vary.Trial
	for _, name := range rubrics.Names() {
		r, err := rubrics.Get(name)
		if err != nil {
			t.Fatal(err)
		}
		trials = append(trials, vary.New(r))
	}
	var out []vary.Difference
	for _, file := range files {
		d := extract.Read(context.Background(), file, extract.Options{})
		d.File = filepath.Base(file)
		for _, trial := range trials {
			out = append(out, trial.Check(&d)...)
		}
	}
	if n != nil {
		*n = len(files)
	}
	return out
}

// TestMoves: a rubric that goes by what must not matter is caught, by the
// variation that is meant to.
func TestMoves(t *testing.T) {
	d := extract.Read(context.Background(), "../../testdata/resumes/brandt-finn.pdf", extract.Options{})
	if d.Name != "Finn Brandt" {
		t.Fatalf("the resume is that of %q", d.Name)
	}
	for _, tt := range []struct {
		phrase, variation string
		want              bool
	}{
		{"2019", "three years earlier", true},
		{"schleimünde", "another school", true},
		{"harvard", "a famous school", true},
		{"finn", "another name", false}, // what stands in the header never counts
		{"(she her)", "pronouns after the name", false},
		{"keyword*", "a skills line with every keyword", false}, // nor what stands in a list of skills
	} {
		r, err := rubric.Parse("r.yaml", []byte(`rubric: r
title: R
allow protected: [sex, school rank]
because: it is tried here
signals:
  - {id: r, title: R, why: because, look for: ["`+tt.phrase+`"]}
`))
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for _, x := range vary.New(r).Check(&d) {
			got = got || x.Variation == tt.variation && x.Signal == "r"
		}
		if got != tt.want {
			t.Errorf("%q: %q moved the signal: %v, want %v", tt.phrase, tt.variation, got, tt.want)
		}
	}
}
