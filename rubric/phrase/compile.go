package phrase

import (
	"fmt"
	"slices"
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
	quant              // a quantity of class name
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
	class    string
	alts     [][]element
	optional bool
}

// Error is a fault in the text of a phrase.
type Error struct {
	Col int // from 1, in runes
	Msg string
}

func (e *Error) Error() string { return fmt.Sprintf("column %d: %s", e.Col, e.Msg) }

// Book holds the words and lists that phrases are made of.
type Book struct {
	forms    map[string][]int32 // form -> words
	prefixes map[string][]int32 // beginning -> words
	words    map[string]int32   // as written -> word
	lists    map[string]int32
	entries  [][]*Pattern // by list
	names    []string     // of lists
	quants   map[string]bool
	literals []string // by word, as written
}

// NewBook returns an empty book. Quants are the classes of quantity that
// phrases may name, as "time" for <time>.
func NewBook(quants ...string) *Book {
	b := &Book{
		forms: map[string][]int32{}, prefixes: map[string][]int32{}, words: map[string]int32{},
		lists: map[string]int32{}, quants: map[string]bool{},
	}
	for _, q := range quants {
		b.quants[q] = true
	}
	return b
}

// Declare makes a list known by name, empty, so that phrases may use it
// before Add fills it.
func (b *Book) Declare(name string) {
	if _, ok := b.lists[name]; !ok {
		b.lists[name] = int32(len(b.entries))
		b.entries = append(b.entries, nil)
		b.names = append(b.names, name)
	}
}

// Add puts a phrase on a declared list. A phrase of a list must not use a
// list itself.
func (b *Book) Add(listName, src string) error {
	id, ok := b.lists[listName]
	if !ok {
		return &Error{1, fmt.Sprintf("no word list %q", listName)}
	}
	p, err := b.Compile(src)
	if err != nil {
		return err
	}
	if p.usesList() {
		return &Error{1, "a word list cannot use another list"}
	}
	b.entries[id] = append(b.entries[id], p)
	return nil
}

// Lists returns the names of all lists in the order of declaration.
func (b *Book) Lists() []string { return slices.Clone(b.names) }

// Pattern is a compiled phrase.
type Pattern struct {
	Source string
	book   *Book
	seq    []element
	first  []element // what a match can begin with; empty: anything
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
	return &Pattern{Source: src, book: b, seq: seq, first: firsts(seq)}, nil
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

// firsts collects what a match of seq can begin with, or nil where that may
// be anything.
func firsts(seq []element) []element {
	var out []element
	for _, e := range seq {
		switch e.kind {
		case start:
			return nil
		case gap:
			return nil
		case choice:
			for _, alt := range e.alts {
				f := firsts(alt)
				if f == nil {
					return nil
				}
				out = append(out, f...)
			}
			if !e.optional {
				return out
			}
		default:
			return append(out, e)
		}
	}
	return nil
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
	if !c.book.quants[in] {
		c.pos = at
		return element{}, c.fault("no quantity <%s>", in)
	}
	return element{kind: quant, class: in}, nil
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
	exact := strings.HasPrefix(text, "=")
	text = strings.TrimPrefix(text, "=")
	prefix := strings.HasSuffix(text, "*")
	text = strings.TrimSuffix(text, "*")
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
		last := i == len(tokens)-1
		parts = append(parts, element{kind: word, id: c.book.word(t.Text, exact, prefix && last)})
		joined += t.Text
	}
	if len(parts) == 1 {
		return parts, nil
	}
	one := element{kind: word, id: c.book.word(joined, exact, prefix)}
	return []element{{kind: choice, alts: [][]element{parts, {one}}}}, nil
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// word returns the number of a word, made on first use.
func (b *Book) word(text string, exact, prefix bool) int32 {
	key := text
	if exact {
		key = "=" + key
	}
	if prefix {
		key += "*"
	}
	if id, ok := b.words[key]; ok {
		return id
	}
	id := int32(len(b.literals))
	b.words[key] = id
	b.literals = append(b.literals, key)
	switch {
	case prefix:
		b.prefixes[text] = append(b.prefixes[text], id)
	case exact:
		b.forms[text] = append(b.forms[text], id)
	default:
		for _, f := range Forms(text) {
			b.forms[f] = append(b.forms[f], id)
		}
	}
	return id
}
