package content

import (
	"sync"

	"pique/extract/glyph"
)

// For how many glyphs a slab has room at least, and what is left of one has,
// if it is to be used: a page of a resume has some 3,000.
const (
	leastSlab = 1 << 14
	leastPage = 1 << 12
)

// slab is where the glyphs of a file's pages lie, one page after the other.
type slab struct {
	all  []glyph.Glyph
	used int
}

var slabs = sync.Pool{New: func() any { return new(slab) }}

// page returns where the glyphs of the next page are to be appended.
func (s *slab) page() []glyph.Glyph {
	if len(s.all)-s.used < leastPage {
		s.all, s.used = make([]glyph.Glyph, leastSlab), 0
	}
	return s.all[s.used:s.used]
}

// keep takes in the glyphs of a page, of which there can be fewer now than
// were appended to what page returned. Where the slab had not enough room for
// them, they have moved to a larger one, and the pages before keep what they
// have of the old.
func (s *slab) keep(gs []glyph.Glyph) []glyph.Glyph {
	if all := gs[:cap(gs)]; cap(gs) > len(s.all)-s.used {
		s.all, s.used = all, 0
	}
	s.used += len(gs)
	return gs[:len(gs):len(gs)]
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
