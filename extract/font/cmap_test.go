package font

import "testing"

func TestParseCMap(t *testing.T) {
	c := ParseCMap([]byte(`/CIDInit /ProcSet findresource begin
begincmap /WMode 1 def
2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange
4 beginbfchar
<01> <0041>
<02> <00660069>
<03> <D83DDE00>
<04> /eacute
endbfchar
3 beginbfrange
<10> <12> <0061>
<20> <22> [<0078> /y <007A>]
<8000> <8102> <00FF>
endbfrange
1 beginbfchar <05> <41> endbfchar
1 begincidrange <8000> <80FF> 100 endcidrange
1 begincidchar <07> 9 endcidchar
endcmap`), nil)
	for code, want := range map[uint32]string{
		1: "A", 2: "fi", 3: "😀", 4: "é", 5: "A", 0x10: "a", 0x12: "c", 0x20: "x", 0x21: "y", 0x22: "z",
		0x8000: "ÿ", 0x8001: "Ā", 0x8102: "ȁ",
	} {
		if got, ok := c.Text(code); got != want || !ok {
			t.Errorf("code %x: got %q, want %q", code, got, want)
		}
	}
	if _, ok := c.Text(0x13); ok {
		t.Error("a code past its range is mapped")
	}
	if !c.Vertical {
		t.Error("WMode is not read")
	}
	if cid, ok := c.CID(0x8005, 2); cid != 105 || !ok {
		t.Errorf("got CID %d, %v, want 105", cid, ok)
	}
	if cid, ok := c.CID(7, 1); cid != 9 || !ok {
		t.Errorf("got CID %d, %v, want 9", cid, ok)
	}
	for s, want := range map[string][2]int{"\x41\x42": {0x41, 1}, "\x80\x05": {0x8005, 2}, "\x80": {0x80, 1}} {
		if code, n := c.next([]byte(s)); int(code) != want[0] || n != want[1] {
			t.Errorf("%x: got %x of %d bytes, want %x of %d", s, code, n, want[0], want[1])
		}
	}
}

func TestUseCMap(t *testing.T) {
	base := ParseCMap([]byte("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <00FF> 7 endcidrange"), nil)
	c := ParseCMap([]byte("/Base usecmap 1 begincidchar <0041> 1 endcidchar"), func(name string) *CMap {
		if name == "Base" {
			return base
		}
		return nil
	})
	for code, want := range map[uint32]uint32{0x41: 1, 0x42: 7 + 0x42} {
		if got, _ := c.CID(code, 2); got != want {
			t.Errorf("code %x: got CID %d, want %d", code, got, want)
		}
	}
	if _, n := c.next([]byte("\x00\x41")); n != 2 {
		t.Errorf("got a code of %d bytes, want 2", n)
	}
}

func TestCMapIsLenient(t *testing.T) {
	for _, s := range []string{
		"1000000000 beginbfchar <01> <0041>",
		"1 beginbfchar <01> <0041> <02",
		"1 beginbfrange <00> <FFFFFFFF> <0041> endbfrange",
		"1 beginbfrange <01> <03> [<0041> endbfrange",
		"1 begincodespacerange <0000000000> <FFFFFFFFFF> endcodespacerange",
	} {
		c := ParseCMap([]byte(s), nil)
		_, _ = c.Text(1)
		_, _ = c.next([]byte{1, 2, 3})
	}
}

func FuzzCMap(f *testing.F) {
	seeds := []string{
		"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <01> <0041> endbfchar",
		"1 beginbfrange <00> <FFFFFFFF> [<0041> /A] endbfrange",
		"/X usecmap 1 begincidrange <0000> <FFFF> 0 endcidrange /WMode 1 def",
		"%c\n(a(b\\)) <</A[1 2]>> 8#17 dup",
	}
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	addSeeds(f, 32, isCMap)
	f.Fuzz(func(t *testing.T, data []byte) {
		c := ParseCMap(data, predefined)
		for code := uint32(0); code < 300; code++ {
			_, _ = c.Text(code)
			_, _ = c.CID(code, 2)
		}
		for s := []byte("\x00\x41\x80\xFF\xFF"); len(s) > 0; {
			_, n := c.next(s)
			if n < 1 || n > len(s) {
				t.Fatalf("took %d bytes of %d", n, len(s))
			}
			s = s[n:]
		}
	})
}
