package content

import (
	"pique/extract/glyph"
)

// maxStates bounds the stack of graphics states.
const maxStates = 1 << 10

// state is the graphics state, as q keeps it and Q brings it back.
type state struct {
	ctm  matrix
	clip glyph.Box // on the page as shown

	face                   *face
	size                   float64
	charSpace, wordSpace   float64
	stretch, lead, rise    float64 // stretch is Tz / 100
	mode                   int
	fill, stroke           paint
	fillSpace, strokeSpace *space
	fillAlpha, strokeAlpha float64
	width                  float64 // of lines

	from, to int // glyphs that clip what is painted next, by text modes 4 to 7
}

func newState(base matrix, clip glyph.Box) state {
	return state{
		ctm: base, clip: clip, stretch: 1,
		fill: black, stroke: black, fillSpace: gray, strokeSpace: gray,
		fillAlpha: 1, strokeAlpha: 1, width: 1,
	}
}
