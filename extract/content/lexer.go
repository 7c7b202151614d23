package content

import "math"

// Bounds on the operands of one operator.
const (
	maxOperands = 1 << 16 // also the elements of one array
	maxNesting  = 32
)

type operandKind uint8

const (
	opNone operandKind = iota
	opNumber
	opString
	opName
	opArray
	opDict // items are key, value, key, value
	opRef  // num is 65536 times the object number, and the generation
	opOther
)

// operand is one operand of a content-stream operator. str points into the
// stream or into the lexer's arena and holds until the next operator.
type operand struct {
	kind  operandKind
	num   float64
	str   []byte
	items []operand
}

// lexer splits a content stream into operators with their operands. It never
// fails; malformed bytes are passed over.
type lexer struct {
	data  []byte
	pos   int
	args  []operand
	elems []operand // of the first array of the current operator
	lent  bool      // elems is in use
	arena []byte    // strings with escapes, hexadecimal strings
}

// next reads the operands up to the next operator and returns it; nil at the
// end of the stream.
func (l *lexer) next() []byte {
	l.args, l.lent, l.arena = l.args[:0], false, l.arena[:0]
	for {
		n := len(l.args)
		if n >= maxOperands {
			n-- // what is beyond takes the place of the last
			l.args = l.args[:n]
		}
		l.args = append(l.args, operand{})
		word := l.into(&l.args[n], 0)
		if word != nil {
			l.args = l.args[:n]
			return word
		}
		if l.args[n].kind == opNone {
			l.args = l.args[:n]
			return nil
		}
	}
}

// object reads one operand, or a word that is none. At the end both are zero.
// A closing bracket comes as opOther.
func (l *lexer) object(depth int) (o operand, word []byte) {
	word = l.into(&o, depth)
	return o, word
}

// into reads an object into o, which must be zero.
func (l *lexer) into(o *operand, depth int) []byte {
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		switch class[c] {
		case isSpace:
			l.pos++
			continue
		case isNumeric:
			if l.number(o) {
				return nil
			}
			return l.word()
		case isRegular:
			w := l.word()
			if len(w) >= 4 && (c == 't' || c == 'f' || c == 'n') {
				switch string(w) {
				case "true", "false", "null":
					o.kind, o.str = opOther, w
					return nil
				}
			}
			return w
		}
		l.pos++
		switch c {
		case '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		case '/':
			o.kind, o.str = opName, l.name()
			return nil
		case '(':
			o.kind, o.str = opString, l.literal()
			return nil
		case '<':
			if l.pos < len(l.data) && l.data[l.pos] == '<' {
				l.pos++
				l.list(o, opDict, depth)
				return nil
			}
			o.kind, o.str = opString, l.hex()
			return nil
		case '[':
			l.list(o, opArray, depth)
			return nil
		case '>':
			if l.pos < len(l.data) && l.data[l.pos] == '>' {
				l.pos++
			}
			if depth > 0 {
				o.kind, o.str = opOther, closing
				return nil
			}
		case ']':
			if depth > 0 {
				o.kind, o.str = opOther, closing
				return nil
			}
		}
	}
	return nil
}

var closing = []byte{']'}

func isClosing(o *operand) bool { return o.kind == opOther && len(o.str) == 1 }

// list reads an array or a dictionary. The elements of the first outermost
// array take a slice that is kept from operator to operator.
func (l *lexer) list(o *operand, kind operandKind, depth int) {
	var items []operand
	shared := depth == 0 && kind == opArray && !l.lent
	if shared {
		items, l.lent = l.elems[:0], true
	}
	for depth < maxNesting {
		start, k := l.pos, len(items)
		items = append(items, operand{})
		e := &items[k]
		if word := l.into(e, depth+1); word != nil {
			items = items[:k]
			// An operator inside an array: the bracket was never closed.
			if kind == opArray && showing(word) {
				l.pos = start
				break
			}
			if string(word) == "R" && k >= 2 && items[k-1].kind == opNumber && items[k-2].kind == opNumber {
				items[k-2] = operand{kind: opRef, num: items[k-2].num*65536 + items[k-1].num}
				items = items[:k-1]
			}
			continue
		}
		if e.kind == opNone || isClosing(e) {
			items = items[:k]
			break
		}
		if k >= maxOperands {
			items = items[:k]
		}
	}
	if depth >= maxNesting {
		l.pos = len(l.data)
	}
	if shared {
		l.elems = items
	}
	o.kind, o.items = kind, items
}

func showing(w []byte) bool {
	switch string(w) {
	case "TJ", "Tj", "ET", "Td", "Tm":
		return true
	}
	return false
}

func (l *lexer) word() []byte {
	start := l.pos
	for l.pos < len(l.data) && (class[l.data[l.pos]] == isRegular || class[l.data[l.pos]] == isNumeric) {
		l.pos++
	}
	return l.data[start:l.pos:l.pos]
}

// exactDigits is how many decimal digits a uint64 holds in any case; further
// ones of a number are of no weight.
const exactDigits = 18

// powers holds the powers of ten. A float64 holds each of them exactly.
var powers = [exactDigits + 1]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// number reads a number: PDF's, and the malformed ones that viewers take
// ("--5" is -5, "1.2.3" ends at the second point, "12-34" is 12).
func (l *lexer) number(o *operand) bool {
	d, i, neg := l.data, l.pos, false
	for i < len(d) && (d[i] == '-' || d[i] == '+') {
		neg = neg || d[i] == '-'
		i++
	}
	mantissa, digits, scale := uint64(0), 0, 0
	for i < len(d) && d[i]-'0' <= 9 {
		if digits < exactDigits {
			mantissa = mantissa*10 + uint64(d[i]-'0')
		} else {
			scale++
		}
		digits++
		i++
	}
	fraction := 0
	if i < len(d) && d[i] == '.' {
		i++
		for i < len(d) && (d[i]-'0' <= 9 || d[i] == '-') {
			if d[i] != '-' { // "0.-12" of a broken writer
				if digits < exactDigits {
					mantissa = mantissa*10 + uint64(d[i]-'0')
					fraction++
				}
				digits++
			}
			i++
		}
	}
	if digits == 0 {
		if i < len(d) && class[d[i]] == isRegular {
			return false
		}
		l.pos = i
		o.kind = opNumber
		return true
	}
	if i < len(d) && class[d[i]] == isNumeric {
		for i < len(d) && (d[i] == '.' || d[i] == '-' || d[i]-'0' <= 9) {
			i++
		}
	}
	v := float64(mantissa)
	if fraction > 0 {
		v /= powers[fraction]
	} else if scale > 0 {
		v *= math.Pow10(scale)
		if math.IsInf(v, 0) {
			v = 0
		}
	}
	if neg {
		v = -v
	}
	l.pos = i
	o.kind, o.num = opNumber, v
	return true
}

func (l *lexer) name() []byte {
	start, escaped := l.pos, false
	for l.pos < len(l.data) && (class[l.data[l.pos]] == isRegular || class[l.data[l.pos]] == isNumeric) {
		escaped = escaped || l.data[l.pos] == '#'
		l.pos++
	}
	raw := l.data[start:l.pos:l.pos]
	if !escaped {
		return raw
	}
	from := len(l.arena)
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && unhex(raw[i+1]) < 16 && unhex(raw[i+2]) < 16 {
			l.arena = append(l.arena, unhex(raw[i+1])<<4|unhex(raw[i+2]))
			i += 2
			continue
		}
		l.arena = append(l.arena, raw[i])
	}
	return l.arena[from:len(l.arena):len(l.arena)]
}

// literal reads a string to its closing parenthesis or the end.
func (l *lexer) literal() []byte {
	start, depth := l.pos, 1
	for i := start; i < len(l.data); i++ {
		switch l.data[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos = i + 1
				return l.data[start:i:i]
			}
		case '\\', '\r':
			return l.escaped(start)
		}
	}
	l.pos = len(l.data)
	return l.data[start:]
}

func (l *lexer) escaped(start int) []byte {
	from, depth, d := len(l.arena), 1, l.data
	i := start
loop:
	for ; i < len(d); i++ {
		c := d[i]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				i++
				break loop
			}
		case '\r':
			if i+1 < len(d) && d[i+1] == '\n' {
				i++
			}
			c = '\n'
		case '\\':
			if i++; i >= len(d) {
				break loop
			}
			switch c = d[i]; c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case '\r':
				if i+1 < len(d) && d[i+1] == '\n' {
					i++
				}
				continue
			case '\n':
				continue
			case '0', '1', '2', '3', '4', '5', '6', '7':
				c -= '0'
				for n := 0; n < 2 && i+1 < len(d) && d[i+1] >= '0' && d[i+1] <= '7'; n++ {
					i++
					c = c<<3 | (d[i] - '0')
				}
			}
		}
		l.arena = append(l.arena, c)
	}
	l.pos = i
	return l.arena[from:len(l.arena):len(l.arena)]
}

func (l *lexer) hex() []byte {
	from, d := len(l.arena), l.data
	hi, have := byte(0), false
	i := l.pos
	for ; i < len(d); i++ {
		c := d[i]
		if c == '>' {
			i++
			break
		}
		v := unhex(c)
		if v > 15 {
			continue
		}
		if have {
			l.arena = append(l.arena, hi<<4|v)
		}
		hi, have = v, !have
	}
	if have {
		l.arena = append(l.arena, hi<<4)
	}
	l.pos = i
	return l.arena[from:len(l.arena):len(l.arena)]
}

func unhex(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}

type byteClass uint8

const (
	isRegular byteClass = iota
	isSpace
	isDelim
	isNumeric // begins a number
)

// class sorts the bytes, ISO 32000-1 tables 1 and 2.
var class = [256]byteClass{
	0: isSpace, '\t': isSpace, '\n': isSpace, '\f': isSpace, '\r': isSpace, ' ': isSpace,
	'(': isDelim, ')': isDelim, '<': isDelim, '>': isDelim, '[': isDelim, ']': isDelim,
	'{': isDelim, '}': isDelim, '/': isDelim, '%': isDelim,
	'0': isNumeric, '1': isNumeric, '2': isNumeric, '3': isNumeric, '4': isNumeric, '5': isNumeric,
	'6': isNumeric, '7': isNumeric, '8': isNumeric, '9': isNumeric, '+': isNumeric, '-': isNumeric, '.': isNumeric,
}
