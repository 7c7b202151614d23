package content

import (
	"pique/extract/glyph"
)

// maxStates bounds the stack of graphics states.
const maxStates = 1 << 10

// state is the graphics state, as q keeps it and Q brings it back.
type state struct {
	ctm   matrix
	clip  glyph.Box // on the page as shown
	cut   *cut      // what clips besides
	loose bool      // less is painted than clip and cut let through

	face                   *face
	size                   float64
	charSpace, wordSpace   float64
	stretch, lead, rise    float64 // stretch is Tz / 100
	mode                   int
	fill, stroke           paint
	fillSpace, strokeSpace *space
	fillHue, strokeHue     hue // where the space is that of patterns
	fillAlpha, strokeAlpha float64
	blend                  blendMode
	veil                   *veil
	width                  float64 // of lines

	group group // what the groups around have in force

	from, to int // runs of glyphs that clip what is painted next, by text modes 4 to 7
}

// group is what holds for all of the transparency groups that are being
// painted.
type group struct {
	alpha float64
	blend blendMode
	veil  *veil
}

func newState(base matrix, clip glyph.Box) state {
	return state{
		ctm: base, clip: clip, stretch: 1,
		fill: black, stroke: black, fillSpace: gray, strokeSpace: gray,
		fillAlpha: 1, strokeAlpha: 1, width: 1, fillHue: mixed, strokeHue: mixed, group: group{alpha: 1},
	}
}

// enter begins a transparency group: what is in force for it as a whole is
// kept, and its contents begin without.
func (s *state) enter() {
	s.group.alpha *= clamp(s.fillAlpha)
	s.group.blend = s.mixing()
	s.group.veil = s.veil
	s.fillAlpha, s.strokeAlpha, s.blend = 1, 1, blendNormal
}

// mixing is the blend mode in force.
func (s *state) mixing() blendMode {
	if s.blend == blendNormal {
		return s.group.blend
	}
	return s.blend
}

// fillOpacity and strokeOpacity are the alphas of paint, that of a pattern
// with what it is made of.
func (s *state) fillOpacity() float64 {
	if s.fillSpace.kind == spacePattern {
		return clamp(s.fillAlpha) * s.fillHue.alpha
	}
	return clamp(s.fillAlpha)
}

func (s *state) strokeOpacity() float64 {
	if s.strokeSpace.kind == spacePattern {
		return clamp(s.strokeAlpha) * s.strokeHue.alpha
	}
	return clamp(s.strokeAlpha)
}
