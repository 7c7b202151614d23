package layout

import (
	"math"
	"strings"
	"unicode"

	"pique/extract/glyph"
)

// Lines makes the logical lines of a document's pages, in reading order.
// Only visible glyphs count, and each of them that has text lands in exactly
// one line; a glyph painted twice to make it bold lands once.
func Lines(pages []glyph.Page) []Line {
	desk := desks.Get().(*desk)
	defer desk.clean()
	var blocks []*block
	for i := range pages {
		p := &pages[i]
		for _, f := range desk.frames(p) {
			if len(f.marks) > 0 {
				for _, b := range read(i, f) {
					b.width = int(finite(p.Width) + 0.5)
					blocks = append(blocks, b)
				}
			}
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	heads, feet := running(pages, blocks)
	adopt(blocks)
	widen(blocks)
	h := hyphens{blocks: blocks}
	w := writer{pages: pages, hyphens: &h, desk: desk}
	w.measure(blocks)
	j := joiner{body: w.body}
	j.learn(blocks)
	for k, b := range blocks {
		for _, r := range heads[k] {
			j.drafts = append(j.drafts, apart(b, r))
		}
		if len(b.rows) > 0 {
			j.block(b)
		}
		for _, r := range feet[k] {
			j.drafts = append(j.drafts, apart(b, r))
		}
	}
	out := make([]Line, 0, len(j.drafts))
	for _, d := range j.drafts {
		out = append(out, w.line(d))
	}
	return out
}

// apart makes a line of a running header or footer.
func apart(b *block, r *row) *draft {
	d := &draft{block: b, kind: Running}
	d.rows = append(d.rows, r.notes...)
	d.add(r)
	return d
}

// A writer turns drafts to lines.
type writer struct {
	pages   []glyph.Page
	hyphens *hyphens
	desk    *desk
	body    float64     // the font size of most of the text, in points
	ink     glyph.Color // the colour of most of the text
}

// measure finds what is usual in the document.
func (w *writer) measure(blocks []*block) {
	var sizes tally[int]
	var inks tally[glyph.Color]
	most, dark := 0, 0
	for _, b := range blocks {
		for _, r := range b.rows {
			k := quarter(r.size)
			if n := sizes.add(k, len(r.offs)); n > most {
				most, w.body = n, float64(k)/4
			}
			if n := inks.add(r.color, len(r.offs)); n > dark {
				dark, w.ink = n, r.color
			}
		}
	}
}

// A tally counts values, of which there are few kinds as a rule.
type tally[T comparable] struct {
	few [8]struct {
		v T
		n int
	}
	kinds int       // in few
	rest  map[T]int // the kinds for which few has no room
}

// add counts n more of v and returns how many there are.
func (t *tally[T]) add(v T, n int) int {
	for k := range t.few[:t.kinds] {
		if f := &t.few[k]; f.v == v {
			f.n += n
			return f.n
		}
	}
	if t.kinds < len(t.few) {
		t.few[t.kinds].v, t.few[t.kinds].n = v, n
		t.kinds++
		return n
	}
	if t.rest == nil {
		t.rest = make(map[T]int)
	}
	t.rest[v] += n
	return t.rest[v]
}

// line writes the line of a draft.
func (w *writer) line(d *draft) Line {
	first := d.first
	l := Line{
		Page: w.pages[d.rows[0].block.page].Number, Lead: d.lead, Column: d.block.column,
		Marker: first.marker, Size: first.size, Indent: max(0, first.left-d.block.x0),
	}
	at := w.desk.offs.take(len(d.rows)) // where each row's text begins
	notes := len(d.rows) - d.lines
	text := w.desk.text[:0]
	l.Spans = make([]Span, 0, len(d.rows))
	for i, r := range d.rows {
		if i > 0 {
			sep, drop := w.hyphens.joint(d.rows[i-1].text, r.text)
			if i <= notes {
				if i == notes || sep == "" && !(drop > 0 && r.lower()) {
					sep, drop = " ", 0
				}
			}
			if drop >= l.Spans[i-1].End-l.Spans[i-1].Start {
				drop = 0
			}
			text = append(text[:len(text)-drop], sep...)
			l.Spans[i-1].End -= drop
			if i == notes {
				l.Gaps = append(l.Gaps, len(text))
			}
		}
		at[i] = len(text)
		for _, c := range r.cuts {
			l.Gaps = append(l.Gaps, at[i]+c)
		}
		text = append(text, r.text...)
		b := glyph.Box{min(r.x0, r.words[0].x0), r.y0, r.end, r.y1}
		for _, o := range r.words {
			b[0], b[2] = min(b[0], o.x0), max(b[2], o.x1)
		}
		l.Spans = append(l.Spans, Span{at[i], len(text), w.pages[r.block.page].Number, r.block.frame.back(b)})
	}
	l.Text = string(text)
	w.desk.text = text
	bold, italic, n := 0.0, 0.0, 0.0
	for i, r := range d.rows {
		if l.Spans[i].Page == l.Page {
			l.Box = l.Box.Union(l.Spans[i].Box)
		}
		k := float64(len(r.offs))
		bold, italic, n = bold+r.bold*k, italic+r.italic*k, n+k
	}
	l.Bold, l.Italic = bold > n/2, italic > n/2
	for i, r := range d.rows {
		w.link(&l, d, r, at[i], l.Spans[i].End)
	}
	l.Kind = w.kind(d, &l)
	return l
}

// link maps the annotations over a row to the bytes beneath them.
func (w *writer) link(l *Line, d *draft, r *row, at, end int) {
	for i, t := range r.block.frame.links {
		a := &w.pages[r.block.page].Links[i]
		if over(t, r.box()) <= 0 || t[3] < r.y0 || t[1] > r.y1 {
			continue
		}
		lo, hi, k := -1, -1, 0
		for _, o := range r.words {
			for m := range o.marks {
				b := &o.marks[m]
				x, y := (b.x0+b.x1)/2, b.base-0.3*b.size
				if t.Contains(x, y) || t.Contains(x, (b.y0+b.y1)/2) {
					if lo < 0 {
						lo = r.offs[k]
					}
					end := len(r.text)
					if k+1 < len(r.offs) {
						end = r.offs[k+1]
					}
					if end < r.offs[k] { // read from right to left
						end = min(len(r.text), r.offs[k]+len(b.text))
					}
					lo, hi = min(lo, r.offs[k]), max(hi, end)
				}
				k++
			}
		}
		if lo < 0 {
			continue
		}
		for hi > lo && r.text[hi-1] == ' ' {
			hi--
		}
		lo, hi = at+lo, min(at+hi, end)
		if n := len(l.Links); n > 0 && l.Links[n-1].URI == a.URI && lo-l.Links[n-1].End <= 1 && lo >= l.Links[n-1].Start {
			l.Links[n-1].End = max(hi, l.Links[n-1].End)
		} else if lo < hi {
			l.Links = append(l.Links, Link{lo, hi, a.URI})
		}
	}
}

// kind tells what part a line plays.
func (w *writer) kind(d *draft, l *Line) Kind {
	r := d.first
	switch {
	case d.kind == Running:
		return Running
	case r.marker != "":
		return Bullet
	}
	if !strings.ContainsFunc(l.Text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
		return Text
	}
	dated := len(d.rows) > d.lines && d.rows[0].date || len(r.cuts) > 0 && endsDate(r.tail())
	if dated {
		return Title
	}
	if len(l.Gaps) == 0 && d.lines <= 2 && w.headed(d, l) {
		return Heading
	}
	if r.bold > 0.6 && d.lines <= 2 && len(l.Text) < 200 && !l.sentence() || r.boldStart && len(r.cuts) > 0 {
		return Title
	}
	return Text
}

// headed reports whether a line is set as the heading of a section.
func (w *writer) headed(d *draft, l *Line) bool {
	r := d.first
	n := 0
	for _, r := range d.rows {
		n += len(r.words)
	}
	if n > 7 || len(l.Text) > 64 || l.sentence() || isDate(l.Text) || addressLike(l.Text) {
		return false
	}
	if c := l.Text[len(l.Text)-1]; c == ',' || c == ';' {
		return false
	}
	tinted := r.oneColor && r.color != w.ink
	switch {
	case r.size >= 1.15*w.body, r.ruled, r.spaced, caps(l.Text) && (r.bold > 0.9 || tinted || n <= 5):
		return true
	case r.block.rows != nil && d.rows[0] == r && r.bold > 0.95 && (l.Lead > 0.6*w.body || math.Abs(l.Lead) < 1e-9 || r.under):
		return true
	case tinted && l.Lead > 0.6*w.body:
		return true
	}
	return false
}

// sentence reports whether the line ends as a sentence of some length does.
func (l *Line) sentence() bool {
	n := len(l.Text)
	return n > 24 && (l.Text[n-1] == '.' || l.Text[n-1] == ';')
}
