package content

import "github.com/ledongthuc/pdf"

// hue is what is known of a pattern: its one colour and its alpha.
type hue struct {
	paint paint
	alpha float64
	whole bool // it leaves no gaps
}

// mixed is the hue of all that is not known.
var mixed = hue{paint: unknown, alpha: 1}

// pattern returns the hue of a pattern: that of a shading whose ends have the
// same colour, or of a tile that is painted in one.
func (in *interp) pattern(key []byte) hue {
	if p, ok := in.res.patterns[string(key)]; ok {
		return p
	}
	p, name := mixed, string(key)
	_ = guard("pattern", func() {
		switch v := in.res.v.Key("Pattern").Key(name); v.Key("PatternType").Int64() {
		case 1:
			p = in.tile(v)
		case 2:
			p.paint = in.d.shading(v.Key("Shading"))
			extend := v.Key("Shading").Key("Extend")
			p.whole = p.paint.known && extend.Index(0).Bool() && extend.Index(1).Bool()
		}
	})
	if in.res.patterns == nil {
		in.res.patterns = map[string]hue{}
	}
	in.res.patterns[name] = p
	return p
}

// tile returns the hue of a coloured tiling pattern.
func (in *interp) tile(v pdf.Value) hue {
	if v.Key("PaintType").Int64() != 1 || in.depth >= maxForms {
		return mixed
	}
	x := in.d.form(v)
	if x == nil || x.image {
		return mixed
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
	var h hue
	for i := range sub.canvas.shapes {
		s := &sub.canvas.shapes[i]
		alpha, known := s.opacity((s.box[0]+s.box[2])/2, (s.box[1]+s.box[3])/2)
		if !known || s.blend != blendNormal || i > 0 && (s.paint != h.paint || abs64(alpha-h.alpha) > 0.01) {
			return mixed
		}
		h = hue{paint: s.paint, alpha: alpha}
		h.whole = len(sub.canvas.shapes) == 1 && gapless && s.outline.subs == nil && s.cut == nil && inside(sub.crop, s.box)
	}
	return h
}

// shading returns the one colour of an axial or radial shading.
func (d *document) shading(v pdf.Value) paint {
	if t := v.Key("ShadingType").Int64(); t != 2 && t != 3 {
		return unknown
	}
	space := d.space(v.Key("ColorSpace"), 0)
	var fs []*function
	switch f := v.Key("Function"); f.Kind() {
	case pdf.Array:
		for i := 0; i < min(f.Len(), 32); i++ {
			fs = append(fs, d.function(f.Index(i), 0))
		}
	default:
		fs = append(fs, d.function(f, 0))
	}
	from, to := 0.0, 1.0
	if dom := floats(v.Key("Domain"), 2); len(dom) == 2 {
		from, to = dom[0], dom[1]
	}
	var p paint
	const samples = 8
	for i := 0; i <= samples; i++ {
		t := from + (to-from)*float64(i)/samples
		var comps []float64
		for _, f := range fs {
			if f == nil {
				return unknown
			}
			comps = append(comps, f.eval([]float64{t})...)
		}
		c := space.color(comps)
		if !c.known || i > 0 && !alike(c, p) {
			return unknown
		}
		p = c
	}
	return p
}

// shaded returns the hue of a shading that sh paints. A shading along a line
// that goes on at both ends leaves no gaps, whatever its colours.
func (in *interp) shaded(key []byte) hue {
	if h, ok := in.res.shadings[string(key)]; ok {
		return h
	}
	h, name := mixed, string(key)
	_ = guard("shading", func() {
		v := in.res.v.Key("Shading").Key(name)
		c := floats(v.Key("Coords"), 4)
		ends := v.Key("Extend")
		if v.Key("ShadingType").Int64() != 2 || len(c) != 4 || c[0] == c[2] && c[1] == c[3] || !v.Key("BBox").IsNull() || !ends.Index(0).Bool() || !ends.Index(1).Bool() {
			return
		}
		if f := v.Key("Function"); f.Kind() != pdf.Dict && f.Kind() != pdf.Stream && f.Len() == 0 {
			return
		}
		h = hue{paint: in.d.shading(v), alpha: 1, whole: true}
	})
	if in.res.shadings == nil {
		in.res.shadings = map[string]hue{}
	}
	in.res.shadings[name] = h
	return h
}

// alike reports whether two colours can hardly be told apart.
func alike(a, b paint) bool {
	d := func(x, y uint8) bool { return max(x, y)-min(x, y) <= 4 }
	return d(a.R, b.R) && d(a.G, b.G) && d(a.B, b.B)
}
