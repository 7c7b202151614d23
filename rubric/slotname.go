package rubric

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// noOrganisation finds what cannot be said as a name: an address, a date or
// a postal code in it, or what an anonymiser put in the place of one.
var noOrganisation = form(`(?i)@|://|\d{4,}|^(company|employer|organi[sz]ation)( name)?\b.{0,20}$|^confidential\b|^n/?a$|^city\s*,\s*state|^description$|` +
	`^(title|programming|(business|software|web) development|human resources|marketing|finance|information technology|quality assurance|qa\b.{0,20}|sales|operations|engineering|design|education|projects?|experience|internships?|duration|responsibilit(y|ies)|location|role|position|date|client|period|service period|description|freelance|remote|self[- ]employed|various)$|` +
	`^(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\b`)

// roles finds what people are rather than where they work.
var roles = form(`(?i)\b(engine?er|developer|programmer|manager|analyst|intern|internship|trainee|scientist|researcher|assistant|consultant|professor|lecturer|officer|specialist|architect|technician|contractor|freelancer?|supervisor|leader|coordinator)\b`)

// besideName finds what stands behind a name without being of it: who led
// the work, or where, after a full stop.
var besideName = form(`(?:\s\p{L}+:\s.*|,\S.*\(.*)$`)

// addressed finds a part of an address.
var addressed = form(`(?i)\d|\b(complex|sector|road|street|building|floor|phase|plot)\b`)

// schools finds what organisations of learning and their parts are called.
var schools = form(`(?i)\b(universit\p{L}*|institut\p{L}*|college|school|department|dept|faculty|lab|laboratory|laboratories|group|centre|center|division|academy|chair|program|programme)\b`)

// organisation returns the name of an organisation as it can be said in a
// sentence, or "" where what was found may be none: it must stand in a quote,
// and be no role, address or heading.
func organisation(e Evidence, mask func(string) string) string {
	name := e.Facts["organisation"]
	if name == "" || !quotedIn(e, name) {
		return ""
	}
	name = strings.ReplaceAll(spoken(mask(name)), " ,", ",")
	if m := besideName().FindStringIndex(name); m != nil && m[0] > 2 {
		name = name[:m[0]]
	}
	if i := strings.Index(name, ". "); i > 0 && letters(name[:i]) > 4 { // another sentence, or a place
		name = name[:i]
	}
	if i, j := strings.Index(name, " ("), strings.Index(name, ") "); i > 0 && j > i { // a short form in the midst
		name = name[:i] + name[j+1:]
	}
	for _, open := range []string{" (", " [", " - ", " – ", " — ", " | "} { // what follows a name explains it
		if i := strings.Index(name, open); i > 0 && utf8.RuneCountInString(name[:i]) > 2 {
			name = strings.TrimSpace(name[:i])
		}
	}
	parts := strings.Split(name, ", ")
	for len(parts) > 1 && roles().MatchString(parts[0]) {
		parts = parts[1:]
	}
	if last := len(parts) - 1; last > 0 && schools().MatchString(parts[last]) && !schools().MatchString(parts[0]) { // a field, then the school
		parts = parts[last:]
	}
	for len(parts) > 1 && addressed().MatchString(parts[len(parts)-1]) {
		parts = parts[:len(parts)-1]
	}
	name = fact(strings.Join(parts, ", "), maxSlotFact)
	if noOrganisation().MatchString(name) || roles().MatchString(name) || !namedSo(name) {
		return ""
	}
	return name
}

// quotedIn reports whether a text stands in what is quoted.
func quotedIn(e Evidence, s string) bool {
	return strings.Contains(e.Quote, s) || slices.ContainsFunc(e.Support, func(o Support) bool { return strings.Contains(o.Quote, s) })
}

// namedSo reports whether the words of a name are written as those of names
// are: the last of several begins with a capital or a digit.
func namedSo(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 {
		return false
	}
	last := strings.TrimLeft(words[len(words)-1], "(\"'‘“&")
	r, _ := utf8.DecodeRuneInString(last)
	if first, _ := utf8.DecodeRuneInString(words[0]); len(words) > 1 && unicode.IsLower(first) && strings.ToLower(words[0]) == words[0] {
		return false // "mostly testing"; but "iSend Money"
	}
	return len(words) == 1 || !unicode.IsLower(r) && !cutOff().MatchString(name)
}

// cutOff finds a name whose end stands on the next line.
var cutOff = form(`(?i)\b(for|of) (public|applied|advanced|technical|national|international|social|natural|medical|computer|electrical|mechanical|civil|the)$|\b(and|of|for|the|&)$`)

// articled finds names that want an article before them: those that say what
// kind of thing the organisation is.
var articled = form(`(?i)^(university|institute|college|school|department|dept\.?|ministry|faculty|bank|city|state|academy|chair|office|bureau) (of|for)\b|` +
	`^(centre|center|laboratory|lab|laboratoire|institut|instituto|istituto|universit(ä|ae)ts\p{L}*)\b|` +
	`^(?:[\p{L}&.’'-]+ ){1,4}?(institute|academy|centre|center|laboratory|lab|ministry|agency|department|observatory|foundation|council|school|college|university|association|corporation|organisation|organization) (of|for)\b|` +
	`^(?:[\p{L}&.’'-]+ ){1,5}?(institute|centre|center|laboratory|lab|board|agency|ministry|observatory|foundation|council|commission|authority|program|programme|association|society|federation)$`)

// wantsArticle reports whether an organisation is spoken of with "the".
func wantsArticle(organisation string) bool {
	if first, _, _ := strings.Cut(organisation, " "); strings.HasSuffix(first, "’s") || strings.HasSuffix(first, "'s") {
		return false
	}
	return articled().MatchString(organisation)
}

// midSentence is a name as it stands within a sentence.
func midSentence(organisation string) string {
	if rest, ok := strings.CutPrefix(organisation, "The "); ok {
		return "the " + rest
	}
	if wantsArticle(organisation) {
		return "the " + organisation
	}
	return organisation
}
