package child

import (
	"bytes"
	"os"
	"strconv"
)

// resident tells how much memory of the process is in the machine's, as the
// system counts it.
type resident struct {
	f    *os.File // nil where the system does not say
	page uint64   // bytes
}

func openResident() *resident {
	f, err := os.Open("/proc/self/statm")
	if err != nil {
		return &resident{} // the runtime's own figures remain
	}
	return &resident{f: f, page: uint64(os.Getpagesize())}
}

func (r *resident) close() {
	if r.f != nil {
		_ = r.f.Close() // it was read alone
	}
}

// bytes returns the resident size; 0 where the system does not say.
func (r *resident) bytes() uint64 {
	if r.f == nil {
		return 0
	}
	var buf [128]byte
	n, _ := r.f.ReadAt(buf[:], 0) // what was read counts, also to the end of the file
	fields := bytes.Fields(buf[:n])
	if len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseUint(string(fields[1]), 10, 64)
	if err != nil {
		return 0
	}
	return pages * r.page
}
