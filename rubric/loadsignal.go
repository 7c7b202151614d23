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
	f := l.fields(n, signalKeys)
	s := &signal{
		spot: spotOf(n), shortSpot: spotOf(f.at("short")), topSpot: spotOf(f.at("top")),
		id: f.must("id"), title: f.must("title"), short: f.text("short"), why: f.must("why"),
		caution: f.flag("caution"), top: l.level(f, "top", Verifiable),
		in: f.someOf("counts in"), never: f.someOf("never in"),
		ignore: l.phrases(f.items("ignore")), aside: l.phrases(f.items("set aside")),
		measured: l.measure(f.at("measured")), links: f.someOf("verified by"),
		absent: f.someOf("only without", l.known()...), ask: l.ask(f.at("ask")),
	}
	s.bare = int(f.number("claimed up to", 0))
	if s.short == "" {
		s.short = s.id
	}
	if !s.caution {
		s.weight = f.number("weight", 10)
	} else if f.at("weight") != nil {
		l.fault(f.at("weight"), "a caution has no weight: it gives and takes no points")
	}
	for _, rn := range f.list("look for") {
		s.rules = append(s.rules, l.rule(rn))
	}
	if len(s.rules) == 0 {
		l.fault(n, "signal %q has nothing to look for (phrases under \"look for\" were expected)", s.id)
	}
	s.examples = l.examples(f, "examples", s)
	s.examples = append(s.examples, l.examples(f, "near misses", s)...)
	if f.at("top") == nil {
		s.top = s.reachable()
	}
	return s
}

func (l *loader) rule(n *yaml.Node) *rule {
	if n.Kind == yaml.ScalarNode {
		return &rule{say: l.phrases(l.items(n, "look for")), level: Specific, counts: sectionsOf(nil, nil), source: n.Value, line: n.Line, col: n.Column}
	}
	f := l.fields(n, ruleKeys)
	u := &rule{
		say: l.phrases(f.items("say")), unless: l.phrases(f.items("unless")), every: f.flag("every entry"),
		in: f.someOf("in"), never: f.someOf("not in"), links: f.someOf("link"),
		needs: f.someOf("needs"), notAt: f.someOf("not at"), level: l.level(f, "level", Specific),
		specific: f.someOf("specific when"), specifics: l.phrases(f.items("specific with")),
		claimedIf: l.phrases(f.items("claimed when")), line: n.Line, col: n.Column, levelSpot: spotOf(f.at("level")),
	}
	u.under, u.notUnder = l.phrases(f.items("under")), l.phrases(f.items("not under"))
	u.counts = sectionsOf(u.in, u.never)
	u.ownPaper = len(f.someOf("names")) > 0
	for _, key := range [...]string{"with", "and with"} {
		if p := l.phrases(f.items(key)); p.Len() > 0 {
			u.with = append(u.with, p)
		}
	}
	switch f.oneOf("within", "sentence") {
	case "line":
		u.reach = wholeLine
	case "entry":
		u.reach = wholeEntry
	}
	switch f.oneOf("where", "anywhere") {
	case "heading":
		u.where = heading
	case "body":
		u.where = body
	}
	if u.say.Len() > 0 {
		u.source = u.say.Sources()[0]
	} else if !u.every && f.at("say") == nil && n.Kind == yaml.MappingNode {
		l.fault(n, "a rule says nothing (\"say\" or \"every entry\" was expected)")
	}
	return u
}

func (l *loader) measure(n *yaml.Node) measure {
	if n == nil {
		return measure{}
	}
	f := l.fields(n, measureKeys)
	return measure{
		by: f.someOf("by"), near: l.phrases(f.items("near")), unless: l.phrases(f.items("unless")),
		inEntry: f.oneOf("within", "sentence") == "entry",
	}
}

// examples reads texts that must fire, with their level, or near misses.
func (l *loader) examples(f fields, key string, s *signal) []example {
	var out []example
	keys := exampleKeys
	if key != "examples" {
		keys = nearMissKeys
	}
	for _, n := range f.list(key) {
		e := example{in: outline.Projects, line: n.Line, col: n.Column}
		if n.Kind == yaml.ScalarNode {
			e.text = l.text(n, key)
			if key == "examples" {
				e.level = Specific
			}
		} else {
			ef := l.fields(n, keys)
			e.text = ef.must("say")
			e.in = ef.oneOf("in", outline.Projects)
			if key == "examples" {
				e.level = l.level(ef, "level", Specific)
				e.also = ef.someOf("also", l.known()...)
			}
		}
		if strings.TrimSpace(e.text) != "" {
			out = append(out, e)
		}
	}
	return out
}

// reachable is the highest level that a signal can reach.
func (s *signal) reachable() int {
	top, specific := Claimed, false
	for _, u := range s.rules {
		top = max(top, u.level)
		specific = specific || u.level >= Specific || len(u.specific) > 0 || u.specifics.Len() > 0
	}
	switch {
	case specific && len(s.links) > 0:
		return Verifiable
	case specific && len(s.measured.by) > 0:
		return max(top, Measured)
	case specific:
		return max(top, Specific)
	}
	return top
}
