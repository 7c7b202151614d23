package rubric

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"pique/rubric/phrase"
)

// ask is what an interviewer asks about a signal or, where a kind of
// candidate has no signals, about that kind.
type ask struct {
	core   string     // the question itself, the same for everybody
	texts  []template // ways to lead up to it; the first that can be filled is used
	spots  []spot     // of the texts in the file
	probes []probe    // two or three of those that apply are used
	scale  map[string]string
}

// given reports whether a rubric says anything of what to ask.
func (a *ask) given() bool { return len(a.texts) > 0 }

// kindAsk is how a conversation with a kind of candidate opens.
type kindAsk struct{ ask }

// probe is a question that follows up on what a claim leaves open.
type probe struct {
	say     template
	fact    string     // slot that must be filled, or empty where no is set; "" for either
	no      bool       // the fact must be missing
	with    phrase.Set // one of these must stand in the quote, if any are given
	unless  phrase.Set // and none of these
	certain bool       // applies to every claim
}

// sheetText is what a rubric says of the conversation around the questions.
type sheetText struct {
	hello, spare, end slice
	least, most       int // minutes of a question
	hidden            ask // about text that a reader cannot see
	hiddenMinutes     int
}

// slice is a part of the agenda that belongs to no question.
type slice struct {
	what    string
	minutes int
}

// The steps of a scale that are described; 2 and 4 lie between.
var scaleSteps = []string{"1", "3", "5"}

func (l *loader) sheet(n *yaml.Node) sheetText {
	s := sheetText{
		hello: slice{"Hello, who we are, and how we spend the time", 2}, spare: slice{"A project that you choose", 0},
		end: slice{"Your questions to us", 3}, least: 3, most: 6, hidden: hiddenAsk(), hiddenMinutes: 1,
	}
	if n == nil {
		return s
	}
	f := l.fields(n, sheetKeys)
	l.slice(f.at("hello"), helloKeys, &s.hello)
	l.slice(f.at("end"), endKeys, &s.end)
	if f.at("spare") != nil {
		s.spare.what = plain(f.must("spare"))
	}
	if h := f.at("hidden"); h != nil {
		hf := l.fields(h, hiddenKeys)
		s.hiddenMinutes = int(hf.number("minutes", float64(s.hiddenMinutes)))
		s.hidden = ask{core: plain(hf.must("core")), texts: l.texts(hf, true), probes: l.probes(hf)}
	}
	if q := f.at("question"); q != nil {
		qf := l.fields(q, questionKeys)
		s.least = int(qf.number("least", float64(s.least)))
		s.most = int(qf.number("most", float64(max(s.most, s.least))))
		if s.most < s.least {
			l.fault(q, "a question has at most %d minutes and at least %d", s.most, s.least)
		}
	}
	return s
}

func (l *loader) slice(n *yaml.Node, m *mapping, s *slice) {
	if n == nil {
		return
	}
	f := l.fields(n, m)
	s.what = plain(f.must("say"))
	s.minutes = int(f.number("minutes", float64(s.minutes)))
}

// ask reads what to ask about a signal. A signal without it is asked about
// in general words.
func (l *loader) ask(n *yaml.Node) ask {
	if n == nil {
		return ask{}
	}
	f := l.fields(n, askKeys)
	return l.wholeAsk(f, true)
}

// kindAsk reads how a conversation with a kind of candidate opens. Where the
// kind has signals, its text leads up to the question of the strongest of
// them; where it has none, it needs a whole question of its own.
func (l *loader) kindAsk(of fields) kindAsk {
	n := of.at("ask")
	if n == nil {
		return kindAsk{}
	}
	if of.at("any of") == nil {
		return kindAsk{l.wholeAsk(l.fields(n, askKeys), false)}
	}
	f := l.fields(n, kindAskKeys)
	return kindAsk{ask{texts: l.texts(f, true), spots: spotsOf(f.items("text"))}}
}

func spotsOf(items []item) []spot {
	out := make([]spot, len(items))
	for i, it := range items {
		out[i] = spotOf(it.node)
	}
	return out
}

func (l *loader) wholeAsk(f fields, quoted bool) ask {
	return ask{
		core: plain(f.must("core")), texts: l.texts(f, quoted), spots: spotsOf(f.items("text")), probes: l.probes(f), scale: l.scale(f),
	}
}

// texts reads the alternatives of a text, one of which must always do.
// Quoted tells whether there is evidence to fill slots from.
func (l *loader) texts(f fields, quoted bool) []template {
	items := f.items("text")
	if len(items) == 0 {
		l.fault(f.node, "ask has no %q", "text")
		return nil
	}
	var out []template
	certain := false
	for _, it := range items {
		t, ok := l.template(it)
		certain = certain || !ok || t.certain(quoted)
		out = append(out, t)
	}
	if !certain {
		with := "without slots but {core}"
		if quoted {
			with = "with {quote} and {core} alone"
		}
		l.fault(items[len(items)-1].node, "each text has a slot that can be empty (an alternative %s was expected)", with)
	}
	return out
}

func (l *loader) probes(f fields) []probe {
	var out []probe
	certain, faults := 0, len(l.faults.List)
	for _, n := range f.list("probes") {
		p := l.probe(n)
		if p.certain {
			certain++
		}
		out = append(out, p)
	}
	if certain < leastProbes && len(l.faults.List) == faults {
		at := f.node
		if n := f.at("probes"); n != nil {
			at = n
		}
		l.fault(at, "%d probes apply to every claim (at least %d without condition and slot were expected)", certain, leastProbes)
	}
	return out
}

func (l *loader) probe(n *yaml.Node) probe {
	if n.Kind == yaml.ScalarNode {
		t, _ := l.template(item{l.text(n, "probes"), n})
		return probe{say: t, certain: t.certain(false)}
	}
	f := l.fields(n, probeKeys)
	p := probe{with: l.phrases(f.items("with")), unless: l.phrases(f.items("unless"))}
	if say := f.must("say"); say != "" {
		p.say, _ = l.template(item{say, f.at("say")})
	}
	if when := f.at("when"); when != nil {
		p.fact = f.oneOf("when", "")
		p.fact, p.no = strings.CutPrefix(p.fact, "no ")
	}
	p.certain = p.fact == "" && p.with.Len() == 0 && p.unless.Len() == 0 && p.say.certain(false)
	return p
}

func (l *loader) scale(f fields) map[string]string {
	n := f.at("scale")
	if n == nil {
		l.fault(f.node, "ask has no %q", "scale")
		return nil
	}
	sf := l.fields(n, scaleKeys)
	out := map[string]string{}
	for _, step := range scaleSteps {
		out[step] = plain(sf.must(step))
	}
	return out
}
