package content

import (
	"bytes"
	"errors"
	"math"

	"pique/extract/glyph"
)

// Bounds on the page tree, and on what hangs on a page.
const (
	maxTreeDepth = 48
	maxTreeNodes = 1 << 16
	maxCount     = 1 << 24 // pages that a file may say it has
	maxContents  = 1 << 12
	maxLinks     = 1 << 12
	maxSide      = 20000.0 // points; larger pages are cut
	maxUnit      = 75000.0 // points of a unit of user space
)

// node is a page with the attributes that it inherits.
type node struct {
	v, resources, media, crop value
	rotate                    int
	err                       error // the page cannot be read
}

// tree walks the page tree once; nodes that come twice are left out. It stops
// one page past the limit, and returns how many there are, or are said to be.
func (d *document) tree(limit int) (pages []node, total int) {
	seen := map[int]bool{}
	visits := 0
	var walk func(v value, in node, depth int)
	walk = func(v value, in node, depth int) {
		visits++
		if depth > maxTreeDepth || visits > maxTreeNodes || len(pages) > limit || v.Kind() != opDict {
			return
		}
		in.v = v
		if x := v.Key("Resources"); x.Kind() == opDict {
			in.resources = x
		}
		if x := v.Key("MediaBox"); x.Len() == 4 {
			in.media = x
		}
		if x := v.Key("CropBox"); x.Len() == 4 {
			in.crop = x
		}
		if x := v.Key("Rotate"); isNumber(x) {
			in.rotate = int(x.Float64())
		}
		kids := v.Key("Kids")
		if kids.Kind() != opArray || v.Key("Type").Name() == "Page" {
			pages = append(pages, in)
			return
		}
		for i := 0; i < kids.Len() && visits < maxTreeNodes && len(pages) <= limit; i++ {
			if id := kids.refAt(i); id != 0 {
				if seen[id] {
					continue
				}
				seen[id] = true
			}
			if err := guard("page tree", func() { walk(kids.Index(i), in, depth+1) }); err != nil {
				pages = append(pages, node{err: err})
			}
		}
	}
	root := d.root("Root").Key("Pages")
	walk(root, node{}, 0)
	total = len(pages)
	if said := root.Key("Count"); total > limit && isNumber(said) {
		total = max(total, int(min(said.Int64(), maxCount)))
	}
	return pages, total
}

// readPage interprets one page. What breaks it becomes its Err.
func (d *document) readPage(p *glyph.Page, n node) counts {
	if n.err != nil {
		p.Err = n.err
		return counts{}
	}
	in := &interp{d: d, page: p, tm: identity, tlm: identity, unseen: glyph.HiddenLayer}
	p.Glyphs, in.runs = d.slab.page(), d.kit.runs[:0]
	in.canvas.shapes, in.canvas.field = d.kit.shapes[:0], d.kit.field
	err := guard("page", func() {
		base := d.frame(p, n)
		in.crop = glyph.Box{0, 0, p.Width, p.Height}
		in.base = base
		in.state = newState(base, in.crop)
		in.res = newResources(n.resources)
		notes := notes(n.v.Key("Annots"))
		p.Links = links(notes, base)
		data := d.contents(n.v.Key("Contents"))
		if len(bytes.TrimSpace(data)) == 0 && d.holds(n.v.Key("Contents")) {
			p.Err = errContents
		}
		if e := in.run(data); e != nil {
			p.Err = e
		}
		in.closeMarks(0)
		in.appearances(notes, base)
	})
	if err != nil {
		p.Err = err
	}
	in.closeMarks(0)
	in.judge()
	if in.lettered {
		in.cutOut()
	}
	for _, i := range in.inkless {
		if int(i) < len(p.Glyphs) && p.Glyphs[i].Hidden == glyph.Visible {
			p.Glyphs[i].Hidden = glyph.Invisible
		}
	}
	in.bare()
	if in.canvas.steps > maxSteps && p.Err == nil {
		p.Err = errPainted
	}
	in.scanned()
	for _, g := range in.untrue {
		g.Hidden = glyph.Untrue
		p.Glyphs = append(p.Glyphs, g)
	}
	d.kit.runs, d.kit.ran = in.runs, max(d.kit.ran, len(in.runs))
	d.kit.shapes, d.kit.painted = in.canvas.shapes, max(d.kit.painted, len(in.canvas.shapes))
	d.kit.field = in.canvas.field
	lost := in.lost()
	if p.Glyphs = d.kit.single(compose(p.Glyphs)); len(p.Glyphs) == 0 {
		p.Glyphs = nil
		return counts{}
	}
	p.Glyphs = d.slab.keep(p.Glyphs)
	return counted(p.Glyphs, lost)
}

// frame sets the size of a page as shown and returns the transform from its
// user space: the crop box, turned by Rotate and made larger by UserUnit, from
// the top left.
func (d *document) frame(p *glyph.Page, n node) matrix {
	m, w, h := upright(n)
	if u := n.v.Key("UserUnit"); isNumber(u) && u.Float64() > 0 && u.Float64() <= maxUnit {
		k := u.Float64()
		m, w, h = m.Mul(matrix{k, 0, 0, k, 0, 0}), w*k, h*k
	}
	p.Width, p.Height = min(w, maxSide), min(h, maxSide)
	return m
}

// upright returns the transform and the size of a page in units of its user
// space.
func upright(n node) (m matrix, width, height float64) {
	b := [4]float64{0, 0, 612, 792}
	if m, ok := boxOf(n.media); ok {
		b = m
	}
	if c, ok := boxOf(n.crop); ok {
		if x := [4]float64{max(b[0], c[0]), max(b[1], c[1]), min(b[2], c[2]), min(b[3], c[3])}; x[2] > x[0] && x[3] > x[1] {
			b = x
		}
	}
	w, h := b[2]-b[0], b[3]-b[1]
	switch ((n.rotate/90)%4 + 4) % 4 {
	case 1:
		return matrix{0, 1, 1, 0, -b[1], -b[0]}, h, w
	case 2:
		return matrix{-1, 0, 0, 1, b[2], -b[1]}, w, h
	case 3:
		return matrix{0, -1, -1, 0, b[3], b[2]}, h, w
	}
	return matrix{1, 0, 0, -1, -b[0], b[3]}, w, h
}

func boxOf(v value) ([4]float64, bool) {
	f := floats(v, 4)
	if len(f) != 4 {
		return [4]float64{}, false
	}
	b := [4]float64{min(f[0], f[2]), min(f[1], f[3]), max(f[0], f[2]), max(f[1], f[3])}
	for _, x := range b {
		if math.Abs(x) > 1e6 {
			return b, false
		}
	}
	return b, b[2]-b[0] > 1 && b[3]-b[1] > 1
}

// errContents is the error of a page of which nothing could be decoded.
var errContents = errors.New("the content of the page cannot be decoded")

// emptyStream is the most bytes that the compressed form of no content, or of
// mere white space, takes.
const emptyStream = 24

// holds reports whether the content streams of a page hold more bytes than
// nothing needs.
func (d *document) holds(v value) bool {
	if v.Kind() == opStream {
		return len(d.raw(v)) > emptyStream
	}
	for i := 0; i < min(v.Len(), maxContents); i++ {
		if s := v.Index(i); s.Kind() == opStream && len(d.raw(s)) > emptyStream {
			return true
		}
	}
	return false
}

// contents joins the content streams of a page with white space; one that
// breaks is left out. The bytes hold until the next page.
func (d *document) contents(v value) []byte {
	out := d.kit.contents[:0]
	if v.Kind() == opStream {
		out = d.append(out, v)
	}
	for i := 0; i < min(v.Len(), maxContents); i++ {
		start := len(out)
		if guard("contents", func() { out = d.append(out, v.Index(i)) }) != nil {
			out = out[:start]
			continue
		}
		out = append(out, '\n')
	}
	d.kit.contents = out
	return out
}
