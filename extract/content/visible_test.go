package content

import (
	"testing"

	"pique/extract/glyph"
)

func TestVisibility(t *testing.T) {
	const text = " BT /F 10 Tf 10 50 Td (X) Tj ET "
	for _, c := range []struct {
		name, contents string
		want           glyph.Why
	}{
		{"black on white", text, glyph.Visible},
		{"white on white", "1 g" + text, glyph.Camouflaged},
		{"nearly white", "0.96 g" + text, glyph.Camouflaged},
		{"light grey", "0.7 g" + text, glyph.Visible},
		{"white by RGB", "1 1 1 rg" + text, glyph.Camouflaged},
		{"white by CMYK", "0 0 0 0 k" + text, glyph.Camouflaged},
		{"white on a dark bar", "0.2 g 0 40 200 30 re f 1 g" + text, glyph.Visible},
		{"white beside a dark bar", "0.2 g 0 0 200 30 re f 1 g" + text, glyph.Camouflaged},
		{"dark on a dark bar", "0.2 g 0 40 200 30 re f 0.22 g" + text, glyph.Camouflaged},
		{"white on a dark rounded bar", "0 g 5 40 m 190 40 l 195 40 200 45 200 50 c 200 60 l 5 60 l f 1 g" + text, glyph.Visible},
		{"white within a dark frame", "0 g 0 20 m 200 20 l 200 90 l 0 90 l h 2 22 m 198 22 l 198 88 l 2 88 l h f* 1 g" + text, glyph.Camouflaged},
		{"white on a picture", "q 200 0 0 100 0 0 cm /I Do Q 1 g" + text, glyph.Visible},
		{"white on a shading", "/S sh 1 g" + text, glyph.Visible},
		{"mode 3", "3 Tr" + text, glyph.Invisible},
		{"mode 7", "7 Tr" + text, glyph.Invisible},
		{"mode 7 and a shading", "q 7 Tr" + text + "/S sh Q", glyph.Visible},
		{"outline in black", "1 g 0 G 2 Tr" + text, glyph.Visible},
		{"outline in white", "1 g 1 G 1 Tr" + text, glyph.Camouflaged},
		{"transparent", "/E gs" + text, glyph.Transparent},
		{"tiny", "q 0.1 0 0 0.1 0 0 cm" + text + "Q", glyph.Tiny},
		{"off the page", "q 1 0 0 1 300 0 cm" + text + "Q", glyph.OffPage},
		{"clipped", "q 100 0 50 100 re W n" + text + "Q", glyph.Clipped},
		{"clip ended", "q 100 0 50 100 re W n Q" + text, glyph.Visible},
		{"hidden layer", "/OC /L BDC" + text + "EMC", glyph.HiddenLayer},
		{"after a hidden layer", "/OC /L BDC EMC" + text, glyph.Visible},
		{"a bar in a hidden layer", "/OC /L BDC 0 g 0 40 200 30 re f EMC 1 g" + text, glyph.Camouflaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := build(c.contents, helvetica+" /XObject << /I 10 0 R >> /ExtGState << /E << /ca 0.02 >> >> /Properties << /L 11 0 R >>", "",
				stream("/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x"),
				"<< /Type /OCG /Name (layer) >>")
			data = rewrite(data, "/Pages 2 0 R >>", "/Pages 2 0 R /OCProperties << /OCGs [11 0 R] /D << /OFF [11 0 R] >> >> >>")
			p := page(t, data)
			if len(p.Glyphs) != 1 {
				t.Fatalf("got %d glyphs, want 1", len(p.Glyphs))
			}
			if got := p.Glyphs[0].Hidden; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestScanLayerIsVisible(t *testing.T) {
	img := stream("/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x")
	const layer = " BT 3 Tr /F 10 Tf 10 50 Td (read by a machine) Tj ET "
	res := helvetica + " /XObject << /I 10 0 R >>"
	p := page(t, build("q 200 0 0 100 0 0 cm /I Do Q"+layer, res, "", img))
	if got := shown(p, glyph.Visible); got != "read by a machine" {
		t.Errorf("over a scan: got %q", got)
	}
	p = page(t, build("q 20 0 0 20 0 0 cm /I Do Q"+layer, res, "", img))
	if got := shown(p, glyph.Visible); got != "" {
		t.Errorf("beside a small picture: got %q", got)
	}
	if p.Images != 1 {
		t.Errorf("got %d images, want 1", p.Images)
	}
}

func TestRules(t *testing.T) {
	p := page(t, build("0 g 10 50 100 0.5 re f 10 30 m 110 30 l S 10 10 50 50 re f", "", ""))
	if len(p.Rules) != 2 {
		t.Fatalf("got %d rules, want 2: %v", len(p.Rules), p.Rules)
	}
	if b := p.Rules[0].Box; !near(b[0], 10) || !near(b[1], 49.5) || !near(b[2], 110) || !near(b[3], 50) {
		t.Errorf("got %v", b)
	}
}

func TestDoubledGlyphs(t *testing.T) {
	p := page(t, build("BT /F 10 Tf 10 50 Td (Bold) Tj 0.3 0 Td (Bold) Tj 50 0 Td (ee) Tj ET", helvetica, ""))
	if got := shown(p, glyph.Visible); got != "Boldee" {
		t.Errorf("got %q, want %q", got, "Boldee")
	}
}

func TestAccents(t *testing.T) {
	for _, c := range []struct{ name, contents, want string }{
		// 302 is the acute accent of StandardEncoding, 365 the dotless i.
		{"before its letter", `BT /F 10 Tf 10 50 Td [(\302) 400 (e)] TJ ET`, "é"},
		{"over a dotless i", `BT /F 10 Tf 10 50 Td [(\302) 330 (\365)] TJ ET`, "í"},
		{"after its letter", `BT /F 10 Tf 10 50 Td [(e) 450 (\302)] TJ ET`, "é"},
		{"by itself", `BT /F 10 Tf 10 50 Td [(\302) -500 (e)] TJ ET`, "´e"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(page(t, build(c.contents, helvetica, "")), glyph.Visible); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
