package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"

	"pique/index"
	"pique/index/invent"
	"pique/index/query"
	"pique/tools/bench/load"
)

// seed is of the candidates; the other module has the same.
const seed = 1

// runPhase does one part of the whole in a process of its own.
func runPhase(ctx context.Context, b bench, n int) error {
	switch b.phase {
	case "invent":
		v := invent.New(seed)
		for i := range n {
			_ = v.Record(i)
		}
		return nil
	case "index":
		return fill(ctx, b.dir, n)
	case "ask":
		return ask(ctx, b.dir, b.rounds)
	}
	return fmt.Errorf("no phase %q", b.phase)
}

// fill indexes candidates, and prints how much of its memory at the end is
// that of files.
func fill(ctx context.Context, dir string, n int) error {
	x, err := index.Open(ctx, dir, index.Options{})
	if err != nil {
		return err
	}
	v := invent.New(seed)
	for i := range n {
		if err := x.Put(v.Record(i)); err != nil {
			return err
		}
	}
	if _, err := x.Count(); err != nil {
		return err
	}
	fmt.Println(mapped())
	return x.Close()
}

// mapped is how many bytes of files are in the memory of this process, as
// Linux tells; 0 elsewhere.
func mapped() int64 {
	f, err := os.Open("/proc/self/status")
	if err != nil {
		return 0
	}
	defer f.Close() // read only
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "RssFile:"); ok {
			kb, _ := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(rest, "kB")), 10, 64)
			return kb << 10
		}
	}
	return 0
}

// ask asks the questions and prints the timings.
func ask(ctx context.Context, dir string, rounds int) error {
	x, err := index.Open(ctx, dir, index.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer x.Close() //nolint:errcheck // read only
	known := query.Known{Signals: invent.Signals, Kinds: invent.Kinds}
	return load.Run(os.Stdout, rounds, func(q load.Question) (int, error) {
		if q.Typo != "" {
			near, err := x.Near(q.Typo, load.Shown)
			return len(near), err
		}
		parsed, err := query.Parse(q.Text, known)
		if err != nil {
			return 0, err
		}
		a, err := x.Search(ctx, parsed, index.SearchOptions{Sort: q.Sort, Limit: load.Shown})
		return a.Total, err
	})
}
