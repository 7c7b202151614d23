package index

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"pique/extract/outline"
	"pique/rubric"
)

// schema numbers the fields below and what is stored. It is raised with
// every change of either, or of how words are cut.
const schema = 5

// The fields that a query may name. Those of words answer phrases too; the
// others hold each term as it is, but for fieldScore, which is a number.
const (
	fieldWords    = "w"      // words of the document; with ":" and a section: those in it
	fieldName     = "name"   // words, not cut to their stems
	fieldFile     = "file"   // likewise
	fieldOrg      = "org"    // likewise
	fieldHas      = "has"    // section kinds
	fieldSignal   = "signal" // levelTerm
	fieldKind     = "kind"
	fieldStatus   = "status"
	fieldLanguage = "lang"  // languageOf
	fieldScore    = "score" // points; nothing where unreadable
	// The factor facts have a field each, by their names: blocks of steps.
)

// Sections returns the kinds of section that can be searched, in the order
// of their weight on a page. What is of another kind is "other".
func Sections() []string {
	return []string{
		outline.Experience, outline.Projects, outline.Publications, outline.Research,
		outline.Education, outline.Skills, outline.Awards, outline.Teaching, outline.Service,
		outline.Coursework, outline.Objective, outline.References, outline.Header, outline.Other,
	}
}

// sectionOf returns the kind under which a section is searched.
func sectionOf(kind string) string {
	if slices.Contains(Sections(), kind) {
		return kind
	}
	return outline.Other
}

// fieldTerm is a term that a row has in a field.
type fieldTerm struct{ field, term string }

// termsOf returns the terms of a row that are not words of a text.
func termsOf(r *row) []fieldTerm {
	c := &r.Candidate
	var out []fieldTerm
	add := func(field, term string) {
		if term != "" {
			out = append(out, fieldTerm{field, term})
		}
	}
	add(fieldKind, c.Kind)
	add(fieldStatus, c.Status)
	for _, s := range c.Signals {
		add(fieldSignal, levelTerm(s.ID, s.Level))
	}
	for _, fact := range factorFacts {
		for _, t := range factorTerms(c.Signals, fact) {
			add(fact, t)
		}
	}
	add(fieldView, r.view())
	add(fieldLanguage, languageOf(r.text))
	for _, t := range r.text {
		add(fieldHas, sectionOf(t.Section))
	}
	return out
}

// fieldText is text of a row whose words are indexed.
type fieldText struct {
	field   string
	section byte // of the token stream
	text    string
	cut     words
}

// textsOf returns the texts of a row: the passages in their order, then what
// is said of the row.
func textsOf(r *row) []fieldText {
	out := make([]fieldText, 0, len(r.text)+3)
	sections := Sections()
	for _, t := range r.text {
		n := slices.Index(sections, sectionOf(t.Section))
		out = append(out, fieldText{fieldWords, byte(n), t.Text, words{stem: true}})
	}
	var files []string
	for _, at := range r.Places {
		files = append(files, at.File)
	}
	for _, f := range []fieldText{
		{fieldName, runName, r.Candidate.Name, words{}},
		{fieldFile, runFile, strings.Join(files, "\n"), words{}},
		{fieldOrg, runOrg, strings.Join(organisations(r), "\n"), words{}},
	} {
		if f.text != "" {
			out = append(out, f)
		}
	}
	return out
}

// organisations names those of the row and of its evidence, each once.
func organisations(r *row) []string {
	out := slices.Clone(r.Organisations)
	for _, s := range r.Candidate.Signals {
		for _, e := range s.Evidence {
			if org := e.Facts["organisation"]; org != "" && !slices.Contains(out, org) {
				out = append(out, org)
			}
		}
	}
	return out
}

// wordField takes a field apart that has words: the one that bleve has, and
// the section of the stream, negative for the whole document.
func wordField(field string) (base string, section int, ok bool) {
	switch field {
	case fieldWords:
		return fieldWords, -1, true
	case fieldName:
		return field, runName, true
	case fieldFile:
		return field, runFile, true
	case fieldOrg:
		return field, runOrg, true
	}
	if kind, within := strings.CutPrefix(field, fieldWords+":"); within {
		if n := slices.Index(Sections(), kind); n >= 0 {
			return fieldWords, n, true
		}
	}
	return field, 0, false
}

// levelTerm is how a signal and its level stand in the index.
func levelTerm(id string, level int) string {
	return fmt.Sprintf("%s=%d", id, min(max(level, 1), maxLevel))
}

// maxLevel is the highest level that the index tells apart.
const maxLevel = 9

// scoreCode is a score as rows are sorted by it: tenths of a point and one
// more, 0 where the file could not be read.
func scoreCode(c *rubric.Candidate) uint16 {
	if c.Status == "unreadable" {
		return 0
	}
	return uint16(tenths(c.Score)) + 1
}

// tenths returns a score in tenths of a point, 0 to 1000.
func tenths(score float64) int {
	if math.IsNaN(score) {
		return 0
	}
	return int(math.Round(min(max(score, 0), 100) * 10))
}

// foldText folds each word of a text and puts one space between them.
func foldText(s string) string {
	var out []string
	for _, w := range (words{}).of(s) {
		out = append(out, w.term)
	}
	return strings.Join(out, " ")
}
