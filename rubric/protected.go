package rubric

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"pique/rubric/phrase"
)

// Override is a protected trait that a rubric looks for on purpose.
type Override struct {
	Trait   string `json:"trait"`
	Because string `json:"because"` // the reason that the rubric gives
}

// Overrides returns the protected traits that the rubric says it looks for,
// in the order of the file, nil where there are none.
func (r *Rubric) Overrides() []Override { return slices.Clone(r.allowed) }

// protector finds protected traits in what a rubric looks for.
type protector struct {
	book   *phrase.Book
	clear  phrase.Set   // company in which the words of a trait are about a subject or a tool
	signs  []phrase.Set // by trait: words that name it wherever they stand
	wholes []phrase.Set // by trait: words that name it where they are the whole phrase
	single []phrase.Set // by trait: those of wholes that are one word
	words  []string     // that name a trait by themselves, sorted
}

// protectors is made when first asked for.
var protectors = sync.OnceValues(func() (*protector, error) {
	p := &protector{book: phrase.NewBook()}
	add := func(to *phrase.Set, sources []string) error {
		for _, src := range sources {
			c, err := p.book.Compile(src)
			if err != nil {
				return fmt.Errorf("compile %q: %w", src, err)
			}
			to.Add(c)
		}
		return nil
	}
	if err := add(&p.clear, clearCompany); err != nil {
		return nil, err
	}
	p.signs, p.wholes, p.single = make([]phrase.Set, len(traits)), make([]phrase.Set, len(traits)), make([]phrase.Set, len(traits))
	for i, t := range traits {
		if err := add(&p.signs[i], t.anywhere); err != nil {
			return nil, err
		}
		one, more := asWritten(t.alone)
		if err := add(&p.wholes[i], more); err != nil {
			return nil, err
		}
		if err := add(&p.single[i], one); err != nil {
			return nil, err
		}
	}
	c := phrase.NewCover(p.book)
	for i := range traits {
		for _, ph := range slices.Concat(p.signs[i].Patterns(), p.single[i].Patterns()) {
			if ph.Least() > 1 {
				continue
			}
			for _, text := range c.Samples(ph, sampleQuantity, waysLooked) {
				if !strings.Contains(text, " ") {
					p.words = append(p.words, text)
				}
			}
		}
	}
	slices.Sort(p.words)
	p.words = slices.Compact(p.words)
	return p, nil
})

// asWritten parts words from phrases of several words. Words stand for
// themselves and their plural alone: "grade" is no "grading", and "race" no
// "racing".
func asWritten(phrases []string) (one, more []string) {
	for _, src := range phrases {
		switch {
		case strings.ContainsAny(src, "() "):
			more = append(more, src)
		case strings.HasPrefix(src, "="):
			one = append(one, src)
		default:
			one = append(one, "(="+src+" | ="+src+"s)")
		}
	}
	return one, more
}

// leastStem is how many letters the beginning of a word must have, as
// "religio*", to stand for the words of a trait that begin so.
const leastStem = 5

// begins returns a word that names a trait and begins with a stem, or "".
func (p *protector) begins(stem string) string {
	i, _ := slices.BinarySearch(p.words, stem)
	if len(stem) >= leastStem && i < len(p.words) && strings.HasPrefix(p.words[i], stem) {
		return p.words[i]
	}
	return ""
}

// named returns the trait that a text names or stands for, with the words
// that do, or "".
func (p *protector) named(text string) (trait, words string) {
	l := p.book.Line(text, nil)
	n := len(l.Tokens)
	for i, t := range traits {
		for _, m := range p.single[i].Find(p.wholes[i].Find(nil, l, 0, n), l, 0, n) {
			if m.From == 0 && m.To == n {
				return t.name, text[m.Start:m.End]
			}
		}
	}
	p.clear.Mask(l)
	for i, t := range traits {
		if found := p.signs[i].Find(nil, l, 0, n); len(found) > 0 {
			return t.name, text[found[0].Start:found[0].End]
		}
	}
	return "", ""
}

// mayName reports whether a trait may be named by some of the words of a
// text, in any order, of which there are at least so many: false is certain.
func (p *protector) mayName(bag string, least int) bool {
	l := p.book.Line(bag, nil)
	possible := func(s phrase.Set) bool { return s.Possible(l) }
	return slices.ContainsFunc(p.signs, possible) || slices.ContainsFunc(p.wholes, possible) ||
		least <= 1 && slices.ContainsFunc(p.single, possible)
}

// waysLooked is how many ways to say a phrase are looked at for traits.
const waysLooked = 400

// protect refuses a rubric that looks for a protected trait which it does not
// allow itself. Exclusions and examples may name them.
func (l *loader) protect(f fields, r *Rubric) {
	allowed := f.someOf("allow protected")
	because := f.text("because")
	switch at := f.at("allow protected"); {
	case at != nil && because == "":
		l.fault(at, "\"allow protected\" has no reason (a line \"because: ...\" was expected; it is printed with each result)")
	case at == nil && f.at("because") != nil:
		l.fault(f.at("because"), "\"because\" gives the reason for \"allow protected\", which is not there")
	}
	r.allowedAt = spotOf(f.at("allow protected"))
	for _, t := range allowed {
		r.allowed = append(r.allowed, Override{t, because})
	}
	if l.tested {
		return
	}
	p, err := protectors()
	if err != nil {
		l.fault(f.node, "%v", err)
		return
	}
	c := phrase.NewCover(l.book)
	for _, set := range r.soughtSets() {
		for _, ph := range set.Patterns() {
			l.protectPhrase(c, p, ph, allowed)
		}
	}
}

func (l *loader) protectPhrase(c *phrase.Cover, p *protector, ph *phrase.Pattern, allowed []string) {
	for _, text := range p.texts(c, ph) {
		name, words := p.named(text)
		if name == "" || slices.Contains(allowed, name) {
			continue
		}
		t := traits[slices.IndexFunc(traits, func(t trait) bool { return t.name == name })]
		l.faultAt(l.places[ph], "%q looks for %s, by %q: %s (leave it out, or write \"allow protected: [%s]\" and \"because: ...\" at the top, which each result will show)",
			ph.Source, t.called, words, t.reason, t.name)
		return
	}
}

// texts are the texts by which a phrase is judged.
func (p *protector) texts(c *phrase.Cover, ph *phrase.Pattern) []string {
	var texts []string
	if p.mayName(c.Bag(ph, sampleQuantity), ph.Least()) { // most do not
		texts = c.Samples(ph, sampleQuantity, waysLooked)
	}
	for _, stem := range c.Stems(ph) {
		if w := p.begins(stem); w != "" {
			texts = append(texts, w)
		}
	}
	return texts
}

// names are the traits that a phrase looks for.
func (p *protector) names(c *phrase.Cover, ph *phrase.Pattern) []string {
	var out []string
	for _, text := range p.texts(c, ph) {
		if name, _ := p.named(text); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// soughtSets are the phrases that decide for a candidate: those of rules and
// measures, but no exclusions, and the word lists that any of them uses.
func (r *Rubric) soughtSets() []*phrase.Set {
	var out []*phrase.Set
	for _, s := range r.signals {
		out = append(out, &s.measured.near)
		for _, u := range s.rules {
			out = append(out, &u.say, &u.under, &u.specifics, &u.claimedIf)
			for i := range u.with {
				out = append(out, &u.with[i])
			}
		}
	}
	for _, w := range r.lists {
		if slices.ContainsFunc(out, func(s *phrase.Set) bool {
			return slices.ContainsFunc(s.Patterns(), func(p *phrase.Pattern) bool { return r.book.Uses(p, w.name) })
		}) {
			out = append(out, w.entries)
		}
	}
	return out
}

// sampleQuantity is a text for a class of quantity.
func sampleQuantity(class string) string {
	name, better := strings.CutPrefix(class, "better ")
	s := map[string]string{
		"time": "38 ms", "rate": "31 FPS", "size": "40 MB", "params": "30M parameters", "compute": "12 GPU hours", "money": "$300",
		"power": "5 W", "accuracy": "91% accuracy", "percent": "40%", "factor": "3x", "count": "150 files", "magnitude": "from hours to minutes",
	}[name]
	switch class {
	case "better short time":
		return "from 90 ms to 20 ms"
	case "citation":
		return "J. Doe. Quiet motors. Journal of Drives, 2021."
	case "plain factor":
		return "3x"
	case "time each":
		return "4 ms per frame"
	}
	if better {
		return "from " + s + " to a tenth"
	}
	return s
}
