package rubric

import (
	"slices"

	"pique/rubric/claim"
)

// levelled gives a hit its level: what the rule says, raised by what its
// entry names, by a number that belongs to it and by a link.
func (rd *reading) levelled(s *signal, u *rule, h hit) hit {
	h.level = u.level
	if h.level == Specific && len(u.claimedIf) > 0 && rd.within(u.reach, u.claimedIf, h.text, h.within) {
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
	if len(u.specifics) > 0 && has(h.text, u.specifics, h.within.from, h.within.to) {
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

// measureIn returns the first number of a sentence that measures a signal.
func measureIn(s *signal, t *text, sen part) (claim.Claim, bool) {
	cs := t.claims.Within(sen.start, sen.end)
	if len(cs) == 0 || len(s.measured.near) > 0 && !has(t, s.measured.near, sen.from, sen.to) ||
		has(t, s.measured.unless, sen.from, sen.to) {
		return claim.Claim{}, false
	}
	for _, c := range cs {
		if c.Dim != claim.Count && !c.Measured() || c.About == claim.Business {
			continue
		}
		if relative := c.Dim == claim.Percentage || c.Dim == claim.Factor; relative && c.About != c.Dim && c.About != claim.Other {
			// What it is said about decides: 40 % of the latency, of the memory or of the accuracy.
			if slices.Contains(s.measured.by, classNames[c.About]) {
				return c, true
			}
			continue
		}
		for _, class := range classes(c) {
			if slices.Contains(s.measured.by, class) {
				return c, true
			}
		}
	}
	return claim.Claim{}, false
}
