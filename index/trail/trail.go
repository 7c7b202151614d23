package trail

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// maxFile bounds what is read of a trail, in bytes; a rating has about 500.
const maxFile = 256 << 20

// lockWait is how long a writer waits for another one.
const lockWait = 5 * time.Second

// ErrLocked tells that another process held the trail all the while.
var ErrLocked = errors.New("the trail is in use by another process")

// Trail is a file that entries are appended to. The zero value of all fields
// but Path works.
type Trail struct {
	Path   string
	Now    func() time.Time // nil: time.Now
	Random io.Reader        // of salts; nil: crypto/rand
	Wait   time.Duration    // for another writer; 0 is five seconds
}

// Beside returns the trail that belongs to the index in a folder. It lies
// beside that folder: for ".pique" it is ".pique-trail.jsonl".
func Beside(indexDir string) *Trail {
	dir := filepath.Clean(indexDir)
	if base := filepath.Base(dir); base == "." || base == ".." || base == string(filepath.Separator) {
		if abs, err := filepath.Abs(dir); err == nil {
			dir = abs
		}
	}
	return &Trail{Path: dir + "-trail.jsonl"}
}

// Read reads and verifies the trail. One that does not exist is empty. Of one
// that was changed it returns what can be read, and a [*Broken].
func (t *Trail) Read() (*Log, error) {
	if m, err := lockedfile.OpenFile(t.lockPath(), os.O_RDONLY, 0); err == nil {
		defer m.Close() //nolint:errcheck // a lock
	}
	c, err := t.load()
	if err != nil {
		return &Log{}, err
	}
	return &c.log, c.broken()
}

// Append adds entries and returns them with their place in the chain. They
// are on disk when it returns nil, all or none of them. Their Time is set
// where it is zero. A trail that was changed is not written to: the error
// wraps [*Broken].
func (t *Trail) Append(ctx context.Context, entries ...Entry) ([]Entry, error) {
	if len(entries) == 0 {
		return nil, nil
	}
	unlock, err := t.lock(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	c, err := t.loadWhole()
	if err != nil {
		return nil, err
	}
	from, whole := len(c.lines), c.log.Torn == "" && c.ended
	if c.log.Torn != "" {
		torn := Entry{Time: t.time(), What: Mended, Text: c.log.Torn}
		if _, err := c.add(torn, t.random()); err != nil {
			return nil, err
		}
		c.log.Torn = ""
	}
	out := make([]Entry, 0, len(entries))
	for _, e := range entries {
		if e.Time.IsZero() {
			e.Time = t.time()
		}
		e.Time = e.Time.UTC().Truncate(time.Second)
		if e, err = c.add(e, t.random()); err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	if !whole {
		return out, t.replace(c.bytes())
	}
	tail := chain{lines: c.lines[from:]}
	return out, t.write(tail.bytes())
}

// Redact erases what was said of one person: of each line whose person the
// function picks, and of each line that a crash cut off, the content is
// dropped and the hashes are kept, so that the chain can still be verified.
// An entry tells which lines were emptied, when and why; why must name
// nobody. It returns that number; where there is none, nothing is written.
// Ratings and decisions are both erased. To erase a person of the index:
//
//	n, err := trail.Beside(dir).Redact(ctx, "forget", func(p trail.Person) bool { return p.Is(person) })
//
// where person has the hash, file and name of the candidate; p.Namesake tells
// of people who bear the same name in other files.
func (t *Trail) Redact(ctx context.Context, why string, of func(Person) bool) (int, error) {
	if _, err := os.Stat(t.Path); errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	unlock, err := t.lock(ctx)
	if err != nil {
		return 0, err
	}
	defer unlock()
	c, err := t.loadWhole()
	if err != nil {
		return 0, err
	}
	var lines []int
	for i, e := range c.log.Entries {
		if e.Erased || e.What != Mended && (e.Person == Person{} || !of(e.Person)) {
			continue
		}
		if err := c.empty(i); err != nil {
			return 0, err
		}
		lines = append(lines, e.Number)
	}
	n := len(lines)
	if c.log.Torn != "" {
		n++
	}
	if n == 0 {
		return 0, nil
	}
	if _, err := c.add(Entry{Time: t.time(), What: Erasure, Why: why, Lines: lines}, t.random()); err != nil {
		return 0, err
	}
	return n, t.replace(c.bytes())
}

func (t *Trail) time() time.Time {
	now := time.Now
	if t.Now != nil {
		now = t.Now
	}
	return now().UTC().Truncate(time.Second)
}

func (t *Trail) random() io.Reader {
	if t.Random != nil {
		return t.Random
	}
	return rand.Reader
}

func (t *Trail) load() (*chain, error) {
	f, err := os.Open(t.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return parse(t.Path, nil), nil
	}
	if err != nil {
		return nil, fmt.Errorf("read trail: %w", err)
	}
	defer f.Close() //nolint:errcheck // read only
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read trail: %w", err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("read trail: %s has more than %d bytes", t.Path, maxFile)
	}
	return parse(t.Path, data), nil
}

// loadWhole is load of a trail that may be written to.
func (t *Trail) loadWhole() (*chain, error) {
	c, err := t.load()
	if err != nil {
		return nil, err
	}
	return c, c.broken()
}

func (t *Trail) lockPath() string { return strings.TrimSuffix(t.Path, ".jsonl") + ".lock" }

// lock makes this process the one writer. The lock ends with the process.
func (t *Trail) lock(ctx context.Context) (func(), error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	type result struct {
		unlock func()
		err    error
	}
	got := make(chan result, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(t.lockPath()).Lock()
		got <- result{unlock, err}
	}()
	wait := t.Wait
	if wait <= 0 {
		wait = lockWait
	}
	var err error
	select {
	case r := <-got:
		if r.err != nil {
			return nil, fmt.Errorf("lock trail: %w", r.err)
		}
		return r.unlock, nil
	case <-ctx.Done():
		err = ctx.Err()
	case <-time.After(wait):
		err = fmt.Errorf("%w: %s", ErrLocked, t.Path)
	}
	go func() { // what comes too late is let go of
		if r := <-got; r.err == nil {
			r.unlock()
		}
	}()
	return nil, err
}

// write appends bytes to the file.
func (t *Trail) write(data []byte) (err error) {
	_, missing := os.Stat(t.Path)
	f, err := os.OpenFile(t.Path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("write trail: %w", err)
	}
	defer func() {
		if shut := f.Close(); err == nil && shut != nil {
			err = fmt.Errorf("write trail: %w", shut)
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("write trail: %w", err)
	}
	if _, err = f.Write(data); err == nil {
		err = f.Sync()
	}
	if err != nil { // as on a full disk: none of it, where that can be had
		return errors.Join(fmt.Errorf("write trail: %w", err), f.Truncate(info.Size()))
	}
	if missing != nil {
		syncFolder(t.Path)
	}
	return nil
}

// replace puts a new file in the place of the old one.
func (t *Trail) replace(data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(t.Path), filepath.Base(t.Path)+".new-*")
	if err != nil {
		return fmt.Errorf("write trail: %w", err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), t.Path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error matters more
		return fmt.Errorf("write trail: %w", err)
	}
	syncFolder(t.Path)
	return nil
}

// syncFolder makes a new name in a folder last. Systems that cannot sync a
// folder do so by themselves.
func syncFolder(path string) {
	if d, err := os.Open(filepath.Dir(path)); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
