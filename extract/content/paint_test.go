package content

import (
	"bytes"
	stdimage "image"
	"image/color"
	"image/jpeg"
	"testing"

	"pique/extract/glyph"
)

// Colour spaces, patterns and gradients that white text can be painted with,
// and the near misses of each.
func TestPaintsOfText(t *testing.T) {
	const (
		text  = " BT /F 10 Tf 10 50 Td (X) Tj ET "
		lab   = "[/Lab << /WhitePoint [0.96 1 0.82] /Range [-100 100 -100 100] >>]"
		whole = "/Extend [true true]"
		grade = "/ColorSpace /DeviceGray /Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >> "
	)
	ink := func(space string) string { return "/ColorSpace << /C " + space + " >>" }
	for _, c := range []struct {
		name, res, contents string
		object              string // number 10
		want                glyph.Why
	}{
		{"white by an indexed Lab", ink("[/Indexed " + lab + " 1 <008080FF8080>]"), "/C cs 1 scn", "", glyph.Camouflaged},
		{"black by an indexed Lab", ink("[/Indexed " + lab + " 1 <008080FF8080>]"), "/C cs 0 scn", "", glyph.Visible},
		{"white by a profile of Lab", ink("[/ICCBased 10 0 R]"), "/C cs 100 0 0 scn", stream("/N 3 /Alternate "+lab, "x"), glyph.Camouflaged},
		{"black by a profile of Lab", ink("[/ICCBased 10 0 R]"), "/C cs 9 0 0 scn", stream("/N 3 /Alternate "+lab, "x"), glyph.Visible},
		{"no inks", ink("[/DeviceN [/None /None] /DeviceGray 10 0 R]"), "/C cs 1 1 scn", stream("/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]", "{pop pop 0}"), glyph.Transparent},
		{"a spot of no ink by a program", ink("[/Separation /Spot /DeviceRGB 10 0 R]"), "/C cs 0 scn", stream("/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", "{1 exch sub dup dup 3 1 roll}"), glyph.Camouflaged},
		{"a spot by a program", ink("[/Separation /Spot /DeviceRGB 10 0 R]"), "/C cs 1 scn", stream("/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", "{1 exch sub dup dup 3 1 roll}"), glyph.Visible},
		{"a program that fails", ink("[/Separation /Spot /DeviceRGB 10 0 R]"), "/C cs 0 scn", stream("/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", "{pop pop 1 1 1}"), glyph.Visible},
		{"a tile without paint", "/Pattern << /P 10 0 R >>", "/Pattern cs /P scn", stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>", "0 0 9 9 re n"), glyph.Transparent},
		{"a tile of thin lines", "/Pattern << /P 10 0 R >>", "/Pattern cs /P scn", stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>", "0.2 w 0 0 m 9 9 l S"), glyph.Visible},
		{"a pattern that is not there", "", "/Pattern cs /P scn", "", glyph.Transparent},
		{"a tile in white ink", ink("[/Pattern /DeviceGray]") + "/Pattern << /P 10 0 R >>", "/C cs 1 /P scn", stream("/PatternType 1 /PaintType 2 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>", "0 0 9 9 re f"), glyph.Camouflaged},
		{"a tile in black ink", ink("[/Pattern /DeviceGray]") + "/Pattern << /P 10 0 R >>", "/C cs 0 /P scn", stream("/PatternType 1 /PaintType 2 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>", "0 0 9 9 re f"), glyph.Visible},
		{"beyond a gradient", "/Pattern << /P << /PatternType 2 /Shading << /ShadingType 2 /Coords [100 0 200 0] " + grade + ">> >> >>", "/Pattern cs /P scn", "", glyph.Clipped},
		{"within a gradient", "/Pattern << /P << /PatternType 2 /Shading << /ShadingType 2 /Coords [0 0 20 0] " + grade + ">> >> >>", "/Pattern cs /P scn", "", glyph.Visible},
		{"black ink over the dark end of a gradient", "/Shading << /S << /ShadingType 2 /Coords [0 0 8 0] " + whole + grade + ">> >>", "/S sh 0 g", "", glyph.Camouflaged},
		{"white ink over the dark end of a gradient", "/Shading << /S << /ShadingType 2 /Coords [0 0 8 0] " + whole + grade + ">> >>", "/S sh 1 g", "", glyph.Visible},
		{"white ink over the light end of a gradient", "/Shading << /S << /ShadingType 2 /Coords [25 0 90 0] " + whole + grade + ">> >>", "/S sh 1 g", "", glyph.Camouflaged},
		{"white ink within the rings of a gradient", "/Shading << /S << /ShadingType 3 /Coords [13 53 30 13 53 90] " + whole + grade + ">> >>", "/S sh 1 g", "", glyph.Camouflaged},
		{"black ink within the rings of a gradient", "/Shading << /S << /ShadingType 3 /Coords [13 53 30 13 53 90] " + whole + grade + ">> >>", "/S sh 0 g", "", glyph.Visible},
		{"white ink on a gradient in a tile", "/Pattern << /P 10 0 R >>", "/Pattern cs /P scn 0 0 200 100 re f 1 g", stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 200 100] /XStep 200 /YStep 100 /Resources << /Shading << /S << /ShadingType 2 /Coords [25 0 90 0] "+whole+grade+">> >> >>", "/S sh"), glyph.Camouflaged},
		{"white ink beyond the first tile of a gradient", "/Pattern << /P 10 0 R >>", "/Pattern cs /P scn 0 0 200 100 re f 1 g", stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 50 100] /XStep 50 /YStep 100 /Resources << /Shading << /S << /ShadingType 2 /Coords [25 0 90 0] "+whole+grade+">> >> >>", "/S sh"), glyph.Visible},
		{"thick outlines in white", "", "2 Tr 0 g 1 G 4 w", "", glyph.Camouflaged},
		{"thin outlines in white", "", "2 Tr 0 g 1 G 0.5 w", "", glyph.Visible},
		{"dodged", "/ExtGState << /E << /BM /ColorDodge >> >>", "/E gs 0 g", "", glyph.Camouflaged},
		{"burnt", "/ExtGState << /E << /BM /ColorBurn >> >>", "0.9 g 0 0 200 100 re f /E gs 0 g", "", glyph.Visible},
		{"the hue alone", "/ExtGState << /E << /BM /Hue >> >>", "/E gs 1 0 0 rg", "", glyph.Camouflaged},
		{"the luminosity alone", "/ExtGState << /E << /BM /Luminosity >> >>", "/E gs 1 0 0 rg", "", glyph.Visible},
		{"soft light on white", "/ExtGState << /E << /BM /SoftLight >> >>", "/E gs 0 g", "", glyph.Camouflaged},
		{"soft light on grey", "/ExtGState << /E << /BM /SoftLight >> >>", "0.5 g 0 0 200 100 re f /E gs 0 g", "", glyph.Visible},
	} {
		t.Run(c.name, func(t *testing.T) {
			object := c.object
			if object == "" {
				object = "<< >>"
			}
			p := page(t, build(c.contents+text, helvetica+c.res, "", object))
			if len(p.Glyphs) != 1 || p.Glyphs[0].Hidden != c.want {
				t.Errorf("got %+v, want %q", p.Glyphs, c.want)
			}
		})
	}
}

// Text that is painted several times is one text.
func TestPaintedTwice(t *testing.T) {
	const text = " BT /F 10 Tf 10 50 Td (Bold) Tj ET "
	for _, c := range []struct{ name, contents, seen, hidden string }{
		{"a white shadow beneath", "q 1 g 1 0 0 1 0.4 -0.4 cm" + text + "Q" + text, "Bold", ""},
		{"a white glow beneath", "q 2 Tr 1 G 1 g 3 w" + text + "Q" + text, "Bold", ""},
		{"a layer for machines above", text + "q 3 Tr" + text + "Q", "Bold", ""},
		{"white above", text + "q 1 g" + text + "Q", "", "Bold"},
		{"white beside", text + "q 1 g 1 0 0 1 60 0 cm" + text + "Q", "Bold", "Bold"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := page(t, build(c.contents, helvetica, ""))
			if got := shown(p, glyph.Visible); got != c.seen {
				t.Errorf("seen: got %q, want %q", got, c.seen)
			}
			hidden := ""
			for _, g := range p.Glyphs {
				if g.Hidden != glyph.Visible {
					hidden += g.Text
				}
			}
			if hidden != c.hidden {
				t.Errorf("hidden: got %q, want %q", hidden, c.hidden)
			}
		})
	}
}

// Text that browsers fill by a gradient is transparent, and stands a second
// time in a mask for what they paint.
func TestTextThatIsCutOut(t *testing.T) {
	const text = "BT /F 10 Tf 10 50 Td (cut) Tj ET"
	mask := stream("/Subtype /Form /BBox [0 0 200 100] /Group << /S /Transparency >> /Resources << "+helvetica+" >>", text)
	res := helvetica + "/ExtGState << /T << /ca 0 >> /M << /SMask << /S /Alpha /G 10 0 R >> >> >>"
	for _, c := range []struct {
		name, paint string
		want        string
	}{
		{"filled", "q /M gs 1 0 0 rg 0 40 200 30 re f Q", "cut"},
		{"filled in white", "q /M gs 1 g 0 40 200 30 re f Q", ""},
		{"filled elsewhere", "q /M gs 1 0 0 rg 100 40 90 30 re f Q", ""},
		{"not filled", "", ""},
	} {
		p := page(t, build(c.paint+" q /T gs "+text+" Q", res, "", mask))
		if got := shown(p, glyph.Visible); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// Pictures with a veil of their own hide what is beneath by that.
func TestVeiledPictures(t *testing.T) {
	const text = "BT /F 10 Tf 10 50 Td (X) Tj ET q 200 0 0 100 0 0 cm /I Do Q BT /F 10 Tf 90 50 Td (Y) Tj ET"
	gray := "/Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray "
	for _, c := range []struct {
		name, veil string
		want       string
	}{
		{"opaque", "\xff\xff", "Y"},
		{"clear", "\x00\x00", "XY"},
		{"in part", "\xff\x00", "XY"},
	} {
		p := page(t, build("1 0 0 rg "+text+" BT /F 10 Tf 90 80 Td (Z) Tj ET", helvetica+"/XObject << /I 10 0 R >>", "", stream(gray+"/SMask 11 0 R", "\x20\x90"), stream(gray, c.veil)))
		if got := shown(p, glyph.Visible); got != c.want+"Z" {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want+"Z")
		}
	}
}

// A JPEG of one colour is a ground of it.
func TestFlatJPEG(t *testing.T) {
	for _, c := range []struct {
		name   string
		colour func(x, y int) color.Gray
		want   paint
	}{
		{"white", func(int, int) color.Gray { return color.Gray{Y: 255} }, white},
		{"black and white", func(x, _ int) color.Gray { return color.Gray{Y: uint8(x / 32 * 255)} }, unknown},
	} {
		m := greys(64, 64, c.colour)
		var b bytes.Buffer
		if err := jpeg.Encode(&b, m, nil); err != nil {
			t.Fatal(err)
		}
		if got := flatJPEG(b.Bytes()); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
	if got := flatJPEG([]byte("no picture")); got != unknown {
		t.Errorf("no picture: got %v", got)
	}
}

func greys(w, h int, at func(x, y int) color.Gray) *stdimage.Gray {
	m := stdimage.NewGray(stdimage.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetGray(x, y, at(x, y))
		}
	}
	return m
}

// Layers take the state for viewing where the configuration says so.
func TestStateForViewing(t *testing.T) {
	for _, c := range []struct {
		event, state string
		want         glyph.Why
	}{
		{"View", "OFF", glyph.HiddenLayer},
		{"View", "ON", glyph.Visible},
		{"Print", "OFF", glyph.Visible},
	} {
		group := "<< /Type /OCG /Name (g) /Usage << /View << /ViewState /" + c.state + " >> >> >>"
		data := build("/OC /L BDC BT /F 10 Tf 10 50 Td (X) Tj ET EMC", helvetica+"/Properties << /L 10 0 R >>", "", group)
		data = rewrite(data, "/Pages 2 0 R >>", "/Pages 2 0 R /OCProperties << /OCGs [10 0 R] /D << /AS [<< /Event /"+c.event+" /Category [/View] /OCGs [10 0 R] >>] >> >> >>")
		if p := page(t, data); len(p.Glyphs) != 1 || p.Glyphs[0].Hidden != c.want {
			t.Errorf("%s %s: got %+v, want %q", c.event, c.state, p.Glyphs, c.want)
		}
	}
}

func TestCalculator(t *testing.T) {
	for _, c := range []struct {
		program string
		in      []float64
		want    float64
		fails   bool
	}{
		{"{1 exch sub}", []float64{0.25}, 0.75, false},
		{"{dup 0.5 gt {pop 1} {pop 0} ifelse}", []float64{0.75}, 1, false},
		{"{0.5 lt {1} if}", []float64{0.25}, 1, false},
		{"{2 copy add 3 1 roll pop pop}", []float64{0.25, 0.5}, 0.75, false},
		{"{1 index exch pop}", []float64{0.25, 0.5}, 0.25, false},
		{"{ % a remark\n 2 exp 4 mul sqrt }", []float64{0.25}, 0.5, false},
		{"{5 3 mod exch pop 10 div}", []float64{0}, 0.2, false},
		{"{true {0.5} {0} ifelse exch pop}", []float64{0}, 0.5, false},
		{"{0 div}", []float64{1}, 0, true},
		{"{pop pop}", []float64{1}, 0, true},
		{"{-1 copy}", []float64{1}, 0, true},
		{"{5 1 roll}", []float64{1}, 0, true},
		{"{show}", []float64{1, 1}, 0, true},
	} {
		f := &function{kind: 4, code: parseCalc([]byte(c.program)), rng: []float64{0, 1}}
		for range c.in {
			f.domain = append(f.domain, 0, 1)
		}
		got := f.eval(c.in)
		if c.fails != (got == nil) || got != nil && !near(got[0], c.want) {
			t.Errorf("%s of %v: got %v, want %v", c.program, c.in, got, c.want)
		}
	}
	for _, bad := range []string{"", "1", "{", "{{}", "{1} {2}", "}"} {
		if parseCalc([]byte(bad)) != nil {
			t.Errorf("%q: got a program, want none", bad)
		}
	}
}
