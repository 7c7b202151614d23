package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// entry reads the head of a block.
func (p *parser) entry(b block) Entry {
	e := Entry{Section: p.section, Start: p.lines[b.from], End: p.lines[b.to-1] + 1}
	seen := make(map[string]bool)
	for j := b.from; j < b.from+b.heads; j++ {
		for _, u := range p.s.lineLinks(p.lines[j], true) {
			if k := linkKey(u); !seen[k] {
				seen[k] = true
				e.Links = append(e.Links, u)
			}
		}
	}
	if p.kind == Publications {
		var text []string
		for j := b.from; j < b.to && j < b.from+6; j++ {
			if j > b.from && p.bullet(j) && !p.bullet(b.from) {
				break // what is told of it
			}
			text = append(text, p.o.Lines[p.lines[j]].Text)
		}
		e.Title = p.paperTitle(b, text)
		if d, ok := lastDate(FindDates(withoutURLs(strings.Join(text, " ")))); ok {
			e.Dates = d.Dates
		}
		return e
	}
	pieces, dates := b.pieces, b.dates
	e.Dates = dates
	if dates.Text == "" && b.heads > 0 && b.from+b.heads < b.to && p.kind != Awards {
		// The dates on a line of their own below the head, in a bullet's place.
		l := p.o.Lines[p.lines[b.from+b.heads]]
		if d, ok := bestDate(p.s.dates(p.lines[b.from+b.heads])); ok && (len(l.Text) < 60 && p.s.edgeDate(p.lines[b.from+b.heads]) || d.Start != d.End && !p.bullet(b.from+b.heads) && d.From < 160) {
			e.Dates = d.Dates
		}
	}
	switch p.kind {
	case Projects, Awards:
		if p.kind == Projects && len(pieces) > 1 && onlyRole(pieces[0].text) && !pieces[1].place {
			pieces = pieces[1:] // "Maintainer" over the name of the project
		}
		e.Title, e.Organisation = projectNames(pieces)
		if p.kind == Projects {
			e.Title = withoutContext(e.Title)
		}
	case Education, Coursework:
		e.Title, e.Organisation = degreeNames(atPieces(pieces))
	case Research:
		if e.Title, e.Organisation = roleNames(pieces); !hasRole(pieces) {
			e.Title, e.Organisation = projectNames(pieces)
		}
	default:
		e.Title, e.Organisation = roleNames(pieces)
		if p.orgFirst && !hasRole(pieces) && e.Title != "" && e.Organisation != "" && cuesOf(foldWords(e.Organisation)).org == 0 {
			e.Title, e.Organisation = e.Organisation, e.Title
		}
	}
	return e
}

// withoutContext takes off the title of a project what says after a comma how
// it came about: "Tide clock, own project", "Frost map, with two friends".
func withoutContext(t string) string {
	i := strings.LastIndexByte(t, ',')
	if i < 4 {
		return t
	}
	rest := strings.TrimSpace(t[i+1:])
	words := foldWords(rest)
	r, _ := utf8.DecodeRuneInString(rest)
	if len(words) == 0 || len(words) > 7 || strings.Contains(rest, ":") {
		return t
	}
	if unicode.IsLower(r) && len(words) <= 5 {
		return trimPiece(t[:i])
	}
	for _, w := range words {
		if contextWords(w) {
			return trimPiece(t[:i])
		}
	}
	return t
}

var contextWords = set(`
	course courses coursework class project thesis dissertation hackathon contest competition assignment seminar bootcamp
	capstone club team university internship workshop challenge cours projet projekt kurs seminararbeit proyecto curso`)

func hasRole(ps []piece) bool {
	for _, q := range ps {
		if q.cues.role > 0 || q.label != "" {
			return true
		}
	}
	return false
}

// lastDate returns the last date of a citation, which is that of the paper.
func lastDate(ds []DateSpan) (DateSpan, bool) {
	if len(ds) == 0 {
		return DateSpan{}, false
	}
	for i := len(ds) - 1; i >= 0; i-- {
		if ds[i].Start == ds[i].End {
			return ds[i], true
		}
	}
	return ds[len(ds)-1], true
}

// roleNames tells the role and the organisation in the head of a job.
func roleNames(ps []piece) (title, org string) {
	var named []piece
	for _, q := range ps {
		if !q.place && !tooLong(q.text) {
			named = append(named, q)
		}
	}
	if len(named) == 0 {
		for _, q := range ps {
			if !q.place {
				named = append(named, q)
				break
			}
		}
		if len(named) == 0 {
			return "", ""
		}
	}
	for _, q := range named {
		if q.label == "Title" && title == "" {
			title = q.text
		}
		if q.label == "Organisation" && org == "" {
			org = cutPlace(q.text)
		}
	}
	if title != "" || org != "" {
		var rest []piece
		for _, q := range named {
			if q.label == "" {
				rest = append(rest, q)
			}
		}
		if len(rest) > 0 && (title == "" || org == "") {
			t, o := roleNames(rest)
			switch {
			case org == "" && o != "":
				org = o
			case org == "":
				org = t
			case t != "":
				title = t
			default:
				title = o
			}
		}
		return title, org
	}
	best, at := 0.0, -1
	for i, q := range named {
		if v := roleScore(q); v > best {
			best, at = v, i
		}
	}
	if at < 0 {
		// No word of a role: an organisation by its words, or the order.
		for i, q := range named {
			if q.cues.strictOrg > 0 || q.cues.org > 0 && q.cues.role == 0 {
				org = cutPlace(q.text)
				if t, o, ok := atSplit(q.text); ok {
					return t, o
				}
				for j, r := range named {
					if j != i && !(r.right && r.line == q.line && townLike(r.text)) {
						return r.text, org
					}
				}
				if t, o, ok := commaSplit(q); ok {
					return t, o
				}
				return "", org
			}
		}
		if t, o, ok := atSplit(named[0].text); ok {
			return t, o
		}
		if t, o, ok := commaSplit(named[0]); ok && len(named) == 1 {
			return t, o
		}
		if len(named) > 1 {
			return named[0].text, cutPlace(named[1].text)
		}
		return named[0].text, ""
	}
	q := named[at]
	if t, o, ok := atSplit(q.text); ok {
		return t, o
	}
	if q.cues.strictOrg > 0 && !strings.Contains(q.text, "(") {
		if t, o, ok := firmAfter(q.text); ok && cuesOf(foldWords(o)).strictOrg > 0 {
			return t, cutPlace(o)
		}
	}
	title, rest := roleAtoms(q.text)
	restCues := cuesOf(foldWords(rest))
	// The other parts: one with a word of organisations, else the nearest.
	other, score := -1, 0.0
	if q.cues.roleLast && q.nth == 0 && len(named) == len(ps) {
		score = -0.6 // "Women in Operations, student chapter" under "Treasurer"
	}
	for i, r := range named {
		if i == at || r.cues.roleLast && score < 0 || strings.Count(r.text, ",") >= 4 || len(foldWords(r.text)) < 2 && labelled(r.text+":") {
			continue
		}
		v := 1.0 + orgScore(r)
		if r.line > q.line {
			v -= 0.2 * float64(r.line-q.line)
		}
		if r.line != q.line && abs(r.line-q.line) > 1 {
			v -= 0.5
		}
		if r.bold {
			v += 0.25
		}
		if r.right {
			v -= 0.3
			if r.cues.org == 0 && townLike(r.text) {
				v -= 0.6
			}
		}
		if i < at {
			v += 0.15
		}
		if v > score {
			other, score = i, v
		}
	}
	if rest != "" && (restCues.role == 0 || restCues.strictOrg > 0) && !strings.Contains(rest, ":") {
		v := 1.0 + 1.5*float64(min(restCues.org, 2)) + 1.5*float64(min(restCues.strictOrg, 1))
		if other >= 0 && named[other].line < q.line || other >= 0 && named[other].line == q.line && orgScore(named[other]) >= 0 {
			v -= 0.6
		}
		if other < 0 || v > score {
			return title, cutPlace(rest)
		}
	}
	if other < 0 {
		if t, o, ok := firmBefore(q.text); ok {
			return t, o
		}
		for _, r := range ps {
			// "Acme, Smalltown, Germany" passes for a place.
			if r.place && r.nth == 0 && !r.right && r.label == "" && strings.Contains(r.text, ",") {
				return q.text, cutPlace(r.text)
			}
		}
		return q.text, ""
	}
	if rest != "" && !isPlace(rest) && !(townLike(rest) && !strings.Contains(rest, " ") && !subject(piece{text: rest})) {
		title = q.text
	}
	return title, cutPlace(named[other].text)
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

func tooLong(t string) bool { return utf8.RuneCountInString(t) > 120 || sentence(t) }

func roleScore(q piece) float64 {
	if q.cues.role == 0 {
		return 0
	}
	v := float64(min(q.cues.role, 2)) - 0.8*float64(q.cues.strictOrg)
	if q.cues.roleLast {
		v++
	}
	if strings.Contains(q.text, ",") {
		// A role among other things: "Research Assistant, University of Utopia".
		atoms := strings.Split(q.text, ",")
		if c := cuesOf(foldWords(atoms[0])); c.role > 0 && c.strictOrg == 0 {
			v += 0.8
		}
	}
	if q.line == 0 {
		v += 0.2
	}
	return max(v, 0.05)
}

func orgScore(q piece) float64 {
	v := 1.5*float64(min(q.cues.strictOrg, 1)) + 0.8*float64(min(q.cues.org, 2))
	v -= 1.2 * float64(min(q.cues.role, 2))
	if r, _ := utf8.DecodeRuneInString(q.text); unicode.IsLower(r) {
		v -= 0.5
	}
	if utf8.RuneCountInString(q.text) > 70 {
		v--
	}
	return v
}
