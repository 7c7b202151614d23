package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"pique/extract"
	"pique/extract/glyph"
	"pique/extract/layout"
)

// textOptions are the flags of text.
type textOptions struct {
	format format
	read   readOptions
}

func newTextCommand(s *session) *cobra.Command {
	var o textOptions
	cmd := &cobra.Command{
		Use:   "text FILE",
		Short: "Print what a reader of the file sees",
		Long: long(`
Prints the visible text of a PDF file in the order of reading, each heading,
title line, paragraph and bullet on a line of its own, without the heads and
feet that run from page to page. As JSON it has these as well, and pages, lines
with their boxes, sections, entries and the text that cannot be seen.

Two engines can read a file: our own, and PDFium for what the own one is in
doubt about; --engine names one of them, to compare. PDFium is compiled when it
is first used, which takes up to half a minute, and kept in the folder pique of
the caches of your account (on Linux ~/.cache/pique); it may be removed.`,
			exitDone, exitUnread, exitUsage, exitInput, exitInterrupted),
		Example: `  pique text jane.pdf
  pique text scan.pdf --ocr
  pique text jane.pdf --format json | jq '.hidden'`,
		Args: need(1, 1, "file"),
		RunE: func(cmd *cobra.Command, args []string) error { return runText(cmd.Context(), s, o, args[0]) },
	}
	addFormat(cmd, &o.format, "text", "json")
	o.read.addEngine(cmd)
	o.read.addFlags(cmd)
	return cmd
}

// runText prints the text of one file.
func runText(ctx context.Context, s *session, o textOptions, path string) error {
	sources, err := walk([]string{path})
	if err != nil {
		return err
	}
	if len(sources) != 1 || filepath.Clean(sources[0].Path) != filepath.Clean(path) {
		return usageError("pique score reads folders", "text: %s is a folder", path)
	}
	d := extract.Document{File: sources[0].File, Status: extract.Unreadable, Reason: sources[0].Reason}
	if isPDF(sources[0]) {
		pool := o.read.open(s, 1)
		defer pool.Close() //nolint:errcheck // all has been read
		d = pool.Read(ctx, path)
		if err := pool.Err(); err != nil && ctx.Err() == nil {
			return cannotRead(err)
		}
		d.File = sources[0].File
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if o.format == "json" {
		if err := printJSON(s.out, documentJSON(&d)); err != nil {
			return err
		}
	} else {
		for _, l := range d.Lines {
			if l.Kind != layout.Running {
				s.out.println(clean(l.Text))
			}
		}
	}
	switch d.Status {
	case extract.Unreadable:
		s.err.printf("%s: not read: %s\n", clean(d.File), clean(d.Reason))
		return errUnread
	case extract.Partial:
		s.err.printf("%s: read in part: %s\n", clean(d.File), clean(d.Reason))
	}
	return nil
}

// The JSON of text: what is on the pages, and what is made of it.
type (
	textJSON struct {
		File     string           `json:"file"`
		SHA256   string           `json:"sha256"`
		Status   extract.Status   `json:"status"`
		Reason   string           `json:"reason"`
		Engine   extract.Engine   `json:"engine"`
		Doubt    string           `json:"doubt"`
		OCR      bool             `json:"ocr"`
		Name     string           `json:"name"`
		Email    string           `json:"email"`
		Phone    string           `json:"phone"`
		Links    []string         `json:"links"`
		Pages    []pageJSON       `json:"pages"`
		Sections []sectionJSON    `json:"sections"`
		Entries  []entryJSON      `json:"entries"`
		Lines    []lineJSON       `json:"lines"`
		Hidden   []extract.Hidden `json:"hidden"`
	}
	pageJSON struct {
		Page   int     `json:"page"` // from 1
		Width  float64 `json:"width"`
		Height float64 `json:"height"`
		Images int     `json:"images"`
		OCR    bool    `json:"ocr"`
		Reason string  `json:"reason"`
	}
	sectionJSON struct {
		Kind    string `json:"kind"`
		Heading string `json:"heading"`
		Start   int    `json:"start"` // lines, [start, end), from 0
		End     int    `json:"end"`
	}
	entryJSON struct {
		Section      int       `json:"section"`
		Start        int       `json:"start"`
		End          int       `json:"end"`
		Title        string    `json:"title"`
		Organisation string    `json:"organisation"`
		Dates        datesJSON `json:"dates"`
		Links        []string  `json:"links"`
	}
	datesJSON struct {
		Text  string `json:"text"`
		Start string `json:"start"`
		End   string `json:"end"`
	}
	lineJSON struct {
		Text    string     `json:"text"`
		Kind    string     `json:"kind"`
		Page    int        `json:"page"`
		Box     glyph.Box  `json:"box"`
		Section int        `json:"section"`
		Entry   int        `json:"entry"` // -1: none
		Marker  string     `json:"marker"`
		Spans   []spanJSON `json:"spans"`
		Links   []linkJSON `json:"links"`
	}
	spanJSON struct {
		Start int       `json:"start"` // bytes of text, [start, end)
		End   int       `json:"end"`
		Page  int       `json:"page"`
		Box   glyph.Box `json:"box"`
	}
	linkJSON struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		URI   string `json:"uri"`
	}
)

func documentJSON(d *extract.Document) textJSON {
	out := textJSON{
		File: d.File, SHA256: d.SHA256, Status: d.Status, Reason: d.Reason, Engine: d.Engine, Doubt: d.Doubt, OCR: d.OCR,
		Name: d.Name, Email: d.Email, Phone: d.Phone, Links: some(d.Links),
		Pages: []pageJSON{}, Sections: []sectionJSON{}, Entries: []entryJSON{}, Lines: []lineJSON{},
		Hidden: shownHidden(d.Hidden),
	}
	for _, p := range d.Pages {
		out.Pages = append(out.Pages, pageJSON{p.Number, hundredths(p.Width), hundredths(p.Height), p.Images, p.OCR, p.Reason})
	}
	for _, s := range d.Sections {
		out.Sections = append(out.Sections, sectionJSON{s.Kind, s.Heading, s.Start, s.End})
	}
	for _, e := range d.Entries {
		out.Entries = append(out.Entries, entryJSON{
			e.Section, e.Start, e.End, e.Title, e.Organisation,
			datesJSON{e.Dates.Text, e.Dates.Start, e.Dates.End}, some(e.Links),
		})
	}
	for _, l := range d.Lines {
		j := lineJSON{
			Text: l.Text, Kind: kindName(l.Kind), Page: l.Page, Box: shownBox(l.Box), Section: l.Section, Entry: l.Entry,
			Marker: l.Marker, Spans: []spanJSON{}, Links: []linkJSON{},
		}
		for _, s := range l.Spans {
			j.Spans = append(j.Spans, spanJSON{s.Start, s.End, s.Page, shownBox(s.Box)})
		}
		for _, k := range l.Links {
			j.Links = append(j.Links, linkJSON{k.Start, k.End, k.URI})
		}
		out.Lines = append(out.Lines, j)
	}
	return out
}

// some is an empty list for nil, so that JSON has [].
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func kindName(k layout.Kind) string {
	switch k {
	case layout.Text:
		return "text"
	case layout.Heading:
		return "heading"
	case layout.Title:
		return "title"
	case layout.Bullet:
		return "bullet"
	case layout.Running:
		return "running"
	}
	return fmt.Sprint(uint8(k))
}
