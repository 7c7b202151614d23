package main

import (
	"context"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCounts(t *testing.T) {
	got, n := counts([]string{"b", "a", "c", "b", "a", "d", "b"})
	if d := cmp.Diff([]string{"b", "a", "c", "d"}, got); d != "" {
		t.Errorf("order (-want +got):\n%s", d)
	}
	if n["b"] != 3 || n["d"] != 1 {
		t.Errorf("counts: %v", n)
	}
}

func TestMedian(t *testing.T) {
	for _, tt := range []struct {
		of   []float64
		want float64
	}{{[]float64{3, 1, 2}, 2}, {[]float64{4, 1, 2, 3}, 2.5}, {[]float64{1}, 1}} {
		if got := median(tt.of); got != tt.want {
			t.Errorf("median(%v) = %v, want %v", tt.of, got, tt.want)
		}
	}
}

func TestTableIsSafe(t *testing.T) {
	var b strings.Builder
	m := measure{out: &b}
	tab := table{head: []string{"file", "f"}}
	tab.add("a|b\x1b[1m\nc", 0.5)
	m.table(tab, "none")
	want := "| file | f |\n|---|---|\n| a\\|b [1m c | 0.5000 |\n\n"
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestJudge(t *testing.T) {
	c := hiddenCase{text: "ten times faster"}
	seen := candidate{Status: "ok", Hidden: []passage{{Text: "ten times"}, {Text: "faster"}}}
	if f := c.judge(seen, candidate{}); f != (fault{}) {
		t.Errorf("found and unmoved: got %+v", f)
	}
	if f := c.judge(candidate{Status: "ok", Score: 3}, candidate{}); f.lost == "" || f.moved == "" {
		t.Errorf("lost and moved: got %+v", f)
	}
	if f := c.judge(candidate{Hidden: seen.Hidden, Signals: []shown{{ID: "faster"}}}, candidate{}); f.moved == "" {
		t.Error("other signals at the same score are no fault")
	}
}

func TestUnknownSection(t *testing.T) {
	err := run(context.Background(), []string{"-only", "words,speeds"}, io.Discard)
	if err == nil || !strings.Contains(err.Error(), `no section "speeds"`) {
		t.Errorf("got %v", err)
	}
}

func TestSampleSeesThisProcess(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("memory is read from /proc")
	}
	var p peak
	p.sample(os.Getpid(), true)
	if p.processes < 1 || p.rss < 1<<20 || p.one > p.rss {
		t.Errorf("got %s", p)
	}
}
