package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Bag counts words: runs of letters and digits in lower case, and the signs of
// Chinese and Japanese each by itself.
type Bag map[string]int

// BagOf counts the words of a text.
func BagOf(text string) Bag {
	b := Bag{}
	for _, w := range words(text) {
		b[w]++
	}
	return b
}

// Len is the number of words.
func (b Bag) Len() int {
	n := 0
	for _, k := range b {
		n += k
	}
	return n
}

// words splits a text. Both sides of a comparison are folded alike: ligatures,
// presentation forms and full width letters are the letters that they show
// (NFKC), and Chinese and Japanese, which is written without spaces and breaks
// its lines anywhere, is compared by its signs.
func words(text string) []string {
	text = norm.NFKC.String(text)
	if strings.ContainsFunc(text, sign) {
		var b strings.Builder
		for _, r := range text {
			if sign(r) {
				b.WriteString(" " + string(r) + " ")
			} else {
				b.WriteRune(r)
			}
		}
		text = b.String()
	}
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// sign reports whether a rune is of Chinese or Japanese writing.
func sign(r rune) bool {
	return r >= 0x3041 && (r <= 0x30ff || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana))
}

// common counts the words that two bags share.
func common(a, b Bag) int {
	n := 0
	for w, k := range a {
		n += min(k, b[w])
	}
	return n
}

// F1 is the harmonic mean of precision and recall of the words of got against
// those of want, from 0 to 1; 1 where both are empty.
func F1(got, want Bag) float64 {
	all := got.Len() + want.Len()
	if all == 0 {
		return 1
	}
	return 2 * float64(common(got, want)) / float64(all)
}

// Recall is the share of the words of want that are in got, from 0 to 1; 1
// where want is empty.
func Recall(got, want Bag) float64 {
	n := want.Len()
	if n == 0 {
		return 1
	}
	return float64(common(got, want)) / float64(n)
}

// Unbroken counts the words of a text whose lines may end within a word, by a
// hyphen. A hyphen at the end of a line is part of a compound or not; a
// program that does not mend lines leaves that open, and is not to lose by
// it: the two parts count as one word where the other bag has that word more
// often than text alone explains, else as two.
func Unbroken(text string, other Bag) Bag {
	b := BagOf(text)
	lines := strings.Split(text, "\n")
	for i := 0; i+1 < len(lines); i++ {
		first, ok := brokenEnd(lines[i])
		if !ok {
			continue
		}
		next := words(lines[i+1])
		if len(next) == 0 {
			continue
		}
		second := next[0]
		if whole := first + second; b[first] > 0 && b[second] > 0 && other[whole] > b[whole] {
			b.take(first)
			b.take(second)
			b[whole]++
		}
	}
	return b
}

func (b Bag) take(word string) {
	if b[word]--; b[word] == 0 {
		delete(b, word)
	}
}

// brokenEnd returns the word before the hyphen at the end of a line.
func brokenEnd(line string) (string, bool) {
	line = strings.TrimRightFunc(line, unicode.IsSpace)
	r, n := utf8.DecodeLastRuneInString(line)
	switch r {
	case '-', '‐', '\u00ad':
	default:
		return "", false
	}
	w := words(line)
	line = line[:len(line)-n]
	last, _ := utf8.DecodeLastRuneInString(line)
	if len(w) == 0 || !unicode.IsLetter(last) && !unicode.IsMark(last) {
		return "", false
	}
	return w[len(w)-1], true
}
