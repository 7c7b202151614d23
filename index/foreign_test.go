package index

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestForeign checks that an index never takes over a folder that holds
// somebody's files.
func TestForeign(t *testing.T) {
	for _, name := range []string{"cv.pdf", filepath.Join(segmentsName, "mine.txt")} {
		dir := t.TempDir()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(context.Background(), dir, Options{}); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: got %v, want ErrForeign", name, err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != "mine" {
			t.Errorf("%s: got %q, %v, want it untouched", name, got, err)
		}
	}
}
