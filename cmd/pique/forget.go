package main

import (
	"context"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"pique/index"
	"pique/index/trail"
	"pique/rubric"
)

// forgetOptions are the flags of forget.
type forgetOptions struct {
	dry   bool
	index indexOptions
}

func newForgetCommand(s *session) *cobra.Command {
	var o forgetOptions
	cmd := &cobra.Command{
		Use:   "forget CANDIDATE",
		Short: "Erase a person from the index, the ratings and the saved searches",
		Long: long(`
Erases all that was kept of a person: every document of theirs in the index,
what was rated and decided, and saved searches that have their name or address.
The parts of the index that held any of it are written anew, so that no file has
it any more. The documents themselves stay where they are, and are read again by
the next "pique score" of their folder.`,
			exitDone, exitUsage, exitInput, exitIndex, exitInterrupted),
		Example: `  pique forget "Mateusz Wrobel"
  pique forget wrobel.pdf --dry-run`,
		Args: need(1, 1, "candidate"),
		RunE: func(cmd *cobra.Command, args []string) error { return runForget(cmd.Context(), s, o, args[0]) },
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			return completeCandidate(cmd.Context(), o.index, typed)
		},
	}
	cmd.Flags().BoolVar(&o.dry, "dry-run", false, "say what would be erased, and erase nothing")
	o.index.addFlag(cmd, s)
	return cmd
}

// runForget erases one person.
func runForget(ctx context.Context, s *session, o forgetOptions, ref string) error {
	// An index that is not there must not be made.
	look, err := o.index.openToRead(ctx)
	if err != nil {
		return err
	}
	c, err := findOne(ctx, look, ref)
	if err != nil {
		look.Close() //nolint:errcheck // read only
		return err
	}
	paths, err := pathsOf(look, c)
	look.Close() //nolint:errcheck // read only
	if err != nil {
		return err
	}
	docs := documentsOf(c)
	if o.dry {
		s.out.printf("%s: %s in %s\n", spoken(called(c)), plural(len(docs), "document"), plural(len(paths), "file"))
		for _, p := range paths {
			s.out.println("  " + clean(p))
		}
		return nil
	}
	idx, err := o.index.openToWrite(ctx, rubricNamed(c.Rubric)) // which joins others that have to be told apart anew
	if err != nil {
		return err
	}
	defer idx.Close() //nolint:errcheck // what was erased is safe
	var ids []string
	for _, d := range docs {
		ids = append(ids, d.SHA256)
	}
	if _, err := idx.Erase(ctx, ids...); err != nil {
		return indexError(err)
	}
	rated, err := trail.Beside(o.index.dir).Redact(ctx, "forget", func(p trail.Person) bool {
		for _, d := range docs {
			if p.Is(trail.Person{SHA256: d.SHA256, File: d.File, Name: c.Name}) {
				return true
			}
		}
		return false
	})
	if err != nil {
		return inputError("what the index had is erased; the same command tries the ratings again", "erase ratings: %w", err)
	}
	searches, err := index.SearchesOf(o.index.dir).Remove(ctx, func(one index.Saved) bool { return mentions(one.Query, c) })
	if err != nil {
		return inputError("", "%w", err)
	}
	s.out.printf("erased %s: %s", spoken(called(c)), plural(len(docs), "document"))
	if rated > 0 {
		s.out.printf(", %s of ratings and decisions", count(rated, "entry", "entries"))
	}
	for _, one := range searches {
		s.out.printf(", the search @%s", clean(one.Name))
	}
	s.out.println("")
	s.err.println("the next pique score of their folder reads these again, unless they are taken away:")
	for _, p := range paths {
		s.err.println("  " + clean(p))
	}
	return nil
}

// documentsOf are the documents of a candidate, one or several.
func documentsOf(c rubric.Candidate) []rubric.Part {
	if len(c.Documents) > 0 {
		return c.Documents
	}
	return []rubric.Part{{File: c.File, SHA256: c.SHA256, Status: c.Status, Pages: c.Pages, Score: c.Score, Copies: c.Copies}}
}

// pathsOf are the files of a candidate on disk.
func pathsOf(idx *index.Index, c rubric.Candidate) ([]string, error) {
	entries, err := idx.Entries()
	if err != nil {
		return nil, indexError(err)
	}
	var out []string
	for _, e := range entries {
		for _, d := range documentsOf(c) {
			if e.ID == d.SHA256 {
				out = append(out, e.Path)
			}
		}
	}
	return out, nil
}

// mentions reports whether a query has the whole name of a candidate, their
// address, or the name of a file of theirs.
func mentions(query string, c rubric.Candidate) bool {
	bare := func(s string) string {
		return " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }), " ") + " "
	}
	asked := bare(query)
	words := strings.Fields(bare(c.Name))
	named := len(words) > 0
	for _, w := range words {
		named = named && strings.Contains(asked, " "+w+" ")
	}
	if named || c.Email != "" && strings.Contains(asked, bare(c.Email)) {
		return true
	}
	for _, d := range documentsOf(c) {
		base := filepath.Base(d.File)
		if stem := bare(strings.TrimSuffix(base, filepath.Ext(base))); stem != "  " && strings.Contains(asked, stem) {
			return true
		}
	}
	return false
}
