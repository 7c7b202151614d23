package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"pique/index"
	"pique/index/query"
)

// What is offered for a query that found nobody: at most so many words are
// looked at, and so many ways out shown.
const (
	offerWords = 8
	offerMost  = 3
)

// offer is a query that would find somebody.
type offer struct {
	query query.Query
	n     int    // candidates
	why   string // what is different
}

// offers looks for what a query that found nobody may have been meant for:
// words near to those that no document has, else the query without one of its
// parts. Nothing of it is used unless it is asked for.
func offers(ctx context.Context, idx *index.Index, q query.Query) ([]offer, error) {
	counted := func(q query.Query) (int, error) {
		a, err := idx.Search(ctx, q, index.SearchOptions{Limit: 1, Snippets: -1})
		return a.Total, err
	}
	right := map[query.Text]query.Text{}
	texts := q.Texts()
	for _, t := range texts[:min(len(texts), offerWords)] {
		if t.Prefix {
			continue
		}
		n, err := counted(query.Of(t))
		if err != nil {
			return nil, err
		}
		if n > 0 {
			continue
		}
		near, err := nearText(idx, t)
		if err != nil {
			return nil, err
		}
		if near != t {
			right[t] = near
		}
	}
	if len(right) > 0 {
		meant := q.WithTexts(func(t query.Text) query.Text {
			if near, ok := right[t]; ok {
				return near
			}
			return t
		})
		n, err := counted(meant)
		if err != nil || n > 0 {
			return []offer{{meant, n, "did you mean"}}, err
		}
	}
	parts := q.Parts()
	if len(parts) < 2 || len(parts) > offerWords {
		return nil, nil
	}
	var out []offer
	for i, left := range parts {
		rest := query.And(slices.Delete(slices.Clone(parts), i, i+1)...)
		n, err := counted(rest)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out = append(out, offer{rest, n, "without " + left.String()})
		}
	}
	slices.SortStableFunc(out, func(a, b offer) int { return a.n - b.n }) // the fewest keep most of what was asked
	return out[:min(len(out), offerMost)], nil
}

// nearText puts the nearest word that documents have in the place of each
// word of a text that none has.
func nearText(idx *index.Index, t query.Text) (query.Text, error) {
	words := strings.Fields(t.Words)
	for i, w := range words {
		near, err := idx.Near(w, 2)
		if err != nil {
			return t, err
		}
		if len(near) > 0 && near[0].Edits > 0 {
			words[i] = near[0].Word
		}
	}
	t.Words = strings.Join(words, " ")
	return t, nil
}

// offerInstead says what would find somebody where a query found nobody.
func offerInstead(ctx context.Context, s *session, idx *index.Index, q query.Query, voc vocabulary) error {
	list, err := offers(ctx, idx, q)
	if err != nil {
		return indexError(err)
	}
	for i, o := range list {
		lead := s.err.paint(faint, o.why+":")
		s.err.println(hang(lead+" ", fmt.Sprintf("pique search %s (%s)", shellQuoted(o.query.String()), plural(o.n, "candidate")), s.err.width))
		if i == 0 && o.why == "did you mean" {
			break
		}
	}
	for _, t := range q.Texts() {
		if id := strings.ToLower(t.Words); slices.Contains(voc.signals, id) {
			s.err.printf("%s signal:%s finds who shows it, in whatever words\n", s.err.paint(faint, "a signal:"), clean(id))
		}
	}
	return nil
}

// shellQuoted quotes a query for a shell.
func shellQuoted(q string) string { return "'" + strings.ReplaceAll(clean(q), "'", `'\''`) + "'" }
