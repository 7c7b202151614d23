package content

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// Bounds on the objects of a file.
const (
	maxObjects  = 1 << 20  // also the highest object number
	maxExpanded = 32 << 20 // bytes of all object streams
	maxJunk     = 4096     // bytes before the header
	maxDict     = 4 << 20  // bytes of a dictionary
)

// mend makes a source of a file's bytes that the library will open: junk
// before the header is cut off, the version is one that it knows, and at the
// end stand the objects of all object streams by themselves and one new
// cross-reference table, so that the library meets neither cross-reference
// streams nor object streams, nor any chain or cycle of them, and need not
// inflate an object stream for each object in it. Where the file's own
// cross-references are broken, the table is built from the objects found in
// it; what was done then is the second result. With relay, that is done in
// any case, and all objects are written anew besides.
func mend(data []byte, relay bool, inf *inflater) (*source, string, error) {
	i := bytes.Index(data[:min(len(data), maxJunk)], []byte("%PDF-"))
	if i < 0 {
		if !bytes.Contains(data, []byte(" obj")) || !bytes.Contains(data, []byte("endobj")) {
			return nil, "", ErrNotPDF
		}
		i = 0
	}
	body := data[i:]
	t, err := readTable(body, inf)
	mended := ""
	switch {
	case err != nil:
	case relay:
		err = errors.New("objects are malformed")
	default:
		err = t.verify()
	}
	if err != nil {
		mended = "cross-references rebuilt: " + err.Error()
		if t, err = scan(body, inf); err != nil {
			return nil, "", fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	s := &source{body: body, head: []byte("%PDF-1.7\n")}
	if len(body) < len(s.head) {
		return nil, "", ErrDamaged
	}
	if t.trailer.encrypt.kind != opNone && t.streams() {
		// The strings of these objects are not encrypted one by one, so the
		// streams must stay as they are.
		if mended != "" {
			return nil, "", fmt.Errorf("%w: encrypted, with broken cross-references", ErrDamaged)
		}
		s.tail = fmt.Appendf(nil, "\nstartxref\n%d\n%%%%EOF\n", t.start)
		return s, "", nil
	}
	s.tail = t.write(int64(len(body)), relay)
	s.entries = t.entries
	return s, mended, nil
}

// entry says where an object is: at a byte of the body, or in an object
// stream.
type entry struct {
	at     int // byte of the body
	gen    int
	stream int // number of the object stream, 0 for none
	free   bool
}

// table is the cross-references of a file.
type table struct {
	body    []byte
	start   int // where the newest section is
	entries map[int]entry
	trailer trailer
	inf     *inflater
	endless int // from this byte on no stream has an end; 0 where unknown
}

// trailer is what is kept of the trailer dictionaries.
type trailer struct {
	root, info, encrypt, id operand
}

// take keeps what an earlier trailer lacked.
func (t *trailer) take(items []operand) {
	for _, f := range [...]struct {
		key string
		to  *operand
	}{{"Root", &t.root}, {"Info", &t.info}, {"Encrypt", &t.encrypt}, {"ID", &t.id}} {
		if v := lookup(items, f.key); f.to.kind == opNone && v.kind != opNone {
			*f.to = v
		}
	}
}

// lookup finds a key among the items of a dictionary.
func lookup(items []operand, key string) operand {
	for i := 0; i+1 < len(items); i++ {
		if items[i].kind != opName {
			continue
		}
		if string(items[i].str) == key {
			return items[i+1]
		}
		i++
	}
	return operand{}
}

func (t *table) streams() bool {
	for _, e := range t.entries {
		if e.stream != 0 {
			return true
		}
	}
	return false
}

// verify checks that each object is where the table has it, and that there
// is a catalogue.
func (t *table) verify() error {
	if t.trailer.root.kind != opRef {
		return fmt.Errorf("no catalogue")
	}
	if e, ok := t.entries[int(t.trailer.root.num)>>16]; !ok || e.free {
		return fmt.Errorf("the catalogue is missing")
	}
	bad := 0
	for n, e := range t.entries {
		if e.free || e.stream != 0 {
			continue
		}
		if num, gen, _, ok := objectAt(t.body, e.at); !ok || num != n || gen != e.gen {
			bad++
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d objects are not where they should be", bad)
	}
	return nil
}

// objectAt reads "N G obj" and returns the numbers and where the object
// begins.
func objectAt(b []byte, at int) (num, gen, after int, ok bool) {
	if at < 0 || at >= len(b) {
		return 0, 0, 0, false
	}
	i := skipSpace(b, at)
	num, i, ok = digits(b, i)
	if !ok {
		return 0, 0, 0, false
	}
	j := skipSpace(b, i)
	gen, k, ok := digits(b, j)
	if !ok || j == i {
		return 0, 0, 0, false
	}
	k = skipSpace(b, k)
	if !bytes.HasPrefix(b[k:], []byte("obj")) {
		return 0, 0, 0, false
	}
	return num, gen, k + 3, true
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && class[b[i]] == isSpace {
		i++
	}
	return i
}

func digits(b []byte, i int) (n, end int, ok bool) {
	start := i
	for i < len(b) && i < start+10 && b[i] >= '0' && b[i] <= '9' {
		n = n*10 + int(b[i]-'0')
		i++
	}
	return n, i, i > start
}

// write returns what is to follow the body: the objects of object streams,
// with relay all others too, the table, the trailer.
func (t *table) write(at int64, relay bool) []byte {
	out := []byte{'\n'}
	t.expand(func(num int, text []byte) {
		t.entries[num] = entry{at: int(at) + len(out)}
		out = strconv.AppendInt(out, int64(num), 10)
		out = append(out, " 0 obj\n"...)
		out = append(out, text...)
		out = append(out, "\nendobj\n"...)
	})
	if relay {
		out = t.relay(at, out)
	}
	nums := make([]int, 0, len(t.entries))
	for n, e := range t.entries {
		if !e.free && e.stream == 0 && n > 0 && n < maxObjects {
			nums = append(nums, n)
		}
	}
	slices.Sort(nums)
	start := at + int64(len(out))
	out = append(out, "xref\n0 1\n0000000000 65535 f \n"...)
	for i := 0; i < len(nums); {
		j := i + 1
		for j < len(nums) && nums[j] == nums[j-1]+1 {
			j++
		}
		out = fmt.Appendf(out, "%d %d\n", nums[i], j-i)
		for ; i < j; i++ {
			e := t.entries[nums[i]]
			out = append(appendPadded(appendPadded(out, e.at, 10, ' '), e.gen, 5, ' '), "n \n"...)
		}
	}
	size := 1
	if len(nums) > 0 {
		size = nums[len(nums)-1] + 1
	}
	out = fmt.Appendf(out, "trailer\n<< /Size %d", size)
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

// appendPadded writes a number with so many digits, and what follows it.
func appendPadded(out []byte, n, digits int, then byte) []byte {
	var b [12]byte
	for i := digits - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	b[digits] = then
	return append(out, b[:digits+1]...)
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
