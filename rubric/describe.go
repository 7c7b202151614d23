package rubric

import "strings"

// Description is a signal put into words, for a person who wants to know
// what a rubric does without reading its file.
type Description struct {
	SignalInfo
	Top        int      // the highest level there is
	In, Never  []string // sections in which it counts, and never; In is empty where all count
	Rules      []string // a sentence for each way in which it can show
	Measured   string   // which numbers make it measured; empty where none do
	Verified   []string // kinds of link that make it verifiable
	Without    []string // signals that must be absent from the same entry
	Ignored    []string // phrases that mean something else
	Examples   []Example
	NearMisses []Example
}

// Example is a text of a rubric with the level that it must have; Absent
// for a near miss.
type Example struct {
	Text  string
	Level int
}

// Describe puts the signals into words, in the order of the rubric.
func (r *Rubric) Describe() []Description {
	infos := r.Signals()
	out := make([]Description, len(r.signals))
	for i, s := range r.signals {
		d := Description{
			SignalInfo: infos[i], Top: s.top, In: s.in, Measured: s.measured.words(), Verified: s.links,
			Without: s.absent, Ignored: s.ignore.Sources(),
		}
		d.Never = append(append(d.Never, r.never...), s.never...)
		for _, u := range s.rules {
			d.Rules = append(d.Rules, u.words())
		}
		for _, e := range s.examples {
			if e.level == Absent {
				d.NearMisses = append(d.NearMisses, Example{e.text, e.level})
			} else {
				d.Examples = append(d.Examples, Example{e.text, e.level})
			}
		}
		out[i] = d
	}
	return out
}

// words says what a rule looks for: "“prune” or “distil” with “model” in the
// same sentence, not with “plan to”: specific".
func (u *rule) words() string {
	var b strings.Builder
	if u.every {
		b.WriteString("every entry")
	}
	if u.say.Len() > 0 {
		if u.every {
			b.WriteString(" with ")
		}
		b.WriteString(either(u.say.Sources()))
	}
	for i, with := range u.with {
		if i == 0 {
			b.WriteString(" with ")
		} else {
			b.WriteString(" and ")
		}
		b.WriteString(either(with.Sources()))
	}
	if len(u.with) > 0 {
		b.WriteString([...]string{" in the same sentence", " in the same line", " in the same entry"}[u.reach])
	}
	b.WriteString([...]string{"", ", in the heading of an entry", ", in the body of an entry"}[u.where])
	part := func(lead string, items []string) {
		if len(items) > 0 {
			b.WriteString(", " + lead + " " + strings.Join(items, " or "))
		}
	}
	part("under", u.in)
	part("but not under", u.never)
	part("where the heading does not say", u.notUnder.Sources())
	part("whose", suffixed(u.needs, " is known"))
	part("with a link to", u.links)
	part("not at", u.notAt)
	if u.unless.Len() > 0 {
		b.WriteString(", not with " + either(u.unless.Sources()))
	}
	b.WriteString(": " + LevelName(u.level))
	if u.claimedIf.Len() > 0 {
		b.WriteString(", but claimed with " + either(u.claimedIf.Sources()))
	}
	var raised []string
	raised = append(raised, suffixed(u.specific, " is known")...)
	if u.specifics.Len() > 0 {
		raised = append(raised, "there is "+either(u.specifics.Sources()))
	}
	if len(raised) > 0 {
		b.WriteString(", specific where " + strings.Join(raised, " or "))
	}
	return b.String()
}

// words says which numbers make a signal measured.
func (m measure) words() string {
	if len(m.by) == 0 {
		return ""
	}
	s := strings.Join(m.by, ", ")
	if m.near.Len() > 0 {
		s += ", near " + either(m.near.Sources())
	}
	if m.unless.Len() > 0 {
		s += ", not near " + either(m.unless.Sources())
	}
	if m.inEntry {
		s += ", anywhere in the entry"
	}
	return s
}

// either lists phrases: “a”, “b” or “c”.
func either(phrases []string) string {
	var b strings.Builder
	for i, p := range phrases {
		switch {
		case i == 0:
		case i == len(phrases)-1:
			b.WriteString(" or ")
		default:
			b.WriteString(", ")
		}
		b.WriteString("“" + p + "”")
	}
	return b.String()
}

func suffixed(items []string, suffix string) []string {
	out := make([]string, len(items))
	for i, s := range items {
		out[i] = s + suffix
	}
	return out
}
