package index

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"pique/extract/outline"
	"pique/index/query"
	"pique/rubric"
)

// Snippet is a line of a document that shows why it was found.
type Snippet struct {
	Text   string   `json:"text"`
	File   string   `json:"file,omitempty"`  // in which it stands, where a person has several; empty elsewhere
	Page   int      `json:"page"`            // from 1; 0 where unknown
	Signal string   `json:"signal"`          // of which it is evidence; empty where of none
	Level  int      `json:"level,omitempty"` // of that evidence
	Marks  [][2]int `json:"marks,omitempty"` // bytes of Text that the query names, [start, end), in order
}

// marker finds what a query names in the lines of a document. It looks at
// each line by itself, with the words as the index has them, so that page
// and signal are those of the line.
type marker struct {
	needles []needle
	signals []query.Level  // that the query asks for
	factors []query.Factor // likewise
	memo    memo           // of the words of all lines
}

// needle is words that the query asks for, in all the ways in which they may
// stand.
type needle struct {
	phrases []phrase
	stems   []string // what else the prefix of the first may be
	section string   // where; empty for anywhere
	words            // how the index cuts what it looks in
}

// newMarker takes from a query what it asks for; what it asks not to be
// there has no snippet.
func newMarker(q query.Query, t *translator) *marker {
	m := &marker{memo: memo{}}
	m.collect(q.Node(), "", t)
	return m
}

func (m *marker) collect(n query.Node, section string, t *translator) {
	switch n := n.(type) {
	case query.All:
		for _, n := range n.Of {
			m.collect(n, section, t)
		}
	case query.Any:
		for _, n := range n.Of {
			m.collect(n, section, t)
		}
	case query.Section:
		if n.Of != nil {
			m.collect(n.Of, sectionOf(n.Kind), t)
		}
	case query.Level:
		m.signals = append(m.signals, n)
	case query.Factor:
		m.factors = append(m.factors, n)
	case query.Text:
		m.need(needle{phrases: t.phrases(n), words: words{stem: true, memo: m.memo}, section: section})
	case query.Field:
		if n.Name == "org" { // the line that names it
			m.need(needle{phrases: []phrase{cut(n.Words, n.Prefix, words{})}})
		}
	}
}

// need adds a needle.
func (m *marker) need(p needle) {
	if len(p.phrases) == 0 || p.phrases[0].empty() {
		return
	}
	if p.phrases[0].prefix != "" && p.stem {
		p.stems = p.phrases[0].stems()
	}
	m.needles = append(m.needles, p)
}

// reads reports whether snippets need the text, beside the evidence.
func (m *marker) reads() bool { return len(m.needles) > 0 }

// snippets returns the lines that together show the most of what the query
// asks for, the evidence for signals before plain lines; where it asks for
// nothing that a line can show, the strongest evidence.
func (m *marker) snippets(r *row, most int) []Snippet {
	found := make([]bool, len(m.needles))
	out := []Snippet{}
	take := func(s Snippet, section string) bool {
		marks, hits := m.marks(s.Text, section)
		s.Marks = marks
		fresh := false
		for _, h := range hits {
			fresh = fresh || !found[h]
			found[h] = true
		}
		if fresh {
			out = append(out, s)
		}
		return fresh
	}
	evidence := strongest(r.Candidate.Signals)
	for _, e := range evidence {
		if len(out) == most || !slices.Contains(found, false) {
			break
		}
		take(snippetOf(e), e.evidence.Section)
	}
	for i, p := range tellingFirst(r.text) {
		if len(out) == most || !slices.Contains(found, false) {
			break
		}
		take(Snippet{Text: p.Text, File: r.fileOf(i), Page: p.Page}, p.Section)
	}
	show := func(proves func(proof) bool) {
		if i := slices.IndexFunc(evidence, proves); i >= 0 && len(out) < most {
			out = m.append(out, evidence[i])
		}
	}
	for _, want := range m.factors {
		show(func(e proof) bool { return holdsFactor(e.evidence, want) })
	}
	for _, want := range m.signals {
		show(func(e proof) bool { return e.signal == want.Signal && want.Min <= e.level && e.level <= want.Max })
	}
	if len(out) == 0 && len(evidence) > 0 {
		out = m.append(out, evidence[0])
	}
	return out
}

// tellingFirst goes through the passages of what was done before those that
// only list words, say what is wanted, or head the page.
func tellingFirst(text []Passage) iter.Seq2[int, Passage] {
	lists := []string{outline.Skills, outline.Coursework, outline.Objective, outline.Header, outline.References}
	return func(yield func(int, Passage) bool) {
		for _, second := range []bool{false, true} {
			for i, p := range text {
				if slices.Contains(lists, p.Section) == second && !yield(i, p) {
					return
				}
			}
		}
	}
}

// append adds evidence that is not there yet.
func (m *marker) append(out []Snippet, e proof) []Snippet {
	s := snippetOf(e)
	s.Marks, _ = m.marks(s.Text, e.evidence.Section)
	same := func(o Snippet) bool { return o.Text == s.Text && o.Page == s.Page && o.Signal == s.Signal }
	if slices.ContainsFunc(out, same) {
		return out
	}
	return append(out, s)
}

// proof is evidence and what it proves.
type proof struct {
	signal   string
	level    int // of the signal
	points   float64
	evidence rubric.Evidence
}

func snippetOf(p proof) Snippet {
	return Snippet{Text: p.evidence.Quote, File: p.evidence.File, Page: p.evidence.Page, Signal: p.signal, Level: p.evidence.Level}
}

// strongest lists all evidence: the first of each signal before the second
// of any, by the points of the signal.
func strongest(signals []rubric.Signal) []proof {
	type ranked struct {
		proof
		nth int
	}
	var list []ranked
	for _, s := range signals {
		for i, e := range s.Evidence {
			list = append(list, ranked{proof{s.ID, s.Level, s.Points, e}, i})
		}
	}
	slices.SortStableFunc(list, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.nth, b.nth), cmp.Compare(b.points, a.points), cmp.Compare(b.level, a.level))
	})
	out := make([]proof, len(list))
	for i, l := range list {
		out[i] = l.proof
	}
	return out
}

// marks returns where the needles stand in a line, merged and in order, and
// which they are.
func (m *marker) marks(line, section string) (marks [][2]int, hits []int) {
	if len(m.needles) == 0 {
		return nil, nil
	}
	var cutAs [2][]word // plain and stemmed, made where they are needed
	for n, p := range m.needles {
		as := &cutAs[0]
		if p.stem {
			as = &cutAs[1]
		}
		if *as == nil {
			*as = p.of(line)
		}
		list := *as
		if p.section != "" && p.section != sectionOf(section) {
			continue
		}
		hit := false
		for i := range list {
			if end, ok := p.at(list, i); ok {
				marks = append(marks, [2]int{list[i].start, end})
				hit = true
			}
		}
		if hit {
			hits = append(hits, n)
		}
	}
	slices.SortFunc(marks, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	merged := marks[:0]
	for _, k := range marks {
		if last := len(merged) - 1; last >= 0 && k[0] <= merged[last][1] {
			merged[last][1] = max(merged[last][1], k[1])
			continue
		}
		merged = append(merged, k)
	}
	return merged, hits
}

// at reports whether the needle begins at word i, and at which byte it ends;
// of several ways to stand there, the longest.
func (p needle) at(list []word, i int) (end int, ok bool) {
	for _, way := range p.phrases {
		if e, found := p.wayAt(way, list, i); found && e > end {
			end, ok = e, true
		}
	}
	return end, ok
}

func (p needle) wayAt(way phrase, list []word, i int) (end int, ok bool) {
	from := list[i].pos
	for k, want := range way.places {
		if len(want) == 0 {
			continue
		}
		for i < len(list) && list[i].pos < from+k {
			i++
		}
		if i == len(list) || list[i].pos != from+k {
			return 0, false
		}
		if k == len(way.places)-1 && way.prefix != "" {
			if !strings.HasPrefix(list[i].term, way.prefix) && !slices.Contains(p.stems, list[i].term) {
				return 0, false
			}
		} else if !slices.Contains(want, list[i].term) {
			return 0, false
		}
		end = list[i].end
	}
	return end, true
}
