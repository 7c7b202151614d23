package content

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
	opDict   // items are key, value, key, value
	opRef    // num is 65536 times the object number, and the generation
	opStream // num is where its bytes begin in the file, items are those of its dictionary
	opOther  // a word: true, false, null
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
	elems []operand // of arrays and dictionaries that are not at their end yet
	high  int       // the most elems so far
	slab  []operand // of those that are
	taken int       // how many have been taken off the slab
	most  int       // elements of one array; 0 stands for maxOperands
	arena []byte    // strings with escapes, hexadecimal strings
}

// token is what stands next in a stream.
type token uint8

const (
	tokenEnd   token = iota
	tokenValue       // a number, a string, a name, or a word that is a value
	tokenWord
	tokenArray // the start of an array
	tokenDict  // the start of a dictionary
	tokenClose // the end of either
)

// next reads the operands up to the next operator and returns it; nil at the
// end of the stream.
func (l *lexer) next() []byte {
	l.elems, l.slab, l.arena = l.elems[:0], l.slab[:0], l.arena[:0]
	args := l.args[:0]
	for {
		n := len(args)
		if n >= maxOperands {
			n-- // what is beyond takes the place of the last
		}
		if n < cap(args) {
			args = args[:n+1]
		} else {
			args = append(args[:n], operand{})
		}
		t, word := l.token(&args[n])
		switch t {
		case tokenValue:
		case tokenArray:
			args[n] = operand{kind: opArray, items: l.list(opArray, 0)}
		case tokenDict:
			args[n] = operand{kind: opDict, items: l.list(opDict, 0)}
		case tokenClose:
			args = args[:n]
		default:
			l.args = args[:n]
			return word
		}
	}
}

// object reads one value, or a word that is none. At the end both are zero. A
// closing bracket within something, which a depth of more than 0 stands for,
// comes as opOther.
func (l *lexer) object(depth int) (o operand, word []byte) {
	for {
		t, word := l.token(&o)
		switch t {
		case tokenValue:
			return o, nil
		case tokenArray:
			return operand{kind: opArray, items: l.list(opArray, depth)}, nil
		case tokenDict:
			return operand{kind: opDict, items: l.list(opDict, depth)}, nil
		case tokenClose:
			if depth > 0 {
				return operand{kind: opOther}, nil
			}
		default:
			return operand{}, word
		}
	}
}

// token reads what stands next: a value into o, or a word. Of a word, or of a
// bracket, o is left as it is.
func (l *lexer) token(o *operand) (token, []byte) {
	d, i := l.data, l.pos
	for i < len(d) {
		c := d[i]
		switch class[c] {
		case isSpace:
			i++
			continue
		case isNumeric:
			// A number as the standard has it, of up to exactDigits digits;
			// all others are left to number.
			start, mantissa := i, uint64(0)
			if c == '-' {
				i++
			}
			digits, fraction := 0, 0
			mantissa, digits = figures(d, i)
			if i += digits; i < len(d) && d[i] == '.' {
				var more uint64
				more, fraction = figures(d, i+1)
				if digits += fraction; digits <= exactDigits {
					mantissa = mantissa*whole[fraction] + more
				}
				i += 1 + fraction
			}
			if digits == 0 || digits > exactDigits || i < len(d) && class[d[i]] == isNumeric {
				l.pos = start
				if l.number(o) {
					return tokenValue, nil
				}
				return tokenWord, l.word()
			}
			v := float64(mantissa)
			if fraction > 0 {
				v /= powers[fraction]
			}
			if c == '-' {
				v = -v
			}
			l.pos = i
			*o = operand{kind: opNumber, num: v}
			return tokenValue, nil
		case isRegular:
			l.pos = i
			w := l.word()
			if len(w) >= 4 && (c == 't' || c == 'f' || c == 'n') {
				switch string(w) {
				case "true", "false", "null":
					*o = operand{kind: opOther, str: w}
					return tokenValue, nil
				}
			}
			return tokenWord, w
		}
		i++
		l.pos = i
		switch c {
		case '%':
			for i < len(d) && d[i] != '\n' && d[i] != '\r' {
				i++
			}
		case '/':
			*o = operand{kind: opName, str: l.name()}
			return tokenValue, nil
		case '(':
			*o = operand{kind: opString, str: l.literal()}
			return tokenValue, nil
		case '<':
			if i < len(d) && d[i] == '<' {
				l.pos++
				return tokenDict, nil
			}
			*o = operand{kind: opString, str: l.hex()}
			return tokenValue, nil
		case '[':
			return tokenArray, nil
		case '>':
			if i < len(d) && d[i] == '>' {
				l.pos++
			}
			return tokenClose, nil
		case ']':
			return tokenClose, nil
		}
	}
	l.pos = i
	return tokenEnd, nil
}

// list reads an array or a dictionary to its end and returns its elements.
// Those of what is not within another stay where they were read, until the
// next operator.
func (l *lexer) list(kind operandKind, depth int) []operand {
	base, most := len(l.elems), l.most
	if most == 0 {
		most = maxOperands
	}
loop:
	for depth < maxNesting {
		k, start := len(l.elems), l.pos
		if k < cap(l.elems) {
			l.elems = l.elems[:k+1]
		} else {
			l.elems = append(l.elems, operand{})
		}
		t, word := l.token(&l.elems[k])
		switch t {
		case tokenValue:
		case tokenArray, tokenDict:
			l.elems = l.elems[:k]
			e := operand{kind: opArray}
			if t == tokenDict {
				e.kind = opDict
			}
			e.items = l.list(e.kind, depth+1)
			l.elems = append(l.elems, e)
		case tokenWord:
			l.elems = l.elems[:k]
			// A word in an array: an operator, the bracket was never closed.
			if kind == opArray && showing(word) || ending(word) {
				l.pos = start
				break loop
			}
			if string(word) == "R" && k >= base+2 && l.elems[k-1].kind == opNumber && l.elems[k-2].kind == opNumber {
				l.elems[k-2] = reference(l.elems[k-2].num, l.elems[k-1].num)
				l.elems = l.elems[:k-1]
			}
		default:
			l.elems = l.elems[:k]
			break loop
		}
		if len(l.elems)-base > most {
			l.elems = l.elems[:base+most]
		}
	}
	if depth >= maxNesting {
		l.pos = len(l.data)
	}
	items := l.elems[base:]
	l.high = max(l.high, len(l.elems))
	if kind == opDict {
		items = pairs(items)
	}
	if depth > 0 {
		items = l.keep(items)
		l.elems = l.elems[:base]
	}
	return items[:len(items):len(items)]
}

// pairs leaves the pairs of a name and a value of a dictionary's elements.
func pairs(items []operand) []operand {
	n := 0
	for i := 0; i+1 < len(items); i++ {
		if items[i].kind == opName {
			items[n], items[n+1] = items[i], items[i+1]
			n += 2
			i++
		}
	}
	return items[:n]
}

// Bounds on a piece of the slab, in elements.
const (
	leastPiece = 1 << 4
	mostPiece  = 1 << 12
)

// keep copies elements to the slab.
func (l *lexer) keep(items []operand) []operand {
	out := l.take(len(items))
	copy(out, items)
	return out
}

// take takes room for n elements off the slab.
func (l *lexer) take(n int) []operand {
	l.taken += n
	k := len(l.slab)
	if cap(l.slab)-k < n {
		l.slab, k = make([]operand, 0, max(n, min(2*cap(l.slab), mostPiece), leastPiece)), 0
	}
	l.slab = l.slab[:k+n]
	return l.slab[k : k+n : k+n]
}

// ending reports whether a word ends an object, so that nothing in it goes on.
func ending(w []byte) bool {
	switch string(w) {
	case "endobj", "stream", "endstream":
		return true
	}
	return false
}

func showing(w []byte) bool {
	switch string(w) {
	case "TJ", "Tj", "ET", "Td", "Tm":
		return true
	}
	return false
}

func (l *lexer) word() []byte {
	d, i := l.data, l.pos
	start := i
	for i < len(d) && class[d[i]] <= isNumeric {
		i++
	}
	l.pos = i
	return d[start:i:i]
}

type byteClass uint8

const (
	isRegular byteClass = iota
	isNumeric           // begins a number; regular too
	isSpace
	isDelim
)

// class sorts the bytes, ISO 32000-1 tables 1 and 2.
var class = [256]byteClass{
	0: isSpace, '\t': isSpace, '\n': isSpace, '\f': isSpace, '\r': isSpace, ' ': isSpace,
	'(': isDelim, ')': isDelim, '<': isDelim, '>': isDelim, '[': isDelim, ']': isDelim,
	'{': isDelim, '}': isDelim, '/': isDelim, '%': isDelim,
	'0': isNumeric, '1': isNumeric, '2': isNumeric, '3': isNumeric, '4': isNumeric, '5': isNumeric,
	'6': isNumeric, '7': isNumeric, '8': isNumeric, '9': isNumeric, '+': isNumeric, '-': isNumeric, '.': isNumeric,
}
