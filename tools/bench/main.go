// Bench prints, as Markdown, how an index grows and how fast it answers:
//
//	go run ./tools/bench [-docs 1000,10000,100000] [-rounds 30] [-sqlite] [-keep DIR]
//
// The candidates are invented (package invent). Each size is indexed by a
// process of its own, so that memory and processor time are its own; what it
// costs to invent the candidates is measured apart and taken off. The
// questions of package load are then asked of the largest index and, with
// -sqlite, of a database of SQLite with FTS5 that has the same candidates: see
// sqlite.go, which the Go command builds for that.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"time"

	"pique/tools/bench/load"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "bench: error:", err)
		os.Exit(1)
	}
}

// bench is what a run was asked for.
type bench struct {
	docs   string
	rounds int
	sqlite bool
	keep   string
	phase  string // what this process does: nothing but the whole, or one of phases
	dir    string // of the phase
}

func run(ctx context.Context, args []string) error {
	var b bench
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.StringVar(&b.docs, "docs", "1000,10000", "how many candidates: one or more `numbers`, rising")
	f.IntVar(&b.rounds, "rounds", 30, "how often each question is asked")
	f.BoolVar(&b.sqlite, "sqlite", false, "ask SQLite the same")
	f.StringVar(&b.keep, "keep", "", "keep the indexes in `DIR`; those that are there are not made again")
	f.StringVar(&b.phase, "phase", "", "for the program itself")
	f.StringVar(&b.dir, "dir", "", "for the program itself")
	if err := f.Parse(args); err != nil {
		return err
	}
	var sizes []int
	for s := range strings.SplitSeq(b.docs, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 1 {
			return fmt.Errorf("-docs %s: want numbers of 1 or more", b.docs)
		}
		sizes = append(sizes, n)
	}
	if b.phase != "" {
		return runPhase(ctx, b, sizes[0])
	}
	dir := b.keep
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "bench"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	if err := b.growth(ctx, dir, sizes); err != nil {
		return err
	}
	return b.questions(ctx, dir, sizes[len(sizes)-1])
}

// growth indexes each size and prints what it cost.
func (b bench) growth(ctx context.Context, dir string, sizes []int) error {
	fmt.Printf("%s, %d processors, %s\n\n", runtime.GOARCH, runtime.NumCPU(), runtime.Version())
	fmt.Println("| candidates | processor time each | against the first | peak memory | of it files mapped, at most | bytes each | time |\n|---|---|---|---|---|---|---|")
	first := 0.0
	for _, n := range sizes {
		at := filepath.Join(dir, fmt.Sprint(n))
		if _, err := os.Stat(at); err == nil {
			fmt.Printf("| %d | made before | | | | %d | |\n", n, sizeOf(at)/int64(n))
			continue
		}
		base, err := b.child(ctx, "invent", at, n)
		if err != nil {
			return err
		}
		made, err := b.child(ctx, "index", at, n)
		if err != nil {
			return err
		}
		cpu := float64((made.cpu - base.cpu).Microseconds()) / float64(n) / 1000
		if first == 0 {
			first = cpu
		}
		var mapped int64
		_ = json.Unmarshal(made.out, &mapped) // 0 where it is not told
		fmt.Printf("| %d | %.3f ms | %.2f | %d MB | %d MB | %d | %.1f s |\n", n, cpu, cpu/first, made.peak>>20, mapped>>20, sizeOf(at)/int64(n), made.wall.Seconds())
	}
	fmt.Println()
	return nil
}

// questions asks the largest index, and SQLite.
func (b bench) questions(ctx context.Context, dir string, n int) error {
	at := filepath.Join(dir, fmt.Sprint(n))
	answered, err := b.child(ctx, "ask", at, n)
	if err != nil {
		return err
	}
	var ours, theirs []load.Timing
	if err := json.Unmarshal(answered.out, &ours); err != nil {
		return fmt.Errorf("read timings: %w", err)
	}
	if b.sqlite {
		if theirs, err = b.askSQLite(ctx, dir, n); err != nil {
			return err
		}
	}
	fmt.Printf("%d candidates, memory at most %d MB:\n\n", n, answered.peak>>20)
	fmt.Println("| question | found | pique p50 | p99 | SQLite p50 | p99 | as fast, p50 | p99 |\n|---|---|---|---|---|---|---|---|")
	for i, t := range ours {
		fmt.Printf("| %s | %d | %s | %s |", t.Name, t.Found, ms(t.P50), ms(t.P99))
		if i < len(theirs) {
			o := theirs[i]
			fmt.Printf(" %s | %s | %.1f x | %.1f x |", ms(o.P50), ms(o.P99), float64(o.P50)/float64(t.P50), float64(o.P99)/float64(t.P99))
			if o.Found != t.Found {
				fmt.Printf(" SQLite finds %d", o.Found)
			}
		} else {
			fmt.Print(" | | | |")
		}
		fmt.Println()
	}
	return nil
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d.Microseconds())/1000) }

// askSQLite runs the other module.
func (b bench) askSQLite(ctx context.Context, dir string, n int) ([]load.Timing, error) {
	file := filepath.Join(dir, fmt.Sprintf("%d.sqlite", n))
	cmd := exec.CommandContext(ctx, "go", "run", "-modfile", "tools/bench/sqlite.mod", "tools/bench/sqlite.go",
		"-docs", fmt.Sprint(n), "-rounds", fmt.Sprint(b.rounds), "-file", file)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("run tools/bench/sqlite.go, in the root of the module: %w", err)
	}
	var t []load.Timing
	if err := json.Unmarshal(out, &t); err != nil {
		return nil, fmt.Errorf("read timings: %w", err)
	}
	return t, nil
}

// process is what a child process did and cost.
type process struct {
	cpu, wall time.Duration
	peak      int64 // bytes; 0 where the system does not tell
	out       []byte
}

func (b bench) child(ctx context.Context, phase, at string, n int) (process, error) {
	cmd := exec.CommandContext(ctx, os.Args[0], "-phase", phase, "-dir", at, "-docs", fmt.Sprint(n), "-rounds", fmt.Sprint(b.rounds))
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, os.Stderr
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return process{}, fmt.Errorf("%s %d: %w", phase, n, err)
	}
	p := process{cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), wall: time.Since(began), out: out.Bytes()}
	if usage := reflect.ValueOf(cmd.ProcessState.SysUsage()); usage.Kind() == reflect.Pointer {
		if most := usage.Elem().FieldByName("Maxrss"); most.IsValid() && most.CanInt() {
			p.peak = most.Int()
			if runtime.GOOS != "darwin" {
				p.peak *= 1024
			}
		}
	}
	return p, nil
}

func sizeOf(dir string) (sum int64) {
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error { // what cannot be read counts nothing
		if err != nil || d.IsDir() {
			return nil
		}
		if info, err := d.Info(); err == nil {
			sum += info.Size()
		}
		return nil
	})
	return sum
}
