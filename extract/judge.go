package extract

import (
	"errors"
	"fmt"
	"unicode"
	"unicode/utf8"

	"pique/extract/content"
	"pique/extract/glyph"
	"pique/extract/layout"
)

// whole is the share of a file's visible glyphs that must have become text
// for its Status to be OK.
const whole = 0.98

// legible is the share of them without which a file is Unreadable: the letters
// that are left are no words.
const legible = 0.5

// crowded is the share of visible glyphs that lie over the one before them
// past which the widths of the fonts cannot be right: 0.02 at the most in
// the resumes of the corpus, and in all sound files of test suites.
const crowded = 0.1

// tally counts what an engine and the layout made of a file. Glyphs of icon
// fonts and glyphs that cannot be seen do not count.
type tally struct {
	pages    int
	total    int // pages of the file, which can be more than were read
	shown    int // glyphs that are no space
	mapped   int // of them, with text
	runes    int // in the text of the glyphs, without white space
	placed   int // runes that stand in a line
	over     int // glyphs that lie over the one before them
	pictured int // pages with pictures
	faults   []string
	broken   string // the first of them that another engine may not have
}

func tallyOf(pages []glyph.Page, lines []layout.Line) tally {
	t := tally{pages: len(pages)}
	for i := range pages {
		p := &pages[i]
		last := &glyph.Glyph{}
		for j := range p.Glyphs {
			g := &p.Glyphs[j]
			if g.Hidden != glyph.Visible || g.Font != nil && g.Font.Icon {
				continue
			}
			n := inked(g.Text)
			if g.Text != "" && n == 0 {
				continue // a space
			}
			t.shown++
			if over(last, g) {
				t.over++
			}
			last = g
			if n > 0 {
				t.mapped++
				t.runes += n
			}
		}
		if p.Images > 0 {
			t.pictured++
		}
		if p.Err != nil {
			t.faults = append(t.faults, fmt.Sprintf("page %d of %d: %s", p.Number, len(pages), oneLine(p.Err.Error())))
			if t.broken == "" && !errors.Is(p.Err, content.ErrEndless) {
				t.broken = t.faults[len(t.faults)-1]
			}
		}
	}
	for i := range lines {
		t.placed += inked(lines[i].Text) + inked(lines[i].Marker)
	}
	return t
}

// over reports whether a glyph lies over another of its row by half its width.
func over(a, b *glyph.Glyph) bool {
	if a.Angle != 0 || b.Angle != 0 || a.Base != b.Base {
		return false
	}
	return 2*(min(a.Box[2], b.Box[2])-max(a.Box[0], b.Box[0])) > min(a.Box.Width(), b.Box.Width())
}

// judge says how much of the pages became lines.
func (t *tally) judge() (Status, string) {
	if t.runes == 0 {
		switch {
		case t.pages == 0:
			return Unreadable, "damaged: no pages"
		case t.shown > 0:
			return Unreadable, fmt.Sprintf("no text on any page: the codes of %d glyphs map to no letters", t.shown)
		case len(t.faults) > 0:
			return Unreadable, "damaged: " + t.faults[0]
		case t.pictured > 0:
			return Unreadable, fmt.Sprintf("no text layer (%s of images)", count(t.pages, "page"))
		}
		return Unreadable, "no text on any page"
	}
	if float64(t.mapped) < legible*float64(t.shown) {
		return Unreadable, fmt.Sprintf("no text that can be read: %d of %d glyphs map to no letters", t.shown-t.mapped, t.shown)
	}
	if len(t.faults) > 0 {
		r := t.faults[0]
		if len(t.faults) > 1 {
			r += fmt.Sprintf(" (and %s more)", count(len(t.faults)-1, "page"))
		}
		return Partial, r
	}
	if t.total > t.pages {
		return Partial, fmt.Sprintf("%d of %d pages read", t.pages, t.total)
	}
	if float64(t.mapped) < whole*float64(t.shown) {
		return Partial, fmt.Sprintf("%d of %d glyphs map to no letters", t.shown-t.mapped, t.shown)
	}
	if float64(t.placed) < whole*float64(t.runes) {
		return Partial, fmt.Sprintf("%d of %d letters have no place in a line", t.runes-t.placed, t.runes)
	}
	return OK, ""
}

// doubt says why another engine may read more than the own one did.
func (t *tally) doubt(pages []glyph.Page, o Options) string {
	switch {
	case t.broken != "":
		return "the own engine cannot read " + t.broken
	case len(t.faults) > 0:
		return "" // there is no end to it
	case t.pages == 0:
		return "the own engine finds no pages"
	case float64(t.mapped) < whole*float64(t.shown):
		return fmt.Sprintf("the own engine maps %d of %d glyphs to no letters", t.shown-t.mapped, t.shown)
	case float64(t.over) > crowded*float64(t.shown):
		return fmt.Sprintf("the own engine lays %d of %d glyphs over others", t.over, t.shown)
	case t.runes == 0 && t.pictured == 0:
		return "the own engine finds neither text nor pictures"
	case o.OCR:
		if n := len(pictures(pages)); n > 0 {
			return fmt.Sprintf("%s of images to be read", count(n, "page"))
		}
	}
	return ""
}

// pictures returns the indices of the pages that are pictures without text.
func pictures(pages []glyph.Page) []int {
	var out []int
	for i := range pages {
		p := &pages[i]
		written := false
		for j := range p.Glyphs {
			if g := &p.Glyphs[j]; g.Hidden == glyph.Visible && inked(g.Text) > 0 {
				written = true
				break
			}
		}
		if p.Images > 0 && !written && p.Err == nil {
			out = append(out, i)
		}
	}
	return out
}

// inked counts the runes of t that are no white space.
func inked(t string) int {
	n := 0
	for _, r := range t {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && r != utf8.RuneError {
			n++
		}
	}
	return n
}
