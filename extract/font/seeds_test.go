package font

import (
	"bytes"
	"compress/zlib"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// maxSeed bounds a seed in bytes: fuzzing works best on small ones.
const maxSeed = 16 << 10

// seeds returns the decoded streams, of the files of a folder, that a want
// holds for. They are found by the words around them.
func seeds(tb testing.TB, folder string, most int, want func([]byte) bool) [][]byte {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil {
		tb.Fatal(err)
	}
	var out [][]byte
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		for len(out) < most {
			i := bytes.Index(data, []byte("stream"))
			if i < 0 {
				break
			}
			data = bytes.TrimLeft(data[i+len("stream"):], "\r\n")
			r, err := zlib.NewReader(bytes.NewReader(data))
			if err != nil {
				continue
			}
			text, _ := io.ReadAll(io.LimitReader(r, maxSeed))
			if want(text) {
				out = append(out, text)
			}
		}
	}
	return out
}

// addSeeds adds streams of the project's own files, of which there must be so
// many, and of the files beside the checkout.
func addSeeds(f *testing.F, least int, want func([]byte) bool) {
	f.Helper()
	own := seeds(f, "../../testdata/resumes", 64, want)
	if len(own) < least {
		f.Fatalf("got %d seeds from testdata, want %d or more", len(own), least)
	}
	for _, folder := range []string{"../../../shared/corpus/odd", "../../../shared/corpus/synth"} {
		own = append(own, seeds(f, folder, 64, want)...)
	}
	for _, s := range own {
		f.Add(s)
	}
}

func isCMap(b []byte) bool { return bytes.Contains(b, []byte("begincmap")) }

func isProgram(b []byte) bool {
	return bytes.HasPrefix(b, []byte("%!")) || bytes.HasPrefix(b, []byte("OTTO")) || bytes.HasPrefix(b, []byte{0, 1, 0, 0}) || bytes.HasPrefix(b, []byte{1, 0, 4})
}
