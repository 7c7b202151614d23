package rubric

import (
	"slices"

	"pique/rubric/phrase"
)

// trial is what the examples of a rubric try out.
type trial struct {
	fired    map[*phrase.Pattern]bool // phrases that made a signal show
	excluded map[*phrase.Pattern]bool // exclusions that kept one from showing
	found    map[*phrase.Pattern]bool // phrases of word lists
}

// trials notes the phrases and exclusions that no example tries out.
func (x *inspector) trials() {
	t := trial{map[*phrase.Pattern]bool{}, map[*phrase.Pattern]bool{}, map[*phrase.Pattern]bool{}}
	for _, s := range x.r.signals {
		for _, e := range s.examples {
			rd := x.r.read(sample(e))
			t.lists(rd)
			t.signal(rd, s)
		}
	}
	for _, s := range x.r.signals {
		for _, u := range s.rules {
			for _, p := range u.say.Patterns() {
				x.cover.Phrases++
				if t.fired[p] {
					x.cover.Fired++
					continue
				}
				x.find(CheckDead, false, s, x.r.places[p], "write an example that it fires, or leave it out", "no example of %q fires %s", s.id, quoted(p.Source))
			}
			x.exclusions(t, s, u.unless.Patterns(), "unless")
		}
		x.exclusions(t, s, s.ignore.Patterns(), "ignore")
		x.exclusions(t, s, s.aside.Patterns(), "set aside")
	}
	x.exclusions(t, nil, x.r.aside.Patterns(), "set aside")
	for _, w := range x.r.lists {
		for _, p := range w.entries.Patterns() {
			x.cover.Entries++
			if t.found[p] {
				x.cover.Found++
			}
		}
	}
}

func (x *inspector) exclusions(t trial, s *signal, set []*phrase.Pattern, key string) {
	for _, p := range set {
		x.cover.Exclusions++
		if t.excluded[p] {
			x.cover.Excluding++
			continue
		}
		x.find(CheckExclusion, false, s, x.r.places[p], "write a near miss that it excludes, or leave it out", "%s under %q excludes no near miss", quoted(p.Source), key)
	}
}

// lists notes the phrases of word lists that stand in an example.
func (t trial) lists(rd *reading) {
	for _, line := range rd.lines {
		for _, w := range rd.rubric.lists {
			if line == nil {
				break
			}
			for _, p := range w.entries.Patterns() {
				t.found[p] = t.found[p] || p.Everywhere(line.Line)
			}
		}
	}
}

// signal notes which phrases of a signal fire in an example and which of its
// exclusions keep others from it.
func (t trial) signal(rd *reading, s *signal) {
	for _, line := range rd.lines {
		if line == nil || s.counts&line.place == 0 {
			continue
		}
		for _, u := range s.rules {
			if u.counts&line.place == 0 || u.where == heading && !rd.headline(line) || u.where == body && line.head || !rd.entryHolds(u, line) {
				continue
			}
			if u.every {
				t.company(rd, u, line, part{0, len(line.Tokens), 0, len(line.Text)})
				continue
			}
			for _, p := range u.say.Patterns() {
				for _, sen := range line.sentences {
					t.matches(rd, s, u, p, line, sen)
				}
			}
		}
	}
}

// matches notes what becomes of the places where a phrase stands.
func (t trial) matches(rd *reading, s *signal, u *rule, p *phrase.Pattern, line *text, sen part) {
	bare := p.Find(line.Line, sen.from, sen.to)
	if len(bare) == 0 {
		return
	}
	s.ignore.Mask(line.Line)
	left := p.Find(line.Line, sen.from, sen.to)
	line.Unmask()
	for _, m := range bare {
		if slices.ContainsFunc(left, func(o phrase.Match) bool { return o.From < m.To && m.From < o.To }) {
			continue
		}
		for _, q := range s.ignore.Patterns() {
			for _, o := range q.Find(line.Line, 0, len(line.Tokens)) {
				t.excluded[q] = t.excluded[q] || o.From < m.To && m.From < o.To
			}
		}
	}
	for _, m := range left {
		aside := false
		for _, set := range [...]*phrase.Set{&s.aside, &rd.rubric.aside} {
			for _, q := range set.Patterns() {
				for _, a := range q.Find(line.Line, sen.from, sen.to) {
					if a.From < m.To && m.From-a.To <= asideReach {
						t.excluded[q], aside = true, true
					}
				}
			}
		}
		if !aside && t.company(rd, u, line, sen) {
			t.fired[p] = true
		}
	}
}

// company reports whether the company of a match lets it count, and notes
// the exclusions that do not.
func (t trial) company(rd *reading, u *rule, line *text, sen part) bool {
	for i := range u.with {
		if !rd.within(u.reach, &u.with[i], line, sen) {
			return false
		}
	}
	free := true
	for _, q := range u.unless.Patterns() {
		var one phrase.Set
		one.Add(q)
		if rd.within(u.reach, &one, line, sen) {
			t.excluded[q], free = true, false
		}
	}
	return free
}
