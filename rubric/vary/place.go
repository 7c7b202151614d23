package vary

import (
	"regexp"
	"slices"
	"strings"

	"pique/extract"
	"pique/extract/outline"
)

// cities are large ones that resumes name.
var cities = []string{
	"Amsterdam", "Ann Arbor", "Athens", "Atlanta", "Austin", "Bangalore", "Barcelona", "Beijing", "Bengaluru", "Berlin", "Boston", "Brussels", "Bucharest", "Budapest",
	"Cambridge", "Chennai", "Chicago", "Copenhagen", "Delhi", "Denver", "Dublin", "Edinburgh", "Frankfurt", "Geneva", "Hamburg", "Hanoi", "Helsinki", "Houston", "Hyderabad",
	"Istanbul", "Jakarta", "Karachi", "Lagos", "Lahore", "Lisbon", "London", "Los Angeles", "Madrid", "Manchester", "Melbourne", "Milan", "Montreal", "Mountain View", "Mumbai",
	"Munich", "Nairobi", "New Delhi", "New York", "Oslo", "Ottawa", "Oxford", "Palo Alto", "Paris", "Philadelphia", "Pittsburgh", "Prague", "Pune", "Rome", "San Diego",
	"San Francisco", "San Jose", "Seattle", "Seoul", "Shanghai", "Shenzhen", "Singapore", "Stockholm", "Sydney", "Taipei", "Tallinn", "Tokyo", "Toronto", "Turin", "Vancouver",
	"Vienna", "Warsaw", "Washington", "Zurich", "Zürich", "München", "Accra", "Addis Ababa", "Bogotá", "Buenos Aires", "Cairo", "Cape Town", "Kampala", "Kigali", "Lima", "Porto", "São Paulo",
}

// otherCities take their place, each for another.
var otherCities = []string{"Tulsa", "Gdansk", "Leipzig", "Omaha", "Valencia", "Osaka", "Quito", "Kumasi", "Bergen", "Nagpur"}

// otherCity moves the person: a city at the beginning or the end of a line or
// beside a comma becomes another, the same one everywhere.
func otherCity(*extract.Document) editor {
	to := map[string]string{}
	return func(line string) []edit {
		var out []edit
		for i := 0; i < len(line); i++ {
			city := cityAt(line, i)
			if city == "" {
				continue
			}
			if to[city] == "" {
				to[city] = otherCities[len(to)%len(otherCities)]
			}
			out = append(out, edit{i, i + len(city), to[city]})
			i += len(city)
		}
		return out
	}
}

// cityAt returns the city that begins at byte i of a line and stands there as
// an address has it.
func cityAt(line string, i int) string {
	if i > 0 && !strings.HasSuffix(line[:i], ", ") && !strings.HasSuffix(line[:i], "| ") && !strings.HasSuffix(line[:i], "· ") {
		return ""
	}
	for _, c := range cities {
		rest, ok := strings.CutPrefix(line[i:], c)
		if ok && (rest == "" || strings.HasPrefix(rest, ", ") || strings.HasPrefix(rest, " |") || strings.HasPrefix(rest, " ·")) {
			return c
		}
	}
	return ""
}

var schoolWord = regexp.MustCompile(`(?i)\b(universit|institut|college|school|academy|polytechnic|hochschule)`)

// The schools that stand in for others: one whose name says nothing, and one
// whose name says a lot.
var (
	plainSchools  = []string{"Northmoor University", "Eastvale University", "Southfield University", "Westbrook University"}
	famousSchools = []string{"Harvard University", "Stanford University", "Yale University", "Princeton University"}
)

func otherSchool(d *extract.Document) editor  { return schoolsFrom(d, plainSchools) }
func famousSchool(d *extract.Document) editor { return schoolsFrom(d, famousSchools) }

// schoolsFrom puts other schools in the place of those where the person
// studied, wherever these are named.
func schoolsFrom(d *extract.Document, others []string) editor {
	var own []string
	for _, e := range d.Entries {
		if d.Sections[e.Section].Kind == outline.Education && schoolWord.MatchString(e.Organisation) && !slices.Contains(own, e.Organisation) {
			own = append(own, e.Organisation)
		}
	}
	return func(line string) []edit {
		var out []edit
		for i, name := range own {
			if at := strings.Index(line, name); at >= 0 && !slices.ContainsFunc(out, func(e edit) bool { return at < e.end && e.start < at+len(name) }) {
				out = append(out, edit{at, at + len(name), others[i%len(others)]})
			}
		}
		slices.SortFunc(out, func(a, b edit) int { return a.start - b.start })
		return out
	}
}
