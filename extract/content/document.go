package content

import (
	"bytes"
	"context"
	"errors"
	"fmt"
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
	table     *table
	items     int // elements of the objects that are kept
	encrypted bool
	src       *source     // of an encrypted file
	r         *pdf.Reader // of an encrypted file
	tex       bool        // TeX made it

	kit  *kit
	slab *slab
	left int // decoded bytes that may yet come

	faces  []*face
	fonts  map[int]*face  // by object number
	forms  map[int]*form  // by object number
	spaces map[int]*space // by object number
	off    map[int]bool   // optional content groups that are off, by object number
	allOff bool           // BaseState OFF; off then holds those that are on
	missed []string       // filters that are not understood
	ops    int            // operators that may yet be carried out
	glyphs int            // so far
}

// What ends the reading of a page that has no end.
var (
	errOperators = fmt.Errorf("%w operators", ErrEndless)
	errGlyphs    = fmt.Errorf("%w glyphs", ErrEndless)
	errPainted   = errors.New("too much is painted to tell what can be seen")
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
func (d *document) bytes(v value) []byte { return d.append(nil, v) }

// append decodes a stream to the end of out.
func (d *document) append(out []byte, v value) []byte {
	if v.Kind() != opStream {
		return out
	}
	limit := min(maxStream, d.left)
	if limit <= 0 {
		return out
	}
	if v.lib != nil {
		b, err := libraryBytes(v.lib, limit)
		if err != nil {
			d.unsupported("of an encrypted file: " + err.Error())
			return out
		}
		d.left -= len(b)
		return append(out, b...)
	}
	filter, parm := v.Key("Filter"), v.Key("DecodeParms")
	if filter.IsNull() {
		filter = v.Key("F")
	}
	if parm.IsNull() {
		parm = v.Key("DP")
	}
	data := d.raw(v)
	start := len(out)
	switch filter.Kind() {
	case opName:
		if parm.Kind() == opArray {
			parm = parm.Index(0)
		}
		out = d.filtered(out, filter.Name(), data, parm, limit)
	case opArray:
		n := min(filter.Len(), maxFilters)
		for i := 0; i < n; i++ {
			p := parm
			if parm.Kind() == opArray {
				p = parm.Index(i)
			}
			if i == n-1 {
				out = d.filtered(out, filter.Index(i).Name(), data, p, limit)
			} else if data = d.filtered(nil, filter.Index(i).Name(), data, p, limit); data == nil {
				break
			}
		}
		if n == 0 {
			out = append(out, data...)
		}
	default:
		out = append(out, data...)
	}
	d.left -= len(out) - start
	return out
}

func (d *document) filtered(out []byte, name string, data []byte, parm value, limit int) []byte {
	var p params
	if parm.Kind() == opDict {
		p.predictor = int(parm.Key("Predictor").Int64())
		p.colors = int(parm.Key("Colors").Int64())
		p.bits = int(parm.Key("BitsPerComponent").Int64())
		p.columns = int(parm.Key("Columns").Int64())
		e := parm.Key("EarlyChange")
		p.late = !e.IsNull() && e.Int64() == 0
	}
	more, err := d.kit.inflater.decode(out, name, data, p, limit)
	if err != nil {
		d.unsupported(name)
		return out
	}
	if p.predictor == 2 && p.bits != 0 && p.bits != 8 || p.predictor > 1 && len(data) > emptyStream && len(more) == len(out) {
		d.unsupported(fmt.Sprintf("predictor %d of %d bits", p.predictor, p.bits))
	}
	return more
}

// raw returns the bytes of a stream as they stand in the file. A Length that
// does not lead to the word endstream is not believed.
func (d *document) raw(v value) []byte {
	var rest []byte
	switch {
	case v.lib != nil:
		off, ok := streamOffset(*v.lib)
		if !ok || off >= d.src.size() {
			return nil
		}
		rest = d.src.from(off)
	case v.Kind() == opStream:
		rest = d.table.body[int(v.o.num):]
	default:
		return nil
	}
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
