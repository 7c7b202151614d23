package index

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"
)

// manifest says which segments make up the index, and which of their rows
// are gone. To change the index is to write new files beside the old ones and
// then to put a new manifest in the place of the old: whoever reads has the
// one or the other, and a kill between the two leaves the old.
type manifest struct {
	Schema     int           `json:"schema"`
	Generation uint64        `json:"generation"` // counts the changes
	Next       uint64        `json:"next"`       // names the next segment
	Segments   []segmentInfo `json:"segments"`
}

// segmentInfo is a segment as the manifest knows it.
type segmentInfo struct {
	Name string    `json:"name"`
	Rows int       `json:"rows"`           // with those that are gone
	Gone []byte    `json:"gone,omitempty"` // a roaring bitmap of rows
	Data fileState `json:"data"`           // of the file of rows
	Zap  fileState `json:"zap"`            // of bleve's file
}

// fileState is what a file must be.
type fileState struct {
	Size int64  `json:"size"`          // bytes
	CRC  uint32 `json:"crc,omitempty"` // CRC-32 of all of it; bleve's files have their own
}

// setGone notes which rows are gone.
func (s *segmentInfo) setGone(gone *roaring.Bitmap) error {
	s.Gone = nil
	if gone == nil || gone.IsEmpty() {
		return nil
	}
	b, err := gone.ToBytes()
	s.Gone = b
	return err
}

// gone returns the rows that are gone, nil for none.
func (s *segmentInfo) gone() (*roaring.Bitmap, error) {
	if len(s.Gone) == 0 {
		return nil, nil
	}
	b := roaring.New()
	if err := b.UnmarshalBinary(s.Gone); err != nil {
		return nil, fmt.Errorf("rows that are gone: %w (%w)", ErrDamaged, err)
	}
	return b, nil
}

// readManifest returns the manifest of a folder: ErrNone where there is no
// index, ErrVersion for that of another version, ErrDamaged.
func readManifest(dir string) (manifest, error) {
	var m manifest
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return m, none(dir)
	case err != nil:
		if info, statErr := os.Stat(filepath.Join(dir, manifestName)); statErr == nil && !info.Mode().IsRegular() {
			return m, fmt.Errorf("%s is no file: %w", manifestName, ErrDamaged)
		}
		return m, fmt.Errorf("open index: %w", err)
	}
	body, sum, ok := bytes.Cut(data, []byte("\n"))
	want, err := strconv.ParseUint(string(bytes.TrimSpace(sum)), 16, 32)
	if !ok || err != nil || uint32(want) != crc32.ChecksumIEEE(body) {
		return m, fmt.Errorf("checksum of %s: %w", manifestName, ErrDamaged)
	}
	if err := json.Unmarshal(body, &m); err != nil {
		return m, fmt.Errorf("decode %s: %w (%w)", manifestName, ErrDamaged, err)
	}
	if m.Schema != schema {
		return m, fmt.Errorf("%w (format %d, this program has %d)", ErrVersion, m.Schema, schema)
	}
	return m, nil
}

// none tells an empty folder from one whose manifest is missing.
func none(dir string) error {
	if info, err := os.Stat(filepath.Join(dir, oldName)); err == nil && info.IsDir() {
		return fmt.Errorf("%w (format 1, this program has %d)", ErrVersion, schema)
	}
	if list, err := os.ReadDir(filepath.Join(dir, segmentsName)); err == nil && len(list) > 0 {
		return fmt.Errorf("no %s: %w", manifestName, ErrDamaged)
	}
	return ErrNone
}

// write puts the manifest in the place of the one before. When it returns
// nil, the new one is safe.
func (m *manifest) write(dir string) error {
	body, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("encode manifest: %w", err)
	}
	data := fmt.Appendf(body, "\n%08x\n", crc32.ChecksumIEEE(body))
	if err := syncDir(filepath.Join(dir, segmentsName)); err != nil {
		return err
	}
	return replaceFile(dir, manifestName, data)
}

// replaceFile writes a file of the folder as a whole: a kill leaves the old
// one or the new one.
func replaceFile(dir, name string, data []byte) error {
	f, err := os.CreateTemp(dir, newPrefix)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), filepath.Join(dir, name))
	}
	if err != nil {
		_ = os.Remove(f.Name()) // swept later
		return fmt.Errorf("write %s: %w", name, err)
	}
	_ = syncDir(dir) // the file is in its place; a loss of power may bring the old one back
	return nil
}

// syncDir makes the names in a folder safe, where the system can.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("sync %s: %w", filepath.Base(dir), err)
	}
	_ = f.Sync() // not every system has it for folders
	return f.Close()
}
