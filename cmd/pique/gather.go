package main

import (
	"cmp"
	"slices"
	"strings"

	"pique/extract"
	"pique/rubric"
)

// gather makes candidates of what was read: one for each content, with all
// the files in which it lies, and unless they are to be split, one for all
// the documents of a person. Those that could be read come back by score,
// then file, the others by file.
func gather(readings []reading, r *rubric.Rubric, split bool) (ranked, unread []rubric.Candidate) {
	ranked, unread = contents(readings)
	if split {
		return ranked, unread
	}
	var joined []rubric.Candidate
	for _, g := range rubric.Persons(ranked) {
		docs := make([]rubric.Candidate, len(g))
		for i, at := range g {
			docs[i] = ranked[at]
		}
		joined = append(joined, r.Join(docs))
	}
	slices.SortStableFunc(joined, byScore)
	return joined, unread
}

// contents makes a candidate of each content, in order.
func contents(readings []reading) (ranked, unread []rubric.Candidate) {
	at := map[string]int{} // by hash
	var all []rubric.Candidate
	for _, r := range readings {
		if !r.done {
			continue
		}
		c := r.candidate
		i, known := at[c.SHA256]
		if !known || c.SHA256 == "" {
			at[c.SHA256] = len(all)
			all = append(all, c)
			continue
		}
		files := append(all[i].Copies, all[i].File, c.File)
		slices.Sort(files)
		all[i].File, all[i].Copies = files[0], files[1:]
	}
	for _, c := range all {
		if c.Status == string(extract.Unreadable) {
			unread = append(unread, c)
		} else {
			ranked = append(ranked, c)
		}
	}
	slices.SortStableFunc(ranked, byScore)
	slices.SortStableFunc(unread, func(a, b rubric.Candidate) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.SHA256, b.SHA256))
	})
	return ranked, unread
}

// byScore orders candidates: the most points first, of equals by file.
func byScore(a, b rubric.Candidate) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.File, b.File), cmp.Compare(a.SHA256, b.SHA256))
}

// otherFiles are all the files of a candidate beside the one that they go by.
func otherFiles(c rubric.Candidate) []string {
	out := slices.Clone(c.Copies)
	for _, d := range c.Documents {
		for _, f := range append([]string{d.File}, d.Copies...) {
			if f != c.File || d.SHA256 != c.SHA256 {
				out = append(out, f)
			}
		}
	}
	return out
}

// severalMost bounds the candidates whose files are listed below a table.
const severalMost = 12

// severalFiles says below a table whose documents were joined, and which
// files are copies of others.
func severalFiles(st *stream, rows []row, unread []rubric.Candidate) {
	var lines []string
	for _, r := range rows {
		lines = append(lines, fileLines(r.candidate, spoken(called(r.candidate)))...)
	}
	for _, c := range unread {
		lines = append(lines, fileLines(c, "")...)
	}
	if len(lines) == 0 {
		return
	}
	lead := "a + b: one person, joined; --split takes them apart"
	switch joined, copied := severalSorts(rows, unread); {
	case joined && copied:
		lead += "; a = b: the same bytes"
	case copied:
		lead = "a = b: the same bytes"
	}
	st.println("\n" + hang(st.paint(strong, "In several files")+"  ", lead, st.width))
	for _, l := range lines[:min(len(lines), severalMost)] {
		st.println(hang("  ", l, st.width))
	}
	if n := len(lines) - severalMost; n > 0 {
		st.printf("  and %d more; --format json has them all\n", n)
	}
}

// severalSorts tells whether documents were joined, and whether some are
// copies of others.
func severalSorts(rows []row, unread []rubric.Candidate) (joined, copied bool) {
	for _, r := range rows {
		joined = joined || len(r.candidate.Documents) > 1
		copied = copied || len(r.candidate.Copies) > 0 ||
			slices.ContainsFunc(r.candidate.Documents, func(d rubric.Part) bool { return len(d.Copies) > 0 })
	}
	return joined, copied || slices.ContainsFunc(unread, func(c rubric.Candidate) bool { return len(c.Copies) > 0 })
}

// fileLines say of one candidate what severalFiles says of all.
func fileLines(c rubric.Candidate, name string) []string {
	copies := func(file string, of []string) string {
		return clean(file) + " = " + clean(strings.Join(of, " = "))
	}
	var out []string
	if len(c.Copies) > 0 {
		out = append(out, copies(c.File, c.Copies))
	}
	if len(c.Documents) < 2 {
		return out
	}
	var parts []string
	for _, d := range c.Documents {
		if len(d.Copies) > 0 {
			parts = append(parts, copies(d.File, d.Copies))
		} else {
			parts = append(parts, clean(d.File))
		}
	}
	return append(out, name+": "+strings.Join(parts, " + "))
}
