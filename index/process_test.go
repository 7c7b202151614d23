package index_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"pique/index"
)

// The test binary runs itself as another process that uses an index.
const (
	envChild = "PIQUE_INDEX_TEST_CHILD" // what it does
	envDir   = "PIQUE_INDEX_TEST_DIR"
	envFrom  = "PIQUE_INDEX_TEST_FROM" // number of the first record
)

func TestMain(m *testing.M) {
	if what := os.Getenv(envChild); what != "" {
		if err := child(what, os.Getenv(envDir)); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child opens the index, says so, and holds it until its input ends; or it
// writes without end and says of each record that it is safe.
func child(what, dir string) error {
	x, err := index.Open(context.Background(), dir, index.Options{ReadOnly: what == "reader"})
	if err != nil {
		return err
	}
	fmt.Println("open")
	switch what {
	case "churning":
		from, err := strconv.Atoi(os.Getenv(envFrom))
		if err != nil {
			return err
		}
		return churn(x, from)
	case "writing":
		inv := newInventor(13)
		for n := 0; ; n++ {
			if err := x.Put(inv.record(n, 30)); err != nil {
				return err
			}
			if n%25 == 24 {
				if _, err := x.Count(); err != nil { // writes what is pending
					return err
				}
				fmt.Println("safe", n)
			}
		}
	}
	_, err = io.Copy(io.Discard, os.Stdin)
	return errors.Join(err, x.Close())
}

// start runs a child and returns its output after it has opened the index.
func start(t *testing.T, what, dir string) (cmd *exec.Cmd, out *bufio.Scanner, end func()) {
	t.Helper()
	cmd = exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), envChild+"="+what, envDir+"="+dir)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := false
	end = func() {
		if !ended {
			ended = true
			_ = in.Close()
			_ = cmd.Wait()
		}
	}
	t.Cleanup(end)
	out = bufio.NewScanner(stdout)
	if !out.Scan() || out.Text() != "open" {
		t.Fatalf("%s: %q", what, out.Text())
	}
	return cmd, out, end
}

func TestLock(t *testing.T) {
	for _, c := range []struct {
		theirs   string
		readOnly bool
		want     error
	}{
		{"writer", false, index.ErrLocked},
		{"writer", true, nil},
		{"reader", false, nil},
		{"reader", true, nil},
	} {
		t.Run(fmt.Sprintf("%s, read only %v", c.theirs, c.readOnly), func(t *testing.T) {
			dir := t.TempDir()
			x := open(t, dir, index.Options{})
			put(t, x, newInventor(14).record(1, 3))
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
			_, _, end := start(t, c.theirs, dir)
			began := time.Now()
			got, err := index.Open(context.Background(), dir, index.Options{ReadOnly: c.readOnly, Wait: time.Second})
			if !errors.Is(err, c.want) {
				t.Fatalf("open: %v, want %v", err, c.want)
			}
			// A second and no more on an idle machine; a wait that does not
			// end on any.
			if took := time.Since(began); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
			if err == nil {
				if err := got.Close(); err != nil {
					t.Error(err)
				}
				return
			}
			end()
			if n, err := open(t, dir, index.Options{ReadOnly: c.readOnly}).Count(); n != 1 || err != nil {
				t.Errorf("after they ended: %d, error %v; want 1", n, err)
			}
		})
	}
}

// TestKilled kills a writer at several moments: what it had said to be safe
// is there, and the next one needs no rebuilding.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	for round := range 6 {
		cmd, out, _ := start(t, "writing", dir)
		safe := -1
		for range round % 3 {
			if !out.Scan() {
				t.Fatal("the writer ended")
			}
			if strings.HasPrefix(out.Text(), "error") {
				t.Fatal(out.Text())
			}
			if n, err := strconv.Atoi(strings.TrimPrefix(out.Text(), "safe ")); err == nil {
				safe = n
			}
		}
		time.Sleep(time.Duration(round*7) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		reader := open(t, dir, index.Options{ReadOnly: true})
		inv := newInventor(13)
		for n := 0; n <= safe; n++ {
			if _, ok := reader.Kept(inv.record(n, 30).Candidate.SHA256, "r1", 1); !ok {
				t.Fatalf("round %d: record %d of %d safe ones is lost", round, n, safe)
			}
		}
		if err := reader.Close(); err != nil {
			t.Fatal(err)
		}
		x := open(t, dir, index.Options{})
		if x.Rebuilt() != nil {
			t.Fatalf("round %d: %v", round, x.Rebuilt())
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestKilledInTheMaking kills writers while they make the index.
func TestKilledInTheMaking(t *testing.T) {
	for round := range 8 {
		dir := filepath.Join(t.TempDir(), "i")
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), envChild+"=writing", envDir+"="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(round*5) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if r, err := index.Open(context.Background(), dir, index.Options{ReadOnly: true}); err == nil {
			if err := r.Close(); err != nil {
				t.Error(err)
			}
		} else if !errors.Is(err, index.ErrNone) {
			t.Errorf("round %d: a reader gets %v", round, err)
		}
		x := open(t, dir, index.Options{})
		if x.Rebuilt() != nil {
			t.Errorf("round %d: %v", round, x.Rebuilt())
		}
		put(t, x, newInventor(1).record(1, 1))
		if err := x.Close(); err != nil {
			t.Error(err)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, "new-*")); len(left) > 0 {
			t.Errorf("round %d: left behind: %v", round, left)
		}
	}
}
