package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"strings"
	"sync"

	"pique/tools/measure/compare"
)

// reader is a program that makes text of a PDF file.
type reader struct {
	name string
	args []string // of the command; the file is put at "{}"
}

// peers are the programs that pique is compared with.
func peers() []reader {
	return []reader{
		{"pdftotext", []string{"pdftotext", "-q", "-enc", "UTF-8", "{}", "-"}},
		{"pdftotext -layout", []string{"pdftotext", "-q", "-layout", "-enc", "UTF-8", "{}", "-"}},
		{"mutool draw -F txt", []string{"mutool", "draw", "-q", "-F", "txt", "{}"}},
	}
}

func (r reader) missing() bool {
	_, err := exec.LookPath(r.args[0])
	return err != nil
}

// text returns what the program prints of a file; "" where it fails.
func (r reader) text(ctx context.Context, file string) string {
	args := make([]string, len(r.args))
	for i, a := range r.args {
		args[i] = strings.ReplaceAll(a, "{}", file)
	}
	out, err := exec.CommandContext(ctx, args[0], args[1:]...).Output()
	if err != nil && len(out) == 0 {
		return ""
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// document is what "pique text --format json" says of a file.
type document struct {
	Status string
	Reason string
	Lines  []struct{ Text, Kind, Marker string }
	Hidden []passage
}

// passage is a run of text that cannot be seen.
type passage struct {
	Text string
	Page int
	Why  string
}

// document reads a file by pique.
func (m *measure) document(ctx context.Context, file string) (document, error) {
	var d document
	out, err := exec.CommandContext(ctx, m.pique, "text", "--format", "json", file).Output()
	if len(out) == 0 {
		return d, fmt.Errorf("read %s: %w", file, err)
	}
	if err := json.Unmarshal(out, &d); err != nil {
		return d, fmt.Errorf("read %s: %w", file, err)
	}
	return d, nil
}

// lines returns the lines of a document without running heads and feet.
func (d document) lines() []string {
	var out []string
	for _, l := range d.Lines {
		if l.Kind != "running" {
			out = append(out, l.Text)
		}
	}
	return out
}

// words counts all words of a document, bullets and running lines with them.
func (d document) words() compare.Bag {
	var b strings.Builder
	for _, l := range d.Lines {
		b.WriteString(l.Marker + " " + l.Text + "\n")
	}
	return compare.BagOf(b.String())
}

// withHidden counts the words of a document and those of its hidden passages.
func (d document) withHidden() compare.Bag {
	b := d.words()
	for _, h := range d.Hidden {
		for w, n := range compare.BagOf(h.Text) {
			b[w] += n
		}
	}
	return b
}

// each calls do for the numbers from 0 to n-1, jobs at a time. It returns the
// first error by number.
func (m *measure) each(ctx context.Context, n int, do func(i int) error) error {
	errs := make([]error, n)
	next := make(chan int)
	var workers sync.WaitGroup
	for range m.jobs {
		workers.Go(func() {
			for i := range next {
				errs[i] = do(i)
			}
		})
	}
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
