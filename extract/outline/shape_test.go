package outline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

type head struct{ Title, Organisation, Start, End string }

func headsOf(o Outline, kind string) []head {
	var out []head
	for _, e := range o.Entries {
		if o.Sections[e.Section].Kind == kind {
			out = append(out, head{e.Title, e.Organisation, e.Dates.Start, e.Dates.End})
		}
	}
	return out
}

func TestNumberedHeadings(t *testing.T) {
	o := Of(sample(`
# Mira Solano
mira@example.com
# About this portfolio
Three projects that I built by myself, each with what I learnt and with what went wrong in it.
# 1 Orchard rover
Solo work	Oct 2023 – Jun 2024
- Counts fruit on a small board.
# 2 Frost map
Solo work	2022
- Warns growers at night.
`), nil)
	want := []section{
		{Header, "", "Mira Solano"}, {Objective, "About this portfolio", "About this portfolio"},
		{Other, "1 Orchard rover", "1 Orchard rover"}, {Other, "2 Frost map", "2 Frost map"},
	}
	if d := cmp.Diff(want, sectionsOf(o)); d != "" {
		t.Errorf("sections (-want +got):\n%s", d)
	}
	checkOutline(t, o)
}

func TestUnknownHeadings(t *testing.T) {
	o := Of(sample(`
# Networks for small boards
A band that knows nine gestures.
- Fits into 34 kB.
- Lasts for six days.
# Clocks and tides
A clock that shows the tides.
- Agrees with the tables.
- Runs for a year.
`), nil)
	want := []section{{Other, "Networks for small boards", "Networks for small boards"}, {Other, "Clocks and tides", "Clocks and tides"}}
	if d := cmp.Diff(want, sectionsOf(o)); d != "" {
		t.Errorf("sections (-want +got):\n%s", d)
	}
}

func TestStackedHeads(t *testing.T) {
	o := Of(sample(`
# Mira Solano
mira@example.com
# Experience
* Software Engineer
Acme Robotics, Smalltown
2020 – 2022
- Wrote the scheduler.
* Machine Learning Intern
Borealis Systems
Jun 2019 – Sep 2019
- Pruned a detector.
# Education
* MSc
Atmospheric Physics
University of Utopia, Smalltown
2018 – 2020
`), nil)
	jobs := []head{{"Software Engineer", "Acme Robotics", "2020", "2022"}, {"Machine Learning Intern", "Borealis Systems", "2019-06", "2019-09"}}
	if d := cmp.Diff(jobs, headsOf(o, Experience)); d != "" {
		t.Errorf("jobs (-want +got):\n%s", d)
	}
	degrees := []head{{"MSc, Atmospheric Physics", "University of Utopia", "2018", "2020"}}
	if d := cmp.Diff(degrees, headsOf(o, Education)); d != "" {
		t.Errorf("degrees (-want +got):\n%s", d)
	}
}

func TestBrokenDates(t *testing.T) {
	o := Of(sample(`
# Mira Solano
mira@example.com
# Experience
* jun. 2024 –	Software Engineer
* sep. 2024	Borealis Systems
- Wrote the scheduler.
# Education
* 2020	BSc Physics, University of Utopia
`), nil)
	want := []head{{"Software Engineer", "Borealis Systems", "2024-06", "2024-09"}}
	if d := cmp.Diff(want, headsOf(o, Experience)); d != "" {
		t.Errorf("jobs (-want +got):\n%s", d)
	}
}

func TestDatesInAColumn(t *testing.T) {
	lines := sample(`
# Experience
* Software Engineer, Acme Inc.
- Wrote the scheduler.
* Research Intern, Borealis Systems
- Pruned a detector.
# Education
* BSc Physics, University of Utopia
`)
	dates := sample("> 2020 – 2022\n> 2019")
	for i, beside := range []int{1, 3} {
		d, b := dates[i], lines[beside].Box
		d.Box[1], d.Box[3] = b[1], b[3]
		lines = append(lines, d)
	}
	o := Of(lines, nil)
	want := []head{{"Software Engineer", "Acme Inc.", "2020", "2022"}, {"Research Intern", "Borealis Systems", "2019", "2019"}}
	if d := cmp.Diff(want, headsOf(o, Experience)); d != "" {
		t.Errorf("jobs (-want +got):\n%s", d)
	}
	checkOutline(t, o)
}

func TestTownLike(t *testing.T) {
	for s, want := range map[string]bool{
		"Smalltown": true, "Port Ellery": true, "Villar de la Sierra": true, "8001 Smalltown": true,
		"Robotics Division": false, "University of Utopia": false, "Machine Learning": false, "for the Observatory": false, "IBM": false, "Physics": false,
	} {
		if got := townLike(s); got != want {
			t.Errorf("townLike(%q) = %v, want %v", s, got, want)
		}
	}
}
