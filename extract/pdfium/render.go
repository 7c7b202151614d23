package pdfium

import (
	"fmt"
	"image"
	"math"
)

const (
	maxDots = 32 << 20 // of a picture

	formatGrey     = 1
	renderAnnots   = 0x01
	renderGrey     = 0x08
	background     = 0xFFFFFFFF
	pointsOfAnInch = 72
)

// render paints one page in grey.
func (s *session) render(data []byte, page int, dpi float64) (image.Image, error) {
	n, err := s.load(data)
	if err != nil {
		return nil, err
	}
	if page < 1 || page > n {
		return nil, fmt.Errorf("%w: %d of %d", ErrNoPage, page, n)
	}
	if s.page = s.call("FPDF_LoadPage", s.doc, uint64(page-1)); s.page == 0 {
		return nil, errPage
	}
	img, err := s.paint(dpi)
	s.call("FPDF_ClosePage", s.page)
	s.page = 0
	return img, err
}

// paint paints the open page.
func (s *session) paint(dpi float64) (*image.Gray, error) {
	w, h := s.float("FPDF_GetPageWidthF", s.page), s.float("FPDF_GetPageHeightF", s.page)
	if !(w > 0 && h > 0 && dpi > 0) || w > 1e6 || h > 1e6 {
		return nil, errPage
	}
	scale := dpi / pointsOfAnInch
	if dots := w * h * scale * scale; dots > maxDots {
		scale *= math.Sqrt(maxDots / dots)
	}
	x, y := max(1, int(w*scale)), max(1, int(h*scale))
	if x*y > 2*maxDots {
		return nil, errPage
	}
	stride := (x + 3) &^ 3
	p := s.alloc(stride * y)
	defer s.free(p)
	b := s.call("FPDFBitmap_CreateEx", uint64(x), uint64(y), formatGrey, uint64(p), uint64(stride))
	if uint32(b) == 0 {
		return nil, ErrMemory
	}
	s.call("FPDFBitmap_FillRect", b, 0, 0, uint64(x), uint64(y), background)
	s.call("FPDF_RenderPageBitmap", b, s.page, 0, 0, uint64(x), uint64(y), 0, renderAnnots|renderGrey)
	s.call("FPDFBitmap_Destroy", b)
	pix, ok := s.mem.Read(p, uint32(stride*y))
	if !ok {
		return nil, ErrMemory
	}
	img := image.NewGray(image.Rect(0, 0, x, y))
	for i := 0; i < y; i++ {
		copy(img.Pix[i*img.Stride:i*img.Stride+x], pix[i*stride:])
	}
	return img, nil
}

// float calls a function whose result is a float.
func (s *session) float(name string, args ...uint64) float64 {
	return float64(math.Float32frombits(uint32(s.call(name, args...))))
}
