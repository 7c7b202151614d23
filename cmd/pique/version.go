package main

import (
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"pique/extract"
	"pique/rubric"
)

func newVersionCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Long:    long("Prints the version of pique and of what decides its results.", exitDone, exitUsage),
		Example: "  pique version",
		Args:    none,
		RunE: func(*cobra.Command, []string) error {
			s.out.printf("pique %s\nreader %d, matcher %d\n%s %s/%s\n", version(),
				extract.Version, rubric.MatcherVersion, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return nil
		},
	}
}

// version is the version of the module as built: a tag, a commit, or
// "(devel)".
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}

// none is for commands that take no arguments.
func none(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError("usage: "+cmd.UseLine(), "%s takes no arguments, got %q", cmd.Name(), args[0])
	}
	return nil
}
