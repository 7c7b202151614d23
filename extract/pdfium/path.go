package pdfium

import (
	"math"

	"pique/extract/glyph"
	"pique/extract/plane"
)

// Bounds on paths and what is kept of them, as in the own engine.
const (
	maxPathPoints = 1 << 14
	maxOutline    = 512 // points of a filled path that is kept; what stands on a larger one counts as visible
	maxRules      = 1 << 13
	maxRuleWidth  = 3.0 // points: a thicker bar is a block
	minRuleLength = 8.0 // points: a shorter one is a part of a drawing
	minDot        = 1.2 // points: bullets that browsers draw measure 3.5 to 5
	maxDot        = 9.0
)

// Types of path segment, and modes of filling.
const (
	segLine    = 0
	segBezier  = 1
	segMove    = 2
	fillOdd    = 1
	curveSteps = 4
)

// path keeps what a path object paints; around is the alpha of the forms
// around it.
func (r *reader) path(o *object, to matrix, around float64) {
	if !r.ok("FPDFPath_GetDrawMode", o.handle, r.at(0), r.at(1)) {
		return
	}
	fill, stroke := r.u32(0), r.u32(1) != 0
	if fill == 0 && !stroke {
		return
	}
	if r.ok("FPDFPageObj_GetMatrix", o.handle, r.at(0)) {
		to = r.matrix().Mul(to)
	}
	subs := r.subpaths(o.handle, to)
	if len(subs) == 0 {
		return
	}
	if fill != 0 && o.alpha > 0 {
		r.fill(o, subs, fill == fillOdd)
	}
	if stroke {
		width := 1.0
		if r.ok("FPDFPageObj_GetStrokeWidth", o.handle, r.at(0)) {
			width = r.f32(0)
		}
		p, alpha := r.colour("FPDFPageObj_GetStrokeColor", o.handle)
		if alpha > 0 {
			r.stroke(o, subs, width*to.Scale()/2, p, alpha*around)
		}
	}
}

// subpaths reads the segments of a path as lines on the page as shown.
func (r *reader) subpaths(h uint64, to matrix) [][]point {
	n := min(int(int32(r.call("FPDFPath_CountSegments", h))), maxPathPoints)
	var subs [][]point
	var curve []point // control points in wait
	var last point    // in the space of the path
	add := func(p point) {
		q := place(to, p.X, p.Y)
		k := len(subs) - 1
		if k < 0 {
			subs = append(subs, []point{q})
			return
		}
		subs[k] = append(subs[k], q)
	}
	for i := 0; i < n && r.segs < maxSegments; i++ {
		r.segs++
		seg := uint64(uint32(r.call("FPDFPath_GetPathSegment", h, uint64(i))))
		if seg == 0 || !r.ok("FPDFPathSegment_GetPoint", seg, r.at(0), r.at(1)) {
			continue
		}
		p := point{r.f32(0), r.f32(1)}
		switch int32(r.call("FPDFPathSegment_GetType", seg)) {
		case segMove:
			subs = append(subs, []point{place(to, p.X, p.Y)})
			last = p
		case segBezier:
			if curve = append(curve, p); len(curve) < 3 {
				continue
			}
			for k := 1; k <= curveSteps; k++ {
				t := float64(k) / curveSteps
				u := 1 - t
				b0, b1, b2, b3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
				add(point{b0*last.X + b1*curve[0].X + b2*curve[1].X + b3*curve[2].X, b0*last.Y + b1*curve[0].Y + b2*curve[1].Y + b3*curve[2].Y})
			}
			last, curve = p, curve[:0]
		default:
			add(p)
			last = p
		}
		if k := len(subs) - 1; k >= 0 && r.ok("FPDFPathSegment_GetClose", seg) && subs[k][0] != subs[k][len(subs[k])-1] {
			subs[k] = append(subs[k], subs[k][0])
		}
	}
	return subs
}

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

// fill keeps what a filled path paints: thin bars as rules, small shapes as
// dots, and areas that text may stand on or lie under.
func (r *reader) fill(o *object, subs [][]point, odd bool) {
	sh := shape{paint: o.paint, alpha: o.alpha, odd: odd}
	frame, points := nested(subs), 0
	for _, s := range subs {
		b := plane.Bounds(s)
		cut := plane.Intersect(b, o.clip)
		w, h := cut.Width(), cut.Height()
		points += len(s)
		r.dot(cut)
		if plane.Upright(s) && !frame {
			r.bar(cut)
			if w > 1 && h > 3 {
				r.cover(o, shape{box: cut, paint: o.paint, alpha: o.alpha})
			}
			continue
		}
		if frame || w > 3 && h > 3 {
			sh.outline = append(sh.outline, s)
			if len(sh.outline) == 1 {
				sh.box = b
			} else {
				sh.box = glyph.Box{min(sh.box[0], b[0]), min(sh.box[1], b[1]), max(sh.box[2], b[2]), max(sh.box[3], b[3])}
			}
		}
	}
	if sh.outline != nil {
		if points > maxOutline {
			sh.outline, sh.paint, sh.sheer = nil, unknown, true
		}
		sh.box = plane.Intersect(sh.box, o.clip)
		r.cover(o, sh)
	}
}

// dot keeps a small shape, about as wide as high, that may be a bullet.
func (r *reader) dot(b glyph.Box) {
	w, h := b.Width(), b.Height()
	if min(w, h) >= minDot && max(w, h) <= maxDot && max(w, h) <= 2*min(w, h) && len(r.page.Dots) < maxRules {
		r.page.Dots = append(r.page.Dots, b)
	}
}

// bar keeps a thin box as a rule.
func (r *reader) bar(b glyph.Box) {
	w, h := b.Width(), b.Height()
	if min(w, h) <= maxRuleWidth && max(w, h) >= minRuleLength && len(r.page.Rules) < maxRules {
		r.page.Rules = append(r.page.Rules, glyph.Rule{Box: b})
	}
}

// stroke keeps the upright lines of a path as rules; half is half the width
// of the line.
func (r *reader) stroke(o *object, subs [][]point, half float64, p paint, alpha float64) {
	for _, s := range subs {
		r.dot(plane.Intersect(plane.Bounds(s), o.clip))
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
			box = plane.Intersect(box, o.clip)
			r.bar(box)
			if 2*half > maxRuleWidth && box.Width() > 3 && box.Height() > 3 {
				r.cover(o, shape{box: box, paint: p, alpha: alpha})
			}
		}
	}
}
