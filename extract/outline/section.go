package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract/layout"
)

// mark is what the headings' search finds out about one line.
type mark struct {
	kind  string // of the section that it opens; empty where it opens none
	sub   bool   // a heading within a section
	brief bool   // it opens a section that ends with the line and its list
	rest  bool   // the heading stands before text in the same line
	title string // the heading as printed
}

// headings marks the lines that open sections. It learns from the headings
// whose words are known how the headings of this document look, and takes
// known words in another look, and unknown words in this look, by it.
func (s *sheet) headings() []mark {
	marks := make([]mark, len(s.lines))
	type seed struct {
		line int
		kind string
		sure certainty
		p    float64
	}
	var seeds []seed
	ofHeadings := s.headingMarkers()
	for i := range s.lines {
		// A number or a square can stand before a heading as before an item.
		if s.sure[i] == strange || s.listItem(i) && !(s.sure[i] == certain && (s.prominence(i) >= 3 || ofHeadings(s.lines[i].Marker))) {
			continue
		}
		seeds = append(seeds, seed{i, s.kinds[i], s.sure[i], s.prominence(i)})
	}
	// The look of the most, and of the most prominent, known headings.
	type sum struct {
		look look
		n    float64
		p    float64
		seen map[string]bool
	}
	var sums []*sum
	for _, d := range seeds {
		if d.sure < certain {
			continue
		}
		k := s.looks[d.line]
		var m *sum
		for _, c := range sums {
			if c.look.near(k) {
				m = c
			}
		}
		if m == nil && len(sums) >= 64 {
			continue
		}
		if m == nil {
			m = &sum{look: k, seen: make(map[string]bool)}
			sums = append(sums, m)
		}
		m.p = max(m.p, d.p)
		w := 0.25
		if !m.seen[d.kind] {
			w, m.seen[d.kind] = 1, true
		}
		m.n += w * max(d.p+0.5, 0.1)
	}
	var main *sum
	for _, m := range sums {
		if main == nil || m.n > main.n {
			main = m
		}
	}
	if main == nil {
		s.unknown(marks)
		s.inline(marks, look{}, false)
		return marks
	}
	prominent, ruledN, mainN := 0.0, 0, 0
	var colons int
	for _, d := range seeds {
		if s.looks[d.line].near(main.look) && d.sure == certain {
			mainN++
			prominent += d.p
			if s.looks[d.line].ruled {
				ruledN++
			}
			if strings.HasSuffix(s.lines[d.line].Text, ":") {
				colons++
			}
		}
	}
	prominent /= float64(mainN)
	ruledAll := ruledN*10 >= mainN*7
	var boxes []int // lines of the main look
	for _, d := range seeds {
		if d.sure == certain && s.looks[d.line].near(main.look) && len(boxes) < 64 {
			boxes = append(boxes, d.line)
		}
	}
	lists := s.listed()
	for _, d := range seeds {
		k := s.looks[d.line]
		l := s.lines[d.line]
		same := k.near(main.look) && (!ruledAll || k.ruled || d.sure == certain && d.p >= prominent-2)
		ok := false
		switch {
		case lists[d.line] && !(same && d.p >= 1.5):
		case main.look.caps && !k.caps && !k.ruled && k.size <= main.look.size && mainN >= 3 && !s.elsewhere(d.line, main.look):
			// Headings of this column are in capitals: one within a section.
		case same && d.sure == certain:
			ok = d.p >= 1 || s.apart(d.line) || colons*2 > mainN && strings.HasSuffix(l.Text, ":") || mainN >= 3 && prominent < 1 && plainHeading(l.Text)
		case same && d.sure == likely:
			ok = d.p >= 1.5
		case d.sure == certain:
			ok = d.p >= prominent-0.5 && d.p >= 2 || d.p >= 3 && k.size >= main.look.size-0.5 || d.p >= 2.5 && (s.elsewhere(d.line, main.look) || s.aside(d.line, boxes))
		default:
			ok = d.p >= prominent && d.p >= 3.5
		}
		if ok {
			marks[d.line] = mark{kind: d.kind, title: l.Text}
		} else if d.p >= 1 && d.sure == certain {
			marks[d.line] = mark{sub: true, title: l.Text}
			if d.kind == Coursework {
				marks[d.line].kind, marks[d.line].brief = Coursework, true
			}
		}
	}
	s.repeated(marks)
	s.byLook(marks, main.look, ruledAll, prominent)
	s.inline(marks, main.look, mainN >= 2 && prominent >= 1)
	return marks
}

// listItem reports whether line i is an item of a list.
func (s *sheet) listItem(i int) bool {
	l := s.lines[i]
	return len(l.Marker) > 1 || l.Kind == layout.Bullet
}

// repeated takes headings that stand in a document again and again, as "Key
// achievements" under each job does, for headings within their sections.
func (s *sheet) repeated(marks []mark) {
	n := make(map[string]int)
	for i := range marks {
		if marks[i].kind != "" && !marks[i].brief {
			n[fold(marks[i].title)]++
		}
	}
	before := ""
	for i := range marks {
		m := &marks[i]
		if m.kind == "" || m.brief {
			continue
		}
		if dutyHeading(m.title) && (before == Experience || before == Projects || before == Research) {
			*m = mark{sub: true, title: m.title}
			continue
		}
		most := 2
		if m.kind == Education || m.kind == Experience || m.kind == Publications {
			most = 3 // a summary at the front and the section itself
		}
		if n[fold(m.title)] >= most && before != "" && before != m.kind && (before == Experience || before == Projects || before == Research || before == Education) {
			*m = mark{sub: true, title: m.title}
			continue
		}
		before = m.kind
	}
}

// dutyHeading reports whether a heading stands within the entry of a job or a
// project: "Responsibilities", "Project description".
func dutyHeading(t string) bool {
	w := foldWords(t)
	if len(w) == 0 || len(w) > 5 {
		return false
	}
	end := w[len(w)-1]
	switch end {
	case "responsibilities", "responsibility", "duties":
		return w[0] != "positions" && w[0] != "position" && w[0] != "por"
	case "description", "details":
		return w[0] == "project" || w[0] == "job" || w[0] == "work"
	}
	return len(w) == 1 && end == "project" && strings.HasSuffix(t, ":")
}

// plainHeading reports whether a heading in the look of the body is written
// as one: with a capital, and no more words than headings have.
func plainHeading(t string) bool {
	r, _ := utf8.DecodeRuneInString(t)
	return unicode.IsUpper(r) && wordCount(t) <= 4
}

// apart reports whether a line has clearly more space above it than is usual.
func (s *sheet) apart(i int) bool {
	l := s.lines[i]
	return l.Lead > s.lead*1.4 && l.Lead > 3 || i == 0
}

// elsewhere reports whether no heading of the main look stands in the column
// of line i, so that a sidebar's smaller headings count.
func (s *sheet) elsewhere(i int, main look) bool {
	for _, k := range s.headed[[2]int{s.lines[i].Page, s.lines[i].Column}] {
		if k.near(main) {
			return false
		}
	}
	return true
}

// aside reports whether line i stands to the left or to the right of all the
// headings of its page, as those of a sidebar do.
func (s *sheet) aside(i int, headings []int) bool {
	l, n := s.lines[i], 0
	for _, h := range headings {
		m := s.lines[h]
		if m.Page != l.Page {
			continue
		}
		if m.Box[0] < l.Box[2]+4 && l.Box[0] < m.Box[2]+4 {
			return false
		}
		n++
	}
	return n > 1
}

// listed marks lines that are items of a list of headings' words, such as a
// menu: three or more in a row that look alike, and not like headings.
func (s *sheet) listed() []bool {
	out := make([]bool, len(s.lines))
	for i := 0; i < len(s.lines); {
		j := i
		for j < len(s.lines) && s.sure[j] == certain && s.looks[j].near(s.looks[i]) && s.lines[j].Column == s.lines[i].Column {
			j++
		}
		for k := i; k < j && j-i >= 3; k++ {
			out[k] = true
		}
		i = max(j, i+1)
	}
	return out
}

// byLook marks lines of unknown words that look like the known headings.
func (s *sheet) byLook(marks []mark, main look, ruledAll bool, prominent float64) {
	if prominent < 1.5 {
		return
	}
	s.inOrder(marks, main)
	known := 0
	var lefts, mids []float64
	for i := range marks {
		if marks[i].kind != "" && !marks[i].brief && s.looks[i].near(main) {
			known++
			b := s.lines[i].Box
			lefts = append(lefts, b[0])
			mids = append(mids, (b[0]+b[2])/2)
		}
	}
	if known < 2 {
		return
	}
	first := 0 // the first known heading
	for first < len(marks) && (marks[first].kind == "" || marks[first].brief) {
		first++
	}
	var found []int
	for i, l := range s.lines {
		if marks[i].kind != "" || marks[i].sub && s.sure[i] == certain || !s.shaped[i] || l.Marker != "" || !s.looks[i].near(main) || ruledAll && !s.looks[i].ruled {
			continue
		}
		if len(l.Gaps) > 0 || len(s.dates(i)) > 0 || wordCount(l.Text) > 6 || strings.Contains(l.Text, ",") {
			continue
		}
		if s.prominence(i) < prominent-0.75 {
			continue
		}
		if !aligned(l.Box[0], lefts) && !aligned((l.Box[0]+l.Box[2])/2, mids) {
			continue
		}
		found = append(found, i)
	}
	// Where more unknown lines look so than known ones, the look does not tell
	// headings from the titles of entries.
	if len(found) > known && !ruledAll {
		return
	}
	within := -1 // the last known heading under which such lines are the heads of entries
	for _, i := range found {
		k := i - 1
		for k >= 0 && (marks[k].kind == "" || marks[k].brief) {
			k--
		}
		if k >= 0 && (k == within || k == i-1 && s.lines[k].Column == s.lines[i].Column && s.entryLike(i)) {
			within = k // "Acme Inc." directly under "Experience"
			continue
		}
		if i+1 < len(s.lines) && marks[i+1].kind != "" && !marks[i+1].brief && s.looks[i+1].near(main) && i > 0 {
			continue // a line over a heading: a name, or a part of it
		}
		if i < first && (!s.below(i) || s.cues(i).role > 0) {
			continue // still the header
		}
		if s.cues(i).role > 0 && i+1 < len(s.lines) && len(s.dates(i+1)) > 0 {
			continue // the role of a job
		}
		marks[i] = mark{kind: Other, title: s.lines[i].Text}
	}
}

// below reports whether an address stands above line i, so that the header may
// have ended.
func (s *sheet) below(i int) bool {
	for k := range i {
		if t := s.lines[k].Text; strings.Contains(t, "@") && strings.Contains(t, ".") || len(s.lines[k].Links) > 0 {
			return k < i-1 || i-k == 1 && s.lines[i].Lead > 2
		}
	}
	return false
}

func aligned(x float64, with []float64) bool {
	for _, y := range with {
		if x-y < 4 && y-x < 4 {
			return true
		}
	}
	return false
}

// inline marks headings that stand before text in their line: "Skills:
// Python, C++", "EDUCATION — University of Utopia", or in the margin. styled
// tells that the document has headings on lines of their own.
func (s *sheet) inline(marks []mark, main look, styled bool) {
	type found struct {
		line  int
		kind  string
		title string
		caps  bool
		apart bool // in the margin, with more space above than lines have
	}
	var all []found
	kinds := make(map[string]bool)
	for i, l := range s.lines {
		if marks[i].kind != "" || l.Kind == layout.Running || l.Kind == layout.Bullet || l.Marker != "" {
			continue
		}
		head, kind, sure := inlineHeading(l)
		if sure != certain {
			continue
		}
		all = append(all, found{i, kind, head, upper(head), len(l.Gaps) > 0 && len(head) < l.Gaps[0] && l.Gaps[0] <= len(head)+1 && l.Lead > max(s.lead*2, 12)})
		kinds[kind] = true
	}
	for _, f := range all {
		caps := f.caps && !s.shout
		switch {
		case !styled && len(kinds) >= 2:
			marks[f.line] = mark{kind: f.kind, rest: true, title: f.title}
		case caps && main.caps && s.lines[f.line].Size >= main.size-0.6:
			marks[f.line] = mark{kind: f.kind, rest: true, title: f.title}
		case f.apart && f.kind != Header:
			marks[f.line] = mark{kind: f.kind, rest: true, title: f.title}
		case f.kind == Experience && f.caps && totalled(s.lines[f.line].Text[len(f.title):]):
			marks[f.line] = mark{kind: f.kind, rest: true, title: f.title}
		case f.kind == Coursework:
			marks[f.line] = mark{kind: f.kind, rest: true, brief: true, title: f.title}
		case f.kind == References && strings.Contains(fold(s.lines[f.line].Text), "request"):
			marks[f.line] = mark{kind: f.kind, rest: true, brief: true, title: f.title}
		}
	}
}

// totalled reports whether text says for how long somebody has worked in all,
// and nothing else: ": total experience 2 years 11 months".
func totalled(text string) bool {
	span := false
	for _, w := range foldWords(text) {
		switch w {
		case "year", "years", "yrs", "month", "months", "mos":
			span = true
		case "total", "overall", "experience", "exp", "of", "and", "over", "around", "about", "more", "than", "plus", "till", "date", "work", "in", "all":
		default:
			if w[0] < '0' || w[0] > '9' {
				return false
			}
		}
	}
	return span
}

// inlineHeading returns the heading before a colon, a dash or a wide gap.
func inlineHeading(l layout.Line) (string, string, certainty) {
	t := l.Text
	end := -1
	for _, sep := range []string{":", " — ", " – ", " - ", " | "} {
		if i := strings.Index(t, sep); i > 0 && (end < 0 || i < end) {
			end = i
		}
	}
	for _, g := range l.Gaps {
		if g > 0 && g < len(t) && (end < 0 || g < end) {
			end = g
		}
	}
	if end < 3 || end > 48 {
		return "", "", strange
	}
	for end > 0 && !utf8.RuneStart(t[end]) {
		end--
	}
	head := strings.TrimSpace(t[:end])
	r, _ := utf8.DecodeRuneInString(head)
	if head == "" || unicode.IsLower(r) {
		return "", "", strange
	}
	kind, sure := headingKind(head)
	return head, kind, sure
}
