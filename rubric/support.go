package rubric

import (
	"slices"
	"strings"

	"pique/rubric/phrase"
)

// supports are the quotes that a hit rests on beside the bytes [start, end)
// of its own line: where its number stands, its link, the company that its
// rule asks for, and the facts of its entry that raise it.
func (rd *reading) supports(h hit, start, end int) []Support {
	var out []Support
	add := func(what string, line, from, to int) {
		if line == h.text.number && from < end && start < to {
			return
		}
		text := rd.doc.Lines[line].Text[from:to]
		if text == "" || slices.ContainsFunc(out, func(s Support) bool { return s.Line == line && s.Quote == text }) {
			return
		}
		page, _ := placed(&rd.doc.Lines[line], from, to)
		out = append(out, Support{For: what, Quote: text, Page: page, Line: line})
	}
	for i := range h.rule.with {
		if p, ok := rd.company(&h.rule.with[i], h, start, end); ok {
			from, to := quoteOf(p.text, p.part)
			add("company", p.text.number, from, to)
		}
	}
	if h.level >= Specific {
		for _, name := range slices.Concat(h.rule.needs, h.rule.specific) {
			if line, ok := rd.factLine(h, name, start, end); ok {
				add(name, line, 0, len(rd.doc.Lines[line].Text))
			}
		}
	}
	if p := h.measured.proof(); p.text != nil {
		from, to := quoteOf(p.text, p.part)
		add("measure", p.text.number, from, to)
	}
	if h.link != "" {
		if line := rd.linkLine(h); line >= 0 {
			add("link", line, 0, len(rd.doc.Lines[line].Text))
		}
	}
	return out
}

// company finds the first sentence with one of the phrases that a rule asks
// for beside a hit, where none stands in the quote.
func (rd *reading) company(any *phrase.Set, h hit, start, end int) (proof, bool) {
	from, to := h.text.Range(start, end)
	if any.Has(h.text.Line, from, to) {
		return proof{}, false
	}
	lines := []*text{h.text}
	if h.rule.reach == wholeEntry {
		lines = rd.around(h.text)
	}
	for _, t := range lines {
		for _, sen := range t.sentences {
			if any.Has(t.Line, sen.from, sen.to) {
				return proof{t, sen}, true
			}
		}
	}
	return proof{}, false
}

// factLine finds the line of the entry of a hit in which a fact of it
// stands, where that is not in the quote.
func (rd *reading) factLine(h hit, name string, start, end int) (int, bool) {
	e := rd.entryOf(h.text)
	if e == nil {
		return 0, false
	}
	fact := rd.fact(e, name)
	if fact == "" || strings.Contains(h.text.Text[start:end], fact) {
		return 0, false
	}
	for i := max(e.Start, 0); i < e.End && i < len(rd.doc.Lines); i++ {
		if strings.Contains(rd.doc.Lines[i].Text, fact) {
			return i, true
		}
	}
	return 0, false
}

// linkLine is the line of the entry of a hit from which its link comes; -1
// where that is its own.
func (rd *reading) linkLine(h hit) int {
	if slices.Contains(rd.links[h.text.number][:], h.link) {
		return -1
	}
	e := rd.entryOf(h.text)
	if e == nil {
		return -1
	}
	for i := max(e.Start, 0); i < e.End && i < len(rd.links); i++ {
		if slices.Contains(rd.links[i][:], h.link) {
			return i
		}
	}
	return -1
}

// proof is the sentence in which a number stands.
func (m measured) proof() proof {
	if m.text == nil {
		return proof{}
	}
	for _, sen := range m.text.sentences {
		if m.Start >= sen.start && m.Start < sen.end {
			return proof{m.text, sen}
		}
	}
	return proof{}
}

// quoteOf returns the bytes of a line that are quoted for one of its
// sentences: all, or the sentence where the line is long and has several.
func quoteOf(t *text, sen part) (start, end int) {
	start, end = 0, len(t.Text)
	if len(t.Text) <= maxQuote || len(t.sentences) < 2 {
		return start, end
	}
	start, end = sen.start, sen.end
	for start < end && t.Text[start] == ' ' {
		start++
	}
	for end > start && t.Text[end-1] == ' ' {
		end--
	}
	return start, end
}
