package index_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"pique/index"
)

// TestStamp checks that a file is taken for unchanged only where it is.
func TestStamp(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not tell when a file was changed")
	}
	files, dir := t.TempDir(), t.TempDir()
	path := filepath.Join(files, "a.pdf")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	// stamp waits until the file has been left alone for long enough.
	stamp := func() index.Stamp {
		t.Helper()
		for range 100 {
			if s, ok := index.StampOf(path); ok {
				return s
			}
			time.Sleep(100 * time.Millisecond)
		}
		t.Fatal("no stamp")
		return index.Stamp{}
	}
	write("one")
	if _, ok := index.StampOf(path); ok {
		t.Error("a file of this moment has a stamp")
	}
	first := stamp()
	r := newInventor(41).record(1, 3)
	r.Root, r.Path = files, path
	r.Candidate.File = "a.pdf"
	at := index.Place{Root: files, File: "a.pdf"}
	x := open(t, dir, index.Options{})
	put(t, x, r)
	if err := x.Stamp(at, first, r.Candidate.SHA256); err != nil {
		t.Fatal(err)
	}
	if got := x.Stamped(at, first); got != r.Candidate.SHA256 {
		t.Errorf("stamped %q, want the hash", got)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	x = open(t, dir, index.Options{})
	if got := x.Stamped(at, stamp()); got != r.Candidate.SHA256 {
		t.Errorf("in the next run: %q, want the hash", got)
	}
	if got := x.Stamped(index.Place{Root: files, File: "b.pdf"}, first); got != "" {
		t.Errorf("another file: %q", got)
	}

	// Another content of the same size, with the old time put back.
	write("two")
	old := time.Unix(0, first.Modified)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
	if s := stamp(); s.Size != first.Size || s.Modified != first.Modified {
		t.Fatalf("the file has %+v, want size and time of %+v", s, first)
	} else if got := x.Stamped(at, s); got != "" {
		t.Error("a file that was written over is taken for unchanged")
	}

	// A trace of the file is left until it is erased.
	seen := filepath.Join(dir, "seen")
	if data, err := os.ReadFile(seen); err != nil || !bytes.Contains(data, []byte("a.pdf")) {
		t.Errorf("stamps %q, error %v; want the file", data, err)
	}
	if _, err := x.Erase(t.Context(), r.Candidate.SHA256); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(seen); err == nil && bytes.Contains(data, []byte("a.pdf")) {
		t.Error("the file is still named after its candidate was erased")
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(seen, []byte("piqseen1 and then something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := open(t, dir, index.Options{}).Stamped(at, first); got != "" {
		t.Errorf("broken stamps say %q", got)
	}
}

// TestNamesOfBytes keeps files whose names are no UTF-8, each as itself.
func TestNamesOfBytes(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir, index.Options{})
	names := []string{"caf\xe9.pdf", "caf\xe8.pdf", "café.pdf", "\xff\xfe"}
	for n, name := range names {
		r := newInventor(42).record(n, 3)
		r.Candidate.File, r.Root = name, "/data/\x80"
		put(t, x, r)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	x = open(t, dir, index.Options{})
	found := map[string]bool{}
	n, err := x.Drop(t.Context(), func(e index.Entry) bool {
		found[e.File] = e.Root == "/data/\x80" && e.Path == "/data/\x80/"+e.File
		return true
	})
	if n != 0 || err != nil {
		t.Errorf("dropped %d, error %v", n, err)
	}
	for _, name := range names {
		if !found[name] {
			t.Errorf("%q is not kept as it is: %v", name, found)
		}
	}
	if c, err := x.Find("caf\xe9.pdf"); len(c) != 1 || err != nil {
		t.Errorf("found %d, error %v; want the one of that name", len(c), err)
	}
}
