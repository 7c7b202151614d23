package index_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/blevesearch/bleve/v2"

	"pique/index"
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
	otherSchema := func(t *testing.T, dir string) {
		b, err := bleve.Open(filepath.Join(dir, "bleve"))
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(b.SetInternal([]byte("pique"), []byte(`{"schema":999}`)), b.Close()); err != nil {
			t.Fatal(err)
		}
	}
	noSchema := func(t *testing.T, dir string) {
		remove("bleve")(t, dir)
		b, err := bleve.New(filepath.Join(dir, "bleve"), bleve.NewIndexMapping())
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name string
		harm func(t *testing.T, dir string)
		want error // of a reader
	}{
		{"other version", otherSchema, index.ErrVersion},
		{"index of another program", noSchema, index.ErrDamaged},
		{"no segment files", remove("bleve/store/*.zap"), index.ErrDamaged},
		{"no root", remove("bleve/store/root.bolt"), index.ErrDamaged},
		{"no store", remove("bleve/store"), index.ErrDamaged},
		{"no meta", remove("bleve/index_meta.json"), index.ErrDamaged},
		{"empty meta", overwrite("bleve/index_meta.json", empty), index.ErrDamaged},
		{"empty root", overwrite("bleve/store/root.bolt", empty), index.ErrDamaged},
		{"half a root", overwrite("bleve/store/root.bolt", half), index.ErrDamaged},
		{"zero root", overwrite("bleve/store/root.bolt", zero), index.ErrDamaged},
		{"empty segment", overwrite("bleve/store/*.zap", empty), index.ErrDamaged},
		{"half a segment", overwrite("bleve/store/*.zap", half), index.ErrDamaged},
		{"zero segment", overwrite("bleve/store/*.zap", zero), index.ErrDamaged},
		{"one bit of a segment", overwrite("bleve/store/*.zap", flip), index.ErrDamaged},
		{"a file in its place", func(t *testing.T, dir string) {
			remove("bleve")(t, dir)
			if err := os.WriteFile(filepath.Join(dir, "bleve"), []byte("x"), 0o600); err != nil {
				t.Fatal(err)
			}
		}, index.ErrDamaged},
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
