package font

import (
	"strings"
	"testing"
)

func data(s string) Stream { return func() []byte { return []byte(s) } }

// text decodes a string with a font.
func text(f *Font, s string) string {
	var b strings.Builder
	for rest := []byte(s); len(rest) > 0; {
		c, n := f.Next(rest)
		b.WriteString(c.Text)
		rest = rest[n:]
	}
	return b.String()
}

const bfA = "1 beginbfchar <41> <0058> endbfchar"

func TestSimpleFonts(t *testing.T) {
	type1 := data("%!PS-AdobeFont-1.0\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 1 /ff put\ndup 8#101 /eacute put\nreadonly def\ncurrentfile eexec \x00\x01")
	for _, c := range []struct {
		name    string
		spec    Spec
		in, out string
	}{
		{"standard encoding", Spec{Name: "Helvetica"}, "A'`\xae", "A’‘fi"},
		{"WinAnsi", Spec{BaseEncoding: "WinAnsiEncoding"}, "A'\x93\xe9\xa0", "A'“é "},
		{"MacRoman", Spec{BaseEncoding: "MacRomanEncoding"}, "\x8e\xde", "éfi"},
		{"TrueType without encoding", Spec{Kind: TrueType}, "A\xe9", "Aé"},
		{"differences over a base", Spec{BaseEncoding: "WinAnsiEncoding", Differences: map[int]string{65: "Eacute"}}, "AB", "ÉB"},
		{"ToUnicode first", Spec{Embedded: true, BaseEncoding: "WinAnsiEncoding", Differences: map[int]string{65: "B"}, ToUnicode: data(bfA)}, "AB", "XB"},
		{"ToUnicode of two bytes", Spec{Embedded: true, ToUnicode: data("1 beginbfchar <0041> <0058> endbfchar")}, "A", "X"},
		{"ToUnicode to a sentence", Spec{BaseEncoding: "WinAnsiEncoding", FirstChar: 65, Widths: []float64{500}, ToUnicode: data("1 beginbfchar <41> <00480065006C006C006F> endbfchar")}, "A", "A"},
		{"ToUnicode of a wide glyph to a word", Spec{BaseEncoding: "WinAnsiEncoding", FirstChar: 65, Widths: []float64{2000}, ToUnicode: data("1 beginbfchar <41> <00480065006C006C006F> endbfchar")}, "A", "Hello"},
		{"ToUnicode to a ligature", Spec{FirstChar: 65, Widths: []float64{400}, ToUnicode: data("1 beginbfchar <41> <006600660069> endbfchar")}, "A", "ffi"},
		{"ToUnicode to nothing", Spec{BaseEncoding: "WinAnsiEncoding", ToUnicode: data("1 beginbfchar <41> <FFFD> endbfchar")}, "A", "A"},
		{"Symbol", Spec{Name: "ABCDEF+Symbol"}, "a\xb7", "α•"},
		{"ZapfDingbats", Spec{Name: "ZapfDingbats", Differences: map[int]string{1: "a20"}}, "\x014", "✔✔"},
		{"built into Type 1", Spec{Embedded: true, Program: type1}, "\x01AB", "ffé"},
		{"differences over built-in", Spec{Embedded: true, Program: type1, HasEncoding: true, Differences: map[int]string{66: "germandbls"}}, "\x01B", "ffß"},
		{"numbered names", Spec{Kind: Type3, Differences: map[int]string{65: "a65", 66: "G42", 67: "a66"}}, "ABC", "AB"},
		{"icons", Spec{Name: "FontAwesome", ToUnicode: data("1 beginbfchar <41> <F095> endbfchar"), Differences: map[int]string{65: "phone"}}, "A", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := text(New(c.spec), c.in); got != c.out {
				t.Errorf("got %q, want %q", got, c.out)
			}
		})
	}
}

func TestCompositeFonts(t *testing.T) {
	for _, c := range []struct {
		name    string
		spec    Spec
		in, out string
	}{
		{"ToUnicode", Spec{CMapName: "Identity-H", ToUnicode: data("1 beginbfrange <0003> <0005> <0061> endbfrange")}, "\x00\x03\x00\x05", "ac"},
		{"UCS2", Spec{CMapName: "UniJIS-UCS2-H"}, "\x30\x42\x00\x41", "あA"},
		{"UTF16", Spec{CMapName: "UniGB-UTF16-H"}, "\xd8\x3d\xde\x00\x00A", "😀A"},
		{"embedded", Spec{CMap: data("1 begincodespacerange <00> <FF> endcodespacerange 1 begincidchar <01> 7 endcidchar"), ToUnicode: data("1 beginbfchar <01> <0041> endbfchar")}, "\x01", "A"},
		{"glyph numbers of a font not embedded", Spec{CMapName: "Identity-H", Ordering: "Identity"}, "\x00\x24\x00\x03\x00\x44", "A a"},
		{"half a code", Spec{CMapName: "Identity-H"}, "\x00", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.spec.Kind = Composite
			if got := text(New(c.spec), c.in); got != c.out {
				t.Errorf("got %q, want %q", got, c.out)
			}
		})
	}
}

func TestCharactersWithoutShape(t *testing.T) {
	joiner := data("2 beginbfchar <0001> <200B> <0002> <200C> endbfchar")
	withheld := data("1 beginbfrange <0001> <0002> [<200B> <200B>] endbfrange")
	for _, c := range []struct {
		name string
		uni  Stream
		want [2]bool
	}{{"two of them", joiner, [2]bool{true, true}}, {"one for two codes", withheld, [2]bool{true, false}}} {
		f := New(Spec{Kind: Composite, CMapName: "Identity-H", ToUnicode: c.uni, Embedded: true})
		for i, want := range c.want {
			for range 2 {
				ch, _ := f.Next([]byte{0, byte(i + 1)})
				if ch.Void != want || ch.Known != want || ch.Text != "" {
					t.Errorf("%s: code %d: got void %t, known %t, text %q, want %t", c.name, i+1, ch.Void, ch.Known, ch.Text, want)
				}
			}
		}
	}
}

func TestWidths(t *testing.T) {
	for _, c := range []struct {
		name string
		spec Spec
		in   string
		want float64
	}{
		{"Widths", Spec{FirstChar: 65, Widths: []float64{700, 600}}, "B", 0.6},
		{"MissingWidth", Spec{FirstChar: 65, Widths: []float64{700}, MissingWidth: 250}, "B", 0.25},
		{"Helvetica", Spec{Name: "Helvetica"}, "A", 0.667},
		{"Arial, bold", Spec{Name: "Arial,Bold"}, "A", 0.722},
		{"Times", Spec{Name: "Times-Roman"}, "A", 0.722},
		{"Courier", Spec{Name: "Courier"}, "i", 0.6},
		{"Symbol", Spec{Name: "Symbol"}, "a", 0.631},
		{"Type 3", Spec{Kind: Type3, FirstChar: 65, Widths: []float64{50}, Matrix: [6]float64{0.01, 0, 0, 0.01, 0, 0}}, "A", 0.5},
		{"DW", Spec{Kind: Composite, CMapName: "Identity-H", DefaultCID: 1000}, "\x00\x09", 1},
		{"W, one each", Spec{Kind: Composite, CMapName: "Identity-H", CIDWidths: []CIDWidth{{First: 8, Last: 9, Each: []float64{300, 400}}}}, "\x00\x09", 0.4},
		{"W, one for all", Spec{Kind: Composite, CMapName: "Identity-H", CIDWidths: []CIDWidth{{First: 8, Last: 20, Width: 450}}}, "\x00\x09", 0.45},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, _ := New(c.spec).Next([]byte(c.in))
			if d := got.Width - c.want; d > 1e-9 || d < -1e-9 {
				t.Errorf("got %g, want %g", got.Width, c.want)
			}
		})
	}
}

func TestStyle(t *testing.T) {
	for name, want := range map[string][4]bool{ // bold, italic, mono, icon
		"ABCDEF+Helvetica-Bold":    {true, false, false, false},
		"Times-BoldItalic":         {true, true, false, false},
		"CMBX12":                   {true, false, false, false},
		"CMTI10":                   {false, true, false, false},
		"CMR10":                    {},
		"SFBX1095":                 {true, false, false, false},
		"LMRoman10-Regular":        {},
		"LMMono10-Regular":         {false, false, true, false},
		"FontAwesome5Free-Solid":   {false, false, false, true},
		"SourceSansPro-SemiboldIt": {true, true, false, false},
		"Calibri-LightItalic":      {false, true, false, false},
		"NimbusSanL-ReguItal":      {false, true, false, false},
		"CourierNewPS-BoldMT":      {true, false, true, false},
		"OpenSans-SemiBold":        {true, false, false, false},
	} {
		f := New(Spec{Name: name})
		if got := [4]bool{f.Bold, f.Italic, f.Mono, f.Icon}; got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
	if f := New(Spec{Name: "X", Flags: flagForceBold | flagItalic}); !f.Bold || !f.Italic {
		t.Errorf("flags: got bold %v, italic %v", f.Bold, f.Italic)
	}
}
