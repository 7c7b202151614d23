package phrase

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxGap is the widest gap that "..." may be given, in words. Wider gaps
// belong into two phrases that stand together.
const MaxGap = 12

// defaultGap is what "..." without a number allows, in words.
const defaultGap = 6

// maxDepth bounds nested parentheses.
const maxDepth = 8

type kind uint8

const (
	word   kind = iota // one of the forms of word id
	list               // a phrase of list id
	quant              // a quantity of class id
	number             // a word that begins with a digit
	year               // 1950 to 2099
	name               // a word with a capital letter
	course             // a course code: DS203
	gap                // up to n words
	choice             // one of alts, or nothing where optional
	start              // the beginning of the range
)

type element struct {
	kind     kind
	id       int32
	n        int
	alts     [][]element
	optional bool
}

// Error is a fault in the text of a phrase.
type Error struct {
	Col int // from 1, in runes
	Msg string
}

func (e *Error) Error() string { return fmt.Sprintf("column %d: %s", e.Col, e.Msg) }

// Pattern is a compiled phrase.
type Pattern struct {
	Source string
	id     int32
	seq    []element
	path   *node
}

// Compile reads a phrase. Errors are of type *Error.
func (b *Book) Compile(src string) (*Pattern, error) {
	c := compiler{book: b, src: src}
	seq, err := c.sequence(0)
	if err != nil {
		return nil, err
	}
	if c.pos < len(src) {
		return nil, c.fault("%q closes nothing", src[c.pos:c.pos+1])
	}
	solid := 0
	for _, e := range seq {
		if e.kind != gap && e.kind != start && !(e.kind == choice && e.optional) {
			solid++
		}
	}
	if solid == 0 {
		return nil, &Error{1, "the phrase has no word that must stand there"}
	}
	if seq[0].kind == gap || seq[len(seq)-1].kind == gap {
		return nil, &Error{1, "a gap must stand between words"}
	}
	p := &Pattern{Source: src, id: int32(len(b.patterns)), seq: seq, path: link(seq, nil)}
	b.patterns = append(b.patterns, p)
	return p, nil
}

func (p *Pattern) usesList() bool {
	return anyElement(p.seq, func(e element) bool { return e.kind == list })
}

func anyElement(seq []element, is func(element) bool) bool {
	for _, e := range seq {
		if is(e) {
			return true
		}
		for _, alt := range e.alts {
			if anyElement(alt, is) {
				return true
			}
		}
	}
	return false
}

type compiler struct {
	book *Book
	src  string
	pos  int
}

func (c *compiler) fault(format string, args ...any) *Error {
	return &Error{utf8.RuneCountInString(c.src[:min(c.pos, len(c.src))]) + 1, fmt.Sprintf(format, args...)}
}

// sequence reads elements up to a closing bracket, a bar or the end.
func (c *compiler) sequence(depth int) ([]element, error) {
	if depth > maxDepth {
		return nil, c.fault("brackets nested more than %d deep", maxDepth)
	}
	var seq []element
	for c.pos < len(c.src) {
		switch ch := c.src[c.pos]; {
		case ch == ' ' || ch == '\t':
			c.pos++
		case ch == ')' || ch == ']' || ch == '|':
			return seq, nil
		case ch == '(' || ch == '[':
			e, err := c.group(depth)
			if err != nil {
				return nil, err
			}
			seq = append(seq, e)
		case ch == '{':
			e, err := c.list()
			if err != nil {
				return nil, err
			}
			seq = append(seq, e)
		case ch == '<':
			e, err := c.class()
			if err != nil {
				return nil, err
			}
			seq = append(seq, e)
		case ch == '^':
			c.pos++
			seq = append(seq, element{kind: start})
		case strings.HasPrefix(c.src[c.pos:], "...") || strings.HasPrefix(c.src[c.pos:], "…"):
			e, err := c.gap()
			if err != nil {
				return nil, err
			}
			seq = append(seq, e)
		default:
			e, err := c.word()
			if err != nil {
				return nil, err
			}
			seq = append(seq, e...)
		}
	}
	return seq, nil
}

func (c *compiler) group(depth int) (element, error) {
	open := c.src[c.pos]
	shut := byte(')')
	if open == '[' {
		shut = ']'
	}
	at := c.pos
	c.pos++
	e := element{kind: choice, optional: open == '['}
	for {
		seq, err := c.sequence(depth + 1)
		if err != nil {
			return e, err
		}
		if len(seq) == 0 {
			return e, c.fault("an empty choice")
		}
		e.alts = append(e.alts, seq)
		if c.pos >= len(c.src) {
			c.pos = at
			return e, c.fault("%q is never closed", string(open))
		}
		end := c.src[c.pos]
		c.pos++
		if end == '|' {
			continue
		}
		if end != shut {
			c.pos--
			return e, c.fault("%q where %q was expected", string(end), string(shut))
		}
		return e, nil
	}
}

func (c *compiler) until(shut string) (string, error) {
	end := strings.Index(c.src[c.pos:], shut)
	if end < 0 {
		return "", c.fault("%q is never closed", c.src[c.pos:c.pos+1])
	}
	in := c.src[c.pos+1 : c.pos+end]
	c.pos += end + 1
	return strings.TrimSpace(in), nil
}

func (c *compiler) list() (element, error) {
	at := c.pos
	in, err := c.until("}")
	if err != nil {
		return element{}, err
	}
	id, ok := c.book.lists[in]
	if !ok {
		c.pos = at
		return element{}, c.fault("no word list %q", in)
	}
	return element{kind: list, id: id}, nil
}

func (c *compiler) class() (element, error) {
	at := c.pos
	in, err := c.until(">")
	if err != nil {
		return element{}, err
	}
	switch in {
	case "number":
		return element{kind: number}, nil
	case "year":
		return element{kind: year}, nil
	case "name":
		return element{kind: name}, nil
	case "course code":
		return element{kind: course}, nil
	}
	id, ok := c.book.quants[in]
	if !ok {
		c.pos = at
		return element{}, c.fault("no quantity <%s>", in)
	}
	return element{kind: quant, id: id}, nil
}

func (c *compiler) gap() (element, error) {
	if strings.HasPrefix(c.src[c.pos:], "…") {
		c.pos += len("…")
	} else {
		c.pos += 3
	}
	from := c.pos
	for c.pos < len(c.src) && c.src[c.pos] >= '0' && c.src[c.pos] <= '9' {
		c.pos++
	}
	n := defaultGap
	if c.pos > from {
		var err error
		if n, err = strconv.Atoi(c.src[from:c.pos]); err != nil || n < 1 || n > MaxGap {
			c.pos = from
			return element{}, c.fault("a gap is 1 to %d words wide", MaxGap)
		}
	}
	return element{kind: gap, n: n}, nil
}

// word reads up to a space or a sign of the language. A hyphenated word
// becomes a choice between its parts in a row and all in one.
func (c *compiler) word() ([]element, error) {
	from := c.pos
	for c.pos < len(c.src) && !strings.ContainsRune(" \t()[]{}<>|…", firstRune(c.src[c.pos:])) && !strings.HasPrefix(c.src[c.pos:], "...") {
		_, n := utf8.DecodeRuneInString(c.src[c.pos:])
		c.pos += n
	}
	text := c.src[from:c.pos]
	wild := inflected
	switch {
	case strings.HasPrefix(text, "="):
		wild, text = exact, text[1:]
	case strings.HasSuffix(text, "*"):
		wild, text = prefixed, text[:len(text)-1]
	case strings.HasPrefix(text, "*"):
		wild, text = suffixed, text[1:]
	}
	tokens := Tokens(text)
	if len(tokens) == 0 {
		if strings.IndexFunc(text, unicode.IsPunct) >= 0 || text == "" {
			c.pos = from
			return nil, c.fault("%q is no word", c.src[from:max(from+1, c.pos)])
		}
		return nil, nil
	}
	var parts []element
	joined := ""
	for i, t := range tokens {
		part := wild
		if wild == prefixed && i < len(tokens)-1 || wild == suffixed && i > 0 {
			part = inflected
		}
		parts = append(parts, element{kind: word, id: c.book.word(t.Text, part)})
		joined += t.Text
	}
	if len(parts) == 1 {
		return parts, nil
	}
	one := element{kind: word, id: c.book.word(joined, wild)}
	return []element{{kind: choice, alts: [][]element{parts, {one}}}}, nil
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
