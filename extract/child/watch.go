package child

import (
	"context"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"time"

	"pique/extract"
)

const (
	// DefaultMemory is what a child may take where Options do not say, in
	// bytes. The largest of 154 real resumes takes 60 MiB.
	DefaultMemory = 512 << 20
	// sample is how often the watchdog looks. Memory that is new to a process
	// comes at about 1 GB/s, so that a limit is passed by some 10 MB.
	sample = 5 * time.Millisecond
	// system is how many looks go by until the system is asked as well, which
	// also counts what the runtime did not take: the compiled code of the
	// second engine, and the program itself. It takes longer to answer.
	system = 4
	// maxStack bounds one goroutine's stack in bytes. Recursion without end
	// comes to it, and its stack is walked, within 0.3 s; the deepest that is
	// meant, 100 nested forms, takes less than 1 MiB.
	maxStack = 16 << 20
	// usualHeap is what the heap of a process grows to that reads plain
	// resumes, garbage included.
	usualHeap = 48 << 20
)

// bound sets the limits of a process that does nothing but read files.
func bound(engine extract.Engine, memory int64) {
	debug.SetMaxStack(maxStack)
	// Files are small and short-lived: collecting garbage at twice the live
	// heap takes a quarter of the time of all reading. The memory limit makes
	// the collector work harder before the watchdog has to end the process.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(memory - memory/8)
	if engine == extract.Own {
		runtime.GOMAXPROCS(1) // as many files are read side by side as there are processors
		LargePages(int(min(usualHeap, memory/8)))
	} else {
		runtime.GOMAXPROCS(min(2, runtime.GOMAXPROCS(0)))
	}
	limitData(memory)
}

// frugal collects garbage early until the function that it returns is called:
// compiling the second engine holds 240 MB at once, of which four times as
// much would be too much.
func frugal() (restore func()) {
	percent := debug.SetGCPercent(40)
	return func() {
		debug.SetGCPercent(percent)
		debug.FreeOSMemory()
	}
}

// watch is the memory watchdog.
type watch struct {
	most  uint64
	over  func() // called once
	busy  atomic.Bool
	reads []metrics.Sample
	os    *resident
}

func newWatch(most int64, over func()) *watch {
	return &watch{most: uint64(max(most, 0)), over: over, reads: []metrics.Sample{
		{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"},
	}, os: openResident()}
}

// used is the memory that the runtime has from the system, in bytes.
func (w *watch) used(reads []metrics.Sample) uint64 {
	metrics.Read(reads)
	return reads[0].Value.Uint64() - reads[1].Value.Uint64()
}

// run looks at the memory while a file is read, until ctx ends.
func (w *watch) run(ctx context.Context) {
	if w.most == 0 {
		return
	}
	defer w.os.close()
	tick := time.NewTicker(sample)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if w.busy.Load() && (w.used(w.reads) > w.most || n%system == 0 && w.os.bytes() > w.most) {
				w.over()
				return
			}
		}
	}
}

func (w *watch) begin() { w.busy.Store(true) }

// end gives back what a large file took, so that it is not held against the
// next one.
func (w *watch) end() {
	w.busy.Store(false)
	if w.most > 0 && w.used(append([]metrics.Sample(nil), w.reads...)) > w.most/2 {
		debug.FreeOSMemory()
	}
}
