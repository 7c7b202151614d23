package outline

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cues counts the words of each sort in a part of a head.
type cues struct {
	role, org, strictOrg, degree, strongDegree int
	roleLast                                   bool // the last word is a role
}

func cuesOf(words []string) cues {
	var c cues
	known := cueWords()
	for i, w := range words {
		k := known[w]
		if k == 0 && len(w) >= 10 && roleEnding(w) {
			k = roleCue
		}
		if k&roleCue != 0 {
			c.role++
			c.roleLast = i == len(words)-1
		}
		if k&orgCue != 0 {
			c.org++
		}
		if k&strictOrgCue != 0 {
			c.strictOrg++
		}
		if k&degreeCue != 0 {
			c.degree++
		}
		if k&strongDegreeCue != 0 {
			c.strongDegree++
		}
		if len(w) > 2 || i+1 == len(words) {
			continue
		}
		switch next := words[i+1]; w {
		case "ph":
			if next == "d" {
				c.strongDegree++
			}
		case "b", "m", "d":
			switch next {
			case "s", "sc", "a", "tech", "eng", "e", "com", "phil", "ed", "des", "arch", "pharm", "stat", "math", "mus", "fa", "res", "cs":
				c.strongDegree++
			}
		}
	}
	return c
}

// roleEnding reports whether a long word is a role by its end, as those that
// German puts together are: "Entwicklungsingenieurin".
func roleEnding(w string) bool {
	for _, end := range [...]string{"ingenieur", "entwickler", "leiter", "berater", "arbeiter", "assistent", "manager", "forscher", "techniker", "student", "assistenz"} {
		if strings.HasSuffix(w, end) || strings.HasSuffix(strings.TrimSuffix(w, "in"), end) {
			return true
		}
	}
	return false
}

// piece is a part of an entry's head between separators.
type piece struct {
	text  string
	line  int  // of the head, from 0
	nth   int  // of the line, from 0
	right bool // after a wide gap
	bold  bool
	place bool
	label string // Title or Organisation where the page says so: "Company: Acme"
	cues  cues
}

// pieces cuts the head lines of a block into parts; dates, links and empty
// brackets are taken out.
func (p *parser) pieces(b block) ([]piece, Dates) {
	var out []piece
	var dates Dates
	best := -1
	for j := b.from; j < b.from+b.heads && j < b.from+6; j++ {
		l := p.o.Lines[p.lines[j]]
		text := l.Text
		limit := len(text)
		if l.Marker != "" || len(text) > 260 {
			limit = headLimit(text)
		}
		if len(text) > 130 {
			for _, d := range p.s.dates(p.lines[j]) {
				if d.Start != d.End && d.From > 3 && d.To < limit {
					limit = d.To
					break
				}
			}
		}
		cuts := append([]int(nil), l.Gaps...)
		if m := p.marks[p.lines[j]]; m.rest && len(m.title) < len(text) && strings.HasPrefix(text, m.title) {
			cuts = append(cuts, len(m.title))
			text = strings.Repeat(" ", len(m.title)) + text[len(m.title):]
			if i := len(m.title); i < len(text) && text[i] == ':' {
				text = text[:i] + " " + text[i+1:]
			}
		}
		spans, urls := p.s.dates(p.lines[j]), p.s.urls(p.lines[j])
		if text != l.Text {
			spans, urls = FindDates(text), urlsIn(text)
		}
		if d, ok := bestDate(spans); ok {
			rank := 1
			if !d.Weak {
				rank++
			}
			if d.Start != d.End {
				rank += 2
			}
			if rank > best {
				best, dates = rank, d.Dates
			}
		}
		if d, halves, ok := p.brokenDate(j); ok && best < 4 {
			best, dates = 4, d.Dates
			text = strings.Repeat(" ", halves[0]) + text[halves[0]:]
			spans = nil
		} else if j > b.from {
			if _, halves, ok := p.brokenDate(j - 1); ok {
				text = strings.Repeat(" ", halves[1]) + text[halves[1]:]
				spans = nil
			}
		}
		buf := []byte(text)
		for _, d := range spans {
			if d.Weak && d.From >= limit {
				continue
			}
			blank(buf, d.From, d.To)
			cuts = append(cuts, d.From)
		}
		for _, u := range urls {
			blank(buf, u.from, u.to)
			cuts = append(cuts, u.from)
		}
		sort.Ints(cuts)
		line := string(buf)
		from := 0
		nth := 0
		emit := func(to int, right bool) {
			if to > len(line) {
				to = len(line)
			}
			if from >= to {
				return
			}
			for _, t := range strongSplit(line[from:to]) {
				t = trimPiece(t)
				if t == "" || linkWord(t) || joiner(t) {
					continue
				}
				if i := legalEnd(t); i > 0 {
					out = append(out, piece{text: trimPiece(t[:i]) + strings.Repeat(".", strings.Count(t[i-1:i], ".")), line: j - b.from, nth: nth, right: right, bold: l.Bold, cues: cuesOf(foldWords(t[:i]))})
					t = trimPiece(t[i:])
					nth++
				}
				out = append(out, piece{text: t, line: j - b.from, nth: nth, right: right, bold: l.Bold, cues: cuesOf(foldWords(t))})
				nth++
			}
		}
		right := false
		for _, c := range cuts {
			if c <= from || c > limit || !utf8.RuneStart(byteAt(line, c)) {
				continue
			}
			emit(c, right)
			right = contains(l.Gaps, c)
			from = c
		}
		emit(limit, right)
	}
	out = labels(out)
	for i := range out {
		out[i].place = out[i].place || out[i].label == "" && isPlace(out[i].text)
	}
	return out, dates
}

// labels takes printed labels off the pieces after them.
func labels(in []piece) []piece {
	var out []piece
	for i := 0; i < len(in); i++ {
		q := in[i]
		name, rest := q.text, ""
		if k := strings.IndexByte(q.text, ':'); k > 0 {
			name, rest = q.text[:k], trimPiece(q.text[k+1:])
		}
		kind := labelOf(name)
		if kind == "" {
			out = append(out, q)
			continue
		}
		if rest == "" {
			if i+1 >= len(in) || in[i+1].line != q.line {
				if strings.Contains(q.text, ":") || kind == "skip" {
					continue
				}
				out = append(out, q)
				continue
			}
			i++
			q = in[i]
			rest = q.text
		}
		q.text, q.cues = rest, cuesOf(foldWords(rest))
		if kind == "skip" {
			q.place = true
		} else {
			q.label = kind
		}
		out = append(out, q)
	}
	return out
}

// labelOf returns what a printed label announces: "Title", "Organisation" or
// "skip"; "" where it is none.
func labelOf(t string) string {
	switch strings.Join(foldWords(t), " ") {
	case "company", "company name", "organization", "organisation", "employer", "name of company", "name of the company", "organization name", "organisation name", "firma", "entreprise", "empresa", "azienda":
		return "Organisation"
	case "job title", "title", "designation", "role", "position", "post", "position held", "job position", "job role", "funktion", "poste", "cargo", "puesto", "ruolo":
		return "Title"
	case "location", "place", "duration", "period", "dates", "date", "client", "team size", "zeitraum", "ort":
		return "skip"
	}
	return ""
}

func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return ' '
}

func contains(list []int, x int) bool {
	for _, v := range list {
		if v == x {
			return true
		}
	}
	return false
}

// headLimit is where the head of a bullet or paragraph ends that is an entry
// by itself: at a colon or the end of its first sentence.
func headLimit(t string) int {
	for i, r := range t {
		if i > 200 {
			return i
		}
		next := byteAt(t, i+utf8.RuneLen(r))
		if (r == ':' || r == '.' || r == ';') && next == ' ' && i > 12 && !abbreviation(t[:i]) {
			return i
		}
	}
	return len(t)
}

// abbreviation reports whether a full stop after t is no end of a sentence.
func abbreviation(t string) bool {
	i := strings.LastIndexAny(t, " .(")
	w := fold(t[i+1:])
	if utf8.RuneCountInString(w) <= 2 {
		return true
	}
	switch w {
	case "inc", "ltd", "pvt", "corp", "dept", "univ", "prof", "vol", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "tech", "sci", "eng", "int", "conf", "proc", "etc", "ing":
		return true
	}
	return false
}

func blank(b []byte, from, to int) {
	for i := from; i < to && i < len(b); i++ {
		b[i] = ' '
	}
}

var strongCuts = strings.NewReplacer(" — ", "\x01", " – ", "\x01", " - ", "\x01", " · ", "\x01", " • ", "\x01", " ∙ ", "\x01", " ⋅ ", "\x01", " ▪ ", "\x01", " // ", "\x01", " / ", "\x01",
	" ; ", "\x01", " -- ", "\x01", " ~ ", "\x01", " » ", "\x01", "; ", "\x01", "|", "\x01", "\t", "\x01", "—", "\x01")

// strongSplit cuts at separators that never stand within a name.
func strongSplit(s string) []string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		switch c := s[i]; c {
		case '-', '/', ';', '~', '|', '\t', '\x01':
			plain = false
		default:
			plain = c < 0x80
		}
	}
	if plain {
		return []string{s}
	}
	return strings.Split(strongCuts.Replace(s), "\x01")
}

// trimPiece takes off what is left of separators and empty brackets.
func trimPiece(s string) string {
	if strings.ContainsAny(s, ")]") {
		for _, e := range []string{"()", "( )", "[]", "[ ]", "(,)", "( , )"} {
			s = strings.ReplaceAll(s, e, " ")
		}
	}
	s = oneSpaced(s)
	if n := len(s); n > 0 && (s[n-1] == ']' || s[n-1] == ')') {
		if i := strings.LastIndexAny(s, "[("); i > 2 && n-i < 16 && linkWord(s[i+1:n-1]) {
			s = strings.TrimRight(s[:i], " ") // "Tide clock [code]"
		}
	}
	s = strings.Trim(s, " ,;:|–—-·•∙⋅\"“”*†‡§")
	s = strings.TrimLeft(s, ". ")
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && strings.Count(s, "(") == 1 {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	if strings.Count(s, "(") > strings.Count(s, ")") && (strings.HasSuffix(s, "(") || strings.HasPrefix(s, "(")) {
		s = strings.TrimSpace(strings.Trim(s, "("))
	}
	if strings.Count(s, ")") > strings.Count(s, "(") {
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, ")"), ")"))
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return s
		}
	}
	return ""
}

// legalEnd returns the end of a firm's legal form where a role follows with
// nothing between: "Acme Co., Ltd. Software Engineer"; 0 where none does.
func legalEnd(t string) int {
	f := strings.Fields(t)
	at := 0
	for i, w := range f {
		at += strings.Index(t[at:], w) + len(w)
		switch strings.Trim(fold(w), ".,") {
		case "ltd", "inc", "gmbh", "llc", "limited", "corp", "corporation", "plc":
			if i > 0 && i+1 < len(f) && !strings.HasSuffix(w, ",") && cuesOf(foldWords(t[:at])).role == 0 && cuesOf(foldWords(t[at:])).role > 0 {
				return at
			}
		}
	}
	return 0
}

// joiner reports whether a piece is only what stood between two others.
func joiner(t string) bool {
	switch fold(t) {
	case "and", "to", "from", "since", "until", "in", "at", "for", "with", "of", "by", "und", "von", "et", "de", "y", "e", "expected", "date", "dates", "duration", "period", "year", "the", "a", "on":
		return true
	}
	return false
}

// linkWord reports whether a piece is only the text of a link.
func linkWord(t string) bool {
	switch strings.Trim(fold(t), "[](){} .:↗") {
	case "link", "github", "git", "code", "demo", "live", "live demo", "pdf", "paper", "project", "website", "repo", "source", "source code", "video", "doi", "arxiv", "github link", "project link", "live link", "github repo", "repository", "page", "homepage", "slides", "poster", "view", "certificate":
		return true
	}
	return false
}

// isPlace reports whether a piece is a place: "Jaipur, India", "Austin, TX",
// "Remote".
func isPlace(t string) bool {
	t = strings.Trim(t, " ().")
	if placeWords(fold(t)) {
		return true
	}
	parts := strings.Split(t, ",")
	if len(parts) > 4 || len(t) > 60 {
		return false
	}
	for _, p := range parts {
		w := strings.TrimSpace(p)
		if c := cuesOf(foldWords(w)); c.org > 0 && !placeWords(fold(w)) && !stateCodes(w) || c.role > 0 || wordCount(w) > 3 {
			return false
		}
	}
	if len(parts) == 1 {
		// "Berlin (remote)", "Austin TX"
		f := strings.Fields(t)
		if len(f) >= 2 && len(f) <= 3 {
			l := strings.Trim(f[len(f)-1], "()")
			return stateCodes(l) && placeWords(fold(strings.Join(f[:len(f)-1], " "))) || fold(l) == "remote" || placeWords(fold(f[0])) && placeWords(fold(l))
		}
		return false
	}
	end := strings.TrimSpace(parts[len(parts)-1])
	if f := strings.Fields(end); len(f) > 1 && fold(strings.Trim(f[len(f)-1], "()")) == "remote" {
		end = strings.Join(f[:len(f)-1], " ")
	}
	low := fold(strings.Trim(end, "()."))
	if !stateCodes(end) && !placeWords(low) {
		return false
	}
	// "Acme, Berlin" and "Acme, New York, USA" name more than a place: what
	// stands before a town is none, or a known one.
	first := fold(strings.TrimSpace(parts[0]))
	if placeWords(first) {
		return true
	}
	if len(parts) == 2 {
		return stateCodes(end) || wideWords(low)
	}
	second := fold(strings.TrimSpace(parts[1]))
	return !placeWords(second) || wideWords(second)
}
