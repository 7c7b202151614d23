package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"time"

	"github.com/blevesearch/bleve/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// When a batch is written: at so many rows, or when the first has waited so
// long at the next one. Smaller batches cost more processor time a row
// (measured: 24 ms at one, 3.0 at 100, 2.2 at 500), larger ones more memory.
const (
	batchRows = 500
	batchAge  = 2 * time.Second
)

// batch is what has been put and not been written.
type batch struct {
	rows  map[string]*row   // by hash; nil: to be deleted
	order []string          // hashes, in the order of putting
	paths map[string]string // path -> hash
	since time.Time
	pack  packer
}

// Put keeps a candidate with its text under the hash of its content. What
// was kept of that content is replaced, but for other places where it lies;
// what another content said of the same path is forgotten. It is safe on
// disk after the next flush at the latest when [Index.Close] returns nil.
// Once the context of Open has ended, it writes at once.
func (x *Index) Put(r Record) error {
	row, err := rowOf(r)
	if err != nil {
		return err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.writable(); err != nil {
		return err
	}
	before, err := x.known(r.Candidate.SHA256)
	if err != nil {
		return fmt.Errorf("put %s: %w", r.Candidate.File, err)
	}
	at := row.Places[0]
	if before != nil {
		row.Places = before.Places
		row.add(at)
	}
	if err := x.leave(at.Path, r.Candidate.SHA256); err != nil {
		return fmt.Errorf("put %s: %w", r.Candidate.File, err)
	}
	return x.change(r.Candidate.SHA256, row)
}

// Seen tells that a content that is kept lies at a place, where Path may be
// empty if Root and File make it. It costs little where that is known, and
// does nothing for a content that is not kept.
func (x *Index) Seen(id string, at Place) error {
	at, err := placeOf(at.Root, at.Path, at.File)
	if err != nil {
		return fmt.Errorf("note %s: %w", at.File, err)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.writable(); err != nil {
		return err
	}
	s, err := x.known(id)
	if err != nil || s == nil {
		return err
	}
	for _, p := range s.Places {
		if p == at {
			return nil
		}
	}
	if err := x.leave(at.Path, id); err != nil {
		return fmt.Errorf("note %s: %w", at.File, err)
	}
	row, err := x.whole(id)
	if err != nil || row == nil {
		return err
	}
	row.add(at)
	return x.change(id, row)
}

// Drop goes through all files that are kept and lets go of those that keep
// does not want. A candidate of which no file is left is deleted. It returns
// how many files went.
func (x *Index) Drop(ctx context.Context, keep func(Entry) bool) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.writable(); err != nil {
		return 0, err
	}
	if err := x.flush(); err != nil {
		return 0, err
	}
	entries, err := x.entries("")
	if err != nil {
		return 0, err
	}
	n := 0
	for _, e := range entries {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		if keep(e) {
			continue
		}
		gone, err := x.removePath(e.ID, e.Path)
		if err != nil {
			return n, fmt.Errorf("drop %s: %w", e.File, err)
		}
		if gone {
			n++
		}
	}
	return n, x.flush()
}

// leave takes a path away from every content but one.
func (x *Index) leave(path, id string) error {
	if other, ok := x.pending.paths[path]; ok && other != id {
		if _, err := x.removePath(other, path); err != nil {
			return err
		}
	}
	entries, err := x.entries(path + "\x00")
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.ID != id {
			if _, err := x.removePath(e.ID, path); err != nil {
				return err
			}
		}
	}
	return nil
}

// removePath takes a path away from a content and reports whether it was
// there: a list of entries may name what was deleted long ago.
func (x *Index) removePath(id, path string) (bool, error) {
	s, err := x.known(id)
	if err != nil || s == nil {
		return false, err
	}
	found := false
	for _, p := range s.Places {
		found = found || p.Path == path
	}
	if !found {
		return false, nil
	}
	row, err := x.whole(id)
	if err != nil || row == nil {
		return false, err
	}
	row.remove(path)
	if len(row.Places) == 0 {
		row = nil
	}
	return true, x.change(id, row)
}

// whole returns a row that the caller may change, nil where there is none.
func (x *Index) whole(id string) (*row, error) {
	if r, ok := x.pending.rows[id]; ok {
		return r, nil
	}
	var r *row
	err := x.fields(id, func(field string, data []byte) error {
		if r == nil {
			r = &row{}
		}
		switch field {
		case fieldStored:
			return unpack(data, &r.stored)
		case fieldText:
			return unpack(data, &r.text)
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) { // no row
		return nil, nil
	}
	return r, err
}

// change notes a row, or its deletion, to be written.
func (x *Index) change(id string, r *row) error {
	b := &x.pending
	if b.rows == nil {
		b.rows, b.paths, b.since = map[string]*row{}, map[string]string{}, time.Now()
	}
	if _, ok := b.rows[id]; !ok {
		b.order = append(b.order, id)
	}
	b.rows[id] = r
	if r != nil {
		for _, p := range r.Places {
			b.paths[p.Path] = id
		}
	}
	if len(b.order) >= batchRows || time.Since(b.since) >= batchAge || x.ctx.Err() != nil {
		return x.flush()
	}
	return nil
}

// flush writes what is pending. Where bleve fails, the store is opened anew,
// for its handle is not to be trusted then, and the batch is tried once more.
func (x *Index) flush() error {
	if len(x.pending.order) == 0 {
		return nil
	}
	err := x.write()
	if err != nil {
		if again := x.reopen(); again != nil {
			return fmt.Errorf("write index: %w (then %w)", err, again)
		}
		if err = x.write(); err != nil {
			return fmt.Errorf("write index: %w", err)
		}
	}
	x.pending = batch{pack: x.pending.pack}
	return nil
}

func (x *Index) write() error {
	return x.with("write index", func(store bleve.Index) error {
		b := store.NewBatch()
		for _, id := range x.pending.order {
			r := x.pending.rows[id]
			if r == nil {
				b.Delete(id)
				continue
			}
			d, err := documentOf(r, &x.pending.pack)
			if err != nil {
				return err
			}
			if err := b.IndexAdvanced(d); err != nil {
				return err
			}
		}
		return store.Batch(b)
	})
}

func (x *Index) reopen() (err error) {
	if x.store != nil {
		_ = guard("close index", x.store.Close) // it failed before
	}
	x.store, err = openStore(x.dir, x.readOnly, x.wait)
	return err
}

func (x *Index) writable() error {
	switch {
	case x.readOnly:
		return ErrReadOnly
	case x.lock == nil:
		return ErrClosed
	}
	return nil
}

// fields calls f with each stored field of a row; without a row the error
// wraps fs.ErrNotExist.
func (x *Index) fields(id string, f func(field string, data []byte) error) error {
	return x.reader(func(r bleveindex.IndexReader) error {
		return fieldsOf(r, id, f)
	})
}

func fieldsOf(r bleveindex.IndexReader, id string, f func(field string, data []byte) error) error {
	d, err := r.Document(id)
	if err != nil {
		return fmt.Errorf("read row: %w", err)
	}
	if d == nil {
		return fs.ErrNotExist
	}
	d.VisitFields(func(field bleveindex.Field) {
		if err == nil {
			err = f(field.Name(), field.Value())
		}
	})
	return err
}

// reader calls f with a view of what is written.
func (x *Index) reader(f func(bleveindex.IndexReader) error) error {
	return x.with("read index", func(store bleve.Index) error {
		return view(store, f)
	})
}

// entries lists the files whose key begins so, sorted by path. Those deleted
// since may still be among them.
func (x *Index) entries(prefix string) ([]Entry, error) {
	keys, err := x.terms(fieldPlace, prefix)
	if err != nil {
		return nil, err
	}
	var out []Entry
	for _, k := range keys {
		if e, ok := entryOf(k); ok {
			out = append(out, e)
		}
	}
	return out, nil
}

// terms lists the terms of a field that begin so, sorted.
func (x *Index) terms(field, prefix string) ([]string, error) {
	return x.someTerms(field, prefix, math.MaxInt)
}

// someTerms is terms, up to a number of them.
func (x *Index) someTerms(field, prefix string, most int) (out []string, err error) {
	err = x.reader(func(r bleveindex.IndexReader) error {
		dict, err := r.FieldDictPrefix(field, []byte(prefix))
		if err != nil {
			return err
		}
		defer dict.Close() // read only
		for len(out) < most {
			e, err := dict.Next()
			if err != nil || e == nil {
				return err
			}
			out = append(out, e.Term)
		}
		return nil
	})
	return out, err
}
