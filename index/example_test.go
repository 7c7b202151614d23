package index_test

import (
	"context"
	"fmt"
	"os"

	"pique/index"
	"pique/index/query"
	"pique/rubric"
)

func Example() {
	dir, err := os.MkdirTemp("", "index")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	ctx := context.Background()
	x, err := index.Open(ctx, dir, index.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	quote := "Pruned the tracker: 38 ms became 11 ms"
	err = x.Put(index.Record{
		Candidate: rubric.Candidate{
			File: "zofia.pdf", SHA256: "8f14e45f", Status: "ok", Name: "Zofia Fjeld", Kind: "intern", Score: 41.5,
			Signals: []rubric.Signal{{ID: "faster", Level: 3, Points: 12, Evidence: []rubric.Evidence{{Quote: quote, Page: 1, Section: "projects", Level: 3}}}},
		},
		Root: dir, RubricDigest: "digest", Extractor: 1,
		Text: []index.Passage{{Section: "projects", Text: quote, Page: 1}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	typed, err := query.Parse("pruning faster:>=3", query.Known{Signals: []string{"faster"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := x.Search(ctx, query.And(typed, query.MinScore(40)), index.SearchOptions{Limit: 10})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range found.Hits {
		s := h.Snippets[0]
		fmt.Printf("%s, %s, page %d: %s\n", h.Name, s.Signal, s.Page, s.Text)
	}
	if err := x.Close(); err != nil {
		fmt.Println(err)
	}
	// Output: Zofia Fjeld, faster, page 1: Pruned the tracker: 38 ms became 11 ms
}
