package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"pique/rubric"
)

// Options say how an index is opened. The zero value opens it to write.
type Options struct {
	ReadOnly bool // many may read at a time, also while one writes
	Split    bool // each document is by itself, also where one person has several

	// Join makes one candidate of the documents of a person, for a writer:
	// [rubric.Rubric.Join] of the rubric with that digest. Documents that
	// another has scored are apart once one of them changes.
	Join   func([]rubric.Candidate) rubric.Candidate
	Digest string
	Wait   time.Duration // of a writer for another to end; 0 is two seconds
}

// Index is an open index. Its methods may be called from several goroutines
// at once.
type Index struct {
	dir      string
	wait     time.Duration
	readOnly bool
	rebuilt  error
	ctx      context.Context // of Open: when it ends, what is pending is written
	stop     func() bool     // ends the watch on ctx
	unpacker unpacker

	mu       sync.RWMutex
	lock     *bbolt.DB // nil where readOnly
	open     bool
	manifest manifest
	segments []*segment // those of the manifest, in its order
	pending  batch
	at       map[string]string // path -> hash, for a writer; nil until it is asked for
	ids      map[string]bool   // keys of all rows that are written, for a writer; nil until it is asked for
	people   people            // for a writer
	stamps   stamps            // of the files at the paths

	split  bool
	join   func([]rubric.Candidate) rubric.Candidate
	digest string
}

// Open opens the index in a folder. To write, it makes the folder and the
// index where they are missing, and a new index in the place of one that is
// damaged or of another version; where another process writes and does not
// end within the wait, it gets [ErrLocked]. A reader gets what was written
// last, and is in nobody's way; without an index it gets [ErrNone],
// [ErrVersion] or [ErrDamaged].
func Open(ctx context.Context, dir string, o Options) (*Index, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	x := &Index{dir: dir, wait: o.Wait, readOnly: o.ReadOnly, ctx: ctx, split: o.Split, join: o.Join, digest: o.Digest}
	if x.wait <= 0 {
		x.wait = 2 * time.Second
	}
	var err error
	if o.ReadOnly {
		x.manifest, x.segments, err = openSegments(dir, x.wait)
	} else {
		err = x.openToWrite()
	}
	if err != nil {
		if x.lock != nil {
			_ = x.lock.Close() // the error that led here matters more
		}
		return nil, err
	}
	x.open = true
	x.stop = context.AfterFunc(x.ctx, x.interrupted)
	return x, nil
}

func (x *Index) openToWrite() (err error) {
	if err := os.MkdirAll(x.dir, 0o700); err != nil {
		return fmt.Errorf("make folder of index: %w", err)
	}
	if err := ours(x.dir); err != nil {
		return err
	}
	if x.lock, err = lockMended(x.dir, x.wait); err != nil {
		return err
	}
	x.manifest, x.segments, err = openSegments(x.dir, x.wait)
	switch {
	case err == nil:
		sweep(x.dir, x.manifest)
		return nil
	case errors.Is(err, ErrVersion), errors.Is(err, ErrDamaged):
		x.rebuilt = err
	case !errors.Is(err, ErrNone):
		return err
	}
	if err := makeIndex(x.dir); err != nil {
		return err
	}
	if x.rebuilt != nil {
		_ = os.Remove(filepath.Join(x.dir, seenName)) // tells of what is no longer kept
	}
	x.manifest, x.segments, err = openSegments(x.dir, x.wait)
	sweep(x.dir, x.manifest)
	return err
}

// Rebuilt tells why Open made a new index in the place of an old one, nil
// where it did not: the error wraps [ErrVersion] or [ErrDamaged].
func (x *Index) Rebuilt() error { return x.rebuilt }

// Count returns how many candidates are kept: people, or documents where the
// index was opened with Split.
func (x *Index) Count() (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.flush(); err != nil {
		return 0, err
	}
	n := 0
	err := x.with("count", func() error {
		for _, s := range x.segments {
			hidden, err := s.matching(fieldView, x.hidden())
			if err != nil {
				return err
			}
			if s.live != nil {
				hidden.and(s.live)
			}
			n += s.size() - hidden.count()
		}
		return nil
	})
	return n, err
}

// Kept returns what is known of a file by the hash of its content, where it
// was scored by that rubric and read by that version of the extractor. Its
// File is that of the first place where the content lies; the caller knows
// which one it means, and tells of a new one with [Index.Seen].
func (x *Index) Kept(sha, rubricDigest string, extractor int) (rubric.Candidate, bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if r, ok := x.pending.rows[sha]; ok {
		if r == nil || r.Digest != rubricDigest || r.Extractor != extractor {
			return rubric.Candidate{}, false
		}
		return r.Candidate, true
	}
	var c rubric.Candidate
	kept := false
	err := x.with("look up", func() error {
		s, n, ok := x.lookup(sha)
		if !ok {
			return nil
		}
		if e := s.rows.edition(n); e.RubricDigest != rubricDigest || e.Extractor != extractor {
			return nil
		}
		r, err := x.read(s, n, false)
		if err == nil {
			c, kept = r.Candidate, true
		}
		return err
	})
	return c, kept && err == nil
}

// Close writes what is pending and lets go of the folder. A second Close
// does nothing.
func (x *Index) Close() error {
	x.stop()
	x.mu.Lock()
	defer x.mu.Unlock()
	if !x.open {
		return nil
	}
	err := x.flush()
	_ = x.with("note files", x.saveStamps) // without them, the next run takes longer
	x.open = false
	closeAll(x.segments)
	x.segments = nil
	if x.lock != nil {
		err = errors.Join(err, x.lock.Close())
		x.lock = nil
	}
	return err
}

// interrupted writes what is pending when the context of Open ends.
func (x *Index) interrupted() {
	x.mu.Lock()
	defer x.mu.Unlock()
	_ = x.flush() // what could not be written stays pending, and Close tells
}

// with calls f with the open segments. The lock must be held.
func (x *Index) with(doing string, f func() error) error {
	if !x.open {
		return fmt.Errorf("%s: %w", doing, ErrClosed)
	}
	return guard(doing, f)
}

// known returns what is kept under a hash, with its text where that is
// wanted; nil where nothing is. What it returns must not be changed.
func (x *Index) known(id string, withText bool) (r *row, err error) {
	if r, ok := x.pending.rows[id]; ok {
		return r, nil
	}
	err = x.with("read row", func() error {
		s, n, ok := x.lookup(id)
		if !ok {
			return nil
		}
		r, err = x.read(s, n, withText)
		return err
	})
	return r, err
}
