package phrase_test

import (
	"errors"
	"strings"
	"testing"

	"pique/rubric/phrase"
)

func book(t testing.TB) *phrase.Book {
	b := phrase.NewBook("time", "factor")
	b.Declare("model")
	b.Declare("cut")
	for list, words := range map[string][]string{
		"model": {"resnet*", "yolo*", "neural network", "model"},
		"cut":   {"reduce", "cut", "bring ... down"},
	} {
		for _, w := range words {
			if err := b.Add(list, w); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b
}

func TestFind(t *testing.T) {
	tests := []struct{ phrase, text, want string }{
		{"quantize model", "We quantised models for phones", "quantised models"},
		{"prune", "Pruning helps", "Pruning"},
		{"=pruned", "Pruning helps", ""},
		{"=pruned", "It was pruned.", "pruned"},
		{"real-time", "runs in realtime", "realtime"},
		{"real-time", "runs in real time", "real time"},
		{"real-time", "a real‑time system", "real‑time"},
		{"reduce ... latency", "reduced the overall p99 latency", "reduced the overall p99 latency"},
		{"reduce ...2 latency", "reduced the overall p99 latency", ""},
		{"reduce ...12 latency", "reduced a b c d e f g h i j k latency", "reduced a b c d e f g h i j k latency"},
		{"(speed up | accelerate) {model}", "sped up ResNet50 twice", "sped up ResNet50"},
		{"(speed up | accelerate) {model}", "accelerating neural networks", "accelerating neural networks"},
		{"train [the] {model}", "Trained the YOLOv5s", "Trained the YOLOv5s"},
		{"train [the] {model}", "Training models", "Training models"},
		{"{cut} ...3 time", "brought it all down in time", "brought it all down in time"},
		{"<number> gpu", "on 8 GPUs", "8 GPUs"},
		{"in <year>", "in 2023 and in 12", "in 2023"},
		{"at <name>", "at home at Acme", "at Acme"},
		{"^ mentor", "Mentored two", "Mentored"},
		{"^ mentor", "I mentored two", ""},
		{"c++", "in C++ and C", "C++"},
		{"c", "in C++", ""},
		{"multi-task learning", "multitask learning", "multitask learning"},
		{"resume", "a résumé", "résumé"},
		{"didn't publish", "did not, didn’t publish", "didn’t publish"},
		{"run", "it ran", "ran"},
		{"optimise", "optimizing", "optimizing"},
		{"company", "companies", "companies"},
		{"stop", "stopped", "stopped"},
		{"*praktikum", "Ein Industriepraktikum", "Industriepraktikum"},
		{"*praktikum", "das Praktikum", "Praktikum"},
		{"*praktikum", "Praktikumsplatz", ""},
		{"<course code>", "project of CS231n, spring", "CS231n"},
		{"<course code>", "project of CS 229", "CS 229"},
		{"<course code>", "the Top 100 and in 200 more", ""},
		{"<course code>", "an RTX 3090 and ISO 27001", ""},
	}
	for _, tt := range tests {
		b := book(t)
		p, err := b.Compile(tt.phrase)
		if err != nil {
			t.Errorf("Compile(%q): %v", tt.phrase, err)
			continue
		}
		l := b.Line(tt.text, nil)
		got := ""
		if m := p.Find(l, 0, len(l.Tokens)); len(m) > 0 {
			got = tt.text[m[0].Start:m[0].End]
		}
		if got != tt.want {
			t.Errorf("%q in %q: got %q, want %q", tt.phrase, tt.text, got, tt.want)
		}
		if has := p.Has(l, 0, len(l.Tokens)); has != (tt.want != "") {
			t.Errorf("Has(%q, %q) = %v", tt.phrase, tt.text, has)
		}
	}
}

func TestQuantity(t *testing.T) {
	b := book(t)
	p, err := b.Compile("latency ...3 <time>")
	if err != nil {
		t.Fatal(err)
	}
	text := "latency went to 11 ms flat"
	at := strings.Index(text, "11")
	l := b.Line(text, []phrase.Quant{{Class: "time", Start: at, End: at + 5}})
	m := p.Find(l, 0, len(l.Tokens))
	if len(m) != 1 || text[m[0].Start:m[0].End] != "latency went to 11 ms" {
		t.Errorf("got %v", m)
	}
}

func TestMask(t *testing.T) {
	b := book(t)
	p, err := b.Compile("{model}")
	if err != nil {
		t.Fatal(err)
	}
	l := b.Line("a ResNet and a YOLO", nil)
	l.Mask(1, 2)
	if m := p.Find(l, 0, len(l.Tokens)); len(m) != 1 || m[0].From != 4 {
		t.Errorf("masked: got %v, want the match at token 4 alone", m)
	}
	l.Unmask()
	if m := p.Find(l, 0, len(l.Tokens)); len(m) != 2 {
		t.Errorf("unmasked: got %v, want two matches", m)
	}
}

func TestCompileFaults(t *testing.T) {
	tests := []struct {
		phrase string
		col    int
		msg    string
	}{
		{"a (b | c", 3, "never closed"},
		{"a ) b", 3, "closes nothing"},
		{"{nets} fast", 1, "no word list"},
		{"by <furlongs>", 4, "no quantity"},
		{"a ...99 b", 6, "1 to 12"},
		{"... b", 1, "between words"},
		{"[a]", 1, "must stand"},
		{"a (b | ) c", 8, "empty choice"},
		{"a (b] c", 5, "expected"},
		{"", 1, "must stand"},
		{strings.Repeat("(", 40) + "a", 0, "nested"},
	}
	for _, tt := range tests {
		_, err := book(t).Compile(tt.phrase)
		var pe *phrase.Error
		if !errors.As(err, &pe) {
			t.Errorf("%q: got %v, want a phrase error", tt.phrase, err)
			continue
		}
		if tt.col > 0 && pe.Col != tt.col || !strings.Contains(pe.Msg, tt.msg) {
			t.Errorf("%q: got %v, want column %d and %q", tt.phrase, pe, tt.col, tt.msg)
		}
	}
}

func FuzzFind(f *testing.F) {
	seeds := []string{"reduce ... latency\x00reduced the latency", "({model} | a b) [c] d*\x00a b d", "<year> ^ a\x00a 2020", "((a|b)|c) ...12 =d\x00c x d", "é*\x00élan"}
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		src, text, _ := strings.Cut(in, "\x00")
		if len(src) > 500 || len(text) > 2000 {
			return
		}
		b := book(t)
		p, err := b.Compile(src)
		if err != nil {
			return
		}
		l := b.Line(text, nil)
		end := 0
		for _, m := range p.Find(l, 0, len(l.Tokens)) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("%q in %q: match %v out of order or bounds", src, text, m)
			}
			end = m.End
		}
	})
}

func BenchmarkLine(b *testing.B) {
	bk := book(b)
	p, err := bk.Compile("{cut} ...8 latency")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("Reduced the overall inference latency of the model by pruning. ", 3)
	for b.Loop() {
		l := bk.Line(text, nil)
		p.Find(l, 0, len(l.Tokens))
	}
}
