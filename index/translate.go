package index

import (
	"fmt"

	"github.com/blevesearch/bleve/v2"
	blevequery "github.com/blevesearch/bleve/v2/search/query"

	"pique/index/query"
)

// maxExpand is how many words a prefix may stand for in one field.
const maxExpand = 1000

// translator makes bleve queries of the syntax tree. Every disjunction that
// it makes is bounded: by the levels, the sections, or maxExpand.
type translator struct {
	terms   func(field, prefix string) ([]string, error)             // up to maxExpand and one
	between func(field, from, to string, most int) ([]string, error) // from one term up to another
	spelt   func(prefix string) ([]string, error)                    // words as documents spell them
	spoken  []string                                                 // languages of documents, nil until they are asked for
	meant   map[query.Text][]phrase                                  // what was found of words before
	err     error                                                    // the first
}

func (t *translator) node(n query.Node) blevequery.Query {
	switch n := n.(type) {
	case query.All:
		return t.all(n.Of)
	case query.Any:
		return t.any(n.Of, t.node)
	case query.None:
		return without(t.node(n.Of))
	case query.Text:
		return t.words(n, "")
	case query.Section:
		section := sectionOf(n.Kind)
		if n.Of == nil {
			return term(fieldHas, section)
		}
		return t.within(n.Of, section)
	case query.Level:
		var of []string
		for l := n.Min; l <= n.Max; l++ {
			of = append(of, levelTerm(n.Signal, l))
		}
		return anyTerm(fieldSignal, of)
	case query.Kind:
		return term(fieldKind, n.Is)
	case query.Status:
		return term(fieldStatus, n.Is)
	case query.Score:
		return scores(n)
	case query.Factor:
		return factors(n)
	case query.Field:
		field := map[string]string{"name": fieldName, "file": fieldFile, "org": fieldOrg}[n.Name]
		return t.phrase(field, cut(n.Words, n.Prefix, words{}))
	}
	return bleve.NewMatchAllQuery()
}

// within translates what stands within a section.
func (t *translator) within(n query.Node, section string) blevequery.Query {
	switch n := n.(type) {
	case query.All:
		return t.all(wrap(n.Of, section))
	case query.Any:
		return t.any(n.Of, func(n query.Node) blevequery.Query { return t.within(n, section) })
	case query.None:
		return without(t.within(n.Of, section))
	case query.Text:
		return t.words(n, section)
	}
	return bleve.NewMatchAllQuery()
}

// wrap puts each part into the section by itself.
func wrap(of []query.Node, section string) []query.Node {
	out := make([]query.Node, len(of))
	for i, n := range of {
		if none, ok := n.(query.None); ok {
			out[i] = query.None{Of: query.Section{Kind: section, Of: none.Of}}
		} else {
			out[i] = query.Section{Kind: section, Of: n}
		}
	}
	return out
}

// all keeps what must not hold apart: bleve then walks only what must.
func (t *translator) all(of []query.Node) blevequery.Query {
	var must, not []blevequery.Query
	for _, n := range of {
		if none, ok := n.(query.None); ok {
			not = append(not, t.node(none.Of))
		} else {
			must = append(must, t.node(n))
		}
	}
	if len(not) == 0 {
		return bleve.NewConjunctionQuery(must...)
	}
	if len(must) == 0 {
		must = []blevequery.Query{bleve.NewMatchAllQuery()}
	}
	return blevequery.NewBooleanQuery(must, nil, not)
}

func (t *translator) any(of []query.Node, each func(query.Node) blevequery.Query) blevequery.Query {
	out := make([]blevequery.Query, len(of))
	for i, n := range of {
		out[i] = each(n)
	}
	return bleve.NewDisjunctionQuery(out...)
}

func without(q blevequery.Query) blevequery.Query {
	return blevequery.NewBooleanQuery([]blevequery.Query{bleve.NewMatchAllQuery()}, nil, []blevequery.Query{q})
}

// words asks for words side by side, in one section where one is named.
func (t *translator) words(n query.Text, section string) blevequery.Query {
	field := fieldWords
	if section != "" {
		field += ":" + section
	}
	var of []blevequery.Query
	for _, p := range t.phrases(n) {
		q := t.phrase(field, p)
		if p.within != "" {
			q = bleve.NewConjunctionQuery(term(fieldLanguage, p.within), q)
		}
		of = append(of, q)
	}
	switch len(of) {
	case 0:
		return bleve.NewMatchAllQuery() // too common to be in the index
	case 1:
		return of[0]
	}
	return bleve.NewDisjunctionQuery(of...)
}

// languages lists those of the documents.
func (t *translator) languages() []string {
	if t.spoken == nil {
		list, err := t.terms(fieldLanguage, "")
		if err != nil {
			t.fail(err)
		}
		t.spoken = append([]string{}, list...)
	}
	return t.spoken
}

// fail notes the first error.
func (t *translator) fail(err error) {
	if t.err == nil {
		t.err = err
	}
}

// phrase asks for a phrase in one field.
func (t *translator) phrase(field string, p phrase) blevequery.Query {
	if p.empty() {
		return bleve.NewMatchAllQuery()
	}
	places := make([][]string, len(p.places))
	for i, terms := range p.places {
		places[i] = terms
		if len(terms) == 0 {
			places[i] = []string{""} // any
		}
	}
	if p.prefix == "" {
		if len(places) == 1 && len(places[0]) == 1 {
			return term(field, places[0][0])
		}
		return blevequery.NewMultiPhraseQuery(places, field)
	}
	base, _, _ := wordField(field)
	last, err := t.terms(base, p.prefix)
	if err == nil && len(last) > maxExpand {
		err = fmt.Errorf("%s*: %w (more than %d)", p.prefix, ErrBroad, maxExpand)
	}
	if err != nil {
		t.fail(err)
		return bleve.NewMatchNoneQuery()
	}
	if base == fieldWords {
		last = append(last, p.stems()...)
	}
	if len(last) == 0 {
		return bleve.NewMatchNoneQuery()
	}
	places[len(places)-1] = last
	return blevequery.NewMultiPhraseQuery(places, field)
}

func term(field, value string) blevequery.Query {
	q := bleve.NewTermQuery(value)
	q.SetField(field)
	return q
}

func anyTerm(field string, values []string) blevequery.Query {
	if len(values) == 1 {
		return term(field, values[0])
	}
	out := make([]blevequery.Query, len(values))
	for i, v := range values {
		out[i] = term(field, v)
	}
	return bleve.NewDisjunctionQuery(out...)
}

// scores asks for a range of points; what could not be read has none.
func scores(n query.Score) blevequery.Query {
	low, high := !n.MinOpen, !n.MaxOpen
	q := bleve.NewNumericRangeInclusiveQuery(&n.Min, &n.Max, &low, &high)
	q.SetField(fieldScore)
	return q
}
