package rubric

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pique/extract"
)

// Part is one of the documents of a candidate who handed in several.
type Part struct {
	File   string   `json:"file"`
	SHA256 string   `json:"sha256"`
	Status string   `json:"status"`
	Pages  int      `json:"pages"`
	Score  float64  `json:"score"`            // of this document alone
	Copies []string `json:"copies,omitempty"` // as in Candidate
}

// PersonKeys returns what the documents of a person have in common: their
// e-mail address, and name and telephone together. A document that has
// neither is a person by itself, and so is one that could not be read.
func PersonKeys(c Candidate) []string {
	var keys []string
	if mail := strings.ToLower(strings.TrimSpace(c.Email)); strings.Contains(mail, "@") {
		keys = append(keys, "mail "+mail)
	}
	const leastDigits = 8 // as many as a telephone number has that can be dialled from elsewhere
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, c.Phone)
	if name := strings.Join(bareName(c.Name), " "); name != "" && len(digits) >= leastDigits {
		// The last eight leave out the prefixes of countries and trunks.
		keys = append(keys, "name "+name+" "+digits[len(digits)-leastDigits:])
	}
	return keys
}

// SamePerson reports whether two documents are of one person: they have a key
// of [PersonKeys] in common, and not two names of which neither can be a form
// of the other. An agency or a school may put one address on the resumes of
// many.
func SamePerson(a, b Candidate) bool {
	keys := PersonKeys(b)
	return slices.ContainsFunc(PersonKeys(a), func(k string) bool { return slices.Contains(keys, k) }) && sameName(a.Name, b.Name)
}

// MaxDocuments is how many documents of one person there may be: what more
// of them have in common is the address of an agency or a school.
const MaxDocuments = 16

// Persons groups the documents of each person, by their places in the list.
// Groups stand in the order of their first document, and so do the documents
// in a group. Documents by different rubrics are apart: their scores do not
// compare.
func Persons(cs []Candidate) [][]int {
	byKey := map[string][]int{}
	of, groups := make([]int, len(cs)), make([][]int, len(cs))
	for i, c := range cs {
		of[i], groups[i] = i, []int{i}
		for _, k := range PersonKeys(c) {
			byKey[k] = append(byKey[k], i)
		}
	}
	for i, c := range cs {
		for _, k := range PersonKeys(c) {
			if len(byKey[k]) > MaxDocuments {
				continue
			}
			for _, o := range byKey[k] {
				a, b := min(of[i], of[o]), max(of[i], of[o])
				if a == b || !compatible(cs, groups[a], groups[b]) {
					continue
				}
				for _, m := range groups[b] {
					of[m] = a
				}
				groups[a], groups[b] = append(groups[a], groups[b]...), nil
			}
		}
	}
	groups = slices.DeleteFunc(groups, func(g []int) bool { return len(g) == 0 })
	for _, g := range groups {
		slices.Sort(g)
	}
	return groups
}

// compatible reports whether all documents of two groups can be of one person.
func compatible(cs []Candidate, a, b []int) bool {
	for _, i := range a {
		for _, k := range b {
			if cs[i].Rubric != cs[k].Rubric || !sameName(cs[i].Name, cs[k].Name) {
				return false
			}
		}
	}
	return true
}

// bareName are the words of a name without case, punctuation and accents.
func bareName(name string) []string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(strokes.Replace(strings.ToLower(name))))
	return strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) })
}

// strokes are the letters that have no accent apart from themselves.
var strokes = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "ħ", "h", "ı", "i", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "'", "", "’", "")

// sameName reports whether two names can be of one person: one is unknown,
// or the words of the shorter all stand in the longer, where an initial
// stands for what begins with it and two names have at least one word in
// common that is none.
func sameName(a, b string) bool {
	short, long := bareName(a), bareName(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 {
		return true
	}
	whole := false
	for _, w := range short {
		i := slices.IndexFunc(long, func(l string) bool {
			return l == w || initialOf(w, l) || initialOf(l, w)
		})
		if i < 0 {
			return false
		}
		whole = whole || long[i] == w && len([]rune(w)) > 1
		long = slices.Delete(slices.Clone(long), i, i+1)
	}
	return whole
}

// initialOf reports whether a is one letter with which b begins.
func initialOf(a, b string) bool { return len([]rune(a)) == 1 && strings.HasPrefix(b, a) }

// Join makes one candidate of several documents of a person, all scored by
// this rubric: of each signal the best level, and the quotes of all, each
// with its file. File, hash and name are those of the document with the most
// points, of equals the first by file. One document is returned as it is.
func (r *Rubric) Join(docs []Candidate) Candidate {
	if len(docs) == 1 {
		return docs[0]
	}
	docs = slices.Clone(docs)
	slices.SortStableFunc(docs, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.File, b.File), cmp.Compare(a.SHA256, b.SHA256))
	})
	c := docs[0]
	c.Copies, c.Pages, c.Documents = nil, 0, nil
	c.Links, c.Hidden, c.Signals = []string{}, []extract.Hidden{}, []Signal{}
	var reasons []string
	for _, d := range docs {
		c.Documents = append(c.Documents, Part{d.File, d.SHA256, d.Status, d.Pages, d.Score, d.Copies})
		c.Pages += d.Pages
		c.Name, c.Email, c.Phone = cmp.Or(c.Name, d.Name), cmp.Or(c.Email, d.Email), cmp.Or(c.Phone, d.Phone)
		for _, l := range d.Links {
			if !slices.Contains(c.Links, l) {
				c.Links = append(c.Links, l)
			}
		}
		for _, h := range d.Hidden {
			h.File = d.File
			c.Hidden = append(c.Hidden, h)
		}
		if d.Status != string(extract.OK) {
			c.Status = d.Status
			reasons = append(reasons, d.File+": "+d.Reason)
		}
	}
	c.Reason = strings.Join(reasons, "; ")
	total := 0.0
	for _, s := range r.signals {
		if sig, ok := joined(s.id, docs); ok {
			total += sig.Points
			c.Signals = append(c.Signals, sig)
		}
	}
	c.Score = math.Round(total*10) / 10
	c.Kind = r.kindOf(c.Signals)
	return c
}

// joined is a signal as several documents show it.
func joined(id string, docs []Candidate) (best Signal, ok bool) {
	var evidence []Evidence
	for _, d := range docs {
		i := slices.IndexFunc(d.Signals, func(s Signal) bool { return s.ID == id })
		if i < 0 {
			continue
		}
		s := d.Signals[i]
		for _, e := range s.Evidence {
			if !slices.ContainsFunc(evidence, func(o Evidence) bool { return o.Quote == e.Quote && o.Level >= e.Level }) {
				e.File = d.File
				evidence = append(evidence, e)
			}
		}
		if !ok || s.Level > best.Level {
			best, ok = s, true
		}
	}
	slices.SortStableFunc(evidence, func(a, b Evidence) int { return cmp.Compare(b.Level, a.Level) })
	best.Evidence = evidence[:min(len(evidence), maxEvidence)]
	return best, ok
}
