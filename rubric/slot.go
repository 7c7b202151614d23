package rubric

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The most characters of what fills a slot. Facts that are longer are no
// organisation, title or number, but a line that was taken for one.
const (
	maxSlotQuote = 180
	maxSlotDeed  = 220
	maxSlotMore  = 150 // of a deed within a sentence
	maxSlotAgain = 90  // of a quote that stands in the sheet already
	maxSlotFact  = 80
	maxSlotLink  = 120
)

// turned marks a slot whose words are not verbatim: of the first person the
// second was made.
const turned = "!"

// slots fills what can be filled from a piece of evidence. Each value stands
// in the quote, in those that support it or in the facts, but for the case of
// words in capitals, for what a blind sheet hides, and for the first person,
// which becomes the second.
func (a *asking) slots(e Evidence) slots {
	quote, match := a.masked(e.Quote), a.masked(e.Facts["match"])
	paper := shortened(a.masked(a.withoutName(paperTitle(printable(e.Quote), e.Section))), maxSlotQuote)
	out := slots{
		slotQuote:  paper, // of a reference the title alone is said
		slotPaper:  paper,
		"match":    fact(spoken(match), maxSlotFact),
		"measure":  figure(fact(spoken(a.masked(wholeMeasure(e, e.Facts["measure"]))), maxSlotFact)),
		"baseline": figure(fact(spoken(a.masked(wholeMeasure(e, e.Facts["baseline"]))), maxSlotFact)),
		"dates":    fact(printable(a.masked(e.Facts["dates"])), maxSlotFact),
		"title":    fact(spoken(a.masked(e.Facts["title"])), maxSlotQuote),
	}
	if paper == "" {
		said := undated(spoken(anonymised().ReplaceAllString(anonymisedLast().ReplaceAllString(quote, ""), "")))
		keep := []string{spoken(match), spoken(a.masked(e.Facts["measure"]))}
		out.say(slotQuote, excerpt(said, maxSlotQuote, keep...))
		out.say(slotAgain, excerpt(said, maxSlotAgain, keep[0]))
		out[slotDeed] = deed(said, maxSlotDeed, keep...)
		if out[slotDeed] == "" && out[slotQuote] != excerpt(said, maxSlotQuote, keep...) { // rather without the number than in brackets
			out[slotDeed] = deed(said, maxSlotDeed, keep[0])
		}
	} else {
		out[slotAgain] = shortened(paper, maxSlotAgain)
	}
	if s := supported(e, "measure"); s != "" {
		said := spoken(a.masked(s))
		out.say(slotResult, excerpt(said, maxSlotQuote, spoken(a.masked(e.Facts["measure"]))))
		out[slotAchieved] = deed(said, maxSlotMore, spoken(a.masked(e.Facts["measure"])))
	}
	out["organisation"] = organisation(e, a.masked)
	if link := printable(e.Facts["link"]); !a.blind && !strings.Contains(link, " ") {
		out["link"] = fact(link, maxSlotLink)
	}
	return out
}

// slots are the values of slots by name, "" or absent where there is none.
type slots map[string]string

// say fills a slot with words of the candidate, in the second person.
func (s slots) say(name, text string) {
	said, changed := toSecond(text)
	s[name] = text
	if !changed {
		return
	}
	ts := tokens(said)
	if missing, ok := sayable(said, 0); ok && missing < 0 && len(ts) > 0 && openers[ts[0].word] && slices.ContainsFunc(ts, func(t token) bool { return finite[t.word] || t.word == "you" }) {
		s[name], s[name+turned] = said, text
		return
	}
	s[name] = bracketed(text)
}

// supported is the quote beside the first one that stands for something, ""
// where there is none.
func supported(e Evidence, what string) string {
	for _, s := range e.Support {
		if s.For == what && s.Quote != e.Quote {
			return s.Quote
		}
	}
	return ""
}

// currency finds the letters of a currency that stand before its sign.
var currency = form(`(?:^|[^\p{L}])([A-Z]{1,3})$`)

// wholeMeasure adds to a measure the letters before it that belong to it: the
// R of "R$ 90,000".
func wholeMeasure(e Evidence, measure string) string {
	if measure == "" || !strings.ContainsAny(measure[:1], "$") {
		return measure
	}
	quotes := []string{e.Quote}
	for _, s := range e.Support {
		quotes = append(quotes, s.Quote)
	}
	for _, q := range quotes {
		if i := strings.Index(q, measure); i > 0 {
			if m := currency().FindStringSubmatch(q[:i]); m != nil {
				return m[1] + measure
			}
		}
	}
	return measure
}

// anonymised finds what an anonymiser put before a role.
var anonymised = form(`(?i)^\s*company name\b[\s:,|–—-]*(city\b[\s,]*(state\b)?[\s:,|–—-]*)?`)

// anonymisedLast finds the same behind a role, with the dates before it.
var anonymisedLast = form(`(?i)[\s,]*(?:\d{2}/\d{4}\s+to\s+(?:\d{2}/\d{4}|current|present)\s+)?company name\b.{0,24}$`)

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

// withoutName drops the candidate's own name from before a title.
func (a *asking) withoutName(title string) string {
	first, rest, ok := strings.Cut(title, ", ")
	if !ok || len(strings.Fields(rest)) < 3 || len(a.name) == 0 {
		return title
	}
	for _, w := range nameWords(first) {
		if !slices.Contains(a.name, w) {
			return title
		}
	}
	return rest
}

// masked is a text as the sheet may show it.
func (a *asking) masked(s string) string {
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
