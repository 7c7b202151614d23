package query

import "slices"

// Of makes a query of a node of another.
func Of(n Node) Query {
	if n == nil {
		return Query{}
	}
	return rooted(n)
}

// Parts returns the queries that must all hold for q to hold; one, where it
// does not come apart.
func (q Query) Parts() []Query {
	all, ok := q.node.(All)
	if !ok {
		return []Query{q}
	}
	out := make([]Query, len(all.Of))
	for i, n := range all.Of {
		out[i] = Query{n}
	}
	return out
}

// Texts returns the words and phrases that q asks for anywhere in a document,
// but not those that it asks not to be there, each once, in their order.
func (q Query) Texts() []Text {
	var out []Text
	var walk func(Node)
	walk = func(n Node) {
		switch n := n.(type) {
		case Text:
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		case All:
			for _, n := range n.Of {
				walk(n)
			}
		case Any:
			for _, n := range n.Of {
				walk(n)
			}
		case Section:
			if n.Of != nil {
				walk(n.Of)
			}
		}
	}
	walk(q.node)
	return out
}

// WithTexts returns q with other words and phrases in the place of some.
func (q Query) WithTexts(other func(Text) Text) Query {
	var change func(Node) Node
	each := func(of []Node) []Node {
		out := make([]Node, len(of))
		for i, n := range of {
			out[i] = change(n)
		}
		return out
	}
	change = func(n Node) Node {
		switch n := n.(type) {
		case Text:
			return other(n)
		case All:
			return All{each(n.Of)}
		case Any:
			return Any{each(n.Of)}
		case None:
			return None{change(n.Of)}
		case Section:
			if n.Of != nil {
				return Section{n.Kind, change(n.Of)}
			}
		}
		return n
	}
	if q.node == nil {
		return q
	}
	return Query{change(q.node)}
}
