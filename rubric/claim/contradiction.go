package claim

import (
	"math"
	"strings"
)

// tolerance is by how much a stated factor may differ from that of the change
// beside it, as a share of the larger: people round.
const tolerance = 0.25

// adjacent is how many bytes may stand between a factor and its change where
// both name different things: 3x faster inference (120 -> 40 ms).
const adjacent = 12

// beside is how many bytes may stand between a factor and its change.
const beside = 80

// Contradiction is a stated factor that the change beside it does not give:
// "10x (120 -> 35 ms)".
type Contradiction struct {
	Stated, Change int     // indexes into the claims
	Says, Gives    float64 // the factor stated, and the one that the change gives
}

// Contradictions returns the stated factors and percentages that differ by over
// 25 % from the change in the same sentence, within 80 bytes, that is about the
// same thing. A percentage of "faster" is given both its readings.
func (cs Claims) Contradictions() []Contradiction {
	var out []Contradiction
	for i, s := range cs {
		if s.Form != Ratio && s.Form != Percent || s.Ratio <= 0 {
			continue
		}
		at := -1
		for j, c := range cs {
			if c.Form != Change || c.Ratio <= 0 || c.sentence != s.sentence || !alike(s, c) || gap(c, s.Start, s.End) > beside {
				continue
			}
			if at < 0 || gap(c, s.Start, s.End) < gap(cs[at], s.Start, s.End) {
				at = j
			}
		}
		if at < 0 || s.agrees(cs[at].Ratio) {
			continue
		}
		out = append(out, Contradiction{Stated: i, Change: at, Says: s.Ratio, Gives: cs[at].Ratio})
	}
	return out
}

// alike reports whether a stated factor and a change may be about one thing.
func alike(s, c Claim) bool {
	if s.About == Other && s.Object == "" {
		return s.Form == Ratio || s.Direction == c.Direction
	}
	if !s.shares(c) && gap(c, s.Start, s.End) > adjacent {
		return false
	}
	quick := func(d Dim) bool { return d == Time || d == Rate }
	return s.About == c.About && s.About != Other || quick(s.About) && quick(c.About)
}

// shares reports whether the objects of two claims have a word in common, or one
// has none.
func (c Claim) shares(d Claim) bool {
	if c.Object == "" || d.Object == "" {
		return c.About != Business && d.About != Business
	}
	other := lower(d.Object)
	for w := range strings.FieldsSeq(lower(c.Object)) {
		if strings.Contains(other, w) {
			return true
		}
	}
	return false
}

// agrees reports whether a factor is what the claim states, as people round.
func (c Claim) agrees(factor float64) bool {
	near := func(says, high float64) bool {
		if c.Bound > 0 && factor >= says || c.Bound < 0 && factor <= says {
			return true
		}
		if high > 0 && factor >= says && factor <= high {
			return true
		}
		return math.Abs(says-factor) <= tolerance*max(says, factor)
	}
	if c.Form == Ratio {
		return near(c.Ratio, c.High)
	}
	if near(c.Ratio, 0) || c.High > 0 && c.High < 100 && near(c.Ratio, 1/(1-c.High/100)) {
		return true
	}
	return c.Direction > 0 && c.Value < 100 && near(1/(1-c.Value/100), 0)
}
