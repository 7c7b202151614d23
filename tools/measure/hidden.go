package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
)

// hiddenFolder has the pages with text that cannot be seen.
const hiddenFolder = "testdata/hidden"

// hiddenCase is a row of hidden.tsv or nearmiss.tsv.
type hiddenCase struct{ file, producer, what, base, why, text string }

func hiddenCases(name string) ([]hiddenCase, error) {
	f, err := os.Open(filepath.Join(hiddenFolder, name))
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // read only
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, 6
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var out []hiddenCase
	for _, row := range rows[min(1, len(rows)):] {
		out = append(out, hiddenCase{row[0], row[1], row[2], row[3], row[4], row[5]})
	}
	return out, nil
}

// hidden measures text that cannot be seen: is it found, does it move a
// score, and is anything taken for it that can be seen?
func hidden(ctx context.Context, m *measure) error {
	const title = "Hidden text"
	cases, err := hiddenCases("hidden.tsv")
	if err != nil {
		return m.absent(title, "no "+hiddenFolder+"/hidden.tsv")
	}
	s, err := m.score(ctx, hiddenFolder)
	if err != nil {
		return err
	}
	rows := map[string]candidate{}
	for _, c := range s.rows {
		rows[c.File] = c
	}
	techniques := map[string]*tally{}
	var names []string
	failing := table{head: []string{"file", "technique", "fault"}}
	total := tally{}
	for _, c := range cases {
		t := techniques[c.what]
		if t == nil {
			t = &tally{}
			techniques[c.what] = t
			names = append(names, c.what)
		}
		fault := c.judge(rows[c.file], rows[c.base])
		for _, t := range []*tally{t, &total} {
			t.files++
			if !slices.Contains(t.producers, c.producer) {
				t.producers = append(t.producers, c.producer)
			}
			t.found += count(fault.lost == "")
			t.same += count(fault.moved == "")
		}
		if f := fault.lost + fault.moved; f != "" {
			failing.add(c.file, c.what, f)
		}
	}
	m.printf("## %s\n\n%s: the passage of each file is among its hidden text, and score and signals are those of the same page without it (quotes and levels too; not their places).\n\n", title, hiddenFolder)
	t := table{head: []string{"technique", "files", "producers", "found", "score the same"}}
	for _, name := range names {
		techniques[name].addTo(&t, name)
	}
	total.addTo(&t, fmt.Sprintf("all %d techniques", len(names)))
	m.table(t, "No cases.")
	m.table(failing, "No file fails.")
	return m.falseAlarms(ctx, rows)
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

type tally struct {
	files, found, same int
	producers          []string
}

func (t *tally) addTo(to *table, name string) {
	to.add(name, t.files, len(t.producers), t.found, t.same)
}

// fault says what is wrong with a case.
type fault struct{ lost, moved string }

func (c hiddenCase) judge(with, without candidate) fault {
	var f fault
	all := ""
	for _, h := range with.Hidden {
		all += " " + h.Text
	}
	if !strings.Contains(letters(all), letters(c.text)) {
		f.lost = fmt.Sprintf("not found; status %s; hidden: %s. ", with.Status, shortened(all, 60))
	}
	if with.Score != without.Score || !reflect.DeepEqual(with.Signals, without.Signals) {
		f.moved = fmt.Sprintf("score %.1f, without it %.1f", with.Score, without.Score)
		if with.Score == without.Score {
			f.moved += ", but other evidence"
		}
	}
	return f
}

// letters leaves out white space, which hidden text may lose.
func letters(s string) string { return strings.Join(strings.Fields(s), "") }

// falseAlarms lists what is taken for hidden where nothing is known to be.
func (m *measure) falseAlarms(ctx context.Context, rows map[string]candidate) error {
	t := table{head: []string{"file", "why", "runs", "letters", "begins"}}
	list := func(folder string, c candidate) {
		var why []string
		for _, h := range c.Hidden {
			why = append(why, h.Why)
		}
		names, n := counts(why)
		for _, name := range names {
			size, first := 0, ""
			for _, h := range c.Hidden {
				if h.Why == name {
					size += len([]rune(letters(h.Text)))
					first = first + " " + h.Text
				}
			}
			if !strings.HasPrefix(folder, "testdata") { // real people's
				first = ""
			}
			t.add(folder+"/"+c.File, name, n[name], size, shortened(first, 40))
		}
	}
	misses, err := hiddenCases("nearmiss.tsv")
	if err == nil {
		bases := map[string]bool{}
		for _, c := range misses {
			list(hiddenFolder, rows[c.file])
		}
		cases, err := hiddenCases("hidden.tsv")
		if err != nil {
			return err
		}
		for _, c := range cases {
			if !bases[c.base] {
				bases[c.base] = true
				list(hiddenFolder, rows[c.base])
			}
		}
	}
	looked := len(misses)
	for _, folder := range []string{"testdata/resumes", "testdata/portfolios", filepath.ToSlash(filepath.Join(m.data, "corpus", "resumes"))} {
		files := pdfs(filepath.FromSlash(folder))
		if len(files) == 0 {
			continue
		}
		s, err := m.score(ctx, filepath.FromSlash(folder))
		if err != nil {
			return err
		}
		looked += len(s.rows)
		slices.SortFunc(s.rows, func(a, b candidate) int { return strings.Compare(a.File, b.File) })
		for _, c := range s.rows {
			list(folder, c)
		}
	}
	m.printf("Hidden text in %d files where none was put (near misses, bases, testdata, corpus/resumes); each is to be looked at on the page:\n\n", looked)
	m.table(t, "None.")
	return nil
}
