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

// strips gathers words, in order of baseline, into strips whose baselines
// differ by less than tol ems.
func strips(ws []*word, tol float64) []*strip {
	var out []*strip
	heavy := 0.0 // the weight of the word that the last strip's base is from
	for _, w := range ws {
		weight := w.size * float64(len(w.marks))
		if n := len(out); n > 0 {
			s := out[n-1]
			if w.base-s.base <= tol*min(w.size, s.size) {
				s.words = append(s.words, w)
				s.size = max(s.size, w.size)
				if weight > heavy {
					heavy, s.base = weight, w.base
				}
				continue
			}
		}
		out = append(out, &strip{words: []*word{w}, base: w.base, size: w.size})
		heavy = weight
	}
	for _, s := range out {
		s.settle()
	}
	return out
}

// settle sorts the words of a strip and takes its measures from them.
func (s *strip) settle() {
	slices.SortStableFunc(s.words, func(a, b *word) int { return cmp.Compare(a.x0, b.x0) })
	w := s.words[0]
	s.x0, s.y0, s.x1, s.y1 = w.x0, w.y0, w.x1, w.y1
	widest, marks := -1, 0
	for _, w := range s.words {
		s.x0, s.x1, s.y0, s.y1 = min(s.x0, w.x0), max(s.x1, w.x1), min(s.y0, w.y0), max(s.y1, w.y1)
		if !w.low && len(w.marks) > widest {
			widest = len(w.marks)
			s.base = w.base
		}
		marks += len(w.marks)
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

// markerOf returns the marker that opens the words and how many marks of the
// first word it takes; -1 stands for the whole word.
func markerOf(ws []*word) (string, int) {
	if len(ws) == 0 {
		return "", 0
	}
	w := ws[0]
	t := w.text()
	if startsBullet(w.marks[0].text) {
		if len(w.marks) == 1 {
			return t, -1
		}
		if r, _ := utf8.DecodeRuneInString(w.marks[0].text); len(w.marks) > 1 && !strings.ContainsRune("→⇒·⋅∗»›", r) || len(w.marks) > 3 {
			return w.marks[0].text, 1
		}
		return "", 0
	}
	if len(ws) < 2 {
		return "", 0
	}
	gap := (ws[1].x0 - w.x1) / ws[1].size
	symbol := w.marks[0].font != nil && symbolFont(w.marks[0].font.Name)
	if weakMarker(t, symbol) {
		if symbol || gap > 0.12 && t != "o" || t == "o" && (gap > 0.6 || w.marks[0].font != ws[1].marks[0].font) {
			return t, -1
		}
		return "", 0
	}
	if numberMarker(t) && gap > 0.1 && gap < 5 {
		return t, -1
	}
	return "", 0
}
