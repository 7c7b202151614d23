package content

import (
	"pique/extract/glyph"
	"pique/extract/plane"
)

// maxOperators bounds the operators of one file.
const maxOperators = 8 << 20

// interp carries out the content streams of one page.
type interp struct {
	d    *document
	page *glyph.Page
	crop glyph.Box // the page as shown
	base matrix    // from the space in which the content stream begins

	state
	stack []state
	over  int // q beyond maxStates

	tm, tlm  matrix // text matrix, text line matrix
	path     path
	marks    []mark
	hidden   int       // marks, and other things around, that are not shown
	unseen   glyph.Why // why what is in them cannot be seen
	canvas   canvas
	runs     []run
	changes  int // operators that can change the look of glyphs
	pen      pen
	ranAs    int // serial of the pen of the last run
	images   []glyph.Box
	masks    map[maskKey]*mask
	lettered bool // a mask has letters
	res      *resources
	depth    int // of forms

	unmapped []int32       // glyphs whose codes map to no text
	inkless  []int32       // letters that paint nothing
	untrue   []glyph.Glyph // what a map to Unicode says that is not drawn
	buried   []int32       // glyphs under later pictures
	scratch  []float64
}

// run carries out one content stream with the resources in force. Each
// stream, form or page, leaves the stack of states as it found it.
func (in *interp) run(data []byte) error {
	k := in.d.kit
	l := lexer{data: data, args: k.args, elems: k.elems, slab: k.slab, arena: k.arena}
	k.args, k.elems, k.slab, k.arena = nil, nil, nil, nil // those of a form are its own
	defer func() { k.args, k.elems, k.slab, k.arena = l.args, l.elems, l.slab, l.arena }()
	floor := len(in.stack)
	for n := 0; ; n++ {
		word := l.next()
		if word == nil {
			break
		}
		op := operatorOf(word)
		in.d.ops--
		if n&0x3FF == 0x3FF || in.d.ops <= 0 {
			if err := in.d.done(); err != nil {
				return err
			}
		}
		if len(in.page.Glyphs) >= maxPageGlyphs || in.d.glyphs >= maxGlyphs {
			return errGlyphs
		}
		if in.textOp(op, l.args) {
			continue
		}
		in.changes++
		switch op {
		case 'q':
			in.push()
		case 'Q':
			in.pop(floor)
		case opcm:
			if m, ok := matrixArgs(l.args); ok {
				if t := m.Mul(in.ctm); t.Sane() {
					in.ctm = t
				}
			}
		case opDo:
			if len(l.args) > 0 {
				if err := in.do(l.args[len(l.args)-1].str); err != nil {
					return err
				}
			}
		case opBI:
			in.inline(&l)
		default:
			if !in.pathOp(op, l.args) && !in.colorOp(op, l.args) {
				in.markOp(op, l.args)
			}
		}
	}
	for len(in.stack) > floor {
		in.pop(floor)
	}
	return nil
}

func (in *interp) push() {
	if len(in.stack) >= maxStates {
		in.over++
		return
	}
	in.stack = append(in.stack, in.state)
}

func (in *interp) pop(floor int) {
	if in.over > 0 {
		in.over--
		return
	}
	if n := len(in.stack); n > floor {
		in.state = in.stack[n-1]
		in.stack = in.stack[:n-1]
	}
}

// arg returns the i-th operand as a number; 0 where there is none.
func arg(a []operand, i int) float64 {
	if i < 0 || i >= len(a) {
		return 0
	}
	return a[i].num
}

// last returns the last n operands, fewer where there are fewer.
func last(a []operand, n int) []operand {
	if len(a) > n {
		return a[len(a)-n:]
	}
	return a
}

func matrixArgs(a []operand) (matrix, bool) {
	if len(a) < 6 {
		return matrix{}, false
	}
	a = last(a, 6)
	var m matrix
	for i := range m {
		m[i] = a[i].num
	}
	return m, m.Sane()
}

// do paints an XObject.
func (in *interp) do(name []byte) error {
	x := in.res.xobject(in.d, name)
	if x == nil {
		return nil
	}
	off := in.d.isOff(x.oc)
	if x.image {
		if !off {
			in.picture(x.look)
		}
		return nil
	}
	if in.depth >= maxForms {
		return nil
	}
	if !off {
		return in.form(x)
	}
	unseen := in.unseen
	if in.hidden == 0 {
		in.unseen = glyph.HiddenLayer
	}
	in.hidden++
	err := in.form(x)
	in.hidden--
	in.unseen = unseen
	return err
}

// form carries out the content of a form XObject.
func (in *interp) form(x *form) error {
	saved, res, tm, tlm, marks, hidden, base := in.state, in.res, in.tm, in.tlm, len(in.marks), in.hidden, in.base
	stack, over := in.stack, in.over
	in.stack, in.over = nil, 0
	in.depth++
	in.changes++
	if m := x.matrix.Mul(in.ctm); m.Sane() {
		in.ctm = m
	}
	in.base = in.ctm
	if x.hasBox {
		in.clip = plane.Intersect(in.clip, in.ctm.Box(x.box[0], x.box[1], x.box[2], x.box[3]))
		if !squared(in.ctm) {
			in.narrow(quad(in.ctm, x.box[0], x.box[1], x.box[2], x.box[3]))
		}
	}
	if x.group {
		in.enter()
	}
	if x.res != nil {
		in.res = x.res
	}
	in.path.reset()
	err := in.run(x.data)
	in.closeMarks(marks)
	in.path.reset()
	in.state, in.res, in.tm, in.tlm, in.hidden, in.base = saved, res, tm, tlm, hidden, base
	in.stack, in.over = stack, over
	in.depth--
	in.changes++
	return err
}

// picture records an image in the unit square; an opaque one hides what lies
// beneath.
func (in *interp) picture(i image) {
	if in.hidden > 0 {
		return
	}
	b := in.ctm.Box(0, 0, 1, 1)
	in.page.Images++
	if i.bare {
		return
	}
	alpha := in.fillAlpha
	if i.stencil && i.opaque {
		i.opaque = in.fillSpace.kind != spacePattern || in.fillHue.whole
		if i.paint = unknown; i.opaque {
			i.paint, alpha = in.fill, in.fillOpacity()
		}
	}
	if in.unclip(i.paint, alpha) {
		return
	}
	b = plane.Intersect(b, in.clip)
	if b.Width() <= 0 || b.Height() <= 0 {
		return
	}
	in.images = append(in.images, b)
	s := shape{box: b, paint: i.paint, picture: !i.stencil}
	if !squared(in.ctm) {
		s.outline = quad(in.ctm, 0, 0, 1, 1)
	}
	in.cover(s, alpha, i.opaque)
}

// cover puts a shape on the canvas, painted in the way in force.
func (in *interp) cover(s shape, alpha float64, opaque bool) {
	s.cut, s.veil, s.blend = in.cut, in.veil, in.mixing()
	s.alpha = clamp(alpha) * in.group.alpha
	if in.loose {
		s.paint, s.grade, opaque = unknown, nil, false
	}
	s.solid = opaque && s.blend == blendNormal
	in.canvas.add(s)
}

// inline passes over an inline image: its dictionary to ID, then its data to
// an EI that stands between white space and is followed by what can be
// content.
func (in *interp) inline(l *lexer) {
	var s raster
	look := image{opaque: true}
	filtered, decoded := false, false
	for {
		o, word := l.object(1)
		if word != nil {
			if string(word) == "ID" {
				break
			}
			continue
		}
		if o.kind == opNone {
			return
		}
		if o.kind != opName {
			continue
		}
		key := string(o.str)
		v, w := l.object(1)
		if w != nil {
			if string(w) == "ID" {
				break
			}
			continue
		}
		switch key {
		case "W", "Width":
			s.width = int(v.num)
		case "H", "Height":
			s.height = int(v.num)
		case "BPC", "BitsPerComponent":
			s.bits = int(v.num)
		case "IM", "ImageMask":
			look.stencil = string(v.str) == "true"
		case "CS", "ColorSpace":
			// One that is not of a device has a single component: it is indexed.
			s.space = deviceSpace(string(v.str))
			if v.kind != opName || s.space == pattern {
				s.space = nil
			}
		case "F", "Filter":
			filtered = v.kind == opName || len(v.items) > 0
		case "D", "Decode":
			decoded = len(v.items) > 0
			s.flip = decoded && v.items[0].num >= 0.5
		}
	}
	if look.stencil {
		s.bits, s.space, look.opaque, decoded = 1, nil, false, false
	}
	if l.pos < len(l.data) {
		l.pos++ // the one white space after ID
	}
	if !filtered && s.width > 0 && s.height > 0 && s.bits > 0 && s.bits <= 16 && s.width < 1<<15 && s.height < 1<<15 {
		if n := s.row() * s.height; l.pos+n <= len(l.data) && endsImage(l.data, l.pos+n) {
			if !decoded && s.sane() {
				look.plain(&s, l.data[l.pos:l.pos+n])
			}
			l.pos += n
		}
	}
	in.picture(look)
	for ; l.pos < len(l.data); l.pos++ {
		if endsImage(l.data, l.pos) {
			for l.pos < len(l.data) && l.data[l.pos] != 'E' {
				l.pos++
			}
			l.pos = min(l.pos+2, len(l.data))
			return
		}
	}
}

// endsImage reports whether EI stands at i, after white space.
func endsImage(d []byte, i int) bool {
	for n := 0; n < 2 && i < len(d) && class[d[i]] == isSpace; n++ {
		i++
	}
	if i == 0 || i+2 > len(d) || d[i] != 'E' || d[i+1] != 'I' || class[d[i-1]] != isSpace {
		return false
	}
	if i+2 < len(d) && class[d[i+2]] != isSpace {
		return false
	}
	for _, c := range d[min(i+2, len(d)):min(i+12, len(d))] {
		if c >= 0x7F || c < 0x20 && class[c] != isSpace {
			return false
		}
	}
	return true
}
