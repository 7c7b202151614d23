package content

import "sync"

// kit is the working space of one reading, kept for the next: buffers that
// nothing refers to once a page is done.
type kit struct {
	inflater inflater
	contents []byte // of the page in hand
	stream   []byte // of the font in hand
	args     []operand
	elems    []operand
	slab     []operand
	arena    []byte
	objects  lexer   // of the file's objects
	entries  []entry // of its cross-references

	heads     []int32 // of single
	twins     []twinLink
	stretches []stretch

	runs    []run
	ran     int // the most runs of a page
	shapes  []shape
	painted int // the most shapes of a page
	field   field
}

// Bounds on what a kit keeps; what grew larger for one page is let go.
const (
	keptBytes  = 4 << 20
	keptGlyphs = 1 << 14
	keptItems  = 1 << 12
	keptGrids  = 16

	keptEntries = 1 << 14
)

var kits = sync.Pool{New: func() any { return newKit() }}

func newKit() *kit { return &kit{objects: lexer{most: maxItems}} }

// release gives a kit back.
func (k *kit) release() {
	if cap(k.contents) > keptBytes {
		k.contents = nil
	}
	if cap(k.stream) > keptBytes {
		k.stream = nil
	}
	if cap(k.args) > keptItems || cap(k.elems) > keptItems || cap(k.slab) > keptItems || cap(k.arena) > keptBytes {
		k.args, k.elems, k.slab, k.arena = nil, nil, nil, nil
	}
	l := &k.objects
	clear(l.slab) // it points to the file
	clear(l.elems[:min(l.high, cap(l.elems))])
	if cap(l.slab) > mostPiece || cap(l.elems) > keptItems || cap(l.arena) > keptBytes {
		*l = lexer{most: maxItems}
	}
	l.data, l.slab, l.elems, l.high, l.arena = nil, l.slab[:0], l.elems[:0], 0, l.arena[:0]
	clear(k.entries) // they point to objects
	if k.entries = k.entries[:0]; cap(k.entries) > keptEntries {
		k.entries = nil
	}
	if cap(k.runs) > keptItems || cap(k.shapes) > keptItems || cap(k.field.links) > 4*keptItems || len(k.field.grids) > keptGrids {
		k.runs, k.shapes, k.field = nil, nil, field{}
	}
	clear(k.runs[:min(k.ran, cap(k.runs))]) // they point to fonts and paths
	clear(k.shapes[:min(k.painted, cap(k.shapes))])
	k.ran, k.painted = 0, 0
	if cap(k.heads) > 4*keptGlyphs {
		k.heads, k.twins = nil, nil
	}
	kits.Put(k)
}

// cleared returns s with n zeros in it, larger where it has to be.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}
