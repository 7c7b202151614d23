package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/rubric/gloss"
)

// Token is one word of a text.
type Token struct {
	Text       string // lower case, accents and apostrophes off
	Start, End int    // bytes of the text, [Start, End)
	Upper      bool   // begins with a capital letter
}

// Tokens splits a text into words, Chinese, Japanese and Korean ones read as
// English (see package gloss). Hyphens, slashes and other punctuation
// divide; a point or comma between digits, "+" and "#" behind a letter ("c++",
// "c#") and an apostrophe inside a word do not.
func Tokens(s string) []Token { return appendTokens(make([]Token, 0, len(s)/6+1), s) }

func appendTokens(tokens []Token, s string) []Token {
	low := "" // s in lower case, made when first needed
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf && !wordByte[s[i]] {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		if r >= utf8.RuneSelf && gloss.Script(r) {
			word, end := gloss.At(s, i)
			if word == "" {
				word = s[i:end]
			}
			tokens = append(tokens, Token{Text: word, Start: i, End: end})
			i = end
			continue
		}
		end := wordEnd(s, i)
		t := Token{Text: s[i:end], Start: i, End: end, Upper: unicode.IsUpper(r)}
		switch shape(t.Text) {
		case capital:
			if low == "" {
				low = lower(s)
			}
			t.Text = low[i:end]
		case foreign:
			t.Text = Normal(t.Text)
		}
		if t.Text != "" {
			tokens = append(tokens, t)
		}
		i = end
	}
	return tokens
}

// wordByte are the letters and digits of ASCII.
var wordByte = func() (is [utf8.RuneSelf]bool) {
	for c := range is {
		is[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	return is
}()

// The shapes of a word: what Normal has to do.
const (
	plain   = iota // nothing
	capital        // ASCII capitals into lower case
	foreign        // all else
)

func shape(word string) int {
	of := plain
	for i := range len(word) {
		switch c := word[i]; {
		case c >= utf8.RuneSelf || c == '\'':
			return foreign
		case c >= 'A' && c <= 'Z':
			of = capital
		}
	}
	return of
}

// lower returns s with ASCII capitals in lower case, byte for byte.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return wordByte[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd returns the end of the word that begins at byte i.
func wordEnd(s string, i int) int {
	var prev rune
	for i < len(s) {
		if s[i] < utf8.RuneSelf && wordByte[s[i]] {
			prev = rune(s[i])
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r >= utf8.RuneSelf && gloss.Script(r) {
			return i
		}
		if !wordRune(r) {
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			switch {
			case (r == '.' || r == ',') && unicode.IsDigit(prev) && unicode.IsDigit(next):
			case (r == '\'' || r == '’') && unicode.IsLetter(prev) && unicode.IsLetter(next):
			case (r == '+' || r == '#') && (unicode.IsLetter(prev) || prev == '+') && !unicode.IsLetter(next) && !unicode.IsDigit(next):
			default:
				return i
			}
		}
		prev = r
		i += n
	}
	return i
}

// Normal is the form in which words are compared: lower case, without
// accents, apostrophes and a possessive s.
func Normal(word string) string {
	if shape(word) == plain {
		return word
	}
	word = strings.ReplaceAll(word, "’", "'")
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'S")
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range word {
		switch {
		case r == '\'' || unicode.IsMark(r):
		case r < 0x80:
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteRune(unaccent(unicode.ToLower(r)))
		}
	}
	return b.String()
}

// unaccent maps the accented Latin letters of European languages to their
// plain letter, and leaves every other rune alone.
func unaccent(r rune) rune {
	const (
		from = "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįıłñńňòóôõöøōőřśšşșťţțùúûüūůűųýÿźżž"
		to   = "aaaaaaaaacccddeeeeeeeegiiiiiiilnnnoooooooorsssstttuuuuuuuuyyzzz"
	)
	i := 0
	for _, f := range from {
		if f == r {
			if i < len(to) {
				return rune(to[i])
			}
		}
		i++
	}
	return r
}
