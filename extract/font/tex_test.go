package font

import (
	"fmt"
	"testing"
)

// bitmaps makes a font of glyphs that are called by their codes.
func bitmaps(form string, byTeX bool, codes string) Spec {
	s := Spec{Kind: Type3, TeX: byTeX, Differences: map[int]string{}}
	for i := range len(codes) {
		s.Differences[int(codes[i])] = fmt.Sprintf(form, codes[i])
	}
	return s
}

func TestBitmapsOfTeX(t *testing.T) {
	for _, c := range []struct {
		name  string
		form  string
		byTeX bool
		codes string
		want  string
	}{
		{"T1, quotes and dash", "a%d", true, "\x10a\x11\x15b", "“a”–b"},
		{"T1, ligature", "a%d", true, "\x1cab'", "fiab’"},
		{"T1, letters", "a%d", true, "a\xe9\x15\xff", "aé–ß"},
		{"T1, written by something else since", "a%d", false, "ab\x1c\x15", "abfi–"},
		{"T1, dash alone", "a%d", true, "\x15", "–"},
		{"OT1, ligatures", "a%d", true, "ab\x0c\x0b{\\\"", "abfiff–“”"},
		{"OT1, north", "a%d", true, "ab\x0c\x1c", "abfiø"},
		{"OT1, accents", "a%d", true, "ab\x10\x13", "abı´"},
		{"TS1", "a%d", true, "\x88", "•"},
		{"TS1, more", "a%d", true, "\x88\xb0\xbf", "•°€"},
		{"hexadecimal", "%02X", true, "\x1cab\x15", "fiab–"},
		{"not by TeX", "a%d", false, "ab\x93", "ab“"},
		{"other names", "g%d", true, "\x15", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := text(New(bitmaps(c.form, c.byTeX, c.codes)), c.codes); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTeXTables(t *testing.T) {
	for name, c := range map[string]struct{ got, want int }{
		"T1, low":   {len([]rune(t1Low)), 32},
		"T1, high":  {len([]rune(t1High)), 128},
		"OT1, low":  {len([]rune(ot1Low)), 32},
		"OT1":       {len([]rune(ot1Signs)), len(ot1Codes)},
		"TS1, high": {len([]rune(ts1High)), 64},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %d characters, want %d", name, c.got, c.want)
		}
	}
}

func TestTeXOfOneWidth(t *testing.T) {
	s := bitmaps("a%d", true, "ab\x0c\\{")
	s.FirstChar, s.Widths = 97, []float64{525, 525, 525}
	if got := text(New(s), "\\{"); got != "\\{" {
		t.Errorf("got %q, want ASCII", got)
	}
}
