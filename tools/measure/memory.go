package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// peak is the most memory that a process and all below it had at one time, in
// bytes, and how many there were.
type peak struct {
	rss       int64 // what is resident, shared pages counted by each
	pss       int64 // shared pages divided among those that share them; 0 where it cannot be read
	one       int64 // the most that one process had
	processes int
}

func (p peak) String() string {
	if p.rss == 0 {
		return "memory not known"
	}
	s := fmt.Sprintf("at most %d processes with %d MB resident in all, %d MB in one", p.processes, p.rss>>20, p.one>>20)
	if p.pss > 0 {
		s += fmt.Sprintf(", %d MB with shared pages counted once", p.pss>>20)
	}
	return s
}

// watch samples a tree of processes by /proc, as Linux has it; elsewhere it
// finds nothing.
type watch struct {
	end  chan struct{}
	done chan peak
}

func watchTree(root int, every time.Duration) *watch {
	w := &watch{make(chan struct{}), make(chan peak, 1)}
	go func() {
		var most peak
		tick := time.NewTicker(every)
		defer tick.Stop()
		for n := 0; ; n++ {
			select {
			case <-w.end:
				w.done <- most
				return
			case <-tick.C:
				most.sample(root, n%8 == 0)
			}
		}
	}()
	return w
}

func (w *watch) stop() peak {
	close(w.end)
	return <-w.done
}

// sample looks once at the tree. Shared pages take longer to count, and are
// counted only when asked for.
func (p *peak) sample(root int, shared bool) {
	var rss, pss int64
	pids := tree(root)
	for _, pid := range pids {
		one := resident(pid)
		rss += one
		p.one = max(p.one, one)
		if shared {
			pss += proportional(pid)
		}
	}
	p.rss, p.pss, p.processes = max(p.rss, rss), max(p.pss, pss), max(p.processes, len(pids))
}

// tree returns a process and all below it.
func tree(root int) []int {
	parents := map[int]int{}
	stats, _ := filepath.Glob("/proc/[0-9]*/stat") // the pattern is sound
	for _, path := range stats {
		data, err := os.ReadFile(path)
		if err != nil {
			continue // gone
		}
		i := bytes.LastIndexByte(data, ')') // the name before it may hold anything
		fields := strings.Fields(string(data[i+1:]))
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		if i < 0 || len(fields) < 2 || err != nil {
			continue
		}
		if parent, err := strconv.Atoi(fields[1]); err == nil {
			parents[pid] = parent
		}
	}
	out := []int{root}
	for i := 0; i < len(out); i++ {
		for pid, parent := range parents {
			if parent == out[i] && pid != out[i] {
				out = append(out, pid)
			}
		}
	}
	return out
}

// resident is the resident memory of a process in bytes, 0 where it is gone.
func resident(pid int) int64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	fields := strings.Fields(string(data))
	if err != nil || len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseInt(fields[1], 10, 64)
	if err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}

// proportional is the memory of a process in bytes with each shared page
// divided by how many share it, 0 where it cannot be read.
func proportional(pid int) int64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "Pss:"); ok {
			kb, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "kB")), 10, 64)
			if err == nil {
				return kb << 10
			}
		}
	}
	return 0
}
