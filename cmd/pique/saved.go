package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pique/index"
	"pique/index/query"
)

// savedOptions are the flags of search that keep searches by name.
type savedOptions struct {
	save   string
	list   bool
	remove string
}

func (o *savedOptions) addFlags(cmd *cobra.Command, in *indexOptions) {
	f := cmd.Flags()
	f.StringVar(&o.save, "save", "", "keep the query, with its filters and order, as @`NAME`")
	f.BoolVar(&o.list, "saved", false, "list the searches that were kept")
	f.StringVar(&o.remove, "unsave", "", "take the search @`NAME` out of the list")
	_ = cmd.RegisterFlagCompletionFunc("unsave", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return savedNames(index.SearchesOf(in.dir), ""), cobra.ShellCompDirectiveNoFileComp
	}) // fails only for a flag that is not there
}

// savedNames are the names of the searches that were kept, each after a lead.
func savedNames(in index.Searches, lead string) []string {
	list, err := in.List()
	if err != nil {
		return nil
	}
	var names []string
	for _, s := range list {
		names = append(names, lead+s.Name)
	}
	return names
}

// serve does what the flags ask for that needs no search, and reports
// whether that was all.
func (o *savedOptions) serve(ctx context.Context, s *session, in index.Searches, args []string) (done bool, err error) {
	switch {
	case !o.list && o.remove == "":
		return false, nil
	case o.list && o.remove != "" || o.save != "" || len(args) > 0:
		return true, usageError("one at a time", "--saved and --unsave stand alone")
	case o.list:
		return true, listSaved(s, in)
	}
	name := strings.TrimPrefix(o.remove, "@")
	removed, err := in.Remove(ctx, func(one index.Saved) bool { return one.Name == name })
	if err != nil {
		return true, inputError("", "%w", err)
	}
	if len(removed) == 0 {
		return true, noSaved(in, name)
	}
	s.err.printf("took out @%s: %s\n", name, clean(removed[0].Query))
	return true, nil
}

// listSaved prints the searches that were kept, one a line.
func listSaved(s *session, in index.Searches) error {
	list, err := in.List()
	if err != nil {
		return inputError("", "%w", err)
	}
	room := 0
	for _, one := range list {
		room = max(room, columns(one.Name)+1)
	}
	for _, one := range list {
		text := clean(one.Query)
		if one.Sort != "" {
			text += s.out.paint(faint, "  --sort "+clean(one.Sort))
		}
		s.out.println(s.out.paint(strong, pad("@"+clean(one.Name), room)) + "  " + text)
	}
	if len(list) == 0 {
		s.err.println("no search was kept; pique search QUERY --save NAME keeps one")
	}
	return nil
}

// noSaved is the error of a name by which no search was kept.
func noSaved(in index.Searches, name string) error {
	hint := "pique search QUERY --save " + name + " keeps one"
	if names := savedNames(in, "@"); len(names) > 0 {
		hint = "there are " + strings.Join(names, ", ")
		if near := nearest("@"+name, names, 1); len(near) > 0 {
			hint = "did you mean " + near[0] + "?"
		}
	}
	return usageError(hint, "no saved search @%s", name)
}

// recall takes "@NAME" from the beginning of what was typed and returns the
// search that was kept by it, nil where no name stands there.
func recall(in index.Searches, typed string) (kept *index.Saved, rest string, err error) {
	name, found := strings.CutPrefix(typed, "@")
	if !found {
		return nil, typed, nil
	}
	name, rest, _ = strings.Cut(name, " ")
	if !in.Is(name) {
		return nil, typed, nil // a word that begins so
	}
	list, err := in.List()
	if err != nil {
		return nil, "", inputError("", "%w", err)
	}
	for _, one := range list {
		if one.Name == name {
			return &one, rest, nil
		}
	}
	return nil, "", noSaved(in, name)
}

// keep saves a search that was carried out.
func (o *savedOptions) keep(ctx context.Context, s *session, in index.Searches, q query.Query, sort string) error {
	if sort == index.ByScore {
		sort = ""
	}
	replaced, err := in.Save(ctx, index.Saved{Name: o.save, Query: q.String(), Sort: sort})
	if err != nil {
		return inputError("", "%w", err)
	}
	verb := "kept as"
	if replaced {
		verb = "now"
	}
	s.err.printf("%s @%s: %s\n", verb, o.save, clean(q.String()))
	return nil
}

// check refuses what can be no name.
func (o *savedOptions) check(in index.Searches) error {
	if o.save != "" {
		o.save = strings.TrimPrefix(o.save, "@")
		if !in.Is(o.save) {
			return usageError("a letter, then letters, digits, dots, dashes and underscores", "--save %s: no name for a search", o.save)
		}
	}
	return nil
}

// savedFault says in which saved search a fault stands.
func savedFault(one *index.Saved, err error) error {
	return usageError("pique search --unsave "+one.Name+" takes it out", "@%s: %s", one.Name, fmt.Sprint(err))
}
