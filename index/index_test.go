package index_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/index"
)

func TestKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "on the way")
	r := newInventor(1).record(1, 50)
	id := r.Candidate.SHA256
	x := open(t, dir, index.Options{})
	check := func(when string) {
		t.Helper()
		got, ok := x.Kept(id, "r1", 1)
		if d := cmp.Diff(r.Candidate, got); !ok || d != "" {
			t.Errorf("%s: kept %v, difference (-put +got):\n%s", when, ok, d)
		}
		for _, other := range []struct {
			id, digest string
			extractor  int
		}{{id, "r2", 1}, {id, "r1", 2}, {"0000", "r1", 1}} {
			if _, ok := x.Kept(other.id, other.digest, other.extractor); ok {
				t.Errorf("%s: %v is kept, want it not to be", when, other)
			}
		}
	}
	put(t, x, r)
	check("before it is written")
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	x = open(t, dir, index.Options{})
	check("after it is written")
	if x.Rebuilt() != nil {
		t.Errorf("rebuilt: %v", x.Rebuilt())
	}

	again := r
	again.RubricDigest, again.Candidate.Score = "r2", 1
	put(t, x, again)
	if c, ok := x.Kept(id, "r2", 1); !ok || c.Score != 1 {
		t.Errorf("scored anew: kept %v with %v points, want 1", ok, c.Score)
	}
	if n, err := x.Count(); n != 1 || err != nil {
		t.Errorf("count %d, error %v; want 1", n, err)
	}
}

func TestPlaces(t *testing.T) {
	x := open(t, t.TempDir(), index.Options{})
	inv := newInventor(2)
	a, b := inv.record(1, 5), inv.record(2, 5)
	a.Candidate.File, b.Candidate.File = "m.pdf", "n.pdf"
	copied := a
	copied.Candidate.File = "copy/a.pdf"
	put(t, x, a, b, copied)

	got := search(t, x, "", index.SearchOptions{Sort: index.ByName})
	if got.Total != 2 {
		t.Fatalf("total %d, want 2: the same content is one row", got.Total)
	}
	places := func(id string) []string {
		for _, h := range search(t, x, "", index.SearchOptions{}).Hits {
			if h.SHA256 == id {
				out := []string{h.File}
				for _, p := range h.Places {
					out = append(out, p.File)
				}
				return out
			}
		}
		return nil
	}
	want := []string{"copy/a.pdf", "copy/a.pdf", "m.pdf"}
	if d := cmp.Diff(want, places(a.Candidate.SHA256)); d != "" {
		t.Errorf("row and places of the copied file (-want +got):\n%s", d)
	}

	// The file is written over: the path now has another content.
	over := inv.record(3, 5)
	over.Candidate.File = "n.pdf"
	put(t, x, over)
	if places(b.Candidate.SHA256) != nil {
		t.Error("the content that was written over is still there")
	}
	// And once more, when both are on disk.
	over2 := inv.record(4, 5)
	over2.Candidate.File = "n.pdf"
	put(t, x, over2)
	if places(over.Candidate.SHA256) != nil || places(over2.Candidate.SHA256) == nil {
		t.Error("written over again: the old content stays or the new is missing")
	}

	// A file moves: its content is noted at the new place, the old is dropped.
	if err := x.Seen(over2.Candidate.SHA256, index.Place{Root: a.Root, File: "moved.pdf"}); err != nil {
		t.Fatal(err)
	}
	if err := x.Seen("ffff", index.Place{Root: a.Root, File: "unknown.pdf"}); !errors.Is(err, index.ErrNotKept) {
		t.Fatal(err)
	}
	var seen []string
	n, err := x.Drop(context.Background(), func(e index.Entry) bool {
		seen = append(seen, e.File)
		return e.File != "n.pdf" && e.File != "copy/a.pdf"
	})
	slices.Sort(seen)
	if d := cmp.Diff([]string{"copy/a.pdf", "m.pdf", "moved.pdf", "n.pdf"}, slices.Compact(seen)); d != "" || n != 2 || err != nil {
		t.Errorf("dropped %d of (-want +got), error %v:\n%s", n, err, d)
	}
	if d := cmp.Diff([]string{"moved.pdf", "moved.pdf"}, places(over2.Candidate.SHA256)); d != "" {
		t.Errorf("after the move (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"m.pdf", "m.pdf"}, places(a.Candidate.SHA256)); d != "" {
		t.Errorf("after the copy went (-want +got):\n%s", d)
	}
	if n, err := x.Drop(context.Background(), func(index.Entry) bool { return false }); n != 2 || err != nil {
		t.Errorf("dropped %d, error %v; want the 2 that are left", n, err)
	}
	if n, _ := x.Count(); n != 0 {
		t.Errorf("%d candidates are left, want 0", n)
	}
}

func TestBatches(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir, index.Options{})
	inv := newInventor(3)
	for n := range 1203 {
		put(t, x, inv.record(n, 3))
	}
	if n, err := x.Count(); n != 1203 || err != nil {
		t.Errorf("count %d, error %v; want 1203", n, err)
	}
	sum, last := 0, 101.0
	for c, err := range x.All(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if c.Score > last {
			t.Fatalf("all: %v after %v", c.Score, last)
		}
		last = c.Score
		sum++
	}
	if sum != 1203 {
		t.Errorf("all gave %d, want 1203", sum)
	}
	for range x.All(context.Background()) {
		break // must let go of the index
	}
	put(t, x, inv.record(1203, 3))
}

// TestInterrupted checks that what was put is there when the context ends,
// though nobody closed the index.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	x, err := index.Open(ctx, dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	inv := newInventor(4)
	put(t, x, inv.record(1, 3), inv.record(2, 3))
	cancel()
	put(t, x, inv.record(3, 3))
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if n, err := open(t, dir, index.Options{ReadOnly: true}).Count(); n != 3 || err != nil {
		t.Errorf("count %d, error %v; want 3", n, err)
	}
	if _, err := index.Open(ctx, dir, index.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("open with an ended context: %v", err)
	}
}

func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	for _, d := range []string{dir, filepath.Join(dir, "missing")} {
		if _, err := index.Open(context.Background(), d, index.Options{ReadOnly: true}); !errors.Is(err, index.ErrNone) {
			t.Errorf("open %s: %v, want ErrNone", d, err)
		}
	}
	if list, _ := os.ReadDir(dir); len(list) > 0 {
		t.Errorf("a reader made %v", list)
	}
	x := open(t, dir, index.Options{})
	r := newInventor(5).record(1, 3)
	put(t, x, r)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if err := x.Put(r); !errors.Is(err, index.ErrClosed) {
		t.Errorf("put after close: %v", err)
	}
	if _, ok := x.Kept(r.Candidate.SHA256, "r1", 1); ok {
		t.Error("kept after close")
	}
	one, two := open(t, dir, index.Options{ReadOnly: true}), open(t, dir, index.Options{ReadOnly: true})
	for _, x := range []*index.Index{one, two} {
		if err := x.Put(r); !errors.Is(err, index.ErrReadOnly) {
			t.Errorf("put: %v, want ErrReadOnly", err)
		}
		if _, err := x.Drop(context.Background(), nil); !errors.Is(err, index.ErrReadOnly) {
			t.Errorf("drop: %v, want ErrReadOnly", err)
		}
		if err := x.SetTable([]string{r.Candidate.SHA256}); err != nil {
			t.Error(err)
		}
		if got, err := x.Find("1"); len(got) != 1 || err != nil {
			t.Errorf("find 1: %d, error %v", len(got), err)
		}
	}
}

func TestOneHandleManyGoroutines(t *testing.T) {
	x := open(t, t.TempDir(), index.Options{})
	done := make(chan error)
	for g := range 4 {
		go func() {
			inv := newInventor(uint64(g))
			for n := range 60 {
				r := inv.record(g*1000+n, 3)
				if err := x.Put(r); err != nil {
					done <- err
					return
				}
				if _, ok := x.Kept(r.Candidate.SHA256, "r1", 1); !ok {
					done <- fmt.Errorf("%s is not kept", r.Candidate.File)
					return
				}
				if n%20 == 0 {
					if _, err := x.Find("zofia"); err != nil {
						done <- err
						return
					}
				}
			}
			done <- nil
		}()
	}
	for range 4 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if n, err := x.Count(); n != 240 || err != nil {
		t.Errorf("count %d, error %v; want 240", n, err)
	}
}
