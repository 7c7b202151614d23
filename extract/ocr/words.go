package ocr

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract/font"
	"pique/extract/glyph"
)

const (
	maxWords = 1 << 14 // of a page
	levelWd  = "5"     // the level of words in the program's table
	columns  = 12

	unsure     = 30.0 // a word with less confidence is left out
	unreadable = 55.0 // a page with less, on average over its letters, has none
)

// word is a word with its box in dots.
type word struct {
	line                     string // block, paragraph and line
	left, top, width, height float64
	sure                     float64 // 0 to 100
	text                     string
}

// parse reads the program's table of words.
func parse(tsv string) []word {
	var ws []word
	for row := range strings.SplitSeq(tsv, "\n") {
		f := strings.SplitN(strings.TrimRight(row, "\r"), "\t", columns)
		if len(f) != columns || f[0] != levelWd || len(ws) >= maxWords {
			continue
		}
		w := word{line: strings.Join(f[1:5], "."), left: number(f[6]), top: number(f[7]), width: number(f[8]), height: number(f[9]), sure: number(f[10])}
		text, _ := font.Clean(f[11])
		w.text = strings.Join(strings.Fields(text), "")
		if w.text == "" || !(w.width > 0 && w.height > 0 && w.width < 1e6 && w.height < 1e6) || math.Abs(w.left) > 1e6 || math.Abs(w.top) > 1e6 {
			continue
		}
		ws = append(ws, w)
	}
	var sum, letters float64
	for _, w := range ws {
		n := float64(utf8.RuneCountInString(w.text))
		sum, letters = sum+n*w.sure, letters+n
	}
	if sum < unreadable*letters {
		return nil
	}
	ws = slices.DeleteFunc(ws, func(w word) bool { return w.sure < unsure || strings.Trim(w.text, borders) == "" })
	for i := range ws {
		if (i == 0 || ws[i].line != ws[i-1].line) && i+1 < len(ws) && ws[i+1].line == ws[i].line && strings.Contains(bullets, ws[i].text) {
			ws[i].text = "•"
		}
	}
	return ws
}

// What the program makes of the borders of tables, and of a bullet that
// begins a line.
const (
	borders = "|_¦"
	bullets = "©®¢@«»*°"
)

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return -1
	}
	return v
}

// How high letters are, in em: capitals and letters with ascenders, and those
// with neither ascender nor descender. Helvetica's 0.72 and 0.52, Times' 0.68
// and 0.45.
const (
	tall, low     = 0.7, 0.49
	ascent        = 0.75
	descent       = 0.25
	tallLetters   = "bdfhkltißäöüáéíóúàèìòùâêîôûñ"
	deepLetters   = "gjpqyçQ,;()[]{}|/_@$"
	marksByHeight = "-–—=~.…·•*'\"“”‘’`´^+<>:" // their height says nothing
)

// glyphs lays out words on a page; x and y are points a dot.
func glyphs(ws []word, x, y float64) []glyph.Glyph {
	f := &glyph.Font{Name: "tesseract"}
	var out []glyph.Glyph
	for i := 0; i < len(ws); {
		j := i + 1
		for j < len(ws) && ws[j].line == ws[i].line {
			j++
		}
		base, size := measure(ws[i:j])
		base, size = base*y, max(1, math.Round(size*y*2)/2)
		box := func(a, b float64) glyph.Box {
			return glyph.Box{a * x, base - ascent*size, b * x, base + descent*size}
		}
		for k := i; k < j; k++ {
			w := &ws[k]
			if k > i && w.left > ws[k-1].left+ws[k-1].width {
				out = append(out, glyph.Glyph{Text: " ", Box: box(ws[k-1].left+ws[k-1].width, w.left), Base: base, Size: size, Font: f, Code: ' '})
			}
			n := float64(utf8.RuneCountInString(w.text))
			at := 0.0
			for _, r := range w.text {
				out = append(out, glyph.Glyph{
					Text: string(r), Box: box(w.left+w.width*at/n, w.left+w.width*(at+1)/n),
					Base: base, Size: size, Font: f, Code: uint32(r),
				})
				at++
			}
		}
		i = j
	}
	return out
}

// measure works out the baseline and the size of the letters of a line, in
// dots, from the boxes of its words. A line that slants is laid level.
func measure(ws []word) (base, size float64) {
	var bases, sizes []float64
	for _, w := range ws {
		if deep(w.text) || strings.Trim(w.text, marksByHeight) == "" {
			continue
		}
		bases = append(bases, w.top+w.height)
		sizes = append(sizes, w.height/high(w.text))
	}
	if len(bases) == 0 {
		// All words reach below the line.
		for _, w := range ws {
			s := w.height / (high(w.text) + 0.8*descent)
			bases, sizes = append(bases, w.top+w.height-0.8*descent*s), append(sizes, s)
		}
	}
	return median(bases), median(sizes)
}

func deep(s string) bool { return strings.ContainsAny(s, deepLetters) }

func high(s string) float64 {
	for _, r := range s {
		if unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune(tallLetters, r) {
			return tall
		}
	}
	return low
}

func median(v []float64) float64 {
	slices.Sort(v)
	return v[(len(v)-1)/2]
}
