package font

import (
	"slices"
	"strings"
)

// standardWidth returns the width of a character in 1/1000 em in the one of
// the standard 14 fonts that a font is or looks most like.
func (f *Font) standardWidth(r rune, code byte) float64 {
	switch {
	case strings.HasPrefix(f.low, "symbol"):
		return float64(symbolWidths[code])
	case strings.Contains(f.low, "dingbats"):
		return float64(dingbatsWidths[code])
	case f.Mono:
		return 600
	}
	if f.standard == nil {
		f.standard = f.likeness()
	}
	if r >= 0 && r <= 0xFFFF {
		if i, ok := slices.BinarySearch(latinRunes[:], uint16(r)); ok {
			return float64(f.standard[i])
		}
	}
	return 500
}

// likeness returns the widths of the standard font that a font looks most
// like.
func (f *Font) likeness() *[len(latinRunes)]uint16 {
	serif := containsAny(f.low, "times", "serif", "roman", "georgia", "garamond", "palatino", "minion", "cambria", "book") && !strings.Contains(f.low, "sans")
	if s := &f.spec; !serif && s.HasDescriptor && s.Flags&flagSerif != 0 && !containsAny(f.low, "helvetica", "arial") {
		serif = true
	}
	switch {
	case serif && f.Bold && f.Italic:
		return &timesBoldItalicWidths
	case serif && f.Bold:
		return &timesBoldWidths
	case serif && f.Italic:
		return &timesItalicWidths
	case serif:
		return &timesWidths
	case f.Bold:
		return &helveticaBoldWidths
	}
	return &helveticaWidths
}
