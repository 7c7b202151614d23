package index_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/index"
)

func TestFind(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir, index.Options{})
	inv := newInventor(10)
	root := filepath.Join(dir, "in")
	add := func(n int, name, file string, score float64) string {
		r := inv.record(n, 2)
		r.Candidate.Name, r.Candidate.File, r.Candidate.Score, r.Root = name, file, score, root
		put(t, x, r)
		return r.Candidate.SHA256
	}
	zofia := add(1, "Zofia Brzęczyk", "a/zofia.pdf", 50)
	add(2, "Zofia Ghosh", "b/ghosh.pdf", 70)
	add(3, "Émile Fjeld", "b/2024-fjeld_cv.pdf", 20)
	add(4, "Marek Zofian", "Scan 7.pdf", 60)
	add(5, "", "b/zofia.pdf", 0)
	gone := "eeee"
	if err := x.SetTable([]string{zofia, gone}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		ref  string
		want []string
	}{
		{"1", []string{"a/zofia.pdf"}},
		{"#1", []string{"a/zofia.pdf"}},
		{"2", nil}, // no longer there, and not the part of a name
		{"9", nil},
		{"7", nil},
		{"#zofia", nil},
		{"zofia brzeczyk", []string{"a/zofia.pdf"}},
		{"Zofia  BRZĘCZYK", []string{"a/zofia.pdf"}},
		{"brzec", []string{"a/zofia.pdf"}},
		{"emile", []string{"b/2024-fjeld_cv.pdf"}},
		{"zofia.pdf", []string{"a/zofia.pdf", "b/zofia.pdf"}},
		{"a/zofia.pdf", []string{"a/zofia.pdf"}},
		{"./a/zofia.pdf", []string{"a/zofia.pdf"}},
		{filepath.Join(root, "b", "zofia.pdf"), []string{"b/zofia.pdf"}},
		{"scan 7", []string{"Scan 7.pdf"}},
		{"SCAN 7.PDF", []string{"Scan 7.pdf"}},
		{"zof", []string{"b/ghosh.pdf", "Scan 7.pdf", "a/zofia.pdf"}},
		{"2024", []string{"b/2024-fjeld_cv.pdf"}},
		{zofia[:4], []string{"a/zofia.pdf"}},
		{zofia, []string{"a/zofia.pdf"}},
		{zofia[:3], nil},
		{"nobody", nil},
		{"", nil},
		{"  ", nil},
		{"*", nil},
	} {
		got, err := x.Find(c.ref)
		if err != nil {
			t.Errorf("find %q: %v", c.ref, err)
		}
		var files []string
		for _, g := range got {
			files = append(files, g.File)
		}
		if d := cmp.Diff(c.want, files); d != "" {
			t.Errorf("find %q (-want +got):\n%s", c.ref, d)
		}
	}
	if err := x.SetTable(nil); err != nil {
		t.Fatal(err)
	}
	if got, _ := x.Find("1"); len(got) != 0 {
		t.Errorf("rank 1 of an empty table is %s", got[0].File)
	}
	if err := os.WriteFile(filepath.Join(dir, "table.json"), []byte("{broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := x.Table(); got != nil {
		t.Errorf("a broken table has %v", got)
	}
}
