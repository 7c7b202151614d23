package content

import (
	"math"

	"pique/extract/font"
	"pique/extract/glyph"
)

// face is a font as a content stream uses it.
type face struct {
	f    *font.Font
	look glyph.Font
	em   float64 // what the size is multiplied by to be that of the letters

	icon         glyph.Font // what its icons are said to be of
	icons, texts int        // glyphs shown so far
	shown        bool
	type3        *value         // the glyphs' programs, where it is of Type 3
	names        map[int]string // of the glyphs of a Type 3 font, by code
	scale        matrix         // of its glyphs, to em
	stamps       map[byte]stamp // what its glyphs paint, by code
	own          bool           // some of them have colours of their own
	small        int8           // whether the program is to be looked into: 1 yes, -1 no, 0 not asked
}

// face readies the font of a dictionary.
func (d *document) face(v value) *face {
	if v.Kind() != opDict {
		return nil
	}
	s := d.spec(v)
	f := font.New(s)
	fc := &face{f: f, em: 1, look: glyph.Font{Name: f.Name, Bold: f.Bold, Italic: f.Italic, Mono: f.Mono, Icon: f.Icon}}
	fc.icon = fc.look
	fc.icon.Icon = true
	if s.Kind == font.Type3 {
		fc.em = type3Em(&s)
		procs := v.Key("CharProcs")
		fc.type3, fc.names = &procs, s.Differences
		fc.scale = matrix(s.Matrix).Mul(matrix{1 / fc.em, 0, 0, 1 / fc.em, 0, 0})
	}
	d.faces = append(d.faces, fc)
	return fc
}

// doubtful reports whether letters of the font may lack an outline.
func (fc *face) doubtful() bool {
	if fc.small == 0 || fc.small < 0 && fc.f.Twins() {
		fc.small = -1
		if fc.f.Doubtful() {
			fc.small = 1
		}
	}
	return fc.small > 0
}

// settle tells the fonts of icons from those of letters: by the name, or
// because more icons than letters were shown in it. An icon in a font of
// letters is one by itself. The fonts that were shown and nothing gave text to
// are returned by name.
func (d *document) settle() []string {
	const most = 64
	var blind []string
	for _, fc := range d.faces {
		if fc.icons > fc.texts {
			fc.look.Icon = true
		}
		if fc.f.Blind && fc.shown && len(blind) < most {
			blind = append(blind, tidy(fc.f.Name))
		}
	}
	return blind
}

// type3Em guesses how high the letters of a Type 3 font are for a size of 1:
// its glyph space can be of any scale. The box of a font is about 1.2 em
// high; without one, letters are about half an em wide.
func type3Em(s *font.Spec) float64 {
	em := math.Abs(s.BBox[3]-s.BBox[1]) * math.Abs(s.Matrix[3]) / 1.2
	if em == 0 || math.IsNaN(em) {
		sum, n := 0.0, 0
		for _, w := range s.Widths {
			if w > 0 {
				sum, n = sum+w, n+1
			}
		}
		if n == 0 {
			return 1
		}
		em = 2 * sum / float64(n) * math.Abs(s.Matrix[0])
	}
	if em > 0.4 && em < 2.5 || em <= 0 || em > 1e4 || math.IsNaN(em) {
		return 1
	}
	return em
}
