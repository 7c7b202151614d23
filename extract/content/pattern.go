package content

import "pique/extract/glyph"

// hue is what is known of a pattern or a shading: its one colour, or how it
// differs from place to place, and its alpha.
type hue struct {
	paint paint
	alpha float64
	whole bool      // it leaves no gaps
	bare  bool      // its tile has no colour of its own
	grade *grade    // of a shading of several colours
	strip outline   // what it paints at most; none where that is not known
	tile  glyph.Box // where grade holds, where it is that of a tile
}

// mixed is the hue of all that is not known.
var mixed = hue{paint: unknown, alpha: 1}

// pattern returns the hue of a pattern. One that there is not paints nothing.
func (in *interp) pattern(key []byte) hue {
	if p, ok := in.res.patterns[string(key)]; ok {
		return p
	}
	p, name := mixed, string(key)
	_ = guard("pattern", func() {
		v := in.res.v.Key("Pattern").Key(name)
		switch v.Key("PatternType").Int64() {
		case 1:
			p = in.tile(v)
		case 2:
			p = in.d.shading(v.Key("Shading"), matrixOf(v.Key("Matrix")).Mul(in.base))
		default:
			if v.IsNull() {
				p.alpha = 0
			}
		}
	})
	if in.res.patterns == nil {
		in.res.patterns = map[string]hue{}
	}
	in.res.patterns[name] = p
	return p
}

// tile returns the hue of a tiling pattern; that of one without colours of its
// own is in black.
func (in *interp) tile(v value) hue {
	if in.depth >= maxForms {
		return mixed
	}
	x := in.d.form(v)
	if x == nil || x.image {
		return mixed
	}
	if in.d.paintless(x.data) {
		return hue{paint: unknown}
	}
	sub := in.aside(matrixOf(v.Key("Matrix")).Mul(in.base))
	sub.crop = sub.ctm.Box(x.box[0], x.box[1], x.box[2], x.box[3])
	sub.clip = sub.crop
	x.matrix = identity
	if err := sub.form(x); err != nil || len(sub.page.Glyphs) > 0 || sub.canvas.full || len(sub.canvas.shapes) == 0 {
		return mixed
	}
	// Steps are in the space of the box.
	gapless := abs64(v.Key("XStep").Float64()) <= x.box.Width() && abs64(v.Key("YStep").Float64()) <= x.box.Height()
	h := hue{bare: v.Key("PaintType").Int64() == 2}
	for i := range sub.canvas.shapes {
		s := &sub.canvas.shapes[i]
		alpha, known := s.opacity((s.box[0]+s.box[2])/2, (s.box[1]+s.box[3])/2)
		if s.grade != nil && known && len(sub.canvas.shapes) == 1 && s.cut == nil && inside(sub.crop, s.box) {
			return hue{paint: unknown, alpha: alpha, whole: true, grade: s.grade, tile: sub.crop}
		}
		if !known || s.grade != nil || s.blend != blendNormal || i > 0 && (s.paint != h.paint || abs64(alpha-h.alpha) > 0.01) {
			return mixed
		}
		h.paint, h.alpha = s.paint, alpha
		h.whole = len(sub.canvas.shapes) == 1 && gapless && s.outline.subs == nil && s.cut == nil && inside(sub.crop, s.box)
	}
	return h
}

// shading returns the hue of a shading that lies on the page by a matrix.
// One along a line that goes on at both ends leaves no gaps.
func (d *document) shading(v value, at matrix) hue {
	h := mixed
	ends := v.Key("Extend")
	h.whole = ends.Index(0).Bool() && ends.Index(1).Bool() && v.Key("BBox").IsNull()
	h.strip = strip(v, at)
	g := d.grade(v, at)
	if g == nil {
		h.whole = false
		return h
	}
	if h.paint = one(g.colors[:]); !h.paint.known {
		h.grade = g
	}
	h.whole = h.whole && (!g.radial || g.rings())
	return h
}

// shaded returns the hue of a shading that sh paints.
func (in *interp) shaded(key []byte) hue {
	if in.res.shadings == nil {
		in.res.shadings = map[shadingKey]hue{}
	}
	at := shadingKey{string(key), in.ctm}
	if h, ok := in.res.shadings[at]; ok {
		return h
	}
	h := mixed
	_ = guard("shading", func() { h = in.d.shading(in.res.v.Key("Shading").Key(at.name), in.ctm) })
	if len(in.res.shadings) < maxShadings {
		in.res.shadings[at] = h
	}
	return h
}

// shadingKey tells the shadings of sh apart: by name, and by where one is laid.
type shadingKey struct {
	name string
	at   matrix
}

// maxShadings bounds how many of them are kept.
const maxShadings = 64
