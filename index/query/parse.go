package query

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// What a query may hold at most.
const (
	MaxBytes = 4096 // bytes
	MaxTerms = 128  // words, phrases and fields
	MaxDepth = 32   // levels of parentheses and negations
)

// Known names what a query can ask for.
type Known struct {
	Signals  []string // ids; where empty, any id is taken
	Kinds    []string // where empty, any kind is taken
	Sections []string // where empty, any section is taken
}

// Parse reads a query as typed. An empty one wants everybody. The error is
// a [*Fault].
func Parse(s string, known Known) (Query, error) {
	if len(s) > MaxBytes {
		return Query{}, &Fault{1, fmt.Sprintf("the query has %d bytes (at most %d)", len(s), MaxBytes), ""}
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, " ")
	}
	p := &parser{lex: lexer{in: []rune(s)}, known: known}
	if p.advance(); p.fault == nil && p.tok.sort == end {
		return Query{}, nil
	}
	n := p.any()
	if p.fault == nil && p.tok.sort == shut {
		p.fail(p.tok.col, `")" closes nothing`, "")
	}
	if p.fault != nil {
		return Query{}, p.fault
	}
	return rooted(n), nil
}

// parser goes down recursively; after a fault all its tokens are end.
type parser struct {
	lex     lexer
	tok     token
	known   Known
	depth   int
	terms   int
	section string // kind of the section within which we are, "" outside
	fault   *Fault // the first
}

func (p *parser) advance() {
	if p.fault == nil {
		tok, fault := p.lex.next()
		p.tok = tok
		p.fault = fault
	}
	if p.fault != nil {
		p.tok = token{col: p.tok.col}
	}
}

func (p *parser) fail(col int, msg, hint string) Node {
	if p.fault == nil {
		p.fault = &Fault{col, msg, hint}
	}
	p.tok = token{col: p.tok.col}
	return Every{}
}

// any reads alternatives: all { OR all }.
func (p *parser) any() Node {
	var of []Node
	every := false
	for {
		n := p.all()
		if _, ok := n.(Every); ok {
			every = true
		}
		of = appendAny(of, n)
		if p.tok.sort != or {
			break
		}
		p.advance()
	}
	if every {
		return Every{}
	}
	return join(of, func(of []Node) Node { return Any{of} })
}

// all reads what stands side by side: operand { [AND] operand }.
func (p *parser) all() Node {
	var of []Node
	for read := false; ; read = true {
		if p.tok.sort == and {
			if !read {
				return p.fail(p.tok.col, "AND joins nothing to its left", `write "AND" in quotes to search for the word`)
			}
			p.advance()
			if s := p.tok.sort; s == end || s == shut || s == or || s == and {
				return p.fail(p.tok.col, "AND joins nothing to its right", `write "AND" in quotes to search for the word`)
			}
		}
		switch p.tok.sort {
		case end, shut, or:
			if !read {
				return p.missing()
			}
			if n := join(of, func(of []Node) Node { return All{of} }); n != nil {
				return n
			}
			return Every{}
		}
		of = appendAll(of, p.operand())
	}
}

// missing tells that an operand was expected.
func (p *parser) missing() Node {
	switch p.tok.sort {
	case or:
		return p.fail(p.tok.col, "OR has nothing to its left", `write "OR" in quotes to search for the word`)
	case shut:
		return p.fail(p.tok.col, `nothing stands before ")"`, "")
	}
	return p.fail(p.tok.col, "the query ends too early", "a word or a field was expected")
}

// operand reads a word, a phrase, a field, a group or its negation.
func (p *parser) operand() Node {
	t := p.tok
	switch t.sort {
	case minus, not:
		p.advance()
		if s := p.tok.sort; s == end || s == shut || s == or || s == and {
			return p.fail(t.col, "NOT has nothing to its right", `write "NOT" in quotes to search for the word`)
		}
		return p.deeper(t.col, func() Node {
			n := p.operand()
			if inner, ok := n.(None); ok {
				return inner.Of
			}
			return None{n}
		})
	case open:
		return p.deeper(t.col, func() Node { return p.group() })
	case word, quoted:
		p.advance()
		return p.text(t)
	case field:
		p.advance()
		return p.field(t)
	}
	return p.missing()
}

// group reads what stands in parentheses.
func (p *parser) group() Node {
	start := p.tok.col
	p.advance()
	n := p.any()
	if p.fault == nil && p.tok.sort != shut {
		return p.fail(start, `"(" is never closed`, `close it with ")"`)
	}
	p.advance()
	return n
}

func (p *parser) deeper(col int, read func() Node) Node {
	if p.depth++; p.depth > MaxDepth {
		return p.fail(col, fmt.Sprintf("more than %d levels of parentheses", MaxDepth), "")
	}
	n := read()
	p.depth--
	return n
}

// count counts a term and reports whether it is one too many.
func (p *parser) count(col int) bool {
	if p.terms++; p.terms > MaxTerms {
		p.fail(col, fmt.Sprintf("more than %d terms", MaxTerms), "")
		return true
	}
	return false
}
