package content

import (
	"math"

	"pique/extract/glyph"
	"pique/extract/plane"
)

// Bounds on paths and what is kept of them.
const (
	maxPathPoints = 1 << 14
	maxOutline    = 512 // points of a filled path that is kept; what stands on a larger one counts as visible
	maxRules      = 1 << 13
	maxRuleWidth  = 3.0 // points: a thicker bar is a block
	minRuleLength = 8.0 // points: a shorter one is a part of a drawing
	minStroke     = 1.0 // points: thinner lines neither back nor hide text
	minDot        = 1.2 // points: bullets that browsers draw measure 3.5 to 5
	maxDot        = 9.0
)

// path is the current path in points of the page as shown, flattened.
type path struct {
	subs   [][]point
	clip   bool // W or W* stands before the painting operator
	odd    bool // it was W*
	points int
	cur    point // in user space
	start  point
}

func (p *path) reset() {
	p.subs, p.clip, p.odd, p.points = p.subs[:0], false, false, 0
}

// pathOp carries out the operators that make and paint paths; false where op
// is none.
func (in *interp) pathOp(op operator, a []operand) bool {
	p, n := &in.path, len(a)
	switch op {
	case 'm':
		in.moveTo(arg(a, n-2), arg(a, n-1))
	case 'l':
		in.lineTo(arg(a, n-2), arg(a, n-1))
	case 'c':
		if n >= 6 {
			in.curve(arg(a, n-6), arg(a, n-5), arg(a, n-4), arg(a, n-3), arg(a, n-2), arg(a, n-1))
		}
	case 'v':
		if n >= 4 {
			in.curve(p.cur.X, p.cur.Y, arg(a, n-4), arg(a, n-3), arg(a, n-2), arg(a, n-1))
		}
	case 'y':
		if n >= 4 {
			in.curve(arg(a, n-4), arg(a, n-3), arg(a, n-2), arg(a, n-1), arg(a, n-2), arg(a, n-1))
		}
	case opre:
		if n >= 4 {
			in.rect(arg(a, n-4), arg(a, n-3), arg(a, n-2), arg(a, n-1))
		}
	case 'h':
		in.closePath()
	case 'W', opWn:
		p.clip, p.odd = true, op>>8 != 0
	case 'n':
		in.paintPath(false, false, false)
	case 'f', 'F', opfn:
		in.paintPath(true, false, op>>8 != 0)
	case 'B', opBn:
		in.paintPath(true, true, op>>8 != 0)
	case 'b', opbn:
		in.closePath()
		in.paintPath(true, true, op>>8 != 0)
	case 'S':
		in.paintPath(false, true, false)
	case 's':
		in.closePath()
		in.paintPath(false, true, false)
	case 'w':
		in.width = math.Abs(arg(a, n-1))
	case opsh:
		if in.hidden == 0 && n > 0 {
			h := in.shaded(a[n-1].str)
			if !in.unclip(h.paint, in.fillAlpha) {
				in.cover(shape{box: in.clip, paint: h.paint, grade: h.grade}, in.fillAlpha, h.whole)
			}
		}
	default:
		return false
	}
	return true
}

func (in *interp) device(x, y float64) point {
	px, py := in.ctm.At(x, y)
	if math.IsNaN(px) || math.IsNaN(py) {
		return point{}
	}
	return point{max(-1e6, min(px, 1e6)), max(-1e6, min(py, 1e6))}
}

func (in *interp) moveTo(x, y float64) {
	p := &in.path
	p.cur = point{x, y}
	p.start = p.cur
	if p.points >= maxPathPoints {
		return
	}
	p.points++
	if k := len(p.subs); k < cap(p.subs) {
		p.subs = p.subs[:k+1]
		p.subs[k] = append(p.subs[k][:0], in.device(x, y))
		return
	}
	p.subs = append(p.subs, append(make([]point, 0, 8), in.device(x, y)))
}

func (in *interp) lineTo(x, y float64) {
	p := &in.path
	if len(p.subs) == 0 {
		in.moveTo(x, y)
		return
	}
	p.cur = point{x, y}
	if p.points < maxPathPoints {
		p.points++
		k := len(p.subs) - 1
		p.subs[k] = append(p.subs[k], in.device(x, y))
	}
}

// curve flattens a Bézier curve into four lines: enough to tell in from out.
func (in *interp) curve(x1, y1, x2, y2, x3, y3 float64) {
	from := in.path.cur
	for i := 1; i <= 4; i++ {
		t := float64(i) / 4
		u := 1 - t
		b0, b1, b2, b3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		in.lineTo(b0*from.X+b1*x1+b2*x2+b3*x3, b0*from.Y+b1*y1+b2*y2+b3*y3)
	}
	in.path.cur = point{x3, y3}
}

func (in *interp) rect(x, y, w, h float64) {
	in.moveTo(x, y)
	in.lineTo(x+w, y)
	in.lineTo(x+w, y+h)
	in.lineTo(x, y+h)
	in.lineTo(x, y)
	in.path.cur = point{x, y}
}

func (in *interp) closePath() {
	p := &in.path
	if k := len(p.subs) - 1; k >= 0 && len(p.subs[k]) > 1 && p.subs[k][0] != p.subs[k][len(p.subs[k])-1] {
		in.lineTo(p.start.X, p.start.Y)
	}
}

// paintPath fills, strokes and clips by the current path, and ends it; odd
// tells the even-odd rule from the nonzero winding rule.
func (in *interp) paintPath(fill, stroke, odd bool) {
	p := &in.path
	if (fill || stroke) && in.hidden == 0 && len(p.subs) > 0 {
		switch {
		case fill && in.unclip(in.fill, in.fillAlpha), stroke && in.unclip(in.stroke, in.strokeAlpha):
		default:
			if fill {
				in.fillPath(odd)
			}
			if stroke {
				in.strokePath()
			}
		}
	}
	if p.clip && len(p.subs) > 0 {
		in.clipTo(p.subs, p.odd)
	}
	p.reset()
}

// fillPath keeps what is painted: thin bars as rules, and areas that text may
// stand on or lie under.
func (in *interp) fillPath(odd bool) {
	if in.fillSpace.none || in.fillAlpha <= 0 {
		return
	}
	paint, opaque, alpha := in.fill, true, in.fillOpacity()
	var grade *grade
	if in.fillSpace.kind == spacePattern {
		h := &in.fillHue
		if grade = h.grade; !h.whole || h.tile != (glyph.Box{}) && !in.tiled(h.tile) {
			paint, grade, opaque = unknown, nil, false
		}
	}
	sh := shape{paint: paint, grade: grade, outline: outline{odd: odd}}
	subs := in.path.subs
	frame := nested(subs)
	points := in.path.points
	for _, s := range subs {
		b := plane.Bounds(s)
		cut := plane.Intersect(b, in.clip)
		w, h := cut.Width(), cut.Height()
		in.dot(cut)
		if plane.Upright(s) && !frame {
			in.bar(cut)
			in.cover(shape{box: cut, paint: paint, grade: grade}, alpha, opaque)
			continue
		}
		if frame || w > 3 && h > 3 {
			if points <= maxOutline {
				sh.outline.subs = append(sh.outline.subs, append([]point(nil), s...))
			}
			if sh.box == (glyph.Box{}) {
				sh.box = b
			} else {
				sh.box = glyph.Box{min(sh.box[0], b[0]), min(sh.box[1], b[1]), max(sh.box[2], b[2]), max(sh.box[3], b[3])}
			}
		}
	}
	if sh.box != (glyph.Box{}) {
		if points > maxOutline {
			sh.paint, sh.grade, opaque = unknown, nil, false
		}
		sh.box = plane.Intersect(sh.box, in.clip)
		in.cover(sh, alpha, opaque)
	}
}

// tiled reports whether all that the path fills lies within the first tile.
func (in *interp) tiled(tile glyph.Box) bool {
	for _, s := range in.path.subs {
		if b := plane.Intersect(plane.Bounds(s), in.clip); b.Width() > 0 && b.Height() > 0 && !inside(b, grown(tile)) {
			return false
		}
	}
	return true
}

// grown is a box with a hair around it.
func grown(b glyph.Box) glyph.Box { return glyph.Box{b[0] - 0.5, b[1] - 0.5, b[2] + 0.5, b[3] + 0.5} }

// nested reports whether a path has boxes within boxes, as frames have.
func nested(subs [][]point) bool {
	if len(subs) < 2 || len(subs) > 16 {
		return false
	}
	for i, a := range subs {
		for _, b := range subs[i+1:] {
			x, y := plane.Bounds(a), plane.Bounds(b)
			if c := plane.Intersect(x, y); c.Width() > 0 && c.Height() > 0 && (c == x || c == y) {
				return true
			}
		}
	}
	return false
}

// dot keeps a small shape, about as wide as high, that may be a bullet.
func (in *interp) dot(b glyph.Box) {
	w, h := b.Width(), b.Height()
	if min(w, h) >= minDot && max(w, h) <= maxDot && max(w, h) <= 2*min(w, h) && len(in.page.Dots) < maxRules {
		in.page.Dots = append(in.page.Dots, b)
	}
}

// bar keeps a thin box as a rule.
func (in *interp) bar(b glyph.Box) {
	w, h := b.Width(), b.Height()
	if min(w, h) <= maxRuleWidth && max(w, h) >= minRuleLength && len(in.page.Rules) < maxRules {
		in.page.Rules = append(in.page.Rules, glyph.Rule{Box: b})
	}
}

// strokePath keeps the upright lines of a path as rules.
func (in *interp) strokePath() {
	if in.strokeSpace.none || in.strokeAlpha <= 0 {
		return
	}
	half := in.width * in.ctm.Scale() / 2
	for _, s := range in.path.subs {
		in.dot(plane.Intersect(plane.Bounds(s), in.clip))
		for i := 1; i < len(s); i++ {
			a, b := s[i-1], s[i]
			if math.Abs(a.X-b.X) > 0.5 && math.Abs(a.Y-b.Y) > 0.5 {
				continue
			}
			box := glyph.Box{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X), max(a.Y, b.Y)}
			if box.Width() >= box.Height() {
				box[1], box[3] = box[1]-half, box[3]+half
			} else {
				box[0], box[2] = box[0]-half, box[2]+half
			}
			box = plane.Intersect(box, in.clip)
			in.bar(box)
			if half > minStroke/2 {
				in.cover(shape{box: box, paint: in.stroke}, in.strokeAlpha, in.strokeSpace.kind != spacePattern)
			}
		}
	}
}
