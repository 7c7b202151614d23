package layout

import (
	"fmt"
	"os"
)

var debugging = os.Getenv("DBG") != ""

func debugCut(c corridor, v verdict, left, right []*word, rows []*strip) {
	l, r := newSide(left), newSide(right)
	l.meet(r)
	r.meet(l)
	p := func(d *side) string {
		return fmt.Sprintf("[n%d fl%d dt%d mk%d sh%d al%d cl%d cells%d hd%d alone%d dense%d]", len(d.strips), d.flows, d.dates, d.marked, d.short, d.aligned, d.clash, d.cells, d.heads, d.alone, d.dense)
	}
	fmt.Printf("  cut x %.0f-%.0f y %.0f-%.0f v%d L%s R%s\n", c.a, c.b, rows[c.i0].base, rows[c.i1].base, v, p(l), p(r))
}
