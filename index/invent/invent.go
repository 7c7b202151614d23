package invent

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"

	"pique/extract/outline"
	"pique/index"
	"pique/rubric"
)

// Words is about how many words a record has: as many as a resume of one
// full page.
const Words = 600

// Signals and Kinds are the ids that records have.
var (
	Signals = []string{"internship", "publication", "paper-code", "faster", "smaller", "cheaper", "multitask", "experience", "class-project"}
	Kinds   = []string{"experienced", "intern", "author", "standout-project", "other"}
)

// Inventor makes records. It is not for several goroutines.
type Inventor struct {
	seed uint64
	rng  *rand.Rand
	zipf *rand.Zipf // ranks of words
}

// New returns an inventor of records for a seed.
func New(seed uint64) *Inventor { return &Inventor{seed: seed} }

// Record returns record n, from 0, under a root that does not exist.
func (v *Inventor) Record(n int) index.Record {
	src := rand.NewPCG(v.seed, uint64(n)*0x9e3779b97f4a7c15+1)
	v.rng = rand.New(src)
	v.zipf = rand.NewZipf(v.rng, 1.4, 80, vocabulary-1)
	given, family := v.pick(given), v.surname()
	name := given + " " + family
	user := strings.ToLower(given) + "." + strings.ToLower(family)
	sum := sha256.Sum256(fmt.Appendf(nil, "%d/%d", v.seed, n))
	c := rubric.Candidate{
		File: fmt.Sprintf("%02d/%s-%d.pdf", n%97, strings.ToLower(family), n), SHA256: hex.EncodeToString(sum[:]), Status: "ok", Pages: 1 + v.rng.IntN(2),
		Name: name, Email: fmt.Sprintf("%s%d@example.org", user, n), Links: []string{"https://git.example.org/" + user},
		Kind: Kinds[v.rng.IntN(len(Kinds))], Rubric: "invented",
	}
	r := index.Record{Candidate: c, Root: "/invented", RubricDigest: "invented", Extractor: 1}
	v.fill(&r)
	return r
}

// fill writes the text and finds in it what it put there.
func (v *Inventor) fill(r *index.Record) {
	c := &r.Candidate
	line := func(section, text string) int {
		r.Text = append(r.Text, index.Passage{Section: section, Text: text, Page: 1 + len(r.Text)*c.Pages/60})
		return len(strings.Fields(text))
	}
	words := line(outline.Header, c.Name)
	words += line(outline.Header, c.Email+" | "+c.Links[0]+" | "+v.place())
	left := Words - 120 + v.rng.IntN(240)
	for _, id := range Signals {
		if v.rng.IntN(10) >= 3 {
			continue
		}
		section := v.pick([]string{outline.Experience, outline.Projects, outline.Publications})
		quote, facts := v.claim(id)
		level := 1 + v.rng.IntN(4)
		points := float64(level) * (1.5 + 2*v.rng.Float64())
		points = float64(int(points*10)) / 10
		words += line(section, quote)
		at := len(r.Text) - 1
		c.Signals = append(c.Signals, rubric.Signal{
			ID: id, Level: level, Points: points, Weight: 14, Why: why[level], Next: next[level],
			Evidence: []rubric.Evidence{{
				Quote: quote, Page: r.Text[at].Page, Section: section, Level: level, Line: at, Facts: facts,
				Box: [4]float64{72, 90 + 11.5*float64(at), 540, 101.5 + 11.5*float64(at)},
			}},
		})
		c.Score += points
	}
	c.Score = min(float64(int(c.Score*10))/10, 100)
	for words < left {
		switch n := v.rng.IntN(12); {
		case n < 6:
			words += line(outline.Experience, v.sentence())
		case n < 9:
			words += line(outline.Projects, v.sentence())
		case n == 9:
			words += line(outline.Education, v.pick(degrees)+", "+v.word(true)+" University of "+v.place()+", "+v.year())
		case n == 10:
			words += line(outline.Skills, v.skills())
		default:
			org := v.word(true) + " " + v.pick(firms)
			r.Organisations = append(r.Organisations, org)
			words += line(outline.Experience, v.pick(roles)+", "+org+", "+v.place()+"  "+v.year()+" - "+v.year())
		}
	}
}

// claim is a line that shows a signal, with the facts in it.
func (v *Inventor) claim(id string) (string, map[string]string) {
	from := 2 + v.rng.IntN(90)
	to := 1 + v.rng.IntN(from)
	ratio := fmt.Sprintf("%.3g", float64(from)/float64(to))
	org := v.word(true) + " " + v.pick(firms)
	switch id {
	case "faster":
		return fmt.Sprintf("%s the %s of %s so that a frame takes %d ms, from %d ms", v.pick(verbs), v.pick(objects), org, to, from),
			map[string]string{"organisation": org, "measure": fmt.Sprintf("%d ms", to), "baseline": fmt.Sprintf("%d ms", from), "speedup": ratio, "ratio": ratio}
	case "smaller":
		return fmt.Sprintf("%s the %s to %d MB, from %d MB, at %s", v.pick(verbs), v.pick(objects), to, from, org),
			map[string]string{"organisation": org, "measure": fmt.Sprintf("%d MB", to), "baseline": fmt.Sprintf("%d MB", from), "ratio": ratio}
	case "publication", "paper-code":
		return fmt.Sprintf("%s for %s, in Proceedings of the %s Conference on %s, %s", v.capital(v.pick(objects)), v.word(false), v.word(true), v.pick(topics), v.year()),
			map[string]string{"title": v.pick(topics), "dates": v.year()}
	}
	return fmt.Sprintf("%s the %s with %s at %s, used by %d people", v.pick(verbs), v.pick(objects), v.pick(tools), org, 10*from),
		map[string]string{"organisation": org, "dates": v.year()}
}

func (v *Inventor) sentence() string {
	var b strings.Builder
	b.WriteString(v.pick(verbs))
	for range 6 + v.rng.IntN(12) {
		b.WriteByte(' ')
		switch n := v.rng.IntN(40); {
		case n == 0:
			fmt.Fprint(&b, v.rng.IntN(5000))
		case n == 1:
			b.WriteString(v.word(true))
		case n == 2:
			b.WriteString(v.pick(tools))
		case n == 3:
			b.WriteString(v.pick(objects))
		case n < 16:
			b.WriteString(v.pick(small))
		default:
			b.WriteString(v.word(false))
		}
	}
	return b.String()
}

func (v *Inventor) skills() string {
	list := make([]string, 4+v.rng.IntN(8))
	for i := range list {
		list[i] = v.pick(tools)
	}
	return v.pick(skillHeads) + ": " + strings.Join(list, ", ")
}

func (v *Inventor) year() string { return fmt.Sprint(2005 + v.rng.IntN(20)) }

func (v *Inventor) pick(list []string) string { return list[v.rng.IntN(len(list))] }
