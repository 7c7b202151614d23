package extract

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("b.pdf", "%PDF-1.4\n")
	write("a/z.PDF", "%PDF-1.4\n")
	write("a/letter.docx", "PK")
	write("a/.hidden.pdf", "%PDF-1.4\n")
	write(".git/x.pdf", "%PDF-1.4\n")
	write("scan", "junk\n%PDF-1.5\n")
	write("notes", "what %PDF-1.4 means")
	if err := os.Symlink(dir, filepath.Join(dir, "a", "loop")); err != nil {
		t.Logf("no links here: %v", err)
	} else if err := os.Symlink(filepath.Join(dir, "nowhere.pdf"), filepath.Join(dir, "a", "gone.pdf")); err != nil {
		t.Fatal(err)
	}
	got, err := Walk([]string{dir, filepath.Join(dir, "b.pdf")})
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		File, Reason string
		Kind         SourceKind
	}
	var rows []row
	for _, s := range got {
		if s.Root != dir {
			t.Errorf("%s has root %q, want %q", s.File, s.Root, dir)
		}
		if s.File == "a/gone.pdf" {
			if s.Kind != Other {
				t.Errorf("a link to nowhere has kind %v", s.Kind)
			}
			continue
		}
		rows = append(rows, row{s.File, s.Reason, s.Kind})
	}
	want := []row{
		{"a/letter.docx", "not a PDF (docx)", Other},
		{"a/z.PDF", "", PDF},
		{"b.pdf", "", PDF},
		{"notes", "not a PDF", Other},
		{"scan", "", PDF},
	}
	if d := cmp.Diff(want, rows); d != "" {
		t.Errorf("Walk (-want +got):\n%s", d)
	}
}

func TestWalkMissing(t *testing.T) {
	_, err := Walk([]string{filepath.Join(t.TempDir(), "none")})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want an error that is fs.ErrNotExist", err)
	}
}

// TestWalkOutside checks that what lies behind a link out of the folder is
// listed, and said to.
func TestWalkOutside(t *testing.T) {
	base := t.TempDir()
	dir, other := filepath.Join(base, "in"), filepath.Join(base, "in and out")
	for _, p := range []string{filepath.Join(dir, "own.pdf"), filepath.Join(other, "far.pdf"), filepath.Join(other, "sub", "deep.pdf")} {
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte("%PDF-1.4\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"a.pdf": filepath.Join(other, "far.pdf"), "folder": filepath.Join(other, "sub"), "z.pdf": filepath.Join(dir, "own.pdf")} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skipf("no links here: %v", err)
		}
	}
	linked := filepath.Join(base, "linked")
	if err := os.Symlink(dir, linked); err != nil {
		t.Fatal(err)
	}
	for _, root := range []string{dir, linked} {
		got, err := Walk([]string{root})
		if err != nil {
			t.Fatal(err)
		}
		outside := map[string]bool{}
		for _, s := range got {
			outside[s.File] = s.Outside
		}
		want := map[string]bool{"a.pdf": true, "folder/deep.pdf": true, "own.pdf": false}
		if d := cmp.Diff(want, outside); d != "" {
			t.Errorf("%s: outside (-want +got):\n%s", root, d)
		}
	}
	if got, err := Walk([]string{filepath.Join(dir, "a.pdf")}); err != nil || len(got) != 1 || got[0].Outside {
		t.Errorf("a link that was given itself: %+v, %v; want it not to be outside", got, err)
	}
}
