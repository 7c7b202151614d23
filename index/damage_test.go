package index_test

import (
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"pique/index"
	"pique/index/query"
)

// TestDamaged breaks an index in many ways: a reader gets an error of its
// type, a writer makes a new index and says why.
func TestDamaged(t *testing.T) {
	overwrite := func(pattern string, change func([]byte) []byte) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) {
			found, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
			if err != nil || len(found) == 0 {
				t.Fatalf("%s: %v, error %v", pattern, found, err)
			}
			data, err := os.ReadFile(found[0])
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(found[0], change(data), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	empty := func([]byte) []byte { return nil }
	half := func(b []byte) []byte { return b[:len(b)/2] }
	flip := func(b []byte) []byte { b[len(b)/2] ^= 0x40; return b }
	zero := func(b []byte) []byte { return make([]byte, len(b)) }
	remove := func(pattern string) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) {
			found, _ := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
			if len(found) == 0 {
				t.Fatalf("nothing is called %s", pattern)
			}
			for _, f := range found {
				if err := os.RemoveAll(f); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	otherSchema := func([]byte) []byte {
		body := []byte(`{"schema":999}`)
		return fmt.Appendf(body, "\n%08x\n", crc32.ChecksumIEEE(body))
	}
	first := func(t *testing.T, dir string) {
		remove("manifest")(t, dir)
		remove("segments")(t, dir)
		if err := os.MkdirAll(filepath.Join(dir, "bleve", "store"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	inPlaceOf := func(name string) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) {
			remove(name)(t, dir)
			path := filepath.Join(dir, name)
			var err error
			if name == "manifest" {
				err = os.Mkdir(path, 0o700)
			} else {
				err = os.WriteFile(path, []byte("x"), 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		name string
		harm func(t *testing.T, dir string)
		want error // of a reader
	}{
		{"other version", overwrite("manifest", otherSchema), index.ErrVersion},
		{"first version", first, index.ErrVersion},
		{"no segment files", remove("segments/*"), index.ErrDamaged},
		{"no segments", remove("segments"), index.ErrDamaged},
		{"no manifest", remove("manifest"), index.ErrDamaged},
		{"empty manifest", overwrite("manifest", empty), index.ErrDamaged},
		{"half a manifest", overwrite("manifest", half), index.ErrDamaged},
		{"zero manifest", overwrite("manifest", zero), index.ErrDamaged},
		{"one bit of the manifest", overwrite("manifest", flip), index.ErrDamaged},
		{"no rows", remove("segments/*.rows"), index.ErrDamaged},
		{"empty rows", overwrite("segments/*.rows", empty), index.ErrDamaged},
		{"half of the rows", overwrite("segments/*.rows", half), index.ErrDamaged},
		{"zero rows", overwrite("segments/*.rows", zero), index.ErrDamaged},
		{"one bit of the rows", overwrite("segments/*.rows", flip), index.ErrDamaged},
		{"no postings", remove("segments/*.zap"), index.ErrDamaged},
		{"empty postings", overwrite("segments/*.zap", empty), index.ErrDamaged},
		{"half of the postings", overwrite("segments/*.zap", half), index.ErrDamaged},
		{"zero postings", overwrite("segments/*.zap", zero), index.ErrDamaged},
		{"one bit of the postings", overwrite("segments/*.zap", flip), index.ErrDamaged},
		{"a file in place of the segments", inPlaceOf("segments"), index.ErrDamaged},
		{"a folder in place of the manifest", inPlaceOf("manifest"), index.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			x := open(t, dir, index.Options{})
			inv := newInventor(15)
			for n := range 40 {
				put(t, x, inv.record(n, 20))
			}
			if err := x.SetTable([]string{"abcd"}); err != nil {
				t.Fatal(err)
			}
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
			c.harm(t, dir)
			want := c.want
			if r, err := index.Open(context.Background(), dir, index.Options{ReadOnly: true}); !errors.Is(err, want) {
				if err == nil {
					_ = r.Close()
				}
				t.Errorf("a reader gets %v, want %v", err, want)
			}
			w := open(t, dir, index.Options{})
			if err := w.Rebuilt(); !errors.Is(err, want) {
				t.Errorf("rebuilt for %v, want %v", err, want)
			}
			put(t, w, inv.record(1, 1))
			if n, err := w.Count(); n != 1 || err != nil {
				t.Errorf("count %d, error %v; want 1", n, err)
			}
			if d := w.Table(); len(d) != 1 {
				t.Error("the table is lost")
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			r := open(t, dir, index.Options{ReadOnly: true})
			if n, err := r.Count(); n != 1 || err != nil {
				t.Errorf("read again: count %d, error %v; want 1", n, err)
			}
		})
	}
	t.Run("lock file", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "lock"), []byte("not a lock at all"), 0o600); err != nil {
			t.Fatal(err)
		}
		open(t, dir, index.Options{})
	})
	t.Run("a file where the folder should be", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "f")
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := index.Open(context.Background(), path, index.Options{}); err == nil {
			t.Error("opened a file to write")
		}
		if _, err := index.Open(context.Background(), path, index.Options{ReadOnly: true}); err == nil {
			t.Error("opened a file to read")
		}
	})
}

// TestCutShortWhileOpen cuts the files of an index while it is open: what
// comes is an error, and no end of the process.
func TestCutShortWhileOpen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not cut files that are open")
	}
	for _, pattern := range []string{"*.rows", "*.zap"} {
		dir := t.TempDir()
		w := open(t, dir, index.Options{})
		inv := newInventor(51)
		for n := range 200 {
			put(t, w, inv.record(n, 200))
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		r := open(t, dir, index.Options{ReadOnly: true})
		found, err := filepath.Glob(filepath.Join(dir, "segments", pattern))
		if err != nil || len(found) == 0 {
			t.Fatal(found, err)
		}
		for _, f := range found {
			if err := os.Truncate(f, 0); err != nil {
				t.Fatal(err)
			}
		}
		q, err := query.Parse("faster:>=2 turbine", known)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Search(t.Context(), q, index.SearchOptions{}); !errors.Is(err, index.ErrDamaged) {
			t.Errorf("%s: search gives %v, want ErrDamaged", pattern, err)
		}
	}
}
