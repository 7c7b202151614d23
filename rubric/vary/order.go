package vary

import (
	"slices"
	"strings"

	"pique/extract"
	"pique/extract/layout"
	"pique/extract/outline"
)

// wordsEach is how many keywords stand in a line of skills.
const wordsEach = 25

// stuffed adds lines with every keyword to the skills, or a section of them
// at the end.
func stuffed(d *extract.Document, keywords []string) extract.Document {
	out := *d
	out.Lines, out.Sections, out.Entries = slices.Clone(d.Lines), slices.Clone(d.Sections), slices.Clone(d.Entries)
	if len(d.Lines) == 0 {
		return out
	}
	last := d.Lines[len(d.Lines)-1]
	section := outline.Section{Kind: outline.Skills, Heading: "Skills", Start: len(out.Lines)}
	add := func(text string, kind layout.Kind) {
		out.Lines = append(out.Lines, outline.Line{Line: layout.Line{
			Text: text, Kind: kind, Page: last.Page, Size: last.Size, Box: last.Box,
			Spans: []layout.Span{{End: len(text), Page: last.Page, Box: last.Box}},
		}, Section: len(d.Sections), Entry: -1})
	}
	add("Skills", layout.Heading)
	for chunk := range slices.Chunk(keywords, wordsEach) {
		add("Keywords: "+strings.Join(chunk, ", "), layout.Text)
	}
	section.End = len(out.Lines)
	out.Sections = append(out.Sections, section)
	return out
}

// reversed turns the order of the sections round, the header left where it
// is.
func reversed(d *extract.Document, _ []string) extract.Document {
	out := *d
	out.Lines, out.Sections, out.Entries = nil, nil, nil
	var order []int
	for i := range d.Sections {
		if d.Sections[i].Kind == outline.Header {
			order = append(order, i)
		}
	}
	for i := len(d.Sections) - 1; i >= 0; i-- {
		if d.Sections[i].Kind != outline.Header {
			order = append(order, i)
		}
	}
	entryAt := make([]int, len(d.Entries))
	for to, from := range order {
		s := d.Sections[from]
		by := len(out.Lines) - s.Start
		for e := range d.Entries {
			if d.Entries[e].Section != from {
				continue
			}
			entry := d.Entries[e]
			entry.Section, entry.Start, entry.End = to, entry.Start+by, entry.End+by
			entryAt[e] = len(out.Entries)
			out.Entries = append(out.Entries, entry)
		}
		for _, l := range d.Lines[s.Start:s.End] {
			l.Section = to
			if l.Entry >= 0 {
				l.Entry = entryAt[l.Entry]
			}
			out.Lines = append(out.Lines, l)
		}
		s.Start, s.End = s.Start+by, s.End+by
		out.Sections = append(out.Sections, s)
	}
	return out
}
