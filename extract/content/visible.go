package content

import (
	"math"

	"pique/extract/glyph"
)

const (
	maxShapes   = 1 << 12 // of a page; older ones are forgotten first
	minContrast = 1.15    // WCAG's ratio, under which text cannot be told from what lies beneath
	minAlpha    = 0.05
	minSize     = 2.0 // points
)

// shape is an area that was painted, on which text may stand.
type shape struct {
	box     glyph.Box
	outline [][]point // nil: the whole box
	paint   paint
	alpha   float64
	odd     bool // outline holds by the even-odd rule, not by winding
}

// cover keeps a painted area.
func (in *interp) cover(s shape) {
	if s.box.Width() <= 0 || s.box.Height() <= 0 {
		return
	}
	if len(in.shapes) >= maxShapes {
		in.shapes = append(in.shapes[:0], in.shapes[maxShapes/2:]...)
	}
	in.shapes = append(in.shapes, s)
}

// holds reports whether a point lies in the shape.
func (s *shape) holds(x, y float64) bool {
	if !s.box.Contains(x, y) {
		return false
	}
	if s.outline == nil {
		return true
	}
	winding, crossings := 0, 0
	for _, pts := range s.outline {
		for i, j := 0, len(pts)-1; i < len(pts); j, i = i, i+1 {
			a, b := pts[i], pts[j]
			if (a.y > y) == (b.y > y) || x >= (b.x-a.x)*(y-a.y)/(b.y-a.y)+a.x {
				continue
			}
			crossings++
			if a.y > b.y {
				winding++
			} else {
				winding--
			}
		}
	}
	if s.odd {
		return crossings%2 == 1
	}
	return winding != 0
}

// beneath returns the colour that lies under a point.
func (in *interp) beneath(x, y float64) paint {
	over, through := [3]float64{}, 1.0
	for i := len(in.shapes) - 1; i >= 0; i-- {
		s := &in.shapes[i]
		if !s.holds(x, y) {
			continue
		}
		if !s.paint.known {
			return unknown
		}
		a := clamp(s.alpha) * through
		over[0] += a * float64(s.paint.R)
		over[1] += a * float64(s.paint.G)
		over[2] += a * float64(s.paint.B)
		through -= a
		if through < 0.01 {
			break
		}
	}
	for i := range over {
		over[i] += through * 255
	}
	return paint{glyph.Color{R: uint8(over[0] + 0.5), G: uint8(over[1] + 0.5), B: uint8(over[2] + 0.5)}, true}
}

// look returns the paint of text and the reason, if any, why all of a string
// cannot be seen.
func (in *interp) look(size float64) (paint, glyph.Why) {
	p, alpha, none := in.fill, in.fillAlpha, in.fillSpace.none
	switch in.mode & 3 {
	case 1:
		p, alpha, none = in.stroke, in.strokeAlpha, in.strokeSpace.none
	case 2:
		if alpha < minAlpha || none {
			p, alpha, none = in.stroke, in.strokeAlpha, in.strokeSpace.none
		}
	}
	switch {
	case in.hidden > 0:
		return p, glyph.HiddenLayer
	case in.mode == 3 || in.mode == 7:
		return p, glyph.Invisible
	case alpha < minAlpha || none:
		return p, glyph.Transparent
	case size < minSize:
		return p, glyph.Tiny
	}
	return p, glyph.Visible
}

// seen returns the reason, if any, why one glyph cannot be seen where it is.
func (in *interp) seen(g *glyph.Glyph, p paint) glyph.Why {
	x, y := (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2
	if !in.crop.Contains(x, y) {
		return glyph.OffPage
	}
	if in.clip != in.crop {
		b := intersect(g.Box, in.clip)
		w, h := g.Box.Width(), g.Box.Height()
		if w > 0 && b.Width() <= 0.1*w || h > 0 && b.Height() <= 0.1*h || w == 0 && !in.clip.Contains(x, y) {
			return glyph.Clipped
		}
	}
	if !p.known {
		return glyph.Visible
	}
	under := white
	if len(in.shapes) > 0 {
		if under = in.beneath(x, y); !under.known {
			return glyph.Visible
		}
	}
	alpha := in.fillAlpha
	if in.mode&3 == 1 {
		alpha = in.strokeAlpha
	}
	if alpha < 1 {
		p.Color = blend(p.Color, under.Color, clamp(alpha))
	}
	if in.contrast(p.Color, under.Color) < minContrast {
		return in.camouflage(p)
	}
	return glyph.Visible
}

// blend paints a over b.
func blend(a, b glyph.Color, alpha float64) glyph.Color {
	mix := func(x, y uint8) uint8 { return uint8(float64(x)*alpha + float64(y)*(1-alpha) + 0.5) }
	return glyph.Color{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B)}
}

// camouflage is the reason for text of the colour beneath it, unless its
// outline is painted in another.
func (in *interp) camouflage(p paint) glyph.Why {
	if in.mode&3 == 2 && in.strokeAlpha >= minAlpha && !in.strokeSpace.none && (!in.stroke.known || in.contrast(in.stroke.Color, p.Color) >= minContrast) {
		return glyph.Visible
	}
	return glyph.Camouflaged
}

// luminance keeps the last contrast, which holds for most of a page.
type luminance struct {
	a, b  glyph.Color
	ratio float64
}

// contrast is the contrast ratio of WCAG 2, 1 to 21.
func (in *interp) contrast(a, b glyph.Color) float64 {
	if l := &in.lum; l.ratio != 0 && l.a == a && l.b == b {
		return l.ratio
	}
	x, y := relative(a), relative(b)
	r := (max(x, y) + 0.05) / (min(x, y) + 0.05)
	in.lum = luminance{a, b, r}
	return r
}

func relative(c glyph.Color) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(v uint8) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// unclip makes the glyphs visible that clip what is painted next: outlines
// filled by a shading or an image.
func (in *interp) unclip() {
	for i := in.from; i < in.to && i < len(in.page.Glyphs); i++ {
		if in.page.Glyphs[i].Hidden == glyph.Invisible {
			in.page.Glyphs[i].Hidden = glyph.Visible
		}
	}
	in.from, in.to = 0, 0
}

// scanned makes an OCR layer visible: invisible text over a picture that
// takes most of the page, where next to nothing else is written.
func (in *interp) scanned() {
	area := in.crop.Width() * in.crop.Height()
	var picture glyph.Box
	for _, b := range in.images {
		picture = picture.Union(b)
	}
	if picture.Width()*picture.Height() < 0.6*area {
		return
	}
	invisible, seen := 0, 0
	for i := range in.page.Glyphs {
		switch in.page.Glyphs[i].Hidden {
		case glyph.Invisible:
			invisible++
		case glyph.Visible:
			seen++
		}
	}
	if invisible == 0 || seen*10 > invisible {
		return
	}
	for i := range in.page.Glyphs {
		g := &in.page.Glyphs[i]
		if g.Hidden == glyph.Invisible && picture.Contains((g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2) {
			g.Hidden = glyph.Visible
		}
	}
}
