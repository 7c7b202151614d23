package phrase

import (
	"fmt"
	"sync"
)

// Book holds the words and lists that phrases are made of.
type Book struct {
	forms    map[string][]int32 // form -> words
	prefixes map[string][]int32 // beginning -> words
	suffixes map[string][]int32 // ending -> words
	words    map[string]int32   // as written -> word
	lists    map[string]int32
	entries  []Set            // by list
	quants   map[string]int32 // class of quantity -> number
	patterns []*Pattern

	sealed sync.Once // by the first line
	index  index
}

// usualForms is about how many forms the words of a rubric have.
const usualForms = 6000

// NewBook returns an empty book. Quants are the classes of quantity that
// phrases may name, as "time" for <time>.
func NewBook(quants ...string) *Book {
	b := &Book{
		forms: make(map[string][]int32, usualForms), prefixes: map[string][]int32{}, suffixes: map[string][]int32{}, words: map[string]int32{},
		lists: map[string]int32{}, quants: map[string]int32{},
	}
	for _, q := range quants {
		if _, ok := b.quants[q]; !ok {
			b.quants[q] = int32(len(b.quants))
		}
	}
	return b
}

// Declare makes a list known by name, empty, so that phrases may use it
// before Add fills it.
func (b *Book) Declare(name string) {
	if _, ok := b.lists[name]; !ok {
		b.lists[name] = int32(len(b.entries))
		b.entries = append(b.entries, Set{})
	}
}

// Add puts a phrase on a declared list. A phrase of a list must not use a
// list itself.
func (b *Book) Add(listName, src string) error {
	id, ok := b.lists[listName]
	if !ok {
		return &Error{1, fmt.Sprintf("no word list %q", listName)}
	}
	p, err := b.Compile(src)
	if err != nil {
		return err
	}
	if p.usesList() {
		return &Error{1, "a word list cannot use another list"}
	}
	b.entries[id].Add(p)
	return nil
}

// wildness tells which words a word stands for.
type wildness uint8

const (
	inflected wildness = iota // all its forms
	exact                     // =pruned
	prefixed                  // yolo*
	suffixed                  // *praktikum
)

// key is the word as it is written in a phrase.
func (w wildness) key(text string) string {
	switch w {
	case exact:
		return "=" + text
	case prefixed:
		return text + "*"
	case suffixed:
		return "*" + text
	}
	return text
}

// word returns the number of a word, made on first use.
func (b *Book) word(text string, wild wildness) int32 {
	key := wild.key(text)
	if id, ok := b.words[key]; ok {
		return id
	}
	id := int32(len(b.words))
	b.words[key] = id
	own := []int32{id} // shared by all forms that no other word has
	add := func(to map[string][]int32, form string) {
		if ids, ok := to[form]; ok {
			to[form] = append(ids[:len(ids):len(ids)], id)
			return
		}
		to[form] = own
	}
	switch wild {
	case prefixed:
		add(b.prefixes, text)
	case suffixed:
		add(b.suffixes, text)
	case exact:
		add(b.forms, text)
	default:
		for _, f := range Forms(text) {
			add(b.forms, f)
		}
	}
	return id
}
