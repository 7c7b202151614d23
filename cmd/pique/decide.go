package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pique/index/trail"
)

// decideOptions are the flags of decide.
type decideOptions struct {
	by, why string
	index   indexOptions
}

func newDecideCommand(s *session) *cobra.Command {
	var o decideOptions
	cmd := &cobra.Command{
		Use:   "decide CANDIDATE next|hold|no --why TEXT",
		Short: "Keep what you decided about a candidate, and why",
		Long: long(`
Appends a decision with its reason to the trail. Decisions are people's: pique
itself never writes one, and none moves a score or a rank.`,
			exitDone, exitUsage, exitInput, exitIndex, exitInterrupted),
		Example: `  pique decide "Mateusz Wrobel" next --why "knows what his numbers rest on" --by Ana
  pique decide 2 hold --why "we ask again when the paper is out"`,
		Args: func(cmd *cobra.Command, args []string) error {
			const hint = "usage: pique decide CANDIDATE next|hold|no --why TEXT"
			switch {
			case len(args) != 2:
				return usageError(hint, "decide: want a candidate and a decision, got %s", plural(len(args), "argument"))
			case !slices.Contains(trail.Choices(), args[1]):
				return usageError(hint, "decide: %q is no decision: want %s", args[1], strings.Join(trail.Choices(), ", "))
			case strings.TrimSpace(o.why) == "":
				return usageError("--why TEXT; whoever reads the trail in a year wants to know", "decide: no reason given")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return runDecide(cmd.Context(), s, o, args[0], args[1])
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			switch len(args) {
			case 0:
				return completeCandidate(cmd.Context(), o.index, typed)
			case 1:
				return trail.Choices(), cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.by, "by", "", "`NAME` of whoever decided; PIQUE_BY sets the default, else it is the user’s")
	f.StringVar(&o.why, "why", "", "`TEXT`: the reason")
	o.index.addFlag(cmd, s)
	return cmd
}

// runDecide keeps one decision.
func runDecide(ctx context.Context, s *session, o decideOptions, ref, choice string) error {
	c, err := o.index.one(ctx, ref)
	if err != nil {
		return err
	}
	by, err := who(s, o.by)
	if err != nil {
		return err
	}
	return keep(ctx, s, o.index, []trail.Entry{{
		What: trail.Decision, By: by, Person: personOf(c), Rubric: c.Rubric, Choice: choice, Why: strings.TrimSpace(o.why),
	}})
}
