package rubric

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract/outline"
)

// leastTitle is the fewest words that the title of a publication has where a
// rule takes every entry of a section; shorter lines are sub-headings and
// notes ("Preprints", "Equal contribution").
const leastTitle = 5

func (u *rule) least() int {
	if u.ownPaper || u.under.Len() > 0 {
		return 1
	}
	return leastTitle
}

// shortName finds the one-word name that a paper gives to what it is about:
// "TIDAL: A Map of ...".
var shortName = form(`(?:^|[.“”"‘’]\s*)([A-Za-z][\w-]{2,30})\s?:\s`)

// readPapers notes the short names of the papers in the publications section.
func (rd *reading) readPapers() {
	rd.papers = map[string]bool{}
	for i := range rd.doc.Lines {
		if rd.doc.Of(i) != outline.Publications {
			continue
		}
		if strings.IndexByte(rd.doc.Lines[i].Text, ':') < 0 {
			continue
		}
		for _, m := range shortName().FindAllStringSubmatch(rd.doc.Lines[i].Text, -1) {
			if distinct(m[1]) {
				rd.papers[strings.ToLower(strings.ReplaceAll(m[1], "-", ""))] = true
			}
		}
	}
}

// authored finds the initials and surname, or surname and initials, of an
// author at the beginning of a citation.
var authored = form(`^\W*(?:\d+\W+)?(?:(?:[A-Z]\.[ -]?){1,3}\s?\p{Lu}[\p{L}'’-]+|\p{Lu}[\p{L}'’-]+,? (?:[A-Z]\.[ -]?){1,3}|\p{Lu}[\p{L}'’-]+ [A-Z]{1,3},)`)

// leastCited is the fewest citations with authors from which they are known to
// be another person's.
const leastCited = 2

// readAuthors notes whether the papers listed name their authors, and the
// person is none of them: a list of what was read, or a sample.
func (rd *reading) readAuthors() {
	names := strings.FieldsFunc(strings.ToLower(rd.doc.Name), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '-' })
	names = slices.DeleteFunc(names, func(n string) bool { return utf8.RuneCountInString(n) < 2 })
	if len(names) == 0 {
		return
	}
	cited := 0
	for i := range rd.doc.Lines {
		if rd.doc.Of(i) != outline.Publications {
			continue
		}
		text := rd.doc.Lines[i].Text
		low := strings.ToLower(text)
		if slices.ContainsFunc(names, func(n string) bool { return strings.Contains(low, n) }) || strings.ContainsAny(text, "*†‡") {
			return
		}
		if authored().MatchString(text) {
			cited++
		}
	}
	rd.othersPapers = cited >= leastCited
}

// distinct reports whether a word looks like a name and not like a word of
// the language: a capital or digit after the first letter.
func distinct(word string) bool {
	return strings.ContainsAny(word[1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") || len(word) > 6 && word[0] >= 'A' && word[0] <= 'Z' && !slices.Contains(labels, strings.ToLower(word))
}

// labels are words that stand before a colon in a list of publications and
// name nothing.
var labels = []string{"journal", "conference", "preprint", "preprints", "workshop", "published", "accepted", "submitted", "authors", "abstract", "available", "reference", "references", "patents", "keywords", "contribution", "advisor", "supervisor"}

// namesPaper reports whether the heading of the entry of a line names one of
// the person's papers.
func (rd *reading) namesPaper(t *text) bool {
	if len(rd.papers) == 0 {
		return false
	}
	for _, token := range t.Tokens {
		if rd.papers[token.Text] {
			return true
		}
	}
	for name := range rd.papers {
		if len(name) > 4 && strings.Contains(strings.ToLower(strings.ReplaceAll(t.Text, "-", "")), name) {
			return true
		}
	}
	return false
}

// listLabelled reports whether a line opens with what listLabel finds.
func listLabelled(line string) bool {
	if line == "" || !strings.ContainsRune("tskleirfTSKLEIRF", rune(line[0])) && line[0] < utf8.RuneSelf {
		return false
	}
	return listLabel().MatchString(line)
}

// listLabel is what opens a bare list of tools or skills in an entry.
var listLabel = form(`(?i)^(?:tech(?:nolog(?:y|ies))?(?: (?:stack|used))?|tools?(?: used)?|stack|tech stack|keywords|skills?(?: used)?|languages?|frameworks?|libraries|environment|research interests?|interests?|topics)\s*[:–—-]`)

// leastItems is the fewest items of a bare list; the heading of an entry, which
// names place, time and organisation beside the role, has leastHeadItems.
const (
	leastItems     = 5
	leastHeadItems = 9
)

// isList reports whether a line is a bare list: five items or more of three
// words at the most. Listing a word claims nothing.
func isList(section, line string, head bool) bool {
	if section == outline.Publications {
		return false
	}
	if listLabelled(line) {
		return true
	}
	least := leastItems
	if head {
		least = leastHeadItems
	}
	if at := strings.IndexByte(line, ':'); at > 0 && len(strings.Fields(line[:at])) > 3 {
		return false // "One trunk, four heads: ..." says what the list is of
	}
	marks := 0 // as many as divide items, or more
	for i := range len(line) {
		switch line[i] {
		case ',', ';', '|', "•"[0], "·"[0]:
			marks++
		}
	}
	if marks < least-1 {
		return false
	}
	items := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",;|•·", r) })
	if len(items) < least {
		return false
	}
	short := 0
	for _, it := range items {
		if len(strings.Fields(it)) <= 3 {
			short++
		}
	}
	return short*5 >= len(items)*4
}
