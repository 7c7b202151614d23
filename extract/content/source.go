package content

import (
	"io"
	"math"
)

// source is a file with bytes put in place of its first ones and added at its
// end, so that a file can be mended without a copy of it.
type source struct {
	head []byte // stands over the start of body
	body []byte
	tail []byte // follows body

	entries map[int]entry // where the objects are
}

func (s *source) size() int64 { return int64(len(s.body) + len(s.tail)) }

// ReadAt reads as io.ReaderAt says.
func (s *source) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off >= s.size() {
		return 0, io.EOF
	}
	n := 0
	if off < int64(len(s.body)) {
		n = copy(p, s.body[off:])
		if off < int64(len(s.head)) {
			copy(p[:n], s.head[off:])
		}
	}
	if n < len(p) {
		at := off + int64(n) - int64(len(s.body))
		n += copy(p[n:], s.tail[at:])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// from returns the bytes from an offset to the end of the part that holds it.
func (s *source) from(off int64) []byte {
	switch {
	case off < 0 || off > math.MaxInt32:
		return nil
	case off < int64(len(s.body)):
		return s.body[off:]
	case off < s.size():
		return s.tail[off-int64(len(s.body)):]
	}
	return nil
}
