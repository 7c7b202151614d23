package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"sync"
	"time"

	"golang.org/x/term"
)

// defaultWidth is the width of tables and texts in columns where there is no
// terminal and no COLUMNS.
const defaultWidth = 100

// session is what a command may touch of the world outside.
type session struct {
	out *stream // what was asked for
	err *stream // what is said about it
	env func(string) string
	now func() time.Time
}

// newSession connects a session to the process.
func newSession() *session {
	s := &session{env: os.Getenv, now: time.Now}
	s.out = newStream(os.Stdout, s.env)
	s.err = newStream(os.Stderr, s.env)
	return s
}

// stream is an output with what is known of the screen behind it. It
// remembers the first error of a write and drops what follows.
type stream struct {
	mu       sync.Mutex // of w and failed: a notice may come while a command writes
	w        *bufio.Writer
	failed   error
	terminal bool
	color    bool
	width    int // columns
}

func newStream(f *os.File, env func(string) string) *stream {
	st := &stream{w: bufio.NewWriter(f), width: defaultWidth}
	fd := int(f.Fd())
	st.terminal = term.IsTerminal(fd)
	if n, err := strconv.Atoi(env("COLUMNS")); err == nil && n > 0 {
		st.width = n
	} else if st.terminal {
		if w, _, err := term.GetSize(fd); err == nil && w > 0 {
			st.width = w
		}
	}
	st.width = max(st.width, 40)
	st.color = st.terminal && env("NO_COLOR") == "" && env("TERM") != "dumb"
	return st
}

// Write writes to the buffer of the stream.
func (st *stream) Write(p []byte) (int, error) {
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.write(p)
}

// write is Write, the lock held.
func (st *stream) write(p []byte) (int, error) {
	if st.failed != nil {
		return 0, st.failed
	}
	n, err := st.w.Write(p)
	st.failed = err
	return n, err
}

// printf writes formatted text. Arguments that come from a document must
// have gone through clean.
func (st *stream) printf(format string, args ...any) {
	_, _ = fmt.Fprintf(st, format, args...) // kept in st.failed
}

// println writes s and a line end.
func (st *stream) println(s string) {
	_, _ = io.WriteString(st, s+"\n") // kept in st.failed
}

// clearLine moves the cursor of a terminal to the left and clears the line
// (ECMA-48, 8.3.41).
const clearLine = "\r\x1b[K"

// notice writes a line at once, in the place of what stands unfinished on
// that of the cursor, such as a bar of progress or the echo of ^C.
func (st *stream) notice(s string) {
	st.mu.Lock()
	defer st.mu.Unlock()
	if st.terminal {
		s = clearLine + s
	}
	_, _ = st.write([]byte(s)) // kept in st.failed
	_ = st.flushed()           // as above
}

// flush sends what is buffered and returns the first error of the stream.
func (st *stream) flush() error {
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.flushed()
}

// flushed is flush, the lock held.
func (st *stream) flushed() error {
	if st.failed == nil {
		st.failed = st.w.Flush()
	}
	return st.failed
}

// style is a way to set text off on a screen with colours: the parameters of
// an SGR sequence (ECMA-48, 8.3.117).
type style string

// The styles in use. They name the job, not the colour.
const (
	strong   style = "1"
	faint    style = "2"
	quoted   style = "3"
	found    style = "1;4"
	heading  style = "1;4"
	claimed  style = "33"
	specific style = "36"
	measured style = "32"
	verified style = "1;32"
	warning  style = "33"
	wrong    style = "1;31"
)

// paint sets s off where the stream has colours.
func (st *stream) paint(y style, s string) string {
	if !st.color || s == "" {
		return s
	}
	return "\x1b[" + string(y) + "m" + s + "\x1b[0m"
}
