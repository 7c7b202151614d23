// Package load has the questions that the benchmark asks of an index of
// invented candidates, and how it times the answers, so that two programs are
// asked the same.
package load

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"
)

// Shown is how many candidates an answer lists.
const Shown = 20

// Question is asked of an index. What it is of is said twice: in the
// language of pique, and in parts, for others.
type Question struct {
	Text string // as pique reads it
	Sort string // order, as pique calls it

	Signals   []string // that must be there
	Words     []string // that must be there
	Phrase    string
	Prefix    string
	Low, High float64 // range of the score; 0 and 0 for all
	Typo      string  // a word to which near ones are wanted; all else is empty then
	Facets    bool    // everybody is counted by signal, level and kind
}

// Job is a sort of question.
type Job struct {
	Name      string
	Questions []Question
}

// Jobs are the sorts of question, each with several. The words are those of
// package invent: frequent, middling and rare ones.
func Jobs() []Job {
	signals := []string{"faster", "smaller", "cheaper", "publication", "multitask", "experience"}
	words := []string{"chal", "drack", "san", "plas", "stang", "lust", "cap", "mod"}
	phrases := []string{"segmentation network", "job scheduler", "few-shot classifier", "object detection heads", "Machine learning engineer", "point cloud filter"}
	prefixes := []string{"segm", "quarl", "distil", "veho", "prun", "klus", "zeno"}
	typos := []string{"segmentaton", "quantizd", "schedular", "kubernets", "classifer", "recomendation", "vectorized"}
	var one, two, scores, sorted, facets, phrase, prefix, typo []Question
	for i, s := range signals {
		one = append(one, Question{Text: "signal:" + s, Sort: "name", Signals: []string{s}})
		sorted = append(sorted, Question{Text: "signal:" + s, Sort: "score", Signals: []string{s}})
		other := signals[(i+1)%len(signals)]
		w := []string{words[i], words[(i+3)%len(words)]}
		two = append(two, Question{Text: fmt.Sprintf("signal:%s signal:%s %s %s", s, other, w[0], w[1]), Sort: "score", Signals: []string{s, other}, Words: w})
		low := float64(10 * i)
		scores = append(scores, Question{Text: fmt.Sprintf("score:%g..%g", low, low+7), Sort: "score", Low: low, High: low + 7})
	}
	facets = []Question{{Sort: "score", Facets: true}}
	for _, p := range phrases {
		phrase = append(phrase, Question{Text: fmt.Sprintf("%q", p), Sort: "score", Phrase: p})
	}
	for _, p := range prefixes {
		prefix = append(prefix, Question{Text: p + "*", Sort: "score", Prefix: p})
	}
	for _, w := range typos {
		typo = append(typo, Question{Typo: w})
	}
	return []Job{
		{"one signal, by name", one}, {"two signals and two words, by score", two}, {"score range", scores},
		{"signal, top 20 by score", sorted}, {"counts of everybody by signal, level, kind", facets},
		{"phrase", phrase}, {"prefix", prefix}, {"near words of a typo", typo},
	}
}

// Timing is how long the answers to a job took.
type Timing struct {
	Name     string
	P50, P99 time.Duration
	Found    int // by all questions together
}

// Run asks every question of every job so many times, after once that does
// not count, and writes the timings as one line of JSON.
func Run(out io.Writer, rounds int, ask func(Question) (found int, err error)) error {
	var all []Timing
	for _, j := range Jobs() {
		t := Timing{Name: j.Name}
		var took []time.Duration
		for round := range rounds + 1 {
			for _, q := range j.Questions {
				began := time.Now()
				n, err := ask(q)
				if err != nil {
					return fmt.Errorf("%s: %s%s: %w", j.Name, q.Text, q.Typo, err)
				}
				if round > 0 {
					took = append(took, time.Since(began))
				} else {
					t.Found += n
				}
			}
		}
		slices.Sort(took)
		t.P50, t.P99 = took[len(took)/2], took[len(took)*99/100]
		all = append(all, t)
	}
	return json.NewEncoder(out).Encode(all)
}
