package outline

import "strings"

// text returns the text of token i, "" past the end.
func (ts dateTokenList) text(i int) string {
	if i < 0 || i >= len(ts) {
		return ""
	}
	return ts[i].text
}

// joined reports whether token i stands directly after the one before it.
func (ts dateTokenList) joined(i int) bool { return i < len(ts) && !ts[i].spaced }

// year reads a year of four digits at token i.
func (ts dateTokenList) year(i int) (int, bool) {
	if i >= len(ts) || ts[i].kind != 'n' || len(ts[i].text) != 4 {
		return 0, false
	}
	y := ts[i].val
	return y, y >= 1950 && y <= 2049
}

// two reads a number of one or two digits at token i.
func (ts dateTokenList) two(i int) (int, bool) {
	if i >= len(ts) || ts[i].kind != 'n' || len(ts[i].text) > 2 {
		return 0, false
	}
	return ts[i].val, true
}

// apostropheYear reads a year such as '23 at token i.
func (ts dateTokenList) apostropheYear(i int) (int, int, bool) {
	if i+1 >= len(ts) || !ts.joined(i+1) || len(ts[i+1].text) != 2 || ts[i+1].kind != 'n' {
		return 0, i, false
	}
	switch ts[i].text {
	case "'", "’", "‘", "`", "´", "ʼ":
		return century(ts[i+1].val), i + 2, true
	}
	return 0, i, false
}

// moment reads one point in time at token i and returns the token after it.
func (ts dateTokenList) moment(i int) (moment, int, bool) {
	if i < 0 || i >= len(ts) {
		return moment{}, i, false
	}
	if ts[i].kind == 'w' {
		if m := monthWords(ts[i].text); m > 0 {
			return ts.afterMonth(moment{month: m, short: -1}, i+1)
		}
		if seasonWords(ts[i].text) {
			return ts.afterSeason(i + 1)
		}
		if ts[i].text == "q" {
			if n, ok := ts.two(i + 1); ok && n >= 1 && n <= 4 && ts.joined(i+1) {
				return ts.afterSeason(i + 2)
			}
		}
		return moment{}, i, false
	}
	if y, next, ok := ts.apostropheYear(i); ok {
		return moment{year: y, short: -1, frail: true}, next, true
	}
	if ts[i].kind != 'n' {
		return moment{}, i, false
	}
	if m, next, ok := ts.dayMonth(i); ok {
		return m, next, true
	}
	if m, next, ok := ts.numeric(i); ok {
		return m, next, true
	}
	if y, ok := ts.year(i); ok {
		// "2023 June", "2023年6月"
		if i+1 < len(ts) && ts[i+1].kind == 'w' {
			if m := monthWords(ts[i+1].text); m > 0 && !alsoWords(ts[i+1].text) {
				if _, year := ts.year(i + 2); !year {
					next := i + 2
					if ts.text(next) == "." {
						next++
					}
					return moment{year: y, month: m, short: -1}, next, true
				}
			}
			if ts[i+1].text == "年" {
				if m, ok := ts.two(i + 2); ok && m >= 1 && m <= 12 && ts.text(i+3) == "月" {
					return moment{year: y, month: m, short: -1}, i + 4, true
				}
				return moment{year: y, short: -1}, i + 2, true
			}
		}
		return moment{year: y, short: -1, weak: true}, i + 1, true
	}
	return moment{}, i, false
}

// dayMonth reads "15 June 2020", "1st of May, 2020", "3. März 2020".
func (ts dateTokenList) dayMonth(i int) (moment, int, bool) {
	d, ok := ts.two(i)
	if !ok || d < 1 || d > 31 {
		return moment{}, i, false
	}
	j := i + 1
	for n := 0; n < 2 && j < len(ts); n++ {
		switch ts[j].text {
		case "st", "nd", "rd", "th", "er", "of", "de", ".", "º", "°", "-":
			j++
		}
	}
	if j >= len(ts) || ts[j].kind != 'w' {
		return moment{}, i, false
	}
	month := monthWords(ts[j].text)
	if month == 0 {
		return moment{}, i, false
	}
	m, next, ok := ts.afterMonth(moment{month: month, short: -1}, j+1)
	return m, next, ok && m.year > 0
}

// afterMonth reads the year after a month's name, and the day between them.
func (ts dateTokenList) afterMonth(m moment, i int) (moment, int, bool) {
	j := i
	skip := func() {
		for n := 0; n < 2 && j < len(ts); n++ {
			switch ts[j].text {
			case ".", ",", "-", "/", "of", "de", "del", "di", "–", "‑":
				j++
			default:
				return
			}
		}
	}
	skip()
	if y, ok := ts.year(j); ok && !(j > i && (ts[j-1].text == "–" || ts[j-1].text == "-") && ts[j].spaced) {
		m.year = y
		return m, j + 1, true
	}
	if y, next, ok := ts.apostropheYear(j); ok {
		m.year = y
		return m, next, true
	}
	if d, ok := ts.two(j); ok {
		k := j + 1
		switch ts.text(k) {
		case "st", "nd", "rd", "th":
			k++
		}
		if ts.text(k) == "," {
			k++
		}
		if y, ok := ts.year(k); ok && d >= 1 && d <= 31 {
			m.year = y
			return m, k + 1, true // "June 15, 2020"
		}
		if y, next, ok := ts.apostropheYear(k); ok && k > j+1 {
			m.year = y
			return m, next, true
		}
		if len(ts[j].text) == 2 && k == j+1 {
			if j > i && (ts[j-1].text == "-" || ts[j-1].text == "/") && !ts[j].spaced && (d < 40 || d > 69) {
				m.year = century(d) // "Jun-23"
				return m, k, true
			}
			m.short, m.frail = d, true // "Jun 23"
			return m, k, true
		}
		if d >= 1 && d <= 31 {
			m.short, m.frail = -1, true // "June 5 –"
			return m, k, true
		}
	}
	m.frail = true
	j = i
	if ts.text(j) == "." {
		j++
	}
	return m, j, true
}

// afterSeason reads the year after a season's name.
func (ts dateTokenList) afterSeason(i int) (moment, int, bool) {
	j := i
	for n := 0; n < 2 && j < len(ts); n++ {
		switch ts[j].text {
		case "of", "de", "del", "semester", "term", "quarter", ",", "/", "-":
			j++
		}
	}
	m := moment{short: -1, season: true}
	if y, ok := ts.year(j); ok {
		m.year = y
		// "Winter 2020/21"
		if sep := ts.text(j + 1); sep == "/" || sep == "-" || sep == "–" {
			if yy, ok := ts.two(j + 2); ok && ts.joined(j+2) && len(ts[j+2].text) == 2 && century(yy) == y+1 {
				m.end = y + 1
				return m, j + 3, true
			}
			if y2, ok := ts.year(j + 2); ok && ts.joined(j+2) && y2 == y+1 && sep == "/" {
				m.end = y2
				return m, j + 3, true
			}
		}
		return m, j + 1, true
	}
	if y, next, ok := ts.apostropheYear(j); ok {
		m.year = y
		return m, next, true
	}
	if yy, ok := ts.two(j); ok && len(ts[j].text) == 2 && (yy < 40 || yy > 69) {
		m.year, m.frail = century(yy), true
		return m, j + 1, true
	}
	m.frail = true
	return m, i, true
}

// numeric reads "06/2023", "2023-06", "15.06.2020", "2020-06-15", "2019/20"
// and, good for spans only, "06/23".
func (ts dateTokenList) numeric(i int) (moment, int, bool) {
	if i+2 >= len(ts) || ts[i].kind != 'n' || ts[i+2].kind != 'n' {
		return moment{}, i, false
	}
	sep := ts[i+1].text
	if !strings.Contains("/.-‐‑–", sep) || sep == "" {
		return moment{}, i, false
	}
	tight := ts.joined(i+1) && ts.joined(i+2)
	if !tight && sep != "/" {
		return moment{}, i, false
	}
	third, three := 0, false
	if i+4 < len(ts) && ts[i+3].text == sep && ts[i+4].kind == 'n' && ts.joined(i+3) && ts.joined(i+4) {
		third, three = ts[i+4].val, true
	}
	if y, ok := ts.year(i); ok {
		n, ok := ts.two(i + 2)
		if !ok {
			return moment{}, i, false
		}
		if three {
			if d, ok := ts.two(i + 4); ok && n >= 1 && n <= 12 && d >= 1 && d <= 31 {
				return moment{year: y, month: n, short: -1}, i + 5, true
			}
		}
		if sep == "–" && len(ts[i+2].text) != 2 {
			return moment{}, i, false
		}
		next := century(n) == y+1 && len(ts[i+2].text) == 2
		switch {
		case next && (n > 12 || sep != "." && !ts.spanFollows(i+3)):
			return moment{year: y, end: y + 1, short: -1}, i + 3, true // "2019/20", "2010-11"
		case n >= 1 && n <= 12 && sep != "–":
			return moment{year: y, month: n, short: -1}, i + 3, true
		case len(ts[i+2].text) == 2 && century(n) > y && century(n) < y+15:
			return moment{year: y, end: century(n), short: -1}, i + 3, true // "2015-19"
		}
		return moment{}, i, false
	}
	a, ok := ts.two(i)
	if !ok || a < 1 || a > 31 || sep == "–" {
		return moment{}, i, false
	}
	if y, ok := ts.year(i + 2); ok && a <= 12 {
		return moment{year: y, month: a, short: -1}, i + 3, true
	}
	b, ok := ts.two(i + 2)
	if !ok {
		return moment{}, i, false
	}
	if three && b >= 1 {
		y, four := ts.year(i + 4)
		if !four && len(ts[i+4].text) == 2 {
			y = century(third)
		} else if !four {
			return moment{}, i, false
		}
		month := b // the day first, as most of the world writes
		if sep == "/" && a <= 12 || b > 12 {
			month = a
		}
		if month <= 12 && max(a, b) <= 31 {
			return moment{year: y, month: month, short: -1, frail: !four}, i + 5, true
		}
		return moment{}, i, false
	}
	if (sep == "/" || sep == "." || sep == "-") && a <= 12 && len(ts[i+2].text) == 2 && tight {
		return moment{year: century(b), month: a, short: -1, frail: true}, i + 3, true
	}
	return moment{}, i, false
}

// spanFollows reports whether a dash and another date or "present" follow.
func (ts dateTokenList) spanFollows(i int) bool {
	j, ok := ts.dash(i)
	if !ok || j >= len(ts) {
		return false
	}
	return ts[j].kind == 'n' || nowWords(ts[j].text)
}

// dash reads what joins two dates at token i: a dash of any length, an arrow,
// a slash is not one.
func (ts dateTokenList) dash(i int) (int, bool) {
	j := i
	for n := 0; n < 4 && j < len(ts) && strings.Contains("–—-−‐‑‒―~→>", ts[j].text) && ts[j].text != ""; n++ {
		j++
	}
	return j, j > i
}

// rangeEnd reads the second date of a span that begins with a, at token i.
func (ts dateTokenList) rangeEnd(i int, a moment) (moment, int, bool) {
	if i >= len(ts) {
		return moment{}, i, false
	}
	j, ok := ts.dash(i)
	if !ok {
		switch {
		case ts[i].kind == 'w' && toWords(ts[i].text):
			j = i + 1
			if ts[i].text == "up" || ts[i].text == "fino" {
				if t := ts.text(j); t == "to" || t == "a" || t == "ad" {
					j++
				}
			}
			ok = true
		case ts[i].text == "/" && a.month == 0 && !a.season:
			if y, four := ts.year(i + 1); four && ts.joined(i) && ts.joined(i+1) && y > a.year {
				return moment{year: y, short: -1}, i + 2, true
			}
		case (ts[i].text == "," || ts[i].text == "&" || ts[i].text == "and" || ts[i].text == "/") && (a.season || a.weak):
			// "Fall 2021, Spring 2022", "2021, 2022"
			b, next, ok := ts.moment(i + 1)
			if ok && b.year > 0 && !b.frail && (b.season || b.weak) && (a.year == 0 || b.year >= a.year) {
				if c, after, more := ts.rangeEnd(next, b); more && !c.now {
					return c, after, true
				}
				return b, next, true
			}
			return moment{}, i, false
		}
	}
	if !ok && a.year > 0 && !a.frail && ts.pair(i, a) {
		ok = true // the dash between them is lost, or a wide gap
	}
	if next, now := ts.now(j); now && (ok || j == i) {
		return moment{now: true, short: -1}, next, true
	}
	if !ok || j >= len(ts) {
		return moment{}, i, false
	}
	if articleWords(ts[j].text) {
		j++
	}
	b, next, good := ts.moment(j)
	if !good {
		// "2019–20" with the second year short, "May 23 – 24"
		return moment{}, i, false
	}
	if b.year == 0 && b.short < 0 && b.month == 0 {
		return moment{}, i, false
	}
	return b, next, true
}

// pair reports whether the moment at token i directly follows moment a as the
// end of a span would: later, with a month where a has one, and bare years
// only at an edge of the text.
func (ts dateTokenList) pair(i int, a moment) bool {
	if !ts[i].spaced || a.season {
		return false
	}
	b, next, ok := ts.moment(i)
	if !ok || b.year == 0 || b.frail || b.season || (a.month > 0) != (b.month > 0) || b.year < a.year || b.year > a.year+12 {
		return false
	}
	if a.month > 0 {
		return b.year > a.year || b.month > a.month
	}
	return b.year > a.year && a.weak && b.weak && (i == 1 || next == len(ts))
}

// now reads a word for "present" at token i.
func (ts dateTokenList) now(i int) (int, bool) {
	if i >= len(ts) || ts[i].kind != 'w' {
		return i, false
	}
	if i+1 < len(ts) && (ts[i].text == "to" || ts[i].text == "till" || ts[i].text == "until" || ts[i].text == "the") &&
		(nowWords(ts[i+1].text) || ts[i+1].text == "date") {
		return i + 2, true
	}
	switch ts[i].text {
	case "aujourd":
		if t := ts.text(i + 2); t == "hui" {
			return i + 3, true
		}
	case "en", "in", "em":
		switch ts.text(i + 1) {
		case "cours", "corso", "curso", "progress", "course":
			return i + 2, true
		}
	case "a":
		if ts.text(i+1) == "ce" && ts.text(i+2) == "jour" {
			return i + 3, true
		}
		if ts.text(i+1) == "la" && ts.text(i+2) == "fecha" {
			return i + 3, true
		}
	case "la":
		if ts.text(i+1) == "fecha" {
			return i + 2, true
		}
	}
	return i + 1, nowWords(ts[i].text)
}
