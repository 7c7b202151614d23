package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract/glyph"
)

// A row is what stands on one baseline of a block and is read as one: a row
// of a paragraph, a title with its date, a list item's first row.
type row struct {
	block        *block
	words        []*word
	text         string
	offs         []int // byte of text at which each mark begins, in order of words
	cuts         []int // bytes of text at which something begins after a wide gap
	cutX         []float64
	marker       string
	left         float64 // where the marker or else the text begins
	x0, x1       float64 // of the text up to its first wide gap
	end          float64 // where its last word ends
	y0, y1       float64
	base, size   float64
	bold, italic float64 // shares of its marks
	boldStart    bool
	boldEnd      bool
	color        glyph.Color
	oneColor     bool
	font         *glyph.Font // of its first mark
	lastFont     *glyph.Font // of its last mark before its first wide gap
	notes        []*row      // what stands beside it in the margin
	lone         bool        // stands in the margin with nothing beside it
	heads        []*row      // headings that stand beside it in the margin
	ruled        bool        // a long rule beneath
	under        bool        // underlined
	walled       bool        // a long rule between it and the row above
	spaced       bool        // letters spaced out
	date         bool        // a date and nothing more
	opens        bool        // begins with a picture, and so goes on with nothing
}

func (r *row) box() glyph.Box { return glyph.Box{r.left, r.y0, r.end, r.y1} }

// split makes rows of a strip: one, or more where a name stands beside what
// reaches its owner.
func (b *block) split(s *strip) {
	wide := s.wide()
	add := func(ws []*word) {
		if ws = undrawn(ws); len(ws) > 0 {
			b.rows = append(b.rows, b.row(ws, wide))
		}
	}
	for i := 1; i < len(s.words); i++ {
		w, p := s.words[i], s.words[i-1]
		if w.x0-p.x1 >= wide && p.size >= 1.4*w.size && (&strip{words: s.words[i:]}).reaches() {
			add(s.words[:i])
			add(s.words[i:])
			return
		}
	}
	add(s.words)
}

// wide returns what counts as a wide gap in the strip, in points.
func (s *strip) wide() float64 {
	var gaps [32]float64
	n := 0
	for i := 1; i < len(s.words) && n < len(gaps); i++ {
		gaps[n] = s.words[i].x0 - s.words[i-1].x1
		n++
	}
	if n < 3 {
		return 1.5 * s.size
	}
	slices.Sort(gaps[:n])
	return max(1.5*s.size, 2.5*gaps[n/2])
}

// row makes a row of words.
func (b *block) row(ws []*word, wide float64) *row {
	r := b.frame.desk.rows.one()
	r.block = b
	s := strip{words: ws}
	s.settle()
	r.base, r.size, r.y0, r.y1, r.left, r.end = s.base, s.size, s.y0, s.y1, s.x0, s.x1
	ws = nest(ws)
	marker, n := markerOf(ws)
	if n < 0 && len(ws) <= 3 && strings.ContainsAny(marker, "-–—") && (&strip{words: ws[1:]}).year() {
		marker, n = "", 0 // the end of a span of dates
	}
	if marker != "" && rightToLeft(ws[len(ws)-1].marks[0].text) {
		marker, n = "", 0 // the row begins at its other end
	}
	if marker != "" && len(ws) > 1 || n > 0 {
		r.marker = marker
		if n > 0 {
			w := *newWord(ws[0].marks[n:])
			w.base, w.low = ws[0].base, ws[0].low
			ws = append([]*word{&w}, ws[1:]...)
		} else {
			ws = ws[1:]
		}
	}
	r.words = ws
	r.x0 = ws[0].x0
	for i := range ws {
		r.x0 = min(r.x0, ws[i].x0)
	}
	r.x1 = -inf
	r.write(wide)
	return r
}

// nest puts words that stand within another, above or below its baseline,
// into it, as the A in the logo of LaTeX.
func nest(ws []*word) []*word {
	inside := func(w, o *word) bool {
		return w.base != o.base && !w.marks[0].gap && len(w.marks) <= 4 && w.x0 > o.x0 && w.x0 < o.x1-0.3*w.size
	}
	n := 1
	for n < len(ws) && !inside(ws[n], ws[n-1]) {
		n++
	}
	if n == len(ws) {
		return ws
	}
	out := slices.Clone(ws[:n])
	for _, w := range ws[n:] {
		o := out[len(out)-1]
		if !inside(w, o) {
			out = append(out, w)
			continue
		}
		ms := append(slices.Clone(o.marks), w.marks...)
		slices.SortStableFunc(ms, func(a, b mark) int { return cmp.Compare(a.x0, b.x0) })
		n := newWord(ms)
		n.base, n.low = o.base, o.low
		out[len(out)-1] = n
	}
	return out
}

// write makes the row's text and sums up its style.
func (r *row) write(wide float64) {
	marks, bold, italic := 0, 0, 0
	for _, w := range r.words {
		marks += len(w.marks)
	}
	desk := r.block.frame.desk
	r.offs = desk.offs.take(marks)[:0]
	t := desk.text[:0]
	letters, spacedOut := 0, 0
	r.oneColor = true
	ink := r.words[0].marks[0].color
	for i, w := range r.words {
		if i > 0 {
			p := r.words[i-1]
			gap := w.x0 - p.x1
			switch {
			case gap >= wide, i <= 6 && gap >= 0.8*w.size && len(r.cuts) == 0 && isDate(string(t)):
				t = append(t, ' ')
				r.cuts = append(r.cuts, len(t))
				r.cutX = append(r.cutX, w.x0)
			case w.low != p.low && gap < 0.15*max(w.size, p.size) && !w.marks[0].gap:
			case w.base != p.base && gap < 0.08*w.size && gap > -0.6*w.size && !w.marks[0].gap: // as in the logo of LaTeX
			default:
				t = append(t, ' ')
			}
		}
		if len(r.cuts) == 0 {
			r.x1 = max(r.x1, w.x1)
			r.lastFont = w.marks[len(w.marks)-1].font
		}
		for k := range w.marks {
			m := &w.marks[k]
			r.offs = append(r.offs, len(t))
			t = appendText(t, m.text)
			if m.bold() {
				bold++
			}
			if m.italic() {
				italic++
			}
			if m.color != ink {
				r.oneColor = false
			}
			if k > 0 {
				letters++
				if m.x0-w.marks[k-1].x1 > 0.08*m.size {
					spacedOut++
				}
			}
		}
	}
	if rightToLeft(t) {
		t, r.offs = inOrder(t, r.offs)
		r.cuts, r.cutX = nil, nil
	}
	r.text = string(t)
	desk.text = t
	r.date = isDate(r.text)
	r.bold, r.italic = float64(bold)/float64(marks), float64(italic)/float64(marks)
	first := &r.words[0].marks[0]
	last := r.words[len(r.words)-1]
	r.boldStart, r.boldEnd = first.bold(), last.marks[len(last.marks)-1].bold()
	r.color, r.font = first.color, first.font
	r.spaced = letters >= 4 && 4*spacedOut >= 3*letters
}

// appendText appends a mark's text without what shows nothing.
func appendText(t []byte, s string) []byte {
	if len(s) == 1 {
		return append(t, s[0])
	}
	gap := false
	n := len(t)
	for _, c := range s {
		switch {
		case unicode.IsSpace(c):
			gap = len(t) > n
		case !empty(c):
			if gap {
				t = append(t, ' ')
				gap = false
			}
			t = utf8.AppendRune(t, c)
		}
	}
	return t
}

// tail returns what stands after the row's last wide gap.
func (r *row) tail() string {
	if len(r.cuts) == 0 {
		return ""
	}
	return r.text[r.cuts[len(r.cuts)-1]:]
}

// firstWord returns the width of the row's first word as far as a line may
// break after a hyphen in it, in points.
func (r *row) firstWord() float64 {
	w := r.words[0]
	for k := 0; k+1 < len(w.marks); k++ {
		if t := w.marks[k].text; k > 0 && (t == "-" || t == "–" || t == "—") && !addressLike(w.text()) {
			return w.marks[k].x1 - w.x0
		}
	}
	end := w.x1
	for i := 1; i < len(r.words) && r.words[i].low != r.words[i-1].low && r.words[i].x0-end < 0.15*r.size; i++ {
		end = r.words[i].x1
	}
	return end - w.x0
}

// lower reports whether the row begins as the middle of a sentence does.
func (r *row) lower() bool {
	t := strings.TrimLeft(r.text, "«“„\"‘ \u00a0")
	c, _ := utf8.DecodeRuneInString(t)
	if !unicode.IsLower(c) {
		return false
	}
	w, _, _ := strings.Cut(t, " ")
	return !addressLike(w)
}

// hyphened reports whether the row ends in a hyphen after a letter.
func (r *row) hyphened() bool {
	if !strings.HasSuffix(r.text, "-") && !strings.HasSuffix(r.text, "\u2010") {
		return false
	}
	t := strings.TrimRight(r.text, "-\u2010")
	c, _ := utf8.DecodeLastRuneInString(t)
	return unicode.IsLetter(c)
}

// ended reports whether the row ends as a sentence does.
func (r *row) ended() bool {
	t := strings.TrimRight(r.text, "\"”’')]")
	return strings.HasSuffix(t, ".") || strings.HasSuffix(t, "!") || strings.HasSuffix(t, "?") || strings.HasSuffix(t, ":")
}

// caps reports whether all letters are capitals, and there are at least three.
func caps(s string) bool {
	n := 0
	for _, c := range s {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n >= 3
}
