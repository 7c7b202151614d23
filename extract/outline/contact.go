package outline

import (
	"regexp"
	"strings"

	"pique/extract/glyph"
	"pique/extract/layout"
)

var (
	email      = regexp.MustCompile(`[\p{L}0-9][\p{L}0-9._%+\-]{0,63}@(?:[\p{L}0-9](?:[\p{L}0-9\-]{0,62})\.){1,6}\p{L}{2,24}`)
	emailApart = regexp.MustCompile(`([\p{L}0-9][\p{L}0-9._%+\-]{0,63}) ?@ ?((?:[\p{L}0-9\-]{1,63} ?\. ?){1,6}\p{L}{2,24})`)
	emailWords = regexp.MustCompile(`(?i)([\p{L}0-9][\p{L}0-9._%+\-]{0,63})\s*(?:\[\s*at\s*\]|\(\s*at\s*\)|\{\s*at\s*\}|<\s*at\s*>|_at_|\s+at\s+|\s?@\s?)\s*` +
		`([\p{L}0-9\-]{1,63}(?:\s*(?:\[\s*dot\s*\]|\(\s*dot\s*\)|\{\s*dot\s*\}|<\s*dot\s*>|_dot_|\s+dot\s+|\.)\s*[\p{L}0-9\-]{2,63}){1,4})`)
	dotWord  = regexp.MustCompile(`(?i)\s*(?:\[\s*dot\s*\]|\(\s*dot\s*\)|\{\s*dot\s*\}|<\s*dot\s*>|_dot_|\s+dot\s+|\.)\s*`)
	obscured = regexp.MustCompile(`(?i)[\[({<_]\s*(?:at|dot)\s*[\])}>_]|\s+dot\s+`)
	phone    = regexp.MustCompile(`(?:\+|\(\+?|\b)\d[\d \x{a0}().\-–/]{6,22}\d\b`)
)

// contacts finds name, e-mail, telephone and links.
func (o *Outline) contacts(pages []glyph.Page) {
	o.Email = o.email(pages)
	o.Phone = o.phone(pages)
	o.links(pages)
	o.Name = o.name()
}

// emailIn returns the first e-mail address in t.
func emailIn(t string) string {
	if strings.Contains(t, "@") {
		if m := email.FindString(t); m != "" {
			return m
		}
		if u := unspace(t); u != t {
			if m := email.FindString(u); m != "" {
				return m
			}
		}
		if m := emailApart.FindStringSubmatch(t); m != nil {
			return m[1] + "@" + strings.ReplaceAll(m[2], " ", "")
		}
		if !obscured.MatchString(t) {
			return ""
		}
	} else if !obscured.MatchString(t) {
		return ""
	}
	if m := emailWords.FindStringSubmatch(t); m != nil {
		host := dotWord.ReplaceAllString(m[2], ".")
		if i := strings.LastIndexByte(host, '.'); i > 0 && len(host)-i > 2 {
			return m[1] + "@" + host
		}
	}
	return ""
}

// unspace joins the run of single letters around an @: "j a n e @ x . d e".
func unspace(t string) string {
	f := strings.Fields(t)
	at := -1
	for i, w := range f {
		if strings.Contains(w, "@") {
			at = i
		}
	}
	if at < 0 {
		return t
	}
	a, b := at, at+1
	for a > 0 && len([]rune(f[a-1])) == 1 {
		a--
	}
	for b < len(f) && len([]rune(f[b])) == 1 {
		b++
	}
	if b-a < 5 {
		return t
	}
	return strings.Join(f[a:b], "")
}

func (o *Outline) email(pages []glyph.Page) string {
	// The header first: an address further down can be a referee's.
	for _, header := range []bool{true, false} {
		for i, l := range o.Lines {
			if (o.Of(i) == Header) != header || o.Of(i) == References {
				continue
			}
			printed := emailIn(l.Text)
			for _, a := range l.Links {
				// The link has it without what is glued to it on the page.
				if m := mailTo(a.URI); m != "" && (printed == "" || strings.HasPrefix(fold(printed), fold(m))) {
					return m
				}
			}
			if printed != "" {
				return printed
			}
		}
	}
	for _, p := range pages {
		for _, k := range p.Links {
			if m := mailTo(k.URI); m != "" {
				return m
			}
		}
	}
	for _, l := range o.Lines {
		if m := emailIn(l.Text); m != "" {
			return m
		}
	}
	return ""
}

// mailTo returns the address of a mailto link.
func mailTo(uri string) string {
	i := strings.Index(strings.ToLower(uri), "mailto:")
	if i < 0 || len(uri) > 500 {
		return ""
	}
	return email.FindString(strings.ReplaceAll(uri[i+7:], "%40", "@"))
}

// phoneIn returns the first telephone number in t: 8 to 15 digits that are
// no date.
func phoneIn(t string) string {
	for _, m := range phone.FindAllStringIndex(t, 8) {
		s := strings.TrimSpace(t[m[0]:m[1]])
		digits := 0
		for i := 0; i < len(s); i++ {
			if s[i] >= '0' && s[i] <= '9' {
				digits++
			}
		}
		if digits < 8 || digits > 15 || m[0] > 0 && (t[m[0]-1] == '.' || t[m[0]-1] == '/' || t[m[0]-1] == '-' || t[m[0]-1] == '_') {
			continue
		}
		if len(FindDates(s)) > 0 && s[0] != '+' && digits < 10 {
			continue
		}
		if strings.Count(s, "(") < strings.Count(s, ")") {
			s = strings.TrimLeft(s, ") ")
		}
		return s
	}
	return ""
}

func (o *Outline) phone(pages []glyph.Page) string {
	for i, l := range o.Lines {
		if o.Of(i) == Header && l.Page == 1 {
			if m := phoneIn(apart(l)); m != "" {
				return m
			}
		}
	}
	for _, p := range pages {
		for _, k := range p.Links {
			if u := strings.ToLower(k.URI); strings.HasPrefix(u, "tel:") && len(u) < 40 {
				return strings.TrimSpace(k.URI[4:])
			}
		}
	}
	for i, l := range o.Lines {
		low := fold(l.Text)
		if l.Kind != layout.Bullet && o.Of(i) != References && (strings.Contains(low, "phone") || strings.Contains(low, "mobile") || strings.Contains(low, "tel")) {
			if m := phoneIn(apart(l)); m != "" {
				return m
			}
		}
	}
	return ""
}

// apart returns the text of a line without addresses, and with bars in the
// wide gaps, over which no number reaches.
func apart(l Line) string {
	b := []byte(withoutURLs(l.Text))
	for _, g := range l.Gaps {
		if g > 0 && g < len(b) && b[g-1] == ' ' {
			b[g-1] = '|'
		}
	}
	return string(b)
}

func withoutURLs(t string) string {
	b := []byte(t)
	for _, u := range urlsIn(t) {
		blank(b, u.from, u.to)
	}
	return string(b)
}
