package content

import (
	"sync"

	"pique/extract/glyph"
)

// leastSlab is for how many glyphs a slab has room at least: two full pages.
const leastSlab = 1 << 13

// slab is where the glyphs of a file's pages lie, one page after the other.
type slab struct {
	all  []glyph.Glyph
	used int
}

var slabs = sync.Pool{New: func() any { return new(slab) }}

// keep copies the glyphs of a page to where they stay. Where a slab is full,
// the pages so far keep what they have of it.
func (s *slab) keep(gs []glyph.Glyph) []glyph.Glyph {
	if len(s.all)-s.used < len(gs) {
		s.all, s.used = make([]glyph.Glyph, max(len(gs), leastSlab)), 0
	}
	out := s.all[s.used : s.used+len(gs) : s.used+len(gs)]
	copy(out, gs)
	s.used += len(gs)
	return out
}

// Release gives the glyphs of all pages back, to be used for another file.
// Whoever calls it must have done with Pages and with all that points into
// them; what was taken out of them, such as a text or a font, may be kept.
func (f *File) Release() {
	s := f.slab
	f.Pages, f.slab = nil, nil
	if s == nil || len(s.all) > 2*keptGlyphs {
		return
	}
	s.used = 0
	slabs.Put(s)
}
