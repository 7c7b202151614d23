package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A draft is a logical line in the making.
type draft struct {
	rows  []*row // notes of the margin first, then what wraps
	first *row   // the first of rows that is no note
	last  *row
	body  float64 // where its second row began, if it has one
	lines int     // rows that are no notes
	block *block
	kind  Kind
	lead  float64
	dates bool // opens with a date from the margin
}

// A joiner makes logical lines of the rows of a document.
type joiner struct {
	leads  map[int]float64 // by font size in quarter points: the greatest pitch within a paragraph, in points
	ratio  float64         // of pitch to size where a size is not in leads
	body   float64         // font size of most of the text
	drafts []*draft
	next   *row // the row of the block that follows the one that is judged

	justified bool // rows that go on end on the right edge of their block
}

// learn finds the pitch of wrapped text for each size from rows that surely
// go on in the next: full, and the next begins in lower case.
func (j *joiner) learn(blocks []*block) {
	pitches := make(map[int][]float64)
	var ratios []float64
	even, ragged := 0, 0 // of those rows, by whether they end on the right edge
	for _, b := range blocks {
		for i := 1; i < len(b.rows); i++ {
			p, r := b.rows[i-1], b.rows[i]
			pitch := r.base - p.base
			if r.marker == "" && r.lower() && pitch > 0.8*r.size && pitch < 2.6*r.size && math.Abs(p.size-r.size) < 0.05*r.size &&
				p.x1 > b.x1-0.25*(b.x1-b.x0) && len(r.notes) == 0 {
				k := quarter(r.size)
				pitches[k] = append(pitches[k], pitch)
				ratios = append(ratios, pitch/r.size)
				if math.Abs(p.end-b.edge) >= evenness {
					ragged++
				} else if b.even {
					even++
				}
			}
		}
	}
	j.leads = make(map[int]float64, len(pitches))
	for k, v := range pitches {
		slices.Sort(v)
		// Paragraphs may have a wider pitch than list items have: the
		// greatest pitch that is found more than once counts.
		p := v[len(v)/2]
		for i := 1; i < len(v); i++ {
			if v[i]-v[i-1] < 0.02*v[i] && v[i] < 1.6*v[len(v)/2] {
				p = max(p, v[i])
			}
		}
		j.leads[k] = p
	}
	j.justified = even >= 2 && even >= 12*ragged
	if len(ratios) == 0 {
		// Nothing goes on: the rows may end short of the edge of the text.
		for _, b := range blocks {
			if b.open && b.frame.angle == 0 {
				b.x1 = max(b.x1, 0.8*float64(b.width))
			}
		}
	}
	j.ratio = 1.32
	if len(ratios) > 0 {
		slices.Sort(ratios)
		j.ratio = ratios[len(ratios)/2]
	}
}

func quarter(size float64) int { return int(size*4 + 0.5) }

// pitch returns the greatest pitch in points at which rows of the size are
// still one paragraph.
func (j *joiner) pitch(size float64) float64 {
	if p, ok := j.leads[quarter(size)]; ok {
		return p*1.13 + 0.5
	}
	return size*max(j.ratio*1.15, 1.3) + 0.5
}

// block joins the rows of a block.
func (j *joiner) block(b *block) {
	var cur *draft
	var above *row
	for i, r := range b.rows {
		j.next = nil
		if i+1 < len(b.rows) {
			j.next = b.rows[i+1]
		}
		lead := 0.0
		if above != nil {
			lead = max(0, r.y0-above.y1)
		}
		above = r
		notes := r.notes
		if cur != nil && len(notes) > 0 && len(cur.rows) > cur.lines && len(r.heads) == 0 {
			// The margin goes on: a date in two rows, a label in two.
			prev := cur.rows[len(cur.rows)-cur.lines-1]
			n := notes[0]
			near := n.base-prev.base <= 1.5*max(n.size, prev.size)
			goes := openEnded(prev.text) && !openEnded(n.text) || n.lower()
			wraps := !n.date && !cur.dates && j.goesOn(cur, r) == surely
			if near && cur.lines == 1 && (goes || wraps) {
				cur.addNotes(notes)
				notes = nil
			}
		}
		if len(r.heads) > 0 {
			cur = nil
			head := &draft{block: b, lead: lead}
			for _, n := range r.heads {
				head.add(n)
			}
			j.drafts = append(j.drafts, head)
		} else if len(notes) > 0 {
			cur = nil
		} else if cur == nil {
			cur = j.carried(r)
		}
		if cur != nil && j.goesOn(cur, r) >= likely {
			cur.add(r)
			continue
		}
		cur = &draft{block: b, lead: lead}
		if len(notes) > 0 {
			cur.dates = notes[0].date
			cur.rows = append(cur.rows, notes...)
		}
		cur.add(r)
		j.drafts = append(j.drafts, cur)
	}
}

// carried returns the line that may go on from an earlier page or column, as
// the row is the first of its block.
func (j *joiner) carried(r *row) *draft {
	if r != r.block.rows[0] || r.block.walled {
		return nil
	}
	for i := len(j.drafts) - 1; i >= 0; i-- {
		d := j.drafts[i]
		if d.kind == Running {
			continue
		}
		return d
	}
	return nil
}

func (d *draft) add(r *row) {
	d.rows = append(d.rows, r)
	d.last = r
	if d.lines++; d.lines == 1 {
		d.first = r
	} else if d.lines == 2 {
		d.body = r.x0
	}
}

// addNotes puts further notes after the first ones, before the text.
func (d *draft) addNotes(notes []*row) {
	d.rows = slices.Insert(d.rows, len(d.rows)-d.lines, notes...)
}

// belief is how sure it is that a row goes on with the line before.
type belief uint8

const (
	no belief = iota
	likely
	surely
)

// goesOn judges whether the row r belongs to the line d.
func (j *joiner) goesOn(d *draft, r *row) belief {
	p := d.last
	if r.marker != "" || r.opens || d.kind == Running {
		return no
	}
	// A date for which no room was left in the row of its title.
	if b := r.block; b == p.block && r.date && d.lines == 1 && !p.ended() && d.first.marker == "" && len(p.cuts) == 0 && !endsDate(p.text) &&
		p.end+0.3*p.size+r.end-r.x0 > b.x1 && b.dates == 1 && b.dated && b.x1-b.x0 > 24*p.size && r.base-p.base < 1.5*p.size && r.size > 0.7*p.size && p.font != r.font {
		return surely
	}
	if math.Abs(r.size-p.size) > 0.08*max(r.size, p.size) {
		return no
	}
	lower := r.lower()
	hyphen := p.hyphened()
	em := r.size
	b := r.block
	if b == p.block && r.base-p.base < 1.7*em && len(r.cuts) == 0 && !r.walled {
		switch {
		case len(p.cuts) == 0 && cutAddress(p.text, r.text):
			return surely
		case p.date && r.date && openDate(p.text, r.text), r.date && startsDash(r.text) && endsDate(p.text) && r.end-r.x0 < 8*em:
			return surely
		case len(p.cuts) == 0 && d.lines == 1 && d.first.marker == "" && !lower && p.end < b.x1-1.5*em && endsSpan(p.text) && !unicode.IsDigit(rune(r.text[0])):
			return no
		case strings.LastIndexByte(p.text, '(') > strings.LastIndexByte(p.text, ')') && closes(r.text) && !styleBreak(p, r) && len(p.cuts) == 0:
			return likely
		}
	}
	if b != p.block {
		return j.crosses(d, r, lower, hyphen)
	}
	if b.terse && !lower && !leftOpen(p.text) && r.size < 1.5*j.body {
		return no
	}
	pitch := r.base - p.base
	if r.size > 1.5*j.body && !styleBreak(p, r) && len(p.cuts)+len(r.cuts) == 0 && (len(p.words) <= 2 && len(r.words) <= 2 || math.Abs((p.x0+p.end)-(r.x0+r.end)) < 3) && !r.walled && !p.ruled && pitch > 0.3*em && len(p.words) <= 5 && len(r.words) <= 5 && (p.oneColor && r.oneColor || len(p.words) > 2) && pitch < 1.4*em && caps(p.text) == caps(r.text) {
		return likely // a name in large type
	}
	limit := j.pitch(r.size)
	switch {
	case d.lines > 1 && d.rows[len(d.rows)-2].block == b:
		// A paragraph keeps its pitch.
		own := p.base - d.rows[len(d.rows)-2].base
		limit = max(own, min(limit, 1.15*own)) + 0.5
	case lower && !p.ended() && !styleBreak(p, r):
		limit = max(limit, 2.2*em)
	}
	if r.walled || p.ruled || pitch > limit || pitch < 0.3*em {
		return no
	}
	// A title and its date end the line; a label and its text may wrap
	// under the text.
	first := d.first.x0
	if n := len(p.cuts); n > 0 {
		x := p.cutX[n-1]
		if n == 1 && d.lines == 1 && len(r.cuts) == 0 && endsDate(p.tail()) && !r.date && r.font == p.lastFont && math.Abs(r.x0-p.x0) < 0.6*em &&
			p.x1+0.2*em+r.firstWord() > x-1.5*em && r.end-r.x0 < 0.65*(p.x1-p.x0) {
			return likely // a title that wraps beside its date
		}
		if math.Abs(r.x0-x) > 0.5*em || p.end+0.3*em+r.firstWord() < b.x1-em || endsDate(p.tail()) || x > b.x0+0.6*(b.x1-b.x0) {
			return no
		}
		if len(r.cuts) > 0 {
			return no
		}
		return surely
	}
	if len(r.cuts) > 0 && !(hyphen && lower) {
		if !lower || endsDate(r.tail()) {
			return no
		}
	}
	if loneHead(p) && !lower {
		return no
	}
	if mailFirst(r) && r.text[0] != '(' && !p.ended() && !strings.HasSuffix(p.text, ",") {
		return no
	}
	styled := styleBreak(p, r)
	full := p.end+0.2*em+r.firstWord() > b.x1-0.35*em && (!j.justified || d.first.marker != "" || p.end > b.edge-2*evenness)
	if b.flush && math.Abs(p.end-r.end) < 2 {
		full = p.end-p.x0+0.2*em+r.firstWord() > b.x1-b.x0-0.35*em
		if !styled && (lower && !p.ended() || leftOpen(p.text) || full && len(p.words) >= 4 && !itemLike(p, r)) {
			return likely
		}
		return no
	}
	if !lower && math.Abs(p.end-r.end) < 2 && !strings.HasSuffix(p.text, ",") && (b.flush || p.x0 > b.x0+0.4*(b.x1-b.x0) && math.Abs(p.x0-r.x0) > 0.6*em) {
		return no // flush right
	}
	// Rows that are centred are full by their width.
	centred := math.Abs((p.x0+p.end)-(r.x0+r.end)) < 3 && math.Abs(p.x0-r.x0) > em
	if centred {
		full = p.end+(0.2*em+r.firstWord())/2 > b.x1-0.35*em
	}
	if hyphen && lower && full {
		return surely
	}
	strong := (lower || leftOpen(p.text)) && !p.ended() || caps(p.text) && caps(r.text) && len(p.words) >= 5 && !p.ended() && math.Abs(p.x0-r.x0) < 0.5*em && pitch < 1.5*em
	if !full {
		// The column may be narrower here than elsewhere: believe a
		// sentence that goes on.
		if strong && !styled && p.x1 > b.x0+0.55*(b.x1-b.x0) && len(r.cuts) == 0 && !centred {
			return likely
		}
		if lower && !p.ended() && !styled && (centred || math.Abs(p.end-r.end) < 1 && math.Abs(p.x0-r.x0) > 0.6*em) && pitch < 1.35*em {
			return likely
		}
		if lower && !p.ended() && !styled && len(p.words) >= 4 && len(r.cuts) == 0 && math.Abs(p.x0-r.x0) < 0.3*em && pitch < 1.6*em {
			return likely
		}
		return no
	}
	if styled && !strong {
		return no
	}
	if !lower && d.first.marker == "" && b.x1-b.x0 < 24*em && endsDate(p.text) {
		return no
	}
	if alone := len(p.words) == 1 && addressLike(p.text); alone && !lower && !strings.HasSuffix(p.text, "/") && r.text[0] != '(' {
		return no
	}
	if !lower && d.first.marker == "" && !b.walled && b.x1-b.x0 < 22*em && (p.bold < 0.5 || r.bold > 0) && p.size < 1.12*j.body && itemLike(p, r) && !j.pair(d, r) {
		return no
	}
	if centred {
		if lower {
			return surely
		}
		return likely
	}
	if d.lines > 1 {
		off := r.x0 - d.body
		if math.Abs(off) <= 0.5*em {
			if d.body-first <= 0.6*em && d.first.marker == "" && r.boldStart && !p.boldEnd && p.ended() {
				return no
			}
			return surely
		}
		if lower && math.Abs(off) <= 4*em {
			return likely
		}
		return no
	}
	off := r.x0 - first
	switch {
	case math.Abs(off) <= 0.6*em:
		if d.first.marker == "" && r.boldStart && !p.boldEnd && !lower && (p.boldStart || p.ended()) {
			return no // a list of items that each open in bold
		}
		return surely
	case d.first.marker != "" && r.x0 >= d.first.left-0.6*em && r.x0 < first:
		if r.boldStart && !p.boldEnd && !lower {
			return no
		}
		return likely // wraps under the marker
	case off > 0 && off <= 5*em:
		if lower || !p.ended() && r.bold < 0.9 {
			return likely // hanging indent
		}
		return no
	case off < 0 && off >= -5*em:
		if lower || !r.boldStart && d.first.marker == "" && !p.ended() {
			return likely // indented first row
		}
	}
	return no
}

// pair reports whether the full row of d and the shorter r stand by themselves,
// as a title of two rows does and the items of a list do not.
func (j *joiner) pair(d *draft, r *row) bool {
	p := d.last
	if d.lines != 1 || len(p.words) < 3 || len(r.words) > 2 || r.end-r.x0 > p.end-p.x0 || strings.Contains(p.text, ": ") {
		return false
	}
	apart := (r.base - p.base) + 0.25*r.size
	alone := j.next == nil || j.next.base-r.base > apart || styleBreak(r, j.next) || math.Abs(j.next.size-r.size) > 0.08*r.size
	return alone && (d.lead == 0 || d.lead > r.y0-p.y1+0.25*r.size || p.block.rows[0] == p)
}

// crosses judges whether a line goes on at the top of another column or page.
func (j *joiner) crosses(d *draft, r *row, lower, hyphen bool) belief {
	p := d.last
	em := r.size
	pb, b := p.block, r.block
	if p != pb.rows[len(pb.rows)-1] || len(p.cuts) > 0 || len(r.cuts) > 0 || len(r.notes) > 0 || styleBreak(p, r) {
		return no
	}
	if pitch := r.base - p.base; pb.page == b.page && pb.frame == b.frame && lower && !p.ended() && math.Abs(r.x0-p.x0) < 0.5*em && pitch > 0.3*em && pitch < j.pitch(em) {
		return surely // the rows below are a column, but the paragraph goes on
	}
	if pb.page == b.page && math.Abs((pb.x1-pb.x0)-(b.x1-b.x0)) > 0.15*(pb.x1-pb.x0) || b.page > pb.page+1 {
		return no
	}
	full := p.end+0.2*em+r.firstWord() > pb.x1-0.5*em
	if lower && (hyphen || !p.ended()) && (full || p.end > pb.x0+0.6*(pb.x1-pb.x0)) {
		return surely
	}
	if !full {
		return no
	}
	if pb.page == b.page || p.ended() || loneHead(p) || r.boldStart {
		return no
	}
	body := d.first.x0
	if d.lines > 1 {
		body = d.body
	}
	hang := body - pb.x0
	if d.first.marker != "" && hang > 0.5*em && math.Abs(r.x0-b.x0-hang) <= 0.6*em {
		return likely
	}
	return no
}

// styleBreak reports whether a row is set so unlike the one before that it
// is another line: bold and then regular, as a title and what follows.
func styleBreak(p, r *row) bool {
	if p.bold > 0.95 && r.bold < 0.05 || r.bold > 0.95 && p.bold < 0.5 {
		return true
	}
	if p.italic > 0.95 && r.italic < 0.05 || r.italic > 0.95 && p.italic < 0.05 && len(r.words) > 1 {
		return true
	}
	return p.oneColor && r.oneColor && p.color != r.color && len(r.words) > 2
}

// loneHead reports whether a row stands for itself as a heading does: in
// capitals, spaced out, or with a rule beneath.
func loneHead(r *row) bool {
	return r.ruled || r.spaced && len(r.words) <= 6 || caps(r.text) && len(r.words) <= 5 && len(r.text) < 48
}

// mailFirst reports whether a row opens with an e-mail address, as contact
// lines do and running text does not.
func mailFirst(r *row) bool {
	w, _, _ := strings.Cut(r.text, " ")
	return strings.Contains(w, "@")
}

// joint returns what stands between two rows that are joined, and whether
// the hyphen that ends the first is dropped.
func (h *hyphens) joint(a, b string) (sep string, drop int) {
	for _, end := range [...]string{"-", "\u2010", "\u00ad"} {
		if !strings.HasSuffix(a, end) {
			continue
		}
		stem := a[:len(a)-len(end)]
		c, _ := utf8.DecodeLastRuneInString(stem)
		d, _ := utf8.DecodeRuneInString(b)
		switch {
		case !unicode.IsLetter(c) && !unicode.IsDigit(c):
			return " ", 0 // a dash
		case !unicode.IsLetter(d) && !unicode.IsDigit(d):
			return " ", 0
		case !unicode.IsLetter(c) || !unicode.IsLower(d) || h.keeps(stem, b) || strings.ContainsAny(stem[strings.LastIndexByte(stem, ' ')+1:], "/@_"):
			return "", 0
		}
		return "", len(end)
	}
	if cutAddress(a, b) {
		return "", 0
	}
	for _, end := range [...]string{"/", "–", "—"} {
		if strings.HasSuffix(a, end) && !strings.HasSuffix(a, " "+end) && end != "—" && b != "" {
			return "", 0
		}
	}
	c, _ := utf8.DecodeLastRuneInString(a)
	d, _ := utf8.DecodeRuneInString(b)
	if wideScript(c) && wideScript(d) {
		return "", 0
	}
	return " ", 0
}

// wideScript reports whether a rune is of a script that is written without
// spaces.
func wideScript(r rune) bool {
	if r < 0x2e80 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x30ff || r >= 0xff00 && r <= 0xffef && !fullLetter(r)
}

// fullLetter reports whether a rune is a letter or a digit of the Latin
// script in full width, which is written in words as its kin is.
func fullLetter(r rune) bool {
	return r >= 0xff10 && r <= 0xff19 || r >= 0xff21 && r <= 0xff3a || r >= 0xff41 && r <= 0xff5a
}
