package index

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	bleveindex "github.com/blevesearch/bleve_index_api"
	zap "github.com/blevesearch/zapx/v17"

	"pique/rubric"
)

// personRecord is a document of one person, with words that nobody else has.
func personRecord(n int, word string) Record {
	quote := fmt.Sprintf("Made the %sx scheduler 3 times faster", word)
	return Record{
		Candidate: rubric.Candidate{
			File: word + "/cv.pdf", SHA256: fmt.Sprintf("%064x", n), Status: "ok", Name: "Ada " + word, Email: word + "@example.org", Kind: "intern", Score: float64(n % 100),
			Signals: []rubric.Signal{{ID: "faster", Level: 3, Evidence: []rubric.Evidence{{Quote: quote, Page: 1, Section: "projects"}}}},
		},
		Root: "/people", RubricDigest: "d", Extractor: 1, Organisations: []string{word + " works"},
		Text: []Passage{{Section: "header", Text: "Ada " + word, Page: 1}, {Section: "projects", Text: quote, Page: 1}, {Section: "skills", Text: "Go, C++, shared words", Page: 2}},
	}
}

// contents are the files under a folder in lower case, each with what is
// compressed in it.
type contents map[string][]byte

// holding names the files that hold a word.
func (c contents) holding(word string) (out []string) {
	for path, data := range c {
		if bytes.Contains(data, []byte(word)) {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}

func contentsOf(t *testing.T, dir string) contents {
	t.Helper()
	out := contents{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if filepath.Ext(path) == ".rows" {
			rows, err := openRows(path)
			if err != nil {
				return err
			}
			defer rows.close()
			var u unpacker
			for n := range uint32(rows.rows) {
				r := &row{}
				if err := u.unpack(rows.span(partBlobs, partBlobEnds, n), r, true); err != nil {
					return err
				}
				data = fmt.Appendf(data, "%+v %+v", r.stored, r.text)
			}
		}
		if filepath.Ext(path) == ".zap" {
			z, err := (&zap.ZapPlugin{}).Open(path)
			if err != nil {
				return err
			}
			defer z.Close() //nolint:errcheck // was only read
			s := segment{zap: z}
			for _, field := range z.Fields() {
				err := s.eachTerm(field, "", "", func(e *bleveindex.DictEntry) bool {
					data = fmt.Append(data, e.Term, " ")
					return true
				})
				if err != nil {
					return err
				}
			}
		}
		out[path] = bytes.ToLower(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestErase checks that nothing of a person is left in any file, whether
// the file was replaced before, dropped before, or is erased now, alone in a
// segment or among others, and that all others are as they were.
func TestErase(t *testing.T) {
	dir := t.TempDir()
	ctx := context.Background()
	x, err := Open(ctx, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	word := func(n int) string { return "quorl" + strings.Repeat(string(rune('a'+n%26)), 2+n/26) }
	var ids []string
	for n := range 80 {
		r := personRecord(n, word(n))
		if n == 6 {
			r.Candidate.File = "six/cv.pdf"
		}
		ids = append(ids, r.Candidate.SHA256)
		if err := x.Put(r); err != nil {
			t.Fatal(err)
		}
		if n%8 == 3 {
			if err := x.settle(); err != nil {
				t.Fatal(err)
			}
		}
	}
	replaced := personRecord(200, word(7)) // the file of another person was written over
	replaced.Candidate.File, replaced.Candidate.Name, replaced.Candidate.Email = "six/cv.pdf", "Ada", ""
	if err := x.Put(replaced); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Drop(ctx, func(e Entry) bool { return e.ID != ids[5] }); err != nil {
		t.Fatal(err)
	}
	if err := x.SetTable(ids); err != nil {
		t.Fatal(err)
	}
	if n, err := x.Erase(ctx, ids[2], ids[40], ids[79], "unknown"); n != 3 || err != nil {
		t.Fatalf("erased %d, error %v; want 3", n, err)
	}
	gone := map[int]bool{2: true, 5: true, 6: true, 40: true, 79: true}
	check := func(when string) {
		t.Helper()
		all := contentsOf(t, dir)
		for n := range 80 {
			found := all.holding(word(n) + " ") // as in the name; the longer words begin like the shorter
			found = append(found, all.holding(word(n)+"x")...)
			if gone[n] != (len(found) == 0) {
				t.Errorf("%s: %s of person %d is in %v, want none: %v", when, word(n), n, found, gone[n])
			}
		}
	}
	check("erased")
	if list := x.Table(); len(list) != 80 || list[2] != "" || list[3] != ids[3] {
		t.Errorf("the table is %.9v, want the ranks of the others", list)
	}
	if found, err := x.Find("3"); len(found) != 0 || err != nil {
		t.Errorf("rank 3 gives %v, %v; want nobody", found, err)
	}
	if n, err := x.Count(); n != 76 || err != nil {
		t.Errorf("%d are left, error %v; want 76", n, err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	check("closed")

	x, err = Open(ctx, dir, Options{})
	if err != nil || x.Rebuilt() != nil {
		t.Fatal(err, x.Rebuilt())
	}
	defer x.Close() //nolint:errcheck // the test has failed or is done
	if _, err := x.Erase(ctx, ids...); err != nil {
		t.Fatal(err)
	}
	for n := range 80 {
		if n != 7 { // of whom a second document is there
			gone[n] = true
		}
	}
	check("all erased")
	if found := contentsOf(t, dir).holding("schedul"); len(found) != 2 {
		t.Errorf("the word of the one who is left is in %v, want its segment's two files", found)
	}
	reader, err := Open(ctx, dir, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := reader.Erase(ctx, ids[0]); !errors.Is(err, ErrReadOnly) {
		t.Errorf("a reader erases: %v", err)
	}
	if err := reader.Close(); err != nil {
		t.Error(err)
	}
}
