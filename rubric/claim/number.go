package claim

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// number is the value of a run of digits.
type number struct {
	val       float64
	bad       bool // a version, list or code: no value
	ambiguous bool // 1.200
	grouped   bool // has thousands separators
	whole     bool // no decimals
	lead0     bool // begins with 0 and more digits: a code
	zero      bool // begins with 0
	digits    int
}

// maxDigits is the longest run of digits that is a quantity; longer ones are
// identifiers.
const maxDigits = 15

// scanNumber reads the number at byte i: digits with thousands and decimal
// separators of any locale, an exponent, and a fraction sign.
func scanNumber(s string, i int) (number, int) {
	if r, n := utf8.DecodeRuneInString(s[i:]); fractionSign(r) > 0 {
		return number{val: fractionSign(r)}, i + n
	}
	start := i
	i = digitsEnd(s, i)
	first, last := i-start, i-start // digits of the first and the last group
	var seps [8]byte
	n := 0
	regular := true // all groups but the first have two or three digits
	ends := [9]int{i}
	for n < len(seps) {
		sep, size := separator(s, i)
		if sep == 0 {
			break
		}
		end := digitsEnd(s, i+size)
		if end == i+size || sep == ' ' && (end-i-size != 3 || first > 3 || n > 0 && seps[n-1] != ' ') {
			break
		}
		if n > 0 && (last < 2 || last > 3) {
			regular = false
		}
		last = end - i - size
		seps[n], ends[n+1] = sep, end
		n++
		i = end
	}
	v := number{lead0: s[start] == '0' && first > 1, zero: s[start] == '0'}
	if n == len(seps) {
		v.bad = true
		return v, i
	}
	decimal := v.separators(seps[:n], first, last, regular)
	if decimal < 0 || !v.parse(s[start:i], decimal, n) {
		v.bad = true
		return v, i
	}
	if r, size := utf8.DecodeRuneInString(s[i:]); fractionSign(r) > 0 {
		v.val += fractionSign(r)
		v.whole = false
		i += size
	} else if end, exp := exponent(s, i); end > i {
		v.val *= pow10(exp)
		i = end
	}
	return v, i
}

// separators decides what the separators of a number mean. It returns how many
// of the last ones are decimal (0 or 1), or -1 if it is no number.
func (v *number) separators(seps []byte, first, last int, regular bool) int {
	n := len(seps)
	if n == 0 {
		v.whole = true
		return 0
	}
	for _, b := range seps[:n-1] {
		if b != seps[0] {
			return -1
		}
	}
	end := seps[n-1]
	switch {
	case n > 1 && end != seps[0]: // 1,234.5 or 1.234,5
		v.grouped = true
		if !regular || first > 3 {
			return -1
		}
		return 1
	case n > 1: // 1,234,567, 1,50,000 or 1.2.3
		if !regular || last != 3 || first > 3 {
			return -1
		}
		v.grouped, v.whole = true, true
		return 0
	case end == ' ', end == '\'':
		v.grouped, v.whole = true, true
		return 0
	case end == ',' && last == 3 && first <= 3 && !v.lead0:
		v.grouped, v.whole = true, true
		return 0
	case end == '.' && last == 3 && first <= 3 && !v.lead0 && !v.zero:
		v.ambiguous = true
	}
	return 1
}

// parse reads the digits of raw; the last of n separators is a decimal point if
// decimal is 1.
func (v *number) parse(raw string, decimal, n int) bool {
	var buf [maxDigits + 2]byte
	b := buf[:0]
	for i := 0; i < len(raw); {
		c := raw[i]
		if c >= '0' && c <= '9' {
			if v.digits == maxDigits {
				return false
			}
			b = append(b, c)
			v.digits++
			i++
			continue
		}
		_, size := separator(raw, i)
		i += size
		n--
		if n == 0 && decimal == 1 {
			b = append(b, '.')
		}
	}
	val, err := strconv.ParseFloat(string(b), 64)
	v.val = val
	return err == nil
}

// separator returns the class of the separator at byte i (, . ' or a space that
// does not break) and its length, or 0.
func separator(s string, i int) (class byte, size int) {
	if i >= len(s) {
		return 0, 0
	}
	switch s[i] {
	case ',', '.', '\'':
		return s[i], 1
	}
	if s[i] < utf8.RuneSelf {
		return 0, 0
	}
	switch r, n := utf8.DecodeRuneInString(s[i:]); r {
	case '\u00a0', '\u2009', '\u202f', '\u2007':
		return ' ', n
	case '’':
		return '\'', n
	}
	return 0, 0
}

func digitsEnd(s string, i int) int {
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

// exponent reads e-4, E6 or e+03 at byte i.
func exponent(s string, i int) (end, exp int) {
	if i+1 >= len(s) || s[i]|0x20 != 'e' {
		return i, 0
	}
	j, neg := i+1, false
	if s[j] == '-' || s[j] == '+' {
		neg = s[j] == '-'
		j++
	}
	end = digitsEnd(s, j)
	if end == j || end-j > 2 || end < len(s) && isLetter(s[end]) {
		return i, 0
	}
	exp, _ = strconv.Atoi(s[j:end])
	if neg {
		exp = -exp
	}
	return end, exp
}

func pow10(n int) float64 {
	v := 1.0
	for ; n > 0; n-- {
		v *= 10
	}
	for ; n < 0; n++ {
		v /= 10
	}
	return v
}

// fractionSign returns the value of a Unicode fraction, 0 for all else.
func fractionSign(r rune) float64 {
	switch r {
	case '½':
		return 1. / 2
	case '⅓':
		return 1. / 3
	case '⅔':
		return 2. / 3
	case '¼':
		return 1. / 4
	case '¾':
		return 3. / 4
	case '⅕':
		return 1. / 5
	case '⅖':
		return 2. / 5
	case '⅗':
		return 3. / 5
	case '⅘':
		return 4. / 5
	case '⅙':
		return 1. / 6
	case '⅚':
		return 5. / 6
	case '⅐':
		return 1. / 7
	case '⅛':
		return 1. / 8
	case '⅜':
		return 3. / 8
	case '⅝':
		return 5. / 8
	case '⅞':
		return 7. / 8
	case '⅑':
		return 1. / 9
	case '⅒':
		return 1. / 10
	}
	return 0
}

// numberWord returns the value of a number written as a word, 0 for all else.
func numberWord(w string) float64 {
	switch w {
	case "one", "single":
		return 1
	case "two", "couple":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "eleven":
		return 11
	case "twelve", "dozen":
		return 12
	case "fifteen":
		return 15
	case "sixteen":
		return 16
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "sixty":
		return 60
	case "seventy":
		return 70
	case "eighty":
		return 80
	case "ninety":
		return 90
	case "hundred":
		return 100
	case "thousand":
		return 1000
	}
	return 0
}

// foldWord returns the factor of twofold, tenfold and their like, else 0.
func foldWord(w string) float64 {
	if rest, ok := strings.CutSuffix(w, "fold"); ok && rest != "" {
		return numberWord(rest)
	}
	return foreignTimes(w)
}

// partWord returns n of an n-th part (third, quarter, eighths), else 0.
func partWord(w string) float64 {
	switch strings.TrimSuffix(w, "s") {
	case "half", "halve":
		return 2
	case "third":
		return 3
	case "quarter", "fourth":
		return 4
	case "fifth":
		return 5
	case "sixth":
		return 6
	case "seventh":
		return 7
	case "eighth":
		return 8
	case "ninth":
		return 9
	case "tenth":
		return 10
	case "twelfth":
		return 12
	case "sixteenth":
		return 16
	case "twentieth":
		return 20
	case "hundredth":
		return 100
	case "thousandth":
		return 1000
	}
	return 0
}
