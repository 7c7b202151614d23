package rubric_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/rubric"
)

var update = flag.Bool("update", false, "write what came out into the golden files")

// TestFaultFixtures: each file of testdata/err has the faults that the golden
// file beside it lists, all of them, with their places.
func TestFaultFixtures(t *testing.T) {
	const least = 15
	files, err := filepath.Glob("testdata/err/*.yaml")
	if err != nil || len(files) < least {
		t.Fatalf("%d files (%v), want %d or more", len(files), err, least)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, err = rubric.Parse(filepath.Base(file), data)
		var faults *rubric.Faults
		if !errors.As(err, &faults) {
			t.Errorf("%s: got %v, want faults", file, err)
			continue
		}
		got := faults.Error() + "\n"
		golden := strings.TrimSuffix(file, ".yaml") + ".golden"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

// TestParseEncodings: what editors do to a file around its text is taken, and
// what is no text is said in plain words.
func TestParseEncodings(t *testing.T) {
	plain, err := rubric.Parse("r.yaml", []byte(sound))
	if err != nil {
		t.Fatal(err)
	}
	for name, src := range map[string]string{
		"byte order mark": "\xef\xbb\xbf" + sound,
		"CRLF":            strings.ReplaceAll(sound, "\n", "\r\n"),
		"both":            "\xef\xbb\xbf" + strings.ReplaceAll(sound, "\n", "\r\n"),
		"trailing spaces": strings.ReplaceAll(sound, "\n", "  \n"),
		"comment first":   "# yaml-language-server: $schema=rubric.schema.json\n" + sound,
	} {
		r, err := rubric.Parse("r.yaml", []byte(src))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(plain.Describe(), r.Describe()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	for name, tt := range map[string]struct{ src, want string }{
		"Latin 1":       {strings.Replace(sound, "because", "caf\xe9", 1), "r.yaml:6:13: the byte 0xe9 is no letter of UTF-8 (save the file as UTF-8"},
		"UTF-16":        {"\xff\xfer\x00u\x00", "r.yaml:1:1: the file is saved as UTF-16"},
		"control":       {strings.Replace(sound, "because", "be\x07cause", 1), "r.yaml:6:12: a control character that cannot be seen, U+0007"},
		"tab, CRLF":     {"rubric: a\r\n\ttitle: b\r\n", "r.yaml:2:1: a tab stands before the text (indent with spaces"},
		"two bad lines": {"rubric: \xe9\ntitle: \xe8\n", "r.yaml:2:8: the byte 0xe8"},
	} {
		_, err := rubric.Parse("r.yaml", []byte(tt.src))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", name, err, tt.want)
		}
	}
}
