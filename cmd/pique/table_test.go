package main

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pique/extract"
	"pique/rubric"
)

// screen is a stream that writes into a buffer.
func screen(width int, color bool) (*stream, *bytes.Buffer) {
	var b bytes.Buffer
	return &stream{w: bufio.NewWriter(&b), width: width, color: color}, &b
}

// crowd is a listing with all that is hard to lay out.
func crowd() *listing {
	l := &listing{signals: []rubric.SignalInfo{
		{ID: "faster", Title: "Faster", Short: "fast"},
		{ID: "publication", Title: "Publication", Short: "pub"},
		{ID: "class-project", Title: "Class project", Short: "class", Caution: true},
	}}
	names := []string{
		"Ann Example", "王小明", "Nguyễn Thị Minh Khai", "A Name That Is Far Too Long For Any Column Of Any Table",
		"Evil\x1b[2J\u202eName", "",
	}
	for i, n := range names {
		c := rubric.Candidate{File: fmt.Sprintf("%d.pdf", i), Name: n, Kind: "standout-project", Score: float64(90 - i), Status: "ok"}
		c.Signals = []rubric.Signal{
			{ID: "class-project", Level: 1, Evidence: []rubric.Evidence{{Quote: "Titanic", Page: 1}}},
			{ID: "faster", Level: 3, Points: 20, Evidence: []rubric.Evidence{
				{Quote: "Cut the latency of 検索 from 120 ms to 35 ms by pruning\x07 and by moving everything that could move to the graphics card", Page: 2},
			}},
		}
		l.rows = append(l.rows, row{rank: i + 1, candidate: c})
	}
	l.rows[1].candidate.Hidden = []extract.Hidden{{Text: "expert", Page: 1}}
	l.rows[2].candidate.Status = string(extract.Partial)
	l.rows[2].candidate.Reason = "page 2 of 2: damaged"
	l.unread = []rubric.Candidate{{File: "scan.pdf", Status: "unreadable", Reason: "no text layer (2 pages of images)"}}
	return l
}

// TestTableFits: no line is wider than the screen, at any width, with and
// without colours, and nothing of a document moves the cursor.
func TestTableFits(t *testing.T) {
	for width := 60; width <= 200; width += 7 {
		for _, color := range []bool{false, true} {
			st, b := screen(width, color)
			if err := crowd().table(st); err != nil {
				t.Fatal(err)
			}
			if err := st.flush(); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(b.String()) {
				line = strings.TrimSuffix(line, "\n")
				if columns(line) > width {
					t.Errorf("width %d: a line takes %d columns: %q", width, columns(line), line)
				}
				if strings.Contains(line, "\x1b[2J") || strings.ContainsAny(line, "\u202e\x07") {
					t.Errorf("width %d: a control character comes through: %q", width, line)
				}
				if !color && strings.Contains(line, "\x1b") {
					t.Errorf("width %d: colour without being asked: %q", width, line)
				}
			}
		}
	}
}

func TestTable(t *testing.T) {
	st, b := screen(80, false)
	if err := crowd().table(st); err != nil {
		t.Fatal(err)
	}
	if err := st.flush(); err != nil {
		t.Fatal(err)
	}
	want := `# candidate                      score fast pub class
1 Ann Example                       90  3    ·    !
  standout-project  "Cut the latency of 検索 from 120 ms to 35 ms by…" p.2
2 ? 王小明                          89  3    ·    !
  standout-project  "Cut the latency of 検索 from 120 ms to 35 ms by…" p.2
3 ~ Nguyễn Thị Minh Khai            88  3    ·    !
  standout-project  "Cut the latency of 検索 from 120 ms to 35 ms by…" p.2
4 A Name That Is Far Too Long…      87  3    ·    !
  standout-project  "Cut the latency of 検索 from 120 ms to 35 ms by…" p.2
5 Evil[2JName                       86  3    ·    !
  standout-project  "Cut the latency of 検索 from 120 ms to 35 ms by…" p.2
6 5.pdf                             85  3    ·    !
  standout-project  "Cut the latency of 検索 from 120 ms to 35 ms by…" p.2

1 claimed  2 specific  3 measured  4 verifiable  ! caution
? has hidden text, not counted: ask about it  ~ read in part

Read in part
  2.pdf  page 2 of 2: damaged

Not read, and so not ranked
  scan.pdf  no text layer (2 pages of images)
`
	if got := b.String(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
