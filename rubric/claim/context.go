package claim

// phrase is a noun phrase as tokens [a,b).
type phrase struct {
	a, b   int
	about  Dim
	metric bool // a word of it is one of metric
	of     bool // the next phrase of its list hangs on it by "of"
}

func (f phrase) empty() bool { return f.b <= f.a }

// maxWords is the number of tokens of the longest noun phrase.
const maxWords = 8

// phraseFrom reads the noun phrase that begins with token k. It ends before a
// word that joins, acts or compares.
func (p *parser) phraseFrom(k int) phrase {
	for determiner(p.word(k)) {
		k++
	}
	f := phrase{a: k, b: k}
	for n := 0; n < maxWords && k < len(p.toks); n++ {
		t := &p.toks[k]
		if t.opaque {
			break
		}
		if t.kind == sym {
			if (t.sym == dash || t.sym == '/') && p.glued(k) && p.glued(k+1) && p.kind(k+1) != sym && k > f.a {
				k += 2
				f.b = k
				continue
			}
			if t.sym == '@' && p.glued(k) && p.kind(k+1) == num {
				k += 2
				f.b = k
				continue
			}
			break
		}
		if t.kind == num || joins(t.low) || determiner(t.low) || comparative(t.low) != noEffect && !p.hyphened(k) {
			break
		}
		if k > f.a && !p.hyphened(k) && (acting(t.low) || !processing(t.low)) || t.low == "using" {
			break
		}
		k++
		f.b = k
	}
	p.weigh(&f)
	if _, isTime := timeUnit(p.word(f.b + 1)); isTime && !f.metric && !f.empty() && p.word(f.b) == "per" {
		f.about, f.metric = Rate, true // requests served per second
	}
	return f
}

// hyphened reports whether a glued hyphen stands after token k.
func (p *parser) hyphened(k int) bool { return p.mark(k+1, dash) && p.glued(k+1) && p.glued(k+2) }

// weigh sets what the phrase is about: the last word that is a metric, unless
// it is a weak one.
func (p *parser) weigh(f *phrase) {
	f.about, f.metric = Other, false
	at := -1
	var weakest Dim
	weak := false
	for k := f.b - 1; k >= f.a; k-- {
		d, w, ok := p.compound(k, f.a)
		if !ok {
			d, w, ok = metric(p.word(k))
		}
		if !ok || p.word(k) == "size" && p.groupSize(k-1) || p.word(k) == "time" && k > 0 && p.idiom(k-1) {
			continue
		}
		if w {
			if !weak || weakest == Other {
				weak, weakest = true, d
			}
			continue
		}
		f.about, f.metric, at = d, true, k
		break
	}
	if !f.metric {
		f.about, f.metric = weakest, weak && weakest != Other
		return
	}
	switch p.word(at) {
	case "time", "times", "duration", "hours", "delays", "delay", "minutes", "lag", "speed":
		for k := f.a; k < f.b; k++ {
			if human(p.word(k)) {
				f.about = Business
			}
		}
	}
	if f.about == Money {
		for k := f.a; k < f.b; k++ {
			if trade(p.word(k)) {
				f.about = Business
			}
		}
	}
}

// idiom reports whether the word at token k makes "time" no duration: on time,
// full-time, first time.
func (p *parser) idiom(k int) bool {
	if p.mark(k, dash) {
		k--
	}
	switch p.word(k) {
	case "on", "full", "part", "first", "same", "real", "one", "this", "free", "spare", "long":
		return true
	}
	return false
}

// compound knows the metrics of two tokens: frame rate, wall clock, run time.
func (p *parser) compound(k, floor int) (d Dim, weak, ok bool) {
	if p.word(k) == "top" && p.mark(k+1, dash) && p.kind(k+2) == num {
		return Accuracy, false, true // top-1
	}
	if k-1 < floor {
		return Other, false, false
	}
	before := p.word(k - 1)
	if p.mark(k-1, dash) && k-2 >= floor {
		before = p.word(k - 2)
	}
	switch p.word(k) {
	case "s", "sec", "second":
		return Rate, false, p.mark(k-1, '/')
	case "hours", "days":
		return Compute, false, device(before) != ""
	case "rate", "rates":
		switch before {
		case "frame", "refresh", "request", "sampling", "processing", "data":
			return Rate, false, true
		case "error", "detection", "recognition", "success", "positive", "negative":
			return Accuracy, false, true
		}
	case "score":
		if before == "f1" || before == "f" {
			return Accuracy, false, true
		}
	case "clock":
		return Time, false, before == "wall"
	case "up":
		return Time, false, before == "speed" || before == "start"
	}
	return Other, false, false
}

// groupSize reports whether the word at token k makes "size" one of people or data rows.
func (p *parser) groupSize(k int) bool {
	switch p.word(k) {
	case "team", "batch", "class", "sample", "step", "window", "group", "kernel", "order", "deal", "effect", "market", "ticket", "chip", "area":
		return true
	}
	return false
}

// after is what follows a claim: the word that compares and the noun phrase.
type after struct {
	effect effect
	phrase
	end int // the token after all of it
}

// lookAfter reads what follows token b: 40 % less memory, 5x end-to-end speedup,
// 31 % reduction in resource use, one eighth of the parameters.
func (p *parser) lookAfter(b int, share bool) after {
	k := b
	r := after{end: b}
	switch p.word(k) {
	case "of":
		if !share {
			return r
		}
		k++
	case "de", "der", "des", "du", "del", "d", "di": // 55 % de la facture
		if !share {
			return r
		}
		k++
	case "as", "so", "plus", "mas", "más", "più", "mais":
		k++
	}
	if e := comparative(p.word(k)); e != noEffect && !p.hyphened(k) {
		r.effect, r.end = e, k+1
		k = p.inside(k + 1)
		if p.word(k) == "than" || p.word(k) == "" {
			return r
		}
	} else if joins(p.word(k)) && !determiner(p.word(k)) {
		return r
	}
	r.phrase = p.phraseFrom(k)
	if !r.empty() {
		r.end = r.b
	}
	if r.effect == noEffect && comparative(p.word(r.b)) != noEffect && r.b > b {
		r.effect, r.end = comparative(p.word(r.b)), r.b+1
		if in := p.inside(r.end); in > r.end {
			if g := p.phraseFrom(in); !g.empty() && (g.metric || r.empty()) && !r.metric {
				r.phrase, r.end = g, g.b
			}
		}
	} else if w := p.word(r.b); r.effect != noEffect && !r.empty() && w == "of" && (!r.metric || r.about == Params || p.word(r.b-1) == "number") {
		if g := p.phraseFrom(r.b + 1); !g.empty() {
			about := r.phrase
			r.phrase.b, r.end = g.b, g.b
			if !about.metric {
				r.about, r.metric = g.about, g.metric
			}
		}
	}
	if p.word(r.b-1) == "loss" && r.b-r.a > 1 && r.effect == noEffect { // 0.3 % accuracy loss
		f := phrase{a: r.a, b: r.b - 1}
		if p.weigh(&f); f.about == Accuracy {
			r.phrase, r.effect = f, down
		}
	}
	if p.word(r.b-1) == "number" && p.word(r.b) == "of" {
		if g := p.phraseFrom(r.b + 1); !g.empty() {
			r.phrase, r.end = g, g.b
		}
	}
	return r
}

// inside returns the token after "in", "of" or "on" at token k, else k.
func (p *parser) inside(k int) int {
	switch p.word(k) {
	case "in", "of", "on", "for", "to":
		return k + 1
	}
	return k
}

// before is what stands before a claim: the way it was said to go, and the noun phrase.
type before struct {
	effect effect
	phrase
	by     string // the word that ties the claim to it: by, to, from, of, at; empty if none
	direct bool   // a verb stands right beside the claim or its noun phrase
}

// lookBack is how many tokens before a claim are looked at.
const lookBack = 18

// lookBefore reads what stands before token a: reduced query time by, latency
// fell from, accuracy of.
func (p *parser) lookBefore(a int) before {
	var r before
	k, floor := a-1, max(0, a-lookBack)
	article := false // leading to a 20 % reduction: no level that was reached
	for n := 0; n < 4 && k >= floor; n++ {
		w := p.word(k)
		switch {
		case w == "by" || w == "from" || w == "to" || w == "of" || w == "at" || w == "in" || w == "down" || w == "up" || w == "between":
			if r.by == "" && !(article && (w == "to" || w == "from" || w == "at")) {
				r.by = w
			}
			if e := verb(w); e != noEffect && r.effect == noEffect {
				r.effect = e
			}
		case w == "um" || w == "auf" && p.kind(k+1) == num:
			if r.by == "" { // Kosten um 40 %, auf 40 % gesenkt
				if r.by = "by"; w == "auf" {
					r.by = "to"
				}
			}
		case w == "is" || w == "was" || w == "were" || w == "a" || w == "an" || w == "ein" || w == "as" || w == "the" || w == "average" || w == "mean" || p.mark(k, ':') || p.mark(k, '=') || p.mark(k, '('):
			article = article || w == "a" || w == "an"
		default:
			n = 4
			continue
		}
		k--
	}
	// a verb between the noun and the claim: latency fell by
	for n := 0; n < 4 && k >= floor; n++ {
		w := p.word(k)
		e := verb(w)
		if e == noEffect && !adverb(w) && w != "was" && w != "were" && w != "is" && w != "been" && w != "has" && w != "went" && w != "brought" {
			break
		}
		if noun(w) {
			break
		}
		if e != noEffect && r.effect == noEffect {
			r.effect = p.verbAt(k)
		}
		k--
	}
	r.direct = r.effect != noEffect
	r.phrase = p.segments(&k, floor)
	tied := r.by == "by" || r.by == "to" || r.by == "from" || r.by == "in"
	for n := 0; r.effect == noEffect && k >= floor && n < lookBack; n++ {
		if p.mark(k, stop) || p.mark(k, ';') || p.toks[k].opaque {
			break
		}
		if r.effect = p.verbAt(k); r.effect != noEffect {
			r.direct = r.direct || n == 0
			break
		}
		if w := p.word(k); !tied && (p.mark(k, ',') || w != "" && (acting(w) || !processing(w))) {
			break
		}
		k--
	}
	return r
}

// verbAt returns the effect of the verb that ends with token k: for "up" and
// "down" that of the word before, if it has one (sped up).
func (p *parser) verbAt(k int) effect {
	w := p.word(k)
	if w == "up" || w == "down" {
		if e := verb(p.word(k - 1)); e != noEffect {
			return e
		}
	}
	if w == "scaling" || w == "tuning" || p.hyphened(k) {
		return noEffect
	}
	return verb(w)
}

// noun reports whether a word with an effect is a noun more often than a verb, so
// that it may end a noun phrase: retrieval speed by 20 %.
func noun(w string) bool {
	switch w {
	case "speed", "speeds", "speedup", "speedups", "speed-up", "compression", "pruning", "tuning", "scaling":
		return true
	}
	return false
}

// adverb reports whether a word ends as an adverb does.
func adverb(w string) bool {
	return len(w) > 4 && w[len(w)-2:] == "ly" || w == "further"
}

// segments reads the noun phrases before token k, which prepositions join, and
// returns the one that is measured: the one beside the verb if there is a verb,
// else the nearest that is a metric.
func (p *parser) segments(k *int, floor int) phrase {
	var segs [4]phrase
	n, of := 0, false
	for n < len(segs) {
		f := p.phraseBack(k, floor)
		if f.empty() {
			break
		}
		p.weigh(&f)
		f.of = of
		segs[n] = f
		n++
		for *k >= floor && determiner(p.word(*k)) {
			*k--
		}
		w := p.word(*k)
		if w != "of" && w != "for" && w != "in" && w != "on" && w != "across" && w != "during" && w != "per" && w != "with" {
			break
		}
		of = w == "of"
		*k--
	}
	if n == 0 {
		return phrase{}
	}
	pick := 0
	if e := p.word(*k); n > 1 && (verb(e) != noEffect || acting(e)) && segs[n-1].metric {
		pick = n - 1
	} else {
		for pick < n && !segs[pick].metric {
			pick++
		}
		if pick == n {
			pick = 0
		}
	}
	f := segs[pick]
	if pick > 0 && f.of {
		f.b = segs[pick-1].b
	}
	return f
}

// phraseBack reads the noun phrase that ends with token k, and moves k before it.
func (p *parser) phraseBack(k *int, floor int) phrase {
	if p.mark(*k, ')') {
		for n := 0; n < 8 && *k-n > floor; n++ {
			if p.mark(*k-n, '(') {
				*k -= n + 1
				break
			}
		}
	}
	f := phrase{a: *k + 1, b: *k + 1}
	for n := 0; n < maxWords && *k >= floor; n++ {
		t := &p.toks[*k]
		if t.opaque {
			break
		}
		joined := p.mark(*k+1, dash) && p.glued(*k+1) || p.mark(*k-1, dash) && p.glued(*k)
		switch {
		case t.kind == sym && (t.sym == dash || t.sym == '/' || t.sym == '@') && p.glued(*k) && p.glued(*k+1) && !f.empty():
			*k--
			continue
		case t.kind == num && p.mark(*k-1, '@') && p.glued(*k):
		case t.kind != word, (joins(t.low) || determiner(t.low) || acting(t.low)) && !joined:
			return f
		case !processing(t.low) && !joined && (f.empty() || verb(p.word(*k-1)) == noEffect):
			return f // achieving accuracy; but improved forecasting accuracy
		}
		f.a = *k
		*k--
	}
	return f
}

// condition reads "on a Jetson Nano", "at batch size 1" at token k.
func (p *parser) condition(k int) string {
	if p.mark(k, ',') {
		k++
	}
	if w := p.word(k); w != "on" && w != "at" && w != "with" && w != "under" {
		return ""
	}
	if w := p.word(k); (w == "with" || w == "under") && p.word(k+1) != "batch" {
		return ""
	}
	end, words := k+1, 0
	for n := 0; n < 10 && end < len(p.toks); n++ {
		t := &p.toks[end]
		if t.opaque || t.kind == word && n > 0 && (joins(t.low) && t.low != "of" && t.low != "one" || acting(t.low) || !processing(t.low)) {
			break
		}
		if t.kind == sym && !((t.sym == dash || t.sym == '/' || t.sym == '=' || t.sym == times || t.sym == '@') && p.glued(end)) {
			break
		}
		if t.kind == word && !determiner(t.low) || t.kind == num {
			words++
		}
		end++
	}
	if words == 0 || p.mark(end, percent) {
		return ""
	}
	return p.text[p.toks[k].start:p.toks[end-1].end]
}
