package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract/layout"
)

// headScore tells how much line j of the section looks like the head of an
// entry; from 1.5 on it is one.
func (p *parser) headScore(j int) float64 {
	l := p.o.Lines[p.lines[j]]
	at := p.lines[j]
	k := p.s.looks[at]
	if p.bullet(j) {
		return -2
	}
	h := 0.0
	runes := p.s.runes(at)
	if p.s.tableHead(at) || letters(l.Text) == 0 {
		return 0
	}
	if p.kind == Education && runes < 240 && len(p.s.dates(at)) > 0 && p.s.cues(at).strongDegree > 0 || p.opens(j) {
		return 2
	}
	if p.s.edgeDate(at) {
		h += 2
	}
	if k.bold && !p.s.body.bold {
		h += 1.5
	}
	if k.italic && !p.s.body.italic {
		h += 0.75
	}
	if l.Kind == layout.Title || l.Kind == layout.Heading {
		h += 1.5
	}
	if k.caps && !p.s.shout && runes > 3 {
		h++
	}
	if k.size >= p.s.body.size*1.07 {
		h++
	}
	if len(l.Gaps) > 0 {
		h++
	}
	if runes <= 60 {
		h += 0.5
	}
	if runes > 130 {
		h -= 2
	}
	if strings.Contains(l.Text, " | ") || strings.Contains(l.Text, " — ") || strings.Contains(l.Text, " – ") {
		h += 0.5
	}
	if runes <= 100 {
		c := p.s.cues(at)
		if c.role > 0 || c.org > 0 || c.degree > 0 && p.kind == Education {
			h += 0.75
		}
	}
	if p.s.sentence(at) || p.s.verbFirst(at) {
		h -= 2
	} else if prose(l.Text) && !p.s.edgeDate(at) {
		h--
	}
	if r, _ := utf8.DecodeRuneInString(l.Text); unicode.IsLower(r) && !camel(l.Text) {
		h--
	}
	if l.Lead > p.s.lead*1.4 && l.Lead > 2 {
		h += 0.25
	}
	if labelled(l.Text) {
		h -= 1.5
	}
	return h
}

// bullet reports whether line j is an item of a list.
func (p *parser) bullet(j int) bool {
	l := p.o.Lines[p.lines[j]]
	return l.Kind == layout.Bullet || l.Marker != ""
}

// opens reports whether a paragraph begins with a sentence that is a head:
// "Acme, Search Team, April 2016 through December 2017. Worked on ...".
func (p *parser) opens(j int) bool {
	l := p.o.Lines[p.lines[j]]
	t := l.Text
	if len(t) > 110 && len(l.Gaps) > 0 && l.Gaps[0] > 3 && l.Gaps[0] < 48 && cuesOf(foldWords(t[:l.Gaps[0]])).role > 0 {
		// A role in the margin of the paragraph.
		for _, d := range p.s.dates(p.lines[j]) {
			if d.Start != d.End && d.From < 180 {
				return true
			}
		}
	}
	end := headLimit(t)
	if end+30 >= len(t) || end > 140 {
		return false
	}
	for _, d := range FindDates(t[:end]) {
		if d.Start != d.End && d.From > 3 && end-d.To <= 3 {
			return true
		}
	}
	return false
}

// topBullet reports whether bullet j is the head of an entry: short, with a
// date or a wide gap, over another line of the head or a list below it.
func (p *parser) topBullet(j int, head []bool) bool {
	l := p.o.Lines[p.lines[j]]
	if !p.bullet(j) || len(l.Text) > 110 || p.s.sentence(p.lines[j]) {
		return false
	}
	d, ok := bestDate(p.s.dates(p.lines[j]))
	ok = ok && d.Start != d.End && p.s.edgeDate(p.lines[j])
	if ok && j > 0 && head[j-1] && !p.bullet(j-1) && !p.s.edgeDate(p.lines[j-1]) && p.s.cues(p.lines[j]).role > 0 {
		return true // a role in a bullet under its organisation
	}
	if j+1 >= len(p.lines) {
		return false
	}
	m := p.o.Lines[p.lines[j+1]]
	deeper := p.bullet(j+1) && m.Marker != l.Marker && (m.Indent > l.Indent+3 || m.Box[0] > l.Box[0]+3)
	switch {
	case len(l.Gaps) > 0 || ok:
		c := p.s.cues(p.lines[j+1])
		return head[j+1] && !p.bullet(j+1) || deeper || !p.bullet(j+1) && ok && len(m.Text) < 90 && !p.s.sentence(p.lines[j+1]) && c.role+c.strongDegree > 0
	case deeper || head[j+1] && !p.bullet(j+1) && m.Box[0] > l.Box[0]-2:
		c := p.s.cues(p.lines[j])
		k := p.s.looks[p.lines[j]]
		return c.role+c.org+c.strongDegree > 0 && len(l.Text) < 90 || k.bold && !p.s.body.bold
	}
	return false
}

// tableHead reports whether line i is the head of a table of degrees.
func (s *sheet) tableHead(i int) bool {
	if s.runes(i) > 240 {
		return false
	}
	w := s.words(i)
	if len(w) < 2 || len(w) > 14 || len(s.dates(i)) > 0 {
		return false
	}
	n := 0
	for _, x := range w {
		switch x {
		case "year", "degree", "degrees", "certificate", "institute", "institution", "board", "university", "school", "college", "cgpa", "gpa", "cpi", "percentage", "marks", "grade", "grades",
			"examination", "exam", "qualification", "course", "passing", "of", "performance", "score", "class", "division", "name", "program", "programme", "aggregate", "result", "sr", "no", "specialization", "subject", "and":
			n++
		}
	}
	return n == len(w)
}

// verbFirst reports whether line i begins as the bullets of a resume do, with
// what the person did: "Wrote the scheduler of the fleet".
func (s *sheet) verbFirst(i int) bool {
	t := s.lines[i].Text
	for n, at := 0, 0; n < 8; n++ {
		k := strings.IndexByte(t[at:], ' ')
		if k < 0 {
			break
		}
		if at += k + 1; n == 7 {
			t = t[:at] // the first words do
		}
	}
	w := foldWords(t)
	if len(w) < 4 {
		return false
	}
	switch w[0] {
	case "built", "led", "wrote", "made", "ran", "won", "taught", "gave", "grew", "cut", "drove", "oversaw", "rewrote", "rebuilt", "sped", "brought", "got", "kept", "took", "worked", "helped", "built-up",
		"developing", "building", "working", "leading", "designing", "responsible", "implementing", "creating", "managing", "writing":
		return true
	}
	return len(w[0]) > 4 && strings.HasSuffix(w[0], "ed") && !strings.Contains(s.lines[i].Text, "|")
}

// camel reports whether a word that begins with a small letter is a name all
// the same: "iSendMoney".
func camel(t string) bool {
	w, _, _ := strings.Cut(t, " ")
	return len(w) > 2 && strings.ToLower(w) != w
}

// prose reports whether a line is written in small letters as sentences are.
func prose(t string) bool {
	small, words := 0, 0
	for _, w := range strings.Fields(t) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLetter(r) {
			words++
			if unicode.IsLower(r) {
				small++
			}
		}
	}
	return words >= 7 && small*10 >= words*6
}

// labelled reports whether a line begins with a label of the body, such as
// "Technologies:" or "Responsibilities:".
func labelled(t string) bool {
	i := strings.IndexByte(t, ':')
	if i < 3 || i > 32 || strings.ContainsAny(t[:i], "|–—") {
		return false
	}
	for _, w := range foldWords(t[:i]) {
		switch w {
		case "technologies", "tools", "stack", "environment", "responsibilities", "skills", "keywords", "advisor", "advisors", "supervisor", "supervisors",
			"gpa", "thesis", "coursework", "courses", "technology", "languages", "description", "achievements", "role", "duration", "tech", "link", "frameworks", "concepts", "focus", "topics", "topic":
			return true
		}
	}
	return false
}

// sentence reports whether t reads as running text.
func sentence(t string) bool {
	n := wordCount(t)
	if n >= 9 && strings.HasSuffix(t, ".") {
		return true
	}
	return n >= 24
}

// edgeDate reports whether one of the dates of a line stands where heads have
// theirs; prose tells that the line reads as running text.
func edgeDate(l layout.Line, dates []DateSpan, prose bool) bool {
	for _, d := range dates {
		if d.Start == d.End && (d.Weak || len(l.Text) > 110) && prose {
			continue
		}
		before, after := strings.TrimSpace(l.Text[:d.From]), strings.TrimSpace(l.Text[d.To:])
		if strings.Trim(after, ").]*,;|") == "" || strings.Trim(before, "([|") == "" {
			return true
		}
		if d.Start != d.End && utf8.RuneCountInString(l.Text) <= 130 {
			return true
		}
		for _, g := range l.Gaps {
			if g >= d.From-2 && g <= d.From || g >= d.To && g <= d.To+2 {
				return true
			}
		}
		if strings.HasSuffix(before, "(") && strings.HasPrefix(after, ")") && len(l.Text) < 110 {
			return true
		}
		if len(l.Text) < 110 && (strings.HasSuffix(before, "|") || strings.HasSuffix(before, ",") || strings.HasPrefix(after, "|") || strings.HasPrefix(after, ",")) {
			return true
		}
	}
	return false
}

// onlyDateOrRole reports whether line j is a date, or a role with a date: one
// that needs the line above it to be a whole head.
func (p *parser) onlyDateOrRole(j int) bool {
	t := p.s.lines[p.lines[j]].Text
	d, ok := bestDate(p.s.dates(p.lines[j]))
	if !ok {
		return false
	}
	rest := foldWords(t[:d.From] + " " + t[d.To:])
	if len(rest) <= 4 {
		return true
	}
	c := cuesOf(rest)
	if d.From == 0 && d.Start != d.End {
		return c.role == 0
	}
	return c.role > 0 && c.org == 0
}
