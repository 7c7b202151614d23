package child

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pique/extract"
	"pique/extract/outline"
)

// TestServeRefuses: a child hangs up on whoever speaks otherwise.
func TestServeRefuses(t *testing.T) {
	sp, err := newSpeech()
	if err != nil {
		t.Fatal(err)
	}
	hello := func(change func(*greeting)) []byte {
		g := sp.greet(job{})
		change(&g)
		var b bytes.Buffer
		if err := writeFrame(&b, kindGreeting, sp.greeting.append(frameBuffer(nil), &g), maxRequest); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	good := hello(func(*greeting) {})
	for name, c := range map[string]struct {
		in   []byte
		want string
	}{
		"nothing":          {nil, "EOF"},
		"text":             {[]byte("GET / HTTP/1.1\r\n\r\n"), "frame too long"},
		"another program":  {hello(func(g *greeting) { g.Mark = "other" }), "another program"},
		"another version":  {hello(func(g *greeting) { g.Protocol++ }), "protocol version 3, want 2"},
		"another build":    {hello(func(g *greeting) { g.Print++ }), "another build"},
		"no kind":          {[]byte{0, 0, 0, 0, 0}, "without a kind"},
		"not a greeting":   {[]byte{1, 0, 0, 0, 'f'}, `kind 'f'`},
		"half a greeting":  {good[:len(good)-1], "cut short"},
		"a second hello":   {append(bytes.Clone(good), good...), `kind 'g'`},
		"a broken request": {append(bytes.Clone(good), 3, 0, 0, 0, 'f', 99, 'x'), "cut short"},
	} {
		err := Serve(context.Background(), bytes.NewReader(c.in), io.Discard, ServeOptions{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an error with %q", name, err, c.want)
		}
	}
	if err := Serve(context.Background(), bytes.NewReader(good), io.Discard, ServeOptions{}); err != nil {
		t.Errorf("a parent that has nothing to ask: %v", err)
	}
}

// brief cuts a document down to its first lines: a fuzzer that finds something
// in a long input takes minutes to shorten it.
func brief(d *extract.Document) {
	const lines = 3
	n := min(lines, len(d.Lines))
	d.Lines, d.Hidden, d.Links = d.Lines[:n], d.Hidden[:min(1, len(d.Hidden))], d.Links[:min(1, len(d.Links))]
	for i := range d.Sections {
		d.Sections[i].Start, d.Sections[i].End = min(n, d.Sections[i].Start), min(n, d.Sections[i].End)
	}
	d.Sections = d.Sections[:min(lines, len(d.Sections))]
	d.Entries = slices.DeleteFunc(d.Entries, func(e outline.Entry) bool { return e.End > n || e.Section >= len(d.Sections) })
	for i := range d.Lines {
		if d.Lines[i].Entry >= len(d.Entries) {
			d.Lines[i].Entry = -1
		}
	}
}

// whole leaves a document as it is.
func whole(*extract.Document) {}

// seeds returns the answers of a child for all invented resumes, in frames.
func seeds(t testing.TB, sp speech, change func(*extract.Document)) [][]byte {
	files, err := filepath.Glob("../../testdata/resumes/*.pdf")
	if err != nil {
		t.Fatal(err)
	}
	var out [][]byte
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d := extract.ReadBytes(context.Background(), filepath.Base(f), data, extract.Options{Engine: extract.Own})
		change(&d)
		if err := sound(&d); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		var b bytes.Buffer
		if err := writeFrame(&b, kindDocument, sp.document.append(frameBuffer(nil), &d), maxAnswer); err != nil {
			t.Fatal(err)
		}
		out = append(out, b.Bytes())
	}
	return out
}

// FuzzAnswer: whatever a child says, the parent makes of it a document that
// can be gone through, or an error.
func FuzzAnswer(f *testing.F) {
	sp, err := newSpeech()
	if err != nil {
		f.Fatal(err)
	}
	if w := flag.Lookup("test.fuzzworker"); w == nil || w.Value.String() != "true" { // a worker is handed its inputs
		all := seeds(f, sp, brief)
		if len(all) < 30 {
			f.Fatalf("seeds: got %d, want 30 or more", len(all))
		}
		for _, s := range all {
			f.Add(s)
		}
	}
	g := sp.greet(job{Engine: extract.Own, Cache: "cache"})
	var b bytes.Buffer
	if err := writeFrame(&b, kindGreeting, sp.greeting.append(frameBuffer(nil), &g), maxAnswer); err != nil {
		f.Fatal(err)
	}
	for _, k := range []kind{kindStarting, kindStarted, kindMemory, 'x'} {
		if err := writeFrame(&b, k, frameBuffer(nil), maxAnswer); err != nil {
			f.Fatal(err)
		}
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, in []byte) {
		p := &process{speech: sp}
		r := bytes.NewReader(in)
		for {
			k, payload, err := readFrame(r, nil, maxAnswer)
			if err != nil {
				if errors.Is(err, io.EOF) && r.Len() > 0 {
					t.Fatalf("%d bytes unread at the end", r.Len())
				}
				return
			}
			n := p.understand(k, payload)
			if n.err != nil {
				return
			}
			if k != kindDocument {
				continue
			}
			for i, l := range n.document.Lines {
				_ = n.document.Of(i)
				for _, s := range l.Spans {
					_ = l.Text[s.Start:s.End]
				}
			}
			again := sp.document.append(nil, n.document)
			d, err := sp.document.decode(again, room(again))
			if err != nil {
				t.Fatalf("what was decoded cannot be sent on: %v", err)
			}
			if !bytes.Equal(again, sp.document.append(nil, d)) {
				t.Fatal("a document changes on its way")
			}
		}
	})
}

// FuzzServe: whatever a parent says, a child answers or hangs up.
func FuzzServe(f *testing.F) {
	sp, err := newSpeech()
	if err != nil {
		f.Fatal(err)
	}
	g := sp.greet(job{MaxMemory: 1 << 40})
	var b bytes.Buffer
	if err := writeFrame(&b, kindGreeting, sp.greeting.append(frameBuffer(nil), &g), maxRequest); err != nil {
		f.Fatal(err)
	}
	greeted := b.Len()
	for _, path := range []string{"a.pdf", "", "../x\x00y.pdf", strings.Repeat("long/", 1000)} {
		if err := writeFrame(&b, kindFile, sp.file.append(frameBuffer(nil), &file{Path: path}), maxRequest); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Add(b.Bytes()[:greeted])
	f.Fuzz(func(t *testing.T, in []byte) {
		asked := 0
		o := ServeOptions{read: func(_ context.Context, path string, _ extract.Options) extract.Document {
			asked++
			return extract.Document{File: path, Status: extract.OK}
		}}
		var out bytes.Buffer
		_ = Serve(context.Background(), bytes.NewReader(in), &out, o)
		answers := 0
		for {
			k, _, err := readFrame(&out, nil, maxAnswer)
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("an answer that makes no sense: %v", err)
			}
			if k == kindDocument {
				answers++
			}
		}
		if answers != asked {
			t.Fatalf("%d answers to %d requests", answers, asked)
		}
	})
}

// BenchmarkDocument is the cost of sending a document, both sides, without
// the pipe.
func BenchmarkDocument(b *testing.B) {
	sp, err := newSpeech()
	if err != nil {
		b.Fatal(err)
	}
	frames := seeds(b, sp, whole)
	bytes := 0
	for _, f := range frames {
		bytes += len(f)
	}
	b.ReportAllocs()
	var buf []byte
	for i := 0; b.Loop(); i++ {
		payload := frames[i%len(frames)][frameHead:]
		d, err := sp.document.decode(payload, room(payload))
		if err != nil {
			b.Fatal(err)
		}
		if err := sound(d); err != nil {
			b.Fatal(err)
		}
		buf = sp.document.append(frameBuffer(buf), d)
	}
	b.ReportMetric(float64(bytes)/float64(len(frames)), "B/doc")
}
