package font

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzEncoding readies fonts of any kind by what their dictionaries may say,
// and decodes a string with them.
func FuzzEncoding(f *testing.F) {
	cmap := "1 begincodespacerange <00> <FF> endcodespacerange 1 begincidrange <00> <FF> 1 endcidrange 1 beginbfrange <00> <FF> <0041> endbfrange"
	for _, s := range []struct {
		kind                          uint8
		name, base, names, cmap, text string
	}{
		{0, "ABCDEF+Helvetica-Bold", "WinAnsiEncoding", "A f_f_i uni0041 g12 .notdef", "", "\x00\x01AB\xff"},
		{0, "Symbol", "", "a20 a65 alpha", "", "abc\xb7"},
		{0, "ZapfDingbats", "MacExpertEncoding", "a20 a1 a206", "", "\x014"},
		{1, "Wingdings", "MacRomanEncoding", "", "", "\xa7\xa8"},
		{2, "T3", "", "c65 G41 a97", cmap, "Aa"},
		{3, "Plain", "Identity-H", "", cmap, "\x00\x41\x00"},
		{3, "Plain", "UniJIS-UTF16-V", "", "", "\xd8\x3d\xde\x00\x00"},
		{3, "Plain", "90ms-RKSJ-H", "", "", "\x82\xa0a"},
		{3, "Plain", "UniKS-UTF32-H", "", "", "\x00\x11\x00\x00\x00"},
	} {
		f.Add(s.kind, s.name, s.base, s.names, s.cmap, s.text)
	}
	f.Fuzz(func(t *testing.T, kind uint8, name, base, names, cmap, text string) {
		s := Spec{Kind: Kind(kind % 4), Name: name, BaseEncoding: base, HasEncoding: base != "", CMapName: base, Differences: map[int]string{}, DefaultCID: 1000}
		for i, n := range strings.Fields(names) {
			s.Differences[i%256] = n
			s.Widths = append(s.Widths, float64(len(n)))
			s.CIDWidths = append(s.CIDWidths, CIDWidth{First: i, Last: i * len(n), Width: 5})
		}
		if cmap != "" {
			s.ToUnicode = func() []byte { return []byte(cmap) }
			if kind > 127 {
				s.CMap = s.ToUnicode
			}
		}
		fo := New(s)
		for rest := []byte(text); len(rest) > 0; {
			c, n := fo.Next(rest)
			if n < 1 || n > len(rest) {
				t.Fatalf("took %d bytes of %d", n, len(rest))
			}
			if !utf8.ValidString(c.Text) || c.Width != c.Width {
				t.Fatalf("got %q, %g em", c.Text, c.Width)
			}
			rest = rest[n:]
		}
	})
}
