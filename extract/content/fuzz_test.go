package content

import (
	"context"
	"os"
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
	if len(contentSeeds) != 7 {
		f.Fatalf("got %d seeds, want 7", len(contentSeeds))
	}
	form := stream("/Subtype /Form /BBox [0 0 200 100] /Resources << /Font << /F 5 0 R >> /XObject << /X 10 0 R >> >>", "BT /F 10 Tf 10 50 Td (a) Tj ET /X Do")
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		file := build(string(data), helvetica+" /XObject << /X 10 0 R >> /ExtGState << /E << /ca 0.5 >> >>", "", form)
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

func FuzzRead(f *testing.F) {
	f.Add(build(hello, helvetica, ""))
	f.Add(compressed())
	f.Add(rewrite(build(hello, helvetica, ""), "startxref\n", "startxref\n9"))
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
