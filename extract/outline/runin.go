package outline

import (
	"strings"
	"unicode"

	"pique/extract/layout"
)

// runOut sets headings apart that are printed at the end of the line before:
// "... on-device models INDUSTRY EXPERIENCE". They are in capitals where the
// line is not, or stand behind an address, and every word is one of headings.
func runOut(lines []layout.Line) []layout.Line {
	var out []layout.Line
	for i := range lines {
		l := lines[i]
		at := runHeading(l.Text)
		if at <= 0 || l.Kind == layout.Running || i+1 == len(lines) && len(l.Text)-at < 12 {
			if out != nil {
				out = append(out, l)
			}
			continue
		}
		if out == nil {
			out = append(make([]layout.Line, 0, len(lines)+4), lines[:i]...)
		}
		before, heading := cutLine(l, at)
		heading.Kind, heading.Bold, heading.Lead, heading.Marker = layout.Heading, true, max(l.Lead, l.Size), ""
		out = append(out, before, heading)
	}
	if out == nil {
		return lines
	}
	return out
}

// mostRunOut is how many words a heading has at most that ends a line.
const mostRunOut = 4

// runHeading returns the byte at which a heading begins that ends a line with
// other words before it, or 0.
func runHeading(text string) int {
	if len(text) > 400 || strings.IndexByte(text, ' ') < 0 {
		return 0
	}
	found := 0
	at := len(text)
	for n := 1; n <= mostRunOut; n++ {
		sp := strings.LastIndexByte(text[:at], ' ')
		if sp <= 0 {
			break
		}
		at = sp
		heading, before := text[at+1:], text[:at]
		if strings.ContainsAny(heading, ",.:;()|·•–—/0123456789@") {
			break
		}
		if _, sure := headingKind(heading); sure != certain {
			continue
		}
		switch last := before[strings.LastIndexByte(before, ' ')+1:]; {
		case capitals(heading) && len(heading) >= 5 && !capitals(before) && !capitals(last) && !strings.ContainsAny(before[len(before)-1:], ":|–-&/,"):
			found = at + 1
		case strings.Contains(last, "@") && strings.Contains(last, ".") && unicode.IsUpper(rune(heading[0])):
			found = at + 1
		}
	}
	return found
}

// capitals reports whether a text has letters and all of them are capitals.
func capitals(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// cutLine cuts a line in two at byte at, which begins a word.
func cutLine(l layout.Line, at int) (before, after layout.Line) {
	before, after = l, l
	before.Text, after.Text = strings.TrimRight(l.Text[:at], " "), l.Text[at:]
	before.Spans, after.Spans, before.Gaps, after.Gaps, before.Links, after.Links = nil, nil, nil, nil, nil, nil
	for _, s := range l.Spans {
		if s.Start < at {
			b := s
			b.End = min(s.End, len(before.Text))
			before.Spans = append(before.Spans, b)
		}
		if s.End > at {
			s.Start, s.End = max(s.Start-at, 0), s.End-at
			after.Spans = append(after.Spans, s)
		}
	}
	for _, g := range l.Gaps {
		if g < len(before.Text) {
			before.Gaps = append(before.Gaps, g)
		}
	}
	for _, k := range l.Links {
		if k.Start < len(before.Text) {
			k.End = min(k.End, len(before.Text))
			before.Links = append(before.Links, k)
		} else if k.End > at {
			k.Start, k.End = max(k.Start-at, 0), k.End-at
			after.Links = append(after.Links, k)
		}
	}
	return before, after
}
