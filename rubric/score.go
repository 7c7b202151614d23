package rubric

import (
	"cmp"
	"math"
	"slices"

	"pique/extract"
	"pique/extract/outline"
)

// maxEvidence bounds the quotes kept for a signal.
const maxEvidence = 12

// Score reads a document by the rubric. An unreadable document has its
// status and reason and nothing else: unknown is not zero.
func (r *Rubric) Score(d *extract.Document) Candidate {
	c := Candidate{
		File: d.File, SHA256: d.SHA256, Status: string(d.Status), Reason: d.Reason, Pages: len(d.Pages),
		Name: d.Name, Email: d.Email, Phone: d.Phone, Links: d.Links, Rubric: r.Name, Overrides: r.Overrides(), Signals: []Signal{}, Hidden: d.Hidden,
	}
	if c.Links == nil {
		c.Links = []string{}
	}
	if c.Hidden == nil {
		c.Hidden = []extract.Hidden{}
	}
	if d.Status == extract.Unreadable {
		return c
	}
	rd := r.read(d)
	found := map[string][]hit{}
	for _, s := range r.signals {
		if len(s.absent) == 0 {
			found[s.id] = rd.hits(s)
		}
	}
	for _, s := range r.signals {
		if len(s.absent) > 0 {
			found[s.id] = without(rd.hits(s), s.absent, found)
		}
	}
	total := 0.0
	for _, s := range r.signals {
		if len(found[s.id]) == 0 {
			continue
		}
		sig := rd.signal(s, found[s.id])
		total += sig.Points
		c.Signals = append(c.Signals, sig)
	}
	c.Score = math.Round(total*10) / 10
	c.Kind = r.kindOf(c.Signals)
	return c
}

// without drops the hits in whose entry one of the other signals shows.
func without(hits []hit, others []string, found map[string][]hit) []hit {
	return slices.DeleteFunc(hits, func(h hit) bool {
		for _, id := range others {
			for _, o := range found[id] {
				if o.text == h.text || h.entry >= 0 && o.entry == h.entry {
					return true
				}
			}
		}
		return false
	})
}

// signal makes the evidence of a signal from its hits: one for each quote,
// at the highest level that a rule gives it, the strongest first.
func (rd *reading) signal(s *signal, hits []hit) Signal {
	var found []proven
	type place struct {
		line  int
		quote string
	}
	by := map[place]int{}
	for _, h := range hits {
		e := rd.evidence(s, h)
		key := place{e.Line, e.Quote}
		i, ok := by[key]
		if !ok {
			by[key] = len(found)
			found = append(found, proven{e, h})
		} else if e.Level > found[i].Level {
			found[i] = proven{e, h}
		}
	}
	slices.SortStableFunc(found, func(a, b proven) int {
		return cmp.Or(cmp.Compare(b.Level, a.Level), cmp.Compare(a.wants(), b.wants()), cmp.Compare(s.home(a.hit), s.home(b.hit)), cmp.Compare(a.Line, b.Line))
	})
	best, level := found[0].hit, found[0].Level
	evidence := make([]Evidence, min(len(found), maxEvidence))
	for i := range evidence {
		evidence[i] = found[i].Evidence
	}
	share := rd.rubric.factor[level] / rd.rubric.factor[s.top]
	if rd.rubric.factor[s.top] == 0 {
		share = 0
	}
	points := math.Round(s.weight*share*10) / 10
	return Signal{
		ID: s.id, Level: level, Points: points, Weight: s.weight, Why: rd.why(s, best), Next: rd.next(s, best), Evidence: evidence,
	}
}

// proven is evidence with the hit that it was made of.
type proven struct {
	Evidence
	hit hit
}

// wants counts what a quote of its level leaves to other lines: a number that
// stands elsewhere, or none at all, the company that its rule asks for, and
// the facts of its entry. The quote that wants least shows most by itself.
func (p proven) wants() int {
	n := 0
	if p.Facts["measure"] == "" {
		n += 16
	} else if p.hit.measured.text != p.hit.text {
		n += 8
	}
	for _, s := range p.Support {
		if s.For != "measure" && s.For != "link" {
			n++
		}
	}
	if p.hit.rule.reach == wholeEntry && p.hit.text.head {
		n++ // what was done says more than how it is called
	}
	return min(n, 24)
}

// home orders the places in which a signal is at home: whole entries before
// single sentences, then the sections in the order in which the signal names
// them.
func (s *signal) home(h hit) int {
	if h.rule.every {
		return 0
	}
	return 1 + max(0, slices.Index(s.in, h.text.section))
}

// evidence quotes a hit: its logical line, or its sentence where the line is
// long and has several.
func (rd *reading) evidence(s *signal, h hit) Evidence {
	l := &rd.doc.Lines[h.text.number]
	start, end := quoteOf(h.text, h.within)
	e := Evidence{
		Quote: l.Text[start:end], Page: l.Page, Box: l.Box, Section: h.text.section, Level: h.level,
		Line: h.text.number, Facts: map[string]string{},
	}
	e.Page, e.Box = placed(l, start, end)
	if entry := rd.entryOf(h.text); entry != nil {
		for _, name := range entryFacts {
			if name == "organisation" && (h.text.section == outline.Projects || h.text.section == outline.Publications) && s.top > Measured {
				continue // of a project it is mostly a part of its title
			}
			if v := rd.fact(entry, name); v != "" {
				e.Facts[name] = v
			}
		}
	}
	e.Facts["match"] = l.Text[h.at.Start:h.at.End]
	h.measured.tell(e.Facts)
	if h.link != "" {
		e.Facts["link"] = h.link
	}
	e.Support = rd.supports(h, start, end)
	return e
}

// maxQuote is the length in bytes up to which a line is quoted whole.
const maxQuote = 240

// placed returns the page on which the bytes [start, end) of a line begin,
// and the box around those of them that stand on it.
func placed(l *extract.Line, start, end int) (page int, box [4]float64) {
	page, b := 0, l.Box
	for _, s := range l.Spans {
		if s.End <= start || s.Start >= end {
			continue
		}
		switch page {
		case 0:
			page, b = s.Page, s.Box
		case s.Page:
			b = b.Union(s.Box)
		}
	}
	if page == 0 {
		return l.Page, l.Box
	}
	return page, b
}

// kindOf returns the first kind whose condition the signals fulfil.
func (r *Rubric) kindOf(signals []Signal) string {
	for _, k := range r.kinds {
		if len(k.any) == 0 {
			return k.id
		}
		for _, s := range signals {
			if slices.Contains(k.any, s.ID) && s.Level >= k.from {
				return k.id
			}
		}
	}
	return ""
}
