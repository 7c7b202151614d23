package outline

import (
	"strings"

	"pique/extract/layout"
)

// reconsider changes the kind of sections whose heading says one thing and
// whose lines another: tools that the person wrote under "Tools", work that
// was done under "Research interests", skills under "Qualifications".
func (o *Outline) reconsider(sh *sheet) {
	for i := range o.Sections {
		s := &o.Sections[i]
		if s.Heading == "" || s.End-s.Start < 2 {
			continue
		}
		words := foldWords(s.Heading)
		switch {
		case s.Kind == Skills && hasAny(words, "tools", "software", "technologies", "libraries", "programming", "logiciels", "outils", "herramientas", "strumenti", "werkzeuge"):
			if long, n := o.told(s); long >= 2 && long*2 >= n {
				s.Kind = Projects
			}
		case s.Kind == Objective && hasAny(words, "summary", "profile", "overview", "objective") && o.jobs(s, sh) >= 2:
			s.Kind = Experience
		case s.Kind == Objective && hasAny(words, "interests", "interest", "focus", "highlights"):
			if o.done(s, sh) >= 3 {
				s.Kind = Research
				if hasAny(words, "highlights") {
					s.Kind = Experience
				}
			}
		case s.Kind == Coursework && hasAny(words, "training", "trainings"):
			if o.trained(s, sh) {
				s.Kind = Experience
			}
		case s.Kind == Education && hasAny(words, "qualifications", "qualification") && !hasAny(words, "educational", "education", "academic"):
			if !o.studied(s, sh) {
				s.Kind = Skills
			}
		}
	}
}

func hasAny(words []string, of ...string) bool {
	for _, w := range words {
		for _, x := range of {
			if w == x {
				return true
			}
		}
	}
	return false
}

// told counts the lines of a section that are sentences rather than lists of
// names, and all its lines of some length.
func (o *Outline) told(s *Section) (long, n int) {
	for _, l := range o.Lines[s.Start+1 : s.End] {
		if l.Kind == layout.Running {
			continue
		}
		words := wordCount(l.Text)
		if words < 4 {
			continue // an address, a date
		}
		n++
		colon := strings.IndexByte(l.Text[:min(len(l.Text), 30)], ':')
		named := colon > 0 && strings.IndexByte(strings.TrimRight(l.Text[:colon], " "), ' ') < 0 && l.Text[0] >= 'a' && l.Text[0] <= 'z' // "linscan: ..."
		if (words >= 12 && colon < 0 || words >= 9 && named) && strings.Count(l.Text, ",")*4 < words {
			long++
		}
	}
	return long, n
}

// done counts the lines of a section that say what was done.
func (o *Outline) done(s *Section, sh *sheet) int {
	n := 0
	for i := s.Start + 1; i < s.End; i++ {
		if sh.runes(i) < 50 || o.Lines[i].Kind == layout.Running {
			continue
		}
		for _, w := range sh.words(i) {
			if deeds(w) {
				n++
				break
			}
		}
	}
	return n
}

var deeds = set(`
	developed designed built proposed implemented introduced optimized optimised accelerated reduced released published
	created led achieved trained deployed wrote conducted addressed targeted explored pruned quantized improved`)

// jobs counts the lines of a section that name a role and a span of dates, as the
// heads of jobs whose own heading is not printed do.
func (o *Outline) jobs(s *Section, sh *sheet) int {
	n := 0
	for i := s.Start + 1; i < s.End; i++ {
		l := &o.Lines[i]
		if l.Kind == layout.Bullet || l.Marker != "" || sh.runes(i) > 80 || sh.cues(i).role == 0 {
			continue
		}
		if d, ok := bestDate(sh.dates(i)); ok && d.Start != d.End {
			n++
		}
	}
	return n
}

// trained reports whether a section of training tells of a post that the
// person held as a trainee, with a date, and not of courses.
func (o *Outline) trained(s *Section, sh *sheet) bool {
	for i := s.Start + 1; i < s.End; i++ {
		words := sh.words(i)
		if len(words) > 3 {
			words = words[:3]
		}
		if hasAny(words, "trainee", "intern", "internship", "apprentice", "apprenticeship", "vocational", "inplant") && len(sh.dates(i)) > 0 {
			return true
		}
	}
	return false
}

// studied reports whether a section names a degree, a school or a date.
func (o *Outline) studied(s *Section, sh *sheet) bool {
	for i := s.Start + 1; i < s.End; i++ {
		c := sh.cues(i)
		if c.strongDegree > 0 || c.strictOrg > 0 || len(sh.dates(i)) > 0 {
			return true
		}
	}
	return false
}
