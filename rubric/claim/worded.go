package claim

var one = unit{dim: Factor, name: "x", mult: 1}

// worded reads an atom that begins with the word at token i.
func (p *parser) worded(i int) (x atom, next int, ok bool) {
	w := p.toks[i].low
	x = atom{a: i, b: i + 1, n: i, raw: 1, scale: 1, unit: unit{mult: 1}}
	switch w {
	case "o":
		if p.toks[i].upper && p.mark(i+1, '(') && p.glued(i+1) {
			return p.class(x)
		}
		return x, i + 1, false
	case "real", "realtime":
		return p.realTime(x)
	case "sub", "subsecond", "submillisecond":
		return p.below(x)
	case "halved", "halving", "halves":
		if p.word(i-1) == "successive" {
			return x, i + 1, false
		}
		return p.multiple(x, 2, down)
	case "doubled", "doubling", "doubles":
		if p.toks[i].upper && p.kind(i+1) == word && p.toks[i+1].upper && p.word(i+1) != "the" && i > 0 {
			return x, i + 1, false
		}
		return p.multiple(x, 2, up)
	case "tripled", "tripling", "triples":
		return p.multiple(x, 3, up)
	case "quadrupled", "quadrupling", "quadruples":
		return p.multiple(x, 4, up)
	case "twice", "double", "triple":
		if w == "twice" && p.word(i+1) == "as" || p.word(i+1) == "the" {
			f := 2.
			if w == "triple" {
				f = 3
			}
			return p.multiple(x, f, noEffect)
		}
		return x, i + 1, false
	case "half":
		return p.half(x)
	case "mitad", "hälfte", "moitié":
		return p.multiple(x, 2, down)
	case "drittel", "viertel", "fünftel", "tercio", "terzo", "cuarto", "quart":
		return p.foreignShare(x, foreignPart(w))
	case "a", "an":
		return p.article(x)
	case "usd", "eur", "gbp", "inr", "rs", "chf":
		k := i + 1
		if w == "rs" && p.mark(k, '.') {
			k++
		}
		if p.kind(k) == num && (p.free(k) || p.mark(k-1, '.')) {
			return p.amount(i, currency(w), k)
		}
		return x, i + 1, false
	case "int8", "int4", "int16", "uint8", "fp16", "bf16", "fp32", "fp8", "fp64", "fp4", "float32", "float16", "bfloat16", "float64", "int2", "int32":
		bits := 0.
		for k := range len(w) {
			if w[k] >= '0' && w[k] <= '9' {
				bits = bits*10 + float64(w[k]-'0')
			}
		}
		x.raw, x.unit = bits, unit{dim: Bits, name: "bit", mult: 1}
		return x, i + 1, true
	case "overnight":
		if p.word(i-1) == "from" {
			return p.spanWord(x, 12*3600)
		}
		return x, i + 1, false
	case "dozens", "hundreds", "thousands", "millions", "billions":
		return p.many(x)
	}
	if f := foldWord(w); f > 1 {
		return p.fold(atom{a: i, b: i + 1, n: i, raw: f, scale: 1}, i+1)
	}
	if v := numberWord(w); v > 0 {
		return p.spelled(x, v)
	}
	if sec, isTime := timeUnit(w); isTime && w[len(w)-1] == 's' && len(w) > 3 && w != "secs" {
		return p.spanWord(x, sec)
	}
	return x, i + 1, false
}

// class reads O(...) at its first token.
func (p *parser) class(x atom) (atom, int, bool) {
	depth := 0
	for k := x.n + 1; k < len(p.toks) && k < x.n+24; k++ {
		switch {
		case p.mark(k, '('):
			depth++
		case p.mark(k, ')'):
			depth--
			if depth == 0 {
				x.form, x.b, x.unit = Complexity, k+1, unit{dim: Other, name: "O", mult: 1}
				return x, x.b, true
			}
		}
	}
	return x, x.n + 2, false
}

// realTime reads "real time", "real-time" and "near real time".
func (p *parser) realTime(x atom) (atom, int, bool) {
	k := x.n + 1
	if p.toks[x.n].low == "real" {
		if p.mark(k, dash) {
			k++
		}
		if p.word(k) != "time" {
			return x, x.n + 1, false
		}
		k++
	}
	x.form, x.b, x.unit = RealTime, k, unit{dim: Time, name: "s", mult: 1}
	return x, k, true
}

// below reads "sub-second", "sub 10ms" is left to the number and its hedge.
func (p *parser) below(x atom) (atom, int, bool) {
	w := p.toks[x.n].low
	k := x.n + 1
	if w == "sub" {
		if !p.mark(k, dash) || !p.glued(k) || p.kind(k+1) != word {
			return x, k, false
		}
		w = p.toks[k+1].low
		k += 2
	} else {
		w = w[len("sub"):]
	}
	u, ok := unitOf(w, w, false)
	if !ok || u.dim != Time && u.dim != Size && u.dim != Power {
		return x, x.n + 1, false
	}
	x.unit, x.b, x.bound = u, k, -1
	return x, k, true
}

// multiple makes the atom of a word that is a factor by itself.
func (p *parser) multiple(x atom, f float64, own effect) (atom, int, bool) {
	x.form, x.unit, x.raw, x.own = Ratio, one, f, own
	return x, x.b, true
}

// half reads "by half", "in half", "half the memory", "half as much".
func (p *parser) half(x atom) (atom, int, bool) {
	if w := p.word(x.n + 1); w == "a" || w == "an" { // half a second
		if sec, ok := timeUnit(p.word(x.n + 2)); ok {
			x.raw, x.unit, x.b = 0.5, unit{dim: Time, name: "s", mult: sec}, x.n+3
			return x, x.b, true
		}
	}
	switch w := p.word(x.n - 1); {
	case w == "in":
		x.a--
		return p.multiple(x, 2, down)
	case w == "by":
		return p.multiple(x, 2, noEffect)
	case (w == "a" || w == "one") && p.word(x.n+1) != "of":
		return x, x.b, false
	case w == "first" || w == "second" || w == "other" || w == "latter" || p.mark(x.n-1, dash):
		return x, x.b, false
	}
	switch p.word(x.n + 1) {
	case "the", "as", "its", "that":
		return p.multiple(x, 2, down)
	case "of":
		if w := p.word(x.n + 2); determiner(w) || w == "original" {
			return p.multiple(x, 2, down)
		}
	}
	return x, x.b, false
}

// article reads what a or an may count: a third of, an order of magnitude, a
// dozen models, under a minute.
func (p *parser) article(x atom) (atom, int, bool) {
	k := x.n + 1
	w := p.word(k)
	switch {
	case w == "order" && p.word(k+1) == "of" && p.word(k+2) == "magnitude":
		x.form, x.unit, x.raw, x.b = Ratio, one, 10, k+3
		return x, x.b, true
	case w == "few" || w == "couple" && p.word(k+1) == "of" || w == "handful" && p.word(k+1) == "of":
		if w != "few" {
			k++
		}
		if sec, ok := timeUnit(p.word(k + 1)); ok {
			x.form, x.unit, x.b = Magnitude, unit{dim: Time, name: "s", mult: sec}, k+2
			x.loose = true
			return x, x.b, true
		}
	case w == "half" || partWord(w) > 2 && w != "second":
		x.b = k + 1
		if w != "half" && p.partOf(x.a, x.b) {
			return p.share(x, 1/partWord(w)), x.b, true
		}
	case w == "dozen" || w == "hundred" || w == "thousand" || w == "million":
		x.raw, x.b = max(numberWord(w), scale(w, w)), k+1
		return p.united(x)
	}
	if sec, ok := timeUnit(w); ok && len(w) > 2 && w[len(w)-1] != 's' {
		x.unit, x.b, x.loose = unit{dim: Time, name: "s", mult: sec}, k+1, true
		return x, x.b, true
	}
	return x, x.n + 1, false
}

// spelled reads a number written as a word and its unit.
func (p *parser) spelled(x atom, v float64) (atom, int, bool) {
	i := x.n
	w := p.toks[i].low
	x.raw = v
	k := i + 1
	if p.mark(k, dash) && p.glued(k) {
		k++
	}
	if part := partWord(p.word(k)); part > 2 && v < part && p.word(k) != "second" && w != "single" {
		x.b = k + 1
		if p.partOf(x.a, x.b) {
			return p.share(x, v/part), x.b, true
		}
		return x, x.b, false
	}
	if p.mark(i-1, dash) && p.glued(i) || p.mark(i+1, dash) && p.glued(i+1) && v < 2 {
		return x, i + 1, false
	}
	if p.word(i+1) == "dozen" || scale(p.word(i+1), p.word(i+1)) > 0 && len(p.word(i+1)) > 3 {
		x.scale = max(numberWord(p.word(i+1)), scale(p.word(i+1), p.word(i+1)))
		x.b++
	}
	y, next, ok := p.united(x)
	if !ok {
		return x, max(next, i+1), false
	}
	if y.bare && (v < 2 || w == "couple" || w == "thousand") {
		return x, i + 1, false
	}
	if w == "single" && y.unit.dim != Count && y.unit.dim != Compute && y.unit.dim != Time {
		return x, i + 1, false
	}
	if w == "one" && y.unit.dim == Time && y.unit.mult >= 86400 {
		y.loose = true
	}
	return y, next, true
}

// spanWord reads a plural unit of time without a number: from hours to minutes,
// in seconds.
func (p *parser) spanWord(x atom, sec float64) (atom, int, bool) {
	x.form, x.unit, x.loose = Magnitude, unit{dim: Time, name: "s", mult: sec}, true
	switch p.word(x.n - 1) {
	case "few", "several", "multiple", "many", "mere":
		x.a--
		if w := p.word(x.a - 1); w == "a" {
			x.a--
		}
	}
	return x, x.b, true
}

// many reads "thousands of users".
func (p *parser) many(x atom) (atom, int, bool) {
	if p.word(x.b) != "of" || p.kind(x.b+1) != word {
		return x, x.b, false
	}
	w := p.toks[x.n].low
	x.raw = max(numberWord(w[:len(w)-1]), scale(w[:len(w)-1], w[:len(w)-1]))
	x.form, x.unit, x.b = Magnitude, unit{dim: Count, mult: 1}, x.b+1
	return x, x.b, true
}
