package claim

// finding is a claim in the making.
type finding struct {
	a, b int // tokens of the whole expression
	n    int // token of the first number
	x    atom
	from *atom // what it is compared with, nil if nothing
}

// reach is how many tokens may stand between the two ends of a change.
const reach = 8

// join makes findings of the atoms: changes of two, and each other alone.
func (p *parser) join() {
	if len(p.atoms) == 0 {
		return
	}
	for k := 0; k < len(p.atoms); k++ {
		x := &p.atoms[k]
		if k+1 < len(p.atoms) {
			y := &p.atoms[k+1]
			switch p.between(k, x, y) {
			case forward:
				last := k + 1
				for last+1 < len(p.atoms) && p.arrowed(&p.atoms[last], &p.atoms[last+1]) && p.same(&p.atoms[last], &p.atoms[last+1]) {
					last++ // 120 -> 60 -> 35 ms
				}
				p.change(x, &p.atoms[last], true)
				k = last
				continue
			case backward:
				p.change(y, x, false)
				k++
				continue
			case ranging:
				inherit(x, y)
				r := *x
				r.b, r.bare = y.b, y.bare
				r.rawHigh = y.value() / (r.scale * r.unit.mult)
				p.found = append(p.found, finding{a: x.a, b: y.b, n: x.n, x: r})
				k++
				continue
			}
		}
		if x.loose && !p.alone(x) {
			continue
		}
		p.found = append(p.found, finding{a: x.a, b: x.b, n: x.n, x: *x})
	}
}

// change appends the finding of a change; early tells that from stands first.
func (p *parser) change(from, to *atom, early bool) {
	inherit(from, to)
	inherit(to, from)
	f := finding{x: *to, from: from, a: min(from.a, to.a), b: max(from.b, to.b), n: min(from.n, to.n)}
	if early && p.word(f.a-1) == "from" {
		f.a--
	}
	f.x.bare = to.bare && from.bare
	p.found = append(p.found, f)
}

// inherit gives x the unit of y if it has none: from 9 to 31 FPS.
func inherit(x, y *atom) {
	if !x.bare || y.bare || y.form == Complexity {
		return
	}
	x.unit, x.form, x.per, x.bare = y.unit, y.form, y.per, false
	if x.scale == 1 && x.raw < 100 {
		x.scale = y.scale
	}
}

type link uint8

const (
	apart    link = iota
	forward       // the first is what the second is compared with
	backward      // the second is
	ranging       // from the first to the second
)

// between tells how atom k and the next one belong together.
func (p *parser) between(k int, x, y *atom) link {
	gap := y.a - x.b
	if x.unit.dim == Time && y.unit.name == "m" && p.word(y.a-1) == "to" { // from 3h 20m to 12m
		y.unit = unit{dim: Time, name: "s", mult: 60}
	}
	if gap < 0 || gap > reach+2 || p.broken(x.b, y.a) || x.year(p) && y.year(p) || !p.comparable(x, y) {
		return apart
	}
	if p.arrowed(x, y) {
		if x.bare && y.bare && gap > 1 {
			return apart
		}
		return forward
	}
	if gap == 0 {
		return apart
	}
	end := y.a - 1
	if w := p.word(end); (w == "a" || w == "an" || w == "the") && gap > 1 {
		end, gap = end-1, gap-1 // to a single GPU
	}
	last := p.word(end)
	start := x.a - 1
	if determiner(p.word(start)) {
		start-- // from a $60 board to a $9 chip
	}
	switch {
	case last == "to" && p.word(start) == "from" && gap <= reach:
		return forward
	case towards(last) && (since(p.word(start)) && gap <= reach || gap == 2 && fell(p.word(end-1))):
		return forward
	case last == "and" && gap == 1 && p.word(x.a-1) == "between":
		return ranging
	case last == "to" && gap > 1 && gap <= 6 && p.made(x, y):
		return forward
	case last == "to" && gap == 1:
		return p.toOnly(x, y)
	case last == "to" && gap <= 5 && p.led(x.b, end):
		return forward
	case p.turned(x.b, y.a):
		return forward
	}
	if p.word(x.b) == "before" && y.a-x.b <= 3 {
		if w := p.word(y.b); w == "after" || w == "now" || w == "today" || w == "afterwards" { // 38 minutes before, 9 after
			return forward
		}
	}
	if p.baseline(k, x, y) {
		return backward
	}
	return apart
}

// comparable reports whether two atoms can be the ends of one change or range.
func (p *parser) comparable(x, y *atom) bool {
	if x.form == Complexity || y.form == Complexity {
		return x.form == y.form
	}
	if x.form == RealTime || y.form == RealTime || x.part || y.part || x.own != noEffect || y.own != noEffect {
		return false
	}
	if x.bare || y.bare {
		return !x.year(p) && !y.year(p) && (x.bare && y.bare || p.open(x, y))
	}
	return p.same(x, y)
}

// open reports whether the one of two atoms that has no unit may take the other's:
// no noun of its own follows it.
func (p *parser) open(x, y *atom) bool {
	if y.bare {
		if p.word(y.a-1) == "from" && p.word(y.a-2) != "to" && y.b-x.b <= 4 { // 45 FPS, up from 12
			return p.kind(y.b) == sym
		}
		return p.arrowed(x, y) || p.kind(y.b) != word || joins(p.word(y.b))
	}
	w := p.word(x.b)
	return w == "" || joins(w) || w == "down" || towards(w)
}

// same reports whether two atoms are of one dimension and unit.
func (p *parser) same(x, y *atom) bool {
	if x.bare || y.bare {
		return true
	}
	if x.unit.dim == Money && y.unit.dim == Money {
		return x.unit.name[:3] == y.unit.name[:3] && (x.per == y.per || x.per == "" || y.per == "")
	}
	return x.unit.dim == y.unit.dim && x.unit.name == y.unit.name
}

// broken reports whether a sentence or clause ends in the tokens [a,b).
func (p *parser) broken(a, b int) bool {
	for k := a; k < b; k++ {
		if t := &p.toks[k]; t.kind == sym && (t.sym == stop || t.sym == ';') || t.opaque {
			return true
		}
	}
	return false
}

// arrowed reports whether an arrow leads from x to y.
func (p *parser) arrowed(x, y *atom) bool {
	if y.a-x.b > 5 || p.broken(x.b, y.a) {
		return false
	}
	for k := x.b; k < y.a; k++ {
		if p.mark(k, arrow) {
			return true
		}
	}
	return false
}

// toOnly tells "38 to 11 ms" from "10 to 20 ms": downward, or upward after a verb
// of change, is a change.
func (p *parser) toOnly(x, y *atom) link {
	if x.bare && y.bare || x.form == Magnitude || y.form == Magnitude {
		if x.form == Magnitude && y.form == Magnitude && x.unit.mult > y.unit.mult {
			return forward
		}
		return apart
	}
	if x.bound != 0 || y.bound != 0 && y.bound != 1 {
		return forward
	}
	a, b := *x, *y
	inherit(&a, &b)
	inherit(&b, &a)
	if a.unit.dim == Rate && !x.bare && !y.bare && a.per == b.per { // 9 fps to 52 fps
		return forward
	}
	if a.value() > b.value() || p.form(x, y) == Complexity {
		return forward
	}
	for k := x.a - 1; k >= 0 && k >= x.a-6; k-- {
		if p.mark(k, stop) || p.mark(k, ';') || p.word(k) == "by" || p.word(k) == "of" {
			break
		}
		if verb(p.word(k)) != noEffect {
			return forward
		}
	}
	return ranging
}

func (p *parser) form(x, y *atom) Form {
	if x.form == y.form {
		return x.form
	}
	return Absolute
}

// led reports whether the tokens [a,b) before "to" say that the quantity went
// there: 4 GB down to 600 MB.
func (p *parser) led(a, b int) bool {
	w := p.word(b - 1)
	if w == "up" || w == "down" || verb(w) != noEffect || w == "all" {
		return true
	}
	return b-a <= 3 && p.word(a) == "per" // 52 ms per frame to 19 ms
}

// made reports whether a verb right before x makes it y: compressed a 440 MB
// BERT to 55 MB.
func (p *parser) made(x, y *atom) bool {
	if x.bare || y.bare || x.unit.dim == Percentage || x.unit.dim == Factor || x.unit.dim == Date {
		return false
	}
	k := x.a - 1
	for n := 0; n < 3 && (determiner(p.word(k)) || adverb(p.word(k))); n++ {
		k--
	}
	switch verb(p.word(k)) {
	case down, smaller, faster:
		return x.value() > y.value()
	case up:
		return x.value() < y.value()
	}
	return false
}

// turned reports whether one of the tokens [a,b) says that the first quantity
// turned into the second: 52 ms per sweep became 19 ms.
func (p *parser) turned(a, b int) bool {
	if b-a > 6 {
		return false
	}
	for k := a; k < b; k++ {
		switch p.word(k) {
		case "became", "become", "becomes", "becoming":
			return true
		case "into":
			return p.word(k-1) == "turned"
		}
	}
	return false
}

// baseline reports whether y, after x, is what x is compared with: 31 FPS (from
// 9 FPS), 11 ms instead of 38 ms.
func (p *parser) baseline(k int, x, y *atom) bool {
	last, before := p.word(y.a-1), p.word(y.a-2)
	if (last == "a" || last == "an" || last == "the") && before == "of" && y.a-x.b > 3 { // instead of a
		last, before = before, p.word(y.a-3)
	}
	if p.mark(y.a-1, '.') && before == "vs" {
		last, before = before, ""
	}
	if p.mark(y.a-1, ':') { // (before: 310 ms)
		last, before = before, ""
	}
	for k := x.b; k < y.a && y.a-x.b <= 5; k++ {
		if p.word(k) == "where" && !x.bare && !y.bare { // 340 MB where it needed 900 MB
			return true
		}
	}
	if (p.word(x.b) == "now" || p.mark(x.b, ',') && y.a-x.b == 1) && formerly(p.word(y.b)) && y.a-x.b <= 3 { // 8 vCPU now, 16 vCPU then
		return true
	}
	paren := p.mark(y.a-2, '(')
	switch last {
	case "from":
		if k+2 < len(p.atoms) && p.word(p.atoms[k+2].a-1) == "to" && p.atoms[k+2].a-y.b <= reach {
			return false // 2x, from 38 to 11 ms
		}
		if !paren && before != "down" && before != "up" && p.word(x.a-1) != "to" && !p.mark(y.a-2, ',') {
			return false
		}
	case "contre", "statt", "frente", "was", "were", "previously", "formerly", "originally", "vs", "versus", "against", "baseline", "before":
	case "of":
		if before != "instead" && (before != "place" || p.word(y.a-3) != "in") {
			return false
		}
	case "than":
		if before != "rather" {
			return false
		}
	case "to", "with":
		if before != "compared" && before != "relative" {
			return false
		}
	default:
		return false
	}
	if x.bare && y.bare {
		return paren
	}
	switch x.unit.dim {
	case Factor, Bits, Date:
		return false
	case Percentage:
		w := p.word(x.a - 1)
		return w != "by" && w != "down" && w != "up" && comparative(p.word(x.b)) == noEffect
	}
	return true
}

// formerly reports whether a word behind a quantity says that it was so before.
func formerly(w string) bool {
	switch w {
	case "then", "before", "earlier", "previously", "formerly", "originally":
		return true
	}
	return false
}

// alone reports whether a loose atom (a minute, hours) stands for something by
// itself: under a minute, in seconds.
func (p *parser) alone(x *atom) bool {
	if x.form != Magnitude {
		return x.bound != 0
	}
	switch p.word(x.a - 1) {
	case "in", "within", "into", "to":
		n := p.word(x.b)
		return n == "" || joins(n) && n != "of"
	}
	return x.bound != 0
}
