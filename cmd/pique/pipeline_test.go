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
func (m *memory) Stamped(index.Place, index.Stamp) string           { return "" }
func (m *memory) Stamp(index.Place, index.Stamp, string) error      { return nil }
func (m *memory) Put(r index.Record) error {
	m.put = append(m.put, r.Candidate.File)
	return m.fail
}

// here reads files in this process.
type here struct{ broken error }

func (here) Read(ctx context.Context, path string) extract.Document {
	return extract.Read(ctx, path, extract.Options{})
}
func (here) Hash(context.Context, string) string { return "" }
func (h here) Err() error                        { return h.broken }

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
		p := pipeline{rubric: essay(t), reader: here{}, store: &m, jobs: jobs}
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
	p := pipeline{rubric: essay(t), reader: here{}, store: &m, jobs: 2}
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
	p := pipeline{rubric: essay(t), reader: here{}, store: &memory{fail: full}, jobs: 2}
	if _, err := p.run(t.Context(), sources(t, 50)); !errors.Is(err, full) {
		t.Errorf("error: got %v, want %v", err, full)
	}
}

// TestPipelineReaderFails: where nothing can be read, the run ends and says
// why, rather than with a row for each file.
func TestPipelineReaderFails(t *testing.T) {
	none := errors.New("no processes left")
	p := pipeline{rubric: essay(t), reader: here{none}, jobs: 2}
	if _, err := p.run(t.Context(), sources(t, 50)); !errors.Is(err, none) {
		t.Errorf("error: got %v, want %v", err, none)
	}
}

// TestEditionOf: a reading is kept for the runs that would read the same.
func TestEditionOf(t *testing.T) {
	pages := []extract.Page{{Number: 1}, {Number: 2, Images: 1}}
	var written extract.Document
	written.Lines = make([]extract.Line, 2)
	written.Lines[0].Page, written.Lines[1].Page = 1, 2
	for _, c := range []struct {
		name       string
		d          extract.Document
		plain, ocr int // editions without and with --ocr
	}{
		{"text", extract.Document{Status: extract.OK}, editionAny, editionAny},
		{"a photo beside text", extract.Document{Status: extract.OK, Pages: pages, Outline: written.Outline}, editionAny, editionAny},
		{"a page of pictures", extract.Document{Status: extract.OK, Pages: pages}, editionPlain, editionNone},
		{"a picture that was read", extract.Document{Status: extract.OK, OCR: true, Pages: pages, Outline: written.Outline}, editionOCR, editionOCR},
		{"damaged", extract.Document{Status: extract.Unreadable, Reason: "damaged: no pages"}, editionAny, editionAny},
		{"timed out", extract.Document{Status: extract.Unreadable, Reason: "timed out after 10 s"}, editionNone, editionNone},
		{"out of memory", extract.Document{Status: extract.Unreadable, Reason: "out of memory (over 512 MB)"}, editionNone, editionNone},
		{"crashed", extract.Document{Status: extract.Unreadable, Reason: "crashed: stack overflow"}, editionNone, editionNone},
	} {
		if plain, ocr := editionOf(&c.d, false), editionOf(&c.d, true); plain != c.plain || ocr != c.ocr {
			t.Errorf("%s: got %d, with --ocr %d, want %d and %d", c.name, plain, ocr, c.plain, c.ocr)
		}
	}
}
