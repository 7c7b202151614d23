package layout

import (
	"fmt"
	"os"
	"strconv"
	"testing"
)

func TestGlyphs(t *testing.T) {
	f := os.Getenv("GL")
	if f == "" {
		t.Skip()
	}
	y0, _ := strconv.ParseFloat(os.Getenv("Y0"), 64)
	y1, _ := strconv.ParseFloat(os.Getenv("Y1"), 64)
	pages, _ := load(f)
	pg := 1
	if s := os.Getenv("PG"); s != "" {
		pg, _ = strconv.Atoi(s)
	}
	for _, p := range pages {
		if p.Number != pg {
			continue
		}
		for _, r := range p.Rules {
			if r.Box[1] >= y0 && r.Box[1] <= y1 {
				fmt.Printf("rule %.1f\n", r.Box)
			}
		}
		for _, b := range p.Dots {
			if b[1] >= y0 && b[1] <= y1 {
				fmt.Printf("dot %.1f\n", b)
			}
		}
		for _, g := range p.Glyphs {
			if g.Base >= y0 && g.Base <= y1 {
				fmt.Printf("%q %.1f-%.1f base %.2f size %.1f a%d %s %v %v %v %s\n", g.Text, g.Box[0], g.Box[2], g.Base, g.Size, g.Angle, g.Font.Name, g.Font.Bold, g.Font.Icon, g.Color, g.Hidden)
			}
		}
	}
}
