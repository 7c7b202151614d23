package layout

import (
	"math"
	"slices"
)

// The greatest letter spacing in ems. What stands farther apart is a row of
// single letters or figures; those of the wide scripts fill their cells, so
// that less is seen as a space. Cells are looked for from leastCell on.
const (
	mostTrack     = 0.62
	mostWideTrack = 0.3
	leastCell     = 0.2
)

// celled reports whether single letters stand in the middle of cells of one
// width: their middles are evenly apart and the gaps between them are not,
// whereas letter spacing makes the gaps even.
func celled(ms []mark) bool {
	const least, even, uneven = 6, 0.05, 0.12 // letters, ems, ems
	if len(ms) < least {
		return false
	}
	em := ms[0].size
	pitch := make([]float64, 0, len(ms))
	for i := 1; i < len(ms); i++ {
		pitch = append(pitch, (ms[i].x0+ms[i].x1-ms[i-1].x0-ms[i-1].x1)/2/em)
	}
	sorted := slices.Clone(pitch)
	slices.Sort(sorted)
	mid, n := sorted[len(sorted)/2], 0
	lo, hi := inf, -inf
	for i, p := range pitch {
		if math.Abs(p-mid) <= even {
			n++
			gap := (ms[i+1].x0 - ms[i].x1) / em
			lo, hi = min(lo, gap), max(hi, gap)
		}
	}
	return 5*n >= 4*len(pitch) && hi-lo >= uneven
}
