package layout

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"pique/extract/glyph"
)

// withDots adds words for the bullets that are drawn as shapes: small ones
// with a word just right of them.
func withDots(f *frame, ws []*word) []*word {
	var dots []*word
	for i, d := range f.dots {
		y := (d[1] + d[3]) / 2
		k, _ := slices.BinarySearchFunc(ws, y, func(w *word, y float64) int { return cmp.Compare(w.base, y) })
		var host *word
		for n := 0; k < len(ws) && n < 400 && ws[k].base-y < 40; k, n = k+1, n+1 {
			w := ws[k]
			if up := w.base - y; up > 0.85*w.size || d[2] > w.x0+0.2*w.size || w.x0-d[2] > 2*w.size || d.Height() > 0.8*w.size {
				continue
			}
			if host == nil || w.x0 < host.x0 {
				host = w
			}
		}
		if host == nil || rating(f.dots, i) || crowded(ws, d, host) {
			continue
		}
		h := &host.marks[0]
		m := mark{x0: d[0], y0: d[1], x1: min(d[2], host.x0), y1: d[3], base: host.base, size: host.size, text: "•", font: h.font, color: h.color, gap: true}
		w := newWord([]mark{m})
		w.drawn = true
		dots = append(dots, w)
	}
	if len(dots) == 0 {
		return ws
	}
	ws = append(ws, dots...)
	slices.SortStableFunc(ws, func(a, b *word) int {
		return cmp.Or(cmp.Compare(a.base, b.base), cmp.Compare(a.x0, b.x0))
	})
	return ws
}

// crowded reports whether a word stands just left of the dot on the host's
// baseline, so that it is no bullet but a mark between two words.
func crowded(ws []*word, d glyph.Box, host *word) bool {
	k, _ := slices.BinarySearchFunc(ws, host.base-0.3*host.size, func(w *word, y float64) int { return cmp.Compare(w.base, y) })
	for n := 0; k < len(ws) && n < 400 && ws[k].base < host.base+0.3*host.size; k, n = k+1, n+1 {
		if w := ws[k]; w.x0 < d[0] && d[0]-w.x1 < host.size {
			return true
		}
	}
	return false
}

// undrawn returns the words without the drawn bullets from the second word
// on, and none where there are but drawn bullets.
func undrawn(ws []*word) []*word {
	if !slices.ContainsFunc(ws, func(w *word) bool { return w.drawn }) {
		return ws
	}
	out := ws[:0:0]
	glyphs := false
	for i, w := range ws {
		if i == 0 || !w.drawn {
			out = append(out, w)
		}
		glyphs = glyphs || !w.drawn
	}
	if !glyphs {
		return nil
	}
	return out
}

// opening marks the rows that begin with an icon or an unmapped glyph.
func (b *block) opening() {
	for i := range b.frame.ghosts {
		g := &b.frame.ghosts[i]
		if r := b.opened(glyph.Box{g.x0, g.base - 0.6*g.size, g.x1, g.base}); r != nil {
			r.opens = true
		}
	}
}

// opened returns the row that begins just right of the box.
func (b *block) opened(d glyph.Box) *row {
	y := (d[1] + d[3]) / 2
	i, _ := slices.BinarySearchFunc(b.rows, y, func(r *row, y float64) int { return cmp.Compare(r.base, y) })
	for _, r := range b.rows[i:min(len(b.rows), i+3)] {
		if up := r.base - y; up > -0.1*r.size && up < 0.85*r.size && d[2] <= r.x0+0.2*r.size && r.x0-d[2] < 2*r.size {
			return r
		}
	}
	return nil
}

// rating reports whether a dot stands in a row of dots, as those do that tell
// how well a language is known.
func rating(dots []glyph.Box, i int) bool {
	n := 0
	d := dots[i]
	for k := max(0, i-6); k < min(len(dots), i+7); k++ {
		if math.Abs(dots[k][1]-d[1]) < 1 && math.Abs(dots[k][0]-d[0]) < 40 && math.Abs(dots[k][0]-d[0]) > 1 {
			n++
		}
	}
	return n >= 2
}

// adopt takes signs for bullets that open several rows of the document with a
// gap after them, whatever character their font says they are.
func adopt(blocks []*block) {
	type sign struct {
		text string
		font *glyph.Font
	}
	const several = 3
	seen := make(map[sign]int)
	each := func(do func(r *row, s sign)) {
		for _, b := range blocks {
			for _, r := range b.rows {
				if r.marker != "" || len(r.words) < 2 || len(r.words[0].marks) != 1 {
					continue
				}
				m := &r.words[0].marks[0]
				c, n := utf8.DecodeRuneInString(m.text)
				if n != len(m.text) || c < 0x80 && c != '*' && c != '>' && c != '-' || unicode.IsLetter(c) && accentOf(m.text) < 0 || unicode.IsDigit(c) || unicode.Is(unicode.Sc, c) || unicode.Is(unicode.Pi, c) ||
					r.words[1].x0-m.x1 < 0.2*m.size {
					continue
				}
				do(r, sign{m.text, m.font})
			}
		}
	}
	each(func(r *row, s sign) { seen[s]++ })
	each(func(r *row, s sign) {
		if seen[s] >= several {
			r.unmark()
		}
	})
}

// unmark makes the first word of a row its marker.
func (r *row) unmark() {
	r.marker = r.words[0].text()
	r.words = r.words[1:]
	wide := strip{words: r.words, size: r.size}
	r.offs, r.cuts, r.cutX, r.x1 = nil, nil, nil, -inf
	r.x0 = r.words[0].x0
	for _, w := range r.words {
		r.x0 = min(r.x0, w.x0)
	}
	r.write(wide.wide())
}
