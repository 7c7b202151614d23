package content

import "pique/extract/glyph"

// blendMode is how paint and what lies beneath it make a colour, ISO 32000-1
// section 11.3.5.
type blendMode uint8

const (
	blendNormal blendMode = iota
	blendMultiply
	blendScreen
	blendDarken
	blendLighten
	blendDifference
	blendExclusion
	blendHardLight
	blendOverlay
	blendOther // what comes of it is not reckoned
)

func blendModeOf(name string) blendMode {
	switch name {
	case "", "Normal", "Compatible":
		return blendNormal
	case "Multiply":
		return blendMultiply
	case "Screen":
		return blendScreen
	case "Darken":
		return blendDarken
	case "Lighten":
		return blendLighten
	case "Difference":
		return blendDifference
	case "Exclusion":
		return blendExclusion
	case "HardLight":
		return blendHardLight
	case "Overlay":
		return blendOverlay
	}
	return blendOther
}

// over returns the colour of paint with an alpha over another colour.
func (m blendMode) over(paint, under glyph.Color, alpha float64) glyph.Color {
	mix := func(s, b uint8) uint8 {
		return uint8(float64(m.channel(s, b))*alpha + float64(b)*(1-alpha) + 0.5)
	}
	return glyph.Color{R: mix(paint.R, under.R), G: mix(paint.G, under.G), B: mix(paint.B, under.B)}
}

func (m blendMode) channel(s, b uint8) uint8 {
	times := func(x, y uint8) uint8 { return uint8((int(x)*int(y) + 127) / 255) }
	screen := func(x, y uint8) uint8 { return 255 - times(255-x, 255-y) }
	hard := func(x, y uint8) uint8 {
		if x < 128 {
			return times(2*x, y)
		}
		return screen(2*(x-128)+1, y)
	}
	switch m {
	case blendMultiply:
		return times(s, b)
	case blendScreen:
		return screen(s, b)
	case blendDarken:
		return min(s, b)
	case blendLighten:
		return max(s, b)
	case blendDifference:
		return max(s, b) - min(s, b)
	case blendExclusion:
		return uint8(int(s) + int(b) - 2*int(times(s, b)))
	case blendHardLight:
		return hard(s, b)
	case blendOverlay:
		return hard(b, s)
	}
	return s
}
