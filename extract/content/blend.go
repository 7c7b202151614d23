package content

import (
	"math"

	"pique/extract/glyph"
)

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
	blendDodge
	blendBurn
	blendSoftLight
	blendHue
	blendSaturation
	blendColor
	blendLuminosity
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
	case "ColorDodge":
		return blendDodge
	case "ColorBurn":
		return blendBurn
	case "SoftLight":
		return blendSoftLight
	case "Hue":
		return blendHue
	case "Saturation":
		return blendSaturation
	case "Color":
		return blendColor
	case "Luminosity":
		return blendLuminosity
	}
	return blendOther
}

// over returns the colour of paint with an alpha over another colour.
func (m blendMode) over(paint, under glyph.Color, alpha float64) glyph.Color {
	if m >= blendHue && m < blendOther {
		paint, m = m.whole(paint, under), blendNormal
	}
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
	case blendDodge:
		switch {
		case b == 0:
			return 0
		case int(b) >= 255-int(s):
			return 255
		}
		return uint8(255 * int(b) / (255 - int(s)))
	case blendBurn:
		switch {
		case b == 255:
			return 255
		case 255-int(b) >= int(s):
			return 0
		}
		return uint8(255 - 255*(255-int(b))/int(s))
	case blendSoftLight:
		return soft(s, b)
	}
	return s
}

// soft is the mode SoftLight of one channel.
func soft(s, b uint8) uint8 {
	x, y := float64(s)/255, float64(b)/255
	if x <= 0.5 {
		return unit(y - (1-2*x)*y*(1-y))
	}
	d := math.Sqrt(y)
	if y <= 0.25 {
		d = ((16*y-12)*y + 4) * y
	}
	return unit(y + (2*x-1)*(d-y))
}

// whole is the colour that the modes make that do not go by channels: ISO
// 32000-1, section 11.3.5.3.
func (m blendMode) whole(paint, under glyph.Color) glyph.Color {
	s, b := channels(paint), channels(under)
	switch m {
	case blendHue:
		return withLum(withSat(s, sat(b)), lum(b))
	case blendSaturation:
		return withLum(withSat(b, sat(s)), lum(b))
	case blendColor:
		return withLum(s, lum(b))
	}
	return withLum(b, lum(s))
}

func channels(c glyph.Color) [3]float64 {
	return [3]float64{float64(c.R) / 255, float64(c.G) / 255, float64(c.B) / 255}
}

func lum(c [3]float64) float64 { return 0.3*c[0] + 0.59*c[1] + 0.11*c[2] }

func sat(c [3]float64) float64 { return max(c[0], c[1], c[2]) - min(c[0], c[1], c[2]) }

// withSat gives a colour another saturation.
func withSat(c [3]float64, s float64) [3]float64 {
	lo, span := min(c[0], c[1], c[2]), sat(c)
	for i := range c {
		if span > 0 {
			c[i] = (c[i] - lo) * s / span
		} else {
			c[i] = 0
		}
	}
	return c
}

// withLum gives a colour another luminosity, within what can be shown.
func withLum(c [3]float64, l float64) glyph.Color {
	d := l - lum(c)
	for i := range c {
		c[i] += d
	}
	lo, hi := min(c[0], c[1], c[2]), max(c[0], c[1], c[2])
	for i := range c {
		if lo < 0 {
			c[i] = l + (c[i]-l)*l/(l-lo)
		}
		if hi > 1 {
			c[i] = l + (c[i]-l)*(1-l)/(hi-l)
		}
	}
	return glyph.Color{R: unit(c[0]), G: unit(c[1]), B: unit(c[2])}
}
