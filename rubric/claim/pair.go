package claim

// pairReach is how many tokens may stand between two quantities that are
// compared without a word that ties them to each other.
const pairReach = 22

// pair joins two quantities of one kind in a line of which a word says that one
// was before the other: "9 min, früher 2 h 15", "84 µs (140 µs in plain C)",
// "answers in 180 ms; the old one took 2.6 s".
func (p *parser) pair() {
	for i := 0; i+1 < len(p.found); i++ {
		x, y := &p.found[i], &p.found[i+1]
		if i+2 < len(p.found) && (y.x.bare && !p.bareOld(y.x.a) || y.x.unit.dim == Bits && y.b-y.a == 1) { // 11 µA, before version 2.0 it took 90 µA; 3.9 GB where fp16 takes 13 GB
			y = &p.found[i+2]
		}
		if x.from != nil || y.from != nil || !p.pairs(&x.x, &y.x) {
			continue
		}
		was, is := p.older(x, y)
		if was == nil {
			continue
		}
		inherit(&was.x, &is.x)
		inherit(&is.x, &was.x)
		if same := was.x.value() == is.x.value(); same {
			continue
		}
		f := finding{x: is.x, from: &was.x, a: x.a, b: y.b, n: x.n}
		from := was.x
		f.from = &from
		f.x.bare = from.bare && is.x.bare
		p.found[i] = f
		at := i + 1
		for p.found[at].a < f.b {
			if at++; at == len(p.found) {
				break
			}
		}
		p.found = append(p.found[:i+1], p.found[at:]...)
	}
}

// pairs reports whether two quantities can be compared: of one unit, each
// standing for itself, in one sentence and near.
func (p *parser) pairs(x, y *atom) bool {
	gap := y.a - x.b
	if gap < 1 || gap > pairReach || x.form != Absolute && x.form != Percent || y.form != x.form && !y.bare || x.bare || x.rawHigh > 0 || y.rawHigh > 0 {
		return false
	}
	for k := x.b; k < y.a; k++ {
		if p.mark(k, stop) || p.toks[k].opaque {
			return false
		}
	}
	switch x.unit.dim {
	case Time, Rate, Size, Params, Money, Power, Energy, Compute, Accuracy:
	default:
		return false
	}
	return p.same(x, y) && !x.year(p) && !y.year(p)
}

// older tells which of two quantities was before the other; nil where no word
// says so.
func (p *parser) older(x, y *finding) (was, is *finding) {
	first, second := p.age(x.a-5, x.a, x.b, y.a, false), p.age(x.b, y.a, y.b, min(y.b+5, len(p.toks)), true)
	if y.x.bare && second >= 0 && !p.bareOld(y.x.a) {
		return nil, nil
	}
	switch {
	case second < 0 && first >= 0:
		return y, x
	case first < 0 && second >= 0:
		return x, y
	case second > 0 && first == 0:
		return x, y
	case first > 0 && second == 0:
		return y, x
	}
	return nil, nil
}

// bareOld reports whether the number at token k stands right behind a verb of
// the past: "took 6".
func (p *parser) bareOld(k int) bool {
	switch p.word(k - 1) {
	case "took", "needed", "was", "were", "used", "had", "vs", "against", "cost", "asked":
		return true
	}
	return false
}

// age is -1 where a word near a quantity says that it was so before, +1 that it
// is so now. The tokens [a,b) stand before the quantity, [c,d) behind it; what
// is behind the first of a pair may belong to the second.
func (p *parser) age(a, b, c, d int, behind bool) int {
	near := 3
	if behind {
		near = len(p.toks)
	}
	for n, k := 0, b-1; k >= max(a, 0) && n < near+5; n, k = n+1, k-1 {
		w := p.word(k)
		if behind && adds(w) { // 40 minutes with the first version and 75 s with the last
			break
		}
		if oldWord(w) || behind && w == "where" {
			return -1
		} else if newWord(w) {
			return 1
		}
		if p.mark(k, stop) {
			break
		}
	}
	for n, k := 0, c; k < d && n < 3; n, k = n+1, k+1 {
		if p.mark(k, ',') || p.mark(k, ';') || p.mark(k, '(') {
			break
		}
		w := p.word(k)
		if adds(w) {
			break
		}
		if oldBehind(w) || w == "at" && p.word(k+1) == "first" {
			return -1
		} else if newWord(w) || w == "last" || w == "final" {
			return 1
		}
	}
	return 0
}

// adds reports whether a word adds a second statement to a first.
func adds(w string) bool {
	switch w {
	case "and", "und", "y", "et", "e":
		return true
	}
	return false
}

// oldWord reports whether a word before a quantity says that it was so before.
func oldWord(w string) bool {
	switch w {
	case "was", "were", "before", "earlier", "previously", "formerly", "originally", "initially", "old", "older", "previous", "needed", "took", "had", "used", "version", "baseline", "reference",
		"stock", "vanilla", "plain", "naive", "alone", "against", "vs", "versus", "than", "unlike", "former", "original", "asked",
		"früher", "vorher", "zuvor", "bisher", "brauchte", "statt", "anstatt", "dauerte", "benötigte", "prenait", "durait", "demoraba", "levava", "antes", "anterior", "antigua", "antiguo", "tardaba", "avant", "auparavant", "contre", "prima", "precedente", "instead", "之前", "原来", "以前":
		return true
	}
	return false
}

// oldBehind reports whether a word behind a quantity says that it was so before.
func oldBehind(w string) bool {
	switch w {
	case "before", "earlier", "previously", "formerly", "originally", "initially", "then", "früher", "vorher", "zuvor", "antes", "avant", "alone", "plain", "naive", "stock", "prima":
		return true
	}
	return false
}

// newWord reports whether a word says that a quantity is so now.
func newWord(w string) bool {
	switch w {
	case "now", "today", "later", "after", "afterwards", "finally", "currently", "once", "only", "noch", "plus", "solo", "quedó", "heute", "jetzt", "nun", "ahora", "hoy", "agora", "maintenant", "désormais", "adesso", "ora", "现在":
		return true
	}
	return false
}
