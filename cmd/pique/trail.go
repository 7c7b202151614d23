package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pique/index"
	"pique/index/trail"
	"pique/rubric"
)

// trailOptions are the flags of trail.
type trailOptions struct {
	head   string
	format format
	index  indexOptions
}

func newTrailCommand(s *session) *cobra.Command {
	var o trailOptions
	cmd := &cobra.Command{
		Use:   "trail [CANDIDATE]",
		Short: "Print ratings and decisions, and verify that none was changed",
		Long: long(`
Prints what rate and decide have kept, in the order in which it came, of
everybody or of one candidate, and how far interviewers agree. Each line of the
trail has the hash of the one before it: a line that was changed, left out or
moved is told with its number. Lines that are missing at the end cannot be seen
from the file alone: note the hash that is printed last, and give it later with
--head.

With --format csv the whole goes to a spreadsheet.`,
			exitDone, exitUsage, exitInput, exitIndex, exitInterrupted),
		Example: `  pique trail
  pique trail "Mateusz Wrobel"
  pique trail --format csv > trail.csv
  pique trail --head 3f9a12c4`,
		Args: need(0, 1, "candidate"),
		RunE: func(cmd *cobra.Command, args []string) error { return runTrail(cmd.Context(), s, o, args) },
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
			return completeCandidate(cmd.Context(), o.index, typed)
		},
	}
	cmd.Flags().StringVar(&o.head, "head", "", "fail where no line has this `HASH`, or one that begins so")
	addFormat(cmd, &o.format, "text", "json", "csv")
	o.index.addFlag(cmd, s)
	return cmd
}

// runTrail prints the trail and verifies it.
func runTrail(ctx context.Context, s *session, o trailOptions, refs []string) error {
	t := o.index.trail(s)
	log, err := t.Read()
	var broken *trail.Broken
	if err != nil && !errors.As(err, &broken) {
		return err
	}
	entries := log.Entries
	if len(refs) == 1 {
		of, err := o.personNamed(ctx, log.Entries, refs[0])
		if err != nil {
			return err
		}
		entries = nil
		for _, e := range log.Entries {
			if e.Person.Is(of) {
				entries = append(entries, e)
			}
		}
	}
	switch o.format {
	case "json":
		if err := printJSON(s.out, numbered(entries)); err != nil {
			return err
		}
	case "csv":
		trailCSV(s.out, entries)
	default:
		for _, e := range entries {
			s.out.printf("%4d  %s  %s\n", e.Number, entryTime(e), entryText(e))
		}
		agreement(s.out, trail.Agreement(entries))
	}
	if log.Torn != "" {
		s.err.printf("the last line was cut off, as when a machine stops while it is written; the next entry keeps it apart\n")
	}
	if err != nil {
		return err
	}
	if o.head != "" && !log.Has(o.head) {
		return inputError("a copy of the trail from that time has it", "no line of the trail has the hash %s: lines are missing", o.head)
	}
	if len(log.Entries) > 0 {
		s.err.printf("%s, none changed; the last has the hash %s\n", count(len(log.Entries), "entry", "entries"), log.Head[:16])
	} else if o.format == "text" {
		s.err.println("no entry yet; pique rate and pique decide write them")
	}
	return nil
}

// personNamed finds a person in the index or, where it has none of that name,
// in the trail.
func (o trailOptions) personNamed(ctx context.Context, entries []trail.Entry, ref string) (trail.Person, error) {
	c, err := o.index.one(ctx, ref)
	if err == nil {
		return personOf(c), nil
	}
	for _, e := range entries {
		if p := e.Person; strings.EqualFold(p.Name, ref) && ref != "" || p.File == ref || len(ref) >= 4 && strings.HasPrefix(p.SHA256, strings.ToLower(ref)) {
			return p, nil
		}
	}
	if errors.Is(err, index.ErrNone) {
		return trail.Person{}, usageError("pique trail prints all", "nobody in the trail is called %q", ref)
	}
	return trail.Person{}, err
}

// entryTime is when an entry was written, in UTC so that it is the same on
// every machine.
func entryTime(e trail.Entry) string {
	if e.Erased {
		return strings.Repeat(" ", len("2006-01-02 15:04"))
	}
	return e.Time.UTC().Format("2006-01-02 15:04")
}

// entryText says an entry in words.
func entryText(e trail.Entry) string {
	who := clean(spoken(e.Person.Name))
	if who == "" {
		who = clean(e.Person.File)
	}
	by := ""
	if e.By != "" {
		by = ", by " + clean(e.By)
	}
	said := func(s string) string {
		if s = strings.Join(strings.Fields(clean(s)), " "); s == "" {
			return ""
		}
		return ": " + s
	}
	switch {
	case e.Erased:
		return "(erased)"
	case e.What == trail.Rating:
		return fmt.Sprintf("%s  %s  %d%s%s", who, clean(e.Question), e.Rating, by, said(e.Note))
	case e.What == trail.Remark:
		return fmt.Sprintf("%s  %s  not rated%s%s", who, clean(e.Question), by, said(e.Note))
	case e.What == trail.Decision:
		return fmt.Sprintf("%s  decided  %s%s%s", who, clean(e.Choice), by, said(e.Why))
	case e.What == trail.Erasure:
		return fmt.Sprintf("%s erased%s", count(len(e.Lines), "entry", "entries"), said(e.Why))
	case e.What == trail.Mended:
		return "a line that was cut off" + said(shorten(e.Text, 60))
	}
	return clean(e.What)
}

// numberedEntry is an entry with its place: the JSON of trail.
type numberedEntry struct {
	Number int    `json:"number"`
	Hash   string `json:"hash"`
	Erased bool   `json:"erased,omitempty"`
	trail.Entry
}

func numbered(entries []trail.Entry) []numberedEntry {
	out := make([]numberedEntry, len(entries))
	for i, e := range entries {
		out[i] = numberedEntry{e.Number, e.Hash, e.Erased, e}
	}
	return out
}

// trailCSV prints entries for a spreadsheet.
func trailCSV(st *stream, entries []trail.Entry) {
	w := csv.NewWriter(st)
	_ = w.Write([]string{"number", "time", "what", "by", "name", "file", "sha256", "rubric", "question", "signal", "rating", "choice", "text", "hash"}) // kept in st.failed
	for _, e := range entries {
		what, when, rating := e.What, e.Time.UTC().Format(time.RFC3339), ""
		if e.Erased {
			what, when = "erased", ""
		}
		if e.Rating > 0 {
			rating = strconv.Itoa(e.Rating)
		}
		row := []string{strconv.Itoa(e.Number), when, what, e.By, e.Person.Name, e.Person.File, e.Person.SHA256, e.Rubric, e.Question, e.Signal, rating, e.Choice, e.Note + e.Why + e.Text, e.Hash}
		for i, cell := range row {
			row[i] = csvCell(cell)
		}
		_ = w.Write(row) // kept in st.failed
	}
	w.Flush()
}

// agreement prints how far each two interviewers agree.
func agreement(st *stream, agree []trail.Agree) {
	for _, a := range agree {
		text := fmt.Sprintf("%s and %s gave the same rating to %d of %s", clean(a.A), clean(a.B), a.Exact, count(a.Both, "answer", "answers"))
		if a.Known {
			text += fmt.Sprintf("; weighted kappa %.2f", a.Kappa)
		}
		st.println(hang(st.paint(faint, "agreement  "), text, min(st.width, readingWidth)))
	}
}

// conversation is what was said of a candidate: what show adds to the
// candidate.
type conversation struct {
	Ratings   []numberedEntry `json:"ratings,omitempty"` // in force
	Decisions []numberedEntry `json:"decisions,omitempty"`
	Agreement []trail.Agree   `json:"agreement,omitempty"`

	earlier bool     // something was said of another content of the same person
	others  []string // files of namesakes of whom something was said
}

// conversationOf picks out what was said of a candidate. A trail that was
// changed is told and read all the same.
func conversationOf(s *session, o indexOptions, c rubric.Candidate) (conversation, error) {
	t := o.trail(s)
	log, err := t.Read()
	var broken *trail.Broken
	if errors.As(err, &broken) {
		s.err.printf("%s the trail was changed after it was written; pique trail tells where\n", s.err.paint(warning, "pique:"))
	} else if err != nil {
		return conversation{}, err
	}
	of := personOf(c)
	var own []trail.Entry
	var v conversation
	for _, e := range log.Entries {
		switch {
		case e.Person.Is(of):
			own = append(own, e)
			v.earlier = v.earlier || e.Person.SHA256 != of.SHA256
		case e.Person.Namesake(of) && len(v.others) < 3 && !slices.Contains(v.others, e.Person.File):
			v.others = append(v.others, e.Person.File)
		}
	}
	v.Ratings, v.Decisions, v.Agreement = numbered(trail.Ratings(own, of)), numbered(trail.Decisions(own, of)), trail.Agreement(own)
	return v, nil
}

// print shows ratings question by question, the interviewers side by side,
// and the decisions.
func (v conversation) print(st *stream) {
	width := min(st.width, readingWidth)
	if len(v.Ratings) > 0 {
		st.println("\n" + st.paint(strong, "CONVERSATIONS"))
		var people, questions []string
		for _, e := range v.Ratings {
			if by := clean(e.By); !slices.Contains(people, by) {
				people = append(people, by)
			}
			if q := clean(e.Question); !slices.Contains(questions, q) {
				questions = append(questions, q)
			}
		}
		room := 0
		for _, q := range questions {
			room = max(room, columns(q))
		}
		head := "  " + pad("", room)
		for _, by := range people {
			head += "  " + pad(by, 3)
		}
		st.println(st.paint(faint, strings.TrimRight(head, " ")))
		for _, q := range questions {
			row := "  " + pad(q, room)
			for _, by := range people {
				cell := "·"
				for _, e := range v.Ratings {
					if clean(e.Question) == q && clean(e.By) == by && e.Rating > 0 {
						cell = strconv.Itoa(e.Rating)
					}
				}
				row += "  " + pad(cell, max(columns(by), 3))
			}
			st.println(strings.TrimRight(row, " "))
		}
		for _, e := range v.Ratings {
			if note := strings.Join(strings.Fields(clean(e.Note)), " "); note != "" {
				st.println(hang("  "+st.paint(faint, clean(e.Question)+", "+clean(e.By)+"  "), note, width))
			}
		}
		agreement(st, v.Agreement)
	}
	for i, e := range v.Decisions {
		if i == 0 {
			st.println("\n" + st.paint(strong, "DECISIONS"))
		}
		text := clean(e.Choice) + ", by " + clean(e.By) + ": " + strings.Join(strings.Fields(clean(e.Why)), " ")
		st.println(hang("  "+st.paint(faint, e.Time.UTC().Format("2006-01-02")+"  "), text, width))
	}
	if v.earlier {
		st.println("\n" + hang("", "Some of this was said of an earlier version of the file.", width))
	}
	for _, f := range v.others {
		st.println("\n" + hang("", fmt.Sprintf("Somebody of the same name was spoken of in %s; pique does not know whether it is the same person.", clean(f)), width))
	}
}
