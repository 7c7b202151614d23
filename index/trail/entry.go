package trail

import (
	"strings"
	"time"
	"unicode"
)

// What an entry can be.
const (
	Rating   = "rating"   // an interviewer rated an answer
	Remark   = "remark"   // an interviewer noted something of an answer without rating it
	Decision = "decision" // somebody decided what comes next for a candidate
	Erasure  = "erasure"  // lines were erased; Why says on whose word
	Mended   = "mended"   // a line that a crash had cut off stands in Text
)

// The decisions that there are.
const (
	Next = "next" // goes on to the next step
	Hold = "hold" // waits
	No   = "no"
)

// Choices lists the decisions.
func Choices() []string { return []string{Next, Hold, No} }

// The lowest and the highest rating.
const (
	Lowest  = 1
	Highest = 5
)

// Person is whom an entry is about.
type Person struct {
	SHA256 string `json:"sha256"` // of the content that was at hand, in hexadecimal
	File   string `json:"file"`   // as the index had it
	Name   string `json:"name"`   // "" where none could be read
}

// Is reports whether two are the same person for all that is known: the same
// content, or the same file with the same name, which is what an updated
// resume keeps. Namesakes with files of different names are different people.
func (p Person) Is(o Person) bool {
	if p.SHA256 != "" && p.SHA256 == o.SHA256 {
		return true
	}
	return p.File != "" && p.File == o.File && fold(p.Name) == fold(o.Name)
}

// Namesake reports whether two bear the same name, whatever their files: they
// may be one person, which only somebody who knows them can tell.
func (p Person) Namesake(o Person) bool {
	return fold(p.Name) != "" && fold(p.Name) == fold(o.Name)
}

// fold makes names comparable: letters alone, small.
func fold(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	return strings.Join(words, " ")
}

// Entry is one line of a trail.
type Entry struct {
	Time   time.Time `json:"time"` // UTC, to the second
	What   string    `json:"what"` // Rating, Decision, Erasure or Mended
	By     string    `json:"by,omitempty"`
	Person Person    `json:"person,omitzero"`

	Question string `json:"question,omitempty"` // id in the sheet: "faster-1"
	Signal   string `json:"signal,omitempty"`   // that the question is about
	Rubric   string `json:"rubric,omitempty"`   // that has the question
	Rating   int    `json:"rating,omitempty"`   // Lowest to Highest
	Note     string `json:"note,omitempty"`

	Choice string `json:"choice,omitempty"` // Next, Hold or No
	Why    string `json:"why,omitempty"`    // of a decision or an erasure

	Lines []int  `json:"lines,omitempty"` // numbers of those that an erasure emptied
	Text  string `json:"text,omitempty"`  // of a line that was cut off

	// The place in the chain; Append fills it.
	Number int    `json:"-"` // from 1
	Hash   string `json:"-"` // of this line and so of all before it, in hexadecimal
	Erased bool   `json:"-"` // the content was erased: the fields above are empty
}
