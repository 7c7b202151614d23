package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"pique/index"
	"pique/index/query"
	"pique/rubric"
)

// vocabulary is what the candidates of an index can be asked for.
type vocabulary struct {
	signals []string // ids
	kinds   []string
	columns []rubric.SignalInfo
}

// vocabularyOf is what the candidates of an index can be asked for: the
// signals and kinds of the rubric given, else of the shipped one by which
// they were scored, and whatever else the index has.
func vocabularyOf(ctx context.Context, idx *index.Index, given string) (vocabulary, error) {
	var v vocabulary
	if given != "" {
		r, err := loadRubric(given)
		if err != nil {
			return v, err
		}
		v.add(r)
	}
	all, err := idx.Search(ctx, query.Query{}, index.SearchOptions{Limit: 1, Snippets: -1})
	if err != nil {
		return v, indexError(err)
	}
	for _, h := range all.Hits {
		if r := rubricNamed(h.Rubric); r != nil && given == "" {
			v.add(r)
		}
	}
	for _, c := range all.Signals {
		v.addSignal(rubric.SignalInfo{ID: c.ID, Title: c.ID, Short: c.ID})
	}
	for _, c := range all.Kinds {
		if !slices.Contains(v.kinds, c.ID) {
			v.kinds = append(v.kinds, c.ID)
		}
	}
	return v, nil
}

// known is the vocabulary as the parser of queries takes it.
func (v vocabulary) known() query.Known {
	return query.Known{Signals: v.signals, Kinds: v.kinds, Sections: index.Sections()}
}

func (v *vocabulary) add(r *rubric.Rubric) {
	for _, s := range r.Signals() {
		v.addSignal(s)
	}
	v.kinds = append(v.kinds, r.Kinds()...)
}

func (v *vocabulary) addSignal(s rubric.SignalInfo) {
	if !slices.Contains(v.signals, s.ID) {
		v.signals = append(v.signals, s.ID)
		v.columns = append(v.columns, s)
	}
}

// signalAt reads SIGNAL or SIGNAL:LEVEL, the level by number or name.
func (v vocabulary) signalAt(flag, s string) (id string, level int, err error) {
	id, at, given := strings.Cut(s, ":")
	if !slices.Contains(v.signals, id) {
		return "", 0, unknownWord("signal", id, v.signals)
	}
	if !given {
		return id, query.MinLevel, nil
	}
	at = strings.TrimLeft(at, ">=")
	for n := query.MinLevel; n <= query.MaxLevel; n++ {
		if at == fmt.Sprint(n) || at == rubric.LevelName(n) {
			return id, n, nil
		}
	}
	return "", 0, usageError("levels are 1 claimed, 2 specific, 3 measured, 4 verifiable",
		"--%s %s: no level %q", flag, s, at)
}

// unknownWord is the error of a word that is none of those known; the hint
// has the nearest, or all of them.
func unknownWord(what, got string, known []string) error {
	hint := "there are " + strings.Join(known, ", ")
	if near := nearest(got, known, 1); len(near) > 0 {
		hint = "did you mean " + near[0] + "?"
	}
	return usageError(hint, "no %s %q", what, got)
}
