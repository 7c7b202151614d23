package font

import (
	"encoding/binary"
	"testing"
)

func u16(v ...int) []byte {
	var b []byte
	for _, x := range v {
		b = binary.BigEndian.AppendUint16(b, uint16(x))
	}
	return b
}

func u32(v int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(v)) }

func join(parts ...[]byte) []byte {
	var b []byte
	for _, p := range parts {
		b = append(b, p...)
	}
	return b
}

// sfnt lays out a TrueType file of a cmap and a post table.
func sfnt(cmap, post []byte) []byte {
	head := join(u32(0x00010000), u16(2, 0, 0, 0))
	at := len(head) + 32
	dir := join([]byte("cmap"), u32(0), u32(at), u32(len(cmap)), []byte("post"), u32(0), u32(at+len(cmap)), u32(len(post)))
	return join(head, dir, cmap, post)
}

// format4 maps the codes from first on to the glyphs from gid on.
func format4(first, n, gid int) []byte {
	body := join(u16(4, 0, 0, 0), u16(first+n-1, 0xFFFF), u16(0), u16(first, 0xFFFF), u16(gid-first, 1), u16(0, 0))
	return join(u16(4, len(body)+6, 0), body)
}

func symbolFont() []byte {
	// (1,0) in format 6: code 1 is glyph 3; (3,0): F041 is glyph 4.
	mac, sym := join(u16(6, 12, 0, 1, 1), u16(3)), format4(0xF041, 1, 4)
	cmap := join(u16(0, 2), u16(1, 0), u32(20), u16(3, 0), u32(20+len(mac)), mac, sym)
	post := join(u32(0x20000), make([]byte, 28), u16(5, 0, 1, 2, 258, 259), []byte("\x06eacute\x02ff"))
	return sfnt(cmap, post)
}

func TestTrueType(t *testing.T) {
	unicode := format4(0x41, 26, 10)
	p := parseProgram(sfnt(join(u16(0, 1), u16(3, 1), u32(12), unicode), nil))
	for gid, want := range map[uint32]string{10: "A", 35: "Z", 36: "", 0: ""} {
		if got := p.glyphText(gid); got != want {
			t.Errorf("glyph %d: got %q, want %q", gid, got, want)
		}
	}
	f := New(Spec{Kind: Composite, CMapName: "Identity-H", Embedded: true, Program: func() []byte { return sfnt(join(u16(0, 1), u16(3, 1), u32(12), unicode), nil) },
		CIDToGID: data("\x00\x00\x00\x0B")})
	if got := text(f, "\x00\x01"); got != "B" {
		t.Errorf("through CIDToGIDMap: got %q, want B", got)
	}
	f = New(Spec{Kind: TrueType, Flags: flagSymbolic, Embedded: true, Program: symbolFont})
	if got := text(f, "\x01A"); got != "éff" {
		t.Errorf("symbolic: got %q, want %q", got, "éff")
	}
	f = New(Spec{Kind: TrueType, Flags: flagSymbolic, Embedded: true, Program: symbolFont, BaseEncoding: "WinAnsiEncoding", HasEncoding: true})
	if got := text(f, "A"); got != "ff" {
		t.Errorf("symbolic with an encoding: got %q, want %q", got, "ff")
	}
}

// cffFont has the glyphs .notdef, A, f_i and a name of its own, and an
// encoding of codes 1 to 3.
func cffFont() []byte {
	index := func(items ...string) []byte {
		if len(items) == 0 {
			return u16(0)
		}
		b, off := append(u16(len(items)), 1), 1
		b = append(b, byte(off))
		for _, it := range items {
			off += len(it)
			b = append(b, byte(off))
		}
		for _, it := range items {
			b = append(b, it...)
		}
		return b
	}
	num := func(v int) string { return "\x1c" + string(u16(v)) }
	head, name, strs, subrs := []byte{1, 0, 4, 1}, index("Test"), index("f_i", "eacute.alt"), index()
	top := func(charset, enc, chars int) []byte {
		return index(num(charset) + "\x0f" + num(enc) + "\x10" + num(chars) + "\x11")
	}
	charset := append([]byte{0}, u16(34, 391, 392)...)
	enc := []byte{0, 3, 1, 2, 3}
	at := len(join(head, name, top(0, 0, 0), strs, subrs))
	return join(head, name, top(at, at+len(charset), at+len(charset)+len(enc)), strs, subrs, charset, enc, index("\x0e", "\x0e", "\x0e", "\x0e"))
}

func TestCFF(t *testing.T) {
	f := New(Spec{Embedded: true, Program: cffFont})
	if got := text(f, "\x01\x02\x03A"); got != "Afié" {
		t.Errorf("built-in encoding: got %q, want %q", got, "Afié")
	}
	f = New(Spec{Kind: Composite, CMapName: "Identity-H", Embedded: true, Program: cffFont})
	if got := text(f, "\x00\x01\x00\x02"); got != "Afi" {
		t.Errorf("by glyph number: got %q, want %q", got, "Afi")
	}
}

func FuzzProgram(f *testing.F) {
	for _, s := range [][]byte{
		cffFont(), symbolFont(), sfnt(join(u16(0, 1), u16(3, 1), u32(12), format4(0x41, 26, 10)), nil),
		sfnt(join(u16(0, 1), u16(3, 10), u32(12), u16(12, 0), u32(28), u32(0), u32(1), u32(0), u32(0x10FFFF), u32(1)), nil),
		[]byte("%!PS\n/Encoding 256 array\ndup 65 /B put def eexec"), []byte("%!PS\n/Encoding [/A /B"), []byte("\x80\x01\x08\x00\x00\x00/Encoding StandardEncoding def"),
		join([]byte("OTTO"), u16(1, 0, 0, 0), []byte("CFF "), u32(0), u32(28), u32(200), cffFont()),
	} {
		f.Add(s)
	}
	addSeeds(f, 32, isProgram)
	f.Fuzz(func(t *testing.T, data []byte) {
		p := parseProgram(data)
		if len(p.gids) > 4*maxGlyphs {
			t.Fatalf("got %d glyphs", len(p.gids))
		}
		_ = p.text(65, "")
		_ = p.text(65, "A")
		_ = p.glyphText(1)
	})
}
