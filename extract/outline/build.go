package outline

import (
	"strings"

	"pique/extract/glyph"
	"pique/extract/layout"
)

// Of puts lines in order: the sections under their headings, the entries in
// them, and the person's name and addresses. The pages give the rules under
// headings and the links that stand over no line. Sections cover all lines;
// one that is interrupted, by a sidebar or by a list of courses, goes on in
// another Section of the same kind and heading.
func Of(lines []layout.Line, pages []glyph.Page) Outline {
	var o Outline
	lines = runOut(rowDates(unmargin(lines)))
	o.Lines = make([]Line, len(lines))
	for i, l := range lines {
		o.Lines[i] = Line{Line: l, Entry: -1}
	}
	s := newSheet(lines, pages)
	marks := s.headings()
	b := builder{o: &o, s: s, marks: marks, lanes: lanesOf(lines)}
	b.sections()
	o.reconsider(s)
	for i := range o.Lines {
		switch {
		case marks[i].kind != "" && !marks[i].rest:
			o.Lines[i].Kind = layout.Heading
		case o.Lines[i].Kind == layout.Heading:
			o.Lines[i].Kind = layout.Title
		}
	}
	o.entries(s, marks)
	for i := range o.Lines {
		if l := &o.Lines[i]; l.Head && l.Kind == layout.Text && l.Entry >= 0 {
			l.Kind = layout.Title
		}
	}
	o.contacts(s, pages)
	return o
}

// lane is a column as it runs through the pages.
type lane struct {
	left, right float64
	section     int // last section in it, -1 where none
	page        int // of its last line
}

// lanesOf returns the horizontal extent of each column of each page.
func lanesOf(lines []layout.Line) map[[2]int]*lane {
	m := make(map[[2]int]*lane)
	for _, l := range lines {
		if l.Kind == layout.Running {
			continue
		}
		k := [2]int{l.Page, l.Column}
		c := m[k]
		if c == nil {
			m[k] = &lane{l.Box[0], l.Box[2], -1, l.Page}
			continue
		}
		c.left, c.right = min(c.left, l.Box[0]), max(c.right, l.Box[2])
	}
	return m
}

// overlap is the share of the narrower of two lanes that the other covers.
func (a *lane) overlap(b *lane) float64 {
	w := min(a.right-a.left, b.right-b.left)
	if w <= 0 {
		return 0
	}
	return (min(a.right, b.right) - max(a.left, b.left)) / w
}

type builder struct {
	o     *Outline
	s     *sheet
	marks []mark
	lanes map[[2]int]*lane
	past  []*lane // lanes in the order in which they were last left
	cur   *lane
}

// open starts a section at line i.
func (b *builder) open(i int, kind, heading string) {
	ss := b.o.Sections
	if n := len(ss); n > 0 {
		ss[n-1].End = i
		if ss[n-1].Start == i {
			b.o.Sections = ss[:n-1]
		}
	}
	b.o.Sections = append(b.o.Sections, Section{Kind: kind, Heading: heading, Start: i})
	if b.cur != nil {
		b.cur.section = len(b.o.Sections) - 1
	}
}

func (b *builder) sections() {
	lines := b.o.Lines
	resume, until := -1, -1 // the section to go back to at line until
	headed := false         // a heading was seen
	for i := range lines {
		l := &lines[i]
		if len(b.o.Sections) == 0 {
			b.open(0, Header, "")
		}
		m := b.marks[i]
		heading := m.kind != "" && !m.brief
		if l.Kind != layout.Running {
			b.enter(i, heading)
		}
		cur := len(b.o.Sections) - 1
		kind := b.o.Sections[cur].Kind
		switch {
		case heading:
			resume = -1
			headed = true
			b.open(i, m.kind, m.title)
		case m.kind != "" && m.brief && !m.rest && kind != Education && kind != Header && kind != m.kind && !paidOrWritten(kind):
			resume = -1
			b.open(i, m.kind, m.title)
		case m.kind != "" && m.brief && resume < 0 && kind != m.kind && !paidOrWritten(kind):
			resume, until = cur, b.briefEnd(i)
			b.open(i, m.kind, m.title)
		case resume >= 0 && i >= until:
			r := b.o.Sections[resume]
			resume = -1
			b.open(i, r.Kind, r.Heading)
		case kind == Objective && b.headsOther(i):
			b.open(i, Other, l.Text)
		case kind == Header && b.o.Sections[cur].Heading == "" && l.Kind != layout.Running:
			if k := b.afterHeader(i, headed); k != "" {
				b.open(i, k, "")
			}
		}
		l.Section = len(b.o.Sections) - 1
	}
	if n := len(b.o.Sections); n > 0 {
		b.o.Sections[n-1].End = len(lines)
	}
}

// headsOther reports whether line i, within a summary, is a heading of words
// that are not known: a summary has no headings in it, so that one which looks
// like its own, or stands out where it has none, ends it.
func (b *builder) headsOther(i int) bool {
	s := b.o.Sections[len(b.o.Sections)-1]
	if i <= s.Start+1 && s.Heading != "" || i == s.Start || !b.s.shaped[i] || len(b.s.dates(i)) > 0 || b.o.Lines[i].Marker != "" {
		return false
	}
	if s.Heading == "" {
		return b.s.largeHead(i)
	}
	return !b.marks[s.Start].rest && b.s.looks[i].near(b.s.looks[s.Start]) && b.s.prominence(i) >= 1.5
}

// paidOrWritten reports whether a list of courses in a section of a kind
// belongs to one of its entries.
func paidOrWritten(kind string) bool {
	return kind == Experience || kind == Projects || kind == Research || kind == Publications
}

// briefEnd returns the line after the list that a heading at line i opens.
func (b *builder) briefEnd(i int) int {
	lines := b.o.Lines
	j := i + 1
	if b.marks[i].rest {
		return j
	}
	for ; j < len(lines) && j < i+40; j++ {
		l := lines[j]
		if b.marks[j].kind != "" || b.marks[j].sub {
			break
		}
		list := l.Kind == layout.Bullet || l.Marker != "" || strings.Count(l.Text, ",") >= 2 && len(b.s.dates(j)) == 0
		if !list && l.Kind != layout.Running {
			break
		}
	}
	return j
}

// afterHeader returns the kind of the section that line i opens without a
// heading after the name and the contact facts, or "" where it is one of them.
func (b *builder) afterHeader(i int, headed bool) string {
	l := b.o.Lines[i]
	if i == 0 {
		return ""
	}
	words := wordCount(l.Text)
	paragraph := words >= 14 && b.s.runes(i) >= 80 && !b.s.contactLine(i)
	switch {
	case b.s.contactLine(i):
		return ""
	case l.Kind == layout.Bullet && words >= 7 && !headed:
		if i < 12 && b.soon(i) {
			return Objective
		}
		return Other
	case paragraph && l.Kind != layout.Bullet:
		return Objective
	}
	if d, ok := bestDate(b.s.dates(i)); ok && d.Start != d.End && !b.s.contactLine(i) && !headed && !b.soon(i) {
		return Other
	}
	return ""
}

// soon reports whether a heading follows within a few lines.
func (b *builder) soon(i int) bool {
	for j := i; j < len(b.marks) && j < i+8; j++ {
		if b.marks[j].kind != "" && !b.marks[j].brief {
			return true
		}
	}
	return false
}

// enter follows the reading from column to column at line i: where a column
// goes on without a heading, its own section goes on.
func (b *builder) enter(i int, heading bool) {
	l := b.o.Lines[i]
	next := b.lanes[[2]int{l.Page, l.Column}]
	if next == b.cur {
		return
	}
	prev := b.cur
	b.cur = next
	if prev != nil {
		b.past = append(b.past, prev)
	}
	cur := len(b.o.Sections) - 1
	if heading || prev == nil {
		if next.section < 0 {
			next.section = cur
		}
		return
	}
	if s := b.o.Sections[cur]; s.Start == i-1 && s.Heading != "" {
		if h := b.o.Lines[s.Start]; h.Page == l.Page && h.Box[3] <= l.Box[1]+2 {
			next.section = cur // the heading over this column
			return
		}
	}
	if next.section < 0 && next.page > prev.page {
		// The column of the last page that has one where this one stands.
		best, page := 0.5, 0
		for j := len(b.past) - 1; j >= 0 && j >= len(b.past)-32; j-- {
			p := b.past[j]
			if p.page >= next.page || p.section < 0 || p.page < page {
				continue
			}
			if v := p.overlap(next) + 0.2*(p.right-p.left)/600; v > best {
				best, page, next.section = v, p.page, p.section
			}
		}
	}
	if next.section >= 0 {
		r := b.o.Sections[next.section]
		if next.section != cur && (r.Kind != b.o.Sections[cur].Kind || r.Heading != b.o.Sections[cur].Heading) {
			b.open(i, r.Kind, r.Heading)
		} else {
			next.section = cur
		}
		return
	}
	s := b.o.Sections[cur]
	head := b.o.Lines[s.Start]
	under := head.Page == l.Page && head.Box[3] <= l.Box[1]+2
	if s.Heading == "" && s.Kind == Header || prev.overlap(next) > 0.3 || under || next.page != prev.page {
		next.section = cur
		return
	}
	kind := Other
	if l.Page == 1 && l.Box[1] < 200 && len(l.Text) < 60 {
		kind = Header
	} else if wordCount(l.Text) >= 14 {
		kind = Objective
	}
	b.open(i, kind, "")
}

// contactLine reports whether line i holds an address to write or call to.
func (s *sheet) contactLine(i int) bool {
	t := s.lines[i].Text
	return strings.Contains(t, "@") || strings.Contains(t, "://") || len(s.urls(i)) > 0 || phoneIn(t) != ""
}
