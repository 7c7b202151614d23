package content

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"

	"pique/extract/font"
	"pique/extract/glyph"
)

// Bounds on a font's tables.
const (
	maxWidths    = 1 << 10 // of a simple font
	maxCIDWidths = 1 << 16
)

// face is a font as a content stream uses it.
type face struct {
	f    *font.Font
	look glyph.Font
	em   float64 // what the size is multiplied by to be that of the letters

	icon         glyph.Font // what its icons are said to be of
	icons, texts int        // glyphs shown so far
	shown        bool
	type3        *pdf.Value     // the glyphs' programs, where it is of Type 3
	names        map[int]string // of the glyphs of a Type 3 font, by code
	scale        matrix         // of its glyphs, to em
	stamps       map[byte]stamp // what its glyphs paint, by code
	own          bool           // some of them have colours of their own
	small        int8           // whether the program is to be looked into: 1 yes, -1 no, 0 not asked
}

// face readies the font of a dictionary, which ref leads to if it is not "".
func (d *document) face(v pdf.Value, ref string) *face {
	if v.Kind() != pdf.Dict {
		return nil
	}
	s := font.Spec{Name: v.Key("BaseFont").Name(), FirstChar: int(v.Key("FirstChar").Int64()), Matrix: matrixOf(v.Key("FontMatrix"))}
	if v.Key("FontMatrix").Len() != 6 {
		s.Matrix = [6]float64{0.001, 0, 0, 0.001, 0, 0}
	}
	s.ToUnicode = d.stream(v.Key("ToUnicode"))
	own := d.plainRef(ref)
	described := false
	switch v.Key("Subtype").Name() {
	case "Type0":
		s.Kind = font.Composite
		d.codes(&s, v)
		if described = d.plainComposite(&s, v, own); !described {
			d.descriptor(&s, d.composite(&s, v))
			described = true
		}
	case "TrueType":
		s.Kind = font.TrueType
	case "Type3":
		s.Kind, s.TeX = font.Type3, d.tex
		if b := floats(v.Key("FontBBox"), 4); len(b) == 4 {
			s.BBox = [4]float64(b)
		}
	}
	if s.Kind != font.Composite {
		if w := d.key(own, "Widths"); w.kind == opArray {
			s.Widths = numbers(w.items, maxWidths)
		} else {
			s.Widths = floats(v.Key("Widths"), maxWidths)
		}
		d.encoding(&s, v.Key("Encoding"))
	}
	if !described {
		if desc := d.key(own, "FontDescriptor"); desc.kind == opDict {
			d.plainDescriptor(&s, desc, func(key string) font.Stream {
				return d.program(func() pdf.Value { return v.Key("FontDescriptor") }, key)
			})
		} else {
			d.descriptor(&s, v.Key("FontDescriptor"))
		}
	}
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

// stream returns a reader of a stream's bytes, nil where v is none. The bytes
// hold until the next such stream is read.
func (d *document) stream(v pdf.Value) font.Stream {
	if v.Kind() != pdf.Stream {
		return nil
	}
	return func() []byte {
		out := d.kit.stream[:0]
		_ = guard("font stream", func() { out = d.append(out, v) })
		d.kit.stream = out
		return out
	}
}

// clearMargin is what is read past the clear text of a program, in bytes, lest
// its length is wrong.
const clearMargin = 1 << 12

// clear returns a reader of the clear text alone of a Type 1 program, which
// is all that is looked at.
func (d *document) clear(v pdf.Value) font.Stream {
	n := v.Key("Length1").Int64()
	if n <= 0 || n > maxStream || d.encrypted || v.Key("Filter").Name() != "FlateDecode" || v.Key("DecodeParms").Kind() == pdf.Dict {
		return d.stream(v)
	}
	return func() []byte {
		out := d.kit.stream[:0]
		_ = guard("font stream", func() {
			out = d.kit.inflater.inflate(out, d.raw(v), min(int(n)+clearMargin, maxStream, max(d.left, 0)))
		})
		d.left -= len(out)
		d.kit.stream = out
		return out
	}
}

func (d *document) encoding(s *font.Spec, e pdf.Value) {
	switch e.Kind() {
	case pdf.Name:
		s.HasEncoding, s.BaseEncoding = true, e.Name()
	case pdf.Dict:
		s.HasEncoding, s.BaseEncoding = true, e.Key("BaseEncoding").Name()
		diff := e.Key("Differences")
		n := min(diff.Len(), 4096)
		s.Differences = make(map[int]string, n)
		code := 0
		for i := 0; i < n; i++ {
			switch x := diff.Index(i); x.Kind() {
			case pdf.Name:
				if code >= 0 && code < 256 {
					s.Differences[code] = x.Name()
				}
				code++
			case pdf.Integer, pdf.Real:
				code = int(x.Float64())
			}
		}
	}
}

func (d *document) descriptor(s *font.Spec, v pdf.Value) {
	if v.Kind() != pdf.Dict {
		return
	}
	s.HasDescriptor = true
	s.Flags = int(v.Key("Flags").Int64())
	s.MissingWidth = v.Key("MissingWidth").Float64()
	s.Ascent, s.Descent = v.Key("Ascent").Float64(), v.Key("Descent").Float64()
	s.ItalicAngle, s.StemV = v.Key("ItalicAngle").Float64(), v.Key("StemV").Float64()
	s.Weight = v.Key("FontWeight").Float64()
	s.DescriptorName = v.Key("FontName").Name()
	for _, key := range v.Keys() {
		switch key {
		case "FontFile", "FontFile2", "FontFile3":
			s.Embedded, s.Program = true, d.program(func() pdf.Value { return v }, key)
			if key != "FontFile" {
				s.ProgramSize = func() (n int) {
					_ = guard("font program", func() { n = int(v.Key(key).Key("Length").Int64()) })
					return n
				}
			}
			return
		}
	}
}

// program returns a reader of the program that a descriptor has under key. It
// is looked up only where it is needed, which it seldom is.
func (d *document) program(of func() pdf.Value, key string) font.Stream {
	return func() (b []byte) {
		_ = guard("font program", func() {
			p := of().Key(key)
			read := d.stream(p)
			if key == "FontFile" {
				read = d.clear(p)
			}
			if read != nil {
				b = read()
			}
		})
		return b
	}
}

// codes reads what a Type0 font has of its own.
func (d *document) codes(s *font.Spec, v pdf.Value) {
	switch e := v.Key("Encoding"); e.Kind() {
	case pdf.Name:
		s.CMapName = e.Name()
	case pdf.Stream:
		s.CMap = d.stream(e)
		s.CMapName = e.Key("CMapName").Name()
		if u := e.Key("UseCMap"); u.Kind() == pdf.Stream {
			s.UseCMap = d.stream(u)
		}
	}
}

// composite reads the descendant of a Type0 font and returns its descriptor.
func (d *document) composite(s *font.Spec, v pdf.Value) pdf.Value {
	c := v.Key("DescendantFonts").Index(0)
	if s.Name == "" || strings.HasSuffix(s.Name, "-Identity-H") {
		if n := c.Key("BaseFont").Name(); n != "" {
			s.Name = n
		}
	}
	s.Ordering = c.Key("CIDSystemInfo").Key("Ordering").RawString()
	s.DefaultCID = 1000
	if w := c.Key("DW"); isNumber(w) {
		s.DefaultCID = w.Float64()
	}
	if m := c.Key("CIDToGIDMap"); m.Kind() == pdf.Stream {
		s.CIDToGID = func() (b []byte) {
			_ = guard("font stream", func() { b = d.bytes(m) })
			return b
		}
	}
	w := c.Key("W")
	n := min(w.Len(), maxCIDWidths)
	total := 0
	for i := 0; i+1 < n && total < maxCIDWidths; {
		first, next := int(w.Index(i).Int64()), w.Index(i+1)
		if next.Kind() == pdf.Array {
			each := floats(next, maxCIDWidths)
			total += len(each) + 1
			if len(each) > 0 {
				s.CIDWidths = append(s.CIDWidths, font.CIDWidth{First: first, Last: first + len(each) - 1, Each: each})
			}
			i += 2
			continue
		}
		total++
		s.CIDWidths = append(s.CIDWidths, font.CIDWidth{First: first, Last: int(next.Int64()), Width: w.Index(i + 2).Float64()})
		i += 3
	}
	return c.Key("FontDescriptor")
}
