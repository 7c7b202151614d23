package query

import (
	"fmt"
	"strings"
	"unicode"
)

// fieldNames are the fields that every index has, signals apart.
var fieldNames = []string{"signal", "kind", "score", "speedup", "ratio", "status", "name", "file", "org", "skill", "section"}

// statuses are those of extract.Status.
var statuses = []string{"ok", "partial", "unreadable"}

// text makes a node of a word or a phrase.
func (p *parser) text(t token) Node {
	if p.count(t.col) {
		return Every{}
	}
	if t.sort == word {
		if t.text == "*" && !t.prefix {
			return p.every(t)
		}
		if name, value, ok := p.comparison(t.text); ok && !t.prefix {
			at := t.col + len([]rune(name))
			return p.field(token{sort: field, col: t.col, at: at, name: strings.ToLower(name), text: value})
		}
		t.text = clean(t.text)
	}
	if !p.searchable(t.text, t.prefix, t.col) {
		return Every{}
	}
	return Text{Words: t.text, Prefix: t.prefix}
}

func (p *parser) every(t token) Node {
	if p.section != "" {
		return p.fail(t.col, `"*" cannot stand within a section`, "")
	}
	return Every{}
}

// searchable faults what no text can hold.
func (p *parser) searchable(s string, prefix bool, col int) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r) {
			n++
		}
	}
	switch {
	case strings.Contains(s, "*"):
		p.fail(col, `"*" stands within a word`, `a star ends a word: quant*`)
	case n == 0:
		p.fail(col, fmt.Sprintf("no letter or digit in %q", s), "a word or a field was expected")
	case prefix && lastWord(s) < 2:
		p.fail(col, "a prefix needs two letters or digits before the star", "")
	default:
		return true
	}
	return false
}

// lastWord counts the letters and digits at the end of s.
func lastWord(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) {
			n++
		} else {
			n = 0
		}
	}
	return n
}

// comparison splits "score>60" where what stands left of the sign is a number
// that can be asked for, or a known signal.
func (p *parser) comparison(s string) (name, value string, ok bool) {
	i := strings.IndexAny(s, "<>=≤≥")
	if i <= 0 || !isName(s[:i]) {
		return "", "", false
	}
	name = strings.ToLower(s[:i])
	if name != "score" && name != "speedup" && name != "ratio" && !contains(p.known.Signals, name) {
		return "", "", false
	}
	return s[:i], s[i:], true
}

// field makes a node of a field and its value.
func (p *parser) field(t token) Node {
	if t.at == 0 {
		t.at = t.col
	}
	if p.section != "" {
		return p.fail(t.col, fmt.Sprintf("%s: cannot stand within section:%s", t.name, p.section), "only words and phrases can")
	}
	signal := t.name != "signal" && p.isSignal(t.name)
	if !signal && !contains(fieldNames, t.name) {
		known := append(append([]string{}, fieldNames...), p.known.Signals...)
		h := hint(t.name, known, "fields")
		if strings.HasPrefix(t.text, "//") {
			h = "put an address in quotes"
		}
		return p.fail(t.col, fmt.Sprintf("no field %q", t.name), h)
	}
	if t.text == "" {
		return p.fail(t.col, t.name+": has no value", "write it without a space after the colon")
	}
	if p.count(t.col) {
		return Every{}
	}
	if signal {
		return p.level(t)
	}
	switch t.name {
	case "name", "file", "org", "skill":
		t.text = clean(t.text)
		if !p.searchable(t.text, t.prefix, t.at) {
			return Every{}
		}
		if t.name == "skill" {
			return Section{Kind: "skills", Of: Text{Words: t.text, Prefix: t.prefix}}
		}
		return Field{Name: t.name, Words: t.text, Prefix: t.prefix}
	}
	if t.prefix {
		return p.fail(t.at, fmt.Sprintf("%s: takes no star", t.name), "")
	}
	value := strings.ToLower(t.text)
	switch t.name {
	case "signal":
		if !p.oneOf(value, p.known.Signals, "signal", t.at) {
			return Every{}
		}
		return Level{Signal: value, Min: MinLevel, Max: MaxLevel}
	case "kind":
		if !p.oneOf(value, p.known.Kinds, "kind", t.at) {
			return Every{}
		}
		return Kind{value}
	case "status":
		if !p.oneOf(value, statuses, "status", t.at) {
			return Every{}
		}
		return Status{value}
	case "section":
		return p.inSection(value, t.at)
	case "speedup", "ratio":
		return p.factor(t)
	}
	return p.score(t)
}

// inSection reads the operand of a section, where one follows.
func (p *parser) inSection(kind string, at int) Node {
	if !p.oneOf(kind, p.known.Sections, "section", at) {
		return Every{}
	}
	switch p.tok.sort {
	case word, quoted, open:
		p.section = kind
		n := p.operand()
		p.section = ""
		return Section{Kind: kind, Of: n}
	}
	return Section{Kind: kind}
}

// oneOf faults a value that is not known, or could not be printed.
func (p *parser) oneOf(value string, known []string, what string, at int) bool {
	if len(known) == 0 && isName(value) || contains(known, value) {
		return true
	}
	p.fail(at, fmt.Sprintf("no %s %q", what, value), hint(value, known, plural(what)))
	return false
}

func plural(what string) string {
	if what == "status" {
		return "statuses"
	}
	return what + "s"
}

// isSignal reports whether a field is the id of a signal. Where no signals
// are known every name is, but those of other fields.
func (p *parser) isSignal(name string) bool {
	if len(p.known.Signals) == 0 {
		return !contains(fieldNames, name)
	}
	return contains(p.known.Signals, name) && !contains(fieldNames, name)
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if strings.EqualFold(l, s) {
			return true
		}
	}
	return false
}
