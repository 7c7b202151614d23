package content

import (
	"fmt"
	"strings"
	"testing"
)

// TestTreeLimit: of a file of many pages the first are read, and no more of
// the page tree than they need.
func TestTreeLimit(t *testing.T) {
	const limit = 3
	for _, c := range []struct {
		pages, said, want int // pages in the tree, pages by Count, Total
	}{{2, 9, 2}, {3, 9, 3}, {40, 40, 40}, {40, 0, limit + 1}, {40, -5, limit + 1}, {40, 1 << 30, maxCount}} {
		objs := map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>"}
		var kids strings.Builder
		for i := range c.pages {
			fmt.Fprintf(&kids, "%d 0 R ", 3+i)
			objs[3+i] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"
		}
		objs[2] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", c.said, kids.String())
		f, err := Read(assemble(objs), Options{MaxPages: limit})
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Pages) != min(c.pages, limit) || f.Total != c.want {
			t.Errorf("%d pages, said to be %d: got %d of %d, want %d of %d",
				c.pages, c.said, len(f.Pages), f.Total, min(c.pages, limit), c.want)
		}
	}
}
