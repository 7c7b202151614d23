package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// candidate is what score says of a file, as far as it is looked at here.
type candidate struct {
	File    string
	Status  string
	Reason  string
	Score   float64
	Signals []shown
	Hidden  []passage
}

// shown is a signal of a candidate, without the places of its evidence.
type shown struct {
	ID       string
	Level    int
	Points   float64
	Evidence []struct {
		Quote, Section string
		Level          int
	}
}

// scored is a run of pique over many files.
type scored struct {
	rows   []candidate
	wall   time.Duration
	exit   int
	memory peak
}

// score runs "pique score --no-index" over paths.
func (m *measure) score(ctx context.Context, paths ...string) (scored, error) {
	args := append([]string{"score", "--no-index", "--split", "--format", "ndjson", "--jobs", fmt.Sprint(m.jobs)}, paths...)
	cmd := exec.CommandContext(ctx, m.pique, args...)
	var out bytes.Buffer
	cmd.Stdout = &out
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return scored{}, err
	}
	watch := watchTree(cmd.Process.Pid, 20*time.Millisecond)
	err := cmd.Wait()
	s := scored{wall: time.Since(began), memory: watch.stop()}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		s.exit = exit.ExitCode()
	} else if err != nil {
		return s, err
	}
	in := bufio.NewScanner(&out)
	in.Buffer(nil, 64<<20)
	for in.Scan() {
		var c candidate
		if err := json.Unmarshal(in.Bytes(), &c); err != nil {
			return s, fmt.Errorf("row %d of score: %w", len(s.rows)+1, err)
		}
		s.rows = append(s.rows, c)
	}
	return s, in.Err()
}

// figures are what differs between the reasons of one sort.
var figures = regexp.MustCompile(`[0-9]+|"[^"]*"|0x[0-9a-f]+`)

// counts sorts texts by how often they stand there, then by themselves.
func counts(texts []string) (out []string, n map[string]int) {
	n = map[string]int{}
	for _, t := range texts {
		if n[t]++; n[t] == 1 {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if n[a] != n[b] {
			return n[b] - n[a]
		}
		return strings.Compare(a, b)
	})
	return out, n
}

// odd reads what test suites of PDF programs and synthesizers are made of.
func odd(ctx context.Context, m *measure) error {
	const title = "Odd files"
	folders := []string{filepath.Join(m.data, "corpus", "odd"), filepath.Join(m.data, "corpus", "synth")}
	files, all := pdfs(folders...), 0
	for _, f := range folders {
		err := filepath.WalkDir(f, func(_ string, e fs.DirEntry, err error) error {
			if err == nil && e.Type().IsRegular() {
				all++
			}
			return err
		})
		if err != nil {
			return m.absent(title, "no corpus/odd or corpus/synth")
		}
	}
	s, err := m.score(ctx, folders...)
	if err != nil {
		return err
	}
	m.printf("## %s\n\n`pique score --no-index --format ndjson --jobs %d` over corpus/odd and corpus/synth: %d files, **%d rows**, %.1f s, exit status %d, %s.\n\n",
		title, m.jobs, all, len(s.rows), s.wall.Seconds(), s.exit, s.memory)
	var statuses, reasons []string
	for _, c := range s.rows {
		statuses = append(statuses, c.Status)
		if c.Status != "ok" {
			reasons = append(reasons, c.Status+": "+figures.ReplaceAllString(c.Reason, "…"))
		}
	}
	t := table{head: []string{"files", "status and reason, figures left out"}}
	names, n := counts(statuses)
	for _, s := range names {
		t.add(n[s], s)
	}
	names, n = counts(reasons)
	for _, r := range names {
		t.add(n[r], shortened(r, 160))
	}
	m.table(t, "No rows.")
	return m.oddWords(ctx, files)
}
