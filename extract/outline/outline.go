package outline

import "pique/extract/layout"

// Section kinds. The names are those of the JSON output.
const (
	Header       = "header" // name and contact facts above the first heading
	Experience   = "experience"
	Education    = "education"
	Projects     = "projects"
	Publications = "publications"
	Research     = "research"
	Skills       = "skills"
	Objective    = "objective" // also summary, profile, about me
	Coursework   = "coursework"
	Awards       = "awards"
	References   = "references"
	Teaching     = "teaching"
	Service      = "service" // reviewing, volunteering, leadership, memberships
	Other        = "other"
)

// Outline is a document put in order.
type Outline struct {
	Lines    []Line
	Sections []Section
	Entries  []Entry
	Name     string   // of the person, as printed; empty where unknown
	Email    string   // the first address printed or linked
	Phone    string   // as printed
	Links    []string // every web address, printed or linked, in order, each once
}

// Line is a logical line and its place.
type Line struct {
	layout.Line
	Section int // index into Outline.Sections
	Entry   int // index into Outline.Entries, -1 where none
	// Inside tells the part of the entry: head lines name title,
	// organisation, dates; body lines say what was done.
	Head bool
}

// Section is a heading and what stands under it. One that a sidebar, a page
// or a list of courses interrupts goes on in another Section of the same kind
// and heading.
type Section struct {
	Kind       string
	Heading    string // as printed; empty for the header block
	Start, End int    // lines, [Start, End), the heading included
}

// Entry is a job, a project, a degree or a publication within a section.
type Entry struct {
	Section      int
	Start, End   int // lines, [Start, End)
	Title        string
	Organisation string
	Dates        Dates
	Links        []string // that stand in the head
}

// Dates is a span of time, as printed and normalised.
type Dates struct {
	Text       string // as printed: "Jun 2023 – Sep 2023"; empty where none
	Start, End string // "2023-06", "2023" or ""; End is "present" for what goes on
}

// Of returns the section kind in which line i stands.
func (o *Outline) Of(i int) string { return o.Sections[o.Lines[i].Section].Kind }
