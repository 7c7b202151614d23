package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pique/extract"
	"pique/index"
	"pique/index/query"
)

// filters are the flags that say what a query says: each narrows the answer.
type filters struct {
	signals  []string
	without  []string
	kinds    []string
	statuses []string
	minScore float64
	maxScore float64
	speedup  float64
	words    map[string]*[]string // of the fields in wordFilters
	sections []string
}

// wordFilters are the flags that look for words in a field of that name.
var wordFilters = []struct{ name, does string }{
	{"skill", "only with these `WORDS` among the skills; again for several"},
	{"org", "only with these `WORDS` in the name of an employer or school; again for several"},
	{"name", "only with these `WORDS` in the candidate's name"},
	{"file", "only with these `WORDS` in the path of the file"},
}

func (o *filters) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&o.signals, "signal", nil, "only with this `SIGNAL`, or SIGNAL:LEVEL or more; again for several")
	f.StringSliceVar(&o.without, "without", nil, "only without this `SIGNAL`, or without SIGNAL:LEVEL or more; again for several")
	f.StringSliceVar(&o.kinds, "kind", nil, "only of this `KIND`; again for any of several")
	f.Float64Var(&o.minScore, "min-score", 0, "only with this `SCORE` or more")
	f.Float64Var(&o.maxScore, "max-score", 100, "only with this `SCORE` or less")
	f.Float64Var(&o.speedup, "min-speedup", 0, "only with something made this many `TIMES` as fast, or more")
	f.StringSliceVar(&o.sections, "section", nil, "only with a section of this `KIND`; again for several")
	f.StringSliceVar(&o.statuses, "status", nil, "only files of this `STATUS`: ok, partial, unreadable; again for any of several")
	o.words = map[string]*[]string{}
	for _, w := range wordFilters {
		o.words[w.name] = f.StringArray(w.name, nil, w.does)
	}
	for flag, complete := range map[string]cobra.CompletionFunc{
		"signal": completeSignal, "without": completeSignal, "kind": completeKind,
		"section": cobra.FixedCompletions(index.Sections(), cobra.ShellCompDirectiveNoFileComp),
		"status":  cobra.FixedCompletions(statuses, cobra.ShellCompDirectiveNoFileComp),
	} {
		_ = cmd.RegisterFlagCompletionFunc(flag, complete) // fails only for a flag that is not there
	}
}

// statuses are those that a file can have.
var statuses = []string{string(extract.OK), string(extract.Partial), string(extract.Unreadable)}

// check refuses numbers out of range.
func (o *filters) check() error {
	for _, s := range []struct {
		flag  string
		score float64
	}{{"min-score", o.minScore}, {"max-score", o.maxScore}} {
		if !(s.score >= 0 && s.score <= 100) { // nor NaN
			return usageError("scores go from 0 to 100", "--%s %g: want 0 to 100", s.flag, s.score)
		}
	}
	if o.minScore > o.maxScore {
		return usageError("", "--min-score %g is over --max-score %g", o.minScore, o.maxScore)
	}
	if !(o.speedup >= 0) {
		return usageError("2 is twice as fast", "--min-speedup %g: want 0 or more", o.speedup)
	}
	return nil
}

// query joins the typed query with what the flags ask for.
func (o *filters) query(typed string, voc vocabulary) (query.Query, error) {
	q, err := query.Parse(typed, voc.known())
	if err != nil {
		return q, badQuery(typed, err)
	}
	parts := []query.Query{q}
	for _, want := range o.signals {
		id, level, err := voc.signalAt("signal", want)
		if err != nil {
			return q, err
		}
		parts = append(parts, query.AtLeast(id, level))
	}
	for _, not := range o.without {
		id, level, err := voc.signalAt("without", not)
		if err != nil {
			return q, err
		}
		parts = append(parts, query.Not(query.AtLeast(id, level)))
	}
	for _, any := range []struct {
		what   string
		asked  []string
		known  []string
		wanted func(string) query.Query
	}{{"kind", o.kinds, voc.kinds, query.OfKind}, {"status", o.statuses, statuses, query.OfStatus}} {
		var of []query.Query
		for _, one := range any.asked {
			if !slices.Contains(any.known, one) {
				return q, unknownWord(any.what, one, any.known)
			}
			of = append(of, any.wanted(one))
		}
		if len(of) > 0 {
			parts = append(parts, query.Or(of...))
		}
	}
	for _, kind := range o.sections {
		if !slices.Contains(index.Sections(), kind) {
			return q, unknownWord("section", kind, index.Sections())
		}
		parts = append(parts, query.HasSection(kind))
	}
	for _, w := range wordFilters {
		if o.words[w.name] == nil {
			continue
		}
		for _, text := range *o.words[w.name] {
			part := query.InField(w.name, text)
			if part.IsZero() {
				return q, usageError("", "--%s %q: no letter or digit", w.name, text)
			}
			parts = append(parts, part)
		}
	}
	if o.minScore > 0 {
		parts = append(parts, query.MinScore(o.minScore))
	}
	if o.maxScore < 100 {
		parts = append(parts, query.MaxScore(o.maxScore))
	}
	if o.speedup > 0 {
		parts = append(parts, query.MinSpeedup(o.speedup))
	}
	return query.And(parts...), nil
}

// badQuery shows a query with a mark under the place where it goes wrong.
func badQuery(typed string, err error) error {
	fault, ok := errors.AsType[*query.Fault](err)
	if !ok {
		return err
	}
	const before, after = 40, 30 // columns around the place, of a query too long for a line
	runes := []rune(typed)
	at := min(max(fault.Col-1, 0), len(runes))
	from, to, lead, tail := 0, len(runes), "", ""
	if len(runes) > before+after {
		if at > before {
			from, lead = at-before, "…"
		}
		if len(runes)-at > after {
			to, tail = at+after, "…"
		}
	}
	left := lead + clean(string(runes[from:at]))
	return usageError(clean(fault.Hint), "query, column %d: %s\n  %s%s%s\n  %s^",
		fault.Col, clean(fault.Msg), left, clean(string(runes[at:to])), tail, strings.Repeat(" ", columns(left)))
}
