package pdfium

import (
	"math"

	"pique/extract/glyph"
	"pique/extract/plane"
)

// What makes text one that a reader of the page cannot see, as in the own
// engine.
const (
	maxShapes   = 1 << 12 // of a page; older ones are forgotten first
	minContrast = 1.15    // WCAG's ratio, under which text cannot be told from what lies beneath
	minAlpha    = 0.05
	minSize     = 2.0 // points
	minBreadth  = 0.5 // points an em, of text that is narrowed
	opaque      = 0.95
)

// paint is a colour, or one that cannot be worked out.
type paint struct {
	glyph.Color
	known bool
}

var unknown = paint{}

// shape is an area that was painted, which text may stand on or lie under.
type shape struct {
	box     glyph.Box
	outline [][]point // nil: the whole box
	paint   paint
	alpha   float64
	odd     bool // outline holds by the even-odd rule, not by winding
	sheer   bool // what lies beneath may be seen through it
	at      int  // the object that painted it
}

// cover keeps an area that an object has painted. A layer may be off: what
// stands on it or lies under it counts as visible.
func (r *reader) cover(o *object, s shape) {
	s.sheer = s.sheer || o.veiled || o.layer
	if o.layer {
		s.paint = unknown
	}
	if s.box.Width() <= 0 || s.box.Height() <= 0 {
		return
	}
	if len(r.shapes) >= maxShapes {
		r.shapes = append(r.shapes[:0], r.shapes[maxShapes/2:]...)
	}
	s.at = len(r.objs)
	r.shapes = append(r.shapes, s)
}

// holds reports whether a point lies in the shape.
func (s *shape) holds(x, y float64) bool {
	if !s.box.Contains(x, y) {
		return false
	}
	if s.outline == nil {
		return true
	}
	return plane.Holds(s.outline, s.odd, x, y)
}

// visible gives each glyph the reason, if any, why it cannot be seen, by what
// is painted before and after it.
func (r *reader) visible() {
	for i := range r.page.Glyphs {
		g := &r.page.Glyphs[i]
		g.Hidden = r.why(g, &r.objs[r.owner[i]], int(r.owner[i]))
	}
}

func (r *reader) why(g *glyph.Glyph, o *object, at int) glyph.Why {
	p, alpha := o.paint, o.alpha
	if o.mode&3 == 2 && alpha < minAlpha {
		p, alpha = o.outline, o.outlineAlpha
	}
	switch {
	case o.mode == 3 || o.mode == 7:
		return glyph.Invisible
	case alpha < minAlpha:
		return glyph.Transparent
	case g.Size < minSize || math.Hypot(o.em[0], o.em[1]) < minBreadth:
		return glyph.Tiny
	}
	x, y := (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2
	if !r.crop.Contains(x, y) {
		return glyph.OffPage
	}
	if o.clip != r.crop {
		b := plane.Intersect(g.Box, o.clip)
		w, h := g.Box.Width(), g.Box.Height()
		if w > 0 && b.Width() <= 0.1*w || h > 0 && b.Height() <= 0.1*h || w == 0 && !o.clip.Contains(x, y) {
			return glyph.Clipped
		}
	}
	if r.covered(x, y, at) {
		return glyph.Covered
	}
	if !p.known {
		return glyph.Visible
	}
	under := r.beneath(x, y, at)
	if !under.known {
		return glyph.Visible
	}
	if alpha < 1 {
		p.Color = blend(p.Color, under.Color, alpha)
	}
	if contrast(p.Color, under.Color) >= minContrast {
		return glyph.Visible
	}
	if o.mode&3 == 2 && o.outlineAlpha >= minAlpha && (!o.outline.known || contrast(o.outline.Color, p.Color) >= minContrast) {
		return glyph.Visible
	}
	return glyph.Camouflaged
}

// covered reports whether something that cannot be seen through is painted
// over a point after the object at.
func (r *reader) covered(x, y float64, at int) bool {
	for i := len(r.shapes) - 1; i >= 0 && r.shapes[i].at > at; i-- {
		if s := &r.shapes[i]; !s.sheer && s.alpha >= opaque && s.holds(x, y) {
			return true
		}
	}
	return false
}

// beneath returns the colour that lies under a point when the object at is
// painted.
func (r *reader) beneath(x, y float64, at int) paint {
	over, through := [3]float64{}, 1.0
	for i := len(r.shapes) - 1; i >= 0; i-- {
		s := &r.shapes[i]
		if s.at >= at || !s.holds(x, y) {
			continue
		}
		if !s.paint.known {
			return unknown
		}
		a := max(0, min(s.alpha, 1)) * through
		over[0] += a * float64(s.paint.R)
		over[1] += a * float64(s.paint.G)
		over[2] += a * float64(s.paint.B)
		if through -= a; through < 0.01 {
			break
		}
	}
	for i := range over {
		over[i] += through * 255
	}
	return paint{glyph.Color{R: uint8(over[0] + 0.5), G: uint8(over[1] + 0.5), B: uint8(over[2] + 0.5)}, true}
}

// blend paints a over b.
func blend(a, b glyph.Color, alpha float64) glyph.Color {
	mix := func(x, y uint8) uint8 { return uint8(float64(x)*alpha + float64(y)*(1-alpha) + 0.5) }
	return glyph.Color{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B)}
}

// contrast is the contrast ratio of WCAG 2, 1 to 21.
func contrast(a, b glyph.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c glyph.Color) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(v uint8) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// scanned makes an OCR layer visible: invisible text over a picture that
// takes most of the page, where next to nothing else is written.
func (r *reader) scanned() {
	var picture glyph.Box
	for _, b := range r.images {
		picture = picture.Union(b)
	}
	if picture.Width()*picture.Height() < 0.6*r.crop.Width()*r.crop.Height() {
		return
	}
	hidden, seen := 0, 0
	gs := r.page.Glyphs
	for i := range gs {
		switch gs[i].Hidden {
		case glyph.Invisible:
			hidden++
		case glyph.Visible:
			seen++
		}
	}
	if hidden == 0 || seen*10 > hidden {
		return
	}
	for i := range gs {
		g := &gs[i]
		if g.Hidden == glyph.Invisible && picture.Contains((g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2) {
			g.Hidden = glyph.Visible
		}
	}
}
