package claim

// devices reads the machines at token j: GPUs, NVIDIA A100 GPUs, RTX 3090, and
// the hours of one. End is 0 if there are none.
func (p *parser) devices(j int) (end int, u unit) {
	k := j
	for k < j+3 && brand(p.word(k)) {
		k++
	}
	name := device(p.word(k))
	if name == "" {
		return 0, unit{}
	}
	switch p.word(k) {
	case "core", "node", "machine", "server", "instance":
		if w := p.word(k + 1); w == "hours" {
			break
		} else if !p.mark(j-1, dash) && w != "" && !joins(w) {
			return 0, unit{} // 5 core services, 200 machine learning tasks
		}
	}
	for ; k < j+6; k++ {
		d := device(p.word(k))
		if d == "" && !(p.kind(k) == num && k > j && !p.glued(k) && p.nums[p.toks[k].num].val >= 100) && !brand(p.word(k)) || p.kind(k) == sym {
			break
		}
		if d == "gpu" {
			name = d
		}
	}
	end = k
	if p.mark(k, dash) {
		k++
	}
	if sec, ok := timeUnit(p.word(k)); ok && sec >= 60 && sec <= 86400 {
		return k + 1, unit{dim: Compute, name: name + " h", mult: sec / 3600}
	}
	return end, unit{dim: Count, name: name, mult: 1}
}

// hoursOf returns the token behind a device whose hours end before token j, or 0:
// "30 heures GPU", "12 horas de GPU".
func (p *parser) hoursOf(u unit, j int) int {
	if u.dim != Time || u.mult != 3600 {
		return 0
	}
	if p.word(j) == "de" {
		j++
	}
	if device(p.word(j)) == "gpu" {
		return j + 1
	}
	return 0
}

// perTime reads a rate at token j, one to three words and "/s" or "per second";
// per is in seconds. End is 0 if there is none.
func (p *parser) perTime(j int) (end int, per float64) {
	for k := j; k < j+4; k++ {
		if k > j && (p.mark(k, '/') && p.glued(k) || p.word(k) == "per" || p.word(k) == "par" || p.word(k) == "por" || p.word(k) == "pro" || p.word(k) == "a" || p.word(k) == "every" || p.word(k) == "each") {
			if sec, ok := timeUnit(p.word(k + 1)); ok {
				return k + 2, sec
			}
			return 0, 0
		}
		w := p.word(k)
		switch w {
		case "daily", "weekly", "monthly":
			return 0, 0
		}
		if w == "" || joins(w) || acting(w) {
			return 0, 0
		}
	}
	return 0, 0
}
