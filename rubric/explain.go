package rubric

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pique/extract/outline"
	"pique/rubric/claim"
	"pique/rubric/phrase"
)

// why says what gave a hit its level.
func (rd *reading) why(s *signal, h hit) string {
	if s.caution {
		return "a caution: ask what in it was their own; it takes no points"
	}
	name := levelNames[h.level]
	if h.level == s.top && s.top < Verifiable {
		name += ", the highest level of this signal"
	}
	switch {
	case h.level == Measured && h.measured.text != nil:
		return name + ": " + rd.numbered(h)
	case h.level == Verifiable && h.link != "" && h.measured.text != nil:
		return fmt.Sprintf("%s: %s, and %s can be opened", name, rd.numbered(h), h.link)
	case h.level == Verifiable && h.link != "":
		return fmt.Sprintf("%s: %s can be opened", name, h.link)
	case h.level == Claimed:
		return name + ": it is said, and no more than that"
	case h.level == Specific && h.rule.level == Claimed:
		if text := firstFound(&h.rule.specifics, h.text.Line, h.within.from, h.within.to); text != "" {
			return name + ": it names " + curly(text)
		}
		return fmt.Sprintf("%s: it names %s", name, listed(h.rule.specific, "and"))
	}
	return name + ": it says what was done"
}

// numbered is the number that measures a hit, and where it stands if not in
// the words that are quoted.
func (rd *reading) numbered(h hit) string {
	switch m := h.measured; {
	case m.text == h.text:
		return m.printed()
	case m.text.entry == h.text.entry:
		return m.printed() + ", in the same entry"
	}
	return h.measured.printed() + ", in a project under it"
}

// next says what the next level lacks, in the order in which levelled asks
// for it; "" at the highest level that the signal has.
func (rd *reading) next(s *signal, h hit) string {
	if s.caution || h.level >= s.top {
		return ""
	}
	switch {
	case h.level < Specific:
		return "for specific " + rd.unnamed(h)
	case h.level < Measured && len(s.measured.by) > 0:
		return "for measured " + rd.unmeasured(s, h)
	case len(s.links) > 0:
		return "for verifiable " + rd.unlinked(s, h)
	}
	return ""
}

// unnamed says what a claim lacks to be specific.
func (rd *reading) unnamed(h hit) string {
	u := h.rule
	if u.level <= Specific && rd.within(u.reach, &u.claimedIf, h.text, h.within) {
		if text := firstFound(&u.claimedIf, h.text.Line, 0, len(h.text.Tokens)); text != "" {
			return curly(text) + " is never more than a claim: say what was done"
		}
		return "it must say what was done"
	}
	var lacks []string
	e := rd.entryOf(h.text)
	for _, name := range u.specific {
		if e == nil || rd.fact(e, name) == "" {
			lacks = append(lacks, name)
		}
	}
	switch missing := verb(lacks, "is missing", "are missing"); {
	case len(lacks) > 0 && u.specifics.Len() > 0:
		return fmt.Sprintf("%s, or that it is named: %s", missing, asked(u.specifics.Sources()))
	case len(lacks) > 0:
		return missing
	case u.specifics.Len() > 0:
		return asked(u.specifics.Sources()) + " is missing beside it"
	}
	return curly(h.text.Text[h.at.Start:h.at.End]) + " is never more than a claim"
}

// unmeasured says why no number measures a hit: there is none, or those that
// stand there are not of the kind.
func (rd *reading) unmeasured(s *signal, h hit) string {
	want := plainClasses(s.measured.by)
	refused := rd.refused(s, h.text, h.within)
	lines, where := []*text{h.text}, "in the same sentence"
	if s.measured.inEntry {
		lines, where = rd.held(h.text), "in the same entry"
	}
	for _, t := range lines {
		for _, sen := range t.sentences {
			if refused == "" && s.measured.inEntry {
				refused = rd.refused(s, t, sen)
			}
		}
	}
	if refused != "" {
		return fmt.Sprintf("a number that belongs to it is missing (%s): %s", firstOf(want), refused)
	}
	return fmt.Sprintf("a number %s is missing (%s)", where, firstOf(want))
}

// firstOf lists the first few kinds of number that are taken.
func firstOf(kinds []string) string {
	const most = 5
	if len(kinds) > most {
		return strings.Join(kinds[:most-1], ", ") + ", ..."
	}
	return listed(kinds, "or")
}

// refused says why the first number of a sentence measures nothing of a
// signal; "" where the sentence has no number.
func (rd *reading) refused(s *signal, t *text, sen part) string {
	near := s.measured.near.Len() == 0 || s.measured.near.Has(t.Line, sen.from, sen.to)
	for _, c := range t.claims.Within(sen.start, sen.end) {
		number := curly(t.Text[c.Start:c.End])
		switch {
		case c.Form == claim.Magnitude:
			return number + " tells the size of the change and no number"
		case c.Gain < 0:
			return number + " got worse"
		case c.About == claim.Business:
			return number + " is about people or business, not about the program"
		case !c.Measured():
			continue // a count, a version, a length of a course
		case !s.measured.takes(c):
			return number + " is " + of(c) + ", another kind of number"
		case s.measured.strays(t, c, sen):
			return number + " is said about something else"
		case !near && !c.HasBaseline:
			return number + " stands without the words that tie it to this"
		}
	}
	return ""
}

// of names what a number is about.
func of(c claim.Claim) string {
	if name := classNames[c.About]; name != "" {
		return name
	}
	return cmp.Or(classNames[c.Dim], "something else")
}

// unlinked says which link a hit lacks, and of those that stand beside it why
// they do not count.
func (rd *reading) unlinked(s *signal, h hit) string {
	lack := "a link to the " + listed(s.links, "or") + " is missing"
	if h.text.section == outline.Experience && slices.Contains(s.links, "page") {
		lack = "a link to the " + listed(slices.DeleteFunc(slices.Clone(s.links), func(k string) bool { return k == "page" }), "or") + " is missing"
	}
	var beside []string
	for _, a := range rd.doc.Lines[h.text.number].Links {
		beside = append(beside, a.URI)
	}
	if e := rd.entryOf(h.text); e != nil {
		beside = append(beside, e.Links...)
	}
	for _, a := range beside {
		switch kind := linkKind(a); {
		case strings.HasPrefix(a, "mailto:"), strings.HasPrefix(a, "tel:"):
		case kind == "":
			return lack + "; " + a + " is a front page or profile"
		default:
			return fmt.Sprintf("%s; %s leads to a %s", lack, a, map[string]string{"code": "repository", "paper": "paper", "page": "page"}[kind])
		}
	}
	return lack
}

// firstFound is the first place in a line where one of the phrases stands, as
// printed; "" where there is none.
func firstFound(set *phrase.Set, l *phrase.Line, from, to int) string {
	if !set.Has(l, from, to) {
		return ""
	}
	found := set.Find(nil, l, from, to)
	if len(found) == 0 {
		return ""
	}
	first := slices.MinFunc(found, func(a, b phrase.Match) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	return l.Text[first.Start:first.End]
}

// plainClasses are classes of quantity for people: each once, and what
// "better" ones are about.
func plainClasses(by []string) []string {
	var out []string
	for _, class := range by {
		class = strings.TrimPrefix(class, "better ")
		if words := map[string]string{"params": "parameters", "rate": "things a second", "factor": "how many times", "compute": "computing"}[class]; words != "" {
			class = words
		}
		if !slices.Contains(out, class) {
			out = append(out, class)
		}
	}
	return out
}

// asked says which phrases are asked for: the names of word lists alone
// where there are any, else the first few phrases.
func asked(sources []string) string {
	const most = 3
	var lists []string
	for _, src := range sources {
		for rest := src; ; {
			_, after, ok := strings.Cut(rest, "{")
			name, tail, closed := strings.Cut(after, "}")
			if !ok || !closed {
				break
			}
			if !slices.Contains(lists, name) {
				lists = append(lists, name)
			}
			rest = tail
		}
	}
	if len(lists) > 0 {
		return "a " + listed(lists, "or")
	}
	if slices.ContainsFunc(sources, func(src string) bool { return strings.Contains(src, "<name>") }) {
		return "a name"
	}
	if strings.ContainsAny(strings.Join(sources, ""), "({[<.^*") {
		return "what it was" // patterns are no words for people
	}
	out := make([]string, min(len(sources), most))
	for i := range out {
		out[i] = curly(sources[i])
	}
	return listed(out, "or")
}

// verb joins a subject and the form of its verb.
func verb(subject []string, one, many string) string {
	if len(subject) == 1 && subject[0] != "dates" {
		return subject[0] + " " + one
	}
	return listed(subject, "and") + " " + many
}

// listed joins words as a sentence does: a, b or c.
func listed(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + last + " " + words[len(words)-1]
}

// curly is a text in quotation marks.
func curly(s string) string { return "“" + s + "”" }
