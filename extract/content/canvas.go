package content

import (
	"pique/extract/glyph"
)

// Bounds on what is kept of the areas painted on a page, and on the work of
// looking through them.
const (
	maxShapes   = 1 << 16
	crowded     = 1 << 15 // from so many on, shapes lower or narrower than minCrowded are left out
	minCrowded  = 6.0     // points
	maxLayers   = 48      // shapes seen through at one point; a deeper stack counts as unknown
	maxSteps    = 1 << 24 // shapes and points of outlines looked at
	fewShapes   = 24      // are looked through one by one
	sieveShapes = 64      // are sieved for each run of glyphs
	sieveGlyph  = 32      // or so many for each glyph of it, which takes less time than a look at each glyph
	minShape    = 0.3     // points: a thinner area is no ground for text
	faint       = 0.005   // alpha under which paint changes nothing
	nearlyAll   = 0.95    // alpha at and above which paint hides what lies beneath
)

// shape is an area that was painted, on which text may stand, or which may
// cover it.
type shape struct {
	box     glyph.Box
	outline outline // none: the whole box
	cut     *cut
	veil    *veil
	paint   paint
	grade   *grade // where it has several colours; paint is not known then
	alpha   float64
	blend   blendMode
	solid   bool // hides what lies beneath it, as far as alpha goes
	picture bool
}

func (s *shape) holds(x, y float64) bool {
	return s.box.Contains(x, y) && s.outline.holds(x, y) && s.cut.holds(x, y)
}

// work is what looking at a shape costs, in steps.
func (s *shape) work() int { return 1 + s.outline.points() + s.cut.work() }

// canvas is what was painted, in order.
type canvas struct {
	shapes []shape
	solid  int  // 1 + index of the last solid shape
	full   bool // shapes were left out
	field  field
	steps  int
	hits   [maxLayers]hit
	sieved [fewShapes + 1]int32
}

// hit is a shape that was met at a point, with its colour and its alpha there.
type hit struct {
	shape int32
	color glyph.Color
	alpha float64
}

// opacity is the alpha of a shape at a point; false where it is not known.
func (s *shape) opacity(x, y float64) (float64, bool) {
	if s.veil == nil {
		return s.alpha, true
	}
	through, known := s.veil.at(x, y)
	return s.alpha * through, known
}

// add keeps a painted area.
func (c *canvas) add(s shape) {
	w, h := s.box.Width(), s.box.Height()
	if w <= minShape || h <= minShape || s.alpha < faint {
		return
	}
	if n := len(c.shapes); n >= maxShapes {
		c.full = true
		return
	} else if n >= crowded && min(w, h) < minCrowded {
		return
	}
	c.shapes = append(c.shapes, s)
	if s.solid {
		c.solid = len(c.shapes)
	}
}

// ready makes the canvas ready to be looked through: no shape is added after.
func (c *canvas) ready(page glyph.Box) {
	if len(c.shapes) > fewShapes {
		c.field.lay(page, c.shapes)
	}
}

// sieve returns the shapes that touch the box of so many glyphs; nil where
// there are too many to tell them one by one.
func (c *canvas) sieve(b glyph.Box, glyphs int) []int32 {
	if len(c.shapes) > max(sieveShapes, sieveGlyph*glyphs) {
		return nil
	}
	out := c.sieved[:0]
	for i := range c.shapes {
		s := &c.shapes[i].box
		if s[0] <= b[2] && s[2] >= b[0] && s[1] <= b[3] && s[3] >= b[1] {
			if out = append(out, int32(i)); len(out) > fewShapes {
				return nil
			}
		}
	}
	return out
}

// even returns what lies beneath shape z all over a box, among the shapes
// that touch it; false where that is not the same everywhere, or where later
// shapes may cover some of it.
func (c *canvas) even(z int, b glyph.Box, among []int32) (paint, bool) {
	if among == nil {
		return white, len(c.shapes) == 0
	}
	n := 0
	for k := len(among) - 1; k >= 0; k-- {
		s := &c.shapes[among[k]]
		if int(among[k]) >= z {
			if s.solid {
				return unknown, false
			}
			continue
		}
		if s.outline.subs != nil || s.cut != nil || s.veil != nil || !inside(b, s.box) || n == maxLayers {
			return unknown, false
		}
		if s.grade != nil {
			return unknown, false
		}
		if !s.paint.known || s.blend == blendOther {
			return unknown, true
		}
		c.hits[n] = hit{among[k], s.paint.Color, s.alpha}
		n++
		if s.alpha >= 0.99 && s.blend == blendNormal {
			break
		}
	}
	return c.mix(white, n), true
}

// ground is what there is at a point of the canvas beneath and above the
// shape of number z, which was painted there.
type ground struct {
	under   paint
	buried  bool // under later shapes
	picture bool // under later pictures
}

// at looks at a point. Among are the shapes to look through, in order; nil
// stands for all.
func (c *canvas) at(z int, x, y float64, among []int32) ground {
	through, past := 1.0, 1.0 // what later shapes, and pictures, let through
	n := 0
	base := white
	it := c.walk(x, y, among)
	for i := it.next(); i >= 0; i = it.next() {
		s := &c.shapes[i]
		if c.steps += s.work(); c.steps > maxSteps {
			return ground{under: unknown}
		}
		if !s.holds(x, y) {
			continue
		}
		alpha, known := s.opacity(x, y)
		if i >= z {
			if s.solid && known {
				through *= 1 - alpha
				if s.picture {
					past *= 1 - alpha
				}
				if through <= 1-nearlyAll {
					return ground{buried: true, picture: past <= 1-nearlyAll}
				}
			}
			continue
		}
		if known && alpha < faint {
			continue
		}
		tone := s.tone(x, y)
		if !tone.known || !known || s.blend == blendOther || n == maxLayers {
			base = unknown
			break
		}
		c.hits[n] = hit{int32(i), tone.Color, alpha}
		n++
		if alpha >= 0.99 && s.blend == blendNormal {
			break
		}
	}
	return ground{under: c.mix(base, n)}
}

// mix paints the shapes of hits, the topmost of which is the first, on base.
func (c *canvas) mix(base paint, n int) paint {
	if !base.known {
		return unknown
	}
	for n--; n >= 0; n-- {
		s := &c.shapes[c.hits[n].shape]
		base.Color = s.blend.over(c.hits[n].color, base.Color, clamp(c.hits[n].alpha))
	}
	return base
}

// walk goes through the shapes at a point, the topmost first.
func (c *canvas) walk(x, y float64, among []int32) walker {
	switch {
	case among != nil:
		return walker{list: among, left: len(among)}
	case len(c.shapes) <= fewShapes:
		return walker{left: len(c.shapes)}
	}
	c.field.start(x, y)
	return walker{field: &c.field}
}

// walker is a way through shapes.
type walker struct {
	list  []int32
	left  int
	field *field
}

// next returns the next shape; -1 at the end.
func (w *walker) next() int {
	if w.field != nil {
		return w.field.next()
	}
	if w.left--; w.left < 0 {
		return -1
	}
	if w.list != nil {
		return int(w.list[w.left])
	}
	return w.left
}
