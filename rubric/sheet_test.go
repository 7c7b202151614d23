package rubric

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"pique/extract"
)

func essay(t *testing.T) *Rubric {
	t.Helper()
	r, err := Load(filepath.Join("..", "rubrics", "hiring-essay.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// resting is a signal whose evidence rests on a further quote.
func resting(s Signal, what, quote string) Signal {
	s.Evidence[0].Support = []Support{{For: what, Quote: quote, Page: 1}}
	return s
}

// shown is a signal with one piece of evidence.
func shown(id string, level int, points float64, quote string, facts map[string]string) Signal {
	return Signal{ID: id, Level: level, Points: points, Evidence: []Evidence{{Quote: quote, Page: 1, Level: level, Section: "projects", Facts: facts}}}
}

func TestPromptsOpenTheConversationOfEachKind(t *testing.T) {
	r := essay(t)
	for _, c := range []struct {
		kind, first, text string
		signals           []Signal
	}{
		{"experienced", "experience", "Let’s chat about your time at the Institute for Wind, where you cut a forecast from 90 ms to 30 ms. ",
			[]Signal{resting(shown("experience", 3, 10, "Engineer, Institute for Wind", map[string]string{"organisation": "Institute for Wind", "measure": "from 90 ms to 30 ms"}),
				"measure", "• Cut forecast from 90 ms to 30 ms.")}},
		{"experienced", "experience", "Let’s chat about your time at Acme. You wrote: \"Latency went from 90 ms to 30 ms\". ",
			[]Signal{resting(shown("experience", 3, 10, "Engineer, Acme", map[string]string{"organisation": "Acme", "measure": "from 90 ms to 30 ms"}),
				"measure", "Latency went from 90 ms to 30 ms")}},
		{"experienced", "experience", "Let’s chat about the work that you have done so far. ",
			[]Signal{shown("experience", 2, 10, "Senior Engineer", nil)}},
		{"intern", "internship", "Give me more details about what you did for Acme Robotics. ",
			[]Signal{shown("faster", 4, 14, "Cut it to 4 ms", nil), shown("internship", 2, 8, "Intern, Acme Robotics, 2023", map[string]string{"organisation": "Acme Robotics", "dates": "2023"})}},
		{"intern", "internship", "Give me more details about the time when you interned with a wind farm. ",
			[]Signal{shown("internship", 1, 4, "Interned with a wind farm", nil)}},
		{"author", "publication", `You wrote: "Paper on sparse attention under review". I had a question about an ablation in that work. `,
			[]Signal{shown("publication", 1, 4, "Paper on sparse attention under review", nil)}},
		{"standout-project", "smaller", `You wrote: "Pruned it to 4 MB". That made me curious. `,
			[]Signal{shown("faster", 2, 7, "Made it fast", nil), shown("smaller", 3, 8, "Pruned it to 4 MB", nil)}},
		{"standout-project", "faster", `What made me curious is that you rewrote your parser and made it 3x faster. `,
			[]Signal{shown("faster", 3, 7, "I rewrote my parser and made it 3x faster", nil)}},
		{"other", "other", "Let’s talk about what you have built, in a course or outside of one. Which of your projects would you make faster, smaller or cheaper",
			[]Signal{shown("class-project", 1, 0, "MNIST with a CNN", nil)}},
	} {
		sh := r.Prompts(Candidate{Kind: c.kind, Signals: c.signals}, SheetOptions{})
		q := sh.Questions[0]
		if q.Signal != c.first || !strings.HasPrefix(q.Text, c.text) {
			t.Errorf("%s: got %s %q, want %s %q", c.kind, q.Signal, q.Text, c.first, c.text)
		}
		if c.kind == "other" && (len(sh.Questions) != 2 || !sh.Questions[1].Caution) {
			t.Errorf("other: the caution is not asked about: %+v", sh.Questions)
		}
	}
}

// many is a candidate who shows the first n signals of a rubric.
func many(r *Rubric, n int) Candidate {
	c := Candidate{File: "a.pdf", Name: "Robin Example", SHA256: strings.Repeat("ab", 32)}
	for i, s := range r.signals[:n] {
		c.Signals = append(c.Signals, shown(s.id, 1+i%s.top, float64(i%3), fmt.Sprintf("Robin Example did the thing of %s number %d", s.id, i), nil))
	}
	c.Kind = r.kindOf(c.Signals)
	return c
}

func TestPromptsFitTheMinutes(t *testing.T) {
	r := essay(t)
	for n := range len(r.signals) + 1 {
		for minutes := 1; minutes <= 120; minutes++ {
			sh := r.Prompts(many(r, n), SheetOptions{Minutes: minutes})
			sum, asked := 0, 0
			for _, a := range sh.Agenda {
				sum += a.Minutes
				if a.Minutes < 1 {
					t.Errorf("%d signals, %d minutes: %q has %d minutes", n, minutes, a.What, a.Minutes)
				}
				if a.Question != "" {
					if q := sh.Questions[asked]; q.ID != a.Question || q.Minutes != a.Minutes {
						t.Errorf("%d signals, %d minutes: agenda has %+v for %s of %d minutes", n, minutes, a, q.ID, q.Minutes)
					}
					asked++
				}
			}
			if sum != minutes || asked != len(sh.Questions) || asked == 0 {
				t.Errorf("%d signals: the agenda has %d minutes and %d of %d questions, want %d", n, sum, asked, len(sh.Questions), minutes)
			}
		}
	}
}

func TestPromptsOrder(t *testing.T) {
	r := essay(t)
	c := many(r, len(r.signals))
	sh := r.Prompts(c, SheetOptions{Minutes: 60})
	if len(sh.Questions) != len(r.signals) {
		t.Fatalf("got %d questions, want %d", len(sh.Questions), len(r.signals))
	}
	seen := map[string]bool{}
	for i, q := range sh.Questions {
		if seen[q.ID] || len(q.Probes) < leastProbes || len(q.Probes) > mostProbes || q.Core == "" || !strings.Contains(q.Text, q.Core) || len(q.Scale) != 3 {
			t.Errorf("question %d is not whole or stands twice: %+v", i, q)
		}
		seen[q.ID] = true
		if i > 1 && (q.Level > sh.Questions[i-1].Level || sh.Questions[i-1].Caution) {
			t.Errorf("%s stands after %s", q.ID, sh.Questions[i-1].ID)
		}
	}
	again := r.Prompts(c, SheetOptions{Minutes: 60})
	if diff := cmp.Diff(sh, again); diff != "" {
		t.Errorf("another sheet the second time:\n%s", diff)
	}
}

func TestPromptsBlind(t *testing.T) {
	r := essay(t)
	c := many(r, len(r.signals))
	c.Signals[2].Evidence[0].Quote = "R. Example. Sparse things. github.com/robinexample/sparse"
	data, err := json.Marshal(r.Prompts(c, SheetOptions{Blind: true, Number: 7}))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"Robin", "Example", "robinexample", "a.pdf"} {
		if strings.Contains(string(data), s) {
			t.Errorf("the blind sheet has %q: %s", s, data)
		}
	}
	if !strings.Contains(string(data), `"name":"Candidate 7"`) || !strings.Contains(string(data), `"file":"abababababab"`) {
		t.Errorf("the blind sheet does not say which candidate it is: %s", data)
	}
}

func TestPromptsProbeWhatIsOpen(t *testing.T) {
	r := essay(t)
	for quote, want := range map[string][]string{
		"Made the parser fast": {"How much faster did it get, in numbers?", "What did you compare it with, and was that a fair baseline?",
			"On what hardware did you measure it, and over how many runs?"},
		"Cut the model latency from 9 ms to 3 ms on a laptop with our team": {"How much faster did it get, in numbers?", "What did it cost in accuracy, and how did you check?",
			"Which part of it was your own work?"},
	} {
		sh := r.Prompts(Candidate{Signals: []Signal{shown("faster", 2, 7, quote, nil)}}, SheetOptions{})
		if diff := cmp.Diff(want, sh.Questions[0].Probes); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", quote, diff)
		}
	}
}

func TestPromptsWithoutAnything(t *testing.T) {
	sh := essay(t).Prompts(Candidate{File: "a.pdf", Status: "unreadable"}, SheetOptions{})
	if len(sh.Questions) != 0 || sh.Minutes != defaultMinutes {
		t.Errorf("got %+v, want 20 minutes without questions", sh)
	}
}

func TestPromptsOfARubricThatAsksNothing(t *testing.T) {
	r, err := Parse("r.yaml", []byte("rubric: r\ntitle: R\nsignals:\n  - {id: lead, title: Leads, why: w, look for: [led], examples: [Led a team]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	q := r.Prompts(Candidate{Signals: []Signal{shown("lead", 2, 7, "• Led a team of four.", nil)}}, SheetOptions{}).Questions[0]
	want := `Leads. Your resume says that you led a team of four. What did you do yourself, how did you do it, and what came of it?`
	if got := q.Title + ". " + q.Text; got != want || len(q.Probes) != 2 || len(q.Scale) != 3 {
		t.Errorf("got %q %q %q, want %q", got, q.Probes, q.Scale, want)
	}
}

// wordsOf are the words of a text, folded, with those of the first person
// turned to the second, and was and am with them.
func wordsOf(s string) []string {
	var out []string
	for _, w := range speakable().FindAllString(strings.ToLower(strings.ToUpper(printable(s))), -1) {
		w = strings.ReplaceAll(w, "'", "’")
		if to, ok := secondPersons[w]; ok {
			w = to
		}
		switch w {
		case "am":
			w = "are"
		case "was":
			w = "were"
		}
		out = append(out, w)
	}
	return out
}

// small are words without content, which may be put into a slot.
var small = map[string]bool{"a": true, "an": true, "the": true, "and": true}

// faithful reports whether what fills a slot stands in the evidence word for
// word and in that order, but for case, punctuation, articles, what was left
// out and the first person.
func faithful(filled string, e Evidence) bool {
	sources := []string{e.Quote}
	for _, v := range e.Facts {
		sources = append(sources, v)
	}
	for _, s := range e.Support {
		sources = append(sources, s.Quote)
	}
	said := wordsOf(filled)
	return slices.ContainsFunc(sources, func(source string) bool {
		at := 0
		for _, w := range wordsOf(source) {
			for at < len(said) && said[at] != w && small[said[at]] { // put in
				at++
			}
			if at < len(said) && said[at] == w {
				at++
			}
		}
		return at == len(said)
	})
}

// TestSheetsAreFaithful makes the sheets of all resumes at hand: whatever
// fills a slot stands in the evidence, and whatever else is said is the
// rubric's.
func TestSheetsAreFaithful(t *testing.T) {
	r := essay(t)
	cores := map[string]string{}
	files, _ := filepath.Glob(filepath.Join("..", "testdata", "resumes", "*.pdf"))
	if len(files) == 0 {
		t.Fatal("testdata/resumes has no PDF files")
	}
	gold, _ := filepath.Glob(filepath.Join("..", "..", "shared", "gold", "dev", "pdf", "*.pdf"))
	if testing.Short() {
		gold = nil
	}
	if len(gold) == 0 {
		t.Log("the labelled resumes beside the project are left out")
	}
	slots := 0
	for _, f := range append(files, gold...) {
		d := extract.Read(context.Background(), f, extract.Options{})
		c := r.Score(&d)
		a := asking{rubric: r}
		for _, s := range c.Signals {
			for _, e := range s.Evidence {
				for name, v := range a.slots(e) {
					slots++
					if !faithful(v, e) {
						t.Errorf("%s: %s: slot %s is %q, which does not stand in %q", c.File, s.ID, name, v, e.Quote)
					}
				}
			}
		}
		for _, q := range r.Prompts(c, SheetOptions{Minutes: 60}).Questions {
			if was, ok := cores[q.Signal]; ok && was != q.Core {
				t.Errorf("%s: the core question of %s is %q and was %q", c.File, q.Signal, q.Core, was)
			}
			cores[q.Signal] = q.Core
			if strings.ContainsFunc(q.Text, unicode.IsControl) || strings.ContainsAny(q.Text, "{}") && !strings.ContainsAny(q.Evidence.Quote, "{}") ||
				strings.Contains(q.Text, "  ") || !strings.HasSuffix(q.Text, "?") {
				t.Errorf("%s: %s is no plain question: %q", c.File, q.ID, q.Text)
			}
			if s := slices.IndexFunc(c.Signals, func(s Signal) bool { return s.ID == q.Signal }); s < 0 && q.Evidence.Quote != "" {
				t.Errorf("%s: %s has evidence of no signal", c.File, q.ID)
			}
		}
	}
	t.Logf("%d slots of %d files, %d core questions", slots, len(files)+len(gold), len(cores))
}

func TestPromptsAskAboutHiddenText(t *testing.T) {
	r := essay(t)
	c := many(r, 4)
	c.Hidden = []extract.Hidden{{Text: "a", Page: 1, Why: "covered"}, {Text: "quantization publication by Robin Example", Page: 2, Why: "white on white"}}
	sh := r.Prompts(c, SheetOptions{Blind: true})
	q := sh.Questions[len(sh.Questions)-1]
	want := `Your file has some text that cannot be seen on the page: "quantization publication by […] […]". Programs and templates often leave such text behind: do you know how it came there?`
	if q.ID != HiddenID || q.Text != want || !q.Caution || q.Evidence.Page != 2 || q.Minutes != 1 {
		t.Errorf("got %+v, want %q", q, want)
	}
	sum := 0
	for _, a := range sh.Agenda {
		sum += a.Minutes
	}
	if sum != sh.Minutes {
		t.Errorf("the agenda has %d minutes of %d", sum, sh.Minutes)
	}
	c.Hidden = c.Hidden[:1]
	if sh = r.Prompts(c, SheetOptions{}); sh.Questions[len(sh.Questions)-1].ID == HiddenID {
		t.Error("a single letter that cannot be seen is asked about")
	}
}

func TestPromptsHeadWithTheStrongestEvidence(t *testing.T) {
	r := essay(t)
	c := Candidate{Kind: "experienced", Signals: []Signal{
		resting(shown("experience", 3, 10, "Engineer, Acme", nil), "measure", "• Cut the bill by 40%"),
		shown("publication", 2, 5, "J. Roe. On things. 2020", nil), shown("faster", 3, 12, "Cut latency from 9 ms to 3 ms", nil),
		shown("smaller", 1, 2, "Pruned it", nil), shown("class-project", 1, 0, "MNIST", nil),
	}}
	var got []string
	for _, s := range r.Prompts(c, SheetOptions{}).Strongest {
		got = append(got, s.Signal+": "+s.Short)
	}
	if diff := cmp.Diff([]string{"faster: Cut latency from 9 ms to 3 ms", "experience: Cut the bill by 40%", "publication: J. Roe. On things. 2020"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
