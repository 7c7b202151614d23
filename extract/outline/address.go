package outline

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// wordByte reports whether c is a letter, a digit or "_" of ASCII.
func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

func letterByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func digitByte(c byte) bool { return c >= '0' && c <= '9' }

// hasDigit reports whether t has a digit of ASCII.
func hasDigit(t string) bool {
	for i := 0; i < len(t); i++ {
		if digitByte(t[i]) {
			return true
		}
	}
	return false
}

// addressEnd returns the end of the run from byte i that can stand in a web
// address: neither white space nor a bracket or quotation mark around it.
func addressEnd(t string, i int) int {
	for ; i < len(t); i++ {
		switch t[i] {
		case ' ', '\t', '\n', '\f', '\r', '<', '>', '"', '|', '{', '}':
			return i
		case "“"[0]:
			if strings.HasPrefix(t[i:], "“") || strings.HasPrefix(t[i:], "”") {
				return i
			}
		}
	}
	return i
}

// begins reports whether t[i:] begins with the small letters of low, in any
// case, at the start of a word.
func begins(t string, i int, low string) bool {
	if i < 0 || len(t)-i < len(low) || i > 0 && wordByte(t[i-1]) {
		return false
	}
	return strings.EqualFold(t[i:i+len(low)], low)
}

// hostAt returns the end of the host's name, with its path, that begins at
// byte i: labels of ASCII letters, digits and hyphens and an end of two to
// twelve letters; 0 where there is none.
func hostAt(t string, i int) int {
	end := 0
	for n := 0; n < 5; n++ {
		j := i
		for j < len(t) && j-i < 63 && (wordByte(t[j]) && t[j] != '_' || j > i && t[j] == '-') {
			j++
		}
		if j == i || j >= len(t) || t[j] != '.' {
			break
		}
		i = j + 1
		k := i
		for k < len(t) && k-i < 12 && letterByte(t[k]) {
			k++
		}
		if k-i >= 2 {
			end = k
		}
	}
	if end > 0 && end < len(t) && t[end] == '/' {
		end = addressEnd(t, end)
	}
	return end
}

// plainEmail returns the first e-mail address in t that is written as one.
func plainEmail(t string) string {
	for from := 0; ; {
		at := strings.IndexByte(t[from:], '@')
		if at < 0 {
			return ""
		}
		at += from
		start, n := at, 0
		for i := at; i > from && n < 64; n++ {
			r, w := utf8.DecodeLastRuneInString(t[from:i])
			if !unicode.IsLetter(r) && (r < '0' || r > '9') && !strings.ContainsRune("._%+-", r) {
				break
			}
			i -= w
			if unicode.IsLetter(r) || r >= '0' && r <= '9' {
				start = i
			}
		}
		if end := mailHost(t, at+1); start < at && end > 0 {
			return t[start:end]
		}
		from = at + 1
	}
}

// mailHost returns the end of the host's name at byte i, 0 where there is none.
func mailHost(t string, i int) int {
	run := func(i, most int, digits bool) int {
		for n := 0; i < len(t) && n < most; n++ {
			r, w := utf8.DecodeRuneInString(t[i:])
			if !unicode.IsLetter(r) && !(digits && (r >= '0' && r <= '9' || n > 0 && r == '-')) {
				break
			}
			i += w
		}
		return i
	}
	end := 0
	for n := 0; n < 6; n++ {
		j := run(i, 63, true)
		if j == i || j >= len(t) || t[j] != '.' {
			break
		}
		i = j + 1
		if k := run(i, 24, false); utf8.RuneCountInString(t[i:k]) >= 2 {
			end = k
		}
	}
	return end
}

// The spellings of an e-mail address that are meant for people alone.
var (
	emailApart = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`([\p{L}0-9][\p{L}0-9._%+\-]{0,63}) ?@ ?((?:[\p{L}0-9\-]{1,63} ?\. ?){1,6}\p{L}{2,24})`)
	})
	emailWords = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)([\p{L}0-9][\p{L}0-9._%+\-]{0,63})\s*(?:\[\s*at\s*\]|\(\s*at\s*\)|\{\s*at\s*\}|<\s*at\s*>|_at_|\s+at\s+|\s?@\s?)\s*` +
			`([\p{L}0-9\-]{1,63}(?:\s*(?:\[\s*dot\s*\]|\(\s*dot\s*\)|\{\s*dot\s*\}|<\s*dot\s*>|_dot_|\s+dot\s+|\.)\s*[\p{L}0-9\-]{2,63}){1,4})`)
	})
	dotWord = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\s*(?:\[\s*dot\s*\]|\(\s*dot\s*\)|\{\s*dot\s*\}|<\s*dot\s*>|_dot_|\s+dot\s+|\.)\s*`)
	})
)

// obscured reports whether "at" or "dot" stands in brackets, or "dot" by
// itself, as in addresses that are hidden from machines.
func obscured(t string) bool {
	for i := 1; i+2 < len(t); i++ {
		w := ""
		switch {
		case strings.EqualFold(t[i:i+2], "at"):
			w = t[i : i+2]
		case i+3 < len(t) && strings.EqualFold(t[i:i+3], "dot"):
			w = t[i : i+3]
		default:
			continue
		}
		before, after := strings.TrimRight(t[:i], " \t"), strings.TrimLeft(t[i+len(w):], " \t")
		if len(w) == 3 && len(before) < i && len(after) < len(t)-i-3 {
			return true
		}
		if before != "" && after != "" && strings.IndexByte("[({<_", before[len(before)-1]) >= 0 && strings.IndexByte("])}>_", after[0]) >= 0 {
			return true
		}
	}
	return false
}

// emailIn returns the first e-mail address in t.
func emailIn(t string) string {
	if strings.Contains(t, "@") {
		if m := plainEmail(t); m != "" {
			return m
		}
		if u := unspace(t); u != t {
			if m := plainEmail(u); m != "" {
				return m
			}
		}
		if m := emailApart().FindStringSubmatch(t); m != nil {
			return m[1] + "@" + strings.ReplaceAll(m[2], " ", "")
		}
	}
	if !obscured(t) {
		return ""
	}
	if m := emailWords().FindStringSubmatch(t); m != nil {
		host := dotWord().ReplaceAllString(m[2], ".")
		if i := strings.LastIndexByte(host, '.'); i > 0 && len(host)-i > 2 {
			return m[1] + "@" + host
		}
	}
	return ""
}

// phoneAt returns the end of the run of digits and what stands between the
// digits of a telephone number that begins at byte i; 0 where there is none.
func phoneAt(t string, i int) int {
	switch {
	case t[i] == '+':
		i++
	case t[i] == '(':
		i++
		if i < len(t) && t[i] == '+' {
			i++
		}
	case i > 0 && wordByte(t[i-1]):
		return 0
	}
	if i >= len(t) || !digitByte(t[i]) {
		return 0
	}
	end := 0
	for n, r := range t[i+1:] {
		at := i + 1 + n
		if !(r >= '0' && r <= '9') && !strings.ContainsRune(" \u00a0().-–/", r) || utf8.RuneCountInString(t[i+1:at]) > 22 {
			break
		}
		if r >= '0' && r <= '9' && utf8.RuneCountInString(t[i+1:at]) >= 6 && (at+1 == len(t) || !wordByte(t[at+1])) {
			end = at + 1
		}
	}
	return end
}

// phoneIn returns the first telephone number in t: 8 to 15 digits that are
// no date.
func phoneIn(t string) string {
	for i := 0; i < len(t); i++ {
		if c := t[i]; c != '+' && c != '(' && !digitByte(c) {
			continue
		}
		end := phoneAt(t, i)
		if end == 0 {
			continue
		}
		from := i
		i = end - 1
		s := strings.TrimSpace(t[from:end])
		digits := 0
		for k := 0; k < len(s); k++ {
			if digitByte(s[k]) {
				digits++
			}
		}
		if digits < 8 || digits > 15 || from > 0 && strings.IndexByte("./-_", t[from-1]) >= 0 {
			continue
		}
		if s[0] != '+' && digits < 10 && len(FindDates(s)) > 0 {
			continue
		}
		if strings.Count(s, "(") < strings.Count(s, ")") {
			s = strings.TrimLeft(s, ") ")
		}
		return s
	}
	return ""
}
