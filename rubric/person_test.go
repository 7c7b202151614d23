package rubric_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/extract"
	"pique/rubric"
	"pique/rubrics"
)

func TestSamePerson(t *testing.T) {
	person := func(name, mail, phone string) rubric.Candidate {
		return rubric.Candidate{Name: name, Email: mail, Phone: phone, Rubric: "r"}
	}
	for _, c := range []struct {
		a, b rubric.Candidate
		want bool
	}{
		{person("Odile Sarr", "o@x.example", ""), person("Odile Sarr", "O@X.example ", ""), true},
		{person("Odile Sarr", "o@x.example", ""), person("SARR, Odile", "o@x.example", ""), true},
		{person("Ødile Sàrr", "o@x.example", ""), person("Odile Sarr", "o@x.example", ""), true},
		{person("O. Sarr", "o@x.example", ""), person("Odile Marie Sarr", "o@x.example", ""), true},
		{person("", "o@x.example", ""), person("Odile Sarr", "o@x.example", ""), true},
		{person("Odile Sarr", "office@x.example", ""), person("Pavel Sarr", "office@x.example", ""), false}, // an agency's address
		{person("O. S.", "office@x.example", ""), person("Otto Simon", "office@x.example", ""), false},
		{person("Odile Sarr", "o@x.example", ""), person("Odile Sarr", "sarr@y.example", ""), false},
		{person("Odile Sarr", "o@x.example", "+33 6 1122 3344"), person("Odile Sarr", "sarr@y.example", "06 11 22 33 44"), true},
		{person("Odile Sarr", "", "+33 6 1122 3344"), person("Pavel Sarr", "", "06 11 22 33 44"), false},
		{person("Odile Sarr", "", "1122"), person("Odile Sarr", "", "1122"), false},
		{person("Odile Sarr", "", ""), person("Odile Sarr", "", ""), false},
		{person("", "", "+33 6 1122 3344"), person("", "", "+33 6 1122 3344"), false},
	} {
		for _, p := range [][2]rubric.Candidate{{c.a, c.b}, {c.b, c.a}} {
			if got := rubric.SamePerson(p[0], p[1]); got != c.want {
				t.Errorf("%v and %v: got %v, want %v", p[0], p[1], got, c.want)
			}
			want := [][]int{{0}, {1}}
			if c.want {
				want = [][]int{{0, 1}}
			}
			if d := cmp.Diff(want, rubric.Persons(p[:])); d != "" {
				t.Errorf("groups of %v (-want +got):\n%s", p, d)
			}
		}
	}
}

// TestPersons: what joins two documents can be a third, in whatever order
// they come; an address of many joins nobody.
func TestPersons(t *testing.T) {
	docs := []rubric.Candidate{
		{Name: "Odile Sarr", Email: "o@x.example"},
		{Name: "Odile Sarr", Phone: "11 22 33 44"},
		{Name: "O. Sarr"},
		{Name: "Odile Sarr", Email: "o@x.example", Phone: "+33 11 22 33 44"},
		{Name: "Odile Sarr", Email: "o@x.example", Rubric: "another"},
	}
	for range 24 {
		docs = append(docs, rubric.Candidate{Name: "Odile Sarr", Email: "office@y.example"})
	}
	for shift := range 5 {
		order := slices.Concat(docs[shift:5], docs[:shift], docs[5:])
		together := 0
		for _, g := range rubric.Persons(order) {
			if len(g) == 1 {
				continue
			}
			for _, i := range g {
				if i = (i + shift) % 5; g[len(g)-1] > 4 || i != 0 && i != 1 && i != 3 {
					t.Errorf("shifted by %d: document %d is among %v", shift, i, g)
				}
				together++
			}
		}
		if together != 3 {
			t.Errorf("shifted by %d: %d documents of one person, want 3", shift, together)
		}
	}
}

func TestJoin(t *testing.T) {
	r, err := rubrics.Get(rubrics.Default)
	if err != nil {
		t.Fatal(err)
	}
	signal := func(id string, level int, points float64, quotes ...string) rubric.Signal {
		s := rubric.Signal{ID: id, Level: level, Points: points, Why: fmt.Sprintf("why %d", level)}
		for _, q := range quotes {
			s.Evidence = append(s.Evidence, rubric.Evidence{Quote: q, Page: 1, Level: level})
		}
		return s
	}
	cv := rubric.Candidate{
		File: "cv.pdf", SHA256: "c1", Status: "ok", Pages: 1, Name: "Odile Sarr", Email: "o@x.example", Rubric: r.Name,
		Kind: "intern", Score: 25, Links: []string{"https://a.example"}, Copies: []string{"old/cv.pdf"},
		Signals: []rubric.Signal{signal("internship", 2, 13, "Intern at Weir"), signal("faster", 3, 12, "twice as fast")},
	}
	book := rubric.Candidate{
		File: "book.pdf", SHA256: "b1", Status: "partial", Reason: "page 2 is broken", Pages: 4, Rubric: r.Name, Phone: "11 22 33 44",
		Kind: "standout-project", Score: 18, Links: []string{"https://b.example", "https://a.example"},
		Signals: []rubric.Signal{signal("faster", 4, 14, "twice as fast", "in 5 ms"), signal("smaller", 2, 4, "an int8 model")},
		Hidden:  []extract.Hidden{{Text: "white", Page: 2}},
	}
	got := r.Join([]rubric.Candidate{book, cv})
	if again := r.Join([]rubric.Candidate{cv, book}); !cmp.Equal(got, again) {
		t.Errorf("the order matters: %s", cmp.Diff(got, again))
	}
	want := rubric.Candidate{
		File: "cv.pdf", SHA256: "c1", Status: "partial", Reason: "book.pdf: page 2 is broken", Pages: 5, Name: "Odile Sarr", Email: "o@x.example",
		Phone: "11 22 33 44", Rubric: r.Name, Kind: "intern", Score: 31, Links: []string{"https://a.example", "https://b.example"},
		Documents: []rubric.Part{
			{File: "cv.pdf", SHA256: "c1", Status: "ok", Pages: 1, Score: 25, Copies: []string{"old/cv.pdf"}},
			{File: "book.pdf", SHA256: "b1", Status: "partial", Pages: 4, Score: 18},
		},
		Signals: []rubric.Signal{
			{ID: "internship", Level: 2, Points: 13, Why: "why 2", Evidence: []rubric.Evidence{{Quote: "Intern at Weir", File: "cv.pdf", Page: 1, Level: 2}}},
			{ID: "faster", Level: 4, Points: 14, Why: "why 4", Evidence: []rubric.Evidence{
				{Quote: "twice as fast", File: "book.pdf", Page: 1, Level: 4}, {Quote: "in 5 ms", File: "book.pdf", Page: 1, Level: 4},
				{Quote: "twice as fast", File: "cv.pdf", Page: 1, Level: 3},
			}},
			{ID: "smaller", Level: 2, Points: 4, Why: "why 2", Evidence: []rubric.Evidence{{Quote: "an int8 model", File: "book.pdf", Page: 1, Level: 2}}},
		},
		Hidden: []extract.Hidden{{Text: "white", File: "book.pdf", Page: 2}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if d := cmp.Diff(cv, r.Join([]rubric.Candidate{cv})); d != "" {
		t.Errorf("one document (-want +got):\n%s", d)
	}
}
