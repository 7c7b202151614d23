package layout

import "pique/extract/glyph"

// Kind is the part that a line plays on the page.
type Kind uint8

// The kinds of line.
const (
	Text    Kind = iota // running text
	Heading             // the heading of a section
	Title               // the heading of an entry: a job, a project, a degree
	Bullet              // a list item, with its wrapped continuation
	Running             // a header or footer that repeats from page to page
)

// Span is a piece of a logical line that stands in one row of a page.
type Span struct {
	Start, End int // bytes of Line.Text, [Start, End)
	Page       int // from 1
	Box        glyph.Box
}

// Line is one logical line: a heading, a title line, a bullet or a paragraph,
// with its wrapped rows joined, end-of-line hyphens mended and white space
// folded to single spaces.
type Line struct {
	Text   string
	Kind   Kind
	Page   int       // page of the first row, from 1
	Box    glyph.Box // of all rows on Page
	Spans  []Span    // a row or more, in order; they cover Text but for joining spaces
	Gaps   []int     // bytes of Text at which something begins after a wide gap, as a right-aligned date
	Size   float64   // font size of most of its glyphs, in points
	Bold   bool      // of most of its glyphs, as Italic
	Italic bool
	Lead   float64 // free space above, in points; 0 for the first of a column
	Indent float64 // distance from the left edge of its column, in points
	Column int     // number of its column or sidebar on the page, from 0
	Marker string  // the bullet or number that was taken off a Bullet, as "•" or "[3]"
	Links  []Link  // link annotations over it
}

// Link is a link annotation over a part of a line.
type Link struct {
	Start, End int // bytes of Line.Text, [Start, End)
	URI        string
}
