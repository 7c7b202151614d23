package trail

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPerson(t *testing.T) {
	updated := robin
	updated.SHA256 = kim.SHA256[:60] + "ffff"
	for _, c := range []struct {
		name         string
		a, b         Person
		is, namesake bool
	}{
		{"the same content", robin, Person{SHA256: robin.SHA256, File: "other.pdf"}, true, false},
		{"an updated resume", robin, updated, true, true},
		{"capitals", robin, Person{SHA256: "1", File: "robin.pdf", Name: "ROBIN EXAMPLE"}, true, true},
		{"a namesake", robin, Person{SHA256: "1", File: "re.pdf", Name: "Robin Example"}, false, true},
		{"another person in a file of that name", robin, Person{SHA256: "1", File: "robin.pdf", Name: "Robin Beispiel"}, false, false},
		{"nothing known", Person{}, Person{}, false, false},
	} {
		if c.a.Is(c.b) != c.is || c.b.Is(c.a) != c.is || c.a.Namesake(c.b) != c.namesake {
			t.Errorf("%s: got %v, %v; want %v, %v", c.name, c.a.Is(c.b), c.a.Namesake(c.b), c.is, c.namesake)
		}
	}
}

func TestRatingsInForce(t *testing.T) {
	entries := []Entry{
		rating(robin, "smaller-1", "Ben", 2), rating(robin, "faster-1", "Ben", 1), rating(robin, "faster-1", "Ana", 4),
		rating(kim, "faster-1", "Ana", 5), rating(robin, "faster-1", "ben", 3), {What: Decision, Person: robin, Choice: Hold}, {What: Decision, Person: robin, Choice: Next}, {Erased: true},
	}
	var got []string
	for _, e := range Ratings(entries, robin) {
		got = append(got, e.Question+" "+e.By+" "+string(rune('0'+e.Rating)))
	}
	if diff := cmp.Diff([]string{"faster-1 Ana 4", "faster-1 ben 3", "smaller-1 Ben 2"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if d := Decisions(entries, robin); len(d) != 2 || d[1].Choice != Next {
		t.Errorf("decisions: got %+v", d)
	}
}

func TestAgreement(t *testing.T) {
	var entries []Entry
	add := func(n int, q string, a, b int) {
		p := Person{SHA256: string(rune('a' + n))}
		entries = append(entries, rating(p, q, "Ben", b), rating(p, q, "Ana", a))
	}
	for i := range 9 {
		add(i, "faster-1", 1+i%5, 1+i%5)
	}
	got := Agreement(entries)
	want := []Agree{{A: "Ana", B: "Ben", Both: 9, Exact: 9}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("under ten: (-want +got):\n%s", diff)
	}
	add(9, "faster-1", 5, 1)
	got = Agreement(append(entries, rating(robin, "faster-1", "Cem", 3)))
	// By hand: the squares of the differences sum to 16; by chance they would
	// to 40, from the counts 2,2,2,2,2 of Ana and 3,2,2,2,1 of Ben.
	if len(got) != 1 || got[0].Both != 10 || got[0].Exact != 9 || !got[0].Known || math.Abs(got[0].Kappa-(1-16.0/40)) > 1e-9 {
		t.Errorf("ten: got %+v, want kappa %v", got, 1-16.0/40)
	}
}

func TestKappaOfOneRating(t *testing.T) {
	var table [5][5]int
	table[2][2] = 12
	if k, ok := kappa(table); ok || k != 0 {
		t.Errorf("got %v, %v; chance alone makes everybody agree", k, ok)
	}
	table[2][2], table[0][4], table[4][0] = 0, 6, 6
	if k, ok := kappa(table); !ok || k != -1 {
		t.Errorf("opposites: got %v, %v, want -1", k, ok)
	}
}
