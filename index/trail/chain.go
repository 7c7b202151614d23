package trail

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Fault is a line that is not as it was written.
type Fault struct {
	Line int // from 1
	Msg  string
}

// Broken is the error of a trail that was changed after it was written.
type Broken struct {
	Path   string
	Faults []Fault // in the order of the lines; after a line that is no record the chain begins anew
}

func (b *Broken) Error() string {
	var s strings.Builder
	s.WriteString("the trail was changed after it was written")
	for _, f := range b.Faults {
		fmt.Fprintf(&s, "\n%s:%d: %s", b.Path, f.Line, f.Msg)
	}
	return s.String()
}

// Log is what a trail says.
type Log struct {
	Entries []Entry
	Head    string // hash of the last line; "" of an empty trail
	Torn    string // a last line that was cut off, as when the machine stopped while it was written
}

// Has reports whether a line has a hash, or one that begins so. A head that
// was noted and is no longer there tells that lines are missing.
func (l *Log) Has(hash string) bool {
	for _, e := range l.Entries {
		if hash != "" && strings.HasPrefix(e.Hash, strings.ToLower(hash)) {
			return true
		}
	}
	return false
}

// record is a line as it stands in the file.
type record struct {
	Number int             `json:"n"`
	Before string          `json:"before"` // hash of the line before
	Digest string          `json:"digest"` // of the bytes of Body
	Hash   string          `json:"hash"`   // of the three above
	Body   json.RawMessage `json:"body,omitempty"`
}

// body is the content of a line.
type body struct {
	Salt string `json:"salt"`
	Entry
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// chained is the hash of a record without its body.
func (r *record) chained() string {
	return digest(fmt.Appendf(nil, "pique trail 1\n%d\n%s\n%s\n", r.Number, r.Before, r.Digest))
}

// fault says what is wrong with a record that follows another; "" is nothing.
func (r *record) fault(number int, before string) string {
	switch {
	case r.Number != number:
		return fmt.Sprintf("number %d was expected, got %d: a line was left out, put in or moved", number, r.Number)
	case r.Before != before:
		return "it does not follow the line before it: one of the two was changed"
	case r.Hash != r.chained():
		return "its hash is not that of its content: it was changed"
	case r.Body != nil && digest(r.Body) != r.Digest:
		return "its content is not that which was written: it was changed"
	}
	return ""
}

// entry reads the content of a record.
func (r *record) entry() (Entry, error) {
	var b body
	if r.Body != nil {
		if err := json.Unmarshal(r.Body, &b); err != nil {
			return Entry{}, err
		}
	}
	b.Number, b.Hash, b.Erased = r.Number, r.Hash, r.Body == nil
	return b.Entry, nil
}

// chain is a trail in memory.
type chain struct {
	path    string
	lines   [][]byte // without line ends
	records []record // of the lines; zero where one is no record
	log     Log
	faults  []Fault
	ended   bool // the last line has its line end
}

// parse reads a trail line by line. What is wrong becomes a fault, and what
// can be read is read all the same.
func parse(path string, data []byte) *chain {
	c := &chain{path: path, ended: true}
	number, before, known := 0, "", true
	for at := 0; len(data) > 0; at++ {
		line, rest, ended := bytes.Cut(data, []byte("\n"))
		data = rest
		var r record
		err := decode(line, &r)
		if !known { // after a line that is no record any may follow
			before = r.Before
		}
		msg := r.fault(number+1, before)
		if !ended && (err != nil || msg != "") {
			c.log.Torn = string(line)
			break
		}
		c.ended = ended
		c.lines, c.records = append(c.lines, line), append(c.records, r)
		if err != nil {
			c.faults = append(c.faults, Fault{at + 1, "this is no line of a trail"})
			number, known = number+1, false
			continue
		}
		if msg != "" {
			c.faults = append(c.faults, Fault{at + 1, msg})
		}
		known = true
		number, before = r.Number, r.Hash
		e, err := r.entry()
		if err != nil {
			c.faults = append(c.faults, Fault{at + 1, "its content cannot be read: " + err.Error()})
			continue
		}
		c.log.Entries = append(c.log.Entries, e)
		c.log.Head = r.Hash
	}
	c.checkErased()
	return c
}

// decode reads a line; a key that no line has is an error.
func decode(line []byte, r *record) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(r); err != nil {
		return err
	}
	if d.More() {
		return errors.New("more than one value")
	}
	return nil
}

// checkErased notes the lines without content that no erasure tells of.
func (c *chain) checkErased() {
	told := map[int]bool{}
	for _, e := range c.log.Entries {
		for _, n := range e.Lines {
			told[n] = e.What == Erasure
		}
	}
	for i, r := range c.records {
		if r.Body == nil && r.Hash != "" && !told[r.Number] {
			c.faults = append(c.faults, Fault{i + 1, "its content was taken out, and no line tells of it"})
		}
	}
	slices.SortStableFunc(c.faults, func(a, b Fault) int { return cmp.Compare(a.Line, b.Line) })
}

// broken is the error of a chain with faults.
func (c *chain) broken() error {
	if len(c.faults) == 0 {
		return nil
	}
	return &Broken{c.path, c.faults}
}

// add makes the line of an entry that follows the last, and returns the
// entry with its place in the chain.
func (c *chain) add(e Entry, random io.Reader) (Entry, error) {
	var salt [16]byte
	if _, err := io.ReadFull(random, salt[:]); err != nil {
		return e, fmt.Errorf("make salt: %w", err)
	}
	data, err := encode(body{hex.EncodeToString(salt[:]), e})
	if err != nil {
		return e, err
	}
	r := record{Number: len(c.records) + 1, Before: c.log.Head, Digest: digest(data), Body: data}
	r.Hash = r.chained()
	line, err := encode(r)
	if err != nil {
		return e, err
	}
	e.Number, e.Hash = r.Number, r.Hash
	c.lines, c.records = append(c.lines, line), append(c.records, r)
	c.log.Entries, c.log.Head = append(c.log.Entries, e), r.Hash
	return e, nil
}

// empty drops the content of a line.
func (c *chain) empty(i int) error {
	r := c.records[i]
	r.Body = nil
	line, err := encode(r)
	if err != nil {
		return err
	}
	c.records[i], c.lines[i] = r, line
	return nil
}

// bytes is the trail as a file.
func (c *chain) bytes() []byte {
	var b bytes.Buffer
	for _, l := range c.lines {
		b.Write(l)
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// encode is JSON on one line, with signs such as < as they are.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("write entry: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
