package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestClosedOutput: whoever reads the output may have seen enough, as head
// has; that is no error, and the index is whole.
func TestClosedOutput(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	for _, args := range [][]string{
		{"score", "../../testdata/resumes", "--format", "json", "--index", dir},
		{"search", "--limit", "0", "--format", "ndjson", "--index", dir},
		{"search", "--index", dir},
		{"status", "--index", dir},
		{"show", "huang-yichen.pdf", "--index", dir},
		{"rubric", "show"},
	} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		var said bytes.Buffer
		cmd := exec.Command("pique", args...)
		cmd.Stdout, cmd.Stderr = w, &said
		err = cmd.Run()
		if closed := w.Close(); err != nil || closed != nil || bytes.Contains(said.Bytes(), []byte("error")) {
			t.Errorf("%v: got %v, %v and %q", args, err, closed, said.String())
		}
	}
}
