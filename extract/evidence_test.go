package extract_test

import (
	"sort"
	"strings"
	"testing"

	"pique/extract"
	"pique/extract/outline"
)

// TestEvidence measures how much of the evidence in the labels stands in a
// section from which nothing counts, such as skills or a summary: there the
// outline is wrong.
func TestEvidence(t *testing.T) {
	labelled(t, func(t *testing.T) (func(labels, extract.Document), func()) {
		var found, counts, own tally
		each := func(want labels, d extract.Document) {
			var signals []string
			for s := range want.Signals {
				signals = append(signals, s)
			}
			sort.Strings(signals)
			for _, s := range signals {
				for _, ev := range want.Signals[s].Evidence {
					i := lineWith(d, ev)
					if !found.add(i >= 0) {
						t.Logf("%s: not in one line: %.80s", want.File, ev)
						continue
					}
					switch k := d.Of(i); k {
					case outline.Objective, outline.Skills, outline.Coursework, outline.References, outline.Header:
						counts.add(false)
						t.Logf("%s: %s stands in %s %q: %.80s", want.File, s, k, d.Sections[d.Lines[i].Section].Heading, d.Lines[i].Text)
					default:
						counts.add(true)
					}
					if s == "publication" {
						if !own.add(d.Of(i) == outline.Publications || d.Of(i) == outline.Research) {
							t.Logf("%s: paper stands in %s %q: %.80s", want.File, d.Of(i), d.Sections[d.Lines[i].Section].Heading, d.Lines[i].Text)
						}
					}
				}
			}
		}
		return each, func() {
			t.Logf("evidence found %v, in a section that counts %v; papers under publications or research %v", found, counts, own)
			found.atLeast(t, "evidence in one line", 0.80)
			counts.atLeast(t, "evidence in a section that counts", 0.97)
			own.atLeast(t, "papers under publications or research", 0.82)
		}
	})
}

// lineWith returns the line that has most of a quote's beginning, -1 where
// none has it.
func lineWith(d extract.Document, quote string) int {
	q := letters(quote)
	for _, n := range []int{60, 40, 25} {
		if n > len(q) {
			n = len(q)
		}
		for i, l := range d.Lines {
			if n > 8 && strings.Contains(letters(l.Text), strings.ToValidUTF8(q[:n], "")) {
				return i
			}
		}
	}
	return -1
}
