package layout

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/extract/glyph"
)

func check(t *testing.T, got []string, want ...string) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("lines (-want +got):\n%s", d)
	}
}

const prose = "Pruned the detector of the night camera to a third of its channels and moved it to the small board, where it answers in eleven milliseconds instead of thirty"

func TestTitleWithDateAndBullets(t *testing.T) {
	for _, spaces := range []bool{false, true} {
		s := newSheet()
		s.spaces = spaces
		s.put(72, 100, 10, bolder, "Perception Engineer, Alder Robotics")
		s.right(540, 100, 10, regular, "Jun 2021 – Present")
		s.put(76, 114, 10, regular, "•")
		y := s.wrap(86, 114, 10, 12, 454, regular, prose)
		s.put(76, y, 10, regular, "•")
		s.put(86, y, 10, regular, "Mentored two interns")
		check(t, texts(s),
			"Perception Engineer, Alder Robotics Jun 2021 – Present", "•|"+prose, "•|Mentored two interns")
	}
}

func TestGapsAndSpans(t *testing.T) {
	s := newSheet()
	s.put(72, 100, 10, bolder, "Engineer, Alder")
	s.right(540, 100, 10, regular, "May 2020")
	ls := Lines([]glyph.Page{s.page})
	if len(ls) != 1 || len(ls[0].Gaps) != 1 || ls[0].Text[ls[0].Gaps[0]:] != "May 2020" || ls[0].Kind != Title {
		t.Fatalf("got %+v, want one title with a gap before its date", ls)
	}
	if b := ls[0].Spans[0].Box; b[0] != 72 || b[2] != 540 {
		t.Errorf("span box %v, want from 72 to 540", b)
	}
}

func TestTwoColumns(t *testing.T) {
	s := newSheet()
	s.put(200, 60, 20, bolder, "Imani Brandt")
	// The baselines of the columns have nothing to do with one another.
	s.put(50, 100, 12, bolder, "SKILLS")
	y := 116.0
	for _, w := range []string{"Python", "Rust", "CUDA", "TensorRT", "Docker", "PyTorch", "Linux"} {
		s.put(50, y, 10, regular, w)
		y += 15
	}
	s.put(220, 103, 12, bolder, "EXPERIENCE")
	y = s.wrap(220, 119, 10, 12, 330, regular, prose)
	y = s.wrap(220, y+6, 10, 12, 330, regular, prose)
	s.wrap(220, y+6, 10, 12, 330, regular, prose)
	check(t, texts(s), "Imani Brandt", "SKILLS", "Python", "Rust", "CUDA", "TensorRT", "Docker", "PyTorch", "Linux",
		"EXPERIENCE", prose, prose, prose)
}

func TestDatesInTheMargin(t *testing.T) {
	s := newSheet()
	y := 100.0
	for _, d := range []string{"2019 – 2021", "2016 – 2019", "2012 – 2016"} {
		s.put(50, y, 10, regular, d)
		s.put(140, y, 10, bolder, "Engineer, Alder Robotics")
		y = s.wrap(140, y+12, 10, 12, 400, regular, prose) + 8
	}
	check(t, texts(s),
		"2019 – 2021 Engineer, Alder Robotics", prose,
		"2016 – 2019 Engineer, Alder Robotics", prose,
		"2012 – 2016 Engineer, Alder Robotics", prose)
}

func TestBulletOverThePageBreak(t *testing.T) {
	a, b := newSheet(), newSheet()
	a.right(540, 40, 8, regular, "Imani Brandt, page 1")
	b.right(540, 40, 8, regular, "Imani Brandt, page 2")
	for y := 100.0; y < 690; y += 14 {
		a.put(76, y, 10, regular, "•")
		a.put(86, y, 10, regular, "Wrote a test")
	}
	a.put(76, 700, 10, regular, "•")
	cut := strings.Index(prose, " small board")
	a.wrap(86, 700, 10, 12, 454, regular, prose[:cut])
	b.put(86, 80, 10, regular, prose[cut+1:])
	b.put(76, 94, 10, regular, "•")
	b.put(86, 94, 10, regular, "Last")
	got := texts(a, b)
	n := len(got)
	check(t, got[n-3:], "•|"+prose, "running|Imani Brandt, page 2", "•|Last")
}

func TestLetterSpacing(t *testing.T) {
	s := newSheet()
	x := 72.0
	for _, c := range "WORK EXPERIENCE" {
		if c == ' ' {
			x += 6
			continue
		}
		s.put(x, 100, 12, bolder, string(c))
		x += 10
	}
	s.spaces = true
	s.put(72, 120, 12, bolder, "E D U C A T I O N")
	check(t, texts(s), "WORK EXPERIENCE", "EDUCATION")
}

func TestAccentsAndSuperscripts(t *testing.T) {
	s := newSheet()
	x := s.put(72, 100, 10, regular, "Zu")
	x = s.put(x, 100, 10, regular, "rich, 3")
	s.put(77, 100, 10, regular, "¨")
	s.put(x, 96.5, 7, regular, "rd")
	s.put(x+10, 100, 10, regular, "place")
	check(t, texts(s), "Zürich, 3rd place")
}

func TestPaintedTwice(t *testing.T) {
	s := newSheet()
	s.put(72, 100, 10, regular, "Alder Robotics")
	s.put(72.4, 100, 10, regular, "Alder Robotics")
	check(t, texts(s), "Alder Robotics")
}

func TestRotatedText(t *testing.T) {
	s := newSheet()
	s.put(72, 100, 10, regular, "Upright words")
	// "Draft" up the left edge: 270 degrees clockwise.
	y := 300.0
	for _, c := range "Draft" {
		s.page.Glyphs = append(s.page.Glyphs, glyph.Glyph{Text: string(c), Box: glyph.Box{20, y - 5, 30, y}, Base: y, Size: 10, Angle: 270, Font: regular})
		y -= 5
	}
	check(t, texts(s), "Upright words", "Draft")
}

func TestDrawnBullets(t *testing.T) {
	s := newSheet()
	for i, w := range []string{"Lecturer for estimation in robotics at the summer school of the coast", "Supervised two theses"} {
		y := 100 + 12*float64(i)
		s.page.Dots = append(s.page.Dots, glyph.Box{74, y - 5, 77, y - 2})
		s.put(84, y, 10, regular, w)
	}
	check(t, texts(s), "•|Lecturer for estimation in robotics at the summer school of the coast", "•|Supervised two theses")
}

func TestHiddenIsLeftOut(t *testing.T) {
	s := newSheet()
	s.put(72, 100, 10, regular, "seen")
	n := len(s.page.Glyphs)
	s.put(72, 120, 10, regular, "unseen")
	for i := n; i < len(s.page.Glyphs); i++ {
		s.page.Glyphs[i].Hidden = glyph.Camouflaged
	}
	check(t, texts(s), "seen")
}

func TestLinks(t *testing.T) {
	s := newSheet()
	s.put(72, 100, 10, regular, "Code is here for you")
	s.page.Links = []glyph.Link{{Box: glyph.Box{111, 90, 133, 103}, URI: "https://example.org"}}
	ls := Lines([]glyph.Page{s.page})
	if len(ls) != 1 || len(ls[0].Links) != 1 || ls[0].Text[ls[0].Links[0].Start:ls[0].Links[0].End] != "here" {
		t.Fatalf("got %+v, want a link over %q", ls, "here")
	}
}

func TestHyphens(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"a state-of-the-", "art method", "a state-of-the-art method"},
		{"for infor-", "mation only", "for information only"},
		{"in real-", "time and", "in real-time and"},
		{"a GPU-", "accelerated filter", "a GPU-accelerated filter"},
		{"at github.com/never-", "needed now", "at github.com/never-needed now"},
		{"the Smith-", "Jones rule", "the Smith-Jones rule"},
		{"one -", "two", "one - two"},
	} {
		var h hyphens
		h.learn("x")
		sep, drop := h.joint(c.a, c.b)
		if got := c.a[:len(c.a)-drop] + sep + c.b; got != c.want {
			t.Errorf("%q + %q: got %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]bool{
		"Jun 2021 – Present": true, "2019-2021": true, "06/2018 - 12/2019": true, "März 2020 – heute": true, "Since 2019": true,
		"mars 2024 – août 2024": true, "Summer 2012 and 2013": true, "2021": true, "Mayor of Alder": false, "3 people": false,
		"Python 2021 release": false, "Berlin": false, "": false, "(2019 - 2022)": true, "Sept. 2019": true, "May": true,
	} {
		if got := isDate(s); got != want {
			t.Errorf("isDate(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestNumberMarkers(t *testing.T) {
	for s, want := range map[string]bool{
		"1.": true, "[13]": true, "(2)": true, "a)": true, "iv.": true, "[C2]": true, "2019.": false, "e.g.": false, "C++": false, "(2019)": false, "Inc.": false,
	} {
		if got := numberMarker(s); got != want {
			t.Errorf("numberMarker(%q) = %v, want %v", s, got, want)
		}
	}
}
