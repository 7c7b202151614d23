package index_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/index"
	"pique/index/query"
	"pique/rubric"
	"pique/rubrics"
)

func essay(t *testing.T) *rubric.Rubric {
	t.Helper()
	r, err := rubrics.Get(rubrics.Default)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// joining opens an index whose writer joins the documents of a person.
func joining(t *testing.T, dir string, o index.Options) *index.Index {
	t.Helper()
	o.Join, o.Digest = essay(t).Join, "r1"
	x, err := index.Open(context.Background(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func shut(t *testing.T, x *index.Index) {
	t.Helper()
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
}

// pair is a resume and a portfolio of one person.
func pair() (cv, book index.Record) {
	inv := newInventor(31)
	cv, book = inv.record(1, 10), inv.record(2, 10)
	for _, r := range []*index.Record{&cv, &book} {
		r.Candidate.Name, r.Candidate.Email, r.Candidate.Rubric = "Odile Sarr", "odile@sarr.example", "hiring-essay"
	}
	signal := func(id string, level int, points float64, quote string) []rubric.Signal {
		return []rubric.Signal{{ID: id, Level: level, Points: points, Evidence: []rubric.Evidence{{Quote: quote, Page: 1, Section: "projects", Level: level}}}}
	}
	cv.Candidate.File, cv.Candidate.Score, cv.Candidate.Kind = "cv.pdf", 13, "intern"
	cv.Candidate.Signals = signal("internship", 2, 13, "Intern at Weir Robotics")
	cv.Text = []index.Passage{{Section: "experience", Text: "Intern at Weir Robotics", Page: 1}, {Section: "skills", Text: "Fortran", Page: 1}}
	book.Candidate.File, book.Candidate.Score, book.Candidate.Kind = "book.pdf", 11, "standout-project"
	book.Candidate.Signals = signal("faster", 3, 11, "Depth maps in 5 ms")
	book.Text = []index.Passage{{Section: "projects", Text: "Depth maps in 5 ms", Page: 1}, {Section: "projects", Text: "A zither of oak", Page: 3}}
	return cv, book
}

func TestJoined(t *testing.T) {
	dir := t.TempDir()
	cv, book := pair()
	x := joining(t, dir, index.Options{})
	put(t, x, cv, book, newInventor(32).record(3, 10))
	shut(t, x)

	x = joining(t, dir, index.Options{ReadOnly: true})
	a := search(t, x, "signal:internship signal:faster score:24 zither fortran", index.SearchOptions{})
	if a.Total != 1 || a.Hits[0].Score != 24 || a.Hits[0].Kind != "intern" || len(a.Hits[0].Documents) != 2 || a.Hits[0].SHA256 != cv.Candidate.SHA256 {
		t.Fatalf("got %+v", a)
	}
	var lines []string
	for _, s := range a.Hits[0].Snippets {
		lines = append(lines, fmt.Sprintf("%s %s p.%d", s.Text, s.File, s.Page))
	}
	if d := cmp.Diff([]string{"A zither of oak book.pdf p.3", "Fortran cv.pdf p.1", "Intern at Weir Robotics cv.pdf p.1"}, lines); d != "" {
		t.Errorf("snippets (-want +got):\n%s", d)
	}
	if n, err := x.Count(); n != 2 || err != nil {
		t.Errorf("count: got %d, %v; want 2", n, err)
	}
	for _, ref := range []string{"odile sarr", "cv.pdf", "book.pdf", book.Candidate.SHA256[:8], "sarr"} {
		found, err := x.Find(ref)
		if err != nil || len(found) != 1 || len(found[0].Documents) != 2 {
			t.Errorf("find %s: got %+v, %v", ref, found, err)
		}
	}
	if entries, err := x.Entries(); len(entries) != 3 || err != nil {
		t.Errorf("entries: got %v, %v", entries, err)
	}
	shut(t, x)

	x = joining(t, dir, index.Options{ReadOnly: true, Split: true})
	if a := search(t, x, "", index.SearchOptions{}); a.Total != 3 || slices.ContainsFunc(a.Hits, func(h index.Hit) bool { return len(h.Documents) > 0 }) {
		t.Errorf("split: got %d, %v", a.Total, files(a))
	}
	if a := search(t, x, "signal:internship zither", index.SearchOptions{}); a.Total != 0 {
		t.Errorf("split: got %v", files(a))
	}
	if found, err := x.Find("sarr"); len(found) != 2 || err != nil {
		t.Errorf("split: find: got %+v, %v", found, err)
	}
	shut(t, x)
}

// TestJoinedFollows compares, after changes at random, who is found with the
// people that the documents are of.
func TestJoinedFollows(t *testing.T) {
	dir := t.TempDir()
	inv := newInventor(33)
	kept := map[string]index.Record{} // by path
	x := joining(t, dir, index.Options{})
	for round := range 60 {
		for range 1 + inv.IntN(4) {
			path := filepath.FromSlash(fmt.Sprintf("/invented/%02d.pdf", inv.IntN(24)))
			if r, ok := kept[path]; ok && inv.IntN(2) == 0 {
				delete(kept, path)
				if _, err := x.Drop(context.Background(), func(e index.Entry) bool { return e.Path != path }); err != nil {
					t.Fatal(err)
				}
				_ = r
				continue
			}
			r := inv.record(round*100+inv.IntN(100), 5)
			r.Candidate.File, r.Path, r.Candidate.Rubric = filepath.Base(path), path, "hiring-essay"
			r.Candidate.Name = pick(inv, []string{"Odile Sarr", "O. Sarr", "Pavel Brand", ""})
			r.Candidate.Email = pick(inv, []string{"a@x.example", "b@x.example", ""})
			r.Candidate.Phone = pick(inv, []string{"11 22 33 44", "55 66 77 88", ""})
			put(t, x, r)
			kept[path] = r
		}
		if inv.IntN(5) == 0 {
			shut(t, x)
			x = joining(t, dir, index.Options{})
		}
		var docs []rubric.Candidate
		for _, r := range kept {
			docs = append(docs, r.Candidate)
		}
		slices.SortFunc(docs, func(a, b rubric.Candidate) int { return strings.Compare(a.SHA256, b.SHA256) })
		var want []string
		for _, g := range rubric.Persons(docs) {
			var names []string
			for _, i := range g {
				names = append(names, docs[i].File)
			}
			slices.Sort(names)
			want = append(want, strings.Join(names, " "))
		}
		var got []string
		a, err := x.Search(context.Background(), query.Query{}, index.SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range a.Hits {
			names := []string{h.File}
			for _, d := range h.Documents[min(1, len(h.Documents)):] {
				names = append(names, d.File)
			}
			slices.Sort(names)
			got = append(got, strings.Join(names, " "))
		}
		slices.Sort(want)
		slices.Sort(got)
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("round %d (-want +got):\n%s", round, d)
		}
	}
	shut(t, x)
}

// TestJoinedCrowd: an address that many have is nobody's own, whatever the
// order and number of flushes, and costs little.
func TestJoinedCrowd(t *testing.T) {
	dir := t.TempDir()
	inv := newInventor(34)
	x := joining(t, dir, index.Options{})
	doc := func(n int) index.Record {
		r := inv.record(n, 3)
		r.Candidate.Name, r.Candidate.Email, r.Candidate.Rubric = "Odile Sarr", "office@sarr.example", "hiring-essay"
		return r
	}
	joined := func(want int) {
		t.Helper()
		a := search(t, x, "", index.SearchOptions{})
		n := 0
		for _, h := range a.Hits {
			n = max(n, len(h.Documents))
		}
		if n != want {
			t.Errorf("%d documents are joined, want %d", n, want)
		}
	}
	for n := range rubric.MaxDocuments {
		put(t, x, doc(n))
	}
	joined(rubric.MaxDocuments)
	put(t, x, doc(rubric.MaxDocuments))
	joined(0)
	for n := range 300 {
		put(t, x, doc(1000+n))
	}
	joined(0)
	shut(t, x)
	x = joining(t, dir, index.Options{})
	kept := 0
	if _, err := x.Drop(context.Background(), func(index.Entry) bool { kept++; return kept <= 10 }); err != nil {
		t.Fatal(err)
	}
	put(t, x, doc(2000))
	shut(t, x)
	x = joining(t, dir, index.Options{})
	put(t, x, doc(2001))
	joined(12)
	shut(t, x)
}
