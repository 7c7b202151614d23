package layout

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"pique/extract/glyph"
)

// A mark is a visible glyph in the frame of its direction of writing: x grows
// along the writing and y towards the next row, whatever way up the glyph
// stands on the page.
type mark struct {
	x0, y0, x1, y1 float64
	base, size     float64
	text           string
	font           *glyph.Font // may be nil
	color          glyph.Color
	gap            bool // white space was painted before it
}

// style of a mark or a row.
func (m *mark) bold() bool   { return m.font != nil && m.font.Bold }
func (m *mark) italic() bool { return m.font != nil && m.font.Italic }

// A frame holds the marks of one direction of writing of one page.
type frame struct {
	angle  int
	cos    float64
	sin    float64
	marks  []mark
	rules  []glyph.Box
	left   float64     // where the first of the marks begins
	ghosts []mark      // icons and unmapped glyphs: no text, but they open a row
	dots   []glyph.Box // shapes that may be bullets
	links  []glyph.Box // of the page's link annotations, in their order
	desk   *desk
}

// turn brings a box of the page into the frame.
func (f *frame) turn(b glyph.Box) glyph.Box {
	if f.angle == 0 {
		return b
	}
	return spin(b, f.cos, f.sin)
}

// back brings a box of the frame to the page.
func (f *frame) back(b glyph.Box) glyph.Box {
	if f.angle == 0 || b == (glyph.Box{}) {
		return b
	}
	return spin(b, f.cos, -f.sin)
}

// spin turns the box about the origin and returns what bounds it.
func spin(b glyph.Box, cos, sin float64) glyph.Box {
	var o glyph.Box
	for i, p := range [4][2]float64{{b[0], b[1]}, {b[2], b[1]}, {b[2], b[3]}, {b[0], b[3]}} {
		u, v := p[0]*cos+p[1]*sin, p[1]*cos-p[0]*sin
		if i == 0 {
			o = glyph.Box{u, v, u, v}
			continue
		}
		o = glyph.Box{min(o[0], u), min(o[1], v), max(o[2], u), max(o[3], v)}
	}
	return o
}

// extreme bounds what a position or a size may be; a glyph beyond it is put
// on the bound, so that sums and differences stay finite.
const extreme = 1e6

func finite(v float64) float64 {
	if v != v {
		return 0
	}
	return max(-extreme, min(extreme, v))
}

// mostLinks bounds the link annotations of a page that are looked at; long
// lists of publications have some 200.
const mostLinks = 500

// frames sorts the visible glyphs of a page by their direction of writing,
// the direction of most of them first.
func (d *desk) frames(p *glyph.Page) []*frame {
	var fs []*frame
	var f *frame // that of the glyph before
	prose, down := survey(p)
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Hidden != glyph.Visible {
			continue
		}
		angle := g.Angle
		if angle < 0 || angle >= 360 {
			angle = ((angle % 360) + 360) % 360
		}
		if down != nil && down[i] {
			angle = 90 // read as text that is turned to run downwards
		}
		if f == nil || f.angle != angle {
			f = nil
			for _, o := range fs {
				if o.angle == angle {
					f = o
				}
			}
		}
		if f == nil {
			a := float64(angle) * math.Pi / 180
			f = &frame{desk: d, angle: angle, cos: math.Round(math.Cos(a)*1e9) / 1e9, sin: math.Round(math.Sin(a)*1e9) / 1e9}
			for _, r := range p.Rules {
				f.rules = append(f.rules, f.turn(box(r.Box)))
			}
			for i := range p.Links[:min(len(p.Links), mostLinks)] {
				f.links = append(f.links, f.turn(box(p.Links[i].Box)))
			}
			for _, b := range p.Dots {
				f.dots = append(f.dots, f.turn(box(b)))
			}
			if len(fs) == 0 {
				f.marks = d.marks.take(len(p.Glyphs))[:0]
			}
			fs = append(fs, f)
		}
		if !drawn(g, prose) {
			f.ghosts = append(f.ghosts, mark{})
			f.mark(&f.ghosts[len(f.ghosts)-1], g)
			continue
		}
		f.marks = append(f.marks, mark{})
		m := &f.marks[len(f.marks)-1]
		f.mark(m, g)
		if len(f.marks) == 1 || m.x0 < f.left {
			f.left = m.x0
		}
	}
	slices.SortStableFunc(fs, func(a, b *frame) int { return cmp.Compare(len(b.marks), len(a.marks)) })
	return fs
}

// survey looks for the fonts and for the glyphs that are read otherwise than
// most: what proseFonts and downwards return, which most pages have none of.
func survey(p *glyph.Page) (prose map[*glyph.Font]bool, down []bool) {
	icons, wide := false, false
	var last *glyph.Font
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Font != last {
			last = g.Font
			icons = icons || last != nil && last.Icon
		}
		wide = wide || len(g.Text) >= 3
	}
	if icons {
		prose = proseFonts(p)
	}
	if wide {
		down = downwards(p)
	}
	return prose, down
}

// drawn reports whether the glyph has text that belongs in a line.
func drawn(g *glyph.Glyph, prose map[*glyph.Font]bool) bool {
	return g.Text != "" && (len(g.Text) == 1 && g.Text[0] < utf8.RuneSelf || utf8.ValidString(g.Text)) && (g.Font == nil || !g.Font.Icon || plain(g.Text) || prose[g.Font])
}

// proseFonts returns the symbol fonts in which words are set: a text font in
// which a few pictures were put. A page has not many pictures.
func proseFonts(p *glyph.Page) map[*glyph.Font]bool {
	const many = 20 // letters of a font on a page
	var counts map[*glyph.Font]int
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Font == nil || !g.Font.Icon || g.Hidden != glyph.Visible {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(g.Text); !unicode.IsLetter(r) || r >= 0xe000 && r < 0xf900 {
			continue
		}
		if counts == nil {
			counts = make(map[*glyph.Font]int)
		}
		counts[g.Font]++
	}
	var prose map[*glyph.Font]bool
	for f, n := range counts {
		if n >= many {
			if prose == nil {
				prose = make(map[*glyph.Font]bool)
			}
			prose[f] = true
		}
	}
	return prose
}

// plain reports whether the text of a glyph of a symbol font stands for
// itself: letters and digits do, bullets do, pictures do not.
func plain(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isBullet(r) || r == ' '
}

// plausible reports whether the sides of a box are in order and in bounds.
func plausible(b *glyph.Box) bool {
	return b[0] <= b[2] && b[1] <= b[3] && b[0] >= -extreme && b[1] >= -extreme && b[2] <= extreme && b[3] <= extreme
}

func box(b glyph.Box) glyph.Box {
	if plausible(&b) {
		return b
	}
	for i := range b {
		b[i] = finite(b[i])
	}
	return glyph.Box{min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])}
}

// mark makes m of a glyph.
func (f *frame) mark(m *mark, g *glyph.Glyph) {
	m.text, m.font, m.color = g.Text, g.Font, g.Color
	b := &g.Box
	if f.angle == 0 && g.Size >= 0.1 && g.Size <= 2000 && g.Base >= -extreme && g.Base <= extreme && plausible(b) {
		m.x0, m.y0, m.x1, m.y1, m.size, m.base = b[0], b[1], b[2], b[3], g.Size, g.Base
		return
	}
	f.oblique(m, g)
}

// oblique makes m of any glyph.
func (f *frame) oblique(m *mark, g *glyph.Glyph) {
	b := f.turn(box(g.Box))
	m.x0, m.y0, m.x1, m.y1 = b[0], b[1], b[2], b[3]
	m.size = min(finite(math.Abs(g.Size)), 2000)
	if m.size < 0.1 {
		m.size = max(0.1, min(b.Height(), 2000))
	}
	switch f.angle {
	case 0:
		m.base = finite(g.Base)
	case 180:
		m.base = -finite(g.Base)
	default:
		m.base = b[3] - 0.2*b.Height()
		if f.sin != 1 && f.sin != -1 {
			f.slanted(m, box(g.Box))
		}
	}
}

// blank reports whether the text is white space or has nothing to show.
func blank(s string) bool {
	if len(s) == 1 {
		return s[0] <= ' ' || s[0] == 0x7f
	}
	for _, r := range s {
		if !empty(r) {
			return false
		}
	}
	return true
}

// empty reports whether a rune shows nothing.
func empty(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u00ad' ||
		r >= '\u200b' && r <= '\u200f' || r >= '\u2028' && r <= '\u202e' || r == '\u2060' || r == '\ufeff'
}
