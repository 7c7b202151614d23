package index

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"

	"github.com/blevesearch/mmap-go"
)

// A file of rows holds, for the rows of one segment, all that bleve's file
// beside it does not: what is stored, the words in their order, and tables
// with one entry for each row, which are read where they lie. It is written
// once and never changed.
//
//	section 0, section 1, ... of the list below
//	offset and length of each, 8 bytes each, little-endian as all numbers
//	number of rows (4), CRC-32 of all from partTables on up to here (4), rowMagic (8)
const (
	partBlobs      = iota // stored rows, see blob.go
	partStreams           // token streams, see tokens.go
	partBlobEnds          // uint64: where each blob ends
	partStreamEnds        // likewise
	partScores            // uint16: 0 where unreadable, else tenths of a point and 1
	partByScore           // uint32: rows in the order of an answer
	partByName            // uint32: rows by name, those without last
	partLengths           // uint16: words of a row
	partKeys              // texts: hashes
	partKeyEnds
	partByKey // uint32: rows by hash
	partNames // texts: folded names
	partNameEnds
	partPersons // texts: whose row it is, see personOf
	partPersonEnds
	partPlaces // texts: encoded places
	partPlaceEnds
	partEditions // uint16: which of partMade
	partMade     // texts: rubric, digest and extractor
	partMadeEnds
	partRoots // texts: the roots of places
	partRootEnds
	partTerms // texts: all words of the segment, sorted
	partTermEnds
	partCodes // uint32: the code of each word
	partForms // texts: words as they are spelt, sorted, see near.go
	partFormEnds
	partFormCounts // uint32: rows that have each
	partCount

	partTables = partBlobEnds // the first that is checked whenever a file is opened
)

const (
	rowMagic  = "piqrows4"
	rowFooter = partCount*16 + 4 + 4 + len(rowMagic)
)

// rowWriter writes a file of rows, one part after the other.
type rowWriter struct {
	f     *os.File
	w     *bufio.Writer
	at    uint64
	parts [partCount][2]uint64
	last  int
	sum   uint32 // of the whole file
	table uint32 // of the tables
}

func createRows(path string) (*rowWriter, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("make rows: %w", err)
	}
	return &rowWriter{f: f, w: bufio.NewWriterSize(f, 1<<18), last: -1}, nil
}

// part begins a part; they come in the order of their numbers.
func (w *rowWriter) part(n int) {
	w.last = n
	w.parts[n][0] = w.at
}

// Write implements io.Writer: it adds to the part begun last.
func (w *rowWriter) Write(p []byte) (int, error) {
	n, err := w.w.Write(p)
	w.at += uint64(n)
	w.parts[w.last][1] = w.at - w.parts[w.last][0]
	w.sum = crc32.Update(w.sum, crc32.IEEETable, p[:n])
	if w.last >= partTables {
		w.table = crc32.Update(w.table, crc32.IEEETable, p[:n])
	}
	return n, err
}

func (w *rowWriter) uint16s(part int, list []uint16) error {
	w.part(part)
	buf := make([]byte, 0, 2*len(list))
	for _, v := range list {
		buf = binary.LittleEndian.AppendUint16(buf, v)
	}
	_, err := w.Write(buf)
	return err
}

func (w *rowWriter) uint32s(part int, list []uint32) error {
	w.part(part)
	buf := make([]byte, 0, 4*len(list))
	for _, v := range list {
		buf = binary.LittleEndian.AppendUint32(buf, v)
	}
	_, err := w.Write(buf)
	return err
}

func (w *rowWriter) uint64s(part int, list []uint64) error {
	w.part(part)
	buf := make([]byte, 0, 8*len(list))
	for _, v := range list {
		buf = binary.LittleEndian.AppendUint64(buf, v)
	}
	_, err := w.Write(buf)
	return err
}

// texts writes a list of texts, and in the part that follows their ends.
func (w *rowWriter) texts(part int, list []string) error {
	w.part(part)
	ends := make([]uint32, len(list))
	at := uint64(0)
	for i, s := range list {
		if _, err := io.WriteString(w, s); err != nil {
			return err
		}
		at += uint64(len(s))
		if at > 1<<32-1 {
			return errors.New("too many rows in one file")
		}
		ends[i] = uint32(at)
	}
	return w.uint32s(part+1, ends)
}

// finish writes the footer and makes the file safe; it returns what the
// manifest is to know of it.
func (w *rowWriter) finish(rows int) (fileState, error) {
	foot := make([]byte, 0, rowFooter)
	for _, p := range w.parts {
		foot = binary.LittleEndian.AppendUint64(foot, p[0])
		foot = binary.LittleEndian.AppendUint64(foot, p[1])
	}
	foot = binary.LittleEndian.AppendUint32(foot, uint32(rows))
	table := crc32.Update(w.table, crc32.IEEETable, foot)
	foot = binary.LittleEndian.AppendUint32(foot, table)
	foot = append(foot, rowMagic...)
	_, err := w.w.Write(foot)
	state := fileState{Size: int64(w.at) + int64(len(foot)), CRC: crc32.Update(w.sum, crc32.IEEETable, foot)}
	if err == nil {
		err = w.w.Flush()
	}
	if err == nil {
		err = w.f.Sync()
	}
	if err = errors.Join(err, w.f.Close()); err != nil {
		return fileState{}, fmt.Errorf("write rows: %w", err)
	}
	return state, nil
}

// abandon closes a file that will not be finished; its name is the caller's
// to remove.
func (w *rowWriter) abandon() { _ = w.f.Close() }

// rowFile is an open file of rows.
type rowFile struct {
	f    *os.File
	mem  mmap.MMap
	rows int
	part [partCount][]byte
}

// openRows maps a file of rows and checks all but what is stored and the
// words: the footer, that the parts lie within the file, and the tables.
func openRows(path string) (*rowFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	r := &rowFile{f: f}
	info, err := f.Stat()
	if err == nil && info.Size() < int64(rowFooter) {
		err = fmt.Errorf("%d bytes of rows: %w", info.Size(), ErrDamaged)
	}
	if err == nil {
		r.mem, err = mmap.Map(f, mmap.RDONLY, 0)
	}
	if err == nil {
		err = r.parse()
	}
	if err != nil {
		r.close()
		return nil, err
	}
	return r, nil
}

// width is how many bytes each row has in a part, 0 where that differs.
var width = [partCount]int{
	partBlobEnds: 8, partStreamEnds: 8, partScores: 2, partByScore: 4, partByName: 4, partLengths: 2,
	partKeyEnds: 4, partByKey: 4, partNameEnds: 4, partPersonEnds: 4, partPlaceEnds: 4, partEditions: 2,
}

func (r *rowFile) parse() error {
	size := len(r.mem)
	foot := r.mem[size-rowFooter:]
	tail := foot[partCount*16:]
	if string(tail[8:]) != rowMagic {
		return fmt.Errorf("rows of another kind: %w", ErrDamaged)
	}
	for i := range r.part {
		at, n := binary.LittleEndian.Uint64(foot[i*16:]), binary.LittleEndian.Uint64(foot[i*16+8:])
		if limit := uint64(size - rowFooter); at > limit || n > limit-at {
			return fmt.Errorf("parts of rows: %w", ErrDamaged)
		}
		r.part[i] = r.mem[at : at+n]
	}
	r.rows = int(binary.LittleEndian.Uint32(tail))
	tables := r.mem[binary.LittleEndian.Uint64(foot[partTables*16:]) : size-len(rowMagic)-4]
	if crc32.ChecksumIEEE(tables) != binary.LittleEndian.Uint32(tail[4:]) {
		return fmt.Errorf("checksum of rows: %w", ErrDamaged)
	}
	for i, w := range width {
		if w > 0 && len(r.part[i]) != w*r.rows {
			return fmt.Errorf("tables of rows: %w", ErrDamaged)
		}
	}
	return nil
}

func (r *rowFile) close() {
	if r.mem != nil {
		_ = r.mem.Unmap() // was only read
	}
	_ = r.f.Close() // as above
}

func (r *rowFile) uint16(part int, row uint32) uint16 {
	return binary.LittleEndian.Uint16(r.part[part][2*row:])
}

func (r *rowFile) uint32(part int, i uint32) uint32 {
	return binary.LittleEndian.Uint32(r.part[part][4*i:])
}

// text returns one text of a list. It lies in the mapped file: what is kept
// of it must be copied.
func (r *rowFile) text(part int, i uint32) []byte {
	from := uint32(0)
	if i > 0 {
		from = r.uint32(part+1, i-1)
	}
	return r.part[part][from:r.uint32(part+1, i)]
}

// texts returns how many texts a list has.
func (r *rowFile) texts(part int) int { return len(r.part[part+1]) / 4 }

// span returns the bytes of a row in one of the two large parts.
func (r *rowFile) span(part, ends int, row uint32) []byte {
	from := uint64(0)
	if row > 0 {
		from = binary.LittleEndian.Uint64(r.part[ends][8*(row-1):])
	}
	return r.part[part][from:binary.LittleEndian.Uint64(r.part[ends][8*row:])]
}
