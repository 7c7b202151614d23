package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// roleQualifiers stand before the word of a role and belong to it.
var roleQualifiers = set(`
	senior junior sr jr staff principal lead chief research software hardware firmware data machine learning deep ai ml
	nlp cv computer vision full stack web mobile ios android front back end frontend backend system systems embedded
	product project program business marketing quality graduate undergraduate summer winter student technical teaching
	cloud security network science applied visiting part time electrical mechanical civil process control test design
	development production maintenance site sales support algorithm algorithms application applications robotics
	autonomous perception and of in for co op industrial engineering it operations ops game python java net blockchain
	infrastructure platform database digital financial quantitative remote assistant associate general executive managing
	director head vice deputy the a r d ui ux virtual scientific clinical laboratory lab teacher mid level ii iii i
	doctoral phd postdoctoral generative reinforcement natural language processing`)

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
			known = known && (isRole(x) || roleQualifiers(x))
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
			known = known && (isRole(x) || roleQualifiers(x))
			role = role || isRole(x)
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
	if org == "" || !unicode.IsUpper(r) || len(w) == 0 || roleQualifiers(w[0]) {
		return "", "", false
	}
	if rest != "" {
		org += "," + rest
	}
	return strings.Join(f[:end], " "), org, true
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
	if low := fold(t); len(low) == len(t) {
		for _, by := range [...]string{"issued by ", "awarded by ", "published by ", "offered by ", "hosted by ", "employer: ", "company: "} {
			if strings.HasPrefix(low, by) {
				t = t[len(by):]
				break
			}
		}
	}
	if i := strings.LastIndexByte(t, '('); i > 1 && strings.HasSuffix(t, ")") && isPlace(t[i+1:len(t)-1]) {
		t = trimPiece(t[:i])
	}
	atoms := strings.Split(t, ",")
	for n := len(atoms); n > 1 && n <= 8; n-- {
		end := strings.Join(atoms[n-1:], ",")
		if !isPlace(trimPiece(end)) {
			if n >= len(atoms) {
				if townLike(trimPiece(end)) && !stateUniversity(atoms[n-2]) {
					return trimPiece(strings.Join(atoms[:n-1], ","))
				}
				break
			}
			// "Palaiseau, France": the town before a place.
			town := strings.TrimSpace(atoms[n-1])
			if n > 1 && wordCount(town) <= 3 && cuesOf(foldWords(town)).org == 0 && cuesOf(foldWords(town)).role == 0 {
				return trimPiece(strings.Join(atoms[:n-1], ","))
			}
			return trimPiece(strings.Join(atoms[:n], ","))
		}
		if n == 2 {
			if len(atoms) == 2 && stateUniversity(t[:len(atoms[0])]) {
				return t // "University of California, Berkeley"
			}
			return trimPiece(atoms[0])
		}
	}
	return t
}

// stateUniversity reports whether an organisation is the university of a
// state, which has its town in its name: "University of California, Berkeley".
func stateUniversity(t string) bool {
	s, ok := strings.CutPrefix(fold(strings.TrimSpace(t)), "university of ")
	return ok && wideWords(s)
}

// townLike reports whether what stands after the last comma of an
// organisation could be a town that no list has: one to three words with
// capitals, none of which says what people or their departments do. A postal
// code may stand before it.
func townLike(t string) bool {
	f := strings.Fields(t)
	if len(f) > 1 && hasDigit(f[0]) && strings.Trim(f[0], "0123456789-ABCDEFGHILNPST") == "" {
		f = f[1:] // "8001 Zürich", "D-50667 Köln"
	}
	capital := 0
	for _, w := range f {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			capital++
		}
	}
	if len(f) == 0 || capital > 3 || len(f) > 5 {
		return false
	}
	for i, w := range f {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && (i == 0 || len(w) > 5) {
			return false
		}
		for _, r := range w {
			if !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' && r != '.' {
				return false
			}
		}
		if len(w) < 3 && i == 0 || len(w) <= 5 && upper(w) {
			return false
		}
	}
	for _, w := range foldWords(strings.Join(f, " ")) {
		if _, noun := headNouns()[w]; noun || cueWords()[w] != 0 && len(w) > 2 || roleQualifiers(w) && len(w) > 3 || headFillers(w) && len(w) > 3 || unitWords(w) {
			return false
		}
	}
	return true
}

// unitWords stand for parts of an organisation.
var unitWords = set(`
	division unit team branch campus section chair physics chemistry biology mathematics statistics economics law medicine
	robotics vision imaging graphics informatics electronics mechanics sciences humanities arts finance marketing sales
	search ads cloud mobile payments platform core growth trust safety hardware firmware silicon maps speech translate
	analytics operations logistics supply quality production manufacturing healthcare retail banking insurance`)
