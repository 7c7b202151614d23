package query

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// maxScore is the most points that a candidate can have.
const maxScore = 100

// String returns the query in its canonical form: parsed again, it gives an
// equal query. The query that wants all is "*".
func (q Query) String() string {
	if q.node == nil {
		return "*"
	}
	p := &printer{}
	q.node.write(p)
	return p.String()
}

// printer collects the canonical form.
type printer struct {
	strings.Builder
	depth int // of groups entered; the outermost needs no parentheses
}

func (p *printer) group(of []Node, between string) {
	p.depth++
	if p.depth > 1 {
		p.WriteByte('(')
	}
	for i, n := range of {
		if i > 0 {
			p.WriteString(between)
		}
		n.write(p)
	}
	if p.depth > 1 {
		p.WriteByte(')')
	}
	p.depth--
}

func (Every) write(p *printer) { p.WriteByte('*') }

func (n All) write(p *printer) { p.group(n.Of, " ") }

func (n Any) write(p *printer) { p.group(n.Of, " OR ") }

func (n None) write(p *printer) {
	p.WriteByte('-')
	p.depth++ // what follows the sign is one operand
	n.Of.write(p)
	p.depth--
}

func (n Text) write(p *printer) { p.words(n.Words, n.Prefix) }

func (n Level) write(p *printer) {
	switch {
	case n.Min == MinLevel && n.Max == MaxLevel:
		p.field("signal", n.Signal)
		return
	case n.Min == n.Max:
		p.field(n.Signal, strconv.Itoa(n.Min))
	case n.Max == MaxLevel:
		p.field(n.Signal, ">="+strconv.Itoa(n.Min))
	case n.Min == MinLevel:
		p.field(n.Signal, "<="+strconv.Itoa(n.Max))
	default:
		p.field(n.Signal, strconv.Itoa(n.Min)+".."+strconv.Itoa(n.Max))
	}
}

func (n Kind) write(p *printer) { p.field("kind", n.Is) }

func (n Status) write(p *printer) { p.field("status", n.Is) }

func (n Score) write(p *printer) {
	low, high := number(n.Min), number(n.Max)
	switch {
	case n.Max >= maxScore && !n.MaxOpen && n.MinOpen:
		p.field("score", ">"+low)
	case n.Max >= maxScore && !n.MaxOpen:
		p.field("score", ">="+low)
	case n.Min <= 0 && !n.MinOpen && n.MaxOpen:
		p.field("score", "<"+high)
	case n.Min <= 0 && !n.MinOpen:
		p.field("score", "<="+high)
	case !n.MinOpen && !n.MaxOpen:
		p.field("score", low+".."+high)
	default: // open at an end and bounded at both: two terms
		All{[]Node{
			Score{Min: n.Min, Max: maxScore, MinOpen: n.MinOpen},
			Score{Max: n.Max, MaxOpen: n.MaxOpen},
		}}.write(p)
	}
}

func (n Factor) write(p *printer) {
	low, high := number(n.Min), number(n.Max)
	sign := func(open bool, sign string) string {
		if open {
			return sign
		}
		return sign + "="
	}
	switch {
	case math.IsInf(n.Max, 1):
		p.field(n.Fact, sign(n.MinOpen, ">")+low)
	case n.Min <= 0 && !n.MinOpen:
		p.field(n.Fact, sign(n.MaxOpen, "<")+high)
	default: // both ends bounded are both included
		p.field(n.Fact, low+".."+high)
	}
}

func (n Field) write(p *printer) {
	p.WriteString(n.Name)
	p.WriteByte(':')
	p.words(n.Words, n.Prefix)
}

func (n Section) write(p *printer) {
	if n.Of == nil { // in parentheses, so that what follows is not its operand
		p.WriteString("(section:" + n.Kind + ")")
		return
	}
	p.WriteString("section:" + n.Kind + " ")
	p.depth++
	n.Of.write(p)
	p.depth--
}

func (p *printer) field(name, value string) { p.WriteString(name + ":" + value) }

// words writes words as the shortest text that reads as the same.
func (p *printer) words(w string, prefix bool) {
	bare := plain(w)
	if !bare {
		p.WriteByte('"')
	}
	p.WriteString(w)
	if !bare {
		p.WriteByte('"')
	}
	if prefix {
		p.WriteByte('*')
	}
}

// plain reports whether w reads as one word without quotes.
func plain(w string) bool {
	if w == "" || w == "AND" || w == "OR" || w == "NOT" || w[0] == '-' {
		return false
	}
	return !strings.ContainsFunc(w, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`()":*<>=`, r)
	})
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// clean makes text fit to stand between quotes: white space and control
// characters become single spaces, quotation marks vanish.
func clean(s string) string {
	s = strings.ToValidUTF8(s, " ")
	s = strings.Map(func(r rune) rune {
		if isQuote(r) || unicode.IsControl(r) || !unicode.IsPrint(r) && !unicode.In(r, unicode.Cf) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// isQuote reports whether r opens or closes a phrase. Office programs put
// curly marks where a straight one is typed.
func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»':
		return true
	}
	return false
}
