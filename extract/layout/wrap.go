package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutAddress reports whether b is the rest of an e-mail address that a breaks
// off, as narrow columns do.
func cutAddress(a, b string) bool {
	if strings.Contains(b, " ") || strings.Contains(b, "@") || b == "" {
		return false
	}
	at := strings.LastIndexByte(a, '@')
	if at <= 0 || strings.Contains(a[at:], " ") {
		return false
	}
	site := a[at+1:]
	if dot := strings.LastIndexByte(site, '.'); dot < 0 || dot == len(site)-1 {
		return strings.Contains(b, ".") || dot >= 0 && len(b) <= 6
	}
	return len(b) <= 3 && strings.ToLower(b) == b && !digits(b)
}

// openDate reports whether the span of dates a goes on in b.
func openDate(a, b string) bool {
	if openEnded(a) && !openEnded(b) {
		return true
	}
	last := strings.ToLower(strings.Trim(lastField(a), ".,"))
	return len(b) == 4 && digits(b) && last != "" && !digits(last) && isMonth(last)
}

// closes reports whether the text closes a parenthesis that it did not open.
func closes(s string) bool {
	k := strings.IndexByte(s, ')')
	o := strings.IndexByte(s, '(')
	return k >= 0 && (o < 0 || o > k)
}

// itemLike reports whether two rows of a narrow column look like items of
// their own: a few words that begin with a capital, with nothing left open.
func itemLike(p, r *row) bool {
	if len(p.words) > 4 || p.ended() || p.hyphened() {
		return false
	}
	c, _ := utf8.DecodeRuneInString(p.text)
	if !unicode.IsUpper(c) && !unicode.IsDigit(c) {
		return false
	}
	if leftOpen(p.text) || strings.HasSuffix(p.text, ":") {
		return false
	}
	return !strings.Contains(p.text, ": ") || len(p.words) < 3 || strings.HasSuffix(r.words[0].text(), ":")
}

// leftOpen reports whether a row ends as no line does: in a comma, a slash or
// a word that something follows.
func leftOpen(s string) bool {
	last := lastField(s)
	if strings.HasSuffix(last, ",") || strings.HasSuffix(s, "/") || strings.HasSuffix(last, "(") {
		return true
	}
	switch strings.ToLower(last) {
	case "of", "and", "for", "in", "the", "to", "with", "&", "a", "an", "on", "at", "by", "from", "or", "und", "der", "die", "für", "de", "et", "du", "la", "y", "–", "-", "|":
		return true
	}
	return false
}
