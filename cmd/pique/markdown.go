package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"pique/extract"
)

// markdown writes the listing as a Markdown table, and lists below it what
// was not read.
func (l *listing) markdown(st *stream) error {
	if len(l.rows) > 0 {
		head := []string{"#", "candidate", "kind", "score"}
		align := []tw.Align{tw.AlignRight, tw.AlignLeft, tw.AlignLeft, tw.AlignRight}
		for _, s := range l.signals {
			head, align = append(head, markdownCell(s.Short)), append(align, tw.AlignCenter)
		}
		if l.stable {
			head, align = append(head, "ranks"), append(align, tw.AlignCenter)
		}
		head, align = append(head, "strongest evidence"), append(align, tw.AlignLeft)
		var rows [][]string
		for _, r := range l.rows {
			c := r.candidate
			rec := []string{
				strconv.Itoa(r.rank), markdownCell(label(c)), markdownCell(c.Kind), strconv.FormatFloat(c.Score, 'f', 0, 64),
			}
			for _, s := range l.signals {
				level := levelOf(c, s.ID)
				switch {
				case level == 0:
					rec = append(rec, absentSign)
				case s.Caution:
					rec = append(rec, markdownCell(cautionSign))
				default:
					rec = append(rec, strconv.Itoa(level))
				}
			}
			if l.stable {
				rec = append(rec, strings.TrimSpace(r.ranksText()+" "+r.tieText()))
			}
			quote := ""
			if s := r.strongest(l.signals); s.Text != "" {
				quote = strings.TrimSpace(fmt.Sprintf("“%s” %s", markdownCell(s.Text), markdownCell(s.File))) + fmt.Sprintf(" p. %d", s.Page)
			}
			rows = append(rows, append(rec, quote))
		}
		if err := markdownTable(st, head, rows, align); err != nil {
			return err
		}
		st.println("\n" + markdownCell(strings.ReplaceAll(l.legend(1000, false), "\n", "  ")))
	}
	var list []string
	for _, line := range overriddenLines(l.rows) {
		list = append(list, "- "+markdownCell(line))
	}
	for _, r := range l.rows {
		for _, line := range fileLines(r.candidate, called(r.candidate)) {
			list = append(list, "- "+markdownCell(line))
		}
		if c := r.candidate; c.Status == string(extract.Partial) {
			list = append(list, fmt.Sprintf("- %s: read in part: %s", markdownCell(c.File), markdownCell(c.Reason)))
		}
	}
	for _, c := range l.unread {
		list = append(list, fmt.Sprintf("- %s: not read: %s", markdownCell(c.File), markdownCell(c.Reason)))
	}
	if len(list) > 0 {
		st.println("\n" + strings.Join(list, "\n"))
	}
	return nil
}

// markdownTable writes a pipe table. The cells must be escaped.
func markdownTable(st *stream, head []string, rows [][]string, align []tw.Align) error {
	cell := tw.CellConfig{
		Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off},
		Alignment:  tw.CellAlignment{PerColumn: align},
	}
	t := tablewriter.NewTable(st,
		tablewriter.WithRenderer(renderer.NewMarkdown()),
		tablewriter.WithConfig(tablewriter.Config{Header: cell, Row: cell}),
		tablewriter.WithEastAsian(tw.Off),
	)
	t.Header(head)
	if err := t.Bulk(rows); err != nil {
		return fmt.Errorf("lay out table: %w", err)
	}
	if err := t.Render(); err != nil {
		return fmt.Errorf("lay out table: %w", err)
	}
	return nil
}
