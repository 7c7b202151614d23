package child

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pique/extract"
)

// TestHash: what a file has is hashed, up to the limit that a file has
// elsewhere.
func TestHash(t *testing.T) {
	dir := t.TempDir()
	text := []byte("Mira Solano")
	plain := filepath.Join(dir, "plain.pdf")
	if err := os.WriteFile(plain, text, 0o600); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(text)
	want := hex.EncodeToString(sum[:])
	sparse := filepath.Join(dir, "sparse.pdf")
	if err := os.WriteFile(sparse, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(sparse, 10<<30); err != nil {
		t.Skipf("no sparse files here: %v", err)
	}
	for _, c := range []struct {
		path string
		most int64
		want string
	}{
		{plain, 0, want}, {plain, -1, want}, {plain, 11, want}, {plain, 10, ""},
		{sparse, 0, ""}, {dir, 0, ""}, {filepath.Join(dir, "none"), 0, ""},
	} {
		if got := newHasher(c.most, 0).hash(t.Context(), c.path); got != c.want {
			t.Errorf("%s, at most %d bytes: got %q, want %q", filepath.Base(c.path), c.most, got, c.want)
		}
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if got := newHasher(-1, 0).hash(stopped, sparse); got != "" {
		t.Errorf("stopped: got %q", got)
	}
	p := start(t, Options{Jobs: 1, Engine: extract.Own})
	if d := p.Read(t.Context(), dir); d.Status != extract.Unreadable || d.Reason != "a folder" {
		t.Errorf("a folder: got %s %q", d.Status, d.Reason)
	}
}

// TestLeft: both engines share the time of a file.
func TestLeft(t *testing.T) {
	for _, c := range []struct{ timeout, took, want time.Duration }{
		{10, 0, 10}, {10, 3, 7}, {10, 5, 5}, {10, 9, 5}, {10, 12, 5}, {10, -1, 10}, {-1, 4, -1},
	} {
		if got := left(c.timeout*time.Second, c.took*time.Second); got != c.want*time.Second {
			t.Errorf("left of %d s after %d s: got %v, want %d s", c.timeout, c.took, got, c.want)
		}
	}
	p := start(t, Options{Jobs: 1, Timeout: 2 * time.Second, MaxMemory: 128 << 20})
	if d := p.Read(t.Context(), "fine"); d.Name != "2s" {
		t.Errorf("the own engine: got %s, want 2s", d.Name)
	}
	if d := p.Read(t.Context(), "loop@own"); d.Engine != extract.PDFium || d.Name != "1s" {
		t.Errorf("the second engine after the first ran out of time: got %s by %s, want 1s", d.Name, d.Engine)
	}
	calm := start(t, Options{Jobs: 1, Timeout: time.Minute, MaxMemory: 128 << 20})
	d := calm.Read(t.Context(), "panic@own")
	if got, err := time.ParseDuration(d.Name); err != nil || got <= 30*time.Second || got >= time.Minute {
		t.Errorf("the second engine after the first crashed: got %s, want what was left of a minute", d.Name)
	}
}

// TestOpening: the caller is told that the second engine opens, and not when
// it is open.
func TestOpening(t *testing.T) {
	n := 0
	p := start(t, Options{Jobs: 1, MaxMemory: 128 << 20, Opening: func() { n++ }})
	for i, c := range []struct {
		file string
		want int
	}{{"fine", 0}, {"doubt", 1}, {"doubt", 1}} {
		if p.Read(t.Context(), c.file); n != c.want {
			t.Errorf("reading %d: told %d times, want %d", i, n, c.want)
		}
	}
}
