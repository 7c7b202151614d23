package index_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"pique/index"
	"pique/index/query"
	"pique/rubric"
)

// oracle says by plain means whether a query holds for a record. It knows
// the words of the invented records alone, all lower case and unstemmed.
func oracle(n query.Node, r index.Record, section string) bool {
	c := r.Candidate
	switch n := n.(type) {
	case nil:
		return true
	case query.Every:
		return true
	case query.All:
		return !slices.ContainsFunc(n.Of, func(n query.Node) bool { return !oracle(n, r, section) })
	case query.Any:
		return slices.ContainsFunc(n.Of, func(n query.Node) bool { return oracle(n, r, section) })
	case query.None:
		return !oracle(n.Of, r, section)
	case query.Level:
		return slices.ContainsFunc(c.Signals, func(s rubric.Signal) bool {
			return s.ID == n.Signal && n.Min <= s.Level && s.Level <= n.Max
		})
	case query.Kind:
		return c.Kind == n.Is
	case query.Status:
		return c.Status == n.Is
	case query.Score:
		return c.Status != "unreadable" && (c.Score > n.Min || c.Score == n.Min && !n.MinOpen) &&
			(c.Score < n.Max || c.Score == n.Max && !n.MaxOpen)
	case query.Section:
		if n.Of == nil {
			return slices.ContainsFunc(r.Text, func(p index.Passage) bool { return p.Section == n.Kind })
		}
		return oracle(n.Of, r, n.Kind)
	case query.Text:
		return slices.ContainsFunc(r.Text, func(p index.Passage) bool {
			return (section == "" || p.Section == section) && hasWords(p.Text, n.Words, n.Prefix)
		})
	}
	panic(fmt.Sprintf("%T", n))
}

func hasWords(text, words string, prefix bool) bool {
	cut := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '-' })
	}
	have, want := cut(text), cut(words)
	for i := 0; i+len(want) <= len(have); i++ {
		ok := true
		for k, w := range want {
			ok = ok && (have[i+k] == w || prefix && k == len(want)-1 && strings.HasPrefix(have[i+k], w))
		}
		if ok {
			return true
		}
	}
	return false
}

// TestAgainstOracle compares the index with the oracle on queries
// made at random.
func TestAgainstOracle(t *testing.T) {
	x := open(t, t.TempDir(), index.Options{})
	inv := newInventor(6)
	var all []index.Record
	for n := range 150 {
		r := inv.record(n, 20)
		if n%40 == 0 {
			r = inv.unreadable(n)
		}
		all = append(all, r)
		if n%3 == 0 { // put before with other words: what it said is gone
			before := inv.record(n, 30)
			before.Candidate.File = r.Candidate.File
			put(t, x, before)
		}
		if n%9 == 8 {
			if _, err := x.Count(); err != nil { // writes: there are several segments, and merges of them
				t.Fatal(err)
			}
			put(t, x, all[n-8:]...)
		}
	}
	put(t, x, all...)
	var atom func(inSection bool) string
	var compound func(depth int, inSection bool) string
	atom = func(inSection bool) string {
		n := inv.IntN(10)
		if inSection {
			n = inv.IntN(3)
		}
		switch n {
		case 0:
			return pick(inv, fillers)
		case 1:
			return fmt.Sprintf("%q", pick(inv, []string{"object detection", "few-shot", "kestrel robotics", "tracking kernel", "zero shot"}))
		case 2:
			return pick(inv, []string{"la*", "tur*", `"object det"*`, "matrixq1*", "C++", "C#", "zofia"})
		case 3:
			return "signal:" + pick(inv, signalIDs)
		case 4:
			return pick(inv, signalIDs) + ":" + pick(inv, []string{">=3", "2", "<=2", "2..3", "0", ">4"})
		case 5:
			return "kind:" + pick(inv, kinds)
		case 6:
			return fmt.Sprintf("score:%s%.1f", pick(inv, []string{">", ">=", "<", "<=", ""}), float64(inv.IntN(1001))/10)
		case 7:
			low := inv.IntN(80)
			return fmt.Sprintf("score:%d..%d", low, low+inv.IntN(20))
		case 8:
			return "status:" + pick(inv, []string{"ok", "partial", "unreadable"})
		}
		return "(section:" + pick(inv, []string{"projects", "publications", "skills"}) + ")"
	}
	compound = func(depth int, inSection bool) string {
		if depth == 0 {
			return atom(inSection)
		}
		part := func() string { return compound(depth-1, inSection) }
		switch n := inv.IntN(6); {
		case n < 2:
			return "(" + part() + " " + part() + ")"
		case n == 2:
			return "(" + part() + " OR " + part() + " OR " + part() + ")"
		case n == 3:
			return "-" + part()
		case n == 4 && !inSection:
			return "section:" + pick(inv, []string{"projects", "experience"}) + " (" + compound(depth-1, true) + ")"
		}
		return part()
	}
	some := 0
	for i := range 400 {
		typed := compound(i%4, false)
		q, err := query.Parse(typed, known)
		if err != nil {
			t.Fatalf("%s: %v", typed, err)
		}
		want := []string{}
		for _, r := range all {
			if oracle(q.Node(), r, "") {
				want = append(want, r.Candidate.File)
			}
		}
		if len(want) > 0 && len(want) < len(all) {
			some++
		}
		for _, sort := range []string{index.ByScore, index.ByRelevance} {
			a, err := x.Search(context.Background(), q, index.SearchOptions{Sort: sort})
			if err != nil {
				t.Fatalf("%s: %v", q, err)
			}
			got := files(a)
			slices.Sort(got)
			if d := cmp.Diff(want, got); d != "" || a.Total != len(want) {
				t.Fatalf("%s by %s: total %d, want %d (-want +got):\n%s", q, sort, a.Total, len(want), d)
			}
		}
	}
	if some < 150 {
		t.Errorf("only %d of 400 queries tell candidates apart", some)
	}
}

func TestOrder(t *testing.T) {
	x := open(t, t.TempDir(), index.Options{})
	inv := newInventor(7)
	for n := range 120 {
		r := inv.record(n, 5)
		r.Candidate.Score = float64(n % 7 * 10)
		if n%30 == 0 {
			r = inv.unreadable(n)
		}
		put(t, x, r)
	}
	level := func(h index.Hit, id string) int {
		for _, s := range h.Signals {
			if s.ID == id {
				return s.Level
			}
		}
		return 0
	}
	// before reports whether a may stand before b.
	byScore := func(a, b index.Hit) bool {
		if ua, ub := a.Status == "unreadable", b.Status == "unreadable"; ua != ub {
			return ub
		}
		return a.Score > b.Score || a.Score == b.Score && a.File < b.File
	}
	for sort, before := range map[string]func(a, b index.Hit) bool{
		"":            byScore,
		index.ByScore: byScore,
		"faster": func(a, b index.Hit) bool {
			la, lb := level(a, "faster"), level(b, "faster")
			return la > lb || la == lb && byScore(a, b)
		},
	} {
		a := search(t, x, "", index.SearchOptions{Sort: sort})
		if len(a.Hits) != 120 {
			t.Fatalf("sort %q: %d hits, want 120", sort, len(a.Hits))
		}
		for i := 1; i < len(a.Hits); i++ {
			if !before(a.Hits[i-1], a.Hits[i]) {
				t.Fatalf("sort %q: %s (%v) stands before %s (%v)", sort, a.Hits[i-1].File, a.Hits[i-1].Score, a.Hits[i].File, a.Hits[i].Score)
			}
		}
		var paged []string
		for from := 0; from < 130; from += 13 {
			p := search(t, x, "", index.SearchOptions{Sort: sort, Limit: 13, Offset: from})
			if p.Total != 120 {
				t.Fatalf("page at %d: total %d, want 120", from, p.Total)
			}
			paged = append(paged, files(p)...)
		}
		if d := cmp.Diff(files(a), paged); d != "" {
			t.Errorf("sort %q by pages (-whole +pages):\n%s", sort, d)
		}
	}
	names := search(t, x, "", index.SearchOptions{Sort: index.ByName})
	if first := names.Hits[0].Name; !strings.HasPrefix(first, "Ayesha Adeyemi") {
		t.Errorf("first by name is %q", first)
	}
	if last := names.Hits[119]; last.Name != "" {
		t.Errorf("last by name is %q, want one without", last.Name)
	}
	if d := cmp.Diff([]string{}, files(search(t, x, "", index.SearchOptions{Offset: 500, Limit: 5}))); d != "" {
		t.Errorf("beyond the end: %s", d)
	}
}

func TestCounts(t *testing.T) {
	x := open(t, t.TempDir(), index.Options{})
	inv := newInventor(8)
	signals, kindsOf := map[string]*index.Count{}, map[string]int{}
	for n := range 200 {
		r := inv.record(n, 2)
		put(t, x, r)
		kindsOf[r.Candidate.Kind]++
		for _, s := range r.Candidate.Signals {
			if signals[s.ID] == nil {
				signals[s.ID] = &index.Count{ID: s.ID}
			}
			signals[s.ID].N++
			signals[s.ID].Levels[s.Level]++
		}
	}
	a := search(t, x, "", index.SearchOptions{Limit: 1})
	if len(a.Hits) != 1 || a.Total != 200 {
		t.Errorf("%d hits of %d, want 1 of 200", len(a.Hits), a.Total)
	}
	for i, c := range a.Signals {
		if d := cmp.Diff(*signals[c.ID], c); d != "" {
			t.Errorf("count of %s (-want +got):\n%s", c.ID, d)
		}
		if i > 0 && c.N > a.Signals[i-1].N {
			t.Errorf("%s with %d stands after fewer", c.ID, c.N)
		}
	}
	for _, c := range a.Kinds {
		if kindsOf[c.ID] != c.N {
			t.Errorf("%s: %d, want %d", c.ID, c.N, kindsOf[c.ID])
		}
	}
	if len(a.Signals) != len(signals) || len(a.Kinds) != len(kindsOf) {
		t.Errorf("%d signals and %d kinds, want %d and %d", len(a.Signals), len(a.Kinds), len(signals), len(kindsOf))
	}
	some := search(t, x, "kind:intern", index.SearchOptions{Snippets: -1})
	if len(some.Kinds) != 1 || some.Kinds[0].N != some.Total {
		t.Errorf("kinds of kind:intern are %v of %d", some.Kinds, some.Total)
	}
	if none := search(t, x, "-*", index.SearchOptions{}); none.Total != 0 || len(none.Signals) != 0 {
		t.Errorf("nobody: %+v", none)
	}
}

func TestBounds(t *testing.T) {
	x := open(t, t.TempDir(), index.Options{})
	r := newInventor(9).record(1, 0)
	var b strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&b, "zz%d ", i)
	}
	r.Text = []index.Passage{{Section: "projects", Text: b.String()}}
	put(t, x, r)
	q, err := query.Parse("zz*", known)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := x.Search(context.Background(), q, index.SearchOptions{}); !errors.Is(err, index.ErrBroad) {
		t.Errorf("zz*: %v, want ErrBroad", err)
	}
	if a := search(t, x, "zz14*", index.SearchOptions{}); a.Total != 1 {
		t.Errorf("zz14*: %d, want 1", a.Total)
	}
	if _, err := x.Search(context.Background(), q, index.SearchOptions{Deadline: time.Nanosecond}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("with no time: %v, want the deadline", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Search(ctx, query.Query{}, index.SearchOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
