package font

import (
	"unicode/utf16"
	"unicode/utf8"
)

// announced is how many entries a token before them says that there are. The
// standard allows 100 at a time.
func announced(t psToken) int {
	const most = 100
	if t.kind != psNumber {
		return 0
	}
	return max(0, min(t.num, most))
}

func (c *CMap) codespaces(l *psLexer) {
	for len(c.spaces) < 256 {
		lo := l.next()
		if lo.kind != psString {
			return
		}
		hi := l.next()
		if hi.kind != psString {
			return
		}
		if n := len(lo.text); n >= 1 && n <= 4 && n == len(hi.text) {
			c.spaces = append(c.spaces, codespace{number(lo.text), number(hi.text), n})
		}
	}
}

func (c *CMap) bfchars(l *psLexer, entries *int) {
	for *entries < maxCMapEntries {
		if code, one, ok := l.pair(); ok {
			*entries++
			c.setChar(code, one)
			continue
		}
		code := l.next()
		if code.kind != psString {
			l.back(code)
			return
		}
		to := l.next()
		if to.kind != psString && to.kind != psName {
			l.back(to)
			return
		}
		*entries++
		if len(code.text) > 4 {
			continue
		}
		s := target(to)
		one, size := utf8.DecodeRuneInString(s)
		if size != len(s) || size == 0 {
			c.texts = append(c.texts, s)
			one = rune(-len(c.texts))
		}
		c.setChar(number(code.text), one)
	}
}

func (c *CMap) bfranges(l *psLexer, entries *int) {
	for *entries < maxCMapEntries {
		if r, ok := l.triple(); ok {
			*entries++
			if r.lo <= r.hi {
				c.ranges = append(c.ranges, r)
			}
			continue
		}
		lo := l.next()
		if lo.kind != psString {
			l.back(lo)
			return
		}
		hi := l.next()
		if hi.kind != psString {
			l.back(hi)
			return
		}
		to := l.next()
		*entries++
		r := textRange{lo: number(lo.text), hi: number(hi.text)}
		ok := len(lo.text) <= 4 && len(hi.text) <= 4 && r.lo <= r.hi
		switch {
		case to.kind == psOpen:
			for {
				t := l.next()
				if t.kind != psString && t.kind != psName {
					break
				}
				if *entries < maxCMapEntries {
					*entries++
					r.list = append(r.list, target(t))
				}
			}
			ok = ok && len(r.list) > 0
			r.hi = min(r.hi, r.lo+uint32(max(len(r.list), 1)-1))
		case to.kind == psString || to.kind == psName:
			t := target(to)
			one, size := utf8.DecodeRuneInString(t)
			if ok = ok && t != ""; size == len(t) {
				r.one = one
			} else {
				r.text = []rune(t)
			}
		default:
			l.back(to)
			return
		}
		if ok {
			c.ranges = append(c.ranges, r)
		}
	}
}

func (c *CMap) cidEntries(l *psLexer, entries *int, ranged bool) {
	for *entries < maxCMapEntries {
		lo := l.next()
		if lo.kind != psString {
			l.back(lo)
			return
		}
		hi := lo
		if ranged {
			if hi = l.next(); hi.kind != psString {
				l.back(hi)
				return
			}
		}
		cid := l.next()
		if cid.kind != psNumber {
			l.back(cid)
			return
		}
		*entries++
		if len(lo.text) <= 4 && len(hi.text) <= 4 && cid.num >= 0 && cid.num <= 0xFFFF {
			c.cids = append(c.cids, cidRange{number(lo.text), number(hi.text), uint32(cid.num), len(lo.text)})
		}
	}
}

// target decodes a destination: UTF-16 big endian, where an odd length lacks
// its first byte; or a glyph's name.
func target(t psToken) string {
	if t.kind == psName {
		return NameText(string(t.text))
	}
	s := t.text
	if len(s) > maxTarget {
		s = s[:maxTarget]
	}
	switch {
	case len(s) == 1:
		return oneRune(rune(s[0]))
	case len(s) == 2 && (s[0] < 0xD8 || s[0] > 0xDF):
		return oneRune(rune(s[0])<<8 | rune(s[1]))
	}
	units := make([]uint16, 0, len(s)/2+1)
	if len(s)%2 == 1 {
		units = append(units, uint16(s[0]))
		s = s[1:]
	}
	for ; len(s) >= 2; s = s[2:] {
		units = append(units, uint16(s[0])<<8|uint16(s[1]))
	}
	return string(utf16.Decode(units))
}

func number(s []byte) uint32 {
	var n uint32
	for i := 0; i < len(s); i++ {
		n = n<<8 | uint32(s[i])
	}
	return n
}

// pair reads "<0041> <0041>", a code of up to four bytes and one character of
// two; false, and nothing read, where something else stands there.
func (l *psLexer) pair() (code uint32, one rune, ok bool) {
	pos := l.pos
	code, n, ok1 := l.plainHex()
	text, m, ok2 := l.plainHex()
	if !ok1 || !ok2 || n == 0 || n > 4 || m != 2 || !single(text) {
		l.pos = pos
		return 0, 0, false
	}
	return code, rune(text), true
}

// triple reads "<0041> <005A> <0041>" likewise: a range.
func (l *psLexer) triple() (r textRange, ok bool) {
	pos := l.pos
	lo, n, ok1 := l.plainHex()
	hi, m, ok2 := l.plainHex()
	text, k, ok3 := l.plainHex()
	if !ok1 || !ok2 || !ok3 || n == 0 || n > 4 || m == 0 || m > 4 || k != 2 || !single(text) {
		l.pos = pos
		return textRange{}, false
	}
	return textRange{lo: lo, hi: hi, one: rune(text)}, true
}

// single reports whether a unit of UTF-16 is a character by itself.
func single(unit uint32) bool { return unit < 0xD800 || unit > 0xDFFF }

// plainHex reads a string of hexadecimal digits, all of them in pairs, and
// the white space before it. The value holds for up to four bytes of it.
func (l *psLexer) plainHex() (v uint32, bytes int, ok bool) {
	d, i := l.data, l.pos
	if len(l.held) > 0 {
		return 0, 0, false
	}
	for i < len(d) && psSpace(d[i]) {
		i++
	}
	if i >= len(d) || d[i] != '<' {
		return 0, 0, false
	}
	start := i + 1
	for i++; i < len(d); i++ {
		h, ok := hexDigit(d[i])
		if !ok {
			break
		}
		v = v<<4 | uint32(h)
	}
	if i >= len(d) || d[i] != '>' || (i-start)%2 != 0 {
		return 0, 0, false
	}
	l.pos = i + 1
	return v, (i - start) / 2, true
}
