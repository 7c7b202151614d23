package main

import (
	"strings"
	"unicode/utf8"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// columns is the room that s takes on a screen, in columns: two for wide
// characters, none for combining ones and for colour sequences. Characters
// of ambiguous width (UAX #11) count as narrow on every machine, so that the
// same table has the same bytes everywhere.
func columns(s string) int {
	if plain(s) {
		return len(s)
	}
	return twwidth.WidthWithOptions(s, twwidth.Options{})
}

// shorten cuts s to at most n columns, at the end of a word where one is
// near, and marks the cut with an ellipsis. s must hold no colour sequence.
func shorten(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	if n < 2 {
		return strings.Repeat("…", max(n, 0))
	}
	end, used := 0, 0
	for i, r := range s {
		w := columns(string(r))
		if used+w > n-1 {
			break
		}
		used += w
		end = i + utf8.RuneLen(r)
	}
	cut := s[:end]
	if !strings.HasPrefix(s[end:], " ") {
		if i := strings.LastIndexByte(cut, ' '); i > 0 && columns(cut[i:]) <= n/3 {
			cut = cut[:i]
		}
	}
	return strings.TrimRight(cut, " ,;:-–—(") + "…"
}

// excerpt is shorten, but shows the first of the marked bytes and as many more
// as there is room for: where they lie behind the cut, words at the beginning
// give way to an ellipsis. It returns the marks as they lie in what is left,
// whole ones alone.
func excerpt(s string, marks [][2]int, n int) (string, [][2]int) {
	if columns(s) <= n || len(marks) == 0 || n < 12 {
		short := shorten(s, n)
		return short, marksWithin(marks, short, s)
	}
	from, room := 0, n-2
	last, most := marks[0][1], room*2/3 // a third is left for what follows
	for _, m := range marks[1:] {
		if need := columns(s[marks[0][0]:m[1]]); need < room {
			last, most = m[1], max(room*2/3, need)
		}
	}
	for columns(s[from:last]) > most {
		next := strings.IndexByte(s[from:marks[0][0]], ' ')
		if next < 0 {
			break
		}
		from += next + 1
	}
	if from == 0 {
		short := shorten(s, n)
		return short, marksWithin(marks, short, s)
	}
	const lead = "…"
	moved := make([][2]int, 0, len(marks))
	for _, m := range marks {
		moved = append(moved, [2]int{m[0] - from + len(lead), m[1] - from + len(lead)})
	}
	whole := lead + s[from:]
	short := shorten(whole, n)
	return short, marksWithin(moved, short, whole)
}

// marksWithin returns the marks that lie in what is left of a text.
func marksWithin(marks [][2]int, short, whole string) [][2]int {
	end := len(short)
	if short != whole {
		end = len(strings.TrimSuffix(short, "…"))
	}
	var out [][2]int
	for _, m := range marks {
		if 0 <= m[0] && m[1] <= end {
			out = append(out, m)
		}
	}
	return out
}

// pad fills s with spaces to n columns.
func pad(s string, n int) string {
	return s + strings.Repeat(" ", max(n-columns(s), 0))
}

// padLeft fills s with spaces before it to n columns.
func padLeft(s string, n int) string {
	return strings.Repeat(" ", max(n-columns(s), 0)) + s
}

// wrap breaks text at spaces into lines of at most n columns; a word longer
// than that is cut. It returns one empty line for empty text.
func wrap(text string, n int) []string {
	n = max(n, 8)
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(text) {
		w := columns(word)
		if used > 0 && used+1+w > n {
			lines = append(lines, line)
			line, used = "", 0
		}
		for w > n {
			cut := cutAt(word, n)
			lines = append(lines, word[:cut])
			word = word[cut:]
			w = columns(word)
		}
		if used > 0 {
			line += " " + word
			used += 1 + w
		} else {
			line, used = word, w
		}
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// cutAt returns the byte offset up to which s takes at most n columns; at
// least one rune.
func cutAt(s string, n int) int {
	used := 0
	for i, r := range s {
		used += columns(string(r))
		if used > n && i > 0 {
			return i
		}
	}
	return len(s)
}

// hang wraps text into a block: the first line behind head, the others
// indented by as many columns as head takes. head may hold colours.
func hang(head, text string, width int) string {
	indent := columns(head)
	lines := wrap(text, width-indent)
	return head + strings.Join(lines, "\n"+strings.Repeat(" ", indent))
}
