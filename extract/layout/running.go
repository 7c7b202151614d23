package layout

import (
	"math"
	"slices"
	"strings"

	"pique/extract/glyph"
)

// margins is the part of a page's height at its top and at its bottom where
// running headers and footers stand.
const margins = 0.12

// running takes the rows that repeat from page to page, and page numbers, out
// of their blocks. It returns those at the top and those at the bottom of
// each block.
func running(pages []glyph.Page, blocks []*block) (heads, feet map[int][]*row) {
	heads, feet = make(map[int][]*row), make(map[int][]*row)
	if len(pages) < 2 {
		// A page number alone may stand at the foot of a single page.
		for k, b := range blocks {
			takeOut(pages, b, k, heads, feet, func(r *row, edge float64) bool { return pageNumber(r.text) && edge < 0.1 })
		}
		return heads, feet
	}
	type place struct {
		text string
		top  bool
	}
	seen := make(map[place][]*row)
	for _, b := range blocks {
		for _, r := range b.rows {
			if edge, top := edgeOf(pages, b, r); edge < margins {
				k := place{template(r.text), top}
				seen[k] = append(seen[k], r)
			}
		}
	}
	title := strings.ToLower(largest(blocks))
	for k, b := range blocks {
		takeOut(pages, b, k, heads, feet, func(r *row, edge float64) bool {
			if edge >= margins {
				return false
			}
			if b.page > 0 && edge < 0.08 && len(title) >= 5 && len(r.text) <= len(title)+32 && strings.Contains(strings.ToLower(r.text), title) {
				return true // the name, repeated
			}
			if name := unnumbered(r.text); b.page > 0 && edge < 0.08 && len(name) >= 5 && len(name) < len(r.text) && strings.HasPrefix(title, strings.ToLower(name)) {
				return true // the same, with the number of the page
			}
			if pageNumber(r.text) && edge < 0.1 {
				return true
			}
			_, top := edgeOf(pages, b, r)
			return slices.ContainsFunc(seen[place{template(r.text), top}], func(o *row) bool {
				return o.block.page != b.page && math.Abs(o.base-r.base) < 4 && math.Abs(o.size-r.size) < 0.5
			})
		})
	}
	return heads, feet
}

// largest returns the text in the largest type of the first page, up to its
// first wide gap.
func largest(blocks []*block) string {
	text, size := "", 0.0
	for _, b := range blocks {
		for _, r := range b.rows {
			if b.page != 0 {
				continue
			}
			for _, w := range r.words {
				if w.size <= size {
					continue
				}
				text, size = r.text, w.size
				if len(r.cuts) > 0 {
					text = strings.TrimSpace(text[:r.cuts[0]])
				}
			}
		}
	}
	return text
}

// takeOut moves the rows that are running out of the block.
func takeOut(pages []glyph.Page, b *block, k int, heads, feet map[int][]*row, is func(r *row, edge float64) bool) {
	kept := b.rows[:0:0]
	for _, r := range b.rows {
		edge, top := edgeOf(pages, b, r)
		switch {
		case !is(r, edge):
			kept = append(kept, r)
		case top && len(kept) == 0:
			heads[k] = append(heads[k], r)
		default:
			feet[k] = append(feet[k], r)
		}
	}
	if len(kept) < len(b.rows) {
		b.rows = kept
		if len(kept) > 0 {
			b.measure()
		}
	}
}

// edgeOf returns how far a row is from the nearer of the page's top and
// bottom, as a part of its height.
func edgeOf(pages []glyph.Page, b *block, r *row) (edge float64, top bool) {
	h := pages[b.page].Height
	if b.frame.angle != 0 || h <= 0 {
		return 1, false
	}
	y := r.base / h
	if y < 0.5 {
		return max(0, y), true
	}
	return max(0, 1-y), false
}

// template writes the text with its digits made alike.
func template(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '#'
		}
		return r
	}, s)
}

// unnumbered returns the text without a page number at its end.
func unnumbered(s string) string {
	for i := strings.LastIndexByte(s, ' '); i > 0 && len(s)-i < 24; i = strings.LastIndexByte(s[:i], ' ') {
		if pageNumber(s[i:]) {
			return strings.TrimRight(s[:i], " -–—|·•,")
		}
	}
	return s
}

// pageNumber reports whether the text is a page's number and nothing more.
func pageNumber(s string) bool {
	if len(s) > 24 {
		return false
	}
	n := 0
	for _, t := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" /-–—|[]().:•", r) }) {
		switch t {
		case "page", "of", "seite", "von", "sur", "de", "p", "pg", "página", "pagina", "di":
		default:
			if !digits(t) || len(t) > 3 {
				return false
			}
			n++
		}
	}
	return n == 1 || n == 2 && s != ""
}
