package index

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"sync"
)

// A blob is what is stored of a row: the CRC-32 of the rest (4 bytes), the
// length of the record (a varint), then compressed, in one stream, so that a
// quote that stands in both costs nothing the second time, the record as JSON
// and the passages. A passage is its section, page and text.

// dictionary holds what most rows have in common; its end counts most.
const dictionary = `"organisation""title""dates""measure""baseline""ratio""condition""link""support":[{"for":"measure","quote":""status":"partial","reason":"unreadable"` +
	`skillseducationpublicationsprojectsexperienceheader` +
	`"kind":"standout-project","kind":"experienced","kind":"author","kind":"intern","kind":"other",` +
	`"rubric":"hiring-essay","signals":[{"id":"internship","level":"class-project""experience""multitask""cheaper""smaller""faster""paper-code""publication"` +
	`"points":,"weight":,"why":"a link to the code or paper is missing","next":"","evidence":[{"quote":"","page":1,"box":[],"section":"projects","level":3,"line":,"facts":{` +
	`{"c":{"file":".pdf","sha256":"","status":"ok","reason":"","pages":1,"name":"","email":"@","links":["https://github.com/"],"hidden":[]},"d":"","x":`

// packer compresses what is stored. It is not for several goroutines.
type packer struct {
	raw bytes.Buffer
	out bytes.Buffer
	w   *flate.Writer
}

// pack returns the blob of a row.
func (p *packer) pack(r *row) ([]byte, error) {
	p.raw.Reset()
	if err := json.NewEncoder(&p.raw).Encode(r.stored); err != nil {
		return nil, fmt.Errorf("encode row: %w", err)
	}
	record := p.raw.Len()
	var num [binary.MaxVarintLen64]byte
	length := func(n int) { p.raw.Write(num[:binary.PutUvarint(num[:], uint64(n))]) }
	for _, t := range r.text {
		length(len(t.Section))
		p.raw.WriteString(t.Section)
		length(max(t.Page, 0))
		length(len(t.Text))
		p.raw.WriteString(t.Text)
	}
	p.out.Reset()
	p.out.Write(num[:4]) // for the sum
	p.out.Write(num[:binary.PutUvarint(num[:], uint64(record))])
	if p.w == nil {
		w, err := flate.NewWriterDict(&p.out, flate.DefaultCompression, []byte(dictionary))
		if err != nil {
			return nil, fmt.Errorf("compress row: %w", err)
		}
		p.w = w
	} else {
		p.w.Reset(&p.out)
	}
	if _, err := p.w.Write(p.raw.Bytes()); err != nil {
		return nil, fmt.Errorf("compress row: %w", err)
	}
	if err := p.w.Close(); err != nil {
		return nil, fmt.Errorf("compress row: %w", err)
	}
	blob := bytes.Clone(p.out.Bytes())
	binary.LittleEndian.PutUint32(blob, crc32.ChecksumIEEE(blob[4:]))
	return blob, nil
}

// maxUnpacked bounds what one row may hold, in bytes.
const maxUnpacked = 64 << 20

// inflater decompresses what packer made; it is used again and again, for to
// make one costs more than to run it.
type inflater struct {
	r   io.ReadCloser
	buf bytes.Buffer
}

// unpacker lends inflaters to whoever reads rows.
type unpacker struct{ pool sync.Pool }

// unpack reads a blob into a row, the passages only where they are wanted.
func (u *unpacker) unpack(blob []byte, r *row, withText bool) error {
	if len(blob) < 5 || binary.LittleEndian.Uint32(blob) != crc32.ChecksumIEEE(blob[4:]) {
		return fmt.Errorf("checksum of row: %w", ErrDamaged)
	}
	record, n := binary.Uvarint(blob[4:])
	if n <= 0 || record > maxUnpacked {
		return fmt.Errorf("length of row: %w", ErrDamaged)
	}
	in, _ := u.pool.Get().(*inflater)
	if in == nil {
		in = &inflater{r: flate.NewReaderDict(nil, []byte(dictionary))}
	}
	defer u.pool.Put(in)
	if err := in.r.(flate.Resetter).Reset(bytes.NewReader(blob[4+n:]), []byte(dictionary)); err != nil {
		return fmt.Errorf("decompress row: %w", err)
	}
	in.buf.Reset()
	limit := int64(record)
	if withText {
		limit = maxUnpacked
	}
	if _, err := io.Copy(&in.buf, io.LimitReader(in.r, limit)); err != nil {
		return fmt.Errorf("decompress row: %w (%w)", ErrDamaged, err)
	}
	raw := in.buf.Bytes()
	if uint64(len(raw)) < record {
		return fmt.Errorf("decompress row: %w", ErrDamaged)
	}
	if err := json.Unmarshal(raw[:record], &r.stored); err != nil {
		return fmt.Errorf("decode row: %w (%w)", ErrDamaged, err)
	}
	if !withText {
		return nil
	}
	rest := textReader{b: string(raw[record:])} // one copy for all passages
	for rest.b != "" && !rest.bad {
		r.text = append(r.text, Passage{Section: rest.text(), Page: int(rest.number()), Text: rest.text()})
	}
	if rest.bad {
		return fmt.Errorf("decode text of row: %w", ErrDamaged)
	}
	return nil
}

// textReader takes numbers and texts off the front of a string.
type textReader struct {
	b   string
	bad bool // set where something was not there
}

func (t *textReader) number() uint64 {
	n, shift := uint64(0), 0
	for i := range len(t.b) {
		c := t.b[i]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			t.b = t.b[i+1:]
			return n
		}
		if shift += 7; shift > 63 {
			break
		}
	}
	t.b, t.bad = "", true
	return 0
}

func (t *textReader) text() string {
	n := t.number()
	if n > uint64(len(t.b)) {
		t.b, t.bad = "", true
		return ""
	}
	s := t.b[:n]
	t.b = t.b[n:]
	return s
}
