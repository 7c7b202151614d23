package content

import "encoding/binary"

// Bytes that the swift way of decoding has before it: of room for what comes
// out, since it copies whole words, and of what goes in.
const (
	swiftRoom = 258 + 8
	swiftLeft = 8
)

// swiftEnd says why the swift way ended.
type swiftEnd uint8

const (
	swiftShort  swiftEnd = iota // too near to an end of the bytes
	swiftDone                   // at the end of the block
	swiftBroken                 // at what is no code
)

// swift decodes the symbols of a block as long as the ends of the stream and
// of the room for it are far. Nothing is asked there for each bit or byte.
func (f *inflater) swift(r *bitReader, out []byte, start, limit int) ([]byte, swiftEnd) {
	literal, distance := &f.space.literal, &f.space.distance
	data, buf := r.data, out[:cap(out)]
	pos, acc, have, n := r.pos, r.acc, r.have, len(out)
	most := min(len(buf), limit) - swiftRoom
	end := swiftShort
	for n <= most && pos <= len(data)-swiftLeft {
		acc |= binary.LittleEndian.Uint64(data[pos:]) << (have & 63)
		pos += (63 - have) >> 3
		have |= 56
		// A code that the table has takes 10 bits at most, so three fit.
		e := literal[acc&(1<<literalBits-1)]
		if e-1 < endOfBlock<<4-1 {
			buf[n] = byte(e >> 4)
			n++
			acc >>= e & 15
			have -= int(e & 15)
			if e = literal[acc&(1<<literalBits-1)]; e-1 < endOfBlock<<4-1 {
				buf[n] = byte(e >> 4)
				n++
				acc >>= e & 15
				have -= int(e & 15)
				if e = literal[acc&(1<<literalBits-1)]; e-1 < endOfBlock<<4-1 {
					buf[n] = byte(e >> 4)
					n++
					acc >>= e & 15
					have -= int(e & 15)
					continue
				}
			}
			if have < 48 { // the most that a length and its distance take
				if pos > len(data)-swiftLeft {
					break
				}
				acc |= binary.LittleEndian.Uint64(data[pos:]) << (have & 63)
				pos += (63 - have) >> 3
				have |= 56
			}
		}
		symbol, bits := int(e>>4), int(e&15)
		if bits == 0 {
			if symbol, bits = f.literal.long(acc); bits == 0 {
				end = swiftBroken
				break
			}
		}
		acc >>= bits & 15
		have -= bits
		if symbol < endOfBlock {
			buf[n] = byte(symbol)
			n++
			continue
		}
		if symbol -= endOfBlock + 1; symbol < 0 {
			end = swiftDone
			break
		}
		if symbol >= len(lengthBase) {
			end = swiftBroken
			break
		}
		more := int(lengthMore[symbol]) & 15
		size := int(lengthBase[symbol]) + int(acc&(1<<more-1))
		acc >>= more
		have -= more
		e = distance[acc&(1<<distanceBits-1)]
		symbol, bits = int(e>>4), int(e&15)
		if bits == 0 {
			if symbol, bits = f.distance.long(acc); bits == 0 {
				end = swiftBroken
				break
			}
		}
		acc >>= bits & 15
		have -= bits
		if symbol >= len(distBase) {
			end = swiftBroken
			break
		}
		more = int(distMore[symbol]) & 15
		back := int(distBase[symbol]) + int(acc&(1<<more-1))
		acc >>= more
		have -= more
		if back > n-start {
			end = swiftBroken
			break
		}
		at := n - back
		if back >= 8 {
			for k := 0; k < size; k += 8 {
				binary.LittleEndian.PutUint64(buf[n+k:], binary.LittleEndian.Uint64(buf[at+k:]))
			}
		} else {
			for k := range size {
				buf[n+k] = buf[at+k]
			}
		}
		n += size
	}
	r.pos, r.acc, r.have = pos, acc, have
	return buf[:n], end
}
