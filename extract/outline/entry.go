package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract/layout"
)

// hasEntries reports whether sections of a kind are made of entries.
func hasEntries(kind string) bool {
	switch kind {
	case Experience, Education, Projects, Research, Publications, Teaching, Service, Awards, Other:
		return true
	}
	return false
}

// entries finds the entries of all sections, and the head lines of each.
func (o *Outline) entries(s *sheet, marks []mark) {
	last := make(map[string]int) // last entry of a section that can go on, by kind and heading
	for si := range o.Sections {
		sec := &o.Sections[si]
		if !hasEntries(sec.Kind) {
			continue
		}
		p := parser{o: o, s: s, marks: marks, section: si, kind: sec.Kind}
		for i := sec.Start; i < sec.End; i++ {
			l := &o.Lines[i]
			if l.Kind == layout.Running || i == sec.Start && sec.Heading != "" && marks[i].kind == sec.Kind && !marks[i].rest || marks[i].sub && !p.titled(i) {
				p.flushAt = append(p.flushAt, len(p.lines))
				continue
			}
			p.lines = append(p.lines, i)
		}
		key := sec.Kind + "\x00" + sec.Heading
		before := len(o.Entries)
		p.run(last, key)
		if len(o.Entries) > before {
			last[key] = len(o.Entries) - 1
		}
	}
}

// parser finds the entries of one section.
type parser struct {
	o       *Outline
	s       *sheet
	marks   []mark
	section int
	kind    string
	lines   []int // indices of the section's lines that can belong to entries
	flushAt []int // positions in lines before which a heading within the section stands

	orgFirst bool // the section's heads name the organisation before the role
}

// titled reports whether a line that looks like a heading within a section is
// rather the title of an entry: it has a date.
func (p *parser) titled(i int) bool { return len(FindDates(p.o.Lines[i].Text)) > 0 }

func (p *parser) run(last map[string]int, key string) {
	if len(p.lines) == 0 {
		return
	}
	var blocks []block
	switch {
	case p.kind == Publications:
		blocks = p.papers()
	default:
		blocks = p.blocks()
	}
	if len(blocks) == 0 {
		return
	}
	// Lines before the first head go on with the entry before an interruption.
	if first := blocks[0].from; first > 0 {
		if e, ok := last[key]; ok {
			p.goOn(e, 0, first)
		}
	}
	start := len(p.o.Entries)
	p.order(blocks)
	for _, b := range blocks {
		e := p.entry(b)
		p.o.Entries = append(p.o.Entries, e)
		n := len(p.o.Entries) - 1
		for j := b.from; j < b.to; j++ {
			p.o.Lines[p.lines[j]].Entry = n
			p.o.Lines[p.lines[j]].Head = j < b.from+b.heads
		}
	}
	p.inherit(blocks, start)
}

// goOn makes an entry of the lines from a up to b that continues entry e.
func (p *parser) goOn(e, a, b int) {
	old := p.o.Entries[e]
	old.Section, old.Start, old.End = p.section, p.lines[a], p.lines[b-1]+1
	p.o.Entries = append(p.o.Entries, old)
	for j := a; j < b; j++ {
		p.o.Lines[p.lines[j]].Entry = len(p.o.Entries) - 1
	}
}

// block is an entry's lines, [from, to) in parser.lines, the first heads of
// which are its head.
type block struct {
	from, heads, to int
}

// headScore tells how much line j of the section looks like the head of an
// entry; from 1.5 on it is one.
func (p *parser) headScore(j int) float64 {
	l := p.o.Lines[p.lines[j]]
	k := p.s.looks[p.lines[j]]
	if p.bullet(j) {
		return -2
	}
	h := 0.0
	runes := utf8.RuneCountInString(l.Text)
	if tableHead(l.Text) || letters(l.Text) == 0 {
		return 0
	}
	if c := cuesOf(foldWords(l.Text)); p.kind == Education && c.strongDegree > 0 && len(FindDates(l.Text)) > 0 && runes < 240 || p.opens(j) {
		return 2
	}
	if edgeDate(l.Layout()) {
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
		c := cuesOf(foldWords(l.Text))
		if c.role > 0 || c.org > 0 || c.degree > 0 && p.kind == Education {
			h += 0.75
		}
	}
	if sentence(l.Text) || verbFirst(l.Text) {
		h -= 2
	} else if prose(l.Text) && !edgeDate(l.Layout()) {
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
	t := p.o.Lines[p.lines[j]].Text
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
	if !p.bullet(j) || len(l.Text) > 110 || sentence(l.Text) {
		return false
	}
	d, ok := bestDate(FindDates(l.Text))
	ok = ok && d.Start != d.End && edgeDate(l.Layout())
	if ok && j > 0 && head[j-1] && !p.bullet(j-1) && !edgeDate(p.o.Lines[p.lines[j-1]].Layout()) && cuesOf(foldWords(l.Text)).role > 0 {
		return true // a role in a bullet under its organisation
	}
	if j+1 >= len(p.lines) {
		return false
	}
	m := p.o.Lines[p.lines[j+1]]
	deeper := p.bullet(j+1) && m.Marker != l.Marker && (m.Indent > l.Indent+3 || m.Box[0] > l.Box[0]+3)
	switch {
	case len(l.Gaps) > 0 || ok:
		c := cuesOf(foldWords(m.Text))
		return head[j+1] && !p.bullet(j+1) || deeper || !p.bullet(j+1) && ok && len(m.Text) < 90 && !sentence(m.Text) && c.role+c.strongDegree > 0
	case deeper || head[j+1] && !p.bullet(j+1) && m.Box[0] > l.Box[0]-2:
		c := cuesOf(foldWords(l.Text))
		k := p.s.looks[p.lines[j]]
		return c.role+c.org+c.strongDegree > 0 && len(l.Text) < 90 || k.bold && !p.s.body.bold
	}
	return false
}

// tableHead reports whether a line is the head of a table of degrees.
func tableHead(t string) bool {
	w := foldWords(t)
	if len(w) < 2 || len(w) > 14 || len(FindDates(t)) > 0 {
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

// Layout returns the line as layout made it.
func (l Line) Layout() layout.Line { return l.Line }

// verbFirst reports whether a line begins as the bullets of a resume do, with
// what the person did: "Wrote the scheduler of the fleet".
func verbFirst(t string) bool {
	w := foldWords(t)
	if len(w) < 4 {
		return false
	}
	switch w[0] {
	case "built", "led", "wrote", "made", "ran", "won", "taught", "gave", "grew", "cut", "drove", "oversaw", "rewrote", "rebuilt", "sped", "brought", "got", "kept", "took", "worked", "helped", "built-up",
		"developing", "building", "working", "leading", "designing", "responsible", "implementing", "creating", "managing", "writing":
		return true
	}
	return len(w[0]) > 4 && strings.HasSuffix(w[0], "ed") && !strings.Contains(t, "|")
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
	n := len(strings.Fields(t))
	if n >= 9 && strings.HasSuffix(t, ".") {
		return true
	}
	return n >= 24
}

// edgeDate reports whether a date stands at the start or the end of a line,
// or next to a wide gap, or in brackets: where heads have theirs.
func edgeDate(l layout.Line) bool {
	if utf8.RuneCountInString(l.Text) > 200 {
		return false
	}
	for _, d := range FindDates(l.Text) {
		if d.Start == d.End && (d.Weak || len(l.Text) > 110) && sentence(l.Text) {
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

// blocks cuts the section into entries.
func (p *parser) blocks() []block {
	n := len(p.lines)
	score := make([]float64, n)
	head := make([]bool, n)
	any := false
	for j := range p.lines {
		score[j] = p.headScore(j)
		head[j] = score[j] >= 1.5
		any = any || head[j]
	}
	short := func(j int) bool {
		l := p.o.Lines[p.lines[j]]
		return l.Kind != layout.Bullet && l.Marker == "" && utf8.RuneCountInString(l.Text) <= 80 && !sentence(l.Text) && !labelled(l.Text) && !strings.HasSuffix(l.Text, ".")
	}
	dated := func(j int) bool { return edgeDate(p.o.Lines[p.lines[j]].Layout()) }
	for j := n - 1; j >= 0; j-- {
		if !head[j] && p.topBullet(j, head) {
			head[j], any = true, true
		}
	}
	for j := 0; j < n; j++ {
		if head[j] || !short(j) || score[j] < 0 {
			continue
		}
		switch {
		case j > 0 && head[j-1] && (j+1 == n || !head[j+1] || dated(j-1)) && score[j] >= 0.5 && (dated(j-1) || j+1 < n && !short(j+1)):
			head[j] = true // the second line of a head: "Software Engineer" under "Acme  2020 – 2021"
		case j+1 < n && head[j+1] && dated(j+1) && score[j] >= 0.5 && (j == 0 || !head[j-1]) && onlyDateOrRole(p.o.Lines[p.lines[j+1]].Text):
			head[j] = true // the first, plain line over a dated one
		case j > 0 && j+1 < n && head[j-1] && !dated(j-1) && dated(j+1) && head[j+1] && !p.bullet(j-1):
			head[j] = true // between a role and its dates
		case j == 0 && score[j] >= 0.5 && !tableHead(p.o.Lines[p.lines[j]].Text):
			head[j] = true
			any = true
		}
	}
	for j := n - 2; j >= 0; j-- {
		if !head[j] && p.topBullet(j, head) {
			head[j], any = true, true
		}
	}
	if !any {
		return p.bulletBlocks()
	}
	var out []block
	for j := 0; j < n; {
		if !head[j] {
			j++
			continue
		}
		k, has := j, false
		for k < n && head[k] && !(k > j && (p.flushed(k) || p.bullet(k) && (has || p.bullet(j)))) {
			has = has || dated(k)
			k++
		}
		starts := p.split(j, k)
		for i, st := range starts {
			end := k
			if i+1 < len(starts) {
				end = starts[i+1]
			}
			out = append(out, block{st, end - st, end})
		}
		j = k
	}
	for i := range out {
		if i+1 < len(out) {
			out[i].to = out[i+1].from
		} else {
			out[i].to = n
		}
	}
	for i := range out {
		// "Consultant" over "Acme Inc., January 2002 to April 2002, researched ..."
		if b := &out[i]; b.heads == 1 && b.from+1 < b.to && !dated(b.from) && !p.bullet(b.from+1) {
			t := p.o.Lines[p.lines[b.from+1]].Text
			if d, ok := bestDate(FindDates(t)); ok && d.Start != d.End && d.From > 3 && d.From < 120 && cuesOf(foldWords(t[:d.From])).org > 0 {
				b.heads = 2
			}
		}
	}
	return p.withBullets(out)
}

// flushed reports whether a heading within the section stands before line j.
func (p *parser) flushed(j int) bool {
	for _, f := range p.flushAt {
		if f == j {
			return true
		}
	}
	return false
}

// onlyDateOrRole reports whether a line is a date, or a role with a date: one
// that needs the line above it to be a whole head.
func onlyDateOrRole(t string) bool {
	d, ok := bestDate(FindDates(t))
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

// split cuts a run of head lines [a, b) into heads, and returns their starts.
func (p *parser) split(a, b int) []int {
	starts := []int{a}
	if b-a == 1 {
		return starts
	}
	look := func(j int) look {
		k := p.s.looks[p.lines[j]]
		k.ruled = false
		return k
	}
	dated := func(j int) bool { return edgeDate(p.o.Lines[p.lines[j]].Layout()) }
	dates := 0
	for j := a; j < b; j++ {
		if dated(j) {
			dates++
		}
	}
	tight := -1.0
	for j := a + 1; j < b; j++ {
		if v := p.o.Lines[p.lines[j]].Lead; tight < 0 || v < tight {
			tight = v
		}
	}
	first, has, datePos := a, dated(a), 0
	for j := a + 1; j < b; j++ {
		l := p.o.Lines[p.lines[j]]
		far := l.Lead > max(tight, 2)*1.5+1.5
		d := dated(j)
		begin := false
		switch {
		case has && d:
			// A second date: a new head begins here, or did so with the line before.
			begin = true
			if datePos > 0 && j-1 > first+datePos && !dated(j-1) {
				starts = append(starts, j-1)
				first, has, datePos = j-1, true, 1
				continue
			}
		case has && far:
			begin = true
		case has && look(j).near(look(first)) && j-first >= 2 && !look(j).near(look(first+1)):
			begin = true // the look of first lines again
		case !has && dates == 0 && (far || j-first >= 2 && look(j).near(look(first)) && !look(first+1).near(look(first))):
			begin = true
		case !has && dates == 0 && p.listLike() && look(j).near(look(first)):
			begin = true
		case has && j-first >= 4:
			begin = true
		}
		if begin {
			starts = append(starts, j)
			first, has, datePos = j, d, 0
			continue
		}
		if d && !has {
			has, datePos = true, j-first
		}
	}
	return starts
}

// listLike reports whether entries of the section are often a line each.
func (p *parser) listLike() bool { return p.kind == Awards || p.kind == Service || p.kind == Other }

// bulletBlocks makes entries of a section that is a list: of the bullets that
// stand out to the left, those with dates where some have one.
func (p *parser) bulletBlocks() []block { return p.bulletRange(0, len(p.lines)) }

func (p *parser) bulletRange(from, to int) []block {
	left, bullets := 0.0, 0
	for j := from; j < to; j++ {
		l := p.o.Lines[p.lines[j]]
		if l.Kind != layout.Bullet && l.Marker == "" {
			continue
		}
		if bullets == 0 || l.Indent < left {
			left = l.Indent
		}
		bullets++
	}
	if bullets == 0 {
		if p.listLike() || p.kind == Education || p.kind == Teaching {
			var out []block
			for j := from; j < to; j++ {
				out = append(out, block{j, 1, j + 1})
			}
			return out
		}
		return []block{{from, 0, to}}
	}
	top, dated := 0, 0
	for j := from; j < to; j++ {
		l := p.o.Lines[p.lines[j]]
		if (l.Kind == layout.Bullet || l.Marker != "") && l.Indent <= left+4 {
			top++
			if edgeDate(l.Layout()) {
				dated++
			}
		}
	}
	byDate := (p.kind == Experience || p.kind == Projects || p.kind == Research) && dated > 0 && dated < top
	var out []block
	for j := from; j < to; j++ {
		l := p.o.Lines[p.lines[j]]
		if (l.Kind != layout.Bullet && l.Marker == "") || l.Indent > left+4 {
			continue
		}
		if byDate && !edgeDate(l.Layout()) {
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].to = j
		}
		out = append(out, block{j, 1, to})
	}
	if len(out) == 0 {
		return []block{{from, 0, to}}
	}
	return out
}

// withBullets splits entries whose head is only a heading over a list in
// sections that are lists: "Academic awards" and then a bullet each.
func (p *parser) withBullets(in []block) []block {
	if !p.listLike() {
		return in
	}
	var out []block
	for _, b := range in {
		dated := 0
		for j := b.from + b.heads; j < b.to; j++ {
			if edgeDate(p.o.Lines[p.lines[j]].Layout()) {
				dated++
			}
		}
		if dated >= 2 && dated*2 >= b.to-b.from-b.heads {
			out = append(out, block{b.from, b.heads, b.from + b.heads})
			out = append(out, p.bulletRange(b.from+b.heads, b.to)...)
			continue
		}
		out = append(out, b)
	}
	return out
}
