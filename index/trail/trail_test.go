package trail

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var (
	robin = Person{SHA256: strings.Repeat("a1", 32), File: "robin.pdf", Name: "Robin Example"}
	kim   = Person{SHA256: strings.Repeat("b2", 32), File: "kim.pdf", Name: "Kim Beispiel"}
)

func rating(p Person, question, by string, n int) Entry {
	return Entry{What: Rating, By: by, Person: p, Question: question, Signal: strings.TrimSuffix(question, "-1"), Rating: n, Note: "said: a < b & c"}
}

// begun is a trail with three entries.
func begun(t *testing.T) *Trail {
	t.Helper()
	tr := Beside(filepath.Join(t.TempDir(), ".pique"))
	tr.Now = func() time.Time { return time.Date(2026, 11, 25, 9, 0, 0, 5, time.UTC) }
	for _, e := range []Entry{rating(robin, "faster-1", "Ana", 4), rating(kim, "faster-1", "Ana", 2), {What: Decision, By: "Ana", Person: robin, Choice: Next, Why: "knows her baseline"}} {
		if _, err := tr.Append(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	return tr
}

func contents(t *testing.T, tr *Trail) string {
	t.Helper()
	data, err := os.ReadFile(tr.Path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func put(t *testing.T, tr *Trail, s string) {
	t.Helper()
	if err := os.WriteFile(tr.Path, []byte(s), 0o600); err != nil {
		t.Fatal(err)
	}
}

func whole(t *testing.T, tr *Trail) *Log {
	t.Helper()
	log, err := tr.Read()
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return log
}

func TestAppendAndRead(t *testing.T) {
	tr := begun(t)
	if filepath.Base(tr.Path) != ".pique-trail.jsonl" {
		t.Errorf("the trail is %s, want it beside the folder of the index", tr.Path)
	}
	log := whole(t, tr)
	if len(log.Entries) != 3 || log.Torn != "" || log.Head != log.Entries[2].Hash || log.Entries[2].Number != 3 {
		t.Fatalf("got %+v", log)
	}
	want := rating(robin, "faster-1", "Ana", 4)
	want.Time, want.Number, want.Hash = time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC), 1, log.Entries[0].Hash
	if diff := cmp.Diff(want, log.Entries[0]); diff != "" {
		t.Errorf("first entry (-want +got):\n%s", diff)
	}
	if !log.Has(log.Entries[0].Hash[:8]) || log.Has("") || log.Has("zz") {
		t.Error("Has does not tell the hashes that are there")
	}
	none := Trail{Path: filepath.Join(t.TempDir(), "none.jsonl")}
	if log := whole(t, &none); len(log.Entries) != 0 {
		t.Errorf("a trail that is not there has %d entries", len(log.Entries))
	}
}

func TestReadFindsEveryChange(t *testing.T) {
	tr := begun(t)
	was := contents(t, tr)
	lines := strings.SplitAfter(was, "\n")
	for name, c := range map[string]struct {
		data string
		want string // place and part of the message
	}{
		"rating":         {strings.Replace(was, `"rating":4`, `"rating":5`, 1), ":1: its content is not that which was written"},
		"name":           {strings.Replace(was, "Kim", "Tim", 1), ":2: its content is not"},
		"left out":       {lines[0] + lines[2], ":2: number 2 was expected, got 3"},
		"first left out": {lines[1] + lines[2], ":1: number 1 was expected, got 2"},
		"moved":          {lines[1] + lines[0] + lines[2], ":1: number 1 was expected, got 2"},
		"twice":          {lines[0] + lines[0] + lines[1] + lines[2], ":2: number 2 was expected, got 1"},
		"no record":      {lines[0] + "{}\n" + lines[2], ":2: number 2 was expected, got 0"},
		"no JSON":        {lines[0] + "hello\n" + lines[2], ":2: this is no line of a trail"},
		"emptied":        {strings.Replace(was, `"rating":4`, `"rating":4,"x":1`, 1), ":1: its content is not"},
		"digest too":     {strings.Replace(was, `"digest":"`, `"digest":"0`, 1), ":1: its hash is not that of its content"},
	} {
		put(t, tr, c.data)
		_, err := tr.Read()
		var broken *Broken
		if !errors.As(err, &broken) || !strings.Contains(err.Error(), tr.Path+c.want) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
		if _, err := tr.Append(t.Context(), rating(robin, "x-1", "Ana", 1)); !errors.As(err, &broken) {
			t.Errorf("%s: appending: got %v, want it refused", name, err)
		}
		if contents(t, tr) != c.data {
			t.Errorf("%s: the file was written to", name)
		}
	}
	// Every single byte of a line matters, but for its end.
	for i := range lines[1][:len(lines[1])-1] {
		b := []byte(was)
		b[len(lines[0])+i] ^= 1
		put(t, tr, string(b))
		if _, err := tr.Read(); err == nil {
			t.Fatalf("byte %d of line 2 was changed from %q, and nothing is told", i, lines[1][i])
		}
	}
}

func TestTornLineIsToldAndKept(t *testing.T) {
	tr := begun(t)
	was := contents(t, tr)
	at := strings.LastIndex(strings.TrimSuffix(was, "\n"), "\n") + 1
	for cut := at + 1; cut < len(was)-1; cut += 7 {
		put(t, tr, was[:cut])
		log := whole(t, tr)
		if log.Torn != was[at:cut] || len(log.Entries) != 2 {
			t.Fatalf("cut at %d: torn is %q, %d entries", cut, log.Torn, len(log.Entries))
		}
		if _, err := tr.Append(t.Context(), rating(kim, "smaller-1", "Ben", 3)); err != nil {
			t.Fatal(err)
		}
		log = whole(t, tr)
		if len(log.Entries) != 4 || log.Torn != "" || log.Entries[2].What != Mended || log.Entries[2].Text != was[at:cut] || log.Entries[3].By != "Ben" {
			t.Fatalf("cut at %d: after mending: %+v", cut, log)
		}
	}
	// Of a whole line only the line end is missing.
	put(t, tr, strings.TrimSuffix(was, "\n"))
	if log := whole(t, tr); len(log.Entries) != 3 || log.Torn != "" {
		t.Errorf("without line end: got %+v", log)
	}
	if _, err := tr.Append(t.Context(), rating(kim, "smaller-1", "Ben", 3)); err != nil {
		t.Fatal(err)
	}
	if log := whole(t, tr); len(log.Entries) != 4 || log.Torn != "" {
		t.Errorf("after the line end was put: got %+v", log)
	}
}

func TestRedact(t *testing.T) {
	tr := begun(t)
	heads := whole(t, tr)
	n, err := tr.Redact(t.Context(), "forget", func(p Person) bool { return p.Is(robin) })
	if err != nil || n != 2 {
		t.Fatalf("got %d, %v; want 2 lines erased", n, err)
	}
	data := contents(t, tr)
	for _, s := range []string{"Robin", "robin", robin.SHA256, "baseline"} {
		if strings.Contains(data, s) {
			t.Errorf("the trail still has %q", s)
		}
	}
	log := whole(t, tr)
	if len(log.Entries) != 4 || !log.Entries[0].Erased || log.Entries[1].Person != kim || !log.Entries[2].Erased || log.Entries[3].What != Erasure || !cmp.Equal(log.Entries[3].Lines, []int{1, 3}) {
		t.Errorf("got %+v", log.Entries)
	}
	for i, e := range heads.Entries {
		if log.Entries[i].Hash != e.Hash {
			t.Errorf("line %d has another hash than before", i+1)
		}
	}
	if n, err := tr.Redact(t.Context(), "forget", func(p Person) bool { return p.Is(robin) }); n != 0 || err != nil || contents(t, tr) != data {
		t.Errorf("again: got %d, %v; want nothing changed", n, err)
	}
	put(t, tr, data+`{"n":5,"before":"x","body":{"person":{"name":"Kim Bei`)
	if n, err := tr.Redact(t.Context(), "forget", func(p Person) bool { return p.Is(kim) }); n != 2 || err != nil || strings.Contains(contents(t, tr), "Kim") {
		t.Errorf("torn line: got %d, %v, and %s", n, err, contents(t, tr))
	}
	whole(t, tr)
}

func TestErasedContentCannotBeGuessed(t *testing.T) {
	a, b := begun(t), begun(t)
	if x, y := whole(t, a).Head, whole(t, b).Head; x == y {
		t.Error("the same entries have the same hashes, so that what was erased can be tried out")
	}
}

func TestManyWriters(t *testing.T) {
	tr := begun(t)
	var wg sync.WaitGroup
	for w := range 8 {
		wg.Go(func() {
			other := Trail{Path: tr.Path, Wait: time.Minute}
			for i := range 5 {
				if _, err := other.Append(context.Background(), rating(robin, fmt.Sprintf("q%d-1", i), fmt.Sprint(w), 3)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if log := whole(t, tr); len(log.Entries) != 3+8*5 {
		t.Errorf("got %d entries, want %d", len(log.Entries), 3+8*5)
	}
}

func TestLocked(t *testing.T) {
	tr := begun(t)
	unlock, err := tr.lock(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	other := Trail{Path: tr.Path, Wait: 20 * time.Millisecond}
	if _, err := other.Append(t.Context(), rating(robin, "x-1", "Ana", 1)); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v, want ErrLocked", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := tr.Append(ctx, rating(robin, "x-1", "Ana", 1)); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: got %v", err)
	}
	unlock()
	if _, err := tr.Append(t.Context(), rating(robin, "x-1", "Ana", 1)); err != nil { // after the one that gave up
		t.Error(err)
	}
}

func FuzzParse(f *testing.F) {
	tr := Trail{Path: filepath.Join(f.TempDir(), "t.jsonl")}
	if _, err := tr.Append(f.Context(), rating(robin, "faster-1", "Ana", 4), rating(kim, "faster-1", "Ben", 2)); err != nil {
		f.Fatal(err)
	}
	data, err := os.ReadFile(tr.Path)
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"", "\n", "{}", "{\"n\":1}\n", string(data), string(data[:len(data)/2]), strings.ToUpper(string(data))} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c := parse("t", data)
		if len(c.faults) == 0 && c.ended && c.log.Torn == "" && string(c.bytes()) != string(data) {
			t.Errorf("%q is written as %q", data, c.bytes())
		}
	})
}
