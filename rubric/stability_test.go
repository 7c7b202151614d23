package rubric_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"pique/rubric"
)

// invented are candidates in order of score: all levels of three signals.
func invented() []rubric.Candidate {
	var out []rubric.Candidate
	for i := range 64 {
		c := rubric.Candidate{File: fmt.Sprintf("%02d.pdf", i)}
		for k, weight := range []float64{50, 30, 20} {
			if level := i >> (2 * k) & 3; level > 0 {
				points := weight * float64(level) / 3
				c.Signals = append(c.Signals, rubric.Signal{ID: fmt.Sprint(k), Level: level, Points: points, Weight: weight})
				c.Score += points
			}
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b rubric.Candidate) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

// moved is the score of a candidate by weights moved up or down, a bit of
// mask for each signal.
func moved(c rubric.Candidate, mask int) float64 {
	sum := 0.0
	for _, s := range c.Signals {
		by := 1 - rubric.WeightMove
		if mask>>(s.ID[0]-'0')&1 == 1 {
			by = 1 + rubric.WeightMove
		}
		sum += by * s.Points
	}
	return sum
}

// TestStability: trying all extreme movements gives the same ties, and no
// rank outside of what is told.
func TestStability(t *testing.T) {
	cs := invented()
	stands := rubric.Stability(cs)
	ties, firm := 0, 0
	for i := range cs {
		for mask := range 8 {
			above, level := 0, 0
			for k := range cs {
				switch d := moved(cs[k], mask) - moved(cs[i], mask); {
				case k == i:
				case d > 1e-3:
					above++
				case d > -1e-3:
					level++
				}
			}
			if above+1 > stands[i].Worst || above+level+1 < stands[i].Best {
				t.Errorf("%s: rank %d, and %d to %d was told", cs[i].File, above+1, stands[i].Best, stands[i].Worst)
			}
		}
		if i+1 == len(cs) {
			continue
		}
		turned := false
		for mask := range 8 {
			turned = turned || moved(cs[i], mask) <= moved(cs[i+1], mask)+1e-3
		}
		if turned != stands[i].TiedNext {
			t.Errorf("%s and %s: tied %v, want %v", cs[i].File, cs[i+1].File, stands[i].TiedNext, turned)
		}
		if turned {
			ties++
		} else {
			firm++
		}
	}
	if ties == 0 || firm == 0 {
		t.Errorf("%d ties and %d firm pairs, want some of both", ties, firm)
	}
}

// TestBands: the first of a band stays above the first of the next.
func TestBands(t *testing.T) {
	cs := invented()
	bands := rubric.Bands(cs)
	first := 0
	for i := 1; i < len(cs); i++ {
		if bands[i] < bands[i-1] || bands[i] > bands[i-1]+1 {
			t.Fatalf("band %d follows band %d", bands[i], bands[i-1])
		}
		can := false
		for mask := range 8 {
			can = can || moved(cs[i], mask) >= moved(cs[first], mask)-1e-3
		}
		if (bands[i] == bands[i-1]) != can {
			t.Errorf("%s: band %d after %d, and it can pass the first: %v", cs[i].File, bands[i], bands[i-1], can)
		}
		if bands[i] != bands[i-1] {
			first = i
		}
	}
	if got := rubric.Bands(nil); len(got) != 0 {
		t.Errorf("bands of nobody: %v", got)
	}
}
