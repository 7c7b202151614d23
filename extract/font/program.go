package font

// programKind is the format of an embedded font program.
type programKind uint8

const (
	noProgram programKind = iota
	type1Program
	cffProgram
	trueTypeProgram
)

// program is what an embedded font program says of its glyphs' text.
type program struct {
	kind     programKind
	complete bool // a code that names and codes lack has no glyph
	symbol   bool // TrueType: has a (3,0) character map

	codes map[uint32]string // simple fonts: the built-in encoding, code to text
	names map[string]string // glyph name to text, where the program knows more than the name
	gids  map[uint32]string // glyph number to text
}

// parseProgram reads a font program of any format, by its first bytes.
func parseProgram(data []byte) *program {
	p := &program{}
	if len(data) < 4 {
		return p
	}
	switch {
	case data[0] == '%' && data[1] == '!' || data[0] == 0x80 && data[1] == 1:
		p.parseType1(data)
	case string(data[:4]) == "OTTO":
		if t, ok := sfntTables(data); ok {
			p.parseCFF(t["CFF "])
			q := &program{}
			q.parseTrueType(data)
			p.merge(q)
		}
	case data[0] == 1 && data[1] == 0 && data[2] >= 4 && data[2] < 32:
		p.parseCFF(data)
	default:
		p.parseTrueType(data)
	}
	return p
}

// merge adds what q knows of glyph numbers and p does not.
func (p *program) merge(q *program) {
	if p.gids == nil {
		p.gids = map[uint32]string{}
	}
	for g, s := range q.gids {
		if p.gids[g] == "" {
			p.gids[g] = s
		}
	}
	if p.kind == noProgram {
		p.kind = q.kind
	}
}

// text returns the text of a code of a simple font by the built-in encoding.
func (p *program) text(c byte, name string) string {
	if name != "" {
		return p.names[name]
	}
	return p.codes[uint32(c)]
}

// glyphText returns the text of a glyph number.
func (p *program) glyphText(gid uint32) string { return p.gids[gid] }
