package content

import (
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"

	"pique/extract/font"
)

// maxHops bounds the references that lead to one another.
const maxHops = 4

// plain reads an object by the table of the file, past the library, which
// takes a buffer and a string for each number of an array. It is not for
// strings and streams of encrypted files, nor for what the table does not
// have: then the result is of kind opNone.
func (d *document) plain(num int) operand {
	e, ok := d.entries[num]
	if !ok || e.free || e.stream != 0 || d.encrypted {
		return operand{}
	}
	b := d.src.from(int64(e.at))
	n, _, after, ok := objectAt(b, 0)
	if !ok || n != num {
		return operand{}
	}
	l := lexer{data: b[:min(len(b), maxDict)], pos: after, elems: d.kit.plain}
	o, _ := l.object(0)
	d.kit.plain = l.elems
	return o
}

// follow returns what a value refers to. The items of an array that is an
// object by itself hold until the next such array is read.
func (d *document) follow(o operand) operand {
	for hop := 0; o.kind == opRef && hop < maxHops; hop++ {
		o = d.plain(int(o.num) >> 16)
	}
	return o
}

// key returns an entry of a dictionary.
func (d *document) key(dict operand, key string) operand {
	if dict.kind != opDict {
		return operand{}
	}
	return d.follow(lookup(dict.items, key))
}

// plainRef reads the dictionary that a reference such as "5 0 R" leads to.
func (d *document) plainRef(ref string) operand {
	num, _, _ := strings.Cut(ref, " ")
	n, err := strconv.Atoi(num)
	if err != nil {
		return operand{}
	}
	return d.plain(n)
}

// numbers returns the numbers of an array, at most limit of them.
func numbers(items []operand, limit int) []float64 {
	n := min(len(items), limit)
	if n == 0 {
		return nil
	}
	out := make([]float64, n)
	for i := range out {
		out[i] = items[i].num
	}
	return out
}

// plainDescriptor reads a font descriptor; program makes a reader of the
// program under a key.
func (d *document) plainDescriptor(s *font.Spec, v operand, program func(key string) font.Stream) {
	num := func(key string) float64 { return d.key(v, key).num }
	s.HasDescriptor = true
	s.Flags = int(num("Flags"))
	s.MissingWidth = num("MissingWidth")
	s.Ascent, s.Descent = num("Ascent"), num("Descent")
	s.ItalicAngle, s.StemV = num("ItalicAngle"), num("StemV")
	s.Weight = num("FontWeight")
	s.DescriptorName = string(d.key(v, "FontName").str)
	for _, key := range [...]string{"FontFile", "FontFile2", "FontFile3"} {
		if ref := lookup(v.items, key); ref.kind == opRef {
			s.Embedded, s.Program = true, program(key)
			if key != "FontFile" {
				num := int(ref.num) >> 16
				s.ProgramSize = func() int { return int(d.key(d.plain(num), "Length").num) }
			}
			return
		}
	}
}

// plainComposite reads the descendant of a Type0 font, v as the library has
// it, and its descriptor; false where that is the library's to do.
func (d *document) plainComposite(s *font.Spec, v pdf.Value, own operand) bool {
	list := d.key(own, "DescendantFonts")
	if list.kind != opArray || len(list.items) == 0 {
		return false
	}
	c := d.follow(list.items[0])
	if c.kind != opDict {
		return false
	}
	desc := d.key(c, "FontDescriptor")
	if desc.kind != opDict && lookup(c.items, "FontDescriptor").kind != opNone {
		return false
	}
	below := func() pdf.Value { return v.Key("DescendantFonts").Index(0) }
	if n := d.key(c, "BaseFont"); (s.Name == "" || strings.HasSuffix(s.Name, "-Identity-H")) && n.kind == opName {
		s.Name = string(n.str)
	}
	s.Ordering = string(d.key(d.key(c, "CIDSystemInfo"), "Ordering").str)
	s.DefaultCID = 1000
	if w := d.key(c, "DW"); w.kind == opNumber {
		s.DefaultCID = w.num
	}
	if lookup(c.items, "CIDToGIDMap").kind == opRef {
		s.CIDToGID = func() (b []byte) {
			_ = guard("font stream", func() { b = d.bytes(below().Key("CIDToGIDMap")) })
			return b
		}
	}
	if desc.kind == opDict {
		d.plainDescriptor(s, desc, func(key string) font.Stream {
			return d.program(func() pdf.Value { return below().Key("FontDescriptor") }, key)
		})
	}
	d.plainWidths(s, d.key(c, "W").items)
	return true
}

// plainWidths reads the widths of CIDs.
func (d *document) plainWidths(s *font.Spec, w []operand) {
	w = w[:min(len(w), maxCIDWidths)]
	total := 0
	for i := 0; i+1 < len(w) && total < maxCIDWidths; {
		first, next := int(w[i].num), w[i+1]
		if next.kind == opRef {
			next = d.followApart(next)
		}
		if next.kind == opArray {
			each := numbers(next.items, maxCIDWidths)
			total += len(each) + 1
			if len(each) > 0 {
				s.CIDWidths = append(s.CIDWidths, font.CIDWidth{First: first, Last: first + len(each) - 1, Each: each})
			}
			i += 2
			continue
		}
		total++
		width := 0.0
		if i+2 < len(w) {
			width = w[i+2].num
		}
		s.CIDWidths = append(s.CIDWidths, font.CIDWidth{First: first, Last: int(next.num), Width: width})
		i += 3
	}
}

// followApart is follow for an array within another that is still in use.
func (d *document) followApart(o operand) operand {
	kept := d.kit.plain
	d.kit.plain = nil
	o = d.follow(o)
	d.kit.plain = kept
	return o
}
