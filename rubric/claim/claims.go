package claim

import "slices"

// Claims are the claims of one line in the order of Start.
type Claims []Claim

// Measured reports whether the claim is a number that measures something: an
// amount, change, factor or percentage. Counts of things, bit widths, calendar
// lengths, changes of magnitude, real time and complexity classes are none;
// counts of devices are (on a single GPU).
func (c Claim) Measured() bool {
	switch c.Form {
	case Magnitude, RealTime, Complexity:
		return false
	}
	switch c.Dim {
	case Bits, Date, Other:
		return false
	case Count:
		return c.About == Compute
	}
	return true
}

// Of reports whether the claim is measured and either of dimension d or said
// about d: Of(Time) holds for "11 ms", "3x faster" and "40 % lower latency",
// and not for "40 % less memory" or "onboarding time by 40 %".
func (c Claim) Of(d Dim) bool {
	return c.Measured() && (c.About == d || c.Dim == d && c.About != Business)
}

// Relative reports whether the claim compares two states: a change, a factor,
// or a percentage with a direction.
func (c Claim) Relative() bool {
	return c.Form == Change || c.Form == Ratio || c.Form == Percent && c.Direction != 0
}

// Sentence is the number of the sentence, from 0 as Sentences counts them, in
// which the claim starts.
func (c Claim) Sentence() int { return c.sentence }

// Of returns the claims for which Claim.Of holds with one of the dimensions.
func (cs Claims) Of(dims ...Dim) Claims {
	return cs.keep(func(c Claim) bool { return slices.ContainsFunc(dims, c.Of) })
}

// Measured returns the claims that measure something.
func (cs Claims) Measured() Claims { return cs.keep(Claim.Measured) }

// Within returns the claims that lie wholly in the bytes [start,end), for
// instance in a sentence.
func (cs Claims) Within(start, end int) Claims {
	return cs.keep(func(c Claim) bool { return c.Start >= start && c.End <= end })
}

// Near returns the claims that overlap the bytes [start,end) or stand at most
// reach bytes before or after them, the nearest first.
func (cs Claims) Near(start, end, reach int) Claims {
	near := cs.keep(func(c Claim) bool { return gap(c, start, end) <= reach })
	slices.SortStableFunc(near, func(a, b Claim) int { return gap(a, start, end) - gap(b, start, end) })
	return near
}

// gap is the number of bytes between the claim and [start,end), 0 if they meet.
func gap(c Claim, start, end int) int {
	return max(0, start-c.End, c.Start-end)
}

func (cs Claims) keep(f func(Claim) bool) Claims {
	var out Claims
	for _, c := range cs {
		if f(c) {
			out = append(out, c)
		}
	}
	return out
}
