package rubric

import (
	"slices"

	"pique/rubric/phrase"
)

// samplesEach is how many ways to say a phrase are among the keywords.
const samplesEach = 3

// Keywords returns texts that the phrases of the rubric find, each once, in
// the order of the file.
func (r *Rubric) Keywords() []string {
	var out []string
	c := phrase.NewCover(r.book)
	seen := map[string]bool{}
	for _, set := range r.soughtSets() {
		for _, p := range set.Patterns() {
			for _, s := range c.Samples(p, sampleQuantity, samplesEach) {
				if !seen[s] {
					seen[s] = true
					out = append(out, s)
				}
			}
		}
	}
	return slices.Clip(out)
}
