package index

import (
	"strings"
	"sync"

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
	code string // ISO 639-1
	stem func(*snowballstem.Env) bool
}

// languages are in the order in which the first of equals counts.
func languages() []language {
	return []language{
		{"de", german.Stem}, {"fr", french.Stem}, {"es", spanish.Stem}, {"it", italian.Stem}, {"pt", portuguese.Stem},
		{"nl", dutch.Stem}, {"sv", swedish.Stem}, {"da", danish.Stem}, {"no", norwegian.Stem}, {"fi", finnish.Stem},
	}
}

// telling are, for each of the languages and then for English, folded words
// that are frequent in it.
var telling = [...]string{
	"und der die das von mit fur bei auf im zum zur den dem eine einer eines als nach uber durch sowie wurde",
	"et de la les des du une dans pour avec sur par aux au est sont chez depuis ans",
	"y el la los las del una en para con por como desde hasta sobre mas su sus",
	"e il la gli di del della delle dei per con una nel nella presso sul dal anni",
	"e o os as da do das dos em na no para com uma por pela pelo ate mais",
	"en van het een de voor met op bij aan naar door uit ook werd tot der",
	"och av for med pa till ett en som den det fran vid inom samt ar",
	"og af for med pa til et en som den det fra ved inden samt er",
	"og av for med pa til et en som den det fra ved innen samt er",
	"ja on oli seka etta jossa kanssa myos tai mutta vuonna osana",
	"and of the to in for with on by from an as at that was were which their",
}

// tellingOf says for a word in which of the lists above it stands, a bit for
// each.
var tellingOf = sync.OnceValue(func() map[string]uint16 {
	of := map[string]uint16{}
	for i, list := range telling {
		for w := range strings.FieldsSeq(list) {
			of[w] |= 1 << i
		}
	}
	return of
})

// languageOf tells in which of the languages a text is; "" for English, for
// any other, and where it is in doubt: it has too few words that tell, or as
// many of English.
func languageOf(text []Passage) string {
	const (
		enough  = 100 // lines
		longest = 8   // bytes of a word that tells, before it is folded
		least   = 8   // words that tell: a resume of one page has twenty to forty
	)
	of := tellingOf()
	var counts [len(telling)]int
	for _, p := range text[:min(len(text), enough)] {
		for w := range strings.FieldsSeq(p.Text) {
			if w = strings.TrimRight(w, ".,;:)"); len(w) > longest {
				continue
			}
			mask := of[w]
			if mask == 0 && strings.ContainsFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) {
				mask = of[fold(w)]
			}
			for i := 0; mask != 0; i, mask = i+1, mask>>1 {
				counts[i] += int(mask & 1)
			}
		}
	}
	best, most := "", max(counts[len(telling)-1], least-1)
	for i, l := range languages() {
		if counts[i] > most {
			best, most = l.code, counts[i]
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
