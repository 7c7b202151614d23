package rubric

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// probesAsked is how many probes a question has.
const probesAsked = 2

// labelWords is the number of words under which a quote is a label rather
// than a claim: "Preprint", "Code on GitHub".
const labelWords = 4

// asking makes the questions of one sheet.
type asking struct {
	rubric *Rubric
	blind  bool
	hide   []string        // words of the name, where the sheet is blind
	quoted map[string]bool // quotes that a question is about already
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
	slots := map[string]string{slotCore: q.Core}
	q.Text, _ = firstFilled(k.ask.texts, slots)
	q.Probes = a.probes(k.ask.probes, slots, "")
	return q
}

// question asks about a signal. Lead are texts to lead up to it with, before
// those of the signal.
func (a *asking) question(s Signal, lead []template) Question {
	of := a.rubric.signals[slices.IndexFunc(a.rubric.signals, func(k *signal) bool { return k.id == s.ID })]
	as := of.ask
	if !as.given() {
		as = generalAsk()
	}
	q := Question{
		ID: fmt.Sprintf("%s-1", s.ID), Signal: s.ID, Title: of.title, Level: s.Level, Caution: of.caution,
		Core: as.core, Scale: maps.Clone(as.scale),
	}
	texts := append(slices.Clone(lead), as.texts...)
	e, slots := a.evidence(s, texts, q.Core)
	if a.quoted[e.Quote] {
		texts = []template{{{text: `Back to what you wrote: "`}, {slot: slotQuote}, {text: `". `}, {slot: slotCore}}}
	}
	q.Text, _ = firstFilled(texts, slots)
	if q.Text == "" {
		q.Text = q.Core
	}
	q.Evidence = Asked{Quote: e.Quote, Page: e.Page}
	if a.blind {
		q.Evidence.Quote = masked(e.Quote, a.hide)
	}
	a.quoted[e.Quote] = true
	q.Probes = a.probes(as.probes, slots, e.Quote)
	return q
}

// evidence chooses what a question is about: of the strongest pieces one
// that no other question quotes, that says more than a label, and that fills
// the first text that any fills.
func (a *asking) evidence(s Signal, texts []template, core string) (Evidence, map[string]string) {
	if len(s.Evidence) == 0 {
		return Evidence{}, map[string]string{slotCore: core}
	}
	best, bestRank := 0, 0
	var bestSlots map[string]string
	for i, e := range s.Evidence {
		if e.Level < s.Evidence[0].Level {
			break
		}
		slots := a.slots(e)
		slots[slotCore] = core
		_, rank := firstFilled(texts, slots)
		if len(strings.Fields(slots[slotQuote])) < labelWords {
			rank += len(texts) + 1
		}
		if a.quoted[e.Quote] {
			rank += 2 * (len(texts) + 1)
		}
		if i == 0 || rank < bestRank {
			best, bestRank, bestSlots = i, rank, slots
		}
	}
	return s.Evidence[best], bestSlots
}

// firstFilled fills the first template that can be filled, and tells which
// it is: len(texts) where none can.
func firstFilled(texts []template, slots map[string]string) (string, int) {
	for i, t := range texts {
		if s, ok := t.fill(slots); ok {
			return s, i
		}
	}
	return "", len(texts)
}

// probes returns the first probes that apply to a quote.
func (a *asking) probes(from []probe, slots map[string]string, quote string) []string {
	line := a.rubric.prepare(quote)
	out := []string{}
	for _, p := range from {
		if len(out) == probesAsked {
			break
		}
		if p.fact != "" && (slots[p.fact] == "") != p.no ||
			p.with.Len() > 0 && !p.with.Has(line.Line, 0, len(line.Tokens)) || p.unless.Has(line.Line, 0, len(line.Tokens)) {
			continue
		}
		if s, ok := p.say.fill(slots); ok {
			out = append(out, s)
		}
	}
	return out
}

// generalAsk is what to ask where a rubric does not say it.
func generalAsk() ask {
	return ask{
		core:  "What did you do yourself, how did you do it, and what came of it?",
		texts: []template{{{text: `You wrote: "`}, {slot: slotQuote}, {text: `". `}, {slot: slotCore}}},
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
