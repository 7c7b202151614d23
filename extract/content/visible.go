package content

import (
	"math"

	"pique/extract/glyph"
	"pique/extract/plane"
)

// judge says of each glyph whether it can be seen.
func (in *interp) judge() {
	c := &in.canvas
	c.ready(in.crop)
	gs := in.page.Glyphs
	for i := range in.runs {
		r := &in.runs[i]
		r.end = min(r.end, len(gs))
		if r.start >= r.end {
			continue
		}
		if r.why != glyph.Visible {
			for j := r.start; j < r.end; j++ {
				gs[j].Hidden = r.why
			}
			continue
		}
		b := gs[r.start].Box
		for j := r.start + 1; j < r.end; j++ {
			o := &gs[j].Box
			b = glyph.Box{min(b[0], o[0]), min(b[1], o[1]), max(b[2], o[2]), max(b[3], o[3])}
		}
		whole := r.cut == nil && inside(b, in.crop) && inside(b, r.clip)
		among := c.sieve(b, r.end-r.start)
		under, even := c.even(r.z, b, among)
		if r.veil != nil || !even || r.face != nil && r.face.own {
			for j := r.start; j < r.end; j++ {
				if !whole {
					if gs[j].Hidden = in.within(r, &gs[j]); gs[j].Hidden != glyph.Visible {
						continue
					}
				}
				in.seen(r.stamped(&gs[j]), j, among)
			}
			continue
		}
		why := r.against(under, 1)
		if whole {
			if why == glyph.Visible {
				continue
			}
			for j := r.start; j < r.end; j++ {
				gs[j].Hidden = why
			}
			continue
		}
		for j := r.start; j < r.end; j++ {
			if gs[j].Hidden = in.within(r, &gs[j]); gs[j].Hidden == glyph.Visible {
				gs[j].Hidden = why
			}
		}
	}
}

// inside reports whether a box lies in another.
func inside(a, b glyph.Box) bool {
	return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3]
}

// spots are where a glyph is looked at: in the band of the small letters, as
// shares of its box. The first is its middle.
var spots = [...]point{{0.5, 0.5}, {0.22, 0.42}, {0.78, 0.42}, {0.22, 0.66}, {0.78, 0.66}}

// enough is how many of the other spots must be seen where the middle is not.
const enough = 2

// spot returns the place of a spot, with the band turned as the text is.
func spot(g *glyph.Glyph, p point) (x, y float64) {
	switch (g.Angle + 45) / 90 % 4 {
	case 1:
		p = point{1 - p.Y, p.X}
	case 2:
		p = point{1 - p.X, 1 - p.Y}
	case 3:
		p = point{p.Y, 1 - p.X}
	}
	return g.Box[0] + p.X*(g.Box[2]-g.Box[0]), g.Box[1] + p.Y*(g.Box[3]-g.Box[1])
}

// within says whether a glyph lies within the page and the clip.
func (in *interp) within(r *run, g *glyph.Glyph) glyph.Why {
	x, y := (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2
	if !in.crop.Contains(x, y) {
		return glyph.OffPage
	}
	if r.clip != in.crop {
		b := plane.Intersect(g.Box, r.clip)
		w, h := g.Box.Width(), g.Box.Height()
		if w > 0 && b.Width() <= 0.1*w || h > 0 && b.Height() <= 0.1*h || w == 0 && !r.clip.Contains(x, y) {
			return glyph.Clipped
		}
	}
	if r.cut == nil {
		return glyph.Visible
	}
	for _, p := range spots {
		if x, y := spot(g, p); r.cut.holds(x, y) {
			return glyph.Visible
		}
	}
	// Large letters can be cut to a part that none of the spots is in.
	for i := 0; i < 16; i++ {
		p := point{(float64(i%4) + 0.5) / 4, (float64(i/4) + 0.5) / 4}
		if r.cut.holds(g.Box[0]+p.X*g.Box.Width(), g.Box[1]+p.Y*g.Box.Height()) {
			return glyph.Visible
		}
	}
	return glyph.Clipped
}

// seen judges one glyph.
func (in *interp) seen(r *run, j int, among []int32) {
	g := &in.page.Glyphs[j]
	x, y := spot(g, spots[0])
	why, picture := in.at(r, x, y, among)
	if why == glyph.Visible {
		return
	}
	shown := 0
	for _, p := range spots[1:] {
		x, y := spot(g, p)
		if w, _ := in.at(r, x, y, among); w == glyph.Visible {
			shown++
		}
	}
	if shown >= enough {
		return
	}
	g.Hidden = why
	if picture {
		in.buried = append(in.buried, int32(j))
	}
}

// at says whether a run can be seen at a point, and whether it is a picture
// that hides it.
func (in *interp) at(r *run, x, y float64, among []int32) (why glyph.Why, picture bool) {
	through := 1.0
	if r.veil != nil {
		if through, _ = r.veil.at(x, y); through*max(r.fill.alpha, r.edge.alpha) < minAlpha {
			return glyph.Transparent, false
		}
	}
	on := in.canvas.at(r.z, x, y, among)
	if on.buried {
		return glyph.Covered, on.picture
	}
	if r.z >= maxShapes {
		return glyph.Visible, false
	}
	if through < 1 {
		return r.against(on.under, through), false
	}
	if !r.known || r.under != on.under {
		r.under, r.told, r.known = on.under, r.against(on.under, 1), true
	}
	return r.told, false
}

// against says whether a run can be told from what lies beneath.
func (r *run) against(under paint, through float64) glyph.Why {
	if !under.known || r.blend == blendOther {
		return glyph.Visible
	}
	for _, k := range [...]ink{r.fill, r.edge} {
		if k.alpha*through < minAlpha {
			continue
		}
		if !k.paint.known {
			return glyph.Visible
		}
		c := k.paint.Color
		if r.blend != blendNormal || k.alpha*through < 1 {
			c = r.blend.over(c, under.Color, k.alpha*through)
		}
		if c != under.Color && contrast(c, under.Color) >= minContrast {
			return glyph.Visible
		}
	}
	return glyph.Camouflaged
}

// stamped returns the run as a glyph of it is painted, which may be in colours
// of its own.
func (r *run) stamped(g *glyph.Glyph) *run {
	if r.face == nil || g.Code > 255 {
		return r
	}
	s := r.face.stamps[byte(g.Code)]
	if !s.own {
		return r
	}
	o := *r
	o.fill.paint, o.known = s.paint, false
	return &o
}

// contrast is the contrast ratio of WCAG 2, 1 to 21.
func contrast(a, b glyph.Color) float64 {
	x, y := relative(a), relative(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func relative(c glyph.Color) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(v uint8) float64 {
	switch v {
	case 0:
		return 0
	case 255:
		return 1
	}
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// scanned makes an OCR layer visible: text in an invisible mode over pictures
// that take most of the page, or text under them, where next to nothing else
// is written.
func (in *interp) scanned() {
	gs := in.page.Glyphs
	area := 0.0
	for _, b := range in.images {
		area += b.Width() * b.Height()
	}
	if area < 0.6*in.crop.Width()*in.crop.Height() {
		return
	}
	layer, seen := len(in.buried), 0
	for i := range gs {
		switch gs[i].Hidden {
		case glyph.Invisible:
			layer++
		case glyph.Visible:
			seen++
		}
	}
	if layer == 0 || seen*10 > layer {
		return
	}
	for _, i := range in.buried {
		gs[i].Hidden = glyph.Visible
	}
	for i := range gs {
		if g := &gs[i]; g.Hidden == glyph.Invisible && in.pictured((g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2) {
			g.Hidden = glyph.Visible
		}
	}
}

// maxPictures is how many pictures are told one by one; of more, it counts
// what lies around them all.
const maxPictures = 64

// pictured reports whether there is a picture at a point.
func (in *interp) pictured(x, y float64) bool {
	var all glyph.Box
	for _, b := range in.images {
		if len(in.images) <= maxPictures && b.Contains(x, y) {
			return true
		}
		all = all.Union(b)
	}
	return len(in.images) > maxPictures && all.Contains(x, y)
}
