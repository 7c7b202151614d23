package child

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"pique/extract"
)

// TestAhead: files that are asked for while a process reads another get their
// own answers, whatever becomes of the process and of who asked before.
func TestAhead(t *testing.T) {
	p := start(t, Options{Jobs: 2, Timeout: time.Second, Engine: extract.Own})
	kinds := []struct{ name, reason string }{
		{"fine", ""}, {"fine", ""}, {"panic", "crashed: index out of range"}, {"fine", ""}, {"late", "timed out after 1 s"},
		{"fine", ""}, {"exit", "crashed: it ended by itself"}, {"given-up", "stopped"}, {"fine", ""}, {"garbage", "crashed: its answer makes no sense"},
	}
	next := make(chan int)
	var readers sync.WaitGroup
	for range 7 {
		readers.Go(func() {
			for i := range next {
				k := kinds[i%len(kinds)]
				ctx, path := t.Context(), fmt.Sprintf("%d/%s.pdf", i, k.name)
				cancel := func() {}
				if k.name == "given-up" {
					path = fmt.Sprintf("%d/slow.pdf", i)
					ctx, cancel = context.WithTimeout(ctx, time.Duration(i%7)*time.Millisecond)
				}
				d := p.Read(ctx, path)
				cancel()
				if d.File != path || !strings.HasPrefix(d.Reason, k.reason) || k.reason == "" && d.Status != extract.OK {
					t.Errorf("%s: got %s %s %q, want %q", path, d.File, d.Status, d.Reason, k.reason)
				}
			}
		})
	}
	for i := range 150 {
		next <- i
	}
	close(next)
	readers.Wait()
	if d := p.Read(t.Context(), "fine.pdf"); d.Status != extract.OK {
		t.Errorf("at last: got %s %q", d.Status, d.Reason)
	}
}
