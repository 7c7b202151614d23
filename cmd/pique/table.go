package main

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"pique/extract"
	"pique/index"
	"pique/rubric"
)

// The widths of the ranked table, in columns of the screen.
const (
	nameRoom    = 22 // for names where there is room
	nameLeast   = 12
	nameMost    = 30 // for names on a line without the quote
	quoteLeast  = 50 // under this the quote goes on a line of its own
	gap         = 1  // between columns
	quoteIndent = 5
	absentSign  = "·"
	cautionSign = "!"
	hiddenMark  = "?"
	partialMark = "~"
	bandRule    = "┄"
)

// arrange lays rows out in columns by tablewriter, without rules, with gap
// spaces between columns, and returns the lines; those of the header first.
func arrange(head []string, rows [][]string, align []tw.Align) ([]string, error) {
	var b bytes.Buffer
	none := tw.Padding{Left: "", Right: "", Overwrite: true}
	between := tw.Padding{Left: "", Right: strings.Repeat(" ", gap), Overwrite: true}
	paddings := make([]tw.Padding, len(head))
	for i := range paddings {
		paddings[i] = between
	}
	paddings[len(head)-1] = none
	cell := func() tw.CellConfig {
		return tw.CellConfig{
			Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off},
			Alignment:  tw.CellAlignment{PerColumn: align},
			Padding:    tw.CellPadding{Global: between, PerColumn: paddings},
		}
	}
	t := tablewriter.NewTable(&b,
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders: tw.BorderNone,
			Settings: tw.Settings{
				Separators: tw.SeparatorsNone,
				Lines:      tw.LinesNone,
			},
		})),
		tablewriter.WithConfig(tablewriter.Config{
			Header: cell(), Row: cell(),
			Behavior: tw.Behavior{TrimSpace: tw.Off, AutoHide: tw.Off},
		}),
		tablewriter.WithEastAsian(tw.Off),
	)
	t.Header(head)
	if err := t.Bulk(rows); err != nil {
		return nil, fmt.Errorf("lay out table: %w", err)
	}
	if err := t.Render(); err != nil {
		return nil, fmt.Errorf("lay out table: %w", err)
	}
	lines := strings.Split(strings.TrimRight(b.String(), "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return lines, nil
}

// table writes the ranked table, fitted to the width of the stream. Where
// there is no room for the quote beside the signals, it goes below.
func (l *listing) table(st *stream) error {
	if len(l.rows) > 0 {
		if err := l.ranked(st); err != nil {
			return err
		}
		overridden(st, l.rows)
	}
	var part []rubric.Candidate
	for _, r := range l.rows {
		if r.candidate.Status == string(extract.Partial) {
			part = append(part, r.candidate)
		}
	}
	severalFiles(st, l.rows, l.unread)
	reasons(st, "Read in part", part)
	reasons(st, "Not read, and so not ranked", l.unread)
	return nil
}

// ranked writes the table proper.
func (l *listing) ranked(st *stream) error {
	kinds := 0
	for _, r := range l.rows {
		kinds = max(kinds, columns(clean(r.candidate.Kind)))
	}
	rankRoom := len(strconv.Itoa(l.rows[len(l.rows)-1].rank))
	fixed := rankRoom + gap + len("score") + gap
	ranks := 0
	if l.stable {
		for _, r := range l.rows {
			ranks = max(ranks, columns(r.ranksText())+len(tieSign), len("ranks"))
		}
		fixed += ranks + gap
	}
	for _, s := range l.signals {
		fixed += max(columns(clean(s.Short)), 1) + gap
	}
	names := 0
	for _, r := range l.rows {
		names = max(names, columns(label(r.candidate)))
	}
	beside := st.width-fixed-(kinds+gap)-(min(names, nameRoom)+gap) >= quoteLeast
	if beside {
		names = min(names, nameRoom)
	} else { // the kind goes below as well
		names = max(min(names, nameMost, st.width-fixed-gap), nameLeast)
	}

	head := []string{"#", pad("candidate", names)}
	align := []tw.Align{tw.AlignRight, tw.AlignLeft}
	if beside {
		head, align = append(head, "kind"), append(align, tw.AlignLeft)
	}
	head, align = append(head, "score"), append(align, tw.AlignRight)
	if l.stable {
		head, align = append(head, "ranks"), append(align, tw.AlignLeft)
	}
	for _, s := range l.signals {
		head, align = append(head, clean(s.Short)), append(align, tw.AlignCenter)
	}
	room := st.width - quoteIndent - rankRoom
	if beside {
		room = st.width - fixed - (kinds + gap) - (names + gap)
		head, align = append(head, "strongest evidence"), append(align, tw.AlignLeft)
	}
	for i := range head {
		head[i] = st.paint(faint, head[i])
	}
	rows := make([][]string, len(l.rows))
	for i, r := range l.rows {
		rows[i] = l.cells(st, r, names, beside, room)
	}
	lines, err := arrange(head, rows, align)
	if err != nil {
		return err
	}
	st.println(lines[0])
	widest := 0
	for _, line := range lines {
		widest = max(widest, columns(line))
	}
	for i, r := range l.rows {
		if r.opens {
			st.println(st.paint(faint, strings.Repeat(bandRule, min(widest, st.width))))
		}
		st.println(lines[i+1])
		if !beside {
			for _, below := range l.below(st, r, room) {
				if below != "" {
					st.println(strings.Repeat(" ", rankRoom+gap) + below)
				}
			}
		}
	}
	st.println("\n" + st.paint(faint, l.legend(st.width, true)))
	return nil
}

// cells is a row of the table.
func (l *listing) cells(st *stream, r row, names int, beside bool, room int) []string {
	c := r.candidate
	name := shorten(label(c), names)
	if more := moreDocuments(c); more != "" {
		name = shorten(strings.TrimSuffix(label(c), more), names-columns(more)) + more
	}
	cells := []string{strconv.Itoa(r.rank), st.paint(strong, name)}
	if beside {
		cells = append(cells, clean(c.Kind))
	}
	cells = append(cells, strconv.FormatFloat(c.Score, 'f', 0, 64))
	if l.stable {
		cells = append(cells, r.ranksText()+st.paint(faint, r.tieText()))
	}
	for _, s := range l.signals {
		cells = append(cells, sign(st, levelOf(c, s.ID), s.Caution))
	}
	if beside {
		cells = append(cells, quote(st, r.strongest(l.signals), room))
	}
	return cells
}

// below is what stands under a row that has no room for the quote: the kind
// and the quote, and where a query found a second line, that one too.
func (l *listing) below(st *stream, r row, room int) []string {
	kind := clean(r.candidate.Kind)
	if kind != "" {
		room -= columns(kind) + 2
		kind = st.paint(faint, kind) + "  "
	}
	lines := []string{strings.TrimRight(kind+quote(st, r.strongest(l.signals), room), " ")}
	if len(r.snippets) > 1 {
		lines = append(lines, strings.Repeat(" ", columns(kind))+quote(st, r.snippets[1], room))
	}
	return lines
}

// quote is a line in quotation marks, with its file and page; what a query
// found in it is set off.
func quote(st *stream, s index.Snippet, room int) string {
	text, marks := clean(s.Text), s.Marks
	if text == "" {
		return ""
	}
	if text != s.Text { // the marks are those of other bytes
		marks = nil
	}
	at := ""
	if s.File != "" {
		at = " " + shorten(clean(s.File), room/4)
	}
	if s.Page > 0 {
		at += fmt.Sprintf(" p.%d", s.Page)
	}
	short, marks := excerpt(text, marks, room-columns(at)-2)
	return `"` + emphasise(st, short, marks) + `"` + st.paint(faint, at)
}

// emphasise sets off the marked bytes of text.
func emphasise(st *stream, text string, marks [][2]int) string {
	if !st.color || len(marks) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, m := range marks {
		if m[0] < at || m[1] < m[0] {
			continue
		}
		b.WriteString(text[at:m[0]])
		b.WriteString(st.paint(found, text[m[0]:m[1]]))
		at = m[1]
	}
	return b.String() + text[at:]
}

// sign shows a level in one character.
func sign(st *stream, level int, caution bool) string {
	switch {
	case level == rubric.Absent:
		return st.paint(faint, absentSign)
	case caution:
		return st.paint(warning, cautionSign)
	}
	return st.paint(levelStyle(level), strconv.Itoa(level))
}

func levelStyle(level int) style {
	switch level {
	case rubric.Claimed:
		return claimed
	case rubric.Specific:
		return specific
	case rubric.Measured:
		return measured
	}
	return verified
}

// label names a candidate in a table: by name, else by file, with a mark
// for hidden text and one for a file that was read in part.
func label(c rubric.Candidate) string {
	s := ""
	if c.Status == string(extract.Partial) {
		s += partialMark
	}
	if len(c.Hidden) > 0 {
		s += hiddenMark
	}
	if s != "" {
		s += " "
	}
	return s + spoken(called(c)) + moreDocuments(c)
}

// moreDocuments says how many documents were joined to the first: " +1".
func moreDocuments(c rubric.Candidate) string {
	if n := len(c.Documents); n > 1 {
		return fmt.Sprintf(" +%d", n-1)
	}
	return ""
}

// called is the name of a candidate, or the file where the name is unknown.
func called(c rubric.Candidate) string {
	if name := strings.TrimSpace(clean(c.Name)); name != "" {
		return name
	}
	return clean(c.File)
}

// legend explains the signs that stand in the table, and the rules between
// bands where it has some.
func (l *listing) legend(width int, rules bool) string {
	parts := []string{"1 claimed", "2 specific", "3 measured", "4 verifiable"}
	var hidden, part, caution, several bool
	for _, r := range l.rows {
		several = several || len(r.candidate.Documents) > 1
		hidden = hidden || len(r.candidate.Hidden) > 0
		part = part || r.candidate.Status == string(extract.Partial)
		for _, s := range l.signals {
			caution = caution || s.Caution && levelOf(r.candidate, s.ID) > 0
		}
	}
	if caution {
		parts = append(parts, cautionSign+" caution")
	}
	if hidden {
		parts = append(parts, hiddenMark+" has hidden text, not counted: ask about it")
	}
	if several {
		parts = append(parts, "+1 another document joined")
	}
	if part {
		parts = append(parts, partialMark+" read in part")
	}
	if rules && slices.ContainsFunc(l.rows, func(r row) bool { return r.opens }) {
		parts = append(parts, bandLegend)
	}
	if l.stable {
		parts = append(parts, ranksLegend)
	}
	return strings.Join(wrapParts(parts, "  ", width), "\n")
}

// wrapParts joins parts by sep into lines of at most width columns; no part
// is broken.
func wrapParts(parts []string, sep string, width int) []string {
	var lines []string
	line := ""
	for _, p := range parts {
		switch {
		case line == "":
			line = p
		case columns(line)+columns(sep)+columns(p) > width:
			lines = append(lines, line)
			line = p
		default:
			line += sep + p
		}
	}
	return append(lines, line)
}
