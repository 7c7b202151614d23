package outline

import (
	"regexp"
	"strings"
	"sync"

	"pique/extract/glyph"
	"pique/extract/layout"
)

// url is a web address in a text.
type url struct {
	from, to int    // bytes of the text, [from, to)
	uri      string // with a scheme
	bare     bool   // a host's name alone, which can also be a product: "socket.io"
}

var (
	doiRef = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:doi\s?:\s?|doi\s)?(10\.\d{4,9}/[^\s<>"“”|{}]+)`)
	})
	arxivRef = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\barxiv\s?(?:preprint\s?)?(?:arxiv\s?)?[:\s]\s?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?)`)
	})
)

// hostEnds are the top-level domains with which a bare host is taken for an
// address.
var hostEnds = set(`
	com org net io dev me ai edu app co de fr es it uk ch at eu tech xyz info page site in us ca nl be se no dk fi pl pt
	br cn jp kr au nz sg hk cc gg ly link blog website online space works engineer science academy cloud codes design pro
	cz gr il ru tr gov name id fyi so sh bio`)

// urlsIn returns the web addresses printed in t, in order, each without the
// punctuation after it.
func urlsIn(t string) []url {
	if !addressLike(t) {
		return nil
	}
	var out []url
	add := func(from, to int, uri string, bare bool) {
		for _, u := range out {
			if from < u.to && to > u.from {
				return
			}
		}
		if len(out) < 64 {
			out = append(out, url{from, to, uri, bare})
		}
	}
	for from := 0; ; {
		i := strings.Index(t[from:], "://")
		if i < 0 {
			break
		}
		i += from
		from = i + 3
		start := i - 4
		if !begins(t, start, "http") {
			if start--; !begins(t, start, "https") {
				continue
			}
		}
		end := addressEnd(t, i+3)
		if end == i+3 {
			continue
		}
		from = end
		if to := trimURL(t, start, end); to-start > 10 {
			add(start, to, t[start:to], false)
		}
	}
	for i := 0; i+8 <= len(t); i++ {
		if t[i]|0x20 != 'w' || !begins(t, i, "www.") {
			continue
		}
		j := i + 4
		for j < len(t) && (wordByte(t[j]) && t[j] != '_' || t[j] == '-') {
			j++
		}
		if j == i+4 || j >= len(t) || t[j] != '.' {
			continue
		}
		if end := addressEnd(t, j+1); end > j+1 {
			to := trimURL(t, i, end)
			add(i, to, "https://"+t[i:to], false)
			i = end
		}
	}
	if holds(t, "arxiv") {
		for _, m := range arxivRef().FindAllStringSubmatchIndex(t, 64) {
			add(m[0], m[3], "https://arxiv.org/abs/"+t[m[2]:m[3]], false)
		}
	}
	if strings.Contains(t, "10.") {
		for _, m := range doiRef().FindAllStringSubmatchIndex(t, 64) {
			to := trimURL(t, m[2], m[3])
			add(m[0], to, "https://doi.org/"+t[m[2]:to], false)
		}
	}
	for i, n := 0, 0; i < len(t) && n < 64; i++ {
		if !wordByte(t[i]) || t[i] == '_' || i > 0 && wordByte(t[i-1]) {
			continue
		}
		end := hostAt(t, i)
		if end == 0 {
			continue
		}
		from := i
		i = end - 1
		n++
		to := trimURL(t, from, end)
		if to <= from || from > 0 && (t[from-1] == '@' || t[from-1] == '.' || t[from-1] == '/') || to < len(t) && t[to] == '@' {
			continue
		}
		s := t[from:to]
		host, path := s, ""
		if i := strings.IndexByte(s, '/'); i >= 0 {
			host, path = s[:i], s[i+1:]
		}
		low := strings.ToLower(host)
		if !hostEnds(low[strings.LastIndexByte(low, '.')+1:]) {
			continue
		}
		known := knownHost(low)
		switch {
		case path != "" && (known || host == low):
			add(from, to, "https://"+s, false)
		case strings.HasSuffix(low, ".github.io") || strings.HasSuffix(low, ".gitlab.io") || strings.HasSuffix(low, ".vercel.app") || strings.HasSuffix(low, ".netlify.app"):
			add(from, to, "https://"+s, false)
		case path == "" && !known && host == low && len(low) > 5 && low != "asp.net" && low != "vb.net" && low != "ado.net":
			add(from, to, "https://"+strings.TrimSuffix(s, "/"), true)
		}
	}
	for i := 1; i < len(out); i++ { // by place: few, nearly in order
		for j := i; j > 0 && out[j].from < out[j-1].from; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

// addressLike reports whether t has a full stop or a colon within what could
// be an address, or names a register of papers.
func addressLike(t string) bool {
	for i := 1; i+1 < len(t); i++ {
		switch t[i] {
		case '.':
			if wordByte(t[i+1]) && (wordByte(t[i-1]) || t[i-1] == '-') {
				return true
			}
		case ':':
			if t[i+1] == '/' {
				return true
			}
		case 'x', 'X': // arXiv
			if t[i+1]|0x20 == 'i' {
				return true
			}
		}
	}
	return false
}

// holds reports whether t holds the small letters of low, in any case.
func holds(t, low string) bool {
	for i := 0; i+len(low) <= len(t); i++ {
		if t[i]|0x20 == low[0] && strings.EqualFold(t[i:i+len(low)], low) {
			return true
		}
	}
	return false
}

// knownHost reports whether profiles, code and papers are kept at a host.
func knownHost(h string) bool {
	h = strings.TrimPrefix(h, "www.")
	switch h {
	case "github.com", "gitlab.com", "bitbucket.org", "linkedin.com", "huggingface.co", "kaggle.com", "arxiv.org", "doi.org", "orcid.org", "medium.com",
		"youtube.com", "youtu.be", "stackoverflow.com", "leetcode.com", "twitter.com", "x.com", "behance.net", "dribbble.com", "researchgate.net",
		"openreview.net", "aclanthology.org", "codeforces.com", "hackerrank.com", "devpost.com", "pypi.org", "npmjs.com", "dblp.org", "codepen.io", "goo.gl", "bit.ly":
		return true
	}
	return strings.HasSuffix(h, ".linkedin.com") || strings.HasPrefix(h, "scholar.google.")
}

// trimURL returns the end of the address t[from:to] without the punctuation
// of the sentence around it.
func trimURL(t string, from, to int) int {
	for to > from {
		switch c := t[to-1]; c {
		case '.', ',', ';', ':', '!', '?', '\'', '*', '>':
			to--
			continue
		case ')', ']', '}':
			open := map[byte]string{')': "(", ']': "[", '}': "{"}[c]
			if strings.Count(t[from:to], open) < strings.Count(t[from:to], string(c)) {
				to--
				continue
			}
		}
		for _, q := range []string{"’", "”", "…", "»", "–"} {
			if strings.HasSuffix(t[from:to], q) {
				to -= len(q)
				goto next
			}
		}
		return to
	next:
	}
	return to
}

// webLink returns the web address of a link annotation, "" for mail,
// telephone and other links.
func webLink(uri string) string {
	uri = strings.TrimSpace(uri)
	if uri == "" || len(uri) > 2000 || strings.ContainsAny(uri, " \n\r\t\x00<>\"") {
		return ""
	}
	low := strings.ToLower(uri)
	switch {
	case strings.HasPrefix(low, "http://") && len(uri) > 9, strings.HasPrefix(low, "https://") && len(uri) > 10, strings.HasPrefix(low, "ftp://"):
		if strings.Contains(low, "mailto:") || strings.Contains(low[8:], "@") && !strings.Contains(low[8:], "/") {
			return "" // an address that an editor took for a page
		}
		return uri
	case strings.HasPrefix(low, "www."):
		return "https://" + uri
	case strings.Contains(low[:min(12, len(low))], ":"):
		return ""
	}
	if u := urlsIn(uri); len(u) == 1 && u[0].from == 0 && !strings.Contains(uri, "@") {
		return u[0].uri
	}
	return ""
}

// linkKey is the same for two spellings of one address.
func linkKey(uri string) string {
	k := uri
	if i := strings.Index(k, "://"); i >= 0 {
		k = k[i+3:]
	}
	k = strings.TrimPrefix(strings.ToLower(k), "www.")
	k = strings.TrimPrefix(k, "dx.")
	return strings.TrimRight(k, "/#")
}

// lineLinks returns the addresses on line i, printed or linked, in order. A
// bare host counts only where strict is not asked for.
func (s *sheet) lineLinks(i int, strict bool) []string {
	l := s.lines[i]
	var out []string
	printed := s.urls(i)
	if len(printed) == 0 && len(l.Links) == 0 {
		return nil
	}
	at := 0 // of printed
	put := func(u url) {
		if u.bare && strict {
			return
		}
		for _, a := range l.Links {
			// The annotation over a printed address has it in full.
			if w := webLink(a.URI); w != "" && a.Start < u.to && a.End > u.from && related(w, u.uri) {
				return
			}
		}
		out = append(out, u.uri)
	}
	for _, a := range l.Links {
		w := webLink(a.URI)
		if w == "" {
			continue
		}
		for at < len(printed) && printed[at].to <= a.Start {
			put(printed[at])
			at++
		}
		out = append(out, w)
	}
	for ; at < len(printed); at++ {
		put(printed[at])
	}
	return out
}

// related reports whether one address is the beginning of the other, as where
// the printed one is cut short or broken over a row.
func related(a, b string) bool {
	a, b = linkKey(a), linkKey(b)
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// links gathers the addresses of the document in the order of reading.
func (o *Outline) links(s *sheet, pages []glyph.Page) {
	seen := make(map[string]bool)
	add := func(u string) {
		if k := linkKey(u); k != "" && !seen[k] && len(o.Links) < 1000 {
			seen[k] = true
			o.Links = append(o.Links, u)
		}
	}
	onPage := make(map[int]int) // index after the last line of a page
	for i, l := range o.Lines {
		onPage[l.Page] = i + 1
	}
	done := make(map[int]bool)
	loose := func(p glyph.Page) {
		for _, k := range p.Links {
			if w := webLink(k.URI); w != "" {
				add(w)
			}
		}
	}
	for i, l := range o.Lines {
		strict := o.Of(i) != Header || l.Kind == layout.Running
		for _, u := range s.lineLinks(i, strict) {
			add(u)
		}
		if onPage[l.Page] == i+1 {
			for _, p := range pages {
				if p.Number == l.Page {
					loose(p)
					done[p.Number] = true
				}
			}
		}
	}
	for _, p := range pages {
		if !done[p.Number] {
			loose(p)
		}
	}
}
