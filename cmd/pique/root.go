package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// newRootCommand puts the subcommands together.
func newRootCommand(s *session) *cobra.Command {
	root := &cobra.Command{
		Use:   "pique",
		Short: "Flag what is worth a conversation in resumes, with the line that proves it",
		Long: `pique reads a folder of resumes and project portfolios, flags the signals that a
hiring manager looks for, and shows for each the line that proves it. It keeps
them in an index that can be searched by signal, and prints the questions that
open a 20-minute conversation. It says whom to talk to first; it rejects nobody.

Nothing leaves this machine, and the same files give the same answer.`,
		Example: `  pique score resumes/                    read, flag, rank
  pique search --signal faster            who made something run faster?
  pique show 1                            why is the first one first?
  pique prompts 1                         what do I ask?`,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version(),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				cmd.SetOut(s.err)
				if err := cmd.Help(); err != nil {
					return err
				}
				return usageError("pique score PATH... is where to start", "no command given")
			}
			hint := "pique --help lists the commands"
			if near := nearest(args[0], commandNames(cmd), 1); len(near) > 0 {
				hint = fmt.Sprintf("did you mean pique %s?", near[0])
			}
			return usageError(hint, "no command %q", args[0])
		},
	}
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetVersionTemplate("pique {{.Version}}\n")
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		hint := cmd.CommandPath() + " --help lists the flags"
		if name, ok := strings.CutPrefix(err.Error(), "unknown flag: --"); ok {
			if near := nearest(name, flagNames(cmd), 1); len(near) > 0 {
				hint = "did you mean --" + near[0] + "?"
			}
		}
		return usageError(hint, "%w", err)
	})
	root.AddCommand(
		newScoreCommand(s), newSearchCommand(s), newShowCommand(s), newPromptsCommand(s), newRateCommand(s), newDecideCommand(s), newTrailCommand(s),
		newStatusCommand(s), newForgetCommand(s), newTextCommand(s), newRubricCommand(s), newCompletionCommand(s), newVersionCommand(s),
	)
	root.SetHelpCommand(newHelpCommand())
	return root
}

func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return names
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// long joins what a command does with the exit statuses that it can have.
func long(text string, codes ...int) string {
	var b strings.Builder
	b.WriteString(strings.TrimSpace(text))
	b.WriteString("\n\nExit status:\n")
	for _, c := range codes {
		fmt.Fprintf(&b, "  %-3d  %s\n", c, exitMeaning(c))
	}
	return strings.TrimRight(b.String(), "\n")
}

func exitMeaning(code int) string {
	switch code {
	case exitDone:
		return "done"
	case exitUnread:
		return "done, but some files could not be read; each is named with its reason"
	case exitUsage:
		return "bad usage"
	case exitInput:
		return "bad rubric or input"
	case exitIndex:
		return "the index cannot be used, or another process has it"
	default:
		return "interrupted; what was read until then is kept"
	}
}

// format is the value of a --format flag.
type format string

// addFormat adds --format with the forms that a command can print, the first
// of them the default.
func addFormat(cmd *cobra.Command, f *format, forms ...string) {
	*f = format(forms[0])
	cmd.Flags().Var(&formatValue{f, forms}, "format", "what to print: "+strings.Join(forms, ", "))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(forms, cobra.ShellCompDirectiveNoFileComp)) // fails only for a flag that is not there
}

type formatValue struct {
	value *format
	forms []string
}

func (v *formatValue) String() string { return string(*v.value) }
func (v *formatValue) Type() string   { return "FORMAT" }
func (v *formatValue) Set(s string) error {
	if !slices.Contains(v.forms, s) {
		return fmt.Errorf("want one of %s", strings.Join(v.forms, ", "))
	}
	*v.value = format(s)
	return nil
}

// need checks the number of arguments: at least low, at most high (-1: any
// number).
func need(low, high int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		hint := "usage: " + cmd.UseLine()
		switch {
		case len(args) < low:
			return usageError(hint, "%s: no %s given", cmd.Name(), what)
		case high >= 0 && len(args) > high:
			return usageError(hint, "%s: one %s at a time, got %d arguments", cmd.Name(), what, len(args))
		}
		return nil
	}
}

func newHelpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Print the help of a command",
		Long:    long("Prints what a command does, its flags, examples and exit status.", exitDone, exitUsage),
		Example: "  pique help score",
		RunE: func(cmd *cobra.Command, args []string) error {
			of, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownWord("command", strings.Join(args, " "), commandNames(cmd.Root()))
			}
			return of.Help()
		},
	}
}

// dashed lets a query begin with a minus sign. "-signal:cheaper" would be
// read as a string of one-letter flags, of which search has none.
func dashed(args []string) []string {
	if len(args) == 0 || args[0] != "search" {
		return args
	}
	out := slices.Clone(args)
	for i, a := range out {
		if a == "--" {
			break
		}
		if len(a) > 2 && a[0] == '-' && a[1] != '-' {
			out[i] = " " + a
		}
	}
	return out
}
