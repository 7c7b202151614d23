package trail

import (
	"cmp"
	"slices"
)

// Ratings returns the ratings and remarks of a person that are in force: of
// each interviewer and question the last, by question, then interviewer.
func Ratings(entries []Entry, of Person) []Entry {
	type key struct{ question, by string }
	at := map[key]int{}
	var out []Entry
	for _, e := range entries {
		if e.What != Rating && e.What != Remark || !e.Person.Is(of) {
			continue
		}
		k := key{e.Question, fold(e.By)}
		if i, ok := at[k]; ok {
			out[i] = e
			continue
		}
		at[k] = len(out)
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Question, b.Question), cmp.Compare(fold(a.By), fold(b.By)))
	})
	return out
}

// Decisions returns what was decided about a person, in the order in which it
// was: the last is in force.
func Decisions(entries []Entry, of Person) []Entry {
	var out []Entry
	for _, e := range entries {
		if e.What == Decision && e.Person.Is(of) {
			out = append(out, e)
		}
	}
	return out
}

// Agree tells how far two interviewers agree on the answers that both rated.
type Agree struct {
	A     string  `json:"a"`
	B     string  `json:"b"`
	Both  int     `json:"both"`  // answers that both rated
	Exact int     `json:"exact"` // of them those with the same rating
	Kappa float64 `json:"kappa"` // weighted, from 1 (always) to 0 (no more than by chance) and below; 0 where Known is false
	Known bool    `json:"known"` // there are LeastBoth answers, and not all of them have one rating
}

// LeastBoth is the number of answers under which a kappa says nothing.
const LeastBoth = 10

// Agreement compares each two interviewers by the ratings in force, in the
// order of their names.
func Agreement(entries []Entry) []Agree {
	type answer struct {
		person   int
		question string
	}
	var people []Person
	rated := map[string]map[answer]int{} // by interviewer
	called := map[string]string{}
	var names []string
	for _, e := range entries {
		if e.What != Rating || e.Rating < Lowest || e.Rating > Highest {
			continue
		}
		i := slices.IndexFunc(people, e.Person.Is)
		if i < 0 {
			i = len(people)
			people = append(people, e.Person)
		}
		by := fold(e.By)
		if rated[by] == nil {
			rated[by], called[by] = map[answer]int{}, e.By
			names = append(names, by)
		}
		rated[by][answer{i, e.Question}] = e.Rating
	}
	slices.Sort(names)
	var out []Agree
	for i, a := range names {
		for _, b := range names[i+1:] {
			g := Agree{A: called[a], B: called[b]}
			var table [Highest - Lowest + 1][Highest - Lowest + 1]int
			for answer, x := range rated[a] {
				if y, ok := rated[b][answer]; ok {
					table[x-Lowest][y-Lowest]++
					g.Both++
					if x == y {
						g.Exact++
					}
				}
			}
			if g.Both == 0 {
				continue
			}
			g.Kappa, g.Known = kappa(table)
			if g.Both < LeastBoth {
				g.Kappa, g.Known = 0, false
			}
			out = append(out, g)
		}
	}
	return out
}

// kappa is Cohen's weighted kappa with weights that grow with the square of
// the difference (J. Cohen, Psychological Bulletin 70, 1968). It is unknown
// where chance alone would make both agree on everything.
func kappa(table [Highest - Lowest + 1][Highest - Lowest + 1]int) (float64, bool) {
	var rows, cols [len(table)]int
	n := 0
	for i := range table {
		for j, k := range table[i] {
			rows[i] += k
			cols[j] += k
			n += k
		}
	}
	seen, chance := 0.0, 0.0
	for i := range table {
		for j := range table {
			w := float64((i - j) * (i - j))
			seen += w * float64(table[i][j])
			chance += w * float64(rows[i]) * float64(cols[j]) / float64(max(n, 1))
		}
	}
	if chance == 0 {
		return 0, false
	}
	return 1 - seen/chance, true
}
