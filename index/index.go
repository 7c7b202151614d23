package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"go.etcd.io/bbolt"

	"pique/rubric"
)

// Options say how an index is opened. The zero value opens it to write.
type Options struct {
	ReadOnly bool          // many may read at a time; one may write, and nobody read the while
	Wait     time.Duration // for a lock that another process holds; 0 is two seconds
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

	mu      sync.RWMutex
	lock    *bbolt.DB   // nil where readOnly
	store   bleve.Index // nil when closed, or lost
	pending batch
}

// Open opens the index in a folder. To write, it makes the folder and the
// index where they are missing, and a new index in the place of one that is
// damaged or of another version. A reader gets [ErrNone], [ErrVersion] or
// [ErrDamaged]; both get [ErrLocked] when another process does not let go
// within the wait.
func Open(ctx context.Context, dir string, o Options) (*Index, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	x := &Index{dir: dir, wait: o.Wait, readOnly: o.ReadOnly, ctx: ctx}
	if x.wait <= 0 {
		x.wait = 2 * time.Second
	}
	var err error
	if o.ReadOnly {
		x.store, err = openStore(dir, true, x.wait)
		return x.orClosed(err)
	}
	return x.orClosed(x.openToWrite())
}

// orClosed returns the index, or lets go of all it holds and returns err.
func (x *Index) orClosed(err error) (*Index, error) {
	if err != nil {
		if x.lock != nil {
			_ = x.lock.Close() // the error that led here matters more
		}
		return nil, err
	}
	x.stop = context.AfterFunc(x.ctx, x.interrupted)
	return x, nil
}

func (x *Index) openToWrite() (err error) {
	deadline := time.Now().Add(x.wait)
	if err := os.MkdirAll(x.dir, 0o700); err != nil {
		return fmt.Errorf("make folder of index: %w", err)
	}
	if err := ours(x.dir); err != nil {
		return err
	}
	if x.lock, err = lockMended(x.dir, x.wait); err != nil {
		return err
	}
	sweep(x.dir)
	// The rest of the wait is for readers to end.
	rest := max(time.Until(deadline), 50*time.Millisecond)
	x.store, err = openStore(x.dir, false, rest)
	if err == nil || !errors.Is(err, ErrNone) && !errors.Is(err, ErrVersion) && !errors.Is(err, ErrDamaged) {
		return err
	}
	if !errors.Is(err, ErrNone) {
		x.rebuilt = err
	}
	if err := makeStore(x.dir); err != nil {
		return err
	}
	x.store, err = openStore(x.dir, false, rest)
	return err
}

// Rebuilt tells why Open made a new index in the place of an old one, nil
// where it did not: the error wraps [ErrVersion] or [ErrDamaged].
func (x *Index) Rebuilt() error { return x.rebuilt }

// Count returns how many candidates are kept, one for each content.
func (x *Index) Count() (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.flush(); err != nil {
		return 0, err
	}
	var n uint64
	err := x.with("count", func(b bleve.Index) (err error) {
		n, err = b.DocCount()
		return err
	})
	return int(n), err
}

// Kept returns what is known of a file by the hash of its content, where it
// was scored by that rubric and read by that version of the extractor. Its
// File is that of the first place where the content lies; the caller knows
// which one it means, and tells of a new one with [Index.Seen].
func (x *Index) Kept(sha, rubricDigest string, extractor int) (rubric.Candidate, bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	s, err := x.known(sha)
	if err != nil || s == nil || s.Digest != rubricDigest || s.Extractor != extractor {
		return rubric.Candidate{}, false
	}
	return s.Candidate, true
}

// Close writes what is pending and lets go of the folder. A second Close
// does nothing.
func (x *Index) Close() error {
	x.stop()
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.store == nil && x.lock == nil {
		return nil
	}
	err := x.flush()
	if x.store != nil {
		err = errors.Join(err, guard("close index", x.store.Close))
		x.store = nil
	}
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

// with calls f with the open store. The lock must be held.
func (x *Index) with(doing string, f func(bleve.Index) error) error {
	if x.store == nil {
		return fmt.Errorf("%s: %w", doing, ErrClosed)
	}
	return guard(doing, func() error { return f(x.store) })
}

// known returns what is stored under a hash, nil where nothing is.
func (x *Index) known(sha string) (*stored, error) {
	if r, ok := x.pending.rows[sha]; ok {
		if r == nil {
			return nil, nil
		}
		return &r.stored, nil
	}
	var s *stored
	err := x.fields(sha, func(field string, data []byte) error {
		if field != fieldStored {
			return nil
		}
		s = &stored{}
		return unpack(data, s)
	})
	if errors.Is(err, fs.ErrNotExist) { // no row
		return nil, nil
	}
	return s, err
}
