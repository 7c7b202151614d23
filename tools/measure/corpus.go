package main

import (
	"context"
	"path/filepath"
	"slices"

	"pique/tools/measure/compare"
)

// good is the word F1 from which a file counts as read.
const good = 0.95

// pdfs returns the PDF files of folders, sorted.
func pdfs(folders ...string) []string {
	var out []string
	for _, f := range folders {
		files, _ := filepath.Glob(filepath.Join(f, "*.pdf")) // the pattern is sound
		out = append(out, files...)
	}
	slices.Sort(out)
	return out
}

// corpus compares the words of the resumes with those of pdftotext.
func corpus(ctx context.Context, m *measure) error {
	const title = "Words of the corpus of resumes"
	files := pdfs(filepath.Join(m.data, "corpus", "resumes"))
	peer := peers()[0]
	if len(files) == 0 || peer.missing() {
		return m.absent(title, "no corpus/resumes, or no pdftotext")
	}
	type figure struct {
		file   string
		f1     float64
		status string
		reason string
	}
	figures := make([]figure, len(files))
	err := m.each(ctx, len(files), func(i int) error {
		d, err := m.document(ctx, files[i])
		if err != nil {
			return err
		}
		got := d.words()
		figures[i] = figure{filepath.Base(files[i]), compare.F1(got, compare.Unbroken(peer.text(ctx, files[i]), got)), d.Status, d.Reason}
		return nil
	})
	if err != nil {
		return err
	}
	var all []float64
	high := 0
	t := table{head: []string{"file", "word F1", "status", "reason"}}
	for _, f := range figures {
		all = append(all, f.f1)
		if f.f1 >= good {
			high++
			continue
		}
		t.add(f.file, f.f1, f.status, f.reason)
	}
	m.printf("## %s\n\n%d files against pdftotext, bags of words, words broken at the end of a line mended: word F1 mean **%.4f**, at %.2f or more **%s** (%d).\n\n",
		title, len(files), mean(all), good, percent(high, len(files)), high)
	m.table(t, "No file is below.")
	return nil
}
