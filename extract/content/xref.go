package content

import (
	"bytes"
	"errors"
)

// maxSections bounds the chain of cross-reference sections, of which each
// saved change adds one.
const maxSections = 1 << 10

// readTable reads the cross-references of a file, by the last startxref, into
// the room of kept.
func readTable(body []byte, inf *inflater, kept []entry) (*table, error) {
	t := &table{body: body, entries: kept[:0], inf: inf}
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
			if e, ok := l.row(); ok {
				t.set(int(first.num)+i, e)
				continue
			}
			off, _ := l.object(0)
			gen, _ := l.object(0)
			_, use := l.object(0)
			if off.kind != opNumber || gen.kind != opNumber || len(use) != 1 || use[0] != 'n' && use[0] != 'f' {
				return nil, errors.New("a cross-reference table is malformed")
			}
			t.set(int(first.num)+i, newEntry(int(off.num), int(gen.num), use[0] == 'f'))
		}
	}
	d, _ := l.object(1)
	if d.kind != opDict {
		return nil, errors.New("no trailer")
	}
	return d.items, nil
}

// row reads one row of a table as the standard has it, 20 bytes with two of
// them for the end of the line; false where it is not so written.
func (l *lexer) row() (entry, bool) {
	l.pos = skipSpace(l.data, l.pos)
	if len(l.data)-l.pos < 20 {
		return entry{}, false
	}
	r := l.data[l.pos : l.pos+20]
	if r[10] != ' ' || r[16] != ' ' || r[17] != 'n' && r[17] != 'f' || class[r[18]] != isSpace || class[r[19]] != isSpace {
		return entry{}, false
	}
	at, n, _ := digits(r, 0)
	gen, m, _ := digits(r, 11)
	if n != 10 || m != 16 {
		return entry{}, false
	}
	l.pos += 20
	return newEntry(at, gen, r[17] == 'f'), true
}

// newEntry is the entry of an object that stands by itself. Some writers
// enter objects that are not there at 0.
func newEntry(at, gen int, free bool) entry {
	switch {
	case gen < 0 || gen > 65535:
		return entry{}
	case free || at == 0:
		return entry{state: entryFree}
	}
	return entry{state: entryPlain, at: at, gen: uint16(gen)}
}

// set enters an object unless a newer section has it.
func (t *table) set(num int, e entry) {
	if num < 0 || num >= maxObjects {
		return
	}
	if p := t.room(num); p.state == entryNone {
		*p = e
	}
}

// room returns the place of an object's entry.
func (t *table) room(num int) *entry {
	if num >= len(t.entries) {
		t.entries = append(t.entries, make([]entry, num+1-len(t.entries))...)
	}
	return &t.entries[num]
}

// entry returns the entry of an object; nil where there is none, or none that
// is in use.
func (t *table) entry(num int) *entry {
	if num < 0 || num >= len(t.entries) || t.entries[num].state <= entryFree {
		return nil
	}
	return &t.entries[num]
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
				t.set(first+i, entry{state: entryFree})
			case 1:
				t.set(first+i, newEntry(a, b, false))
			case 2:
				if a > 0 && a < maxObjects {
					t.set(first+i, entry{state: entryPacked, at: a})
				}
			}
		}
	}
	return nil
}
