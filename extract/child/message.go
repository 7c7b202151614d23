package child

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"pique/extract"
)

// protocol is the version of the frames and of the order in which they come.
const protocol = 2

// mark opens a greeting, so that a program which speaks something else is
// told from one that speaks another version.
const mark = "pique reads"

// greeting is what each side says first. The parent's carries what holds for
// all files.
type greeting struct {
	Mark     string
	Protocol int
	Print    uint64 // of the types of file and document: of which build the other is
	Job      job    // of the parent's greeting
}

// job is what a child reads with.
type job struct {
	Engine    extract.Engine
	OCR       bool
	Timeout   time.Duration // for a file; less than 0: none
	MaxMemory int64         // bytes
	MaxBytes  int64         // of a file, as in extract.Options
	Cache     string        // folder of the second engine's compiled code; empty: none
}

// file is a request.
type file struct {
	Path    string
	Timeout time.Duration // 0: that of the job; less than 0: none
}

// speech is what is said in frames.
type speech struct {
	greeting *codec[greeting]
	file     *codec[file]
	document *codec[extract.Document]
}

func newSpeech() (speech, error) {
	g, err1 := newCodec[greeting]()
	f, err2 := newCodec[file]()
	d, err3 := newCodec[extract.Document]()
	return speech{g, f, d}, errors.Join(err1, err2, err3)
}

// print tells builds apart whose files or documents differ in form.
func (s speech) print() uint64 {
	return s.greeting.print ^ s.file.print*3 ^ s.document.print*5
}

// greet makes the greeting for a job.
func (s speech) greet(j job) greeting { return greeting{mark, protocol, s.print(), j} }

// check reports what is wrong with the greeting of the other side.
func (s speech) check(g *greeting) error {
	switch {
	case g.Mark != mark:
		return errors.New("greeting of another program")
	case g.Protocol != protocol:
		return fmt.Errorf("protocol version %d, want %d", g.Protocol, protocol)
	case g.Print != s.print():
		return errors.New("greeting of another build")
	}
	return nil
}

// room is the memory that a payload may take when decoded, in bytes. A
// document of many short lines takes some four times what it has on the wire.
func room(payload []byte) int { return 1<<20 + 8*len(payload) }

// sound reports what in a document cannot be: its numbers must stay within
// its lists, for whoever goes by them.
func sound(d *extract.Document) error {
	lines, sections, entries := len(d.Lines), len(d.Sections), len(d.Entries)
	span := func(start, end, most int) bool { return 0 <= start && start <= end && end <= most }
	for i := range d.Lines {
		l := &d.Lines[i]
		if l.Section < 0 || l.Section >= sections || l.Entry < -1 || l.Entry >= entries {
			return fmt.Errorf("line %d stands nowhere", i)
		}
		for _, s := range l.Spans {
			if !span(s.Start, s.End, len(l.Text)) {
				return fmt.Errorf("line %d has a span past its text", i)
			}
		}
		for _, k := range l.Links {
			if !span(k.Start, k.End, len(l.Text)) {
				return fmt.Errorf("line %d has a link past its text", i)
			}
		}
		for _, g := range l.Gaps {
			if g < 0 || g > len(l.Text) {
				return fmt.Errorf("line %d has a gap past its text", i)
			}
		}
	}
	for i, s := range d.Sections {
		if !span(s.Start, s.End, lines) {
			return fmt.Errorf("section %d has lines that are not there", i)
		}
	}
	for i, e := range d.Entries {
		if !span(e.Start, e.End, lines) || e.Section < 0 || e.Section >= sections {
			return fmt.Errorf("entry %d stands nowhere", i)
		}
	}
	switch d.Status {
	case extract.OK, extract.Partial, extract.Unreadable:
	default:
		return fmt.Errorf("no status %q", strings.ToValidUTF8(string(d.Status), "?"))
	}
	return nil
}
