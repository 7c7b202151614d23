package font

import "strconv"

// psLexer splits the PostScript of a CMap or of a Type 1 program's clear
// text into tokens. It never fails: it ends.
type psLexer struct {
	data []byte
	pos  int
	held []psToken
}

type psKind uint8

const (
	psEnd psKind = iota
	psKeyword
	psName   // without the slash
	psString // hexadecimal or literal, decoded
	psNumber
	psOpen  // [ or {
	psClose // ] or }
)

type psToken struct {
	kind psKind
	text string
	num  int
}

// back puts a token back.
func (l *psLexer) back(t psToken) { l.held = append(l.held, t) }

func (l *psLexer) next() psToken {
	if n := len(l.held); n > 0 {
		t := l.held[n-1]
		l.held = l.held[:n-1]
		return t
	}
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		switch {
		case psSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		case c == '/':
			l.pos++
			return psToken{kind: psName, text: l.word()}
		case c == '<':
			if l.pos+1 < len(l.data) && l.data[l.pos+1] == '<' {
				l.pos += 2
				continue
			}
			return l.hex()
		case c == '>':
			l.pos++
		case c == '(':
			return l.literal()
		case c == ')':
			l.pos++
		case c == '[' || c == '{':
			l.pos++
			return psToken{kind: psOpen}
		case c == ']' || c == '}':
			l.pos++
			return psToken{kind: psClose}
		default:
			w := l.word()
			if n, err := strconv.Atoi(w); err == nil {
				return psToken{kind: psNumber, text: w, num: n}
			}
			if len(w) > 2 && w[1] == '#' || len(w) > 3 && w[2] == '#' {
				if n, ok := radix(w); ok {
					return psToken{kind: psNumber, text: w, num: n}
				}
			}
			return psToken{kind: psKeyword, text: w}
		}
	}
	return psToken{}
}

// radix reads numbers such as 8#101.
func radix(w string) (int, bool) {
	for i := 1; i <= 2; i++ {
		if w[i] == '#' {
			base, err := strconv.Atoi(w[:i])
			if err != nil || base < 2 || base > 36 {
				return 0, false
			}
			n, err := strconv.ParseInt(w[i+1:], base, 32)
			return int(n), err == nil
		}
	}
	return 0, false
}

func (l *psLexer) word() string {
	start := l.pos
	for l.pos < len(l.data) && !psSpace(l.data[l.pos]) && !psDelim(l.data[l.pos]) {
		l.pos++
	}
	if l.pos == start && l.pos < len(l.data) && !psDelim(l.data[l.pos]) {
		l.pos++
	}
	return string(l.data[start:l.pos])
}

func (l *psLexer) hex() psToken {
	l.pos++
	var out []byte
	hi, have := byte(0), false
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d, ok := hexDigit(c)
		if !ok {
			continue
		}
		if have {
			out = append(out, hi<<4|d)
		}
		hi, have = d, !have
	}
	if have {
		// An odd digit stands alone: <5> is 05 in the CMaps that have it.
		out = append(out, hi)
	}
	return psToken{kind: psString, text: string(out)}
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

func (l *psLexer) literal() psToken {
	l.pos++
	var out []byte
	depth := 1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '\\':
			if l.pos < len(l.data) {
				out = append(out, l.data[l.pos])
				l.pos++
			}
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return psToken{kind: psString, text: string(out)}
			}
		}
		out = append(out, c)
	}
	return psToken{kind: psString, text: string(out)}
}

func psSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0 || c == '\f'
}

func psDelim(c byte) bool {
	switch c {
	case '<', '>', '(', ')', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}
