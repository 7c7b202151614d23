package child

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"pique/extract"
)

// start makes a pool of the test binary.
func start(t *testing.T, o Options) *Pool {
	t.Helper()
	if o.Command == nil {
		o.Command = command
	}
	p := Start(o)
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

// TestFaults: whatever a file does to its process, it has a reason, and the
// next file is read.
func TestFaults(t *testing.T) {
	hasty := start(t, Options{Jobs: 1, Timeout: 200 * time.Millisecond, Engine: extract.Own})
	calm := start(t, Options{Jobs: 1, Timeout: time.Minute, MaxMemory: 128 << 20, Engine: extract.Own})
	roomy := start(t, Options{Jobs: 1, Timeout: time.Minute, MaxMemory: 1 << 30, Engine: extract.Own})
	for _, c := range []struct{ file, reason string }{
		{"loop", "timed out after 0.2 s"},
		{"late", "timed out after 0.2 s"},
		{"recurse", "crashed: stack overflow"},
		{"panic", "crashed: index out of range"},
		{"hoard", "out of memory (over 128 MB)"},
		{"huge", "out of memory (over 128 MB)"},
		{"exit", "crashed: it ended by itself"},
		{"garbage", "crashed: its answer makes no sense (frame too long: 1634155579 bytes)"},
		{"long", "crashed: its answer makes no sense (frame too long: 4294967294 bytes)"},
		{"half", "crashed: its answer makes no sense (frame cut short: unexpected EOF)"},
		{"unsound", "crashed: its answer makes no sense (line 0 stands nowhere)"},
		{"endless", tooMuchText},
	} {
		p := calm
		switch {
		case strings.HasPrefix(c.reason, timedOut):
			p = hasty
		case c.reason == tooMuchText: // as memory is not what it runs out of
			p = roomy
		}
		if d := p.Read(t.Context(), c.file+".pdf"); d.Status != extract.Unreadable || d.Reason != c.reason {
			t.Errorf("%s: got %s %q, want unreadable %q", c.file, d.Status, d.Reason, c.reason)
		}
		for _, good := range []string{"fine.pdf", "print.pdf"} {
			if d := p.Read(t.Context(), good); d.Status != extract.OK || d.File != good {
				t.Errorf("%s after %s: got %s %q", good, c.file, d.Status, d.Reason)
			}
		}
	}
	if err := calm.Err(); err != nil {
		t.Error(err)
	}
}

// TestKilled: a process that is killed while it reads costs one file, one
// that is killed while it waits costs none.
func TestKilled(t *testing.T) {
	p := start(t, Options{Jobs: 1, Engine: extract.Own})
	if d := p.Read(t.Context(), "fine.pdf"); d.Status != extract.OK {
		t.Fatal(d.Reason)
	}
	w := <-p.free
	proc := w.p.cmd.Process
	p.free <- w
	time.AfterFunc(200*time.Millisecond, func() { _ = proc.Kill() })
	if d := p.Read(t.Context(), "loop.pdf"); !strings.HasPrefix(d.Reason, "crashed") || !Retry(&d) {
		t.Errorf("killed while it reads: got %q, want crashed", d.Reason)
	}
	if d := p.Read(t.Context(), "fine.pdf"); d.Status != extract.OK {
		t.Errorf("the next file: got %q", d.Reason)
	}
	w = <-p.free
	if err := w.p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for w.p.alive() { // until the parent can know
		time.Sleep(time.Millisecond)
	}
	p.free <- w
	if d := p.Read(t.Context(), "fine.pdf"); d.Status != extract.OK {
		t.Errorf("killed while it waits: got %q", d.Reason)
	}
}

// TestSecond: doubt and faults go to the second engine, which is opened once
// and whose opening is not the file's time.
func TestSecond(t *testing.T) {
	p := start(t, Options{Jobs: 2, Timeout: time.Second, MaxMemory: 128 << 20, Cache: "slow"})
	for _, c := range []struct {
		file   string
		engine extract.Engine
		reason string
	}{
		{"fine", extract.Own, ""},
		{"doubt", extract.PDFium, ""},
		{"loop@own", extract.PDFium, ""},
		{"late@own", extract.PDFium, ""},
		{"hoard@own", extract.PDFium, ""},
		{"recurse@own", extract.PDFium, ""},
		{"loop@both", extract.Own, "timed out after 1 s"},
		{"doubt", extract.PDFium, ""},
	} {
		d := p.Read(t.Context(), c.file)
		if Retry(&d) != (c.reason != "") {
			t.Errorf("%s: to be read again: got %v", c.file, Retry(&d))
		}
		if d.Engine != c.engine || d.Reason != c.reason {
			t.Errorf("%s: got engine %q, reason %q, want %q, %q", c.file, d.Engine, d.Reason, c.engine, c.reason)
		}
	}
}

// TestSecondFails: without a second engine, what the own one has stays, and
// no further attempt is made to open it.
func TestSecondFails(t *testing.T) {
	for _, cache := range []string{"broken", "crash"} {
		p := start(t, Options{Jobs: 1, MaxMemory: 128 << 20, Cache: cache})
		for range 2 {
			if d := p.Read(t.Context(), "doubt"); d.Status != extract.OK || d.Engine != extract.Own || !strings.HasPrefix(d.Doubt, "ask the second") || !Retry(&d) {
				t.Errorf("%s: got %s %q by %q", cache, d.Status, d.Reason, d.Engine)
			}
		}
		only := start(t, Options{Engine: extract.PDFium, MaxMemory: 128 << 20, Cache: cache})
		if d := only.Read(t.Context(), "doubt"); !strings.HasPrefix(d.Reason, "second engine: cannot be started: ") || !Retry(&d) {
			t.Errorf("%s, by the second engine alone: got %s %q", cache, d.Status, d.Reason)
		}
	}
}

// TestInterrupted: a reading ends with its context, and a pool with Close.
func TestInterrupted(t *testing.T) {
	p := start(t, Options{Jobs: 2, Engine: extract.Own})
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(300*time.Millisecond, cancel)
	began := time.Now()
	if d := p.Read(ctx, "loop"); d.Reason != "stopped" {
		t.Errorf("reason: got %q, want stopped", d.Reason)
	}
	if took := time.Since(began); took > DefaultTimeout/2 {
		t.Errorf("it took %v to stop", took)
	}
	var wait sync.WaitGroup
	wait.Go(func() {
		if d := p.Read(t.Context(), "loop"); d.Reason != "stopped" {
			t.Errorf("closed: got %q, want stopped", d.Reason)
		}
	})
	time.Sleep(200 * time.Millisecond)
	if err := p.Close(); err != nil {
		t.Error(err)
	}
	wait.Wait()
	if d := p.Read(t.Context(), "fine"); d.Reason != "stopped" {
		t.Errorf("after Close: got %q, want stopped", d.Reason)
	}
}

// TestCannotStart: a pool without processes says so, in each document and by
// itself.
func TestCannotStart(t *testing.T) {
	for name, cmd := range map[string]*exec.Cmd{
		"missing":         exec.Command(filepath.Join(t.TempDir(), "nothing")),
		"another program": exec.Command(os.Args[0], "-test.run=^$"),
	} {
		p := start(t, Options{Jobs: 2, Command: func(string) *exec.Cmd { c := *cmd; return &c }})
		d := p.Read(t.Context(), "fine")
		if d.Status != extract.Unreadable || !strings.HasPrefix(d.Reason, "cannot start a process") {
			t.Errorf("%s: got %s %q", name, d.Status, d.Reason)
		}
		if p.Err() == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestSame: a process reads what the caller's own would.
func TestSame(t *testing.T) {
	files, err := filepath.Glob("../../testdata/resumes/*.pdf")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files, error %v", len(files), err)
	}
	if testing.Short() {
		files = files[:5]
	}
	dir := t.TempDir()
	p := start(t, Options{Jobs: 2, Engine: extract.Own})
	p.Warm()
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "real.pdf")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		want := extract.Read(t.Context(), path, extract.Options{Engine: extract.Own})
		if diff := cmp.Diff(want, p.Read(t.Context(), path)); diff != "" {
			t.Errorf("%s (-here +child):\n%s", filepath.Base(f), diff)
		}
	}
}
