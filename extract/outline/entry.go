package outline

import (
	"strings"

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

// certified reports whether a heading announces certificates, which are
// entries, and not a list of courses.
func certified(heading string) bool {
	return holds(heading, "certif") || holds(heading, "licen") || holds(heading, "zertif")
}

// entries finds the entries of all sections, and the head lines of each.
func (o *Outline) entries(s *sheet, marks []mark) {
	last := make(map[string]int) // last entry of a section that can go on, by kind and heading
	for si := range o.Sections {
		sec := &o.Sections[si]
		if !hasEntries(sec.Kind) && !(sec.Kind == Coursework && certified(sec.Heading)) {
			continue
		}
		p := parser{o: o, s: s, marks: marks, section: si, kind: sec.Kind, flushAt: make(map[int]bool)}
		for i := sec.Start; i < sec.End; i++ {
			l := &o.Lines[i]
			if l.Kind == layout.Running || i == sec.Start && sec.Heading != "" && marks[i].kind == sec.Kind && !marks[i].rest || marks[i].sub && !p.titled(i) {
				p.flushAt[len(p.lines)] = true
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
	lines   []int        // indices of the section's lines that can belong to entries
	flushAt map[int]bool // positions in lines before which a heading within the section stands

	orgFirst bool // the section's heads name the organisation before the role
}

// titled reports whether a line that looks like a heading within a section is
// rather the title of an entry: it has a date.
func (p *parser) titled(i int) bool { return len(p.s.dates(i)) > 0 }

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
	if p.kind != Publications {
		for i := range blocks {
			blocks[i].pieces, blocks[i].dates = p.pieces(blocks[i])
			if b := &blocks[i]; b.dates.Text == "" && b.heads > 0 && b.from+b.heads < b.to {
				b.dates = p.besideFirst(b.from + b.heads)
			}
		}
	}
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
	pieces          []piece // of the head
	dates           Dates   // in the head
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
		return l.Kind != layout.Bullet && l.Marker == "" && p.s.runes(p.lines[j]) <= 80 && !p.s.sentence(p.lines[j]) && !labelled(l.Text) && (!strings.HasSuffix(l.Text, ".") || abbreviation(l.Text[:len(l.Text)-1]))
	}
	dated := p.dated
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
		case j+1 < n && head[j+1] && dated(j+1) && score[j] >= 0.5 && (j == 0 || !head[j-1]) && p.onlyDateOrRole(j+1):
			head[j] = true // the first, plain line over a dated one
		case j > 0 && j+1 < n && head[j-1] && !dated(j-1) && dated(j+1) && head[j+1] && !p.bullet(j-1):
			head[j] = true // between a role and its dates
		case j == 0 && score[j] >= 0.5 && !p.s.tableHead(p.lines[j]):
			head[j] = true
			any = true
		}
	}
	for j := n - 2; j >= 0; j-- {
		if !head[j] && (p.topBullet(j, head) || short(j) && p.leads(j, head)) {
			head[j], any = true, true
		}
	}
	for j := 0; j < n; j++ {
		if !p.bullet(j) && p.dateLine(j) && p.overDate(j, head, short, dated) {
			any = true
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
			out = append(out, block{from: st, heads: end - st, to: end})
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
	if p.kind == Projects {
		out = p.flush(out)
	}
	for i := range out {
		// "Consultant" over "Acme Inc., January 2002 to April 2002, researched ..."
		if b := &out[i]; b.heads == 1 && b.from+1 < b.to && !dated(b.from) && !p.bullet(b.from+1) {
			k := p.lines[b.from+1]
			t := p.s.lines[k].Text
			if d, ok := bestDate(p.s.dates(k)); ok && d.Start != d.End && d.From > 3 && d.From < 120 && cuesOf(foldWords(t[:d.From])).org > 0 {
				b.heads = 2
			}
		}
	}
	return p.withBullets(out)
}

// dated reports whether line j has a date where heads have theirs, and one of
// its own: the end of a span that the margin breaks belongs to the line before.
func (p *parser) dated(j int) bool {
	if j > 0 {
		if _, _, broken := p.brokenDate(j - 1); broken {
			return false
		}
	}
	if p.s.edgeDate(p.lines[j]) || p.opens(j) {
		return true
	}
	_, _, broken := p.brokenDate(j)
	return broken
}

// brokenDate returns the span of dates that stands in the margin of line j and
// the one below, and the lengths of its halves there: "Jun 2024 –" beside the
// title and "Sep 2024" beside the organisation.
func (p *parser) brokenDate(j int) (DateSpan, [2]int, bool) {
	var none [2]int
	if j+1 >= len(p.lines) {
		return DateSpan{}, none, false
	}
	a, b := p.o.Lines[p.lines[j]], p.o.Lines[p.lines[j+1]]
	if len(a.Gaps) == 0 || a.Gaps[0] > 20 || !hasDigit(b.Text[:min(len(b.Text), 20)]) || p.bullet(j) || p.bullet(j+1) || a.Page != b.Page {
		return DateSpan{}, none, false
	}
	end := len(b.Text)
	if len(b.Gaps) > 0 {
		end = b.Gaps[0]
	}
	first, second := strings.TrimSpace(a.Text[:a.Gaps[0]]), strings.TrimSpace(b.Text[:end])
	if first == "" || len(second) > 20 {
		return DateSpan{}, none, false
	}
	dash := strings.HasSuffix(first, "–") || strings.HasSuffix(first, "-") || strings.HasSuffix(first, "—") || strings.HasPrefix(second, "–") || strings.HasPrefix(second, "-")
	if d := FindDates(strings.Trim(first, " –—-")); len(d) > 0 && (d[0].Start != d[0].End || !dash) {
		return DateSpan{}, none, false
	}
	both := first + " " + second
	d := FindDates(both)
	if len(d) != 1 || d[0].From != 0 || d[0].To < len(both)-1 || d[0].Start == d[0].End {
		return DateSpan{}, none, false
	}
	return d[0], [2]int{a.Gaps[0], end}, true
}

// dateLine reports whether line j is a date and little more, such as a place.
func (p *parser) dateLine(j int) bool {
	k := p.lines[j]
	if p.s.runes(k) > 60 || !p.s.edgeDate(k) {
		return false
	}
	c := p.s.cues(k)
	words := p.s.words(k)
	for _, d := range p.s.dates(k) {
		words = words[:max(0, len(words)-wordCount(d.Text))]
	}
	return len(words) <= 4 && c.role+c.strictOrg+c.strongDegree == 0
}

// overDate makes a head of the short lines over date line j, or of the one
// below it where a date comes first, and reports whether it found any.
func (p *parser) overDate(j int, head []bool, short, dated func(int) bool) bool {
	const most = 3
	k, styled := j, false
	for k > 0 && j-k < most && short(k-1) && !dated(k-1) && !p.flushed(k) && !styled {
		k--
		l := p.o.Lines[p.lines[k]]
		styled = head[k] || k < j-1 && l.Lead > max(p.o.Lines[p.lines[k+1]].Lead, 2)*1.5+1.5
	}
	if !styled && j-k == most {
		k = j - 1
	}
	switch {
	case k < j:
		for i := k; i <= j; i++ {
			head[i] = true
		}
		return true
	case j+1 < len(p.lines) && !head[j] && short(j+1) && !dated(j+1) && !p.bullet(j+1) && (j == 0 || !head[j-1]):
		head[j], head[j+1] = true, true
		return true
	}
	return false
}

// flushed reports whether a heading within the section stands before line j.
func (p *parser) flushed(j int) bool { return p.flushAt[j] }

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
	dated := p.dated
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
				st := j - 1
				for i := first + datePos + 1; i < j; i++ {
					if look(i).near(look(first)) && !look(first).near(look(first+1)) || i == first+datePos+1 && j-i == datePos {
						st = i // where the head before has its first line
						break
					}
				}
				starts = append(starts, st)
				first, has, datePos = st, true, j-st
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
	if bullets == 0 && (p.kind == Projects || p.kind == Research) {
		var out []block
		for j := from; j < to; j++ {
			if len(out) == 0 || p.s.runes(p.lines[j]) >= 60 {
				if n := len(out); n > 0 {
					out[n-1].to = j
				}
				out = append(out, block{from: j, heads: 1, to: to})
			}
		}
		return out
	}
	if bullets == 0 {
		if p.listLike() || p.kind == Education || p.kind == Teaching {
			var out []block
			for j := from; j < to; j++ {
				out = append(out, block{from: j, heads: 1, to: j + 1})
			}
			return out
		}
		return []block{{from: from, to: to}}
	}
	top, dated := 0, 0
	for j := from; j < to; j++ {
		l := p.o.Lines[p.lines[j]]
		if (l.Kind == layout.Bullet || l.Marker != "") && l.Indent <= left+4 {
			top++
			if p.s.edgeDate(p.lines[j]) {
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
		if byDate && !p.s.edgeDate(p.lines[j]) {
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].to = j
		}
		out = append(out, block{from: j, heads: 1, to: to})
	}
	if len(out) == 0 {
		return []block{{from: from, to: to}}
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
			if p.s.edgeDate(p.lines[j]) {
				dated++
			}
		}
		if dated >= 2 && dated*2 >= b.to-b.from-b.heads {
			out = append(out, block{from: b.from, heads: b.heads, to: b.from + b.heads})
			out = append(out, p.bulletRange(b.from+b.heads, b.to)...)
			continue
		}
		out = append(out, b)
	}
	return out
}
