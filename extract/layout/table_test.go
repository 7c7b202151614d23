package layout

import (
	"testing"

	"pique/extract/glyph"
)

// ruled draws the grid of a table.
func (s *sheet) ruled(xs, ys []float64) {
	for _, y := range ys {
		s.page.Rules = append(s.page.Rules, glyph.Rule{Box: glyph.Box{xs[0], y - 0.4, xs[len(xs)-1], y + 0.4}})
	}
	for _, x := range xs {
		s.page.Rules = append(s.page.Rules, glyph.Rule{Box: glyph.Box{x - 0.4, ys[0], x + 0.4, ys[len(ys)-1]}})
	}
}

var gridX = []float64{50, 130, 260, 540}

func TestRuledCellsThatWrap(t *testing.T) {
	s := newSheet()
	s.put(50, 60, 12, bolder, "EXPERIENCE")
	s.ruled(gridX, []float64{80, 122, 164})
	for i, c := range [][4]string{
		{"2019 – 2021", "Perception engineer of the harbour", "Wrote the filter of the radar in C++ and cut its latency by half on the boat", "Trained two interns"},
		{"2015 – 2018", "Technician of the quay", "Kept the logbook", "Mended the cranes that nobody else could reach in the winter storms"},
	} {
		y := 94 + 42*float64(i)
		s.put(55, y, 10, regular, c[0])
		s.wrap(135, y, 10, 12, 120, bolder, c[1])
		s.put(265, y, 10, regular, "• ")
		y = s.wrap(275, y, 10, 12, 260, regular, c[2])
		s.put(265, y, 10, regular, "• ")
		s.wrap(275, y, 10, 12, 260, regular, c[3])
	}
	s.put(50, 190, 12, bolder, "SKILLS")
	s.put(50, 206, 10, regular, "Knots and splices")
	check(t, texts(s), "EXPERIENCE",
		"2019 – 2021 Perception engineer of the harbour", "•|Wrote the filter of the radar in C++ and cut its latency by half on the boat", "•|Trained two interns",
		"2015 – 2018 Technician of the quay", "•|Kept the logbook", "•|Mended the cranes that nobody else could reach in the winter storms",
		"SKILLS", "Knots and splices")
}

func TestRuledDateThatWraps(t *testing.T) {
	s := newSheet()
	s.ruled(gridX, []float64{80, 110})
	s.put(55, 94, 10, regular, "Sep 2012 – Jan")
	s.put(55, 106, 10, regular, "2018")
	s.put(135, 94, 10, bolder, "Staff nurse")
	s.put(135, 106, 10, regular, "Hospital of Kilbarry")
	s.put(265, 94, 10, regular, "Ran the night ward")
	check(t, texts(s), "Sep 2012 – Jan 2018 Staff nurse", "Hospital of Kilbarry", "Ran the night ward")
}

func TestRuledDateThatIsHyphened(t *testing.T) {
	s := newSheet()
	s.ruled(gridX, []float64{80, 110})
	s.put(55, 94, 10, regular, "June 2021 – Au-")
	s.put(55, 106, 10, regular, "gust 2021")
	s.put(135, 94, 10, bolder, "Research intern")
	s.put(135, 106, 10, regular, "Vigo Labs")
	s.put(265, 94, 10, regular, "Quantised a network")
	check(t, texts(s), "June 2021 – August 2021 Research intern", "Vigo Labs", "Quantised a network")
}

func TestRuledRowOfFewWordsThatWrap(t *testing.T) {
	s := newSheet()
	s.ruled(gridX, []float64{80, 98, 130})
	for k, text := range []string{"Year", "Degree", "School"} {
		s.put(gridX[k]+5, 93, 10, bolder, text)
	}
	s.put(55, 112, 10, regular, "2018 – 2022")
	s.wrap(135, 112, 10, 12, 120, regular, "Electrical and computer engineering")
	s.put(265, 112, 10, regular, "Institute of Indravati")
	check(t, texts(s), "Year Degree School", "2018 – 2022 Electrical and computer engineering Institute of Indravati")
}

func TestMarginDateInTwoRows(t *testing.T) {
	s := newSheet()
	s.put(50, 60, 12, bolder, "EDUCATION")
	s.put(50, 80, 10, regular, "September 2012 –")
	s.put(50, 93, 10, regular, "June 2016")
	s.put(160, 80, 10, regular, "Graphic design, College of Larkmont, with a thesis on type")
	s.put(50, 120, 12, bolder, "WORK")
	check(t, texts(s), "EDUCATION", "September 2012 – June 2016 Graphic design, College of Larkmont, with a thesis on type", "WORK")
}

func TestRuledRowsAreReadAcross(t *testing.T) {
	s := newSheet()
	s.ruled(gridX, []float64{80, 98, 116})
	for i, c := range [][3]string{{"Degree", "School", "Year"}, {"B.Tech.", "Alder Institute", "2019"}} {
		for k, text := range c {
			s.put(gridX[k]+5, 93+18*float64(i), 10, regular, text)
		}
	}
	check(t, texts(s), "Degree School Year", "B.Tech. Alder Institute 2019")
}

// What only looks like a table: two columns, and rules that do not touch.
func TestRulesThatAreNoTable(t *testing.T) {
	for _, c := range []struct {
		name  string
		rules []glyph.Box
	}{
		{"two columns", []glyph.Box{{50, 80, 540, 80.5}, {50, 140, 540, 140.5}, {50, 80, 50.5, 140}, {250, 80, 250.5, 140}, {540, 80, 540.5, 140}}},
		{"bars beside entries", []glyph.Box{{50, 80, 50.5, 140}, {250, 80, 250.5, 140}, {400, 80, 400.5, 140}, {50, 200, 540, 200.5}}},
		{"none", nil},
	} {
		if got := tables(&frame{rules: c.rules}); len(got) != 0 {
			t.Errorf("%s: got %d tables, want none", c.name, len(got))
		}
	}
}
