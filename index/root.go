package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
)

// The layout of a meta page of bbolt 1.4 (internal/common/page.go, meta.go):
// a page header of 16 bytes, then magic, version, page size and flags of 4
// bytes each, the root bucket of 16, and freelist, high water mark,
// transaction and checksum of 8 each, little-endian on all systems that the
// program is built for.
const (
	boltHeader = 16
	boltMeta   = 64
	boltMagic  = 0xED0CDAED
)

// checkRoot returns an error that wraps ErrDamaged where the bolt file at
// path is shorter than its newest meta page says. Bolt maps the file and
// reads past its end then, which ends the process with a fault that nothing
// can recover.
func checkRoot(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: no root.bolt", ErrDamaged)
	}
	if err != nil {
		return fmt.Errorf("open root.bolt: %w", err)
	}
	defer f.Close() //nolint:errcheck // read only
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("size of root.bolt: %w", err)
	}
	size := uint64(max(info.Size(), 0))
	var newest, mark uint64
	found := false
	for _, at := range []int64{0, 512, 1 << 12, 1 << 13, 1 << 14, 1 << 15, 1 << 16} {
		m, ok := metaAt(f, at)
		if !ok || at != 0 && m.pageSize != uint64(at) {
			continue
		}
		if !found || m.txid >= newest {
			newest, mark, found = m.txid, m.high*m.pageSize, true
		}
	}
	if !found {
		return fmt.Errorf("%w: root.bolt has no meta page", ErrDamaged)
	}
	if mark > size {
		return fmt.Errorf("%w: root.bolt has %d bytes of %d", ErrDamaged, size, mark)
	}
	return nil
}

// boltMetaPage is what checkRoot wants of a meta page.
type boltMetaPage struct{ pageSize, high, txid uint64 }

// metaAt reads the meta page that begins at an offset; ok is false where
// there is none, or one whose checksum is wrong.
func metaAt(r io.ReaderAt, at int64) (m boltMetaPage, ok bool) {
	b := make([]byte, boltMeta)
	if _, err := r.ReadAt(b, at+boltHeader); err != nil {
		return m, false
	}
	sum := fnv.New64a()
	_, _ = sum.Write(b[:56]) // never fails
	if binary.LittleEndian.Uint32(b) != boltMagic || binary.LittleEndian.Uint64(b[56:]) != sum.Sum64() {
		return m, false
	}
	m.pageSize = uint64(binary.LittleEndian.Uint32(b[8:]))
	m.high = binary.LittleEndian.Uint64(b[40:])
	m.txid = binary.LittleEndian.Uint64(b[48:])
	return m, m.pageSize >= 512 && m.pageSize <= 1<<16 && m.high < 1<<40
}
