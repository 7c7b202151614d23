package content

import "math"

// exactDigits is how many decimal digits a uint64 holds in any case; further
// ones of a number are of no weight.
const exactDigits = 18

// powers holds the powers of ten. A float64 holds each of them exactly.
var powers = [exactDigits + 1]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// whole holds the powers of ten as whole numbers.
var whole = func() (t [exactDigits + 1]uint64) {
	t[0] = 1
	for i := range exactDigits {
		t[i+1] = 10 * t[i]
	}
	return t
}()

// figures reads the digits from a byte on, and returns their value and how
// many they are. Of more than exactDigits the value is of no use.
func figures(d []byte, i int) (value uint64, n int) {
	for n = 0; i+n < len(d) && d[i+n]-'0' <= 9; n++ {
		value = value*10 + uint64(d[i+n]-'0')
	}
	return value, n
}

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
		*o = operand{kind: opNumber}
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
	*o = operand{kind: opNumber, num: v}
	return true
}

func (l *lexer) name() []byte {
	d, i, escaped := l.data, l.pos, false
	start := i
	for i < len(d) && class[d[i]] <= isNumeric {
		escaped = escaped || d[i] == '#'
		i++
	}
	l.pos = i
	raw := d[start:i:i]
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
	arena := l.arena
	hi, have := byte(0), false
	i := l.pos
	for ; i < len(d); i++ {
		v := hexDigits[d[i]]
		if v > 15 {
			if d[i] == '>' {
				i++
				break
			}
			continue
		}
		if have {
			arena = append(arena, hi<<4|v)
		}
		hi, have = v, !have
	}
	if have {
		arena = append(arena, hi<<4)
	}
	l.pos, l.arena = i, arena
	return arena[from:len(arena):len(arena)]
}

// unhex is the value of a hexadecimal digit; more than 15 for what is none.
func unhex(c byte) byte { return hexDigits[c] }

var hexDigits = func() (t [256]byte) {
	for i := range t {
		t[i] = 255
	}
	for i := range 16 {
		t["0123456789abcdef"[i]], t["0123456789ABCDEF"[i]] = byte(i), byte(i)
	}
	return t
}()
