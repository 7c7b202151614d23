package outline

import (
	"strings"
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
			if m.Box[1]-l.Box[3] < l.Size && l.Bold == m.Bold && len(m.Text) < 30 && both == certain && (alone != certain || len(strings.Fields(l.Text)) == 1 && sureOf(l.Text) != certain) {
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
// left, and each on a row of it; headings need not be on one.
func isMargin(margin, text []layout.Line) bool {
	heads, rows, n, runes, body := 0, 0, 0, 0, 0
	right := 0.0
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
		}
		for _, t := range text {
			if d := t.Box[1] - l.Box[1]; d > -4 && d < 4 {
				rows++
				break
			}
		}
	}
	for _, t := range text {
		if t.Box[0] < right-2 && t.Kind != layout.Running {
			return false
		}
		body += utf8.RuneCountInString(t.Text)
	}
	if n == 0 || len(text) < 2 || body < 3*runes {
		return false
	}
	return heads == n && rows*2 >= n || rows*5 >= n*4 && n >= 2
}

// mergeMargin returns the lines with those of the margin set before the lines
// that they stand beside.
func mergeMargin(margin, text []layout.Line) []layout.Line {
	out := make([]layout.Line, 0, len(margin)+len(text))
	for _, t := range text {
		for len(margin) > 0 && margin[0].Box[1] <= t.Box[1]+4 {
			l := margin[0]
			l.Column = text[0].Column
			out = append(out, l)
			margin = margin[1:]
		}
		out = append(out, t)
	}
	for _, l := range margin {
		l.Column = text[0].Column
		out = append(out, l)
	}
	return out
}
