package layout

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A word is a run of marks on one baseline with no space between them.
type word struct {
	marks          []mark
	x0, y0, x1, y1 float64
	base, size     float64
	low            bool // a superscript, a subscript or a raised bullet: base is its host's
	drawn          bool // a bullet that is drawn as a shape and is no glyph
	dating         dating
	row            int // the scan row that it stands in, set by the search for columns
}

// sameRow is the part of the font size by which the baselines of one row may
// differ before words are made; a superscript rises by 0.33 or more.
const sameRow = 0.12

// words makes words of the marks of a frame, in order of baseline, then from
// left to right.
func words(f *frame) []*word {
	ms := f.marks
	settleAccents(ms)
	ms = f.desk.byBase(ms)
	ws := wordList{desk: f.desk}
	for i := 0; i < len(ms); {
		j := i + 1
		first, last := ms[i].base, ms[i].base
		for j < len(ms) && ms[j].base-last <= sameRow*min(ms[j].size, ms[j-1].size) && ms[j].base-first <= 0.3*ms[j].size {
			last = ms[j].base
			j++
		}
		ws.row(ms[i:j])
		i = j
	}
	raise(ws.words)
	return withDots(f, ws.words)
}

// byBase sorts marks by their baseline. Painting order decides where they
// are equal, so that the empty width of a space does not move it behind the
// next letter. Runs of one baseline are moved whole: a page has hundreds.
func (d *desk) byBase(ms []mark) []mark {
	type run struct{ from, to int }
	var runs []run
	sorted := true
	for i := 0; i < len(ms); {
		j := i + 1
		for j < len(ms) && ms[j].base == ms[i].base {
			j++
		}
		sorted = sorted && (i == 0 || ms[i-1].base < ms[i].base)
		runs = append(runs, run{i, j})
		i = j
	}
	if sorted {
		return ms
	}
	slices.SortFunc(runs, func(a, b run) int {
		return cmp.Or(cmp.Compare(ms[a.from].base, ms[b.from].base), cmp.Compare(a.from, b.from))
	})
	out := d.marks.take(len(ms))[:0]
	for _, r := range runs {
		out = append(out, ms[r.from:r.to]...)
	}
	return out
}

// A wordList collects words.
type wordList struct {
	words []*word
	desk  *desk
}

func (l *wordList) add(ms []mark) {
	w := l.desk.words.one()
	w.hold(ms)
	l.words = append(l.words, w)
}

// settleAccents puts accents that are raised over a capital on the baseline
// of their letter.
func settleAccents(ms []mark) {
	const most = 400
	n := 0
	for i := range ms {
		if !mayAccent(ms[i].text) || accentOf(ms[i].text) < 0 {
			continue
		}
		if n++; n > most {
			return
		}
		for k := max(0, i-3); k < min(len(ms), i+4); k++ {
			l := &ms[k]
			if d := l.base - ms[i].base; k != i && d > 0 && d < 0.4*l.size && l.x0 < ms[i].x1 && ms[i].x0 < l.x1 {
				ms[i].base = l.base
				break
			}
		}
	}
}

// row cuts the marks of one baseline, in the order of painting, into words.
func (l *wordList) row(ms []mark) {
	for i := 1; i < len(ms); i++ {
		if ms[i].x0 < ms[i-1].x0 {
			if ls := layers(ms); ls != nil {
				for _, layer := range ls {
					l.sorted(layer)
				}
				return
			}
			sortMarks(ms)
			break
		}
	}
	l.sorted(ms)
}

// sorted cuts the marks of one baseline, from left to right, into words.
func (l *wordList) sorted(ms []mark) {
	// Fold white space into a flag of what follows.
	n, gap := 0, false
	for i := range ms {
		m := &ms[i]
		if blank(m.text) {
			gap = true
			continue
		}
		if n > 0 && twin(&ms[n-1], m) || n > 1 && twin(&ms[n-2], m) {
			continue
		}
		if gap && n > 0 && overrun(&ms[n-1], &ms[i-1], m) {
			gap = false
		}
		m.gap, gap = gap, false
		if n < i {
			ms[n] = *m
		}
		n++
	}
	ms = withAccents(ms[:n])
	first := len(l.words)
	from, track, camels := 0, 0.0, 0
	for i := range ms {
		// A run of one font and size shares its letter spacing.
		if i == 0 || ms[i].font != ms[i-1].font || ms[i].size != ms[i-1].size || ms[i].x0-ms[i-1].x1 > 3*ms[i].size {
			track = tracking(ms[i:])
		}
		if i == 0 {
			continue
		}
		if parts(&ms[i-1], &ms[i], track) || camels < 2 && humped(&ms[i-1], &ms[i], track) {
			l.add(ms[from:i])
			from = i
		}
		if ms[i].gap {
			camels = 0
		} else if ms[i].x0-ms[i-1].x1 <= leastHump*ms[i].size && camel(ms[i-1].text, ms[i].text) {
			camels++
		}
	}
	if len(ms) > 0 {
		l.add(ms[from:])
	}
	l.words = append(l.words[:first], unspace(l.words[first:])...)
}

// twin reports whether b paints a once more with a small shift, as programs
// do that have no bold face at hand.
func twin(a, b *mark) bool {
	return b.x0-a.x0 <= 0.12*a.size && a.text == b.text && math.Abs(a.size-b.size) <= 0.1*a.size && a.x1-a.x0 > 0.15*a.size
}

// tracking estimates how far, in ems, the letters of the run that begins here
// are spaced out: the lower quartile of their gaps, so that the gaps between
// words do not count.
func tracking(ms []mark) float64 {
	var gaps [24]float64
	n, tight := 0, 0
	for i := 1; i < len(ms) && n < len(gaps); i++ {
		if ms[i].font != ms[0].font || ms[i].size != ms[0].size || ms[i].x0-ms[i-1].x1 > 3*ms[0].size {
			break
		}
		gaps[n] = (ms[i].x0 - ms[i-1].x1) / ms[0].size
		if gaps[n] <= 0.05 {
			tight++
		}
		n++
	}
	if n < 4 {
		return few(ms[:n+1], gaps[:n])
	}
	if tight > n/4 {
		return 0
	}
	slices.Sort(gaps[:n])
	most := mostTrack
	if c, _ := utf8.DecodeRuneInString(ms[0].text); wideScript(c) || unicode.Is(unicode.Hangul, c) {
		most = mostWideTrack
	}
	if gaps[n/4] > most || gaps[n/4] > leastCell && celled(ms[:n+1]) {
		return 0 // the cells of a table, the figures of an axis
	}
	return gaps[n/4]
}

// few returns the letter spacing of a short word in ems: two to four letters
// with the same gap between them and no space painted.
func few(ms []mark, gaps []float64) float64 {
	if len(gaps) < 2 {
		return 0
	}
	lo, hi := slices.Min(gaps), slices.Max(gaps)
	if lo < 0.1 || hi > 0.6 || hi-lo > 0.08 {
		return 0
	}
	for i := range ms {
		if c, _ := utf8.DecodeRuneInString(ms[i].text); !unicode.IsUpper(c) && (i < len(ms)-1 || unicode.IsLetter(c) || unicode.IsDigit(c)) || i > 0 && ms[i].gap {
			return 0
		}
	}
	return hi
}

// leastSpace is the least gap between two words in ems. The space of a
// justified TeX line shrinks to 0.22 em, in narrow faces to 0.14 em, and
// kerning within words rarely exceeds 0.08 em; poppler takes 0.1 em.
const leastSpace = 0.11

// parts reports whether a space stands between two marks.
func parts(a, b *mark, track float64) bool {
	em := (a.size + b.size) / 2
	if d := b.x0 - a.x1; !b.gap && d < 0.9*leastSpace*em && d > -em {
		return false // as between most letters
	}
	gap := (b.x0 - a.x1) / em
	if gap < -1.5 {
		return true // written anew from the left
	}
	if b.gap {
		if track > 0 {
			return gap > track*1.5+0.02
		}
		return gap > -0.3
	}
	return gap > max(leastSpace, track+max(0.13, track*0.55))
}

// leastHump is the least gap in ems that parts a small letter from a capital.
const leastHump = 0.05

// humped reports whether a space that has shrunk to less than the least
// stands between a small letter and a capital or a digit.
func humped(a, b *mark, track float64) bool {
	return track == 0 && !b.gap && a.font != nil && b.x0-a.x1 > leastHump*(a.size+b.size)/2 && camel(a.text, b.text)
}

// overrun reports whether a or b is painted over the white space between
// them, so that no gap is seen.
func overrun(a, space, b *mark) bool {
	w := space.x1 - space.x0
	if !blank(space.text) || w < 0.2*space.size || b.x0-a.x1 > 0.03*b.size || a.x1-b.x0 > 0.1*b.size {
		return false
	}
	return b.x0 < space.x0+0.1*w || a.x0 < space.x0+0.1*w && a.x1 > space.x0+0.9*w
}

// camel reports whether a capital or a digit follows a small letter, which
// within a word happens without a gap: "PyTorch", "YOLOv5".
func camel(a, b string) bool {
	if len(b) == 1 && (b[0] >= 'a' && b[0] <= 'z' || b[0] < '0') {
		return false
	}
	c, _ := utf8.DecodeLastRuneInString(a)
	d, _ := utf8.DecodeRuneInString(b)
	return unicode.IsLower(c) && (unicode.IsUpper(d) || unicode.IsDigit(d))
}

func newWord(ms []mark) *word {
	w := new(word)
	w.hold(ms)
	return w
}

// hold takes the marks for the word's own.
func (w *word) hold(ms []mark) {
	*w = word{marks: ms, x0: ms[0].x0, x1: ms[0].x1, y0: ms[0].y0, y1: ms[0].y1}
	most := 0.0
	for i := range ms {
		m := &ms[i]
		if m.x0 < w.x0 {
			w.x0 = m.x0
		}
		if m.x1 > w.x1 {
			w.x1 = m.x1
		}
		if m.y0 < w.y0 {
			w.y0 = m.y0
		}
		if m.y1 > w.y1 {
			w.y1 = m.y1
		}
		if m.size > most {
			most, w.base = m.size, m.base
		}
	}
	w.size = most
}

// unspace joins letters that are spaced out with space characters, as in
// "E D U C A T I O N", to words.
func unspace(ws []*word) []*word {
	const least = 4 // letters: fewer may be initials or a list
	out := ws[:0]
	for i := 0; i < len(ws); {
		j := i
		for j < len(ws) && lonelyLetter(ws[j]) && (j == i || ws[j].x0-ws[j-1].x1 < 2.5*ws[j].size && ws[j].size == ws[i].size) {
			j++
		}
		painted := 0
		for k := i + 1; k < j; k++ {
			if ws[k].marks[0].gap {
				painted++
			}
		}
		// Without spaces the letters' distances have been judged already.
		if j-i < least || 2*painted < j-i-1 {
			out = append(out, ws[i])
			i++
			continue
		}
		var gaps []float64
		for k := i + 1; k < j; k++ {
			gaps = append(gaps, ws[k].x0-ws[k-1].x1)
		}
		slices.Sort(gaps)
		wide := max(gaps[len(gaps)/4]*1.7, 0.1*ws[i].size)
		for a := i; a < j; {
			b := a + 1
			for b < j && ws[b].x0-ws[b-1].x1 <= wide {
				b++
			}
			w := *ws[a]
			for k := a + 1; k < b; k++ {
				w.marks = append(w.marks[:len(w.marks):len(w.marks)], ws[k].marks...)
			}
			w2 := newWord(w.marks)
			out = append(out, w2)
			a = b
		}
		i = j
	}
	return out
}

func lonelyLetter(w *word) bool {
	if len(w.marks) != 1 {
		return false
	}
	r, n := utf8.DecodeRuneInString(w.marks[0].text)
	return n == len(w.marks[0].text) && (unicode.IsUpper(r) || r == '&')
}

// raise gives superscripts, subscripts and raised bullets the baseline of
// the word that they stand by.
func raise(ws []*word) {
	// ws is in order of baseline; hosts are within an em of it.
	largest := 0.0
	for _, w := range ws {
		largest = max(largest, w.size)
	}
	for i, w := range ws {
		if w.size > 0.86*largest && len(w.marks) > 1 {
			continue // what it could be raised to is no larger
		}
		bullet := len(w.marks) == 1 && (startsBullet(w.marks[0].text) || w.marks[0].text == "*" || w.marks[0].text == "∗")
		if !bullet && inRow(ws, i) || bullet && follows(ws, i) {
			continue
		}
		best, at := math.Inf(1), -1
		for dir := -1; dir <= 1; dir += 2 {
			for k, n := i+dir, 0; k >= 0 && k < len(ws) && n < 400; k, n = k+dir, n+1 {
				h := ws[k]
				if math.Abs(h.base-w.base) > 0.75*max(w.size, 24) {
					break
				}
				d := w.base - h.base // above the host's baseline: negative
				if h.low || d == 0 || len(h.marks) == 0 {
					continue
				}
				if bullet && h.x0 >= w.x1 && h.x0-w.x1 < 4*h.size && d < 0.6*h.size && d > -0.7*h.size {
					if gap := h.x0 - w.x1 + math.Abs(d); gap < best && math.Abs(d) > sameRow*h.size {
						best, at = gap, k
					} else if math.Abs(d) <= sameRow*h.size && gap < best {
						best, at = gap, -1
					}
					continue
				}
				if w.size > 0.86*h.size || w.size < 0.45*h.size || len(w.marks) > 5 || math.Abs(d) > 0.66*h.size || math.Abs(d) < 0.06*h.size {
					continue
				}
				after, before := w.x0-h.x1, h.x0-w.x1
				gap := math.Abs(after)
				if after < -0.2*h.size || after > 0.3*h.size {
					if before < -0.2*h.size || before > 0.2*h.size {
						continue
					}
					gap = math.Abs(before) + 0.3*h.size
				}
				if gap < best {
					best, at = gap, k
				}
			}
		}
		if at >= 0 {
			w.base, w.low = ws[at].base, true
		}
	}
	slices.SortStableFunc(ws, func(a, b *word) int {
		return cmp.Or(cmp.Compare(a.base, b.base), cmp.Compare(a.x0, b.x0))
	})
}

// follows reports whether a word stands after another on its baseline, and so
// opens no list item.
func follows(ws []*word, i int) bool {
	w := ws[i]
	for dir := -1; dir <= 1; dir += 2 {
		for k, n := i+dir, 0; k >= 0 && k < len(ws) && n < 400 && math.Abs(ws[k].base-w.base) <= sameRow*w.size; k, n = k+dir, n+1 {
			if gap := w.x0 - ws[k].x1; gap > -0.2*w.size && gap < 1.5*w.size {
				return true
			}
		}
	}
	return false
}

// inRow reports whether a word stands in a row of words of its own size, and
// so is no superscript.
func inRow(ws []*word, i int) bool {
	w := ws[i]
	for dir := -1; dir <= 1; dir += 2 {
		for k, n := i+dir, 0; k >= 0 && k < len(ws) && n < 400 && math.Abs(ws[k].base-w.base) <= sameRow*w.size; k, n = k+dir, n+1 {
			o := ws[k]
			if math.Abs(o.size-w.size) < 0.05*w.size && min(math.Abs(o.x0-w.x1), math.Abs(w.x0-o.x1)) < 0.6*w.size {
				return true
			}
		}
	}
	return false
}

// text writes the word's text.
func (w *word) text() string {
	if len(w.marks) == 1 {
		return w.marks[0].text
	}
	n := 0
	for i := range w.marks {
		n += len(w.marks[i].text)
	}
	b := make([]byte, 0, n)
	for i := range w.marks {
		b = append(b, w.marks[i].text...)
	}
	return string(b)
}
