package rubric

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pique/extract/outline"
	"pique/rubric/claim"
)

// levelled gives a hit its level: what the rule says, raised by what its
// entry names, by a number that belongs to it and by a link.
func (rd *reading) levelled(s *signal, u *rule, h hit) hit {
	h.level, h.rule = u.level, u
	if h.level <= Specific && rd.within(u.reach, &u.claimedIf, h.text, h.within) {
		h.level = Claimed
		return h
	}
	if h.level == Claimed && rd.named(u, h) {
		h.level = Specific
	}
	if h.level == Specific && s.bare > 0 && bare(h, s.bare) {
		h.level = Claimed
		return h
	}
	if h.level >= Specific && s.top >= Measured {
		if m, ok := rd.measureOf(s, h); ok {
			h.level, h.measured = Measured, m
		}
	}
	if h.level >= Specific && s.top >= Verifiable && len(s.links) > 0 {
		if a, ok := rd.linkOf(h.text, s.links); ok {
			h.level, h.link = Verifiable, a
		}
	}
	h.level = min(h.level, s.top)
	return h
}

// bare reports whether the line of a hit is no more than so many words of a deed
// and names nothing: no number, no name, no link ("made our code faster").
func bare(h hit, most int) bool {
	t := h.text
	if len(t.Tokens) > most || len(t.sentences) != 1 || len(t.claims) > 0 || t.section == outline.Publications || linked(t.Text) {
		return false
	}
	for i, token := range t.Tokens {
		if i > 0 && token.Upper || strings.ContainsAny(token.Text, "0123456789→") || token.End-token.Start > 0 && t.Text[token.Start] >= utf8.RuneSelf {
			return false
		}
	}
	return tellsDeed(t.Tokens[0].Text)
}

// tellsDeed reports whether a word opens a line that tells of a deed: worked, made.
func tellsDeed(w string) bool {
	switch w {
	case "made", "wrote", "built", "ran", "sped", "cut", "did", "got", "halved":
		return true
	}
	return strings.HasSuffix(w, "ed") && len(w) > 4
}

// named reports whether a claim names the what: facts of its entry, or one
// of the phrases that make it specific.
func (rd *reading) named(u *rule, h hit) bool {
	if u.specifics.Has(h.text.Line, h.within.from, h.within.to) {
		return true
	}
	e := rd.entryOf(h.text)
	if len(u.specific) == 0 || e == nil {
		return false
	}
	for _, name := range u.specific {
		if rd.fact(e, name) == "" {
			return false
		}
	}
	return true
}

// measured is the number that measures a hit.
type measured struct {
	claim.Claim
	text *text // the line in which it stands; nil where there is none
}

// printed returns the number as the page has it, or "".
func (m measured) printed() string {
	if m.text == nil {
		return ""
	}
	return m.text.Text[m.Start:m.End]
}

// tell adds to facts what the number says: the factor of improvement, what it
// started from, under which condition, and where a factor beside it says
// otherwise.
func (m measured) tell(facts map[string]string) {
	if m.text == nil {
		return
	}
	facts["measure"] = m.printed()
	if m.HasBaseline && m.From != 0 {
		facts["baseline"] = figures(m.From) + " " + m.Unit
	}
	if m.Condition != "" {
		facts["condition"] = m.Condition
	}
	if m.Ratio > 1 && m.Gain > 0 {
		facts["ratio"] = figures(m.Ratio)
		if m.About == claim.Time || m.About == claim.Rate {
			facts["speedup"] = facts["ratio"]
		}
	}
	for _, x := range m.text.claims.Contradictions() {
		if m.text.claims[x.Change].Start == m.Start || m.text.claims[x.Stated].Start == m.Start {
			facts["contradiction"] = "says " + figures(x.Says) + "x, gives " + figures(x.Gives) + "x"
		}
	}
}

// figures writes a number with three figures at the most.
func figures(v float64) string { return strconv.FormatFloat(v, 'g', 3, 64) }

// measureOf returns the number that measures a hit.
func (rd *reading) measureOf(s *signal, h hit) (measured, bool) {
	if len(s.measured.by) == 0 {
		return measured{}, false
	}
	if c, ok := measureIn(s, h.text, h.within); ok {
		return measured{c, h.text}, true
	}
	if c, ok := measureBeside(s, h); ok {
		return measured{c, h.text}, true
	}
	if !s.measured.inEntry {
		return measured{}, false
	}
	for _, t := range rd.held(h.text) {
		for _, sen := range t.sentences {
			if c, ok := measureIn(s, t, sen); ok {
				return measured{c, t}, true
			}
		}
	}
	return measured{}, false
}

// held returns the lines of the entry of a line and of the projects that stand
// under it as entries of their own: those without dates, or with the dates and
// organisation that they have from it.
func (rd *reading) held(t *text) []*text {
	out := rd.around(t)
	if t.entry < 0 {
		return out
	}
	own := &rd.doc.Entries[t.entry]
	for i := t.entry + 1; i < len(rd.doc.Entries); i++ {
		e := &rd.doc.Entries[i]
		same := e.Dates.Text == own.Dates.Text && e.Organisation == own.Organisation
		if e.Section != own.Section || e.Dates.Text != "" && !same || rd.role(e) {
			break
		}
		for k := max(e.Start, 0); k < e.End && k < len(rd.lines); k++ {
			if rd.lines[k] != nil {
				out = append(out, rd.lines[k])
			}
		}
	}
	return out
}

// role reports whether the heading of an entry names a role of its own.
func (rd *reading) role(e *outline.Entry) bool {
	for i := max(e.Start, 0); i < min(e.Start+headRows, e.End, len(rd.lines)); i++ {
		if t := rd.lines[i]; t != nil && rd.headline(t) && rd.isRole(t, 0, len(t.Tokens)) {
			return true
		}
	}
	return false
}

// longRun is the length in seconds from which a time is that of a course or
// a project ("a 4-week internship") and not that of a program.
const longRun = 86_400

// plantPower is the power in watts from which it is that of a plant or a
// building and not of a program or device.
const plantPower = 100_000

// nearWords is how many words before a number, and after it, tell what it is
// said about.
const nearWords = 6

// measureBeside returns the number of a sentence behind that of a hit, in its
// own line: "Rebuilt it from the paper; F1 of 0.91". Where a paragraph tells of
// many things, only what a semicolon parts from it belongs to it.
func measureBeside(s *signal, h hit) (claim.Claim, bool) {
	for i, sen := range h.text.sentences[:len(h.text.sentences)-1] {
		if sen != h.within {
			continue
		}
		for _, next := range h.text.sentences[i+1:] {
			if len(h.text.Text) > maxQuote && !strings.HasSuffix(h.text.Text[:next.start], "; ") {
				break
			}
			if c, ok := measureIn(s, h.text, next); ok {
				return c, true
			}
		}
	}
	return claim.Claim{}, false
}

// measureIn returns the number of a sentence that measures a signal: one
// with a baseline before one without, else the first.
func measureIn(s *signal, t *text, sen part) (claim.Claim, bool) {
	cs := t.claims.Within(sen.start, sen.end)
	if len(cs) == 0 {
		return claim.Claim{}, false
	}
	near := s.measured.near.Len() == 0 || s.measured.near.Has(t.Line, sen.from, sen.to)
	var best claim.Claim
	found := false
	for _, c := range cs {
		if !near && !c.HasBaseline && !(c.Relative() && c.Gain > 0) || !s.measured.takes(c) || s.measured.strays(t, c, sen) || found && !(c.HasBaseline && !best.HasBaseline) {
			continue
		}
		best, found = c, true
	}
	return best, found
}

// strays reports whether what a measure excludes stands beside a quantity.
func (m measure) strays(t *text, c claim.Claim, sen part) bool {
	if m.unless.Len() == 0 {
		return false
	}
	from, to := t.Range(c.Start, c.End)
	return m.unless.Has(t.Line, max(sen.from, from-nearWords), min(sen.to, to+nearWords))
}

// takes reports whether a quantity is of a class that measures. Of a factor
// or percentage what it is said about decides: 40 % of the latency, of the
// memory or of the accuracy.
func (m measure) takes(c claim.Claim) bool {
	if c.Dim != claim.Count && !c.Measured() || c.About == claim.Business || c.Gain < 0 ||
		c.Dim == claim.Time && c.Form == claim.Absolute && c.Value >= longRun ||
		c.Dim == claim.Power && c.Form == claim.Absolute && c.Value >= plantPower {
		return false
	}
	if c.Dim == claim.Count && c.HasBaseline && c.Gain > 0 && c.About == claim.Compute {
		return slices.Contains(m.by, classNames[claim.Compute]) // from 8 GPUs to 1
	}
	if relative := c.Dim == claim.Percentage || c.Dim == claim.Factor; relative && c.About != c.Dim && c.About != claim.Other {
		return slices.Contains(m.by, classNames[c.About])
	}
	return slices.ContainsFunc(classes(c), func(class string) bool { return slices.Contains(m.by, class) })
}
