package rubric

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/rubric/claim"
)

// excerpt is what is read out of a text: all of it where it is short, else
// the sentence with what is to be kept, else as much of that as fits.
func excerpt(s string, limit int, keep ...string) string {
	if width(s) <= limit+limit/5 { // a little more is better than a cut
		return s
	}
	from, to := kept(s, limit, keep)
	if parts := claim.Sentences(s); len(keep) > 1 && !slices.ContainsFunc(parts, func(p [2]int) bool { return p[0] <= from && to <= p[1] }) {
		from, to = kept(s, limit, keep[:1]) // what shows it matters more than its number
	}
	for _, sentence := range claim.Sentences(s) {
		if sentence[0] <= from && to <= sentence[1] {
			part := strings.TrimRight(s[sentence[0]:sentence[1]], " .,;:")
			if i := strings.Index(part, " | "); i > 0 && from-sentence[0] < i && to-sentence[0] <= i && len(strings.Fields(part[:i])) >= labelWords {
				part = part[:i]
			}
			return shortened(part, limit, keep...)
		}
	}
	return shortened(s, limit, keep...)
}

// shortened cuts a text to at most limit characters (and the marks of the
// cuts) at the ends of clauses, so that what is to be kept stays in it, the
// first of it before the others.
func shortened(s string, limit int, keep ...string) string {
	if width(s) <= limit {
		return s
	}
	from, to := kept(s, limit, keep)
	cuts := clauseEnds(s)
	start := 0
	if width(s[:to]) > limit { // what is to be kept stands too far in
		start = wordStart(s, from)
		for _, c := range cuts {
			if c.next <= from && width(s[c.next:to]) <= limit {
				start = c.next
				if rest, ok := strings.CutPrefix(s[start:], "and "); ok && len(s)-len(rest) <= from {
					start = len(s) - len(rest)
				}
				break
			}
		}
	}
	end := 0
	for _, c := range cuts {
		if c.end > start && width(s[start:c.end]) <= limit && (c.end >= to || end < to) {
			end = c.end
		}
	}
	if end < to || width(s[start:end]) < limit/2 {
		end = wordEnd(s, start, limit)
	}
	out := strings.TrimRight(s[start:end], " ,;:–—-(|&")
	for end < len(s) {
		i := strings.LastIndexByte(out, ' ')
		if i < 0 || !dangling[strings.ToLower(out[i+1:])] {
			break
		}
		out = strings.TrimRight(out[:i], " ,;:–—-(|&")
	}
	if start > 0 {
		out = "… " + out
	}
	if end < len(s) {
		out += " …"
	}
	return out
}

// dangling are words that no quotation ends with.
var dangling = map[string]bool{
	"a": true, "an": true, "the": true, "of": true, "for": true, "in": true, "on": true, "at": true, "to": true, "with": true,
	"and": true, "or": true, "by": true, "from": true, "using": true, "via": true, "that": true, "which": true, "under": true,
}

// kept returns the bytes [from, to) of a text that hold as many of the texts
// to keep as fit into limit characters.
func kept(s string, limit int, keep []string) (from, to int) {
	for _, k := range keep {
		i := strings.Index(s, k)
		if i < 0 || k == "" {
			continue
		}
		first, last := i, i+len(k)
		if to > 0 {
			first, last = min(first, from), max(last, to)
		}
		if width(s[first:last]) <= limit {
			from, to = first, last
		}
	}
	return from, to
}

func width(s string) int { return utf8.RuneCountInString(s) }

// cut is a place between two clauses, in bytes.
type cut struct{ end, next int }

// clauseMark finds where a clause may end: at punctuation or a dash, or
// before a word that begins another. Groups: punctuation, word.
var clauseMark = form(`([,;:.!?])\s+|\s+[–—|-]\s+|\s+(?:while|which|using|by|with|resulting|achieving|reducing|improving|enabling|through|so that|and \w+(?:ed|ing))\s`)

// clauseEnds returns the places between clauses outside of brackets.
func clauseEnds(s string) []cut {
	var out []cut
	depth, at := 0, 0
	for _, m := range clauseMark().FindAllStringIndex(s, -1) {
		depth += strings.Count(s[at:m[0]], "(") - strings.Count(s[at:m[0]], ")")
		at = m[0]
		if depth > 0 {
			continue
		}
		c := cut{m[0], m[1]}
		switch s[m[0]] {
		case '.':
			if letters(s[:m[0]]) < 4 { // an initial or an abbreviation
				continue
			}
			c.end++
		case '!', '?':
			c.end++
		case ' ':
			if word := strings.TrimSpace(s[m[0]:m[1]]); word[0] < utf8.RuneSelf && unicode.IsLetter(rune(word[0])) {
				c.next = m[0] + 1
			}
		}
		out = append(out, c)
	}
	return out
}

// letters counts the letters at the end of a text.
func letters(s string) int {
	n := 0
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !unicode.IsLetter(r) {
			break
		}
		s = s[:len(s)-size]
		n++
	}
	return n
}

// wordStart returns the beginning of the word in which byte i stands.
func wordStart(s string, i int) int { return strings.LastIndexByte(s[:i], ' ') + 1 }

// wordEnd returns the end of the last word within limit characters.
func wordEnd(s string, start, limit int) int {
	end, n := len(s), 0
	for i := range s[start:] {
		if n == limit {
			end = start + i
			break
		}
		n++
	}
	if end == len(s) || s[end] == ' ' {
		return end
	}
	if i := strings.LastIndexByte(s[start:end], ' '); i > 0 {
		return start + i
	}
	return end
}

// acronyms are words of four letters and more that are read in capitals and
// have vowels; those without are told by that.
var acronyms = map[string]bool{
	"CUDA": true, "BERT": true, "YOLO": true, "FPGA": true, "ASIC": true, "IEEE": true, "ICML": true, "ICLR": true,
	"NASA": true, "ICRA": true, "IROS": true, "ECCV": true, "ICCV": true, "AAAI": true, "RAID": true, "SIMD": true,
	"MIMO": true, "LIDAR": true, "SLAM": true, "ROCM": true, "JSON": true, "REST": true, "CERN": true, "INRIA": true,
	"KAIST": true, "IMEC": true, "EPFL": true, "SAAS": true, "MNIST": true, "CIFAR": true, "NUMA": true, "UMAP": true,
}

// calm puts a text that is set in capitals into ordinary case: words in
// capitals keep their first, small words have none. Acronyms stay, and so
// does a single word, which may be one.
func calm(s string) string {
	upper, lower, long := 0, 0, 0
	for _, w := range strings.Fields(s) {
		if width(w) > 3 {
			long++
		}
		for _, r := range w {
			switch {
			case unicode.IsUpper(r):
				upper++
			case unicode.IsLower(r):
				lower++
			}
		}
	}
	if long < 2 || upper < 12 || upper < 4*lower {
		return s
	}
	var b strings.Builder
	first := true
	rest := s
	for rest != "" {
		i := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
		if i < 0 {
			break
		}
		b.WriteString(rest[:i])
		rest = rest[i:]
		n := strings.IndexFunc(rest, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '.'
		})
		if n < 0 {
			n = len(rest)
		}
		b.WriteString(calmWord(rest[:n], first))
		rest, first = rest[n:], false
	}
	b.WriteString(rest)
	return b.String()
}

func calmWord(w string, first bool) string {
	small := false
	switch strings.ToLower(w) {
	case "of", "and", "the", "at", "in", "for", "on", "to", "a", "an", "by", "with", "from", "de", "la", "und", "der", "die":
		if !first {
			return strings.ToLower(w)
		}
		small = true
	case "new", "our", "its":
		small = true
	}
	if !small && width(w) < 4 || acronyms[strings.ToUpper(w)] || strings.ContainsFunc(w, unicode.IsDigit) ||
		strings.Contains(strings.TrimRight(w, "."), ".") || isASCII(w) && !strings.ContainsAny(strings.ToUpper(w), "AEIOUY") {
		return w
	}
	r, size := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + strings.ToLower(w[size:])
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}
