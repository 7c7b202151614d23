package rubric

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The most characters of what fills a slot. Facts that are longer are no
// organisation, title or number, but a line that was taken for one.
const (
	maxSlotQuote = 160
	maxSlotFact  = 80
	maxSlotLink  = 120
)

// slots fills what can be filled from a piece of evidence. Each value stands
// in the quote or the facts, but for the case of words in capitals and for
// what a blind sheet hides.
func (a *asking) slots(e Evidence) map[string]string {
	quote, match := a.hidden(e.Quote), a.hidden(e.Facts["match"])
	paper := shortened(a.hidden(paperTitle(printable(e.Quote), e.Section)), maxSlotQuote)
	out := map[string]string{
		slotQuote: paper, // of a reference the title alone is said
		slotPaper: paper,
		"match":   fact(spoken(match), maxSlotFact),
		"measure": figure(fact(spoken(a.hidden(e.Facts["measure"])), maxSlotFact)),
		"dates":   fact(printable(a.hidden(e.Facts["dates"])), maxSlotFact),
		"title":   fact(spoken(a.hidden(e.Facts["title"])), maxSlotQuote),
	}
	if paper == "" {
		out[slotQuote] = shortened(spoken(quote), maxSlotQuote, spoken(match), spoken(a.hidden(e.Facts["measure"])))
	}
	if org := fact(spoken(a.hidden(e.Facts["organisation"])), maxSlotFact); !noOrganisation().MatchString(org) {
		out["organisation"] = org
	}
	if link := printable(e.Facts["link"]); !a.blind && !strings.Contains(link, " ") {
		out["link"] = fact(link, maxSlotLink)
	}
	return out
}

// noOrganisation finds what cannot be said as a name: an address, a date or
// a postal code in it, or what an anonymiser put in the place of one.
var noOrganisation = form(`(?i)@|://|\d{4,}|^(company|employer|organi[sz]ation)( name)?\b.{0,20}$|^confidential\b|^n/?a$|^city\s*,\s*state|^description$|` +
	`^(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\b`)

// figure returns a measure that says something where it stands alone: digits
// with a unit or a sign.
func figure(s string) string {
	digit := strings.ContainsFunc(s, unicode.IsDigit)
	unit := strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsSymbol(r) || r == '%' })
	if !digit || !unit {
		return ""
	}
	return s
}

func (a *asking) hidden(s string) string {
	if !a.blind {
		return s
	}
	return masked(s, a.hide)
}

// fact returns a fact that can be said, or "".
func fact(s string, limit int) string {
	if utf8.RuneCountInString(s) > limit || !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return ""
	}
	return s
}

// printable keeps what can be seen of a text, on one line: no control or
// format characters, no glyphs of private use, no runs of space.
func printable(s string) string {
	return strings.TrimSpace(plain(s))
}

// plain is printable, but keeps a space at either end.
func plain(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || unicode.Is(unicode.Cc, r):
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		case r == utf8.RuneError || unicode.In(r, unicode.Cf, unicode.Co, unicode.Cs):
			continue
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// opening is what stands before the first word of a line: bullets, dashes
// and the number of a reference.
var opening = form(`^(?:[^\p{L}\p{N}("'“”‘«$€£~∼≈<>#@.+-]+|[-+~#>.]+\s+|[oO]\s+(?:[A-Z])|\[?[A-Za-z]{0,2}\.?\d{1,3}\]\.?\s+|\(\d{1,2}\)\s+|\d{1,2}[.)]\s+)`)

// spoken makes a line ready to stand in quotation marks: printable, without
// bullets, capitals calmed, inner quotation marks single.
func spoken(s string) string {
	s = printable(s)
	for range 4 {
		m := opening().FindString(s)
		if m == "" {
			break
		}
		if strings.ContainsAny(m[:1], "oO") { // a bullet that was drawn as a letter
			m = m[:1]
		}
		s = strings.TrimSpace(s[len(m):])
	}
	s = strings.TrimRight(quietMarks(s), " ,;:|–—-•·*/\\&([{<")
	if !strings.HasSuffix(s, "...") {
		s = strings.TrimRight(s, ".")
	}
	// A bracket that was cut off where the text ends.
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.Count(s, "(") > strings.Count(s, ")") && !strings.Contains(s[i:], ")") && (len(s) < 40 || len(s)-i < len(s)/2) {
		s = strings.TrimRight(s[:i], " ,;:–—-")
	}
	return calm(s)
}

// quietMarks turns double quotation marks into single ones, and drops the
// one that has lost its partner.
func quietMarks(s string) string {
	n := strings.Count(s, `"`)
	if n+strings.Count(s, "“")+strings.Count(s, "”") == 1 {
		return strings.TrimSpace(strings.NewReplacer(`"`, "", "“", "", "”", "").Replace(s))
	}
	return strings.NewReplacer(`"`, "'", "“", "‘", "”", "’").Replace(s)
}

// articled are the beginnings of names that want an article before them.
var articled = form(`(?i)^(university|institute|college|school|department|ministry|faculty|bank|city|state|academy) (of|for)\b|^(centre|center|laboratory|lab) (of|for)\b|^(national|federal|max planck) (institute|laboratory|lab|center|centre)\b`)

func wantsArticle(organisation string) bool { return articled().MatchString(organisation) }

// nameWords are the words of a name that give it away.
func nameWords(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(printable(name), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(w) > 1 {
			out = append(out, w)
		}
	}
	return out
}

// mask stands where a blind sheet hides a name or an address.
const mask = "[…]"

var hideable = form(`(?i)\S+@\S+\.\S+|(?:https?://|www\.)\S+|\b(?:github|gitlab|linkedin|huggingface|bitbucket|kaggle)\.\S+|\S+\.github\.io\S*`)

// masked hides addresses and the words of a name.
func masked(s string, words []string) string {
	s = hideable().ReplaceAllString(s, mask)
	if len(words) == 0 {
		return s
	}
	var b strings.Builder
	isLetter := func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }
	for s != "" {
		n := strings.IndexFunc(s, isLetter)
		if n < 0 {
			n = len(s)
		}
		b.WriteString(s[:n])
		s = s[n:]
		end := strings.IndexFunc(s, func(r rune) bool { return !isLetter(r) })
		if end < 0 {
			end = len(s)
		}
		word := s[:end]
		for _, w := range words {
			if r, _ := utf8.DecodeRuneInString(word); !unicode.IsLower(r) && strings.EqualFold(w, word) {
				word = mask
				break
			}
		}
		b.WriteString(word)
		s = s[end:]
	}
	return b.String()
}
