package font

import (
	"strconv"
	"strings"
)

// resolve works out one code of a simple font.
func (f *Font) resolve(c byte) Char {
	ch := Char{Code: uint32(c), Space: c == 32}
	var raw string
	if f.uni != nil {
		if s, ok := f.uni.Text(uint32(c)); ok {
			raw = s
			ch.Text, ch.Known = clean(s)
			if len(ch.Text) > maxLigature && !believable(ch.Text, f.width(c, "")) {
				raw, ch.Text, ch.Known = "", "", false
			}
		}
	}
	name := f.glyphName(c)
	if ch.Text != "" && (f.lying > 0 || f.against(c, ch.Text)) && f.lies() {
		ch.Said, ch.Text, raw = ch.Text, "", ""
	}
	if ch.Text == "" {
		s := f.encoded(c, name)
		if s != "" {
			if raw == "" || !ch.Known || !Private(raw) {
				raw = s
				ch.Text, ch.Known = clean(s)
			} else if t, ok := clean(s); ok && t != "" && !f.Icon {
				ch.Text = t
			}
		}
	}
	if ch.Said == ch.Text {
		ch.Said = ""
	}
	f.shapeless(&ch, raw)
	f.twin(ch.Code, ch.Text)
	ch.Width = f.width(c, ch.Text)
	return ch
}

// glyphName returns the name that Differences give a code.
func (f *Font) glyphName(c byte) string { return f.spec.Differences[int(c)] }

// encoded returns the text of a code by its encoding alone.
func (f *Font) encoded(c byte, name string) string {
	low := f.low
	if name != "" && name != ".notdef" {
		if strings.Contains(low, "dingbats") {
			if s := dingbatText(name); s != "" {
				return s
			}
		}
		if s := NameText(name); s != "" {
			return s
		}
		if t := f.tex(); t != nil {
			return runeText(t[c])
		}
		if f.spec.Kind != TrueType {
			if s := f.numbered(c, name); s != "" {
				return s
			}
		}
	}
	switch {
	case strings.HasPrefix(low, "symbol") && name == "":
		return runeText(symbolEncoding[c])
	case strings.Contains(low, "dingbats") && name == "":
		return runeText(dingbatsEncoding[c])
	case strings.HasPrefix(low, "wingdings"):
		return string(rune(0xF000 + int(c)))
	}
	if name == "" {
		var base *[256]uint16
		switch f.spec.BaseEncoding {
		case "WinAnsiEncoding":
			base = &winAnsiEncoding
		case "MacRomanEncoding":
			base = &macRomanEncoding
		case "MacExpertEncoding":
			base = &macExpertEncoding
		case "StandardEncoding":
			base = &standardEncoding
		}
		// A symbolic TrueType font has its codes from its own (3,0) map,
		// whatever encoding is named.
		symbolic := f.spec.Kind == TrueType && f.spec.Flags&flagSymbolic != 0 && f.spec.Embedded
		if base != nil && (!symbolic || f.program() == nil || !f.program().symbol) {
			return runeText(base[c])
		}
	}
	p := f.program()
	if p != nil {
		if s := p.text(c, name); s != "" {
			return s
		}
	}
	if name != "" {
		return ""
	}
	if p != nil && p.complete {
		return ""
	}
	if f.spec.Kind == TrueType {
		return runeText(winAnsiEncoding[c])
	}
	if f.spec.Kind == Type3 {
		return ""
	}
	return runeText(standardEncoding[c])
}

// numbered reads the names that some writers give to subset glyphs, a letter
// or two and the number of the code in an 8-bit alphabet: c65, G41, a97. It
// is believed only where the number is the code itself.
func (f *Font) numbered(c byte, name string) string {
	i := 0
	for i < len(name) && i < 3 && (name[i] >= 'a' && name[i] <= 'z' || name[i] >= 'A' && name[i] <= 'Z') {
		i++
	}
	if i == 0 || i > 2 || i == len(name) {
		return ""
	}
	if n, err := strconv.Atoi(name[i:]); err == nil && n == int(c) && c >= 32 {
		return runeText(winAnsiEncoding[c])
	}
	if n, err := strconv.ParseUint(name[i:], 16, 8); err == nil && byte(n) == c && c >= 32 {
		return runeText(winAnsiEncoding[c])
	}
	return ""
}

func runeText(r uint16) string {
	if r == 0 {
		return ""
	}
	return oneRune(rune(r))
}

// width returns the advance of a code in em.
func (f *Font) width(c byte, text string) float64 {
	s := &f.spec
	scale := 0.001
	if s.Kind == Type3 {
		scale = s.Matrix[0]
		if scale == 0 {
			scale = 0.001
		}
	}
	if i := int(c) - s.FirstChar; i >= 0 && i < len(s.Widths) {
		return s.Widths[i] * scale
	}
	if len(s.Widths) > 0 || s.Kind == Type3 {
		return s.MissingWidth * scale
	}
	if s.MissingWidth > 0 && s.Embedded {
		return s.MissingWidth * scale
	}
	r := rune(-1)
	for _, x := range text {
		r = x
		break
	}
	return f.standardWidth(r, c) * scale
}

// program parses the embedded program when it is first needed.
func (f *Font) program() *program {
	if f.builtin == nil {
		f.builtin = &program{}
		if f.spec.Program != nil {
			f.builtin = parseProgram(f.spec.Program())
		}
	}
	if f.builtin.kind == 0 {
		return nil
	}
	return f.builtin
}
