package font

import (
	"slices"
	"strings"
)

// standardWidth returns the width of a character in 1/1000 em in the one of
// the standard 14 fonts that a font is or looks most like.
func (f *Font) standardWidth(r rune, code byte) float64 {
	low := strings.ToLower(f.Name)
	switch {
	case strings.HasPrefix(low, "symbol"):
		return float64(symbolWidths[code])
	case strings.Contains(low, "dingbats"):
		return float64(dingbatsWidths[code])
	case f.Mono:
		return 600
	}
	var table *[len(latinRunes)]uint16
	serif := containsAny(low, "times", "serif", "roman", "georgia", "garamond", "palatino", "minion", "cambria", "book") && !strings.Contains(low, "sans")
	if s := f.spec; !serif && s.HasDescriptor && s.Flags&flagSerif != 0 && !containsAny(low, "helvetica", "arial") {
		serif = true
	}
	switch {
	case serif && f.Bold && f.Italic:
		table = &timesBoldItalicWidths
	case serif && f.Bold:
		table = &timesBoldWidths
	case serif && f.Italic:
		table = &timesItalicWidths
	case serif:
		table = &timesWidths
	case f.Bold:
		table = &helveticaBoldWidths
	default:
		table = &helveticaWidths
	}
	if r >= 0 && r <= 0xFFFF {
		if i, ok := slices.BinarySearch(latinRunes[:], uint16(r)); ok {
			return float64(table[i])
		}
	}
	return 500
}
