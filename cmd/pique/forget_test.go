package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pique/extract"
	"pique/index"
	"pique/index/trail"
)

// TestForgetRatings: with a person, what interviewers said of them goes, and
// nothing else.
func TestForgetRatings(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), ".index")
	r := essay(t)
	x, err := index.Open(ctx, dir, index.Options{Join: r.Join, Digest: r.Digest()})
	if err != nil {
		t.Fatal(err)
	}
	sources, err := extract.Walk([]string{"../../testdata/resumes/kim-seojun.pdf", "../../testdata/resumes/wrobel-mateusz.pdf"})
	if err != nil {
		t.Fatal(err)
	}
	p := pipeline{rubric: r, reader: here{}, store: x, jobs: 1}
	readings, err := p.run(ctx, sources)
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	ratings := trail.Beside(dir)
	for i, note := range []string{"knew his doorbell by heart", "lidar to the last bolt"} {
		c := readings[i].candidate
		if _, err := ratings.Append(ctx, trail.Entry{
			Time: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), What: trail.Rating, By: "Ann", Question: "faster-1", Rating: 4, Note: note,
			Person: trail.Person{SHA256: c.SHA256, File: c.File, Name: c.Name},
		}); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(text string) bool {
		found := false
		err := filepath.WalkDir(filepath.Dir(dir), func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			found = found || bytes.Contains(bytes.ToLower(data), []byte(text))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	theirs, others := []string{"doorbell by heart", "seo-jun", "seojun", "doorbel"}, []string{"lidar to the last bolt", "wrobel"}
	for _, s := range append(theirs, others...) {
		if !holds(s) {
			t.Fatalf("no file has %q before", s)
		}
	}
	s := &session{env: func(string) string { return "" }, now: time.Now, out: &stream{w: bufio.NewWriter(io.Discard)}, err: &stream{w: bufio.NewWriter(io.Discard)}}
	o := forgetOptions{index: indexOptions{dir: dir}}
	if err := runForget(ctx, s, o, "seo-jun kim"); err != nil {
		t.Fatal(err)
	}
	for _, text := range theirs {
		if holds(text) {
			t.Errorf("a file still has %q", text)
		}
	}
	for _, text := range others {
		if !holds(text) {
			t.Errorf("no file has %q any more", text)
		}
	}
	if _, err := ratings.Read(); err != nil {
		t.Errorf("the trail is broken: %v", err)
	}
}
