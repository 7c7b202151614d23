package index_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/index"
)

// distance is by how many edits two words differ, by plain means.
func distance(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j-1], d[i-1][j], d[i][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

// TestNear compares near words with those found by trying each, also after
// merges and deletions.
func TestNear(t *testing.T) {
	x := open(t, t.TempDir(), index.Options{})
	inv := newInventor(31)
	rows := map[string]int{}
	letters := []string{"quant", "quanta", "quantize", "quantizer", "quantized", "quantum", "tuqanta", "abcd", "abdc", "abd", "abcde", "tracker", "trakcer", "trackers"}
	for n := range 120 {
		r := inv.record(n, 2)
		r.Text = nil
		r.Candidate.Signals = nil
		seen := map[string]bool{}
		for range 6 {
			w := pick(inv, letters)
			if inv.IntN(3) == 0 { // break it
				at := inv.IntN(len(w))
				w = w[:at] + string(rune('a'+inv.IntN(26))) + w[min(at+inv.IntN(2), len(w)):]
			}
			r.Text = append(r.Text, index.Passage{Section: "projects", Text: strings.ToUpper(w) + " 12"})
			seen[w] = true
		}
		put(t, x, r)
		if n%10 == 9 {
			if _, err := x.Count(); err != nil {
				t.Fatal(err)
			}
		}
		if n%4 == 1 {
			if _, err := x.Erase(t.Context(), r.Candidate.SHA256); err != nil {
				t.Fatal(err)
			}
			continue
		}
		for w := range seen {
			rows[w]++
		}
	}
	for _, typed := range append(letters, "qantized", "quantizerr", "Quantizre", "qutnaized", "abc", "zzzzzzzz", "", "trackersx") {
		edits := 2
		if low := len(typed); low < 4 {
			edits = 0
		} else if low < 8 {
			edits = 1
		}
		var want []index.Near
		for w, n := range rows {
			if d := distance(w, strings.ToLower(typed)); typed != "" && d <= edits && len(w) >= 3 {
				want = append(want, index.Near{Word: w, Edits: d, Rows: n})
			}
		}
		got, err := x.Near(typed, 1000)
		if err != nil {
			t.Fatal(err)
		}
		for i := 1; i < len(got); i++ {
			if a, b := got[i-1], got[i]; a.Edits > b.Edits || a.Edits == b.Edits && a.Rows < b.Rows {
				t.Errorf("%s: %v stands before %v", typed, a, b)
			}
		}
		byWord := func(a, b index.Near) int { return strings.Compare(a.Word, b.Word) }
		slices.SortFunc(got, byWord)
		slices.SortFunc(want, byWord)
		if len(got) == 0 {
			got = nil
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("near %q (-want +got):\n%s", typed, d)
		}
	}
	if got, _ := x.Near("quantized", 2); len(got) != 2 || got[0].Edits != 0 {
		t.Errorf("the first two are %v, want the word itself and another", got)
	}
}
