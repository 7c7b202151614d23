package content

import (
	"math"
	"strings"

	"pique/extract/glyph"
)

// Flags of an annotation, ISO 32000-1 table 165.
const (
	flagHidden = 1 << 1
	flagNoView = 1 << 5
)

// notes returns the annotations of a page; those that cannot be read are left
// out.
func notes(annots value) []value {
	n := min(annots.Len(), maxLinks)
	if n == 0 {
		return nil
	}
	out := make([]value, 0, n)
	for i := range n {
		_ = guard("annotation", func() { out = append(out, annots.Index(i)) })
	}
	return out
}

// links reads the link annotations that lead out of the document.
func links(notes []value, base matrix) []glyph.Link {
	var out []glyph.Link
	for _, a := range notes {
		_ = guard("annotation", func() {
			if a.Key("Subtype").Name() != "Link" {
				return
			}
			raw := a.Key("A").Key("URI").text()
			if len(raw) == 0 {
				raw = a.Key("PA").Key("URI").text()
			}
			if len(raw) == 0 {
				aa := a.Key("AA")
				for _, k := range [...]string{"U", "D"} {
					if len(raw) == 0 {
						raw = aa.Key(k).Key("URI").text()
					}
				}
			}
			uri := strings.TrimSpace(tidy(textString(raw)))
			r := floats(a.Key("Rect"), 4)
			if uri == "" || len(uri) > 2048 || len(r) != 4 {
				return
			}
			out = append(out, glyph.Link{Box: base.Box(r[0], r[1], r[2], r[3]), URI: uri})
		})
	}
	return out
}

// appearances paints what annotations look like: the contents of form fields,
// typed-in text, stamps. Links have no appearance that counts.
func (in *interp) appearances(notes []value, base matrix) {
	for _, a := range notes {
		_ = guard("annotation", func() {
			switch a.Key("Subtype").Name() {
			case "Link", "Popup":
				return
			}
			in.hidden, in.unseen = 0, glyph.HiddenLayer
			switch f := a.Key("F").Int64(); {
			case f&(flagHidden|flagNoView) != 0:
				in.hidden, in.unseen = 1, glyph.HiddenNote
			case in.d.isOff(in.d.layerOf(a, "OC")):
				in.hidden = 1
			}
			look := a.Key("AP").Key("N")
			if look.Kind() == opDict {
				look = look.Key(a.Key("AS").Name())
			}
			r := floats(a.Key("Rect"), 4)
			if look.Kind() != opStream || len(r) != 4 {
				return
			}
			x := in.d.form(look)
			if x == nil || x.image || !x.hasBox {
				return
			}
			// The box of the form, turned by its matrix, is laid into Rect:
			// algorithm 8.1 of ISO 32000-1.
			b := x.matrix.Box(x.box[0], x.box[1], x.box[2], x.box[3])
			to := glyph.Box{min(r[0], r[2]), min(r[1], r[3]), max(r[0], r[2]), max(r[1], r[3])}
			if b.Width() <= 0 || b.Height() <= 0 {
				return
			}
			sx, sy := to.Width()/b.Width(), to.Height()/b.Height()
			m := matrix{sx, 0, 0, sy, to[0] - b[0]*sx, to[1] - b[1]*sy}
			if math.IsNaN(sx) || math.IsNaN(sy) || !m.Sane() {
				return
			}
			in.state = newState(m.Mul(base), in.crop)
			if a.Key("Subtype").Name() == "Highlight" {
				in.blend = blendMultiply // whatever its appearance says, as viewers have it
			}
			x.group = x.group || in.blend != blendNormal
			if err := in.form(x); err != nil && in.page.Err == nil {
				in.page.Err = err
			}
		})
	}
}
