package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract/layout"
)

// papers cuts a section of publications into one block a publication.
func (p *parser) papers() []block {
	marked, over, under := 0, 0, 0
	listed := false
	for j := range p.lines {
		if p.paperMarker(j) {
			marked++
			if j > 0 && !p.paperMarker(j-1) {
				if k := p.lines[j-1]; p.s.runes(k) >= 25 && (len(p.s.dates(k)) > 0 || p.s.looks[k].bold && !p.s.body.bold) {
					over++
				} else {
					under++
				}
			}
		}
	}
	if over >= 2 && under == 0 && !p.paperMarker(0) {
		listed, marked = true, 0 // the lists stand under the papers
	}
	var out []block
	for j := range p.lines {
		begin := false
		switch {
		case j == 0:
			begin = true
		case p.flushed(j):
			begin = true
		case marked >= 2:
			begin = p.paperMarker(j)
		case listed && p.paperMarker(j):
		case listed && p.paperMarker(j-1):
			begin = true
		default:
			begin = p.paperBegins(out[len(out)-1].from, j)
		}
		if begin {
			out = append(out, block{from: j, heads: 1, to: j + 1})
			continue
		}
		out[len(out)-1].to = j + 1
	}
	return out
}

// paperMarker reports whether a line is numbered or has a bullet at the
// level of entries.
func (p *parser) paperMarker(j int) bool {
	l := p.o.Lines[p.lines[j]]
	if l.Kind == layout.Bullet || l.Marker != "" {
		for k := j - 1; k >= 0; k-- {
			m := p.o.Lines[p.lines[k]]
			if m.Kind == layout.Bullet || m.Marker != "" {
				if m.Column == l.Column && m.Page == l.Page && l.Indent > m.Indent+6 && m.Marker != l.Marker {
					return false // a bullet below a publication
				}
				break
			}
		}
		return true
	}
	t := l.Text
	return len(t) > 3 && t[0] == '[' && strings.IndexByte(t[:min(8, len(t))], ']') > 1
}

// paperBegins reports whether line j begins a publication, where the one
// before it began at line first and nothing is numbered.
func (p *parser) paperBegins(first, j int) bool {
	l, f := p.o.Lines[p.lines[j]], p.o.Lines[p.lines[first]]
	k, kf := p.s.looks[p.lines[j]], p.s.looks[p.lines[first]]
	if opened(p.o.Lines[p.lines[j-1]].Text) {
		return false
	}
	dated := false
	n := 0
	for i := first; i < j; i++ {
		t := p.o.Lines[p.lines[i]].Text
		n += len(t)
		low := fold(t)
		if len(p.s.dates(p.lines[i])) > 0 || strings.Contains(low, "arxiv") || strings.Contains(low, "doi") || strings.Contains(low, "submi") || strings.Contains(low, "review") {
			dated = true
		}
	}
	if k.bold && !kf.bold && len(l.Text) > 15 && dated {
		return true
	}
	if kf.bold && !p.s.body.bold && !k.bold {
		return false
	}
	if kf.bold && !p.s.body.bold && k.bold {
		return true
	}
	if l.Kind == layout.Bullet || l.Indent > f.Indent+6 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(l.Text)
	if unicode.IsLower(r) {
		return false
	}
	if dated {
		return len(l.Text) > 40 || l.Lead > p.s.lead*1.2
	}
	return n > 80 && len(l.Text) > 80
}

// opened reports whether a quotation mark is left open in a line.
func opened(t string) bool {
	i := strings.LastIndex(t, "“")
	return i >= 0 && !strings.ContainsAny(t[i+len("“"):], "”\"")
}

// paperTitle finds the title in the lines of a publication: what stands in
// quotation marks, a bold first line, or the first part that is no list of
// authors.
func (p *parser) paperTitle(b block, text []string) string {
	if d := FindDates(text[0]); len(d) > 0 && d[0].From == 0 && d[0].To+1 < len(text[0]) {
		text = append([]string(nil), text...)
		text[0] = strings.TrimLeft(text[0][d[0].To:], " :–—-") // the year in the margin
	}
	all := strings.Join(text, " ")
	for _, q := range [][2]string{{"“", "”"}, {"\"", "\""}, {"„", "“"}, {"«", "»"}, {"”", "”"}, {"``", "''"}, {"‘", "’"}} {
		i := strings.Index(all, q[0])
		if i < 0 {
			continue
		}
		rest := all[i+len(q[0]):]
		k := strings.Index(rest, q[1])
		if k < 12 || q[0] == "‘" && (i > 0 && all[i-1] != ' ' || k < 20) {
			continue
		}
		if t := trimTitle(rest[:k]); wordCount(t) >= 2 {
			return t
		}
	}
	if p.s.looks[p.lines[b.from]].bold && !p.s.body.bold && len(text) > 1 && !authors(text[0]) {
		return trimTitle(text[0])
	}
	if len(text) > 1 && !authors(text[0]) && len(text[0]) < 220 && authors(text[1]) {
		return trimTitle(text[0])
	}
	if i := authorsFrom(text[0]); i > 0 {
		return trimTitle(text[0][:i])
	}
	best := ""
	for n, s := range citationParts(all) {
		s = trimTitle(s)
		if n > 3 || wordCount(s) < 3 || authors(s) || venue(s) {
			continue
		}
		best = s
		break
	}
	if best == "" && !authors(text[0]) {
		best = trimTitle(text[0])
	}
	if len(best) > 300 {
		return ""
	}
	return best
}

// authorsFrom returns the comma after a title that the authors follow: "Small
// tides, M. Solano and P. Quist"; 0 where there is none.
func authorsFrom(t string) int {
	for i := 0; i < len(t); i++ {
		if t[i] == ',' && i > 12 && !authors(t[:i]) {
			if n := wordCount(t[:i]); n < 4 || names(t[:i]) >= n-1 || t[0] == '[' {
				return 0
			}
			if rest := t[i+1:]; authors(rest) && strings.Contains(rest, ". ") && !strings.Contains(t[:i], ". ") {
				return i
			}
			return 0
		}
	}
	return 0
}

func trimTitle(s string) string {
	if i := strings.LastIndex(s, ","); i > 12 && venue(strings.TrimSpace(s[i+1:])) && wordCount(s[:i]) >= 3 {
		s = s[:i] // "Small tides, Journal of Invented Waters"
	}
	return strings.Trim(strings.Join(strings.Fields(s), " "), " ,.;:|–—-\"“”")
}

// citationParts cuts a citation at full stops that are no abbreviations, at
// years in brackets and at separators.
func citationParts(s string) []string {
	for _, d := range FindDates(s) {
		if d.From > 0 && s[d.From-1] == '(' && d.To < len(s) && s[d.To] == ')' {
			s = s[:d.From-1] + strings.Repeat("\x01", d.To-d.From+2) + s[d.To+1:]
		}
	}
	var out []string
	from := 0
	for i := 0; i < len(s) && len(out) < 12; i++ {
		c := s[i]
		cut := c == '\x01' || c == '|' ||
			(c == '.' || c == '?') && byteAt(s, i+1) == ' ' && !abbreviation(s[from:i]) ||
			c == ':' && byteAt(s, i+1) == ' ' && i-from < 160 && authors(s[from:i])
		if cut {
			out = append(out, s[from:i])
			from = i + 1
		}
	}
	return append(out, s[from:])
}

// authors reports whether s reads as a list of authors: names between commas.
func authors(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == '&' })
	if len(parts) < 2 {
		w := foldWords(s)
		for _, x := range w {
			if x == "and" && len(w) <= 8 {
				return names(strings.Replace(s, " and ", " ", 1)) >= 2
			}
		}
		return strings.Contains(s, "et al")
	}
	name := 0
	for _, p := range parts {
		p = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(p), "and "))
		if n := wordCount(p); n >= 1 && n <= 5 && names(p) == n {
			name++
		}
	}
	return name*10 >= len(parts)*6
}

// names counts the words of s that could be names or initials.
func names(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "*†"))
		if unicode.IsUpper(r) || w == "de" || w == "van" || w == "von" || w == "der" || w == "al." || w == "et" || w == "and" || w == "del" || w == "la" {
			n++
		}
	}
	return n
}

// venue reports whether s names where a paper appeared, not the paper.
func venue(s string) bool {
	low := fold(s)
	for _, v := range []string{"proceedings", "in proc", "arxiv", "doi", "journal of", "letters in", "annals of", "advances in", "transactions on", "transactions of", "conference on", "submitted", "under review", "accepted", "workshop on", "http"} {
		if strings.HasPrefix(low, v) || strings.HasPrefix(low, "in "+v) || strings.HasPrefix(low, "ieee") {
			return true
		}
	}
	return false
}
