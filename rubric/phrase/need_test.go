package phrase

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNeedsLoseNothing compares what is found in lines of random words with
// what is found where every phrase is tried on every line.
func TestNeedsLoseNothing(t *testing.T) {
	b := NewBook("time", "factor")
	for _, name := range []string{"model", "cut", "empty-on-most"} {
		b.Declare(name)
	}
	for _, entry := range []string{"resnet*", "neural network", "(vision | language) model", "=model", "network"} {
		must(t, b.Add("model", entry))
	}
	for _, entry := range []string{"reduce", "bring ...2 down", "cut"} {
		must(t, b.Add("cut", entry))
	}
	must(t, b.Add("empty-on-most", "zebra [crossing] of"))
	var set Set
	for _, src := range []string{
		"reduce ... latency", "{cut} ...3 <time>", "^ reduce", "[the] {model} of", "(a | the) (b | <year>)", "<number> gpu", "at <name>",
		"{empty-on-most} model", "<course code>", "real-time", "(reduce ...2 time | [of] {model} down)", "c++ [of]", "of the", "<factor>", "{model}",
	} {
		p, err := b.Compile(src)
		must(t, err)
		set.Add(p)
	}
	words := strings.Fields("a the of b reduce reduced latency cut bring brings down time ResNet50 neural networks vision model models Network 2020 8 gpu GPUs at Acme DS203 real-time realtime zebra crossing c++ overall and")
	rng := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 3000 {
		var line []string
		for range 1 + rng.IntN(12) {
			line = append(line, words[rng.IntN(len(words))])
		}
		text := strings.Join(line, " ")
		var quants []Quant
		if rng.IntN(2) == 0 {
			at := rng.IntN(len(text))
			quants = append(quants, Quant{Class: []string{"time", "factor"}[rng.IntN(2)], Start: at, End: len(text)})
		}
		l, all := b.Line(text, quants), b.Line(text, quants)
		for i := range all.may {
			all.may[i] = ^uint64(0)
		}
		got, want := set.Find(nil, l, 0, len(l.Tokens)), set.Find(nil, all, 0, len(l.Tokens))
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%q with %v (-all +needed):\n%s", text, quants, d)
		}
		found += len(got)
	}
	if found < 1000 {
		t.Errorf("%d matches in all: too few to compare", found)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
