package outline

import "strings"

// order learns from the heads that have the word of a role whether the
// organisation stands before it in the section.
func (p *parser) order(blocks []block) {
	if p.kind == Projects || p.kind == Awards || p.kind == Education || p.kind == Publications {
		return
	}
	before, after := 0, 0
	for i, b := range blocks {
		if i >= 64 {
			break
		}
		pieces := b.pieces
		title, org := roleNames(pieces)
		if !hasRole(pieces) || title == "" || org == "" {
			continue
		}
		for _, q := range pieces {
			if strings.Contains(q.text, org) && !strings.Contains(q.text, title) {
				before++
				break
			}
			if strings.Contains(q.text, title) {
				after++
				break
			}
		}
	}
	p.orgFirst = before > after
}

// inherit gives roles that stand below one organisation its name, and reads
// heads without a word of a role in the order that the others have.
func (p *parser) inherit(blocks []block, start int) {
	if p.kind != Experience && p.kind != Research && p.kind != Teaching && p.kind != Service && p.kind != Other {
		return
	}
	es := p.o.Entries
	for i := 1; i < len(blocks); i++ {
		e, prev := &es[start+i], &es[start+i-1]
		if prev.Organisation == "" || blocks[i].heads == 0 {
			continue
		}
		pieces := blocks[i].pieces
		if !hasRole(pieces) && !hasOrg(pieces) && e.Dates.Text == "" && prev.Dates.Text != "" && len(pieces) > 0 {
			// A project under a job.
			e.Title, _ = projectNames(pieces)
			e.Organisation, e.Dates = prev.Organisation, prev.Dates
			continue
		}
		if e.Organisation != "" || e.Title == "" || !hasRole(pieces) {
			continue
		}
		if !p.rolesAlike(blocks[i-1], blocks[i], prev) {
			e.Organisation = prev.Organisation
		}
	}
}

func hasOrg(ps []piece) bool {
	for _, q := range ps {
		if q.cues.org > 0 {
			return true
		}
	}
	return false
}

// rolesAlike reports whether the head of a block begins as the one before it
// did, with the line that names the organisation, so that it names its own.
func (p *parser) rolesAlike(before, b block, prev *Entry) bool {
	first := p.s.looks[p.lines[b.from]]
	for j := before.from; j < before.from+before.heads; j++ {
		k := p.lines[j]
		t := p.o.Lines[k].Text
		if !strings.Contains(t, prev.Organisation) {
			continue
		}
		return p.s.looks[k].near(first) && (strings.Contains(t, prev.Title) || j == before.from && before.heads > 1 && b.heads > 1)
	}
	return false
}
