package index

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// What stands in the folder of an index.
const (
	manifestName = "manifest"
	segmentsName = "segments"
	lockName     = "lock"
	tableName    = "table.json"
	seenName     = "seen"
	newPrefix    = "new-"  // a file in the making, or one given up
	oldName      = "bleve" // of format 1
)

// Is reports whether the folder holds an index and nothing else.
func Is(dir string) bool {
	for _, name := range []string{manifestName, oldName} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return ours(dir) == nil
		}
	}
	return false
}

// ours returns ErrForeign where the folder holds anything that no index puts
// there: nothing of a user's own is ever overwritten or removed.
func ours(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("read folder of index: %w", err)
	}
	for _, e := range entries {
		name := e.Name()
		switch name {
		case oldName, segmentsName:
			if strange := strangeIn(filepath.Join(dir, name), name); strange != "" {
				return fmt.Errorf("%w: %s", ErrForeign, filepath.Join(name, strange))
			}
		case manifestName, lockName, tableName, seenName:
		default:
			if !strings.HasPrefix(name, newPrefix) && !strings.HasPrefix(name, ".") {
				return fmt.Errorf("%w: %s", ErrForeign, name)
			}
		}
	}
	return nil
}

// strangeIn returns the name of a file that no index puts in a folder of
// its own, or "".
func strangeIn(dir, kind string) string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		name := e.Name()
		known := strings.HasPrefix(name, ".")
		if kind == oldName {
			known = known || name == "store" || name == "index_meta.json"
		} else {
			known = known || strings.HasSuffix(name, ".rows") || strings.HasSuffix(name, ".zap")
		}
		if !known {
			return name
		}
	}
	return ""
}

// lock makes this process the one writer of the folder. A lock file of bbolt
// serves on every system and ends with the process.
func lock(dir string, wait time.Duration) (*bbolt.DB, error) {
	db, err := bbolt.Open(filepath.Join(dir, lockName), 0o600, &bbolt.Options{Timeout: wait, NoFreelistSync: true})
	switch {
	case err == nil:
		return db, nil
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, ErrLocked
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
		return nil, fmt.Errorf("lock index: %w (%w)", err, ErrDamaged)
	}
	return nil, fmt.Errorf("lock index: %w", err)
}

// lockMended is lock; a broken lock file, which holds nothing, is replaced.
func lockMended(dir string, wait time.Duration) (*bbolt.DB, error) {
	db, err := lock(dir, wait)
	if !errors.Is(err, ErrDamaged) {
		return db, err
	}
	if rm := os.Remove(filepath.Join(dir, lockName)); rm != nil {
		return nil, fmt.Errorf("replace lock: %w", rm)
	}
	return lock(dir, wait)
}

// makeIndex makes an empty index in the place of the one that may be there.
// The lock of the folder must be held.
func makeIndex(dir string) error {
	path := filepath.Join(dir, manifestName)
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		if err := os.RemoveAll(path); err != nil {
			return fmt.Errorf("make index: %w", err)
		}
	}
	segments := filepath.Join(dir, segmentsName)
	if info, err := os.Lstat(segments); err == nil && !info.IsDir() {
		if err := os.Remove(segments); err != nil {
			return fmt.Errorf("make index: %w", err)
		}
	}
	if err := os.Mkdir(segments, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("make index: %w", err)
	}
	// Names go on from those that a broken manifest may have named, so that
	// no reader ever takes a new file for an old one.
	m := manifest{Schema: schema, Generation: uint64(time.Now().UnixNano()), Next: 1}
	if list, err := os.ReadDir(segments); err == nil {
		for _, e := range list {
			var n uint64
			if _, err := fmt.Sscanf(e.Name(), "%d.", &n); err == nil && n < 1<<60 {
				m.Next = max(m.Next, n+1)
			}
		}
	}
	if err := m.write(dir); err != nil {
		return fmt.Errorf("make index: %w", err)
	}
	if err := os.RemoveAll(filepath.Join(dir, oldName)); err != nil {
		return fmt.Errorf("remove index of another version: %w", err)
	}
	return nil
}

// escapeGlob makes a path match itself as a pattern.
func escapeGlob(path string) string {
	return strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`, `\`, `\\`).Replace(path)
}
