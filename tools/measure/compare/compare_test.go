package compare

import (
	"math"
	"testing"
)

func TestF1AndRecall(t *testing.T) {
	tests := []struct {
		got, want  string
		f1, recall float64
	}{
		{"", "", 1, 1},
		{"one two", "one two", 1, 1},
		{"Two, ONE!", "one two", 1, 1},
		{"one", "one two", 2. / 3, 0.5},
		{"one two three", "one", 0.5, 1},
		{"a a a", "a", 0.5, 1},
		{"a", "b", 0, 0},
		{"école e\u0301", "école e\u0301", 1, 1},
		{"", "a", 0, 0},
		{"\ufb01ne \uff21\uff22", "fine AB", 1, 1},
		{"\u7e26\u66f8\u304d", "\u7e26\u66f8\n\u304d", 1, 1},
	}
	for _, tt := range tests {
		got, want := BagOf(tt.got), BagOf(tt.want)
		if f := F1(got, want); math.Abs(f-tt.f1) > 1e-9 {
			t.Errorf("F1(%q, %q) = %v, want %v", tt.got, tt.want, f, tt.f1)
		}
		if r := Recall(got, want); math.Abs(r-tt.recall) > 1e-9 {
			t.Errorf("Recall(%q, %q) = %v, want %v", tt.got, tt.want, r, tt.recall)
		}
	}
}

func TestUnbroken(t *testing.T) {
	tests := []struct{ text, other string }{
		{"the inter-\nnal parts", "the internal parts"},
		{"a real-\ntime system", "a real-time system"},
		{"the inter-\n  nal and inter-\nnal", "the internal and internal"},
		{"from 2020 -\n2021", "from 2020 - 2021"},
		{"the soft\u00ad\nware", "the software"},
		{"ends with-", "ends with-"},
		{"with-\n\nout", "with out"},
	}
	for _, tt := range tests {
		other := BagOf(tt.other)
		if f := F1(Unbroken(tt.text, other), other); f != 1 {
			t.Errorf("%q against %q: F1 %v, want 1: %v", tt.text, tt.other, f, Unbroken(tt.text, other))
		}
	}
	other := BagOf("internal")
	if b := Unbroken("inter-\nnal internal", other); b["internal"] != 1 || b["inter"] != 1 {
		t.Errorf("a word that the text has already is not made again: %v", b)
	}
}

func TestLines(t *testing.T) {
	tests := []struct {
		name       string
		got, known []string
		exact      int
	}{
		{"as they are", []string{"a b", "c"}, []string{"a b", "c"}, 2},
		{"white space", []string{"  a \t b "}, []string{"a b"}, 1},
		{"bullets", []string{"• made it", "1. first", "[P2] a paper", "– dash"}, []string{"made it", "first", "a paper", "dash"}, 4},
		{"a known dash", []string{"- 3 dB"}, []string{"- 3 dB"}, 1},
		{"each once", []string{"a"}, []string{"a", "a"}, 1},
		{"marked and bare are one line", []string{"• a"}, []string{"a", "• a"}, 1},
		{"joined", []string{"a b"}, []string{"a", "b"}, 0},
		{"more than known", []string{"a", "x", "y"}, []string{"a"}, 1},
		{"years are no numbers of items", []string{"2020 a"}, []string{"a"}, 0},
		{"words are no bullets", []string{"or a"}, []string{"a"}, 0},
	}
	for _, tt := range tests {
		exact, all := Lines(tt.got, tt.known)
		if exact != tt.exact || all != len(tt.known) {
			t.Errorf("%s: got %d of %d, want %d of %d", tt.name, exact, all, tt.exact, len(tt.known))
		}
	}
	if _, all := Lines(nil, []string{"", " "}); all != 0 {
		t.Errorf("empty lines are known: %d", all)
	}
}
