package pdfium

import (
	"image"

	"pique/extract/glyph"
)

const (
	lookDPI = 100 // how finely a page is painted to see what shows
	// Levels of grey, of 255, by which text must change the page: to be seen
	// at all where it is transparent, and to be seen beyond doubt where it
	// seems to be covered or in the colour of what lies beneath.
	faint, plainly = 8, 40
)

// look asks the page as it is painted where the objects alone do not tell:
// for text in a layer, which may be off; for text with transparency, whose
// mask PDFium does not show; and for text that seems to be covered or to have
// the colour of what lies beneath, which may be a pattern. The page is painted
// with these texts and without.
func (r *reader) look() {
	ask := make([]bool, len(r.objs))
	for i := range r.objs {
		o := &r.objs[i]
		ask[i] = o.kind == kindText && o.placed && o.mode != 3 && o.mode != 7 && (o.layer || o.veiled)
	}
	for i := range r.page.Glyphs {
		if seems(&r.page.Glyphs[i]) {
			ask[r.owner[i]] = true
		}
	}
	with, without := r.twice(ask)
	if with == nil {
		return
	}
	// By object: the greatest change, and of the glyphs that seem hidden, how
	// many there are and how many show.
	change, inked, plain := make([]int, len(r.objs)), make([]int, len(r.objs)), make([]int, len(r.objs))
	for i := range r.page.Glyphs {
		g, o := &r.page.Glyphs[i], r.owner[i]
		if !ask[o] {
			continue
		}
		d := differ(with, without, g.Box)
		change[o] = max(change[o], d)
		if seems(g) && g.Text != " " {
			inked[o]++
			if d >= plainly {
				plain[o]++
			}
		}
	}
	for i := range r.page.Glyphs {
		g, o := &r.page.Glyphs[i], &r.objs[r.owner[i]]
		switch all := change[r.owner[i]]; {
		case !ask[r.owner[i]]:
		case seems(g):
			if 2*plain[r.owner[i]] > inked[r.owner[i]] {
				g.Hidden = glyph.Visible
			}
		case g.Hidden != glyph.Visible:
		case o.layer && all == 0:
			g.Hidden = glyph.HiddenLayer
		case o.veiled && all < faint:
			g.Hidden = glyph.Transparent
		}
	}
}

// seems reports whether a glyph seems to be hidden, but may be seen.
func seems(g *glyph.Glyph) bool {
	return g.Hidden == glyph.Camouflaged || g.Hidden == glyph.Covered
}

// twice paints the page with and without the objects that are asked for; nil
// where there are none.
func (r *reader) twice(ask []bool) (with, without *image.Gray) {
	any := false
	for i := range ask {
		any = any || ask[i]
	}
	if !any {
		return nil, nil
	}
	with, err := r.paint(lookDPI)
	if err != nil {
		return nil, nil
	}
	for i := range ask {
		if ask[i] {
			r.call("FPDFPageObj_SetIsActive", r.objs[i].handle, 0)
		}
	}
	if without, err = r.paint(lookDPI); err != nil || without.Rect != with.Rect {
		return nil, nil
	}
	return with, without
}

// differ returns by how much two pictures of a page differ at most in a box
// of it.
func differ(a, b *image.Gray, box glyph.Box) int {
	const scale = lookDPI / float64(pointsOfAnInch)
	rect := image.Rect(int(box[0]*scale), int(box[1]*scale), int(box[2]*scale)+1, int(box[3]*scale)+1).Intersect(a.Rect)
	most := 0
	for y := rect.Min.Y; y < rect.Max.Y; y++ {
		i, j := y*a.Stride+rect.Min.X, y*a.Stride+rect.Max.X
		for ; i < j; i++ {
			if d := int(a.Pix[i]) - int(b.Pix[i]); d > most || -d > most {
				most = max(d, -d)
			}
		}
	}
	return most
}
