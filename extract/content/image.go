package content

import (
	"bytes"
	"image/color"
	"image/jpeg"

	"pique/extract/glyph"
)

// Bounds on the images that are decoded to learn whether they are of one
// colour.
const (
	maxPlain    = 1 << 20 // decoded bytes
	plainShare  = 100     // times that the samples of one colour are compressed at least
	plainMargin = 64      // bytes that the compressed samples may have beyond
	headBytes   = 1 << 10 // of an image, where its format can be told
)

// image is what is known of a picture without a look at it.
type image struct {
	opaque  bool // it hides what lies beneath
	stencil bool // painted in the colour in force
	bare    bool // a stencil that paints nothing
	paint   paint
}

// raster tells how the samples of an image lie in its data.
type raster struct {
	width, height, bits int
	space               *space // nil where it is not known
	flip                bool   // of a stencil: ones are painted, not noughts
}

func (s *raster) row() int {
	n := 1
	if s.space != nil {
		n = s.space.n
	}
	return (s.width*s.bits*n + 7) / 8
}

// sane reports whether an image is of a size that can be looked at, and of
// bits that can.
func (s *raster) sane() bool {
	return s.width > 0 && s.height > 0 && s.width < 1<<15 && s.height < 1<<15 &&
		(s.bits == 8 || s.bits == 1 && (s.space == nil || s.space.n == 1)) && s.row()*s.height <= maxPlain
}

// first returns the first pixel of an image; false where another differs.
func (s *raster) first(data []byte) ([]byte, bool) {
	row := s.row()
	if len(data) < row*s.height {
		return nil, false
	}
	data = data[:row*s.height]
	if s.bits == 8 {
		n := 1
		if s.space != nil {
			n = s.space.n
		}
		// All are alike where each is like the one before.
		return data[:n], bytes.Equal(data[n:], data[:len(data)-n])
	}
	bit := data[0] >> 7
	tail := byte(0xFF) << ((8 - s.width%8) % 8)
	for i, b := range data {
		mask := byte(0xFF)
		if i%row == row-1 {
			mask = tail
		}
		if (b^-bit)&mask != 0 {
			return nil, false
		}
	}
	return []byte{bit}, true
}

// plain works out the one colour of an image's data, or whether a stencil
// is whole or bare.
func (i *image) plain(s *raster, data []byte) {
	pixel, ok := s.first(data)
	if !ok {
		return
	}
	if i.stencil {
		painted := (pixel[0] != 0) == s.flip
		i.opaque, i.bare = painted, !painted
		return
	}
	if s.space == nil {
		return
	}
	comps := make([]float64, len(pixel))
	for k, b := range pixel {
		switch {
		case s.space.kind == spaceIndexed:
			comps[k] = float64(b)
		case s.bits == 1:
			comps[k] = float64(b & 1)
		default:
			comps[k] = float64(b) / 255
		}
	}
	i.paint = s.space.color(comps)
}

// image reads the dictionary of an image, and the data of one that may be of
// one colour.
func (d *document) image(v value) image {
	i := image{stencil: v.Key("ImageMask").Bool()}
	i.opaque = !i.stencil && v.Key("SMask").IsNull() && v.Key("Mask").IsNull() && v.Key("SMaskInData").Int64() == 0
	if veil := v.Key("SMask"); veil.Kind() == opStream && !i.stencil && v.Key("Mask").IsNull() && !d.encrypted {
		switch m := d.image(veil).paint; {
		case m.known && m.R == 255:
			i.opaque = true
		case m.known && m.R == 0:
			i.bare = true
		}
	}
	if !i.opaque && !i.stencil || d.encrypted {
		return i
	}
	filter := v.Key("Filter")
	if filter.Kind() == opArray && filter.Len() == 1 {
		filter = filter.Index(0)
	}
	switch filter.Name() {
	case "DCTDecode", "JPXDecode", "JBIG2Decode":
		i.opaque = i.opaque && hasHead(filter.Name(), d.raw(v))
		if filter.Name() == "DCTDecode" && i.opaque && v.Key("Decode").IsNull() {
			i.paint = flatJPEG(d.raw(v))
		}
		return i
	case "FlateDecode", "":
		if filter.Kind() == opArray {
			return i
		}
	default:
		return i
	}
	s := raster{width: int(v.Key("Width").Int64()), height: int(v.Key("Height").Int64()), bits: int(v.Key("BitsPerComponent").Int64())}
	decode := floats(v.Key("Decode"), 2)
	switch {
	case i.stencil:
		s.bits, s.flip = 1, len(decode) > 0 && decode[0] >= 0.5
	case decode != nil:
		return i
	}
	if s.width <= 0 || s.height <= 0 || s.width >= 1<<15 || s.height >= 1<<15 || len(d.raw(v)) > plainMargin+4*s.width*s.height/plainShare && filter.Name() != "" {
		return i
	}
	if !i.stencil {
		switch s.space = d.space(v.Key("ColorSpace"), 0); s.space.kind {
		case spaceGray, spaceRGB, spaceCMYK, spaceIndexed, spaceTint:
		default:
			return i
		}
	}
	if s.sane() {
		i.plain(&s, d.bytes(v))
	}
	return i
}

// flatJPEG returns the colour of a JPEG that is of one; unknown where it is
// not, or is packed too little to be. One of process colours is not looked at.
func flatJPEG(data []byte) paint {
	const head, share, most = 2 << 10, 40, 1 << 20 // bytes; pixels a byte; pixels
	c, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.ColorModel == color.CMYKModel || c.Width <= 0 || c.Height <= 0 || c.Width > most/c.Height || len(data) > head+c.Width*c.Height/share {
		return unknown
	}
	m, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return unknown
	}
	p := unknown
	for y := range c.Height {
		for x := range c.Width {
			r, g, b, _ := m.At(x, y).RGBA()
			q := paint{glyph.Color{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8)}, true}
			if x+y == 0 {
				p = q
			} else if p != q && !alike(p, q) {
				return unknown
			}
		}
	}
	return p
}

// hasHead reports whether the data of an image begins as its format has to:
// what does not cannot be decoded, and paints nothing.
func hasHead(filter string, data []byte) bool {
	head := data[:min(len(data), headBytes)]
	switch filter {
	case "DCTDecode":
		return bytes.Contains(head, []byte{0xFF, 0xD8, 0xFF})
	case "JPXDecode":
		return bytes.Contains(head, []byte("jP\x20\x20")) || bytes.Contains(head, []byte{0xFF, 0x4F, 0xFF, 0x51})
	}
	// The number of the first segment, and its type.
	if len(head) < 11 || head[0] != 0 {
		return false
	}
	switch head[4] & 0x3F {
	case 0, 4, 6, 7, 16, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48, 49, 50, 51, 52, 53, 62:
		return true
	}
	return false
}
