package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pique/extract"
	"pique/index"
	"pique/rubric"
	"pique/rubrics"
)

// addRubric adds --rubric.
func addRubric(cmd *cobra.Command, name *string) {
	cmd.Flags().StringVar(name, "rubric", rubrics.Default, "`NAME` of a shipped rubric, or the file of your own")
	_ = cmd.RegisterFlagCompletionFunc("rubric", completeRubric) // fails only for a flag that is not there
}

// loadRubric finds a rubric by its shipped name, else by its path.
func loadRubric(name string) (*rubric.Rubric, error) {
	if slices.Contains(rubrics.Names(), name) {
		return rubrics.Get(name)
	}
	r, err := rubric.Load(name)
	if errors.Is(err, fs.ErrNotExist) {
		hint := "shipped are " + strings.Join(rubrics.Names(), ", ") + "; pique rubric new FILE writes one of your own"
		if near := nearest(name, rubrics.Names(), 1); len(near) > 0 {
			hint = "did you mean " + near[0] + "?"
		}
		return nil, inputError(hint, "no rubric %q, neither shipped nor a file", name)
	}
	return r, err
}

// rubricNamed is the shipped rubric of that name, nil where there is none.
func rubricNamed(name string) *rubric.Rubric {
	if !slices.Contains(rubrics.Names(), name) {
		return nil
	}
	r, err := rubrics.Get(name)
	if err != nil {
		return nil
	}
	return r
}

// addScoredBy adds --rubric to the commands that read what score has kept.
func addScoredBy(cmd *cobra.Command, name *string) {
	cmd.Flags().StringVar(name, "rubric", "", "`FILE` of the rubric that they were scored by, where it is your own")
	_ = cmd.RegisterFlagCompletionFunc("rubric", completeRubric) // fails only for a flag that is not there
}

// signalsOf describes the signals of a candidate's rubric: the one given,
// else the shipped one of that name; none where it is neither.
func signalsOf(c rubric.Candidate, given string) ([]rubric.SignalInfo, error) {
	if given != "" {
		r, err := loadRubric(given)
		if err != nil {
			return nil, err
		}
		return r.Signals(), nil
	}
	if r := rubricNamed(c.Rubric); r != nil {
		return r.Signals(), nil
	}
	return nil, nil
}

// walk lists the files under the paths that a person gave.
func walk(paths []string) ([]extract.Source, error) {
	sources, err := extract.Walk(paths)
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return sources, err
	}
	for _, p := range paths {
		if _, err := os.Lstat(p); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if p == "-" {
			return nil, usageError("save the document as a file and name that", "a file or folder is read, not the standard input (-)")
		}
		return nil, inputError("check the spelling of the path", "no file or folder %s", clean(p))
	}
	return nil, err
}

// addSplit adds --split.
func (o *indexOptions) addSplit(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&o.split, "split", false, "each document by itself, also where one person has several")
}

// indexOptions say where the index is, and how it is read.
type indexOptions struct {
	dir   string
	split bool // each document by itself
}

// defaultIndex is the index of the working folder.
const defaultIndex = ".pique"

func (o *indexOptions) addFlag(cmd *cobra.Command, s *session) {
	dir := s.env("PIQUE_INDEX")
	if dir == "" {
		dir = defaultIndex
	}
	cmd.Flags().StringVar(&o.dir, "index", dir, "`FOLDER` of the index; PIQUE_INDEX sets the default")
	_ = cmd.MarkFlagDirname("index") // fails only for a flag that is not there
}

// openToWrite opens an index for candidates that a rubric scores; nil where
// none are added.
func (o indexOptions) openToWrite(ctx context.Context, r *rubric.Rubric) (*index.Index, error) {
	how := index.Options{}
	if r != nil {
		how.Join, how.Digest = r.Join, r.Digest()
	}
	return o.open(ctx, how)
}

func (o indexOptions) openToRead(ctx context.Context) (*index.Index, error) {
	return o.open(ctx, index.Options{ReadOnly: true, Split: o.split})
}

func (o indexOptions) open(ctx context.Context, how index.Options) (*index.Index, error) {
	x, err := index.Open(ctx, o.dir, how)
	switch {
	case err == nil:
		return x, nil
	case errors.Is(err, context.Canceled):
		return nil, err
	case errors.Is(err, index.ErrNone), errors.Is(err, index.ErrLocked), errors.Is(err, index.ErrVersion), errors.Is(err, index.ErrDamaged), errors.Is(err, index.ErrForeign):
		return nil, fmt.Errorf("index %s: %w", o.dir, err)
	}
	return nil, &failure{fmt.Errorf("open index %s: %w", o.dir, err), indexHint(o.dir), exitIndex}
}

// indexHint says how to get out of an index that cannot be used.
func indexHint(dir string) string {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return "--index wants a folder; " + dir + " is a file"
	}
	return "check that " + dir + " can be read and written, or name another folder with --index FOLDER"
}
