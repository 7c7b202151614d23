package pdfium

import (
	"context"
	"math"
	"strings"

	"pique/extract/font"
	"pique/extract/glyph"
)

// reader reads one page.
type reader struct {
	*session
	page *glyph.Page
	ctx  context.Context

	base  matrix    // from the page's user space to the page as shown
	crop  glyph.Box // the page as shown
	objs  []object
	order map[uint32]int // of the objects, by handle
	fonts map[uint32]*face
	owner []int32 // of the glyphs, in objs
	forms int     // form objects opened
	segs  int     // path segments read

	shapes []shape
	images []glyph.Box
}

// frame sets the size of the page as shown, and the transform to it.
func (r *reader) frame() {
	b := [4]float64{0, 0, 612, 792}
	if r.ok("FPDF_GetPageBoundingBox", r.session.page, r.at(0)) {
		// A structure of left, top, right and bottom.
		l, t, rt, bt := r.word(0), r.word(1), r.word(2), r.word(3)
		c := [4]float64{min(l, rt), min(t, bt), max(l, rt), max(t, bt)}
		if c[2]-c[0] > 1 && c[3]-c[1] > 1 {
			b = c
		}
	}
	w, h := min(b[2]-b[0], maxSide), min(b[3]-b[1], maxSide)
	r.page.Width, r.page.Height = w, h
	switch (int32(r.call("FPDFPage_GetRotation", r.session.page))%4 + 4) % 4 {
	case 1:
		r.page.Width, r.page.Height = h, w
		r.base = matrix{0, 1, 1, 0, -b[1], -b[0]}
	case 2:
		r.base = matrix{-1, 0, 0, 1, b[2], -b[1]}
	case 3:
		r.page.Width, r.page.Height = h, w
		r.base = matrix{0, -1, -1, 0, b[3], b[2]}
	default:
		r.base = matrix{1, 0, 0, -1, -b[0], b[3]}
	}
	r.crop = glyph.Box{0, 0, r.page.Width, r.page.Height}
}

// face is a font with what its glyphs' boxes need.
type face struct {
	handle          uint64
	look            *glyph.Font
	ascent, descent float64          // em
	widths          map[rune]float64 // em; of characters asked for
	drawn           bool             // it has no name, as Type 3 fonts: its em can be of any size
	height          float64          // of its highest glyph, in its em; only of one that is drawn
}

// How PDFium makes a weight of the width of a font's stems, in 1/1000 em:
// four times it, and 140. Bold fonts have stems of 140 and more.
const (
	stemBase, stemStep = 140, 4
	boldWeight         = 700
)

// face returns the font of a text object.
func (r *reader) face(obj uint64) *face {
	h := uint32(r.call("FPDFTextObj_GetFont", obj))
	if f := r.fonts[h]; f != nil {
		return f
	}
	f := &face{handle: uint64(h), look: &glyph.Font{}, ascent: 0.75, descent: -0.25}
	if h != 0 {
		name := strings.TrimRight(string(r.bytes(1<<10, "FPDFFont_GetBaseFontName", uint64(h))), "\x00")
		spec := font.Spec{Name: name, HasDescriptor: true}
		if flags := int32(r.call("FPDFFont_GetFlags", uint64(h))); flags > 0 {
			spec.Flags = int(flags)
		}
		// The module works out the weight from the width of the stems.
		if w := int32(r.call("FPDFFont_GetWeight", uint64(h))); w >= boldWeight && w < 2000 {
			spec.StemV = float64(w-stemBase) / stemStep
		}
		if r.ok("FPDFFont_GetItalicAngle", uint64(h), r.at(0)) {
			spec.ItalicAngle = float64(int32(r.u32(0)))
		}
		if r.ok("FPDFFont_GetAscent", uint64(h), math64(1000), r.at(0)) {
			spec.Ascent = r.f32(0)
		}
		if r.ok("FPDFFont_GetDescent", uint64(h), math64(1000), r.at(0)) {
			spec.Descent = r.f32(0)
		}
		g := font.New(spec)
		f.ascent, f.descent = g.Ascent, g.Descent
		f.drawn = g.Name == ""
		*f.look = glyph.Font{Name: g.Name, Bold: g.Bold, Italic: g.Italic, Mono: g.Mono, Icon: g.Icon}
	}
	if r.fonts == nil {
		r.fonts = map[uint32]*face{}
	}
	r.fonts[h] = f
	return f
}

// math64 is a float argument as the module takes it.
func math64(f float32) uint64 { return uint64(math.Float32bits(f)) }
