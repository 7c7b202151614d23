package rubric

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"

	"go.yaml.in/yaml/v3"

	"pique/extract/outline"
	"pique/rubric/phrase"
)

// maxFile bounds a rubric file in bytes; the shipped ones have under 100,000.
const maxFile = 4 << 20

// Load reads and checks the rubric file at path. What is wrong in the file
// comes as *Faults, all of it at once.
func Load(path string) (*Rubric, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("read rubric: %w", err)
	}
	if info.IsDir() {
		return nil, fmt.Errorf("read rubric: %s is a folder", path)
	}
	if info.Size() > maxFile {
		return nil, fmt.Errorf("read rubric: %s has %d bytes (at most %d were expected)", path, info.Size(), maxFile)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read rubric: %w", err)
	}
	return Parse(path, data)
}

// sectionNames are the sections that a rubric may name.
var sectionNames = []string{
	outline.Header, outline.Experience, outline.Education, outline.Projects, outline.Publications, outline.Research,
	outline.Skills, outline.Objective, outline.Coursework, outline.Awards, outline.References, outline.Teaching,
	outline.Service, outline.Other,
}

// quantities are the classes of quantity that a rubric may name.
var quantities = []string{
	"time", "rate", "size", "params", "compute", "money", "power", "accuracy", "percent", "factor", "count", "magnitude",
	// what got better, against a baseline: shorter, more a second, smaller
	"better time", "better rate", "better size", "better params", "better compute", "better money", "better power", "better accuracy",
	// a time that shrank to less than a second, and one that each of many things takes
	"better short time", "time each",
	// so many times, and nothing told of what
	"plain factor",
	// authors, title, and where and when it appeared
	"citation",
}

// sectionSet is a set of sections: a bit for each of sectionNames, by its
// place there, and the one above for all others.
type sectionSet uint32

// sectionBit returns the set of one section.
func sectionBit(name string) sectionSet {
	if i := slices.Index(sectionNames, name); i >= 0 {
		return 1 << i
	}
	return 1 << len(sectionNames)
}

// sectionsOf returns the sections in which something counts: those named or,
// where none is, all but never.
func sectionsOf(in, never []string) sectionSet {
	var yes, no sectionSet
	for _, name := range in {
		yes |= sectionBit(name)
	}
	if yes != 0 {
		return yes
	}
	for _, name := range never {
		no |= sectionBit(name)
	}
	return ^no
}

// isID reports whether a text is small letters, digits and single hyphens
// between them, and begins with a letter.
func isID(s string) bool {
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9' && i > 0:
		case c == '-' && i > 0 && i < len(s)-1 && s[i-1] != '-':
		default:
			return false
		}
	}
	return s != ""
}

// Parse reads and checks a rubric. Name is what faults call the file.
func Parse(name string, data []byte) (*Rubric, error) { return parse(name, data, false) }

// ParseTested does the same with a rubric for which a test calls Parse. It
// does not look for protected traits once more, which takes half of the time.
func ParseTested(name string, data []byte) (*Rubric, error) { return parse(name, data, true) }

func parse(name string, data []byte, tested bool) (*Rubric, error) {
	l := &loader{tested: tested, reader: reader{file: name}, ids: map[string]bool{}, places: map[*phrase.Pattern]spot{}}
	text, faults := plainText(name, data)
	if len(faults) > 0 {
		return nil, &Faults{faults}
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, &Faults{syntaxFaults(name, text, err)}
	}
	if len(doc.Content) == 0 {
		return nil, &Faults{[]Fault{{name, 1, 1, "the file is empty (a rubric was expected; pique rubric new FILE writes one to begin with)"}}}
	}
	r := l.rubric(doc.Content[0])
	sum := sha256.Sum256(fmt.Appendf(nil, "%d\n%s", MatcherVersion, data))
	r.digest = hex.EncodeToString(sum[:])
	if len(l.faults.List) > 0 {
		l.faults.sort()
		return nil, &l.faults
	}
	return r, nil
}

// loader makes a Rubric of a YAML tree.
type loader struct {
	reader
	book   *phrase.Book
	ids    map[string]bool // of all signals, known before their rules are read
	places map[*phrase.Pattern]spot
	lists  []wordList
	tested bool // for protected traits
}

// spot is a place in a rubric file, line and column from 1; zero where there
// is none.
type spot struct{ line, col int }

func spotOf(n *yaml.Node) spot {
	if n == nil {
		return spot{}
	}
	return spot{n.Line, n.Column}
}

// wordList is a word list with its place.
type wordList struct {
	name    string
	at      spot
	entries *phrase.Set
}

func (l *loader) rubric(n *yaml.Node) *Rubric {
	f := l.fields(n, rubricKeys)
	l.book = phrase.NewBook(quantities...)
	r := &Rubric{
		Name: f.must("rubric"), Title: f.must("title"), About: f.text("about"),
		never: f.someOf("never in"), book: l.book,
	}
	if r.Name != "" && !isID(r.Name) {
		l.fault(f.at("rubric"), "%q is no name (small letters, digits and hyphens were expected)", r.Name)
	}
	r.factor = l.levels(f)
	l.words(f.at("words"))
	r.aside = l.phrases(f.items("set aside"))
	l.collectIDs(f.list("signals"))
	for _, s := range f.list("signals") {
		sig := l.signal(s)
		sig.counts = sectionsOf(sig.in, append(slices.Clone(r.never), sig.never...))
		r.signals = append(r.signals, sig)
	}
	if at := f.at("signals"); len(r.signals) == 0 && n.Kind == yaml.MappingNode {
		if at == nil {
			at = n
		}
		l.fault(at, "the rubric has no signals (at least one was expected under \"signals\", with what to look for)")
	}
	l.weights(r.signals)
	for _, k := range f.list("kinds") {
		r.kinds = append(r.kinds, l.kind(k))
	}
	r.sheet = l.sheet(f.at("sheet"))
	r.places, r.lists = l.places, l.lists
	l.kindIDs(r.kinds)
	l.protect(f, r)
	return r
}

// levels reads the share of a weight that each level gives. Without any, the
// shares are a quarter, a half, four fifths and all.
func (l *loader) levels(f fields) [Verifiable + 1]float64 {
	out := [...]float64{0, 0.25, 0.5, 0.8, 1}
	n := f.at("levels")
	if n == nil {
		return out
	}
	levels := l.fields(n, levelKeys)
	for i := Claimed; i <= Verifiable; i++ {
		out[i] = levels.number(levelNames[i], out[i])
		if out[i] < out[i-1] {
			l.fault(n, "%s gives less than %s (at least as much was expected)", levelNames[i], levelNames[i-1])
		}
	}
	return out
}

func (l *loader) words(n *yaml.Node) {
	pairs := l.pairs(n, "words")
	for _, p := range pairs {
		l.book.Declare(p[0].Value)
	}
	for _, p := range pairs {
		items := l.items(p[1], "words of "+p[0].Value)
		if len(items) == 0 {
			l.fault(p[0], "word list %q is empty (write its phrases, or leave it out)", p[0].Value)
		}
		for _, it := range items {
			if err := l.book.Add(p[0].Value, it.text); err != nil {
				l.phraseFault(it, err)
				continue
			}
			entries := l.book.List(p[0].Value).Patterns()
			l.places[entries[len(entries)-1]] = spotOf(it.node)
		}
		l.lists = append(l.lists, wordList{p[0].Value, spotOf(p[0]), l.book.List(p[0].Value)})
	}
}

func (l *loader) phraseFault(it item, err error) {
	var pe *phrase.Error
	if !errors.As(err, &pe) {
		l.fault(it.node, "%v", err)
		return
	}
	col := it.node.Column + pe.Col - 1
	if it.node.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		col++
	}
	l.faults.List = append(l.faults.List, Fault{l.file, it.node.Line, col, fmt.Sprintf("in %q: %s", it.text, pe.Msg)})
}

func (l *loader) phrases(items []item) phrase.Set {
	var out phrase.Set
	for _, it := range items {
		p, err := l.book.Compile(it.text)
		if err != nil {
			l.phraseFault(it, err)
			continue
		}
		l.places[p] = spotOf(it.node)
		out.Add(p)
	}
	return out
}

func (l *loader) collectIDs(signals []*yaml.Node) {
	for _, s := range signals {
		for i := 0; i+1 < len(s.Content) && s.Kind == yaml.MappingNode; i += 2 {
			if s.Content[i].Value != "id" {
				continue
			}
			id := s.Content[i+1]
			if !isID(id.Value) {
				l.fault(id, "%q is no id (small letters, digits and hyphens were expected)", id.Value)
			}
			if l.ids[id.Value] {
				l.fault(id, "signal %q stands twice (give one of them another id)", id.Value)
			}
			l.ids[id.Value] = true
		}
	}
}

func (l *loader) known() []string {
	ids := make([]string, 0, len(l.ids))
	for id := range l.ids {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

func (l *loader) level(f fields, key string, def int) int {
	name := f.oneOf(key, levelNames[def])
	return max(slices.Index(levelNames[:], name), Claimed)
}

func (l *loader) kind(n *yaml.Node) *kind {
	f := l.fields(n, kindKeys)
	return &kind{
		id: f.must("id"), title: f.must("title"), any: f.someOf("any of", l.known()...),
		from: l.level(f, "from level", Claimed), ask: l.kindAsk(f), spot: spotOf(f.at("id")),
	}
}

// kindIDs notes kinds whose name stands twice or is none.
func (l *loader) kindIDs(kinds []*kind) {
	seen := map[string]bool{}
	for _, k := range kinds {
		switch {
		case k.id == "":
		case !isID(k.id):
			l.faultAt(k.spot, "%q is no id (small letters, digits and hyphens were expected)", k.id)
		case seen[k.id]:
			l.faultAt(k.spot, "kind %q stands twice (give one of them another id)", k.id)
		}
		seen[k.id] = true
	}
}

func (l *loader) faultAt(at spot, format string, args ...any) {
	l.fault(&yaml.Node{Line: at.line, Column: at.col}, format, args...)
}

// weights makes the weights of all signals but cautions sum to 100 points:
// each is rounded to a tenth, and what is then missing goes to those that
// lost the most.
func (l *loader) weights(signals []*signal) {
	sum := 0.0
	for _, s := range signals {
		sum += s.weight
	}
	if sum == 0 {
		return
	}
	const whole = 1000 // tenths of a point
	left := whole
	lost := make([]float64, len(signals))
	order := make([]int, len(signals))
	for i, s := range signals {
		exact := s.weight / sum * whole
		tenths := math.Floor(exact + 1e-9)
		lost[i], order[i] = exact-tenths, i
		left -= int(tenths)
		s.weight = tenths / 10
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lost[b], lost[a]) })
	for _, i := range order[:min(max(left, 0), len(order))] {
		signals[i].weight = math.Round(signals[i].weight*10+1) / 10
	}
}
