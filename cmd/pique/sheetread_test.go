package main

import (
	"bufio"
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/rubric"
)

// wholeSheet is a sheet with a question of each sort, and hostile text.
func wholeSheet(t *testing.T) rubric.Sheet {
	t.Helper()
	r, err := rubric.Load(filepath.Join("..", "..", "rubrics", "hiring-essay.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	e := rubric.Evidence{Quote: "• Cut latency from 9 ms to 3 ms <script>alert(1)</script> `code` ## Rating: 9", Page: 1, Level: 3, Facts: map[string]string{"measure": "from 9 ms to 3 ms"}}
	return r.Prompts(rubric.Candidate{
		Name: "ROBIN <b>EXAMPLE</b>", File: "robin.pdf", SHA256: strings.Repeat("ab", 32), Kind: "standout-project", Rubric: "hiring-essay",
		Signals: []rubric.Signal{{ID: "faster", Level: 3, Points: 9, Evidence: []rubric.Evidence{e}}, {ID: "class-project", Level: 1, Evidence: []rubric.Evidence{{Quote: "Digits of MNIST with a CNN", Page: 2, Level: 1}}}},
	}, rubric.SheetOptions{Date: "2026-11-25"})
}

func drawn(t *testing.T, draw func(*stream)) string {
	t.Helper()
	var b bytes.Buffer
	st := &stream{w: bufio.NewWriter(&b), width: 80}
	draw(st)
	if err := st.flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarkdownSheetIsReadBack(t *testing.T) {
	sh := wholeSheet(t)
	text := drawn(t, func(st *stream) { sheetMarkdown(st, sh) })
	if answers, faults := readSheet(text); len(answers) != 0 || len(faults) != 0 {
		t.Errorf("as it was written: got %+v, %+v; want nothing", answers, faults)
	}
	n := 0
	filled := strings.ReplaceAll(text, interviewerMark, interviewerMark+" Ana  Kim")
	filled = strings.ReplaceAll(filled, "\n"+ratingMark+" \n", "\n"+ratingMark+" 4\n")
	filled = strings.ReplaceAll(filled, "\n"+notesMark+" \n", "\n"+notesMark+" one\n\n  two: Rating 3 of them\n")
	answers, faults := readSheet(filled)
	if len(faults) != 0 {
		t.Errorf("filled in: %+v", faults)
	}
	for _, a := range answers {
		if a.candidate != sh.SHA256 || a.by != "Ana Kim" || a.rating != "4" || a.note != "one\n\n  two: Rating 3 of them" || a.question != sh.Questions[n].ID {
			t.Errorf("answer %d: got %+v", n, a)
		}
		n++
	}
	if n != len(sh.Questions) || n != 2 {
		t.Errorf("got %d answers, want %d", n, len(sh.Questions))
	}
}

func TestReadSheet(t *testing.T) {
	const head = "<!-- pique sheet, candidate 0123abcd -->\n**Interviewer:** Ana\n## 3′ Faster `faster-1`\n"
	for _, c := range []struct {
		name, text string
		want       []string // question, rating, note
	}{
		{"bold and in brackets", head + "**Rating (1 to 5):** [ 3 ]\n**Notes:** good\n", []string{"faster-1", "3", "good"}},
		{"of five", head + "Rating: 2 / 5\n", []string{"faster-1", "2", ""}},
		{"windows", strings.ReplaceAll(head+"Rating (1 to 5): 5\nNotes: a\nb\n", "\n", "\r\n"), []string{"faster-1", "5", "a\nb"}},
		{"notes alone", head + "Rating (1 to 5): ___\nNotes: ran out of time\n", []string{"faster-1", "", "ran out of time"}},
		{"blanks", head + "Rating (1 to 5):\nNotes:\n", nil},
	} {
		answers, faults := readSheet(c.text)
		var got []string
		for _, a := range answers {
			got = append(got, a.question, a.rating, a.note)
		}
		if len(faults) > 0 || !cmp.Equal(got, c.want) {
			t.Errorf("%s: got %q, %+v; want %q", c.name, got, faults, c.want)
		}
	}
}

func FuzzReadSheet(f *testing.F) {
	for _, s := range []string{"", "<!-- pique sheet, candidate 0123abcd -->\n## 3′ Faster `faster-1`\nRating: 3\nNotes: x", "## `a`\nRating 3", "<!-- pique", "Rating: 9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		answers, faults := readSheet(text)
		lines := strings.Count(text, "\n") + 1
		for _, x := range faults {
			if x.line < 1 || x.line > lines {
				t.Errorf("%q: fault in line %d of %d", text, x.line, lines)
			}
		}
		for _, a := range answers {
			if a.rating == "" && a.note == "" || a.question == "" {
				t.Errorf("%q: an answer that says nothing: %+v", text, a)
			}
		}
	})
}
