package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A strip is what stands on one baseline of a region, from left to right.
type strip struct {
	words          []*word
	x0, y0, x1, y1 float64
	base, size     float64
	wall           bool // a horizontal rule across the region, without words
}

// A tray holds strips and the room for them, to be filled again and again.
type tray struct {
	strips []*strip
	words  []*word
	room   []strip
}

// clean lets go of what the strips were of.
func (t *tray) clean() {
	if cap(t.words) > keptMarks {
		*t = tray{}
	}
	clear(t.words[:cap(t.words)])
	clear(t.room[:cap(t.room)])
	t.strips, t.words, t.room = t.strips[:0], t.words[:0], t.room[:0]
}

// fill gathers words, in order of baseline, into strips whose baselines
// differ by less than tol ems. They last until the next call.
func (t *tray) fill(ws []*word, tol float64) {
	t.words = append(t.words[:0], ws...)
	t.gather(tol)
}

// lay does the same with words that the strips may keep for good.
func (t *tray) lay(d *desk, ws []*word, tol float64) {
	own := t.words
	t.words = d.refs.take(len(ws))
	copy(t.words, ws)
	t.gather(tol)
	t.words = own
}

// gather makes the strips of the words of the tray.
func (t *tray) gather(tol float64) {
	t.room = t.room[:0]
	from, heavy := 0, 0.0 // the weight of the word that the last strip's base is from
	for i, w := range t.words {
		weight := w.size * float64(len(w.marks))
		if n := len(t.room); n > 0 {
			s := &t.room[n-1]
			if w.base-s.base <= tol*min(w.size, s.size) {
				s.words = t.words[from : i+1 : i+1]
				s.size = max(s.size, w.size)
				if weight > heavy {
					heavy, s.base = weight, w.base
				}
				continue
			}
		}
		from, heavy = i, weight
		t.room = append(t.room, strip{words: t.words[i : i+1 : i+1], base: w.base, size: w.size})
	}
	t.strips = t.strips[:0]
	for i := range t.room {
		t.room[i].settle()
		t.strips = append(t.strips, &t.room[i])
	}
}

// level puts dates and the like that are set on the right of a title, but a
// little higher or lower than its baseline, into the title's strip.
func level(ss []*strip) []*strip {
	aside := func(s, t *strip) bool { // t stands on the right of s, and beside it
		return len(t.words) <= 6 && t.x0-s.x1 > 1.5*max(s.size, t.size) && min(s.y1, t.y1)-max(s.y0, t.y0) > 0.5*min(s.y1-s.y0, t.y1-t.y0) && t.date()
	}
	var out []*strip // made when the first pair is found
	for i, s := range ss {
		host := -1
		for _, k := range [...]int{i - 1, i + 1} {
			if k >= 0 && k < len(ss) && aside(ss[k], s) && (host < 0 || math.Abs(ss[k].base-s.base) < math.Abs(ss[host].base-s.base)) {
				host = k
			}
		}
		if host < 0 {
			continue
		}
		if out == nil {
			out = slices.Clone(ss)
		}
		h := *out[host]
		h.words = append(h.words[:len(h.words):len(h.words)], s.words...)
		h.settle()
		out[host], out[i] = &h, nil
	}
	if out == nil {
		return ss
	}
	return slices.DeleteFunc(out, func(s *strip) bool { return s == nil })
}

// settle sorts the words of a strip and takes its measures from them.
func (s *strip) settle() {
	for i := 1; i < len(s.words); i++ {
		if s.words[i].x0 < s.words[i-1].x0 {
			slices.SortStableFunc(s.words, func(a, b *word) int { return cmp.Compare(a.x0, b.x0) })
			break
		}
	}
	w := s.words[0]
	s.x0, s.y0, s.x1, s.y1 = w.x0, w.y0, w.x1, w.y1
	widest, marks := -1, 0
	for _, w := range s.words {
		if w.x0 < s.x0 {
			s.x0 = w.x0
		}
		if w.x1 > s.x1 {
			s.x1 = w.x1
		}
		if w.y0 < s.y0 {
			s.y0 = w.y0
		}
		if w.y1 > s.y1 {
			s.y1 = w.y1
		}
		if !w.low && len(w.marks) > widest {
			widest = len(w.marks)
			s.base = w.base
		}
		marks += len(w.marks)
	}
	if len(s.words) == 1 {
		s.size = w.size
		return
	}
	// The size of most of the marks.
	var sizes [8]struct {
		size float64
		n    int
	}
	best := 0
	for _, w := range s.words {
		for i := range sizes {
			if sizes[i].n == 0 || math.Abs(sizes[i].size-w.size) < 0.05 {
				sizes[i].size = w.size
				sizes[i].n += len(w.marks)
				if sizes[i].n > sizes[best].n {
					best = i
				}
				break
			}
		}
	}
	s.size = sizes[best].size
}

// text writes the strip's words with single spaces.
func (s *strip) text() string {
	var b strings.Builder
	for i, w := range s.words {
		if i > 0 {
			b.WriteByte(' ')
		}
		for k := range w.marks {
			b.WriteString(w.marks[k].text)
		}
	}
	return b.String()
}

// date reports whether the strip is a date and nothing more.
func (s *strip) date() bool {
	if len(s.words) > 10 {
		return false
	}
	n := 0
	for _, w := range s.words {
		if w.undated() {
			return false
		}
		n += len(w.marks)
	}
	return n <= 60 && isDate(s.text())
}

// undated reports whether the word is surely in no date, as most words are
// not: it opens with letters that are no month and no word of dates. Only
// what is ASCII is looked at.
func (w *word) undated() bool {
	if w.dating == unknown {
		w.dating = maybe
		if w.undatable() {
			w.dating = never
		}
	}
	return w.dating == never
}

// dating is whether a word may be part of a date.
type dating uint8

const (
	unknown dating = iota
	maybe
	never
)

func (w *word) undatable() bool {
	var buf [16]byte
	n := 0
	for i := range w.marks {
		t := w.marks[i].text
		if len(t) != 1 || n == len(buf) {
			return false
		}
		c := t[0] | 0x20
		if c < 'a' || c > 'z' {
			if n == 0 || !strings.Contains("-/.,()[]|~:;'", t) {
				return false
			}
			break
		}
		buf[n] = c
		n++
	}
	return n > 0 && !isMonth(string(buf[:n])) && !isDateWord(string(buf[:n]))
}

// year reports whether the strip is a date without hyphens or full stops.
func (s *strip) year() bool { return s.date() && !strings.ContainsAny(s.text(), "-.–") }

// mayReach reports whether the strip may be a telephone number, an e-mail
// address or a link.
func (s *strip) mayReach() bool {
	if strings.ContainsRune("+(0123456789hw", s.first()) {
		return true
	}
	for _, w := range s.words {
		for i := range w.marks {
			if w.marks[i].text == "@" {
				return true
			}
		}
	}
	return false
}

// reaches reports whether the strip is a telephone number, an e-mail address
// or a link and nothing more.
func (s *strip) reaches() bool {
	return len(s.words) <= 6 && s.mayReach() && contact(s.text())
}

// first returns the first rune of the strip.
func (s *strip) first() rune {
	r, _ := utf8.DecodeRuneInString(s.words[0].marks[0].text)
	return r
}

// marked reports whether the strip opens with a bullet or a number, and how
// many of its words that takes.
func (s *strip) marked() bool {
	m, _ := markerOf(s.words)
	return m != ""
}

// lower reports whether the strip begins as the middle of a sentence does.
func (s *strip) lower() bool {
	return unicode.IsLower(s.first()) && !addressLike(s.words[0].text())
}

// addressLike reports whether a word is an e-mail or web address, which
// begins in lower case wherever it stands.
func addressLike(w string) bool {
	return strings.ContainsAny(w, "@/\\") || strings.HasPrefix(w, "www.") ||
		strings.Contains(strings.TrimRight(w, ".,;:)"), ".") && !strings.HasPrefix(w, "e.g") && !strings.HasPrefix(w, "i.e")
}

// contact reports whether the text is a telephone number, an e-mail address
// or the address of a site, and nothing more.
func contact(s string) bool {
	if strings.Contains(s, "@") || strings.HasPrefix(s, "http") || strings.HasPrefix(s, "www.") {
		return true
	}
	n := 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			n++
		case !strings.ContainsRune("+()-–. /", c):
			return false
		}
	}
	return n >= 7 && !isDate(s)
}

// markerOf returns the marker that opens the words and how many marks of the
// first word it takes; -1 stands for the whole word.
func markerOf(ws []*word) (string, int) {
	if len(ws) == 0 {
		return "", 0
	}
	w := ws[0]
	if startsBullet(w.marks[0].text) {
		if len(w.marks) == 1 {
			return w.marks[0].text, -1
		}
		if r, _ := utf8.DecodeRuneInString(w.marks[0].text); len(w.marks) > 1 && !strings.ContainsRune("→⇒·⋅∗»›", r) || len(w.marks) > 3 {
			return w.marks[0].text, 1
		}
		return "", 0
	}
	if len(ws) < 2 || len(w.marks) > 8 || len(w.marks) > 2 && !strings.Contains(").:]", w.marks[len(w.marks)-1].text) {
		return "", 0 // longer than any marker, or a word
	}
	t := w.text()
	gap := (ws[1].x0 - w.x1) / ws[1].size
	if weakMarker(t, true) {
		symbol := w.marks[0].font != nil && symbolFont(w.marks[0].font.Name)
		if !weakMarker(t, symbol) {
			return "", 0
		}
		if symbol || gap > 0.12 && t != "o" || t == "o" && (gap > 0.6 || w.marks[0].font != ws[1].marks[0].font) {
			return t, -1
		}
		return "", 0
	}
	if t[0] == '(' && len(t) == 5 && digits(ws[1].marks[0].text) {
		return "", 0 // an area code
	}
	if numberMarker(t) && gap > 0.1 && gap < 5 {
		return t, -1
	}
	return "", 0
}
