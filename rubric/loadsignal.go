package rubric

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"pique/extract/outline"
)

// entryFacts are what an entry can be asked for.
var entryFacts = []string{"organisation", "dates", "title"}

// linkKinds are what a link can be asked for.
var linkKinds = []string{"code", "paper", "page"}

func (l *loader) signal(n *yaml.Node) *signal {
	f := l.fields(n, "a signal", "id", "title", "short", "why", "weight", "caution", "top", "counts in", "never in", "ignore",
		"set aside", "look for", "measured", "verified by", "only without", "ask", "examples", "near misses")
	s := &signal{
		id: f.must("id", "a signal"), title: f.must("title", "a signal"), short: f.text("short"), why: f.must("why", "a signal"),
		caution: f.flag("caution"), top: l.level(f, "top", Verifiable),
		in: f.someOf("counts in", sectionNames...), never: f.someOf("never in", sectionNames...),
		ignore: l.phrases(f.items("ignore")), aside: l.phrases(f.items("set aside")),
		measured: l.measure(f.at("measured")), links: f.someOf("verified by", linkKinds...),
		absent: f.someOf("only without", l.known()...), ask: l.ask(f.at("ask")),
	}
	if s.short == "" {
		s.short = s.id
	}
	if !s.caution {
		s.weight = f.number("weight", 10, 0, 1000)
	} else if f.at("weight") != nil {
		l.fault(f.at("weight"), "a caution has no weight: it gives and takes no points")
	}
	for _, rn := range f.list("look for") {
		s.rules = append(s.rules, l.rule(rn))
	}
	if len(s.rules) == 0 {
		l.fault(n, "signal %q has nothing to look for", s.id)
	}
	s.examples = l.examples(f, "examples", s)
	s.examples = append(s.examples, l.examples(f, "near misses", s)...)
	return s
}

func (l *loader) rule(n *yaml.Node) *rule {
	if n.Kind == yaml.ScalarNode {
		return &rule{say: l.phrases(l.items(n, "look for")), level: Specific, counts: sectionsOf(nil, nil), source: n.Value, line: n.Line}
	}
	f := l.fields(n, "a rule", "say", "with", "and with", "unless", "every entry", "within", "where", "in", "not in", "link",
		"needs", "not at", "names", "under", "level", "specific when", "specific with", "claimed when")
	u := &rule{
		say: l.phrases(f.items("say")), unless: l.phrases(f.items("unless")), every: f.flag("every entry"),
		in: f.someOf("in", sectionNames...), never: f.someOf("not in", sectionNames...), links: f.someOf("link", linkKinds...),
		needs: f.someOf("needs", entryFacts...), notAt: f.someOf("not at", "own school"), level: l.level(f, "level", Specific),
		specific: f.someOf("specific when", entryFacts...), specifics: l.phrases(f.items("specific with")),
		claimedIf: l.phrases(f.items("claimed when")), line: n.Line,
	}
	u.under = l.phrases(f.items("under"))
	u.counts = sectionsOf(u.in, u.never)
	u.ownPaper = len(f.someOf("names", "own paper")) > 0
	for _, key := range [...]string{"with", "and with"} {
		if p := l.phrases(f.items(key)); p.Len() > 0 {
			u.with = append(u.with, p)
		}
	}
	switch f.oneOf("within", "sentence", "sentence", "line", "entry") {
	case "line":
		u.reach = wholeLine
	case "entry":
		u.reach = wholeEntry
	}
	switch f.oneOf("where", "anywhere", "anywhere", "heading", "body") {
	case "heading":
		u.where = heading
	case "body":
		u.where = body
	}
	if u.say.Len() > 0 {
		u.source = u.say.Sources()[0]
	} else if !u.every && len(l.faults.List) == 0 {
		l.fault(n, "a rule says nothing (\"say\" or \"every entry\" was expected)")
	}
	return u
}

func (l *loader) measure(n *yaml.Node) measure {
	if n == nil {
		return measure{}
	}
	f := l.fields(n, "measured", "by", "near", "unless", "within")
	return measure{
		by: f.someOf("by", quantities...), near: l.phrases(f.items("near")), unless: l.phrases(f.items("unless")),
		inEntry: f.oneOf("within", "sentence", "sentence", "entry") == "entry",
	}
}

// examples reads texts that must fire, with their level, or near misses.
func (l *loader) examples(f fields, key string, s *signal) []example {
	var out []example
	for _, n := range f.list(key) {
		e := example{in: outline.Projects, line: n.Line}
		if n.Kind == yaml.ScalarNode {
			e.text = l.text(n, key)
			if key == "examples" {
				e.level = Specific
			}
		} else {
			ef := l.fields(n, "an example", "say", "level", "in")
			e.text = ef.must("say", "an example")
			e.in = ef.oneOf("in", outline.Projects, sectionNames...)
			if key == "examples" {
				e.level = l.level(ef, "level", Specific)
				if e.level > s.top {
					l.fault(n, "level %s is above the top of %q", levelNames[e.level], s.id)
				}
			} else if ef.at("level") != nil {
				l.fault(ef.at("level"), "a near miss has no level: it must not fire")
			}
		}
		if strings.TrimSpace(e.text) != "" {
			out = append(out, e)
		}
	}
	return out
}
