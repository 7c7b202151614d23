package extract

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const hiddenSet = "../testdata/hidden/"

// notYet lists the files whose hidden passage is not found yet, with what is
// found instead. A file that mends must leave the list.
var notYet = map[string]string{}

// falselyHidden lists the near misses of which something is still taken for
// hidden. A file that mends must leave the list.
var falselyHidden = map[string]string{}

// caseRow is a row of hidden.tsv or nearmiss.tsv.
type caseRow struct{ file, producer, what, base, why, text string }

// caseRows reads one of the two lists.
func caseRows(t *testing.T, name string) []caseRow {
	t.Helper()
	f, err := os.Open(hiddenSet + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := csv.NewReader(f)
	in.Comma = '\t'
	in.LazyQuotes = true
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []caseRow
	for _, r := range rows[1:] {
		out = append(out, caseRow{r[0], r[1], r[2], r[3], r[4], r[5]})
	}
	return out
}

// linesOf returns the texts of a document's lines with white space folded.
func linesOf(d Document) []string {
	var out []string
	for _, l := range d.Lines {
		out = append(out, strings.Join(strings.Fields(l.Text), " "))
	}
	return out
}

// hiddenFault says in what a document differs from its row: the passage is in
// Hidden with the reason, and the lines are those of the base.
func hiddenFault(ctx context.Context, r caseRow) string {
	d := Read(ctx, hiddenSet+r.file, Options{})
	if d.Status != OK {
		return "status " + string(d.Status) + ": " + d.Reason
	}
	var found, other []string
	for _, h := range d.Hidden {
		if string(h.Why) == r.why {
			found = append(found, h.Text)
		} else {
			other = append(other, string(h.Why)+": "+h.Text)
		}
	}
	if got := strings.Join(found, " "); !strings.Contains(got, r.text) {
		return "not found as " + r.why + "; found so: " + got + "; found otherwise: " + strings.Join(other, "; ")
	}
	if diff := cmp.Diff(linesOf(Read(ctx, hiddenSet+r.base, Options{})), linesOf(d)); diff != "" {
		return "lines differ from those of " + r.base + ":\n" + diff
	}
	return ""
}

func TestHiddenSet(t *testing.T) {
	rows := caseRows(t, "hidden.tsv")
	techniques := map[string]map[string]bool{}
	for _, r := range rows {
		if techniques[r.why] == nil {
			techniques[r.why] = map[string]bool{}
		}
		techniques[r.why][r.producer] = true
		fault := hiddenFault(t.Context(), r)
		switch _, listed := notYet[r.file]; {
		case listed && fault == "":
			t.Errorf("%s (%s, %s) is found now: take it off notYet", r.file, r.producer, r.what)
		case !listed && fault != "":
			t.Errorf("%s (%s, %s): %s", r.file, r.producer, r.what, fault)
		}
	}
	for why, by := range techniques {
		if len(by) < 3 {
			t.Errorf("%q has files of %d producers, want 3 or more", why, len(by))
		}
	}
	for file := range notYet {
		if _, err := os.Stat(hiddenSet + file); err != nil {
			t.Errorf("notYet: %v", err)
		}
	}
}

func TestNearMisses(t *testing.T) {
	for _, r := range caseRows(t, "nearmiss.tsv") {
		d := Read(t.Context(), hiddenSet+r.file, Options{})
		fault := ""
		switch {
		case d.Status != OK:
			fault = "status " + string(d.Status) + ": " + d.Reason
		case len(d.Hidden) > 0:
			for _, h := range d.Hidden {
				fault += "\n" + string(h.Why) + ": " + h.Text
			}
		case !strings.Contains(strings.Join(linesOf(d), " "), r.text):
			fault = "no line has " + r.text + " in " + strings.Join(linesOf(d), "\n")
		}
		switch _, listed := falselyHidden[r.file]; {
		case listed && fault == "":
			t.Errorf("%s (%s, %s) is right now: take it off falselyHidden", r.file, r.producer, r.what)
		case !listed && fault != "":
			t.Errorf("%s (%s, %s): %s", r.file, r.producer, r.what, fault)
		}
	}
}

// TestHiddenSetListed holds that each file of the folder is in a list or a base.
func TestHiddenSetListed(t *testing.T) {
	known := map[string]bool{}
	for _, name := range []string{"hidden.tsv", "nearmiss.tsv"} {
		for _, r := range caseRows(t, name) {
			known[r.file], known[r.base] = true, true
		}
	}
	files, err := filepath.Glob(hiddenSet + "*.pdf")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s: %v", hiddenSet, err)
	}
	for _, f := range files {
		if !known[filepath.Base(f)] {
			t.Errorf("%s is in no list", f)
		}
	}
}
