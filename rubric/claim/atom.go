package claim

import "strings"

// atom is one quantity before it is joined with what it is compared with.
type atom struct {
	a, b      int // tokens, with the hedges and signs before the number
	n         int // token of the number itself
	raw       float64
	rawHigh   float64
	scale     float64 // of k, million: 1 if none
	unit      unit
	per       string
	form      Form
	bound     int
	approx    bool
	ambiguous bool
	bare      bool   // no unit: counts a noun, is a score, or is nothing
	loose     bool   // counts only where it is joined or hedged (a minute, hours)
	part      bool   // raw-th part: one eighth, a third
	own       effect // stated by the word itself: halved, doubled
	sign      int
}

func (x *atom) value() float64 { return x.raw * x.scale * x.unit.mult }
func (x *atom) high() float64  { return x.rawHigh * x.scale * x.unit.mult }

// year reports whether an atom without unit may be a year.
func (x *atom) year(p *parser) bool {
	if !x.bare || x.raw < 1900 || x.raw > 2100 || x.scale != 1 || p.toks[x.n].kind != num {
		return false
	}
	v := p.nums[p.toks[x.n].num]
	return v.whole && !v.grouped
}

// collect finds the atoms from left to right.
func (p *parser) collect() {
	floor := 0
	for i := 0; i < len(p.toks); {
		if p.toks[i].opaque {
			i++
			continue
		}
		x, next, ok := p.atomAt(i)
		if ok {
			p.hedges(&x, floor)
			p.factorOf(&x, floor)
			p.atoms = append(p.atoms, x)
			floor = x.b
		}
		i = max(next, i+1)
	}
}

// factorOf takes "a factor of" or "divided by" before a number into its atom.
func (p *parser) factorOf(x *atom, floor int) {
	k := x.a - 2
	if k >= floor && x.bare && x.raw > 1 && divided(p.word(k), p.word(k+1)) {
		x.form, x.unit, x.bare, x.a, x.own = Ratio, one, false, k, down
		return
	}
	if k < floor || p.word(k+1) != "of" || p.word(k) != "factor" && p.word(k) != "factors" || !x.bare && x.form != Ratio || x.part || x.raw <= 1 {
		return
	}
	x.form, x.unit, x.bare, x.a = Ratio, one, false, k
	if p.word(k-1) == "a" && k-1 >= floor {
		x.a--
	}
}

// atomAt reads the atom that begins with token i. Next is the token to go on at,
// also where there is none.
func (p *parser) atomAt(i int) (x atom, next int, ok bool) {
	t := &p.toks[i]
	switch t.kind {
	case num:
		return p.numeric(i, i)
	case sym:
		if t.sym == money && p.kind(i+1) == num {
			return p.amount(i, currency(t.low), i+1)
		}
		if t.sym == times && (i == 0 || t.space) && p.glued(i+1) && p.kind(i+1) == num && p.kind(i-1) != num { // ×3
			if v := p.nums[p.toks[i+1].num]; !v.bad && v.val > 1 {
				return atom{a: i, b: i + 2, n: i + 1, raw: v.val, scale: 1, form: Ratio, unit: one}, i + 2, true
			}
		}
		return x, i + 1, false
	}
	return p.worded(i)
}

// kind returns the kind of token i, sym where there is none.
func (p *parser) kind(i int) kind {
	if i < 0 || i >= len(p.toks) {
		return sym
	}
	return p.toks[i].kind
}

// mark reports whether token i is the mark c.
func (p *parser) mark(i int, c byte) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].kind == sym && p.toks[i].sym == c
}

// glued reports whether token i follows the one before it without white space.
func (p *parser) glued(i int) bool { return i > 0 && i < len(p.toks) && !p.toks[i].space }

// low returns the word of token i in lower case, empty if it is none.
func (p *parser) word(i int) string {
	if p.kind(i) != word {
		return ""
	}
	return p.toks[i].low
}

func (p *parser) rawWord(i int) string {
	if p.kind(i) != word {
		return ""
	}
	return p.text[p.toks[i].start:p.toks[i].end]
}

// numeric reads a quantity whose number is token i and whose atom begins with
// token a.
func (p *parser) numeric(a, i int) (x atom, next int, ok bool) {
	v := p.nums[p.toks[i].num]
	if !p.free(i) {
		return x, p.chunk(i), false
	}
	x = atom{a: a, b: i + 1, n: i, raw: v.val, scale: 1, ambiguous: v.ambiguous, unit: unit{mult: 1}}
	if p.spaced(i) {
		x.raw, x.ambiguous = v.val*1000+p.nums[p.toks[i+1].num].val, true
		return p.measure(x, i+2)
	}
	if v.bad || v.lead0 && v.whole || p.mark(i+1, '^') {
		return x, p.chunk(i), false
	}
	j := i + 1
	switch {
	case p.glued(j) && p.mark(j, '/') && p.glued(j+1) && p.kind(j+1) == num:
		w := p.nums[p.toks[j+1].num]
		if !v.whole || !w.whole || v.val == 0 || v.val >= w.val || !divides(w.val) || p.mark(j+2, '/') && p.glued(j+2) {
			return x, p.chunk(i), false
		}
		return p.fraction(x, v.val/w.val, j+2)
	case p.glued(j) && p.mark(j, ':') && p.glued(j+1) && p.kind(j+1) == num:
		if w := p.word(j + 2); p.nums[p.toks[j+1].num].val == 1 && v.val > 1 && (w == "compression" || w == "ratio" || verb(p.word(i-1)) == smaller) {
			x.form, x.unit, x.b = Ratio, unit{dim: Factor, name: "x", mult: 1}, j+2
			return x, x.b, true
		}
		return x, p.chunk(i), false
	case p.grid(j):
		for p.grid(j) { // 3 x 224 x 224
			if p.kind(j+1) == num && p.mark(j, times) || p.word(j) == "x" {
				j++
			}
			j++
		}
		return x, j, false
	case p.kind(j) == word && p.glued(j) && len(p.toks[j].low) > 2 && p.toks[j].low[0] == 'x' && device(p.toks[j].low[1:]) != "":
		x.unit, x.b = unit{dim: Count, name: device(p.toks[j].low[1:]), mult: 1}, j+1 // 8xA100
		return x, x.b, true
	}
	if v.val < 1 && !v.whole && v.digits == 0 { // ½
		if y, next, ok := p.fraction(x, v.val, j); ok {
			return y, next, true
		}
	}
	if end, hi, chain := p.span(i); chain {
		return x, p.chunk(end), false
	} else if end > 0 {
		x.rawHigh, j = hi, end
	}
	x.b = j
	return p.measure(x, j)
}

// free reports whether the number of token i stands by itself and is no part of
// a name (ResNet-50, C++17, 10.1145).
func (p *parser) free(i int) bool {
	if !p.glued(i) {
		return true
	}
	b := &p.toks[i-1]
	if b.kind != sym {
		return b.script
	}
	switch b.sym {
	case '(', '[', tilde, less, more, '=', ':', money, arrow, emDash, ',', '|', stop:
		return b.sym != ',' && b.sym != ':' || p.kind(i-2) != num
	case times:
		return b.space
	case dash:
		return b.space || p.word(i-2) == "sub" || p.kind(i-2) == sym || p.afterUnit(i-2)
	case '/', '+':
		return b.space || p.mark(i-2, '(') || p.mark(i-2, tilde)
	case unknown:
		return b.space
	}
	return false
}

// spaced reports whether tokens i and i+1 are one number with a plain space
// between the thousands: 1 200 requests.
func (p *parser) spaced(i int) bool {
	if p.kind(i+1) != num || p.glued(i+1) || p.toks[i+1].start != p.toks[i].end+1 || p.kind(i+2) == num {
		return false
	}
	v, w := p.nums[p.toks[i].num], p.nums[p.toks[i+1].num]
	return v.whole && v.digits <= 3 && v.val > 0 && !v.lead0 && !v.grouped && w.whole && w.digits == 3 && !w.grouped && !w.bad &&
		!(p.kind(i-1) == word && (p.toks[i-1].upper && !acting(p.toks[i-1].low) || labels(p.toks[i-1].low))) && (p.glued(i) || i > 0) && !p.mark(i+2, dash)
}

// afterUnit reports whether token i is a unit behind a number, so that a dash
// after it opens the end of a range: 10ms-20ms, 10%-20%.
func (p *parser) afterUnit(i int) bool {
	if p.mark(i, percent) {
		return true
	}
	if p.kind(i) != word || p.kind(i-1) != num {
		return false
	}
	_, ok := unitOf(p.rawWord(i), p.toks[i].low, true)
	return ok
}

// chunk returns the first token after i that follows white space.
func (p *parser) chunk(i int) int {
	for i++; i < len(p.toks) && p.glued(i); i++ {
		if p.mark(i, '(') || p.mark(i, arrow) || p.mark(i, ',') || p.mark(i, emDash) {
			break
		}
	}
	return i
}

// grid reports whether the token at j makes a size of the number before it:
// 3x3, 1920×1080, 3 x 3.
func (p *parser) grid(j int) bool {
	if p.mark(j, times) || p.word(j) == "x" {
		return p.kind(j+1) == num
	}
	w := p.word(j)
	return len(w) > 1 && w[0] == 'x' && w[1] >= '0' && w[1] <= '9' && p.glued(j) && device(w[1:]) == ""
}

// span reads the rest of a range that begins with the number of token i: 2-3,
// 40–60, 15 − 20. End is 0 if there is none; chain tells that it goes on as a
// telephone number or date does.
func (p *parser) span(i int) (end int, hi float64, chain bool) {
	j := i + 1
	if !p.mark(j, dash) && !p.mark(j, emDash) || p.kind(j+1) != num || p.glued(j) != p.glued(j+1) {
		return 0, 0, false
	}
	v, w := p.nums[p.toks[i].num], p.nums[p.toks[j+1].num]
	if w.bad || p.mark(j+2, dash) && p.glued(j+2) && p.kind(j+3) == num || w.lead0 {
		return j + 1, 0, true
	}
	if w.val <= v.val {
		return j + 1, 0, !p.mark(j, emDash)
	}
	return j + 2, w.val, false
}

// fraction reads what follows a fraction: a unit (1/4 MiB), or what it is a part
// of (1/8 of the size). It is nothing else.
func (p *parser) fraction(x atom, val float64, j int) (atom, int, bool) {
	if y, next, ok := p.measure(atom{a: x.a, b: j, n: x.n, raw: val, scale: 1, unit: unit{mult: 1}}, j); ok && !y.bare {
		return y, next, true
	}
	x.b = j
	if p.partOf(x.a, j) {
		return p.share(x, val), j, true
	}
	return x, j, false
}

// divides reports whether n is the lower number of a fraction that is a quantity:
// 1/4 MiB, and not the two figures of p50/p99 at 12/45 ms.
func divides(n float64) bool {
	switch n {
	case 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 50, 64, 100, 128, 256, 512, 1000, 1024:
		return true
	}
	return false
}

// share makes the atom of a part of the whole, 0 < val < 1.
func (p *parser) share(x atom, val float64) atom {
	x.form, x.unit, x.part = Ratio, unit{dim: Factor, name: "x", mult: 1}, true
	x.raw = 1 / val
	if w := p.word(x.a - 1); w == "by" { // by a third: two thirds are left
		x.own = noEffect
		x.raw = 1 / (1 - val)
	} else {
		x.own = down
	}
	return x
}

// partOf reports whether a fraction of the tokens [a,b) is a part of something
// or a change by a part.
func (p *parser) partOf(a, b int) bool {
	switch p.word(b) {
	case "of":
		d := p.word(b + 1)
		return determiner(d) || p.kind(b+1) == word && !month(d)
	case "the", "as", "its", "their", "less", "fewer", "smaller", "that":
		return true
	}
	if w := p.word(a - 1); w == "by" || w == "to" {
		return p.kind(b) == sym || joins(p.word(b)) || p.word(b) == ""
	}
	return false
}

// amount reads a sum of money: the currency ends before token i, which is a number.
func (p *parser) amount(a int, code string, i int) (x atom, next int, ok bool) {
	v := p.nums[p.toks[i].num]
	if v.bad {
		return x, p.chunk(i), false
	}
	x = atom{a: a, b: i + 1, n: i, raw: v.val, scale: 1, ambiguous: v.ambiguous, unit: unit{dim: Money, name: code, mult: 1}}
	if end, hi, chain := p.span(i); !chain && end > 0 {
		x.rawHigh, x.b = hi, end
	} else if p.mark(i+1, dash) && p.mark(i+2, money) && p.kind(i+3) == num { // $2-$20 million
		if w := p.nums[p.toks[i+3].num]; !w.bad && w.val > v.val {
			x.rawHigh, x.b = w.val, i+4
		}
	}
	p.scaled(&x)
	p.plus(&x)
	p.priced(&x)
	return x, x.b, true
}

// priced reads what an amount of money is for: /month, per query, an hour.
func (p *parser) priced(x *atom) {
	j := x.b
	switch {
	case p.mark(j, '/') && p.glued(j) && p.kind(j+1) == word && p.glued(j+1), p.word(j) == "per" && p.kind(j+1) == word:
	case (p.word(j) == "a" || p.word(j) == "an") && p.kind(j+1) == word:
		if _, ok := timeUnit(p.word(j + 1)); !ok {
			return
		}
	default:
		switch p.word(j) {
		case "monthly":
			x.per, x.b = "month", j+1
		case "yearly", "annually", "annual":
			x.per, x.b = "year", j+1
		default:
			return
		}
		x.unit.name += "/" + x.per
		return
	}
	x.per = singular(p.word(j + 1))
	x.unit.name += "/" + x.per
	x.b = j + 2
}

// singular returns the unit of time that w shortens, else w.
func singular(w string) string {
	switch w {
	case "mo", "mos", "months":
		return "month"
	case "hr", "hrs", "h", "hours":
		return "hour"
	case "yr", "yrs", "y", "annum", "years":
		return "year"
	case "wk", "weeks":
		return "week"
	case "d", "days":
		return "day"
	}
	return strings.TrimSuffix(w, "'s")
}

// scaled reads a scale word (k, million) behind the number.
func (p *parser) scaled(x *atom) {
	if p.kind(x.b) != word {
		return
	}
	s := scale(p.rawWord(x.b), p.toks[x.b].low)
	if s == 0 && x.unit.dim == Money && p.glued(x.b) {
		switch p.toks[x.b].low { // $5m, $2b, $3mm
		case "m", "mm":
			s = 1e6
		case "b":
			s = 1e9
		}
	}
	if s == 0 || s == 1e12 && !p.glued(x.b) && p.toks[x.b].low == "t" {
		return
	}
	if x.unit.dim == Money && s == 0 {
		return
	}
	x.scale = s
	x.b++
}

// plus reads the + of 30+.
func (p *parser) plus(x *atom) {
	if p.mark(x.b, '+') && p.glued(x.b) && !(p.glued(x.b+1) && p.kind(x.b+1) == num) {
		x.bound = 1
		x.b++
	}
}
