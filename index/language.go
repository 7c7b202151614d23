package index

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
)

// The index has English stems, in documents of every language, since most
// have English words of the trade. In a document of another language whose
// stemmer is at hand, a word of a query also finds the words that have the
// same stem there.

// language is one of those.
type language struct {
	code  string // ISO 639-1
	stem  func(*snowballstem.Env) bool
	small []string // folded words that are frequent in it, and rare in the others and in English
}

// languages are in the order in which the first of equals counts.
func languages() []language {
	return []language{
		{"de", german.Stem, strings.Fields("und der die das von mit fur bei auf im zum zur den dem eine einer eines als nach uber durch sowie wurde")},
		{"fr", french.Stem, strings.Fields("et de la les des du une dans pour avec sur par aux au est sont chez depuis ans")},
		{"es", spanish.Stem, strings.Fields("y el la los las del una en para con por como desde hasta sobre mas su sus")},
		{"it", italian.Stem, strings.Fields("e il la gli di del della delle dei per con una nel nella presso sul dal anni")},
		{"pt", portuguese.Stem, strings.Fields("e o os as da do das dos em na no para com uma por pela pelo ate mais")},
		{"nl", dutch.Stem, strings.Fields("en van het een de voor met op bij aan naar door uit ook werd tot der")},
		{"sv", swedish.Stem, strings.Fields("och av for med pa till ett en som den det fran vid inom samt ar")},
		{"da", danish.Stem, strings.Fields("og af for med pa til et en som den det fra ved inden samt er")},
		{"no", norwegian.Stem, strings.Fields("og av for med pa til et en som den det fra ved innen samt er")},
		{"fi", finnish.Stem, strings.Fields("ja on oli sekä seka etta jossa kanssa myos tai mutta vuonna osana")},
	}
}

// common are English words that are frequent in every text.
var common = strings.Fields("and of the to in for with on by from an as at that was were which their")

// languageOf tells in which of the languages a text is; "" for English, for
// any other, and where it is in doubt: it has too few words that tell, or as
// many of English.
func languageOf(text []Passage) string {
	counts := map[string]int{}
	const enough = 100 // lines
	for _, p := range text[:min(len(text), enough)] {
		for _, w := range (words{}).of(p.Text) {
			if len(w.term) <= 6 {
				counts[w.term]++
			}
		}
	}
	count := func(list []string) (n int) {
		for _, w := range list {
			n += counts[w]
		}
		return n
	}
	const least = 8 // words that tell: a resume of one page has twenty to forty
	best, most := "", max(count(common), least-1)
	for _, l := range languages() {
		if n := count(l.small); n > most {
			best, most = l.code, n
		}
	}
	return best
}

// stemIn returns the stem of a folded word in a language.
func stemIn(l language, word string) string {
	if len(word) < 3 {
		return word
	}
	env := snowballstem.NewEnv(word)
	l.stem(env)
	return env.Current()
}
