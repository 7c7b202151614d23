package claim

import (
	"math"
	"strings"
)

// measure reads scale and unit behind a number that ends before token j.
func (p *parser) measure(x atom, j int) (atom, int, bool) {
	x.b = j
	p.plus(&x)
	if p.kind(x.b) == word && p.glued(x.b) {
		return p.suffixed(x)
	}
	if p.mark(x.b, percent) {
		return p.percentage(x, x.b+1)
	}
	if p.kind(x.b) == word {
		switch p.toks[x.b].low {
		case "b", "k", "m", "t", "bn", "mm":
			if p.toks[x.b].upper && (p.paramsAfter(x.b+1) > 0 || p.toks[x.b].low == "k" || p.toks[x.b].low == "m") {
				p.scaled(&x)
			}
		default:
			p.scaled(&x)
		}
		p.plus(&x)
	}
	return p.united(x)
}

// suffixed reads a word that is glued to its number: 38ms, 3x, 1.1M, 7B, and
// rejects names and ordinals: 2D, 1st, 1080p.
func (p *parser) suffixed(x atom) (atom, int, bool) {
	j := x.b
	raw, low := p.rawWord(j), p.toks[j].low
	if p.toks[j].script && low != "x" { // 64卡
		return p.united(x)
	}
	switch {
	case low == "x":
		return p.factor(x, j+1)
	case low == "s" && x.raw >= 1900 && x.raw < 2100, low == "s" && p.decade(x.n):
		return x, j + 1, false
	}
	if s := scale(raw, low); s > 0 {
		x.scale, x.b = s, j+1
		p.plus(&x)
		p.scaledRange(&x, low)
		if p.mark(x.b, percent) || p.word(x.b) == "x" && p.glued(x.b) {
			return x, x.b + 1, false
		}
		if y, next, ok := p.united(x); ok && !y.bare {
			return y, next, true
		}
		if s >= 1e6 && s <= 1e12 && p.modelSize(x.n, x.b, s) {
			x.unit = unit{dim: Params, name: "params", mult: 1}
			return x, x.b, true
		}
		if s == 1e12 || low == "k" && screen(p.word(x.b)) {
			return x, x.b, false
		}
		x.bare = true
		return x, x.b, true
	}
	if (low == "m" || low == "b") && p.paramsAfter(j+1) > 0 {
		x.scale, x.b = scale(string(raw[0]-0x20), low), j+1
		return p.united(x)
	}
	if low == "d" && x.raw <= 4 { // 3d rendering
		return x, j + 1, false
	}
	if u, ok := unitOf(raw, low, true); ok {
		return p.withUnit(x, u, j+1)
	}
	if low == "fold" {
		return p.fold(x, j+1)
	}
	return x, p.chunk(j), false
}

// scaledRange reads the end of a range that repeats the scale: 4B–7B.
func (p *parser) scaledRange(x *atom, low string) {
	j := x.b
	if p.mark(j, dash) && p.kind(j+1) == num && p.glued(j) == p.glued(j+1) && p.word(j+2) == low && p.glued(j+2) {
		if v := p.nums[p.toks[j+1].num]; !v.bad && v.val > x.raw {
			x.rawHigh, x.b = v.val, j+3
		}
	}
}

// screen reports whether 4K before the word is a resolution.
func screen(w string) bool {
	switch w {
	case "video", "videos", "resolution", "display", "displays", "monitor", "tv", "camera", "cameras", "frames", "footage", "screen", "streaming":
		return true
	}
	return false
}

// decade reports whether the number of token n is one of the 90s.
func (p *parser) decade(n int) bool {
	switch p.word(n - 1) {
	case "the", "early", "late", "mid", "his", "her", "their":
		v := p.nums[p.toks[n].num]
		return v.whole && v.digits == 2 && int(v.val)%10 == 0
	}
	return false
}

// united reads a unit that stands apart from its number or behind a hyphen.
func (p *parser) united(x atom) (atom, int, bool) {
	j := x.b
	if p.mark(j, dash) && p.glued(j) && p.kind(j+1) == word && p.glued(j+1) {
		j++
	}
	hyphen := j > x.b
	if p.mark(j, times) {
		return p.factor(x, j+1)
	}
	if p.mark(j, percent) {
		return p.percentage(x, j+1)
	}
	if p.mark(j, money) && !(p.kind(j+1) == num && p.glued(j+1)) { // 5,80 €
		x.unit, x.b = unit{dim: Money, name: currency(p.toks[j].low), mult: 1}, j+1
		p.priced(&x)
		return x, x.b, true
	}
	raw, low := p.rawWord(j), p.word(j)
	switch low {
	case "":
		x.bare = true
		return x, x.b, true
	case "x":
		if comparative(p.word(j+1)) != noEffect || p.toks[x.n].space && p.word(x.a-1) == "by" {
			return p.factor(x, j+1)
		}
		return x, j + 1, false
	case "percent", "pct":
		return p.percentage(x, j+1)
	case "per":
		if p.word(j+1) == "cent" {
			return p.percentage(x, j+2)
		}
	case "percentage":
		if w := p.word(j + 1); w == "points" || w == "point" {
			return p.points(x, j+2)
		}
	case "pp", "points", "pts":
		if low != "points" || x.sign != 0 || x.raw != math.Trunc(x.raw) || p.accuracyNear(x.n) {
			return p.points(x, j+1)
		}
	case "fold":
		return p.fold(x, j+1)
	case "times":
		return p.timesOver(x, j+1)
	case "mal", "fach", "fois", "veces": // 8-mal schneller, 3 fois plus rapide
		return p.factor(x, j+1)
	case "order", "orders":
		if p.word(j+1) == "of" && (p.word(j+2) == "magnitude" || p.word(j+2) == "magnitudes") {
			x.raw, x.rawHigh = pow10(int(min(x.raw, 12))), 0
			x.form, x.unit, x.b = Ratio, unit{dim: Factor, name: "x", mult: 1}, j+3
			return x, x.b, true
		}
	case "of":
		if p.word(x.n) == "couple" {
			x.b = j + 1
			return p.united(x)
		}
	}
	if end, u := p.devices(j); end > 0 {
		if x.bare = true; x.year(p) && u.dim == Count { // 2013 smartphone
			return x, end, false
		}
		x.bare = false
		x.unit, x.b = u, end
		if _, ok := timeUnit(p.word(end + 1)); ok && u.dim == Compute && p.word(end) == "a" { // 1,900 GPU hours a month
			x.per, x.b = singular(p.word(end+1)), end+2
		}
		return x, x.b, true
	}
	if k := p.paramsAfter(x.b); k > 0 {
		x.unit, x.b = unit{dim: Params, name: "params", mult: 1}, k
		return x, k, true
	}
	if low == "us" && !hyphen && (p.kind(j+1) == sym || p.word(j+1) == "was" || p.word(j+1) == "per") {
		return p.withUnit(x, unit{dim: Time, name: "s", mult: 1e-6}, j+1)
	}
	if u, ok := unitOf(raw, low, false); ok {
		if hyphen && u.dim == Time && len(low) < 3 && low != "ms" || len(raw) == 1 && p.kind(j+1) == word && p.toks[j+1].upper {
			return x, j + 1, false // 1200 J Street
		}
		return p.withUnit(x, u, j+1)
	}
	if end, per := p.perTime(j); end > 0 {
		x.unit, x.b = unit{dim: Rate, name: "1/s", mult: 1 / per}, end
		if per == 86400 {
			x.per = "day"
		}
		if per > 86400 {
			x.unit, x.per = unit{dim: Count, mult: 1}, singular(p.word(end-1))
		}
		return x, end, true
	}
	if scoreName(raw, low) && (!hyphen || low != "map") {
		x.unit, x.b = unit{dim: Accuracy, name: low, mult: 1}, j+1
		return x, x.b, true
	}
	x.bare = true
	return x, x.b, true
}

// withUnit completes x with a unit that ends before token j, and reads what it
// is for one of (52 ms per sweep) and the end of a range (10ms-20ms).
func (p *parser) withUnit(x atom, u unit, j int) (atom, int, bool) {
	x.unit, x.b = u, j
	if k := p.hoursOf(u, j); k > 0 { // 30 heures GPU
		x.unit, x.b = unit{dim: Compute, name: "gpu h", mult: 1}, k
		return x, k, true
	}
	x.ambiguous = x.ambiguous || u.ambiguous
	p.plus(&x)
	p.rangeEnd(&x, func(y *atom) bool { return y.unit.name == u.name })
	p.rest(&x)
	j = x.b
	slash := p.mark(j, '/') && p.glued(j)
	if !slash && p.word(j) != "per" {
		return x, j, true
	}
	w := p.word(j + 1)
	sec, isTime := timeUnit(w)
	switch {
	case w == "" || slash && !p.glued(j+1):
	case u.dim == Size && isTime:
		x.unit.dim, x.unit.name, x.unit.mult = Rate, "B/s", u.mult/sec
		x.b = j + 2
	case u.dim == Time || u.dim == Size || u.dim == Energy || u.dim == Money || u.dim == Params || u.dim == Compute:
		x.per, x.b = singular(w), j+2
		if u.dim == Money {
			x.unit.name += "/" + x.per
		}
	}
	return x, x.b, true
}

// rest reads the smaller unit of a time in two: 3h 20m, 1 min 30 s.
func (p *parser) rest(x *atom) {
	j := x.b
	if x.unit.dim != Time || x.rawHigh > 0 || x.unit.mult != 3600 && x.unit.mult != 60 || p.kind(j) != num {
		return
	}
	v := p.nums[p.toks[j].num]
	u, ok := timeUnit(p.word(j + 1))
	end := j + 2
	if p.word(j+1) == "m" {
		u, ok = 60, true
	}
	if !ok && x.unit.mult == 3600 && v.digits == 2 { // 2 h 15, 5h40
		u, ok, end = 60, true, j+1
	}
	if !ok || !v.whole || v.val >= 60 || u*60 != x.unit.mult {
		return
	}
	x.raw += v.val / 60
	x.b = end
}

// rangeEnd reads "-20ms" behind "10ms" if the end's unit fits.
func (p *parser) rangeEnd(x *atom, fits func(*atom) bool) {
	j := x.b
	if x.rawHigh > 0 || !p.mark(j, dash) || p.kind(j+1) != num || p.glued(j) != p.glued(j+1) {
		return
	}
	v := p.nums[p.toks[j+1].num]
	if v.bad || v.val <= 0 {
		return
	}
	y, _, ok := p.ending(j+1, v)
	if ok && fits(&y) && y.value() > x.value() {
		x.rawHigh = y.value() / (x.scale * x.unit.mult)
		x.b = y.b
	}
}

// ending reads the plain unit of the number at token i, for the end of a range.
func (p *parser) ending(i int, v number) (y atom, next int, ok bool) {
	y = atom{a: i, b: i + 1, n: i, raw: v.val, scale: 1, unit: unit{mult: 1}}
	switch {
	case p.mark(i+1, percent):
		y.unit, y.b = unit{dim: Percentage, name: "%", mult: 1}, i+2
		return y, y.b, true
	case p.word(i+1) == "x" || p.mark(i+1, times):
		y.unit, y.b = unit{dim: Factor, name: "x", mult: 1}, i+2
		return y, y.b, true
	case p.kind(i+1) == word:
		if u, ok := unitOf(p.rawWord(i+1), p.toks[i+1].low, p.glued(i+1)); ok {
			y.unit, y.b = u, i+2
			return y, y.b, true
		}
	}
	return y, i, false
}

// percentage completes x with a per cent sign that ends before token j.
func (p *parser) percentage(x atom, j int) (atom, int, bool) {
	x.form, x.unit, x.b = Percent, unit{dim: Percentage, name: "%", mult: 1}, j
	p.plus(&x)
	p.rangeEnd(&x, func(y *atom) bool { return y.unit.dim == Percentage })
	if w := p.word(x.b); w == "points" || w == "point" {
		x.b++
	}
	if p.ranked(x.n) {
		return x, x.b, false
	}
	return x, x.b, true
}

// ranked reports whether the number of token n follows "top": top 5 %.
func (p *parser) ranked(n int) bool {
	for k := n - 1; k >= 0 && k >= n-3; k-- {
		if p.word(k) == "top" {
			return true
		}
		if p.kind(k) == num {
			return false
		}
	}
	return false
}

// points completes x as points of a score.
func (p *parser) points(x atom, j int) (atom, int, bool) {
	x.unit, x.b = unit{dim: Accuracy, name: "points", mult: 1}, j
	return x, j, true
}

// accuracyNear reports whether a score is named within a few tokens of token n.
func (p *parser) accuracyNear(n int) bool {
	for k := max(0, n-6); k < min(len(p.toks), n+7); k++ {
		if d, _, ok := metric(p.word(k)); ok && d == Accuracy {
			return true
		}
	}
	return false
}

// factor completes x as a factor whose mark ends before token j.
func (p *parser) factor(x atom, j int) (atom, int, bool) {
	x.form, x.unit, x.b = Ratio, unit{dim: Factor, name: "x", mult: 1}, j
	p.plus(&x)
	p.rangeEnd(&x, func(y *atom) bool { return y.unit.dim == Factor })
	if end, u := p.devices(x.b); end > 0 && u.dim == Count && x.raw == float64(int(x.raw)) { // 8x A100
		x.form, x.unit, x.b = Absolute, u, end
		return x, end, true
	}
	if p.prize(x.b) || x.raw == 0 {
		return x, x.b, false
	}
	return x, x.b, true
}

// prize reports whether a factor at token j counts awards: 2x winner.
func (p *parser) prize(j int) bool {
	for k := j; k < j+4; k++ {
		switch p.word(k) {
		case "winner", "winners", "champion", "champions", "finalist", "award", "awards", "place", "medalist", "gold", "hackathon", "medal", "recipient", "engineer", "author", "certified":
			return true
		case "":
			if p.kind(k) != num {
				return false
			}
		}
	}
	return p.word(j) == "per" || p.word(j) == "a" && (p.word(j+1) == "week" || p.word(j+1) == "day")
}

// fold completes 10-fold, unless it counts the parts of a validation.
func (p *parser) fold(x atom, j int) (atom, int, bool) {
	for k := j; k < j+4; k++ {
		switch p.word(k) {
		case "cross", "cv", "crossvalidation", "validation", "stratified", "nested", "split", "splits", "ensemble", "group":
			return x, j, false
		}
	}
	x.form, x.unit, x.b = Ratio, unit{dim: Factor, name: "x", mult: 1}, j
	return x, j, true
}

// timesOver completes "3 times faster" and leaves "3 times a week".
func (p *parser) timesOver(x atom, j int) (atom, int, bool) {
	w := p.word(j)
	ok := comparative(w) != noEffect || w == "the" || w == "as" || w == "that" || p.word(x.a-1) == "by"
	if !ok {
		return x, j, false
	}
	x.form, x.unit, x.b = Ratio, unit{dim: Factor, name: "x", mult: 1}, j
	return x, j, true
}

// paramsAfter returns the token after "[trainable] parameters" that begins at
// token j, perhaps behind a hyphen, or 0.
func (p *parser) paramsAfter(j int) int {
	for k := j; k < j+4; k++ {
		switch p.word(k) {
		case "parameter", "parameters", "params", "param":
			return k + 1
		case "trainable", "learnable", "model", "total", "network", "free", "fewer", "active", "trained":
		default:
			if !p.mark(k, dash) || k > j {
				return 0
			}
		}
	}
	return 0
}

// modelSize reports whether a number in millions or billions at token n, whose
// scale ends before token j, is the size of a model: 7B model, BERT-base 110M.
func (p *parser) modelSize(n, j int, s float64) bool {
	k := j
	if p.mark(k, dash) && p.glued(k) {
		k++
	}
	for ; k < j+3; k++ {
		switch p.word(k) {
		case "model", "models", "llm", "llms", "lm", "transformer", "network", "checkpoint", "variant", "parameter", "param", "student", "teacher", "backbone", "encoder", "decoder", "weights":
			return true
		case "users", "rows", "records", "events", "tokens", "requests", "images", "samples", "documents", "downloads", "transactions", "messages", "queries", "people", "customers", "points", "views", "pages", "entries", "examples", "in":
			return false
		}
	}
	if p.kind(n-1) == word && n >= 1 {
		b := &p.toks[n-1]
		named := p.mark(n-2, dash) && p.glued(n-1) && p.glued(n-2)
		if b.upper && named || named && p.kind(n-3) == word && p.toks[n-3].upper {
			return true
		}
		switch b.low {
		case "llama", "gpt", "mistral", "qwen", "gemma", "opt", "pythia", "bert", "falcon", "phi", "mamba", "t5", "bloom", "vicuna", "llama2", "llama3":
			return true
		}
	}
	return s == 1e9 && (p.kind(j) == sym || joins(p.word(j))) && p.ofModels()
}

// ofModels reports whether the line speaks of language models or parameters. It
// looks once a line.
func (p *parser) ofModels() bool {
	if !p.looked {
		p.looked = true
		for _, w := range [...]string{"model", "llm", "llama", "parameter", "params", "transformer", "bert", "gpt", "qwen", "mistral", "gemma"} {
			if strings.Contains(p.low, w) {
				p.models = true
				break
			}
		}
	}
	return p.models
}
