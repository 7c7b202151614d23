package outline

import "unicode/utf8"

// fact is what is read off the text of a line, each part when it is first
// asked for: many rules look at the same line.
type fact struct {
	known   uint8 // the parts that have been read, as bits
	edge    bool
	running bool
	runes   int
	words   []string
	cues    cues
	dates   []DateSpan
	urls    []url
}

const (
	wordsKnown = 1 << iota
	datesKnown
	urlsKnown
	edgeKnown
	runesKnown
)

// fact returns what is known of line i, and whether the part asked for still
// has to be read.
func (s *sheet) fact(i int, part uint8) (*fact, bool) {
	f := &s.facts[i]
	first := f.known&part == 0
	f.known |= part
	return f, first
}

// words returns the folded words of line i.
func (s *sheet) words(i int) []string {
	f, first := s.fact(i, wordsKnown)
	if first {
		f.words = foldWords(s.lines[i].Text)
		f.cues = cuesOf(f.words)
	}
	return f.words
}

// cues returns the cues among the words of line i.
func (s *sheet) cues(i int) cues {
	s.words(i)
	return s.facts[i].cues
}

// dates returns the dates on line i.
func (s *sheet) dates(i int) []DateSpan {
	f, first := s.fact(i, datesKnown)
	if first {
		f.dates = FindDates(s.lines[i].Text)
	}
	return f.dates
}

// urls returns the web addresses printed on line i.
func (s *sheet) urls(i int) []url {
	f, first := s.fact(i, urlsKnown)
	if first {
		f.urls = urlsIn(s.lines[i].Text)
	}
	return f.urls
}

// runes returns the length of line i in runes.
func (s *sheet) runes(i int) int {
	f, first := s.fact(i, runesKnown)
	if first {
		f.runes, f.running = utf8.RuneCountInString(s.lines[i].Text), sentence(s.lines[i].Text)
	}
	return f.runes
}

// sentence reports whether line i reads as running text.
func (s *sheet) sentence(i int) bool {
	s.runes(i)
	return s.facts[i].running
}

// edgeDate reports whether a date stands at the start or the end of line i,
// or next to a wide gap, or in brackets: where heads have theirs.
func (s *sheet) edgeDate(i int) bool {
	f, first := s.fact(i, edgeKnown)
	if first && s.runes(i) <= 200 {
		f.edge = edgeDate(s.lines[i], s.dates(i), s.sentence(i))
	}
	return f.edge
}
