package outline

import (
	"strconv"
	"strings"

	"pique/extract/layout"
)

// headingMarkers returns the test for the bullets that stand before headings
// more often than before anything else.
func (s *sheet) headingMarkers() func(string) bool {
	heads, all := make(map[string]int), make(map[string]int)
	for i, l := range s.lines {
		if l.Marker == "" || len(l.Marker) > 4 || hasDigit(l.Marker) {
			continue
		}
		all[l.Marker]++
		if s.sure[i] == certain && (l.Bold || s.looks[i].caps) {
			heads[l.Marker]++
		}
	}
	return func(m string) bool { return heads[m] >= 2 && heads[m]*2 > all[m] }
}

// numberOf returns the number that stands before a line, in its text or as a
// marker: "2 Experience", "2. Experience"; 0 where there is none.
func numberOf(l layout.Line) int {
	t := l.Marker
	if t == "" {
		t, _, _ = strings.Cut(l.Text, " ")
	}
	t = strings.TrimSuffix(strings.TrimSuffix(t, "."), ")")
	n, err := strconv.Atoi(t)
	if err != nil || n < 1 || n > 40 || len(t) > 2 {
		return 0
	}
	return n
}

// entryLike reports whether a date follows line i before any bullet or
// paragraph, as in the head of an entry.
func (s *sheet) entryLike(i int) bool {
	for j := i + 1; j < len(s.lines) && j <= i+4; j++ {
		l := s.lines[j]
		if s.edgeDate(j) {
			return true
		}
		if l.Kind == layout.Bullet || l.Marker != "" || s.sentence(j) {
			return false
		}
	}
	return false
}

// unknown marks the headings of a document in which no heading has words that
// are known, such as a portfolio or a resume in another language: two or more
// large lines of one look with text between them, or lines that are numbered
// in order.
func (s *sheet) unknown(marks []mark) {
	type group struct {
		look  look
		lines []int
	}
	var groups []*group
	for i, l := range s.lines {
		k := s.looks[i]
		if !s.shaped[i] || l.Marker != "" || len(l.Gaps) > 0 || len(s.dates(i)) > 0 || s.cues(i).role > 0 || !s.largeHead(i) {
			continue
		}
		var g *group
		for _, c := range groups {
			if c.look.near(k) {
				g = c
			}
		}
		switch {
		case g != nil:
			g.lines = append(g.lines, i)
		case len(groups) < 16:
			groups = append(groups, &group{k, []int{i}})
		}
	}
	var best *group
	for _, g := range groups {
		text := 0
		for n := 1; n < len(g.lines); n++ {
			if d := g.lines[n] - g.lines[n-1]; d > 2 || d == 2 && s.sentence(g.lines[n]-1) {
				text++
			}
		}
		if text > 0 && text+1+len(g.lines)/6 >= len(g.lines) && (best == nil || g.look.size > best.look.size) {
			best = g
		}
	}
	if best == nil {
		return
	}
	for _, i := range best.lines {
		kind := s.kinds[i]
		if s.sure[i] != certain {
			kind = Other
		}
		marks[i] = mark{kind: kind, title: s.lines[i].Text}
	}
}

// largeHead reports whether line i is larger than the body, and clearly so or
// bold as well.
func (s *sheet) largeHead(i int) bool {
	k := s.looks[i]
	return k.size >= s.body.size*1.15 && s.prominence(i) >= 2 || k.size >= s.body.size*1.05 && k.bold && s.prominence(i) >= 3
}

// inOrder marks lines that look like the known headings and are numbered one
// after the other.
func (s *sheet) inOrder(marks []mark, main look) {
	var found []int
	for i, l := range s.lines {
		if n := numberOf(l); n > 0 && s.shaped[i] && s.looks[i].near(main) && len(l.Gaps) == 0 && (n == 1 && len(found) == 0 || n == len(found)+1) {
			found = append(found, i)
		}
	}
	for _, i := range found {
		if len(found) >= 2 && marks[i].kind == "" {
			kind := s.kinds[i]
			if s.sure[i] == strange {
				kind = Other
			}
			marks[i] = mark{kind: kind, title: s.lines[i].Text}
		}
	}
}
