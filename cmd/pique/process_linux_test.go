package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// pileOf writes n readable files into a folder.
func pileOf(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		text := fmt.Sprintf("BT /F 12 Tf 72 700 Td (Mira Solano %d) Tj ET", i)
		data := pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
			page, streamOf("", text+strings.Repeat("\nq Q", 20_000)))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.pdf", i)), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// scoring starts pique score over a folder, and returns it with the first of
// its children.
func scoring(t *testing.T, dir string, out *bytes.Buffer) (cmd *exec.Cmd, children []int) {
	t.Helper()
	cmd = exec.Command("pique", "score", dir, "--no-index", "--jobs", "2", "--format", "ndjson")
	cmd.Stdout = out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() }) // it has ended
	for range 2000 {
		if children = childrenOf(t, cmd.Process.Pid); len(children) == 2 {
			return cmd, children
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatalf("children: got %v, want two", children)
	return nil, nil
}

// childrenOf lists the children of a process that read files.
func childrenOf(t *testing.T, pid int) []int {
	t.Helper()
	lists, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	if err != nil {
		t.Fatal(err)
	}
	var out []int
	for _, l := range lists {
		b, err := os.ReadFile(l)
		if err != nil {
			continue // a thread that has ended
		}
		for _, f := range strings.Fields(string(b)) {
			n, err := strconv.Atoi(f)
			if err != nil {
				t.Fatal(err)
			}
			if args, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", n)); err == nil && bytes.Contains(args, []byte(readerCommand)) {
				out = append(out, n)
			}
		}
	}
	return out
}

// gone waits until processes have ended.
func gone(t *testing.T, pids []int) {
	t.Helper()
	for range 400 {
		left := 0
		for _, p := range pids {
			b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p))
			if err == nil && !bytes.Contains(b, []byte(") Z ")) { // a zombie has ended, and waits for whoever adopted it
				left++
			}
		}
		if left == 0 {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Errorf("processes %v: some are left after two seconds", pids)
}

// TestChildKilled: a child that is killed costs the file that it reads at
// most.
func TestChildKilled(t *testing.T) {
	const files = 60
	var out bytes.Buffer
	cmd, children := scoring(t, pileOf(t, files), &out)
	for _, c := range children {
		if err := syscall.Kill(c, syscall.SIGKILL); err != nil {
			t.Errorf("kill %d: %v", c, err)
		}
	}
	err := cmd.Wait()
	ok, crashed := strings.Count(out.String(), `"status":"ok"`), strings.Count(out.String(), `"reason":"crashed`)
	if ok+crashed != files || crashed > len(children) {
		t.Errorf("got %d files read and %d crashed (%v), want %d in all and at most %d crashed\n%s",
			ok, crashed, err, files, len(children), out.String())
	}
}

// TestInterruptedScore: an interrupt leaves no process behind.
func TestInterruptedScore(t *testing.T) {
	var out bytes.Buffer
	cmd, children := scoring(t, pileOf(t, 1500), &out)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err := cmd.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted {
		t.Errorf("exit: got %v, want status %d", err, exitInterrupted)
	}
	gone(t, children)
}

// TestParentKilled: children end with their parent, however it ends, and in
// the middle of a file.
func TestParentKilled(t *testing.T) {
	var out bytes.Buffer
	cmd, children := scoring(t, pileOf(t, 1500), &out)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed
	gone(t, children)
}
