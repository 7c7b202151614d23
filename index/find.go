package index

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	blevequery "github.com/blevesearch/bleve/v2/search/query"

	"pique/rubric"
)

// table is the order of the last table that was printed.
type table struct {
	IDs []string `json:"ids"` // hashes, from rank 1
}

// SetTable notes the order of a table that was printed, for Find. It works
// on an index open for reading too, and leaves the old order or the new one,
// never a part.
func (x *Index) SetTable(ids []string) error {
	data, err := json.Marshal(table{IDs: ids})
	if err != nil {
		return fmt.Errorf("note table: %w", err)
	}
	if err := replaceFile(x.dir, tableName, data); err != nil {
		return fmt.Errorf("note table: %w", err)
	}
	return nil
}

// Table returns the hashes of the last table that was printed, rank 1
// first; none where there is none or it cannot be read.
func (x *Index) Table() []string {
	var t table
	data, err := os.ReadFile(filepath.Join(x.dir, tableName))
	if err != nil || json.Unmarshal(data, &t) != nil {
		return nil
	}
	return t.IDs
}

// Find returns the candidates whom a reference can mean, by score, then
// file. The first of these that gives any decides: rank in the last table
// ("3" or "#3"), whole name, path or base name of the file (with or without
// the ending), first four or more digits of the hash, part of the name, part
// of the path. A rank whose candidate is gone gives none. Names and files are
// compared without regard to case and accents, where they are not found as
// they are.
func (x *Index) Find(ref string) ([]rubric.Candidate, error) {
	ref = strings.TrimSpace(ref)
	if ref == "" {
		return nil, nil
	}
	if err := x.settle(); err != nil {
		return nil, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	rank, err := strconv.Atoi(strings.TrimPrefix(ref, "#"))
	number := err == nil && rank >= 0
	if table := x.Table(); number && 1 <= rank && rank <= len(table) {
		return x.candidates(table[rank-1 : rank])
	}
	if strings.HasPrefix(ref, "#") {
		return nil, nil
	}
	ways := []func(string) ([]string, error){x.byName, x.byFile, x.byHash, x.byPartOfName, x.byPartOfFile}
	if number && len(ref) < 4 {
		ways = ways[:2] // a rank that is not there, and no part of anything
	}
	for _, by := range ways {
		ids, err := by(ref)
		if err != nil {
			return nil, fmt.Errorf("find %q: %w", ref, err)
		}
		out, err := x.candidates(ids)
		if err != nil {
			return nil, fmt.Errorf("find %q: %w", ref, err)
		}
		if len(out) > 0 {
			return out, nil
		}
	}
	return nil, nil
}

func (x *Index) byName(ref string) ([]string, error) {
	f := foldText(ref)
	if f == "" {
		return nil, nil
	}
	return x.idsOf(partNames, func(name []byte) bool { return string(name) == f })
}

func (x *Index) byPartOfName(ref string) ([]string, error) {
	part := foldText(ref)
	if part == "" {
		return nil, nil
	}
	return x.idsOf(partNames, func(name []byte) bool { return strings.Contains(string(name), part) })
}

// idsOf returns the hashes of the rows of which a text of a part will do.
func (x *Index) idsOf(part int, match func(text []byte) bool) ([]string, error) {
	var ids []string
	err := x.with("look up", func() error {
		for s, row := range x.rows() {
			if match(s.rows.text(part, row)) {
				ids = append(ids, idOf(s.rows.text(partKeys, row)))
			}
		}
		return nil
	})
	return ids, err
}

// byFile takes the paths as they are before those that differ in case and
// accents, and whole paths before base names.
func (x *Index) byFile(ref string) ([]string, error) {
	entries, err := x.entries()
	if err != nil {
		return nil, err
	}
	slashed := path.Clean(filepath.ToSlash(ref))
	abs, err := filepath.Abs(ref)
	if err != nil {
		abs = ref
	}
	if ids := idsWhere(entries, func(e Entry) bool { return e.Path == abs || e.File == slashed }); len(ids) > 0 {
		return ids, nil
	}
	if ids := idsWhere(entries, func(e Entry) bool { return path.Base(e.File) == slashed }); len(ids) > 0 {
		return ids, nil
	}
	want := foldText(slashed)
	if want == "" {
		return nil, nil
	}
	var t translator
	near, err := x.holding(t.phrase(fieldFile, cut(slashed, false, words{})))
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(near, func(id string) bool {
		places, err := x.placesOf(id)
		return err != nil || !slices.ContainsFunc(places, func(p Place) bool {
			base := foldText(path.Base(p.File))
			return foldText(p.File) == want || base == want || base == want+" "+foldText(path.Ext(p.File))
		})
	}), nil
}

func (x *Index) byPartOfFile(ref string) ([]string, error) {
	entries, err := x.entries()
	if err != nil {
		return nil, err
	}
	part := strings.ToLower(filepath.ToSlash(ref))
	return idsWhere(entries, func(e Entry) bool { return strings.Contains(strings.ToLower(e.File), part) }), nil
}

func idsWhere(entries []Entry, match func(Entry) bool) []string {
	var ids []string
	for _, e := range entries {
		if match(e) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

func (x *Index) byHash(ref string) ([]string, error) {
	ref = strings.ToLower(ref)
	if len(ref) < 4 || strings.Trim(ref, "0123456789abcdef") != "" {
		return nil, nil
	}
	return x.idsOf(partKeys, func(key []byte) bool { return strings.HasPrefix(idOf(key), ref) })
}

// holding returns the hashes of the first rows that match, more than anybody
// reads.
func (x *Index) holding(q blevequery.Query) ([]string, error) {
	result, err := x.run(context.Background(), q, SearchOptions{Limit: maxExpand}, false)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, h := range result.Hits {
		ids = append(ids, h.ID())
	}
	return ids, nil
}

// candidates reads the rows that there are, each person once, by score, then
// file.
func (x *Index) candidates(ids []string) ([]rubric.Candidate, error) {
	ids = slices.Sorted(slices.Values(ids))
	var out []rubric.Candidate
	seen := map[string]bool{}
	for _, id := range slices.Compact(ids) {
		if isJoined(id) && x.split {
			continue
		}
		r, err := x.whole(id)
		if err != nil {
			return nil, err
		}
		if r == nil || seen[r.key()] {
			continue
		}
		seen[r.key()] = true
		out = append(out, withCopies(r))
	}
	slices.SortStableFunc(out, func(a, b rubric.Candidate) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return strings.Compare(a.File, b.File)
	})
	return out, nil
}
