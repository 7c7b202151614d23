package font

import "testing"

// outlined is a TrueType font of which glyph g has an outline where inks[g]
// is set; its (1,0) map sends the codes from 65 on to the glyphs from 1 on.
func outlined(inks ...bool) []byte {
	var loca, glyf []byte
	for _, ink := range inks {
		loca = append(loca, u16(len(glyf)/2)...)
		if ink {
			glyf = append(glyf, u16(1, 0, 0, 400, 700, 3, 0)...)
		}
	}
	loca = append(loca, u16(len(glyf)/2)...)
	tables := []struct {
		name string
		data []byte
	}{
		{"cmap", join(u16(0, 1), u16(1, 0), u32(12), u16(6, 10+2*len(inks), 0, 65, 3), u16(1, 2, 3))},
		{"glyf", glyf}, {"head", make([]byte, 54)}, {"loca", loca},
	}
	at := 12 + 16*len(tables)
	dir, body := join(u32(0x00010000), u16(len(tables), 0, 0, 0)), []byte(nil)
	for _, t := range tables {
		dir = join(dir, []byte(t.name), u32(0), u32(at+len(body)), u32(len(t.data)))
		body = append(body, t.data...)
	}
	return join(dir, body)
}

func TestBareGlyphs(t *testing.T) {
	for _, c := range []struct {
		name string
		spec Spec
		code uint32
		want bool
	}{
		{"none has an outline but the one for those missing", Spec{Kind: TrueType, Program: func() []byte { return outlined(true, false, false) }}, 65, true},
		{"by the map of a simple font", Spec{Kind: TrueType, Program: func() []byte { return outlined(true, true, false) }}, 66, true},
		{"with an outline, by the map", Spec{Kind: TrueType, Program: func() []byte { return outlined(true, true, false) }}, 65, false},
		{"by glyph number", Spec{Kind: Composite, CMapName: "Identity-H", Program: func() []byte { return outlined(true, true, false) }}, 2, true},
		{"with an outline, by glyph number", Spec{Kind: Composite, CMapName: "Identity-H", Program: func() []byte { return outlined(true, true, false) }}, 1, false},
		{"past the last glyph", Spec{Kind: Composite, CMapName: "Identity-H", Program: func() []byte { return outlined(true, true, false) }}, 9, false},
		{"by a map to glyphs", Spec{Kind: Composite, CMapName: "Identity-H", Program: func() []byte { return outlined(true, true, false) }, CIDToGID: func() []byte { return u16(0, 2) }}, 1, true},
		{"no program to be read", Spec{Kind: TrueType, Program: func() []byte { return []byte("none") }}, 65, false},
		{"charstrings", Spec{Program: cffFont}, 1, true},
		{"charstrings in OpenType", Spec{Kind: Composite, CMapName: "Identity-H", Program: func() []byte {
			return join([]byte("OTTO"), u16(1, 0, 0, 0), []byte("CFF "), u32(0), u32(28), u32(200), cffFont())
		}}, 1, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.spec.Embedded = true
			c.spec.ProgramSize = func() int { return 100 }
			f := New(c.spec)
			if !f.Doubtful() {
				t.Error("a small program is doubtful")
			}
			if got := f.Bare(c.code); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestCharstringsThatAdvance(t *testing.T) {
	for _, c := range []struct {
		code string
		want bool
	}{
		{"\x0e", true},                      // endchar
		{"\x8b\x0e", true},                  // 0 endchar
		{"\xf7\x8b\x0e", true},              // a wider one
		{"\x1c\x01\xf4\x0e", true},          // 500 endchar
		{"\x8b\x8b\x8b\x8b\x0e", false},     // two letters in one
		{"\x8b\x16\x0e", false},             // hmoveto
		{"", false},                         // damaged
		{"\x8b", false},                     // without an end
		{"\x8b\x0a\x0b\x0e\x0e", false},     // calls a subroutine
		{"\x8b\x8b\x05\x8b\x8b\x0e", false}, // rlineto
	} {
		if got := advances([]byte(c.code)); got != c.want {
			t.Errorf("%x: got %v, want %v", c.code, got, c.want)
		}
	}
}

func TestTwins(t *testing.T) {
	big := func() int { return 1 << 20 }
	f := New(Spec{Kind: TrueType, BaseEncoding: "WinAnsiEncoding", HasEncoding: true, Embedded: true, Program: func() []byte { return outlined(true, true) }, ProgramSize: big})
	text(f, "Anna")
	if f.Twins() || f.Doubtful() {
		t.Error("each letter has one code: got twins")
	}
	g := New(Spec{Kind: TrueType, BaseEncoding: "WinAnsiEncoding", HasEncoding: true, Differences: map[int]string{1: "A"}, Embedded: true, Program: func() []byte { return outlined(true, true) }, ProgramSize: big})
	text(g, "A\x01")
	if !g.Twins() || !g.Doubtful() {
		t.Error("one letter has two codes: got no twins")
	}
}
