package index_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/index"
)

func TestSearches(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), ".index")
	s := index.SearchesOf(dir)
	if list, err := s.List(); len(list) > 0 || err != nil {
		t.Errorf("before: got %v, %v", list, err)
	}
	if gone, err := s.Remove(ctx, func(index.Saved) bool { return true }); len(gone) > 0 || err != nil {
		t.Errorf("remove of none: got %v, %v", gone, err)
	}
	var all sync.WaitGroup
	for i := range 20 { // none is lost although all write at the same time
		all.Go(func() {
			if replaced, err := s.Save(ctx, index.Saved{Name: fmt.Sprintf("n%02d", i), Query: "rust"}); replaced || err != nil {
				t.Errorf("save %d: got %v, %v", i, replaced, err)
			}
		})
	}
	all.Wait()
	if list, err := s.List(); len(list) != 20 || list[0].Name != "n00" || err != nil {
		t.Errorf("got %v, %v", list, err)
	}
	if replaced, err := s.Save(ctx, index.Saved{Name: "n07", Query: "go", Sort: "name"}); !replaced || err != nil {
		t.Errorf("save again: got %v, %v", replaced, err)
	}
	gone, err := s.Remove(ctx, func(one index.Saved) bool { return one.Query == "rust" })
	if len(gone) != 19 || err != nil {
		t.Errorf("remove: got %d, %v", len(gone), err)
	}
	list, err := s.List()
	if d := cmp.Diff([]index.Saved{{Name: "n07", Query: "go", Sort: "name"}}, list); d != "" || err != nil {
		t.Errorf("error %v (-want +got):\n%s", err, d)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("the folder of the index was made")
	}
	for name, want := range map[string]bool{"a": true, "fast.c-1_x": true, "": false, "1a": false, "a b": false, "é": false, "a/b": false, strings.Repeat("a", 65): false} {
		if s.Is(name) != want {
			t.Errorf("%q is a name: got %v", name, !want)
		}
		if _, err := s.Save(ctx, index.Saved{Name: name}); (err == nil) != want {
			t.Errorf("save %q: %v", name, err)
		}
	}
	if err := os.WriteFile(dir+"-searches.json", []byte("[{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(ctx, index.Saved{Name: "a"}); err == nil {
		t.Error("a broken file was overwritten")
	}
}
