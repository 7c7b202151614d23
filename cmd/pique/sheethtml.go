package main

import (
	_ "embed"
	"fmt"
	"html/template"
	"strings"

	"pique/index/trail"
	"pique/rubric"
)

// sheetPage is the page of an HTML sheet. Everything that it needs stands in
// it: no picture, font or script is fetched.
//
//go:embed sheet.html
var sheetPage string

// htmlSheet is a sheet as the page wants it.
type htmlSheet struct {
	Name      string
	Facts     []string
	Date      string
	Choice    string // protected traits that the rubric looks for on purpose
	Strongest []string
	Parts     []htmlPart
}

// htmlPart is a part of the agenda, with its question where it has one.
type htmlPart struct {
	Minutes int
	What    string
	Short   string // of What, for the line of the agenda
	Asked   bool
	ID      string
	Level   string
	Caution bool
	Quote   string // where the text does not have it
	Page    int
	Text    string
	Probes  []string
	Scale   []htmlStep
}

// htmlStep is a step of a scale: those between the ones described have no
// text.
type htmlStep struct {
	Step int
	Text string
}

// sheetHTML prints interview sheets as one page that prints on paper, each
// sheet on a sheet of its own.
func sheetHTML(st *stream, sheets []rubric.Sheet) error {
	page, err := template.New("sheet").Parse(sheetPage)
	if err != nil {
		return fmt.Errorf("read page of sheets: %w", err)
	}
	data := make([]htmlSheet, len(sheets))
	for i, sh := range sheets {
		data[i] = htmlOf(sh)
	}
	if err := page.Execute(st, data); err != nil {
		return fmt.Errorf("write page of sheets: %w", err)
	}
	return nil
}

func htmlOf(sh rubric.Sheet) htmlSheet {
	h := htmlSheet{Name: sheetName(sh), Facts: sheetFacts(sh), Date: clean(sh.Date)}
	if text := overridesText(sh.Overrides); text != "" {
		h.Choice = "The rubric " + clean(sh.Rubric) + " " + text
	}
	for _, e := range sh.Strongest {
		h.Strongest = append(h.Strongest, strengthText(e))
	}
	for _, a := range sh.Agenda {
		p := htmlPart{Minutes: a.Minutes, What: clean(a.What)}
		p.Short, _, _ = strings.Cut(p.What, ",")
		p.Short, _, _ = strings.Cut(p.Short, ":")
		if q, ok := questionOf(sh, a); ok {
			p.Asked, p.ID, p.Caution, p.Page, p.Text = true, clean(q.ID), q.Caution, q.Evidence.Page, clean(q.Text)
			p.Level = strings.Trim(levelText(q), " ()")
			if !quotes(q) {
				p.Quote = oneLine(q.Evidence.Quote)
			}
			for _, probe := range q.Probes {
				p.Probes = append(p.Probes, clean(probe))
			}
			for n := trail.Lowest; n <= trail.Highest && len(q.Scale) > 0; n++ {
				p.Scale = append(p.Scale, htmlStep{n, clean(q.Scale[fmt.Sprint(n)])})
			}
		}
		h.Parts = append(h.Parts, p)
	}
	return h
}
