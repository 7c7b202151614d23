package font

// smallProgram is the size of an embedded program, in bytes as it is packed,
// under which it is looked at for glyphs without an outline: one of letters
// takes some hundred bytes a letter.
const smallProgram = 4 << 10

// outlines tells which glyphs of an embedded program have an outline.
type outlines struct {
	ink  []bool // by glyph number
	none bool   // no glyph has, but for the one that stands for those missing
	sfnt map[string][]byte

	codes map[uint32]bool // what Bare has told
}

// Doubtful reports whether there is cause to look for letters without an
// outline: the program is small, or several codes stand for one letter.
func (f *Font) Doubtful() bool {
	if !f.spec.Embedded || f.spec.ProgramSize == nil {
		return false
	}
	return f.twins || f.spec.ProgramSize() < smallProgram
}

// Twins reports whether several codes stand for one letter so far.
func (f *Font) Twins() bool { return f.twins }

// Bare reports whether the glyph of a code surely has no outline. It reads
// the program, so ask Doubtful first.
func (f *Font) Bare(code uint32) bool {
	if f.bare == nil {
		f.bare = &outlines{}
		if f.spec.Program != nil {
			f.bare.read(f.spec.Program())
		}
	}
	o := f.bare
	if o.none {
		return true
	}
	bare, known := o.codes[code]
	if !known {
		g, ok := f.glyphOf(code)
		bare = ok && g > 0 && g < len(o.ink) && !o.ink[g]
		if o.codes == nil {
			o.codes = map[uint32]bool{}
		}
		o.codes[code] = bare
	}
	return bare
}

// glyphOf returns the glyph number of a code; false where that is not known.
func (f *Font) glyphOf(code uint32) (int, bool) {
	if f.spec.Kind == Composite {
		if !f.wide {
			return 0, false
		}
		cid, _ := f.code.CID(code, 2)
		if f.gids == nil {
			return int(cid), f.bare.sfnt != nil && f.bare.sfnt["glyf"] != nil
		}
		if i := int(cid) * 2; i+1 < len(f.gids) {
			return int(be16(f.gids, i)), true
		}
		return 0, false
	}
	if f.bare.sfnt == nil || f.spec.Kind != TrueType {
		return 0, false
	}
	// The maps of a subset: by code, alone or in the private area.
	found := 0
	cmap := f.bare.sfnt["cmap"]
	for i := 0; i < int(be16(cmap, 2)) && i < 64; i++ {
		plat, enc, off := be16(cmap, 4+8*i), be16(cmap, 6+8*i), int(be32(cmap, 8+8*i))
		if off >= len(cmap) {
			continue
		}
		want := code
		switch {
		case plat == 1 && enc == 0:
		case plat == 3 && enc == 0:
			want |= 0xF000
		case plat == 3 && enc == 1 && f.spec.HasEncoding && f.spec.Flags&flagSymbolic == 0:
			r := []rune(f.encoded(byte(code), f.glyphName(byte(code))))
			if len(r) != 1 {
				continue
			}
			want = uint32(r[0])
		default:
			continue
		}
		eachMapping(cmap[off:], func(c, gid uint32) {
			if c == want && gid != 0 && found == 0 {
				found = int(gid)
			}
		})
	}
	return found, found > 0
}

// read looks through a program in TrueType or CFF.
func (o *outlines) read(data []byte) {
	if len(data) < 4 {
		return
	}
	data = append([]byte(nil), data...) // it holds until the next stream is read
	switch {
	case data[0] == 1 && data[1] == 0 && data[2] >= 4 && data[2] < 32:
		o.charstrings(data)
	default:
		t, ok := sfntTables(data)
		if !ok {
			return
		}
		if cff := t["CFF "]; cff != nil {
			o.charstrings(cff)
		} else {
			o.sfnt = t
			o.locate(t["head"], t["loca"], t["glyf"])
		}
	}
	o.none = len(o.ink) > 1
	for _, has := range o.ink[min(1, len(o.ink)):] {
		o.none = o.none && !has
	}
}

// locate reads which glyphs of a TrueType font take any bytes.
func (o *outlines) locate(head, loca, glyf []byte) {
	if loca == nil || len(head) < 52 {
		return
	}
	long := be16(head, 50) != 0
	at := func(i int) int {
		if long {
			return int(be32(loca, 4*i))
		}
		return 2 * int(be16(loca, 2*i))
	}
	n := len(loca)/2 - 1
	if long {
		n = len(loca)/4 - 1
	}
	for g := 0; g < min(n, maxGlyphs); g++ {
		from, to := at(g), at(g+1)
		// An outline of no contours is none; composites have -1.
		o.ink = append(o.ink, to > from && (from+2 > len(glyf) || be16(glyf, from) != 0))
	}
}

// drawless is the length up to which a charstring can be an advance alone.
const drawless = 6

// charstrings reads which glyphs of a CFF font draw anything.
func (o *outlines) charstrings(d []byte) {
	if len(d) < 4 {
		return
	}
	_, at := cffIndex(d, int(d[2]))
	tops, _ := cffIndex(d, at)
	if len(tops) == 0 {
		return
	}
	chars, _ := cffIndex(d, cffDict(tops[0])[17].int())
	for _, c := range chars {
		o.ink = append(o.ink, !advances(c))
	}
}

// advances reports whether a charstring is a width and its end.
func advances(c []byte) bool {
	const endchar = 14
	if len(c) == 0 || len(c) > drawless || c[len(c)-1] != endchar {
		return false
	}
	n := 0
	for i := 0; i < len(c)-1; n++ {
		switch b := c[i]; {
		case b >= 32 && b <= 246:
			i++
		case b >= 247 && b <= 254:
			i += 2
		case b == 28:
			i += 3
		case b == 255:
			i += 5
		default:
			return false
		}
	}
	return n <= 1 // four would be an accented letter
}

// twin notes which code stands for an ASCII letter or digit.
func (f *Font) twin(code uint32, text string) {
	if len(text) != 1 || f.twins {
		return
	}
	c := text[0]
	if !(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
		return
	}
	if f.letters == nil {
		f.letters = new([128]uint32)
	}
	switch f.letters[c] {
	case 0:
		f.letters[c] = code + 1
	case code + 1:
	default:
		f.twins = true
	}
}
