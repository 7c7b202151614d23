package gloss

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Arrow is the word for what leads from a quantity to what became of it, as
// から and 에서 do between two numbers.
const Arrow = "→"

// longest is the length in runes of the longest word known.
const longest = 8

// Script reports whether a rune is a sign of a Chinese, Japanese or Korean
// script.
func Script(r rune) bool {
	return r >= 0x3041 && r <= 0x30FF && r != '・' || r >= 0x3400 && r <= 0x4DBF || r >= 0x4E00 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7A3
}

// At returns the English word for what begins at byte i of s and where it ends.
// Of a sign that begins no word known, word is empty and end is behind the
// sign. At the sign of another script end is i.
func At(s string, i int) (word string, end int) {
	r, size := utf8.DecodeRuneInString(s[i:])
	if !Script(r) {
		return "", i
	}
	var ends [longest]int
	n := 0
	for k := i; n < longest && k < len(s); n++ {
		r, size := utf8.DecodeRuneInString(s[k:])
		if !Script(r) {
			break
		}
		k += size
		ends[n] = k
	}
	behind := numberEnds(s[:i])
	for n--; n >= 0; n-- {
		of := s[i:ends[n]]
		if w, ok := units()[of]; ok && behind {
			return w, ends[n]
		}
		if w, ok := words()[of]; ok {
			return w, ends[n]
		}
	}
	if numberBegins(s[i+size:]) {
		return leads()[s[i:i+size]], i + size
	}
	return "", i + size
}

// numberEnds reports whether a text ends with a number, or with a unit of
// ASCII letters behind one.
func numberEnds(s string) bool {
	s = strings.TrimRight(s, " +%")
	unit := strings.TrimRightFunc(s, func(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) })
	if len(s)-len(unit) > longestUnit {
		return false
	}
	s = strings.TrimRight(unit, " ")
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// longestUnit is the length in bytes of the longest unit between a number and
// a sign: 120ms から.
const longestUnit = 3

// numberBegins reports whether a text begins with a number.
func numberBegins(s string) bool {
	s = strings.TrimLeft(s, " ~约約近")
	return s != "" && (s[0] >= '0' && s[0] <= '9' || s[0] == '$' || s[0] == '<')
}
