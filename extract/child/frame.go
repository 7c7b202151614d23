package child

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// A frame is four bytes with the length of what follows, little-endian, one
// byte with its kind, and the payload.
type kind byte

// The kinds of frames.
const (
	kindGreeting kind = 'g' // either way, once: who speaks which protocol
	kindFile     kind = 'f' // to the child: read this file
	kindDocument kind = 'd' // from the child: what the file holds
	kindStarting kind = 's' // from the child: an engine starts, the file's clock has not begun
	kindStarted  kind = 'b' // from the child: it begins now
	kindMemory   kind = 'm' // from the child, its last: out of memory
)

// The most bytes of a payload. A document of that size has some 100,000
// lines.
const (
	maxRequest = 1 << 16
	maxAnswer  = 32 << 20
)

var errTooLong = errors.New("frame too long")

// writeFrame writes a frame in one piece. The payload is buf[frameHead:],
// and the head is filled in here.
func writeFrame(w io.Writer, k kind, buf []byte, most int) error {
	n := len(buf) - frameHead
	if n > most {
		return fmt.Errorf("%w: %d bytes", errTooLong, n)
	}
	binary.LittleEndian.PutUint32(buf, uint32(n+1))
	buf[4] = byte(k)
	_, err := w.Write(buf)
	return err
}

// frameHead is the room that writeFrame wants before the payload.
const frameHead = 5

// frameBuffer returns a buffer that begins with the room for the head.
func frameBuffer(reuse []byte) []byte {
	return append(reuse[:0], make([]byte, frameHead)...)
}

// readFrame reads a frame with a payload of at most so many bytes into buf,
// which it makes larger if need be, and returns the payload. At the end
// between two frames the error is io.EOF itself.
func readFrame(r io.Reader, buf []byte, most int) (kind, []byte, error) {
	var head [frameHead]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			err = fmt.Errorf("frame cut short: %w", err)
		}
		return 0, buf, err
	}
	size := int64(binary.LittleEndian.Uint32(head[:])) - 1
	switch {
	case size < 0:
		return 0, buf, errors.New("frame without a kind")
	case size > int64(most):
		return 0, buf, fmt.Errorf("%w: %d bytes", errTooLong, size)
	}
	// Read in steps: the length alone makes nobody allocate.
	buf = buf[:0]
	for int64(len(buf)) < size {
		at := len(buf)
		step := int(min(size-int64(at), max(int64(cap(buf)-at), 1<<16)))
		buf = append(buf, make([]byte, step)...)
		if _, err := io.ReadFull(r, buf[at:]); err != nil {
			return 0, buf, fmt.Errorf("frame cut short: %w", io.ErrUnexpectedEOF)
		}
	}
	return kind(head[4]), buf, nil
}
