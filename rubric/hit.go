package rubric

import (
	"strings"
	"unicode/utf8"

	"pique/extract/outline"
	"pique/rubric/gloss"
	"pique/rubric/phrase"
)

// hit is a place where a rule holds.
type hit struct {
	text     *text
	at       phrase.Match
	within   part
	level    int
	measured measured
	link     string
	entry    int
	rule     *rule
}

// proof is a sentence that a level rests on.
type proof struct {
	text *text // nil where there is none
	part part
}

// asideReach is how many words intention or negation may stand before a
// claim that it takes back: further apart they belong to different clauses.
const asideReach = 12

// hits returns the places where a signal shows, in the order of the lines.
func (rd *reading) hits(s *signal) []hit {
	var out []hit
	for _, t := range rd.lines {
		if t != nil && s.counts&t.place != 0 {
			s.ignore.Mask(t.Line)
		}
	}
	for _, u := range s.rules {
		for _, t := range rd.lines {
			if t == nil || s.counts&u.counts&t.place == 0 || !u.every && !u.say.Possible(t.Line) {
				continue
			}
			out = rd.apply(out, s, u, t)
		}
	}
	for _, t := range rd.lines {
		if t != nil {
			t.Unmask()
		}
	}
	return out
}

// apply appends the places in one line where a rule holds.
func (rd *reading) apply(out []hit, s *signal, u *rule, t *text) []hit {
	if u.where == heading && !rd.headline(t) || u.where == body && t.head || !rd.entryHolds(u, t) {
		return out
	}
	if u.every {
		if e := rd.entryOf(t); len(t.Tokens) < u.least() || e != nil && e.Start != t.number || !rd.reaches(u, t, part{0, len(t.Tokens), 0, len(t.Text)}) {
			return out
		}
		all := phrase.Match{From: 0, To: len(t.Tokens), Start: t.Tokens[0].Start, End: t.Tokens[len(t.Tokens)-1].End}
		return append(out, rd.levelled(s, u, hit{text: t, at: all, within: part{0, len(t.Tokens), 0, len(t.Text)}, entry: t.entry}))
	}
	for _, sen := range t.sentences {
		for _, m := range u.say.Find(nil, t.Line, sen.from, sen.to) {
			if rd.setAside(s, t, m, sen) || !rd.reaches(u, t, sen) {
				continue
			}
			out = append(out, rd.levelled(s, u, hit{text: t, at: m, within: sen, entry: t.entry}))
		}
	}
	return out
}

// headRows is how many lines of an entry may hold its title, organisation
// and dates, and headTokens how long such a line is at most, in words.
const (
	headRows   = 3
	headTokens = 18
)

// headline reports whether a line is of the heading of an entry: one that
// the outline says is, or a short one among the first of the entry.
func (rd *reading) headline(t *text) bool {
	if t.head {
		return true
	}
	e := rd.entryOf(t)
	return e != nil && t.number < e.Start+headRows && len(t.Tokens) <= headTokens
}

// setAside reports whether intention, negation or teaching stands before a
// match in its sentence.
func (rd *reading) setAside(s *signal, t *text, m phrase.Match, sen part) bool {
	for _, a := range t.aside {
		if a.From >= sen.from && a.From < m.To && m.From-a.To <= asideReach {
			return true
		}
	}
	for _, a := range s.aside.Find(nil, t.Line, sen.from, sen.to) {
		if a.From < m.To && m.From-a.To <= asideReach {
			return true
		}
	}
	return false
}

// reaches reports whether the company that a rule asks for, and none that it
// excludes, stands within its reach.
func (rd *reading) reaches(u *rule, t *text, sen part) bool {
	for i := range u.with {
		if !rd.within(u.reach, &u.with[i], t, sen) {
			return false
		}
	}
	return !rd.within(u.reach, &u.unless, t, sen)
}

// within reports whether any of the phrases stands within reach.
func (rd *reading) within(reach reach, any *phrase.Set, t *text, sen part) bool {
	if any.Len() == 0 {
		return false
	}
	switch reach {
	case sentence:
		return any.Has(t.Line, sen.from, sen.to)
	case wholeLine:
		return any.Has(t.Line, 0, len(t.Tokens))
	}
	for _, other := range rd.around(t) {
		if any.Has(other.Line, 0, len(other.Tokens)) {
			return true
		}
	}
	return false
}

// around returns the lines of the entry of a line, or the line alone.
func (rd *reading) around(t *text) []*text {
	if t.entry < 0 {
		return []*text{t}
	}
	e := &rd.doc.Entries[t.entry]
	var out []*text
	for i := max(e.Start, 0); i < e.End && i < len(rd.lines); i++ {
		if rd.lines[i] != nil {
			out = append(out, rd.lines[i])
		}
	}
	return out
}

// entryHolds checks what a rule asks of the entry of a line.
func (rd *reading) entryHolds(u *rule, t *text) bool {
	if len(u.links) > 0 {
		if _, ok := rd.linkOf(t, u.links); !ok {
			return false
		}
	}
	e := rd.entryOf(t)
	for _, need := range u.needs {
		if e == nil || rd.fact(e, need) == "" {
			return false
		}
	}
	if u.under.Len() > 0 && !rd.headed(t, &u.under) {
		return false
	}
	if u.notUnder.Len() > 0 && rd.headed(t, &u.notUnder) {
		return false
	}
	if u.every && t.section == outline.Publications && rd.othersPapers {
		return false
	}
	if u.ownPaper && !rd.namesPaper(t) {
		return false
	}
	for range u.notAt {
		if e != nil && rd.ownSchool(e) {
			return false
		}
	}
	return true
}

// headed reports whether the heading of the section of a line says one of
// the phrases, and nothing of other kinds of work beside it.
func (rd *reading) headed(t *text, any *phrase.Set) bool {
	section := rd.doc.Lines[t.number].Section
	heading := rd.doc.Sections[section].Heading
	if heading == "" {
		return false
	}
	h := rd.heads[section]
	if h == nil {
		h = rd.rubric.prepare(heading)
		rd.heads[section] = h
	}
	return len(h.Tokens) <= headTokens && any.Has(h.Line, 0, len(h.Tokens)) && !rd.mixed(h, any)
}

// mixed reports whether a heading joins two kinds of work, of which one is not
// told by any of the phrases: "Work and internship experience", and not
// "Internship / Summer training".
func (rd *reading) mixed(h *text, any *phrase.Set) bool {
	from := 0
	for i, t := range h.Tokens {
		joint := t.Text == "and" || t.Text == "und"
		if !joint && (i == 0 || !strings.ContainsAny(h.Text[h.Tokens[i-1].End:t.Start], "&/,")) {
			continue
		}
		if from < i && !any.Has(h.Line, from, i) {
			return true
		}
		if from = i; joint {
			from++
		}
	}
	return from > 0 && !any.Has(h.Line, from, len(h.Tokens))
}

func (rd *reading) entryOf(t *text) *outline.Entry {
	if t.entry < 0 || t.entry >= len(rd.doc.Entries) {
		return nil
	}
	return &rd.doc.Entries[t.entry]
}

// maybeAnonymous rules anonymous out by the first letter.
func maybeAnonymous(name string) bool {
	return name != "" && (name[0] >= utf8.RuneSelf || strings.IndexByte("ceouiCEOUI", name[0]) >= 0)
}

// anonymous matches what an anonymiser puts in the place of a name.
var anonymous = form(`(?i)^(?:company|employer|organi[sz]ation|university|institution)(?: name)?\b(?:[\s,|–-]*(?:city|state|country)\b)*\s*$`)

// fact returns what an entry says under a name of entryFacts. Where the
// outline could not tell the organisation, the first of the heading lines
// that begins with a name and is neither date nor role stands for it.
func (rd *reading) fact(e *outline.Entry, name string) string {
	switch name {
	case "organisation":
		if maybeAnonymous(e.Organisation) && anonymous().MatchString(e.Organisation) {
			return ""
		}
		switch rd.doc.Sections[e.Section].Kind {
		case outline.Projects, outline.Publications, outline.Education:
			return e.Organisation
		}
		if e.Organisation != "" {
			return e.Organisation
		}
		return rd.otherName(e)
	case "dates":
		return e.Dates.Text
	case "title":
		return e.Title
	}
	return ""
}

// otherName returns a heading line of an entry, or the part of one before a
// comma or bar, that no signal of the rubric takes for a role.
func (rd *reading) otherName(e *outline.Entry) string {
	for i := e.Start; i < min(e.Start+headRows, e.End, len(rd.lines)); i++ {
		t := rd.lines[i]
		if t == nil || len(t.Tokens) > headTokens {
			continue
		}
		for _, part := range nameParts(t.Text, e.Dates.Text) {
			tokens := phrase.Tokens(part)
			if len(tokens) == 0 || !tokens[0].Upper && !houseName(part) || len(tokens) > maxName {
				continue
			}
			at := strings.Index(t.Text, part)
			from, to := t.Range(at, at+len(part))
			if !rd.isRole(t, from, to) {
				return part
			}
		}
	}
	return ""
}

// maxName is how many words the name of an organisation has at the most; each
// sign of a script without spaces may be one.
const maxName = 12

// houseName reports whether a name in Chinese, Japanese or Korean ends as one
// of an organisation does.
func houseName(name string) bool {
	for _, end := range [...]string{"公司", "大学", "大學", "学院", "學院", "研究院", "研究所", "实验室", "實驗室", "银行", "中心", "集团", "集團", "科技", "株式会社", "工业", "医院", "주식회사", "대학교", "연구소"} {
		if strings.HasSuffix(name, end) || strings.HasPrefix(name, end) && len(name) > len(end) {
			return true
		}
	}
	return false
}

// nameParts splits a heading line where organisation and role may part.
func nameParts(line, dates string) []string {
	if dates != "" {
		line = strings.Replace(line, dates, "", 1)
	}
	spaces := strings.ContainsFunc(line, gloss.Script)
	parts := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",|•·–—()", r) || r == ' ' && spaces })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// isRole reports whether a rule that looks at headings finds something in
// the tokens [from, to) of a line.
func (rd *reading) isRole(t *text, from, to int) bool {
	for _, s := range rd.rubric.signals {
		for _, u := range s.rules {
			if u.where == heading && (u.say.Has(t.Line, from, to) || u.unless.Has(t.Line, from, to)) {
				return true
			}
		}
	}
	return false
}
