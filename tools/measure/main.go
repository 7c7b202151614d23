// Measure prints, as Markdown, how well and how fast pique reads:
//
//	go run ./tools/measure [-only words,lines,corpus,odd,hidden,speed] [-data ../shared]
//
// It runs in the root of the module. It builds the program into a temporary
// folder and reads every file by it, as a user does, so that what it measures
// is the whole: both engines, child processes and limits. What is absent (the
// data, pdftotext, mutool) is left out with a line that says so.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// sections are the parts of the report, in order.
var sections = []struct {
	name string
	run  func(context.Context, *measure) error
}{
	{"words", knownWords}, {"lines", knownLines}, {"corpus", corpus}, {"odd", odd}, {"hidden", hidden}, {"speed", speed},
}

// measure is what the sections share.
type measure struct {
	out    io.Writer
	pique  string // the program that was built
	data   string // folder of the shared data
	jobs   int
	rounds int
}

func (m *measure) printf(format string, args ...any) { fmt.Fprintf(m.out, format, args...) }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "measure: error:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	m := &measure{out: out}
	var names []string
	for _, s := range sections {
		names = append(names, s.name)
	}
	f := flag.NewFlagSet("measure", flag.ContinueOnError)
	only := f.String("only", "", "print these `sections` alone, by commas: "+strings.Join(names, ", "))
	f.StringVar(&m.data, "data", "../shared", "`folder` with corpus/resumes, corpus/odd and corpus/synth")
	f.IntVar(&m.jobs, "jobs", 2, "processes for pique and for its peers")
	f.IntVar(&m.rounds, "rounds", 7, "rounds of the speed section")
	if err := f.Parse(args); err != nil {
		return err
	}
	wanted := strings.FieldsFunc(*only, func(r rune) bool { return r == ',' || r == ' ' })
	for _, w := range wanted {
		if !slices.Contains(names, w) {
			return fmt.Errorf("no section %q (one of %s was expected)", w, strings.Join(names, ", "))
		}
	}
	if m.jobs < 1 || m.rounds < 1 {
		return fmt.Errorf("-jobs and -rounds are 1 or more")
	}
	if _, err := os.Stat("cmd/pique"); err != nil {
		return fmt.Errorf("run it in the root of the module: %w", err)
	}
	dir, err := os.MkdirTemp("", "measure")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // temporary
	if err := m.build(ctx, dir); err != nil {
		return err
	}
	m.head(ctx)
	for _, s := range sections {
		if len(wanted) > 0 && !slices.Contains(wanted, s.name) {
			continue
		}
		if err := s.run(ctx, m); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}

// build makes the program in dir.
func (m *measure) build(ctx context.Context, dir string) error {
	m.pique = filepath.Join(dir, "pique")
	if runtime.GOOS == "windows" {
		m.pique += ".exe"
	}
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", m.pique, "./cmd/pique").CombinedOutput(); err != nil {
		return fmt.Errorf("build pique: %w\n%s", err, out)
	}
	return nil
}

// head prints what the figures were taken of and on.
func (m *measure) head(ctx context.Context) {
	commit := "no git"
	if out, err := exec.CommandContext(ctx, "git", "rev-parse", "--short", "HEAD").Output(); err == nil {
		commit = strings.TrimSpace(string(out))
		if out, err := exec.CommandContext(ctx, "git", "status", "--porcelain").Output(); err == nil && len(out) > 0 {
			commit += " with changes"
		}
	}
	m.printf("# How well and how fast pique reads\n\n%s, commit %s, %s, %s/%s, %d x %s\n\n",
		time.Now().Format("2006-01-02"), commit, runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), processor())
	m.printf("`go run ./tools/measure %s`\n\n", strings.Join(os.Args[1:], " "))
	for _, p := range peers() {
		if p.missing() {
			m.printf("Without %s: not installed.\n\n", p.name)
		}
	}
}

// processor is the name of the processor, where the system tells it.
func processor() string {
	data, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "processor"
	}
	for line := range strings.Lines(string(data)) {
		if name, ok := strings.CutPrefix(line, "model name"); ok {
			return strings.TrimSpace(strings.TrimLeft(name, "\t :"))
		}
	}
	return "processor"
}

// absent says that a section has nothing to measure.
func (m *measure) absent(title, what string) error {
	m.printf("## %s\n\nLeft out: %s.\n\n", title, what)
	return nil
}
