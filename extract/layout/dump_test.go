package layout

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"pique/extract/content"
	"pique/extract/glyph"
)

// load reads the pages of a file with the first engine.
func load(path string) ([]glyph.Page, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	f, err := content.Read(data, content.Options{})
	if err != nil {
		return nil, err
	}
	return f.Pages, nil
}

func TestDump(t *testing.T) {
	fs := os.Getenv("DUMP")
	if fs == "" {
		t.Skip()
	}
	for _, f := range strings.Fields(fs) {
		pages, err := load(f)
		if err != nil {
			t.Log(err)
		}
		t0 := time.Now()
		ls := Lines(pages)
		dt := time.Since(t0)
		fmt.Println("=====", f, dt)
		for _, l := range ls {
			fmt.Printf("%d.%d %s%s |%s| %v\n", l.Page, l.Column, [...]string{"t", "H", "T", "-", "R"}[l.Kind], strings.Repeat("+", len(l.Spans)-1), l.Text, l.Gaps)
		}
	}
}
