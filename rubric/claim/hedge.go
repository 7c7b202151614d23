package claim

// hedges takes the signs and words that limit a number into its atom: ~, <, up
// to, less than, at least. Floor is the first token that is free.
func (p *parser) hedges(x *atom, floor int) {
	if x.form == RealTime || x.form == Complexity {
		return
	}
	k := x.a - 1
	for n := 0; n < 6 && k >= floor; n++ {
		t := &p.toks[k]
		if t.kind == sym {
			if !p.signed(x, k) {
				break
			}
			x.a = k
			k--
			continue
		}
		if t.kind != word {
			break
		}
		took := p.hedgeWord(x, k, floor)
		if took == 0 {
			break
		}
		x.a = k - took + 1
		k = x.a - 1
	}
}

// signed takes the mark of token k into the atom x, which begins right after it.
func (p *parser) signed(x *atom, k int) bool {
	switch p.toks[k].sym {
	case tilde:
		x.approx = true
	case less:
		x.bound = -1
	case more:
		x.bound = 1
	case '=':
		return p.mark(k-1, less) || p.mark(k-1, more)
	case '+', dash:
		if !p.glued(k+1) || !p.toks[k].space && !p.mark(k-1, '(') && !p.mark(k-1, tilde) || x.sign != 0 {
			if p.toks[k].sym == dash && p.word(k-1) == "sub" && p.glued(k) {
				x.bound = -1
				return true
			}
			return false
		}
		x.sign = 1
		if p.toks[k].sym == dash {
			x.sign = -1
		}
	default:
		return false
	}
	return true
}

// hedgeWord takes the hedge that ends with the word of token k into x and returns
// its number of tokens, 0 if it is none.
func (p *parser) hedgeWord(x *atom, k, floor int) int {
	w := p.toks[k].low
	before := ""
	if k-1 >= floor {
		before = p.word(k - 1)
	}
	if b, ok := hedge(w); ok {
		if w == "close" || (w == "around" || w == "some" || w == "another") && x.bare && x.form != Percent {
			return 0
		}
		if b != 0 {
			x.bound = b
		}
		x.approx = x.approx || approximates(w)
		return 1
	}
	switch {
	case w == "sub" && p.mark(k+1, dash):
		x.bound = -1
		return 1
	case w == "than":
		switch before {
		case "less", "fewer", "lower", "smaller":
			x.bound = -1
			return 2
		case "more", "greater", "higher", "larger", "better":
			x.bound = 1
			return 2
		}
	case w == "least" && before == "at":
		x.bound = 1
		return 2
	case w == "most" && before == "at", w == "to" && before == "up":
		x.bound = -1
		return 2
	case w == "as":
		switch before {
		case "little", "low", "few", "much", "many", "high":
			if p.word(k-2) == "as" && k-2 >= floor {
				x.bound = -1
				return 3
			}
		}
	}
	return 0
}
