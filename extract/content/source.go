package content

import (
	"fmt"
	"io"
	"math"
	"strconv"
)

// source is an encrypted file as the library will open it: the version is one
// that it knows, and at the end stands one new cross-reference table.
type source struct {
	head []byte // stands over the start of body
	body []byte
	tail []byte // follows body
}

// source makes the library a file of a table's. Where there are object
// streams, whose strings are not encrypted one by one, the file's own
// cross-references stay in force.
func (t *table) source() *source {
	s := &source{body: t.body, head: []byte("%PDF-1.7\n")}
	if t.streams() {
		s.tail = fmt.Appendf(nil, "\nstartxref\n%d\n%%%%EOF\n", t.start)
	} else {
		s.tail = t.write(int64(len(t.body)))
	}
	return s
}

func (t *table) streams() bool {
	for i := range t.entries {
		if t.entries[i].state == entryPacked {
			return true
		}
	}
	return false
}

func (s *source) size() int64 { return int64(len(s.body) + len(s.tail)) }

// ReadAt reads as io.ReaderAt says.
func (s *source) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off >= s.size() {
		return 0, io.EOF
	}
	n := 0
	if off < int64(len(s.body)) {
		n = copy(p, s.body[off:])
		if off < int64(len(s.head)) {
			copy(p[:n], s.head[off:])
		}
	}
	if n < len(p) {
		at := off + int64(n) - int64(len(s.body))
		n += copy(p[n:], s.tail[at:])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// from returns the bytes from an offset to the end of the part that holds it.
func (s *source) from(off int64) []byte {
	switch {
	case off < 0 || off > math.MaxInt32:
		return nil
	case off < int64(len(s.body)):
		return s.body[off:]
	case off < s.size():
		return s.tail[off-int64(len(s.body)):]
	}
	return nil
}

// write returns what is to follow the body: the table and the trailer.
func (t *table) write(at int64) []byte {
	start := at + 1
	out := []byte("\nxref\n0 1\n0000000000 65535 f \n")
	for i := 1; i < len(t.entries); {
		if t.entries[i].state != entryPlain {
			i++
			continue
		}
		j := i + 1
		for j < len(t.entries) && t.entries[j].state == entryPlain {
			j++
		}
		out = fmt.Appendf(out, "%d %d\n", i, j-i)
		for ; i < j; i++ {
			out = fmt.Appendf(out, "%010d %05d n \n", t.entries[i].at, t.entries[i].gen)
		}
	}
	out = fmt.Appendf(out, "trailer\n<< /Size %d", max(len(t.entries), 1))
	for _, f := range [...]struct {
		key string
		v   operand
	}{{"Root", t.trailer.root}, {"Info", t.trailer.info}, {"Encrypt", t.trailer.encrypt}, {"ID", t.trailer.id}} {
		if f.v.kind != opNone {
			out = append(append(append(out, " /"...), f.key...), ' ')
			out = appendOperand(out, f.v)
		}
	}
	return fmt.Appendf(out, " >>\nstartxref\n%d\n%%%%EOF\n", start)
}

// appendOperand writes a value as PDF.
func appendOperand(out []byte, o operand) []byte {
	switch o.kind {
	case opNumber:
		return strconv.AppendFloat(out, o.num, 'f', -1, 64)
	case opString:
		return fmt.Appendf(out, "<%x>", o.str)
	case opName:
		out = append(out, '/')
		for _, c := range o.str {
			if class[c] != isRegular && class[c] != isNumeric || c == '#' || c < '!' || c > '~' {
				out = fmt.Appendf(out, "#%02x", c)
			} else {
				out = append(out, c)
			}
		}
		return out
	case opRef:
		return fmt.Appendf(out, "%d %d R", int(o.num)>>16, int(o.num)&0xFFFF)
	case opArray:
		out = append(out, '[')
		for _, e := range o.items {
			out = append(appendOperand(out, e), ' ')
		}
		return append(out, ']')
	case opDict:
		out = append(out, "<<"...)
		for i := 0; i+1 < len(o.items); i++ {
			if o.items[i].kind != opName {
				continue
			}
			out = append(appendOperand(out, o.items[i]), ' ')
			i++
			out = append(appendOperand(out, o.items[i]), '\n')
		}
		return append(out, ">>"...)
	case opOther:
		return append(out, o.str...)
	}
	return append(out, "null"...)
}
