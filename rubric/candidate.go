package rubric

import "pique/extract"

// Candidate is what pique says of one file, or of the files of one person
// ([Rubric.Join]): the JSON contract of score, search and show.
type Candidate struct {
	File   string   `json:"file"` // relative to the path given, slashes forward
	SHA256 string   `json:"sha256"`
	Status string   `json:"status"` // ok, partial or unreadable
	Reason string   `json:"reason"` // one line; empty where ok
	Pages  int      `json:"pages"`
	Name   string   `json:"name"`
	Email  string   `json:"email"`
	Phone  string   `json:"phone"` // as printed
	Links  []string `json:"links"`
	Kind   string   `json:"kind"`  // empty where unreadable
	Score  float64  `json:"score"` // 0 to 100, one decimal; see Status before comparing
	Rubric string   `json:"rubric"`

	// Copies are the other files of the same bytes.
	Copies []string `json:"copies,omitempty"`
	// Documents are those of a person who handed in several, the one with
	// the most points first; nil for one.
	Documents []Part `json:"documents,omitempty"`

	// Overrides are the protected traits that the rubric looks for on purpose.
	Overrides []Override `json:"overrides,omitempty"`

	Signals []Signal         `json:"signals"` // those present, in the rubric's order
	Hidden  []extract.Hidden `json:"hidden"`
}

// Signal is one signal that a file shows.
type Signal struct {
	ID       string     `json:"id"`
	Level    int        `json:"level"`    // 1 claimed, 2 specific, 3 measured, 4 verifiable
	Points   float64    `json:"points"`   // what it adds to Score
	Weight   float64    `json:"weight"`   // the most that it can add
	Why      string     `json:"why"`      // why it has this level
	Next     string     `json:"next"`     // what the next level lacks; empty at the highest that the signal has
	Evidence []Evidence `json:"evidence"` // strongest first
}

// Evidence is a quote that a reader finds on the page.
type Evidence struct {
	Quote   string            `json:"quote"`          // verbatim: a logical line or a sentence of it
	File    string            `json:"file,omitempty"` // that is quoted, where a person has several; empty elsewhere
	Page    int               `json:"page"`           // from 1
	Box     [4]float64        `json:"box"`            // left, top, right, bottom in points from the top left
	Section string            `json:"section"`
	Level   int               `json:"level"`
	Facts   map[string]string `json:"facts,omitempty"` // organisation, title, dates, measure, baseline, ratio, condition, link, ...
	Line    int               `json:"line"`            // of Document.Lines, from 0

	// Support is what else the level rests on: the result that stands in the
	// entry of the role that is quoted.
	Support []Support `json:"support,omitempty"`
}

// Support is a quote beside the one that shows a signal.
type Support struct {
	For   string `json:"for"`   // what stands there: measure, link, organisation, dates, title, or company that the rule asks for
	Quote string `json:"quote"` // verbatim, as in Evidence
	Page  int    `json:"page"`  // from 1
	Line  int    `json:"line"`  // of Document.Lines, from 0
}
