package query

import (
	"strings"
	"unicode"
)

// sort of a token.
type sort int

const (
	end   sort = iota
	open       // (
	shut       // )
	minus      // - before an operand
	and
	or
	not
	word   // bare text
	quoted // text that stood in quotes
	field  // name and value; quote tells how the value stood
)

// token is a piece of the query as typed.
type token struct {
	sort   sort
	col    int    // of its first character, from 1
	text   string // of word, quoted and the value of field
	name   string // of field, lower case
	at     int    // column of the value of field
	quote  bool   // the value of field stood in quotes
	prefix bool   // a star followed
}

// lexer cuts a query into tokens.
type lexer struct {
	in  []rune
	pos int
}

// next returns the next token; after the last, end for ever.
func (l *lexer) next() (token, *Fault) {
	for l.pos < len(l.in) && unicode.IsSpace(l.in[l.pos]) {
		l.pos++
	}
	t := token{col: l.pos + 1}
	if l.pos == len(l.in) {
		return t, nil
	}
	switch r := l.in[l.pos]; {
	case r == '(':
		l.pos++
		t.sort = open
		return t, nil
	case r == ')':
		l.pos++
		t.sort = shut
		return t, nil
	case r == '-' || r == '−' || r == '–':
		l.pos++
		t.sort = minus
		if l.pos == len(l.in) || unicode.IsSpace(l.in[l.pos]) || l.in[l.pos] == ')' {
			return t, &Fault{t.col, "nothing to leave out after \"-\"", `write -word without a space, or leave the dash away`}
		}
		return t, nil
	case isQuote(r):
		return l.quoted(t)
	}
	return l.bare(t)
}

// quoted reads a phrase whose opening mark stands at pos.
func (l *lexer) quoted(t token) (token, *Fault) {
	start := l.pos
	l.pos++
	from := l.pos
	for l.pos < len(l.in) && !isQuote(l.in[l.pos]) {
		l.pos++
	}
	if l.pos == len(l.in) {
		return t, &Fault{start + 1, "the quotation mark is never closed", `close it with "`}
	}
	t.sort, t.text = quoted, clean(string(l.in[from:l.pos]))
	l.pos++
	if t.text == "" {
		return t, &Fault{start + 1, "nothing stands between the quotation marks", ""}
	}
	l.star(&t)
	return t, nil
}

// star takes the star of a prefix.
func (l *lexer) star(t *token) {
	if l.pos < len(l.in) && l.in[l.pos] == '*' {
		t.prefix = true
		l.pos++
	}
}

// bare reads a word, an operator, or a field with its value.
func (l *lexer) bare(t token) (token, *Fault) {
	text := l.run()
	switch text {
	case "AND":
		t.sort = and
		return t, nil
	case "OR":
		t.sort = or
		return t, nil
	case "NOT":
		t.sort = not
		return t, nil
	}
	name, value, found := strings.Cut(text, ":")
	if !found || !isName(name) {
		t.sort, t.text = word, text
		t.cutStar()
		return t, nil
	}
	t.sort, t.name, t.text = field, strings.ToLower(name), value
	t.at = t.col + len([]rune(name)) + 1
	if value != "" {
		t.cutStar()
		return t, nil
	}
	if l.pos < len(l.in) && isQuote(l.in[l.pos]) {
		q, fault := l.quoted(token{})
		t.text, t.quote, t.prefix = q.text, true, q.prefix
		return t, fault
	}
	return t, nil
}

// cutStar turns a star at the end of the text into a prefix.
func (t *token) cutStar() {
	if s, ok := strings.CutSuffix(t.text, "*"); ok && s != "" {
		t.text, t.prefix = s, true
	}
}

// run takes all up to white space, a parenthesis or a quotation mark.
func (l *lexer) run() string {
	from := l.pos
	for l.pos < len(l.in) {
		r := l.in[l.pos]
		if unicode.IsSpace(r) || r == '(' || r == ')' || isQuote(r) {
			break
		}
		l.pos++
	}
	return string(l.in[from:l.pos])
}

// isName reports whether s can be the name of a field.
func isName(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || r != '-' && r != '_' && (r < '0' || r > '9')) {
			return false
		}
	}
	return s != ""
}
