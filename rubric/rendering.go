package rubric

import (
	"strings"
)

// Rendering is a text of a question, filled from an example of the rubric.
type Rendering struct {
	About  string // the signal, or the kind of candidate that it opens the conversation with
	Line   int    // of the text in the file, from 1
	Col    int    // from 1
	Text   string // as asked; "" where the example does not fill it
	Source string // what the example says; "" of a kind without signals
}

// Render fills every text of every question with every example that fires.
// The order is that of the rubric.
func (r *Rubric) Render() []Rendering {
	var out []Rendering
	a := &asking{rubric: r}
	found := map[*signal][]rendered{}
	for _, s := range r.signals {
		found[s] = r.exampleEvidence(s, a)
	}
	fill := func(about string, as ask, core string, from []rendered) {
		for i, t := range as.texts {
			for _, f := range from {
				f.slots[slotCore] = core
				text, _ := t.fill(f.slots)
				out = append(out, Rendering{about, as.spots[i].line, as.spots[i].col, text, f.source})
			}
		}
	}
	for _, k := range r.kinds {
		if !k.ask.given() {
			continue
		}
		if len(k.any) == 0 {
			fill(k.id, k.ask.ask, k.ask.core, []rendered{{slots: slots{}}})
			continue
		}
		for _, s := range r.signals {
			for _, id := range k.any {
				if id == s.id {
					fill(k.id, k.ask.ask, r.askOf(s).core, found[s])
				}
			}
		}
	}
	for _, s := range r.signals {
		if s.ask.given() {
			fill(s.id, s.ask, s.ask.core, found[s])
		}
	}
	return out
}

// rendered is an example with the slots that it fills.
type rendered struct {
	source string
	slots  slots
}

// exampleEvidence returns what the examples of a signal fill slots with.
func (r *Rubric) exampleEvidence(s *signal, a *asking) []rendered {
	var out []rendered
	for _, e := range s.examples {
		if e.level == Absent {
			continue
		}
		for _, sig := range r.Score(sample(e)).Signals {
			if sig.ID == s.id && len(sig.Evidence) > 0 {
				out = append(out, rendered{sig.Evidence[0].Quote, a.slots(sig.Evidence[0])})
			}
		}
	}
	return out
}

// askOf is what to ask about a signal, in general words where the rubric does
// not say it.
func (r *Rubric) askOf(s *signal) ask {
	if s.ask.given() {
		return s.ask
	}
	return generalAsk()
}

// questions notes questions that do not read well with an example, and texts
// that none fills.
func (x *inspector) questions() {
	type place struct{ line, col int }
	filled := map[place]bool{}
	told := map[place]bool{}
	var order []Rendering
	for _, r := range x.r.Render() {
		at := place{r.Line, r.Col}
		if _, ok := filled[at]; !ok {
			filled[at] = false
			order = append(order, r)
		}
		if r.Text == "" {
			continue
		}
		filled[at] = true
		if why := misread(r.Text); why != "" && !told[at] {
			told[at] = true
			x.find(CheckQuestion, true, nil, spot{r.Line, r.Col}, "change the text so that it reads well with what is put in",
				"with the example %s it reads %s: %s", quoted(r.Source), quoted(r.Text), why)
		}
	}
	for _, r := range order {
		x.cover.Texts++
		if filled[place{r.Line, r.Col}] {
			x.cover.Filled++
			continue
		}
		x.find(CheckText, false, nil, spot{r.Line, r.Col}, "write an example that has it, or leave the text out", "no example of %q fills this text", r.About)
	}
}

// misreadings are what no question has, whatever is put into it.
var misreadings = []struct{ has, why string }{
	{`[?!]\.(?:\s|$)|[^.]\.\.(?:\s|$)|[?!.]"\.`, "two marks end one sentence"},
	{`\s[,.;:?!](?:\s|$)`, "a space stands before a punctuation mark"},
	{`""|“”|\(\)`, "something empty is quoted"},
	{`(?i)\b(the the|a a|an an|a the|the a|at at|you you|that that|your your)\b`, "a word stands twice"},
	{`\b(?:at|for|with|from|in|of) [,.;:?!]`, "a word is missing after a preposition"},
	{`[{}]`, "a brace is left over"},
	{`\s\s`, "two spaces stand side by side"},
}

// misread says why a question reads badly, or "".
func misread(text string) string {
	own := outsideQuotes().ReplaceAllString(text, `"quote"`)
	for _, m := range misreadings {
		if form(m.has)().MatchString(own) {
			return m.why
		}
	}
	switch {
	case strings.Count(text, `"`)%2 > 0:
		return "a quotation mark stands alone"
	case !strings.ContainsAny(text[len(text)-1:], ".?!"):
		return "no mark ends it"
	}
	return ""
}

// outsideQuotes finds quotations, whose words are the candidate's.
var outsideQuotes = form(`"[^"]+"`)
