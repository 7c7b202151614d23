package index_test

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"pique/index"
)

// smallDisk mounts a file system of so many bytes, where that is allowed.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("mounting a small disk is not allowed here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// TestFullDisk fills the disk while an index is written: it says so soon, and
// all that was safe is there, at once and after there is room again.
func TestFullDisk(t *testing.T) {
	disk := smallDisk(t, "3m")
	dir := filepath.Join(disk, "index")
	ballast := filepath.Join(disk, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 1<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(t.Context(), dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	inv := newInventor(23)
	safe := -1
	for n := 0; ; n++ {
		if err = x.Put(inv.record(n, 300)); err != nil {
			break
		}
		if n%20 == 19 {
			if _, err = x.Count(); err != nil {
				break
			}
			safe = n
		}
		if n > 100_000 {
			t.Fatal("the disk does not fill")
		}
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("got %v, want that there is no space", err)
	}
	if safe < 100 {
		t.Fatalf("only %d records were safe", safe)
	}
	check := func(when string) {
		t.Helper()
		r := open(t, dir, index.Options{ReadOnly: true})
		inv := newInventor(23)
		for n := range safe + 1 {
			if _, ok := r.Kept(inv.record(n, 300).Candidate.SHA256, "r1", 1); !ok {
				t.Fatalf("%s: record %d of %d is lost", when, n, safe)
			}
		}
		if a := search(t, r, "signal:faster", index.SearchOptions{}); a.Total == 0 {
			t.Errorf("%s: nothing is found", when)
		}
	}
	check("on the full disk")
	began := time.Now()
	for range 3 {
		if _, err := x.Count(); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("write again: %v, want that there is no space", err)
		}
	}
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("to fail took %v", took)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Count(); err != nil {
		t.Errorf("with room again: %v", err)
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
	check("with room again")
	w := open(t, dir, index.Options{})
	if w.Rebuilt() != nil {
		t.Errorf("made anew: %v", w.Rebuilt())
	}
}

// TestReadOnlyDisk checks that an index on a disk that has gone read-only
// can be searched, and that a writer says what is the matter.
func TestReadOnlyDisk(t *testing.T) {
	disk := smallDisk(t, "4m")
	x, err := index.Open(t.Context(), disk, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	inv := newInventor(24)
	put(t, x, inv.record(1, 20), inv.record(2, 20))
	if _, err := x.Count(); err != nil {
		t.Fatal(err)
	}
	put(t, x, inv.record(3, 20))
	closed := false
	defer func() {
		if !closed {
			_ = x.Close()
		}
	}()
	// The lock file is open to write, so the disk is made read-only for
	// those who come by another path.
	view := t.TempDir()
	if err := syscall.Mount(disk, view, "", syscall.MS_BIND, ""); err != nil {
		t.Skipf("binding a disk is not allowed here: %v", err)
	}
	defer syscall.Unmount(view, syscall.MNT_DETACH) //nolint:errcheck // the other is checked
	if err := syscall.Mount("", view, "", syscall.MS_BIND|syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skipf("making a disk read-only is not allowed here: %v", err)
	}
	r := open(t, view, index.Options{ReadOnly: true})
	if a := search(t, r, "", index.SearchOptions{}); a.Total != 2 {
		t.Errorf("found %d, want the 2 that were written", a.Total)
	}
	if err := r.SetTable([]string{"x"}); !errors.Is(err, syscall.EROFS) {
		t.Errorf("note a table: %v, want that the disk is read-only", err)
	}
	began := time.Now()
	if w, err := index.Open(t.Context(), view, index.Options{}); !errors.Is(err, syscall.EROFS) {
		t.Errorf("write: %v, want that the disk is read-only", err)
		if err == nil {
			_ = w.Close()
		}
	}
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("to fail took %v", took)
	}
	closed = true
	if err := x.Close(); err != nil {
		t.Error(err)
	}
}
