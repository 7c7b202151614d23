package pdfium

import (
	"strings"

	"pique/extract/font"
	"pique/extract/glyph"
)

// plain takes the marked content with ActualText off the text objects, so
// that the characters are those that are painted.
func (r *reader) plain() {
	for i := range r.objs {
		o := &r.objs[i]
		if o.actual != 0 && !r.ok("FPDFPageObj_RemoveMark", o.handle, uint64(o.actual)) {
			o.actual, o.speaks = 0, nil
		}
	}
}

// maxOwnWords is how many glyphs with text of their own an ActualText may
// speak for, as in the own engine: writers use it for ligatures, hyphens and
// icons; one that stands over a whole line can say what no reader sees.
const maxOwnWords = 3

// replace gives the glyphs of marked content the text that it says they have.
func (r *reader) replace() {
	gs := r.page.Glyphs
	out, owner := gs[:0], r.owner[:0]
	for i := 0; i < len(gs); {
		o := &r.objs[r.owner[i]]
		j := i + 1
		if o.actual == 0 {
			out, owner = append(out, gs[i]), append(owner, r.owner[i])
			i = j
			continue
		}
		for j < len(gs) && r.objs[r.owner[j]].actual == o.actual {
			j++
		}
		first := r.owner[i]
		for k, g := range spoken(gs[i:j], o.speaks) {
			if len(out) == i+k {
				first = r.owner[i+k]
			}
			out, owner = append(out, g), append(owner, first)
		}
		i = j
	}
	r.page.Glyphs, r.owner = out, owner
}

// spoken gives glyphs on the text of an ActualText, where it is believed.
func spoken(gs []glyph.Glyph, actual []rune) []glyph.Glyph {
	var own strings.Builder
	known := 0
	for i := range gs {
		own.WriteString(gs[i].Text)
		if strings.TrimSpace(gs[i].Text) != "" {
			known++
		}
	}
	text, _ := font.Clean(string(actual))
	rs := []rune(text)
	if known > maxOwnWords || len(rs) > 8*len(gs) || strings.TrimSpace(text) == strings.TrimSpace(own.String()) {
		return gs
	}
	if len(rs) == len(gs) {
		for i, r := range rs {
			gs[i].Text = string(r)
		}
		return gs
	}
	box := gs[0].Box
	for i := range gs {
		if gs[i].Base == gs[0].Base {
			box = box.Union(gs[i].Box)
		}
	}
	gs[0].Text, gs[0].Box = text, box
	return gs[:1]
}
