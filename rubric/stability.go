package rubric

import (
	"math"
	"slices"
)

// WeightMove is the share by which each weight may be moved, up or down and
// by itself, where the stability of an order is asked for: nobody who sets a
// weight of 14 would quarrel over one of 12 or 16.
const WeightMove = 0.2

// Stand is where a candidate stands in an order by score, and how firmly.
type Stand struct {
	Best     int  `json:"best"`      // the rank above which no moved weights bring it, from 1
	Worst    int  `json:"worst"`     // the rank below which none do
	Band     int  `json:"band"`      // from 1; see Bands
	TiedNext bool `json:"tied_next"` // with the next: some movement turns the two round
}

// profile is what each signal adds to a candidate, in an order that is the
// same for all.
type profile []float64

// profiles takes the points of candidates apart.
func profiles(cs []Candidate) []profile {
	at := map[string]int{}
	for i := range cs {
		for _, s := range cs[i].Signals {
			if _, ok := at[s.ID]; !ok {
				at[s.ID] = len(at)
			}
		}
	}
	flat := make([]float64, len(cs)*len(at))
	out := make([]profile, len(cs))
	for i := range cs {
		out[i] = flat[i*len(at) : (i+1)*len(at)]
		for _, s := range cs[i].Signals {
			out[i][at[s.ID]] = s.Points
		}
	}
	return out
}

// above reports whether p stays above q however the weights are moved. Of
// all movements that is worst which takes from each signal in which p leads
// and gives to each in which q does: the lead must be more than the moved
// share of all differences. So no movement has to be tried.
func (p profile) above(q profile) bool {
	const nothing = 1e-4 // points: what sums of tenths may differ by
	lead, moved := 0.0, 0.0
	for i := range p {
		lead += p[i] - q[i]
		moved += math.Abs(p[i] - q[i])
	}
	return lead > WeightMove*moved+nothing
}

// Bands numbers candidates that are ordered by score: a band goes from its
// first to the last that moved weights can still put before that one. So the
// first of each band stays above the first of the next, whatever the
// movement. Two neighbours across a border may still be tied: Stability tells.
func Bands(ordered []Candidate) []int {
	ps := profiles(ordered)
	out := make([]int, len(ps))
	first, band := 0, 1
	for i := range ps {
		if ps[first].above(ps[i]) {
			first = i
			band++
		}
		out[i] = band
	}
	return out
}

// Stability tells of candidates that are ordered by score how far each can
// rise or fall where the weights are moved.
func Stability(ordered []Candidate) []Stand {
	ps := profiles(ordered)
	out := make([]Stand, len(ps))
	for i, band := range Bands(ordered) {
		out[i] = Stand{Best: 1, Worst: len(ps), Band: band, TiedNext: i+1 < len(ps) && !ps[i].above(ps[i+1])}
	}
	for i := range ps {
		for k := i + 1; k < len(ps); k++ {
			if ps[i].above(ps[k]) {
				out[k].Best++
				out[i].Worst--
			}
		}
	}
	return out
}

// Deciding is the signal that gave a candidate its kind: of those that can,
// the one with the highest level, of equals the one with the most points;
// "" where the kind asks for none.
func (r *Rubric) Deciding(c Candidate) string {
	i := slices.IndexFunc(r.kinds, func(k *kind) bool { return k.id == c.Kind })
	if i < 0 {
		return ""
	}
	best := Signal{}
	for _, s := range c.Signals {
		if slices.Contains(r.kinds[i].any, s.ID) && s.Level >= r.kinds[i].from &&
			(s.Level > best.Level || s.Level == best.Level && s.Points > best.Points) {
			best = s
		}
	}
	return best.ID
}
