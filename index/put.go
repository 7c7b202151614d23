package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/RoaringBitmap/roaring/v2"
)

// When a batch is written: at so many rows, or when the first has waited so
// long at the next one. Smaller batches make more segments to merge, larger
// ones take more memory.
const (
	batchRows = 500
	batchAge  = 2 * time.Second
)

// batch is what has been put and not been written.
type batch struct {
	rows  map[string]*row // by hash; nil: to be deleted
	order []string        // hashes, in the order of putting
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
	id, at := r.Candidate.SHA256, row.Places[0]
	places, err := x.placesOf(id)
	if err == nil {
		row.Places = places
		row.add(at)
		err = x.leave(at.Path, id)
	}
	if err != nil {
		return fmt.Errorf("put %s: %w", r.Candidate.File, err)
	}
	return x.change(id, row)
}

// Seen tells that a content that is kept lies at a place, where Path may be
// empty if Root and File make it. It costs little where that is known. For a
// content that is not kept, or no more since another took its last place, it
// returns ErrNotKept.
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
	places, err := x.placesOf(id)
	if err != nil || slices.Contains(places, at) {
		return err
	}
	if len(places) == 0 {
		return fmt.Errorf("note %s: %w", at.File, ErrNotKept)
	}
	if err := x.leave(at.Path, id); err != nil {
		return fmt.Errorf("note %s: %w", at.File, err)
	}
	return x.edit(id, func(r *row) { r.add(at) })
}

// Drop goes through all files that are kept and lets go of those that keep
// does not want. A candidate of which no file is left is deleted. It returns
// how many files went. Their bytes stay in the folder until a merge; for
// them to go at once, there is [Index.Erase].
func (x *Index) Drop(ctx context.Context, keep func(Entry) bool) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.writable(); err != nil {
		return 0, err
	}
	if err := x.flush(); err != nil {
		return 0, err
	}
	entries, err := x.entries()
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
		if err := x.removePath(e.ID, e.Path); err != nil {
			return n, fmt.Errorf("drop %s: %w", e.File, err)
		}
		n++
	}
	return n, x.flush()
}

// placesOf returns where a content lies, nil where none is kept.
func (x *Index) placesOf(id string) (out []Place, err error) {
	if r, ok := x.pending.rows[id]; ok {
		if r != nil {
			out = r.Places
		}
		return out, nil
	}
	err = x.with("look up", func() error {
		if s, n, ok := x.lookup(id); ok {
			out = s.rows.places(n)
		}
		return nil
	})
	return out, err
}

// leave takes a path away from the content that has it, but for one.
func (x *Index) leave(path, id string) error {
	if x.ids == nil {
		ids := map[string]bool{}
		err := x.with("list rows", func() error {
			for s, n := range x.rows() {
				ids[idOf(s.rows.text(partKeys, n))] = true
			}
			return nil
		})
		if err != nil {
			return err
		}
		x.ids = ids
	}
	if x.at == nil {
		entries, err := x.entries()
		if err != nil {
			return err
		}
		x.at = make(map[string]string, len(entries))
		for _, e := range entries {
			x.at[e.Path] = e.ID
		}
		for _, id := range x.pending.order {
			if r := x.pending.rows[id]; r != nil {
				for _, p := range r.Places {
					x.at[p.Path] = id
				}
			}
		}
	}
	if other, ok := x.at[path]; ok && other != id {
		return x.removePath(other, path)
	}
	return nil
}

// removePath takes a path away from a content, and the content with its last.
func (x *Index) removePath(id, path string) error {
	if x.at[path] == id {
		delete(x.at, path)
	}
	places, err := x.placesOf(id)
	if err != nil {
		return err
	}
	rest := slices.DeleteFunc(slices.Clone(places), func(p Place) bool { return p.Path == path })
	switch len(rest) {
	case len(places):
		return nil
	case 0:
		return x.change(id, nil)
	}
	return x.edit(id, func(r *row) { r.remove(path) })
}

// edit changes a copy of a row that is kept.
func (x *Index) edit(id string, f func(*row)) error {
	r, err := x.known(id, true)
	if err != nil || r == nil {
		return err
	}
	changed := *r
	f(&changed)
	return x.change(id, &changed)
}

// note adds a row, or its deletion, to the batch.
func (x *Index) note(id string, r *row) {
	b := &x.pending
	if b.rows == nil {
		b.rows, b.since = map[string]*row{}, time.Now()
	}
	if _, ok := b.rows[id]; !ok {
		b.order = append(b.order, id)
	}
	b.rows[id] = r
}

// change notes a document, or its deletion, to be written.
func (x *Index) change(id string, r *row) error {
	if err := x.touch(id, r); err != nil {
		return err
	}
	x.note(id, r)
	b := &x.pending
	if r != nil && x.at != nil {
		for _, p := range r.Places {
			x.at[p.Path] = id
		}
	}
	if len(b.order) >= batchRows || time.Since(b.since) >= batchAge || x.ctx.Err() != nil {
		return x.flush()
	}
	return nil
}

// flush writes what is pending: all of it or, where it fails, nothing, and
// then it stays pending. When it returns nil, all is safe.
func (x *Index) flush() error {
	if len(x.pending.order) == 0 {
		return nil
	}
	if err := x.regroup(); err != nil {
		return fmt.Errorf("join documents: %w", err)
	}
	if err := x.with("write index", x.write); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	if x.ids != nil {
		for id, r := range x.pending.rows {
			x.ids[id] = r != nil
		}
	}
	x.pending = batch{pack: x.pending.pack}
	if err := x.merge(); err != nil && errors.Is(err, ErrDamaged) {
		return err // else it is tried again after the next batch; nothing is lost
	}
	return nil
}

// write makes a segment of the pending rows, and notes which rows of others
// are gone.
func (x *Index) write() error {
	var rows []*row
	gone := make([]*roaring.Bitmap, len(x.segments))
	for _, id := range x.pending.order {
		if r := x.pending.rows[id]; r != nil {
			rows = append(rows, r)
		}
		for i, s := range x.segments {
			if x.ids != nil && !x.ids[id] {
				break
			}
			if n, ok := s.lookup(id); ok {
				if gone[i] == nil {
					gone[i] = roaring.New()
					if s.gone != nil {
						gone[i] = s.gone.Clone()
					}
				}
				gone[i].Add(n)
			}
		}
	}
	next := x.manifest.successor()
	var added []*segment
	if len(rows) > 0 {
		info, err := build(x.dir, next.name(), rows, &x.pending.pack)
		if err != nil {
			return err
		}
		s, err := openSegment(x.dir, info)
		if err != nil {
			removeSegments(x.dir, []*segment{{info: info}})
			return err
		}
		added = []*segment{s}
	}
	return x.commit(next, gone, nil, added)
}

// merge makes fewer segments of many where there are too many. It ends with
// the context of Open.
func (x *Index) merge() error {
	for x.ctx.Err() == nil {
		from := toMerge(x.segments)
		if len(from) == 0 {
			return nil
		}
		if err := x.rewrite(x.ctx, from); err != nil {
			return err
		}
	}
	return nil
}

// rewrite makes one segment of some, without what is gone of them.
func (x *Index) rewrite(ctx context.Context, from []*segment) error {
	return x.with("merge", func() error {
		next := x.manifest.successor()
		left := 0
		for _, s := range from {
			left += s.size()
		}
		var added []*segment
		if left > 0 {
			info, err := merge(ctx, x.dir, next.name(), from)
			if err != nil {
				return err
			}
			s, err := openSegment(x.dir, info)
			if err != nil {
				removeSegments(x.dir, []*segment{{info: info}})
				return err
			}
			added = []*segment{s}
		}
		return x.commit(next, make([]*roaring.Bitmap, len(x.segments)), from, added)
	})
}

// commit writes the manifest without some segments, and those of which no
// row is left, and with others; gone has, for each segment of before, the
// rows that are gone now, nil where that is as it was.
func (x *Index) commit(next manifest, gone []*roaring.Bitmap, without, added []*segment) error {
	var kept, removed []*segment
	var changed []int
	for i, s := range x.segments {
		info := s.info
		if gone[i] != nil {
			if err := info.setGone(gone[i]); err != nil {
				return fmt.Errorf("note rows that are gone: %w", err)
			}
			changed = append(changed, i)
		}
		if slices.Contains(without, s) || gone[i] != nil && int(gone[i].GetCardinality()) == info.Rows {
			removed = append(removed, s)
			continue
		}
		kept = append(kept, s)
		next.Segments = append(next.Segments, info)
	}
	for _, s := range added {
		next.Segments = append(next.Segments, s.info)
	}
	if err := next.write(x.dir); err != nil {
		closeAll(added)
		removeSegments(x.dir, added)
		return err
	}
	for _, i := range changed {
		x.segments[i].setGone(gone[i])
	}
	x.manifest, x.segments = next, append(kept, added...)
	for i, s := range x.segments {
		s.info = next.Segments[i]
	}
	closeAll(removed)
	removeSegments(x.dir, removed)
	return nil
}

// successor is the manifest of the next change, without segments yet.
func (m manifest) successor() manifest {
	return manifest{Schema: schema, Generation: m.Generation + 1, Next: m.Next + 1}
}

// name is that of the segment which a change adds.
func (m manifest) name() string { return fmt.Sprintf("%08d", m.Next-1) }

func (x *Index) writable() error {
	switch {
	case x.readOnly:
		return ErrReadOnly
	case !x.open:
		return ErrClosed
	}
	return nil
}

// settle writes what is pending, so that a search sees it.
func (x *Index) settle() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.flush()
}
