package index

import (
	"fmt"
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
	Section string // kind: experience, projects, ...
	Text    string
	Page    int // from 1; 0 where unknown
}

// Place is where a file lies. The bytes are those of the system: they need
// not be UTF-8.
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
	Digest    string           `json:"d"`
	Extractor int              `json:"x"`
	Places    []Place          `json:"-"` // sorted by file, then root; kept in a table

	Organisations []string `json:"o,omitempty"`

	Part    string   `json:"p,omitempty"` // key of the joined row to which the document belongs
	Members []string `json:"m,omitempty"` // hashes of the documents of a joined row; none for others
	Lengths []int    `json:"l,omitempty"` // how many passages each of them has
}

// row is a candidate with its text.
type row struct {
	stored
	text []Passage
}

// edition returns by what the row was made.
func (s *stored) edition() Edition {
	return Edition{Rubric: s.Candidate.Rubric, RubricDigest: s.Digest, Extractor: s.Extractor}
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
	return Place{Root: root, File: file, Path: path}, nil
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
	s.Places = slices.DeleteFunc(slices.Clone(s.Places), func(p Place) bool { return p.Path == path })
	if len(s.Places) > 0 {
		s.Candidate.File = s.Places[0].File
	}
	return len(s.Places) < before
}
