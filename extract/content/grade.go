package content

import (
	"math"
)

// gradeSteps is how many colours of a gradient are kept: enough that two that
// follow each other can hardly be told apart.
const gradeSteps = 64

// grade is a shading whose colour differs from place to place: along a line,
// or between two circles (ISO 32000-1, section 8.7.4.5).
type grade struct {
	to     matrix // from the page to the shading
	radial bool
	line   [4]float64 // x0, y0, x1, y1
	circle [6]float64 // x0, y0, r0, x1, y1, r1
	colors [gradeSteps + 1]paint
}

// at is the colour at a point of the page.
func (g *grade) at(x, y float64) paint {
	x, y = g.to.At(x, y)
	t, ok := 0.0, true
	if g.radial {
		t, ok = g.between(x, y)
	} else {
		dx, dy := g.line[2]-g.line[0], g.line[3]-g.line[1]
		t = ((x-g.line[0])*dx + (y-g.line[1])*dy) / (dx*dx + dy*dy)
	}
	if !ok || math.IsNaN(t) {
		return unknown
	}
	return g.colors[int(clamp(t)*gradeSteps+0.5)]
}

// between returns how far from the first circle to the second the last one
// lies that a point is on.
func (g *grade) between(x, y float64) (float64, bool) {
	c := &g.circle
	dx, dy, dr := c[3]-c[0], c[4]-c[1], c[5]-c[2]
	px, py := x-c[0], y-c[1]
	a, b, k := dx*dx+dy*dy-dr*dr, px*dx+py*dy+c[2]*dr, px*px+py*py-c[2]*c[2]
	if math.Abs(a) < 1e-9 {
		return k / (2 * b), b != 0
	}
	root := b*b - a*k
	if root < 0 {
		return 0, false
	}
	root = math.Sqrt(root)
	for _, t := range [...]float64{max((b+root)/a, (b-root)/a), min((b+root)/a, (b-root)/a)} {
		if c[2]+t*dr >= 0 {
			return t, true
		}
	}
	return 0, false
}

// rings reports whether one circle lies within the other, so that one that goes
// on at both ends leaves no gaps.
func (g *grade) rings() bool {
	c := &g.circle
	return math.Hypot(c[3]-c[0], c[4]-c[1]) < math.Abs(c[5]-c[2])
}

// grade reads a shading that lies on the page by a matrix; nil where it is
// not along a line or between circles, or its colours cannot be worked out.
func (d *document) grade(v value, at matrix) *grade {
	to, ok := inverse(at)
	if !ok {
		return nil
	}
	g := &grade{to: to}
	switch c := floats(v.Key("Coords"), 6); v.Key("ShadingType").Int64() {
	case 2:
		if len(c) != 4 || c[0] == c[2] && c[1] == c[3] {
			return nil
		}
		g.line = [4]float64(c)
	case 3:
		if len(c) != 6 {
			return nil
		}
		g.circle, g.radial = [6]float64(c), true
	default:
		return nil
	}
	if !d.tones(v, g.colors[:]) {
		return nil
	}
	return g
}

// tones works out the colours of a shading from its one end to the other.
func (d *document) tones(v value, out []paint) bool {
	space := d.space(v.Key("ColorSpace"), 0)
	var fs []*function
	switch f := v.Key("Function"); f.Kind() {
	case opArray:
		for i := 0; i < min(f.Len(), 32); i++ {
			fs = append(fs, d.function(f.Index(i), 0))
		}
	default:
		fs = append(fs, d.function(f, 0))
	}
	from, to := 0.0, 1.0
	if dom := floats(v.Key("Domain"), 2); len(dom) == 2 {
		from, to = dom[0], dom[1]
	}
	var comps []float64
	for i := range out {
		t := from + (to-from)*float64(i)/float64(len(out)-1)
		comps = comps[:0]
		for _, f := range fs {
			if f == nil {
				return false
			}
			comps = append(comps, f.eval([]float64{t})...)
		}
		if out[i] = space.color(comps); !out[i].known {
			return false
		}
	}
	return true
}

// reach is how far a shading is taken to go on, in its own units.
const reach = 1e5

// strip is the outline of what a shading along a line paints that does not
// go on at both ends; none where it has no such bounds.
func strip(v value, at matrix) outline {
	c, ends := floats(v.Key("Coords"), 4), v.Key("Extend")
	before, after := ends.Index(0).Bool(), ends.Index(1).Bool()
	if v.Key("ShadingType").Int64() != 2 || len(c) != 4 || before && after || !v.Key("Background").IsNull() {
		return outline{}
	}
	dx, dy := c[2]-c[0], c[3]-c[1]
	n := math.Hypot(dx, dy)
	if n == 0 {
		return outline{}
	}
	along := matrix{dx / n, dy / n, -dy / n, dx / n, c[0], c[1]}.Mul(at)
	from, to := 0.0, n
	if before {
		from = -reach
	}
	if after {
		to = n + reach
	}
	return quad(along, from, -reach, to, reach)
}

// inverse is the transform back; false where there is none.
func inverse(m matrix) (matrix, bool) {
	det := m[0]*m[3] - m[1]*m[2]
	if math.Abs(det) < 1e-12 {
		return matrix{}, false
	}
	out := matrix{m[3] / det, -m[1] / det, -m[2] / det, m[0] / det, 0, 0}
	x, y := out.At(m[4], m[5])
	out[4], out[5] = -x, -y
	return out, out.Sane()
}

// one returns the colour that all of some have, or hardly differ from.
func one(ps []paint) paint {
	for _, p := range ps {
		if !p.known || !alike(p, ps[0]) {
			return unknown
		}
	}
	return ps[0]
}

// alike reports whether two colours can hardly be told apart.
func alike(a, b paint) bool {
	d := func(x, y uint8) bool { return max(x, y)-min(x, y) <= 4 }
	return d(a.R, b.R) && d(a.G, b.G) && d(a.B, b.B)
}

// tone is the colour of a shape at a point.
func (s *shape) tone(x, y float64) paint {
	if s.grade == nil {
		return s.paint
	}
	return s.grade.at(x, y)
}
