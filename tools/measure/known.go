package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"pique/tools/measure/compare"
)

// own is an invented document with known lines.
type own struct {
	file   string // of testdata
	layout string
	lines  []string
}

// owns lists the documents of testdata that have known lines.
func owns() ([]own, error) {
	f, err := os.Open("testdata/MANIFEST.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // read only
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read testdata/MANIFEST.tsv: %w", err)
	}
	var out []own
	for _, row := range rows[min(1, len(rows)):] {
		if len(row) < 3 {
			continue
		}
		name := strings.TrimSuffix(path.Base(row[0]), path.Ext(row[0]))
		text, err := os.ReadFile(filepath.Join("testdata", "lines", name+".txt"))
		if err != nil {
			continue // no known lines
		}
		out = append(out, own{filepath.Join("testdata", filepath.FromSlash(row[0])), row[2], compare.Rows(string(text))})
	}
	return out, nil
}

// score is what a program makes of one document.
type score struct {
	words      float64
	exact, all int
}

// knownScores reads every document by pique and its peers; by document, then
// by program, pique first.
func (m *measure) knownScores(ctx context.Context, docs []own, programs []reader) ([][]score, error) {
	out := make([][]score, len(docs))
	err := m.each(ctx, len(docs), func(i int) error {
		known := docs[i].lines
		want := compare.BagOf(strings.Join(known, "\n"))
		d, err := m.document(ctx, docs[i].file)
		if err != nil {
			return err
		}
		lines := d.lines()
		s := score{words: compare.F1(compare.BagOf(strings.Join(lines, "\n")), want)}
		s.exact, s.all = compare.Lines(lines, known)
		out[i] = append(out[i], s)
		for _, p := range programs {
			text := p.text(ctx, docs[i].file)
			rows := compare.Rows(text)
			var bare []string
			for _, r := range rows {
				bare = append(bare, compare.Unmarked(compare.Fold(r)))
			}
			s := score{words: compare.F1(compare.Unbroken(strings.Join(bare, "\n"), want), want)}
			s.exact, s.all = compare.Lines(rows, known)
			out[i] = append(out[i], s)
		}
		return nil
	})
	return out, err
}

func installed() []reader {
	return slices.DeleteFunc(peers(), reader.missing)
}

func knownWords(ctx context.Context, m *measure) error {
	return m.known(ctx, "Words of the own documents", `The mean over the documents of the F1 of their words, as bags, against those of testdata/lines. Of the peers the bullets and numbers of list
items are taken off (pique tells them apart from the text), and a word that is broken at the end of a line counts as whole.`, func(of []score) string {
		var f []float64
		for _, s := range of {
			f = append(f, s.words)
		}
		return fmt.Sprintf("%.4f", mean(f))
	})
}

func knownLines(ctx context.Context, m *measure) error {
	return m.known(ctx, "Lines of the own documents", `The share of the logical lines of testdata/lines that are a line of their own in what the program prints, white space folded. A line of any program
counts as it stands or without a bullet or number before it, and once; lines beyond the known ones cost nothing.`, func(of []score) string {
		exact, all := 0, 0
		for _, s := range of {
			exact, all = exact+s.exact, all+s.all
		}
		return fmt.Sprintf("%.4f (%d of %d)", float64(exact)/float64(max(all, 1)), exact, all)
	})
}

// known prints a figure for each layout and in all, for each program.
func (m *measure) known(ctx context.Context, title, about string, figure func([]score) string) error {
	docs, err := owns()
	if err != nil || len(docs) == 0 {
		return m.absent(title, "no testdata/MANIFEST.tsv with testdata/lines")
	}
	programs := installed()
	scores, err := m.knownScores(ctx, docs, programs)
	if err != nil {
		return err
	}
	var layouts []string
	for _, d := range docs {
		layouts = append(layouts, d.layout)
	}
	slices.Sort(layouts)
	layouts = slices.Compact(layouts)
	t := table{head: []string{"layout", "documents", "pique"}}
	for _, p := range programs {
		t.head = append(t.head, p.name)
	}
	row := func(name string, in func(own) bool) {
		cells := []any{name, 0}
		for p := range len(programs) + 1 {
			var of []score
			for i, d := range docs {
				if in(d) {
					of = append(of, scores[i][p])
				}
			}
			cells[1] = len(of)
			cells = append(cells, figure(of))
		}
		t.add(cells...)
	}
	for _, l := range layouts {
		row(l, func(d own) bool { return d.layout == l })
	}
	row(fmt.Sprintf("all %d layouts", len(layouts)), func(own) bool { return true })
	m.printf("## %s\n\n%s\n\n", title, about)
	m.table(t, "")
	return nil
}
