package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"pique/extract"
	"pique/index"
	"pique/rubric"
)

// row is one candidate of a listing.
type row struct {
	rank      int // in the whole order, from 1
	candidate rubric.Candidate
	snippets  []index.Snippet // what a query found; nil outside of search
	deciding  string          // the signal that gave the candidate their kind; "" where none did
	opens     bool            // a band
	stand     *rubric.Stand   // nil where it was not asked for
}

func rowsOf(candidates []rubric.Candidate, first int) []row {
	rows := make([]row, len(candidates))
	for i, c := range candidates {
		rows[i] = row{rank: first + i, candidate: c}
	}
	return rows
}

// decide notes of each row which signal gave the candidate their kind, by
// the rubric by which they were scored.
func (l *listing) decide(by func(rubric.Candidate) *rubric.Rubric) {
	for i := range l.rows {
		if r := by(l.rows[i].candidate); r != nil {
			l.rows[i].deciding = r.Deciding(l.rows[i].candidate)
		}
	}
}

// listing is what score and search print, in any form.
type listing struct {
	signals []rubric.SignalInfo // the columns
	rows    []row
	unread  []rubric.Candidate
	search  bool // rows have snippets in JSON
	stable  bool // rows have a range of ranks
}

// numbersRows reports whether the form shows ranks that a person may name a
// candidate by later.
func (f format) numbersRows() bool { return f == "table" || f == "markdown" }

// print writes the listing in the form asked for.
func (l *listing) print(st *stream, f format) error {
	switch f {
	case "json":
		return printJSON(st, l.objects())
	case "ndjson":
		for _, o := range l.objects() {
			if err := printLine(st, o); err != nil {
				return err
			}
		}
		return nil
	case "csv":
		return l.csv(st)
	case "markdown":
		return l.markdown(st)
	}
	return l.table(st)
}

// hit is the JSON of a candidate that search found.
type hit struct {
	rubric.Candidate
	Snippets []snippet `json:"snippets"`
}

// snippet is a passage that a query found.
type snippet struct {
	Text   string `json:"text"`
	File   string `json:"file,omitempty"` // where the candidate has several
	Page   int    `json:"page"`           // from 1
	Signal string `json:"signal"`
}

// objects are the JSON objects of all rows, those not read last.
func (l *listing) objects() []any {
	out := make([]any, 0, len(l.rows)+len(l.unread))
	for _, r := range l.rows {
		out = append(out, l.object(r))
	}
	for _, c := range l.unread {
		out = append(out, l.object(row{candidate: c}))
	}
	return out
}

func (l *listing) object(r row) any {
	c := complete(r.candidate)
	if l.stable {
		return standing{c, r.rank, r.stand}
	}
	if !l.search {
		return c
	}
	h := hit{c, []snippet{}}
	for _, s := range r.snippets {
		h.Snippets = append(h.Snippets, snippet{s.Text, s.File, s.Page, s.Signal})
	}
	return h
}

// complete gives a candidate empty lists where it has none, so that its JSON
// has [] and never null, and rounds its boxes. The lists of the candidate
// given stay as they are.
func complete(c rubric.Candidate) rubric.Candidate {
	c.Links, c.Signals, c.Hidden = some(c.Links), some(slices.Clone(c.Signals)), shownHidden(c.Hidden)
	for i := range c.Signals {
		evidence := some(slices.Clone(c.Signals[i].Evidence))
		for k := range evidence {
			evidence[k].Box = shownBox(evidence[k].Box)
		}
		c.Signals[i].Evidence = evidence
	}
	return c
}

// shownHidden is hidden text as JSON has it.
func shownHidden(hidden []extract.Hidden) []extract.Hidden {
	hidden = some(slices.Clone(hidden))
	for i := range hidden {
		hidden[i].Box = shownBox(hidden[i].Box)
	}
	return hidden
}

// shownBox rounds a box to hundredths of a point: more is noise of arithmetic.
func shownBox[B ~[4]float64](b B) B {
	for i := range b {
		b[i] = hundredths(b[i])
	}
	return b
}

func hundredths(v float64) float64 { return math.Round(v*100) / 100 }

// printJSON writes v indented.
func printJSON(w io.Writer, v any) error {
	return encode(w, v, "  ")
}

// printLine writes v on one line.
func printLine(w io.Writer, v any) error {
	return encode(w, v, "")
}

func encode(w io.Writer, v any, indent string) error {
	var b bufferJSON
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	_, err := w.Write(escapeJSON(b))
	return err
}

type bufferJSON []byte

func (b *bufferJSON) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}

// csv writes a header and a record for each row, those not read last.
func (l *listing) csv(st *stream) error {
	w := csv.NewWriter(st)
	head := []string{"rank", "file", "name", "email", "kind", "score"}
	for _, s := range l.signals {
		head = append(head, s.ID)
	}
	if l.stable {
		head = append(head, "best rank", "worst rank", "band")
	}
	head = append(head, "evidence", "page", "status", "reason", "pages", "hidden", "links", "sha256", "rubric", "by choice", "other files")
	_ = w.Write(head) // errors stay with w
	rows := append(l.rows[:len(l.rows):len(l.rows)], rowsOf(l.unread, 0)...)
	for i, r := range rows {
		c := r.candidate
		rank, score := strconv.Itoa(r.rank), strconv.FormatFloat(c.Score, 'f', -1, 64)
		if i >= len(l.rows) {
			rank, score = "", ""
		}
		rec := []string{rank, csvCell(c.File), csvCell(c.Name), csvCell(c.Email), csvCell(c.Kind), score}
		for _, s := range l.signals {
			level := ""
			if i < len(l.rows) {
				level = strconv.Itoa(levelOf(c, s.ID))
			}
			rec = append(rec, level)
		}
		if l.stable {
			stand := []string{"", "", ""}
			if r.stand != nil {
				stand = []string{strconv.Itoa(r.stand.Best), strconv.Itoa(r.stand.Worst), strconv.Itoa(r.stand.Band)}
			}
			rec = append(rec, stand...)
		}
		shown := r.strongest(l.signals)
		at := ""
		if shown.Page > 0 {
			at = strconv.Itoa(shown.Page)
		}
		rec = append(rec, csvCell(shown.Text), at, csvCell(c.Status), csvCell(c.Reason), strconv.Itoa(c.Pages),
			strconv.Itoa(len(c.Hidden)), csvCell(joinLinks(c.Links)), c.SHA256, csvCell(c.Rubric), csvCell(overridesText(c.Overrides)), csvCell(strings.Join(otherFiles(c), "; ")))
		_ = w.Write(rec) // as above
	}
	w.Flush()
	return w.Error()
}

func joinLinks(links []string) string {
	s := ""
	for i, l := range links {
		if i > 0 {
			s += " "
		}
		s += l
	}
	return s
}

// levelOf is the level of a signal in a candidate, 0 where absent.
func levelOf(c rubric.Candidate, id string) int {
	for _, s := range c.Signals {
		if s.ID == id {
			return s.Level
		}
	}
	return 0
}

// strongest is what the evidence column shows: what the query found, else
// the first quote of the signal that gave the candidate their kind, else that
// of the signal with the highest level, of equals the one that gives the most
// points, cautions last.
func (r row) strongest(signals []rubric.SignalInfo) index.Snippet {
	if len(r.snippets) > 0 {
		return r.snippets[0]
	}
	caution := map[string]bool{}
	for _, s := range signals {
		caution[s.ID] = s.Caution
	}
	var best *rubric.Signal
	for i := range r.candidate.Signals {
		s := &r.candidate.Signals[i]
		if len(s.Evidence) == 0 {
			continue
		}
		if s.ID == r.deciding {
			best = s
			break
		}
		if best == nil || caution[best.ID] && !caution[s.ID] || caution[best.ID] == caution[s.ID] &&
			(s.Level > best.Level || s.Level == best.Level && s.Points > best.Points) {
			best = s
		}
	}
	if best == nil {
		return index.Snippet{}
	}
	e := best.Evidence[0]
	return index.Snippet{Text: e.Quote, File: e.File, Page: e.Page, Signal: best.ID, Level: e.Level}
}
