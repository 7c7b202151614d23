package pdfium

import (
	"math"
	"sort"
	"unicode/utf16"

	"pique/extract/font"
	"pique/extract/glyph"
)

// maxChars bounds the characters of a page.
const maxChars = 1 << 17

// Signs that PDFium puts in the place of a hyphen at the end of a line.
const (
	wordBreak  = 0x02
	noncharter = 0xFFFE
)

// piece is a character with what it was painted by.
type piece struct {
	obj   int32
	at    point // its origin in user space
	em    float64
	space bool // PDFium puts a space before it
	glyph glyph.Glyph
}

// glyphs reads the characters of the page. The line ends that PDFium adds are
// left out; the pieces of a ligature are one glyph again; and what PDFium has
// sorted is in the order of painting again.
func (r *reader) glyphs() {
	n := min(int(int32(r.call("FPDFText_CountChars", r.text))), maxChars)
	if n <= 0 {
		return
	}
	ps := make([]piece, 0, n)
	var high rune
	space := false
	for i := 0; i < n; i++ {
		if i&0x3FF == 0x3FF && r.ctx.Err() != nil {
			return
		}
		char := uint64(i)
		c := rune(uint32(r.call("FPDFText_GetUnicode", r.text, char)))
		if utf16.IsSurrogate(c) {
			if high == 0 {
				high = c
				continue
			}
			c, high = utf16.DecodeRune(high, c), 0
		}
		if int32(r.call("FPDFText_IsGenerated", r.text, char)) == 1 {
			space = c == ' '
			continue
		}
		h := uint32(r.call("FPDFText_GetTextObject", r.text, char))
		if h == 0 {
			continue
		}
		o, ok := r.order[h]
		if !ok {
			continue
		}
		ob := &r.objs[o]
		if c == wordBreak || c == noncharter {
			c = '-'
		}
		text := ""
		if int32(r.call("FPDFText_HasUnicodeMapError", r.text, char)) != 1 {
			text = string(c)
		}
		if !ob.placed {
			r.call("FPDFText_GetMatrix", r.text, char, r.at(0))
			r.place(ob, r.matrix())
		}
		if !r.ok("FPDFText_GetCharOrigin", r.text, char, r.at(0), r.at(1)) {
			continue
		}
		x, y := r.f64(0), r.f64(1)
		if k := len(ps) - 1; k >= 0 && ps[k].obj == int32(o) && ps[k].at == (point{x, y}) && text != "" && ps[k].glyph.Text != "" && r.tight(char) == r.tight(char-1) {
			// The font has been asked for the first letter, not for all of them.
			ps[k].glyph.Text += text
			if w := r.loose(ob, char, x); w > 0 {
				ps[k].glyph.Box[2] = max(ps[k].glyph.Box[2], ps[k].glyph.Box[0]+w*ps[k].em)
			}
			continue
		}
		if ob.face.drawn && ob.size > 0 {
			t := r.tight(char)
			b := cover(r.base, t[0], t[2], t[1], t[3])
			ob.face.height = max(ob.face.height, b.Height()/ob.size)
		}
		p := r.piece(o, text, c, x, y, r.width(ob, char, c, x))
		p.space = space
		ps = append(ps, p)
		space = false
	}
	ps = r.blanks(spaced(ps))
	for i := range ps {
		r.objs[ps[i].obj].face.fit(&ps[i].glyph)
	}
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].obj < ps[j].obj })
	for i := range ps {
		g := &ps[i].glyph
		if g.Text != "" {
			raw := g.Text
			g.Text, _ = font.Clean(raw)
			if g.Text == "" && font.Private(raw) {
				g.Font.Icon = true
			}
		}
		r.page.Glyphs = append(r.page.Glyphs, *g)
		r.owner = append(r.owner, ps[i].obj)
	}
}

// Where a space of the file follows one that PDFium has added, because the
// letter before it ends early, PDFium drops the one of the file. So an added
// space is taken for one of the file where the page writes its spaces, and
// the gap is that of a space.
const (
	minSpace = 0.1 // em
	maxSpace = 1.0
	writes   = 10 // a page has one space left at least for so many that are dropped; TeX writes none
)

func spaced(ps []piece) []piece {
	real, added := 0, 0
	for i := range ps {
		if ps[i].glyph.Text == " " {
			real++
		}
		if ps[i].gap(ps, i) > 0 {
			added++
		}
	}
	if real*writes < added || added == 0 {
		return ps
	}
	out := make([]piece, 0, len(ps)+added)
	for i := range ps {
		if w := ps[i].gap(ps, i); w > 0 {
			p := ps[i-1]
			p.glyph.Text, p.glyph.Code = " ", ' '
			p.glyph.Box[0] = p.glyph.Box[2]
			p.glyph.Box[2] += w
			out = append(out, p)
		}
		out = append(out, ps[i])
	}
	return out
}

// gap is how wide the added space before the i-th of the pieces is, in
// points; 0 where it cannot be one of the file.
func (p *piece) gap(ps []piece, i int) float64 {
	if !p.space || i == 0 || p.glyph.Text == " " {
		return 0
	}
	q := &ps[i-1]
	if q.glyph.Text == " " || q.glyph.Angle != 0 || p.glyph.Angle != 0 || math.Abs(q.glyph.Base-p.glyph.Base) > 0.1*q.em {
		return 0
	}
	if w := p.glyph.Box[0] - q.glyph.Box[2]; w > minSpace*q.em && w < maxSpace*q.em {
		return w
	}
	return 0
}

// fit gives the glyphs of a drawn font the size that their height has: its em
// can be of any scale, and letters from the highest to the lowest point are
// about one em high.
func (f *face) fit(g *glyph.Glyph) {
	if !f.drawn || f.height <= 0 || f.height > minEm && f.height < maxEm {
		return
	}
	g.Size *= f.height
	if g.Angle == 0 {
		g.Box[1], g.Box[3] = g.Base-f.ascent*g.Size, g.Base-f.descent*g.Size
	}
}

// Between these the glyphs of a drawn font are as high as those of others, in
// its em.
const minEm, maxEm = 0.4, 2.5

// place works out how the glyphs of a text object lie on the page; m is its
// matrix to the page's user space.
func (r *reader) place(ob *object, m matrix) {
	ob.placed = true
	ob.face = r.face(ob.handle)
	size := 1.0
	if r.ok("FPDFTextObj_GetFontSize", ob.handle, r.at(0)) {
		size = r.f32(0)
	}
	ob.unit = matrix{m[0], m[1], m[2], m[3], 0, 0}
	ob.em = matrix{m[0] * size, m[1] * size, m[2] * size, m[3] * size, 0, 0}
	em := ob.em.Mul(matrix{r.base[0], r.base[1], r.base[2], r.base[3], 0, 0})
	ob.size = math.Hypot(em[2], em[3])
	x, y := em[0], em[1]
	if size < 0 {
		x, y = -x, -y
	}
	if y != 0 || x < 0 {
		ob.angle = (int(math.Round(math.Atan2(y, x)*180/math.Pi)) + 360) % 360
	}
	ob.fontSize = size
}

// piece makes a glyph of a character at x, y in user space, w em wide.
func (r *reader) piece(o int, text string, c rune, x, y, w float64) piece {
	ob := &r.objs[o]
	em := ob.em
	em[4], em[5] = x, y
	em = em.Mul(r.base)
	return piece{obj: int32(o), at: point{x, y}, em: math.Hypot(em[0], em[1]), glyph: glyph.Glyph{
		Text: text, Box: cover(em, 0, ob.face.descent, w, ob.face.ascent), Base: em[5],
		Size: ob.size, Angle: ob.angle, Font: ob.face.look, Color: ob.paint.Color, Code: uint32(c),
	}}
}

// blanks adds the text objects that are spaces alone, which PDFium leaves out
// as they have no extent.
func (r *reader) blanks(ps []piece) []piece {
	for i := range r.objs {
		o := &r.objs[i]
		if o.kind != kindText || o.placed || !r.ok("FPDFPageObj_GetBounds", o.handle, r.at(0), r.at(1), r.at(2), r.at(3)) {
			continue
		}
		if r.f32(2)-r.f32(0) > noExtent || !r.ok("FPDFPageObj_GetMatrix", o.handle, r.at(0)) {
			continue
		}
		m := r.matrix().Mul(o.form)
		r.place(o, m)
		w := o.face.width(r, ' ')
		if w <= 0 || w > 1 {
			w = 0.25
		}
		ps = append(ps, r.piece(i, " ", ' ', m[4], m[5], w))
	}
	return ps
}

// noExtent is the width under which PDFium leaves text out, in points.
const noExtent = 1e-3

// width returns the advance of a character in em. The loose box is as wide as
// the advance, or wider where the glyph juts out to the right of it; then the
// font is asked, by the character: it may have two glyphs for one.
func (r *reader) width(ob *object, char uint64, c rune, x float64) float64 {
	const juts = 1e-3 // em
	loose := r.loose(ob, char, x)
	if loose > 0 && (r.tight(char)[1]-x)/(ob.unit[0]*ob.fontSize) < loose-juts {
		return loose
	}
	if w := ob.face.width(r, c); w > 0 && w < maxWidth && (loose <= 0 || w < loose) {
		return w
	}
	if loose > 0 {
		return loose
	}
	return 0.5
}

// maxWidth is the most that an advance is believed to be, in em; the em of a
// drawn font may be small.
const maxWidth, maxDrawn = 10, 1e4

// tight returns the box of a character's ink in user space. The pieces of a
// ligature have one; an accent and the letter under it have two.
func (r *reader) tight(char uint64) [4]float64 {
	if !r.ok("FPDFText_GetCharBox", r.text, char, r.at(0), r.at(1), r.at(2), r.at(3)) {
		return [4]float64{}
	}
	return [4]float64{r.f64(0), r.f64(1), r.f64(2), r.f64(3)}
}

// loose returns the right edge of the loose box of a character, in em from
// its origin at x; 0 where that is no measure, as for text that is turned.
func (r *reader) loose(ob *object, char uint64, x float64) float64 {
	em := ob.unit[0] * ob.fontSize
	if em < 1e-6 || math.Abs(ob.unit[1]) > 1e-3*math.Abs(ob.unit[0]) || !r.ok("FPDFText_GetLooseCharBox", r.text, char, r.at(4)) {
		return 0
	}
	w := (r.word(10) - x) / em
	if w >= maxWidth && !ob.face.drawn || w >= maxDrawn {
		return 0
	}
	return max(0, w)
}

// width asks a font for the advance of a character in em.
func (f *face) width(r *reader, c rune) float64 {
	if w, ok := f.widths[c]; ok {
		return w
	}
	w := 0.0
	if f.handle != 0 && r.ok("FPDFFont_GetGlyphWidth", f.handle, uint64(uint32(c)), math64(1), r.at(0)) {
		w = r.f32(0)
	}
	if f.widths == nil {
		f.widths = map[rune]float64{}
	}
	f.widths[c] = w
	return w
}
