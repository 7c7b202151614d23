package outline

import (
	"math"
	"sort"
	"strings"
	"unicode"

	"pique/extract/glyph"
	"pique/extract/layout"
)

// look is how a line looks, as far as headings are told apart by it.
type look struct {
	size   float64 // rounded to half a point
	bold   bool
	italic bool
	caps   bool
	ruled  bool // a rule stands under or over it
}

// near reports whether two looks are those of headings of one level.
func (a look) near(b look) bool {
	return math.Abs(a.size-b.size) <= 0.5 && a.bold == b.bold && a.italic == b.italic && a.caps == b.caps
}

// sheet knows the looks of the lines of a document.
type sheet struct {
	lines []layout.Line
	body  look    // of most of its running text
	lead  float64 // the usual free space above a line, in points
	looks []look
	facts []fact
	shout bool // most of the text is in capitals

	shaped []bool            // the line could be a heading
	kinds  []string          // of the section that its words would open
	sure   []certainty       // of that
	headed map[[2]int][]look // looks of the lines with a heading's words, by page and column
}

func newSheet(lines []layout.Line, pages []glyph.Page) *sheet {
	s := &sheet{lines: lines, looks: make([]look, len(lines)), facts: make([]fact, len(lines))}
	s.shaped, s.kinds, s.sure = make([]bool, len(lines)), make([]string, len(lines)), make([]certainty, len(lines))
	s.headed = make(map[[2]int][]look)
	rules := make(map[int][]glyph.Box)
	for _, p := range pages {
		for _, r := range p.Rules {
			// Horizontal, and longer than a dash.
			if r.Box.Width() >= 30 && r.Box.Height() <= 6 {
				rules[p.Number] = append(rules[p.Number], r.Box)
			}
		}
		b := rules[p.Number]
		sort.Slice(b, func(i, j int) bool { return b[i][1] < b[j][1] })
	}
	weight := make(map[look]int)
	capital := 0
	var leads []float64
	total := 0
	for i, l := range lines {
		k := look{
			size:   math.Round(l.Size*2) / 2,
			bold:   l.Bold,
			italic: l.Italic,
			caps:   upper(l.Text),
			ruled:  ruled(l, rules[l.Page]),
		}
		s.looks[i] = k
		if s.shaped[i] = headingShape(l); s.shaped[i] {
			s.kinds[i], s.sure[i] = kindOfFolded(l.Text, s.words(i))
			if at := [2]int{l.Page, l.Column}; s.sure[i] == certain && len(s.headed[at]) < 64 {
				s.headed[at] = append(s.headed[at], k)
			}
		}
		n := s.runes(i)
		total += n
		if k.caps {
			capital += n
		}
		if l.Kind != layout.Running && n > 0 {
			k.ruled, k.caps = false, false
			weight[k] += n
			if l.Lead > 0 {
				leads = append(leads, l.Lead)
			}
		}
	}
	s.shout = capital*2 > total
	most := -1
	for k, n := range weight {
		if n > most || n == most && less(k, s.body) {
			s.body, most = k, n
		}
	}
	if len(leads) > 0 {
		sort.Float64s(leads)
		s.lead = leads[len(leads)/2]
	}
	return s
}

// less orders looks, so that ties do not hang on the order of a map.
func less(a, b look) bool {
	if a.size != b.size {
		return a.size < b.size
	}
	if a.bold != b.bold {
		return !a.bold
	}
	if a.italic != b.italic {
		return !a.italic
	}
	return !a.caps && b.caps
}

// ruled reports whether a rule stands directly under the line, or over it.
// The rules are sorted from the top of the page.
func ruled(l layout.Line, rules []glyph.Box) bool {
	const under, over = 9, 6 // points
	i := sort.Search(len(rules), func(i int) bool { return rules[i][1] >= l.Box[1]-over })
	for ; i < len(rules) && rules[i][1] <= l.Box[3]+under; i++ {
		r := rules[i]
		if r[2] < l.Box[0] || r[0] > l.Box[2]+under {
			// A rule may also begin beside the words and run to the right.
			if r[0] > l.Box[2]+150 || r[1] < l.Box[1] || r[1] > l.Box[3] || r[0] < l.Box[0] {
				continue
			}
		}
		if r[1] >= l.Box[3]-3 || r[3] <= l.Box[1]+2 || r[0] >= l.Box[2] {
			return true
		}
	}
	return false
}

// prominence tells how much line i looks like a heading; body text has 0.
func (s *sheet) prominence(i int) float64 {
	l, k := s.lines[i], s.looks[i]
	p := 0.0
	switch {
	case s.body.size <= 0 || k.size <= 0:
	case k.size >= s.body.size*1.25:
		p += 3
	case k.size >= s.body.size*1.07:
		p += 2
	case k.size <= s.body.size*0.93:
		p--
	}
	if k.bold && !s.body.bold {
		p += 1.5
	}
	if k.caps && !s.shout {
		p += 1.5
	}
	if k.ruled {
		p += 1.5
	}
	if l.Kind == layout.Heading {
		p += 1.5
	}
	if strings.HasSuffix(l.Text, ":") || strings.HasSuffix(l.Text, ":-") {
		p += 0.5
	}
	if _, spaced := closeUp(l.Text); spaced {
		p++
	}
	if l.Lead > s.lead*1.4 && l.Lead > 2 {
		p += 0.5
	}
	if k.italic && !s.body.italic && !k.bold {
		p -= 0.5
	}
	return p
}

// headingShape reports whether a line could be a heading at all: short, and
// with nothing in it that headings do not have.
func headingShape(l layout.Line) bool {
	if l.Kind == layout.Running || l.Text == "" || len(l.Text) > 90 {
		return false
	}
	letters, digits := 0, 0
	for _, r := range l.Text {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		case r == '@':
			return false
		}
	}
	if letters < 2 || digits > 3 || strings.Contains(l.Text, "://") {
		return false
	}
	t := strings.TrimRight(l.Text, " ")
	if s, ok := strings.CutSuffix(t, ":-"); ok && s != "" {
		t = s
	}
	switch t[len(t)-1] {
	case '.', ',', ';', '!', '-':
		return false
	}
	words := wordCount(l.Text)
	if t, joined := closeUp(l.Text); joined {
		words = wordCount(t)
	}
	return words <= 8
}
