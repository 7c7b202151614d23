package index

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
	bleve "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// segment is a part of the index: a file of rows, and one of bleve's with
// the dictionaries and postings of the same rows, in the same order. Neither
// file ever changes; what is taken out is noted in the manifest until a merge
// leaves it behind.
type segment struct {
	info segmentInfo
	rows *rowFile
	zap  bleve.Segment
	gone *roaring.Bitmap // nil: none
	live bitset          // nil: all

	once    sync.Once
	tallies []tally // of signals and kinds
	failed  error   // of reading them
}

// tally is which rows have a term that is counted.
type tally struct {
	field, id string
	level     int // of a signal
	rows      bitset
}

// openSegment opens both files; they must be what the manifest says.
func openSegment(dir string, info segmentInfo) (s *segment, err error) {
	s = &segment{info: info}
	if s.gone, err = info.gone(); err != nil {
		return nil, err
	}
	data, inverted := segmentPaths(dir, info.Name)
	for path, want := range map[string]fileState{data: info.Data, inverted: info.Zap} {
		is, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("open segment: %w", err)
		}
		if is.Size() != want.Size {
			return nil, fmt.Errorf("%s has %d bytes of %d: %w", filepath.Base(path), is.Size(), want.Size, ErrDamaged)
		}
	}
	err = guard("open segment", func() error {
		if s.rows, err = openRows(data); err != nil {
			return err
		}
		s.zap, err = (&zap.ZapPlugin{}).Open(inverted)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("%w (%w)", ErrDamaged, err)
		}
		return err
	})
	if err == nil && (s.rows.rows != info.Rows || s.zap.Count() != uint64(info.Rows) || s.gone != nil && s.gone.Maximum() >= uint32(info.Rows)) {
		err = fmt.Errorf("number of rows: %w", ErrDamaged)
	}
	if err != nil {
		s.close()
		return nil, err
	}
	s.setGone(s.gone)
	return s, nil
}

func segmentPaths(dir, name string) (data, inverted string) {
	base := filepath.Join(dir, segmentsName, name)
	return base + ".rows", base + ".zap"
}

func (s *segment) close() {
	if s.rows != nil {
		s.rows.close()
	}
	if s.zap != nil {
		_ = s.zap.Close() // was only read
	}
}

// setGone replaces which rows are gone; a reader that has the old set keeps
// it.
func (s *segment) setGone(gone *roaring.Bitmap) {
	s.gone, s.live = gone, nil
	if gone == nil || gone.IsEmpty() {
		return
	}
	s.live = full(s.info.Rows)
	for it := gone.Iterator(); it.HasNext(); {
		row := it.Next()
		s.live[row/64] &^= 1 << (row % 64)
	}
}

func (s *segment) has(row uint32) bool { return s.live == nil || s.live.has(row) }

// size is how many rows are not gone.
func (s *segment) size() int {
	if s.gone == nil {
		return s.info.Rows
	}
	return s.info.Rows - int(s.gone.GetCardinality())
}

// lookup returns the row of a hash.
func (s *segment) lookup(id string) (uint32, bool) {
	key := keyOf(id)
	r := s.rows
	i := sort.Search(r.rows, func(i int) bool {
		return bytes.Compare(r.text(partKeys, r.uint32(partByKey, uint32(i))), key) >= 0
	})
	if i == r.rows {
		return 0, false
	}
	row := r.uint32(partByKey, uint32(i))
	return row, bytes.Equal(r.text(partKeys, row), key) && s.has(row)
}

// with adds to a set the rows that have a term.
func (s *segment) with(dict bleve.TermDictionary, term string, into bitset) error {
	list, err := dict.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return err
	}
	it, ok := list.Iterator(false, false, false, nil).(bleve.OptimizablePostingsIterator)
	if !ok {
		return fmt.Errorf("postings of %T: %w", list, ErrDamaged)
	}
	if row, one := it.DocNum1Hit(); one {
		if row < uint64(s.info.Rows) {
			into.set(uint32(row))
		}
		return nil
	}
	rows := it.ActualBitmap()
	if rows == nil || rows.IsEmpty() {
		return nil
	}
	if rows.Maximum() >= uint32(s.info.Rows) {
		return fmt.Errorf("postings: %w", ErrDamaged)
	}
	if into.empty() {
		rows.WriteDenseTo(into)
		return nil
	}
	set := newBitset(s.info.Rows)
	rows.WriteDenseTo(set)
	into.or(set)
	return nil
}

// matching returns the rows that have any of the terms in a field.
func (s *segment) matching(field string, terms ...string) (bitset, error) {
	set := newBitset(s.info.Rows)
	dict, err := s.zap.Dictionary(field)
	if err != nil {
		return nil, err
	}
	for _, t := range terms {
		if err := s.with(dict, t, set); err != nil {
			return nil, err
		}
	}
	return set, nil
}

// eachTerm yields the terms of a field from one up to but not including
// another, sorted; an empty end is none.
func (s *segment) eachTerm(field, from, to string, yield func(*bleveindex.DictEntry) bool) error {
	dict, err := s.zap.Dictionary(field)
	if err != nil {
		return err
	}
	var end []byte
	if to != "" {
		end = []byte(to)
	}
	it := dict.AutomatonIterator(nil, []byte(from), end)
	for {
		e, err := it.Next()
		if err != nil || e == nil || !yield(e) {
			return err
		}
	}
}

// counted returns the rows of each signal and level, and of each kind.
func (s *segment) counted() ([]tally, error) {
	s.once.Do(func() {
		for _, field := range []string{fieldSignal, fieldKind} {
			dict, err := s.zap.Dictionary(field)
			if err != nil {
				s.failed = err
				return
			}
			s.failed = s.eachTerm(field, "", "", func(e *bleveindex.DictEntry) bool {
				t := tally{field: field, id: e.Term, rows: newBitset(s.info.Rows)}
				if i := strings.LastIndexByte(e.Term, '='); i > 0 && field == fieldSignal {
					t.id = e.Term[:i]
					t.level, _ = strconv.Atoi(e.Term[i+1:]) // 0 where it is none
				}
				if err := s.with(dict, e.Term, t.rows); err != nil {
					s.failed = err
					return false
				}
				s.tallies = append(s.tallies, t)
				return true
			})
			if s.failed != nil {
				return
			}
		}
	})
	return s.tallies, s.failed
}

// checkSums compares both files with their checksums.
func (s *segment) checkSums(dir string) error {
	data, inverted := segmentPaths(dir, s.info.Name)
	if crc32.ChecksumIEEE(s.rows.mem) != s.info.Data.CRC {
		return fmt.Errorf("checksum of %s: %w", filepath.Base(data), ErrDamaged)
	}
	return checkSum(inverted)
}

// checkSum compares a file of bleve's with the CRC-32 in its last four bytes.
func checkSum(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("check index: %w", err)
	}
	defer f.Close() // read only
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("check index: %w", err)
	}
	var want [4]byte
	sum := crc32.NewIEEE()
	r := bufio.NewReaderSize(f, 1<<16)
	if _, err := io.CopyN(sum, r, max(info.Size()-4, 0)); err != nil {
		return fmt.Errorf("check index: %w", err)
	}
	if _, err := io.ReadFull(r, want[:]); err != nil || sum.Sum32() != binary.BigEndian.Uint32(want[:]) {
		return fmt.Errorf("checksum of %s: %w", filepath.Base(path), ErrDamaged)
	}
	return nil
}
