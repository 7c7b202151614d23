package font

// psLexer splits the PostScript of a CMap or of a Type 1 program's clear
// text into tokens. It never fails: it ends.
type psLexer struct {
	data  []byte
	pos   int
	held  []psToken
	arena []byte // decoded strings; those handed out stay as they are
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
	text []byte
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
			if n, ok := integer(w); ok {
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

// integer reads a decimal number of nine digits at most.
func integer(w []byte) (int, bool) {
	neg := false
	if len(w) > 1 && (w[0] == '-' || w[0] == '+') {
		neg = w[0] == '-'
		w = w[1:]
	}
	n, ok := radixDigits(w, 10)
	if neg {
		n = -n
	}
	return n, ok
}

// radix reads numbers such as 8#101.
func radix(w []byte) (int, bool) {
	for i := 1; i <= 2; i++ {
		if w[i] == '#' {
			base, ok := radixDigits(w[:i], 10)
			if !ok || base < 2 || base > 36 {
				return 0, false
			}
			return radixDigits(w[i+1:], base)
		}
	}
	return 0, false
}

func radixDigits(w []byte, base int) (int, bool) {
	n := 0
	for _, c := range w {
		d := 99
		switch {
		case c >= '0' && c <= '9':
			d = int(c - '0')
		case c >= 'a' && c <= 'z':
			d = int(c-'a') + 10
		case c >= 'A' && c <= 'Z':
			d = int(c-'A') + 10
		}
		if d >= base || n > 1<<31 {
			return 0, false
		}
		n = n*base + d
	}
	return n, len(w) > 0
}

func (l *psLexer) word() []byte {
	start := l.pos
	for l.pos < len(l.data) && !psSpace(l.data[l.pos]) && !psDelim(l.data[l.pos]) {
		l.pos++
	}
	if l.pos == start && l.pos < len(l.data) && !psDelim(l.data[l.pos]) {
		l.pos++
	}
	return l.data[start:l.pos:l.pos]
}

func (l *psLexer) hex() psToken {
	l.pos++
	from := len(l.arena)
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
			l.arena = append(l.arena, hi<<4|d)
		}
		hi, have = d, !have
	}
	if have {
		// An odd digit stands alone: <5> is 05 in the CMaps that have it.
		l.arena = append(l.arena, hi)
	}
	return psToken{kind: psString, text: l.arena[from:len(l.arena):len(l.arena)]}
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
	from := len(l.arena)
	depth := 1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '\\':
			if l.pos < len(l.data) {
				l.arena = append(l.arena, l.data[l.pos])
				l.pos++
			}
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return psToken{kind: psString, text: l.arena[from:len(l.arena):len(l.arena)]}
			}
		}
		l.arena = append(l.arena, c)
	}
	return psToken{kind: psString, text: l.arena[from:len(l.arena):len(l.arena)]}
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
