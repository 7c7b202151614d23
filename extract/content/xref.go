package content

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// maxSections bounds the chain of cross-reference sections, of which each
// saved change adds one.
const maxSections = 1 << 10

// readTable reads the cross-references of a file, by the last startxref.
func readTable(body []byte, inf *inflater) (*table, error) {
	t := &table{body: body, entries: map[int]entry{}, inf: inf}
	i := bytes.LastIndex(body, []byte("startxref"))
	if i < 0 {
		return nil, errors.New("no startxref")
	}
	at, _, ok := digits(body, skipSpace(body, i+len("startxref")))
	if !ok {
		return nil, errors.New("startxref names no place")
	}
	t.start = at
	seen := map[int]bool{}
	queue := []int{at}
	for len(queue) > 0 {
		at, queue = queue[0], queue[1:]
		if seen[at] {
			continue
		}
		if seen[at] = true; len(seen) > maxSections {
			return nil, errors.New("too many cross-reference sections")
		}
		dict, err := t.section(at)
		if err != nil {
			return nil, err
		}
		t.trailer.take(dict)
		// The stream of a hybrid file goes before the section's own past.
		for _, key := range [...]string{"XRefStm", "Prev"} {
			if v := lookup(dict, key); v.kind == opNumber && v.num > 0 && v.num < float64(len(body)) {
				queue = append(queue, int(v.num))
			}
		}
	}
	return t, nil
}

// section reads one section, a table or a stream, and returns its trailer.
func (t *table) section(at int) ([]operand, error) {
	if at < 0 || at >= len(t.body) {
		return nil, errors.New("a cross-reference section lies outside the file")
	}
	i := skipSpace(t.body, at)
	if bytes.HasPrefix(t.body[i:], []byte("xref")) {
		return t.plain(i + len("xref"))
	}
	_, _, after, ok := objectAt(t.body, i)
	if !ok {
		return nil, errors.New("no cross-reference section where one should be")
	}
	dict, data, ok := t.streamAt(after, maxExpanded)
	if !ok || string(lookup(dict, "Type").str) != "XRef" {
		return nil, errors.New("no cross-reference stream where one should be")
	}
	return dict, t.packed(dict, data)
}

// plain reads a table and the trailer after it.
func (t *table) plain(at int) ([]operand, error) {
	l := lexer{data: t.body, pos: at}
	for {
		first, word := l.object(0)
		if string(word) == "trailer" {
			break
		}
		count, w := l.object(0)
		if word != nil || w != nil || first.kind != opNumber || count.kind != opNumber {
			return nil, errors.New("a cross-reference table is malformed")
		}
		for i := 0; i < int(count.num); i++ {
			off, _ := l.object(0)
			gen, _ := l.object(0)
			_, use := l.object(0)
			if off.kind != opNumber || gen.kind != opNumber || len(use) != 1 || use[0] != 'n' && use[0] != 'f' {
				return nil, errors.New("a cross-reference table is malformed")
			}
			// Some writers enter objects that are not there at 0.
			t.set(int(first.num)+i, entry{at: int(off.num), gen: int(gen.num), free: use[0] == 'f' || off.num == 0})
		}
	}
	d, _ := l.object(1)
	if d.kind != opDict {
		return nil, errors.New("no trailer")
	}
	return d.items, nil
}

// set enters an object unless a newer section has it.
func (t *table) set(num int, e entry) {
	if num < 0 || num >= maxObjects || e.gen > 65535 {
		return
	}
	if _, ok := t.entries[num]; !ok {
		t.entries[num] = e
	}
}

// packed reads the entries of a cross-reference stream.
func (t *table) packed(dict []operand, data []byte) error {
	var w [3]int
	ws := lookup(dict, "W").items
	if len(ws) < 3 {
		return errors.New("a cross-reference stream has no widths")
	}
	size := 0
	for i := range ws {
		n := int(ws[i].num)
		if n < 0 || n > 8 {
			return errors.New("a cross-reference stream has bad widths")
		}
		if i < 3 {
			w[i] = n
		}
		size += n
	}
	if size == 0 {
		return errors.New("a cross-reference stream has bad widths")
	}
	index := lookup(dict, "Index").items
	if len(index) < 2 {
		index = []operand{{kind: opNumber}, lookup(dict, "Size")}
	}
	field := func(b []byte) int {
		v := 0
		for _, c := range b {
			v = v<<8 | int(c)
		}
		return v
	}
	for ; len(index) >= 2; index = index[2:] {
		first := int(index[0].num)
		for i := 0; i < int(index[1].num) && len(data) >= size; i++ {
			kind := 1
			if w[0] > 0 {
				kind = field(data[:w[0]])
			}
			a, b := field(data[w[0]:w[0]+w[1]]), field(data[w[0]+w[1]:w[0]+w[1]+w[2]])
			data = data[size:]
			switch kind {
			case 0:
				t.set(first+i, entry{free: true})
			case 1:
				t.set(first+i, entry{at: a, gen: b, free: a == 0})
			case 2:
				if a > 0 && a < maxObjects {
					t.set(first+i, entry{stream: a})
				}
			}
		}
	}
	return nil
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
	i := skipSpace(t.body, l.pos)
	if !bytes.HasPrefix(t.body[i:], []byte("stream")) {
		return d, nil, false
	}
	i += len("stream")
	if i < len(t.body) && t.body[i] == '\r' {
		i++
	}
	if i < len(t.body) && t.body[i] == '\n' {
		i++
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

// expand calls do for each object that lies in an object stream, in the order
// of the streams' numbers.
func (t *table) expand(do func(num int, text []byte)) {
	holds := map[int][]int{}
	for n, e := range t.entries {
		if e.stream != 0 {
			holds[e.stream] = append(holds[e.stream], n)
		}
	}
	streams := make([]int, 0, len(holds))
	for s := range holds {
		streams = append(streams, s)
	}
	slices.Sort(streams)
	left := maxExpanded
	for _, s := range streams {
		e, ok := t.entries[s]
		if !ok || e.free || e.stream != 0 {
			continue
		}
		_, _, after, ok := objectAt(t.body, e.at)
		if !ok || left <= 0 {
			continue
		}
		dict, data, ok := t.streamAt(after, left)
		if !ok {
			continue
		}
		left -= len(data)
		for _, o := range unpack(dict, data) {
			if t.entries[o.num].stream == s {
				do(o.num, o.text)
			}
		}
	}
}

// packedObject is an object in an object stream.
type packedObject struct {
	num, from int
	text      []byte
}

// unpack splits an object stream.
func unpack(dict []operand, data []byte) []packedObject {
	count, first := int(lookup(dict, "N").num), int(lookup(dict, "First").num)
	if first <= 0 || first > len(data) || count < 0 {
		return nil
	}
	var objs []packedObject
	l := lexer{data: data[:first]}
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
		objs = append(objs, packedObject{num: int(num.num), from: from})
	}
	slices.SortStableFunc(objs, func(a, b packedObject) int { return a.from - b.from })
	for i := range objs {
		end := len(data)
		if i+1 < len(objs) {
			end = objs[i+1].from
		}
		objs[i].text = data[objs[i].from:end]
	}
	return objs
}

// scan builds cross-references from the objects themselves. A later object
// stands for an earlier one of the same number.
func scan(body []byte, inf *inflater) (*table, error) {
	t := &table{body: body, entries: map[int]entry{}, inf: inf}
	var catalogue operand
	left, look := maxExpanded, 8*len(body)+maxExpanded
	for i := 0; i < len(body) && len(t.entries) < maxObjects && look > 0; {
		j := bytes.Index(body[i:], []byte("obj"))
		if j < 0 {
			break
		}
		j += i
		i = j + 3
		at := objectStart(body, j)
		if at < 0 {
			continue
		}
		num, gen, after, ok := objectAt(body, at)
		if !ok || num <= 0 || num >= maxObjects || gen > 65535 {
			continue
		}
		t.entries[num] = entry{at: at, gen: gen}
		l := lexer{data: body[:min(len(body), after+1<<16)], pos: skipSpace(body, after)}
		if !bytes.HasPrefix(body[l.pos:], []byte("<<")) {
			continue
		}
		d, _ := l.object(1)
		look -= l.pos - after
		switch string(lookup(d.items, "Type").str) {
		case "Catalog":
			catalogue = operand{kind: opRef, num: float64(num)*65536 + float64(gen)}
		case "XRef":
			t.newest(d.items)
		case "ObjStm":
			if left <= 0 {
				break
			}
			dict, data, ok := t.streamAt(after, left)
			if !ok {
				break
			}
			left -= len(data)
			for _, o := range unpack(dict, data) {
				t.entries[o.num] = entry{stream: num}
				if bytes.Contains(o.text, []byte("/Catalog")) && catalogue.kind == opNone {
					catalogue = operand{kind: opRef, num: float64(o.num) * 65536}
				}
			}
		}
		// A stream's bytes are passed over.
		if k := skipSpace(body, l.pos); bytes.HasPrefix(body[k:], []byte("stream")) {
			if e := t.endstream(k); e >= 0 {
				i = e
			}
		}
	}
	for i := 0; ; {
		j := bytes.Index(body[i:], []byte("trailer"))
		if j < 0 {
			break
		}
		i += j + len("trailer")
		l := lexer{data: body[:min(len(body), i+1<<16)], pos: i}
		if look -= 1 << 10; look < 0 {
			break
		}
		if d, _ := l.object(1); d.kind == opDict {
			t.newest(d.items)
		}
	}
	if r := t.trailer.root; r.kind != opRef || t.entries[int(r.num)>>16] == (entry{}) {
		t.trailer.root = catalogue
	}
	if t.trailer.root.kind != opRef {
		return nil, fmt.Errorf("no catalogue among %d objects", len(t.entries))
	}
	return t, nil
}

// newest lets a later trailer go before those found so far.
func (t *table) newest(items []operand) {
	var n trailer
	n.take(items)
	old := t.trailer
	t.trailer = n
	for _, f := range [...][2]*operand{{&t.trailer.root, &old.root}, {&t.trailer.info, &old.info}, {&t.trailer.encrypt, &old.encrypt}, {&t.trailer.id, &old.id}} {
		if f[0].kind == opNone {
			*f[0] = *f[1]
		}
	}
}

// objectStart goes back from the word obj to the start of "N G obj"; -1 where
// no such stands there.
func objectStart(b []byte, i int) int {
	back := func(i int, want func(byte) bool) int {
		for i > 0 && want(b[i-1]) {
			i--
		}
		return i
	}
	space := func(c byte) bool { return class[c] == isSpace }
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	g := back(i, space)
	gs := back(g, digit)
	n := back(gs, space)
	ns := back(n, digit)
	if gs == g || n == gs || ns == n || g-gs > 5 || n-ns > 10 {
		return -1
	}
	return ns
}
