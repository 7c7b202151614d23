package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// speed compares how long the corpus of resumes takes with how long
// pdftotext takes by as many processes, in turns, so that what else the
// machine does falls on both.
func speed(ctx context.Context, m *measure) error {
	const title = "Speed"
	folder := filepath.Join(m.data, "corpus", "resumes")
	files := pdfs(folder)
	if len(files) == 0 {
		return m.absent(title, "no corpus/resumes")
	}
	_, noXargs := exec.LookPath("xargs")
	alone := noXargs != nil || peers()[0].missing()
	var ours, theirs []float64
	for range m.rounds {
		d, err := timed(m.scoring(ctx, folder))
		if err != nil {
			return err
		}
		ours = append(ours, d)
		if alone {
			continue
		}
		if d, err = timed(m.peer(ctx, files)); err != nil {
			return err
		}
		theirs = append(theirs, d)
	}
	m.printf("## %s\n\n`pique score --no-index --jobs %d` over corpus/resumes (%d files) and `xargs -P %d pdftotext` over the same, %d rounds in turns.\n\n",
		title, m.jobs, len(files), m.jobs, m.rounds)
	t := table{head: []string{"wall, seconds", "best", "median", "all"}}
	row := func(name string, all []float64) {
		t.add(name, fmt.Sprintf("%.3f", slices.Min(all)), fmt.Sprintf("%.3f", median(all)), each("%.2f", all))
	}
	row("pique", ours)
	if len(theirs) > 0 {
		row("pdftotext", theirs)
		var ratios []float64
		for i := range ours {
			ratios = append(ratios, theirs[i]/ours[i])
		}
		t.add("pdftotext by pique", fmt.Sprintf("**%.2f**", slices.Min(theirs)/slices.Min(ours)), fmt.Sprintf("**%.2f**", median(theirs)/median(ours)), each("%.2f", ratios))
	}
	m.table(t, "")
	cmd := m.scoring(ctx, folder) // by itself: to look at memory takes time
	if err := cmd.Start(); err != nil {
		return err
	}
	w := watchTree(cmd.Process.Pid, 5*time.Millisecond)
	err := cmd.Wait()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return err
	}
	m.printf("Memory of parent and children together: %s.\n\n", w.stop())
	return nil
}

// scoring is the command that is measured. Its exit status tells that a file
// could not be read, which is no fault here.
func (m *measure) scoring(ctx context.Context, folder string) *exec.Cmd {
	return exec.CommandContext(ctx, m.pique, "score", "--no-index", "--jobs", fmt.Sprint(m.jobs), folder)
}

// peer reads files by pdftotext, a process each, jobs at a time.
func (m *measure) peer(ctx context.Context, files []string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "xargs", "-0", "-P", fmt.Sprint(m.jobs), "-I{}", "pdftotext", "-q", "{}", os.DevNull)
	cmd.Stdin = bytes.NewReader([]byte(strings.Join(files, "\x00") + "\x00"))
	return cmd
}

// timed runs a command and returns how long it took, in seconds.
func timed(cmd *exec.Cmd) (float64, error) {
	began := time.Now()
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return 0, fmt.Errorf("run %s: %w", cmd.Args[0], err)
	}
	return time.Since(began).Seconds(), nil
}

func median(values []float64) float64 {
	s := slices.Sorted(slices.Values(values))
	n := len(s)
	if n%2 == 1 {
		return s[n/2]
	}
	return (s[n/2-1] + s[n/2]) / 2
}

func each(format string, values []float64) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = fmt.Sprintf(format, v)
	}
	return strings.Join(out, " ")
}
