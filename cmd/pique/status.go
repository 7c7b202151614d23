package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pique/extract"
	"pique/index"
)

// statusOptions are the flags of status.
type statusOptions struct {
	quick  bool
	rubric string
	format format
	index  indexOptions
}

func newStatusCommand(s *session) *cobra.Command {
	var o statusOptions
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Say what the index holds, and what in it is stale",
		Long: long(`
Says how many candidates, documents and files the index holds, by which rubric
and versions, how large it is, and what is stale: files that were changed, are
gone, or are new in the folders that were scored, and those that another rubric
or an older version of the reader made. "pique score" with the same folders puts
that right.`,
			exitDone, exitUsage, exitInput, exitIndex, exitInterrupted),
		Example: `  pique status
  pique status --format json | jq '.stale | length'`,
		Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error { return runStatus(cmd.Context(), s, o) },
	}
	cmd.Flags().BoolVar(&o.quick, "quick", false, "do not look into the files, only whether they are there")
	addScoredBy(cmd, &o.rubric)
	addFormat(cmd, &o.format, "text", "json")
	o.index.addFlag(cmd, s)
	return cmd
}

// status is the JSON of status.
type status struct {
	Index      string         `json:"index"`
	Candidates int            `json:"candidates"` // people; without those of whom nothing could be read
	Documents  int            `json:"documents"`  // that could be read, each content once
	Unreadable int            `json:"unreadable"` // contents
	Files      int            `json:"files"`      // of both, with copies
	Bytes      int64          `json:"bytes"`
	Rubric     string         `json:"rubric"` // that scored most; "" where nothing is held
	Rubrics    []statusRubric `json:"rubrics"`
	Versions   statusVersions `json:"versions"`
	Folders    []statusFolder `json:"folders"`
	Searches   []string       `json:"searches"` // kept by search --save
	Stale      []staleFile    `json:"stale"`
}

type statusRubric struct {
	Name    string `json:"name"`
	Digest  string `json:"digest"`
	Files   int    `json:"files"`
	Current bool   `json:"current"` // it is what score would use by that name
}

type statusVersions struct {
	Pique     string `json:"pique"`
	Extractor int    `json:"extractor"`
	Format    int    `json:"format"`
}

type statusFolder struct {
	Path  string `json:"path"` // as it was given to score, made absolute
	Files int    `json:"files"`
}

// staleFile is a file of which the index does not tell what is so today.
type staleFile struct {
	File string `json:"file"` // absolute
	Why  string `json:"why"`  // see whyStale
}

// Why a file is stale, in the order in which they are told.
const (
	staleChanged   = "changed"
	staleGone      = "gone"
	staleNew       = "new"
	staleRubric    = "other rubric"
	staleExtractor = "older reader"
	staleRetry     = "was cut short" // by a limit of time or memory
)

var whyStale = []string{staleChanged, staleGone, staleNew, staleRubric, staleExtractor, staleRetry}

// runStatus says what an index holds.
func runStatus(ctx context.Context, s *session, o statusOptions) error {
	idx, err := o.index.openToRead(ctx)
	if err != nil {
		return err
	}
	defer idx.Close() //nolint:errcheck // read only
	st, err := o.status(ctx, s, idx)
	if err != nil {
		return err
	}
	if o.format == "json" {
		return printJSON(s.out, st)
	}
	st.print(s.out)
	return nil
}

func (o statusOptions) status(ctx context.Context, s *session, idx *index.Index) (status, error) {
	st := status{
		Index: o.index.dir, Rubrics: []statusRubric{}, Folders: []statusFolder{}, Searches: []string{}, Stale: []staleFile{},
		Versions: statusVersions{version(), extract.Version, index.Format},
	}
	held, err := idx.Held()
	if err != nil {
		return st, indexError(err)
	}
	all, err := idx.Count()
	if err != nil {
		return st, indexError(err)
	}
	st.Files = len(held)
	contents, unread := map[string]bool{}, map[string]bool{}
	for _, h := range held {
		if h.Unreadable {
			unread[h.ID] = true
		} else {
			contents[h.ID] = true
		}
	}
	st.Documents, st.Unreadable, st.Candidates = len(contents), len(unread), all-len(unread)
	current, err := o.currentRubrics(held)
	if err != nil {
		return st, err
	}
	st.Rubrics = rubricsHeld(held, current)
	if len(st.Rubrics) > 0 {
		st.Rubric = st.Rubrics[0].Name
	}
	st.Folders = foldersHeld(held)
	st.Searches = append(st.Searches, savedNames(index.SearchesOf(o.index.dir), "@")...)
	if st.Bytes, err = sizeOf(o.index.dir); err != nil {
		return st, indexError(err)
	}
	bar := newProgress(s)
	stale, err := o.stale(ctx, held, st.Folders, current, bar.set)
	bar.clear()
	st.Stale = append(st.Stale, stale...)
	return st, err
}

// currentRubrics are the digests that score would use today, by name: of
// shipped rubrics, and of the one given. A rubric of somebody's own that was
// not given is taken to be as it was.
func (o statusOptions) currentRubrics(held []index.Held) (map[string]string, error) {
	current := map[string]string{}
	for _, h := range held {
		if _, ok := current[h.Rubric]; ok {
			continue
		}
		current[h.Rubric] = ""
		if r := rubricNamed(h.Rubric); r != nil {
			current[h.Rubric] = r.Digest()
		}
	}
	if o.rubric != "" {
		r, err := loadRubric(o.rubric)
		if err != nil {
			return nil, err
		}
		current[r.Name] = r.Digest()
	}
	return current, nil
}

func isCurrent(e index.Edition, current map[string]string) bool {
	return current[e.Rubric] == "" || current[e.Rubric] == e.RubricDigest
}

// rubricsHeld counts files by rubric, most first.
func rubricsHeld(held []index.Held, current map[string]string) []statusRubric {
	out := []statusRubric{}
	for _, h := range held {
		i := slices.IndexFunc(out, func(r statusRubric) bool { return r.Digest == h.RubricDigest && r.Name == h.Rubric })
		if i < 0 {
			i = len(out)
			out = append(out, statusRubric{Name: h.Rubric, Digest: h.RubricDigest, Current: isCurrent(h.Edition, current)})
		}
		out[i].Files++
	}
	slices.SortStableFunc(out, func(a, b statusRubric) int {
		return cmp.Or(cmp.Compare(b.Files, a.Files), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Digest, b.Digest))
	})
	return out
}

// foldersHeld counts files by the path that was given to score.
func foldersHeld(held []index.Held) []statusFolder {
	out := []statusFolder{}
	at := map[string]int{}
	for _, h := range held {
		i, ok := at[h.Root]
		if !ok {
			i = len(out)
			at[h.Root] = i
			out = append(out, statusFolder{Path: h.Root})
		}
		out[i].Files++
	}
	slices.SortFunc(out, func(a, b statusFolder) int { return cmp.Compare(a.Path, b.Path) })
	return out
}

// sizeOf adds up the files under a folder, in bytes.
func sizeOf(dir string) (int64, error) {
	var n int64
	err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // a writer took it away meanwhile
		}
		if err != nil || e.IsDir() {
			return err
		}
		if info, err := e.Info(); err == nil {
			n += info.Size()
		}
		return nil
	})
	return n, err
}

// stale compares the files with what the index says of them.
func (o statusOptions) stale(
	ctx context.Context, held []index.Held, folders []statusFolder, current map[string]string, progress func(done, total int),
) ([]staleFile, error) {
	var out []staleFile
	known := map[string]bool{}
	for i, h := range held {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		known[h.Path] = true
		if why := o.why(h, current); why != "" {
			out = append(out, staleFile{h.Path, why})
		}
		progress(i+1, len(held))
	}
	for _, f := range folders {
		if info, err := os.Stat(f.Path); err != nil || !info.IsDir() {
			continue // a file, or gone, and then so is all in it
		}
		sources, err := extract.Walk([]string{f.Path})
		if err != nil {
			continue // what cannot be listed is told by score
		}
		for _, src := range outside(sources, o.index.dir) {
			abs, err := filepath.Abs(src.Path)
			if err == nil && isPDF(src) && !known[abs] {
				known[abs] = true
				out = append(out, staleFile{abs, staleNew})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b staleFile) int {
		return cmp.Or(cmp.Compare(slices.Index(whyStale, a.Why), slices.Index(whyStale, b.Why)), cmp.Compare(a.File, b.File))
	})
	return out, nil
}

// why tells why a file is stale; "" where it is not.
func (o statusOptions) why(h index.Held, current map[string]string) string {
	sum := h.ID
	switch {
	case o.quick:
		if _, err := os.Stat(h.Path); errors.Is(err, fs.ErrNotExist) {
			return staleGone
		}
	default:
		got, err := hashOf(h.Path)
		if errors.Is(err, fs.ErrNotExist) {
			return staleGone
		}
		if err == nil {
			sum = got
		}
	}
	switch {
	case sum != h.ID:
		return staleChanged
	case !isCurrent(h.Edition, current):
		return staleRubric
	case h.Extractor == editionNone:
		return staleRetry
	case !slices.Contains([]int{editionAny, editionPlain, editionOCR}, h.Extractor):
		return staleExtractor
	}
	return ""
}

// hashOf is the SHA-256 of a file's bytes.
func hashOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // read only
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return "", errors.Join(err, errors.New("no plain file"))
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// staleMost bounds the files that are named of each cause.
const staleMost = 8

// print writes what an index holds, for a person.
func (st status) print(out *stream) {
	const room = 12
	width := min(out.width, readingWidth)
	line := func(key, value string) { out.println(hang(out.paint(faint, pad(key, room)), value, width)) }
	line("index", fmt.Sprintf("%s, %s", clean(st.Index), bytesText(st.Bytes)))
	text := fmt.Sprintf("%s, %s, %s", plural(st.Candidates, "candidate"), plural(st.Documents, "document"), plural(st.Files, "file"))
	if st.Unreadable > 0 {
		text += fmt.Sprintf("; %s could not be read", plural(st.Unreadable, "document"))
	}
	line("holds", text)
	for i, r := range st.Rubrics {
		key, text := "", clean(r.Name)
		if i == 0 {
			key = "rubric"
		}
		if !r.Current {
			text += ", as it was before"
		}
		if len(st.Rubrics) > 1 {
			text += ": " + plural(r.Files, "file")
		}
		line(key, text)
	}
	for i, f := range st.Folders {
		key := ""
		if i == 0 {
			key = "scored"
		}
		if i == staleMost && len(st.Folders) > staleMost+1 {
			line(key, fmt.Sprintf("and %d more; --format json has them all", len(st.Folders)-i))
			break
		}
		line(key, clean(f.Path)+": "+plural(f.Files, "file"))
	}
	if len(st.Searches) > 0 {
		line("searches", clean(strings.Join(st.Searches, " ")))
	}
	line("versions", fmt.Sprintf("pique %s, reader %d, index %d", st.Versions.Pique, st.Versions.Extractor, st.Versions.Format))
	if len(st.Stale) == 0 {
		line("stale", "nothing")
		return
	}
	line("stale", out.paint(warning, plural(len(st.Stale), "file"))+"; pique score with the folders above puts it right")
	for _, why := range whyStale {
		var files []string
		for _, f := range st.Stale {
			if f.Why == why {
				files = append(files, clean(f.File))
			}
		}
		for i, f := range files {
			if i == staleMost && len(files) > staleMost+1 {
				out.println(strings.Repeat(" ", room) + fmt.Sprintf("%s  and %d more; --format json has them all", pad("", len(staleRetry)), len(files)-i))
				break
			}
			out.println(strings.Repeat(" ", room) + pad(why, len(staleRetry)) + "  " + f)
		}
	}
}

// bytesText is a size for people.
func bytesText(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%d KB", (n+1023)/1024)
}
