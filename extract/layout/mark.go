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
	font           *glyph.Font
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
	bound  glyph.Box // of all marks
	ghosts []mark    // icons and unmapped glyphs: no text, but they may be bullets
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

// frames sorts the visible glyphs of a page by their direction of writing,
// the direction of most of them first. The second result counts the glyphs
// that are dropped since they paint another once more, to make it bold.
func frames(p *glyph.Page) ([]*frame, int) {
	var fs []*frame
	var seen twins
	twice := 0
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Hidden != glyph.Visible {
			continue
		}
		angle := ((g.Angle % 360) + 360) % 360
		k := slices.IndexFunc(fs, func(f *frame) bool { return f.angle == angle })
		if k < 0 {
			a := float64(angle) * math.Pi / 180
			f := &frame{angle: angle, cos: math.Round(math.Cos(a)*1e9) / 1e9, sin: math.Round(math.Sin(a)*1e9) / 1e9}
			for _, r := range p.Rules {
				f.rules = append(f.rules, f.turn(box(r.Box)))
			}
			if len(fs) == 0 {
				f.marks = make([]mark, 0, len(p.Glyphs))
			}
			fs, k = append(fs, f), len(fs)
		}
		f := fs[k]
		m := f.mark(g)
		switch {
		case !drawn(g):
			if g.Text == "" || g.Font != nil && g.Font.Icon {
				f.ghosts = append(f.ghosts, m)
			}
			continue
		case !blank(m.text) && seen.has(&m, angle):
			twice++
			continue
		}
		f.bound = f.bound.Union(glyph.Box{m.x0, m.y0, m.x1, m.y1})
		f.marks = append(f.marks, m)
	}
	slices.SortStableFunc(fs, func(a, b *frame) int { return cmp.Compare(len(b.marks), len(a.marks)) })
	return fs, twice
}

// drawn reports whether the glyph has text that belongs in a line.
func drawn(g *glyph.Glyph) bool {
	return g.Text != "" && utf8.ValidString(g.Text) && (g.Font == nil || !g.Font.Icon || plain(g.Text))
}

// plain reports whether the text of a glyph of a symbol font stands for
// itself: letters and digits do, bullets do, pictures do not.
func plain(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isBullet(r) || r == ' '
}

func box(b glyph.Box) glyph.Box {
	for i := range b {
		b[i] = finite(b[i])
	}
	return glyph.Box{min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])}
}

func (f *frame) mark(g *glyph.Glyph) mark {
	b := f.turn(box(g.Box))
	m := mark{x0: b[0], y0: b[1], x1: b[2], y1: b[3], text: g.Text, font: g.Font, color: g.Color}
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
			// The box bounds a glyph that stands aslant: only its middle is sure.
			x, y := (b[0]+b[2])/2, (b[1]+b[3])/2
			w := min(b.Width(), m.size*0.5)
			m.x0, m.x1, m.y0, m.y1 = x-w/2, x+w/2, y-m.size/2, y+m.size/2
			m.base = y + 0.3*m.size
		}
	}
	return m
}

// blank reports whether the text is white space or has nothing to show.
func blank(s string) bool {
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

// twins finds glyphs that are painted twice with a small shift, as programs
// do that have no bold face at hand.
type twins struct {
	cells map[[3]int][]mark
}

func (t *twins) has(m *mark, angle int) bool {
	if t.cells == nil {
		t.cells = make(map[[3]int][]mark)
	}
	const cell = 4.0 // points
	near := min(0.12*m.size, cell)
	cx, cy := int(math.Floor(m.x0/cell)), int(math.Floor(m.base/cell))
	for x := int(math.Floor((m.x0 - near) / cell)); x <= int(math.Floor((m.x0+near)/cell)); x++ {
		for y := int(math.Floor((m.base - near) / cell)); y <= int(math.Floor((m.base+near)/cell)); y++ {
			for _, o := range t.cells[[3]int{x, y, angle}] {
				if o.text == m.text && math.Abs(o.x0-m.x0) <= near && math.Abs(o.base-m.base) <= near &&
					math.Abs(o.size-m.size) <= 0.1*m.size && m.x1-m.x0 > near*1.2 {
					return true
				}
			}
		}
	}
	if l := t.cells[[3]int{cx, cy, angle}]; len(l) < 16 {
		t.cells[[3]int{cx, cy, angle}] = append(l, *m)
	}
	return false
}
