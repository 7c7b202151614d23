package font

import (
	"container/heap"
	"sort"
)

// span says which of a list of ranges, that may overlap, holds the numbers
// from lo to hi.
type span struct {
	lo, hi uint32
	at     int
}

// spans lays n ranges out side by side, in order; where several overlap, the
// last of the list holds.
func spans(n int, bounds func(i int) (lo, hi uint32)) []span {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(a, b int) bool {
		x, _ := bounds(order[a])
		y, _ := bounds(order[b])
		return x < y || x == y && order[a] < order[b]
	})
	out := []span{} // not nil
	var open latest
	// fill lays out what is open from one number up to another.
	fill := func(from, to uint64) {
		for from < to && len(open) > 0 {
			_, hi := bounds(open[0])
			if uint64(hi) < from {
				heap.Pop(&open)
				continue
			}
			end := min(to, uint64(hi)+1)
			out = append(out, span{uint32(from), uint32(end - 1), open[0]})
			from = end
		}
	}
	at := uint64(0)
	for _, i := range order {
		lo, hi := bounds(i)
		if lo > hi {
			continue
		}
		fill(at, uint64(lo))
		at = uint64(lo)
		heap.Push(&open, i)
	}
	fill(at, 1<<32)
	return out
}

// find returns which range holds a number, -1 where none does.
func find(s []span, v uint32) int {
	i := sort.Search(len(s), func(i int) bool { return s[i].lo > v }) - 1
	if i < 0 || v > s[i].hi {
		return -1
	}
	return s[i].at
}

// latest is a heap of indices, the highest first.
type latest []int

func (h latest) Len() int           { return len(h) }
func (h latest) Less(i, j int) bool { return h[i] > h[j] }
func (h latest) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *latest) Push(x any)        { *h = append(*h, x.(int)) }
func (h *latest) Pop() any {
	n := len(*h) - 1
	x := (*h)[n]
	*h = (*h)[:n]
	return x
}
