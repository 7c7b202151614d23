package invent_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/index/invent"
)

// TestSame checks that a record depends on seed and number alone.
func TestSame(t *testing.T) {
	a, b := invent.New(7), invent.New(7)
	for n := range 5 {
		a.Record(100 + n)
	}
	for _, n := range []int{3, 0, 99_999} {
		if d := cmp.Diff(a.Record(n), b.Record(n)); d != "" {
			t.Errorf("record %d made after others (-one +other):\n%s", n, d)
		}
	}
	if cmp.Equal(a.Record(1), invent.New(8).Record(1)) {
		t.Error("another seed gives the same record")
	}
}

// TestSpread checks that the words are spread as in real text: most that
// there are stand in few records, and records go on having new ones.
func TestSpread(t *testing.T) {
	v := invent.New(1)
	in := map[string]int{}
	var half, total, words int
	const records = 400
	for n := range records {
		seen := map[string]bool{}
		for _, p := range v.Record(n).Text {
			for _, w := range strings.Fields(strings.ToLower(p.Text)) {
				words++
				if !seen[w] {
					seen[w] = true
					in[w]++
				}
			}
		}
		if total = len(in); n == records/2 {
			half = total
		}
	}
	if mean := words / records; mean < 450 || mean > 750 {
		t.Errorf("a record has %d words, want about %d", mean, invent.Words)
	}
	once := 0
	for _, n := range in {
		if n == 1 {
			once++
		}
	}
	if share := float64(once) / float64(total); share < 0.3 || share > 0.8 {
		t.Errorf("%.2f of %d words stand in one record alone, want about half", share, total)
	}
	if more := float64(total) / float64(half); more < 1.2 || more > 1.9 {
		t.Errorf("twice the records have %.2f times the words, want less than twice and more than the same", more)
	}
}
