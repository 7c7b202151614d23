package main

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"pique/rubric"
)

// maxSheet bounds the file of edited sheets, in bytes.
const maxSheet = 8 << 20

// What an edited sheet is known by. sheetMarkdown writes it, readSheet reads
// it.
const (
	sheetMark       = "<!-- pique sheet, candidate %s -->"
	interviewerMark = "Interviewer:"
	ratingMark      = "Rating (1 to 5):"
	notesMark       = "Notes:"
)

// sheetForms are the lines of a sheet that are read back.
var sheetForms = sync.OnceValue(func() (f struct{ sheet, heading, by, rating, notes, number *regexp.Regexp }) {
	f.sheet = regexp.MustCompile(`^<!--\s*pique sheet, candidate ([0-9a-f]{8,64})\s*-->$`)
	f.heading = regexp.MustCompile("^##\\s.*`([a-z0-9-]+)`\\s*$")
	f.by = regexp.MustCompile(`(?i)^[*_]*interviewer[*_]*\s*:[*_]*\s*(.*)$`)
	f.rating = regexp.MustCompile(`(?i)^[-*_>\s]*rating\b([^:]*)(:?)[*_]*\s*(.*)$`)
	f.notes = regexp.MustCompile(`(?i)^[*_]*notes?[*_]*\s*:[*_]*\s*(.*)$`)
	f.number = regexp.MustCompile(`^[[(*_]*\s*(-?\d+)\s*(?:/\s*5)?\s*[\])*_]*$`)
	return f
})

// answer is what an interviewer wrote under one question.
type answer struct {
	candidate string // start of the hash
	sheetLine int    // of the candidate, from 1
	by        string
	question  string
	rating    string // "" where there is none
	note      string
	line      int // of the rating, else of the question
}

// sheetFault is a line of a sheet that cannot be read.
type sheetFault struct {
	line int // from 1
	msg  string
}

// sheetReader goes through a sheet line by line.
type sheetReader struct {
	candidate string
	sheetLine int
	by        string
	open      *answer // the question at hand
	openLine  int
	rated     bool // its line for a rating was seen
	noting    bool
	notes     []string
	seen      map[string]int // lines of questions
	answers   []answer
	faults    []sheetFault
}

// readSheet reads the answers of one or several sheets. Answers without
// rating and notes are left out.
func readSheet(text string) ([]answer, []sheetFault) {
	r := &sheetReader{seen: map[string]int{}}
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, l := range lines {
		r.line(i+1, l)
	}
	r.close()
	if r.sheetLine == 0 && len(r.faults) == 0 {
		r.fault(1, "no line says whose sheet it is (%q was expected, as prompts --format markdown writes it)", fmt.Sprintf(sheetMark, "HASH"))
	}
	return r.answers, r.faults
}

func (r *sheetReader) fault(line int, format string, args ...any) {
	r.faults = append(r.faults, sheetFault{line, fmt.Sprintf(format, args...)})
}

// line reads one line.
func (r *sheetReader) line(n int, raw string) {
	f := sheetForms()
	l := strings.TrimSpace(raw)
	switch {
	case strings.HasPrefix(l, "<!--") && strings.Contains(l, "pique"):
		r.close()
		m := f.sheet.FindStringSubmatch(l)
		r.sheetLine = n
		r.candidate, r.by, r.seen = "", "", map[string]int{}
		if m == nil {
			r.fault(n, "this does not say whose sheet it is (%q was expected)", fmt.Sprintf(sheetMark, "HASH"))
			return
		}
		r.candidate = m[1]
	case strings.HasPrefix(l, "## "):
		r.close()
		m := f.heading.FindStringSubmatch(l)
		if m == nil {
			if strings.Contains(l, "`") {
				r.fault(n, "this heading has no id of a question at its end (`faster-1` was expected)")
			}
			return
		}
		switch before := r.seen[m[1]]; {
		case r.sheetLine == 0:
			r.fault(n, "no line above says whose sheet it is (%q was expected)", fmt.Sprintf(sheetMark, "HASH"))
		case before > 0:
			r.fault(n, "question %q stands in line %d already", m[1], before)
		}
		r.seen[m[1]] = n
		r.open = &answer{candidate: r.candidate, sheetLine: r.sheetLine, by: r.by, question: m[1], line: n}
		r.openLine = n
	case strings.HasPrefix(l, "# "), l == "---":
		r.close()
	case r.open == nil:
		if m := f.by.FindStringSubmatch(l); m != nil {
			r.by = plainName(m[1])
		} else if m := f.rating.FindStringSubmatch(l); m != nil && m[2] != "" && strings.TrimSpace(m[3]) != "" {
			r.fault(n, "this rating stands under no question")
		}
	case f.notes.MatchString(l):
		r.noting = true
		r.notes = append(r.notes, f.notes.FindStringSubmatch(l)[1])
	case !r.noting && f.rating.MatchString(l):
		r.rating(n, f.rating.FindStringSubmatch(l))
	case r.noting:
		r.notes = append(r.notes, strings.TrimRight(raw, " \t\r"))
	}
}

// rating reads the line with a rating: its words, its colon, what is behind.
func (r *sheetReader) rating(n int, m []string) {
	if r.rated {
		r.fault(n, "question %q has a second rating", r.open.question)
		return
	}
	r.rated = true
	value := strings.Trim(m[3], " _.")
	if m[2] == "" {
		r.fault(n, "no colon stands before the rating (%q was expected)", ratingMark)
		return
	}
	if value == "" {
		return
	}
	num := sheetForms().number.FindStringSubmatch(value)
	if num == nil {
		r.fault(n, "rating %q (a whole number from 1 to 5 was expected; words go behind %q)", clean(value), notesMark)
		return
	}
	r.open.rating, r.open.line = num[1], n
}

// close ends the question at hand.
func (r *sheetReader) close() {
	if r.open == nil {
		return
	}
	r.open.note = strings.TrimSpace(strings.Join(r.notes, "\n"))
	if !r.rated && r.open.question != rubric.HiddenID {
		r.fault(r.openLine, "question %q has no line for its rating (%q was expected)", r.open.question, ratingMark)
	}
	if (r.open.rating != "" || r.open.note != "") && r.open.question != rubric.HiddenID {
		r.answers = append(r.answers, *r.open)
	}
	r.open, r.rated, r.noting, r.notes = nil, false, false, nil
}

func plainName(s string) string { return strings.Join(strings.Fields(strings.Trim(s, "*_ ")), " ") }
