package content

import (
	"bytes"
	"slices"
	"strconv"
)

// relay writes every object anew, so that each has its end, its strings and
// numbers are well formed, and a stream's Length is true. Objects that are a
// mere reference become what they refer to.
func (t *table) relay(at int64, out []byte) []byte {
	nums := make([]int, 0, len(t.entries))
	for n, e := range t.entries {
		if !e.free && e.stream == 0 && n > 0 && int64(e.at) < at {
			nums = append(nums, n)
		}
	}
	slices.Sort(nums)
	left := maxExpanded
	from := make(map[int]int, len(nums)) // where each object begins in the body
	for _, n := range nums {
		if _, _, after, ok := objectAt(t.body, t.entries[n].at); ok {
			from[n] = after
		}
	}
	for _, n := range nums {
		after, ok := from[n]
		for hop := 0; ok && hop < 8; hop++ {
			m, is := reference(t.body, after)
			if !is {
				break
			}
			after, ok = from[m]
		}
		if !ok || left <= 0 {
			continue
		}
		e := t.entries[n]
		start := len(out)
		t.entries[n] = entry{at: int(at) + start, gen: e.gen}
		out = strconv.AppendInt(out, int64(n), 10)
		out = append(strconv.AppendInt(append(out, ' '), int64(e.gen), 10), " obj\n"...)
		d, raw, stream := t.rawAt(after)
		if stream {
			d.items = withLength(d.items, len(raw))
		}
		out = appendOperand(out, d)
		if stream {
			out = append(out, "\nstream\n"...)
			out = append(out, raw...)
			out = append(out, "\nendstream"...)
		}
		out = append(out, "\nendobj\n"...)
		left -= len(out) - start
	}
	return out
}

// reference reads "N G R" where that is all of an object.
func reference(b []byte, at int) (int, bool) {
	i := skipSpace(b, at)
	n, i, ok := digits(b, i)
	if !ok {
		return 0, false
	}
	_, j, ok := digits(b, skipSpace(b, i))
	if !ok {
		return 0, false
	}
	j = skipSpace(b, j)
	if !bytes.HasPrefix(b[j:], []byte("R")) {
		return 0, false
	}
	return n, true
}

// withLength returns a dictionary's items with the Length given.
func withLength(items []operand, n int) []operand {
	length := operand{kind: opNumber, num: float64(n)}
	for i := 0; i+1 < len(items); i += 2 {
		if string(items[i].str) == "Length" {
			items[i+1] = length
			return items
		}
	}
	return append(items, operand{kind: opName, str: []byte("Length")}, length)
}
