package index

import "math/bits"

// bitset holds one bit for each row of a segment. All sets of one segment
// have the same length.
type bitset []uint64

func newBitset(rows int) bitset { return make(bitset, (rows+63)/64) }

// full returns a set of all rows.
func full(rows int) bitset {
	b := newBitset(rows)
	for i := range b {
		b[i] = ^uint64(0)
	}
	if rest := rows % 64; rest > 0 {
		b[len(b)-1] = 1<<rest - 1
	}
	return b
}

func (b bitset) has(row uint32) bool { return b[row/64]&(1<<(row%64)) != 0 }

func (b bitset) set(row uint32) { b[row/64] |= 1 << (row % 64) }

// and leaves what is in both.
func (b bitset) and(o bitset) {
	for i := range b {
		b[i] &= o[i]
	}
}

// or takes in what is in o.
func (b bitset) or(o bitset) {
	for i := range b {
		b[i] |= o[i]
	}
}

// without takes out what is in o.
func (b bitset) without(o bitset) {
	for i := range b {
		b[i] &^= o[i]
	}
}

func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// common counts what is in both.
func (b bitset) common(o bitset) int {
	n := 0
	for i, w := range b {
		n += bits.OnesCount64(w & o[i])
	}
	return n
}

func (b bitset) empty() bool {
	for _, w := range b {
		if w != 0 {
			return false
		}
	}
	return true
}

// each yields the rows in the set, in their order.
func (b bitset) each(yield func(row uint32) bool) {
	for i, w := range b {
		for w != 0 {
			if !yield(uint32(i*64 + bits.TrailingZeros64(w))) {
				return
			}
			w &= w - 1
		}
	}
}
