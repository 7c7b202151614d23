package content

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/ledongthuc/pdf"
)

// Bounds on one file.
const (
	maxStream  = 32 << 20  // decoded bytes of one stream
	maxFilters = 4         // of one stream
	maxDecoded = 256 << 20 // decoded bytes of all streams
	maxForms   = 16        // nesting of form XObjects
)

// document is an open file with what is kept from page to page.
type document struct {
	ctx       context.Context
	src       *source
	r         *pdf.Reader
	encrypted bool

	inflater inflater
	left     int // decoded bytes that may yet come

	fonts  map[string]*face  // by reference
	forms  map[string]*form  // by reference
	spaces map[string]*space // by reference
	off    map[string]bool   // optional content groups that are off, by reference
	allOff bool              // BaseState OFF; off then holds those that are on
	ops    int               // operators that may yet be carried out
	glyphs int               // so far
}

// What ends the reading of a page that has no end.
var (
	errOperators = errors.New("too many operators")
	errGlyphs    = errors.New("too many glyphs")
)

// guard is the recover boundary around the library: it runs do and returns
// what it panicked with as an error.
func guard(what string, do func()) (err error) {
	defer func() {
		if x := recover(); x != nil {
			if e, ok := x.(error); ok {
				err = fmt.Errorf("%s: %w", what, e)
				return
			}
			err = fmt.Errorf("%s: %v", what, x)
		}
	}()
	do()
	return nil
}

// bytes returns the decoded bytes of a stream; an image's filter, and what
// the budget has no room for, yield nothing.
func (d *document) bytes(v pdf.Value) []byte {
	if v.Kind() != pdf.Stream {
		return nil
	}
	limit := min(maxStream, d.left)
	if limit <= 0 {
		return nil
	}
	var out []byte
	if d.encrypted {
		out, _ = io.ReadAll(io.LimitReader(v.Reader(), int64(limit)))
		d.left -= len(out)
		return out
	}
	out = d.raw(v)
	filter, parm := v.Key("Filter"), v.Key("DecodeParms")
	if filter.IsNull() {
		filter = v.Key("F")
	}
	if parm.IsNull() {
		parm = v.Key("DP")
	}
	switch filter.Kind() {
	case pdf.Name:
		if parm.Kind() == pdf.Array {
			parm = parm.Index(0)
		}
		out = d.filtered(filter.Name(), out, parm, limit)
	case pdf.Array:
		for i := 0; i < min(filter.Len(), maxFilters) && out != nil; i++ {
			p := parm
			if parm.Kind() == pdf.Array {
				p = parm.Index(i)
			}
			out = d.filtered(filter.Index(i).Name(), out, p, limit)
		}
	}
	d.left -= len(out)
	return out
}

func (d *document) filtered(name string, data []byte, parm pdf.Value, limit int) []byte {
	var p params
	if parm.Kind() == pdf.Dict {
		p.predictor = int(parm.Key("Predictor").Int64())
		p.colors = int(parm.Key("Colors").Int64())
		p.bits = int(parm.Key("BitsPerComponent").Int64())
		p.columns = int(parm.Key("Columns").Int64())
		e := parm.Key("EarlyChange")
		p.late = !e.IsNull() && e.Int64() == 0
	}
	out, err := d.inflater.decode(name, data, p, limit)
	if err != nil {
		return nil
	}
	return out
}

// raw returns the bytes of a stream as they stand in the file. A Length that
// does not lead to the word endstream is not believed.
func (d *document) raw(v pdf.Value) []byte {
	off, ok := streamOffset(v)
	if !ok || off >= d.src.size() {
		return nil
	}
	rest := d.src.from(off)
	n := v.Key("Length").Int64()
	if n >= 0 && n <= int64(len(rest)) {
		tail := bytes.TrimLeft(rest[n:min(n+20, int64(len(rest)))], "\r\n\t \x00")
		if bytes.HasPrefix(tail, []byte("endstream")) || bytes.HasPrefix(tail, []byte("endobj")) {
			return rest[:n]
		}
	}
	if i := bytes.Index(rest, []byte("endstream")); i >= 0 {
		return bytes.TrimSuffix(bytes.TrimSuffix(rest[:i], []byte("\n")), []byte("\r"))
	}
	return rest
}

// done reports whether reading must stop: the context has ended, or the
// operators have.
func (d *document) done() error {
	if d.ops <= 0 {
		return errOperators
	}
	if d.ctx.Err() != nil {
		return d.ctx.Err()
	}
	if t, ok := d.ctx.Deadline(); ok && time.Now().After(t) {
		return context.DeadlineExceeded
	}
	return nil
}
