package content

import (
	"math"
	"unicode"

	"pique/extract/font"
	"pique/extract/glyph"
)

// stamp is what the program of a glyph of a Type 3 font paints.
type stamp struct {
	blank bool  // surely nothing that can be seen
	own   bool  // in colours of its own
	paint paint // the one colour of those; unknown where there are several
}

// Bounds of a glyph's ink, in em: what is smaller, or lies farther from the
// origin, is none.
const (
	minInk = 0.02
	maxInk = 3
)

// stamp looks at the glyph of a code, once; in doubt it paints.
func (in *interp) stamp(fc *face, ch *font.Char) stamp {
	code := byte(ch.Code)
	if ch.Code > 255 {
		return stamp{}
	}
	if s, ok := fc.stamps[code]; ok {
		return s
	}
	var s stamp
	_ = guard("glyph of a font", func() { s = in.look3(fc, int(code)) })
	s.blank = s.blank && lettered(ch.Text)
	if fc.stamps == nil {
		fc.stamps = map[byte]stamp{}
	}
	fc.stamps[code] = s
	fc.own = fc.own || s.own
	return s
}

func lettered(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// look3 looks at the program of a code of a Type 3 font. It paints nothing
// where there is none, or none with an operator that paints.
func (in *interp) look3(fc *face, code int) stamp {
	d := in.d
	if fc.type3.Kind() != opDict {
		return stamp{}
	}
	name := fc.names[code]
	if name == "" {
		return stamp{blank: len(fc.type3.Keys()) == 0}
	}
	v := fc.type3.Key(name)
	if v.Kind() != opStream {
		for _, key := range fc.type3.Keys() {
			if key == name {
				return stamp{}
			}
		}
		return stamp{blank: true}
	}
	data := d.bytes(v)
	if len(data) == 0 {
		return stamp{blank: !d.encrypted && len(d.raw(v)) == 0}
	}
	s := d.scan(data)
	switch {
	case s.other:
		return stamp{own: s.own, paint: unknown}
	case !s.fills:
		return stamp{own: s.own, blank: true}
	case s.plain && !(s.own && s.colored) && visibleInk(fc.scale.Box(s.box[0], s.box[1], s.box[2], s.box[3])):
		return stamp{}
	}
	return in.filled(fc, data, s.own && s.colored)
}

// visibleInk reports whether ink, in em, can be seen where it lies.
func visibleInk(b glyph.Box) bool {
	return max(b.Width(), b.Height()) >= minInk && b[0] < maxInk && b[1] < maxInk && b[2] > -maxInk && b[3] > -maxInk
}

// emUnits is how many units the em has in which glyphs are looked at.
const emUnits = 1000

// filled carries out the program of a glyph that only fills areas.
func (in *interp) filled(fc *face, data []byte, own bool) stamp {
	if in.depth >= maxForms {
		return stamp{}
	}
	const far = maxInk * emUnits
	at := fc.scale.Mul(matrix{emUnits, 0, 0, emUnits, 0, 0})
	sub := in.aside(at)
	sub.crop = glyph.Box{-far, -far, far, far}
	sub.clip = sub.crop
	if err := sub.run(data); err != nil || sub.canvas.full {
		return stamp{}
	}
	s := stamp{own: own, blank: true}
	for i := range sub.canvas.shapes {
		sh := &sub.canvas.shapes[i]
		if max(sh.box.Width(), sh.box.Height()) < minInk*emUnits {
			continue
		}
		p := sh.paint
		if sh.alpha < 1 || sh.veil != nil || sh.blend != blendNormal || sh.grade != nil || !s.blank && p != s.paint {
			p = unknown
		}
		s.blank, s.paint = false, p
	}
	return s
}

// sketch is what the operators of a glyph's program tell without carrying
// them out.
type sketch struct {
	own, colored bool // begins with d0; sets a colour
	fills        bool // has an operator that fills
	other        bool // has one that paints and does not fill, or is not known
	plain        bool // neither a transform nor a clip comes before what fills
	box          glyph.Box
}

// scan goes through the program of a glyph up to the first thing that it
// surely paints.
func (d *document) scan(data []byte) sketch {
	s := sketch{plain: true, box: glyph.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}}
	l := lexer{data: data}
	for {
		op := l.next()
		if op == nil || d.ops <= 0 {
			s.other = s.other || d.ops <= 0
			return s
		}
		d.ops--
		switch string(op) {
		case "d0":
			s.own = true
		case "m", "l", "c", "v", "y":
			for i := 0; i+1 < len(l.args); i += 2 {
				s.reach(l.args[i].num, l.args[i+1].num)
			}
		case "re":
			if n := len(l.args); n >= 4 {
				x, y := l.args[n-4].num, l.args[n-3].num
				s.reach(x, y)
				s.reach(x+l.args[n-2].num, y+l.args[n-1].num)
			}
		case "f", "F", "f*":
			s.fills = true
			if s.plain && !(s.own && s.colored) && s.box.Width() > 0 {
				return s
			}
		case "g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "gs":
			s.colored = true
		case "cm", "W", "W*":
			s.plain = false
		case "d1", "q", "Q", "w", "J", "j", "M", "d", "ri", "i", "h", "n", "BT", "ET":
		default:
			s.other = true
			return s
		}
	}
}

func (s *sketch) reach(x, y float64) {
	s.box = glyph.Box{min(s.box[0], x), min(s.box[1], y), max(s.box[2], x), max(s.box[3], y)}
}

// paintless reports whether a content stream has no operator that paints.
func (d *document) paintless(data []byte) bool {
	s := d.scan(data)
	return !s.fills && !s.other
}

// bare hides letters that the program of their font has no outline for.
func (in *interp) bare() {
	var bare map[*glyph.Font]*face
	for _, fc := range in.d.faces {
		if fc.shown && fc.type3 == nil && fc.doubtful() {
			if bare == nil {
				bare = map[*glyph.Font]*face{}
			}
			bare[&fc.look] = fc
		}
	}
	if bare == nil {
		return
	}
	gs := in.page.Glyphs
	for i := range gs {
		g := &gs[i]
		if fc := bare[g.Font]; fc != nil && g.Hidden == glyph.Visible && lettered(g.Text) && fc.f.Bare(g.Code) {
			g.Hidden = glyph.Invisible
		}
	}
}
