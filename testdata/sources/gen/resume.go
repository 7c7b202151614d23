package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Resume is the content of one people file.
type Resume struct {
	File     string            // base name without extension
	Name     string            // of the person
	Tagline  string            // below the name; may be empty
	Contact  []string          // parts of the contact row
	Sections []Section         // in the order of the file
	Opt      map[string]string // every other key
}

// Section is a heading and its entries.
type Section struct {
	Title   string
	Side    bool // stands in the sidebar
	Entries []Entry
}

// Entry is a job, a project, a degree, or bare items where Title is empty.
type Entry struct {
	Title, Org, Dates, Place, Link string
	Items                          []Item
	Shows                          Shows
}

// Item is a row below an entry's head.
type Item struct {
	Kind  string // bullet, number, pair or text
	Label string // of a pair or the number
	Text  string
	Shows Shows
}

// Main returns the sections that stand outside the sidebar.
func (r *Resume) Main() []Section { return r.where(false) }

// Side returns the sections of the sidebar.
func (r *Resume) Side() []Section { return r.where(true) }

func (r *Resume) where(side bool) []Section {
	var out []Section
	for _, s := range r.Sections {
		if s.Side == side {
			out = append(out, s)
		}
	}
	return out
}

// Group is a run of items of one kind.
type Group struct {
	Kind  string
	Items []Item
}

// Groups returns the items in runs of one kind.
func (e Entry) Groups() []Group {
	var out []Group
	for _, it := range e.Items {
		if n := len(out); n > 0 && out[n-1].Kind == it.Kind {
			out[n-1].Items = append(out[n-1].Items, it)
		} else {
			out = append(out, Group{it.Kind, []Item{it}})
		}
	}
	return out
}

// Ext returns the extension of the source that the layout makes.
func (r *Resume) Ext() string { return strings.TrimPrefix(filepath.Ext(r.Opt["layout"]), ".") }

var number = regexp.MustCompile(`^(\d+)\. (.*)$`)

// parse reads a people file.
func parse(path string) (*Resume, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := &Resume{File: strings.TrimSuffix(filepath.Base(path), ".txt"), Opt: map[string]string{}}
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(in.Text())
		if line == "" {
			continue
		}
		if err := r.add(line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return r, in.Err()
}

// add takes one row of a people file.
func (r *Resume) add(line string) error {
	line, shows, err := cutShows(line)
	if err != nil {
		return err
	}
	switch {
	case strings.HasPrefix(line, "## "):
		if len(r.Sections) == 0 {
			return fmt.Errorf("entry before the first section")
		}
		part := strings.Split(strings.TrimPrefix(line, "## "), "|")
		for i := range part {
			part[i] = strings.TrimSpace(part[i])
		}
		for len(part) < 5 {
			part = append(part, "")
		}
		s := &r.Sections[len(r.Sections)-1]
		s.Entries = append(s.Entries, Entry{part[0], part[1], part[2], part[3], part[4], nil, shows})
		return nil
	case strings.HasPrefix(line, "# "):
		r.Sections = append(r.Sections, Section{Title: line[2:]})
		return nil
	case strings.HasPrefix(line, "#> "):
		r.Sections = append(r.Sections, Section{Title: line[3:], Side: true})
		return nil
	case len(r.Sections) == 0:
		return r.set(line)
	}
	s := &r.Sections[len(r.Sections)-1]
	if len(s.Entries) == 0 {
		s.Entries = append(s.Entries, Entry{})
	}
	e := &s.Entries[len(s.Entries)-1]
	it := Item{Kind: "text", Text: line, Shows: shows}
	if m := number.FindStringSubmatch(line); m != nil {
		it.Kind, it.Label, it.Text = "number", m[1], m[2]
	} else if t, ok := strings.CutPrefix(line, "- "); ok {
		it.Kind, it.Text = "bullet", t
	} else if t, ok := strings.CutPrefix(line, "= "); ok {
		label, text, ok := strings.Cut(t, ": ")
		if !ok {
			return fmt.Errorf("labelled row without a label")
		}
		it.Kind, it.Label, it.Text = "pair", label, text
	}
	e.Items = append(e.Items, it)
	return nil
}

// set takes a "key: value" row.
func (r *Resume) set(line string) error {
	key, value, ok := strings.Cut(line, ": ")
	if !ok {
		return fmt.Errorf("want key: value, got %q", line)
	}
	switch key {
	case "name":
		r.Name = value
	case "tagline":
		r.Tagline = value
	case "contact":
		r.Contact = strings.Split(value, " | ")
	default:
		r.Opt[key] = value
	}
	return nil
}

// as returns a copy whose text is written in the markup of a format.
func (r *Resume) as(format string) *Resume {
	out := *r
	mark := func(s string) string { return markup(format, s) }
	out.Name, out.Tagline = mark(r.Name), mark(r.Tagline)
	out.Contact = nil
	for _, c := range r.Contact {
		out.Contact = append(out.Contact, mark(c))
	}
	out.Sections = nil
	for _, s := range r.Sections {
		t := Section{Title: mark(s.Title), Side: s.Side}
		for _, e := range s.Entries {
			u := Entry{mark(e.Title), mark(e.Org), mark(e.Dates), mark(e.Place), mark(e.Link), nil, e.Shows}
			for _, it := range e.Items {
				u.Items = append(u.Items, Item{it.Kind, mark(it.Label), mark(it.Text), it.Shows})
			}
			t.Entries = append(t.Entries, u)
		}
		out.Sections = append(out.Sections, t)
	}
	return &out
}
