package rubric

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"pique/extract"
)

// The least and the most probes of a question.
const (
	leastProbes = 2
	mostProbes  = 3
)

// labelWords is the number of words under which a quote is a label rather
// than a claim: "Preprint", "Code on GitHub".
const labelWords = 4

// asking makes the questions of one sheet.
type asking struct {
	rubric *Rubric
	blind  bool
	name   []string        // words of the candidate's name
	hide   []string        // of them those to hide, where the sheet is blind
	quoted map[string]bool // quotes that a question is about already
	rested map[string]bool // quotes that a question is or will be about
}

// questions returns the opener and then a question for each other signal.
func (a *asking) questions(c Candidate) []Question {
	signals := a.rubric.byStrength(c.Signals)
	var out []Question
	if i := slices.IndexFunc(a.rubric.kinds, func(k *kind) bool { return k.id == c.Kind }); i >= 0 {
		k := a.rubric.kinds[i]
		about := slices.IndexFunc(signals, func(s Signal) bool { return slices.Contains(k.any, s.ID) && s.Level >= k.from })
		switch {
		case about >= 0:
			out = append(out, a.question(signals[about], k.ask.texts))
			signals = slices.Delete(signals, about, about+1)
		case k.ask.given():
			out = append(out, a.ofKind(k))
		}
	}
	for _, s := range signals {
		out = append(out, a.question(s, nil))
	}
	return out
}

// ofKind is the opener of a kind of candidate that has no signals.
func (a *asking) ofKind(k *kind) Question {
	q := Question{ID: k.id + "-1", Signal: k.id, Title: "Opening question", Core: k.ask.core, Scale: maps.Clone(k.ask.scale)}
	filled := slots{slotCore: q.Core}
	q.Text, _ = firstFilled(k.ask.texts, filled)
	q.Probes = a.probes(k.ask.probes, filled, "")
	return q
}

// question asks about a signal. Lead are texts to lead up to it with, before
// those of the signal.
func (a *asking) question(s Signal, lead []template) Question {
	of := a.rubric.signals[slices.IndexFunc(a.rubric.signals, func(k *signal) bool { return k.id == s.ID })]
	as := a.rubric.askOf(of)
	q := Question{
		ID: fmt.Sprintf("%s-1", s.ID), Signal: s.ID, Title: of.title, Level: s.Level, Caution: of.caution,
		Core: as.core, Scale: maps.Clone(as.scale),
	}
	texts := append(slices.Clone(lead), as.texts...)
	e, filled := a.evidence(s, texts, q.Core)
	if a.quoted[e.Quote] {
		texts = []template{{{text: `Back to what you wrote: "`}, {slot: slotAgain}, {text: `". `}, {slot: slotCore}}}
	}
	if label(filled) { // better no quote than one of a heading, where the rubric knows how
		texts = slices.Concat(unquoting(texts), texts)
	}
	q.Text, _ = firstFilled(texts, filled)
	if q.Text == "" {
		q.Text = q.Core
	}
	q.Evidence = Asked{Quote: e.Quote, Page: e.Page}
	if a.blind {
		q.Evidence.Quote = a.masked(e.Quote)
	}
	a.quoted[e.Quote] = true
	said := []string{e.Quote}
	for _, o := range e.Support {
		said = append(said, o.Quote)
	}
	q.Probes = a.probes(as.probes, filled, strings.Join(said, "\n"))
	return q
}

// label reports whether a quote is a label, or a list of people, rather than
// a claim.
func label(filled slots) bool {
	return filled[slotPaper] == "" && (len(strings.Fields(filled[slotQuote])) < labelWords || authors(filled[slotQuote]))
}

// unquoting returns the texts that do not quote.
func unquoting(texts []template) []template {
	return slices.DeleteFunc(slices.Clone(texts), func(t template) bool {
		return slices.ContainsFunc(t, func(p piece) bool { return p.slot == slotQuote || p.slot == slotAgain })
	})
}

// evidence chooses what a question is about: of the strongest pieces one
// that no other question quotes, that says more than a label, and that fills
// the first text that any fills.
func (a *asking) evidence(s Signal, texts []template, core string) (Evidence, slots) {
	if len(s.Evidence) == 0 {
		return Evidence{}, slots{slotCore: core}
	}
	best, bestRank := 0, 0
	var bestSlots slots
	for i, e := range s.Evidence {
		if e.Level < s.Evidence[0].Level {
			break
		}
		filled := a.slots(e)
		filled[slotCore] = core
		_, rank := firstFilled(texts, filled)
		if r := supported(e, "measure"); a.rested[r] { // another question is about that line
			filled[slotResult], filled[slotAchieved] = "", ""
		}
		if label(filled) {
			rank += len(texts) + 1
		}
		if a.quoted[e.Quote] {
			rank += 2 * (len(texts) + 1)
		}
		if i == 0 || rank < bestRank {
			best, bestRank, bestSlots = i, rank, filled
		}
	}
	return s.Evidence[best], bestSlots
}

// firstFilled fills the first template that can be filled, and tells which
// it is: len(texts) where none can.
func firstFilled(texts []template, filled slots) (string, int) {
	for i, t := range texts {
		if s, ok := t.fill(filled); ok {
			return s, i
		}
	}
	return "", len(texts)
}

// probes returns the probes that ask for what a claim leaves open, the first
// three of them, filled up to two with those that apply to every claim.
func (a *asking) probes(from []probe, filled slots, said string) []string {
	line := a.rubric.prepare(said)
	var open, general []string
	for _, p := range from {
		if p.fact != "" && (filled[p.fact] == "") != p.no ||
			p.with.Len() > 0 && !p.with.Has(line.Line, 0, len(line.Tokens)) || p.unless.Has(line.Line, 0, len(line.Tokens)) {
			continue
		}
		s, ok := p.say.fill(filled)
		switch {
		case !ok:
		case p.certain:
			general = append(general, s)
		default:
			open = append(open, s)
		}
	}
	open = open[:min(len(open), mostProbes)]
	return append(some(open), general[:min(len(general), max(leastProbes-len(open), 0))]...)
}

func some(list []string) []string { return append([]string{}, list...) }

// hiddenAsk is what to ask about text that cannot be seen where a rubric does
// not say it. It supposes nothing: programs and templates leave such text.
func hiddenAsk() ask {
	return ask{
		core: "Programs and templates often leave such text behind: do you know how it came there?",
		texts: []template{
			{{text: `Your file has some text that cannot be seen on the page: "`}, {slot: slotQuote}, {text: `". `}, {slot: slotCore}},
		},
		probes: []probe{
			{say: template{{text: "Which program or template did you make the file with?"}}, certain: true},
			{say: template{{text: "Is there anything in it that you would like me to read?"}}, certain: true},
		},
	}
}

// The least of hidden text that is worth a question: less is a speck of a
// program that made the file.
const (
	leastHiddenWords   = 2
	leastHiddenLetters = 8
)

// producer finds what programs write into the files that they make.
var producer = form(`(?i)\b(powered by|(created|generated|made|produced) (by|with|in|using)|evaluation copy|trial version|watermark|unregistered)\b`)

// hidden is the question about what cannot be seen in a file. It reports
// false where there is too little of it.
func (a *asking) hidden(found []extract.Hidden) (Question, bool) {
	longest := -1
	for i, h := range found {
		letters := 0
		for _, r := range h.Text {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		if letters >= leastHiddenLetters && !producer().MatchString(h.Text) && len(strings.Fields(h.Text)) >= leastHiddenWords && (longest < 0 || len(h.Text) > len(found[longest].Text)) {
			longest = i
		}
	}
	if longest < 0 {
		return Question{}, false
	}
	of, h := a.rubric.sheet.hidden, found[longest]
	said := spoken(a.masked(h.Text))
	filled := slots{slotCore: of.core, slotQuote: shortened(said, maxSlotAgain)}
	q := Question{
		ID: HiddenID, Signal: "hidden", Title: "Text that cannot be seen", Caution: true, Minutes: a.rubric.sheet.hiddenMinutes,
		Core: of.core, Evidence: Asked{Quote: a.masked(h.Text), Page: h.Page}, Probes: a.probes(of.probes, filled, ""), Scale: map[string]string{},
	}
	q.Text, _ = firstFilled(of.texts, filled)
	return q, filled[slotQuote] != "" && q.Text != ""
}

// generalAsk is what to ask where a rubric does not say it.
func generalAsk() ask {
	return ask{
		core: "What did you do yourself, how did you do it, and what came of it?",
		texts: []template{
			{{text: "Your resume says that you "}, {slot: slotDeed}, {text: ". "}, {slot: slotCore}},
			{{text: `You wrote: "`}, {slot: slotQuote}, {text: `". `}, {slot: slotCore}},
		},
		probes: []probe{
			{say: template{{text: "How do you know that it worked?"}}, certain: true},
			{say: template{{text: "What would you do differently today, and why?"}}, certain: true},
		},
		scale: map[string]string{
			"1": "Cannot say what was done, or what was their own part",
			"3": "Says what they did and what came of it",
			"5": "Says what, why, how they know, and what they would do differently, unprompted",
		},
	}
}
