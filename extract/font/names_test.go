package font

import (
	"strings"
	"testing"
)

func TestNameText(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "zukatakana": "ズ", "AE": "Æ", "eacute": "é", "fi": "fi", "f_i": "fi", "f_f_i": "ffi", "T_h": "Th",
		"uni0041": "A", "uni00410042": "AB", "u1F600": "😀", "u0041": "A", "one.oldstyle": "1", "a.sc": "a", "quotesingle": "'",
		"Asmall": "A", "sevenoldstyle": "7", "ffi": "ffi", "dotlessi": "ı", "dotlessj": "ȷ", "bullet": "•", "space": " ",
		"": "", ".notdef": "", "g12": "", "cid34": "", "glyph7": "", "uniD800": "", "uniXYZW": "", "a_": "", "nosuchglyph": "",
	} {
		if got := NameText(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestGlyphListIsSorted(t *testing.T) {
	last := ""
	n := 0
	for line := range strings.Lines(agl) {
		name, _, ok := strings.Cut(line, ";")
		if !ok || name <= last {
			t.Fatalf("%q after %q", name, last)
		}
		if strings.HasSuffix(line, "\n") {
			n++
		}
		last = name
	}
	if n != 4281 {
		t.Errorf("got %d names, want 4281", n)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"A": "A", "ﬁ": "fi", "ﬄ": "ffl", "\u00a0": " ", "\u00ad": "-", "\u2011": "-", "\u2003": " ", "\x00": "", "\ufffd": "",
		"\uf0b7": "•", "\uf095": "", "\u200b": "", "é": "é", "\t": " ",
	} {
		if got, _ := clean(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	if _, known := clean("\uf095"); !known {
		t.Error("an icon counts as unknown")
	}
	if _, known := clean("\ufffd"); known {
		t.Error("a replacement character counts as known")
	}
}
