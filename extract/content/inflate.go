package content

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// Codes of DEFLATE, RFC 1951.
const (
	maxCodeBits  = 15
	literalBits  = 10 // of the first-step table for literals and lengths
	distanceBits = 8  // of that for distances
	codeBits     = 7  // of that for the lengths of codes; no such code is longer
	endOfBlock   = 256
)

// codeTable decodes one canonical Huffman code: a first step looks up as many
// bits as most codes have; longer codes are found bit by bit.
type codeTable struct {
	first  []uint16 // by the next bits: symbol<<4 | bits; 0 where the code is longer or there is none
	mask   uint64
	counts [maxCodeBits + 1]uint16 // codes of each length
	sorted []uint16                // symbols by code
}

// inflater undoes DEFLATE. It works on whole slices, so it is several times
// faster than a reader would be, and it keeps its tables from stream to stream.
type inflater struct {
	literal, distance, lengths codeTable
	space                      struct {
		literal  [1 << literalBits]uint16
		distance [1 << distanceBits]uint16
		lengths  [1 << codeBits]uint16
		sorted   [3][288]uint16
	}
	fixed bool // literal and distance hold the fixed codes
}

var (
	lengthBase = [...]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthMore = [...]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distBase   = [...]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
	distMore   = [...]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	codeOrder  = [...]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// set builds the table of a code from the lengths of its symbols; false where
// no code has such lengths.
func (t *codeTable) set(lengths []uint8, first, sorted []uint16, width int) bool {
	t.first, t.mask, t.sorted = first, uint64(len(first)-1), sorted
	clear(first)
	t.counts = [maxCodeBits + 1]uint16{}
	for _, n := range lengths {
		t.counts[n]++
	}
	t.counts[0] = 0
	var next, at [maxCodeBits + 2]uint16
	left := 1
	code := 0
	for n := 1; n <= maxCodeBits; n++ {
		if left = left<<1 - int(t.counts[n]); left < 0 {
			return false
		}
		at[n+1] = at[n] + t.counts[n]
		next[n] = uint16(code)
		code = (code + int(t.counts[n])) << 1
	}
	for s, n := range lengths {
		if n == 0 {
			continue
		}
		sorted[at[n]] = uint16(s)
		at[n]++
		if c := next[n]; int(n) <= width {
			e := uint16(s)<<4 | uint16(n)
			for i := int(bits.Reverse16(c) >> (16 - n)); i < len(first); i += 1 << n {
				first[i] = e
			}
		}
		next[n]++
	}
	return true
}

// long finds a code bit by bit; n is 0 where there is none.
func (t *codeTable) long(acc uint64) (symbol, n int) {
	code, start, index := 0, 0, 0
	for n := 1; n <= maxCodeBits; n++ {
		code |= int(acc & 1)
		acc >>= 1
		count := int(t.counts[n])
		if code-count < start {
			return int(t.sorted[index+code-start]), n
		}
		index += count
		start = (start + count) << 1
		code <<= 1
	}
	return 0, 0
}

// bitReader takes bits off a slice. Past the end bits are 0, and have falls
// below 0.
type bitReader struct {
	data []byte
	pos  int
	acc  uint64
	have int // bits in acc; those past the end are counted in lent
	lent int
}

// fill makes sure of 56 bits at least.
func (r *bitReader) fill() {
	if r.pos+8 <= len(r.data) {
		r.acc |= binary.LittleEndian.Uint64(r.data[r.pos:]) << r.have
		n := (63 - r.have) >> 3
		r.pos += n
		r.have += n * 8
		return
	}
	for r.have <= 56 {
		if r.pos < len(r.data) {
			r.acc |= uint64(r.data[r.pos]) << r.have
			r.pos++
		} else {
			r.lent += 8
		}
		r.have += 8
	}
}

func (r *bitReader) take(n int) int {
	v := int(r.acc & (1<<n - 1))
	r.acc >>= n
	r.have -= n
	return v
}

// over reports whether bits were taken that were not there.
func (r *bitReader) over() bool { return r.have < r.lent }

// deflated appends what a DEFLATE stream holds to out, until out has limit
// bytes. Data that is broken or breaks off yields what came before.
func (f *inflater) deflated(out, data []byte, limit int) []byte {
	r, start := bitReader{data: data}, len(out)
	for last := false; !last && len(out) < limit; {
		r.fill()
		last = r.take(1) == 1
		kind := r.take(2)
		if r.over() {
			return out
		}
		ok := true
		switch kind {
		case 0:
			out, ok = r.stored(out, limit)
		case 1:
			f.fix()
			out, ok = f.block(&r, out, start, limit)
		case 2:
			if ok = f.dynamic(&r); ok {
				out, ok = f.block(&r, out, start, limit)
			}
		default:
			ok = false
		}
		if !ok {
			return out
		}
	}
	return out
}

func (r *bitReader) stored(out []byte, limit int) ([]byte, bool) {
	r.take(r.have & 7)
	r.pos -= (r.have - r.lent) / 8
	r.acc, r.have, r.lent = 0, 0, 0
	if r.pos < 0 || r.pos+4 > len(r.data) {
		return out, false
	}
	n, check := binary.LittleEndian.Uint16(r.data[r.pos:]), binary.LittleEndian.Uint16(r.data[r.pos+2:])
	if n != ^check {
		return out, false
	}
	r.pos += 4
	whole := r.pos+int(n) <= len(r.data)
	part := r.data[r.pos:min(r.pos+int(n), len(r.data))]
	r.pos += len(part)
	return append(out, part[:min(len(part), limit-len(out))]...), whole
}

// fix sets the fixed codes.
func (f *inflater) fix() {
	if f.fixed {
		return
	}
	var n [288]uint8
	for i := range n {
		switch {
		case i < 144:
			n[i] = 8
		case i < 256:
			n[i] = 9
		case i < 280:
			n[i] = 7
		default:
			n[i] = 8
		}
	}
	f.literal.set(n[:], f.space.literal[:], f.space.sorted[0][:], literalBits)
	for i := range 30 {
		n[i] = 5
	}
	f.distance.set(n[:30], f.space.distance[:], f.space.sorted[1][:], distanceBits)
	f.fixed = true
}

// dynamic reads the codes of a block.
func (f *inflater) dynamic(r *bitReader) bool {
	f.fixed = false
	r.fill()
	literals, distances, codes := r.take(5)+257, r.take(5)+1, r.take(4)+4
	if literals > 286 {
		return false
	}
	var n [320]uint8
	for _, i := range codeOrder[:codes] {
		r.fill()
		n[i] = uint8(r.take(3))
	}
	if !f.lengths.set(n[:19], f.space.lengths[:], f.space.sorted[2][:], codeBits) {
		return false
	}
	n = [320]uint8{}
	for i := 0; i < literals+distances; {
		r.fill()
		e := f.lengths.first[r.acc&f.lengths.mask]
		if e == 0 || r.over() {
			return false
		}
		r.take(int(e & 15))
		symbol, again, value := int(e>>4), 0, uint8(0)
		switch symbol {
		case 16:
			if i == 0 {
				return false
			}
			again, value = 3+r.take(2), n[i-1]
		case 17:
			again = 3 + r.take(3)
		case 18:
			again = 11 + r.take(7)
		default:
			n[i] = uint8(symbol)
			i++
			continue
		}
		if i+again > literals+distances {
			return false
		}
		for ; again > 0; again-- {
			n[i] = value
			i++
		}
	}
	return !r.over() && n[endOfBlock] > 0 &&
		f.literal.set(n[:literals], f.space.literal[:], f.space.sorted[0][:], literalBits) &&
		f.distance.set(n[literals:literals+distances], f.space.distance[:], f.space.sorted[1][:], distanceBits)
}

// block decodes the symbols of a block; the stream began at start of out.
func (f *inflater) block(r *bitReader, out []byte, start, limit int) ([]byte, bool) {
	for r.lent == 0 && r.pos <= len(r.data)-swiftLeft && limit-len(out) >= swiftRoom {
		if cap(out)-len(out) < swiftRoom {
			out = slices.Grow(out, max(swiftRoom, len(out)-start))
		}
		var end swiftEnd
		if out, end = f.swift(r, out, start, limit); end != swiftShort {
			return out, end == swiftDone
		}
	}
	literal, distance := &f.space.literal, &f.space.distance
	acc, have := r.acc, r.have
	for len(out) < limit {
		if have < 48 { // the most that a literal or a length and its distance take
			r.acc, r.have = acc, have
			r.fill()
			acc, have = r.acc, r.have
		}
		e := literal[acc&(1<<literalBits-1)]
		symbol, n := int(e>>4), int(e&15)
		if n == 0 {
			if symbol, n = f.literal.long(acc); n == 0 {
				return out, false
			}
		}
		acc >>= n & 15
		if have -= n; have < r.lent {
			return out, false
		}
		if symbol < endOfBlock {
			out = append(out, byte(symbol))
			continue
		}
		if symbol -= endOfBlock + 1; symbol < 0 {
			r.acc, r.have = acc, have
			return out, true
		}
		if symbol >= len(lengthBase) {
			return out, false
		}
		more := int(lengthMore[symbol])
		size := int(lengthBase[symbol]) + int(acc&(1<<more-1))
		acc >>= more
		have -= more
		e = distance[acc&(1<<distanceBits-1)]
		symbol, n = int(e>>4), int(e&15)
		if n == 0 {
			if symbol, n = f.distance.long(acc); n == 0 {
				return out, false
			}
		}
		acc >>= n & 15
		have -= n
		if symbol >= len(distBase) {
			return out, false
		}
		more = int(distMore[symbol])
		back := int(distBase[symbol]) + int(acc&(1<<more-1))
		acc >>= more
		have -= more
		if back > len(out)-start || have < r.lent {
			return out, false
		}
		size = min(size, limit-len(out))
		at := len(out) - back
		if back >= size {
			out = append(out, out[at:at+size]...)
			continue
		}
		for ; size > 0; size-- {
			out = append(out, out[at])
			at++
		}
	}
	return out, true
}
