package content

import (
	"pique/extract/glyph"
	"pique/extract/plane"
)

// maxCuts bounds the outlines that clip at one time; what is beyond counts by
// its bounding box.
const maxCuts = 16

// cut is a clipping path that is no upright rectangle, and those in force
// besides. Rectangles are kept in the state's clip alone.
type cut struct {
	outline outline
	also    *cut
	depth   int
	points  int // of this and those besides
}

// holds reports whether a point lies in all of the paths.
func (c *cut) holds(x, y float64) bool {
	for ; c != nil; c = c.also {
		if !c.outline.holds(x, y) {
			return false
		}
	}
	return true
}

// work is how many points must be looked at to tell.
func (c *cut) work() int {
	if c == nil {
		return 0
	}
	return c.points
}

// with returns the cuts with one more; an outline that is too large to keep
// leaves them as they are.
func (c *cut) with(o outline) *cut {
	n := 1
	if c != nil {
		n = c.depth + 1
	}
	if n > maxCuts || o.points() > maxOutline {
		return c
	}
	return &cut{outline: o, also: c, depth: n, points: c.work() + o.points()}
}

// outline is the closed lines of an area. The zero outline has no end: it
// holds every point.
type outline struct {
	subs [][]point
	odd  bool // it holds by the even-odd rule, not by winding
}

func (o *outline) points() int {
	n := 0
	for _, s := range o.subs {
		n += len(s)
	}
	return n
}

// holds reports whether a point lies inside.
func (o *outline) holds(x, y float64) bool {
	if o.subs == nil {
		return true
	}
	return plane.Holds(o.subs, o.odd, x, y)
}

// quad is the outline of a rectangle that a transform has turned.
func quad(m matrix, x0, y0, x1, y1 float64) outline {
	var pts [4]point
	for i, c := range [4]point{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}} {
		pts[i].X, pts[i].Y = m.At(c.X, c.Y)
	}
	return outline{subs: [][]point{pts[:]}}
}

// squared reports whether a transform takes upright rectangles to such.
func squared(m matrix) bool {
	const nearly = 1e-6
	return abs64(m[1])+abs64(m[2]) < nearly*(abs64(m[0])+abs64(m[3])) || abs64(m[0])+abs64(m[3]) < nearly*(abs64(m[1])+abs64(m[2]))
}

func abs64(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

// clipTo narrows the clip to a path in points of the page.
func (in *interp) clipTo(subs [][]point, odd bool) {
	var all glyph.Box
	for i, s := range subs {
		b := plane.Bounds(s)
		if i == 0 {
			all = b
			continue
		}
		all = glyph.Box{min(all[0], b[0]), min(all[1], b[1]), max(all[2], b[2]), max(all[3], b[3])}
	}
	in.clip = plane.Intersect(in.clip, all)
	if len(subs) == 1 && plane.Upright(subs[0]) {
		return
	}
	n := 0
	for _, s := range subs {
		n += len(s)
	}
	if n > maxOutline {
		in.loose = true
		return
	}
	kept := make([][]point, len(subs))
	for i, s := range subs {
		kept[i] = append([]point(nil), s...)
	}
	in.narrow(outline{subs: kept, odd: odd})
}

// narrow adds an outline to those that clip.
func (in *interp) narrow(o outline) {
	next := in.cut.with(o)
	in.loose = in.loose || next == in.cut
	in.cut = next
}
