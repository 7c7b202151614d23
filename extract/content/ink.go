package content

import (
	"unicode"

	"github.com/ledongthuc/pdf"

	"pique/extract/font"
)

// inked reports whether the glyph of a code of a Type 3 font paints anything;
// in doubt it does, and what is no letter is not looked at.
func (d *document) inked(fc *face, ch *font.Char) bool {
	if ch.Code > 255 {
		return true
	}
	ink := &fc.inks[ch.Code]
	if *ink == 0 {
		*ink = 1
		_ = guard("glyph of a font", func() {
			if lettered(ch.Text) && d.blank(fc, int(ch.Code)) {
				*ink = -1
			}
		})
	}
	return *ink > 0
}

func lettered(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// blank reports whether a code of a Type 3 font surely paints nothing: it has
// no program, or one without an operator that paints.
func (d *document) blank(fc *face, code int) bool {
	if fc.type3.Kind() != pdf.Dict {
		return false
	}
	name := fc.names[code]
	if name == "" {
		return len(fc.type3.Keys()) == 0
	}
	v := fc.type3.Key(name)
	if v.Kind() != pdf.Stream {
		for _, key := range fc.type3.Keys() {
			if key == name {
				return false
			}
		}
		return true
	}
	data := d.bytes(v)
	if len(data) == 0 {
		return !d.encrypted && len(d.raw(v)) == 0
	}
	return d.paintless(data)
}

// paintless reports whether a content stream has no operator that paints.
func (d *document) paintless(data []byte) bool {
	l := lexer{data: data}
	for n := 0; ; n++ {
		op := l.next()
		if op == nil {
			return true
		}
		switch string(op) {
		case "q", "Q", "cm", "d0", "d1", "w", "J", "j", "M", "d", "ri", "i", "gs", "m", "l", "c", "v", "y", "re", "h", "n", "W", "W*",
			"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "BT", "ET":
		default:
			return false
		}
		if d.ops--; d.ops <= 0 {
			return false
		}
	}
}
