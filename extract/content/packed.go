package content

import (
	"bytes"
	"slices"
)

// lay reads the object stream of a number: each object that the table has in
// it is then known by its place in the decoded bytes, the last of those that
// have the same number.
func (t *table) lay(stream int) {
	if _, done := t.laid[stream]; done {
		return
	}
	if t.laid == nil {
		t.laid, t.left = map[int][]byte{}, maxExpanded
	}
	t.laid[stream] = nil
	e := t.entry(stream)
	if e == nil || e.state != entryPlain || t.left <= 0 {
		return
	}
	_, _, after, ok := objectAt(t.body, e.at)
	if !ok {
		return
	}
	dict, data, ok := t.streamAt(after, t.left)
	if !ok {
		return
	}
	t.left -= len(data)
	t.laid[stream] = data
	for _, o := range unpack(dict, data) {
		e := t.entry(o.num)
		switch {
		case e == nil:
		case e.state == entryPacked && e.at == stream, e.state == entryLaid && int(e.in) == stream:
			*e = entry{state: entryLaid, at: o.from, in: int32(stream)}
		}
	}
}

// packedObject is an object in an object stream.
type packedObject struct {
	num, from int
}

// unpack splits an object stream, in the order of the bytes.
func unpack(dict []operand, data []byte) []packedObject {
	count, first := int(lookup(dict, "N").num), int(lookup(dict, "First").num)
	if first <= 0 || first > len(data) || count < 0 {
		return nil
	}
	objs := make([]packedObject, 0, min(count, 1<<10))
	l := lexer{data: data[:first]}
	sorted := true
	for i := 0; i < count; i++ {
		num, _ := l.object(0)
		off, _ := l.object(0)
		if num.kind != opNumber || off.kind != opNumber {
			break
		}
		from := first + int(off.num)
		if from < first || from > len(data) || num.num < 0 || num.num >= maxObjects {
			continue
		}
		sorted = sorted && (len(objs) == 0 || from >= objs[len(objs)-1].from)
		objs = append(objs, packedObject{num: int(num.num), from: from})
	}
	if !sorted {
		slices.SortStableFunc(objs, func(a, b packedObject) int { return a.from - b.from })
	}
	return objs
}

// rawAt reads the dictionary and the raw bytes of the stream that begins at a
// byte of the body; ok is false where there is a dictionary alone. A Length
// that is no plain number, or does not lead to endstream, is not used.
func (t *table) rawAt(at int) (d operand, raw []byte, ok bool) {
	l := lexer{data: t.body[:min(len(t.body), at+maxDict)], pos: at}
	d, _ = l.object(1)
	if d.kind != opDict {
		return d, nil, false
	}
	i, ok := streamStart(t.body, l.pos)
	if !ok {
		return d, nil, false
	}
	raw = t.body[i:]
	n := lookup(d.items, "Length")
	if n.kind == opNumber && n.num >= 0 && n.num <= float64(len(raw)) && bytes.HasPrefix(raw[skipSpace(raw, int(n.num)):], []byte("endstream")) {
		return d, raw[:int(n.num)], true
	}
	if j := t.endstream(i); j >= 0 {
		raw = t.body[i:j]
	}
	return d, raw, true
}

// streamStart returns where the bytes of a stream begin, whose dictionary ends
// at a byte; false where none follows.
func streamStart(b []byte, at int) (int, bool) {
	i := skipSpace(b, at)
	if !bytes.HasPrefix(b[i:], []byte("stream")) {
		return 0, false
	}
	i += len("stream")
	if i < len(b) && b[i] == '\r' {
		i++
	}
	if i < len(b) && b[i] == '\n' {
		i++
	}
	return i, true
}

// endstream finds the next end of a stream from a byte of the body on; -1
// where there is none. It looks through what is left but once.
func (t *table) endstream(from int) int {
	if t.endless > 0 && from >= t.endless {
		return -1
	}
	j := bytes.Index(t.body[from:], []byte("endstream"))
	if j < 0 {
		t.endless = max(from, 1)
		return -1
	}
	return from + j
}

// streamAt reads the dictionary and the decoded bytes of a stream.
func (t *table) streamAt(at, limit int) ([]operand, []byte, bool) {
	d, raw, ok := t.rawAt(at)
	if !ok {
		return d.items, nil, false
	}
	filters, parms := lookup(d.items, "Filter"), lookup(d.items, "DecodeParms")
	if filters.kind == opName {
		filters = operand{kind: opArray, items: []operand{filters}}
		parms = operand{kind: opArray, items: []operand{parms}}
	}
	for k, f := range filters.items[:min(len(filters.items), maxFilters)] {
		var p params
		if k < len(parms.items) {
			it := parms.items[k].items
			p.predictor, p.colors = int(lookup(it, "Predictor").num), int(lookup(it, "Colors").num)
			p.bits, p.columns = int(lookup(it, "BitsPerComponent").num), int(lookup(it, "Columns").num)
			e := lookup(it, "EarlyChange")
			p.late = e.kind == opNumber && e.num == 0
		}
		out, err := t.inf.decode(nil, string(f.str), raw, p, limit)
		if err != nil {
			return d.items, nil, false
		}
		raw = out
	}
	return d.items, raw, true
}
