package child

import (
	"os"
	"syscall"
	"testing"
	"time"
)

// TestWatchSeesTheSystemsMemory takes memory past the runtime, as compiled
// code of the second engine does.
func TestWatchSeesTheSystemsMemory(t *testing.T) {
	over := make(chan struct{})
	w := newWatch(1<<40, func() { close(over) })
	before := w.os.bytes()
	if before == 0 {
		t.Skip("no /proc")
	}
	const size = 64 << 20
	w.most = max(before, w.used(w.reads)) + size/2
	w.begin()
	go w.run(t.Context())
	select {
	case <-over:
		t.Fatal("over the limit before anything was taken")
	case <-time.After(20 * sample):
	}
	mem, err := syscall.Mmap(-1, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		t.Fatal(err)
	}
	defer syscall.Munmap(mem) //nolint:errcheck // the process ends soon
	for i := 0; i < size; i += os.Getpagesize() {
		mem[i] = 1
	}
	select {
	case <-over:
	case <-time.After(10 * time.Second):
		t.Fatalf("64 MiB past the limit are not seen: %d MiB, before %d MiB", w.os.bytes()>>20, before>>20)
	}
}
