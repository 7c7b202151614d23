package child

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"pique/extract"
)

// ServeOptions are what Serve wants of the process that it runs in.
type ServeOptions struct {
	// Second opens the second engine, with a folder for its compiled code
	// that may be empty, in a process that may take so many bytes of memory.
	// Nil: there is none.
	Second func(cache string, memory int64) (extract.Second, error)
	// Exit ends the process at once. Serve calls it when a file takes more
	// memory than it may, and when the parent is gone. Nil: Serve returns
	// when it next can.
	Exit func(code int)
	// Alone says that the process does nothing else: memory, stack and
	// processors are then bounded for all of it.
	Alone bool

	read func(ctx context.Context, path string, o extract.Options) extract.Document // nil: extract.Read
}

// The exit statuses of a child.
const (
	exitDone   = 0
	exitMemory = 9
)

// Serve is the child's side: it reads requests from r, reads the files, and
// writes the answers to w, until r ends. Nothing else may write to w.
func Serve(ctx context.Context, r io.Reader, w io.Writer, o ServeOptions) error {
	sp, err := newSpeech()
	if err != nil {
		return err
	}
	s := server{speech: sp, w: w, o: o}
	j, err := s.meet(r)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	if o.Alone {
		bound(j.Engine, j.MaxMemory)
	}
	watch := newWatch(j.MaxMemory, func() {
		_ = s.send(kindMemory, nil) // the parent knows by the end of the process as well
		s.exit(exitMemory)
	})
	go watch.run(ctx)

	files := make(chan *file)
	go func() {
		defer close(files)
		for {
			f, err := s.next(r)
			if err != nil { // the parent is gone, or talks nonsense
				s.exit(exitDone)
				cancel(err)
				return
			}
			select {
			case files <- f:
			case <-ctx.Done():
				return
			}
		}
	}()
	for f := range files {
		if err := s.read(ctx, j, f, watch); err != nil {
			return err
		}
	}
	if err := context.Cause(ctx); !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// server is the state of Serve.
type server struct {
	speech speech
	o      ServeOptions

	mu  sync.Mutex // one frame at a time
	w   io.Writer
	buf []byte // of answers, kept from one to the next

	open   sync.Once
	second extract.Second
	failed error // to open the second engine
}

func (s *server) exit(code int) {
	if s.o.Exit != nil {
		s.o.Exit(code)
	}
}

// meet exchanges greetings and returns what to read with.
func (s *server) meet(r io.Reader) (job, error) {
	k, payload, err := readFrame(r, nil, maxRequest)
	if err != nil {
		return job{}, fmt.Errorf("read greeting: %w", err)
	}
	if k != kindGreeting {
		return job{}, fmt.Errorf("read greeting: got a frame of kind %q", k)
	}
	g, err := s.speech.greeting.decode(payload, room(payload))
	if err == nil {
		err = s.speech.check(g)
	}
	if err != nil {
		return job{}, fmt.Errorf("read greeting: %w", err)
	}
	own := s.speech.greet(job{})
	return g.Job, s.send(kindGreeting, s.speech.greeting.append(frameBuffer(nil), &own))
}

// next reads a request.
func (s *server) next(r io.Reader) (*file, error) {
	k, payload, err := readFrame(r, nil, maxRequest)
	if err != nil {
		return nil, err
	}
	if k != kindFile {
		return nil, fmt.Errorf("read request: got a frame of kind %q", k)
	}
	f, err := s.speech.file.decode(payload, room(payload))
	if err != nil {
		return nil, fmt.Errorf("read request: %w", err)
	}
	return f, nil
}

// send writes a frame; nil is one without payload.
func (s *server) send(k kind, buf []byte) error {
	if buf == nil {
		buf = frameBuffer(nil)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return writeFrame(s.w, k, buf, maxAnswer)
}

// read reads one file and answers.
func (s *server) read(ctx context.Context, j job, f *file, watch *watch) error {
	watch.begin()
	defer watch.end()
	o := extract.Options{Timeout: cmp.Or(f.Timeout, j.Timeout), MaxBytes: j.MaxBytes, Engine: j.Engine, OCR: j.OCR}
	if j.Engine != extract.Own && s.o.Second != nil {
		if err := s.start(j); err != nil {
			return err
		}
		o.Second = func() (extract.Second, error) { return s.second, s.failed }
	}
	read := s.o.read
	if read == nil {
		read = extract.Read
	}
	d := read(ctx, f.Path, o)
	s.buf = s.speech.document.append(frameBuffer(s.buf), &d)
	err := s.send(kindDocument, s.buf)
	if errors.Is(err, errTooLong) {
		short := extract.Document{File: d.File, SHA256: d.SHA256, Status: extract.Unreadable, Engine: d.Engine, Reason: tooMuchText}
		err = s.send(kindDocument, s.speech.document.append(frameBuffer(nil), &short))
	}
	if cap(s.buf) > 1<<20 {
		s.buf = nil
	}
	return err
}

// start opens the second engine, once, and tells the parent that the time
// which this takes is not the file's.
func (s *server) start(j job) (err error) {
	s.open.Do(func() {
		if err = s.send(kindStarting, nil); err != nil {
			return
		}
		if s.o.Alone {
			defer frugal()()
		}
		if s.second, s.failed = s.o.Second(j.Cache, j.MaxMemory); s.failed != nil {
			s.failed = fmt.Errorf("cannot be started: %w", s.failed)
		}
		err = s.send(kindStarted, nil)
	})
	return err
}
