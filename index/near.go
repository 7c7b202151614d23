package index

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
	"strings"
)

// A dictionary holds stems, to which no word that is mistyped is near. So
// each segment also lists the words of its documents as they are spelt, with
// the number of rows that have them.

// forms counts the spellings in rows that become a segment.
type forms struct {
	counts map[string]int
	last   map[string]int // the row that was counted last, and one
}

func newForms() *forms { return &forms{counts: map[string]int{}, last: map[string]int{}} }

// spelt reports whether a word is one that can be mistyped: three letters or
// more, and nothing else.
func spelt(s string) bool {
	return 3 <= len(s) && len(s) <= 24 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

// add counts the words of a row by so much, each once; rows are numbered.
func (f *forms) add(row int, r *row, by int) {
	for _, t := range textsOf(r) {
		if ofBody(t.section) {
			f.addWords(row, t.cut.of(t.text), by)
		}
	}
}

func (f *forms) addWords(row int, list []word, by int) {
	for _, w := range list {
		if spelt(w.form) && f.last[w.form] != row+1 {
			f.last[w.form] = row + 1
			f.counts[w.form] += by
		}
	}
}

// addAll takes over the counts of a segment without its rows that are gone.
func (f *forms) addAll(s *segment, u *unpacker) error {
	for i := range uint32(s.rows.texts(partForms)) {
		f.counts[string(s.rows.text(partForms, i))] += int(s.rows.uint32(partFormCounts, i))
	}
	if s.gone == nil {
		return nil
	}
	clear(f.last)
	for it := s.gone.Iterator(); it.HasNext(); {
		n := it.Next()
		r := &row{}
		if err := u.unpack(s.rows.span(partBlobs, partBlobEnds, n), r, true); err != nil {
			return err
		}
		f.add(int(n), r, -1)
	}
	return nil
}

func (f *forms) write(w *rowWriter) error {
	words := make([]string, 0, len(f.counts))
	for s, n := range f.counts {
		if n > 0 {
			words = append(words, s)
		}
	}
	slices.Sort(words)
	counts := make([]uint32, len(words))
	for i, s := range words {
		counts[i] = uint32(f.counts[s])
	}
	if err := w.texts(partForms, words); err != nil {
		return err
	}
	return w.uint32s(partFormCounts, counts)
}

// Near is a word that documents have, and how far it is from one that was
// typed.
type Near struct {
	Word  string // folded, as it is spelt
	Edits int    // letters to add, leave out, change, or swap with the next
	Rows  int    // candidates who have it; those dropped lately may be among them
}

// maxEdits is how many edits a word of so many letters may be away: one for
// a short word, two for others; none where that would make another word.
func maxEdits(letters int) int {
	switch {
	case letters < 4:
		return 0
	case letters < 8:
		return 1
	}
	return 2
}

// Near returns the words of all documents that are near to one that was
// typed: the fewest edits first, then the most candidates; at most so many.
// The word itself is among them where documents have it. A word of less than
// four letters has no other near it, one of less than eight one edit away,
// and a longer one two.
func (x *Index) Near(typed string, most int) ([]Near, error) {
	if err := x.settle(); err != nil {
		return nil, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	typed = fold(strings.TrimSpace(typed))
	if len(typed) > maxWord || typed == "" {
		return nil, nil
	}
	rows := map[string]*Near{}
	var list []*Near
	err := x.with("look for near words", func() error {
		for _, s := range x.segments {
			s.rows.near(typed, maxEdits(len(typed)), func(i uint32, edits int) {
				w := string(s.rows.text(partForms, i))
				if rows[w] == nil {
					rows[w] = &Near{Word: w, Edits: edits}
					list = append(list, rows[w])
				}
				rows[w].Rows += int(s.rows.uint32(partFormCounts, i))
			})
		}
		return nil
	})
	slices.SortFunc(list, func(a, b *Near) int {
		return cmp.Or(cmp.Compare(a.Edits, b.Edits), cmp.Compare(b.Rows, a.Rows), strings.Compare(a.Word, b.Word))
	})
	out := make([]Near, 0, min(len(list), most))
	for _, n := range list[:min(len(list), max(most, 0))] {
		out = append(out, *n)
	}
	return out, err
}

// spellings lists words of documents that begin so, as they are spelt and
// folded, sorted, up to a number of them. The lock must be held.
func (x *Index) spellings(prefix string, most int) (out []string, err error) {
	err = x.with("list words", func() error {
		for _, s := range x.segments {
			n := s.rows.texts(partForms)
			i := sort.Search(n, func(i int) bool { return string(s.rows.text(partForms, uint32(i))) >= prefix })
			for k := i; k < n && k-i < most; k++ {
				w := s.rows.text(partForms, uint32(k))
				if !bytes.HasPrefix(w, []byte(prefix)) {
					break
				}
				out = append(out, string(w))
			}
		}
		return nil
	})
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), most)], err
}

// near yields the spellings within so many edits. The list is walked as a
// tree: words that begin alike share the work on their beginning, and where
// that is too far already, all of them are passed over.
func (r *rowFile) near(typed string, edits int, yield func(i uint32, edits int)) {
	n := r.texts(partForms)
	width := len(typed) + 1
	// table[k] is the distance of the first k letters of the word at hand
	// from each beginning of what was typed.
	table := make([][]int, maxWord+2)
	for k := range table {
		table[k] = make([]int, width)
	}
	for j := range width {
		table[0][j] = j
	}
	var before []byte
	for i := 0; i < n; {
		w := r.text(partForms, uint32(i))
		if len(w) > maxWord {
			i++
			continue
		}
		k := 0
		for k < len(before) && k < len(w) && before[k] == w[k] {
			k++
		}
		far := 0 // how much of the word is too far already
		for ; k < len(w); k++ {
			if nearest := editRow(table, w, typed, k+1); nearest > edits {
				far = k + 1
				break
			}
		}
		if far > 0 {
			before = append(before[:0], w[:far]...)
			begin := string(w[:far])
			end := after(begin)
			// The next that begins otherwise is mostly close by.
			step := 1
			for i+step < n && string(r.text(partForms, uint32(i+step))) < end {
				i += step
				step *= 2
			}
			i += 1 + sort.Search(min(step, n-i)-1, func(j int) bool { return string(r.text(partForms, uint32(i+1+j))) >= end })
			before = before[:far-1] // the row of the last letter is of no use: what follows has another
			continue
		}
		if d := table[len(w)][width-1]; d <= edits {
			yield(uint32(i), d)
		}
		before = append(before[:0], w...)
		i++
	}
}

// editRow fills row k of the table and returns the least that any word which
// begins so can be away.
func editRow(table [][]int, w []byte, typed string, k int) int {
	row, above := table[k], table[k-1]
	row[0] = k
	least := k
	for j := 1; j <= len(typed); j++ {
		cost := 1
		if w[k-1] == typed[j-1] {
			cost = 0
		}
		d := min(above[j]+1, row[j-1]+1, above[j-1]+cost)
		if k > 1 && j > 1 && w[k-1] == typed[j-2] && w[k-2] == typed[j-1] {
			d = min(d, table[k-2][j-2]+1)
		}
		row[j] = d
		least = min(least, d)
	}
	return min(least, leastSwap(table[k-1], len(typed)))
}

// leastSwap is the least distance of the row above: a swap with the next
// letter begins there.
func leastSwap(above []int, letters int) int {
	least := above[0]
	for _, d := range above[1 : letters+1] {
		least = min(least, d)
	}
	return least + 1
}
