package content

// colorOp carries out the operators of colour and gs; false where op is none.
func (in *interp) colorOp(op operator, a []operand) bool {
	switch op {
	case 'g':
		in.fillSpace, in.fill = gray, in.components(gray, a)
	case 'G':
		in.strokeSpace, in.stroke = gray, in.components(gray, a)
	case oprg:
		in.fillSpace, in.fill = rgb, in.components(rgb, a)
	case opRG:
		in.strokeSpace, in.stroke = rgb, in.components(rgb, a)
	case 'k':
		in.fillSpace, in.fill = cmyk, in.components(cmyk, a)
	case 'K':
		in.strokeSpace, in.stroke = cmyk, in.components(cmyk, a)
	case opcs:
		if len(a) > 0 {
			in.fillSpace = in.res.space(in.d, a[len(a)-1].str)
			in.fill = in.fillSpace.initial()
		}
	case opCS:
		if len(a) > 0 {
			in.strokeSpace = in.res.space(in.d, a[len(a)-1].str)
			in.stroke = in.strokeSpace.initial()
		}
	case opsc, opscn:
		in.fill, in.fillHue = in.painted(in.fillSpace, a)
	case opSC, opSCN:
		in.stroke, in.strokeHue = in.painted(in.strokeSpace, a)
	case opgs:
		if len(a) > 0 {
			in.external(a[len(a)-1].str)
		}
	default:
		return false
	}
	return true
}

// painted is the colour of sc and scn, which can name a pattern.
func (in *interp) painted(s *space, a []operand) (paint, hue) {
	if n := len(a); s.kind == spacePattern && n > 0 && a[n-1].kind == opName {
		h := in.pattern(a[n-1].str)
		if h.bare && h.paint.known {
			h.paint = unknown
			if s.base != nil {
				h.paint = in.components(s.base, a)
			}
		}
		return h.paint, h
	}
	return in.components(s, a), mixed
}

func (in *interp) components(s *space, a []operand) paint {
	in.scratch = in.scratch[:0]
	for i := range a {
		if a[i].kind == opNumber {
			in.scratch = append(in.scratch, a[i].num)
		}
	}
	return s.color(in.scratch)
}

// external takes over what an ExtGState says.
func (in *interp) external(name []byte) {
	e := in.res.external(in.d, name)
	if e == nil {
		return
	}
	if e.hasFill {
		in.fillAlpha = e.fill
	}
	if e.hasStroke {
		in.strokeAlpha = e.stroke
	}
	if e.face != nil {
		in.face, in.size = e.face, e.size
	}
	if e.hasWidth {
		in.width = e.width
	}
	if e.hasBlend {
		in.blend = e.blend
	}
	if e.hasMask {
		in.veil = in.group.veil
		if e.mask != nil && in.hidden == 0 {
			in.veil = &veil{mask: in.mask(e.mask), also: in.group.veil}
		}
	}
}
