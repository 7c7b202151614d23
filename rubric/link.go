package rubric

import (
	"net/url"
	"slices"
	"strings"

	"pique/extract/outline"
)

// linkSet is what links of a line or an entry lead to: the first address of
// each of linkKinds, or "".
type linkSet [3]string

func (s *linkSet) add(kind, address string) {
	if i := slices.Index(linkKinds, kind); i >= 0 && s[i] == "" {
		s[i] = address
	}
}

// any returns the address of the first of the kinds that is there.
func (s *linkSet) any(kinds []string) (address string, ok bool) {
	for _, k := range kinds {
		if i := slices.Index(linkKinds, k); i >= 0 && s[i] != "" {
			return s[i], true
		}
	}
	return "", false
}

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
		for _, a := range rd.doc.Entries[i].Links {
			rd.entries[i].add(linkKind(a), a)
		}
	}
	var found []string
	for i := range rd.doc.Lines {
		l := &rd.doc.Lines[i]
		set := &rd.links[i]
		for _, a := range l.Links {
			set.add(linkKind(a.URI), a.URI)
		}
		if linked(l.Text) {
			low := lowered(l.Text)
			found = addresses(found[:0], l.Text, low)
			for _, a := range found {
				a = strings.TrimRight(a, ".,;:")
				set.add(linkKind(a), a)
			}
			set.add("code", labelled(l.Text, low))
			set.add("paper", strings.TrimRight(identifier(l.Text, low), ".,;:"))
		}
		if l.Entry >= 0 && l.Entry < len(rd.entries) {
			for k, a := range set {
				rd.entries[l.Entry].add(linkKinds[k], a)
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
