package index

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// Saved is a search that a person gave a name.
type Saved struct {
	Name  string `json:"name"`
	Query string `json:"query"`          // as package query reads it
	Sort  string `json:"sort,omitempty"` // empty where none was asked for
}

// Searches are the searches that were saved for an index. They lie in a file
// beside its folder, not in it, since the index is a cache that may be
// removed: for ".pique" it is ".pique-searches.json".
type Searches struct{ path string }

// SearchesOf returns the searches saved for the index in a folder.
func SearchesOf(dir string) Searches {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	return Searches{filepath.Clean(dir) + "-searches.json"}
}

// Is reports whether a name can be that of a search: a letter, then letters,
// digits, dots, dashes and underscores, 64 at most.
func (Searches) Is(name string) bool {
	for i, r := range name {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789.-_", r)) {
			return false
		}
	}
	return 0 < len(name) && len(name) <= 64
}

// List returns the searches by name; none where none was saved.
func (s Searches) List() ([]Saved, error) {
	data, err := os.ReadFile(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read saved searches: %w", err)
	}
	var list []Saved
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("read saved searches: %s: %w", s.path, err)
	}
	slices.SortFunc(list, func(a, b Saved) int { return cmp.Compare(a.Name, b.Name) })
	return list, nil
}

// Save keeps a search in the place of the one of its name, and reports
// whether there was one.
func (s Searches) Save(ctx context.Context, one Saved) (replaced bool, err error) {
	if !s.Is(one.Name) {
		return false, fmt.Errorf("save search: %q is no name", one.Name)
	}
	err = s.change(ctx, func(list []Saved) []Saved {
		kept := slices.DeleteFunc(slices.Clone(list), func(o Saved) bool { return o.Name == one.Name })
		replaced = len(kept) < len(list)
		return append(kept, one)
	})
	return replaced, err
}

// Remove takes out the searches that a function picks and returns them.
func (s Searches) Remove(ctx context.Context, which func(Saved) bool) (removed []Saved, err error) {
	if _, err := os.Stat(s.path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	err = s.change(ctx, func(list []Saved) []Saved {
		removed = nil
		return slices.DeleteFunc(slices.Clone(list), func(o Saved) bool {
			if which(o) {
				removed = append(removed, o)
				return true
			}
			return false
		})
	})
	return removed, err
}

// change writes the list anew; a kill leaves the old one or the new one. Who
// else changes it at the same time waits.
func (s Searches) change(ctx context.Context, f func([]Saved) []Saved) error {
	unlock, err := s.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	list, err := s.List()
	if err != nil {
		return err
	}
	next := f(list)
	if slices.Equal(next, list) {
		return nil
	}
	slices.SortFunc(next, func(a, b Saved) int { return cmp.Compare(a.Name, b.Name) })
	data, err := json.MarshalIndent(next, "", "  ")
	if err != nil {
		return fmt.Errorf("save searches: %w", err)
	}
	file, err := os.CreateTemp(filepath.Dir(s.path), filepath.Base(s.path)+"-")
	if err != nil {
		return fmt.Errorf("save searches: %w", err)
	}
	_, err = file.Write(append(data, '\n'))
	if err = errors.Join(err, file.Sync(), file.Close()); err == nil {
		err = os.Rename(file.Name(), s.path)
	}
	if err != nil {
		_ = os.Remove(file.Name()) // the first error is the one to tell
		return fmt.Errorf("save searches: %w", err)
	}
	return nil
}

// lock waits for others that change the list.
func (s Searches) lock(ctx context.Context) (unlock func(), err error) {
	type locked struct {
		unlock func()
		err    error
	}
	got := make(chan locked, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(strings.TrimSuffix(s.path, ".json") + ".lock").Lock()
		got <- locked{unlock, err}
	}()
	select {
	case l := <-got:
		if l.err != nil {
			return nil, fmt.Errorf("save searches: %w", l.err)
		}
		return l.unlock, nil
	case <-ctx.Done():
		err = ctx.Err()
	case <-time.After(5 * time.Second):
		err = fmt.Errorf("save searches: %w", ErrLocked)
	}
	go func() {
		if l := <-got; l.err == nil {
			l.unlock()
		}
	}()
	return nil, err
}
