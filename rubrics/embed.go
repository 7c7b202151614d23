// Package rubrics holds the rubrics that pique ships, as the files that a
// hiring manager can read and copy. Names lists them, Get loads one, Source
// gives the text of one to start from.
package rubrics

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"pique/rubric"
)

//go:embed *.yaml
var files embed.FS

// Default is the name of the rubric that is used where none is named.
const Default = "hiring-essay"

// start is the commented file from which a new rubric begins. It is no
// rubric to score with, and not among Names.
const start = "start"

// Names returns the names of the shipped rubrics, sorted.
func Names() []string {
	var names []string
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if name := strings.TrimSuffix(e.Name(), ".yaml"); name != start {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Source returns the text of a shipped rubric, or an error that wraps
// fs.ErrNotExist.
func Source(name string) ([]byte, error) {
	data, err := files.ReadFile(name + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("no rubric %q is shipped: %w", name, err)
	}
	return data, nil
}

// Get loads a shipped rubric.
func Get(name string) (*rubric.Rubric, error) {
	data, err := Source(name)
	if err != nil {
		return nil, err
	}
	return rubric.ParseTested(name+".yaml", data)
}
