package extract

import (
	"context"
	"image"

	"pique/extract/glyph"
)

// Engine names what reads the bytes of a file.
type Engine string

// The engines.
const (
	Auto   Engine = ""       // the own engine, and the second where the first is in doubt
	Own    Engine = "own"    // package content
	PDFium Engine = "pdfium" // package pdfium, by Options.Second
)

// Second is an engine that reads what the own one refuses or reads badly; an
// Engine of package pdfium is one. Its methods are not called side by side.
type Second interface {
	// Read reads the glyphs of the pages. The text of an error is a reason in
	// one line, such as "encrypted: a password is needed".
	Read(ctx context.Context, data []byte) ([]glyph.Page, error)
	// Render paints a page, numbered from 1, at dpi dots an inch; it may take
	// fewer for a page that would be too large.
	Render(ctx context.Context, data []byte, page int, dpi float64) (image.Image, error)
}

// Choose returns the better of two readings of the same bytes, the own
// engine's and the second's: the one that has read pictures, where it found
// more letters, else the one with the better status, else the one with more
// letters, else the one with fewer glyphs that map to none, else the own. The
// result keeps the own one's Doubt.
func Choose(own, second Document) Document {
	d := own
	if better(second, own) {
		d = second
		if d.SHA256 == "" {
			d.SHA256 = own.SHA256
		}
	} else if own.Status == Unreadable && second.Status == Unreadable {
		d.Reason = plainer(own.Reason, second.Reason)
	}
	d.File, d.Doubt = own.File, own.Doubt
	return d
}

func better(a, b Document) bool {
	if a.OCR != b.OCR {
		return a.OCR == (a.Letters > b.Letters)
	}
	switch x, y := rank(a.Status), rank(b.Status); {
	case x != y:
		return x > y
	case a.Status == Unreadable:
		return false
	case a.Letters != b.Letters:
		return a.Letters > b.Letters
	}
	return a.Unmapped < b.Unmapped
}

func rank(s Status) int {
	switch s {
	case OK:
		return 2
	case Partial:
		return 1
	}
	return 0
}
