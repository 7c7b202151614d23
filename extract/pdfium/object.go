package pdfium

import (
	"bytes"
	"unicode/utf16"

	"pique/extract/glyph"
	"pique/extract/plane"
)

// Bounds on the objects of a page.
const (
	maxObjects  = 1 << 16
	maxForms    = 16 // nesting of form objects
	maxSegments = 1 << 18
	maxClips    = 64 // clipping paths of an object
	maxMarks    = 16 // marked content around an object
)

// Kinds of object, as FPDFPageObj_GetType has them.
const (
	kindText    = 1
	kindPath    = 2
	kindImage   = 3
	kindShading = 4
	kindForm    = 5
)

// object is what a page is painted with: text, a path, an image or a shading.
type object struct {
	handle uint64
	kind   int
	form   matrix // from where it stands to the page's user space
	layer  bool   // in optional content, which may be off
	veiled bool   // it, or a form around it, has transparency
	clip   glyph.Box
	actual uint32 // the marked content with an ActualText that it stands in; 0 for none
	speaks []rune // that text

	// Text.
	mode                int
	paint, outline      paint
	alpha, outlineAlpha float64
	placed              bool
	face                *face
	unit, em            matrix // of its glyphs at the origin, without and with the font size; not yet as shown
	size, fontSize      float64
	angle               int
}

// objects lists what the page is painted with, in order, forms opened.
func (r *reader) objects() {
	r.order = map[uint32]int{}
	n := int(int32(r.call("FPDFPage_CountObjects", r.session.page)))
	for i := 0; i < n && len(r.objs) < maxObjects; i++ {
		h := r.call("FPDFPage_GetObject", r.session.page, uint64(i))
		r.object(h, around{form: identity, clip: r.crop, alpha: 1}, 0)
		if i&0xFF == 0xFF && r.ctx.Err() != nil {
			return
		}
	}
}

// around is what the forms around an object mean for it.
type around struct {
	form   matrix // from the space in which it stands to that of the page
	clip   glyph.Box
	alpha  float64
	layer  bool
	veiled bool
}

// object keeps one object.
func (r *reader) object(h uint64, in around, depth int) {
	if h = uint64(uint32(h)); h == 0 {
		return
	}
	o := object{handle: h, kind: int(int32(r.call("FPDFPageObj_GetType", h))), layer: in.layer, form: in.form}
	r.marks(&o)
	to := in.form.Mul(r.base)
	o.clip = r.clip(h, to, in.clip)
	o.veiled = in.veiled || r.ok("FPDFPageObj_HasTransparency", h)
	o.paint, o.alpha = r.colour("FPDFPageObj_GetFillColor", h)
	o.alpha *= in.alpha
	switch o.kind {
	case kindForm:
		r.formObject(&o, in, depth)
		return
	case kindText:
		o.mode = int(int32(r.call("FPDFTextObj_GetTextRenderMode", h)))
		if o.mode&3 == 1 || o.mode&3 == 2 {
			o.outline, o.outlineAlpha = r.colour("FPDFPageObj_GetStrokeColor", h)
			o.outlineAlpha *= in.alpha
		}
		if o.mode&3 == 1 {
			o.paint, o.alpha = o.outline, o.outlineAlpha
		}
		r.order[uint32(h)] = len(r.objs)
	case kindPath:
		r.path(&o, to, in.alpha)
	case kindImage:
		r.page.Images++
		if r.ok("FPDFPageObj_GetMatrix", h, r.at(0)) {
			b := plane.Intersect(cover(r.matrix().Mul(to), 0, 0, 1, 1), o.clip)
			if b.Width() > 0 && b.Height() > 0 {
				r.images = append(r.images, b)
				r.cover(&o, shape{box: b, alpha: 1})
			}
		}
	case kindShading:
		r.cover(&o, shape{box: o.clip, alpha: 1})
	}
	r.objs = append(r.objs, o)
}

// formObject keeps the objects of a form.
func (r *reader) formObject(o *object, in around, depth int) {
	if r.forms++; depth >= maxForms || r.forms > maxObjects {
		return
	}
	in.clip, in.layer, in.veiled = o.clip, o.layer, o.veiled
	if o.paint.known {
		in.alpha = o.alpha
	}
	if r.ok("FPDFPageObj_GetMatrix", o.handle, r.at(0)) {
		in.form = r.matrix().Mul(in.form)
	}
	n := int(int32(r.call("FPDFFormObj_CountObjects", o.handle)))
	for i := 0; i < n && len(r.objs) < maxObjects; i++ {
		r.object(r.call("FPDFFormObj_GetObject", o.handle, uint64(i)), in, depth+1)
	}
}

// matrix reads the matrix that a call has just left.
func (r *reader) matrix() matrix {
	return matrix{r.word(0), r.word(1), r.word(2), r.word(3), r.word(4), r.word(5)}
}

// colour reads a colour and its alpha, 0 to 1.
func (r *reader) colour(name string, h uint64) (paint, float64) {
	if !r.ok(name, h, r.at(0), r.at(1), r.at(2), r.at(3)) {
		return unknown, 1
	}
	return paint{glyph.Color{R: uint8(r.u32(0)), G: uint8(r.u32(1)), B: uint8(r.u32(2))}, true}, float64(r.u32(3)&0xFF) / 255
}

// clip returns what the clipping paths of an object leave of a box.
func (r *reader) clip(h uint64, to matrix, b glyph.Box) glyph.Box {
	c := uint64(uint32(r.call("FPDFPageObj_GetClipPath", h)))
	if c == 0 {
		return b
	}
	n := min(int(int32(r.call("FPDFClipPath_CountPaths", c))), maxClips)
	for i := 0; i < n; i++ {
		k := int(int32(r.call("FPDFClipPath_CountPathSegments", c, uint64(i))))
		var pts []point
		for j := 0; j < k && r.segs < maxSegments; j++ {
			r.segs++
			seg := uint64(uint32(r.call("FPDFClipPath_GetPathSegment", c, uint64(i), uint64(j))))
			if seg != 0 && r.ok("FPDFPathSegment_GetPoint", seg, r.at(0), r.at(1)) {
				pts = append(pts, place(to, r.f32(0), r.f32(1)))
			}
		}
		if len(pts) > 0 {
			b = plane.Intersect(b, plane.Bounds(pts))
		}
	}
	return b
}

// marks reads the marked content around an object.
func (r *reader) marks(o *object) {
	n := min(int(int32(r.call("FPDFPageObj_CountMarks", o.handle))), maxMarks)
	for i := 0; i < n; i++ {
		m := uint64(uint32(r.call("FPDFPageObj_GetMark", o.handle, uint64(i))))
		if m == 0 {
			continue
		}
		if string(r.wide("FPDFPageObjMark_GetName", m)) == "OC" {
			o.layer = true
		}
		if o.kind != kindText {
			continue
		}
		key := r.alloc(16)
		r.mem.Write(key, append([]byte("ActualText"), 0))
		if uint32(r.call("FPDFPageObjMark_GetParamValueType", m, uint64(key))) != 0 {
			o.actual, o.speaks = uint32(m), r.wide("FPDFPageObjMark_GetParamStringValue", m, uint64(key))
		}
		r.free(key)
	}
}

// maxWide bounds the UTF-16 strings of marked content, in bytes.
const maxWide = 4096

// wide calls a function that fills a buffer with UTF-16 and says how long it
// is by its last argument.
func (r *reader) wide(name string, args ...uint64) []rune {
	p := r.alloc(maxWide)
	defer r.free(p)
	r.mem.WriteUint32Le(r.out, 0)
	args = append(args[:len(args):len(args)], uint64(p), maxWide, r.at(0))
	if !r.ok(name, args...) {
		return nil
	}
	b, ok := r.mem.Read(p, min(r.u32(0), maxWide))
	if !ok {
		return nil
	}
	return utf16Runes(b)
}

// utf16Runes decodes UTF-16, little end first, up to a zero.
func utf16Runes(b []byte) []rune {
	u := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		v := uint16(b[i]) | uint16(b[i+1])<<8
		if v == 0 {
			break
		}
		u = append(u, v)
	}
	return utf16.Decode(u)
}

// cString cuts a string at its zero.
func cString(b []byte) string {
	if i := bytes.IndexByte(b, 0); i >= 0 {
		b = b[:i]
	}
	return string(b)
}
