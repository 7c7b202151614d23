package outline

import (
	"strings"
	"unicode"
)

// degreeNames tells the degree and the school in the head of education.
func degreeNames(ps []piece) (title, org string) {
	t, o := -1, -1
	for i, q := range ps {
		if q.place {
			continue
		}
		if q.cues.strongDegree > 0 && (t < 0 || q.cues.strongDegree > 0 && ps[t].cues.strongDegree == 0) {
			t = i
		}
		if (q.cues.strictOrg > 0 || q.cues.org > 0 && o < 0) && (o < 0 || ps[o].cues.strictOrg == 0) && !(q.cues.strongDegree > 0 && q.cues.strictOrg == 0) {
			o = i
		}
	}
	if t >= 0 && t == o {
		// Both in one part: "BSc Physics, University of Utopia".
		var a, b []string
		school := false
		for _, atom := range strings.Split(ps[t].text, ",") {
			c := cuesOf(foldWords(atom))
			if c.strictOrg > 0 {
				school = true
			} else if c.strongDegree > 0 {
				school = false
			}
			if school {
				b = append(b, atom)
			} else {
				a = append(a, atom)
			}
		}
		if len(a) == 0 || len(b) == 0 {
			if x, y, ok := atSplit(ps[t].text); ok {
				return x, y
			}
			if i := strings.Index(ps[t].text, " from "); i > 0 {
				return trimPiece(ps[t].text[:i]), cutPlace(ps[t].text[i+6:])
			}
		}
		return trimPiece(strings.Join(a, ",")), cutPlace(strings.Join(b, ","))
	}
	if t >= 0 {
		title = ps[t].text
	}
	if o >= 0 {
		org = cutPlace(ps[o].text)
	}
	spare := 0
	for i, q := range ps {
		if i != t && i != o && !q.place && !q.right && !tooLong(q.text) {
			spare++
		}
	}
	for i, q := range ps {
		if i == t || i == o || q.place || tooLong(q.text) || q.right && spare > 0 && title == "" {
			continue
		}
		if title == "" {
			title = q.text
			if i := strings.IndexByte(title, ','); i >= 3 && i <= 60 && len(title) > 90 {
				title = title[:i] // "Tinynet, a network that ..."
			}
		} else if org == "" {
			if orgScore(q) > -0.5 && (t < 0 || q.line <= ps[t].line+1) && letters(q.text) >= 4 {
				org = cutPlace(q.text)
			}
		}
	}
	return title, org
}

// letters counts the letters of t.
func letters(t string) int {
	n := 0
	for _, r := range t {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// projectNames tells the name of a project, and where it was done if that
// is plain.
func projectNames(ps []piece) (title, org string) {
	for _, q := range ps {
		if q.place {
			continue
		}
		if title == "" {
			title = q.text
			if t, o, ok := atSplit(q.text); ok && cuesOf(foldWords(o)).strictOrg > 0 {
				return t, o
			}
			continue
		}
		if org == "" && q.cues.strictOrg > 0 && strings.Count(q.text, ",") < 4 {
			org = cutPlace(q.text)
		}
	}
	return title, org
}
