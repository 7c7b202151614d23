package content

import (
	"pique/extract/glyph"
)

// resources is a resource dictionary with what was looked up in it.
type resources struct {
	v        value
	fonts    map[string]*face
	forms    map[string]*form
	spaces   map[string]*space
	states   map[string]*external
	layers   map[string]bool
	patterns map[string]hue
	shadings map[shadingKey]hue
}

// external is what this package takes from an ExtGState.
type external struct {
	fill, stroke, size, width    float64
	hasFill, hasStroke, hasWidth bool
	face                         *face
	blend                        blendMode
	hasBlend                     bool
	mask                         *softMask
	hasMask                      bool // mask is nil for None
}

// form is an XObject: a form with its content, or an image.
type form struct {
	image  bool
	look   image // of an image
	group  bool  // a transparency group
	data   []byte
	matrix matrix
	box    glyph.Box // BBox, in form space
	hasBox bool
	res    *resources
	oc     layer
}

func newResources(v value) *resources {
	return &resources{
		v: v, fonts: map[string]*face{}, forms: map[string]*form{}, spaces: map[string]*space{},
		states: map[string]*external{}, layers: map[string]bool{},
	}
}

// ref returns the number of the object by which a category holds a name; 0
// where it holds the thing itself.
func (r *resources) ref(category, name string) int { return r.v.Key(category).ref(name) }

// font returns a font, nil where the resources have none of that name.
func (r *resources) font(d *document, key []byte) *face {
	if f, ok := r.fonts[string(key)]; ok {
		return f
	}
	name := string(key)
	ref := r.ref("Font", name)
	f := d.fonts[ref]
	if f == nil || ref == 0 {
		_ = guard("font", func() { f = d.face(r.v.Key("Font").Key(name)) })
		if ref != 0 && f != nil {
			d.fonts[ref] = f
		}
	}
	r.fonts[name] = f
	return f
}

func (r *resources) space(d *document, key []byte) *space {
	if s, ok := r.spaces[string(key)]; ok {
		return s
	}
	name := string(key)
	if s := deviceSpace(name); s != nil {
		r.spaces[name] = s
		return s
	}
	ref := r.ref("ColorSpace", name)
	s := d.spaces[ref]
	if s == nil || ref == 0 {
		s = pattern
		_ = guard("colour space", func() { s = d.space(r.v.Key("ColorSpace").Key(name), 0) })
		if ref != 0 {
			d.spaces[ref] = s
		}
	}
	r.spaces[name] = s
	return s
}

func (r *resources) external(d *document, key []byte) *external {
	if e, ok := r.states[string(key)]; ok {
		return e
	}
	name := string(key)
	var e *external
	_ = guard("graphics state", func() {
		v := r.v.Key("ExtGState").Key(name)
		if v.Kind() != opDict {
			return
		}
		x := &external{}
		if a := v.Key("ca"); isNumber(a) {
			x.fill, x.hasFill = a.Float64(), true
		}
		if a := v.Key("CA"); isNumber(a) {
			x.stroke, x.hasStroke = a.Float64(), true
		}
		if w := v.Key("LW"); isNumber(w) {
			x.width, x.hasWidth = w.Float64(), true
		}
		switch m := v.Key("BM"); m.Kind() {
		case opName:
			x.blend, x.hasBlend = blendModeOf(m.Name()), true
		case opArray: // the first that is known
			for i := min(m.Len(), 8) - 1; i >= 0; i-- {
				if b := blendModeOf(m.Index(i).Name()); !x.hasBlend || b != blendOther {
					x.blend, x.hasBlend = b, true
				}
			}
		}
		switch m := v.Key("SMask"); m.Kind() {
		case opName:
			x.hasMask = true
		case opDict:
			x.mask, x.hasMask = d.softMask(m), true
		}
		if f := v.Key("Font"); f.Len() == 2 {
			ref := f.refAt(0)
			if x.face = d.fonts[ref]; x.face == nil {
				x.face = d.face(f.Index(0))
				if ref != 0 {
					d.fonts[ref] = x.face
				}
			}
			x.size = f.Index(1).Float64()
		}
		e = x
	})
	r.states[name] = e
	return e
}

func (r *resources) xobject(d *document, key []byte) *form {
	if x, ok := r.forms[string(key)]; ok {
		return x
	}
	name := string(key)
	ref := r.ref("XObject", name)
	x := d.forms[ref]
	if x == nil || ref == 0 {
		_ = guard("XObject", func() { x = d.form(r.v.Key("XObject").Key(name)) })
		if ref != 0 && x != nil {
			d.forms[ref] = x
		}
	}
	r.forms[name] = x
	return x
}

// form reads an XObject.
func (d *document) form(v value) *form {
	if v.Kind() != opStream {
		return nil
	}
	x := &form{oc: d.layerOf(v, "OC")}
	switch v.Key("Subtype").Name() {
	case "Image":
		x.image = true
		x.look = d.image(v)
		return x
	case "Form", "":
	default:
		return nil
	}
	x.matrix = matrixOf(v.Key("Matrix"))
	if b := floats(v.Key("BBox"), 4); len(b) == 4 {
		x.box, x.hasBox = glyph.Box{b[0], b[1], b[2], b[3]}, true
	}
	if res := v.Key("Resources"); res.Kind() == opDict {
		x.res = newResources(res)
	}
	x.group = v.Key("Group").Key("S").Name() == "Transparency"
	x.data = d.bytes(v)
	return x
}
