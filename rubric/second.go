package rubric

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// secondPersons are the words that speak of the writer, as whoever asks says
// them.
var secondPersons = map[string]string{
	"i": "you", "my": "your", "myself": "yourself", "mine": "yours", "me": "you",
	"we": "you", "our": "your", "ours": "yours", "ourselves": "yourselves", "us": "you",
	"i’m": "you’re", "i’ve": "you’ve", "i’d": "you’d", "i’ll": "you’ll", "we’re": "you’re", "we’ve": "you’ve", "we’d": "you’d", "we’ll": "you’ll",
}

// speakable finds a word, with an apostrophe in it if it has one.
var speakable = form(`[\p{L}\p{M}]+(?:['’][\p{L}]+)?|\d+`)

// english are small words that no other language of resumes has as often.
var english = map[string]bool{
	"the": true, "and": true, "of": true, "to": true, "with": true, "that": true, "from": true, "by": true, "for": true, "which": true,
	"was": true, "were": true, "is": true, "are": true, "my": true, "our": true, "on": true, "have": true, "had": true, "it": true,
}

// noVerb are words before which an "I" is a numeral: "phase I of".
var noVerb = map[string]bool{
	"of": true, "in": true, "for": true, "to": true, "with": true, "at": true, "on": true, "or": true, "by": true, "from": true, "clinical": true, "trial": true, "error": true,
}

// toSecond turns the first person of an English text into the second: "my
// pipeline" becomes "your pipeline". It reports whether anything was turned.
func toSecond(s string) (string, bool) {
	return turn(s, func(to string) string { return to })
}

// bracketed is toSecond for a text that stays in quotation marks: what was
// turned stands in brackets, as editors write it.
func bracketed(s string) string {
	said, _ := turn(s, func(to string) string { return "[" + to + "]" })
	return said
}

// turn turns the first person of a text, and puts each word that it changed
// through a function.
func turn(s string, mark func(string) string) (string, bool) {
	words := speakable().FindAllStringIndex(s, -1)
	known := 0
	for _, w := range words {
		if english[strings.ToLower(s[w[0]:w[1]])] {
			known++
		}
	}
	var b strings.Builder
	at, turned := 0, false
	for i, w := range words {
		word := s[w[0]:w[1]]
		low := strings.ReplaceAll(strings.ToLower(word), "'", "’")
		to, ok := secondPersons[low]
		if !ok || !firstPerson(s, words, i, known) {
			continue
		}
		if r := []rune(word)[0]; unicode.IsUpper(r) && low[0] != 'i' && (w[0] == 0 || opensSentence(s[:w[0]])) || low[0] == 'i' && (w[0] == 0 || opensSentence(s[:w[0]])) {
			to = strings.ToUpper(to[:1]) + to[1:]
		}
		b.WriteString(s[at:w[0]])
		at, turned = w[1], true
		if low == "i" && i+1 < len(words) {
			switch next := words[i+1]; s[next[0]:next[1]] {
			case "am":
				to, at = to+" are", next[1]
			case "was":
				to, at = to+" were", next[1]
			}
		}
		b.WriteString(mark(to))
	}
	b.WriteString(s[at:])
	return b.String(), turned
}

// firstPerson reports whether word i of a text is a pronoun of its writer
// rather than a numeral, an abbreviation or a word of another language. Known
// is how many words of the text are English ones.
func firstPerson(s string, words [][]int, i, known int) bool {
	word := s[words[i][0]:words[i][1]]
	next := ""
	if i+1 < len(words) && strings.TrimSpace(s[words[i][1]:words[i+1][0]]) == "" {
		next = s[words[i+1][0]:words[i+1][1]]
	}
	if end := words[i][1]; end < len(s) && strings.IndexByte("/-.@_", s[end]) >= 0 && end+1 < len(s) && s[end+1] != ' ' {
		return false // I/O, me@, us-east
	}
	if at := words[i][0]; at > 0 && strings.IndexByte("/-.@_", s[at-1]) >= 0 && (s[at-1] != '.' || word[0] >= 'a' || next == "") {
		return false // but "ImageNet.I trained"
	}
	switch strings.ToLower(word) {
	case "i":
		if word != "I" || next == "" || noVerb[next] || strings.ToLower(next) != next || next[0] <= '9' {
			return false
		}
		return next != "and" && (i == 0 || opensSentence(s[:words[i][0]]) || strings.ToLower(s[words[i-1][0]:words[i-1][1]]) == s[words[i-1][0]:words[i-1][1]])
	case "me", "us", "mine":
		return word == strings.ToLower(word) && known >= 2 && (strings.ToLower(word) != "mine" || i > 0 && s[words[i-1][0]:words[i-1][1]] == "of")
	case "my", "our", "we", "ours", "myself", "ourselves":
		return known > 0 && (word == strings.ToLower(word) || word[1:] == strings.ToLower(word[1:]))
	}
	return true
}

// opensSentence reports whether a text ends where a sentence begins.
func opensSentence(before string) bool {
	before = strings.TrimRight(before, " \"“‘'(")
	return before == "" || strings.ContainsRune(".!?:", rune(before[len(before)-1]))
}

// regularPast finds a regular verb in the past tense.
var regularPast = form(`^(?:[Rr]e-|[Cc]o-|[Pp]re-|[Ff]ine-|[Oo]pen-|[Hh]and-|[Cc]ross-)?\p{L}[\p{Ll}]{1,}ed$`)

// irregularPasts are verbs of resumes whose past tense does not end in -ed,
// and those that have it as their basic form.
var irregularPasts = map[string]bool{
	"built": true, "rebuilt": true, "wrote": true, "rewrote": true, "led": true, "co-led": true, "made": true, "ran": true, "took": true, "brought": true,
	"cut": true, "got": true, "won": true, "gave": true, "kept": true, "held": true, "drove": true, "grew": true, "shrank": true, "sped": true,
	"found": true, "taught": true, "began": true, "chose": true, "oversaw": true, "spent": true, "sent": true, "split": true, "spun": true, "beat": true,
	"broke": true, "did": true, "fed": true, "froze": true, "dealt": true, "learnt": true, "wove": true, "laid": true, "met": true, "shot": true,
	"sold": true, "stood": true, "fought": true, "sought": true, "thought": true, "understood": true, "put": true, "set": true, "bound": true, "drew": true,
}

// passives are participles that speak of what was done to the writer, or of
// a thing by its properties.
var passives = map[string]bool{
	"awarded": true, "nominated": true, "selected": true, "invited": true, "granted": true, "funded": true, "sponsored": true, "hired": true, "promoted": true,
	"elected": true, "admitted": true, "certified": true, "employed": true, "located": true, "entitled": true, "titled": true, "supervised": true, "advised": true,
	"mentored": true, "tasked": true, "assigned": true, "recognized": true, "recognised": true, "honored": true, "honoured": true, "licensed": true, "accepted": true,
	"based": true, "related": true, "proposed": true, "limited": true, "detailed": true, "experienced": true, "skilled": true, "involved": true, "needed": true,
	"featured": true, "named": true, "updated": true, "expected": true, "interested": true, "motivated": true, "qualified": true, "dedicated": true, "focused": true,
	"embedded": true, "united": true, "speed": true, "feed": true, "seed": true, "embed": true, "medical": true, "red": true, "need": true, "exceed": true,
	"proceed": true, "indeed": true, "hundred": true, "shed": true, "bed": true, "breed": true, "weed": true, "used": true, "worked": true, "concerned": true,
	"gated": true, "masked": true, "unified": true, "mixed": true, "joined": true, "shared": true, "weighted": true, "guided": true, "unsupervised": true, "self-supervised": true, "federated": true, "advanced": true, "attended": true, "appointed": true, "required": true, "allowed": true,
}

// doubtful are verbs that stand as often before a noun that they belong to:
// "distributed training". They count where an article, a number or a pronoun
// follows.
var doubtful = map[string]bool{
	"distributed": true, "automated": true, "applied": true, "augmented": true, "improved": true, "accelerated": true, "integrated": true, "simulated": true,
	"combined": true, "fused": true, "connected": true, "enhanced": true, "generalized": true, "generalised": true, "learned": true, "learnt": true, "compressed": true, "pruned": true,
	"quantized": true, "quantised": true, "structured": true, "published": true, "set": true, "optimized": true, "optimised": true, "parallelized": true, "parallelised": true, "put": true, "extended": true,
}

// objectless finds what follows a verb that has no object: it may be a passive.
var objectless = map[string]bool{
	"in": true, "on": true, "with": true, "at": true, "from": true, "for": true, "under": true, "using": true, "via": true, "by": true, "as": true, "within": true,
	"into": true, "through": true, "between": true, "over": true, "of": true, "to": true, "during": true, "across": true, "is": true, "are": true, "was": true,
}

// noObject are verbs that have none.
var noObject = map[string]bool{
	"collaborated": true, "participated": true, "contributed": true, "interned": true, "experimented": true, "presented": true, "led": true, "ranked": true,
	"cooperated": true, "competed": true, "assisted": true, "helped": true, "looked": true, "went": true, "served": true, "volunteered": true,
}

var determined = form(`^(?:[\d~≈∼<>$€£+]|(?:a|an|the|our|my|its|their|all|two|three|four|five|six|several|multiple|both|this|these|over|up|more)\b)`)

// deed returns a text as what somebody did, to follow "you": "Cut latency to
// 9 ms with my team" becomes "cut latency to 9 ms with your team". It is ""
// where the text does not begin with a verb in the past tense, or where that
// is in doubt. Keep are texts that must stay in it; it is cut at the end of a
// clause to at most limit characters.
func deed(s string, limit int, keep ...string) string {
	s = sentenceWith(s, keep)
	words := strings.Fields(s)
	if len(words) > 0 && (words[0] == "I" || words[0] == "We") {
		words = words[1:]
		s = strings.TrimSpace(s[strings.IndexByte(s, ' ')+1:])
		if len(words) > 1 && (words[0] == "also" || words[0] == "then") {
			words = words[1:]
			s = strings.TrimSpace(s[strings.IndexByte(s, ' ')+1:])
		}
	}
	if len(words) < labelWords || titleCase(words) {
		return ""
	}
	verb := 0
	if low := strings.ToLower(words[0]); strings.HasSuffix(low, "ly") && len(low) > 5 {
		verb = 1
	}
	if !didIt(words[verb], words[verb+1]) {
		return ""
	}
	s = plainClauses(clauses(s, limit, keep), keep)
	if s == "" || strings.ContainsAny(s, "?!") {
		return ""
	}
	first := verb + 1
	if ts := tokens(s); len(ts) > verb+3 && ts[verb+1].word == "and" && didIt(ts[verb+2].raw, ts[verb+3].raw) { // designed and built
		first = verb + 3
	}
	article, ok := sayable(s, first)
	if !ok {
		return ""
	}
	if article >= 0 {
		ws := strings.Fields(s)
		put := articleFor(ws[article])
		if oneOfAKind[strings.ToLower(strings.Trim(ws[article], ",;:"))] || len(ws) > article+1 && (ws[article+1] == "of" || deedNoun(ws[article]) && (ws[article+1] == "from" || ws[article+1] == "to")) {
			put = "the"
		}
		s = strings.Join(slices.Insert(ws, article, put), " ")
	}
	r := []rune(rightArticles(s))
	r[0] = unicode.ToLower(r[0])
	said, _ := toSecond(string(r))
	return said
}

// deedNoun reports whether a noun is what was done: a migration, a deployment.
func deedNoun(word string) bool {
	return strings.HasSuffix(word, "tion") || strings.HasSuffix(word, "ment")
}

// fullStop finds where a sentence ends and another begins.
var fullStop = form(`[.!]\s+\p{Lu}`)

// shortForms are words that end with a full stop within a sentence.
var shortForms = wordSet(`prof mr mrs ms dr inc ltd corp dept univ vs approx fig eq vol proc resp incl est assoc asst jr sr univ bros sen rep gov`)

// shortForm reports whether a text ends with an abbreviation rather than with
// the last word of a sentence.
func shortForm(before string) bool {
	n := letters(before)
	if n == 0 {
		return false
	}
	word := before[len(before)-n:]
	if utf8.ValidString(word) && shortForms[strings.ToLower(word)] {
		return true
	}
	return n < 3 && strings.ToUpper(word) != word || n == 1
}

// sentenceWith returns the sentence of a text that has the first of what is
// to be kept; the first sentence where that is not to be found.
func sentenceWith(s string, keep []string) string {
	first, start := "", 0
	for _, m := range append(fullStop().FindAllStringIndex(s, -1), []int{len(s), len(s)}) {
		if m[0] < len(s) && shortForm(s[:m[0]]) {
			continue
		}
		part := strings.TrimSpace(strings.TrimLeft(s[start:m[0]], ".! "))
		if first == "" {
			first = part
		}
		if len(keep) > 0 && keep[0] != "" && strings.Contains(part, keep[0]) {
			return part
		}
		start = m[0]
	}
	return first
}

// plainClauses makes what follows a semicolon fit to what goes before it: a
// further deed is joined by "and", a sentence of its own stays, and anything
// else is left out, or makes the whole text unfit where it is to be kept.
func plainClauses(s string, keep []string) string {
	if head, tail, more := strings.Cut(s, ": "); more { // a list of deeds has no subject
		if ts := tokens(tail); len(ts) > 0 && (irregularPasts[ts[0].word] || regularPast().MatchString(ts[0].word)) {
			if slices.ContainsFunc(keep, func(k string) bool { return k != "" && strings.Contains(tail, k) && !strings.Contains(head, k) }) {
				return ""
			}
			s = head
		}
	}
	head, tail, more := strings.Cut(s, "; ")
	if !more {
		return s
	}
	lost := slices.ContainsFunc(keep, func(k string) bool { return k != "" && strings.Contains(tail, k) && !strings.Contains(head, k) })
	ts := tokens(tail)
	switch {
	case strings.Contains(tail, "; ") || len(ts) < 3:
		if lost {
			return ""
		}
		return head
	case ts[0].raw == ts[0].word && !passives[ts[0].word] && (irregularPasts[ts[0].word] || regularPast().MatchString(ts[0].word)) && !objectless[ts[1].word]:
		return head + ", and " + tail
	case !finite[ts[0].word] && slices.ContainsFunc(ts, func(t token) bool { return finite[t.word] }):
		return s
	case lost:
		return ""
	}
	return head
}

// didIt reports whether a word is a verb in the past tense that what follows
// it is the object of.
func didIt(word, next string) bool {
	low := strings.ToLower(word)
	next = strings.ToLower(strings.Trim(next, ",;:"))
	switch {
	case passives[low] && low != "used" && low != "worked":
		return false
	case !irregularPasts[low] && !regularPast().MatchString(word):
		return false
	case low == "used", doubtful[low]:
		return determined().MatchString(next)
	case low == "worked":
		return next == "on" || next == "with" || next == "in" || next == "as" || next == "at"
	case objectless[next] || next == "&" || next == "and":
		return noObject[low] || next == "and"
	}
	return next != "|" && next != "-" && next != "–" && next != "—"
}

// titleCase reports whether most words of a text that could be small are
// written with capitals, as titles are.
func titleCase(words []string) bool {
	high, low := 0, 0
	for _, w := range words[1:] {
		r := []rune(w)
		if len(r) < 4 || !unicode.IsLetter(r[0]) || strings.ToUpper(w) == w {
			continue
		}
		if unicode.IsUpper(r[0]) {
			high++
		} else {
			low++
		}
	}
	return high > low+1
}

// clauseEnd finds where a sentence may end although it goes on: before what
// was added to it.
var clauseEnd = form(`\.\s+\p{Lu}|;\s|,?\s+(?:[–—]\s|(?:which|resulting|leading|achieving|reducing|improving|enabling|ensuring|allowing|increasing|cutting|saving|boosting|making|while|thereby|thus|so that)\s)|,\s+(?:and|then|with|using|by|where|who|but)\s`)

// clauses returns a text up to the end of a clause within limit characters,
// or "" where what is to be kept does not fit.
func clauses(s string, limit int, keep []string) string {
	need := 0
	for _, k := range keep {
		if i := strings.Index(s, k); i >= 0 && k != "" {
			need = max(need, i+len(k))
		}
	}
	end := -1
	if width(s) <= limit {
		end = len(s)
	}
	for _, m := range clauseEnd().FindAllStringIndex(s, -1) {
		first := strings.HasPrefix(s[m[0]:m[1]], ".")
		if first && shortForm(s[:m[0]]) {
			continue
		}
		if m[0] >= need && width(s[:m[0]]) <= limit && (first || end < 0 || end != len(s) && m[0] > end) && width(s[:m[0]]) >= 30 {
			end = m[0]
			if first { // one sentence is enough
				break
			}
		}
	}
	if end < 0 || end < need {
		return ""
	}
	return strings.TrimRight(s[:end], " ,;:–—-(")
}

// datesFirst and datesLast find when something was, before and after what it
// was.
var (
	datesFirst = form(`^` + whenever + `[\s,:|–—-]+`)
	datesLast  = form(`[\s,(|–—-]+` + wheneverRange + `\)?\s*$`)
)

const (
	month         = `(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|spring|summer|fall|autumn|winter)[\p{L}]{0,6}\.?['’\s,]*)`
	someDay       = `(?:` + month + `(?:(?:19|20)\d\d|['’]?\d\d)|(?:\d{1,2}[/.])?(?:19|20)\d\d(?:[/.]\d{1,2})?)`
	until         = `\s*(?:-|–|—|to|until)\s*(?:` + someDay + `|` + month + `|present|now|current|today|ongoing)`
	whenever      = `(?i)(?:` + month + until + `|` + someDay + `(?:` + until + `)?)`
	wheneverRange = `(?i:` + someDay + until + `|` + month + `(?:19|20)\d\d|\d{1,2}/(?:19|20)\d\d)`
)

// undated drops the dates that a line begins or ends with, where enough of it
// is left.
func undated(s string) string {
	for _, f := range []func() *regexp.Regexp{datesFirst, datesLast} {
		m := f().FindStringIndex(s)
		if m == nil {
			continue
		}
		if rest := s[:m[0]] + s[m[1]:]; len(strings.Fields(rest)) >= 2 {
			s = strings.TrimRight(rest, " ,;:|–—-")
		}
	}
	return s
}
