// Package glyph is where the engines that read a file and the layout that
// makes lines of it meet: an engine yields Pages of Glyphs, whatever the file
// was like inside, and nothing past this package knows about PDF.
//
// All positions are in points (1/72 inch) from the top left corner of the
// page as a reader sees it: the crop box, after the page's rotation. X grows
// to the right and Y grows downwards.
package glyph

// Box is a rectangle: left, top, right, bottom, in points.
type Box [4]float64

// Union returns the smallest box around both. The zero Box is empty and adds
// nothing.
func (b Box) Union(c Box) Box {
	if b == (Box{}) {
		return c
	}
	if c == (Box{}) {
		return b
	}
	return Box{min(b[0], c[0]), min(b[1], c[1]), max(b[2], c[2]), max(b[3], c[3])}
}

// Width is the extent from left to right in points.
func (b Box) Width() float64 { return b[2] - b[0] }

// Height is the extent from top to bottom in points.
func (b Box) Height() float64 { return b[3] - b[1] }

// Contains reports whether the point x, y lies in the box or on its edge.
func (b Box) Contains(x, y float64) bool {
	return x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3]
}

// Font is what layout wants to know of a font. Glyphs of one font share one
// Font, so that two glyphs can be compared by pointer.
type Font struct {
	Name                     string // without the subset tag: "Helvetica-Bold"
	Bold, Italic, Mono, Icon bool   // Icon: a symbol font such as FontAwesome
}

// Color is the paint of a glyph as it reaches the page.
type Color struct{ R, G, B uint8 }

// Why tells why a reader of the page cannot see a glyph. The zero value
// means that it can be seen.
type Why string

// The reasons why a glyph cannot be seen.
const (
	Visible     Why = ""
	Invisible   Why = "invisible text"     // render mode 3 or 7
	Camouflaged Why = "colour of the page" // contrast with what lies beneath under 1.15:1
	Transparent Why = "transparent"        // alpha under 5 %
	Tiny        Why = "under 2 pt"         // size as shown
	OffPage     Why = "outside the page"   // outside the crop box
	Clipped     Why = "clipped away"       // outside the clipping path
	Covered     Why = "covered"            // by a later fill or image
	HiddenLayer Why = "in a hidden layer"  // optional content that is off
	HiddenNote  Why = "in a hidden note"   // an annotation that is not shown
	Untrue      Why = "not what is drawn"  // what a program copies is not what the font draws
)

// Glyph is one shape on a page.
type Glyph struct {
	Text   string  // Unicode, ligatures expanded; "" where nothing maps the code
	Box    Box     // advance wide, ascent to descent high
	Base   float64 // Y of the baseline at the glyph's origin, in points
	Size   float64 // font size as shown, in points
	Angle  int     // direction of writing, degrees clockwise, 0 left to right
	Font   *Font
	Color  Color
	Hidden Why
	Code   uint32 // the code in the font, for reports about unmapped glyphs
}

// Link is a link annotation that leaves the document.
type Link struct {
	Box Box
	URI string
}

// Rule is a line or a thin filled rectangle, such as under a heading.
type Rule struct{ Box Box }

// Page is one page. A page that could not be read has Err and what glyphs
// were read before it.
type Page struct {
	Number        int     // from 1
	Width, Height float64 // as shown, in points
	Glyphs        []Glyph // in the order of painting
	Links         []Link
	Rules         []Rule
	Dots          []Box // small filled or stroked shapes: bullets that are drawn, not written
	Images        int   // pictures painted on the page
	Err           error
}
