package index

import (
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	bleveindex "github.com/blevesearch/bleve_index_api"
	bleve "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// columns are the tables of a file of rows while it is being made.
type columns struct {
	blobEnds, streamEnds          []uint64
	scores, lengths, editions     []uint16
	keys, names, persons, places  []string
	files                         []string // first of each row: the order of equals
	made, roots                   interner
	byScore, byName, byKey, ranks []uint32
}

// interner numbers the few texts that many rows share.
type interner struct {
	list []string
	at   map[string]int
}

func (t *interner) of(s string) int {
	if t.at == nil {
		t.at = map[string]int{}
	}
	n, ok := t.at[s]
	if !ok {
		n = len(t.list)
		t.at[s] = n
		t.list = append(t.list, s)
	}
	return n
}

// keyOf is a hash as it is stored: half as long where it is hexadecimal.
func keyOf(id string) []byte {
	if len(id) == 64 {
		if raw, err := hex.DecodeString(id); err == nil && hex.EncodeToString(raw) == id {
			return append([]byte{'h'}, raw...)
		}
	}
	return append([]byte{'s'}, id...)
}

// idOf undoes keyOf.
func idOf(key []byte) string {
	switch {
	case len(key) == 0:
		return ""
	case key[0] == 'h':
		return hex.EncodeToString(key[1:])
	}
	return string(key[1:])
}

// add appends the entries of a row.
func (c *columns) add(r *row) {
	c.scores = append(c.scores, scoreCode(&r.Candidate))
	c.keys = append(c.keys, string(keyOf(r.key())))
	c.names = append(c.names, foldText(r.Candidate.Name))
	c.persons = append(c.persons, personOf(r))
	c.editions = append(c.editions, uint16(min(c.made.of(r.edition().text()), 1<<16-1)))
	c.addPlaces(r.Places)
}

func (c *columns) addPlaces(places []Place) {
	c.places = append(c.places, encodePlaces(places, &c.roots))
	first := ""
	if len(places) > 0 {
		first = places[0].File
	}
	c.files = append(c.files, first)
}

// sort makes the orders.
func (c *columns) sort() {
	n := len(c.scores)
	order := func(less func(a, b uint32) int) []uint32 {
		list := make([]uint32, n)
		for i := range list {
			list[i] = uint32(i)
		}
		slices.SortFunc(list, less)
		return list
	}
	c.byScore = order(func(a, b uint32) int {
		return cmp.Or(cmp.Compare(c.scores[b], c.scores[a]), strings.Compare(c.files[a], c.files[b]), strings.Compare(c.keys[a], c.keys[b]))
	})
	c.ranks = make([]uint32, n)
	for i, row := range c.byScore {
		c.ranks[row] = uint32(i)
	}
	c.byName = order(func(a, b uint32) int {
		return cmp.Or(compareNames(c.names[a], c.names[b]), cmp.Compare(c.ranks[a], c.ranks[b]))
	})
	c.byKey = order(func(a, b uint32) int { return strings.Compare(c.keys[a], c.keys[b]) })
}

// compareNames puts those without a name last.
func compareNames(a, b string) int {
	if (a == "") != (b == "") {
		return strings.Compare(b, a)
	}
	return strings.Compare(a, b)
}

// write writes the tables and the words, and ends the file.
func (c *columns) write(w *rowWriter, l *lexicon, f *forms) (fileState, error) {
	c.sort()
	err := errors.Join(
		w.uint64s(partBlobEnds, c.blobEnds), w.uint64s(partStreamEnds, c.streamEnds),
		w.uint16s(partScores, c.scores), w.uint32s(partByScore, c.byScore), w.uint32s(partByName, c.byName),
		w.uint16s(partLengths, c.lengths),
		w.texts(partKeys, c.keys), w.uint32s(partByKey, c.byKey),
		w.texts(partNames, c.names), w.texts(partPersons, c.persons), w.texts(partPlaces, c.places),
		w.uint16s(partEditions, c.editions), w.texts(partMade, c.made.list), w.texts(partRoots, c.roots.list),
		l.write(w), f.write(w))
	if err != nil {
		return fileState{}, fmt.Errorf("write rows: %w", err)
	}
	return w.finish(len(c.scores))
}

// build makes a segment of rows and returns what the manifest is to know of
// it. Where it fails, it leaves nothing behind.
func build(dir, name string, rows []*row, p *packer) (info segmentInfo, err error) {
	data, inverted := segmentPaths(dir, name)
	defer func() {
		if err != nil {
			_, _ = os.Remove(data), os.Remove(inverted) // may not be there
			err = fmt.Errorf("write segment: %w", err)
		}
	}()
	w, err := createRows(data)
	if err != nil {
		return info, err
	}
	b := builder{lex: newLexicon(), forms: newForms(), memo: memo{}, runs: make([][]run, len(rows))}
	info = segmentInfo{Name: name, Rows: len(rows)}
	if info.Data, err = b.rows(w, rows, p); err != nil {
		w.abandon()
		return info, err
	}
	err = guard("write postings", func() error {
		made, _, err := (&zap.ZapPlugin{}).New(b.documents)
		if err != nil {
			return err
		}
		defer made.Close() //nolint:errcheck // lies in memory
		unpersisted, ok := made.(bleve.UnpersistedSegment)
		if !ok {
			return fmt.Errorf("segment is a %T", made)
		}
		return unpersisted.Persist(inverted)
	})
	if err == nil {
		info.Zap, err = stateOf(inverted)
	}
	return info, err
}

func stateOf(path string) (fileState, error) {
	info, err := os.Stat(path)
	if err != nil {
		return fileState{}, err
	}
	return fileState{Size: info.Size()}, nil
}

// builder makes the files of a new segment.
type builder struct {
	lex       *lexicon
	forms     *forms
	memo      memo
	runs      [][]run // by row
	documents []bleveindex.Document
	columns
}

// rows writes the file of rows, and prepares the documents for bleve.
func (b *builder) rows(w *rowWriter, rows []*row, p *packer) (fileState, error) {
	w.part(partBlobs)
	at := uint64(0)
	for i, r := range rows {
		blob, err := p.pack(r)
		if err != nil {
			return fileState{}, err
		}
		if _, err := w.Write(blob); err != nil {
			return fileState{}, err
		}
		at += uint64(len(blob))
		b.blobEnds = append(b.blobEnds, at)
		b.add(r)
		b.cut(i, r)
	}
	b.lex.rank()
	w.part(partStreams)
	at = 0
	var stream, scratch []byte
	for _, runs := range b.runs {
		stream = stream[:0]
		for _, r := range runs {
			stream, scratch = appendRun(stream, r, b.lex, scratch)
		}
		if _, err := w.Write(stream); err != nil {
			return fileState{}, err
		}
		at += uint64(len(stream))
		b.streamEnds = append(b.streamEnds, at)
	}
	return b.write(w, b.lex, b.forms)
}

// cut makes the words of a row: its runs and its document.
func (b *builder) cut(i int, r *row) {
	d := &bleveDocument{}
	length := 0
	for _, t := range textsOf(r) {
		if t.cut.stem {
			t.cut.memo = b.memo
		}
		list := t.cut.of(t.text)
		runs := b.runs[i]
		if len(runs) == 0 || runs[len(runs)-1].section != t.section {
			runs = append(runs, run{section: t.section})
		}
		runs[len(runs)-1].add(b.lex, list)
		b.runs[i] = runs
		for _, w := range list {
			d.add(t.field, w.term)
		}
		if ofBody(t.section) {
			b.forms.addWords(i, list, 1)
			length += len(list)
		}
	}
	for _, t := range termsOf(r) {
		d.add(t.field, t.term)
	}
	b.lengths = append(b.lengths, uint16(min(length, 1<<16-1)))
	b.documents = append(b.documents, d)
}

// bleveDocument is a row as bleve's segments take it: the terms of each
// field. Each counts once and has no position: how often and where words
// stand is in the token stream. Once, of a text as long as one word, is what
// takes the least room in bleve's format.
type bleveDocument struct{ fields []*bleveField }

type bleveField struct {
	name  string
	terms bleveindex.TokenFrequencies
}

func (d *bleveDocument) add(field, term string) {
	for _, f := range d.fields {
		if f.name == field {
			if f.terms[term] == nil {
				once := &bleveindex.TokenFreq{}
				once.SetFrequency(1)
				f.terms[term] = once
			}
			return
		}
	}
	d.fields = append(d.fields, &bleveField{field, bleveindex.TokenFrequencies{}})
	d.add(field, term)
}

func (d *bleveDocument) ID() string                                      { return "" }
func (d *bleveDocument) Size() int                                       { return 0 }
func (d *bleveDocument) VisitComposite(bleveindex.CompositeFieldVisitor) {}
func (d *bleveDocument) HasComposite() bool                              { return false }
func (d *bleveDocument) NumPlainTextBytes() uint64                       { return 0 }
func (d *bleveDocument) AddIDField()                                     {}
func (d *bleveDocument) StoredFieldsBytes() uint64                       { return 0 }
func (d *bleveDocument) Indexed() bool                                   { return true }

// VisitFields yields an empty id first, which bleve wants of each row.
func (d *bleveDocument) VisitFields(visit bleveindex.FieldVisitor) {
	visit(&bleveField{name: "_id"})
	for _, f := range d.fields {
		visit(f)
	}
}

func (f *bleveField) Name() string                                          { return f.name }
func (f *bleveField) Value() []byte                                         { return nil }
func (f *bleveField) ArrayPositions() []uint64                              { return nil }
func (f *bleveField) EncodedFieldType() byte                                { return 't' }
func (f *bleveField) Analyze()                                              {}
func (f *bleveField) AnalyzedLength() int                                   { return 1 }
func (f *bleveField) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.terms }
func (f *bleveField) NumPlainTextBytes() uint64                             { return 0 }

// Options tells that only the id is stored.
func (f *bleveField) Options() bleveindex.FieldIndexingOptions {
	if f.name == "_id" {
		return bleveindex.StoreField
	}
	return bleveindex.IndexField
}
