package rubrics_test

import (
	"slices"
	"testing"

	"pique/extract"
	"pique/extract/outline"
	"pique/rubrics"
)

// further are lines that show something, of all signals and levels.
var further = []string{
	"Pruned the detector and moved its filters to CUDA: 46 ms a frame became 17 ms",
	"Fitted the network into 4 MB of flash, from 31 MB",
	"Trained on a single GPU in 12 GPU hours rather than 260",
	"One shared backbone with three heads replaces three networks, 1.2 points better on each",
	"Re-implemented the attention kernel of the paper from scratch; reproduced its table to 0.3 points",
	"Code: github.com/invented-person/invented-tool",
	"A. Person and B. Person. Invented maps of invented towns. Invented Conference, 2023. arXiv:2399.12345",
	"Worked on model compression",
	"Classified the flowers of the Iris data set with a support vector machine, for a course",
	"Cut the nightly build from 50 minutes to 9",
}

// added is a document with a line more at the end of an entry.
func added(d *extract.Document, entry int, text string) *extract.Document {
	out := *d
	at := d.Entries[entry].End
	line := outline.Line{Section: d.Entries[entry].Section, Entry: entry}
	line.Text, line.Page = text, d.Lines[at-1].Page
	out.Lines = slices.Insert(slices.Clone(d.Lines), at, line)
	move := func(start, end int, own bool) (int, int) {
		if start >= at && !own {
			start++
		}
		if end > at || end == at && own {
			end++
		}
		return start, end
	}
	out.Entries = slices.Clone(d.Entries)
	for i := range out.Entries {
		e := &out.Entries[i]
		e.Start, e.End = move(e.Start, e.End, i == entry)
	}
	out.Sections = slices.Clone(d.Sections)
	for i := range out.Sections {
		s := &out.Sections[i]
		s.Start, s.End = move(s.Start, s.End, i == line.Section)
	}
	return &out
}

// TestAdding: a line more at the end of any entry never lowers the score nor
// the level of a signal. Of a caution it may take the cause away.
func TestAdding(t *testing.T) {
	r, err := rubrics.Get(rubrics.Default)
	if err != nil {
		t.Fatal(err)
	}
	caution := cautions(r)
	docs := own(t)
	tried, raised := 0, 0
	for i := range docs {
		d := &docs[i]
		before := r.Score(d)
		for entry := range d.Entries {
			for k, text := range further {
				if testing.Short() && (i+entry+k)%len(further) != 0 {
					continue
				}
				tried++
				after := r.Score(added(d, entry, text))
				if after.Score > before.Score {
					raised++
				}
				if after.Score < before.Score {
					t.Errorf("%s: with %q in entry %d the score falls from %g to %g", d.File, text, entry, before.Score, after.Score)
				}
				for _, s := range before.Signals {
					if got := levelIn(after, s.ID); got < s.Level && !caution[s.ID] {
						t.Errorf("%s: with %q in entry %d %s falls from %d to %d", d.File, text, entry, s.ID, s.Level, got)
					}
				}
			}
		}
	}
	t.Logf("%d additions, %d of which raise a score", tried, raised)
	if raised < tried/10 {
		t.Errorf("%d of %d additions raise a score, want a tenth or more", raised, tried)
	}
}
