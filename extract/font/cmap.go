package font

import (
	"cmp"
	"slices"
	"sort"
)

// Bounds on what one CMap may define. The largest real ones, those of whole
// East Asian collections, have about 20,000 entries.
const (
	maxCMapEntries = 1 << 17
	maxCMapDepth   = 4   // of usecmap
	maxTarget      = 512 // bytes of a destination string
)

// CMap maps codes to text (a ToUnicode map) or to CIDs (an encoding), or both.
type CMap struct {
	Vertical bool // WMode 1

	spaces []codespace
	chars  []charText // by code, once they are sorted
	texts  []string   // of those that map to no single character
	mixed  bool       // chars is out of order
	ranges []textRange
	spans  []span // what each range is good for, where there are many
	cids   []cidRange
	parent *CMap
}

type codespace struct {
	lo, hi uint32
	n      int // bytes of a code
}

// charText is the text of one code: a character, or, below 0, one of texts.
type charText struct {
	code uint32
	one  rune
}

type textRange struct {
	lo, hi uint32
	one    rune     // of lo; grows with the code
	text   []rune   // the same where there are several; the last one grows
	list   []string // or one text a code
}

type cidRange struct {
	lo, hi, cid uint32
	n           int
}

// Identity is the CMap of Identity-H and Identity-V.
func Identity(vertical bool) *CMap {
	return &CMap{
		Vertical: vertical,
		spaces:   []codespace{{0, 0xFFFF, 2}},
		cids:     []cidRange{{0, 0xFFFF, 0, 2}},
	}
}

// ParseCMap reads a CMap, leniently: what cannot be understood is passed
// over. use returns the CMap of a name for the usecmap operator; it may be
// nil.
func ParseCMap(data []byte, use func(name string) *CMap) *CMap {
	c := &CMap{}
	l := psLexer{data: data}
	var prev psToken
	entries := 0
	for {
		t := l.next()
		if t.kind == psEnd {
			break
		}
		if t.kind == psKeyword {
			switch string(t.text) {
			case "usecmap":
				if prev.kind == psName && use != nil && c.parent == nil {
					c.parent = use(string(prev.text))
				}
			case "begincodespacerange":
				c.codespaces(&l)
			case "beginbfchar":
				c.chars = slices.Grow(c.chars, announced(prev))
				c.bfchars(&l, &entries)
			case "beginbfrange":
				c.ranges = slices.Grow(c.ranges, announced(prev))
				c.bfranges(&l, &entries)
			case "begincidchar":
				c.cidEntries(&l, &entries, false)
			case "begincidrange":
				c.cidEntries(&l, &entries, true)
			}
		}
		if t.kind == psNumber && prev.kind == psName && string(prev.text) == "WMode" {
			c.Vertical = t.num == 1
		}
		prev = t
	}
	sort.SliceStable(c.cids, func(i, j int) bool { return c.cids[i].lo < c.cids[j].lo })
	return c
}

func (c *CMap) empty() bool { return len(c.chars) == 0 && len(c.ranges) == 0 }

// Text returns what a code maps to, as it stands in the map.
func (c *CMap) Text(code uint32) (string, bool) {
	for depth := 0; c != nil && depth < maxCMapDepth; depth++ {
		if s, ok := c.char(code); ok {
			return s, true
		}
		if r := c.rangeOf(code); r != nil {
			n := code - r.lo
			switch {
			case r.list != nil:
				return r.list[n], true
			case r.text == nil:
				return oneRune(r.one + rune(n&0xFFFF)), true
			}
			out := append([]rune(nil), r.text...)
			out[len(out)-1] += rune(n & 0xFFFF)
			return string(out), true
		}
		c = c.parent
	}
	return "", false
}

// setChar sets the text of a code, in place of an earlier one.
func (c *CMap) setChar(code uint32, one rune) {
	if n := len(c.chars); n > 0 && code <= c.chars[n-1].code {
		c.mixed = true
	}
	c.chars = append(c.chars, charText{code, one})
}

// char returns the text that a code has by itself.
func (c *CMap) char(code uint32) (string, bool) {
	if c.mixed {
		c.mixed = false
		slices.SortStableFunc(c.chars, func(a, b charText) int { return cmp.Compare(a.code, b.code) })
	}
	// The last of several holds.
	i := sort.Search(len(c.chars), func(i int) bool { return c.chars[i].code > code }) - 1
	if i < 0 || c.chars[i].code != code {
		return "", false
	}
	one := c.chars[i].one
	if one < 0 {
		return c.texts[-one-1], true
	}
	return oneRune(one), true
}

// fewRanges is how many ranges are looked through one by one.
const fewRanges = 64

// rangeOf returns the last range that holds a code, nil where none does.
func (c *CMap) rangeOf(code uint32) *textRange {
	if len(c.ranges) <= fewRanges {
		for i := len(c.ranges) - 1; i >= 0; i-- {
			if r := &c.ranges[i]; code >= r.lo && code <= r.hi {
				return r
			}
		}
		return nil
	}
	if c.spans == nil {
		c.spans = spans(len(c.ranges), func(i int) (uint32, uint32) { return c.ranges[i].lo, c.ranges[i].hi })
	}
	if i := find(c.spans, code); i >= 0 {
		return &c.ranges[i]
	}
	return nil
}

// CID returns the character identifier of a code of n bytes.
func (c *CMap) CID(code uint32, n int) (uint32, bool) {
	for depth := 0; c != nil && depth < maxCMapDepth; depth++ {
		i := sort.Search(len(c.cids), func(i int) bool { return c.cids[i].lo > code })
		for j := i - 1; j >= 0 && j >= i-8; j-- {
			if r := c.cids[j]; r.n == n && code <= r.hi {
				return r.cid + code - r.lo, true
			}
		}
		c = c.parent
	}
	return 0, false
}

// next takes the first code off s: the shortest one that lies in a codespace
// byte by byte, else as many bytes as the shortest codespace has.
func (c *CMap) next(s []byte) (code uint32, n int) {
	least := 0
	for n = 1; n <= 4 && n <= len(s); n++ {
		code = code<<8 | uint32(s[n-1])
		for m, depth := c, 0; m != nil && depth < maxCMapDepth; m, depth = m.parent, depth+1 {
			for _, sp := range m.spaces {
				if least == 0 || sp.n < least {
					least = sp.n
				}
				if sp.n == n && inSpace(code, sp) {
					return code, n
				}
			}
		}
	}
	if least == 0 {
		least = 2
	}
	least = min(least, len(s))
	return number(s[:least]), least
}

func inSpace(code uint32, sp codespace) bool {
	for shift := 0; shift < 8*sp.n; shift += 8 {
		b, lo, hi := code>>shift&0xFF, sp.lo>>shift&0xFF, sp.hi>>shift&0xFF
		if b < lo || b > hi {
			return false
		}
	}
	return true
}
