package font

import (
	"strings"
	"sync"
)

// cffNames returns the standard strings one by one.
var cffNames = sync.OnceValue(func() []string { return strings.Split(cffStrings, " ") })

// parseCFF reads the charset and the encoding of the first font of a CFF
// font set. A CID-keyed font has no glyph names, and so no text.
func (p *program) parseCFF(d []byte) {
	if len(d) < 4 {
		return
	}
	_, at := cffIndex(d, int(d[2]))
	tops, at := cffIndex(d, at)
	strs, _ := cffIndex(d, at)
	if len(tops) == 0 {
		return
	}
	top := cffDict(tops[0])
	chars, _ := cffIndex(d, top[17].int())
	n := len(chars)
	if n == 0 {
		return
	}
	p.kind = cffProgram
	if top[1230] != nil {
		return // ROS: CID-keyed
	}
	standard := cffNames()
	name := func(sid int) string {
		switch {
		case sid < len(standard):
			return standard[sid]
		case sid-len(standard) < len(strs):
			return string(strs[sid-len(standard)])
		}
		return ""
	}
	sids := cffCharset(d, top[15].int(), n)
	p.gids = make(map[uint32]string, n)
	p.codes = map[uint32]string{}
	for g, sid := range sids {
		if s := NameText(name(sid)); s != "" && g > 0 {
			p.gids[uint32(g)] = s
		}
	}
	p.cffEncoding(d, top[16].int(), sids, name)
}

// cffCharset returns the string identifier of each of n glyphs.
func cffCharset(d []byte, off, n int) []int {
	sids := make([]int, 1, n)
	switch off {
	case 0:
		for g := 1; g < n && g <= 228; g++ {
			sids = append(sids, g)
		}
		return sids
	case 1, 2:
		table := cffExpert[:]
		if off == 2 {
			table = cffExpertSubset[:]
		}
		for g := 1; g < n && g < len(table); g++ {
			sids = append(sids, int(table[g]))
		}
		return sids
	}
	if off < 0 || off >= len(d) {
		return sids
	}
	format := d[off]
	for off++; len(sids) < n && off+2 <= len(d); {
		first, left := int(be16(d, off)), 0
		off += 2
		switch format {
		case 1:
			if off < len(d) {
				left = int(d[off])
			}
			off++
		case 2:
			left = int(be16(d, off))
			off += 2
		}
		for i := 0; i <= left && len(sids) < n; i++ {
			sids = append(sids, first+i)
		}
	}
	return sids
}

func (p *program) cffEncoding(d []byte, off int, sids []int, name func(int) string) {
	set := func(c, g int) {
		if g > 0 && g < len(sids) && c < 256 {
			if s := NameText(name(sids[g])); s != "" {
				p.codes[uint32(c)] = s
			}
		}
	}
	switch {
	case off == 0:
		for c, r := range standardEncoding {
			if r != 0 {
				p.codes[uint32(c)] = string(rune(r))
			}
		}
		return
	case off == 1:
		for c, r := range macExpertEncoding {
			if r != 0 {
				p.codes[uint32(c)] = string(rune(r))
			}
		}
		return
	case off < 0 || off+2 > len(d):
		return
	}
	p.complete = true
	format, n := d[off], int(d[off+1])
	off += 2
	g := 1
	for i := 0; i < n && off < len(d); i++ {
		first, left := int(d[off]), 0
		off++
		if format&0x7F == 1 && off < len(d) {
			left = int(d[off])
			off++
		}
		for j := 0; j <= left; j++ {
			set(first+j, g)
			g++
		}
	}
	if format&0x80 != 0 && off < len(d) {
		n, off = int(d[off]), off+1
		for i := 0; i < n && off+3 <= len(d); i++ {
			if s := NameText(name(int(be16(d, off+1)))); s != "" {
				p.codes[uint32(d[off])] = s
			}
			off += 3
		}
	}
}

// cffIndex reads an INDEX and says where it ends.
func cffIndex(d []byte, off int) ([][]byte, int) {
	if off < 0 || off+2 > len(d) {
		return nil, len(d)
	}
	n := int(be16(d, off))
	if n == 0 {
		return nil, off + 2
	}
	if off+3 > len(d) {
		return nil, len(d)
	}
	size := int(d[off+2])
	if size < 1 || size > 4 || off+3+(n+1)*size > len(d) {
		return nil, len(d)
	}
	at := func(i int) int {
		v := 0
		for _, b := range d[off+3+i*size : off+3+(i+1)*size] {
			v = v<<8 | int(b)
		}
		return v
	}
	base := off + 3 + (n+1)*size - 1
	items := make([][]byte, n)
	for i := range items {
		from, to := base+at(i), base+at(i+1)
		if from < 0 || from > to || to > len(d) {
			return items[:i], len(d)
		}
		items[i] = d[from:to]
	}
	return items, base + at(n)
}

// operands are those of one operator of a DICT.
type operands []int

func (o operands) int() int {
	if len(o) == 0 {
		return 0
	}
	return o[len(o)-1]
}

// cffDict reads a DICT; operators of two bytes are 1200 and the second byte.
// Reals count as 0.
func cffDict(d []byte) map[int]operands {
	m := map[int]operands{}
	var args operands
	for i := 0; i < len(d); {
		b := int(d[i])
		i++
		switch {
		case b <= 21:
			if b == 12 && i < len(d) {
				b = 1200 + int(d[i])
				i++
			}
			if args == nil {
				args = operands{}
			}
			m[b] = args
			args = nil
		case b == 28:
			args = append(args, int(int16(be16(d, i))))
			i += 2
		case b == 29:
			args = append(args, int(int32(be32(d, i))))
			i += 4
		case b == 30:
			for i < len(d) && d[i]&0xF != 0xF {
				i++
			}
			i++
			args = append(args, 0)
		case b >= 32 && b <= 246:
			args = append(args, b-139)
		case b >= 247 && b <= 250 && i < len(d):
			args = append(args, (b-247)*256+int(d[i])+108)
			i++
		case b >= 251 && b <= 254 && i < len(d):
			args = append(args, -(b-251)*256-int(d[i])-108)
			i++
		}
		if len(args) > 64 {
			args = args[:64]
		}
	}
	return m
}
