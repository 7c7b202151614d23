package content

import (
	"math"

	"pique/extract/glyph"
)

const (
	minContrast = 1.15 // WCAG's ratio, under which text cannot be told from what lies beneath
	minAlpha    = 0.05
	minSize     = 2.0 // points
	stemWidth   = 0.2 // em: an outline so wide covers the stems of letters
	minWidth    = 0.7 // points of an em along the line: text squeezed to less is a line
)

// run is glyphs that were painted one after the other in the same way.
type run struct {
	look
	start, end int // glyphs of the page

	under paint // what was last told of, and what was said
	told  glyph.Why
	known bool
}

// look is the way in which glyphs are painted.
type look struct {
	z     int // shapes painted before
	clip  glyph.Box
	cut   *cut
	fill  ink
	edge  ink // of the outlines
	blend blendMode
	veil  *veil
	face  *face     // of Type 3, whose glyphs can have colours of their own
	why   glyph.Why // why all of it cannot be seen
}

// ink is paint with its alpha; none has the alpha 0.
type ink struct {
	paint paint
	alpha float64
}

// look returns how glyphs are painted now: em takes their unit square to the
// page.
func (in *interp) look(em matrix, size float64) look {
	l := look{z: len(in.canvas.shapes), clip: in.clip, cut: in.cut, blend: in.mixing(), veil: in.veil}
	mode := in.mode & 3
	if in.mode < 0 || in.mode > 7 {
		mode = 0
	}
	if mode != 1 && mode != 3 && !in.fillSpace.none {
		l.fill = ink{in.fill, in.fillOpacity() * in.group.alpha}
		if in.fillSpace.kind == spacePattern && in.fillHue.strip.subs != nil && mode == 0 {
			l.cut = in.cut.with(in.fillHue.strip)
		}
	}
	if (mode == 1 || mode == 2) && !in.strokeSpace.none {
		l.edge = ink{in.stroke, in.strokeOpacity() * in.group.alpha}
		if mode == 2 && l.edge.alpha >= nearlyAll && in.width*in.ctm.Scale() >= stemWidth*size {
			l.fill = ink{} // the outlines cover it
		}
	}
	if in.face.type3 != nil {
		l.face = in.face
	}
	wide := length(em[0], em[1])
	switch {
	case in.hidden > 0:
		l.why = in.unseen
	case mode == 3:
		l.why = glyph.Invisible
	case l.fill.alpha < minAlpha && l.edge.alpha < minAlpha:
		l.why = glyph.Transparent
	case size < minSize, wide*in.face.em < minWidth, math.Abs(em[0]*em[3]-em[1]*em[2]) < minSize/2*wide/in.face.em:
		l.why = glyph.Tiny
	}
	return l
}

// color is the colour that glyphs are reported in.
func (l *look) color() glyph.Color {
	if l.fill.alpha < minAlpha && l.edge.alpha > 0 {
		return l.edge.paint.Color
	}
	return l.fill.paint.Color
}

// ran adds the glyphs from start on, which look as the pen has it, to the runs.
func (in *interp) ran(start int) {
	end := len(in.page.Glyphs)
	if n := len(in.runs); n > 0 && in.mode < 4 {
		r := &in.runs[n-1]
		if r.end == start && (in.ranAs == in.pen.serial || r.look == in.pen.look) {
			r.end, in.ranAs = end, in.pen.serial
			return
		}
	}
	if end > start {
		in.runs = append(in.runs, run{look: in.pen.look, start: start, end: end})
		in.ranAs = in.pen.serial
	}
}

// cutRuns forgets the glyphs from end on.
func (in *interp) cutRuns(end int) {
	n := len(in.runs)
	for n > 0 && in.runs[n-1].start >= end {
		n--
	}
	clear(in.runs[n:])
	in.runs = in.runs[:n]
	if n > 0 {
		in.runs[n-1].end = min(in.runs[n-1].end, end)
	}
}

// unclip shows the glyphs that clip what is painted next, as outlines filled
// by a shading or an image are shown. Paint is that of what is painted, and
// whether there are such glyphs is the result: then only they are painted.
func (in *interp) unclip(p paint, alpha float64) bool {
	if in.to <= in.from {
		return false
	}
	for i := in.from; i < in.to && i < len(in.runs); i++ {
		if r := &in.runs[i]; r.why == glyph.Invisible {
			r.why, r.fill = glyph.Visible, ink{p, clamp(alpha) * in.group.alpha}
		}
	}
	return true
}
