package index

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"pique/extract/outline"
)

// schema numbers the fields below and what is stored. It is raised with
// every change of either, or of how words are cut.
const schema = 2

// The fields of a row. Fields are made by hand, not by a bleve mapping, so
// that each has exactly what is asked of it.
const (
	fieldStored = "c"      // stored: the compressed row
	fieldText   = "t"      // stored: the compressed passages
	fieldWords  = "w:"     // and a section: the words in it
	fieldHas    = "has"    // section kinds
	fieldName   = "name"   // words
	fieldFile   = "file"   // words
	fieldOrg    = "org"    // words
	fieldSignal = "signal" // "faster=3"; counted, and sorted by
	fieldKind   = "kind"   // counted
	fieldStatus = "status"
	fieldScore  = "score"  // tenths of a point in four digits; sorted by
	fieldBand   = "band"   // "p071", "d07": whole points, tens
	fieldByName = "byname" // folded; sorted by
	fieldByFile = "byfile" // sorted by
	fieldPlace  = "place"  // Place.key
	// The factor facts have a field each, by their names: blocks of steps.
)

const (
	exact    = bleveindex.IndexField | bleveindex.SkipFreqNorm
	sortable = exact | bleveindex.DocValues
	vectored = bleveindex.IndexField | bleveindex.IncludeTermVectors
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

// documentOf makes a document of a row.
func documentOf(r *row, p *packer) (*document.Document, error) {
	c := &r.Candidate
	d := document.NewDocument(c.SHA256)
	add := func(name, value string, how bleveindex.FieldIndexingOptions) {
		if value != "" {
			d.AddField(document.NewTextFieldCustom(name, nil, []byte(value), how, nil))
		}
	}
	several := func(name string, values []string, how bleveindex.FieldIndexingOptions) {
		for i, v := range values {
			d.AddField(document.NewTextFieldCustom(name, []uint64{uint64(i)}, []byte(v), how, nil))
		}
	}
	analyzed := func(name, value string, w words) {
		if value != "" {
			d.AddField(document.NewTextFieldCustom(name, nil, []byte(value), vectored, w))
		}
	}
	add(fieldKind, c.Kind, sortable)
	add(fieldStatus, c.Status, exact)
	add(fieldByName, foldText(c.Name), sortable)
	add(fieldByFile, c.File, sortable)
	if c.Status != "unreadable" {
		t := tenths(c.Score)
		add(fieldScore, fmt.Sprintf("%04d", t), sortable)
		several(fieldBand, []string{band('p', t/10), band('d', t/100)}, exact)
	}
	for _, fact := range factorFacts {
		several(fact, factorTerms(c.Signals, fact), exact)
	}
	var levels, files, places []string
	orgs := slices.Clone(r.Organisations)
	for _, s := range c.Signals {
		levels = append(levels, levelTerm(s.ID, s.Level))
		for _, e := range s.Evidence {
			if org := e.Facts["organisation"]; org != "" && !slices.Contains(orgs, org) {
				orgs = append(orgs, org)
			}
		}
	}
	for _, at := range r.Places {
		places = append(places, at.key(c.SHA256))
		files = append(files, at.File)
	}
	several(fieldSignal, levels, sortable)
	several(fieldPlace, places, exact)
	analyzed(fieldName, c.Name, words{})
	analyzed(fieldOrg, strings.Join(orgs, "\n"), words{})
	analyzed(fieldFile, strings.Join(files, "\n"), words{})

	bySection := map[string][]string{}
	for _, t := range r.text {
		s := sectionOf(t.Section)
		bySection[s] = append(bySection[s], t.Text)
	}
	var has []string
	for _, s := range Sections() {
		if len(bySection[s]) > 0 {
			has = append(has, s)
			analyzed(fieldWords+s, strings.Join(bySection[s], "\n"), words{stem: true})
		}
	}
	several(fieldHas, has, exact)

	for _, b := range []struct {
		name string
		v    any
	}{{fieldStored, r.stored}, {fieldText, r.text}} {
		data, err := p.pack(b.v)
		if err != nil {
			return nil, err
		}
		d.AddField(document.NewTextFieldCustom(b.name, nil, data, bleveindex.StoreField, nil))
	}
	return d, nil
}

// levelTerm is how a signal and its level stand in the index.
func levelTerm(id string, level int) string {
	return fmt.Sprintf("%s=%d", id, min(max(level, 1), 9))
}

// tenths returns a score in tenths of a point, 0 to 1000.
func tenths(score float64) int {
	if math.IsNaN(score) {
		return 0
	}
	return int(math.Round(min(max(score, 0), 100) * 10))
}

// band is a term for all scores that share their leading digits.
func band(of byte, n int) string { return fmt.Sprintf("%c%03d", of, n) }

// foldText folds each word of a text and puts one space between them.
func foldText(s string) string {
	var out []string
	for _, w := range (words{}).of(s) {
		out = append(out, w.term)
	}
	return strings.Join(out, " ")
}
