package rubric

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract/outline"
)

// quotedTitle finds a title in quotation marks.
var quotedTitle = form(`[“"«„]\s*([^“”"«»„]{12,300}?)\s*[”"»“]`)

// venue finds what begins or tells the part of a reference that says where a
// paper stands.
var venue = form(`(?i)^(in |in: |proc\b|proceedings|journal|transactions|ieee|acm|arxiv|accepted|submitted|under review|to appear|published|presented|doi|https?:|vol\b|pp\b|advances in|\d+(?:st|nd|rd|th) (?:ieee|acm|international|annual|conference|workshop)|workshop|conference|symposium|lecture notes|annals|international (conference|journal|workshop)|[A-Z]+ ?'?\d{2,4}$)`)

// notTitle finds what is said of a paper in the place of its title.
var notTitle = form(`(?i)^(?:(?:co-?|first |primary |second |lead )?author\b|paper (?:on|about|in|at|accepted)\b|papers? |publications\b|preprints\b|manuscript\b|present\b.*\bpaper)`)

// titleTail finds what follows a title without a mark that parts it: the
// short name of a conference with its year, a link, people, a place.
var titleTail = form(`\s+\(?\[?[A-Z][A-Za-z]{2,7}(?:-[A-Z]+)?\s?['’]?(?:20)?\d{2}\]?\)?$|[.,]?\s+\[?(?:Project Page|Code|Paper|PDF|Link|Slides|Poster|Video)\]?$|` +
	`,\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?,\s\p{Lu}[\p{L}]+(?:\s\p{Lu}[\p{L}]+)?$|,\s(?:\p{Lu}\.[ -]?){1,3}\p{Lu}\p{Ll}.*$|\s[.]\s.*$|\s+$`)

// bareTitle drops what stands before and after a title.
func bareTitle(s string) string {
	if m := datesFirst().FindStringIndex(s); m != nil && titled(s[m[1]:]) {
		s = s[m[1]:]
	}
	for range 3 {
		m := titleTail().FindStringIndex(s)
		if m == nil || len(strings.Fields(s[:m[0]])) < 4 {
			break
		}
		s = s[:m[0]]
	}
	return s
}

// paperTitle returns the title of a paper within its reference, or "" where
// it cannot be told from authors and venue. Elsewhere than among the
// publications a title is that of somebody else's paper as like as not.
func paperTitle(ref, section string) string {
	if section != outline.Publications {
		return ""
	}
	if m := quotedTitle().FindStringSubmatch(ref); m != nil {
		if t := strings.TrimRight(strings.TrimSpace(m[1]), ".,;"); len(strings.Fields(t)) >= 3 {
			return spoken(t)
		}
	}
	people := false
	for _, part := range sentencesOf(ref) {
		part = unquoted(spoken(part))
		words := strings.Fields(part)
		switch {
		case len(words) == 0 || yearAlone().MatchString(part):
			continue
		case authors(part):
			people = true
			continue
		case !people && len(words) <= 4 && allCapital(words): // one author, or a short title
			return ""
		case notTitle().MatchString(part):
			return ""
		case len(words) < 3 || len(words) > 40 || venue().MatchString(part) || !titled(part):
			return ""
		}
		if part = withoutVenue(withoutAuthors(afterAuthors(part))); titled(part) {
			return bareTitle(part)
		}
		return ""
	}
	return ""
}

// afterAuthors drops people that a colon parts from the title.
func afterAuthors(s string) string {
	i := strings.IndexByte(s, ':')
	if i < 0 || !slices.ContainsFunc(strings.Fields(s[:i]), func(w string) bool { return len(w) <= 3 && strings.HasSuffix(w, ".") }) || !authors(s[:i]) {
		return s
	}
	return strings.Trim(s[i+1:], " «»“”\"'")
}

// withoutAuthors drops the names with which a part of a reference begins,
// where there are at least two.
func withoutAuthors(s string) string {
	names, at := 0, 0
	for at < len(s) {
		n := strings.Index(s[at:], ", ")
		if n < 0 {
			break
		}
		if !named(s[at : at+n]) {
			break
		}
		names += 1 + strings.Count(s[at:at+n], " and ")
		at += n + 2
	}
	if names < 2 || len(strings.Fields(s[at:])) < 3 {
		return s
	}
	return s[at:]
}

// named reports whether a text is the name of a person, or of two.
func named(s string) bool {
	for _, p := range strings.Split(strings.TrimPrefix(s, "and "), " and ") {
		if words := strings.Fields(p); len(words) < 2 || len(words) > 4 || !allCapital(words) {
			return false
		}
	}
	return true
}

// withoutVenue drops the venue and the year that follow a title.
func withoutVenue(s string) string {
	for at := 0; ; {
		n := strings.Index(s[at:], ", ")
		if n < 0 {
			return s
		}
		rest := s[at+n+2:]
		if venue().MatchString(rest) || yearAlone().MatchString(rest) || strings.HasPrefix(rest, "Invited ") {
			return s[:at+n]
		}
		at += n + 2
	}
}

// unquoted takes what stands in the quotation marks with which a text begins.
func unquoted(s string) string {
	t := strings.TrimLeft(s, "‘’'")
	if t == s {
		return s
	}
	for _, end := range []string{"’,", "',", "’.", "'.", "’ ", "' "} {
		if i := strings.Index(t, end); i > 0 {
			return t[:i]
		}
	}
	return strings.TrimRight(t, "’'")
}

// titled reports whether a text begins as a title does: with a capital or a
// digit.
func titled(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// sentencesOf parts a reference at full stops and question marks that end
// more than an initial or an abbreviation.
func sentencesOf(s string) []string {
	var out []string
	start := 0
	for i := 0; i+1 < len(s); i++ {
		if (s[i] == '.' || s[i] == '?') && s[i+1] == ' ' && (letters(strings.TrimRight(s[:i], "†‡*∗§¶⋆0123456789")) >= 3 || strings.HasSuffix(s[:i], ")")) &&
			!strings.HasSuffix(s[:i], "vol") && !strings.HasSuffix(s[:i], "Proc") {
			end := i
			if s[i] == '?' {
				end++
			}
			out = append(out, s[start:end])
			start = i + 2
		}
	}
	return append(out, s[start:])
}

var yearAlone = form(`^\(?\d{4}[a-z]?\)?$`)

// authors reports whether a part of a reference lists people: names of a few
// words in capitals between commas.
func authors(s string) bool {
	if strings.Contains(strings.ToLower(s), "et al") {
		return true
	}
	names, others := 0, 0
	for _, p := range strings.FieldsFunc(strings.NewReplacer(" and ", ",", " & ", ",", ";", ",").Replace(s), func(r rune) bool { return r == ',' }) {
		words := strings.Fields(p)
		if len(words) == 0 || len(words) == 1 && yearAlone().MatchString(words[0]) {
			continue
		}
		if len(words) <= 4 && allCapital(words) {
			names++
		} else {
			others++
		}
	}
	return names >= 2 && names > 2*others
}

func allCapital(words []string) bool {
	for _, w := range words {
		r := []rune(strings.TrimLeft(w, "*("))
		if len(r) == 0 || !unicode.IsUpper(r[0]) || strings.ContainsFunc(w, unicode.IsDigit) {
			return false
		}
	}
	return true
}
