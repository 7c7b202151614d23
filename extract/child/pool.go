package child

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"pique/extract"
)

// DefaultTimeout is the time for a file where Options do not say.
const DefaultTimeout = 10 * time.Second

// Options of Start. Command must be set; the zero value of the others works.
type Options struct {
	Jobs      int           // files read at the same time; 0 is one for each processor
	Timeout   time.Duration // for a file; the second engine has what is left of it, and half at the least; 0 is DefaultTimeout, less than 0 none
	MaxMemory int64         // of a child, in bytes; 0 is DefaultMemory
	MaxBytes  int64         // of a file, as in extract.Options
	Engine    extract.Engine
	OCR       bool
	Cache     string // folder for the compiled code of the second engine; empty: none

	// Command makes the command that starts a child, which then calls Serve
	// with its standard input and output. The role is for whoever lists the
	// processes.
	Command func(role string) *exec.Cmd

	// Opening, where it is set, is called when the second engine is about to
	// be opened, which takes half a minute where Cache has no compiled code.
	// Several goroutines may call it.
	Opening func()
}

// Pool reads files in child processes. Its methods may be called side by
// side.
type Pool struct {
	o      Options
	job    job
	speech speech
	hasher *hasher
	own    []*worker    // the own engine's
	free   chan *worker // each of own twice: to be asked, and to be asked ahead
	second chan *worker // the second engine's, which is one

	open    context.Context // ends with Close
	close   context.CancelFunc
	closing sync.Once

	mu     sync.Mutex
	failed error // no process can be started
}

// Start makes a pool. Processes start when there is something to read, or
// with Warm.
func Start(o Options) *Pool {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	if o.MaxMemory <= 0 {
		o.MaxMemory = DefaultMemory
	}
	p := &Pool{o: o, free: make(chan *worker, 2*o.Jobs), second: make(chan *worker, 1)}
	p.job = job{OCR: o.OCR, Timeout: o.Timeout, MaxMemory: o.MaxMemory, MaxBytes: o.MaxBytes, Cache: o.Cache}
	for range o.Jobs {
		p.own = append(p.own, newWorker("own", extract.Own))
	}
	for range 2 {
		for _, w := range p.own {
			p.free <- w
		}
	}
	p.second <- newWorker("second", extract.PDFium)
	p.hasher = newHasher(o.MaxBytes, o.Timeout)
	p.speech, p.failed = newSpeech()
	p.open, p.close = context.WithCancel(context.Background())
	return p
}

// Warm starts the processes of the own engine, so that they are ready when
// the first file comes. It does not wait for them.
func (p *Pool) Warm() {
	if p.o.Engine == extract.PDFium {
		return
	}
	for _, w := range p.own {
		select {
		case <-w.turn:
			go func() {
				_ = p.fill(p.open, w) // who reads finds out
				w.turn <- struct{}{}
			}()
		default: // somebody reads already
		}
	}
}

// Err tells why no process can be started; nil where one was, or none was
// needed yet. All that Read returns from then on is unreadable.
func (p *Pool) Err() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.failed
}

// Read reads the file at path as extract.Read does, in a child process. It
// never fails: what the file did to the process is the document's status and
// reason.
func (p *Pool) Read(ctx context.Context, path string) extract.Document {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(p.open, cancel)()
	if reason, is := irregular(path); is {
		return extract.Document{File: filepath.ToSlash(path), Status: extract.Unreadable, Reason: reason}
	}
	var d extract.Document
	switch p.o.Engine {
	case extract.PDFium:
		d, _ = p.ask(ctx, p.second, path, p.o.Timeout)
	case extract.Own:
		d, _ = p.ask(ctx, p.free, path, p.o.Timeout)
	default:
		var took time.Duration
		d, took = p.ask(ctx, p.free, path, p.o.Timeout)
		if d.Doubt != "" && ctx.Err() == nil && p.Err() == nil {
			second, _ := p.ask(ctx, p.second, path, left(p.o.Timeout, took))
			d = extract.Choose(d, second)
			if Retry(&second) {
				d.Doubt += secondFailed + second.Reason
			}
		}
	}
	d.File = filepath.ToSlash(path)
	if d.SHA256 == "" && d.Status == extract.Unreadable && ctx.Err() == nil {
		d.SHA256 = p.hasher.hash(ctx, path)
	}
	return d
}

// Hash returns the SHA-256 of a file's bytes in lower-case hexadecimal. It is
// empty for what is not a regular file, is larger than MaxBytes, cannot be
// read, or does not give its bytes within 5 s or the Timeout, and at once when
// ctx ends.
func (p *Pool) Hash(ctx context.Context, path string) string { return p.hasher.hash(ctx, path) }

// left is the time that the second engine has for a file: what the own one
// did not take, but enough to be of use.
func left(timeout, took time.Duration) time.Duration {
	if timeout <= 0 {
		return timeout
	}
	return max(timeout-max(took, 0), timeout/2)
}

// Close ends all processes and waits for them. A file that is being read is
// given up.
func (p *Pool) Close() error {
	p.closing.Do(p.end)
	return nil
}

func (p *Pool) end() {
	p.close()
	var wait sync.WaitGroup
	leave := func(from chan *worker) {
		for range cap(from) {
			w := <-from
			<-w.turn
			if w.p != nil {
				wait.Go(w.p.leave)
				w.p = nil
			}
			w.turn <- struct{}{}
		}
	}
	leave(p.free)
	leave(p.second)
	wait.Wait()
}

// ask reads a file by the next free process within a time, and tells how much
// of it went by.
func (p *Pool) ask(ctx context.Context, from chan *worker, path string, timeout time.Duration) (extract.Document, time.Duration) {
	select {
	case w := <-from:
		defer func() { from <- w }()
		return p.by(ctx, w, path, timeout)
	case <-ctx.Done():
		return failure(&worker{}, stopped, "", p.o), 0 // of no engine
	}
}

// by reads a file by the process of a worker, which is started if need be.
func (p *Pool) by(ctx context.Context, w *worker, path string, timeout time.Duration) (d extract.Document, took time.Duration) {
	limits := p.o
	limits.Timeout = timeout
	want := &file{Path: path, Timeout: timeout}
	ahead := w.ahead(want)
	if !w.take(ctx, ahead) {
		return failure(w, stopped, "", limits), took
	}
	defer w.pass()
	if w.broken != "" {
		return failure(w, unopened, w.broken, limits), took
	}
	for range 2 {
		if ahead == nil || ahead != w.p {
			ahead = nil
			if err := p.fill(ctx, w); err != nil {
				if ctx.Err() != nil {
					return failure(w, stopped, "", limits), took
				}
				return failure(w, unstarted, err.Error(), limits), took
			}
		}
		limit := extract.Options{Timeout: timeout, Engine: w.engine, OCR: p.o.OCR}.Deadline()
		var d *extract.Document
		f, why := none, ""
		if ahead == nil {
			d, f, why = w.p.ask(want)
		}
		if d == nil && f == none {
			w.more(w.engine == extract.Own)
			d, f, why = w.p.read(ctx, path, limit)
			w.more(false)
		}
		took, ahead = w.p.took, nil
		if f != none {
			w.p = nil
		}
		switch f {
		case none:
			if strings.HasPrefix(d.Reason, timedOut) { // what was cut short may go on in there
				w.p.end()
				w.p = nil
				cut := failure(w, late, "", limits)
				cut.SHA256 = d.SHA256
				return cut, took
			}
			return *d, took
		case gone: // while it had nothing to do: no fault of this file
			continue
		case unopened:
			w.broken = why
		}
		return failure(w, f, why, limits), took
	}
	return failure(w, crashed, "before it was asked", limits), took
}

// timedOut begins the reason of a document that a child gave up.
const timedOut = "timed out"

// secondFailed stands in the Doubt of a document between the doubt and what
// became of the second engine's attempt.
const secondFailed = "; the second engine: "

// tooMuchText is the reason of a document that is too long for a frame.
const tooMuchText = "too much text: over 32 MB of it"

// failure is the document of a file at which a process failed.
func failure(w *worker, f fault, why string, o Options) extract.Document {
	d := extract.Document{Status: extract.Unreadable, Engine: w.engine}
	switch f {
	case late:
		d.Reason = timedOut + " after " + seconds(o.Timeout)
	case memory:
		d.Reason = "out of memory (over " + megabytes(o.MaxMemory) + ")"
	case stopped:
		d.Reason = "stopped"
	case babbling:
		d.Reason = "crashed: its answer makes no sense (" + plain(why) + ")"
	case unstarted:
		d.Reason = "cannot start a process to read it: " + plain(why)
	case unopened:
		d.Reason = "second engine: cannot be started: " + plain(why)
	default:
		d.Reason = "crashed"
		if why != "" {
			d.Reason += ": " + plain(why)
		}
	}
	if f != stopped && w.engine == extract.Own {
		d.Doubt = "the own engine " + d.Reason
	}
	return d
}

// Retry reports whether what a document lacks is for reasons of the machine
// and the limits rather than of the file alone: a later reading may go better.
func Retry(d *extract.Document) bool {
	switch {
	case strings.Contains(d.Doubt, secondFailed):
		return true
	case d.Status == extract.OK:
		return false
	}
	for _, begin := range []string{timedOut, "out of memory", "crashed", "second engine: cannot be started", "cannot start a process", "stopped"} {
		if strings.HasPrefix(d.Reason, begin) {
			return true
		}
	}
	return false
}

// fill sees to it that a worker has a process that can be asked.
func (p *Pool) fill(ctx context.Context, w *worker) error {
	if w.p != nil {
		if !w.forsaken() && w.p.alive() {
			return nil
		}
		w.p.end()
		w.p = nil
	}
	if err := p.Err(); err != nil {
		return err
	}
	var err error
	for try := range 3 { // a machine that is short of processes may have one in a moment
		select {
		case <-time.After(time.Duration(try) * 100 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
		if w.p, err = p.launch(ctx, w); err == nil || ctx.Err() != nil {
			return err
		}
	}
	if w.engine != extract.Own && p.o.Engine != w.engine {
		w.broken = err.Error() // the own engine goes on without
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.failed == nil {
		p.failed = fmt.Errorf("start a process to read files: %w", err)
	}
	return p.failed
}

func (p *Pool) launch(ctx context.Context, w *worker) (*process, error) {
	cmd := p.o.Command(w.role)
	if cmd == nil {
		return nil, errors.New("no command")
	}
	if cmd.Env == nil {
		cmd.Env = cmd.Environ()
	}
	cmd.Env = append(cmd.Env, "GOTRACEBACK=none") // stacks quote what a document holds
	j := p.job
	j.Engine = w.engine
	c, err := launch(cmd, p.speech, j)
	if err != nil {
		return nil, err
	}
	c.opening = p.o.Opening
	if err := c.meet(ctx); err != nil {
		return nil, err
	}
	return c, nil
}

func seconds(d time.Duration) string {
	return strconv.FormatFloat(d.Round(time.Millisecond).Seconds(), 'f', -1, 64) + " s"
}

func megabytes(n int64) string {
	return strconv.FormatFloat(float64(n>>10)/1024, 'f', -1, 64) + " MB"
}
