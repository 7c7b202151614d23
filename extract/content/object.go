package content

// Bounds on references and on what is kept.
const (
	maxHops  = 4       // references that lead to one another
	maxItems = 1 << 20 // elements of all objects that are kept
)

// root returns what the trailer has under a key: "Root" or "Info".
func (d *document) root(key string) value {
	switch {
	case d.r != nil:
		return libraryValue(d.r.Trailer().Key(key))
	case key == "Info":
		return d.follow(&d.table.trailer.info)
	}
	return d.follow(&d.table.trailer.root)
}

// follow returns what a place holds or refers to.
func (d *document) follow(o *operand) value {
	for hop := 0; o != nil && o.kind == opRef; hop++ {
		if hop == maxHops {
			return value{}
		}
		o = d.object(int(o.num)>>16, uint16(int(o.num)))
	}
	if o == nil || o.kind == opOther && string(o.str) != "true" && string(o.str) != "false" {
		return value{}
	}
	return value{d: d, o: o}
}

// object returns an object of the file; nil where there is none of the number
// and the generation.
func (d *document) object(num int, gen uint16) *operand {
	t := d.table
	e := t.entry(num)
	if e == nil || e.gen != gen {
		return nil
	}
	if e.o != nil {
		return e.o
	}
	if e.state == entryPacked {
		if t.lay(e.at); e.state != entryLaid {
			return nil
		}
	}
	data, at := t.body, e.at
	if e.state == entryLaid {
		data = t.laid[int(e.in)]
	} else {
		n, _, after, ok := objectAt(data, at)
		if !ok || n != num {
			return nil
		}
		at = after
	}
	o := d.kit.parse(data, at)
	if o.kind == opDict && e.state == entryPlain {
		if i, ok := streamStart(data, d.kit.objects.pos); ok {
			o.kind, o.num = opStream, float64(i)
		}
	}
	if d.items += d.kit.objects.taken; d.items <= maxItems {
		e.o = o
	}
	return o
}

// parse reads the value that begins at a byte. What it is made of holds until
// the file is done with.
func (k *kit) parse(data []byte, at int) *operand {
	l := &k.objects
	l.data, l.pos, l.taken = data[:min(len(data), at+maxDict)], at, 0
	l.elems = l.elems[:0]
	o := &l.take(1)[0]
	*o, _ = l.object(1)
	if o.kind == opNumber {
		after := l.pos
		if gen, _ := l.object(1); gen.kind == opNumber {
			if _, w := l.object(1); string(w) == "R" {
				*o = reference(o.num, gen.num)
			}
		}
		l.pos = after
	}
	return o
}

// reference is a reference to an object.
func reference(num, gen float64) operand {
	return operand{kind: opRef, num: num*65536 + gen}
}
