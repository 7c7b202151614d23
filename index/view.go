package index

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// openSegments opens what the manifest of the folder names. Where a writer
// takes files away in between, it reads the newer manifest and tries again.
func openSegments(dir string, wait time.Duration) (manifest, []*segment, error) {
	deadline := time.Now().Add(wait)
	for {
		m, err := readManifest(dir)
		if err != nil {
			return m, nil, err
		}
		segments, err := openAll(dir, m)
		if err == nil {
			return m, segments, nil
		}
		newer, again := readManifest(dir)
		if again == nil && newer.Generation == m.Generation || time.Now().After(deadline) {
			if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
				err = fmt.Errorf("%w (%w)", ErrDamaged, err)
			}
			return m, nil, err
		}
	}
}

// maxSummed is up to how many bytes the files of an index are summed when it
// is opened: a tenth of a second's work. Beyond, damage is found only where
// it is met.
const maxSummed = 128 << 20

func openAll(dir string, m manifest) (out []*segment, err error) {
	defer func() {
		if err != nil {
			closeAll(out)
			out = nil
		}
	}()
	total := int64(0)
	for _, info := range m.Segments {
		s, err := openSegment(dir, info)
		if err != nil {
			return out, err
		}
		out = append(out, s)
		total += info.Data.Size + info.Zap.Size
	}
	if total > maxSummed {
		return out, nil
	}
	for _, s := range out {
		if err := guard("check index", func() error { return s.checkSums(dir) }); err != nil {
			return out, err
		}
	}
	return out, nil
}

func closeAll(segments []*segment) {
	for _, s := range segments {
		s.close()
	}
}

// stream yields the runs of a row: section and encoded codes.
func (r *rowFile) stream(row uint32) iter.Seq2[byte, []byte] {
	return func(yield func(byte, []byte) bool) {
		eachRun(r.span(partStreams, partStreamEnds, row), yield)
	}
}

// encodePlaces writes where a content lies: how many places, and of each the
// number of its root, its file, and its path, empty where root and file make
// it.
func encodePlaces(places []Place, roots *interner) string {
	out := binary.AppendUvarint(nil, uint64(len(places)))
	text := func(s string) {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	for _, p := range places {
		out = binary.AppendUvarint(out, uint64(roots.of(p.Root)))
		text(p.File)
		if p.Path == filepath.Join(p.Root, filepath.FromSlash(p.File)) {
			text("")
		} else {
			text(p.Path)
		}
	}
	return string(out)
}

// places reads where the content of a row lies.
func (r *rowFile) places(row uint32) []Place {
	in := textReader{b: string(r.text(partPlaces, row))}
	n := in.number()
	var out []Place
	for range min(n, 1<<20) {
		root := in.number()
		p := Place{File: in.text(), Path: in.text()}
		if in.bad || root >= uint64(r.texts(partRoots)) {
			break
		}
		p.Root = string(r.text(partRoots, uint32(root)))
		if p.Path == "" {
			p.Path = filepath.Join(p.Root, filepath.FromSlash(p.File))
		}
		out = append(out, p)
	}
	return out
}

// edition returns by what a row was made.
func (r *rowFile) edition(row uint32) Edition {
	n := uint32(r.uint16(partEditions, row))
	if int(n) >= r.texts(partMade) {
		return Edition{}
	}
	return editionOf(string(r.text(partMade, n)))
}

// Edition is by what candidates were made.
type Edition struct {
	Rubric       string // its name
	RubricDigest string
	Extractor    int // version of it
	N            int // how many candidates
}

func (e Edition) text() string {
	return strings.Join([]string{e.Rubric, e.RubricDigest, strconv.Itoa(e.Extractor)}, "\x00")
}

func editionOf(text string) Edition {
	part := strings.Split(text, "\x00")
	if len(part) != 3 {
		return Edition{}
	}
	n, err := strconv.Atoi(part[2])
	if err != nil {
		return Edition{}
	}
	return Edition{Rubric: part[0], RubricDigest: part[1], Extractor: n}
}

// Editions tells by which rubrics and versions of the extractor the
// candidates were made, most first.
func (x *Index) Editions() ([]Edition, error) {
	if err := x.settle(); err != nil {
		return nil, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	counts := map[Edition]int{}
	err := x.with("list editions", func() error {
		for s, row := range x.rows() {
			if !isJoined(idOf(s.rows.text(partKeys, row))) {
				counts[s.rows.edition(row)]++
			}
		}
		return nil
	})
	var out []Edition
	for e, n := range counts {
		e.N = n
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Edition) int {
		return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.text(), b.text()))
	})
	return out, err
}

// rows yields all rows that are not gone.
func (x *Index) rows() iter.Seq2[*segment, uint32] {
	return func(yield func(*segment, uint32) bool) {
		for _, s := range x.segments {
			for row := range uint32(s.info.Rows) {
				if s.has(row) && !yield(s, row) {
					return
				}
			}
		}
	}
}

// lookup returns where a row is kept that has been written. A writer knows
// which there are, since most that it asks for are new.
func (x *Index) lookup(id string) (*segment, uint32, bool) {
	if x.ids != nil && !x.ids[id] {
		return nil, 0, false
	}
	for _, s := range x.segments {
		if row, ok := s.lookup(id); ok {
			return s, row, true
		}
	}
	return nil, 0, false
}

// read reads a row, with its text where that is wanted.
func (x *Index) read(s *segment, n uint32, withText bool) (*row, error) {
	r := &row{}
	if err := x.unpacker.unpack(s.rows.span(partBlobs, partBlobEnds, n), r, withText); err != nil {
		return nil, err
	}
	r.Places = s.rows.places(n)
	if len(r.Places) > 0 {
		r.Candidate.File = r.Places[0].File
	}
	return r, nil
}

// terms lists the terms of a field from one up to but not including another,
// sorted, up to a number of them. An empty end is none.
func (x *Index) terms(field, from, to string, most int) ([]string, error) {
	var out []string
	err := x.with("list terms", func() error {
		for _, s := range x.segments {
			n := 0
			err := s.eachTerm(field, from, to, func(e *bleveindex.DictEntry) bool {
				out = append(out, e.Term)
				n++
				return n < most
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), most)], err
}

// after returns the first text that does not begin so, empty where there is
// none.
func after(prefix string) string {
	b := []byte(prefix)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] < 0xff {
			b[i]++
			return string(b[:i+1])
		}
	}
	return ""
}

// entries lists the files of all rows that have been written, by path.
func (x *Index) entries() ([]Entry, error) {
	var out []Entry
	err := x.with("list files", func() error {
		for s, row := range x.rows() {
			id := idOf(s.rows.text(partKeys, row))
			if isJoined(id) {
				continue
			}
			for _, p := range s.rows.places(row) {
				out = append(out, Entry{ID: id, Place: p})
			}
		}
		return nil
	})
	slices.SortFunc(out, func(a, b Entry) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.ID, b.ID))
	})
	return out, err
}

// Entries lists the files that the index holds, by path.
func (x *Index) Entries() ([]Entry, error) {
	if err := x.settle(); err != nil {
		return nil, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.entries()
}

// readAll yields the rows of an answer in their order, or the first error. A
// row takes a tenth of a millisecond, most of it to decompress and decode, so
// that several processors share the work, some rows at a time.
func (x *Index) readAll(ctx context.Context, hits []found, withText bool) iter.Seq2[*row, error] {
	const ahead = 64
	workers := min(runtime.GOMAXPROCS(0), 4)
	return func(yield func(*row, error) bool) {
		for len(hits) > 0 {
			some := hits[:min(len(hits), ahead)]
			hits = hits[len(some):]
			rows, errs := make([]*row, len(some)), make([]error, len(some))
			var wait sync.WaitGroup
			for w := range workers {
				wait.Go(func() {
					for i := w; i < len(some); i += workers {
						errs[i] = guard("read row", func() (err error) {
							if err = ctx.Err(); err == nil {
								rows[i], err = x.read(some[i].s, some[i].row, withText)
							}
							return err
						})
					}
				})
			}
			wait.Wait()
			for i := range some {
				if !yield(rows[i], errs[i]) || errs[i] != nil {
					return
				}
			}
		}
	}
}
