package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pique/extract"
	"pique/extract/child"
	"pique/index"
	"pique/rubric"
)

// scoreOptions are the flags of score.
type scoreOptions struct {
	rubric  string
	jobs    int
	format  format
	noIndex bool
	missing bool // what vanished is kept
	stable  bool
	rehash  bool
	read    readOptions
	index   indexOptions
}

func newScoreCommand(s *session) *cobra.Command {
	var o scoreOptions
	cmd := &cobra.Command{
		Use:   "score PATH...",
		Short: "Read resumes, flag their signals and rank them",
		Long: long(`
Reads PDF files and folders of them, flags the signals of a rubric, scores and
ranks them, and keeps them in the index. What has not changed since the last
run is not read again; what is gone from the folders goes from the index, unless
--keep-missing is given. Files of the same bytes are one row, and so are several
documents of one person: the same e-mail address, or the same name and telephone. Each file given has a row: what cannot be read is listed
with its reason and never scored.

Files are read in processes of their own, so that one that loops, crashes or
takes too much memory costs its own row only.

A person's documents are one row of a table and one object each of json and
ndjson, where --split=false joins them.

A rule parts bands in the table: weights moved by 20 % can put each of a band
before its first, so that their order is a matter of taste; the first of a band
stays above the first of the next. --stability gives the range of ranks of each.`,
			exitDone, exitUnread, exitUsage, exitInput, exitIndex, exitInterrupted),
		Example: `  pique score resumes/
  pique score resumes/ jane.pdf --format csv > ranked.csv
  pique score resumes/ --rubric engineering-level --no-index
  pique score resumes/ --stability
  pique score resumes/ --timeout 1m --memory 2GB
  pique score resumes/ --format ndjson | jq -r 'select(.kind == "intern") | .name'`,
		Args: need(1, -1, "file or folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !cmd.Flags().Changed("split") && (o.format == "json" || o.format == "ndjson") {
				o.index.split = true // programs get an object for each document
			}
			return runScore(cmd.Context(), s, o, args)
		},
	}
	f := cmd.Flags()
	addRubric(cmd, &o.rubric)
	f.IntVar(&o.jobs, "jobs", 0, "read `N` files at the same time, each in its process; 0 is one for each processor")
	f.BoolVar(&o.noIndex, "no-index", false, "neither use nor write an index")
	f.BoolVar(&o.missing, "keep-missing", false, "keep in the index what is gone from the folders")
	f.BoolVar(&o.stable, "stability", false, "tell how far each rank hangs on the weights: moved by 20 %, what it can become")
	o.index.addSplit(cmd)
	f.BoolVar(&o.rehash, "rehash", false, "read every file to see whether it changed, whatever the system says of its size and times")
	o.read.addFlags(cmd)
	addFormat(cmd, &o.format, "table", "json", "ndjson", "csv", "markdown")
	o.index.addFlag(cmd, s)
	return cmd
}

// calm is up to how many files garbage is collected seldom: what is kept of
// them is some 20 MB. For a few files it does not matter.
const (
	calm    = 1000
	atLeast = 20
)

// runScore reads and ranks the files under the paths.
func runScore(ctx context.Context, s *session, o scoreOptions, paths []string) error {
	began := s.now()
	if o.jobs < 0 {
		return usageError("--jobs 0 uses every processor", "--jobs %d: want 0 or more", o.jobs)
	}
	jobs := cmp.Or(o.jobs, runtime.GOMAXPROCS(0))
	pool := o.read.open(s, jobs)
	defer pool.Close()                       //nolint:errcheck // all has been read
	if o.noIndex || !index.Is(o.index.dir) { // else most is kept from before
		pool.Warm()
	}
	sources, walked := walk(paths)
	sources = outside(sources, o.index.dir)
	if len(sources) <= calm {
		debug.SetGCPercent(400) // what is kept of a file is little
		if len(sources) >= atLeast {
			child.LargePages(32 << 20)
		}
	}
	r, err := loadRubric(o.rubric)
	if err := cmp.Or(err, walked); err != nil {
		return err
	}
	p := pipeline{rubric: r, reader: pool, jobs: jobs, ocr: o.read.ocr, rehash: o.rehash}
	var results scored
	if o.noIndex || !slices.ContainsFunc(sources, isPDF) && !index.Is(o.index.dir) {
		results, err = o.readOnce(ctx, s, &p, sources)
	} else {
		results, err = o.readAndKeep(ctx, s, &p, paths, sources)
	}
	go pool.Close() //nolint:errcheck // while the table is written
	if err != nil {
		if errors.Is(err, context.Canceled) {
			return interrupted(results.tally, len(sources), p.store != nil)
		}
		return err
	}
	l := listing{signals: r.Signals(), rows: rowsOf(results.ranked, 1), unread: results.unread}
	l.decide(func(rubric.Candidate) *rubric.Rubric { return r })
	l.setBands(results.ranked)
	if o.stable {
		l.setStability(results.ranked)
	}
	if err := l.print(s.out, o.format); err != nil {
		return err
	}
	results.tally.seconds = s.now().Sub(began).Seconds()
	if err := nothingToRead(paths, sources); err != nil {
		if results.tally.dropped > 0 {
			s.err.println(results.tally.line())
		}
		return err
	}
	if err := s.out.flush(); err != nil { // the table comes before what is said of it
		return err
	}
	s.err.println(results.tally.line())
	if n := outsiders(sources); n > 0 {
		s.err.printf("note: links lead to %s outside of the folders given\n", plural(n, "file"))
	}
	if o.format == "table" && s.out.terminal && p.store != nil {
		hintNext(s.err, r, results.ranked)
	}
	if results.tally.unreadable > 0 {
		return errUnread
	}
	return nil
}

// scored is what a run found.
type scored struct {
	ranked []rubric.Candidate // read, in order
	unread []rubric.Candidate // not read, by file
	tally  tally
}

// readOnce reads the sources without an index.
func (o scoreOptions) readOnce(ctx context.Context, s *session, p *pipeline, sources []extract.Source) (scored, error) {
	bar := newProgress(s)
	p.progress = bar.set
	readings, err := p.run(ctx, sources)
	bar.clear()
	ranked, unread := gather(readings, p.rubric, o.index.split)
	return scored{ranked, unread, tallyOf(readings)}, err
}

// readAndKeep reads what the index does not have, keeps it there, and takes
// out what has vanished. However it ends, what was read until then is kept.
func (o scoreOptions) readAndKeep(
	ctx context.Context, s *session, p *pipeline, paths []string, sources []extract.Source,
) (results scored, err error) {
	idx, err := o.index.openToWrite(ctx, p.rubric)
	if err != nil {
		return scored{}, err
	}
	defer func() {
		if closed := idx.Close(); err == nil {
			err = indexError(closed)
		}
	}()
	if why := idx.Rebuilt(); why != nil {
		s.err.printf("made the index %s anew: %s\n", clean(o.index.dir), clean(why.Error()))
	}
	p.store = idx
	if results, err = o.readOnce(ctx, s, p, sources); err != nil {
		return results, err
	}
	n, err := dropVanished(ctx, idx, paths, sources, o.missing)
	if err != nil {
		return results, err
	}
	if o.missing {
		results.tally.missing = n
	} else {
		results.tally.dropped = n
	}
	if o.format.numbersRows() {
		return results, indexError(idx.SetTable(ids(results.ranked)))
	}
	return results, nil
}

// outside leaves out what lies in the folder of the index: an index within a
// folder of resumes is none of them.
func outside(sources []extract.Source, dir string) []extract.Source {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return sources
	}
	return slices.DeleteFunc(sources, func(src extract.Source) bool {
		path, err := filepath.Abs(src.Path)
		return err == nil && strings.HasPrefix(path, dir+string(filepath.Separator)) && index.Is(dir)
	})
}

// outsiders counts the files that a link out of a folder leads to. They are
// read like others, but nobody should wonder where they came from.
func outsiders(sources []extract.Source) (n int) {
	for _, src := range sources {
		if src.Outside {
			n++
		}
	}
	return n
}

func isPDF(src extract.Source) bool { return src.Kind == extract.PDF }

func ids(candidates []rubric.Candidate) []string {
	out := make([]string, len(candidates))
	for i, c := range candidates {
		out[i] = c.SHA256
	}
	return out
}

// dropVanished takes out of the index what it holds of the folders just
// scanned and the scan did not find, or only counts it where it is to be kept.
func dropVanished(ctx context.Context, idx *index.Index, paths []string, sources []extract.Source, keep bool) (int, error) {
	var scanned []string
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			return 0, fmt.Errorf("find %s: %w", p, err)
		}
		scanned = append(scanned, abs)
	}
	found := map[string]bool{}
	var unlisted []string // folders of which nobody knows what is in them
	for _, src := range sources {
		abs, err := filepath.Abs(src.Path)
		if err != nil {
			return 0, fmt.Errorf("find %s: %w", src.Path, err)
		}
		found[abs] = true
		if info, err := os.Stat(abs); !isPDF(src) && (err != nil || info.IsDir()) {
			unlisted = append(unlisted, abs)
		}
	}
	missing := 0
	n, err := idx.Drop(ctx, func(e index.Entry) bool {
		under := func(dir string) bool { return within(e.Path, dir) }
		if found[e.Path] || slices.ContainsFunc(unlisted, under) || !slices.ContainsFunc(scanned, under) {
			return true
		}
		missing++
		return keep
	})
	if keep {
		n = missing
	}
	return n, indexError(err)
}

// within reports whether path is dir or lies under it; both are absolute.
func within(path, dir string) bool {
	rest, ok := strings.CutPrefix(path, strings.TrimSuffix(dir, string(filepath.Separator)))
	return ok && (rest == "" || os.IsPathSeparator(rest[0]))
}

// nothingToRead is the error of a run that was given no PDF at all. It names
// what is there instead.
func nothingToRead(paths []string, sources []extract.Source) error {
	if slices.ContainsFunc(sources, isPDF) {
		return nil
	}
	const hint = "pique reads PDF files; save documents of other kinds as PDF first"
	where := strings.Join(paths, ", ")
	if len(sources) == 0 {
		return inputError(hint, "no file in %s", where)
	}
	return inputError(hint, "no PDF in %s: %s", where, extensionCounts(sources))
}

// extensionCounts tells what sort of files there are: "3 files: 2 docx, 1 txt".
func extensionCounts(sources []extract.Source) string {
	counts := map[string]int{}
	var names []string
	for _, src := range sources {
		ext := cmp.Or(strings.ToLower(strings.TrimPrefix(filepath.Ext(src.File), ".")), "without extension")
		if counts[ext] == 0 {
			names = append(names, ext)
		}
		counts[ext]++
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for i, n := range names {
		names[i] = fmt.Sprintf("%d %s", counts[n], n)
	}
	return plural(len(sources), "file") + ": " + strings.Join(names, ", ")
}

// interrupted says how far a run came.
func interrupted(t tally, total int, kept bool) error {
	hint := "the same command goes on from there"
	if !kept {
		hint = "without --no-index, the same command would go on from there"
	}
	return &failure{
		fmt.Errorf("interrupted: %d of %s done", t.files, plural(total, "file")), hint, exitInterrupted,
	}
}
