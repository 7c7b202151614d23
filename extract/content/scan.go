package content

import (
	"bytes"
	"fmt"
)

// scan builds cross-references from the objects themselves. A later object
// stands for an earlier one of the same number.
func scan(body []byte, inf *inflater) (*table, error) {
	t := &table{body: body, inf: inf}
	var catalogue operand
	found := 0
	var l lexer
	left, look := maxExpanded, 8*len(body)+maxExpanded
	for i := 0; i < len(body) && look > 0; {
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
		found += t.put(num, entry{state: entryPlain, at: at, gen: uint16(gen)})
		l.data, l.pos = body[:min(len(body), after+1<<16)], skipSpace(body, after)
		l.slab, l.elems, l.arena = l.slab[:0], l.elems[:0], l.arena[:0]
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
			l = lexer{pos: l.pos} // for what the trailer has of it
		case "ObjStm":
			if left <= 0 {
				break
			}
			dict, data, ok := t.streamAt(after, left)
			if !ok {
				break
			}
			left -= len(data)
			objs := unpack(dict, data)
			for k, o := range objs {
				found += t.put(o.num, entry{state: entryPacked, at: num})
				end := len(data)
				if k+1 < len(objs) {
					end = objs[k+1].from
				}
				if catalogue.kind == opNone && bytes.Contains(data[o.from:end], []byte("/Catalog")) {
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
	if r := t.trailer.root; r.kind != opRef || t.entry(int(r.num)>>16) == nil {
		t.trailer.root = catalogue
	}
	if t.trailer.root.kind != opRef {
		return nil, fmt.Errorf("no catalogue among %d objects", found)
	}
	return t, nil
}

// put enters an object in place of an earlier one; 1 where there was none.
func (t *table) put(num int, e entry) int {
	p := t.room(num)
	first := p.state == entryNone
	if *p = e; first {
		return 1
	}
	return 0
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
