package content

import (
	"math/bits"

	"pique/extract/glyph"
	"pique/extract/plane"
)

const (
	levels   = 10 // ways to part each axis: into 1, 2, 4 to 512
	maxParts = 12 // of both axes together, as powers of two
)

// field finds the shapes that can hold a point. Each shape lies in a grid
// whose cells are about as wide and about as high as itself, so in four cells
// at most, whatever its form; a point has one cell in each grid.
type field struct {
	page  glyph.Box
	grids []grid
	links []link
	at    []int32 // where the lists of the point in hand are
}

type grid struct {
	x, y  int     // cells along each axis, as powers of two
	heads []int32 // of the list of each cell: 1 + index of its first link
}

// link is a shape in the list of a cell, the latest shape first.
type link struct{ shape, next int32 }

// lay puts shapes into grids.
func (f *field) lay(page glyph.Box, shapes []shape) {
	f.page, f.grids, f.links = page, f.grids[:0], f.links[:0]
	var of [levels][levels]int
	for i := range shapes {
		b := plane.Intersect(shapes[i].box, page)
		lx, ly := level(b.Width(), page.Width()), level(b.Height(), page.Height())
		for lx+ly > maxParts {
			if lx > ly {
				lx--
			} else {
				ly--
			}
		}
		k := of[lx][ly] - 1
		if k < 0 {
			k = len(f.grids)
			f.grids = append(f.grids, grid{x: lx, y: ly, heads: make([]int32, 1<<(lx+ly))})
			of[lx][ly] = k + 1
		}
		g := &f.grids[k]
		x0, y0 := f.cell(g, b[0], b[1])
		x1, y1 := f.cell(g, b[2], b[3])
		for y := y0; y <= y1; y++ {
			for x := x0; x <= x1; x++ {
				head := &g.heads[y<<lx|x]
				f.links = append(f.links, link{int32(i), *head})
				*head = int32(len(f.links))
			}
		}
	}
}

// level is into how many parts a length can be parted, so that a shape of
// some size lies in two at most.
func level(size, length float64) int {
	if !(size > 0) {
		return levels - 1
	}
	n := length / size
	if n >= 1<<(levels-1) {
		return levels - 1
	}
	return max(bits.Len(uint(n))-1, 0)
}

func (f *field) cell(g *grid, x, y float64) (int, int) {
	part := func(v, from, size float64, n int) int {
		if !(size > 0) {
			return 0
		}
		return int(max(0, min((v-from)/size*float64(int(1)<<n), float64(int(1)<<n-1))))
	}
	return part(x, f.page[0], f.page.Width(), g.x), part(y, f.page[1], f.page.Height(), g.y)
}

// start begins with the lists of a point.
func (f *field) start(x, y float64) {
	f.at = f.at[:0]
	for i := range f.grids {
		g := &f.grids[i]
		cx, cy := f.cell(g, x, y)
		if h := g.heads[cy<<g.x|cx]; h != 0 {
			f.at = append(f.at, h)
		}
	}
}

// next takes the latest shape off the lists; -1 where they have ended.
func (f *field) next() int {
	best, from := int32(-1), 0
	for i, h := range f.at {
		if h != 0 && f.links[h-1].shape > best {
			best, from = f.links[h-1].shape, i
		}
	}
	if best >= 0 {
		f.at[from] = f.links[f.at[from]-1].next
	}
	return int(best)
}
