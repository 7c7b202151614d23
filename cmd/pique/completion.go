package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pique/rubrics"
)

func newCompletionCommand(s *session) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the completions for a shell",
		Long: long(`
Prints a script that completes commands, flags, signals, kinds and rubrics.
SHELL is bash, zsh, fish or powershell.`, exitDone, exitUsage),
		Example: `  source <(pique completion bash)
  pique completion zsh > "${fpath[1]}/_pique"
  pique completion fish > ~/.config/fish/completions/pique.fish`,
		Args:                  need(1, 1, "shell"),
		ValidArgs:             shells,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(s.out, true)
			case "zsh":
				return root.GenZshCompletion(s.out)
			case "fish":
				return root.GenFishCompletion(s.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(s.out)
			}
			return unknownWord("shell", args[0], shells)
		},
	}
}

// completeSignal offers the signals of the default rubric, what is already
// typed before a comma kept.
func completeSignal(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	r, err := rubrics.Get(rubrics.Default)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	before := typed[:strings.LastIndexByte(typed, ',')+1]
	var out []string
	for _, s := range r.Signals() {
		out = append(out, fmt.Sprintf("%s%s\t%s", before, s.ID, s.Title))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

func completeKind(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	r, err := rubrics.Get(rubrics.Default)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return r.Kinds(), cobra.ShellCompDirectiveNoFileComp
}

func completeSort(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	signals, how := completeSignal(cmd, args, "")
	return append([]string{"score", "relevance", "name"}, signals...), how
}

func completeRubric(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return rubrics.Names(), cobra.ShellCompDirectiveDefault
}
