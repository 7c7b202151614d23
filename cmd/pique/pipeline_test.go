package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/extract"
	"pique/index"
	"pique/rubric"
	"pique/rubrics"
)

// memory is a store that notes what it is given.
type memory struct {
	put  []string
	fail error
}

func (m *memory) Kept(string, string, int) (rubric.Candidate, bool) { return rubric.Candidate{}, false }
func (m *memory) Seen(string, index.Place) error                    { return nil }
func (m *memory) Put(r index.Record) error {
	m.put = append(m.put, r.Candidate.File)
	return m.fail
}

// sources writes n files that cannot be read, each with bytes of its own.
func sources(t *testing.T, n int) []extract.Source {
	t.Helper()
	dir := t.TempDir()
	var out []extract.Source
	for i := range n {
		file := fmt.Sprintf("%02d.pdf", i)
		path := filepath.Join(dir, file)
		if err := os.WriteFile(path, fmt.Appendf(nil, "no PDF %d", i), 0o600); err != nil {
			t.Fatal(err)
		}
		out = append(out, extract.Source{Root: dir, Path: path, File: file})
	}
	return out
}

func essay(t *testing.T) *rubric.Rubric {
	t.Helper()
	r, err := rubrics.Get(rubrics.Default)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestPipelineOrder: the store gets the files in their order at any number
// of jobs.
func TestPipelineOrder(t *testing.T) {
	src := sources(t, 20)
	var want []string
	for _, s := range src {
		want = append(want, s.File)
	}
	for _, jobs := range []int{1, 3, 16} {
		var m memory
		p := pipeline{rubric: essay(t), store: &m, jobs: jobs}
		readings, err := p.run(t.Context(), src)
		if err != nil {
			t.Fatalf("%d jobs: %v", jobs, err)
		}
		if diff := cmp.Diff(want, m.put); diff != "" {
			t.Errorf("%d jobs, order of the store (-want +got):\n%s", jobs, diff)
		}
		if got := tallyOf(readings); got.files != 20 || got.unreadable != 20 {
			t.Errorf("%d jobs: got %+v, want 20 files, none of them read", jobs, got)
		}
	}
}

// TestPipelineInterrupted: what was done is kept, and nothing more is begun.
func TestPipelineInterrupted(t *testing.T) {
	src := sources(t, 50)
	ctx, cancel := context.WithCancel(t.Context())
	var m memory
	p := pipeline{rubric: essay(t), store: &m, jobs: 2}
	p.progress = func(done, total int) {
		if total != 50 {
			t.Errorf("total: got %d, want 50", total)
		}
		if done == 5 {
			cancel()
		}
	}
	readings, err := p.run(ctx, src)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error: got %v, want %v", err, context.Canceled)
	}
	done := tallyOf(readings).files
	if done < 5 || done > 10 {
		t.Errorf("files done: got %d, want about 5", done)
	}
	if len(m.put) != done {
		t.Errorf("files kept: got %d, want the %d that were done", len(m.put), done)
	}
}

// TestPipelineStoreFails: the run ends with the error of the store.
func TestPipelineStoreFails(t *testing.T) {
	full := errors.New("no space left")
	p := pipeline{rubric: essay(t), store: &memory{fail: full}, jobs: 2}
	if _, err := p.run(t.Context(), sources(t, 50)); !errors.Is(err, full) {
		t.Errorf("error: got %v, want %v", err, full)
	}
}
