package rubric

import (
	"math"
	"slices"
	"strings"

	eastasian "golang.org/x/text/width"

	"pique/rubric/phrase"
)

// examples notes the examples that come out otherwise, and those that show
// signals which they do not name.
func (x *inspector) examples() {
	for _, s := range x.r.signals {
		if len(s.examples) == 0 {
			x.find(CheckExample, true, s, s.spot, "write under \"examples\" what must show it, and under \"near misses\" what must not", "signal %q has no examples", s.id)
		}
		seen := map[string]int{}
		for _, e := range s.examples {
			x.example(s, e)
			key := e.in + "\n" + e.text
			if line := seen[key]; line > 0 {
				x.find(CheckTwice, false, s, e.spot(), "leave one out, or write it in other words", "%s stands in line %d already", quoted(e.text), line)
			} else {
				seen[key] = e.line
			}
		}
		if top := slices.MaxFunc(append(s.examples, example{}), func(a, b example) int { return a.level - b.level }); len(s.examples) > 0 && top.level < s.top {
			x.find(CheckTop, false, s, s.spot, "write an example that reaches it", "no example of %q is %s, its highest level", s.id, LevelName(s.top))
		}
	}
}

func (e example) spot() spot { return spot{e.line, e.col} }

func (x *inspector) example(s *signal, e example) {
	levels := map[string]int{}
	for _, sig := range x.r.Score(sample(e)).Signals {
		levels[sig.ID] = sig.Level
	}
	if got := levels[s.id]; got != e.level {
		do := "mend the rule, or change the level of the example"
		if e.level == Absent {
			do = "add what tells it apart to \"ignore\" or \"unless\", or make an example of it"
		}
		x.find(CheckExample, true, s, e.spot(), do, "%s shows %q as %s, and %s was expected", quoted(e.text), s.id, LevelName(got), LevelName(e.level))
	}
	for _, id := range e.also {
		if levels[id] == Absent {
			x.find(CheckExample, true, s, e.spot(), "leave it out of \"also\", or mend its rules", "%s does not show %q", quoted(e.text), id)
		}
	}
	if e.level == Absent {
		return
	}
	for _, o := range x.r.signals {
		if o.id != s.id && levels[o.id] > Absent && !slices.Contains(e.also, o.id) {
			x.find(CheckOverlap, false, s, e.spot(), "write \"also: ["+o.id+"]\" beside it where that is meant, else mend one of the two",
				"%s shows %q as well as %q", quoted(e.text), o.id, s.id)
		}
	}
}

// levels notes what can never count towards a level, and whether the best
// candidate there can be has 100 points.
func (x *inspector) levels() {
	total, weighed := 0.0, false
	for _, s := range x.r.signals {
		reach := s.reachable()
		if reach < s.top {
			x.find(CheckMaximum, !s.caution, s, s.topSpot, "lower \"top\", or say what makes it "+LevelName(s.top)+": \"measured\", \"verified by\" or a rule of that level",
				"%q can be %s at the most, and its top is %s", s.id, LevelName(reach), LevelName(s.top))
		}
		if s.top < Measured && len(s.measured.by) > 0 {
			x.find(CheckLevel, true, s, s.spot, "raise \"top\", or leave \"measured\" out", "%q has numbers that measure it, and its top is %s", s.id, LevelName(s.top))
		}
		if s.top < Verifiable && len(s.links) > 0 {
			x.find(CheckLevel, true, s, s.spot, "raise \"top\", or leave \"verified by\" out", "%q has links that verify it, and its top is %s", s.id, LevelName(s.top))
		}
		for _, e := range s.examples {
			if e.level > s.top {
				x.find(CheckLevel, true, s, e.spot(), "lower the level, or raise \"top\"", "the example is %s, and the top of %q is %s", LevelName(e.level), s.id, LevelName(s.top))
			}
		}
		for _, u := range s.rules {
			x.ruleLevels(s, u)
		}
		weighed = weighed || s.weight > 0
		if share := x.r.factor[min(reach, s.top)]; x.r.factor[s.top] > 0 {
			total += s.weight * share / x.r.factor[s.top]
		}
	}
	switch best := math.Round(total*10) / 10; {
	case !weighed:
		x.find(CheckMaximum, true, nil, x.r.signals[0].spot, "give a \"weight\" over 0 to a signal that is no caution", "no signal gives points: every candidate has a score of 0")
	case best != 100:
		x.find(CheckMaximum, true, nil, x.r.signals[0].spot, "see to it that each signal can reach its top, and that its level gives more than 0 under \"levels\"", "the best candidate there can be has %g of 100 points", best)
	}
}

func (x *inspector) ruleLevels(s *signal, u *rule) {
	at := u.levelSpot
	if at.line == 0 {
		at = spot{u.line, u.col}
	}
	if u.level > s.top {
		x.find(CheckLevel, true, s, at, "lower the level of the rule, or raise \"top\"", "the rule is %s, and the top of %q is %s", LevelName(u.level), s.id, LevelName(s.top))
	}
	if u.level >= Specific && (len(u.specific) > 0 || u.specifics.Len() > 0) {
		x.find(CheckLevel, false, s, at, "write \"level: claimed\", or leave \"specific when\" and \"specific with\" out", "what raises the rule to specific can never count: it is %s already", LevelName(u.level))
	}
	if u.level != Specific && u.claimedIf.Len() > 0 && !(u.level == Claimed && len(u.specific)+u.specifics.Len() > 0) {
		x.find(CheckLevel, false, s, at, "leave \"claimed when\" out, or write \"level: specific\"", "\"claimed when\" can never count: the rule is %s", LevelName(u.level))
	}
	if u.level < Specific && s.top < Specific && len(u.specific)+u.specifics.Len() > 0 {
		x.find(CheckLevel, false, s, at, "raise \"top\", or leave \"specific when\" and \"specific with\" out", "what raises the rule to specific can never count: the top of %q is %s", s.id, LevelName(s.top))
	}
	all := sectionsOf(nil, []string{"header"})
	if s.counts&u.counts&all == 0 {
		x.find(CheckNever, true, s, spot{u.line, u.col}, "change \"in\" and \"not in\" of the rule, or where the signal counts", "the rule can never hold: where it looks, %q never counts", s.id)
	}
}

// The room that the table has, in columns of a screen 80 wide: for the head
// of one signal, and for those of all with a space after each. The rest is
// for rank, name and score.
const (
	headRoom  = 8
	headsRoom = 57
)

// columns notes heads that are too wide for the table.
func (x *inspector) columns() {
	sum := 0
	seen := map[string]string{}
	for _, s := range x.r.signals {
		n, at, what := 0, s.shortSpot, "short"
		for _, c := range s.short {
			n++
			if k := eastasian.LookupRune(c).Kind(); k == eastasian.EastAsianWide || k == eastasian.EastAsianFullwidth {
				n++
			}
		}
		if at.line == 0 {
			at, what = s.spot, "id, which stands where \"short\" is left out,"
		}
		if n > headRoom {
			x.find(CheckColumn, false, s, at, "write a \"short\" for the head of its column", "the %s of %q has %d columns, and the table has room for %d", what, s.id, n, headRoom)
		}
		if other := seen[s.short]; other != "" {
			x.find(CheckTwice, false, s, at, "give one of them another \"short\"", "%q and %q have the same head in the table, %q", other, s.id, s.short)
		}
		seen[s.short] = s.id
		if sum += n + 1; sum > headsRoom && sum-n-1 <= headsRoom {
			x.find(CheckColumn, false, s, at, "shorten some of them", "from %q on, the heads of the signals do not fit beside one another (%d columns of %d)", s.id, sum, headsRoom)
		}
	}
}

// phrases compares the phrases of the file with one another.
func (x *inspector) phrases() {
	c := phrase.NewCover(x.r.book)
	for _, w := range x.r.lists {
		x.covered(nil, w.entries.Patterns(), c.Whole, "on the list \""+w.name+"\"")
		x.unusedList(w)
	}
	for _, s := range x.r.signals {
		for _, twins := range s.twins() {
			x.covered(s, twins, c.Within, "of the same rule")
		}
		for _, u := range s.rules {
			x.neverFires(c, s, u)
		}
	}
	x.shared(c)
	x.unmatched(c)
	x.unusedOverrides()
}

// unmatched notes phrases that do not find even themselves, as those with "^"
// in their middle.
func (x *inspector) unmatched(c *phrase.Cover) {
	const tried = 50
	for p, at := range x.r.places { // sorted with all findings
		if p.HasQuantity() || slices.ContainsFunc(x.r.lists, func(w wordList) bool {
			return x.r.book.Uses(p, w.name) && slices.ContainsFunc(w.entries.Patterns(), (*phrase.Pattern).HasQuantity)
		}) {
			continue
		}
		if !slices.ContainsFunc(c.Samples(p, sampleQuantity, tried), func(text string) bool {
			return p.Everywhere(x.r.book.Line(text, nil))
		}) {
			x.find(CheckNever, true, nil, at, "\"^\" must begin a phrase; write the words as they stand in a resume", "%s can never be found in any text", quoted(p.Source))
		}
	}
}

// twins returns the phrases of each rule, those of rules that differ in
// nothing but their phrases together.
func (s *signal) twins() [][]*phrase.Pattern {
	plain := func(u *rule) bool {
		return len(u.specific)+len(u.notAt) == 0 && u.specifics.Len()+u.claimedIf.Len() == 0
	}
	var out [][]*phrase.Pattern
	var of []*rule
	for _, u := range s.rules {
		i := slices.IndexFunc(of, func(v *rule) bool {
			return plain(u) && plain(v) && u.alike(v) && u.level == v.level && u.counts == v.counts
		})
		if i < 0 {
			of, out = append(of, u), append(out, nil)
			i = len(out) - 1
		}
		out[i] = append(out[i], u.say.Patterns()...)
	}
	return out
}

// covered notes phrases that another of a set makes superfluous.
func (x *inspector) covered(s *signal, set []*phrase.Pattern, by func(q, p *phrase.Pattern) bool, where string) {
	gone := map[*phrase.Pattern]bool{}
	for i, p := range set {
		for j, q := range set {
			if i == j || gone[q] || !by(q, p) {
				continue
			}
			gone[p] = true
			x.find(CheckCovered, false, s, x.r.places[p], "leave it out", "%s is superfluous: %s %s, in line %d, finds all that it finds", quoted(p.Source), quoted(q.Source), where, x.r.places[q].line)
			break
		}
	}
}

// unusedList notes a word list that no phrase uses.
func (x *inspector) unusedList(w wordList) {
	for p := range x.r.places {
		if x.r.book.Uses(p, w.name) {
			return
		}
	}
	x.find(CheckUnused, false, nil, w.at, "leave it out, or write {"+w.name+"} where its words are meant", "no phrase uses the word list %q", w.name)
}

// neverFires notes phrases of a rule that an exclusion always covers.
func (x *inspector) neverFires(c *phrase.Cover, s *signal, u *rule) {
	type exclusion struct {
		key string
		set *phrase.Set
	}
	for _, p := range u.say.Patterns() {
	next:
		for _, e := range [...]exclusion{{"ignore", &s.ignore}, {"unless", &u.unless}, {"set aside", &s.aside}, {"set aside", &x.r.aside}} {
			for _, q := range e.set.Patterns() {
				if c.Within(q, p) {
					x.find(CheckNever, true, s, x.r.places[p], "leave out one of the two", "%s can never fire: %s under %q, in line %d, always excludes it", quoted(p.Source), quoted(q.Source), e.key, x.r.places[q].line)
					break next
				}
			}
		}
	}
}

// shared notes phrases that make two signals show, where nothing tells the
// two apart.
func (x *inspector) shared(c *phrase.Cover) {
	for i, a := range x.r.signals {
		for _, b := range x.r.signals[i+1:] {
			if slices.Contains(a.absent, b.id) || slices.Contains(b.absent, a.id) {
				continue
			}
			for _, u := range a.rules {
				for _, v := range b.rules {
					if u.alike(v) && a.counts&u.counts&b.counts&v.counts != 0 {
						x.sharedRules(c, a, b, u, v)
					}
				}
			}
		}
	}
}

// alike reports whether nothing but its phrases tells a rule from another.
func (u *rule) alike(v *rule) bool {
	return len(u.with)+len(v.with) == 0 && u.unless.Len()+v.unless.Len() == 0 && u.where == v.where && len(u.links)+len(v.links) == 0 &&
		len(u.needs)+len(v.needs) == 0 && u.under.Len()+v.under.Len() == 0 && u.ownPaper == v.ownPaper
}

func (x *inspector) sharedRules(c *phrase.Cover, a, b *signal, u, v *rule) {
	for _, p := range v.say.Patterns() {
		for _, q := range u.say.Patterns() {
			if c.Within(q, p) || c.Within(p, q) {
				x.find(CheckOverlap, false, b, x.r.places[p], "leave it to one of the two, or tell them apart by \"with\", \"unless\" or \"only without\"",
					"%s shows %q, and %s, in line %d, shows %q for the same words", quoted(p.Source), b.id, quoted(q.Source), x.r.places[q].line, a.id)
				break
			}
		}
	}
}

// unusedOverrides notes protected traits that are allowed and not looked for.
func (x *inspector) unusedOverrides() {
	p, err := protectors()
	if err != nil {
		return // loading has said so
	}
	c := phrase.NewCover(x.r.book)
	used := map[string]bool{}
	for _, set := range x.r.soughtSets() {
		for _, ph := range set.Patterns() {
			for _, name := range p.names(c, ph) {
				used[name] = true
			}
		}
	}
	for _, o := range x.r.allowed {
		if !used[o.Trait] {
			x.find(CheckUnused, false, nil, x.r.allowedAt, "leave it out of \"allow protected\"", "no phrase looks for %s", o.Trait)
		}
	}
}

// quoted is a text in quotation marks, on one line and shortened.
func quoted(s string) string {
	const most = 90
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > most {
		s = strings.TrimSpace(string(runes[:most])) + "…"
	}
	return "“" + s + "”"
}
