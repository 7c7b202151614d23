package child

import (
	"runtime/debug"
	"syscall"
)

// slack is what the process may map beyond its limit, in bytes: stacks of
// threads, arenas mapped in pieces of 64 MiB, compiled code.
const slack = 1 << 30

// limitData makes the system refuse what the watchdog would come too late
// for: one allocation of many gigabytes. It bounds private memory that can be
// written (RLIMIT_DATA, Linux 4.7 and later), not addresses, of which the
// runtime reserves far more than it uses.
func limitData(memory int64) {
	var l syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_DATA, &l) != nil {
		return // without it the watchdog stands alone
	}
	if most := uint64(memory) + slack; l.Cur > most {
		l.Cur = most
		_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &l) // as above
	}
}

// LargePages asks the system to give the memory that the heap grows into in
// pages of 2 MiB: each takes one fault where small ones take 512, and a tenth
// of the time of reading went into those. Size, in bytes, is what the heap is
// thought to grow to.
func LargePages(size int) {
	percent := debug.SetGCPercent(-1)
	room := make([]byte, size)
	_ = syscall.Madvise(room, syscall.MADV_HUGEPAGE) // small ones do as well
	debug.SetGCPercent(percent)
	debug.FreeOSMemory() // room is not used any more, and the heap has its place
}
