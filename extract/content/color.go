package content

import (
	"bytes"
	"math"
	"strings"

	"pique/extract/glyph"
)

// paint is a colour as it reaches the page. One that could not be worked out
// (a pattern, a tint by a PostScript function) is not known.
type paint struct {
	glyph.Color
	known bool
}

var (
	black   = paint{known: true}
	white   = paint{glyph.Color{R: 255, G: 255, B: 255}, true}
	unknown = paint{}
)

// space is a colour space, with what is needed to turn its components into
// red, green and blue.
type space struct {
	kind  spaceKind
	n     int // components
	base  *space
	table []byte // indexed: base components
	high  int
	tint  *function
	none  bool // its inks are all None: paints nothing

	ab [4]float64 // Lab: the ranges of a* and b*
}

type spaceKind uint8

const (
	spaceGray spaceKind = iota
	spaceRGB
	spaceCMYK
	spaceLab
	spaceIndexed
	spaceTint
	spacePattern
)

var (
	gray    = &space{kind: spaceGray, n: 1}
	rgb     = &space{kind: spaceRGB, n: 3}
	cmyk    = &space{kind: spaceCMYK, n: 4}
	pattern = &space{kind: spacePattern}
)

// initial is the colour that a space begins with.
func (s *space) initial() paint {
	switch s.kind {
	case spacePattern:
		return unknown
	case spaceCMYK:
		return black
	case spaceTint:
		one := [32]float64{}
		for i := range one {
			one[i] = 1
		}
		return s.color(one[:max(1, min(s.n, 32))])
	case spaceIndexed:
		return s.color([]float64{0})
	}
	return black
}

// color turns components into a colour.
func (s *space) color(v []float64) paint {
	if len(v) < s.n || s.kind == spacePattern {
		return unknown
	}
	switch s.kind {
	case spaceGray:
		g := unit(v[0])
		return paint{glyph.Color{R: g, G: g, B: g}, true}
	case spaceRGB:
		return paint{glyph.Color{R: unit(v[0]), G: unit(v[1]), B: unit(v[2])}, true}
	case spaceCMYK:
		k := 1 - clamp(v[3])
		return paint{glyph.Color{R: unit((1 - clamp(v[0])) * k), G: unit((1 - clamp(v[1])) * k), B: unit((1 - clamp(v[2])) * k)}, true}
	case spaceLab:
		return lab(v[0], v[1], v[2])
	case spaceIndexed:
		i := int(v[0])
		i = max(0, min(i, s.high))
		n := s.base.n
		if n <= 0 || (i+1)*n > len(s.table) {
			return unknown
		}
		comps := make([]float64, n)
		for j := range comps {
			comps[j] = float64(s.table[i*n+j]) / 255
			if s.base.kind == spaceLab {
				comps[j] = s.base.decode(j, comps[j])
			}
		}
		return s.base.color(comps)
	case spaceTint:
		if s.tint == nil || s.base == nil {
			return unknown
		}
		out := s.tint.eval(v[:s.n])
		if len(out) < s.base.n {
			return unknown
		}
		return s.base.color(out)
	}
	return unknown
}

// decode maps the share of a component of Lab to its range.
func (s *space) decode(i int, share float64) float64 {
	if i == 0 {
		return 100 * share
	}
	lo, hi := s.ab[2*i-2], s.ab[2*i-1]
	return lo + share*(hi-lo)
}

func clamp(x float64) float64 {
	if !(x > 0) {
		return 0
	}
	return min(x, 1)
}

func unit(x float64) uint8 { return uint8(clamp(x)*255 + 0.5) }

// lab turns CIE L*a*b* of white D50 into sRGB, roughly.
func lab(l, a, b float64) paint {
	fy := (l + 16) / 116
	f := func(t float64) float64 {
		if t > 6.0/29 {
			return t * t * t
		}
		return 3 * 36.0 / 841 * (t - 4.0/29)
	}
	x, y, z := 0.9505*f(fy+a/500), f(fy), 1.089*f(fy-b/200)
	g := func(c float64) uint8 {
		if c <= 0.0031308 {
			return unit(12.92 * c)
		}
		return unit(1.055*math.Pow(c, 1/2.4) - 0.055)
	}
	return paint{glyph.Color{
		R: g(3.2406*x - 1.5372*y - 0.4986*z),
		G: g(-0.9689*x + 1.8758*y + 0.0415*z),
		B: g(0.0557*x - 0.2040*y + 1.0570*z),
	}, true}
}

// deviceSpace returns the space of a name that needs no resources; nil for
// others.
func deviceSpace(name string) *space {
	switch name {
	case "DeviceGray", "G", "CalGray":
		return gray
	case "DeviceRGB", "RGB", "CalRGB":
		return rgb
	case "DeviceCMYK", "CMYK", "CalCMYK":
		return cmyk
	case "Pattern":
		return pattern
	}
	return nil
}

// space reads a colour space.
func (d *document) space(v value, depth int) *space {
	if depth > 6 {
		return pattern
	}
	if v.Kind() == opName {
		if s := deviceSpace(v.Name()); s != nil {
			return s
		}
		return pattern
	}
	if v.Kind() != opArray || v.Len() == 0 {
		return pattern
	}
	name := v.Index(0).Name()
	switch name {
	case "ICCBased":
		icc := v.Index(1)
		if alt := icc.Key("Alternate"); alt.Index(0).Name() == "Lab" {
			return d.space(alt, depth+1)
		}
		return iccSpace(int(icc.Key("N").Int64()))
	case "Lab":
		s := &space{kind: spaceLab, n: 3, ab: [4]float64{-100, 100, -100, 100}}
		if r := floats(v.Index(1).Key("Range"), 4); len(r) == 4 {
			s.ab = [4]float64(r)
		}
		return s
	case "Pattern":
		if base := d.space(v.Index(1), depth+1); base.kind != spacePattern {
			return &space{kind: spacePattern, base: base}
		}
		return pattern
	case "Indexed", "I":
		s := &space{kind: spaceIndexed, n: 1, base: d.space(v.Index(1), depth+1), high: int(v.Index(2).Int64())}
		if t := v.Index(3); t.Kind() == opStream {
			s.table = d.bytes(t)
		} else {
			s.table = bytes.Clone(t.text())
		}
		s.high = max(0, min(s.high, 255))
		return s
	case "Separation", "DeviceN":
		s := &space{kind: spaceTint, n: 1, base: d.space(v.Index(2), depth+1)}
		if name == "DeviceN" {
			s.n = min(v.Index(1).Len(), 32)
		}
		ink := v.Index(1).Name()
		s.none = ink == "None" || name == "DeviceN" && s.n > 0
		for i := 0; name == "DeviceN" && i < s.n; i++ {
			s.none = s.none && v.Index(1).Index(i).Name() == "None"
		}
		s.tint = d.function(v.Index(3), 0)
		if s.tint == nil && (strings.EqualFold(ink, "Black") || ink == "All") {
			s.base, s.tint = gray, &function{kind: 2, c0: []float64{1}, c1: []float64{0}, exp: 1}
		}
		return s
	}
	if s := deviceSpace(name); s != nil {
		return s
	}
	return pattern
}

func iccSpace(n int) *space {
	switch n {
	case 1:
		return gray
	case 4:
		return cmyk
	}
	return rgb
}
