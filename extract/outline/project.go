package outline

// besideFirst returns the dates that stand far to the right of the first line
// under a head, where its second row would be.
func (p *parser) besideFirst(j int) Dates {
	l := p.o.Lines[p.lines[j]]
	if p.kind != Experience || len(l.Gaps) == 0 {
		return Dates{}
	}
	if d, ok := bestDate(p.s.dates(p.lines[j])); ok && !d.Weak && d.From > l.Gaps[len(l.Gaps)-1] && d.To >= len(l.Text)-1 {
		return d.Dates
	}
	return Dates{}
}

// leads reports whether a short line between two bullets is the head of a
// project by the space above it, which is that above a head.
func (p *parser) leads(j int, head []bool) bool {
	if p.kind != Projects && p.kind != Research || j == 0 || !p.bullet(j-1) || !p.bullet(j+1) || p.bullet(j) {
		return false
	}
	lead := p.o.Lines[p.lines[j]].Lead
	if lead < 1.5*p.o.Lines[p.lines[j-1]].Lead+1.5 {
		return false
	}
	for k := 1; k < len(p.lines); k++ {
		if head[k] && p.bullet(k-1) && lead < p.o.Lines[p.lines[k]].Lead-1 {
			return false
		}
	}
	return true
}

// flush ends entries at the headings within the section that stand among their
// lines: what follows there is no part of them.
func (p *parser) flush(in []block) []block {
	var out []block
	for _, b := range in {
		rest := block{from: b.to, to: b.to}
		for j := b.from + b.heads; j < b.to; j++ {
			if p.flushed(j) {
				rest.from, b.to = j, j
			}
		}
		out = append(out, b)
		if rest.from < rest.to {
			out = append(out, rest)
		}
	}
	return out
}
