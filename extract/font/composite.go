package font

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// compose readies a composite font.
func (f *Font) compose() {
	s := &f.spec
	vertical := strings.HasSuffix(s.CMapName, "-V") || s.CMapName == "V"
	switch {
	case s.CMap != nil:
		f.code = ParseCMap(s.CMap(), predefined)
		if s.UseCMap != nil && f.code.parent == nil {
			f.code.parent = ParseCMap(s.UseCMap(), predefined)
		}
		if len(f.code.spaces) == 0 && f.code.parent == nil {
			f.code.spaces = []codespace{{0, 0xFFFF, 2}}
		}
		if len(f.code.cids) == 0 && f.code.parent == nil {
			f.code.cids = []cidRange{{0, 0xFFFF, 0, 2}}
		}
	default:
		f.code = predefined(s.CMapName)
		if f.code == nil {
			f.code = Identity(vertical)
		}
	}
	f.Vertical = f.code.Vertical
	f.wide = f.code.parent == nil && len(f.code.spaces) == 1 && f.code.spaces[0] == codespace{0, 0xFFFF, 2}
	if n := len(s.CIDWidths); n > fewRanges {
		f.widths = spans(n, func(i int) (uint32, uint32) {
			w := &s.CIDWidths[i]
			if w.First < 0 || w.Last < w.First || w.First > 0xFFFFFF {
				return 1, 0
			}
			last := min(w.Last, 0xFFFFFF)
			if w.Each != nil {
				last = min(last, w.First+len(w.Each)-1)
			}
			return uint32(w.First), uint32(max(last, 0))
		})
	}
	if s.CIDToGID != nil {
		f.gids = s.CIDToGID()
	}
	f.Blind = f.uni == nil && !s.Embedded && !unicodeCMap(s.CMapName)
}

// unicodeCMap reports whether the codes of a predefined CMap are Unicode.
func unicodeCMap(name string) bool {
	return strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16") || strings.Contains(name, "UTF32")
}

// predefined returns a CMap by its name. Those that are no identity map are
// known by their codespaces alone.
func predefined(name string) *CMap {
	vertical := strings.HasSuffix(name, "-V") || name == "V"
	if strings.HasPrefix(name, "Identity") {
		return Identity(vertical)
	}
	c := &CMap{Vertical: vertical}
	switch {
	case strings.Contains(name, "UTF16"):
		c.spaces = []codespace{{0, 0xD7FF, 2}, {0xE000, 0xFFFF, 2}, {0xD800DC00, 0xDBFFDFFF, 4}}
	case strings.Contains(name, "UTF32"):
		c.spaces = []codespace{{0, 0x0010FFFF, 4}}
	case strings.Contains(name, "RKSJ"):
		c.spaces = []codespace{{0, 0x80, 1}, {0xA0, 0xDF, 1}, {0x8140, 0x9FFC, 2}, {0xE040, 0xFCFC, 2}}
	case strings.Contains(name, "EUC"), strings.Contains(name, "GBK"), strings.Contains(name, "ETen"), strings.Contains(name, "B5"),
		strings.Contains(name, "KSC"), strings.Contains(name, "HKscs"):
		c.spaces = []codespace{{0, 0x80, 1}, {0x8140, 0xFEFE, 2}}
	default:
		c.spaces = []codespace{{0, 0xFFFF, 2}}
	}
	return c
}

// wideCodes is where codes of two bytes are kept, behind those of one.
const wideCodes = 256

// maxRare bounds the codes of more than two bytes that are kept.
const maxRare = 1 << 14

// nextCID decodes one code of a composite font whose codes are of several
// lengths.
func (f *Font) nextCID(s []byte) (*Char, int) {
	code, n := f.code.next(s)
	if n <= 2 {
		at := int(code)
		if n == 2 {
			at += wideCodes
		}
		ch := f.char(at)
		if !ch.done {
			*ch = f.resolveCID(code, n)
			ch.done = true
		}
		return ch, n
	}
	key := uint64(code)<<2 | uint64(n-1)
	ch, ok := f.rare[key]
	if !ok {
		ch = f.resolveCID(code, n)
		if f.rare == nil {
			f.rare = map[uint64]Char{}
		}
		if len(f.rare) < maxRare {
			f.rare[key] = ch
		}
	}
	return &ch, n
}

// resolveCID works out a code of n bytes.
func (f *Font) resolveCID(code uint32, n int) Char {
	cid, _ := f.code.CID(code, n)
	ch := Char{Code: code, Space: n == 1 && code == 32}
	var raw string
	if f.uni != nil {
		if t, ok := f.uni.Text(code); ok {
			raw = t
			ch.Text, ch.Known = clean(t)
			if len(ch.Text) > maxLigature && !f.Vertical && !believable(ch.Text, f.cidWidth(cid)) {
				raw, ch.Text, ch.Known = "", "", false
			}
		}
	}
	if ch.Text == "" && !Private(raw) {
		if t := f.cidText(code, cid); t != "" {
			raw = t
			ch.Text, ch.Known = clean(t)
		}
	}
	f.shapeless(&ch, raw)
	f.twin(code, ch.Text)
	ch.Width = f.cidWidth(cid)
	return ch
}

// cidText finds the text of a CID where no ToUnicode map has it.
func (f *Font) cidText(code, cid uint32) string {
	name := f.spec.CMapName
	switch {
	case strings.Contains(name, "UCS2"), strings.Contains(name, "UTF16"):
		if code > 0xFFFF {
			return string(utf16.DecodeRune(rune(code>>16), rune(code&0xFFFF)))
		}
		return string(rune(code))
	case strings.Contains(name, "UTF32"):
		if code <= utf8.MaxRune {
			return string(rune(code))
		}
		return ""
	}
	if code < 0x80 && code >= 0x20 && f.code.parent == nil && len(f.code.cids) == 0 {
		return string(rune(code)) // the ASCII half of RKSJ, EUC and the like
	}
	gid := cid
	if f.gids != nil {
		if i := int(cid) * 2; i+1 < len(f.gids) {
			gid = uint32(f.gids[i])<<8 | uint32(f.gids[i+1])
		} else {
			gid = 0
		}
	}
	if p := f.program(); p != nil {
		return p.glyphText(gid)
	}
	// A font that is not embedded and not of a known collection is written
	// with the glyph numbers of the usual TrueType fonts, whose first glyphs
	// are those of ASCII from 3 on.
	if !f.spec.Embedded && (f.spec.Ordering == "" || f.spec.Ordering == "Identity") && gid >= 3 && gid <= 97 {
		return string(rune(gid + 29))
	}
	return ""
}

// cidWidth returns the advance of a CID in em.
func (f *Font) cidWidth(cid uint32) float64 {
	if f.Vertical {
		return 1
	}
	list := f.spec.CIDWidths
	if f.widths != nil {
		i := find(f.widths, cid)
		if i < 0 {
			return f.spec.DefaultCID / 1000
		}
		list = list[i : i+1]
	}
	for i := len(list) - 1; i >= 0; i-- {
		w := &list[i]
		if int(cid) < w.First || int(cid) > w.Last {
			continue
		}
		if w.Each == nil {
			return w.Width / 1000
		}
		if j := int(cid) - w.First; j < len(w.Each) {
			return w.Each[j] / 1000
		}
	}
	return f.spec.DefaultCID / 1000
}
