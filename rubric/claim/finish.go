package claim

import (
	"math"
	"strings"
)

// finish turns the findings into claims and drops those that are none.
func (p *parser) finish() Claims {
	if len(p.found) == 0 {
		return nil
	}
	out := make(Claims, 0, len(p.found))
	sentence, at := 0, 0
	for i := range p.found {
		f := &p.found[i]
		for ; at < f.a; at++ {
			if p.mark(at, stop) {
				sentence++
			}
		}
		c, ok := p.claim(f)
		if !ok || len(out) > 0 && c.Start < out[len(out)-1].End {
			continue
		}
		c.sentence = sentence
		out = append(out, c)
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// claim makes the claim of a finding.
func (p *parser) claim(f *finding) (Claim, bool) {
	x := &f.x
	c := Claim{
		Start: p.toks[f.a].start, End: p.toks[f.b-1].end,
		Form: x.form, Dim: x.unit.dim, Unit: x.unit.name, Per: x.per, Value: x.value(), High: x.high(),
		Bound: x.bound, Approx: x.approx, Ambiguous: x.ambiguous, Direction: x.sign,
	}
	if f.from != nil {
		p.ends(&c, f)
	}
	if math.IsInf(c.Value, 0) || math.IsInf(c.High, 0) || math.IsInf(c.From, 0) {
		return c, false
	}
	share := x.part || x.form == Ratio || x.form == Percent
	aft := p.lookAfter(f.b, true)
	if w := p.word(f.b); !share && (w == "of" && !aft.metric || w == "a" || w == "an") { // 4 GB of RAM, but not 30 ms of every frame
		aft = after{end: f.b}
	}
	bef := p.lookBefore(f.a)
	if bef.by == "of" {
		p.amountOf(f, &aft)
	}
	if x.bare && !p.resolve(&c, f, aft, bef) {
		return c, false
	}
	if x.unit.dim == Time && x.unit.mult >= 30*86400 && f.from == nil {
		c.Dim = Date
	}
	end := f.b
	obj, trailing := p.object(&c, f, aft, bef)
	if trailing {
		end = aft.end
	}
	p.effects(&c, f, aft, bef)
	c.About = p.about(&c, obj)
	if !obj.empty() {
		c.ObjectStart, c.ObjectEnd = p.toks[obj.a].start, p.toks[obj.b-1].end
		c.Object = p.text[c.ObjectStart:c.ObjectEnd]
	}
	c.Condition = p.condition(f.b)
	if c.Condition == "" && end > f.b {
		c.Condition = p.condition(end)
	}
	c.judge(bef.by, p.word(f.b) == "of")
	return c, true
}

// amountOf reads the noun before "of" in "a reduction of 40 % in latency" and
// "latency reductions of 3x" as if it stood behind the quantity.
func (p *parser) amountOf(f *finding, aft *after) {
	k := f.a - 1
	for n := 0; n < 3 && k > 0 && p.word(k) != "of"; n++ {
		k--
	}
	e := comparative(p.word(k - 1))
	if p.word(k) != "of" || e == noEffect || aft.effect != noEffect {
		return
	}
	*aft = after{effect: e, end: f.b}
	if in := p.inside(f.b); in > f.b {
		aft.phrase = p.phraseFrom(in)
	}
	if !aft.empty() {
		aft.end = aft.b
		return
	}
	k -= 2
	aft.phrase = p.phraseBack(&k, max(0, f.a-lookBack))
	p.weigh(&aft.phrase)
}

// ends sets the two ends of a change.
func (p *parser) ends(c *Claim, f *finding) {
	from, to := f.from, &f.x
	c.Ambiguous = c.Ambiguous || from.ambiguous
	c.Approx = c.Approx || from.approx
	if from.form == Complexity {
		c.Form = Complexity
		c.HasBaseline = true
		return
	}
	c.Form, c.HasBaseline = Change, true
	c.From, c.To, c.High = from.value(), to.value(), 0
	if from.unit.dim == Money && c.Per == "" {
		c.Per, c.Unit = from.per, from.unit.name
	}
	switch {
	case c.From > c.To:
		c.Direction = -1
	case c.From < c.To:
		c.Direction = 1
	}
	if from.form == Magnitude && to.form == Magnitude {
		c.Form = Magnitude
	} else if from.form == Magnitude {
		c.From = 0
	} else if to.form == Magnitude {
		c.To = 0
	}
	c.Value = c.To
}

// resolve decides what a number without a unit is: a score (mAP 0.71), a count
// of a noun (500+ users), or nothing.
func (p *parser) resolve(c *Claim, f *finding, aft after, bef before) bool {
	x := &f.x
	if p.sped(f.n) { // speed-up on one card against 32 cores: 11.4
		c.Form, c.Dim, c.Unit = Ratio, Factor, "x"
		f.x.form, f.x.unit, f.x.own = Ratio, one, faster
		return true
	}
	if p.word(f.a-1) == "rtf" || p.timeFactor(f.a-1) {
		c.Dim, c.Unit = Rate, "1/s" // seconds of speech a second
		return true
	}
	if d, ok := p.scored(f, bef); ok {
		c.Dim, c.Unit = d, ""
		return true
	}
	if f.from != nil {
		if bef.metric || aft.metric {
			c.Dim = Count
			if d := p.nearer(aft, bef); d == Accuracy || d == Params {
				c.Dim = d
			}
			return true
		}
		c.Dim = Count
		return !aft.empty() || !bef.empty()
	}
	if x.scale == 1 && (x.raw >= 1e9 || x.rawHigh > 0 && x.raw == 0) { // a telephone number; 0-1
		return false
	}
	if x.year(p) && x.bound == 0 || aft.empty() || x.sign != 0 || month(p.word(f.b)) || month(p.word(f.a-1)) {
		return false
	}
	strong := x.bound != 0 || x.scale != 1 || p.toks[x.n].kind == num && p.nums[p.toks[x.n].num].grouped
	if !strong && (p.named(f.a) || p.toks[f.b].upper && !p.toks[x.n].upper && (f.a == 0 || p.text[p.toks[aft.b-1].end-1] != 's')) {
		return false
	}
	if strong && f.a > 0 && p.toks[f.a-1].upper && p.code(f.a-1) {
		return false
	}
	if p.toks[x.n].kind == num && x.scale == 1 && !p.nums[p.toks[x.n].num].whole {
		return false
	}
	c.Dim = Count
	return true
}

// timeFactor reports whether "real-time factor" or "real-time factor of" ends
// with token k.
func (p *parser) timeFactor(k int) bool {
	if p.word(k) == "of" {
		k--
	}
	return p.word(k) == "factor" && p.word(k-1) == "time"
}

// sped reports whether the number of token n is the factor of a speed-up that
// stands before it in its sentence, behind a colon or "of".
func (p *parser) sped(n int) bool {
	if !p.mark(n-1, ':') && !p.mark(n-1, '=') || p.kind(n) != num || p.nums[p.toks[n].num].val <= 1 {
		return false
	}
	for k := n - 2; k >= 0 && k >= n-lookBack; k-- {
		switch w := p.word(k); {
		case p.mark(k, stop), p.mark(k, ';'):
			return false
		case w == "speedup", w == "speedups", w == "up" && p.mark(k-1, dash) && p.word(k-2) == "speed":
			return true
		}
	}
	return false
}

// code reports whether token k is a word in capitals such as a course code has
// (CSE 510M), or a label.
func (p *parser) code(k int) bool {
	w := p.rawWord(k)
	if labels(p.word(k)) {
		return true
	}
	for i := range len(w) {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return len(w) >= 2 && len(w) <= 4
}

// nearer returns what the phrase nearest to a change is about.
func (p *parser) nearer(aft after, bef before) Dim {
	if aft.metric {
		return aft.about
	}
	return bef.about
}

// scored reports whether the number of f is a score named right before it.
func (p *parser) scored(f *finding, bef before) (Dim, bool) {
	if !bef.metric || bef.about != Accuracy || bef.by == "by" || f.a-bef.b > 4 || f.x.scale != 1 || f.x.high() > 100 || f.x.value() > 100 {
		return Other, false
	}
	if p.toks[f.n].kind != num || p.nums[p.toks[f.n].num].whole && !scoreName(p.rawWord(bef.b-1), p.word(bef.b-1)) && f.from == nil {
		return Other, false
	}
	return Accuracy, true
}

// named reports whether the number at token a belongs to a name or label before
// it: Python 3, page 4, Windows 10.
func (p *parser) named(a int) bool {
	if p.mark(a-1, '#') || p.mark(a-1, '@') || p.mark(a-1, '.') && p.word(a-2) == "no" {
		return true
	}
	w := p.word(a - 1)
	if w == "" || joins(w) && w != "no" {
		return false
	}
	if labels(w) {
		return true
	}
	return p.toks[a-1].upper && !acting(w) && processing(w) && comparative(w) == noEffect && a >= 2
}

// object chooses the noun phrase of a claim; trailing tells that it follows it.
func (p *parser) object(c *Claim, f *finding, aft after, bef before) (obj phrase, trailing bool) {
	tied := bef.by == "by" || bef.by == "from" || bef.by == "to" || bef.by == "in" || bef.by == "of" || bef.by == "at" || bef.by == "down" || bef.by == "up"
	switch {
	case c.Form == RealTime || f.x.bare && f.from == nil && c.Dim == Count:
		return aft.phrase, true
	case c.Form == Complexity || c.Form == Magnitude && c.Dim == Time && !bef.metric:
		return phrase{}, false
	case f.from != nil && p.word(f.a-1) != "" && bef.metric && !aft.metric:
		return bef.phrase, false
	case c.Form == Ratio && f.x.own != noEffect && !f.x.part && !aft.empty() && p.word(f.a) != "in" && p.word(f.a-1) != "by":
		return aft.phrase, true // halved the memory
	case aft.effect != noEffect && !aft.empty():
		return aft.phrase, true
	case f.x.part && !aft.empty():
		return aft.phrase, true
	case tied && !bef.empty() && bef.metric && (bef.by == "by" || bef.by == "from" || bef.by == "in" && c.Form == Ratio || bef.by == "to"):
		return bef.phrase, false
	case aft.metric:
		return aft.phrase, true
	case aft.effect != noEffect:
		if bef.metric && particle(p.word(f.a-1)) {
			return bef.phrase, false
		}
		if bef.by == "by" && p.word(f.a-1) != "" || aft.empty() && bef.by == "" && bef.metric && verb(p.word(bef.a-1)) != noEffect {
			return bef.phrase, false
		}
		return phrase{}, true
	case bef.metric && bef.by != "in" && (tied || f.a-bef.b <= 3):
		return bef.phrase, false
	case tied && (c.Form == Ratio || c.Form == Percent || c.Form == Change) && !bef.empty() && bef.by != "of" && bef.by != "at":
		return bef.phrase, false
	case (bef.by == "of" || bef.by == "to" && bef.effect != noEffect) && !bef.empty() && c.Form == Absolute && (c.Dim == Size || c.Dim == Params || c.Dim == Power || c.Dim == Energy):
		return bef.phrase, false // a model of 4 MB
	case c.Dim == Count && (c.Unit != ""):
		return phrase{}, false
	case !aft.empty() && (c.Form == Absolute || c.Form == Percent || c.Form == Ratio || c.Dim == Count):
		return aft.phrase, true
	case (c.Form == Ratio || c.Form == Percent) && !bef.empty() && f.a == bef.b:
		return bef.phrase, false // improved throughput 3x
	}
	return phrase{}, false
}

// effects sets the direction from the words around a claim.
func (p *parser) effects(c *Claim, f *finding, aft after, bef before) {
	e := aft.effect
	switch {
	case f.x.own != noEffect:
		e = f.x.own
	case e != noEffect:
	case c.Form == Ratio || c.Form == Percent:
		switch {
		case p.word(f.b) == "of" && c.Form == Percent && bef.by != "by" && bef.by != "to" && !(bef.direct && bef.effect == down): // 0.4 % of the weights
		case bef.by == "" && bef.direct, bef.by == "by", bef.by == "to", bef.by == "in", bef.by == "up", bef.by == "down":
			e = bef.effect
		}
	case bef.by == "to" || bef.by == "by" || bef.by == "down" || bef.by == "up" || bef.by == "from":
		e = bef.effect
	}
	if e == noEffect && !bef.empty() && f.a-bef.b <= 2 && (c.Form == Ratio || c.Form == Percent) {
		e = comparative(p.word(bef.b - 1)) // speedup: 3.2x
	}
	c.effect = e
	if c.Direction != 0 {
		return
	}
	switch e {
	case up, faster, lengthy:
		c.Direction = 1
	case down, smaller, cheaper, slower:
		c.Direction = -1
	}
}

// about tells what a claim is about from its object, its effect and its dimension.
func (p *parser) about(c *Claim, obj phrase) Dim {
	d := Other
	if obj.metric {
		d = obj.about
	}
	if c.Form == RealTime {
		return Time
	}
	switch c.Dim {
	case Factor, Percentage, Count, Accuracy, Other, Bits:
	case Time:
		if d == Business || c.Per == "week" || c.Per == "month" || c.Per == "day" {
			return Business
		}
		return Time
	case Power, Energy:
		return Power
	case Rate:
		if c.Form == Absolute && c.Per == "day" {
			return Business // what comes in, and not what is kept up with
		}
		return Rate
	default:
		return c.Dim
	}
	switch c.Dim {
	case Accuracy:
		return Accuracy
	case Count:
		switch c.Unit {
		case "gpu", "cpu", "core", "machine", "device":
			return Compute
		}
		if d == Other {
			d = Count
		}
		return d
	case Bits:
		return Bits
	}
	if d == Other || d == Rate && c.effect == faster {
		switch c.effect {
		case faster, slower, lengthy:
			return Time
		case smaller:
			return Size
		case cheaper:
			return Money
		}
	}
	return d
}

// judge sets Gain and Ratio from direction and dimension. By is the word that ties
// the claim to what stands before it; of tells that "of" follows it.
func (c *Claim) judge(by string, of bool) {
	if c.Dim == Percentage && c.About == Accuracy && c.Form == Percent && c.effect != better && (c.Direction == 0 && by != "by" || by == "to") {
		c.Dim = Accuracy
	}
	if c.Dim == Percentage && c.Form == Change && c.About == Accuracy {
		c.Dim = Accuracy
	}
	if c.Dim == Other && c.About == Accuracy && (c.Form == Change || c.Unit == "db") {
		c.Dim = Accuracy // an error from 22 cm to 4 cm
	}
	less, known := lessIsBetter(c.About, c.Object)
	if c.About == Money && c.Direction > 0 && !costs(c.Object) {
		known = false // income, as likely as cost
	}
	switch c.effect {
	case better:
		c.Gain = 1
		if c.Direction == 0 && known {
			c.Direction = 1
			if less {
				c.Direction = -1
			}
		}
	case worse:
		c.Gain = -1
	case faster, smaller, cheaper:
		if c.Form != Change {
			c.Gain = 1
		}
	case slower, lengthy:
		c.Gain = -1
	}
	if known && c.Direction != 0 && (c.Gain == 0 || c.Form == Change) {
		c.Gain = c.Direction
		if less {
			c.Gain = -c.Direction
		}
	}
	if c.Dim == Count && c.Direction > 0 && c.About == Compute {
		c.Gain, known = 0, false // more devices are no gain and no loss by themselves
	}
	c.Ratio = c.factor(less, known)
	if c.Form == Percent && by == "to" { // a level that was reached
		c.Ratio = 0
		if of && c.Direction < 0 && c.Value > 0 { // to 41 % of before
			c.Ratio = 100 / c.Value
		}
	}
	if math.IsInf(c.Ratio, 0) || math.IsNaN(c.Ratio) {
		c.Ratio = 0
	}
}

// costs reports whether a noun phrase names what is paid.
func costs(object string) bool {
	for w := range strings.FieldsSeq(lower(object)) {
		if d, _, ok := metric(w); ok && d == Money {
			return true
		}
	}
	return false
}

// factor is the factor of improvement that the claim states, 0 if unknown.
func (c *Claim) factor(less, known bool) float64 {
	switch c.Form {
	case Change:
		if c.From <= 0 || c.To <= 0 {
			return 0
		}
		if !known {
			return max(c.From/c.To, c.To/c.From)
		}
		if less {
			return c.From / c.To
		}
		return c.To / c.From
	case Ratio:
		if c.Gain < 0 && c.Value > 0 {
			return 1 / c.Value
		}
		return c.Value
	case Percent:
		switch {
		case c.Direction < 0 && c.Value < 100 && (less || !known):
			return 1 / (1 - c.Value/100)
		case c.Direction > 0 && (!less || !known || c.effect == faster):
			return 1 + c.Value/100
		case c.Direction < 0 && c.Value < 100:
			return 1 - c.Value/100
		case c.Direction > 0:
			return 1 / (1 + c.Value/100)
		}
	}
	return 0
}
