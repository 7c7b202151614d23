package content

import (
	"strings"
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
		{"in a layer within a hidden layer", "/OC /L BDC /OC /M BDC" + text + "EMC EMC", glyph.HiddenLayer},
		{"after a layer within a hidden layer", "/OC /L BDC /OC /M BDC EMC EMC" + text, glyph.Visible},
		{"a hidden layer for each of several groups", "/OC /A BDC" + text + "EMC", glyph.HiddenLayer},
		{"a hidden layer by an expression", "/OC /N BDC" + text + "EMC", glyph.HiddenLayer},
		{"a form in a hidden layer", "/H Do", glyph.HiddenLayer},
		{"a form in a shown layer", "/K Do", glyph.Visible},

		{"under a white box", text + "1 g 0 40 200 30 re f", glyph.Covered},
		{"under two halves of a box", text + "1 g 0 40 13 30 re f 13 40 20 30 re f", glyph.Covered},
		{"under a box of many strips", text + "1 g " + strings.Repeat("0 0 200 1 re f 1 0 0 1 0 1 cm ", 80), glyph.Covered},
		{"under a thick line", text + "1 G 30 w 0 55 m 200 55 l S", glyph.Covered},
		{"under a round shape", text + "1 g 0 0 m 0 300 200 300 200 0 c f", glyph.Covered},
		{"under a nearly opaque box", text + "/T gs 1 g 0 40 200 30 re f", glyph.Covered},
		{"under a picture", text + "q 100 0 0 50 0 30 cm /I Do Q", glyph.Covered},
		{"under a picture of a whole page", text + "q 200 0 0 100 0 0 cm /I Do Q", glyph.Visible},
		{"under a thin line", text + "0 G 1 w 0 53 m 200 53 l S", glyph.Visible},
		{"under a small box", text + "1 g 10 50 3 3 re f", glyph.Visible},
		{"under a box beside", text + "1 g 0 0 200 49 re f", glyph.Visible},
		{"under glass", text + "/G gs 1 1 0 rg 0 40 200 30 re f", glyph.Visible},
		{"under a marker", text + "/U gs 1 1 0 rg 0 40 200 30 re f", glyph.Visible},
		{"under a shading", text + "/S sh", glyph.Visible},
		{"under a pattern of whole tiles", text + "/Pattern cs /P scn 0 40 200 30 re f", glyph.Covered},
		{"under a pattern with gaps", text + "/Pattern cs /P4 scn 0 40 200 30 re f", glyph.Visible},
		{"white on a dark pattern", "/Pattern cs /P5 scn 0 40 200 30 re f 1 g" + text, glyph.Visible},
		{"under a mask upside down", "/R gs" + text, glyph.Transparent},
		{"a box under a soft mask is none", "q /V gs 0 g 0 40 200 30 re f Q 1 g" + text, glyph.Camouflaged},
		{"under a box under a soft mask", text + "/V gs 1 g 0 40 200 30 re f", glyph.Visible},
		{"under a frame", text + "1 g 0 20 200 70 re 2 22 196 66 re f*", glyph.Visible},
		{"under a box that is clipped away", text + "q 100 0 50 100 re W n 1 g 0 40 200 30 re f Q", glyph.Visible},
		{"under a box clipped by a triangle", text + "q 190 0 m 200 0 l 0 100 l h W n 1 g 0 40 180 30 re f Q", glyph.Visible},
		{"under a picture with a soft mask", text + "q 200 0 0 100 0 0 cm /J Do Q", glyph.Visible},
		{"under a shading along a line", text + "/S1 sh", glyph.Covered},
		{"under a shading that ends", text + "/S2 sh", glyph.Visible},
		{"under a shading beside", text + "q 100 0 100 100 re W n /S1 sh Q", glyph.Visible},
		{"under a shading clipped by a large outline", text + "q 0 0 m 200 0 l 200 100 l " + strings.Repeat("0 100 l ", 600) + "h W n /S1 sh Q", glyph.Visible},
		{"white on a white shading", "/S3 sh 1 g" + text, glyph.Camouflaged},
		{"black on a white shading", "/S3 sh 0 g" + text, glyph.Visible},
		{"white on a shading of two colours", "/S1 sh 1 g" + text, glyph.Visible},
		{"under a whole stencil", text + "q 1 g 200 0 0 30 0 40 cm BI /W 1 /H 1 /IM true /D [1 0] ID \x80 EI Q", glyph.Covered},
		{"under a bare stencil", text + "q 1 g 200 0 0 30 0 40 cm BI /W 1 /H 1 /IM true ID \x80 EI Q", glyph.Visible},
		{"black on a black stencil", "q 200 0 0 30 0 40 cm BI /W 9 /H 1 /IM true ID \x00\x00 EI Q" + text, glyph.Camouflaged},
		{"black on a stencil with a hole", "q 200 0 0 30 0 40 cm BI /W 9 /H 1 /IM true ID \x00\x80 EI Q" + text, glyph.Visible},
		{"white on a bare stencil", "q 0 g 200 0 0 30 0 40 cm BI /W 1 /H 1 /IM true ID \x80 EI Q 1 g" + text, glyph.Camouflaged},
		{"black on a black picture", "q 200 0 0 30 0 40 cm BI /W 2 /H 1 /BPC 8 /CS /G ID \x00\x00 EI Q" + text, glyph.Camouflaged},
		{"black on a picture of two greys", "q 200 0 0 30 0 40 cm BI /W 2 /H 1 /BPC 8 /CS /G ID \x00\xff EI Q" + text, glyph.Visible},
		{"black on an inverted picture", "q 200 0 0 30 0 40 cm BI /W 2 /H 1 /BPC 8 /CS /G /D [1 0] ID \x00\x00 EI Q" + text, glyph.Visible},
		{"white on a white picture", "q 200 0 0 30 0 40 cm BI /W 1 /H 2 /BPC 8 /CS /RGB ID \xff\xff\xff\xff\xff\xff EI Q 1 g" + text, glyph.Camouflaged},
		{"white on a red picture", "q 200 0 0 30 0 40 cm BI /W 1 /H 2 /BPC 8 /CS /RGB ID \xff\x00\x00\xff\x00\x00 EI Q 1 g" + text, glyph.Visible},
		{"grey on a picture of its grey", "q 200 0 0 100 0 0 cm /I Do Q 0.47 g" + text, glyph.Camouflaged},
		{"under a picture that is no JPEG", text + "q 100 0 0 50 0 30 cm /I1 Do Q", glyph.Visible},
		{"under a JPEG", text + "q 100 0 0 50 0 30 cm /I2 Do Q", glyph.Covered},
		{"under a picture that is no JPEG 2000", text + "q 100 0 0 50 0 30 cm /I3 Do Q", glyph.Visible},
		{"under a picture that is no JBIG2", text + "q 100 0 0 50 0 30 cm /I4 Do Q", glyph.Visible},
		{"under a JBIG2", text + "q 100 0 0 50 0 30 cm /I5 Do Q", glyph.Covered},
		{"under a stencil", text + "q 200 0 0 100 0 0 cm BI /W 8 /H 1 /IM true ID x EI Q", glyph.Visible},

		{"clipped by a triangle", "q 100 0 m 200 0 l 200 100 l h W n" + text + "Q", glyph.Clipped},
		{"within a triangle", "q 0 0 m 200 0 l 0 100 l h W n" + text + "Q", glyph.Visible},
		{"in the hole of a clip", "q 0 0 200 100 re 5 45 100 20 re W* n" + text + "Q", glyph.Clipped},
		{"in a clip of two boxes", "q 0 40 100 30 re 0 0 100 10 re W n" + text + "Q", glyph.Visible},
		{"between two clips", "q 0 60 100 30 re 0 0 100 40 re W n" + text + "Q", glyph.Clipped},
		{"a clip within a clip", "q 0 0 200 100 re W n q 0 0 200 20 re W n" + text + "Q Q", glyph.Clipped},
		{"a clip without area", "q 0 0 0 0 re W n" + text + "Q", glyph.Clipped},
		{"a form's box", "/B Do", glyph.Clipped},

		{"alpha of a group", "/E gs /X Do", glyph.Transparent},
		{"alpha of a form that is no group", "/E gs /Y Do", glyph.Transparent},
		{"alpha before a group", "q /E gs Q /X Do", glyph.Visible},
		{"half transparent", "/G gs" + text, glyph.Visible},
		{"faint by alpha and colour", "/G gs 0.9 g" + text, glyph.Camouflaged},
		{"under an empty soft mask", "/V gs" + text, glyph.Transparent},
		{"under a dark soft mask", "/D gs" + text, glyph.Transparent},
		{"under a bright soft mask", "/W gs" + text, glyph.Visible},
		{"under a soft mask of a picture", "/Q gs" + text, glyph.Visible},
		{"a soft mask ended", "/V gs /O gs" + text, glyph.Visible},
		{"black, screened", "/C gs" + text, glyph.Camouflaged},
		{"black, multiplied", "/U gs" + text, glyph.Visible},
		{"white, multiplied on dark", "0.2 g 0 40 200 30 re f /U gs 1 g" + text, glyph.Camouflaged},

		{"a pattern of white", "/Pattern cs /P2 scn" + text, glyph.Camouflaged},
		{"a pattern from white to black", "/Pattern cs /P3 scn" + text, glyph.Visible},
		{"a tile of white", "/Pattern cs /P scn" + text, glyph.Camouflaged},
		{"squeezed", "BT /F 10 Tf 1 Tz 10 50 Td (X) Tj ET", glyph.Tiny},
		{"narrow", "BT /F 10 Tf 60 Tz 10 50 Td (X) Tj ET", glyph.Visible},
		{"flat", "q 1 0 0 0.01 0 50 cm" + text + "Q", glyph.Tiny},
		{"a line of a matrix", "q 1 1 1 1 0 0 cm" + text + "Q", glyph.Tiny},
		{"turned", "q 0 1 -1 0 100 0 cm" + text + "Q", glyph.Visible},
		{"small, enlarged", "q 10 0 0 10 0 -450 cm BT /F 1 Tf 1 50 Td (X) Tj ET Q", glyph.Visible},
		{"white, turned, on a bar", "0 g 40 0 30 100 re f 1 g q 0 1 -1 0 100 0 cm BT /F 10 Tf 10 50 Td (X) Tj ET Q", glyph.Visible},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := tricky(c.contents)
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

// tricky builds a page that has layers, pictures, masks and patterns among
// its resources; layers 11 is off, layer 12 is on.
func tricky(contents string) []byte {
	const (
		text  = "BT /F 10 Tf 10 50 Td (X) Tj ET"
		res   = " /Resources << " + helvetica + " >> "
		box   = "/Subtype /Form /BBox [0 0 200 100]" + res
		group = " /Group << /S /Transparency /CS /DeviceGray >> "
		line  = "/ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 200 0]"
		white = "<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >>"
	)
	resources := helvetica + ` /XObject << /I 10 0 R /J 13 0 R /X 14 0 R /Y 15 0 R /B 16 0 R /H 17 0 R /K 18 0 R /I1 27 0 R /I2 28 0 R /I3 29 0 R /I4 30 0 R /I5 31 0 R >>
/ExtGState << /E << /ca 0.02 >> /T << /ca 0.97 >> /G << /ca 0.5 >> /U << /BM /Multiply >> /C << /BM [/Unheard /Screen] >> /O << /SMask /None >>
/V << /SMask << /S /Alpha /G 19 0 R >> >> /D << /SMask << /S /Luminosity /G 20 0 R >> >> /W << /SMask << /S /Luminosity /G 21 0 R >> >> /Q << /SMask << /S /Luminosity /G 22 0 R >> >> /R << /SMask << /S /Luminosity /G 21 0 R /TR 26 0 R >> >> >>
/Shading << /S1 << ` + line + ` /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >> >> /S2 << ` + line + ` /Extend [true false] /Function ` + white + ` >> /S3 << ` + line + ` /Extend [true true] /Function ` + white + ` >> >>
/Properties << /L 11 0 R /M 12 0 R /A << /Type /OCMD /OCGs [11 0 R 12 0 R] /P /AllOn >> /N << /Type /OCMD /VE [/Not [/Or 12 0 R 11 0 R]] >> >>
/Pattern << /P 23 0 R /P4 24 0 R /P5 25 0 R /P2 << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Extend [true true] /Function ` + white + ` >> >>
/P3 << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >> >> >> >>`
	pixel := "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
	data := build(contents, resources, "",
		stream(pixel, "x"),                                       // 10
		"<< /Type /OCG /Name (off) >>",                           // 11
		"<< /Type /OCG /Name (on) >>",                            // 12
		stream(pixel+" /SMask 10 0 R", "x"),                      // 13
		stream(box+group, text),                                  // 14
		stream(box, text),                                        // 15
		stream("/Subtype /Form /BBox [100 0 200 100]"+res, text), // 16
		stream(box+" /OC 11 0 R", text),                          // 17
		stream(box+" /OC 12 0 R", text),                          // 18
		stream(box+group, ""),                                    // 19
		stream(box+group, "0 g 0 0 200 100 re f"),                // 20
		stream(box+group, "1 g 0 0 200 100 re f"),                // 21
		stream("/Subtype /Form /BBox [0 0 200 100] /Resources << /XObject << /I 10 0 R >> >>"+group, "200 0 0 100 0 0 cm /I Do"),                    // 22
		stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>", "1 g 0 0 9 9 re f"),                  // 23
		stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 18 /YStep 9 /Resources << >>", "1 g 0 0 9 9 re f"),                 // 24
		stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>", "0 g 0 0 9 9 re f 1 g 2 2 2 2 re f"), // 25
		stream("/FunctionType 4 /Domain [0 1] /Range [0 1]", "{1 exch sub}"),                                                                        // 26
		stream(pixel+" /Filter /DCTDecode", "no picture"),                                                                                           // 27
		stream(pixel+" /Filter /DCTDecode", "\xff\xd8\xff\xe0"),                                                                                     // 28
		stream(pixel+" /Filter [/JPXDecode]", "no picture"),                                                                                         // 29
		stream(pixel+" /Filter /JBIG2Decode", "no picture of it"),                                                                                   // 30
		stream(pixel+" /Filter /JBIG2Decode", "\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13\x00\x00"),                                               // 31
	)
	return rewrite(data, "/Pages 2 0 R >>", "/Pages 2 0 R /OCProperties << /OCGs [11 0 R 12 0 R] /D << /OFF [11 0 R] >> >> >>")
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
