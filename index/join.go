package index

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"pique/rubric"
)

// The documents of one person are rows, and beside them stands a row for all
// of them together, joined: it has the text, the places and the best signals
// of each. A search looks at either, the joined row and whoever has one
// document, or all documents by themselves ([Options].Split). Joined rows are
// made anew with each flush that changes one of their documents, in the same
// step, so that neither can be seen without the other.

// fieldView holds what a row is to a search, where it is more than itself.
const (
	fieldView  = "view"
	viewPart   = "part"   // its person has a joined row
	viewJoined = "joined" // the row is one
)

// joinedPrefix begins the keys of joined rows: no hash does.
const joinedPrefix = "joined-"

// view returns the term of a row in fieldView.
func (s *stored) view() string {
	switch {
	case len(s.Members) > 0:
		return viewJoined
	case s.Part != "":
		return viewPart
	}
	return ""
}

// key is under what a row is kept.
func (s *stored) key() string {
	if len(s.Members) > 0 {
		return joinedKey(s.Members)
	}
	return s.Candidate.SHA256
}

// joinedKey is the key of the joined row of some documents.
func joinedKey(members []string) string {
	sum := sha256.Sum256([]byte(strings.Join(slices.Sorted(slices.Values(members)), " ")))
	return joinedPrefix + hex.EncodeToString(sum[:16])
}

func isJoined(key string) bool { return strings.HasPrefix(key, joinedPrefix) }

// hidden is the view that a search does not look at.
func (x *Index) hidden() string {
	if x.split {
		return viewJoined
	}
	return viewPart
}

// people is what a writer knows of whose documents there are.
type people struct {
	byKey   map[string][]string // hashes of the documents that have a key of rubric.PersonKeys
	crowded map[string]bool     // keys that so many have that they are nobody's own; not in byKey
	part    map[string]string   // hash -> key of its joined row
	touched map[string]bool     // hashes of documents that were changed since the last flush
}

// personOf returns the keys of a person in a row, one a line; none for a
// joined row, whose documents have them.
func personOf(r *row) string {
	if len(r.Members) > 0 {
		return ""
	}
	return strings.Join(rubric.PersonKeys(r.Candidate), "\n")
}

// know reads whose documents there are, once.
func (x *Index) know() error {
	if x.people.byKey != nil {
		return nil
	}
	p := people{byKey: map[string][]string{}, crowded: map[string]bool{}, part: map[string]string{}, touched: map[string]bool{}}
	err := x.with("list people", func() error {
		for s, n := range x.rows() {
			id := idOf(s.rows.text(partKeys, n))
			if isJoined(id) {
				r, err := x.read(s, n, false)
				if err != nil {
					return err
				}
				for _, m := range r.Members {
					p.part[m] = id
				}
				continue
			}
			for k := range strings.SplitSeq(string(s.rows.text(partPersons, n)), "\n") {
				if k != "" {
					p.has(k, id)
				}
			}
		}
		return nil
	})
	if err == nil {
		x.people = p
	}
	return err
}

// has notes that a document has a key. What is crowded stays so until the
// index is opened again.
func (p *people) has(key, id string) {
	const most = 4 * rubric.MaxDocuments
	switch {
	case p.crowded[key]:
	case len(p.byKey[key]) >= most:
		p.crowded[key] = true
		delete(p.byKey, key)
	default:
		p.byKey[key] = append(p.byKey[key], id)
	}
}

// touch notes that a document takes the place of what was kept under its
// hash; nil where it goes.
func (x *Index) touch(id string, r *row) error {
	if err := x.know(); err != nil {
		return err
	}
	keys, err := x.keysOf(id)
	if err != nil {
		return err
	}
	for _, k := range keys {
		x.people.byKey[k] = slices.DeleteFunc(x.people.byKey[k], func(o string) bool { return o == id })
		for _, o := range x.people.byKey[k] {
			x.people.touched[o] = true
		}
	}
	if r != nil {
		for _, k := range rubric.PersonKeys(r.Candidate) {
			x.people.has(k, id)
			for _, o := range x.people.byKey[k] {
				x.people.touched[o] = true // it may be one too many
			}
		}
	}
	x.people.touched[id] = true
	return nil
}

// keysOf returns the keys of a person in what is kept under a hash.
func (x *Index) keysOf(id string) (keys []string, err error) {
	if r, ok := x.pending.rows[id]; ok {
		if r == nil {
			return nil, nil
		}
		return rubric.PersonKeys(r.Candidate), nil
	}
	err = x.with("look up", func() error {
		if s, n, ok := x.lookup(id); ok {
			if text := string(s.rows.text(partPersons, n)); text != "" {
				keys = strings.Split(text, "\n")
			}
		}
		return nil
	})
	return keys, err
}

// regroup makes the joined rows of all whose documents were changed.
func (x *Index) regroup() error {
	if len(x.people.touched) == 0 {
		return nil
	}
	ids, err := x.relatives()
	if err != nil {
		return err
	}
	clear(x.people.touched)
	rows := map[string]*row{}
	var docs []*row
	for _, id := range ids {
		if key := x.people.part[id]; key != "" { // of before
			delete(x.people.part, id)
			x.note(key, nil)
		}
		r, err := x.known(id, true)
		if err != nil {
			return err
		}
		if r != nil {
			rows[id] = r
			docs = append(docs, r)
		}
	}
	part := map[string]string{}
	for _, group := range x.persons(docs) {
		joined := x.joined(group)
		for _, m := range joined.Members {
			part[m] = joined.key()
			x.people.part[m] = joined.key()
		}
		x.note(joined.key(), joined)
	}
	for _, id := range ids {
		if r := rows[id]; r != nil && r.Part != part[id] {
			changed := *r
			changed.Part = part[id]
			x.note(id, &changed)
		}
	}
	return nil
}

// relatives returns the hashes of the changed documents and of all that can
// be of the same people, sorted.
func (x *Index) relatives() ([]string, error) {
	seen := map[string]bool{}
	var queue, out []string
	add := func(id string) {
		if !seen[id] {
			seen[id] = true
			queue = append(queue, id)
		}
	}
	// A document that goes leaves those behind that it was joined to.
	left := map[string]bool{}
	for id := range x.people.touched {
		add(id)
		if key := x.people.part[id]; key != "" {
			left[key] = true
		}
	}
	for id, key := range x.people.part {
		if left[key] {
			add(id)
		}
	}
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		out = append(out, id)
		keys, err := x.keysOf(id)
		if err != nil {
			return nil, err
		}
		for _, k := range keys {
			if len(x.people.byKey[k]) > rubric.MaxDocuments {
				continue
			}
			for _, o := range x.people.byKey[k] {
				add(o)
				if key := x.people.part[o]; key != "" && !left[key] {
					left[key] = true
					for m, of := range x.people.part {
						if of == key {
							add(m)
						}
					}
				}
			}
		}
	}
	slices.Sort(out)
	return out, nil
}

// persons groups documents of two and more of one person that were scored by
// the rubric of the writer.
func (x *Index) persons(docs []*row) [][]*row {
	if x.join == nil {
		return nil
	}
	docs = slices.DeleteFunc(docs, func(r *row) bool { return r.Digest != x.digest || r.Candidate.Status == "unreadable" })
	cs := make([]rubric.Candidate, len(docs))
	for i, r := range docs {
		cs[i] = r.Candidate
	}
	var out [][]*row
	for _, g := range rubric.Persons(cs) {
		if len(g) < 2 {
			continue
		}
		group := make([]*row, len(g))
		for i, n := range g {
			group[i] = docs[n]
		}
		out = append(out, group)
	}
	return out
}

// joined makes one row of the documents of a person.
func (x *Index) joined(docs []*row) *row {
	byHash := map[string]*row{}
	cs := make([]rubric.Candidate, len(docs))
	for i, r := range docs {
		byHash[r.Candidate.SHA256] = r
		cs[i] = withCopies(r)
	}
	out := &row{}
	out.Candidate, out.Digest, out.Extractor = x.join(cs), docs[0].Digest, docs[0].Extractor
	for _, d := range out.Candidate.Documents {
		r := byHash[d.SHA256]
		out.Members = append(out.Members, d.SHA256)
		out.Lengths = append(out.Lengths, len(r.text))
		out.Places = append(out.Places, r.Places...)
		out.text = append(out.text, r.text...)
		for _, o := range r.Organisations {
			if !slices.Contains(out.Organisations, o) {
				out.Organisations = append(out.Organisations, o)
			}
		}
	}
	return out
}

// withCopies returns the candidate of a row with the other files in which its
// content lies: as they were named, or whole where that is not enough.
func withCopies(r *row) rubric.Candidate {
	c := r.Candidate
	if len(r.Members) > 0 {
		return c
	}
	c.Copies = nil
	for _, p := range r.Places[min(len(r.Places), 1):] {
		if p.File == c.File {
			c.Copies = append(c.Copies, p.Path)
		} else {
			c.Copies = append(c.Copies, p.File)
		}
	}
	return c
}

// fileOf returns the document in which passage i of a joined row stands; ""
// for any other row.
func (r *row) fileOf(i int) string {
	for k, n := range r.Lengths {
		if i < n && k < len(r.Candidate.Documents) {
			return r.Candidate.Documents[k].File
		}
		i -= n
	}
	return ""
}

// whole returns the row that stands for one that a reference led to: the
// joined one, unless the documents are to be apart.
func (x *Index) whole(id string) (*row, error) {
	r, err := x.known(id, false)
	if err != nil || r == nil {
		return nil, err
	}
	if x.split || r.Part == "" {
		return r, nil
	}
	joined, err := x.known(r.Part, false)
	if err != nil {
		return nil, err
	}
	return cmp.Or(joined, r), nil
}
