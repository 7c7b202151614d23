package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"syscall"

	"pique/index"
	"pique/rubric"
)

// suggestFrom bounds the candidates whose names are compared for a
// suggestion.
const suggestFrom = 20000

// findOne resolves a CANDIDATE: a rank in the last table, a name, a file or
// the start of a hash. It must be one and only one.
func findOne(ctx context.Context, idx *index.Index, ref string) (rubric.Candidate, error) {
	found, err := idx.Find(ref)
	if err != nil {
		return rubric.Candidate{}, indexError(err)
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return rubric.Candidate{}, nobody(ctx, idx, ref)
	}
	return rubric.Candidate{}, several(ref, found)
}

// nobody is the error of a reference that matches none; it offers the
// nearest names.
func nobody(ctx context.Context, idx *index.Index, ref string) error {
	var names []string
	for c, err := range idx.All(ctx) {
		if err != nil || len(names) >= 2*suggestFrom {
			break
		}
		if c.Name != "" {
			names = append(names, c.Name)
		}
		names = append(names, c.File)
	}
	hint := "pique search lists everybody; a candidate is named by rank, name, file or the start of the hash"
	if len(names) == 0 {
		hint = "the index is empty; pique score PATH... fills it"
	} else if near := nearest(ref, names, 3); len(near) > 0 {
		for i, n := range near {
			near[i] = fmt.Sprintf("%q", n)
		}
		hint = "near it are " + strings.Join(near, ", ")
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(ref, "#")); err == nil && n > 0 {
		if rows := len(idx.Table()); rows > 0 && n > rows {
			hint = "the last table has the ranks 1 to " + strconv.Itoa(rows)
		}
	}
	return usageError(hint, "no candidate %q", ref)
}

// several is the error of a reference that matches more than one; it lists
// them.
func several(ref string, found []rubric.Candidate) error {
	const most = 20
	name, file := 0, 0
	for _, c := range found {
		name = max(name, columns(called(c)))
		file = max(file, columns(clean(c.File)))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%q is %d candidates:", ref, len(found))
	for _, c := range found[:min(len(found), most)] {
		fmt.Fprintf(&b, "\n  %s  %s  %s", pad(called(c), name), pad(clean(c.File), file), shortHash(c))
	}
	if len(found) > most {
		fmt.Fprintf(&b, "\n  and %d more", len(found)-most)
	}
	return usageError("name one by its file or the start of its hash", "%s", b.String())
}

// shortHash is as much of a hash as names a file among thousands.
func shortHash(c rubric.Candidate) string {
	return clean(c.SHA256[:min(len(c.SHA256), 8)])
}

// number keeps the order of a table that was printed, so that a candidate
// can be named by rank.
func number(idx *index.Index, hits []index.Hit, offset int) error {
	ids := make([]string, offset, offset+len(hits))
	for _, h := range hits {
		ids = append(ids, h.SHA256)
	}
	return indexError(idx.SetTable(ids))
}

// unwritable reports whether nothing can be written where an index lies,
// which does not keep anybody from reading it.
func unwritable(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) || errors.Is(err, syscall.ENOSPC)
}
