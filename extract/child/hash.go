package child

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"sync"
	"time"

	"pique/extract"
)

const (
	// hashing bounds how long the bytes of a file are waited for: a disk
	// gives the largest that is read in less than a second, and some files of
	// the system never give one.
	hashing = 5 * time.Second
	// hung bounds the files that are given up but may still hold a thread.
	hung = 64
)

// hasher takes the hashes of files in this process, which nothing that a file
// is may hold up.
type hasher struct {
	most  int64 // bytes of a file; 0: no limit
	wait  time.Duration
	slots chan struct{} // one for each file that is open

	buffers sync.Pool // *[]byte, for the files that are open
}

func newHasher(maxBytes int64, timeout time.Duration) *hasher {
	h := &hasher{most: extract.Options{MaxBytes: maxBytes}.Largest(), wait: hashing, slots: make(chan struct{}, hung)}
	if timeout > 0 {
		h.wait = min(h.wait, timeout)
	}
	return h
}

// hash is the SHA-256 of a file's bytes in lower-case hexadecimal, empty
// where the file is not a regular one, is too large, cannot be read, or does
// not give its bytes in time.
func (h *hasher) hash(ctx context.Context, path string) string {
	if st, err := os.Stat(path); err != nil || !st.Mode().IsRegular() || h.most > 0 && st.Size() > h.most {
		return ""
	}
	ctx, cancel := context.WithTimeout(ctx, h.wait)
	defer cancel()
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return ""
	}
	sum := make(chan string, 1)
	go func() {
		defer func() { <-h.slots }()
		sum <- h.sum(ctx, path)
	}()
	select {
	case s := <-sum:
		return s
	case <-ctx.Done(): // a read that blocks cannot be ended; it is left behind
		return ""
	}
}

// sum reads a file to its end, or to that of ctx.
func (h *hasher) sum(ctx context.Context, path string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close() //nolint:errcheck // read only
	s := sha256.New()
	kept, _ := h.buffers.Get().(*[]byte)
	if kept == nil {
		b := make([]byte, 1<<18)
		kept = &b
	}
	defer h.buffers.Put(kept)
	buf := *kept
	for read := int64(0); ; {
		n, err := f.Read(buf)
		if read += int64(n); h.most > 0 && read > h.most || ctx.Err() != nil {
			return ""
		}
		_, _ = s.Write(buf[:n]) // a hash takes all
		switch {
		case err == io.EOF:
			return hex.EncodeToString(s.Sum(nil))
		case err != nil:
			return ""
		}
	}
}

// irregular reports whether a path leads to something that is there and not
// a file of bytes: opening it may do something, or wait for ever.
func irregular(path string) (reason string, is bool) {
	st, err := os.Stat(path)
	switch {
	case err != nil || st.Mode().IsRegular():
		return "", false
	case st.IsDir():
		return "a folder", true
	}
	return "not a regular file", true
}
