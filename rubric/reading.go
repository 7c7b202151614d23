package rubric

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract"
	"pique/extract/layout"
	"pique/extract/outline"
	"pique/rubric/claim"
	"pique/rubric/phrase"
)

// reading is a document made ready for matching.
type reading struct {
	doc     *extract.Document
	rubric  *Rubric
	lines   []*text   // by line of the document; nil where nothing can count
	links   []linkSet // by line
	entries []linkSet // by entry
	schools map[string]bool

	acronyms     []string // of schools
	othersPapers bool     // the papers listed name authors, and never the person

	heads  []*text         // headings, by section; made when first asked for
	papers map[string]bool // short names of the papers listed: "tidal" for "TIDAL: a map of ..."
}

// text is one logical line made ready.
type text struct {
	*phrase.Line
	number    int // of Document.Lines
	section   string
	place     sectionSet // of section alone
	entry     int
	head      bool
	sentences []part
	claims    claim.Claims
	aside     []phrase.Match // where intention, negation or teaching begins
}

// part is a sentence: its tokens and bytes.
type part struct{ from, to, start, end int }

func (r *Rubric) read(d *extract.Document) *reading {
	rd := &reading{doc: d, rubric: r, lines: make([]*text, len(d.Lines)), heads: make([]*text, len(d.Sections))}
	p := &preparing{rubric: r, lines: r.book.Lines(len(d.Lines))}
	for i := range d.Lines {
		l := &d.Lines[i]
		if l.Kind == layout.Running || l.Text == "" || d.Of(i) == outline.Header || opens(d, i) || isList(d.Of(i), l.Text, l.Head) {
			continue
		}
		rd.lines[i] = p.line(l.Text)
		t := rd.lines[i]
		t.number, t.section, t.entry, t.head = i, sectionOf(d, i), l.Entry, l.Head
		t.place = sectionBit(t.section)
	}
	rd.readLinks()
	rd.readSchools()
	rd.readPapers()
	rd.readAuthors()
	return rd
}

// longSummary is how many lines a summary has at the most; what stands under
// its heading after that is something else whose heading was not known.
const longSummary = 10

// sectionOf returns the section in which a line counts.
func sectionOf(d *extract.Document, i int) string {
	s := d.Sections[d.Lines[i].Section]
	if s.Kind == outline.Objective && i-s.Start > longSummary {
		return outline.Other
	}
	return s.Kind
}

// opens reports whether line i is nothing but the heading of its section.
func opens(d *extract.Document, i int) bool {
	s := d.Sections[d.Lines[i].Section]
	return s.Start == i && s.Heading != "" && len(d.Lines[i].Text) <= len(s.Heading)+2
}

// prepare makes a single line ready.
func (r *Rubric) prepare(s string) *text {
	p := preparing{rubric: r, lines: r.book.Lines(1)}
	return p.line(s)
}

// preparing makes the lines of a document ready.
type preparing struct {
	rubric *Rubric
	claims claim.Parser
	lines  *phrase.Lines
	quants []phrase.Quant // of the line at hand
}

func (p *preparing) line(s string) *text {
	claims := p.claims.Parse(s)
	p.quants = p.quants[:0]
	for _, c := range claims {
		for _, class := range classes(c) {
			p.quants = append(p.quants, phrase.Quant{Class: class, Start: c.Start, End: c.End})
		}
	}
	if isCitation(s) {
		p.quants = append(p.quants, phrase.Quant{Class: "citation", Start: 0, End: max(1, strings.IndexByte(s, ' '))})
	}
	t := &text{Line: p.lines.Line(s, p.quants), claims: claims, entry: -1}
	for _, s := range claim.Sentences(s) {
		from, to := t.Range(s[0], s[1])
		if from < to {
			t.sentences = append(t.sentences, part{from, to, s[0], s[1]})
		}
	}
	for _, s := range t.sentences {
		t.aside = p.rubric.aside.Find(t.aside, t.Line, s.from, s.to)
	}
	return t
}

// classNames are the classes of quantity by dimension.
var classNames = map[claim.Dim]string{
	claim.Time: "time", claim.Rate: "rate", claim.Size: "size", claim.Params: "params", claim.Compute: "compute",
	claim.Money: "money", claim.Power: "power", claim.Energy: "power", claim.Accuracy: "accuracy",
	claim.Percentage: "percent", claim.Factor: "factor", claim.Count: "count",
}

// classes tells under which names a quantity is known to phrases and
// measures: its own dimension and what it is said about.
func classes(c claim.Claim) []string {
	if c.Form == claim.Magnitude {
		return []string{"magnitude"}
	}
	if !c.Measured() && c.Dim != claim.Count {
		return nil
	}
	if c.Dim == claim.Rate && c.About == claim.Business {
		return nil
	}
	var out []string
	if c.Dim == claim.Factor && (c.About == claim.Other || c.About == claim.Factor) && c.Value > 1 && c.Direction >= 0 {
		out = append(out, "plain factor")
	}
	if n := classNames[c.Dim]; n != "" {
		out = append(out, n)
	}
	if n := classNames[c.About]; n != "" && c.About != c.Dim && c.Dim != claim.Count {
		out = append(out, n)
	}
	if n := classNames[c.About]; n != "" && c.Gain > 0 && c.Relative() && !(c.About == claim.Time && c.To >= longRun) {
		if out = append(out, "better "+n); c.About == claim.Time && c.Form == claim.Change && c.To > 0 && c.To < shortTime {
			out = append(out, "better short time")
		}
	}
	if c.Dim == claim.Time && c.Form == claim.Absolute && each(c.Per) {
		out = append(out, "time each")
	}
	return out
}

// shortTime is how many seconds nothing that people do takes.
const shortTime = 1

// each reports whether a time for one of these is that of a program: 4 ms per
// frame.
func each(per string) bool {
	switch per {
	case "frame", "image", "picture", "query", "request", "token", "sample", "step", "call", "item", "scan", "sweep", "epoch", "iteration", "page", "batch", "event", "message",
		"inference", "prediction", "scene", "record", "row", "op", "transaction", "lookup", "packet", "point", "vertex", "block", "utterance", "sentence", "document", "file", "tile", "volume", "slice":
		return true
	}
	return false
}

// readSchools notes the organisations of the education section, by their
// folded name.
func (rd *reading) readSchools() {
	rd.schools = map[string]bool{}
	for _, e := range rd.doc.Entries {
		if rd.doc.Sections[e.Section].Kind != outline.Education {
			continue
		}
		for _, name := range []string{e.Organisation, e.Title} {
			if key := schoolKey(name); key != "" {
				rd.schools[key] = true
				if short := acronym(name); len(short) >= leastAcronym {
					rd.acronyms = append(rd.acronyms, short)
				}
			}
		}
	}
}

// schoolKey folds the name of a school to the words that tell it from
// others, or "" where the name is not that of a school.
func schoolKey(name string) string {
	school := false
	key := ""
	for _, t := range phrase.Tokens(name) {
		switch t.Text {
		case "university", "universitat", "universidad", "universite", "universita", "institute", "institut", "college", "school", "academy", "iit", "mit", "polytechnic":
			school = true
		case "of", "the", "and", "at", "for", "in", "de", "la", "department", "dept":
			continue
		}
		key += t.Text + " "
	}
	if !school {
		return ""
	}
	return key
}

// leastAcronym is the fewest letters by which a school is known for certain,
// and mostCity how many more may stand for its place: IIIT, IIITD.
const (
	leastAcronym = 4
	mostCity     = 1
)

// acronym returns the capitals that a name is shortened to: "SRMIST" for "SRM
// Institute of Science and Technology".
func acronym(name string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case !unicode.IsUpper(r):
		case strings.ToUpper(w) == w:
			b.WriteString(w)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// ownSchool reports whether the organisation of an entry is a school at which
// the person studied, by its name or by its capitals.
func (rd *reading) ownSchool(e *outline.Entry) bool {
	if key := schoolKey(e.Organisation); key != "" && rd.schools[key] {
		return true
	}
	for _, w := range strings.FieldsFunc(e.Organisation, func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, short := range rd.acronyms {
			if strings.HasPrefix(w, short) && len(w)-len(short) <= mostCity {
				return true
			}
		}
	}
	return false
}
