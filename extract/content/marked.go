package content

import (
	"sort"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxMarks bounds the nesting of marked content.
const maxMarks = 1 << 10

// mark is marked content that is open.
type mark struct {
	hidden bool
	actual []byte // ActualText; nil where there is none
	start  int    // of its glyphs
}

// markOp carries out the operators of marked content.
func (in *interp) markOp(op operator, a []operand) {
	switch op {
	case opBMC:
		in.open(mark{start: len(in.page.Glyphs)})
	case opBDC:
		m := mark{start: len(in.page.Glyphs)}
		if n := len(a); n >= 2 && a[n-2].kind == opName {
			switch prop := a[n-1]; {
			case string(a[n-2].str) == "OC" && prop.kind == opName:
				m.hidden = in.res.hidden(in.d, string(prop.str))
			case prop.kind == opDict:
				m.actual = dictString(prop.items, "ActualText")
			case prop.kind == opName:
				m.actual = in.res.actual(string(prop.str))
			}
		}
		in.open(m)
	case opEMC:
		if n := len(in.marks); n > 0 {
			in.closeMarks(n - 1)
		}
	}
}

// unspoken reports whether no ActualText may speak for what is shown now.
func (in *interp) unspoken() bool {
	for i := range in.marks {
		if in.marks[i].actual != nil {
			return false
		}
	}
	return true
}

func (in *interp) open(m mark) {
	if len(in.marks) >= maxMarks {
		m = mark{start: len(in.page.Glyphs)}
		if len(in.marks) >= 2*maxMarks {
			return
		}
	}
	if m.hidden {
		in.hidden++
	}
	in.marks = append(in.marks, m)
}

// closeMarks ends marked content down to n that stay open.
func (in *interp) closeMarks(n int) {
	for len(in.marks) > n {
		m := in.marks[len(in.marks)-1]
		in.marks = in.marks[:len(in.marks)-1]
		if m.hidden {
			in.hidden--
		}
		if m.actual != nil {
			in.replace(m.start, textString(m.actual))
		}
	}
}

func dictString(items []operand, key string) []byte {
	for i := 0; i+1 < len(items); i += 2 {
		if items[i].kind == opName && string(items[i].str) == key && items[i+1].kind == opString {
			return append([]byte{}, items[i+1].str...)
		}
	}
	return nil
}

// actual returns the ActualText of a property list in the resources.
func (r *resources) actual(name string) (text []byte) {
	_ = guard("properties", func() {
		if v := r.v.Key("Properties").Key(name).Key("ActualText"); v.Kind() == opString {
			text = append([]byte{}, v.text()...)
		}
	})
	return text
}

// maxOwnWords is how many glyphs with text of their own an ActualText may
// speak for. Writers use it for ligatures, hyphens, icons and drop capitals;
// one that stands over a whole line can say what no reader sees.
const maxOwnWords = 3

// replace gives the glyphs from start on the text of an ActualText: to the
// first of them, the others have none. It is not believed against glyphs that
// can be read by themselves.
func (in *interp) replace(start int, text string) {
	gs := in.page.Glyphs[min(start, len(in.page.Glyphs)):]
	if len(gs) == 0 {
		return
	}
	var own strings.Builder
	known := 0
	for i := range gs {
		own.WriteString(gs[i].Text)
		if strings.TrimSpace(gs[i].Text) != "" {
			known++
		}
	}
	text = tidy(text)
	if own.String() == text || known > maxOwnWords || utf8.RuneCountInString(text) > 8*len(gs) {
		return
	}
	if strings.TrimSpace(text) == strings.TrimSpace(own.String()) {
		return
	}
	if n := utf8.RuneCountInString(text); n == len(gs) {
		i := 0
		for _, r := range text {
			gs[i].Text = string(r)
			i++
		}
		in.unmapped = in.unmapped[:sort.Search(len(in.unmapped), func(i int) bool { return int(in.unmapped[i]) >= start })]
		in.inkless = in.inkless[:sort.Search(len(in.inkless), func(i int) bool { return int(in.inkless[i]) >= start })]
		return
	}
	box := gs[0].Box
	for i := range gs {
		gs[i].Text = ""
		if gs[i].Base == gs[0].Base {
			box = box.Union(gs[i].Box)
		}
	}
	gs[0].Text, gs[0].Box = text, box
	in.unmapped = in.unmapped[:sort.Search(len(in.unmapped), func(i int) bool { return int(in.unmapped[i]) >= start })]
	in.inkless = in.inkless[:sort.Search(len(in.inkless), func(i int) bool { return int(in.inkless[i]) >= start })]
	if text != "" {
		end := min(start, len(in.page.Glyphs)) + 1
		in.page.Glyphs = in.page.Glyphs[:end]
		in.cutRuns(end)
	}
}

// tidy drops controls and turns soft hyphens into hyphens.
func tidy(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == 0xA0:
			return ' '
		case r == 0xAD:
			return '-'
		case r < 0x20 || r == 0x7F || r == utf8.RuneError || r >= 0xE000 && r <= 0xF8FF || r == 0xFEFF:
			return -1
		}
		return r
	}, s)
}

// textString decodes a text string: UTF-16 or UTF-8 with a mark, else Latin.
func textString(b []byte) string {
	if len(b) >= 2 && (b[0] == 0xFE && b[1] == 0xFF || b[0] == 0xFF && b[1] == 0xFE) {
		hi, lo := 0, 1
		if b[0] == 0xFF {
			hi, lo = 1, 0
		}
		units := make([]uint16, 0, len(b)/2)
		for i := 2; i+1 < len(b); i += 2 {
			units = append(units, uint16(b[i+hi])<<8|uint16(b[i+lo]))
		}
		return string(utf16.Decode(units))
	}
	if len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF {
		return strings.ToValidUTF8(string(b[3:]), "")
	}
	var s strings.Builder
	for _, c := range b {
		switch {
		case c >= 0x80 && c <= 0x9E:
			s.WriteRune(pdfDoc[c-0x80])
		case c == 0xA0:
			s.WriteRune('€')
		default:
			s.WriteRune(rune(c))
		}
	}
	return s.String()
}

// pdfDoc is PDFDocEncoding from 0x80 to 0x9E.
var pdfDoc = [...]rune{
	'•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘',
	'’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž',
}
