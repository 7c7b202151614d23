package content

import (
	"math"

	"pique/extract/glyph"
)

// Bounds on glyphs; a dense page has some ten thousand.
const (
	maxPageGlyphs = 1 << 17
	maxGlyphs     = 1 << 20 // of a file
)

// textOp carries out the operators of text; false where op is none.
func (in *interp) textOp(op []byte, a []operand) bool {
	n := len(a)
	switch string(op) {
	case "BT":
		in.tm, in.tlm = identity, identity
	case "ET":
	case "Tc":
		in.charSpace = arg(a, n-1)
	case "Tw":
		in.wordSpace = arg(a, n-1)
	case "Tz":
		in.stretch = arg(a, n-1) / 100
	case "TL":
		in.lead = arg(a, n-1)
	case "Ts":
		in.rise = arg(a, n-1)
	case "Tr":
		in.mode = int(arg(a, n-1))
	case "Tf":
		if n >= 2 {
			in.face, in.size = in.res.font(in.d, a[n-2].str), a[n-1].num
		}
	case "Td":
		in.move(arg(a, n-2), arg(a, n-1))
	case "TD":
		in.lead = -arg(a, n-1)
		in.move(arg(a, n-2), arg(a, n-1))
	case "Tm":
		if m, ok := matrixArgs(a); ok {
			in.tm, in.tlm = m, m
		}
	case "T*":
		in.move(0, -in.lead)
	case "Tj":
		if n > 0 {
			in.show(a[n-1].str)
		}
	case "'":
		in.move(0, -in.lead)
		if n > 0 {
			in.show(a[n-1].str)
		}
	case "\"":
		if n >= 3 {
			in.wordSpace, in.charSpace = a[n-3].num, a[n-2].num
		}
		in.move(0, -in.lead)
		if n > 0 {
			in.show(a[n-1].str)
		}
	case "TJ":
		if n > 0 {
			for _, e := range a[n-1].items {
				switch e.kind {
				case opString:
					in.show(e.str)
				case opNumber:
					in.advance(-e.num / 1000 * in.size)
				}
			}
		}
	default:
		return false
	}
	return true
}

func (in *interp) move(x, y float64) {
	m := matrix{1, 0, 0, 1, x, y}.mul(in.tlm)
	if m.sane() {
		in.tm, in.tlm = m, m
	}
}

// advance moves along the line of writing by t, in text space before the
// horizontal stretch.
func (in *interp) advance(t float64) {
	if in.face != nil && in.face.f.Vertical {
		in.tm[4] += t * in.tm[2]
		in.tm[5] += t * in.tm[3]
		return
	}
	t *= in.stretch
	in.tm[4] += t * in.tm[0]
	in.tm[5] += t * in.tm[1]
}

// show paints a string.
func (in *interp) show(s []byte) {
	fc := in.face
	if fc == nil {
		return
	}
	f := fc.f
	// em takes the unit square of a glyph to the page, at the origin of the
	// text matrix; only its last two members change along the string.
	em := matrix{in.size * in.stretch, 0, 0, in.size, 0, in.rise}.mul(in.tm).mul(in.ctm)
	along := in.tm.mul(in.ctm) // text space to the page
	if !em.sane() {
		return
	}
	size := math.Hypot(em[2], em[3]) * fc.em
	angle := 0
	if em[1] != 0 || em[0] < 0 {
		x, y := em[0], em[1]
		if in.size < 0 {
			x, y = -x, -y
		}
		angle = (int(math.Round(math.Atan2(y, x)*180/math.Pi)) + 360) % 360
	}
	p, why := in.look(size)
	start := len(in.page.Glyphs)
	straight := em[1] == 0 && em[2] == 0
	for len(s) > 0 {
		ch, n := f.Next(s)
		if n <= 0 || len(s)&0x3FF == 0x3FF && in.d.done() != nil {
			break
		}
		s = s[n:]
		w := ch.Width
		if k := len(in.page.Glyphs); k < maxPageGlyphs && in.d.glyphs < maxGlyphs {
			in.d.glyphs++
			if k < cap(in.page.Glyphs) {
				in.page.Glyphs = in.page.Glyphs[:k+1]
			} else {
				in.page.Glyphs = append(in.page.Glyphs, glyph.Glyph{})
			}
			g := &in.page.Glyphs[k]
			g.Text, g.Base, g.Size, g.Angle = ch.Text, em[5], size, angle
			g.Font, g.Color, g.Hidden, g.Code = &fc.look, p.Color, why, ch.Code
			switch {
			case f.Vertical:
				// The origin is above the middle of the glyph.
				g.Box = em.box(-0.5, -1, 0.5, 0)
			case straight:
				x0, x1 := em[4], em[4]+w*em[0]
				y0, y1 := em[5]+f.Ascent*em[3], em[5]+f.Descent*em[3]
				g.Box = glyph.Box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
			default:
				g.Box = em.box(0, f.Descent, w, f.Ascent)
			}
			if ch.Icon {
				fc.look.Icon = true
			}
			if why == glyph.Visible {
				g.Hidden = in.seen(g, p)
			}
		}
		t := w*in.size + in.charSpace
		if f.Vertical {
			t = -w*in.size + in.charSpace
		}
		if ch.Space {
			t += in.wordSpace
		}
		if f.Vertical {
			in.tm[4] += t * in.tm[2]
			in.tm[5] += t * in.tm[3]
			em[4] += t * along[2]
			em[5] += t * along[3]
			continue
		}
		t *= in.stretch
		in.tm[4] += t * in.tm[0]
		in.tm[5] += t * in.tm[1]
		em[4] += t * along[0]
		em[5] += t * along[1]
	}
	if in.mode >= 4 && in.mode <= 7 {
		if in.to == in.from {
			in.from = start
		}
		in.to = len(in.page.Glyphs)
	}
	if !in.tm.sane() {
		in.tm = identity
	}
}
