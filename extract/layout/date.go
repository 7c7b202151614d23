package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// months holds the beginnings of the names of months and seasons in six
// languages, and the words that stand between and after dates.
var months = strings.Fields(`jan feb mar apr may jun jul aug sep oct nov dec spring summer fall autumn winter
	mär mai okt dez ene fév avr juin juil aoû août déc abr ago dic gen mag giu lug set ott fev out
	sommer frühjahr herbst été automne hiver printemps`)

var dateWords = strings.Fields(`present current now today ongoing expected exp est since until till to from and through
	bis seit heute jetzt laufend aujourd'hui présent actuel actuellement depuis à au actualidad presente hoy actual
	aujourd hui oggi attuale atual date graduation graduated anticipated in q1 q2 q3 q4 de del le presently currently`)

var monthsBy, dateWordsBy = byFirst(months), byFirst(dateWords)

// byFirst sorts words by their first byte.
func byFirst(ws []string) (by [256][]string) {
	for _, w := range ws {
		by[w[0]] = append(by[w[0]], w)
	}
	return by
}

// isDate reports whether the text is a date or a span of dates and nothing
// more.
func isDate(s string) bool {
	if len(s) > 60 || len(s) < 2 {
		return false
	}
	strong, words := 0, 0
	for at := 0; at < len(s); {
		// A word ends at white space or at what stands between dates.
		end := at
		for end < len(s) {
			r, n := rune(s[end]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(s[end:])
			}
			if between(r) {
				if end > at {
					break
				}
				at = end + n
			}
			end += n
		}
		t := s[at:end]
		at = end
		if t == "" {
			break
		}
		words++
		switch {
		case digits(t):
			if len(t) == 4 && (t[:2] == "19" || t[:2] == "20") {
				strong++
			} else if len(t) > 2 {
				if len(t) == 8 && (t[:2] == "19" || t[:2] == "20") {
					strong++
					continue
				}
				return false
			}
			continue
		case len(t) > 16:
			return false
		}
		var low [16]byte
		ascii := true
		for i := range len(t) {
			c := t[i]
			ascii = ascii && c < utf8.RuneSelf
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			low[i] = c
		}
		if ascii {
			t = string(low[:len(t)])
		} else {
			t = strings.ToLower(t)
		}
		switch {
		case isMonth(t):
			strong++
		case isDateWord(t):
			if t == "present" || t == "ongoing" || t == "current" || t == "now" || t == "heute" || t == "aujourd" {
				strong++
			}
		case len(t) <= 4 && len(t) > 2 && digits(strings.TrimRight(t, "stndrh")):
		default:
			return false
		}
	}
	return strong > 0 && words <= 10
}

// between reports whether a rune is white space or stands between the words
// of a date.
func between(r rune) bool {
	switch r {
	case ' ', '-', '/', '.', ',', '(', ')', '[', ']', '|', '~', ':', ';', '\'', '–', '—', '−', '‒', '·', '•', '’':
		return true
	}
	return unicode.IsSpace(r)
}

func isMonth(t string) bool {
	if len(t) > 12 {
		return false
	}
	for _, m := range monthsBy[t[0]] {
		if strings.HasPrefix(t, m) && (len(t) == len(m) || monthName(t, m)) {
			return true
		}
	}
	return false
}

// monthName reports whether t may be the full name that begins with m.
func monthName(t, m string) bool {
	for _, end := range monthEnds {
		if t[len(m):] == end {
			return true
		}
	}
	return false
}

var monthEnds = strings.Fields(`uary ruary ch il e y ust tember ober ember t z uar ruar i li obre iembre zo nio lio osto ero rero embre
	tiembre vier rier s let bre naio braio zo ile gio gno aio ro vereiro ço ho tembro ubro embro`)

func isDateWord(t string) bool {
	for _, w := range dateWordsBy[t[0]] {
		if t == w {
			return true
		}
	}
	return false
}

// endsDate reports whether the text ends in a date, as the title line of an
// entry does.
func endsDate(s string) bool {
	if len(s) > 40 {
		s = s[len(s)-40:]
	}
	fs := strings.Fields(s)
	for n := min(len(fs), 5); n > 0; n-- {
		if isDate(strings.Join(fs[len(fs)-n:], " ")) {
			return true
		}
	}
	return false
}

// startsDash reports whether a row opens with the dash of a span of dates.
func startsDash(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '-' || r == '–' || r == '—'
}

// endsSpan reports whether the text ends in a span of dates, from one year to
// another or until now.
func endsSpan(s string) bool {
	k := max(strings.LastIndex(s, " - "), strings.LastIndex(s, "–"), strings.LastIndex(s, "—"))
	if k <= 0 || len(s)-k > 24 {
		return false
	}
	from, to := strings.TrimRight(s[:k], " "), strings.Trim(s[k:], " -–—.")
	return isDate(to) && endsDate(from)
}
