package layout

import (
	"math"

	"pique/extract/glyph"
)

// slanted makes the mark of a glyph that stands aslant of its box, which
// bounds the glyph on the page. With c and s the cosine and the sine of the
// angle, a box of w by h around a glyph of advance a and height t has
//
//	w = a c + t s    h = a s + t c
//
// which tells both unless the angle is near 45 degrees; there w and h are
// nearly the same, and t is taken from the font size.
func (f *frame) slanted(m *mark, b glyph.Box) {
	const usual = 1.1 // height of a glyph's box in ems
	c, s := math.Abs(f.cos), math.Abs(f.sin)
	w, h := b.Width(), b.Height()
	t := usual * m.size
	a := (w + h - t*(c+s)) / (c + s)
	if d := c*c - s*s; math.Abs(d) > 0.3 {
		a, t = (w*c-h*s)/d, (h*c-w*s)/d
	}
	a, t = max(0, min(a, 2*m.size)), max(0.1*m.size, min(t, 2*m.size))
	x, y := (b[0]+b[2])/2, (b[1]+b[3])/2
	u, v := x*f.cos+y*f.sin, y*f.cos-x*f.sin
	m.x0, m.x1, m.y0, m.y1 = u-a/2, u+a/2, v-t/2, v+t/2
	m.base = v + 0.3*m.size
}
