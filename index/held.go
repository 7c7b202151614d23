package index

import (
	"cmp"
	"slices"
	"strings"
)

// Format numbers what an index looks like on disk: one of another format is
// made anew by whoever writes.
const Format = schema

// Held is a file that the index holds, and how it came there.
type Held struct {
	Entry
	Edition         // by what it was made; N is 0
	Unreadable bool // nothing could be read of it
}

// Held lists the files that the index holds, by path.
func (x *Index) Held() ([]Held, error) {
	if err := x.settle(); err != nil {
		return nil, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	var out []Held
	err := x.with("list files", func() error {
		for s, n := range x.rows() {
			id := idOf(s.rows.text(partKeys, n))
			if isJoined(id) {
				continue
			}
			for _, p := range s.rows.places(n) {
				out = append(out, Held{
					Entry: Entry{ID: id, Place: p}, Edition: s.rows.edition(n), Unreadable: s.rows.uint16(partScores, n) == 0,
				})
			}
		}
		return nil
	})
	slices.SortFunc(out, func(a, b Held) int { return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.ID, b.ID)) })
	return out, err
}
