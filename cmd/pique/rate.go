package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"pique/index"
	"pique/index/trail"
	"pique/rubric"
)

// rateOptions are the flags of rate.
type rateOptions struct {
	by, note, from string
	rubric         string
	index          indexOptions
}

func newRateCommand(s *session) *cobra.Command {
	var o rateOptions
	cmd := &cobra.Command{
		Use:   "rate CANDIDATE QUESTION RATING",
		Short: "Keep what an interviewer says of an answer, from 1 to 5",
		Long: long(`
Appends a rating of an answer to the trail. QUESTION is the id that stands in
the sheet, such as faster-1, and RATING is from 1 to 5, by the scale there. An
edited sheet is read back with --from: what stands behind "Rating" and "Notes"
in a sheet of prompts --format markdown. A sheet with a fault is not read in
part; each fault is told with its line.

The trail lies beside the index (.pique-trail.jsonl) and is only ever added to.
The last rating of an interviewer for a question is in force; earlier ones stay.
A rating belongs to the content of the file, and to the person: where the resume
is updated under the same file and name, it is still shown.`,
			exitDone, exitUsage, exitInput, exitIndex, exitInterrupted),
		Example: `  pique rate "Mateusz Wrobel" faster-1 4 --by Ana --note "knew his baseline"
  pique prompts 1 --format markdown > wrobel.md   # write into it, then
  pique rate --from wrobel.md`,
		Args: func(cmd *cobra.Command, args []string) error {
			if o.from != "" {
				if len(args) > 0 || o.note != "" {
					return usageError("the sheet says who was rated, and has the notes", "rate: --from takes no CANDIDATE and no --note")
				}
				return nil
			}
			if len(args) != 3 {
				return usageError("usage: pique rate CANDIDATE QUESTION RATING; pique prompts CANDIDATE has the ids of the questions",
					"rate: want a candidate, a question and a rating, got %s", plural(len(args), "argument"))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.from != "" {
				return runRateFrom(cmd.Context(), s, o)
			}
			return runRate(cmd.Context(), s, o, args[0], args[1], args[2])
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return completeCandidate(cmd.Context(), o.index, typed)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.by, "by", "", "`NAME` of the interviewer; PIQUE_BY sets the default, else it is the user’s")
	f.StringVar(&o.note, "note", "", "`TEXT` to keep with the rating")
	f.StringVar(&o.from, "from", "", "read the ratings of an edited sheet from this `FILE`")
	addScoredBy(cmd, &o.rubric)
	o.index.addFlag(cmd, s)
	return cmd
}

// who is the name of whoever uses the program.
func who(s *session, given string) (string, error) {
	for _, name := range []string{given, s.env("PIQUE_BY"), s.env("USER"), s.env("LOGNAME"), s.env("USERNAME")} {
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			return name, nil
		}
	}
	return "", usageError("--by NAME says it", "who is it?")
}

// personOf is a candidate as the trail names them.
func personOf(c rubric.Candidate) trail.Person {
	return trail.Person{SHA256: c.SHA256, File: c.File, Name: c.Name}
}

// rateable are the questions of a candidate that an answer can be rated to.
func rateable(c rubric.Candidate, given string) ([]rubric.Question, error) {
	r, err := promptsOptions{rubric: given}.rubricOf(c)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(r.Prompts(c, rubric.SheetOptions{Minutes: 10 * mostMinutes}).Questions, func(q rubric.Question) bool { return len(q.Scale) == 0 }), nil
}

// ratingOf makes an entry of a rating; msg says what is wrong with it.
func ratingOf(questions []rubric.Question, question, rating string) (e trail.Entry, msg, hint string) {
	i := slices.IndexFunc(questions, func(q rubric.Question) bool { return q.ID == question })
	if i < 0 {
		ids := make([]string, len(questions))
		for i, q := range questions {
			ids[i] = q.ID
		}
		hint = "nothing is asked of this candidate"
		if len(ids) > 0 {
			hint = "there are " + strings.Join(ids, ", ")
		}
		if near := nearest(question, ids, 1); len(near) > 0 {
			hint = "did you mean " + near[0] + "?"
		}
		return e, fmt.Sprintf("no question %q", question), hint
	}
	q := questions[i]
	n, err := strconv.Atoi(rating)
	if err != nil || n < trail.Lowest || n > trail.Highest {
		return e, fmt.Sprintf("rating %q: want a whole number from %d to %d", rating, trail.Lowest, trail.Highest),
			fmt.Sprintf("1 is %q, 5 is %q", q.Scale["1"], q.Scale["5"])
	}
	return trail.Entry{What: trail.Rating, Question: q.ID, Signal: q.Signal, Rating: n}, "", ""
}

// runRate keeps one rating.
func runRate(ctx context.Context, s *session, o rateOptions, ref, question, rating string) error {
	c, err := o.index.one(ctx, ref)
	if err != nil {
		return err
	}
	questions, err := rateable(c, o.rubric)
	if err != nil {
		return err
	}
	e, msg, hint := ratingOf(questions, question, rating)
	if msg != "" {
		return usageError(hint, "%s: %s", called(c), msg)
	}
	if e.By, err = who(s, o.by); err != nil {
		return err
	}
	e.Person, e.Rubric, e.Note = personOf(c), c.Rubric, strings.TrimSpace(o.note)
	return keep(ctx, s, o.index, []trail.Entry{e})
}

// one finds one candidate in the index and lets go of it.
func (o indexOptions) one(ctx context.Context, ref string) (rubric.Candidate, error) {
	idx, err := o.openToRead(ctx)
	if err != nil {
		return rubric.Candidate{}, err
	}
	defer idx.Close() //nolint:errcheck // read only
	return findOne(ctx, idx, ref)
}

// trail is the trail that belongs to the index.
func (o indexOptions) trail(s *session) *trail.Trail {
	t := trail.Beside(o.dir)
	t.Now = s.now
	return t
}

// keep appends entries to the trail and says so.
func keep(ctx context.Context, s *session, o indexOptions, entries []trail.Entry) error {
	t := o.trail(s)
	log, err := t.Read()
	if err != nil {
		return err
	}
	kept, err := t.Append(ctx, entries...)
	if err != nil {
		return err
	}
	if log.Torn != "" {
		s.err.printf("%s the last line of %s was cut off, as when a machine stops; it is kept in an entry of its own\n", s.err.paint(warning, "pique:"), clean(t.Path))
	}
	for _, e := range kept {
		s.out.printf("%4d  %s\n", e.Number, entryText(e))
	}
	return nil
}

// runRateFrom keeps the ratings of an edited sheet: all of them, or none
// where one is at fault.
func runRateFrom(ctx context.Context, s *session, o rateOptions) error {
	info, err := os.Stat(o.from)
	if err == nil && info.IsDir() {
		return inputError("it wants one sheet, as prompts --format markdown wrote it", "%s is a folder", o.from)
	}
	if err == nil && info.Size() > maxSheet {
		return inputError("it wants one sheet, as prompts --format markdown wrote it", "%s has %d bytes, more than any sheet", o.from, info.Size())
	}
	if err != nil {
		return fmt.Errorf("read sheet: %w", err)
	}
	data, err := os.ReadFile(o.from)
	if err != nil {
		return fmt.Errorf("read sheet: %w", err)
	}
	answers, faults := readSheet(string(data))
	idx, err := o.index.openToRead(ctx)
	if err != nil {
		return err
	}
	defer idx.Close() //nolint:errcheck // read only
	entries, more, err := o.entriesOf(ctx, s, idx, answers)
	if err != nil {
		return err
	}
	faults = append(faults, more...)
	if len(faults) > 0 {
		slices.SortStableFunc(faults, func(a, b sheetFault) int { return a.line - b.line })
		var b strings.Builder
		fmt.Fprintf(&b, "%s in the sheet; nothing of it was kept", plural(len(faults), "fault"))
		for _, f := range faults {
			fmt.Fprintf(&b, "\n%s:%d: %s", o.from, f.line, f.msg)
		}
		return inputError("mend the lines and give the sheet again", "%s", b.String())
	}
	if len(answers) == 0 {
		return inputError("write a number behind \"Rating (1 to 5):\"", "%s has no rating and no notes", o.from)
	}
	log, err := o.index.trail(s).Read()
	if err != nil {
		return err
	}
	fresh := slices.DeleteFunc(entries, func(e trail.Entry) bool { return inForce(log.Entries, e) })
	if n := len(answers) - len(fresh); n > 0 {
		s.err.printf("%s kept before\n", count(n, "answer was", "answers were"))
	}
	return keep(ctx, s, o.index, fresh)
}

// inForce reports whether a rating says what its interviewer said last.
func inForce(entries []trail.Entry, e trail.Entry) bool {
	return slices.ContainsFunc(trail.Ratings(entries, e.Person), func(was trail.Entry) bool {
		return was.By == e.By && was.Question == e.Question && was.Rating == e.Rating && was.Note == e.Note
	})
}

// entriesOf makes entries of the answers of a sheet, and notes those that fit
// no candidate or question.
func (o rateOptions) entriesOf(ctx context.Context, s *session, idx *index.Index, answers []answer) ([]trail.Entry, []sheetFault, error) {
	var out []trail.Entry
	var faults []sheetFault
	people := map[string]rubric.Candidate{}
	asked := map[string][]rubric.Question{}
	for _, a := range answers {
		c, known := people[a.candidate]
		if !known {
			found, err := idx.Find(a.candidate)
			if err != nil {
				return nil, nil, indexError(err)
			}
			if len(found) != 1 {
				faults = append(faults, sheetFault{a.sheetLine, "no candidate of the index has this hash (was the resume updated? name the person: pique rate CANDIDATE QUESTION RATING)"})
				people[a.candidate] = c
				continue
			}
			c = found[0]
			if asked[a.candidate], err = rateable(c, o.rubric); err != nil {
				return nil, nil, err
			}
			people[a.candidate] = c
		}
		if c.SHA256 == "" { // told before
			continue
		}
		e := trail.Entry{What: trail.Remark, Question: a.question}
		rating := a.rating
		if rating == "" {
			rating = "1" // a note alone: the question must be there all the same
		}
		got, msg, hint := ratingOf(asked[a.candidate], a.question, rating)
		if msg != "" {
			faults = append(faults, sheetFault{a.line, msg + " (" + hint + ")"})
			continue
		}
		if a.rating != "" {
			e = got
		}
		e.Signal, e.Person, e.Rubric, e.Note = got.Signal, personOf(c), c.Rubric, a.note
		by := a.by
		if o.by != "" {
			by = o.by
		}
		var err error
		if e.By, err = who(s, by); err != nil {
			return nil, nil, err
		}
		out = append(out, e)
	}
	return out, faults, nil
}
