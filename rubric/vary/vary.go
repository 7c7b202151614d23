package vary

import (
	"slices"

	"pique/extract"
	"pique/extract/layout"
	"pique/extract/outline"
	"pique/rubric"
)

// Difference is something that a variation changed and should not have.
type Difference struct {
	File      string `json:"file"`
	Variation string `json:"variation"`
	Signal    string `json:"signal"` // empty where it is the kind of candidate
	Before    string `json:"before"` // level, or kind
	After     string `json:"after"`
	Quote     string `json:"quote"` // the strongest evidence, of the side that has more
	Page      int    `json:"page"`  // from 1
}

// variation is a change that must not matter.
type variation struct {
	name  string
	edits func(d *extract.Document) editor                              // of words; or
	whole func(d *extract.Document, keywords []string) extract.Document // of the order
}

var variations = []variation{
	{name: "another name", edits: otherName},
	{name: "a short name", edits: shortName},
	{name: "a long name", edits: longName},
	{name: "other pronouns", edits: otherPronouns},
	{name: "pronouns after the name", edits: pronounsAfterName},
	{name: "another e-mail address", edits: otherEmail},
	{name: "another city", edits: otherCity},
	{name: "another school", edits: otherSchool},
	{name: "a famous school", edits: famousSchool},
	{name: "three years earlier", edits: earlier},
	{name: "a skills line with every keyword", whole: stuffed},
	{name: "sections in reverse order", whole: reversed},
}

// Variations returns the names of the changes that Check makes.
func Variations() []string {
	out := make([]string, len(variations))
	for i, v := range variations {
		out[i] = v.name
	}
	return out
}

// Trial tries one rubric on documents. It may be used by any number of
// goroutines.
type Trial struct {
	rubric   *rubric.Rubric
	keywords []string
}

// New returns the trial of a rubric.
func New(r *rubric.Rubric) *Trial { return &Trial{r, r.Keywords()} }

// Check makes each variation of a document and returns what it changed in
// what the rubric shows. A document that could not be read shows nothing.
func (t *Trial) Check(d *extract.Document) []Difference {
	if d.Status == extract.Unreadable {
		return nil
	}
	var out []Difference
	r, keywords := t.rubric, t.keywords
	plain := r.Score(d)
	anew := edited(d, nil)
	reread := r.Score(&anew)
	for _, v := range variations {
		before := plain
		var changed extract.Document
		if v.edits != nil {
			before = reread
			changed = edited(d, v.edits(d))
		} else {
			changed = v.whole(d, keywords)
		}
		out = append(out, differences(r, v.name, before, r.Score(&changed))...)
	}
	return out
}

// edited returns the document with the edits made in each line, read anew.
func edited(d *extract.Document, e editor) extract.Document {
	lines := make([]layout.Line, len(d.Lines))
	for i := range d.Lines {
		lines[i] = d.Lines[i].Line
		if e != nil {
			lines[i] = apply(lines[i], e(lines[i].Text))
		}
	}
	out := *d
	out.Outline = outline.Of(lines, nil)
	return out
}

// differences compares what a rubric shows before and after.
func differences(r *rubric.Rubric, name string, before, after rubric.Candidate) []Difference {
	var out []Difference
	for _, s := range r.Signals() {
		a, b := signalOf(before, s.ID), signalOf(after, s.ID)
		if a.Level == b.Level {
			continue
		}
		more := a
		if b.Level > a.Level {
			more = b
		}
		d := Difference{File: before.File, Variation: name, Signal: s.ID, Before: rubric.LevelName(a.Level), After: rubric.LevelName(b.Level)}
		if len(more.Evidence) > 0 {
			d.Quote, d.Page = more.Evidence[0].Quote, more.Evidence[0].Page
		}
		out = append(out, d)
	}
	if before.Kind != after.Kind && len(out) == 0 {
		out = append(out, Difference{File: before.File, Variation: name, Before: before.Kind, After: after.Kind})
	}
	return out
}

func signalOf(c rubric.Candidate, id string) rubric.Signal {
	i := slices.IndexFunc(c.Signals, func(s rubric.Signal) bool { return s.ID == id })
	if i < 0 {
		return rubric.Signal{}
	}
	return c.Signals[i]
}
