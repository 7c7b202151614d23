package content

import (
	"pique/extract/glyph"
)

// maxVeils bounds the soft masks that lie over one another.
const maxVeils = 8

// veil is a soft mask in force, and those of the groups around.
type veil struct {
	mask *mask
	also *veil
}

// at is the share of paint that the masks let through at a point; false where
// that cannot be reckoned.
func (v *veil) at(x, y float64) (float64, bool) {
	share := 1.0
	for n := 0; v != nil; v, n = v.also, n+1 {
		s, known := v.mask.at(x, y)
		if !known || n == maxVeils {
			return 1, false
		}
		share *= s
	}
	return share, true
}

// mask is a soft mask with what is painted in its group.
type mask struct {
	canvas   canvas
	luminous bool        // by luminosity, not by alpha
	backdrop glyph.Color // of a luminous one
	transfer *function   // what becomes of the mask's values, where that is not identity
	open     bool        // nothing can be told
	letters  []glyph.Glyph
}

// cutOut shows transparent text that stands where the letters of a soft mask
// let paint through: browsers write text so that is filled by a gradient.
func (in *interp) cutOut() {
	gs := in.page.Glyphs
	for k := range in.canvas.shapes {
		s := &in.canvas.shapes[k]
		for v, n := s.veil, 0; v != nil && n < maxVeils; v, n = v.also, n+1 {
			next := 0
			for i := range v.mask.letters {
				m := &v.mask.letters[i]
				// Both are in the order of writing.
				for j := next; j < len(gs) && m.Text != ""; j++ {
					g := &gs[j]
					if in.canvas.steps++; in.canvas.steps > maxSteps {
						return
					}
					if g.Hidden != glyph.Transparent || g.Text != m.Text || abs64(g.Box[0]-m.Box[0]) >= doubleAlong*g.Size || abs64(g.Base-m.Base) >= doubleAlong*g.Size {
						continue
					}
					if x, y := (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2; s.box.Contains(x, y) && in.toldApart(k, x, y) {
						g.Hidden = glyph.Visible
					}
					next = j + 1
					break
				}
			}
		}
	}
}

// toldApart reports whether a shape can be told from what lies beneath it at a
// point.
func (in *interp) toldApart(k int, x, y float64) bool {
	tone, under := in.canvas.shapes[k].tone(x, y), in.canvas.at(k, x, y, nil).under
	return !tone.known || !under.known || contrast(tone.Color, under.Color) >= minContrast
}

func (m *mask) at(x, y float64) (share float64, known bool) {
	if m.open {
		return 1, false
	}
	c := &m.canvas
	n, through := 0, 1.0
	it := c.walk(x, y, nil)
	for i := it.next(); i >= 0; i = it.next() {
		s := &c.shapes[i]
		if c.steps += s.work(); c.steps > maxSteps {
			return 1, false
		}
		if !s.holds(x, y) {
			continue
		}
		alpha, known := s.opacity(x, y)
		tone := s.tone(x, y)
		if !known || !tone.known && m.luminous || s.blend == blendOther || n == maxLayers {
			return 1, false
		}
		through *= 1 - clamp(alpha)
		c.hits[n] = hit{int32(i), tone.Color, alpha}
		n++
		if through < 0.01 && s.blend == blendNormal {
			break
		}
	}
	share = 1 - through
	if m.luminous {
		p := c.mix(paint{m.backdrop, true}, n)
		share = (0.3*float64(p.R) + 0.59*float64(p.G) + 0.11*float64(p.B)) / 255
	}
	if m.transfer != nil {
		out := m.transfer.eval([]float64{share})
		if len(out) != 1 {
			return 1, false
		}
		share = clamp(out[0])
	}
	return share, true
}

// softMask is the SMask of an ExtGState.
type softMask struct {
	group    *form
	luminous bool
	backdrop glyph.Color
	transfer *function
	open     bool // has a thing that is not reckoned
}

func (d *document) softMask(v value) *softMask {
	s := &softMask{luminous: v.Key("S").Name() == "Luminosity"}
	if tr := v.Key("TR"); !tr.IsNull() && tr.Name() != "Identity" {
		s.transfer = d.function(tr, 0)
		s.open = s.transfer == nil
	}
	if s.group = d.form(v.Key("G")); s.group == nil || s.group.image {
		s.open = true
		return s
	}
	if bc := floats(v.Key("BC"), 32); bc != nil {
		space := gray
		switch cs := v.Key("G").Key("Group").Key("CS"); {
		case !cs.IsNull():
			space = d.space(cs, 0)
		case len(bc) == 3:
			space = rgb
		case len(bc) == 4:
			space = cmyk
		}
		p := space.color(bc)
		s.backdrop, s.open = p.Color, s.open || !p.known
	}
	return s
}

// maskKey tells masks apart: one by its group and by where that is laid.
type maskKey struct {
	soft *softMask
	at   matrix
}

// mask paints the group of a soft mask.
func (in *interp) mask(s *softMask) *mask {
	key := maskKey{s, in.ctm}
	if m, ok := in.masks[key]; ok {
		return m
	}
	m := &mask{luminous: s.luminous, backdrop: s.backdrop, transfer: s.transfer, open: s.open}
	if !m.open && in.depth < maxForms {
		sub := in.aside(in.ctm)
		err := sub.form(s.group)
		m.canvas = sub.canvas
		if m.letters = sub.page.Glyphs; len(m.letters) > 0 {
			in.lettered = true
		}
		m.open = err != nil || len(sub.page.Glyphs) > 0 || m.canvas.full
		m.canvas.ready(in.crop)
	} else {
		m.open = true
	}
	if in.masks == nil {
		in.masks = map[maskKey]*mask{}
	}
	if len(in.masks) < maxForms*maxForms {
		in.masks[key] = m
	}
	return m
}

// aside is an interpreter whose page is thrown away.
func (in *interp) aside(at matrix) *interp {
	sub := &interp{d: in.d, page: &glyph.Page{}, crop: in.crop, tm: identity, tlm: identity, res: in.res, depth: in.depth + 1, base: in.base, unseen: glyph.HiddenLayer}
	sub.state = newState(at, in.crop)
	return sub
}
