package outline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
	"unicode"

	"pique/extract/content"
	"pique/extract/layout"
	"pique/extract/outline"
)

// headingKinds are the kinds of the headings of testdata/sources/people, as a
// reader would say; "*" where it is one of several or of none.
var headingKinds = map[string]string{
	"experience": outline.Experience, "internships": outline.Experience, "employment": outline.Experience, "work experience": outline.Experience,
	"work history": outline.Experience, "professional experience": outline.Experience, "expérience professionnelle": outline.Experience,
	"co-op experience": outline.Experience, "berufserfahrung": outline.Experience, "appointments": outline.Experience,
	"roles": outline.Experience, "work and service": outline.Experience,
	"education": outline.Education, "formation": outline.Education, "ausbildung": outline.Education,
	"projects": outline.Projects, "open source": outline.Projects, "side projects": outline.Projects, "selected projects": outline.Projects,
	"projets": outline.Projects, "research projects": outline.Projects, "projekte": outline.Projects,
	"publications": outline.Publications, "papers": outline.Publications, "papers and preprints": outline.Publications,
	"research": outline.Research, "selected research": outline.Research, "research experience": outline.Research,
	"skills": outline.Skills, "languages": outline.Skills, "sprachen": outline.Skills, "kenntnisse": outline.Skills, "compétences": outline.Skills,
	"tools": outline.Skills, "toolbox": outline.Skills, "software": outline.Skills, "strengths": outline.Skills,
	"summary": outline.Objective, "profile": outline.Objective, "objective": outline.Objective, "research interests": outline.Objective, "about me": outline.Objective,
	"coursework": outline.Coursework, "courses taken": outline.Coursework, "courses": outline.Coursework, "certificates": outline.Coursework,
	"awards": outline.Awards, "prizes": outline.Awards, "awards and activities": outline.Awards,
	"references": outline.References, "referees": outline.References,
	"teaching": outline.Teaching, "teaching and supervision": outline.Teaching,
	"volunteering": outline.Service, "service": outline.Service, "leadership": outline.Service, "ehrenamt": outline.Service, "activities": outline.Service,
	"service and awards": outline.Service,
	"interests":          outline.Other, "interessen": outline.Other, "centres d’intérêt": outline.Other, "talks": outline.Other, "selected talks": outline.Other,
	"patents": outline.Other, "off work": outline.Other,
}

// person is what is known of a document of testdata.
type person struct {
	name     string
	sections []knownSection
	entries  []knownEntry
	bullets  []knownBullet
}

type knownSection struct{ heading, kind string }

type knownEntry struct {
	kind, title, org string
	dates            []outline.DateSpan
}

type knownBullet struct{ kind, text string }

var (
	linkMark = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	noteMark = regexp.MustCompile(`\s*\{\{.*?\}\}\s*$`)
)

// readPerson reads a file of testdata/sources/people.
func readPerson(t *testing.T, path string) person {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var p person
	kind := ""
	for _, row := range strings.Split(string(b), "\n") {
		row = linkMark.ReplaceAllString(noteMark.ReplaceAllString(row, ""), "$1")
		row = strings.NewReplacer("**", "", "__", "").Replace(row)
		switch {
		case strings.HasPrefix(row, "name: "):
			p.name = row[6:]
		case strings.HasPrefix(row, "# "), strings.HasPrefix(row, "#> "):
			_, h, _ := strings.Cut(row, " ")
			if kind = headingKinds[strings.ToLower(h)]; kind == "" {
				kind = "*"
			}
			p.sections = append(p.sections, knownSection{h, kind})
		case strings.HasPrefix(row, "## "):
			f := strings.Split(row[3:]+"|||", "|")
			e := knownEntry{kind: kind, title: strings.TrimSpace(f[0]), org: strings.TrimSpace(f[1])}
			if title, org, ok := strings.Cut(e.title, " at "); ok && e.org == "" {
				e.title, e.org = title, org
			}
			if e.dates = outline.FindDates(f[2]); len(e.dates) == 0 {
				if d := outline.FindDates(f[1]); len(d) == 1 {
					e.dates, e.org = d, ""
				}
			}
			p.entries = append(p.entries, e)
		case strings.HasPrefix(row, "- "):
			p.bullets = append(p.bullets, knownBullet{kind, row[2:]})
		}
	}
	return p
}

// bare is text as far as it is compared: letters and digits, small.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// share counts what was found among what is known.
type share struct{ found, known int }

func (s *share) add(ok bool) bool {
	s.known++
	if ok {
		s.found++
	}
	return ok
}

func (s share) value() float64 { return float64(s.found) / float64(max(s.known, 1)) }

func (s share) String() string { return fmt.Sprintf("%.3f (%d of %d)", s.value(), s.found, s.known) }

// TestKnown compares the outlines of the documents of testdata with the texts
// from which they were made.
func TestKnown(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all of testdata: left out with -short")
	}
	var names, heads, bullets, titles, orgs, dates share
	files, _ := filepath.Glob("../../testdata/sources/people/*.txt")
	sort.Strings(files)
	for _, f := range files {
		base := strings.TrimSuffix(filepath.Base(f), ".txt") + ".pdf"
		data, err := os.ReadFile("../../testdata/resumes/" + base)
		if err != nil {
			if data, err = os.ReadFile("../../testdata/portfolios/" + base); err != nil {
				t.Errorf("%s: no document: %v", f, err)
				continue
			}
		}
		file, err := content.Read(data, content.Options{})
		if err != nil {
			t.Errorf("%s: %v", base, err)
			continue
		}
		o := outline.Of(layout.Lines(file.Pages), file.Pages)
		p := readPerson(t, f)
		if !names.add(bare(o.Name) == bare(p.name)) {
			t.Logf("%s: name %q, want %q", base, o.Name, p.name)
		}
		for _, s := range p.sections {
			got := ""
			for _, g := range o.Sections {
				if bare(g.Heading) == bare(s.heading) {
					got = g.Kind
					break
				}
			}
			if !heads.add(got != "" && (s.kind == "*" || got == s.kind)) {
				t.Logf("%s: heading %q is %q, want %q", base, s.heading, got, s.kind)
			}
		}
		for _, b := range p.bullets {
			w, got := bare(b.text), "nowhere"
			w = string([]rune(w)[:min(40, len([]rune(w)))])
			for i, l := range o.Lines {
				if strings.Contains(bare(l.Text), w) {
					if got = o.Of(i); b.kind == "*" || got == b.kind {
						break
					}
				}
			}
			if !bullets.add(got == b.kind || b.kind == "*" && got != "nowhere" && got != outline.Header && got != outline.Objective) {
				t.Logf("%s: bullet in %q, want %q: %s", base, got, b.kind, b.text)
			}
		}
		for _, e := range p.entries {
			g, ok := likest(o, e)
			if !titles.add(ok && bare(g.Title) == bare(e.title)) {
				t.Logf("%s: title %q, want %q", base, g.Title, e.title)
			}
			if e.org != "" && (e.kind == outline.Experience || e.kind == outline.Education || e.kind == outline.Teaching || e.kind == outline.Service) {
				if !orgs.add(ok && (bare(g.Organisation) == bare(e.org) || g.Organisation != "" && strings.HasPrefix(e.org, g.Organisation+", "))) {
					t.Logf("%s: organisation of %q is %q, want %q", base, e.title, g.Organisation, e.org)
				}
			}
			if len(e.dates) == 1 && !dates.add(ok && g.Dates.Start == e.dates[0].Start && g.Dates.End == e.dates[0].End) {
				t.Logf("%s: dates of %q are %+v, want %+v", base, e.title, g.Dates, e.dates[0].Dates)
			}
		}
	}
	t.Logf("names %v, headings %v, bullets %v, titles %v, organisations %v, dates %v", names, heads, bullets, titles, orgs, dates)
	for _, f := range []struct {
		what string
		got  share
		want float64
	}{
		{"names", names, 0.97}, {"headings", heads, 0.98}, {"bullets", bullets, 0.98},
		{"titles", titles, 0.86}, {"organisations", orgs, 0.92}, {"dates", dates, 0.97},
	} {
		if f.got.value() < f.want {
			t.Errorf("%s: %v found, want %.2f", f.what, f.got, f.want)
		}
	}
}

// likest returns the entry of an outline that is likest a known one.
func likest(o outline.Outline, e knownEntry) (outline.Entry, bool) {
	best, score := outline.Entry{}, 0
	for _, g := range o.Entries {
		v := 0
		switch t, w := bare(g.Title), bare(e.title); {
		case t == w:
			v += 4
		case len(t) > 5 && (strings.Contains(t, w) || strings.Contains(w, t)):
			v += 3
		case strings.Contains(bare(o.Lines[g.Start].Text), w):
			v += 2
		default:
			continue
		}
		if e.org != "" && bare(g.Organisation) == bare(e.org) {
			v += 2
		}
		if len(e.dates) == 1 && e.dates[0].Dates == g.Dates {
			v += 2
		}
		if o.Sections[g.Section].Kind == e.kind {
			v++
		}
		if v > score {
			best, score = g, v
		}
	}
	return best, score > 0
}
