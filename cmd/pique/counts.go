package main

import (
	"encoding/csv"
	"strconv"
	"strings"

	"github.com/olekukonko/tablewriter/tw"

	"pique/index"
	"pique/rubric"
)

// counts is how many of those found show each signal, at which level, and of
// which kind they are: the JSON of search --counts.
type counts struct {
	Total   int           `json:"total"`
	Signals []signalCount `json:"signals"` // most first
	Kinds   []kindCount   `json:"kinds"`   // likewise
}

type signalCount struct {
	Signal string `json:"signal"`
	Count  int    `json:"count"`
	Levels [4]int `json:"levels"` // at level 1, 2, 3 and 4
}

type kindCount struct {
	Kind  string `json:"kind"`
	Count int    `json:"count"`
}

func countsOf(a index.Answer) counts {
	c := counts{Total: a.Total, Signals: []signalCount{}, Kinds: []kindCount{}}
	for _, s := range a.Signals {
		if s.N > 0 {
			c.Signals = append(c.Signals, signalCount{s.ID, s.N, [4]int(s.Levels[1:])})
		}
	}
	for _, k := range a.Kinds {
		if k.N > 0 {
			c.Kinds = append(c.Kinds, kindCount{k.ID, k.N})
		}
	}
	return c
}

// print writes the counts in the form asked for.
func (c counts) print(st *stream, f format) error {
	switch f {
	case "json":
		return printJSON(st, c)
	case "ndjson":
		return printLine(st, c)
	}
	head := []string{"signal", "any level"}
	for l := rubric.Claimed; l <= rubric.Verifiable; l++ {
		head = append(head, rubric.LevelName(l))
	}
	var rows, kinds [][]string
	for _, s := range c.Signals {
		row := []string{s.Signal, strconv.Itoa(s.Count)}
		for _, n := range s.Levels {
			row = append(row, strconv.Itoa(n))
		}
		rows = append(rows, row)
	}
	for _, k := range c.Kinds {
		kinds = append(kinds, []string{k.Kind, strconv.Itoa(k.Count)})
	}
	switch f {
	case "csv":
		return c.csv(st, head, rows, kinds)
	case "markdown":
		return c.markdown(st, head, rows, kinds)
	}
	return c.table(st, head, rows, kinds)
}

// csv writes one table of both: a kind has no levels.
func (c counts) csv(st *stream, head []string, rows, kinds [][]string) error {
	w := csv.NewWriter(st)
	_ = w.Write(append([]string{"of"}, head...)) // errors stay with w
	for _, r := range rows {
		_ = w.Write(append([]string{"signal", csvCell(r[0])}, r[1:]...)) // as above
	}
	for _, k := range kinds {
		_ = w.Write([]string{"kind", csvCell(k[0]), k[1], "", "", "", ""}) // as above
	}
	w.Flush()
	return w.Error()
}

func (c counts) markdown(st *stream, head []string, rows, kinds [][]string) error {
	for _, part := range []struct {
		head []string
		rows [][]string
	}{{head, rows}, {[]string{"kind", "candidates"}, kinds}} {
		if len(part.rows) == 0 {
			continue
		}
		for _, r := range part.rows {
			r[0] = markdownCell(r[0])
		}
		if err := markdownTable(st, part.head, part.rows, numbersRight(len(part.head))); err != nil {
			return err
		}
		st.println("")
	}
	st.println(plural(c.Total, "candidate"))
	return nil
}

func (c counts) table(st *stream, head []string, rows, kinds [][]string) error {
	for _, part := range []struct {
		head []string
		rows [][]string
	}{{head, rows}, {[]string{"kind", "candidates"}, kinds}} {
		if len(part.rows) == 0 {
			continue
		}
		for _, r := range part.rows {
			r[0] = clean(r[0])
			for i, cell := range r[1:] {
				if cell == "0" {
					r[i+1] = st.paint(faint, absentSign)
				}
			}
		}
		painted := make([]string, len(part.head))
		for i, h := range part.head {
			painted[i] = st.paint(faint, h)
		}
		lines, err := arrange(painted, part.rows, numbersRight(len(part.head)))
		if err != nil {
			return err
		}
		st.println(strings.Join(lines, "\n") + "\n")
	}
	return nil
}

// numbersRight aligns a first column of names left and the others right.
func numbersRight(columns int) []tw.Align {
	align := []tw.Align{tw.AlignLeft}
	for len(align) < columns {
		align = append(align, tw.AlignRight)
	}
	return align
}
