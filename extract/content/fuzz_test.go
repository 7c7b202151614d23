package content

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// contentSeeds are content streams for fuzzing, one or more for each thing
// that the interpreter knows.
var contentSeeds = []string{
	"BT /F 10 Tf 1 0 0 1 10 50 Tm [(He) -20 (llo)] TJ T* (x) ' 1 2 (y) \" ET",
	"q 1 0 0 -1 0 100 cm 0 40 200 30 re W n 1 0 0 rg f Q Q Q",
	"BI /W 2 /H 2 /BPC 8 /CS /G /F [/AHx] ID 00112233> EI Q",
	"/Span << /ActualText <FEFF00E9> >> BDC BT /F 10 Tf (*) Tj ET EMC EMC",
	"/X Do /X Do /E gs /S sh /P cs 1 0 0 /N scn 10 10 m 20 20 30 30 40 40 c h B*",
	"BT 3 Tr /F 1e9 Tf 99999999999999999999 0 Td (a(b) Tj [ [ << /a",
	"<< << [ ( \\777 <zz BT ET ]]>> /#00#41 1.2.3 --4 Td",
}

func FuzzContent(f *testing.F) {
	for _, s := range contentSeeds {
		f.Add([]byte(s))
	}
	own := contentsOf(f, "../../testdata/resumes/*.pdf", "../../testdata/portfolios/*.pdf", "../../testdata/hidden/*.pdf")
	if len(contentSeeds) != 7 || len(own) < 100 {
		f.Fatalf("got %d and %d seeds, want 7 and 100 or more", len(contentSeeds), len(own))
	}
	for _, s := range append(own, contentsOf(f, "../../../shared/corpus/synth/*.pdf", "../../../shared/corpus/odd/*.pdf")...) {
		f.Add(s)
	}
	form := stream("/Subtype /Form /BBox [0 0 200 100] /Resources << /Font << /F 5 0 R >> /XObject << /X 10 0 R >> >>", "BT /F 10 Tf 10 50 Td (a) Tj ET /X Do")
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		file := build(string(data), helvetica+" /XObject << /X 10 0 R >> /ExtGState << /E << /ca 0.5 /BM /Screen /SMask << /S /Luminosity /G 10 0 R >> >> >> /Pattern << /N << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceGray /Function << /FunctionType 2 /N 1 >> >> >> >>", "", form)
		got, err := Read(file, Options{Context: ctx})
		if err != nil {
			t.Skip(err)
		}
		for _, p := range got.Pages {
			for _, g := range p.Glyphs {
				for _, v := range g.Box {
					if v != v {
						t.Fatalf("a box is not a number: %v", g)
					}
				}
			}
		}
	})
}

// contentsOf returns the start of the content of the first page of each file.
func contentsOf(tb testing.TB, globs ...string) [][]byte {
	tb.Helper()
	const most, largest = 4 << 10, 1 << 18 // bytes of a seed, of a file
	var out [][]byte
	for _, g := range globs {
		names, err := filepath.Glob(g)
		if err != nil {
			tb.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				tb.Fatal(err)
			}
			// The files of others whose names begin with h are bombs.
			if len(data) > largest || filepath.Base(name)[0] == 'h' && strings.Contains(g, "synth") {
				continue
			}
			k := newKit()
			_ = guard("seed", func() {
				d, _, err := open(data, Options{Context: tb.Context()}, false, k)
				if err != nil {
					return
				}
				d.left = largest
				if pages, _ := d.tree(1); len(pages) > 0 {
					if b := d.contents(pages[0].v.Key("Contents")); len(b) > 0 {
						out = append(out, bytes.Clone(b[:min(len(b), most)]))
					}
				}
			})
		}
	}
	return out
}

func FuzzRead(f *testing.F) {
	f.Add(build(hello, helvetica, ""))
	f.Add(compressed())
	f.Add(rewrite(build(hello, helvetica, ""), "startxref\n", "startxref\n9"))
	f.Add(tricky("/V gs 1 g BT /F 10 Tf 10 50 Td (X) Tj ET /Pattern cs /P scn 0 40 200 30 re f /H Do"))
	own := 0
	for _, folder := range []string{"odd", "hidden"} {
		names, err := filepath.Glob("../../testdata/" + folder + "/*.pdf")
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range names {
			if data, err := os.ReadFile(name); err == nil && len(data) < 32<<10 {
				f.Add(data)
				own++
			}
		}
	}
	if own < 12 {
		f.Fatalf("got %d seeds from testdata, want 12 or more", own)
	}
	for _, folder := range []string{"corpus/synth"} {
		for _, up := range []string{"../../../shared/", "../../shared/"} {
			dir, err := os.ReadDir(up + folder)
			if err != nil {
				continue
			}
			for _, e := range dir {
				// The largest of these are bombs, too slow for seeds.
				if data, err := os.ReadFile(up + folder + "/" + e.Name()); err == nil && len(data) < 4096 && e.Name()[0] != 'h' {
					f.Add(data)
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_, _ = Read(data, Options{Context: ctx, MaxPages: 20})
	})
}
