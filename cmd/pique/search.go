package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pique/extract"
	"pique/index"
	"pique/index/query"
	"pique/rubric"
)

// searchOptions are the flags of search.
type searchOptions struct {
	filters
	saved  savedOptions
	counts bool
	sort   string
	limit  int
	offset int
	rubric string
	format format
	index  indexOptions
}

func newSearchCommand(s *session) *cobra.Command {
	var o searchOptions
	cmd := &cobra.Command{
		Use:   "search [@NAME] [QUERY]",
		Short: "Find candidates by signals, words, kind and score",
		Long: long(`
Finds candidates in the index. A query is made of words, "phrases" and fields,
all of which must hold:

  kernel quant*        both words stand in the document, in any form; a prefix
  "shared backbone"    the words side by side
  signal:faster        has the signal
  faster:>=3           has it at level 3 (measured) or more
  -signal:cheaper      has not got it
  kind:intern          is of the kind
  score:>60            scores more; also score:40..60
  speedup:>=2          made something at least twice as fast, in numbers
  skill:c++            has it among the skills
  org:acme             an employer or school of that name
  section:projects x   the word, phrase or group stands in such a section
  name:jane file:2026  words of the name, of the path
  word OR word         either; parentheses group

Flags say the same. Without a query and flags, everybody is listed. A search
that was kept by --save comes back as @NAME, alone or with more behind it.`,
			exitDone, exitUsage, exitInput, exitIndex, exitInterrupted),
		Example: `  pique search --signal faster
  pique search 'faster:>=3 -signal:class-project kernel'
  pique search --kind intern --min-score 50 --sort name
  pique search '"Jetson Nano" OR quantization' --format json
  pique search 'speedup:>=2 skill:rust' --save fast-rust
  pique search @fast-rust kind:intern --counts`,
		Args: need(0, -1, "query"),
		RunE: func(cmd *cobra.Command, args []string) error { return runSearch(cmd.Context(), s, o, args) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return savedNames(index.SearchesOf(o.index.dir), "@"), cobra.ShellCompDirectiveNoFileComp
		},
	}
	f := cmd.Flags()
	o.addFlags(cmd)
	o.saved.addFlags(cmd, &o.index)
	f.StringVar(&o.sort, "sort", "", "`ORDER`: score, which it is by itself, relevance, name, or a signal")
	f.BoolVar(&o.counts, "counts", false, "print how many show each signal, at which level, and are of which kind, and nobody's row")
	f.IntVar(&o.limit, "limit", 20, "rows at most; 0 for all")
	f.IntVar(&o.offset, "offset", 0, "rows to leave out first")
	addFormat(cmd, &o.format, "table", "json", "ndjson", "csv", "markdown")
	addScoredBy(cmd, &o.rubric)
	o.index.addFlag(cmd, s)
	o.index.addSplit(cmd)
	_ = cmd.RegisterFlagCompletionFunc("sort", completeSort) // fails only for a flag that is not there
	return cmd
}

// runSearch prints the candidates of the index that the query and the flags
// ask for.
func runSearch(ctx context.Context, s *session, o searchOptions, args []string) error {
	if o.limit < 0 || o.offset < 0 {
		return usageError("--limit 0 lists all", "--limit and --offset: want 0 or more")
	}
	if err := o.check(); err != nil {
		return err
	}
	searches := index.SearchesOf(o.index.dir)
	if err := o.saved.check(searches); err != nil {
		return err
	}
	if done, err := o.saved.serve(ctx, s, searches, args); done || err != nil {
		return err
	}
	idx, err := o.index.openToRead(ctx)
	if err != nil {
		return err
	}
	defer idx.Close() //nolint:errcheck // read only
	voc, err := vocabularyOf(ctx, idx, o.rubric)
	if err != nil {
		return err
	}
	q, err := o.asked(searches, strings.TrimSpace(strings.Join(args, " ")), voc)
	if err != nil {
		return err
	}
	if err := o.checkSort(voc); err != nil {
		return err
	}
	answer, err := idx.Search(ctx, q, index.SearchOptions{Sort: o.sort, Limit: o.limit, Offset: o.offset})
	if err != nil {
		return indexError(err)
	}
	if o.counts {
		if err := countsOf(answer).print(s.out, o.format); err != nil {
			return err
		}
		return o.after(ctx, s, idx, q, index.Answer{Total: answer.Total}, voc)
	}
	l := listing{signals: voc.columns, search: true}
	for i, h := range answer.Hits {
		if h.Status == string(extract.Unreadable) {
			l.unread = append(l.unread, h.Candidate)
			continue
		}
		l.rows = append(l.rows, row{rank: o.offset + i + 1, candidate: h.Candidate, snippets: h.Snippets})
	}
	known := map[string]*rubric.Rubric{}
	if o.rubric != "" {
		if given, err := loadRubric(o.rubric); err == nil { // that it can be loaded was seen above
			known[given.Name] = given
		}
	}
	l.decide(func(c rubric.Candidate) *rubric.Rubric {
		r, ok := known[c.Rubric]
		if !ok {
			r = rubricNamed(c.Rubric)
			known[c.Rubric] = r
		}
		return r
	})
	if err := l.print(s.out, o.format); err != nil {
		return err
	}
	if o.format.numbersRows() && len(answer.Hits) > 0 { // else the ranks of the table before still serve
		err := number(idx, answer.Hits, o.offset)
		switch {
		case unwritable(err):
			s.err.println("note: the ranks of this table cannot be kept, for nothing can be written where the index lies: name candidates by name or file")
		case err != nil:
			return err
		}
	}
	if several := rubricsOf(answer.Hits); len(several) > 1 {
		s.err.printf("note: scores by several rubrics stand side by side (%s): pique score PATH... with one --rubric makes them comparable\n", strings.Join(several, ", "))
	}
	return o.after(ctx, s, idx, q, answer, voc)
}

// after says what there is to be said of an answer that was printed, and
// keeps the search where it has a name.
func (o *searchOptions) after(ctx context.Context, s *session, idx *index.Index, q query.Query, a index.Answer, voc vocabulary) error {
	if o.saved.save != "" {
		if err := o.saved.keep(ctx, s, index.SearchesOf(o.index.dir), q, o.sort); err != nil {
			return err
		}
	}
	if o.format == "table" {
		if err := s.out.flush(); err != nil { // the table comes before what is said of it
			return err
		}
		o.close(s, a)
	}
	if a.Total > 0 || q.IsZero() {
		return nil
	}
	return offerInstead(ctx, s, idx, q, voc)
}

// rubricsOf names the rubrics by which hits were scored, sorted.
func rubricsOf(hits []index.Hit) []string {
	var names []string
	for _, h := range hits {
		if name := clean(h.Rubric); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// asked is the query that is typed, with the saved one that it begins with and
// what the flags ask for. The order is the saved one where none is asked for.
func (o *searchOptions) asked(searches index.Searches, typed string, voc vocabulary) (query.Query, error) {
	kept, typed, err := recall(searches, typed)
	if err != nil {
		return query.Query{}, err
	}
	q, err := o.query(typed, voc)
	if kept == nil || err != nil {
		o.sort = cmp.Or(o.sort, index.ByScore)
		return q, err
	}
	o.sort = cmp.Or(o.sort, kept.Sort, index.ByScore)
	before, err := query.Parse(kept.Query, voc.known())
	if err != nil {
		return q, savedFault(kept, err)
	}
	return query.And(before, q), nil
}

func (o searchOptions) checkSort(voc vocabulary) error {
	orders := append([]string{"score", "relevance", "name"}, voc.signals...)
	if !slices.Contains(orders, o.sort) {
		return unknownWord("sort order", o.sort, orders)
	}
	return nil
}

// close says how many there are, and how often each signal and kind.
func (o searchOptions) close(s *session, a index.Answer) {
	shown := len(a.Hits)
	switch {
	case a.Total == 0:
		s.err.println("nobody matches")
	case o.counts, shown == a.Total:
		s.err.println(plural(a.Total, "candidate"))
	case shown == 0:
		s.err.printf("none after --offset %d: %s\n", o.offset, plural(a.Total, "candidate"))
	default:
		s.err.printf("%d to %d of %s\n", o.offset+1, o.offset+shown, plural(a.Total, "candidate"))
	}
	if o.counts || !s.out.terminal {
		return
	}
	if counts := countsLine(a.Signals); counts != "" {
		s.err.println(hang(s.err.paint(faint, "signals  "), counts, s.err.width))
	}
	if counts := countsLine(a.Kinds); counts != "" {
		s.err.println(hang(s.err.paint(faint, "kinds    "), counts, s.err.width))
	}
	if next := o.offset + shown; shown > 0 && next < a.Total {
		s.err.printf("%s --offset %d\n", s.err.paint(faint, "next:"), next)
	}
}

func countsLine(counts []index.Count) string {
	var parts []string
	for _, c := range counts {
		if c.N > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", clean(c.ID), c.N))
		}
	}
	return strings.Join(parts, " · ")
}
