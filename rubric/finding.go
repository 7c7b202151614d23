package rubric

import (
	"cmp"
	"fmt"
	"slices"
)

// Finding is one thing that a rubric could do better, or must.
type Finding struct {
	Line   int    `json:"line"` // of the file, from 1
	Col    int    `json:"col"`  // from 1
	Check  string `json:"check"`
	Fault  bool   `json:"fault"` // it must be mended; else it is advice
	Signal string `json:"signal,omitempty"`
	Msg    string `json:"message"` // what is wrong
	Do     string `json:"do"`      // what to do
}

// The checks of a rubric, by the names that findings bear.
const (
	CheckExample   = "example"   // an example or near miss that comes out otherwise
	CheckLevel     = "level"     // a level, number or link that can never count
	CheckMaximum   = "maximum"   // the best candidate there can be has not 100 points
	CheckNever     = "never"     // a phrase or rule that can never fire
	CheckDead      = "dead"      // a phrase that no example fires
	CheckCovered   = "covered"   // a phrase that another always covers
	CheckUnused    = "unused"    // a word list or override that nothing uses
	CheckTop       = "top"       // a highest level that no example reaches
	CheckOverlap   = "overlap"   // two signals that count the same words
	CheckExclusion = "exclusion" // an exclusion that excludes no near miss
	CheckColumn    = "column"    // a head too long for the table
	CheckTwice     = "twice"     // the same text twice
	CheckQuestion  = "question"  // a question that does not read well with an example
	CheckText      = "text"      // a text of a question that no example fills
)

// Coverage counts what the examples of a rubric try out.
type Coverage struct {
	Phrases    int `json:"phrases"` // that make a signal show
	Fired      int `json:"fired"`   // of them by an example
	Exclusions int `json:"exclusions"`
	Excluding  int `json:"excluding"` // of them those that keep an example from showing more
	Entries    int `json:"entries"`   // of word lists
	Found      int `json:"found"`     // of them in an example
	Texts      int `json:"texts"`     // of questions
	Filled     int `json:"filled"`    // of them by an example
}

// Inspection is all that was found out about a rubric.
type Inspection struct {
	Findings []Finding `json:"findings"` // in the order of the file
	Coverage Coverage  `json:"coverage"`
}

// Faults counts the findings that must be mended.
func (i Inspection) Faults() int {
	n := 0
	for _, f := range i.Findings {
		if f.Fault {
			n++
		}
	}
	return n
}

// inspector gathers findings.
type inspector struct {
	r     *Rubric
	out   []Finding
	cover Coverage
}

func (x *inspector) find(check string, fault bool, s *signal, at spot, do, format string, args ...any) {
	f := Finding{Line: max(at.line, 1), Col: max(at.col, 1), Check: check, Fault: fault, Msg: fmt.Sprintf(format, args...), Do: do}
	if s != nil {
		f.Signal = s.id
	}
	x.out = append(x.out, f)
}

// Inspect checks a rubric by itself and by its examples. Faults are what
// makes results wrong; the rest is advice.
func (r *Rubric) Inspect() Inspection {
	x := &inspector{r: r}
	x.examples()
	x.levels()
	x.columns()
	x.phrases()
	x.trials()
	x.questions()
	slices.SortStableFunc(x.out, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	return Inspection{append([]Finding{}, x.out...), x.cover}
}
