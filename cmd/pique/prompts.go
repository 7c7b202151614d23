package main

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"pique/extract"
	"pique/index"
	"pique/rubric"
	"pique/rubrics"
)

// promptsOptions are the flags of prompts.
type promptsOptions struct {
	minutes int
	blind   bool
	all     bool
	top     int
	signals []string
	out     string
	force   bool
	rubric  string
	format  format
	index   indexOptions
}

// The shortest and longest conversation that a sheet is made for, in minutes.
const (
	leastMinutes = 5
	mostMinutes  = 240
)

func newPromptsCommand(s *session) *cobra.Command {
	var o promptsOptions
	cmd := &cobra.Command{
		Use:   "prompts CANDIDATE...",
		Short: "Print the questions that open a conversation",
		Long: long(`
Prints an interview sheet: the opening question of the candidate's kind, a
question for each signal with what they wrote, probes for what that leaves
open, and a scale, all in the minutes that there are. The core of each question
has the same words for everybody. CANDIDATE is the rank in the last table, a
name, a file, or the start of the file's hash. As JSON one candidate is one
object, several are an array.

An HTML sheet is one file that prints on one or two pages. A Markdown sheet can
be written into and given to pique rate --from. With --out each sheet becomes a
file of its own in a folder; one that is there already is not written over.`,
			exitDone, exitUsage, exitInput, exitIndex, exitInterrupted),
		Example: `  pique prompts 1
  pique prompts "Mateusz Wrobel" --minutes 30
  pique prompts --top 5 --blind --format markdown > sheets.md
  pique prompts --all --top 10 --format html --out monday/
  pique prompts --signal faster --top 10`,
		Args: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("top") && o.top < 1 {
				return usageError("--all makes a sheet for everybody", "--top %d: want 1 or more", o.top)
			}
			if o.all || o.top > 0 || len(o.signals) > 0 && len(args) == 0 {
				if len(args) > 0 {
					return usageError("name candidates, or give --all or --top", "prompts: --all and --top take no CANDIDATE")
				}
				return nil
			}
			return need(1, -1, "candidate")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return runPrompts(cmd.Context(), s, o, args) },
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
			return completeCandidate(cmd.Context(), o.index, typed)
		},
	}
	f := cmd.Flags()
	f.IntVar(&o.minutes, "minutes", 20, "length of the conversation")
	f.BoolVar(&o.blind, "blind", false, "leave out names: \"Candidate 3\"")
	f.BoolVar(&o.all, "all", false, "a sheet for everybody in the index")
	f.IntVar(&o.top, "top", 0, "a sheet for the first `N` by score")
	f.StringSliceVar(&o.signals, "signal", nil, "ask about this `SIGNAL` only, of those who show it; may be given again")
	f.StringVar(&o.out, "out", "", "write each sheet to a file of its own in this `FOLDER`")
	f.BoolVar(&o.force, "force", false, "with --out, write over sheets that are there")
	_ = cmd.RegisterFlagCompletionFunc("signal", completeSignal) // fails only for a flag that is not there
	_ = cmd.MarkFlagDirname("out")                               // likewise
	addScoredBy(cmd, &o.rubric)
	addFormat(cmd, &o.format, "text", "markdown", "html", "json")
	o.index.addFlag(cmd, s)
	o.index.addSplit(cmd)
	return cmd
}

// runPrompts prints a sheet for each candidate named.
func runPrompts(ctx context.Context, s *session, o promptsOptions, refs []string) error {
	if o.minutes < leastMinutes || o.minutes > mostMinutes {
		return usageError("20 is the default", "--minutes %d: want %d to %d", o.minutes, leastMinutes, mostMinutes)
	}
	if o.force && o.out == "" {
		return usageError("--out FOLDER writes files", "--force: nothing is written over without --out")
	}
	idx, err := o.index.openToRead(ctx)
	if err != nil {
		return err
	}
	defer idx.Close() //nolint:errcheck // read only
	candidates, err := o.candidates(ctx, idx, refs)
	if err != nil {
		return err
	}
	sheets := make([]rubric.Sheet, 0, len(candidates))
	for i, c := range candidates {
		r, err := o.rubricOf(c)
		if err != nil {
			return err
		}
		if err := o.knownSignals(r); err != nil {
			return err
		}
		sh := r.Prompts(c, rubric.SheetOptions{
			Minutes: o.minutes, Blind: o.blind, Number: numberOf(refs, i), Date: s.now().Format("2006-01-02"), Only: o.signals,
		})
		if len(o.signals) > 0 && len(sh.Questions) == 0 { // named by a person, who shows none of them
			return usageError("pique show "+shellWord(called(c))+" has what they show", "%s does not show %s", called(c), strings.Join(o.signals, ", "))
		}
		sheets = append(sheets, sh)
	}
	if o.out != "" {
		return o.writeSheets(s, sheets)
	}
	return printSheets(s.out, o.format, sheets, len(refs) == 1)
}

// numberOf is the number of a candidate on a blind sheet: the rank that they
// were named by, else their place.
func numberOf(refs []string, i int) int {
	if i < len(refs) {
		if rank, err := strconv.Atoi(refs[i]); err == nil && rank > 0 && len(refs[i]) < 7 {
			return rank
		}
	}
	return i + 1
}

// knownSignals makes sure that the rubric has the signals asked for.
func (o promptsOptions) knownSignals(r *rubric.Rubric) error {
	var ids []string
	for _, s := range r.Signals() {
		ids = append(ids, s.ID)
	}
	for _, id := range o.signals {
		if !slices.Contains(ids, id) {
			return unknownWord("signal", id, ids)
		}
	}
	return nil
}

// shows reports whether a candidate shows one of the signals asked for.
func (o promptsOptions) shows(c rubric.Candidate) bool {
	return len(o.signals) == 0 || slices.ContainsFunc(o.signals, func(id string) bool { return levelOf(c, id) > 0 })
}

// candidates are those named, or the first of all by score. One that could
// not be read has nothing to ask about.
func (o promptsOptions) candidates(ctx context.Context, idx *index.Index, refs []string) ([]rubric.Candidate, error) {
	var out []rubric.Candidate
	if len(refs) == 0 {
		for c, err := range idx.All(ctx) {
			if err != nil {
				return nil, err
			}
			if o.top > 0 && len(out) == o.top {
				break
			}
			if c.Status != string(extract.Unreadable) && o.shows(c) {
				out = append(out, c)
			}
		}
		if len(out) == 0 {
			if len(o.signals) > 0 {
				if r := rubricNamed(rubrics.Default); r != nil && o.rubric == "" {
					if err := o.knownSignals(r); err != nil {
						return nil, err
					}
				}
				return nil, usageError("pique search counts who shows which signal", "nobody in the index shows %s", strings.Join(o.signals, ", "))
			}
			return nil, usageError("pique score PATH... fills the index", "no candidate in the index")
		}
		return out, nil
	}
	for _, ref := range refs {
		c, err := findOne(ctx, idx, ref)
		if err != nil {
			return nil, err
		}
		if c.Status == string(extract.Unreadable) {
			return nil, inputError("pique show "+ref+" has what is known", "%s could not be read: %s", c.File, c.Reason)
		}
		out = append(out, c)
	}
	return out, nil
}

// rubricOf is the rubric whose questions fit the candidate's signals.
func (o promptsOptions) rubricOf(c rubric.Candidate) (*rubric.Rubric, error) {
	if o.rubric != "" {
		return loadRubric(o.rubric)
	}
	if r := rubricNamed(c.Rubric); r != nil {
		return r, nil
	}
	return nil, usageError("give its file with --rubric FILE",
		"%s was scored by the rubric %q, which is not a shipped one", c.File, c.Rubric)
}

// printSheets writes sheets in the form asked for.
func printSheets(st *stream, f format, sheets []rubric.Sheet, single bool) error {
	switch f {
	case "json":
		if single && len(sheets) == 1 {
			return printJSON(st, sheets[0])
		}
		return printJSON(st, sheets)
	case "html":
		return sheetHTML(st, sheets)
	case "markdown":
		for i, sh := range sheets {
			if i > 0 {
				st.println("\n---\n")
			}
			sheetMarkdown(st, sh)
		}
		return nil
	}
	for i, sh := range sheets {
		if i > 0 {
			st.println("")
		}
		sheetText(st, sh)
	}
	return nil
}
