package outline

import (
	"regexp"
	"strings"

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
	schemeURL = regexp.MustCompile(`(?i)\bhttps?://[^\s<>"“”|{}]+`)
	wwwURL    = regexp.MustCompile(`(?i)\bwww\.[a-z0-9-]+\.[^\s<>"“”|{}]+`)
	hostURL   = regexp.MustCompile(`(?i)\b(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,12}(?:/[^\s<>"“”|{}]*)?`)
	doiRef    = regexp.MustCompile(`(?i)\b(?:doi\s?:\s?|doi\s)?(10\.\d{4,9}/[^\s<>"“”|{}]+)`)
	arxivRef  = regexp.MustCompile(`(?i)\barxiv\s?(?:preprint\s?)?(?:arxiv\s?)?[:\s]\s?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?)`)
)

// hostEnds are the top-level domains with which a bare host is taken for an
// address.
var hostEnds = set("com", "org", "net", "io", "dev", "me", "ai", "edu", "app", "co", "de", "fr", "es", "it", "uk", "ch", "at", "eu", "tech", "xyz",
	"info", "page", "site", "in", "us", "ca", "nl", "be", "se", "no", "dk", "fi", "pl", "pt", "br", "cn", "jp", "kr", "au", "nz", "sg", "hk", "cc", "gg", "ly", "link",
	"blog", "website", "online", "space", "works", "engineer", "science", "academy", "cloud", "codes", "design", "pro", "be", "cz", "gr", "il", "ru", "tr", "gov", "name", "id", "fyi", "so", "sh", "bio")

// urlsIn returns the web addresses printed in t, in order, each without the
// punctuation after it.
func urlsIn(t string) []url {
	if !strings.ContainsAny(t, "./:") {
		return nil
	}
	var out []url
	taken := func(from, to int) bool {
		for _, u := range out {
			if from < u.to && to > u.from {
				return true
			}
		}
		return false
	}
	add := func(from, to int, uri string, bare bool) {
		if !taken(from, to) && len(out) < 64 {
			out = append(out, url{from, to, uri, bare})
		}
	}
	for _, m := range schemeURL.FindAllStringIndex(t, 64) {
		to := trimURL(t, m[0], m[1])
		if to-m[0] > 10 {
			add(m[0], to, t[m[0]:to], false)
		}
	}
	for _, m := range wwwURL.FindAllStringIndex(t, 64) {
		to := trimURL(t, m[0], m[1])
		add(m[0], to, "https://"+t[m[0]:to], false)
	}
	for _, m := range arxivRef.FindAllStringSubmatchIndex(t, 64) {
		add(m[0], m[3], "https://arxiv.org/abs/"+t[m[2]:m[3]], false)
	}
	for _, m := range doiRef.FindAllStringSubmatchIndex(t, 64) {
		to := trimURL(t, m[2], m[3])
		add(m[0], to, "https://doi.org/"+t[m[2]:to], false)
	}
	for _, m := range hostURL.FindAllStringIndex(t, 64) {
		to := trimURL(t, m[0], m[1])
		if to <= m[0] || m[0] > 0 && (t[m[0]-1] == '@' || t[m[0]-1] == '.' || t[m[0]-1] == '/') || to < len(t) && t[to] == '@' {
			continue
		}
		s := t[m[0]:to]
		host, path := s, ""
		if i := strings.IndexByte(s, '/'); i >= 0 {
			host, path = s[:i], s[i+1:]
		}
		low := strings.ToLower(host)
		if !hostEnds[low[strings.LastIndexByte(low, '.')+1:]] {
			continue
		}
		known := knownHost(low)
		switch {
		case path != "" && (known || host == low):
			add(m[0], to, "https://"+s, false)
		case strings.HasSuffix(low, ".github.io") || strings.HasSuffix(low, ".gitlab.io") || strings.HasSuffix(low, ".vercel.app") || strings.HasSuffix(low, ".netlify.app"):
			add(m[0], to, "https://"+s, false)
		case path == "" && !known && host == low && len(low) > 5 && low != "asp.net" && low != "vb.net" && low != "ado.net":
			add(m[0], to, "https://"+strings.TrimSuffix(s, "/"), true)
		}
	}
	for i := 1; i < len(out); i++ { // by place: few, nearly in order
		for j := i; j > 0 && out[j].from < out[j-1].from; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
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

// lineLinks returns the addresses on a line, printed or linked, in order. A
// bare host counts only where strict is not asked for.
func lineLinks(l layout.Line, strict bool) []string {
	var out []string
	printed := urlsIn(l.Text)
	i := 0
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
		for i < len(printed) && printed[i].to <= a.Start {
			put(printed[i])
			i++
		}
		out = append(out, w)
	}
	for ; i < len(printed); i++ {
		put(printed[i])
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
func (o *Outline) links(pages []glyph.Page) {
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
		for _, u := range lineLinks(l.Line, strict) {
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
