package content

import (
	"math"
	"slices"

	"pique/extract/glyph"
)

// Quality says how far the visible glyphs of a page, or of a file, can be
// trusted. Text that reads well has next to none of either.
type Quality struct {
	Glyphs      int     // visible ones, white space and icons left out
	Unmapped    float64 // share of them whose codes map to no text
	Overlapping float64 // share of them that lie on the one before nearly wholly, as bad widths make them
}

// nearlyWhole is the share of the narrower of two glyphs from which on they
// overlap nearly wholly; kerning and accents stay far under it.
const nearlyWhole = 0.7

// counts are what a Quality is reckoned from.
type counts struct{ glyphs, unmapped, overlapping int }

func (c *counts) add(o counts) {
	c.glyphs += o.glyphs
	c.unmapped += o.unmapped
	c.overlapping += o.overlapping
}

func (c counts) quality() Quality {
	q := Quality{Glyphs: c.glyphs}
	if c.glyphs > 0 {
		q.Unmapped = float64(c.unmapped) / float64(c.glyphs)
		q.Overlapping = float64(c.overlapping) / float64(c.glyphs)
	}
	return q
}

// counted counts the visible glyphs of a page once they are settled; unmapped
// is how many of them have no text for want of a map.
func counted(gs []glyph.Glyph, unmapped int) counts {
	c := counts{glyphs: unmapped, unmapped: unmapped}
	var last *glyph.Glyph
	for i := range gs {
		g := &gs[i]
		if g.Hidden != glyph.Visible || g.Text == "" || g.Text == " " || g.Font.Icon {
			continue
		}
		c.glyphs++
		if last != nil && overlap(last, g) {
			c.overlapping++
		}
		last = g
	}
	return c
}

// overlap reports whether a glyph lies on another of its row.
func overlap(a, b *glyph.Glyph) bool {
	if b.Box[0] >= a.Box[2] && b.Box[0]-a.Box[0] >= 0.05*b.Size {
		return false
	}
	if a.Angle != b.Angle || math.Abs(a.Base-b.Base) > 0.1*b.Size || a.Angle%180 != 0 {
		return false
	}
	if math.Abs(a.Box[0]-b.Box[0]) < 0.05*b.Size {
		return true
	}
	w := min(a.Box.Width(), b.Box.Width())
	return w > 0 && min(a.Box[2], b.Box[2])-max(a.Box[0], b.Box[0]) >= nearlyWhole*w
}

// lost counts the visible ones among the glyphs without a map.
func (in *interp) lost() int {
	n := 0
	for _, i := range in.unmapped {
		if int(i) < len(in.page.Glyphs) && in.page.Glyphs[i].Hidden == glyph.Visible {
			n++
		}
	}
	return n
}

// unsupported notes a filter or predictor by which a stream that is needed
// cannot be decoded.
func (d *document) unsupported(name string) {
	const most = 16
	if i, found := slices.BinarySearch(d.missed, name); !found && len(d.missed) < most && len(name) < 64 {
		d.missed = slices.Insert(d.missed, i, tidy(name))
	}
}
