package layout

import (
	"os"

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
