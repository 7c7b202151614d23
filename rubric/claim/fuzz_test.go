package claim

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile are repeated to MaxBytes and beyond; each stresses one loop.
var hostile = []string{"3 ", "1-", "1,2.", "the ", "3x the ", "from 3 ms to ", "38 -> ", "(", "O(", ". A", "½", "a third of ", "%", "~", "up to ", "12 GPU ", "1.2.3.4.5.6.7.8.9.10 ",
	"7B ", "10x faster (from 3 to 2 ms) ", "é", "\xff", "3 per ", "1/", "a.b/", "@a.", "no. ", "-ing ", "by half ", "memory of ", "1 200 ", "’s"}

func FuzzParse(f *testing.F) {
	lines := corpus(f)
	if len(lines) < 150 {
		f.Fatalf("got %d seeds, want 150 or more", len(lines))
	}
	for _, line := range lines {
		f.Add(line)
	}
	for _, s := range hostile {
		f.Add(strings.Repeat(s, 40))
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}

func TestHostile(t *testing.T) {
	for _, s := range hostile {
		check(t, strings.Repeat(s, 2*MaxBytes/len(s)))
	}
}

// check has the properties that hold for any text.
func check(t *testing.T, text string) {
	t.Helper()
	cs := Parse(text)
	if again := Parse(text); !reflect.DeepEqual(cs, again) {
		t.Fatalf("two runs differ: %+v and %+v", cs, again)
	}
	ss := Sentences(text)
	end := 0
	for i, s := range ss {
		if s[0] < end || s[1] <= s[0] || s[1] > len(text) {
			t.Fatalf("sentence %d is %v after %d of %d bytes", i, s, end, len(text))
		}
		end = s[1]
	}
	end = 0
	for _, c := range cs {
		if c.Start < end || c.End <= c.Start || c.End > len(text) {
			t.Fatalf("claim [%d,%d) after %d of %d bytes", c.Start, c.End, end, len(text))
		}
		end = c.End
		if text[c.ObjectStart:c.ObjectEnd] != c.Object {
			t.Fatalf("object %q is not at [%d,%d)", c.Object, c.ObjectStart, c.ObjectEnd)
		}
		if !strings.Contains(text, c.Condition) {
			t.Fatalf("condition %q is not in the text", c.Condition)
		}
		for _, v := range []float64{c.Value, c.High, c.From, c.To, c.Ratio} {
			if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
				t.Fatalf("number %v in %+v", v, c)
			}
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[c.Start:c.End]) {
			t.Fatalf("claim [%d,%d) cuts a character", c.Start, c.End)
		}
		if n := c.Sentence(); len(text) <= MaxBytes && (n >= len(ss) || c.Start < ss[n][0] || c.Start >= ss[n][1]) {
			t.Fatalf("claim at %d is not in sentence %d of %v", c.Start, n, ss)
		}
	}
	cs.Contradictions()
}

func BenchmarkParse(b *testing.B) {
	base := "Cut p99 inference latency from 38 ms to 11 ms (3.4x) on a Jetson Nano by pruning 60 % of the channels and INT8 kernels; the model shrank to 4 MB with a 0.4 % accuracy drop, trained in 12 GPU hours on one card"
	for _, bb := range []struct{ name, text string }{
		{"line200", base[:200]},
		{"plain200", strings.Repeat("Wrote clear documents and talked to people often ", 4)},
		{"hostile20k", strings.Repeat("from 3 ms to ", MaxBytes/13)},
		{"hostile10k", strings.Repeat("from 3 ms to ", MaxBytes/26)},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(int64(len(bb.text)))
			b.ReportAllocs()
			for b.Loop() {
				Parse(bb.text)
			}
		})
	}
}
