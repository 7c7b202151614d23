package main

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestInterruptedRead: the first interrupt ends a run, with and without an
// index, although a file blocks whoever reads it.
func TestInterruptedRead(t *testing.T) {
	const endless = "/proc/kmsg"
	f, err := os.Open(endless)
	if err != nil {
		t.Skipf("no file that blocks here: %v", err)
	}
	_ = f.Close() // it was not read
	dir := t.TempDir()
	link := filepath.Join(dir, "x.pdf")
	if err := os.Symlink(endless, link); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"text", link, "--timeout", "1h"},
		{"score", dir, "--timeout", "1h", "--no-index"},
		{"score", dir, "--timeout", "1h", "--index", filepath.Join(t.TempDir(), "index")},
	} {
		cmd := exec.Command("pique", args...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = cmd.Process.Kill() }) // it has ended
		time.Sleep(300 * time.Millisecond)           // until it reads
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		hangs := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() }) // it counts as a failure below
		err := cmd.Wait()
		hangs.Stop()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted {
			t.Errorf("%v: got %v, want status %d", args, err, exitInterrupted)
		}
	}
}

// TestSayFirst: what takes long is told to a terminal, once there is reason.
func TestSayFirst(t *testing.T) {
	cache := t.TempDir()
	say := func(terminal bool) string {
		var out bytes.Buffer
		sayFirst(&stream{w: bufio.NewWriter(&out), terminal: terminal}, cache)
		return out.String()
	}
	if got := say(false); got != "" {
		t.Errorf("no terminal: got %q", got)
	}
	if got, want := say(true), clearLine+"preparing the second reader (first time only)\n"; got != want {
		t.Errorf("empty cache: got %q, want %q", got, want)
	}
	if err := os.MkdirAll(filepath.Join(cache, "engine"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(cache, "engine", "code"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := say(true); got != "" {
		t.Errorf("with a cache: got %q", got)
	}
	cache = ""
	if got := say(true); !strings.Contains(got, "each time") {
		t.Errorf("no place for a cache: got %q", got)
	}
}
