package compare

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Fold makes lines comparable: white space to single spaces, none at the ends.
func Fold(line string) string { return strings.Join(strings.Fields(line), " ") }

// marker is what stands before a list item: a bullet of any glyph, or a
// number with a point or in brackets.
var marker = regexp.MustCompile(`^(?:[-–—−*+·•●○◦▪▫■□◆◇➢➤►▶▸‣✓✔❖§>»\x{f000}-\x{f0ff}o]|\(?\d{1,2}[.)]|\[[A-Z]{0,2}\d{1,3}\])\s+`)

// Unmarked takes the marker of a list item off a folded line.
func Unmarked(line string) string { return line[len(marker.FindString(line)):] }

// Lines counts the known lines that got has as lines of their own, each line
// of got standing for one at the most. A line of got counts as it is or
// without the marker of a list item, so that a program that prints bullets
// does not lose by it; lines that are not among the known cost nothing.
func Lines(got, known []string) (exact, all int) {
	as := map[string][]int{} // folded -> lines of got
	for i, line := range got {
		folded := Fold(line)
		as[folded] = append(as[folded], i)
		if bare := Unmarked(folded); bare != folded {
			as[bare] = append(as[bare], i)
		}
	}
	used := make([]bool, len(got))
	for _, line := range known {
		if line = Fold(line); line == "" {
			continue
		}
		all++
		for _, i := range as[line] {
			if !used[i] {
				used[i] = true
				exact++
				break
			}
		}
	}
	return exact, all
}

// Rows splits a text into lines at line and page breaks.
func Rows(text string) []string {
	return strings.FieldsFunc(strings.ToValidUTF8(text, string(utf8.RuneError)), func(r rune) bool { return r == '\n' || r == '\r' || r == '\f' })
}
