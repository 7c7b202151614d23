package font

import (
	"fmt"
	"strings"
	"testing"
)

// says is a map to Unicode of the codes from 65 on.
func says(letters string) Stream {
	var b strings.Builder
	fmt.Fprintf(&b, "1 begincodespacerange <00> <ff> endcodespacerange %d beginbfchar", len([]rune(letters)))
	for i, r := range []rune(letters) {
		fmt.Fprintf(&b, " <%02x> <%04x>", 65+i, r)
	}
	b.WriteString(" endbfchar")
	return func() []byte { return []byte(b.String()) }
}

func names(list string) map[int]string {
	m := map[int]string{}
	for i, n := range strings.Fields(list) {
		m[65+i] = n
	}
	return m
}

func TestMapsThatLie(t *testing.T) {
	none := func() []byte { return nil }
	for _, c := range []struct {
		name       string
		spec       Spec
		want, said string
	}{
		{"a font that viewers bring", Spec{Name: "Helvetica", ToUnicode: says("XYZ")}, "ABC", "XYZ"},
		{"names against the map", Spec{Embedded: true, Program: none, HasEncoding: true, Differences: names("h i one"), ToUnicode: says("NET")}, "hi1", "NET"},
		{"one slip among the names of a subset", Spec{Embedded: true, Program: none, HasEncoding: true, Differences: names("a b c"), ToUnicode: says("abd")}, "abd", ""},
		{"codes in any order", Spec{Embedded: true, Program: none, HasEncoding: true, Differences: names("h i one"), ToUnicode: says("hi1")}, "hi1", ""},
		{"names that say nothing", Spec{Embedded: true, Program: none, HasEncoding: true, Differences: names("g1 g2 g3"), ToUnicode: says("NET")}, "NET", ""},
		{"capitals for small capitals", Spec{Embedded: true, Program: none, HasEncoding: true, Differences: names("a b c"), ToUnicode: says("ABC")}, "ABC", ""},
		{"another alphabet", Spec{Embedded: true, Program: none, HasEncoding: true, Differences: names("a b c"), ToUnicode: says("абц")}, "абц", ""},
		{"codes of an embedded TrueType font", Spec{Kind: TrueType, Embedded: true, Program: none, HasEncoding: true, BaseEncoding: "WinAnsiEncoding", ToUnicode: says("XYZ")}, "XYZ", ""},
		{"a font of symbols", Spec{Name: "Symbol", ToUnicode: says("XYZ")}, "XYZ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := New(c.spec)
			got, said := "", ""
			for _, b := range []byte("ABC") {
				ch, _ := f.Next([]byte{b})
				got, said = got+ch.Text, said+ch.Said
			}
			if got != c.want || said != c.said {
				t.Errorf("got %q and said %q, want %q and %q", got, said, c.want, c.said)
			}
		})
	}
}
