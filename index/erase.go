package index

import (
	"context"
	"fmt"
	"slices"
)

// Erase takes candidates out of the index by their hashes, and every trace of
// them out of its files, with all else that was ever dropped or replaced: the
// parts of the index that hold any of it are written anew, and the old files
// removed. It returns how many candidates there were. When it returns nil, no
// file under the folder holds their names, addresses or words; what the disk
// keeps of removed files is beyond it. An Erase that was killed is made good
// by the next one, or by whoever opens the index next to write.
func (x *Index) Erase(ctx context.Context, ids ...string) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.writable(); err != nil {
		return 0, err
	}
	if err := x.flush(); err != nil { // of files that go, too: what was pending is then in a segment
		return 0, err
	}
	n := 0
	for _, id := range ids {
		places, err := x.placesOf(id)
		if err != nil {
			return 0, fmt.Errorf("erase %.12s: %w", id, err)
		}
		for _, p := range places {
			delete(x.at, p.Path)
		}
		if len(places) == 0 {
			continue
		}
		n++
		if err := x.change(id, nil); err != nil {
			return 0, fmt.Errorf("erase %.12s: %w", id, err)
		}
	}
	if err := x.flush(); err != nil {
		return 0, err
	}
	for {
		i := slices.IndexFunc(x.segments, func(s *segment) bool { return s.size() < s.info.Rows })
		if i < 0 {
			break
		}
		if err := x.rewrite(ctx, x.segments[i:i+1]); err != nil {
			return n, fmt.Errorf("erase: %w", err)
		}
	}
	sweep(x.dir, x.manifest)
	if err := x.with("erase", x.forgetStamps); err != nil {
		return n, err
	}
	if table := x.Table(); slices.ContainsFunc(table, func(id string) bool { return slices.Contains(ids, id) }) {
		// The ranks of the others stay as they were printed.
		for i, id := range table {
			if slices.Contains(ids, id) {
				table[i] = ""
			}
		}
		if err := x.SetTable(table); err != nil {
			return n, err
		}
	}
	return n, nil
}
