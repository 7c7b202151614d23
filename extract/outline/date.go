package outline

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// DateSpan is a date or a span of dates found in a text.
type DateSpan struct {
	Dates
	From, To int  // bytes of the text, [From, To)
	Weak     bool // a bare year, which can also be another number
}

// moment is a point in time as far as it is printed.
type moment struct {
	year, month int  // 0 where not printed
	short       int  // two digits after a month name, a year or a day; -1 where none
	now         bool // "present"
	season      bool
	weak        bool // a bare year
	frail       bool // counts in a span only: "06/23", "'23", "May 23", "June"
	end         int  // the second year of "2019/20", 0 where none
}

func (m moment) String() string {
	switch {
	case m.now:
		return "present"
	case m.year == 0:
		return ""
	case m.month == 0:
		return fmt.Sprintf("%04d", m.year)
	}
	return fmt.Sprintf("%04d-%02d", m.year, m.month)
}

// FindDates returns the dates and spans of dates in s, in order. It knows
// month names and words for seasons and for "present" in English, German,
// French, Spanish, Italian and Portuguese. A single date has Start and End
// alike; one that is open ("since 2020", "2021 –" at the end) ends "present".
// Seasons are given as years.
func FindDates(s string) []DateSpan {
	if !hasDigit(s) {
		return nil
	}
	var room [64]dateToken // for most lines
	ts := dateTokens(room[:0], s)
	var out []DateSpan
	for i := 0; i < len(ts); {
		d, next, ok := ts.span(i)
		if !ok {
			i++
			continue
		}
		d.From, d.To = ts[i].from, ts[next-1].to
		d.Text = s[d.From:d.To]
		out = append(out, d)
		i = next
	}
	return out
}

// bestDate returns the date of s that says most: a span before a single
// date, a month before a bare year, and the first of equals.
func bestDate(spans []DateSpan) (DateSpan, bool) {
	best, rank := DateSpan{}, -1
	for _, d := range spans {
		r := 0
		if d.Start != d.End {
			r += 2
		}
		if !d.Weak {
			r++
		}
		if r > rank {
			best, rank = d, r
		}
	}
	return best, rank >= 0
}

// dateToken is a number, a folded word, or a single other rune.
type dateToken struct {
	kind     byte // 'n', 'w' or 'p'
	text     string
	val      int
	from, to int
	spaced   bool // white space before it
}

type dateTokenList []dateToken

func dateTokens(room dateTokenList, s string) dateTokenList {
	ts := room
	spaced := true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		j := i + n
		switch {
		case unicode.IsSpace(r):
			spaced = true
			i = j
			continue
		case r >= '0' && r <= '9':
			v := int(r - '0')
			for j < len(s) && s[j] >= '0' && s[j] <= '9' {
				if v < 1e8 {
					v = v*10 + int(s[j]-'0')
				}
				j++
			}
			ts = append(ts, dateToken{'n', s[i:j], v, i, j, spaced})
		case unicode.IsLetter(r):
			for j < len(s) {
				q, m := utf8.DecodeRuneInString(s[j:])
				if !unicode.IsLetter(q) && !unicode.Is(unicode.Mn, q) {
					break
				}
				j += m
			}
			text := ""
			if j-i <= 40 {
				text = fold(s[i:j])
			}
			ts = append(ts, dateToken{'w', text, 0, i, j, spaced})
		default:
			ts = append(ts, dateToken{'p', s[i:j], 0, i, j, spaced})
		}
		spaced = false
		i = j
	}
	return ts
}

// span reads a date or a span of dates at token i and returns the token
// after it.
func (ts dateTokenList) span(i int) (DateSpan, int, bool) {
	// A date does not start within a word or a number.
	if i > 0 && !ts[i].spaced && ts[i].kind != 'p' && ts[i-1].kind != 'p' {
		return DateSpan{}, i, false
	}
	open, until := false, false
	j := i
	if ts[i].kind == 'w' {
		switch {
		case sinceWords(ts[i].text):
			open, j = true, i+1
		case untilWords(ts[i].text):
			until, j = true, i+1
		}
		if j < len(ts) && j > i && articleWords(ts[j].text) {
			j++
		}
	}
	a, next, ok := ts.moment(j)
	if !ok || a.now {
		return DateSpan{}, i, false
	}
	if b, after, ok := ts.rangeEnd(next, a); ok {
		if d, ok := span(a, b); ok {
			return d, after, true
		}
	}
	if a.end > 0 {
		return DateSpan{Dates: Dates{Start: a.String(), End: fmt.Sprintf("%04d", a.end)}}, next, true
	}
	if a.frail || a.year == 0 {
		return DateSpan{}, i, false
	}
	d := DateSpan{Dates: Dates{Start: a.String(), End: a.String()}, Weak: a.weak && !open && !until}
	if open {
		d.End = "present"
		return d, next, true
	}
	if until {
		d.Start = ""
		return d, next, true
	}
	if a.weak && !ts.bareYear(j) {
		return DateSpan{}, i, false
	}
	// A dash with nothing after it: what goes on.
	if k, ok := ts.dash(next); ok && (k == len(ts) || ts[k].text == ")" || ts[k].text == "]") {
		d.End, d.Weak = "present", false
		return d, k, true
	}
	return d, next, true
}

// span makes a span of two moments, each filling in what the other leaves out.
func span(a, b moment) (DateSpan, bool) {
	// "June 15 – August 20, 2023": two digits are days where a year follows.
	if a.year == 0 && a.short >= 0 && b.year > 0 && b.short < 0 {
		a.short = -1
	}
	for _, m := range []*moment{&a, &b} {
		if m.year == 0 && m.short >= 0 {
			m.year = century(m.short)
		}
	}
	if a.year == 0 && b.now || a.year == 0 && b.year == 0 {
		return DateSpan{}, false
	}
	if a.year == 0 {
		a.year = b.year
		if a.month > 0 && b.month > 0 && a.month > b.month {
			a.year--
		}
	}
	if !b.now && b.year == 0 {
		b.year = a.year
		if a.month > 0 && b.month > 0 && b.month < a.month {
			b.year++
		}
	}
	if b.end > 0 {
		b.year, b.month = b.end, 0
	}
	if !b.now && b.year < a.year || b.year == a.year && a.month > 0 && b.month > 0 && b.month < a.month {
		return DateSpan{}, false
	}
	return DateSpan{Dates: Dates{Start: a.String(), End: b.String()}}, true
}

func century(yy int) int {
	if yy >= 60 {
		return 1900 + yy
	}
	return 2000 + yy
}

// bareYear reports whether the number at token i stands as a year would:
// nothing joined to it makes it a quantity, a version or an identifier.
func (ts dateTokenList) bareYear(i int) bool {
	if i > 0 && !ts[i].spaced {
		switch ts[i-1].text {
		case "(", "[", ",", ";", "|", "–", "—", "-", ":", "·", "•", "/", "'", "’", "“", "\"":
		default:
			return false
		}
		if i > 1 && !ts[i-1].spaced && (ts[i-1].text == "," || ts[i-1].text == "/") && ts[i-2].kind == 'n' {
			return false // "12,2019"
		}
	}
	if i > 0 && ts[i].spaced && (ts[i-1].text == "$" || ts[i-1].text == "€" || ts[i-1].text == "£" || ts[i-1].text == "#" || ts[i-1].text == "≈" || ts[i-1].text == "~" || ts[i-1].text == "+") {
		return false
	}
	if i+1 == len(ts) {
		return true
	}
	n := ts[i+1]
	if n.spaced {
		return n.kind != 'w' || !countedWords(n.text)
	}
	switch n.text {
	case ")", "]", ",", ";", ":", ".", "|", "–", "—", "-", "”", "\"", "*", "†", "’", "'":
		// "2019.5" and "2019,500" are numbers.
		return i+2 == len(ts) || ts[i+2].spaced || ts[i+2].kind != 'n' || n.text == ":"
	}
	return false
}
