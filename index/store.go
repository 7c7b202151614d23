package index

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// What stands in the folder of an index.
const (
	storeName = "bleve"
	lockName  = "lock"
	tableName = "table.json"
	newPrefix = "new-" // an index in the making, or one given up
)

// metaKey is where an index keeps its meta.
const metaKey = "pique"

// meta tells what made an index.
type meta struct {
	Schema int `json:"schema"`
}

// Is reports whether the folder holds an index and nothing else.
func Is(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, storeName))
	return err == nil && info.IsDir() && ours(dir) == nil
}

// ours returns ErrForeign where the folder holds anything that no index puts
// there: nothing of a user's own is ever overwritten or removed.
func ours(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("read folder of index: %w", err)
	}
	for _, e := range entries {
		switch name := e.Name(); {
		case name == storeName && e.IsDir():
			if strange := strangeIn(filepath.Join(dir, name)); strange != "" {
				return fmt.Errorf("%w: %s", ErrForeign, filepath.Join(name, strange))
			}
		case name == storeName, name == lockName, name == tableName, strings.HasPrefix(name, newPrefix), strings.HasPrefix(name, "."):
		default:
			return fmt.Errorf("%w: %s", ErrForeign, name)
		}
	}
	return nil
}

// strangeIn returns the name of a file that bleve does not make, or "".
func strangeIn(dir string) string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if name := e.Name(); name != "store" && name != "index_meta.json" && !strings.HasPrefix(name, ".") {
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
	case errors.Is(err, fs.ErrPermission), errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("lock index: %w", err)
	}
	return nil, fmt.Errorf("lock index: %w (%w)", err, ErrDamaged)
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

// openStore opens the bleve index in dir and checks that it is whole and
// ours. The checks are made on a handle for reading, which nothing else uses;
// to write, the index is then opened once more.
func openStore(dir string, readOnly bool, wait time.Duration) (bleve.Index, error) {
	path := filepath.Join(dir, storeName)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ErrNone
	case err != nil:
		return nil, fmt.Errorf("open index: %w", err)
	case !info.IsDir():
		return nil, fmt.Errorf("%s is no folder: %w", storeName, ErrDamaged)
	}
	// bleve would make an empty index where this file is missing.
	if err := checkRoot(filepath.Join(path, "store", "root.bolt")); err != nil {
		return nil, err
	}
	store, err := openBleve(path, true, wait)
	if err != nil {
		return nil, err
	}
	if err := check(store); err != nil {
		_ = store.Close() // the error of the check matters more
		return nil, err
	}
	if readOnly {
		return store, nil
	}
	if err := store.Close(); err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	return openBleve(path, false, wait)
}

func openBleve(path string, readOnly bool, wait time.Duration) (store bleve.Index, err error) {
	err = guard("open index", func() error {
		store, err = bleve.OpenUsing(path, map[string]any{"read_only": readOnly, "bolt_timeout": wait.String()})
		return err
	})
	switch {
	case err == nil:
		return store, nil
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, ErrLocked
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("open index: %w", err)
	}
	return nil, fmt.Errorf("open index: %w (%w)", ErrDamaged, err)
}

// check reads the version, then the checksums.
func check(store bleve.Index) error {
	var raw []byte
	err := guard("read index", func() (err error) {
		raw, err = store.GetInternal([]byte(metaKey))
		return err
	})
	if err != nil {
		return err
	}
	var m meta
	if raw == nil || json.Unmarshal(raw, &m) != nil {
		return fmt.Errorf("read version of index: %w", ErrDamaged)
	}
	if m.Schema != schema {
		return fmt.Errorf("%w (format %d, this program has %d)", ErrVersion, m.Schema, schema)
	}
	if err := checkNewest(store); err != nil {
		return err
	}
	return checkSums(store)
}

// checkNewest makes sure that what bleve opened is the last that was written:
// it takes an older state in silence where a file of the newest is broken.
func checkNewest(store bleve.Index) error {
	return guard("read index", func() error {
		adv, err := store.Advanced()
		if err != nil {
			return err
		}
		s, ok := adv.(*scorch.Scorch)
		if !ok {
			return nil
		}
		epochs, err := s.RootBoltSnapshotEpochs()
		if err != nil || len(epochs) == 0 {
			return errors.Join(err, fmt.Errorf("no state of the index: %w", ErrDamaged))
		}
		newest, err := s.LoadSnapshot(slices.Max(epochs))
		if err != nil {
			return fmt.Errorf("newest state of the index: %w (%w)", ErrDamaged, err)
		}
		return newest.Close() // bleve then forgets state 0, which no index has
	})
}

// maxSummed is up to how many bytes the files of an index are summed when it
// is opened: a tenth of a second's work. Beyond, damage is found only where
// it is met.
const maxSummed = 128 << 20

// checkSums compares each segment that is in use with the CRC-32 in the last
// four bytes of its file; one that a killed writer left half done is not.
func checkSums(store bleve.Index) error {
	var files []string
	var total int64
	err := view(store, func(r bleveindex.IndexReader) error {
		snapshot, ok := r.(*scorch.IndexSnapshot)
		if !ok {
			return nil
		}
		for _, s := range snapshot.Segments() {
			if file, ok := s.Segment().(interface{ Path() string }); ok {
				info, err := os.Stat(file.Path())
				if err != nil {
					return err
				}
				total += info.Size()
				files = append(files, file.Path())
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("list index: %w (%w)", ErrDamaged, err)
	}
	if total > maxSummed {
		return nil
	}
	for _, f := range files {
		if err := checkSum(f); err != nil {
			return err
		}
	}
	return nil
}

// view calls f with what is written at this moment.
func view(store bleve.Index, f func(bleveindex.IndexReader) error) error {
	adv, err := store.Advanced()
	if err != nil {
		return err
	}
	r, err := adv.Reader()
	if err != nil {
		return err
	}
	defer r.Close() // a view; nothing is lost
	return f(r)
}

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

// makeStore makes an empty index aside and puts it in the place of the one
// that may be there. The lock of the folder must be held.
func makeStore(dir string) error {
	aside, err := os.MkdirTemp(dir, newPrefix)
	if err != nil {
		return fmt.Errorf("make index: %w", err)
	}
	defer os.RemoveAll(aside) // what is left of it is swept with the next
	made := filepath.Join(aside, storeName)
	err = guard("make index", func() error {
		b, err := bleve.NewUsing(made, bleve.NewIndexMapping(), scorch.Name, scorch.Name, map[string]any{"bolt_timeout": "2s"})
		if err != nil {
			return err
		}
		m, err := json.Marshal(meta{Schema: schema})
		if err == nil {
			err = b.SetInternal([]byte(metaKey), m)
		}
		return errors.Join(err, b.Close())
	})
	if err != nil {
		return fmt.Errorf("make index: %w", err)
	}
	path := filepath.Join(dir, storeName)
	if err := os.Rename(path, filepath.Join(aside, "old")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("set old index aside: %w", err)
	}
	if err := os.Rename(made, path); err != nil {
		return fmt.Errorf("put index in place: %w", err)
	}
	return nil
}

// sweep removes what runs that were killed left behind.
func sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), newPrefix) {
			_ = os.RemoveAll(filepath.Join(dir, e.Name())) // tried again next time
		}
	}
}
