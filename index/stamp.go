package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"time"
)

// Stamp is what the system tells of a file without reading it. Where all of
// it is as before, so is the file: whoever writes to it moves the time of its
// last change, which no program can set, and whoever puts another in its
// place gives it another number.
type Stamp struct {
	Size     int64  // bytes
	Modified int64  // nanoseconds since 1970, as all times
	Changed  int64  // of the content, the name or the rights
	Device   uint64 // on which it lies
	Number   uint64 // on the device
}

// settled is how long a file must have been left alone for its stamp to be
// trusted: the clocks of some file systems go by two seconds.
const settled = 2 * time.Second

// StampOf returns the stamp of the file at a path, the one that a link leads
// to. It is false where the system does not tell all that is wanted (as on
// Windows), or where the file was changed so lately that it might be changed
// again without a trace.
func StampOf(path string) (Stamp, bool) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return Stamp{}, false
	}
	s := Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano()}
	sys := reflect.Indirect(reflect.ValueOf(info.Sys()))
	if sys.Kind() != reflect.Struct {
		return Stamp{}, false
	}
	for _, f := range []struct {
		name string
		to   *uint64
	}{{"Dev", &s.Device}, {"Ino", &s.Number}} {
		switch v := sys.FieldByName(f.name); {
		case !v.IsValid():
			return Stamp{}, false
		case v.CanUint():
			*f.to = v.Uint()
		case v.CanInt():
			*f.to = uint64(v.Int())
		}
	}
	changed := sys.FieldByName("Ctim") // Linux
	if !changed.IsValid() {
		changed = sys.FieldByName("Ctimespec") // others
	}
	if changed.Kind() != reflect.Struct {
		return Stamp{}, false
	}
	s.Changed = changed.FieldByName("Sec").Int()*int64(time.Second) + changed.FieldByName("Nsec").Int()
	before := time.Now().Add(-settled).UnixNano()
	return s, s.Modified < before && s.Changed < before
}

// stamps are the stamps of the files that an index holds. They only save
// time: where they are lost, files are read again to hash them.
type stamps struct {
	of    map[string]stamped // by path
	dirty bool
}

type stamped struct {
	Stamp
	key string // keyOf the hash of the content
}

// Stamped returns the hash of the content of a file, without reading it,
// where its stamp is that of the last run; empty where it is not.
func (x *Index) Stamped(at Place, s Stamp) string {
	at, err := placeOf(at.Root, at.Path, at.File)
	if err != nil {
		return ""
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.loadStamps()
	known, ok := x.stamps.of[at.Path]
	if !ok || known.Stamp != s {
		return ""
	}
	return idOf([]byte(known.key))
}

// Stamp notes the stamp that a file had before its content was read and
// found to have a hash. It is written with [Index.Close].
func (x *Index) Stamp(at Place, s Stamp, id string) error {
	at, err := placeOf(at.Root, at.Path, at.File)
	if err != nil {
		return fmt.Errorf("note %s: %w", at.File, err)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.writable(); err != nil {
		return err
	}
	x.loadStamps()
	now := stamped{s, string(keyOf(id))}
	if x.stamps.of[at.Path] != now {
		x.stamps.of[at.Path] = now
		x.stamps.dirty = true
	}
	return nil
}

// stampMagic begins the file of stamps. What follows are the number of files
// and, for each, path, key and the numbers of the stamp; then the CRC-32 of
// all before it.
const stampMagic = "piqseen1"

func (x *Index) loadStamps() {
	if x.stamps.of != nil {
		return
	}
	x.stamps.of = map[string]stamped{}
	data, err := os.ReadFile(filepath.Join(x.dir, seenName))
	if err != nil || len(data) < len(stampMagic)+4 || string(data[:len(stampMagic)]) != stampMagic {
		return
	}
	body := data[:len(data)-4]
	if crc32.ChecksumIEEE(body) != binary.LittleEndian.Uint32(data[len(body):]) {
		return
	}
	in := textReader{b: string(body[len(stampMagic):])}
	for n := in.number(); n > 0 && !in.bad; n-- {
		path := in.text()
		s := stamped{key: in.text()}
		s.Size, s.Modified, s.Changed = int64(in.number()), int64(in.number()), int64(in.number())
		s.Device, s.Number = in.number(), in.number()
		if !in.bad {
			x.stamps.of[path] = s
		}
	}
}

// saveStamps writes the stamps where they changed, sorted by path, and only
// those of files that the index still holds.
func (x *Index) saveStamps() error {
	if !x.stamps.dirty {
		return nil
	}
	entries, err := x.entries()
	if err != nil {
		return err
	}
	var out []byte
	text := func(s string) {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	n := 0
	for _, e := range entries {
		s, ok := x.stamps.of[e.Path]
		if !ok || s.key != string(keyOf(e.ID)) {
			continue
		}
		n++
		text(e.Path)
		text(s.key)
		for _, v := range []uint64{uint64(s.Size), uint64(s.Modified), uint64(s.Changed), s.Device, s.Number} {
			out = binary.AppendUvarint(out, v)
		}
	}
	data := append(binary.AppendUvarint([]byte(stampMagic), uint64(n)), out...)
	data = binary.LittleEndian.AppendUint32(data, crc32.ChecksumIEEE(data))
	x.stamps.dirty = false
	return replaceFile(x.dir, seenName, data)
}

// forgetStamps takes the files that the index no longer holds out of the file
// of stamps, at once; the whole file where it cannot be written anew.
func (x *Index) forgetStamps() error {
	x.loadStamps()
	if len(x.stamps.of) == 0 {
		return x.removeStamps()
	}
	x.stamps.dirty = true
	if err := x.saveStamps(); err != nil {
		return errors.Join(err, x.removeStamps())
	}
	return nil
}

func (x *Index) removeStamps() error {
	err := os.Remove(filepath.Join(x.dir, seenName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
