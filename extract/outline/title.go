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
		for _, u := range lineLinks(p.o.Lines[p.lines[j]].Line, true) {
			if k := linkKey(u); !seen[k] {
				seen[k] = true
				e.Links = append(e.Links, u)
			}
		}
	}
	if p.kind == Publications {
		var text []string
		for j := b.from; j < b.to && j < b.from+6; j++ {
			text = append(text, p.o.Lines[p.lines[j]].Text)
		}
		e.Title = p.paperTitle(b, text)
		if d, ok := lastDate(FindDates(strings.Join(text, " "))); ok {
			e.Dates = d.Dates
		}
		return e
	}
	pieces, dates := p.pieces(b)
	e.Dates = dates
	if dates.Text == "" && b.heads > 0 && b.from+b.heads < b.to && p.kind != Awards {
		// The dates on a line of their own below the head, in a bullet's place.
		l := p.o.Lines[p.lines[b.from+b.heads]]
		if d, ok := bestDate(FindDates(l.Text)); ok && (len(l.Text) < 60 && edgeDate(l.Layout()) || d.Start != d.End && !p.bullet(b.from+b.heads) && d.From < 160) {
			e.Dates = d.Dates
		}
	}
	switch p.kind {
	case Projects, Awards:
		e.Title, e.Organisation = projectNames(pieces)
	case Education:
		e.Title, e.Organisation = degreeNames(pieces)
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

// order learns from the heads that have the word of a role whether the
// organisation stands before it in the section.
func (p *parser) order(blocks []block) {
	if p.kind == Projects || p.kind == Awards || p.kind == Education || p.kind == Publications {
		return
	}
	before, after := 0, 0
	for i, b := range blocks {
		if i >= 64 {
			break
		}
		pieces, _ := p.pieces(b)
		title, org := roleNames(pieces)
		if !hasRole(pieces) || title == "" || org == "" {
			continue
		}
		for _, q := range pieces {
			if strings.Contains(q.text, org) && !strings.Contains(q.text, title) {
				before++
				break
			}
			if strings.Contains(q.text, title) {
				after++
				break
			}
		}
	}
	p.orgFirst = before > after
}

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
					if j != i {
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
	for i, r := range named {
		if i == at || strings.Count(r.text, ",") >= 4 || len(foldWords(r.text)) < 2 && labelled(r.text+":") {
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
	if rest != "" && !isPlace(rest) {
		title = q.text
	}
	return title, cutPlace(named[other].text)
}

// roleQualifiers stand before the word of a role and belong to it.
var roleQualifiers = set("senior", "junior", "sr", "jr", "staff", "principal", "lead", "chief", "research", "software", "hardware", "firmware", "data", "machine", "learning", "deep", "ai", "ml", "nlp", "cv",
	"computer", "vision", "full", "stack", "web", "mobile", "ios", "android", "front", "back", "end", "frontend", "backend", "system", "systems", "embedded", "product", "project", "program", "business", "marketing",
	"quality", "graduate", "undergraduate", "summer", "winter", "student", "technical", "teaching", "cloud", "security", "network", "science", "applied", "visiting", "part", "time", "electrical", "mechanical", "civil",
	"process", "control", "test", "design", "development", "production", "maintenance", "site", "sales", "support", "algorithm", "algorithms", "application", "applications", "robotics", "autonomous", "perception", "and", "of", "in", "for",
	"co", "op", "industrial", "engineering", "it", "operations", "ops", "game", "python", "java", "net", "blockchain", "infrastructure", "platform", "database", "digital", "financial", "quantitative", "remote", "assistant", "associate", "general",
	"executive", "managing", "director", "head", "vice", "deputy", "the", "a", "r", "d", "ui", "ux", "virtual", "scientific", "clinical", "laboratory", "lab", "teacher", "junior", "mid", "level", "ii", "iii", "i", "doctoral", "phd", "postdoctoral", "generative", "reinforcement", "natural", "language", "processing")

// firmBefore cuts "Acme Research Intern" before the words of the role.
func firmBefore(t string) (title, org string, ok bool) {
	tail := ""
	if i := strings.IndexByte(t, '('); i > 3 && strings.HasSuffix(t, ")") {
		t, tail = strings.TrimSpace(t[:i]), " "+t[i:]
	}
	f := strings.Fields(t)
	if len(f) < 2 || len(f) > 8 || strings.ContainsAny(t, ",:()") {
		return "", "", false
	}
	i := len(f)
	for i > 0 {
		w := foldWords(f[i-1])
		known := len(w) > 0
		for _, x := range w {
			known = known && (roleWords[x] || roleQualifiers[x])
		}
		if !known {
			break
		}
		i--
	}
	if i == 0 || i == len(f) || !cuesOf(foldWords(f[len(f)-1])).roleLast {
		return "", "", false
	}
	org = trimPiece(strings.Join(f[:i], " "))
	r, _ := utf8.DecodeRuneInString(org)
	if org == "" || unicode.IsLower(r) {
		return "", "", false
	}
	return strings.Join(f[i:], " ") + tail, org, true
}

// firmAfter cuts "Research Intern Acme Inc" after the words of the role.
func firmAfter(t string) (title, org string, ok bool) {
	t, rest, _ := strings.Cut(t, ",")
	f := strings.Fields(t)
	if len(f) < 3 || len(f) > 12 {
		return "", "", false
	}
	end := 0
	for i, w := range f {
		ws := foldWords(w)
		known := len(ws) > 0 && !strings.ContainsAny(w, ",:(")
		role := false
		for _, x := range ws {
			known = known && (roleWords[x] || roleQualifiers[x])
			role = role || roleWords[x]
		}
		if !known {
			break
		}
		if role {
			end = i + 1
		}
	}
	if end == 0 || end == len(f) {
		return "", "", false
	}
	org = trimPiece(strings.Join(f[end:], " "))
	r, _ := utf8.DecodeRuneInString(org)
	w := foldWords(f[end])
	if org == "" || !unicode.IsUpper(r) || len(w) == 0 || roleQualifiers[w[0]] {
		return "", "", false
	}
	if rest != "" {
		org += "," + rest
	}
	return strings.Join(f[:end], " "), org, true
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

// atSplit cuts "Intern at Acme" into role and organisation.
func atSplit(t string) (title, org string, ok bool) {
	low := fold(t)
	if len(low) != len(t) {
		low = strings.ToLower(t)
		if len(low) != len(t) {
			return "", "", false
		}
	}
	for _, w := range []string{" at the ", " at ", " @ ", " @", " bei der ", " beim ", " bei ", " chez ", " presso ", " with "} {
		i := strings.Index(low, w)
		if i < 2 {
			continue
		}
		title, org = trimPiece(t[:i]), trimPiece(t[i+len(w):])
		r, _ := utf8.DecodeRuneInString(org)
		if title == "" || org == "" || unicode.IsLower(r) && w != " @" && w != " @ " {
			continue
		}
		if w == " with " && cuesOf(foldWords(title)).role == 0 {
			continue
		}
		return title, cutPlace(org), true
	}
	return "", "", false
}

// commaSplit cuts a part without a word of a role at its first comma.
func commaSplit(q piece) (title, org string, ok bool) {
	i := strings.Index(q.text, ",")
	if i < 2 {
		return "", "", false
	}
	a, b := trimPiece(q.text[:i]), cutPlace(trimPiece(q.text[i+1:]))
	if a == "" || b == "" || isPlace(b) {
		return "", "", false
	}
	ca, cb := cuesOf(foldWords(a)), cuesOf(foldWords(b))
	if ca.strictOrg > 0 && cb.strictOrg == 0 {
		return "", "", false
	}
	return a, b, true
}

// roleAtoms cuts a part at commas and brackets into the role and the rest:
// "Software Engineer, Acme Inc." or "Acme Inc., Software Engineer".
func roleAtoms(t string) (role, rest string) {
	atoms := strings.Split(t, ",")
	if len(atoms) == 1 {
		// "Acme (Software Engineer)", "Software Engineer (Acme Inc.)"
		if i := strings.IndexByte(t, '('); i > 1 && strings.HasSuffix(t, ")") {
			in, out := trimPiece(t[i+1:len(t)-1]), trimPiece(t[:i])
			ci, co := cuesOf(foldWords(in)), cuesOf(foldWords(out))
			switch {
			case co.role > 0 && ci.org > 0 && ci.role == 0:
				return out, in
			case ci.role > 0 && co.role == 0 && !strings.Contains(fold(in), "intern") || ci.role > 0 && co.org > 0 && co.role == 0:
				return in, out
			}
		}
		if i := strings.IndexByte(t, ':'); i > 1 {
			a, b := trimPiece(t[:i]), trimPiece(t[i+1:])
			ca, cb := cuesOf(foldWords(a)), cuesOf(foldWords(b))
			if ca.role > 0 && cb.role == 0 && b != "" && cb.org > 0 {
				return a, b
			}
			if cb.role > 0 && ca.role == 0 && a != "" {
				return b, a
			}
		}
		return t, ""
	}
	first := -1
	for i, a := range atoms {
		if c := cuesOf(foldWords(a)); c.role > 0 && c.strictOrg == 0 {
			first = i
			break
		}
	}
	switch {
	case first < 0:
		for i, a := range atoms {
			if cuesOf(foldWords(a)).role > 0 {
				first = i
				break
			}
		}
		if first != 0 {
			return t, ""
		}
	case first > 0:
		return trimPiece(strings.Join(atoms[first:], ",")), trimPiece(strings.Join(atoms[:first], ","))
	}
	last := 0
	for i := 1; i < len(atoms); i++ {
		c := cuesOf(foldWords(atoms[i]))
		r, _ := utf8.DecodeRuneInString(strings.TrimSpace(atoms[i]))
		if c.role > 0 && c.strictOrg == 0 && c.org == 0 || unicode.IsLower(r) && c.strictOrg == 0 && i+1 < len(atoms) {
			last = i
			continue
		}
		break
	}
	return trimPiece(strings.Join(atoms[:last+1], ",")), trimPiece(strings.Join(atoms[last+1:], ","))
}

// cutPlace takes the place off the end of an organisation: "Acme Inc.,
// Berlin, Germany". The town of a university stays, as it is a part of
// names.
func cutPlace(t string) string {
	t = trimPiece(t)
	if i := strings.LastIndexByte(t, '('); i > 1 && strings.HasSuffix(t, ")") && isPlace(t[i+1:len(t)-1]) {
		t = trimPiece(t[:i])
	}
	atoms := strings.Split(t, ",")
	for n := len(atoms); n > 1 && n <= 8; n-- {
		end := strings.Join(atoms[n-1:], ",")
		if !isPlace(trimPiece(end)) {
			if n >= len(atoms) {
				break
			}
			// "Palaiseau, France": the town before a place.
			town := strings.TrimSpace(atoms[n-1])
			if n > 1 && len(strings.Fields(town)) <= 3 && cuesOf(foldWords(town)).org == 0 && cuesOf(foldWords(town)).role == 0 {
				return trimPiece(strings.Join(atoms[:n-1], ","))
			}
			return trimPiece(strings.Join(atoms[:n], ","))
		}
		if n == 2 {
			if len(atoms) == 2 && strings.HasPrefix(fold(t), "university of") {
				return t // "University of California, Berkeley"
			}
			return trimPiece(atoms[0])
		}
	}
	return t
}

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

// inherit gives roles that stand below one organisation its name, and reads
// heads without a word of a role in the order that the others have.
func (p *parser) inherit(blocks []block, start int) {
	if p.kind != Experience && p.kind != Research && p.kind != Teaching && p.kind != Service && p.kind != Other {
		return
	}
	es := p.o.Entries
	for i := 1; i < len(blocks); i++ {
		e, prev := &es[start+i], &es[start+i-1]
		if prev.Organisation == "" || blocks[i].heads == 0 {
			continue
		}
		pieces, _ := p.pieces(blocks[i])
		if !hasRole(pieces) && !hasOrg(pieces) && e.Dates.Text == "" && prev.Dates.Text != "" && len(pieces) > 0 {
			// A project under a job.
			e.Title, _ = projectNames(pieces)
			e.Organisation, e.Dates = prev.Organisation, prev.Dates
			continue
		}
		if e.Organisation != "" || e.Title == "" || !hasRole(pieces) {
			continue
		}
		if !p.rolesAlike(blocks[i-1], blocks[i], prev) {
			e.Organisation = prev.Organisation
		}
	}
}

func hasOrg(ps []piece) bool {
	for _, q := range ps {
		if q.cues.org > 0 {
			return true
		}
	}
	return false
}

// rolesAlike reports whether the head of a block begins as the one before it
// did, with the line that names the organisation, so that it names its own.
func (p *parser) rolesAlike(before, b block, prev *Entry) bool {
	first := p.s.looks[p.lines[b.from]]
	for j := before.from; j < before.from+before.heads; j++ {
		k := p.lines[j]
		t := p.o.Lines[k].Text
		if !strings.Contains(t, prev.Organisation) {
			continue
		}
		return p.s.looks[k].near(first) && (strings.Contains(t, prev.Title) || j == before.from && before.heads > 1 && b.heads > 1)
	}
	return false
}
