package content

import (
	"math"

	"pique/extract/glyph"
)

// pen is how glyphs are laid on the page, but for their place, as long as
// neither the state nor the linear part of the text matrix changes.
type pen struct {
	serial  int // from 1; of each pen another
	changes int // of the interpreter
	linear  [4]float64

	em       matrix // the unit square of a glyph to the page, but for its place
	along    matrix // text space to the page, likewise
	sane     bool
	straight bool    // em turns nothing
	size     float64 // of the letters as shown, in points
	angle    int     // degrees
	look     look
	color    glyph.Color
}

// ready makes the pen that of the state in force.
func (in *interp) ready() *pen {
	p := &in.pen
	linear := [4]float64(in.tm[:4])
	if p.serial > 0 && p.changes == in.changes && p.linear == linear {
		return p
	}
	p.serial++
	p.changes, p.linear = in.changes, linear
	p.em = matrix{in.size * in.stretch, 0, 0, in.size, 0, in.rise}.Mul(in.tm).Mul(in.ctm)
	p.along = in.tm.Mul(in.ctm)
	p.em[4], p.em[5] = 0, 0
	if p.sane = p.em.Sane(); !p.sane {
		return p
	}
	p.straight = p.em[1] == 0 && p.em[2] == 0
	p.size = length(p.em[2], p.em[3]) * in.face.em
	p.angle = 0
	if x, y := p.em[0], p.em[1]; y != 0 || x < 0 {
		if in.size < 0 {
			x, y = -x, -y
		}
		p.angle = (int(math.Round(math.Atan2(y, x)*180/math.Pi)) + 360) % 360
	}
	p.look = in.look(p.em, p.size)
	p.color = p.look.color()
	return p
}

// place returns where the origin of the next glyph lies on the page; false
// where it lies beyond all bounds.
func (in *interp) place() (x, y float64, ok bool) {
	tx := 0*in.tm[0] + in.rise*in.tm[2] + in.tm[4]
	ty := 0*in.tm[1] + in.rise*in.tm[3] + in.tm[5]
	x = tx*in.ctm[0] + ty*in.ctm[2] + in.ctm[4]
	y = tx*in.ctm[1] + ty*in.ctm[3] + in.ctm[5]
	return x, y, bounded(x) && bounded(y)
}

// bounded reports whether a number can be reckoned with, as matrix.Sane has it.
func bounded(v float64) bool { return v >= -1e9 && v <= 1e9 }
