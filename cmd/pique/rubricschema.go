package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"pique/rubric"
)

func newRubricSchemaCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of rubric files, for editors",
		Long: long(`
Prints the JSON Schema of rubric files. An editor that knows YAML completes keys
by it, says what each is for and marks faults while you type. Write it beside
your rubric, and make this the first line of the rubric:

  # yaml-language-server: $schema=rubric.schema.json`, exitDone, exitUsage),
		Example: "  pique rubric schema > rubric.schema.json",
		Args:    none,
		RunE:    func(*cobra.Command, []string) error { return runRubricSchema(s) },
	}
}

// runRubricSchema prints the schema.
func runRubricSchema(s *session) error {
	data, err := rubric.Schema()
	if err != nil {
		return err
	}
	if _, err := s.out.Write(data); err != nil {
		return fmt.Errorf("write schema: %w", err)
	}
	return nil
}
