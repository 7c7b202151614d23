package index

import (
	"slices"
	"strings"

	"pique/index/query"
)

// phrase is words side by side, as the index has them.
type phrase struct {
	places [][]string // at each the terms that may stand there; nil where any word may
	prefix string     // of the last of them, unstemmed, where it may go on
	within string     // code of the language whose documents alone it is looked for in; "" for all
}

func (p phrase) empty() bool { return len(p.places) == 0 }

// cut makes a phrase of words as typed.
func cut(s string, prefix bool, w words) phrase {
	var p phrase
	list := w.of(s)
	for i, word := range list {
		if i > 0 {
			p.skip(word.pos - list[i-1].pos - 1)
		}
		p.places = append(p.places, []string{word.term})
	}
	if !prefix {
		return p
	}
	raw := words{}.of(s)
	if len(raw) == 0 {
		return phrase{}
	}
	last := raw[len(raw)-1]
	p.prefix = last.term
	if len(list) == 0 || list[len(list)-1].start != last.start { // a stop word that goes on
		if len(list) > 0 {
			p.skip(last.pos - list[len(list)-1].pos - 1)
		}
		p.places = append(p.places, []string{p.prefix})
	}
	return p
}

// skip adds places at which any word may stand.
func (p *phrase) skip(n int) {
	for range n {
		p.places = append(p.places, nil)
	}
}

// stems returns the terms that words beginning with the prefix can have
// although they do not begin with it: "quantiza" is in "quantization", of
// which the index has "quantiz".
func (p phrase) stems() []string {
	var out []string
	for _, ending := range []string{"", "e", "n", "on", "ion", "tion", "ation", "ng", "ing", "d", "ed", "ment", "y", "s"} {
		s := stem(p.prefix + ending)
		if s != "" && !strings.HasPrefix(s, p.prefix) && len(s) >= 3 && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// phrases returns the phrases that are meant by words as typed: these, with
// the numbers that models and devices have at their ends (yolo also finds
// YOLOv5), what is one word or two (multi-task, multitask; ResNet50,
// ResNet-50), and the forms of other languages that documents are in.
func (t *translator) phrases(n query.Text) []phrase {
	if meant, ok := t.meant[n]; ok {
		return meant
	}
	meant := t.means(n)
	if t.meant == nil {
		t.meant = map[query.Text][]phrase{}
	}
	t.meant[n] = meant
	return meant
}

func (t *translator) means(n query.Text) []phrase {
	p := cut(n.Words, n.Prefix, words{stem: true})
	if p.empty() {
		return nil
	}
	raw := words{}.of(n.Words)
	if n.Prefix {
		return []phrase{p}
	}
	out := []phrase{p}
	for i, place := range p.places {
		if len(place) > 0 {
			p.places[i] = append(place, t.numbered(place[0], i > 0)...)
		}
	}
	out = append(out, oneOrTwo(raw)...)
	for _, l := range languages() {
		if slices.Contains(t.languages(), l.code) {
			if other, ok := t.inLanguage(l, raw); ok {
				out = append(out, other)
			}
		}
	}
	return out
}

// numbered returns the terms that go on with a number, or "v" and a number:
// of a word of two letters or more, or of one that stands behind another.
func (t *translator) numbered(term string, behind bool) []string {
	if len(term) < 2 && !behind || strings.Trim(term, letters) != "" {
		return nil
	}
	const most = 64 // models of one name: of more, the number is no name
	var out []string
	for _, lead := range []string{term, term + "v"} {
		found, err := t.between(fieldWords, lead+"0", lead+":", most+1) // ":" comes after "9"
		if err != nil {
			t.fail(err)
			return nil
		}
		out = append(out, found...)
	}
	if len(out) > most {
		return nil
	}
	return out
}

const (
	letters = "abcdefghijklmnopqrstuvwxyz"
	digits  = "0123456789"
)

// oneOrTwo returns what is typed as one word as two, and the other way round,
// where both are written.
func oneOrTwo(raw []word) []phrase {
	place := func(s string) []string { return []string{stem(s)} }
	switch len(raw) {
	case 2:
		a, b := raw[0].term, raw[1].term
		if prefixed(a) || strings.Trim(a, letters) == "" && strings.Trim(b, digits) == "" {
			return []phrase{{places: [][]string{place(a + b)}}}
		}
	case 1:
		w := raw[0].term
		name := strings.TrimRight(w, digits)
		if len(name) >= 2 && len(name) < len(w) && strings.Trim(name, letters) == "" {
			return []phrase{{places: [][]string{place(name), place(w[len(name):])}}}
		}
		for _, lead := range prefixes {
			if rest, ok := strings.CutPrefix(w, lead); ok && len(rest) >= 3 && stem(rest) != "" {
				return []phrase{{places: [][]string{place(lead), place(rest)}}}
			}
		}
	}
	return nil
}

// prefixes are words that are written with a hyphen, without, or apart. Of
// two that begin alike the longer comes first.
var prefixes = strings.Fields("anti auto back cross data fine front full hyper inter intra key life low meta micro mid multi non one open over post pre real re self semi sub super time two under zero few")

func prefixed(s string) bool { return slices.Contains(prefixes, s) }

// inLanguage returns the words as they are meant in documents of a language;
// ok is false where it has no other forms of them.
func (t *translator) inLanguage(l language, raw []word) (p phrase, ok bool) {
	for i, w := range raw {
		if i > 0 {
			p.skip(w.pos - raw[i-1].pos - 1)
		}
		var terms []string
		if s := stem(w.term); s != "" {
			terms = append(terms, s)
		}
		want := stemIn(l, w.term)
		if len(want) >= 4 {
			forms, err := t.spelt(want[:4])
			if err != nil {
				t.fail(err)
				return p, false
			}
			for _, f := range forms {
				if s := stem(f); stemIn(l, f) == want && s != "" && !slices.Contains(terms, s) {
					terms = append(terms, s)
					ok = true
				}
			}
		}
		p.places = append(p.places, terms) // nil for a common word
	}
	p.within = l.code
	return p, ok
}
