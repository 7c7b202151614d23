package layout

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// A row is read from left to right as it stands on the page. Hebrew and
// Arabic are read from right to left, with numbers and foreign words in them
// from left to right: inOrder brings the text of a row to the order in which
// it is read, the reverse of what the Unicode bidirectional algorithm (UAX 9)
// does to show it.

// rightToLeft reports whether a text may have letters that are read from
// right to left: Hebrew to Thaana are U+0590 to U+07BF, the presentation
// forms begin at U+FB1D.
func rightToLeft[T string | []byte](t T) bool {
	for i := range len(t) {
		c := t[i]
		if c >= 0xd6 && c <= 0xdf {
			return true
		}
		if c == 0xef && i+1 < len(t) && t[i+1] >= 0xac && t[i+1] <= 0xbb {
			return true
		}
	}
	return false
}

// A cell is a piece of a row's text that keeps its inner order: what one mark
// says, or the space between two words.
type cell struct {
	from, to int // bytes of the text as it stands
	mark     int // its number in the row, -1 for a space
	class    bidi.Class
}

// inOrder returns the text in the order of reading and where each mark's text
// begins in it. Presentation forms become the letters that they show.
func inOrder(t []byte, offs []int) ([]byte, []int) {
	cells := make([]cell, 0, len(offs)+len(offs)/4)
	right, left := 0, 0
	for k, from := range offs {
		to := len(t)
		if k+1 < len(offs) {
			to = offs[k+1]
		}
		end := to
		for end > from && t[end-1] == ' ' {
			end--
		}
		c := cell{from: from, to: end, mark: k, class: classOf(t[from:end])}
		switch c.class {
		case bidi.R:
			right++
		case bidi.L:
			left++
		}
		cells = append(cells, c)
		if end < to {
			cells = append(cells, cell{from: end, to: to, mark: -1, class: bidi.WS})
		}
	}
	if right == 0 {
		return t, offs
	}
	if right >= left {
		slices.Reverse(cells)
		turnRuns(cells, bidi.L)
	} else {
		turnRuns(cells, bidi.R)
	}
	out := make([]byte, 0, len(t))
	at := make([]int, len(offs))
	for _, c := range cells {
		if c.mark >= 0 {
			at[c.mark] = len(out)
		}
		out = appendShown(out, t[c.from:c.to])
	}
	mirror(out)
	return out, at
}

// turnRuns reverses each run of cells of the class, with the neutral ones
// between them. Numbers run as the letters of the left to right class do.
func turnRuns(cells []cell, class bidi.Class) {
	of := func(c bidi.Class) bool { return c == class || class == bidi.L && c == bidi.EN }
	for i := 0; i < len(cells); {
		if !of(cells[i].class) {
			i++
			continue
		}
		end := i + 1
		for j := end; j < len(cells); j++ {
			c := cells[j].class
			if of(c) {
				end = j + 1
			} else if c == bidi.L || c == bidi.R || c == bidi.EN {
				break
			}
		}
		slices.Reverse(cells[i:end])
		i = end
	}
}

// classOf returns R for letters that are read from right to left, L for the
// others, EN for digits and ON for what goes with its neighbours.
func classOf(t []byte) bidi.Class {
	p, _ := bidi.Lookup(t)
	switch p.Class() {
	case bidi.R, bidi.AL:
		return bidi.R
	case bidi.L:
		return bidi.L
	case bidi.EN, bidi.AN:
		return bidi.EN
	}
	return bidi.ON
}

// appendShown appends a cell's text; the presentation forms of Hebrew and
// Arabic as the letters that they stand for.
func appendShown(out, t []byte) []byte {
	if r, _ := utf8.DecodeRune(t); r >= 0xfb1d && r <= 0xfefc {
		return norm.NFKC.Append(out, t...)
	}
	return append(out, t...)
}

// mirror exchanges the brackets where the text closes them before it opens
// them: some programs say which shape they painted and others which bracket
// was meant.
func mirror(t []byte) {
	pairs := [...][2]byte{{'(', ')'}, {'[', ']'}}
	for _, p := range pairs {
		depth, wrong, right := 0, 0, 0
		for _, c := range t {
			switch {
			case c == p[0]:
				depth++
			case c == p[1] && depth > 0:
				depth--
				right++
			case c == p[1]:
				wrong++
			}
		}
		if wrong <= right {
			continue
		}
		for i, c := range t {
			switch c {
			case p[0]:
				t[i] = p[1]
			case p[1]:
				t[i] = p[0]
			}
		}
	}
}
