package font

// maxGlyphs is the most glyphs that an sfnt can have.
const maxGlyphs = 1 << 16

// sfntTables returns the tables of a TrueType or OpenType file.
func sfntTables(data []byte) (map[string][]byte, bool) {
	if len(data) >= 16 && string(data[:4]) == "ttcf" {
		off := int(be32(data, 12))
		if off <= 0 || off+12 > len(data) {
			return nil, false
		}
		return sfntDirectory(data, off)
	}
	return sfntDirectory(data, 0)
}

func sfntDirectory(data []byte, off int) (map[string][]byte, bool) {
	if off+12 > len(data) {
		return nil, false
	}
	n := int(be16(data, off+4))
	t := make(map[string][]byte, min(n, 64))
	for i := 0; i < n && i < 256; i++ {
		e := off + 12 + 16*i
		if e+16 > len(data) {
			break
		}
		start, size := int(be32(data, e+8)), int(be32(data, e+12))
		if start > len(data) {
			continue
		}
		t[string(data[e:e+4])] = data[start:min(len(data), start+size)]
	}
	return t, len(t) > 0
}

func be16(b []byte, i int) uint16 {
	if i < 0 || i+2 > len(b) {
		return 0
	}
	return uint16(b[i])<<8 | uint16(b[i+1])
}

func be32(b []byte, i int) uint32 {
	if i < 0 || i+4 > len(b) {
		return 0
	}
	return uint32(b[i])<<24 | uint32(b[i+1])<<16 | uint32(b[i+2])<<8 | uint32(b[i+3])
}

// parseTrueType reads the character maps and the glyph names of an sfnt.
// Glyph numbers get their text from a Unicode map, else from the Macintosh
// one, else from the post table; codes of simple fonts go through the (3,0)
// or (1,0) map to a glyph number and from there to text.
func (p *program) parseTrueType(data []byte) {
	t, ok := sfntTables(data)
	if !ok {
		return
	}
	p.kind = trueTypeProgram
	p.gids = map[uint32]string{}
	p.codes = map[uint32]string{}
	cmap := t["cmap"]
	var unicode, symbol, mac []byte
	for i := 0; i < int(be16(cmap, 2)) && i < 64; i++ {
		plat, enc, off := be16(cmap, 4+8*i), be16(cmap, 6+8*i), int(be32(cmap, 8+8*i))
		if off >= len(cmap) {
			continue
		}
		switch sub := cmap[off:]; {
		case plat == 3 && enc == 10, plat == 0 && enc >= 4 && enc != 5 && unicode == nil,
			plat == 3 && enc == 1 && be16(sub, 0) != 0 && (unicode == nil || be16(unicode, 0) != 12),
			plat == 0 && unicode == nil && enc != 5:
			unicode = sub
		case plat == 3 && enc == 0:
			symbol = sub
		case plat == 1 && enc == 0:
			mac = sub
		}
	}
	names := postNames(t["post"])
	eachMapping(unicode, func(code, gid uint32) {
		if _, ok := p.gids[gid]; !ok && gid != 0 {
			p.gids[gid] = string(rune(code))
		}
	})
	for gid, name := range names {
		if gid != 0 && p.gids[uint32(gid)] == "" {
			if s := NameText(name); s != "" {
				p.gids[uint32(gid)] = s
			}
		}
	}
	p.symbol = symbol != nil
	eachMapping(symbol, func(code, gid uint32) {
		if s := p.gids[gid]; s != "" && gid != 0 {
			p.codes[code&0xFF] = s
		}
	})
	eachMapping(mac, func(code, gid uint32) {
		if gid == 0 || code > 0xFF {
			return
		}
		s := p.gids[gid]
		if s == "" && symbol == nil {
			s = runeText(macRomanEncoding[code])
		}
		if _, ok := p.codes[code]; !ok && s != "" {
			p.codes[code] = s
		}
	})
	if len(p.gids) == 0 {
		eachMapping(mac, func(code, gid uint32) {
			if code <= 0xFF && gid != 0 && p.gids[gid] == "" {
				p.gids[gid] = runeText(macRomanEncoding[code])
			}
		})
	}
	p.names = map[string]string{}
	for gid, name := range names {
		if s := p.gids[uint32(gid)]; s != "" && gid < maxGlyphs {
			p.names[name] = s
		}
	}
}

// eachMapping calls do for the codes of a cmap subtable of format 0, 4, 6, 10
// or 12, at most maxGlyphs times four.
func eachMapping(t []byte, do func(code, gid uint32)) {
	left := 4 * maxGlyphs
	switch be16(t, 0) {
	case 0:
		for c := 0; c < 256 && 6+c < len(t) && len(t) > 6; c++ {
			do(uint32(c), uint32(t[6+c]))
		}
	case 4:
		n := int(be16(t, 6)) / 2
		for i := 0; i < n; i++ {
			end, start := uint32(be16(t, 14+2*i)), uint32(be16(t, 16+2*n+2*i))
			delta, at := uint32(be16(t, 16+4*n+2*i)), 16+6*n+2*i
			offset := int(be16(t, at))
			for c := start; c <= end && c != 0xFFFF && left > 0; c++ {
				left--
				gid := c + delta
				if offset != 0 {
					if gid = uint32(be16(t, at+offset+2*int(c-start))); gid != 0 {
						gid += delta
					}
				}
				do(c, gid&0xFFFF)
			}
		}
	case 6:
		first, n := uint32(be16(t, 6)), uint32(be16(t, 8))
		for i := uint32(0); i < n; i++ {
			do(first+i, uint32(be16(t, 10+2*int(i))))
		}
	case 10:
		first, n := be32(t, 12), be32(t, 16)
		for i := uint32(0); i < n && i < maxGlyphs; i++ {
			do(first+i, uint32(be16(t, 20+2*int(i))))
		}
	case 12:
		n := int(be32(t, 12))
		for i := 0; i < n && 16+12*i+12 <= len(t); i++ {
			start, end, gid := be32(t, 16+12*i), be32(t, 20+12*i), be32(t, 24+12*i)
			for c := start; c <= end && c <= 0x10FFFF && left > 0; c++ {
				left--
				do(c, gid+c-start)
			}
		}
	}
}

// postNames returns the glyph names of a post table of format 2, by glyph
// number; the 258 names of the Macintosh order are left out.
func postNames(t []byte) []string {
	if be32(t, 0) != 0x00020000 {
		return nil
	}
	n := int(be16(t, 32))
	at := 34 + 2*n
	var extra []string
	for at < len(t) && len(extra) < maxGlyphs {
		size := int(t[at])
		if at+1+size > len(t) {
			break
		}
		extra = append(extra, string(t[at+1:at+1+size]))
		at += 1 + size
	}
	names := make([]string, n)
	for g := range names {
		switch i := int(be16(t, 34+2*g)); {
		case i >= 258 && i-258 < len(extra):
			names[g] = extra[i-258]
		case i < 258:
			names[g] = macGlyphName(i)
		}
	}
	return names
}

// macGlyphName names one of the 258 glyphs of the Macintosh order, by its
// character: from 3 they are ASCII, from 98 the upper half of MacRoman.
func macGlyphName(i int) string {
	var r uint16
	switch {
	case i >= 3 && i < 98:
		r = uint16(i + 29)
	case i >= 98 && i < 226:
		r = macRomanEncoding[i-98+0x80]
	}
	if r == 0 {
		return ""
	}
	const hex = "0123456789ABCDEF"
	return "uni" + string([]byte{hex[r>>12], hex[r>>8&15], hex[r>>4&15], hex[r&15]})
}
