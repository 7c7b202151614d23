package layout

import (
	"math"
	"unicode/utf8"

	"pique/extract/glyph"
)

// Bounds of a column of vertical writing, in ems of its glyphs, and of the
// search for what stands beside it.
const (
	leastColumn  = 3   // glyphs
	columnNear   = 0.8 // from one glyph to the next
	columnFar    = 2.1
	columnDrift  = 0.35
	columnEffort = 1 << 22 // pairs of glyphs that are looked at on a page
)

// downwards finds the glyphs of Chinese and Japanese text that is written
// from the top down, in columns from right to left: upright glyphs, each
// painted beneath the one before, evenly apart, and nearer to each other than
// to what stands beside them. It returns nil where there are none, as on
// nearly all pages.
func downwards(p *glyph.Page) []bool {
	var down []bool
	effort := columnEffort
	var run []int
	pitch := 0.0
	flush := func() {
		if len(run) >= leastColumn && standsAlone(p, run, &effort) {
			if down == nil {
				down = make([]bool, len(p.Glyphs))
			}
			for _, i := range run {
				down[i] = true
			}
		}
		run = run[:0]
	}
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if len(g.Text) < 3 || g.Text[0] < 0xe3 || g.Hidden != glyph.Visible || g.Angle != 0 {
			if len(run) > 0 && !blank(g.Text) && g.Hidden == glyph.Visible {
				flush()
			}
			continue
		}
		if r, _ := utf8.DecodeRuneInString(g.Text); !wideScript(r) && (r < 0xfe30 || r > 0xfe4f) {
			flush()
			continue
		}
		if n := len(run); n > 0 {
			o := &p.Glyphs[run[n-1]]
			dx := (g.Box[0] + g.Box[2] - o.Box[0] - o.Box[2]) / 2
			dy := g.Box[1] - o.Box[1]
			em := o.Size
			if !(math.Abs(dx) <= columnDrift*em && dy >= columnNear*em && dy <= columnFar*em && math.Abs(g.Size-em) <= 0.1*em) ||
				n > 1 && math.Abs(dy-pitch) > 0.3*em {
				flush()
			} else {
				pitch = dy
			}
		}
		run = append(run, i)
	}
	flush()
	return down
}

// standsAlone reports whether the glyphs of a run are nearer to each other
// than most of them are to what stands beside them.
func standsAlone(p *glyph.Page, run []int, effort *int) bool {
	first, last := &p.Glyphs[run[0]], &p.Glyphs[run[len(run)-1]]
	pitch := (last.Box[1] - first.Box[1]) / float64(len(run)-1)
	beside := 0
	for _, i := range run {
		if *effort -= len(p.Glyphs); *effort < 0 {
			return false
		}
		g := &p.Glyphs[i]
		x, y := (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2
		for k := range p.Glyphs {
			o := &p.Glyphs[k]
			if k == i || o.Hidden != glyph.Visible || o.Angle != 0 {
				continue
			}
			dx, dy := math.Abs((o.Box[0]+o.Box[2])/2-x), math.Abs((o.Box[1]+o.Box[3])/2-y)
			if dy < 0.4*g.Size && dx > 0.2*g.Size && dx < 0.98*pitch && !blank(o.Text) {
				beside++
				break
			}
		}
	}
	return 3*beside < len(run)
}
