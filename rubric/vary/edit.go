package vary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract/layout"
)

// editor finds what to change in a line, left to right, none overlapping.
type editor func(line string) []edit

// edit puts text in the place of the bytes [start, end) of a line.
type edit struct {
	start, end int
	text       string
}

// apply makes the edits in a line and moves what points into its text.
func apply(l layout.Line, edits []edit) layout.Line {
	if len(edits) == 0 {
		return l
	}
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(l.Text[at:e.start])
		b.WriteString(e.text)
		at = e.end
	}
	b.WriteString(l.Text[at:])
	moved := func(i int) int {
		by := 0
		for _, e := range edits {
			switch {
			case e.end <= i:
				by += len(e.text) - (e.end - e.start)
			case e.start < i:
				return e.start + by
			}
		}
		return i + by
	}
	l.Spans, l.Gaps, l.Links = slices.Clone(l.Spans), slices.Clone(l.Gaps), slices.Clone(l.Links)
	for i := range l.Spans {
		l.Spans[i].Start, l.Spans[i].End = moved(l.Spans[i].Start), moved(l.Spans[i].End)
	}
	for i := range l.Gaps {
		l.Gaps[i] = moved(l.Gaps[i])
	}
	for i := range l.Links {
		l.Links[i].Start, l.Links[i].End = moved(l.Links[i].Start), moved(l.Links[i].End)
	}
	l.Text = b.String()
	return l
}

// words calls f for each word of a line, a run of letters or of digits, that
// is no part of an address of the web or of a mailbox.
func words(line string, f func(start, end int)) {
	for i := 0; i < len(line); {
		if line[i] == ' ' {
			i++
			continue
		}
		end := len(line)
		if n := strings.IndexByte(line[i:], ' '); n >= 0 {
			end = i + n
		}
		if !isAddress(line[i:end]) {
			runs(line, i, end, f)
		}
		i = end
	}
}

func isAddress(field string) bool {
	return strings.Contains(field, "@") || strings.Contains(field, "://") || strings.HasPrefix(field, "www.") ||
		strings.Contains(field, "/") && domain(field)
}

// domain reports whether a letter follows a full stop, as in example.org.
func domain(field string) bool {
	for i := range len(field) - 1 {
		if c := field[i+1] | 0x20; field[i] == '.' && c >= 'a' && c <= 'z' {
			return true
		}
	}
	return false
}

func runs(line string, from, to int, f func(start, end int)) {
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(line[i:to])
		class := classOf(r)
		if class == 0 {
			i += n
			continue
		}
		start := i
		for i < to {
			r, n := utf8.DecodeRuneInString(line[i:to])
			if classOf(r) != class && !unicode.IsMark(r) {
				break
			}
			i += n
		}
		f(start, i)
	}
}

func classOf(r rune) int {
	switch {
	case unicode.IsLetter(r):
		return 1
	case unicode.IsDigit(r):
		return 2
	}
	return 0
}

// like gives word the case of model: JOHN, John or john.
func like(model, word string) string {
	switch {
	case len(model) > 1 && model == strings.ToUpper(model):
		return strings.ToUpper(word)
	case model == strings.ToLower(model):
		return strings.ToLower(word)
	}
	return word
}
