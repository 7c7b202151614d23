package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// degreeNames tells the degree and the school in the head of education.
func degreeNames(ps []piece) (title, org string) {
	t, o := -1, -1
	for i, q := range ps {
		if q.place {
			continue
		}
		if q.cues.strongDegree > 0 && (t < 0 || ps[t].cues.strongDegree == 0) {
			t = i
		}
		if (q.cues.strictOrg > 0 || q.cues.org > 0 && o < 0) && (o < 0 || ps[o].cues.strictOrg == 0) && !(q.cues.strongDegree > 0 && q.cues.strictOrg == 0) {
			o = i
		}
	}
	if o >= 0 && (t == o || t < 0) {
		if a, b := schoolSplit(ps[o].text); a != "" && b != "" {
			return a, cutPlace(b)
		}
		if t == o {
			if x, y, ok := atSplit(ps[t].text); ok {
				return x, y
			}
			if i := strings.Index(ps[t].text, " from "); i > 0 {
				return trimPiece(ps[t].text[:i]), cutPlace(ps[t].text[i+6:])
			}
			if cuesOf(foldWords(ps[t].text)).strictOrg > 0 {
				t = -1
			}
		}
	}
	used := make([]bool, len(ps))
	if t >= 0 {
		title, used[t] = ps[t].text, true
		// "PhD" and "Atmospheric Physics": the degree and its field.
		for _, i := range [...]int{t + 1, t - 1} {
			if bareDegree(ps[t].text) && i >= 0 && i < len(ps) && i != o && field(ps[i]) && ps[i].line-ps[t].line < 2 && ps[t].line-ps[i].line < 2 && (o >= 0 || subject(ps[i])) {
				if used[i] = true; i < t {
					title = ps[i].text + ", " + title
				} else {
					title += ", " + ps[i].text
				}
				break
			}
		}
	}
	if o >= 0 {
		org, used[o] = cutPlace(ps[o].text), true
	}
	spare := 0
	for i, q := range ps {
		if !used[i] && !q.place && !q.right && !tooLong(q.text) {
			spare++
		}
	}
	if title == "" && org == "" && spare > 1 {
		// The field of study is the title, wherever it stands.
		for i, q := range ps {
			if !q.place && !tooLong(q.text) && subject(q) {
				title, used[i] = q.text, true
				break
			}
		}
	}
	for i, q := range ps {
		if used[i] || q.place || tooLong(q.text) || q.right && spare > 0 && title == "" {
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

// atPieces cuts the parts that name a field and a school: "Anthropology at
// the University of Utopia".
func atPieces(ps []piece) []piece {
	for i, q := range ps {
		if q.cues.org == 0 || q.place {
			continue
		}
		if a, b, ok := atSplit(q.text); ok && cuesOf(foldWords(a)).org == 0 {
			out := append([]piece(nil), ps[:i]...)
			first, second := q, q
			first.text, first.cues = a, cuesOf(foldWords(a))
			second.text, second.cues = b, cuesOf(foldWords(b))
			return append(append(out, first, second), ps[i+1:]...)
		}
	}
	return ps
}

// schoolSplit cuts a part that names a degree and a school at a comma: "BSc
// Physics, University of Utopia".
func schoolSplit(text string) (degree, school string) {
	var a, b []string
	in := false
	for _, atom := range strings.Split(text, ",") {
		c := cuesOf(foldWords(atom))
		if c.strictOrg > 0 {
			in = true
		} else if c.strongDegree > 0 {
			in = false
		}
		if in {
			b = append(b, atom)
		} else {
			a = append(a, atom)
		}
	}
	degree, school = trimPiece(strings.Join(a, ",")), trimPiece(strings.Join(b, ","))
	if len(a) > 0 && len(b) > 0 && cuesOf(foldWords(degree)).degree == 0 && !subject(piece{text: degree}) && strings.HasPrefix(text, b[0]) {
		return "", "" // "University of Utopia, Smalltown"
	}
	return degree, school
}

// bareDegree reports whether t is a degree without its field: "MSc", "B.Sc.
// (Hons)".
func bareDegree(t string) bool {
	w := foldWords(t)
	for _, x := range w {
		if cueWords()[x]&(degreeCue|strongDegreeCue) == 0 && x != "of" && x != "science" && x != "arts" && x != "phil" && x != "engineering" && x != "honors" {
			return false
		}
	}
	return len(w) > 0 && len(w) <= 6
}

// field reports whether a part could be the field of a degree.
func field(q piece) bool {
	r, _ := utf8.DecodeRuneInString(q.text)
	return !q.place && q.cues.strictOrg == 0 && wordCount(q.text) <= 7 && !hasDigit(q.text) && unicode.IsUpper(r) && !strings.Contains(q.text, ":")
}

// subject reports whether a part names a field of study.
func subject(q piece) bool {
	for _, w := range foldWords(q.text) {
		if subjectWords(w) {
			return field(q)
		}
	}
	return false
}

var subjectWords = set(`
	science sciences engineering physics chemistry biology mathematics maths math statistics informatics economics computing
	linguistics philosophy psychology history literature law medicine nursing business administration management accounting
	finance marketing electronics mechatronics robotics cybernetics geography geology astronomy biochemistry bioinformatics
	architecture design arts music education journalism communication communications neuroscience analytics pharmacy
	informatik wirtschaftsinformatik mathematik physik chemie biologie maschinenbau elektrotechnik mechatronik
	betriebswirtschaft betriebswirtschaftslehre volkswirtschaft jura medizin germanistik anglistik
	informatique mathematiques physique chimie biologie mecanique electronique gestion droit medecine lettres
	informatica matematicas matematica fisica quimica biologia ingenieria derecho economia medicina filosofia ingegneria
	engenharia ciencias ciencia administracion administracao`)

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

// onlyRole reports whether a part is the word of a role, perhaps qualified,
// and nothing else.
func onlyRole(t string) bool {
	w := foldWords(t)
	role := false
	for _, x := range w {
		if !isRole(x) && !roleQualifiers(x) {
			return false
		}
		role = role || isRole(x)
	}
	return role && len(w) <= 3
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
