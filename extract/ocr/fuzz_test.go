package ocr

import (
	"math"
	"testing"
)

// FuzzTable lays out whatever the program may print.
func FuzzTable(f *testing.F) {
	f.Add(table)
	f.Add("5\t1\t1\t1\t1\t1\t-9\t1e5\t1e300\t1e-300\t99\tgjpq ﬁ ©\n5\t1\t1\t1\t1\t2\t9\t9\t9\t9\t99\t…\n")
	f.Fuzz(func(t *testing.T, tsv string) {
		ws := parse(tsv)
		if len(ws) > maxWords {
			t.Fatalf("%d words", len(ws))
		}
		for _, g := range glyphs(ws, 0.24, 0.24) {
			if g.Text == "" || !(g.Size >= 1) || math.IsInf(g.Size, 0) {
				t.Fatalf("glyph %+v", g)
			}
			for _, v := range append(g.Box[:], g.Base) {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Fatalf("glyph %+v", g)
				}
			}
		}
	})
}
