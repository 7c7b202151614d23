package content

import (
	"strings"

	"pique/extract/font"
)

// Bounds on a font's tables.
const (
	maxWidths    = 1 << 10 // of a simple font
	maxCIDWidths = 1 << 16
)

// spec reads what the dictionaries of a font say of it.
func (d *document) spec(v value) font.Spec {
	s := font.Spec{Name: v.Key("BaseFont").Name(), FirstChar: int(v.Key("FirstChar").Int64()), Matrix: [6]float64{0.001, 0, 0, 0.001, 0, 0}}
	if m := v.Key("FontMatrix"); m.Len() == 6 {
		s.Matrix = matrixOf(m)
	}
	s.ToUnicode = d.stream(v.Key("ToUnicode"))
	switch string(v.Key("Subtype").name()) {
	case "Type0":
		s.Kind = font.Composite
		d.codes(&s, v)
		d.descriptor(&s, d.composite(&s, v))
		return s
	case "TrueType":
		s.Kind = font.TrueType
	case "Type3":
		s.Kind, s.TeX = font.Type3, d.tex
		if b := floats(v.Key("FontBBox"), 4); len(b) == 4 {
			s.BBox = [4]float64(b)
		}
	}
	s.Widths = floats(v.Key("Widths"), maxWidths)
	d.encoding(&s, v.Key("Encoding"))
	d.descriptor(&s, v.Key("FontDescriptor"))
	return s
}

// stream returns a reader of a stream's bytes, nil where v is none. The bytes
// hold until the next such stream is read.
func (d *document) stream(v value) font.Stream {
	if v.Kind() != opStream {
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
func (d *document) clear(v value) font.Stream {
	n := v.Key("Length1").Int64()
	if n <= 0 || n > maxStream || d.encrypted || v.Key("Filter").Name() != "FlateDecode" || v.Key("DecodeParms").Kind() == opDict {
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

func (d *document) encoding(s *font.Spec, e value) {
	switch e.Kind() {
	case opName:
		s.HasEncoding, s.BaseEncoding = true, e.Name()
	case opDict:
		s.HasEncoding, s.BaseEncoding = true, e.Key("BaseEncoding").Name()
		diff := e.Key("Differences")
		n := min(diff.Len(), 4096)
		s.Differences = make(map[int]string, n)
		code := 0
		for i := 0; i < n; i++ {
			switch x := diff.Index(i); x.Kind() {
			case opName:
				if code >= 0 && code < 256 {
					s.Differences[code] = x.Name()
				}
				code++
			case opNumber:
				code = int(x.Float64())
			}
		}
	}
}

func (d *document) descriptor(s *font.Spec, v value) {
	if v.Kind() != opDict {
		return
	}
	s.HasDescriptor = true
	s.Flags = int(v.Key("Flags").Int64())
	s.MissingWidth = v.Key("MissingWidth").Float64()
	s.Ascent, s.Descent = v.Key("Ascent").Float64(), v.Key("Descent").Float64()
	s.ItalicAngle, s.StemV = v.Key("ItalicAngle").Float64(), v.Key("StemV").Float64()
	s.Weight = v.Key("FontWeight").Float64()
	s.DescriptorName = v.Key("FontName").Name()
	for _, key := range [...]string{"FontFile", "FontFile2", "FontFile3"} {
		if v.has(key) {
			s.Embedded, s.Program = true, d.program(v, key)
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
func (d *document) program(descriptor value, key string) font.Stream {
	return func() (b []byte) {
		_ = guard("font program", func() {
			p := descriptor.Key(key)
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
func (d *document) codes(s *font.Spec, v value) {
	switch e := v.Key("Encoding"); e.Kind() {
	case opName:
		s.CMapName = e.Name()
	case opStream:
		s.CMap = d.stream(e)
		s.CMapName = e.Key("CMapName").Name()
		if u := e.Key("UseCMap"); u.Kind() == opStream {
			s.UseCMap = d.stream(u)
		}
	}
}

// composite reads the descendant of a Type0 font and returns its descriptor.
func (d *document) composite(s *font.Spec, v value) value {
	c := v.Key("DescendantFonts").Index(0)
	if s.Name == "" || strings.HasSuffix(s.Name, "-Identity-H") {
		if n := c.Key("BaseFont").Name(); n != "" {
			s.Name = n
		}
	}
	s.Ordering = string(c.Key("CIDSystemInfo").Key("Ordering").text())
	s.DefaultCID = 1000
	if w := c.Key("DW"); isNumber(w) {
		s.DefaultCID = w.Float64()
	}
	if m := c.Key("CIDToGIDMap"); m.Kind() == opStream {
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
		if next.Kind() == opArray {
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
