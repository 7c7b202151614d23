package pdfium

import (
	"strings"
	"unicode/utf8"

	"pique/extract/font"
	"pique/extract/glyph"
)

const (
	maxLinks  = 1 << 12 // of a page, as of other annotations
	maxURI    = 2048    // bytes
	actionURI = 3

	subtypeLink  = 2
	subtypePopup = 16

	flattenDisplay = 0
)

// links reads the link annotations that lead out of the document.
func (r *reader) links() []glyph.Link {
	var out []glyph.Link
	r.mem.WriteUint32Le(r.out, 0)
	for n := 0; n < maxLinks && r.ok("FPDFLink_Enumerate", r.session.page, r.at(0), r.at(1)); n++ {
		next, link := r.u32(0), uint64(r.u32(1))
		if action := r.call("FPDFLink_GetAction", link); uint32(action) != 0 && uint32(r.call("FPDFAction_GetType", action)) == actionURI {
			uri := tidy(cString(r.bytes(maxURI+1, "FPDFAction_GetURIPath", r.doc, action)))
			if uri != "" && r.ok("FPDFLink_GetAnnotRect", link, r.at(2)) {
				b := cover(r.base, r.word(4), r.word(5), r.word(6), r.word(7))
				out = append(out, glyph.Link{Box: b, URI: uri})
			}
		}
		r.mem.WriteUint32Le(r.out, next)
	}
	return out
}

// tidy makes a URI of bytes that are UTF-8 or Latin.
func tidy(s string) string {
	if !utf8.ValidString(s) {
		rs := make([]rune, len(s))
		for i := range rs {
			rs[i] = rune(s[i])
		}
		s = string(rs)
	}
	s, _ = font.Clean(s)
	return strings.TrimSpace(s)
}

// appearances makes content of what annotations look like, the contents of
// form fields and typed-in text, and reports whether there was any.
func (r *reader) appearances() bool {
	n := min(int(int32(r.call("FPDFPage_GetAnnotCount", r.session.page))), maxLinks)
	for i := 0; i < n; i++ {
		a := r.call("FPDFPage_GetAnnot", r.session.page, uint64(i))
		if uint32(a) == 0 {
			continue
		}
		kind := int32(r.call("FPDFAnnot_GetSubtype", a))
		r.call("FPDFPage_CloseAnnot", a)
		if kind != subtypeLink && kind != subtypePopup {
			return r.call("FPDFPage_Flatten", r.session.page, flattenDisplay) == 1
		}
	}
	return false
}
