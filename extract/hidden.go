package extract

import (
	"math"
	"strings"
	"unicode"

	"pique/extract/glyph"
)

const (
	maxHidden     = 2000    // runs of a file
	maxHiddenText = 1 << 18 // bytes of all runs of a file
	squeezed      = 0.05    // share of its size under which a letter's width is none of a font
)

// hidden gathers the text that cannot be seen: neighbouring glyphs with one
// reason on one row are a run, and a run that goes on in the next row with
// the same reason stays apart.
func hidden(pages []glyph.Page) []Hidden {
	var out []Hidden
	left := maxHiddenText
	for _, p := range pages {
		var run Hidden
		var text strings.Builder
		var last glyph.Glyph
		flush := func() {
			t := strings.Join(strings.Fields(text.String()), " ")
			if strings.IndexFunc(t, lettered) >= 0 && len(out) < maxHidden && len(t) <= left {
				run.Text = t
				left -= len(t)
				out = append(out, run)
			}
			run = Hidden{}
			text.Reset()
		}
		for _, g := range p.Glyphs {
			if g.Hidden == glyph.Visible {
				continue
			}
			if text.Len() > 0 {
				size := max(g.Size, last.Size, g.Box.Height(), 0.5)
				em := size
				if w := max(g.Box.Width(), last.Box.Width()); upright(g) && w < squeezed*size {
					em = 2 * w // letters are about half an em wide
				}
				switch gap := apart(last, g); {
				case g.Hidden != run.Why, math.Abs(g.Base-last.Base) > size*0.6 && upright(g), gap > size*30, gap < -size*60, text.Len() > 1<<14:
					flush()
				case gap > em*0.18 || gap < -size:
					text.WriteByte(' ')
				}
			}
			if g.Text == "" || strings.TrimSpace(g.Text) == "" {
				if text.Len() > 0 {
					text.WriteByte(' ')
				}
				last = g
				continue
			}
			if text.Len() == 0 {
				run = Hidden{Page: p.Number, Why: g.Hidden}
			}
			run.Box = run.Box.Union(g.Box)
			text.WriteString(strings.Map(func(r rune) rune {
				if unicode.IsControl(r) {
					return ' '
				}
				return r
			}, strings.ToValidUTF8(g.Text, "")))
			last = g
		}
		flush()
	}
	return out
}

// lettered tells what can be part of a word: marks alone hide nothing.
func lettered(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func upright(g glyph.Glyph) bool { return g.Angle%180 == 0 }

// apart is the free space between two glyphs along the row, in points.
func apart(a, b glyph.Glyph) float64 {
	switch {
	case !upright(b):
		return max(b.Box[1]-a.Box[3], a.Box[1]-b.Box[3])
	case b.Angle == 180:
		return a.Box[0] - b.Box[2]
	}
	return b.Box[0] - a.Box[2]
}
