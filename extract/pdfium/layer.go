package pdfium

import (
	"bytes"
	"image"

	"pique/extract/glyph"
)

// layerDPI is how finely a page is painted to see which layers are on.
const layerDPI = 100

// layers finds the objects whose optional content is off. PDFium does not
// say, but it does not paint them: the page is painted with the text that is
// in layers and without it, and where nothing changes the text was not there.
func (r *reader) layers() {
	var in []int
	for i := range r.objs {
		if o := &r.objs[i]; o.layer && o.kind == kindText && o.mode != 3 && o.mode != 7 {
			in = append(in, i)
		}
	}
	if len(in) == 0 {
		return
	}
	with, err := r.paint(layerDPI)
	if err != nil {
		return
	}
	for _, i := range in {
		r.call("FPDFPageObj_SetIsActive", r.objs[i].handle, 0)
	}
	without, err := r.paint(layerDPI)
	for _, i := range in {
		r.call("FPDFPageObj_SetIsActive", r.objs[i].handle, 1)
	}
	if err != nil {
		return
	}
	boxes := make(map[int]glyph.Box, len(in))
	for i := range r.page.Glyphs {
		o := int(r.owner[i])
		boxes[o] = boxes[o].Union(r.page.Glyphs[i].Box)
	}
	for _, i := range in {
		r.objs[i].off = !differ(with, without, boxes[i], layerDPI/float64(pointsOfAnInch))
	}
}

// differ reports whether two pictures differ in a box of the page.
func differ(a, b *image.Gray, box glyph.Box, scale float64) bool {
	rect := image.Rect(int(box[0]*scale)-1, int(box[1]*scale)-1, int(box[2]*scale)+2, int(box[3]*scale)+2).Intersect(a.Rect)
	for y := rect.Min.Y; y < rect.Max.Y; y++ {
		i, j := y*a.Stride+rect.Min.X, y*a.Stride+rect.Max.X
		if !bytes.Equal(a.Pix[i:j], b.Pix[i:j]) {
			return true
		}
	}
	return false
}
