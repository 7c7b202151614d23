package child

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"time"

	"pique/extract"
)

const (
	// grace is what a child has beyond the deadline of a file to say by itself
	// that the time is over.
	grace = 300 * time.Millisecond
	// starting bounds how long a process may take to say hello, and opening
	// the second engine: compiling it takes 20 s of processor time once.
	hello    = 30 * time.Second
	starting = 2 * time.Minute
	// bye is how long a process may take to end after its input has ended.
	bye = time.Second
)

// process is a child as the parent has it. One goroutine uses it at a time.
type process struct {
	cmd    *exec.Cmd
	speech speech
	in     io.WriteCloser
	news   chan news // closed where the output ends
	said   *said
	buf    []byte

	opening func()        // told that the second engine is opened; may be nil
	took    time.Duration // by the last file, without the opening
}

// news is what came from a child.
type news struct {
	kind     kind
	document *extract.Document
	err      error // a broken frame
}

// launch starts a process and greets it, but does not wait for its answer.
func launch(cmd *exec.Cmd, sp speech, j job) (*process, error) {
	p := &process{cmd: cmd, speech: sp, news: make(chan news, 1), said: &said{}}
	apart(cmd)
	cmd.Stderr = p.said
	cmd.WaitDelay = bye
	var err error
	if p.in, err = cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go p.listen(out)
	g := sp.greet(j)
	_ = writeFrame(p.in, kindGreeting, sp.greeting.append(frameBuffer(nil), &g), maxRequest) // it will not answer, and says why
	return p, nil
}

// listen reads frames until the output ends or makes no sense.
func (p *process) listen(out io.Reader) {
	defer close(p.news)
	r := bufio.NewReaderSize(out, 1<<16)
	var buf []byte
	for {
		k, payload, err := readFrame(r, buf, maxAnswer)
		if err == io.EOF {
			return
		}
		n := news{kind: k, err: err}
		if err == nil {
			n = p.understand(k, payload)
		}
		p.news <- n
		if n.err != nil {
			_, _ = io.Copy(io.Discard, r) // until it is killed
			return
		}
		if buf = payload; cap(buf) > 1<<20 {
			buf = nil
		}
	}
}

// understand decodes a frame.
func (p *process) understand(k kind, payload []byte) news {
	n := news{kind: k}
	switch k {
	case kindGreeting:
		var g *greeting
		if g, n.err = p.speech.greeting.decode(payload, room(payload)); n.err == nil {
			n.err = p.speech.check(g)
		}
	case kindDocument:
		if n.document, n.err = p.speech.document.decode(payload, room(payload)); n.err == nil {
			n.err = sound(n.document)
		}
	case kindStarting, kindStarted, kindMemory:
		if len(payload) > 0 {
			n.err = fmt.Errorf("a frame of kind %q with %d bytes", k, len(payload))
		}
	default:
		n.err = fmt.Errorf("a frame of kind %q", k)
	}
	return n
}

// meet waits for the child's greeting.
func (p *process) meet(ctx context.Context) error {
	timer := time.NewTimer(hello)
	defer timer.Stop()
	select {
	case n, ok := <-p.news:
		switch {
		case !ok:
			said := p.end()
			return errors.New("it ended at once: " + said)
		case n.err != nil:
			p.end()
			return n.err
		case n.kind != kindGreeting:
			p.end()
			return fmt.Errorf("it answered with a frame of kind %q", n.kind)
		}
		return nil
	case <-timer.C:
		p.end()
		return fmt.Errorf("no answer within %s", seconds(hello))
	case <-ctx.Done():
		p.end()
		return ctx.Err()
	}
}

// alive reports whether the process has neither ended nor spoken unasked.
func (p *process) alive() bool {
	select {
	case <-p.news:
		return false
	default:
		return true
	}
}

// The ways in which a process can fail at a file.
type fault int

const (
	none      fault = iota
	late            // past its deadline
	memory          // out of it
	crashed         // ended
	babbling        // broke the protocol
	unopened        // failed while it opened the second engine
	stopped         // the caller gave up
	gone            // ended before it was asked
	unstarted       // never began
)

// send asks for a file.
func (p *process) send(want *file) error {
	p.buf = p.speech.file.append(frameBuffer(p.buf), want)
	return writeFrame(p.in, kindFile, p.buf, maxRequest)
}

// ask asks a process that has nothing to do for a file. It returns a document
// where there is no need to wait for an answer, and a fault where the process
// had ended.
func (p *process) ask(want *file) (*extract.Document, fault, string) {
	p.said.forget()
	p.took = 0
	switch err := p.send(want); {
	case errors.Is(err, errTooLong):
		return &extract.Document{Status: extract.Unreadable, Reason: "cannot open: path too long"}, none, ""
	case err != nil:
		p.end()
		return nil, gone, ""
	}
	return nil, none, ""
}

// read waits for the document of the file at path, which was asked for. Where
// the fault is none, the process can be asked again; else it has ended, and
// why has more to say.
func (p *process) read(ctx context.Context, path string, timeout time.Duration) (d *extract.Document, f fault, why string) {
	began := time.Now()
	defer func() { p.took = time.Since(began) }()
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	set := func(d time.Duration) {
		timer.Stop()
		if d > 0 {
			timer.Reset(d + grace)
		}
	}
	set(timeout)
	opening, opened := false, false
	for {
		select {
		case n, ok := <-p.news:
			switch {
			case !ok:
				why = p.end()
				return nil, p.ended(opening), why
			case n.err != nil:
				p.end()
				return nil, babbling, n.err.Error()
			case n.kind == kindDocument && !opening && n.document.File != "" && n.document.File != filepath.ToSlash(path):
				p.end()
				return nil, babbling, "it answers for another file"
			case n.kind == kindDocument && !opening:
				return n.document, none, ""
			case n.kind == kindStarting && !opened:
				opening, opened = true, true
				set(starting)
				if p.opening != nil {
					p.opening()
				}
			case n.kind == kindStarted && opening:
				opening = false
				began = time.Now()
				set(timeout)
			case n.kind == kindMemory:
				p.end()
				if opening {
					return nil, unopened, "out of memory"
				}
				return nil, memory, ""
			default:
				p.end()
				return nil, babbling, fmt.Sprintf("a frame of kind %q out of turn", n.kind)
			}
		case <-timer.C:
			p.end()
			if opening {
				return nil, unopened, "not within " + seconds(starting)
			}
			return nil, late, ""
		case <-ctx.Done():
			p.end()
			return nil, stopped, ""
		}
	}
}

// ended tells the fault of a process that ended by itself while it read.
func (p *process) ended(opening bool) fault {
	_, out := p.said.reason()
	switch {
	case opening:
		return unopened
	case out || p.cmd.ProcessState != nil && p.cmd.ProcessState.ExitCode() == exitMemory:
		return memory
	}
	return crashed
}

// end kills the process, with what it started, and waits for it. It returns
// in a few words what it died of.
func (p *process) end() string {
	kill(p.cmd.Process)
	_ = p.in.Close()
	for range p.news { // until the output ends
	}
	err := p.cmd.Wait()
	if why, _ := p.said.reason(); why != "" {
		return why
	}
	if err != nil {
		return plain(err.Error())
	}
	return "it ended by itself"
}

// leave lets the process end by itself.
func (p *process) leave() {
	_ = p.in.Close()
	late := time.NewTimer(bye)
	defer late.Stop()
	for open := true; open; {
		select {
		case _, open = <-p.news:
		case <-late.C:
			kill(p.cmd.Process)
		}
	}
	_ = p.cmd.Wait() // it has no more to say
}
