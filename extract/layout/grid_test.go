package layout

import (
	"testing"

	"pique/extract/glyph"
)

func TestCellsSideBySide(t *testing.T) {
	s := newSheet()
	s.put(50, 60, 12, bolder, "LANGUAGES")
	for i, c := range [][2]string{{"Danish", "Native speaker"}, {"English", "Full professional proficiency"}, {"Dutch", "Conversational"}} {
		x := 50 + 180*float64(i)
		s.put(x, 80, 10, bolder, c[0])
		s.put(x, 94, 10, regular, c[1])
	}
	check(t, texts(s), "LANGUAGES", "Danish", "Native speaker", "English", "Full professional proficiency", "Dutch", "Conversational")
}

func TestTitlesWithTwoRowsOnTheRight(t *testing.T) {
	s := newSheet()
	for i, c := range [][4]string{
		{"Alder Robotics", "Wexcombe, Norland", "Perception Engineer", "2021 – 2023"},
		{"Larch Systems", "Sorrel", "Intern", "Summer 2019"},
	} {
		y := 100 + 40*float64(i)
		s.put(50, y, 10, bolder, c[0])
		s.right(540, y, 10, bolder, c[1])
		s.put(50, y+12, 10, regular, c[2])
		s.right(540, y+12, 10, regular, c[3])
	}
	check(t, texts(s), "Alder Robotics Wexcombe, Norland", "Perception Engineer 2021 – 2023", "Larch Systems Sorrel", "Intern Summer 2019")
}

func TestDatesOffTheBaseline(t *testing.T) {
	s := newSheet()
	for i, d := range []string{"09/2016 - 07/2021", "01/2014 - 01/2016", "01/2011 - 01/2014"} {
		y := 100 + 30*float64(i)
		s.put(50, y, 12, bolder, "University of Alder")
		s.right(540, y-3.6, 8, regular, d)
		s.put(50, y+12, 10, regular, "Physics of the coast")
	}
	check(t, texts(s), "University of Alder 09/2016 - 07/2021", "Physics of the coast", "University of Alder 01/2014 - 01/2016", "Physics of the coast",
		"University of Alder 01/2011 - 01/2014", "Physics of the coast")
}

func TestHeadingsInTheMargin(t *testing.T) {
	s := newSheet()
	y := s.wrap(160, 100, 10, 12, 380, regular, prose)
	s.put(50, 106, 11, bolder, "Profile") // a little lower than the first row
	y += 20
	s.put(50, y+6, 11, bolder, "Work")
	s.put(160, y, 10, regular, "Alder Robotics, since 2021")
	y = s.wrap(160, y+12, 10, 12, 380, regular, prose) + 20
	s.put(50, y+6, 11, bolder, "Awards")
	s.put(160, y, 10, regular, "Prize of the harbour, 2020")
	s.put(160, y+18, 10, regular, "Medal of the mountain, 2019")
	check(t, texts(s), "Profile", prose, "Work", "Alder Robotics, since 2021", prose, "Awards", "Prize of the harbour, 2020", "Medal of the mountain, 2019")
}

func TestLetterhead(t *testing.T) {
	s := newSheet()
	s.put(50, 60, 22, bolder, "Imani Brandt")
	s.put(50, 78, 11, regular, "Embedded engineer")
	s.right(540, 54, 9, regular, "+49 555 0171")
	s.right(540, 66, 9, regular, "imani@example.org")
	s.right(540, 78, 9, regular, "Alderstadt")
	s.wrap(50, 110, 10, 12, 490, regular, prose)
	check(t, texts(s), "Imani Brandt", "Embedded engineer", "+49 555 0171", "imani@example.org", "Alderstadt", prose)
}

func TestNarrowColumns(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"imani.brandt@example.", "org", "imani.brandt@example.org"},
		{"English (full", "proficiency)", "English (full proficiency)"},
		{"Apr 2020 –", "Present", "Apr 2020 – Present"},
		{"Sep 2013 – May", "2017", "Sep 2013 – May 2017"},
	} {
		s := newSheet()
		s.put(50, 100, 10, regular, c.a)
		s.put(50, 112, 10, regular, c.b)
		check(t, texts(s), c.want)
	}
}

func TestAccentNamedAsTheWhole(t *testing.T) {
	s := newSheet()
	s.put(50, 100, 10, regular, "experience")
	s.page.Glyphs = append(s.page.Glyphs, glyph.Glyph{Text: "é", Box: glyph.Box{67, 92, 67, 102}, Base: 100, Size: 10, Font: regular})
	check(t, texts(s), "expérience")
}

func TestAreaCodeIsNoMarker(t *testing.T) {
	s := newSheet()
	s.put(50, 100, 10, regular, "(555) 012-3390 | imani@example.org")
	check(t, texts(s), "(555) 012-3390 | imani@example.org")
}

func TestRunningHeadWithNumber(t *testing.T) {
	a, b := newSheet(), newSheet()
	a.put(50, 80, 20, bolder, "Imani Brandt")
	a.put(50, 120, 10, regular, "Alder Robotics")
	b.right(540, 40, 8, regular, "Imani Brandt – 2/2")
	b.put(50, 90, 10, regular, "Larch Systems")
	check(t, texts(a, b), "Imani Brandt", "Alder Robotics", "running|Imani Brandt – 2/2", "Larch Systems")
}
