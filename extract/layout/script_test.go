package layout

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pique/extract/glyph"
)

// cells sets each rune in the middle of a cell, wide or narrow by width.
func (s *sheet) cells(x, y, size, cell float64, text string, width func(rune) float64) {
	for i, c := range []rune(text) {
		w := width(c)
		x0 := x + (float64(i)+0.5)*cell - w/2
		s.page.Glyphs = append(s.page.Glyphs, glyph.Glyph{
			Text: string(c), Box: glyph.Box{x0, y - 0.75*size, x0 + w, y + 0.25*size}, Base: y, Size: size, Font: regular,
		})
	}
}

func even(w float64) func(rune) float64 { return func(rune) float64 { return w } }

func byLetter(r rune) float64 {
	if strings.ContainsRune("iljt", r) {
		return 3
	}
	return 6
}

func TestDirections(t *testing.T) {
	down := func(s *sheet, x, y, pitch float64, text string) {
		for i, c := range []rune(text) {
			top := y + float64(i)*pitch
			s.page.Glyphs = append(s.page.Glyphs, glyph.Glyph{
				Text: string(c), Box: glyph.Box{x, top, x + 12, top + 12}, Base: top + 9, Size: 12, Font: regular,
			})
		}
	}
	tests := []struct {
		name string
		set  func(*sheet)
		want []string
	}{
		{"hebrew with a number and a word", func(s *sheet) { s.put(200, 100, 12, regular, "dna 2019 תנשמ םולש") },
			[]string{"שלום משנת dna 2019"}},
		{"hebrew in a latin row", func(s *sheet) { s.put(72, 100, 12, regular, "the word םולש is peace") },
			[]string{"the word שלום is peace"}},
		{"brackets by their shape", func(s *sheet) { s.put(200, 100, 12, regular, "(4) ףיעס") },
			[]string{"סעיף (4)"}},
		{"brackets by their meaning", func(s *sheet) { s.put(200, 100, 12, regular, ")4( ףיעס") },
			[]string{"סעיף (4)"}},
		{"presentation forms", func(s *sheet) { s.put(200, 100, 12, regular, "\ufee1\ufefc\ufeb3") },
			[]string{"سلام"}},
		{"latin alone", func(s *sheet) { s.put(72, 100, 12, regular, "Übung (4) × 3") },
			[]string{"Übung (4) × 3"}},
		{"downwards, columns from the right", func(s *sheet) { down(s, 300, 100, 13, "縦書きの文"); down(s, 270, 100, 13, "二行目です") },
			[]string{"縦書きの文", "二行目です"}},
		{"a row of signs below another", func(s *sheet) {
			s.cells(100, 100, 12, 12, "横書き", even(12))
			s.cells(100, 150, 12, 12, "次の行", even(12))
		}, []string{"横書き", "次の行"}},
		{"a grid of signs set column by column", func(s *sheet) { down(s, 100, 100, 22, "一二三"); down(s, 118, 100, 22, "四五六") },
			[]string{"一 四", "二 五", "三 六"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newSheet()
			tt.set(s)
			got := texts(s)
			if strings.HasPrefix(tt.name, "downwards") {
				got = []string{strings.Join(got, ""), ""}
				tt.want = []string{strings.Join(tt.want, ""), ""}
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("lines (-want +got):\n%s", d)
			}
		})
	}
}

func TestSlantedWords(t *testing.T) {
	const text = "common minimum illness"
	for _, angle := range []int{20, 45, 60, 130, 315} {
		s := newSheet()
		a := float64(angle) * math.Pi / 180
		cos, sin := math.Cos(a), math.Sin(a)
		u := 0.0
		for _, c := range text {
			w := 6.0
			switch c {
			case 'm':
				w = 10
			case 'i', 'l', ' ':
				w = 3.2
			}
			if c != ' ' {
				var b glyph.Box
				for i, p := range [4][2]float64{{u, -9}, {u + w, -9}, {u + w, 2.5}, {u, 2.5}} {
					x, y := 300+p[0]*cos-p[1]*sin, 400+p[0]*sin+p[1]*cos
					if i == 0 {
						b = glyph.Box{x, y, x, y}
					}
					b = glyph.Box{min(b[0], x), min(b[1], y), max(b[2], x), max(b[3], y)}
				}
				s.page.Glyphs = append(s.page.Glyphs, glyph.Glyph{Text: string(c), Box: b, Base: 400 + u*sin, Size: 12, Angle: angle, Font: regular})
			}
			u += w
		}
		if d := cmp.Diff([]string{text}, texts(s)); d != "" {
			t.Errorf("at %d degrees (-want +got):\n%s", angle, d)
		}
	}
}

func TestCells(t *testing.T) {
	tests := []struct {
		name string
		set  func(*sheet)
		want string
	}{
		{"letters in the middle of cells", func(s *sheet) { s.cells(72, 100, 10, 10, "ailbjtckl", byLetter) }, "a i l b j t c k l"},
		{"figures of an axis", func(s *sheet) { s.cells(72, 100, 5, 11, "012345678", even(2.5)) }, "0 1 2 3 4 5 6 7 8"},
		{"wide signs in cells", func(s *sheet) { s.cells(72, 100, 12, 18, "ㄱㅁㅑㅡ", even(12)) }, "ㄱ ㅁ ㅑ ㅡ"},
		{"letters spaced out", func(s *sheet) {
			x := 72.0
			for _, c := range "skillset" {
				s.cells(x, 100, 10, byLetter(c), string(c), byLetter)
				x += byLetter(c) + 3
			}
		}, "skillset"},
	}
	for _, tt := range tests {
		s := newSheet()
		tt.set(s)
		if d := cmp.Diff([]string{tt.want}, texts(s)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

func TestOverprint(t *testing.T) {
	words := func(s *sheet) map[string]bool {
		out := map[string]bool{}
		for _, l := range texts(s) {
			for _, w := range strings.Fields(l) {
				out[w] = true
			}
		}
		return out
	}
	s := newSheet()
	s.put(72, 100, 12, regular, "Original document")
	s.put(75, 100, 12, regular, "Stamped copy 7")
	got := words(s)
	for _, w := range []string{"Original", "document", "Stamped", "copy", "7"} {
		if !got[w] {
			t.Errorf("over each other: %q is no word of its own: %v", w, got)
		}
	}
	s = newSheet()
	s.put(72, 100, 12, bolder, "painted twice")
	s.put(72.4, 100, 12, bolder, "painted twice")
	if d := cmp.Diff([]string{"painted twice"}, texts(s)); d != "" {
		t.Errorf("painted twice (-want +got):\n%s", d)
	}
	s = newSheet()
	s.put(120, 100, 12, regular, "second")
	s.put(72, 100, 12, regular, "first")
	if d := cmp.Diff([]string{"first second"}, texts(s)); d != "" {
		t.Errorf("in another order (-want +got):\n%s", d)
	}
}

func TestSpacePaintedOver(t *testing.T) {
	s := &sheet{page: glyph.Page{Number: 1, Width: 612, Height: 792}, spaces: true}
	for i, pair := range []string{"in", "ex", "ed"} {
		x := 72 + 12*float64(i)
		s.put(x, 100, 12, regular, pair+" ") // the next pair begins where the space does
	}
	if d := cmp.Diff([]string{"inexed"}, texts(s)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}
