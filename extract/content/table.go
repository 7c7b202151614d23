package content

import (
	"bytes"
	"errors"
	"fmt"
)

// Bounds on the objects of a file.
const (
	maxObjects  = 1 << 20  // also the highest object number
	maxExpanded = 32 << 20 // bytes of all object streams
	maxJunk     = 4096     // bytes before the header
	maxDict     = 4 << 20  // bytes of an object
)

// table is the cross-references of a file: where its objects are.
type table struct {
	body    []byte
	start   int     // where the newest section is
	entries []entry // by object number
	trailer trailer
	inf     *inflater
	endless int            // from this byte on no stream has an end; 0 where unknown
	laid    map[int][]byte // object streams by number, decoded
	left    int            // bytes that further ones may have
}

// entry says where an object is.
type entry struct {
	o     *operand // the object, once it has been read
	at    int      // byte of the body or of its stream; the number of the stream where that has not been read
	in    int32    // number of the object stream that it is in, where that has been read
	gen   uint16
	state entryState
}

type entryState uint8

const (
	entryNone   entryState = iota // the number is not in use
	entryFree                     // nor may it be by an older section
	entryPlain                    // in the body
	entryPacked                   // in an object stream
	entryLaid                     // in one that has been read
)

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

// find reads the cross-references of a file. Junk before the header counts
// for nothing; where the file's own cross-references are broken, or rebuild
// asks for it, they are built from the objects found in the file: the second
// result then says why.
func find(data []byte, rebuild bool, inf *inflater, kept []entry) (*table, string, error) {
	i := bytes.Index(data[:min(len(data), maxJunk)], []byte("%PDF-"))
	if i < 0 {
		if !bytes.Contains(data, []byte(" obj")) || !bytes.Contains(data, []byte("endobj")) {
			return nil, "", ErrNotPDF
		}
		i = 0
	}
	body := data[i:]
	t, err := readTable(body, inf, kept)
	switch {
	case err != nil:
	case rebuild:
		err = errors.New("objects are malformed")
	default:
		err = t.verify()
	}
	if err == nil {
		return t, "", nil
	}
	mended := "cross-references rebuilt: " + err.Error()
	if t, err = scan(body, inf); err != nil {
		return nil, "", fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return t, mended, nil
}

// verify checks that each object is where the table has it, and that there
// is a catalogue.
func (t *table) verify() error {
	if t.trailer.root.kind != opRef {
		return errors.New("no catalogue")
	}
	if t.entry(int(t.trailer.root.num)>>16) == nil {
		return errors.New("the catalogue is missing")
	}
	bad := 0
	for n := range t.entries {
		e := &t.entries[n]
		if e.state != entryPlain {
			continue
		}
		if num, gen, _, ok := objectAt(t.body, e.at); !ok || num != n || gen != int(e.gen) {
			bad++
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d objects are not where they should be", bad)
	}
	return nil
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
