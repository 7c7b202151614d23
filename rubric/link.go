package rubric

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"pique/extract/outline"
)

// linkSet is what links of a line or an entry lead to: code, paper, page.
type linkSet map[string]string // kind -> first address

func (s linkSet) add(kind, address string) {
	if address == "" {
		return
	}
	if kind != "" && s[kind] == "" {
		s[kind] = address
	}
}

// any returns the address of the first of the kinds that is there.
func (s linkSet) any(kinds []string) (address string, ok bool) {
	for _, k := range kinds {
		if a, ok := s[k]; ok {
			return a, true
		}
	}
	return "", false
}

// identifier finds an arXiv id or a DOI that is printed without an address.
var identifier = regexp.MustCompile(`(?i)\b(?:arxiv[\s:.]{0,3}(?:preprint)?[\s:.]{0,3}(?:arxiv:)?\s?(?:\d{4}\.\d{4,5}|[a-z-]+/\d{7})|10\.\d{4,9}/\S{3,})`)

// address finds web addresses in a line.
var address = regexp.MustCompile(`(?i)\b(?:https?://|www\.)[^\s<>"')\]]{4,}|\b(?:github|gitlab|bitbucket|huggingface|arxiv|doi)\.(?:com|org|co)/[^\s<>"')\]]{2,}|\b[a-z0-9-]+\.github\.io(?:/[^\s<>"')\]]*)?`)

// labelled finds a repository that is printed after the name of its host
// alone: "GitHub: handle/repository".
var labelled = regexp.MustCompile(`(?i)\bgithub\s*[:|]\s*([a-z0-9][a-z0-9-]*/[a-z0-9._-]+)`)

var (
	codeHosts    = []string{"github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sourceforge.net", "gist.github.com", "colab.research.google.com", "kaggle.com", "zenodo.org"}
	paperHosts   = []string{"arxiv.org", "doi.org", "dx.doi.org", "aclanthology.org", "aclweb.org", "openreview.net", "dl.acm.org", "ieeexplore.ieee.org", "papers.nips.cc", "proceedings.mlr.press", "proceedings.neurips.cc", "openaccess.thecvf.com", "link.springer.com", "sciencedirect.com", "biorxiv.org", "medrxiv.org", "nature.com", "mdpi.com", "pubmed.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov", "semanticscholar.org", "hal.science", "ssrn.com", "papers.ssrn.com", "usenix.org", "jmlr.org", "frontiersin.org", "onlinelibrary.wiley.com", "tandfonline.com", "journals.aps.org", "iopscience.iop.org", "ojs.aaai.org", "isca-speech.org", "researchgate.net"}
	profileHosts = []string{"linkedin.com", "twitter.com", "x.com", "facebook.com", "instagram.com", "scholar.google.com", "orcid.org", "medium.com", "stackoverflow.com", "leetcode.com", "t.me", "youtube.com/@"}
)

// linkKind sorts an address: code, paper, another page, or "" for profiles,
// mail and front pages, which verify nothing.
func linkKind(raw string) string {
	if strings.HasPrefix(raw, "mailto:") || strings.HasPrefix(raw, "tel:") {
		return ""
	}
	if !strings.Contains(raw, "://") {
		raw = "https://" + raw
	}
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	segments := strings.FieldsFunc(u.Path, func(r rune) bool { return r == '/' })
	switch {
	case slices.Contains(profileHosts, host), strings.HasPrefix(host, "scholar.google."):
		return ""
	case slices.Contains(codeHosts, host):
		if len(segments) < 2 && host != "gist.github.com" && host != "colab.research.google.com" {
			return ""
		}
		return "code"
	case host == "huggingface.co":
		if len(segments) < 2 {
			return ""
		}
		return "code"
	case onHost(host, paperHosts):
		if len(segments) == 0 {
			return ""
		}
		return "paper"
	case len(segments) == 0:
		return ""
	}
	if strings.HasSuffix(strings.ToLower(u.Path), ".pdf") {
		return "paper"
	}
	return "page"
}

func onHost(host string, hosts []string) bool {
	for _, h := range hosts {
		if host == h || strings.HasSuffix(host, "."+h) {
			return true
		}
	}
	return false
}

// readLinks sorts the links of each line and each entry.
func (rd *reading) readLinks() {
	rd.links = make([]linkSet, len(rd.doc.Lines))
	rd.entries = make([]linkSet, len(rd.doc.Entries))
	for i := range rd.entries {
		rd.entries[i] = linkSet{}
		for _, a := range rd.doc.Entries[i].Links {
			rd.entries[i].add(linkKind(a), a)
		}
	}
	for i := range rd.doc.Lines {
		l := &rd.doc.Lines[i]
		set := linkSet{}
		for _, a := range l.Links {
			set.add(linkKind(a.URI), a.URI)
		}
		for _, a := range address.FindAllString(l.Text, -1) {
			a = strings.TrimRight(a, ".,;:")
			set.add(linkKind(a), a)
		}
		if m := labelled.FindStringSubmatch(l.Text); m != nil {
			set.add("code", "https://github.com/"+m[1])
		}
		if id := identifier.FindString(l.Text); id != "" {
			set.add("paper", id)
		}
		rd.links[i] = set
		if l.Entry >= 0 && l.Entry < len(rd.entries) {
			for _, kind := range linkKinds {
				rd.entries[l.Entry].add(kind, set[kind])
			}
		}
	}
}

// linkOf returns a link of one of the kinds that belongs to a line: in it,
// or in its entry.
func (rd *reading) linkOf(t *text, kinds []string) (string, bool) {
	if t.section == outline.Experience {
		// Such pages are mostly those of the employer, and verify nothing.
		kinds = slices.DeleteFunc(slices.Clone(kinds), func(k string) bool { return k == "page" })
	}
	if a, ok := rd.links[t.number].any(kinds); ok {
		return a, true
	}
	if t.entry >= 0 {
		return rd.entries[t.entry].any(kinds)
	}
	return "", false
}
