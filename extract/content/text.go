package content

import "pique/extract/glyph"

// Bounds on glyphs; a dense page has some ten thousand.
const (
	maxPageGlyphs = 1 << 17
	maxGlyphs     = 1 << 20 // of a file
)

// textOp carries out the operators of text; false where op is none.
func (in *interp) textOp(op operator, a []operand) bool {
	n := len(a)
	switch op {
	case opBT:
		in.tm, in.tlm = identity, identity
	case opET:
	case opTc:
		in.charSpace = arg(a, n-1)
	case opTw:
		in.wordSpace = arg(a, n-1)
	case opTz:
		in.stretch = arg(a, n-1) / 100
		in.changes++
	case opTL:
		in.lead = arg(a, n-1)
	case opTs:
		in.rise = arg(a, n-1)
		in.changes++
	case opTr:
		in.mode = int(arg(a, n-1))
		in.changes++
	case opTf:
		if n >= 2 {
			if fc, size := in.res.font(in.d, a[n-2].str), a[n-1].num; fc != in.face || size != in.size {
				in.face, in.size = fc, size
				in.changes++
			}
		}
	case opTd:
		in.move(arg(a, n-2), arg(a, n-1))
	case opTD:
		in.lead = -arg(a, n-1)
		in.move(arg(a, n-2), arg(a, n-1))
	case opTm:
		if m, ok := matrixArgs(a); ok {
			in.tm, in.tlm = m, m
		}
	case opTn:
		in.move(0, -in.lead)
	case opTj:
		if n > 0 {
			in.show(a[n-1].str)
		}
	case '\'':
		in.move(0, -in.lead)
		if n > 0 {
			in.show(a[n-1].str)
		}
	case '"':
		if n >= 3 {
			in.wordSpace, in.charSpace = a[n-3].num, a[n-2].num
		}
		in.move(0, -in.lead)
		if n > 0 {
			in.show(a[n-1].str)
		}
	case opTJ:
		if n > 0 {
			items := a[n-1].items
			for i := range items {
				switch e := &items[i]; e.kind {
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
	m := &in.tlm
	e, f := x*m[0]+y*m[2]+m[4], x*m[1]+y*m[3]+m[5]
	if bounded(e) && bounded(f) {
		m[4], m[5] = e, f
		in.tm = *m
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
	p := in.ready()
	x, y, ok := in.place()
	if !p.sane || !ok {
		return
	}
	f := fc.f
	em := p.em // its last two members go along the string
	em[4], em[5] = x, y
	ascent, descent := f.Ascent*em[3], f.Descent*em[3]
	gs := in.page.Glyphs
	start := len(gs)
	left := min(maxPageGlyphs-start, maxGlyphs-in.d.glyphs)
	for len(s) > 0 {
		ch, n := f.Next(s)
		if n <= 0 || len(s)&0x3FF == 0x3FF && in.d.done() != nil {
			break
		}
		s = s[n:]
		w := ch.Width
		if left > 0 && !(ch.Void && in.unspoken()) {
			left--
			k := len(gs)
			if k < cap(gs) {
				gs = gs[:k+1]
			} else {
				gs = append(gs, glyph.Glyph{})
			}
			g := &gs[k]
			g.Text, g.Base, g.Size, g.Angle = ch.Text, em[5], p.size, p.angle
			g.Font, g.Color, g.Hidden, g.Code = &fc.look, p.color, glyph.Visible, ch.Code
			switch {
			case f.Vertical:
				// The origin is above the middle of the glyph.
				g.Box = em.Box(-0.5, -1, 0.5, 0)
			case p.straight:
				x0, x1 := em[4], em[4]+w*em[0]
				y0, y1 := em[5]+ascent, em[5]+descent
				if x0 > x1 {
					x0, x1 = x1, x0
				}
				if y0 > y1 {
					y0, y1 = y1, y0
				}
				g.Box = glyph.Box{x0, y0, x1, y1}
			default:
				g.Box = em.Box(0, f.Descent, w, f.Ascent)
			}
			if ch.Said != "" {
				in.untrue = append(in.untrue, *g)
				in.untrue[len(in.untrue)-1].Text = ch.Said
			}
			switch {
			case ch.Text != "":
				fc.texts++
				if fc.type3 != nil && in.stamp(fc, ch).blank {
					in.inkless = append(in.inkless, int32(k))
				}
			case ch.Icon:
				g.Font = &fc.icon
				fc.icons++
			case !ch.Known:
				in.unmapped = append(in.unmapped, int32(k))
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
			em[4] += t * p.along[2]
			em[5] += t * p.along[3]
			continue
		}
		t *= in.stretch
		in.tm[4] += t * in.tm[0]
		in.tm[5] += t * in.tm[1]
		em[4] += t * p.along[0]
		em[5] += t * p.along[1]
	}
	fc.shown = fc.shown || len(gs) > start
	in.page.Glyphs = gs
	in.d.glyphs += len(gs) - start
	runs := len(in.runs)
	in.ran(start)
	if in.mode >= 4 && in.mode <= 7 && len(in.runs) > runs {
		if in.to == in.from {
			in.from = runs
		}
		in.to = len(in.runs)
	}
	if !bounded(in.tm[4]) || !bounded(in.tm[5]) {
		in.tm = identity
	}
}
