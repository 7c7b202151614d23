package font

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode/utf8"
)

// agl is the Adobe Glyph List 2.0 (Copyright 2002, 2010, 2015 Adobe Systems
// Incorporated, Apache License 2.0): "name;HEX[ HEX]" lines sorted by name.
//
//go:embed agl.txt
var agl string

// NameText returns the text of a glyph's name, by the rules of the Adobe
// Glyph List Specification, with the names of TeX fonts added; "" where the
// name says nothing. A name such as g12 or cid34 says nothing.
func NameText(name string) string {
	if len(name) == 1 && (name[0] >= 'A' && name[0] <= 'Z' || name[0] >= 'a' && name[0] <= 'z') {
		return name
	}
	if len(name) > 64 {
		return ""
	}
	if s := listed(name); s != "" {
		return s
	}
	if i := strings.IndexByte(name, '.'); i >= 0 {
		if i == 0 {
			return ""
		}
		return NameText(name[:i])
	}
	if strings.IndexByte(name, '_') > 0 {
		var b strings.Builder
		for part := range strings.SplitSeq(name, "_") {
			s := NameText(part)
			if s == "" {
				return ""
			}
			b.WriteString(s)
		}
		return b.String()
	}
	if s := hexName(name); s != "" {
		return s
	}
	for _, suffix := range [...]string{"small", "oldstyle", "superior", "inferior", "fitted", "math", "tf", "lf", "sc"} {
		if base, ok := strings.CutSuffix(name, suffix); ok && base != "" {
			if s := listed(base); s != "" {
				return s
			}
		}
	}
	return ""
}

// listed looks a name up as it stands. Names that the list sends to Adobe's
// corporate private use area, such as Asmall, are left to NameText.
func listed(name string) string {
	if s := texName(name); s != "" {
		return s
	}
	lo, hi := 0, len(agl)
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(agl[lo:mid], '\n') + 1 + lo
		end := start + strings.IndexByte(agl[start:], '\n')
		key, val, _ := strings.Cut(agl[start:end], ";")
		switch strings.Compare(name, key) {
		case 0:
			return unhexWords(val)
		case -1:
			hi = start
		default:
			lo = end + 1
		}
	}
	return ""
}

// dingbatText returns the text of a glyph's name in ZapfDingbats: a20.
func dingbatText(name string) string {
	num, ok := strings.CutPrefix(name, "a")
	if n, err := strconv.Atoi(num); ok && err == nil && n > 0 && n < len(dingbatNames) && dingbatNames[n] != 0 {
		return string(rune(dingbatsEncoding[dingbatNames[n]]))
	}
	return ""
}

func unhexWords(s string) string {
	if len(s) == 4 {
		if n, err := strconv.ParseUint(s, 16, 16); err == nil && n < 0x80 {
			return oneRune(rune(n))
		}
	}
	var b []byte
	for w := range strings.FieldsSeq(s) {
		n, err := strconv.ParseUint(w, 16, 32)
		if err != nil || n >= 0xE000 && n <= 0xF8FF {
			return ""
		}
		b = utf8.AppendRune(b, rune(n))
	}
	return string(b)
}

// hexName reads "uni" with four hexadecimal digits a character, and "u" with
// four to six of one character.
func hexName(name string) string {
	if h, ok := strings.CutPrefix(name, "uni"); ok && len(h) >= 4 && len(h)%4 == 0 {
		var b []byte
		for ; h != ""; h = h[4:] {
			n, err := strconv.ParseUint(h[:4], 16, 16)
			if err != nil || n >= 0xD800 && n < 0xE000 {
				return ""
			}
			b = utf8.AppendRune(b, rune(n))
		}
		return string(b)
	}
	if h, ok := strings.CutPrefix(name, "u"); ok && len(h) >= 4 && len(h) <= 6 {
		n, err := strconv.ParseUint(h, 16, 32)
		if err == nil && n <= utf8.MaxRune && (n < 0xD800 || n >= 0xE000) {
			return string(rune(n))
		}
	}
	return ""
}

// texName maps glyph names of TeX fonts that the Adobe list lacks.
func texName(name string) string {
	switch name {
	case "ff":
		return "ff"
	case "fi":
		return "fi"
	case "fl":
		return "fl"
	case "ffi":
		return "ffi"
	case "ffl":
		return "ffl"
	case "dotlessj":
		return "ȷ"
	case "Ng":
		return "Ŋ"
	case "ng":
		return "ŋ"
	case "SS", "Germandbls":
		return "SS"
	case "visiblespace":
		return "␣"
	case "hyphenchar", "hyphen.alt", "sfthyphen", "softhyphen":
		return "-"
	case "rangedash":
		return "–"
	case "punctdash":
		return "—"
	case "asteriskcentered":
		return "∗"
	case "bardbl":
		return "‖"
	case "angbracketleft":
		return "⟨"
	case "angbracketright":
		return "⟩"
	case "star":
		return "⋆"
	case "diamondmath":
		return "⋄"
	case "openbullet":
		return "◦"
	case "prime":
		return "′"
	case "negationslash":
		return "̸"
	case "check":
		return "✓"
	case "square":
		return "□"
	case "squaresolid":
		return "■"
	case "trianglesolid":
		return "▲"
	case "triangleright":
		return "▷"
	case "trianglerightsld":
		return "▶"
	case "lscript":
		return "ℓ"
	case "epsilon1":
		return "ϵ"
	case "slurabove":
		return "⌢"
	case "latticetop":
		return "⊤"
	case "similarequal":
		return "≃"
	case "lessmuch":
		return "≪"
	case "greatermuch":
		return "≫"
	case "owner":
		return "∋"
	case "emptyset":
		return "∅"
	case "circledivide":
		return "⊘"
	case "circledot":
		return "⊙"
	case "interrobang":
		return "‽"
	case "pertenthousand":
		return "‱"
	case "nbspace", "nonbreakingspace":
		return " "
	case "tie":
		return "⁀"
	}
	return ""
}
