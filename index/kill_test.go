package index_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"pique/index"
)

// envKills sets how many writers TestKilledAtRandom kills.
const envKills = "PIQUE_KILLS"

// churn puts and erases candidates without end, from a number on, and says
// what is safe and what is about to go and has gone.
func churn(x *index.Index, from int) error {
	inv := newInventor(17)
	for n := from; ; n++ {
		if err := x.Put(inv.record(n, 12)); err != nil {
			return err
		}
		switch {
		case n%7 == 6:
			if _, err := x.Count(); err != nil { // writes what is pending
				return err
			}
			fmt.Println("safe", n)
		case n%11 == 10:
			fmt.Println("going", n-8)
			if _, err := x.Erase(context.Background(), inv.record(n-8, 0).Candidate.SHA256); err != nil {
				return err
			}
			fmt.Println("gone", n-8)
			fmt.Println("safe", n)
		}
	}
}

// TestKilledAtRandom kills writers at random moments while they index and
// erase: nothing that was safe is lost, nothing that had gone is back, and no
// index has to be made anew.
func TestKilledAtRandom(t *testing.T) {
	kills := 12
	if n, err := strconv.Atoi(os.Getenv(envKills)); err == nil {
		kills = n
	} else if testing.Short() {
		kills = 4
	}
	dir := t.TempDir()
	rng := rand.New(rand.NewPCG(99, 1))
	from, gone, doubt := 0, map[int]bool{}, map[int]bool{}
	lost, unusable := 0, 0
	for round := range kills {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), envChild+"=churning", envDir+"="+dir, envFrom+"="+strconv.Itoa(from))
		stdout, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		kill := time.AfterFunc(time.Duration(20+rng.IntN(400))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		for lines := bufio.NewScanner(stdout); lines.Scan(); {
			what, number, _ := strings.Cut(lines.Text(), " ")
			n, err := strconv.Atoi(number)
			switch {
			case what == "error":
				t.Fatalf("round %d: %s", round, lines.Text())
			case err != nil: // "open"
			case what == "safe":
				from = n + 1
			case what == "going":
				doubt[n] = true
			case what == "gone":
				delete(doubt, n)
				gone[n] = true
			}
		}
		_ = cmd.Wait()
		kill.Stop()
		x, err := index.Open(t.Context(), dir, index.Options{ReadOnly: true})
		if err != nil {
			if from > 0 {
				unusable++
				t.Errorf("round %d: %v", round, err)
			}
			continue
		}
		inv := newInventor(17)
		for n := range from {
			_, kept := x.Kept(inv.record(n, 0).Candidate.SHA256, "r1", 1)
			if !kept && !gone[n] && !doubt[n] {
				lost++
				t.Errorf("round %d: record %d, which was safe, is lost", round, n)
			}
			if kept && gone[n] {
				t.Errorf("round %d: record %d, which was erased, is back", round, n)
			}
		}
		if err := x.Close(); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			break
		}
	}
	x := open(t, dir, index.Options{})
	if x.Rebuilt() != nil {
		t.Errorf("made anew: %v", x.Rebuilt())
	}
	t.Logf("%d kills, %d records, %d erased: %d lost, %d times unusable", kills, from, len(gone), lost, unusable)
}

// TestReadersWhileWriting opens the index again and again while another
// process writes and merges: each time it is whole, and never an older one.
func TestReadersWhileWriting(t *testing.T) {
	dir := t.TempDir()
	cmd, out, _ := start(t, "writing", dir)
	defer func() { _ = cmd.Process.Kill() }()
	for out.Scan() && !strings.HasPrefix(out.Text(), "safe") {
	}
	go func() {
		for out.Scan() { // so that it does not wait for us
		}
	}()
	before := 0
	for round := range 40 {
		x, err := index.Open(t.Context(), dir, index.Options{ReadOnly: true})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		n, err := x.Count()
		if err != nil || n < before || n%25 != 0 {
			t.Errorf("round %d: %d candidates after %d, error %v; want whole batches of 25 and no fewer", round, n, before, err)
		}
		if a := search(t, x, "signal:faster", index.SearchOptions{Limit: 3}); len(a.Hits) != 3 {
			t.Errorf("round %d: %d hits, want 3", round, len(a.Hits))
		}
		before = n
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	}
}
