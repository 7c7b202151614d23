package outline

import (
	"strings"

	"pique/extract/glyph"
	"pique/extract/layout"
)

// contacts finds name, e-mail, telephone and links.
func (o *Outline) contacts(s *sheet, pages []glyph.Page) {
	o.Email = o.email(pages)
	o.Phone = o.phone(s, pages)
	o.links(s, pages)
	o.Name = o.name()
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
				if m := mailTo(a.URI); m != "" && (printed == "" || strings.HasPrefix(fold(printed), fold(m)) || strings.HasPrefix(fold(m), fold(printed))) {
					return m
				}
			}
			if printed != "" {
				if upper(printed) {
					printed = strings.ToLower(printed) // set in capitals by its layout
				}
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
	return plainEmail(strings.ReplaceAll(uri[i+7:], "%40", "@"))
}

func (o *Outline) phone(s *sheet, pages []glyph.Page) string {
	for i, l := range o.Lines {
		if o.Of(i) == Header && l.Page == 1 {
			if m := phoneIn(s.barred(i)); m != "" {
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
		if l.Kind != layout.Bullet && o.Of(i) != References && hasDigit(l.Text) && (holds(l.Text, "phone") || holds(l.Text, "mobile") || holds(l.Text, "tel")) {
			if m := phoneIn(s.barred(i)); m != "" {
				return m
			}
		}
	}
	return ""
}

// barred returns the text of line i without addresses, and with bars in the
// wide gaps, over which no number reaches.
func (s *sheet) barred(i int) string {
	l := s.lines[i]
	b := []byte(l.Text)
	for _, u := range s.urls(i) {
		blank(b, u.from, u.to)
	}
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
