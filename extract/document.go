package extract

import (
	"pique/extract/glyph"
	"pique/extract/layout"
	"pique/extract/outline"
)

// Version numbers what Read makes of a file. It is raised whenever the
// result for any file can differ, so that caches know to read anew.
const Version = 3

// Status tells how much of a file could be read.
type Status string

// The statuses of a file.
const (
	OK         Status = "ok"         // all of it
	Partial    Status = "partial"    // some of it; Reason says what is missing
	Unreadable Status = "unreadable" // nothing; Reason says why
)

// Document is one file as a reader of its pages sees it.
type Document struct {
	File   string // as given, slashes forward
	SHA256 string // of the bytes, lower-case hexadecimal
	Status Status
	Reason string // one line; empty where Status is OK
	Engine Engine // that read it; empty where none came to it
	Doubt  string // one line: why the second engine should be asked, or was; empty where there is no need
	OCR    bool   // text of at least one page was read from its picture
	Pages  []Page

	// What the reading is worth, for Choose.
	Letters  int // letters, digits and signs that can be seen
	Unmapped int // glyphs that can be seen and map to no letter

	outline.Outline // sections, entries, lines, name, e-mail, links

	Hidden []Hidden // what the file holds and a reader cannot see
}

// Page is the size of a page as shown, in points, and what went wrong on it.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Images        int
	OCR           bool   // its text was read from its picture
	Reason        string // empty where the page was read whole
}

// Hidden is a run of text that a reader of the page cannot see.
type Hidden struct {
	Text string    `json:"text"`
	File string    `json:"file,omitempty"` // where files were joined that one person handed in; empty elsewhere
	Page int       `json:"page"`           // from 1
	Box  glyph.Box `json:"box"`
	Why  glyph.Why `json:"why"`
}

// Line is a logical line with the section and entry in which it stands.
type Line = outline.Line

// Kind is the part that a line plays on the page.
type Kind = layout.Kind
