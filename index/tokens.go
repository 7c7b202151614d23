package index

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"sort"
)

// The words of a row in their order lie beside its stored form, so that
// phrases, sections and frequencies are answered without bleve's positions,
// which take three times the room. A stream is a list of runs: the section
// (one byte), the length in bytes (a varint), and the codes (varints). A code
// is one of the two below or, from firstCode on, a word; the commonest words
// of a segment have the smallest codes.
const (
	codeBreak = 0 // no phrase goes on beyond it
	codeSkip  = 1 // a place that any word may take: a stop word stood there
	firstCode = 2
)

// Sections of a stream that are not of the document: what fieldName,
// fieldFile and fieldOrg index. Those of the document are numbered as in
// Sections.
const (
	runName = 64 + iota
	runFile
	runOrg
)

// ofBody reports whether a run is text of the document.
func ofBody(section byte) bool { return section < runName }

// lexicon gives codes to the words of a segment that is being built. Words
// first get numbers in the order in which they come; rank then makes codes of
// them.
type lexicon struct {
	number map[string]uint32
	words  []string
	counts []uint64
	codes  []uint32 // by number, after rank; 0 for words that are not used
}

func newLexicon() *lexicon { return &lexicon{number: map[string]uint32{}} }

// of returns the number of a word.
func (l *lexicon) of(word string) uint32 {
	n, ok := l.number[word]
	if !ok {
		n = uint32(len(l.words))
		l.number[word] = n
		l.words = append(l.words, word)
		l.counts = append(l.counts, 0)
	}
	return n
}

// rank gives the codes: the more often counted, the smaller.
func (l *lexicon) rank() {
	order := make([]uint32, 0, len(l.words))
	for n := range l.words {
		if l.counts[n] > 0 {
			order = append(order, uint32(n))
		}
	}
	slices.SortFunc(order, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(l.counts[b], l.counts[a]), cmp.Compare(l.words[a], l.words[b]))
	})
	l.codes = make([]uint32, len(l.words))
	for i, n := range order {
		l.codes[n] = uint32(i) + firstCode
	}
}

// write writes the words that are used, sorted, with their codes.
func (l *lexicon) write(w *rowWriter) error {
	var used []uint32
	for n := range l.words {
		if l.counts[n] > 0 {
			used = append(used, uint32(n))
		}
	}
	slices.SortFunc(used, func(a, b uint32) int { return cmp.Compare(l.words[a], l.words[b]) })
	words, codes := make([]string, len(used)), make([]uint32, len(used))
	for i, n := range used {
		words[i], codes[i] = l.words[n], l.codes[n]
	}
	if err := w.texts(partTerms, words); err != nil {
		return err
	}
	return w.uint32s(partCodes, codes)
}

// run is a stretch of one section in a row that is being built: numbers of
// words, or one of the two below.
type run struct {
	section byte
	words   []uint32
}

const (
	wordBreak = 1<<32 - 1
	wordSkip  = 1<<32 - 2
)

// maxSkips is how many places in a row are kept for stop words; more are a line
// end, which parts
// phrases.
const maxSkips = gap - 1

// add appends the words of a text as its own line.
func (r *run) add(l *lexicon, list []word) {
	for i, w := range list {
		if i > 0 {
			switch skipped := w.pos - list[i-1].pos - 1; {
			case skipped > maxSkips:
				r.words = append(r.words, wordBreak)
			default:
				for range skipped {
					r.words = append(r.words, wordSkip)
				}
			}
		}
		n := l.of(w.term)
		l.counts[n]++
		r.words = append(r.words, n)
	}
	r.words = append(r.words, wordBreak)
}

// appendRun encodes a run; codes come from a ranked lexicon.
func appendRun(out []byte, r run, l *lexicon, scratch []byte) (stream, again []byte) {
	scratch = scratch[:0]
	for _, n := range r.words {
		switch n {
		case wordBreak:
			scratch = append(scratch, codeBreak)
		case wordSkip:
			scratch = append(scratch, codeSkip)
		default:
			scratch = binary.AppendUvarint(scratch, uint64(l.codes[n]))
		}
	}
	out = append(out, r.section)
	out = binary.AppendUvarint(out, uint64(len(scratch)))
	return append(out, scratch...), scratch
}

// eachRun yields the runs of a stream: section and encoded codes. It ends at
// what is no run.
func eachRun(stream []byte, yield func(section byte, codes []byte) bool) {
	for len(stream) > 1 {
		n, size := binary.Uvarint(stream[1:])
		if size <= 0 || n > uint64(len(stream)-1-size) {
			return
		}
		end := 1 + size + int(n)
		if !yield(stream[0], stream[1+size:end]) {
			return
		}
		stream = stream[end:]
	}
}

// decode appends the codes of a run to a buffer.
func decode(buf []uint32, codes []byte) []uint32 {
	for i := 0; i < len(codes); {
		c := uint32(codes[i])
		i++
		if c >= 0x80 {
			c &= 0x7f
			for shift := 7; i < len(codes) && shift < 32; shift += 7 {
				b := codes[i]
				i++
				c |= uint32(b&0x7f) << shift
				if b < 0x80 {
					break
				}
			}
		}
		buf = append(buf, c)
	}
	return buf
}

// place is what may stand at one place of a phrase: any of some codes,
// sorted; none at all means whatever there is.
type place []uint32

func (p place) takes(code uint32) bool {
	switch {
	case len(p) == 0:
		return code != codeBreak
	case len(p) == 1:
		return p[0] == code
	}
	_, ok := slices.BinarySearch(p, code)
	return ok
}

// coded is a phrase in the codes of a segment.
type coded struct {
	places []place
	plain  []byte // as it stands in a stream; nil where a place has a choice
}

// encode prepares a phrase to be looked for.
func encode(places []place) coded {
	c := coded{places: places}
	for _, p := range places {
		if len(p) != 1 {
			return coded{places: places}
		}
		c.plain = binary.AppendUvarint(c.plain, uint64(p[0]))
	}
	return c
}

// occurrences counts how often a phrase stands in the runs of a section, any
// of the document where it is negative; at most so many.
func (c coded) occurrences(stream []byte, section int, most int, buf *[]uint32) int {
	if c.plain != nil {
		return plainOccurrences(stream, section, c.plain, most)
	}
	places := c.places
	found := 0
	eachRun(stream, func(s byte, codes []byte) bool {
		if section >= 0 && int(s) != section || section < 0 && !ofBody(s) {
			return true
		}
		list := decode((*buf)[:0], codes)
		*buf = list
		for i := 0; i+len(places) <= len(list); i++ {
			if !places[0].takes(list[i]) {
				continue
			}
			k := 1
			for k < len(places) && places[k].takes(list[i+k]) {
				k++
			}
			if k == len(places) {
				if found++; found >= most {
					return false
				}
			}
		}
		return true
	})
	return found
}

// plainOccurrences is occurrences of an encoded phrase. Its bytes can also
// stand where the first of them ends another code: then the byte before has
// its high bit set, and it is none.
func plainOccurrences(stream []byte, section int, phrase []byte, most int) int {
	found := 0
	eachRun(stream, func(s byte, codes []byte) bool {
		if section >= 0 && int(s) != section || section < 0 && !ofBody(s) {
			return true
		}
		for at := 0; ; {
			i := bytes.Index(codes[at:], phrase)
			if i < 0 {
				return true
			}
			if at += i; at == 0 || codes[at-1] < 0x80 {
				if found++; found >= most {
					return false
				}
			}
			at++
		}
	})
	return found
}

// code returns the code of a word in a segment, false where it has none.
func (r *rowFile) code(term string) (uint32, bool) {
	n := r.texts(partTerms)
	i := sort.Search(n, func(i int) bool { return string(r.text(partTerms, uint32(i))) >= term })
	if i == n || string(r.text(partTerms, uint32(i))) != term {
		return 0, false
	}
	return r.uint32(partCodes, uint32(i)), true
}
