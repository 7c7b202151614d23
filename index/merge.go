package index

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"

	"github.com/RoaringBitmap/roaring/v2"
	bleve "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// A query looks at each segment, so there must not be many; to merge costs
// time and memory, so it must not be done often, nor of many rows at once.
// Measured: a row takes 2.8 ms of processor time to index and 0.25 to merge;
// a merge takes about 8 KB of memory a row. So batches become segments of
// some 8,000 rows, and four of those one of 32,000, which stays: the larger,
// the less room a row takes.
var levels = []struct {
	rows  int // segments of less are of this level
	many  int // as soon as there are so many of them,
	merge int // so many become one
}{
	{batchRows / 8, 16, 16}, // of runs of few files
	{12 * batchRows, 16, 16},
	{48 * batchRows, 4, 4},
}

// toMerge picks segments that are to become one: of the first level that has
// too many, else one of which more than half is gone; none where all is well.
func toMerge(segments []*segment) []*segment {
	of := make([][]*segment, len(levels))
	for _, s := range segments {
		for i, l := range levels {
			if s.size() < l.rows {
				of[i] = append(of[i], s)
				break
			}
		}
	}
	for i, l := range levels {
		if len(of[i]) >= l.many {
			return of[i][:l.merge]
		}
	}
	for _, s := range segments {
		if 2*s.size() < s.info.Rows {
			return []*segment{s}
		}
	}
	return nil
}

// merge makes one segment of several, without what is gone of them. Where it
// fails, it leaves nothing behind. At least one row must be left.
func merge(ctx context.Context, dir, name string, from []*segment) (info segmentInfo, err error) {
	data, inverted := segmentPaths(dir, name)
	defer func() {
		if err != nil {
			_, _ = os.Remove(data), os.Remove(inverted) // may not be there
			err = fmt.Errorf("merge segments: %w", err)
		}
	}()
	w, err := createRows(data)
	if err != nil {
		return info, err
	}
	m := merger{ctx: ctx, from: from, lex: newLexicon()}
	err = guard("merge rows", func() error {
		info, err = m.write(w)
		return err
	})
	if err != nil {
		w.abandon()
		return info, err
	}
	info.Name = name
	var zaps []bleve.Segment
	var drops []*roaring.Bitmap
	for _, s := range from {
		zaps = append(zaps, s.zap)
		drops = append(drops, s.gone)
	}
	closed := make(chan struct{})
	stop := context.AfterFunc(ctx, func() { close(closed) })
	defer stop()
	err = guard("merge postings", func() error {
		_, _, err := (&zap.ZapPlugin{}).Merge(zaps, drops, inverted, closed, nil)
		return err
	})
	if err == nil {
		info.Zap, err = stateOf(inverted)
	}
	return info, err
}

// merger writes the rows of several segments as those of one.
type merger struct {
	ctx     context.Context
	from    []*segment
	lex     *lexicon
	numbers [][]uint32 // for each segment: number by code, and one; 0 where not seen yet
	columns
}

func (m *merger) write(w *rowWriter) (segmentInfo, error) {
	var at uint64
	w.part(partBlobs)
	for _, s := range m.from {
		if err := m.ctx.Err(); err != nil {
			return segmentInfo{}, err
		}
		for row := range uint32(s.info.Rows) {
			if !s.has(row) {
				continue
			}
			blob := s.rows.span(partBlobs, partBlobEnds, row)
			if _, err := w.Write(blob); err != nil {
				return segmentInfo{}, err
			}
			at += uint64(len(blob))
			m.blobEnds = append(m.blobEnds, at)
			m.copy(s, row)
		}
	}
	spellings := newForms()
	var u unpacker
	for _, s := range m.from {
		m.count(s)
		if err := spellings.addAll(s, &u); err != nil {
			return segmentInfo{}, err
		}
	}
	m.lex.rank()
	w.part(partStreams)
	at = 0
	for i, s := range m.from {
		if err := m.ctx.Err(); err != nil {
			return segmentInfo{}, err
		}
		var stream, scratch []byte
		var codes []uint32
		for row := range uint32(s.info.Rows) {
			if !s.has(row) {
				continue
			}
			stream = stream[:0]
			for section, encoded := range s.rows.stream(row) {
				codes = decode(codes[:0], encoded)
				scratch = scratch[:0]
				for _, c := range codes {
					if c >= firstCode {
						c = m.lex.codes[m.numbers[i][c]-1]
					}
					scratch = binary.AppendUvarint(scratch, uint64(c))
				}
				stream = append(stream, section)
				stream = binary.AppendUvarint(stream, uint64(len(scratch)))
				stream = append(stream, scratch...)
			}
			if _, err := w.Write(stream); err != nil {
				return segmentInfo{}, err
			}
			at += uint64(len(stream))
			m.streamEnds = append(m.streamEnds, at)
		}
	}
	state, err := m.columns.write(w, m.lex, spellings)
	return segmentInfo{Rows: len(m.scores), Data: state}, err
}

// copy takes over the entries of a row.
func (m *merger) copy(s *segment, row uint32) {
	r := s.rows
	m.scores = append(m.scores, r.uint16(partScores, row))
	m.lengths = append(m.lengths, r.uint16(partLengths, row))
	m.keys = append(m.keys, string(r.text(partKeys, row)))
	m.names = append(m.names, string(r.text(partNames, row)))
	m.persons = append(m.persons, string(r.text(partPersons, row)))
	m.editions = append(m.editions, uint16(min(m.made.of(string(r.text(partMade, uint32(r.uint16(partEditions, row))))), 1<<16-1)))
	m.addPlaces(r.places(row))
}

// count counts the words of a segment that are still used.
func (m *merger) count(s *segment) {
	terms := s.rows.texts(partTerms)
	names := make([]uint32, terms+firstCode) // which term has a code
	for i := range uint32(terms) {
		if c := s.rows.uint32(partCodes, i); int(c) < len(names) {
			names[c] = i
		}
	}
	numbers := make([]uint32, terms+firstCode)
	var codes []uint32
	for row := range uint32(s.info.Rows) {
		if !s.has(row) {
			continue
		}
		for _, encoded := range s.rows.stream(row) {
			codes = decode(codes[:0], encoded)
			for _, c := range codes {
				if c < firstCode {
					continue
				}
				if numbers[c] == 0 {
					numbers[c] = m.lex.of(string(s.rows.text(partTerms, names[c]))) + 1
				}
				m.lex.counts[numbers[c]-1]++
			}
		}
	}
	m.numbers = append(m.numbers, numbers)
}

// removeSegments deletes files that no manifest names any more. A reader
// that has them open keeps them, where the system allows that; elsewhere the
// next writer sweeps them.
func removeSegments(dir string, gone []*segment) {
	for _, s := range gone {
		data, inverted := segmentPaths(dir, s.info.Name)
		_, _ = os.Remove(data), os.Remove(inverted)
	}
}

// sweep removes what runs that were killed left behind.
func sweep(dir string, m manifest) {
	keep := map[string]bool{}
	for _, s := range m.Segments {
		data, inverted := segmentPaths(dir, s.Name)
		keep[data], keep[inverted] = true, true
	}
	lists := [][]string{{}, {}}
	lists[0], _ = filepath.Glob(filepath.Join(escapeGlob(dir), newPrefix+"*"))
	lists[1], _ = filepath.Glob(filepath.Join(escapeGlob(dir), segmentsName, "*"))
	for _, list := range lists {
		for _, path := range list {
			if !keep[path] {
				_ = os.RemoveAll(path) // tried again next time
			}
		}
	}
}
