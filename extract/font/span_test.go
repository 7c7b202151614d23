package font

import (
	"math/rand/v2"
	"testing"
)

func TestSpans(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for round := range 300 {
		type pair struct{ lo, hi uint32 }
		list := make([]pair, r.IntN(30))
		for i := range list {
			lo := uint32(r.IntN(100))
			list[i] = pair{lo, lo + uint32(r.IntN(25))}
		}
		if round%3 == 0 {
			list = append(list, pair{90, 0xFFFFFFFF}, pair{5, 4})
		}
		s := spans(len(list), func(i int) (uint32, uint32) { return list[i].lo, list[i].hi })
		for _, v := range []uint32{0, 1, 5, 20, 50, 63, 77, 99, 100, 110, 126, 1 << 20, 0xFFFFFFFF} {
			want := -1
			for i, p := range list {
				if v >= p.lo && v <= p.hi {
					want = i
				}
			}
			if got := find(s, v); got != want {
				t.Fatalf("round %d, %d: got range %d, want %d, of %v", round, v, got, want, list)
			}
		}
	}
}
