package rubric

import (
	"slices"

	"pique/rubric/claim"
)

// levelled gives a hit its level: what the rule says, raised by what its
// entry names, by a number that belongs to it and by a link.
func (rd *reading) levelled(s *signal, u *rule, h hit) hit {
	h.level = u.level
	if h.level == Specific && rd.within(u.reach, &u.claimedIf, h.text, h.within) {
		h.level = Claimed
		return h
	}
	if h.level == Claimed && rd.named(u, h) {
		h.level = Specific
	}
	if h.level >= Specific && s.top >= Measured {
		if m := rd.measureOf(s, h); m != "" {
			h.level, h.measure = Measured, m
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

// measureOf returns the number that measures a hit, as printed, or "".
func (rd *reading) measureOf(s *signal, h hit) string {
	if len(s.measured.by) == 0 {
		return ""
	}
	if c, ok := measureIn(s, h.text, h.within); ok {
		return h.text.Text[c.Start:c.End]
	}
	if !s.measured.inEntry {
		return ""
	}
	for _, t := range rd.around(h.text) {
		for _, sen := range t.sentences {
			if c, ok := measureIn(s, t, sen); ok {
				return t.Text[c.Start:c.End]
			}
		}
	}
	return ""
}

// longRun is the length in seconds from which a time is that of a course or
// a project ("a 4-week internship") and not that of a program.
const longRun = 86_400

// measureIn returns the number of a sentence that measures a signal: one
// with a baseline before one without, else the first.
func measureIn(s *signal, t *text, sen part) (claim.Claim, bool) {
	cs := t.claims.Within(sen.start, sen.end)
	if len(cs) == 0 || s.measured.near.Len() > 0 && !s.measured.near.Has(t.Line, sen.from, sen.to) ||
		s.measured.unless.Has(t.Line, sen.from, sen.to) {
		return claim.Claim{}, false
	}
	var best claim.Claim
	found := false
	for _, c := range cs {
		if !s.measured.takes(c) || found && !(c.HasBaseline && !best.HasBaseline) {
			continue
		}
		best, found = c, true
	}
	return best, found
}

// takes reports whether a quantity is of a class that measures. Of a factor
// or percentage what it is said about decides: 40 % of the latency, of the
// memory or of the accuracy.
func (m measure) takes(c claim.Claim) bool {
	if c.Dim != claim.Count && !c.Measured() || c.About == claim.Business || c.Gain < 0 ||
		c.Dim == claim.Time && c.Form == claim.Absolute && c.Value >= longRun {
		return false
	}
	if relative := c.Dim == claim.Percentage || c.Dim == claim.Factor; relative && c.About != c.Dim && c.About != claim.Other {
		return slices.Contains(m.by, classNames[c.About])
	}
	return slices.ContainsFunc(classes(c), func(class string) bool { return slices.Contains(m.by, class) })
}
