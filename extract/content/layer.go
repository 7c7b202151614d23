package content

// layer is optional content that a thing belongs to: a group, or several by
// a membership dictionary.
type layer struct {
	refs   []int // object numbers
	policy string
	rule   *operand // a visibility expression, which goes before the rest
}

// layerOf reads the optional content of the value that v has under key.
func (d *document) layerOf(v value, key string) layer {
	oc := v.Key(key)
	if oc.Kind() != opDict {
		return layer{}
	}
	if oc.Key("Type").Name() != "OCMD" {
		if ref := v.ref(key); ref != 0 {
			return layer{refs: []int{ref}}
		}
		return layer{}
	}
	l := layer{policy: oc.Key("P").Name()}
	if ve := oc.Key("VE"); ve.Kind() == opArray {
		l.rule = ve.rule()
	}
	switch gs := oc.Key("OCGs"); gs.Kind() {
	case opArray:
		for i := 0; i < gs.Len() && len(l.refs) < 256; i++ {
			if r := gs.refAt(i); r != 0 {
				l.refs = append(l.refs, r)
			}
		}
	case opDict:
		if r := oc.ref("OCGs"); r != 0 {
			l.refs = []int{r}
		}
	}
	return l
}

// isOff reports whether optional content is not shown.
func (d *document) isOff(l layer) bool {
	if l.rule != nil {
		left := maxRuleTerms
		return !d.holdsRule(l.rule, &left)
	}
	if len(l.refs) == 0 {
		return false
	}
	on, off := 0, 0
	for _, r := range l.refs {
		if d.off[r] != d.allOff {
			off++
		} else {
			on++
		}
	}
	switch l.policy {
	case "AllOn":
		return off > 0
	case "AnyOff":
		return off == 0
	case "AllOff":
		return on > 0
	}
	return on == 0
}

// maxRuleTerms bounds the terms of a visibility expression.
const maxRuleTerms = 1 << 10

// holdsRule reckons a visibility expression, ISO 32000-1 section 8.11.2.2.
func (d *document) holdsRule(o *operand, left *int) bool {
	if *left--; *left < 0 {
		return true
	}
	switch {
	case o.kind == opRef:
		return d.off[o.ref()] == d.allOff
	case o.kind != opArray || len(o.items) < 2:
		return true
	}
	terms := o.items[1:]
	switch string(o.items[0].str) {
	case "Not":
		return !d.holdsRule(&terms[0], left)
	case "Or":
		for i := range terms {
			if d.holdsRule(&terms[i], left) {
				return true
			}
		}
		return false
	}
	for i := range terms {
		if !d.holdsRule(&terms[i], left) {
			return false
		}
	}
	return true
}

// hidden reports whether the optional content of a name is off.
func (r *resources) hidden(d *document, name string) bool {
	if h, ok := r.layers[name]; ok {
		return h
	}
	h := false
	_ = guard("optional content", func() { h = d.isOff(d.layerOf(r.v.Key("Properties"), name)) })
	r.layers[name] = h
	return h
}

// layers reads which optional content groups are off.
func (d *document) layers() {
	cfg := d.root("Root").Key("OCProperties").Key("D")
	list := cfg.Key("OFF")
	if cfg.Key("BaseState").Name() == "OFF" {
		d.allOff = true
		list = cfg.Key("ON")
	}
	d.off = map[int]bool{}
	for i := range list.Len() {
		if r := list.refAt(i); r != 0 {
			d.off[r] = true
		}
	}
	d.viewed(cfg.Key("AS"))
}

// maxGroups bounds the optional content groups that are looked at.
const maxGroups = 1 << 12

// viewed takes over the state that groups have when they are viewed, where
// the configuration has it set so: ISO 32000-1, section 8.11.4.5.
func (d *document) viewed(as value) {
	left := maxGroups
	for i := 0; i < min(as.Len(), 64); i++ {
		if u := as.Index(i); u.Key("Event").Name() == "View" && named(u.Key("Category"), "View") {
			groups := u.Key("OCGs")
			for k := range groups.Len() {
				if left--; left < 0 {
					return
				}
				r := groups.refAt(k)
				switch groups.Index(k).Key("Usage").Key("View").Key("ViewState").Name() {
				case "OFF":
					d.off[r] = !d.allOff
				case "ON":
					d.off[r] = d.allOff
				}
			}
		}
	}
}

// named reports whether an array has a name.
func named(v value, name string) bool {
	for i := 0; i < min(v.Len(), 16); i++ {
		if v.Index(i).Name() == name {
			return true
		}
	}
	return false
}
