package outline

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/extract/glyph"
	"pique/extract/layout"
)

// sample makes lines of a text, a row each. A line that begins with "# " is
// large and bold, "* " bold, "- " a bullet; "\t" is a wide gap; "> " stands in
// the second column.
func sample(text string) []layout.Line {
	var lines []layout.Line
	y := 40.0
	for _, t := range strings.Split(strings.Trim(text, "\n"), "\n") {
		if t == "" {
			y += 8
			continue
		}
		l := layout.Line{Page: 1, Size: 10, Lead: 2}
		x := 50.0
		if s, ok := strings.CutPrefix(t, "> "); ok {
			t, l.Column, x = s, 1, 300
		}
		switch {
		case strings.HasPrefix(t, "# "):
			t, l.Size, l.Bold, l.Lead = t[2:], 13, true, 9
		case strings.HasPrefix(t, "* "):
			t, l.Bold, l.Lead = t[2:], true, 4
		case strings.HasPrefix(t, "- "):
			t, l.Kind, l.Marker, l.Indent = t[2:], layout.Bullet, "•", 12
		}
		for {
			i := strings.IndexByte(t, '\t')
			if i < 0 {
				break
			}
			t = t[:i] + " " + t[i+1:]
			l.Gaps = append(l.Gaps, i+1)
		}
		l.Text = t
		l.Box = glyph.Box{x, y, x + 4*float64(len(t)), y + l.Size}
		l.Spans = []layout.Span{{Start: 0, End: len(t), Page: 1, Box: l.Box}}
		lines = append(lines, l)
		y += l.Size + 2
	}
	return lines
}

type section struct{ Kind, Heading, First string }

func sectionsOf(o Outline) []section {
	var out []section
	for _, s := range o.Sections {
		first := ""
		if s.Start < s.End {
			first = o.Lines[s.Start].Text
		}
		out = append(out, section{s.Kind, s.Heading, first})
	}
	return out
}

const resume = `
# Mira Solano
mira.solano@example.com | +49 170 1234567 | github.com/mirasol
Builds vision systems that have to run on small boards, and likes to measure them before and after.

# Experience
* Acme Robotics Inc.	Berlin, Germany
Machine Learning Intern	Jun 2023 – Sep 2023
- Pruned a detector to run at 31 FPS on a small board (from 9 FPS).
- Gained experience in projects with many teams.
* Borealis Systems	Oslo, Norway
Software Engineer	2020 – 2022
- Wrote the scheduler of the fleet.

# Education
* University of Utopia	2018 – 2020
MSc Computer Science
Relevant Coursework: Machine Learning, Computer Vision, Compilers
* College of Nowhere	2014 – 2018
BSc Mathematics

# Selected Projects
* tinynet	github.com/mirasol/tinynet
- A network in 4 KB.

# Curling
- Played for the town.
`

func TestOf(t *testing.T) {
	o := Of(sample(resume), nil)
	want := []section{
		{Header, "", "Mira Solano"},
		{Objective, "", "Builds vision systems that have to run on small boards, and likes to measure them before and after."},
		{Experience, "Experience", "Experience"},
		{Education, "Education", "Education"},
		{Coursework, "Relevant Coursework", "Relevant Coursework: Machine Learning, Computer Vision, Compilers"},
		{Education, "Education", "College of Nowhere 2014 – 2018"},
		{Projects, "Selected Projects", "Selected Projects"},
		{Other, "Curling", "Curling"},
	}
	if d := cmp.Diff(want, sectionsOf(o)); d != "" {
		t.Errorf("sections (-want +got):\n%s", d)
	}
	type entry struct{ Title, Organisation, Start, End string }
	var got []entry
	for _, e := range o.Entries {
		if o.Sections[e.Section].Kind != Other {
			got = append(got, entry{e.Title, e.Organisation, e.Dates.Start, e.Dates.End})
		}
	}
	entries := []entry{
		{"Machine Learning Intern", "Acme Robotics Inc.", "2023-06", "2023-09"},
		{"Software Engineer", "Borealis Systems", "2020", "2022"},
		{"MSc Computer Science", "University of Utopia", "2018", "2020"},
		{"BSc Mathematics", "College of Nowhere", "2014", "2018"},
		{"tinynet", "", "", ""},
	}
	if d := cmp.Diff(entries, got); d != "" {
		t.Errorf("entries (-want +got):\n%s", d)
	}
	if o.Name != "Mira Solano" || o.Email != "mira.solano@example.com" || o.Phone != "+49 170 1234567" {
		t.Errorf("got %q, %q, %q", o.Name, o.Email, o.Phone)
	}
	links := []string{"https://github.com/mirasol", "https://github.com/mirasol/tinynet"}
	if d := cmp.Diff(links, o.Links); d != "" {
		t.Errorf("links (-want +got):\n%s", d)
	}
	checkOutline(t, o)
}

// checkOutline checks what holds for every outline: sections cover the lines
// in order, and lines, entries and sections agree.
func checkOutline(t *testing.T, o Outline) {
	t.Helper()
	at := 0
	for i, s := range o.Sections {
		if s.Start != at || s.End < s.Start {
			t.Fatalf("section %d is [%d,%d), want it to begin at %d", i, s.Start, s.End, at)
		}
		for j := s.Start; j < s.End; j++ {
			if o.Lines[j].Section != i {
				t.Fatalf("line %d is in section %d, want %d", j, o.Lines[j].Section, i)
			}
		}
		at = s.End
	}
	if at != len(o.Lines) {
		t.Fatalf("sections end at line %d of %d", at, len(o.Lines))
	}
	for i, e := range o.Entries {
		if e.Start < 0 || e.End > len(o.Lines) || e.Start >= e.End {
			t.Fatalf("entry %d is [%d,%d) of %d lines", i, e.Start, e.End, len(o.Lines))
		}
		if e.Section < 0 || e.Section >= len(o.Sections) {
			t.Fatalf("entry %d is in section %d of %d", i, e.Section, len(o.Sections))
		}
	}
	for i, l := range o.Lines {
		if l.Entry < -1 || l.Entry >= len(o.Entries) || l.Entry < 0 && l.Head {
			t.Fatalf("line %d has entry %d, head %v", i, l.Entry, l.Head)
		}
		if l.Entry >= 0 {
			if e := o.Entries[l.Entry]; i < e.Start || i >= e.End {
				t.Fatalf("line %d is outside its entry [%d,%d)", i, e.Start, e.End)
			}
		}
	}
}

func TestHeads(t *testing.T) {
	for _, c := range []struct{ head, title, org, start, end string }{
		{"Software Engineer, Acme Inc., Berlin, Germany\tJun 2021 – present", "Software Engineer", "Acme Inc.", "2021-06", "present"},
		{"Borealis — Research Intern\tSummer 2022", "Research Intern", "Borealis", "2022", "2022"},
		{"Data Scientist at Quantis\t2019–2021", "Data Scientist", "Quantis", "2019", "2021"},
		{"Quantis | Data Analyst | Remote | 03/2019 - 05/2020", "Data Analyst", "Quantis", "2019-03", "2020-05"},
		{"Praktikant bei Nordlicht GmbH\tJuli 2021 – heute", "Praktikant", "Nordlicht GmbH", "2021-07", "present"},
		{"Postdoctoral Fellow, Demography, University of Utopia\t2020 – 2022", "Postdoctoral Fellow", "Demography, University of Utopia", "2020", "2022"},
		{"Acme Inc., Software Engineer\tMay 2018 to Aug. 2019", "Software Engineer", "Acme Inc.", "2018-05", "2019-08"},
		{"Acme (Software Engineer)\t2018 – 2019", "Software Engineer", "Acme", "2018", "2019"},
	} {
		o := Of(sample("# Mira Solano\nmira@example.com\n# Experience\n* "+c.head+"\n- Wrote things.\n# Education\n* University of Utopia\t2014\n"), nil)
		if len(o.Entries) == 0 {
			t.Errorf("%q: no entry", c.head)
			continue
		}
		e := o.Entries[0]
		if e.Title != c.title || e.Organisation != c.org || e.Dates.Start != c.start || e.Dates.End != c.end {
			t.Errorf("%q:\n got %q, %q, %s to %s\nwant %q, %q, %s to %s", c.head, e.Title, e.Organisation, e.Dates.Start, e.Dates.End, c.title, c.org, c.start, c.end)
		}
	}
}

func TestSidebar(t *testing.T) {
	o := Of(sample(`
# Mira Solano
# Contact
mira@example.com
# Skills
Python
Projects
Teamwork
> # Profile
> Engineer of small things who measures them.
> # Experience
> * Acme Robotics Inc.	2020 – 2021
> Software Engineer
`), nil)
	want := []section{
		{Header, "", "Mira Solano"}, {Header, "Contact", "Contact"}, {Skills, "Skills", "Skills"},
		{Objective, "Profile", "Profile"}, {Experience, "Experience", "Experience"},
	}
	if d := cmp.Diff(want, sectionsOf(o)); d != "" {
		t.Errorf("sections (-want +got):\n%s", d)
	}
}

func TestInlineHeadings(t *testing.T) {
	o := Of(sample(`
Mira Solano
mira@example.com
EDUCATION: MSc Physics, University of Utopia, 2019
SKILLS: Python, C++
EXPERIENCE: Software Engineer, Acme Inc., 2020 – 2021
`), nil)
	var kinds []string
	for _, s := range o.Sections {
		kinds = append(kinds, s.Kind)
	}
	if d := cmp.Diff([]string{Header, Education, Skills, Experience}, kinds); d != "" {
		t.Errorf("kinds (-want +got):\n%s", d)
	}
}

// TestTotalledHeading reads a heading that says how long somebody has worked
// and is set as text is.
func TestTotalledHeading(t *testing.T) {
	for text, want := range map[string]bool{
		": total experience 2 years 11 months": true, " (3+ years)": true, ": Acme Inc., 2 years": false, ": 2019": false, "": false,
	} {
		if got := totalled(text); got != want {
			t.Errorf("totalled(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestEmail(t *testing.T) {
	for in, want := range map[string]string{
		"mira@example.com": "mira@example.com", "E-Mail: mira.s+cv@mail.example.org.": "mira.s+cv@mail.example.org",
		"mira at example dot com": "mira@example.com", "mira [at] example [dot] co [dot] uk": "mira@example.co.uk",
		"mira(at)example.com": "mira@example.com", "mira @ example.com": "mira@example.com", "m i r a @ e x . d e": "mira@ex.de",
		"met at noon": "", "interned at Acme. com": "", "@handle": "",
	} {
		if got := emailIn(in); got != want {
			t.Errorf("emailIn(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestURLs(t *testing.T) {
	for in, want := range map[string]string{
		"see https://example.com/a_(b).":      "https://example.com/a_(b)",
		"(github.com/mira/x)":                 "https://github.com/mira/x",
		"www.example.org, and more":           "https://www.example.org",
		"doi:10.1234/abc.5":                   "https://doi.org/10.1234/abc.5",
		"arXiv:2301.01234v2 [cs]":             "https://arxiv.org/abs/2301.01234v2",
		"arXiv preprint arXiv:2301.01234":     "https://arxiv.org/abs/2301.01234",
		"linkedin.com/in/mira-solano | Oslo":  "https://linkedin.com/in/mira-solano",
		"mirasol.github.io":                   "https://mirasol.github.io",
		"Node.js, ASP.NET and mira@mail.com":  "",
		"https://doi.org/10.1234/x, accepted": "https://doi.org/10.1234/x",
	} {
		var got []string
		for _, u := range urlsIn(in) {
			got = append(got, u.uri)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("urlsIn(%q) = %q, want %q", in, s, want)
		}
	}
}

// TestOfLarge sees that no work grows with the square of the lines.
func TestOfLarge(t *testing.T) {
	for _, text := range []string{"# Experience\n", "# Experience\n* Acme\t2020 – 2021\n", "Skills: a, b\n- Projects\n> Education\n", "[1] A. Bee, C. Dee. “T.” 2020.\n"} {
		o := Of(sample("# Publications\n"+strings.Repeat(text, 3000)), nil)
		checkOutline(t, o)
	}
}

func FuzzOf(f *testing.F) {
	f.Add(resume)
	f.Add("Skills: a\nEducation — b\n# Projects\n- x: y\n[1] A. B., C. D. 2020. “T”.")
	f.Add("\t\t\n# \n- \n> # Experience\n* \xff\xfe @ a . b")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		checkOutline(t, Of(sample(text), nil))
	})
}
