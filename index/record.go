package index

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"pique/rubric"
)

// Record is a file that was read and scored, as the index takes it.
type Record struct {
	Candidate    rubric.Candidate
	Root         string // path given by the user from which Candidate.File is relative
	Path         string // of the file; empty where Root and File make it
	RubricDigest string
	Extractor    int // version of it

	// Organisations are those that the document names as such: employers,
	// schools. Those of the evidence count without being among them.
	Organisations []string

	Text []Passage // what a search for words looks at
}

// Passage is a logical line of a document, or a longer piece of one section.
// No phrase matches across two passages or across a line end.
type Passage struct {
	Section string `json:"s"` // kind: experience, projects, ...
	Text    string `json:"t"`
	Page    int    `json:"p,omitempty"` // from 1; 0 where unknown
}

// Place is where a file lies.
type Place struct {
	Root string `json:"root"` // absolute
	File string `json:"file"` // relative to Root, slashes forward
	Path string `json:"path"` // absolute
}

// Entry is a file that the index holds. Two files of the same content are
// two entries with one ID.
type Entry struct {
	ID string // SHA-256 of the content, lower-case hexadecimal
	Place
}

// stored is what the index keeps of a candidate, beside the text.
type stored struct {
	Candidate rubric.Candidate `json:"c"`
	Places    []Place          `json:"at"` // sorted by file, then root
	Digest    string           `json:"d"`
	Extractor int              `json:"x"`

	Organisations []string `json:"o,omitempty"`
}

// row is a candidate with its text.
type row struct {
	stored
	text []Passage
}

// rowOf makes a row of a record. Paths become absolute.
func rowOf(r Record) (*row, error) {
	if r.Candidate.SHA256 == "" {
		return nil, fmt.Errorf("put %s: no hash", r.Candidate.File)
	}
	at, err := placeOf(r.Root, r.Path, r.Candidate.File)
	if err != nil {
		return nil, fmt.Errorf("put %s: %w", r.Candidate.File, err)
	}
	return &row{
		stored: stored{
			Candidate: r.Candidate, Places: []Place{at}, Digest: r.RubricDigest, Extractor: r.Extractor, Organisations: r.Organisations,
		},
		text: r.Text,
	}, nil
}

// placeOf makes paths absolute. Without a path the file lies under root.
func placeOf(root, path, file string) (Place, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return Place{}, err
	}
	if path == "" {
		path = filepath.Join(root, filepath.FromSlash(file))
	}
	if path, err = filepath.Abs(path); err != nil {
		return Place{}, err
	}
	utf8 := func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
	return Place{Root: utf8(root), File: utf8(file), Path: utf8(path)}, nil
}

// add puts a place among those of a row; one of the same path is replaced.
// The row goes by the file of its first place.
func (s *stored) add(p Place) {
	s.remove(p.Path)
	s.Places = append(s.Places, p)
	slices.SortFunc(s.Places, func(a, b Place) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		if c := strings.Compare(a.Root, b.Root); c != 0 {
			return c
		}
		return strings.Compare(a.Path, b.Path)
	})
	s.Candidate.File = s.Places[0].File
}

// remove takes a path out; it reports whether it was there.
func (s *stored) remove(path string) bool {
	before := len(s.Places)
	s.Places = slices.DeleteFunc(s.Places, func(p Place) bool { return p.Path == path })
	if len(s.Places) > 0 {
		s.Candidate.File = s.Places[0].File
	}
	return len(s.Places) < before
}

// key is what a place is found by in the index: its path, and all that an
// Entry needs, so that no row must be read to list them.
func (p Place) key(id string) string {
	return strings.Join([]string{p.Path, p.Root, p.File, id}, "\x00")
}

// entryOf reads a key.
func entryOf(key string) (Entry, bool) {
	part := strings.Split(key, "\x00")
	if len(part) != 4 {
		return Entry{}, false
	}
	return Entry{ID: part[3], Place: Place{Path: part[0], Root: part[1], File: part[2]}}, true
}

// packer compresses what is stored. It is not for several goroutines.
type packer struct {
	buf bytes.Buffer
	w   *flate.Writer
}

// dictionary holds what most rows have in common; its end counts most.
const dictionary = `"organisation""title""dates""measure""baseline""ratio""condition""link""status":"partial","reason":"unreadable"` +
	`{"s":"skills","t":"{"s":"education","t":"{"s":"publications","t":"{"s":"projects","t":"{"s":"experience","t":"` +
	`"kind":"standout-project","kind":"experienced","kind":"author","kind":"intern","kind":"other",` +
	`"rubric":"hiring-essay","signals":[{"id":"internship","level":"class-project""experience""multitask""cheaper""smaller""faster""paper-code""publication"` +
	`"points":,"why":"a link to the code or paper is missing","evidence":[{"quote":"","page":1,"box":[],"section":"projects","level":3,"facts":{"line":` +
	`{"c":{"file":".pdf","sha256":"","status":"ok","reason":"","pages":1,"name":"","email":"@","links":["https://github.com/"],"hidden":[]},"at":[{"root":"/","file":".pdf","path":"/`

// pack returns the compressed JSON of v.
func (p *packer) pack(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode row: %w", err)
	}
	p.buf.Reset()
	if p.w == nil {
		if p.w, err = flate.NewWriterDict(&p.buf, flate.DefaultCompression, []byte(dictionary)); err != nil {
			return nil, fmt.Errorf("compress row: %w", err)
		}
	} else {
		p.w.Reset(&p.buf)
	}
	if _, err := p.w.Write(raw); err != nil {
		return nil, fmt.Errorf("compress row: %w", err)
	}
	if err := p.w.Close(); err != nil {
		return nil, fmt.Errorf("compress row: %w", err)
	}
	return bytes.Clone(p.buf.Bytes()), nil
}

// maxUnpacked bounds what one row may hold, in bytes.
const maxUnpacked = 64 << 20

// unpack decodes what pack made.
func unpack(data []byte, v any) error {
	r := flate.NewReaderDict(bytes.NewReader(data), []byte(dictionary))
	raw, err := io.ReadAll(io.LimitReader(r, maxUnpacked))
	if err != nil {
		return fmt.Errorf("decompress row: %w", err)
	}
	if err := json.Unmarshal(raw, v); err != nil {
		return fmt.Errorf("decode row: %w", err)
	}
	return nil
}
