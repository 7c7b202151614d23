package outline

import (
	"unicode/utf8"

	"pique/extract/layout"
)

// unmargin puts headings and labels that stand in a column of their own, in
// the margin of the text, before the lines that they stand beside. Sidebars
// stay what they are: their lines do not keep to the rows of the text.
func unmargin(lines []layout.Line) []layout.Line {
	out := make([]layout.Line, 0, len(lines))
	for i := 0; i < len(lines); {
		end := runEnd(lines, i)
		next := end
		if end < len(lines) {
			next = runEnd(lines, end)
		}
		if next == end || lines[end].Page != lines[i].Page {
			out = append(out, lines[i:end]...)
			i = end
			continue
		}
		text := lines[end:next]
		// The lines of the first column that stand beside the second.
		from := end
		for from > i && (lines[from-1].Box[1] >= text[0].Box[1]-4 || lines[from-1].Kind == layout.Running) {
			from--
		}
		margin := joinHeadings(lines[from:end])
		if !isMargin(margin, text) {
			out = append(out, lines[i:end]...)
			i = end
			continue
		}
		out = append(out, lines[i:from]...)
		out = append(out, mergeMargin(margin, text)...)
		i = next
	}
	return out
}

// runEnd returns the end of the run of lines of one page and column that
// begins at i. Running lines belong to any.
func runEnd(lines []layout.Line, i int) int {
	j := i + 1
	for j < len(lines) && lines[j].Page == lines[i].Page && (lines[j].Column == lines[i].Column || lines[j].Kind == layout.Running) {
		j++
	}
	return j
}

// joinHeadings joins the two rows of a heading that is broken in the margin.
func joinHeadings(lines []layout.Line) []layout.Line {
	var out []layout.Line
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if i+1 < len(lines) && headingShape(l) {
			m := lines[i+1]
			_, alone := headingKind(m.Text)
			_, both := headingKind(l.Text + " " + m.Text)
			if m.Box[1]-l.Box[3] < l.Size && l.Bold == m.Bold && len(m.Text) < 30 && both == certain && (alone != certain || wordCount(l.Text) == 1 && sureOf(l.Text) != certain) {
				at := len(l.Text) + 1
				l.Text += " " + m.Text
				l.Spans = append([]layout.Span(nil), l.Spans...)
				for _, s := range m.Spans {
					s.Start, s.End = s.Start+at, s.End+at
					l.Spans = append(l.Spans, s)
				}
				l.Links = append([]layout.Link(nil), l.Links...)
				for _, k := range m.Links {
					k.Start, k.End = k.Start+at, k.End+at
					l.Links = append(l.Links, k)
				}
				l.Box = l.Box.Union(m.Box)
				i++
			}
		}
		out = append(out, l)
	}
	return out
}

// isMargin reports whether lines are the margin of the text: short, on its
// left, and either nothing but headings, or labels each of which stands on the
// first row of a line of the text or at the middle of its height.
func isMargin(margin, text []layout.Line) bool {
	if len(margin) > 60 || len(text) > 600 {
		return false // more than a page holds
	}
	heads, dates, rows, n, runes, body := 0, 0, 0, 0, 0, 0
	right := 0.0
	taken := make(map[int]bool)
	for _, l := range margin {
		if l.Kind == layout.Running {
			continue
		}
		n++
		right = max(right, l.Box[2])
		size := utf8.RuneCountInString(l.Text)
		runes += size
		if size > 48 || l.Kind == layout.Bullet {
			return false
		}
		if headingShape(l) && sureOf(l.Text) == certain {
			heads++
		} else if len(FindDates(l.Text)) > 0 {
			dates++
		}
		if j := besideOf(l, text); j >= 0 && !taken[j] {
			taken[j] = true
			rows++
		}
	}
	for _, t := range text {
		if t.Kind == layout.Running {
			continue
		}
		if t.Box[0] < right-2 {
			return false
		}
		body += utf8.RuneCountInString(t.Text)
	}
	if n == 0 || len(text) < 2 || body < 3*runes {
		return false
	}
	return heads == n || heads == 0 && n >= 2 && rows*5 >= n*4 || dates >= 2 && heads+dates == n && rows >= dates
}

// besideOf returns the line of the text that a label stands beside, -1 where
// there is none.
func besideOf(l layout.Line, text []layout.Line) int {
	mid := (l.Box[1] + l.Box[3]) / 2
	for j, t := range text {
		if d := t.Box[1] - l.Box[1]; d > -4 && d < 4 {
			return j
		}
		if mid > t.Box[1] && mid < t.Box[3] {
			if c := (t.Box[1] + t.Box[3]) / 2; c-mid < 6 && mid-c < 6 {
				return j
			}
		}
	}
	return -1
}

// mergeMargin returns the lines with those of the margin set before the lines
// that they stand beside.
func mergeMargin(margin, text []layout.Line) []layout.Line {
	out := make([]layout.Line, 0, len(margin)+len(text))
	column := text[0].Column
	if len(margin) > 0 {
		column = margin[0].Column
	}
	put := func(l layout.Line) {
		l.Column = column
		out = append(out, l)
	}
	for j, t := range text {
		for len(margin) > 0 && (margin[0].Box[1] <= t.Box[1]+4 || besideOf(margin[0], text) == j) {
			put(margin[0])
			margin = margin[1:]
		}
		put(t)
	}
	for _, l := range margin {
		put(l)
	}
	return out
}

// rowDates puts dates that stand in a column of their own, beside the text on
// its right, after the lines on whose rows they stand.
func rowDates(lines []layout.Line) []layout.Line {
	var out []layout.Line
	for i := 0; i < len(lines); {
		end := runEnd(lines, i)
		run := lines[i:end]
		if len(run) > 60 || !datesOnly(run) {
			if out != nil {
				out = append(out, run...)
			}
			i = end
			continue
		}
		if out == nil {
			out = append(make([]layout.Line, 0, len(lines)), lines[:i]...)
		}
		for _, d := range run {
			at := -1
			for j := len(out) - 1; j >= 0 && j >= len(out)-200 && out[j].Page == d.Page; j-- {
				if t := out[j]; t.Box[2] <= d.Box[0]+2 && t.Kind != layout.Running && rowOf(t, d) && (at < 0 || t.Box[2] > out[at].Box[2]) {
					at = j
				}
			}
			if at < 0 {
				out = append(out, d)
				continue
			}
			d.Column, d.Lead, d.Indent = out[at].Column, 0, out[at].Indent
			out = append(out, layout.Line{})
			copy(out[at+2:], out[at+1:])
			out[at+1] = d
		}
		i = end
	}
	if out == nil {
		return lines
	}
	return out
}

// rowOf reports whether d stands on the first row of t.
func rowOf(t, d layout.Line) bool {
	mid := (d.Box[1] + d.Box[3]) / 2
	return mid > t.Box[1]-1 && mid < t.Box[1]+max(t.Size, d.Size)*1.4
}

// datesOnly reports whether lines hold dates and nothing else.
func datesOnly(lines []layout.Line) bool {
	n := 0
	for _, l := range lines {
		if l.Kind == layout.Running {
			continue
		}
		if len(l.Text) > 40 || !hasDigit(l.Text) {
			return false
		}
		left := l.Text
		for i, d := range FindDates(l.Text) {
			if i == 0 {
				left = l.Text[:d.From] + l.Text[d.To:]
			}
		}
		if left == l.Text || letters(left) > 12 {
			return false
		}
		n++
	}
	return n > 0
}
