package main

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"},
		{"\x1b[31mred\x1b[0m", "[31mred[0m"},
		{"\x1b]0;title\x07", "]0;title"},
		{"a\r\nb\tc", "a  b c"},
		{"c1 \u009b31m", "c1 31m"},
		{"txt\u202efdp", "txtfdp"},
		{"a\u200bb\ufeffc\u2066d", "abcd"},
		{"tag\U000E0041", "tag"},
		{"Łukasz Żółć 王小明", "Łukasz Żółć 王小明"},
		{"bad \xff byte", "bad \ufffd byte"},
	} {
		if got := clean(c.in); got != c.want {
			t.Errorf("clean(%q): got %q, want %q", c.in, got, c.want)
		}
	}
}

// TestEscapeJSON: the value stays as it was, and a terminal sees nothing
// that could harm.
func TestEscapeJSON(t *testing.T) {
	in := map[string]string{"quote": "a\x1b[1m \u202e \u200b \u009b \x7f \U000E0041 <b>&é王"}
	var b strings.Builder
	if err := printJSON(&b, in); err != nil {
		t.Fatal(err)
	}
	for _, r := range b.String() {
		if r != '\n' && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)) {
			t.Errorf("%U reaches the terminal in %q", r, b.String())
		}
	}
	if !strings.Contains(b.String(), "<b>&é王") {
		t.Errorf("plain text is escaped: %s", b.String())
	}
	var out map[string]string
	if err := json.Unmarshal([]byte(b.String()), &out); err != nil {
		t.Fatal(err)
	}
	if out["quote"] != in["quote"] {
		t.Errorf("value: got %q, want %q", out["quote"], in["quote"])
	}
}

func TestCSVCell(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Jane", "Jane"},
		{"=1+1", "'=1+1"},
		{"+49 30 1", "'+49 30 1"},
		{"-x", "'-x"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"  =1+1", "'  =1+1"},
		{"\u200b=1+1", "'=1+1"},
		{"＝1+1", "'＝1+1"},
		{"\tx", "' x"},
		{"", ""},
		{"a=b", "a=b"},
		{"\t=1", "' =1"},
		{"\r=1", "' =1"},
		{"\u200b=1", "'=1"},
		{"", ""},
	} {
		if got := csvCell(c.in); got != c.want {
			t.Errorf("csvCell(%q): got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestMarkdownCell(t *testing.T) {
	got := markdownCell("a|b <script> `x` [l](u) & *b*\nc")
	want := "a\\|b &lt;script&gt; \\`x\\` \\[l\\](u) &amp; \\*b\\* c"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "a\x1b[0m", "\u202e", "王", "\xff", "=x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, out := range []string{clean(s), csvCell(s), markdownCell(s)} {
			if strings.ContainsFunc(out, hostile) {
				t.Errorf("%q comes out as %q", s, out)
			}
		}
		if c := csvCell(s); c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			t.Errorf("%q opens a formula: %q", s, c)
		}
	})
}
