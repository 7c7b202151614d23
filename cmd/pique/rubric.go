package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"

	"github.com/olekukonko/tablewriter/tw"
	"github.com/spf13/cobra"

	"pique/rubrics"
)

func newRubricCommand(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rubric",
		Short: "List, read, check and begin rubrics",
		Long: long(`
A rubric says which signals to look for, what each is worth and which words
show it. Those that pique ships are built in; your own is a file.`, exitDone, exitUsage, exitInput),
		Example: `  pique rubric list
  pique rubric new ours.yaml && pique rubric check ours.yaml
  pique score resumes/ --rubric ours.yaml`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownWord("command", "rubric "+args[0], []string{"rubric list", "rubric show", "rubric check", "rubric new", "rubric schema"})
			}
			return usageError("rubric list, show, check, new or schema", "rubric: no command given")
		},
	}
	cmd.AddCommand(newRubricListCommand(s), newRubricShowCommand(s), newRubricCheckCommand(s), newRubricNewCommand(s), newRubricSchemaCommand(s))
	return cmd
}

func newRubricListCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the shipped rubrics",
		Long:    long("Lists the shipped rubrics with the number of their signals.", exitDone, exitUsage),
		Example: "  pique rubric list",
		Args:    none,
		RunE:    func(*cobra.Command, []string) error { return runRubricList(s) },
	}
}

// runRubricList prints a line for each shipped rubric.
func runRubricList(s *session) error {
	var rows [][]string
	for _, name := range rubrics.Names() {
		r, err := rubrics.Get(name)
		if err != nil {
			return err
		}
		title := clean(r.Title)
		if name == rubrics.Default {
			title += " (default)"
		}
		rows = append(rows, []string{s.out.paint(strong, name), strconv.Itoa(len(r.Signals())), title})
	}
	lines, err := arrange([]string{"rubric", "signals", "title"}, rows, []tw.Align{tw.AlignLeft, tw.AlignRight, tw.AlignLeft})
	if err != nil {
		return err
	}
	for _, l := range lines {
		s.out.println(l)
	}
	return nil
}

func newRubricNewCommand(s *session) *cobra.Command {
	var from string
	cmd := &cobra.Command{
		Use:   "new FILE",
		Short: "Write a rubric to begin with, with comments",
		Long: long(`
Writes a rubric to FILE, with comments that say what each part is for. A file
that exists is never overwritten. "pique rubric schema" makes an editor complete
its keys and mark its faults.`, exitDone, exitUsage, exitInput),
		Example: `  pique rubric new ours.yaml
  pique rubric new ours.yaml --from hiring-essay`,
		Args: need(1, 1, "file"),
		RunE: func(_ *cobra.Command, args []string) error { return runRubricNew(s, args[0], from) },
	}
	cmd.Flags().StringVar(&from, "from", "", "begin with a copy of this shipped rubric `NAME`")
	_ = cmd.RegisterFlagCompletionFunc("from", completeRubric) // fails only for a flag that is not there
	return cmd
}

// startRubric is the source of a rubric to begin with.
const startRubric = "start"

// runRubricNew writes a rubric to begin with.
func runRubricNew(s *session, path, from string) error {
	if from == "" {
		from = startRubric
	} else if !slices.Contains(rubrics.Names(), from) {
		return unknownWord("rubric", from, rubrics.Names())
	}
	data, err := rubrics.Source(from)
	if err != nil {
		return err
	}
	if err := writeNew(path, data); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return inputError("name another file", "%s exists; it is left as it is", path)
		}
		return fmt.Errorf("write rubric: %w", err)
	}
	s.err.printf("wrote %s\n%s pique rubric check %s\n", clean(path), s.err.paint(faint, "next:"), clean(path))
	return nil
}

// writeNew writes a file that must not exist; a half-written one is removed.
func writeNew(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		_ = os.Remove(path) // the first error is the one to tell
	}
	return err
}
