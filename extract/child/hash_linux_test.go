package child

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"pique/extract"
)

// TestNoFile: what is no file of bytes is neither opened nor waited for.
func TestNoFile(t *testing.T) {
	dir := t.TempDir()
	fifo, link := filepath.Join(dir, "fifo.pdf"), filepath.Join(dir, "link.pdf")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Skipf("no FIFO here: %v", err)
	}
	if err := os.Symlink(fifo, link); err != nil {
		t.Fatal(err)
	}
	p := start(t, Options{Jobs: 1, Timeout: -1})
	for _, path := range []string{fifo, link, "/dev/zero"} {
		if got := p.Hash(t.Context(), path); got != "" {
			t.Errorf("%s: got the hash %q", path, got)
		}
		if d := p.Read(t.Context(), path); d.Status != extract.Unreadable || d.Reason != "not a regular file" || d.File != path {
			t.Errorf("%s: got %s %q of %q", path, d.Status, d.Reason, d.File)
		}
	}
}

// TestHashBlocks: a read that never returns is left behind, when its time is
// over or the caller stops. The messages of the kernel are such a file, which
// says that it is a regular one; where it may not be opened, nothing blocks.
func TestHashBlocks(t *testing.T) {
	const endless = "/proc/kmsg"
	f, err := os.Open(endless)
	if err != nil {
		t.Skipf("no file that blocks here: %v", err)
	}
	_ = f.Close() // it was not read
	if got := newHasher(0, 20*time.Millisecond).hash(t.Context(), endless); got != "" {
		t.Errorf("past its time: got %q", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	h := newHasher(0, -1)
	h.wait = time.Hour
	if got := h.hash(ctx, endless); got != "" {
		t.Errorf("stopped: got %q", got)
	}
}

// TestHung: files that block hold so many threads and no more.
func TestHung(t *testing.T) {
	h := newHasher(0, 10*time.Millisecond)
	for range cap(h.slots) {
		h.slots <- struct{}{}
	}
	path := filepath.Join(t.TempDir(), "plain.pdf")
	if err := os.WriteFile(path, []byte("text"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := h.hash(t.Context(), path); got != "" {
		t.Errorf("without a slot: got %q", got)
	}
	<-h.slots
	if got := h.hash(t.Context(), path); got == "" {
		t.Error("with a slot: no hash")
	}
}
