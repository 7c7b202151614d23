package main

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// What a completion may take: a person waits for it after each tab.
const (
	completeMost = 100
	completeWait = time.Second
)

// completeCandidate offers the names in the index that begin as typed.
func completeCandidate(ctx context.Context, o indexOptions, typed string) ([]string, cobra.ShellCompDirective) {
	ctx, cancel := context.WithTimeout(ctx, completeWait)
	defer cancel()
	idx, err := o.openToRead(ctx)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	defer idx.Close() //nolint:errcheck // read only
	var names []string
	for c, err := range idx.All(ctx) {
		if err != nil || len(names) == completeMost {
			break
		}
		if name := called(c); strings.HasPrefix(strings.ToLower(name), strings.ToLower(typed)) {
			names = append(names, name)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
