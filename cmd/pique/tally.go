package main

import (
	"fmt"
	"strings"

	"pique/extract"
	"pique/rubric"
)

// tally counts what became of the files of a run.
type tally struct {
	files      int // that were finished
	ok         int
	partial    int
	unreadable int
	copies     int // of the files, those with the bytes of another
	kept       int // taken from the index, where they were before the run
	dropped    int // taken out of the index, since their files are gone
	missing    int // likewise, but kept
	seconds    float64
}

func tallyOf(readings []reading) tally {
	var t tally
	seen, fresh := map[string]bool{}, map[string]bool{} // contents
	for _, r := range readings {
		if r.done && !r.kept {
			fresh[r.candidate.SHA256] = true
		}
	}
	for _, r := range readings {
		if !r.done {
			continue
		}
		t.files++
		switch extract.Status(r.candidate.Status) {
		case extract.OK:
			t.ok++
		case extract.Partial:
			t.partial++
		default:
			t.unreadable++
		}
		sha := r.candidate.SHA256
		if r.kept && !fresh[sha] { // else a copy of what this run read
			t.kept++
		}
		if seen[sha] {
			t.copies++
		}
		if sha != "" {
			seen[sha] = true
		}
	}
	return t
}

// line is the closing line of a run.
func (t tally) line() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d read", plural(t.files, "file"), t.ok)
	if t.partial > 0 {
		fmt.Fprintf(&b, ", %d in part", t.partial)
	}
	if t.unreadable > 0 {
		fmt.Fprintf(&b, ", %d not", t.unreadable)
	}
	if t.copies > 0 {
		fmt.Fprintf(&b, "; %s of others", count(t.copies, "copy", "copies"))
	}
	if t.kept > 0 {
		fmt.Fprintf(&b, "; %d kept from before", t.kept)
	}
	if t.dropped > 0 {
		fmt.Fprintf(&b, "; %s gone from the folder and so from the index", plural(t.dropped, "file"))
	}
	if t.missing > 0 {
		fmt.Fprintf(&b, "; %s gone from the folder and kept in the index", plural(t.missing, "file"))
	}
	fmt.Fprintf(&b, "; %.1f s", t.seconds)
	return b.String()
}

// reasons lists files with why they could not be read, or not whole.
func reasons(st *stream, title string, candidates []rubric.Candidate) {
	if len(candidates) == 0 {
		return
	}
	room := 0
	for _, c := range candidates {
		room = max(room, columns(clean(c.File)))
	}
	room = min(room, st.width/2)
	st.printf("\n%s\n", st.paint(strong, title))
	for _, c := range candidates {
		file := clean(c.File)
		if columns(file) > room { // a name is never cut: it is what to look for
			st.println(hang("  ", file, st.width))
			st.println(hang("      ", clean(c.Reason), st.width))
			continue
		}
		st.println(hang("  "+pad(file, room)+"  ", clean(c.Reason), st.width))
	}
}
