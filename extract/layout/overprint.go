package layout

import (
	"cmp"
	"slices"
)

// Bounds for the search for overprinted text: a row that has more runs or
// layers than these is read as it stands.
const (
	mostRuns   = 64
	mostLayers = 8
	leastRun   = 3 // marks of a run that can be another text
)

// layers tells texts apart that are printed over each other on one baseline:
// marks that stand where others stand already, by the order of painting. What
// fills a gap, goes back for an accent or paints the same once more stays in
// the layer.
//
// Invariants: ms are in the order of painting.
func layers(ms []mark) [][]mark {
	var runs [][]mark
	from := 0
	for i := 1; i <= len(ms); i++ {
		if i == len(ms) || ms[i].x0 < ms[i-1].x0-0.5*ms[i].size {
			runs = append(runs, ms[from:i])
			from = i
		}
	}
	if len(runs) < 2 || len(runs) > mostRuns {
		return nil
	}
	if !slices.ContainsFunc(runs[1:], func(r []mark) bool { return len(r) >= leastRun }) {
		return nil
	}
	out := [][]mark{slices.Clone(runs[0])}
	sortMarks(out[0])
	for _, r := range runs[1:] {
		at := len(out) - 1
		for k := range out {
			if !overprints(out[k], r) {
				at = k
				break
			}
			if k == len(out)-1 && len(out) < mostLayers {
				out = append(out, nil)
				at = k + 1
			}
		}
		out[at] = append(out[at], r...)
		sortMarks(out[at])
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

func sortMarks(ms []mark) {
	slices.SortStableFunc(ms, func(a, b mark) int { return cmp.Compare(a.x0, b.x0) })
}

// overprints reports whether the run stands on marks of other text: at least
// three of its marks and a third of them do.
//
// Invariants: below is in order of x0.
func overprints(below, run []mark) bool {
	hits, n, k := 0, 0, 0
	for i := range run {
		m := &run[i]
		if blank(m.text) {
			continue
		}
		n++
		for k > 0 && below[k-1].x1 > m.x0 {
			k--
		}
		for k < len(below) && below[k].x1 <= m.x0 {
			k++
		}
		hit := false
		for j := k; j < len(below) && below[j].x0 < m.x1 && j < k+8; j++ {
			b := &below[j]
			if blank(b.text) || twin(b, m) || twin(m, b) {
				continue
			}
			if over := min(b.x1, m.x1) - max(b.x0, m.x0); over > 0.3*min(b.x1-b.x0, m.x1-m.x0) && over > 0.05*m.size {
				hit = true
			}
			if b.text == m.text && b.x0 < m.x1 && m.x0 < b.x1 && b.size == m.size {
				hit = false // a shadow, or bold by a second painting
				break
			}
		}
		if hit {
			hits++
		}
	}
	return hits >= leastRun && 3*hits >= n
}
