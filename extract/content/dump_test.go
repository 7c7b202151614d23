package content

import (
	"fmt"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	p := os.Getenv("DUMP")
	if p == "" {
		t.Skip()
	}
	data, _ := os.ReadFile(p)
	f, err := Read(data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("RAW") != "" {
		for _, pg := range f.Pages {
			fmt.Println("page", pg.Number, pg.Width, pg.Height, pg.Images, len(pg.Rules), len(pg.Links), pg.Err)
			for _, g := range pg.Glyphs {
				fmt.Printf("%q %.1f base %.1f size %.1f ang %d %s %v hid %q code %x\n", g.Text, g.Box, g.Base, g.Size, g.Angle, g.Font.Name, g.Color, g.Hidden, g.Code)
			}
		}
		return
	}
	fmt.Println(naiveText(f.Pages))
}
