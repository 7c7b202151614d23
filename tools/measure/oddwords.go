package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"pique/tools/measure/compare"
)

// The files of which a reader expects something: enough words, and most of
// them found.
const (
	enoughWords  = 20
	enoughRecall = 0.9
)

// oddFigure is what the words of a file came to.
type oddFigure struct {
	words  int     // of pdftotext
	recall float64 // share of them in the lines
	all    float64 // share of them in the lines and the hidden passages
	second float64 // share of them that mutool has; -1 without it
	ours   float64 // share of mutool's words in the lines; -1 without it
	doc    document
}

func (f oddFigure) answered() bool { return f.doc.Status == "ok" || f.doc.Status == "partial" }

// oddWords compares the words with those of pdftotext. That is the bar, as it
// is. pdftotext also has what no reader of the page sees, and breaks up text
// that stands aslant: so that each file under the bar can be judged, it is
// said how many of the words pique has found to be hidden, and what a second
// reader makes of the page.
func (m *measure) oddWords(ctx context.Context, files []string) error {
	peer, second := peers()[0], peers()[2]
	if peer.missing() {
		m.printf("The words are not compared: no pdftotext.\n\n")
		return nil
	}
	figures := make([]oddFigure, len(files))
	err := m.each(ctx, len(files), func(i int) error {
		limited, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel()
		text := peer.text(limited, files[i])
		if spaced(text) < enoughWords {
			return ctx.Err()
		}
		d, err := m.document(ctx, files[i])
		if err != nil {
			d.Status, d.Reason = "no answer", err.Error()
		}
		got := d.words()
		want := compare.Unbroken(text, got)
		f := oddFigure{words: want.Len(), recall: compare.Recall(got, want), all: compare.Recall(d.withHidden(), want), second: -1, ours: -1, doc: d}
		if !second.missing() {
			other := second.text(limited, files[i])
			f.second = compare.Recall(compare.BagOf(other), compare.BagOf(text))
			f.ours = compare.Recall(got, compare.Unbroken(other, got))
		}
		figures[i] = f
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	t := table{head: []string{"file", "words by pdftotext", "recall", "with hidden text", "mutool has of pdftotext's", "pique has of mutool's", "status"}}
	wordy, read, whole, agreed, both := 0, 0, 0, 0, 0
	for i, f := range figures {
		if f.words == 0 {
			continue
		}
		wordy++
		read += count(f.answered() && f.recall >= enoughRecall)
		whole += count(f.answered() && f.all >= enoughRecall)
		if f.second >= enoughRecall {
			agreed++
			both += count(f.answered() && f.all >= enoughRecall)
		}
		if !f.answered() || f.recall < enoughRecall {
			t.add(filepath.Base(files[i]), f.words, f.recall, f.all, share(f.second), share(f.ours), f.doc.Status+" "+shortened(f.doc.Reason, 80))
		}
	}
	m.printf("Of %d files in which pdftotext finds %d words or more, **%s** (%d) are ok or partial with word recall %.1f or more; %s (%d) where the words count that were found and marked as hidden. ",
		wordy, enoughWords, percent(read, wordy), read, enoughRecall, percent(whole, wordy), whole)
	m.printf("In %d of them mutool has %.1f of pdftotext's words too: of these %s (%d). Under the bar:\n\n", agreed, enoughRecall, percent(both, agreed), both)
	m.table(t, "None.")
	return nil
}

// spaced counts the words of a text as they are spaced, so that the signs of a
// line of Chinese are no words each where files are chosen by their length.
func spaced(text string) int {
	return len(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }))
}

// share writes a share that may not have been taken.
func share(v float64) string {
	if v < 0 {
		return "-"
	}
	return fmt.Sprintf("%.4f", v)
}
