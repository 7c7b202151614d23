package query

import (
	"math"
	"strings"
	"unicode"
)

// Query says which candidates are wanted. The zero Query wants all.
// It is a value: no function changes the query that it is given.
type Query struct{ node Node }

// Node returns the root of the syntax tree, nil for the query that wants
// all. Whoever walks the tree must not change it.
func (q Query) Node() Node { return q.node }

// IsZero reports whether the query wants every candidate.
func (q Query) IsZero() bool { return q.node == nil }

// The levels that a signal can have; see the guide of the rubric.
const (
	MinLevel = 1 // claimed
	MaxLevel = 4 // verifiable
)

// A Node is one of [Every], [All], [Any], [None], [Text], [Level], [Kind],
// [Status], [Score], [Factor], [Field] and [Section].
type Node interface{ write(*printer) }

type (
	// Every holds for every candidate.
	Every struct{}

	// All holds where each of its parts does. It has two or more.
	All struct{ Of []Node }

	// Any holds where one of its parts does. It has two or more.
	Any struct{ Of []Node }

	// None holds where its part does not.
	None struct{ Of Node }

	// Text holds where the text of the document has the words, in any of
	// their forms, side by side; with Prefix, where the last of them only
	// begins a word.
	Text struct {
		Words  string // one space between words, no quotes
		Prefix bool
	}

	// Level holds where the signal is shown at a level from Min to Max,
	// both included; a signal that is absent has no level.
	Level struct {
		Signal   string
		Min, Max int
	}

	// Kind holds for candidates of that kind.
	Kind struct{ Is string }

	// Status holds for files that could be read so far.
	Status struct{ Is string }

	// Score holds from Min to Max points, both included unless open. An
	// unreadable file has no score.
	Score struct {
		Min, Max         float64
		MinOpen, MaxOpen bool
	}

	// Factor holds where a fact of the evidence, "speedup" or "ratio", lies
	// from Min to Max, both included unless open. Max may be infinite; where
	// it is not and Min is over zero, neither end is open.
	Factor struct {
		Fact             string
		Min, Max         float64
		MinOpen, MaxOpen bool
	}

	// Field holds where the named field ("name", "file", "org") has the
	// words as they are, side by side; with Prefix, where the last of them
	// only begins a word.
	Field struct {
		Name, Words string
		Prefix      bool
	}

	// Section holds where Of does within sections of that kind; where Of
	// is nil, for documents that have such a section. Within a Section are
	// only [Text], and [All], [Any] and [None] of it.
	Section struct {
		Kind string
		Of   Node
	}
)

// And wants what all of the queries want.
func And(qs ...Query) Query {
	var of []Node
	for _, q := range qs {
		of = appendAll(of, q.node)
	}
	return Query{join(of, func(of []Node) Node { return All{of} })}
}

// Or wants what any of the queries wants; of none, everything.
func Or(qs ...Query) Query {
	var of []Node
	for _, q := range qs {
		if q.node == nil {
			return Query{}
		}
		of = appendAny(of, q.node)
	}
	return Query{join(of, func(of []Node) Node { return Any{of} })}
}

// Not wants what q does not want. Not of the zero Query wants nobody.
func Not(q Query) Query {
	switch n := q.node.(type) {
	case nil:
		return Query{None{Every{}}}
	case None:
		return rooted(n.Of)
	}
	return Query{None{q.node}}
}

// rooted makes a query of a node; one that holds for all is the zero Query.
func rooted(n Node) Query {
	if _, ok := n.(Every); ok {
		return Query{}
	}
	return Query{n}
}

// Signal wants candidates who show the signal, at any level.
func Signal(id string) Query { return AtLeast(id, MinLevel) }

// AtLeast wants candidates who show the signal at the level or a higher one.
// Below level 1 it wants everybody.
func AtLeast(id string, level int) Query {
	if level < MinLevel {
		return Query{}
	}
	return Query{Level{Signal: id, Min: level, Max: MaxLevel}}
}

// OfKind wants candidates of a kind: experienced, intern, ...
func OfKind(kind string) Query { return Query{Kind{kind}} }

// OfStatus wants files that are ok, partial or unreadable.
func OfStatus(status string) Query { return Query{Status{status}} }

// MinScore wants candidates with at least that many points.
func MinScore(points float64) Query {
	return Query{Score{Min: points, Max: maxScore}}
}

// MaxScore wants candidates with at most that many points.
func MaxScore(points float64) Query {
	return Query{Score{Max: min(points, maxScore)}}
}

// MinSpeedup wants candidates whose evidence says that something became at
// least that many times as fast.
func MinSpeedup(factor float64) Query {
	return Query{Factor{Fact: "speedup", Min: factor, Max: math.Inf(1)}}
}

// InField wants candidates whose "name", "file" or "org" has the words, or
// whose skills do ("skill").
func InField(name, text string) Query {
	words := clean(text)
	switch {
	case !strings.ContainsFunc(words, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }):
		return Query{}
	case name == "skill":
		return Query{Section{Kind: "skills", Of: Text{Words: words}}}
	}
	return Query{Field{Name: name, Words: words}}
}

// HasSection wants candidates whose document has such a section.
func HasSection(kind string) Query { return Query{Section{Kind: kind}} }

// Words wants candidates whose text has each of the words; nothing in the
// text is an operator.
func Words(text string) Query {
	var of []Node
	for w := range strings.FieldsSeq(clean(text)) {
		of = append(of, Text{Words: w})
	}
	return Query{join(of, func(of []Node) Node { return All{of} })}
}

// appendAll adds a part to a conjunction, flattening conjunctions.
func appendAll(of []Node, n Node) []Node {
	switch n := n.(type) {
	case nil, Every:
		return of
	case All:
		return append(of, n.Of...)
	}
	return append(of, n)
}

// appendAny adds a part to a disjunction, flattening disjunctions.
func appendAny(of []Node, n Node) []Node {
	if a, ok := n.(Any); ok {
		return append(of, a.Of...)
	}
	return append(of, n)
}

// join makes one node of several, none of none.
func join(of []Node, many func([]Node) Node) Node {
	switch len(of) {
	case 0:
		return nil
	case 1:
		return of[0]
	}
	return many(of)
}
