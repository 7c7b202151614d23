package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/rubric/gloss"
)

type kind uint8

const (
	word kind = iota // letters, then letters and digits
	num              // digits with their separators, or a fraction sign
	sym              // one mark, see token.sym
)

// Marks that several characters share.
const (
	arrow   = 'A' // -> → ⇒ =>
	times   = 'x' // × ✕ ✖
	dash    = '-' // hyphen, en dash, minus
	emDash  = 'M' // em dash and bar
	tilde   = '~' // ~ ≈ ∼
	less    = '<' // < ≤
	more    = '>' // > ≥
	stop    = '!' // the end of a sentence
	money   = '$' // any currency sign
	percent = '%'
	unknown = '?'
)

// token is a word, number or mark of the text.
type token struct {
	start, end int    // bytes
	low        string // in ASCII lower case
	kind       kind
	sym        byte // a mark's class; 0 for words and numbers
	space      bool // white space or the start of the text before it
	upper      bool // begins with a capital
	script     bool // of a script without spaces between words
	opaque     bool // part of a link, address or identifier
	num        int  // index of a number's value in parser.nums
}

// parser holds what is known of one line.
type parser struct {
	text  string
	low   string // text in ASCII lower case, the same length
	toks  []token
	nums  []number
	atoms []atom
	found []finding

	looked, models bool // see ofModels
}

// scan makes the tokens. It reports false if no token can begin a claim.
func (p *parser) scan() bool {
	p.low = lower(p.text)
	if p.toks == nil {
		p.toks = make([]token, 0, len(p.text)/4+8)
	}
	hidden := 0 // the end of the link being passed
	ended := 0  // the end of the sentence before
	space := true
	for i := 0; i < len(p.text); {
		if p.text[i] == ' ' {
			space = true
			i++
			continue
		}
		r, n := rune(p.text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(p.text[i:])
		}
		if unicode.IsSpace(r) || r == '\u200b' {
			space = true
			i += n
			continue
		}
		if space && i >= hidden {
			if end := chunkEnd(p.text, i); isLink(p.low[i:end]) {
				hidden = end
			}
		}
		t := token{start: i, space: space, opaque: i < hidden}
		space = false
		switch {
		case r >= '0' && r <= '9' || fractionSign(r) > 0:
			v, end := scanNumber(p.text, i)
			t.kind, t.end, t.num = num, end, len(p.nums)
			p.nums = append(p.nums, v)
		case r >= utf8.RuneSelf && gloss.Script(r):
			w := ""
			w, t.end = gloss.At(p.text, i)
			i, t.script = t.end, true
			switch t.kind, t.low = word, w; w {
			case gloss.Arrow:
				t.kind, t.sym = sym, arrow
			case "":
				t.low = p.low[t.start:t.end]
			}
			p.toks = append(p.toks, t)
			continue
		case unicode.IsLetter(r) || r == '_':
			t.kind, t.end, t.upper = word, wordEnd(p.text, i), unicode.IsUpper(r)
		default:
			t.kind = sym
			t.sym, t.end = mark(p.text, i, r, n)
			if end, _, ok := stopAt(p.text, i); ok && i >= ended {
				t.sym, ended = stop, end
			}
		}
		t.low = p.low[t.start:t.end]
		i = t.end
		p.toks = append(p.toks, t)
	}
	return len(p.toks) > 0
}

// lower returns s with ASCII letters in lower case and the same length.
func lower(s string) string {
	for i := range len(s) {
		if s[i] >= 'A' && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if b[i] >= 'A' && b[i] <= 'Z' {
					b[i] |= 0x20
				}
			}
			return string(b)
		}
	}
	return s
}

func chunkEnd(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c > ' ' && c < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			break
		}
		i += n
	}
	return i
}

// isLink reports whether a run without white space, in lower case, is a link, a
// mail address or an identifier of a paper, whose digits measure nothing.
func isLink(s string) bool {
	for len(s) > 0 && (s[0] == '(' || s[0] == '[' || s[0] == '<' || s[0] == '{' || s[0] == '"' || s[0] == '\'') {
		s = s[1:]
	}
	marked := false
	for i := 1; i+1 < len(s) && !marked; i++ {
		marked = s[i] == '.' || s[i] == '/' || s[i] == ':' || s[i] == '@'
	}
	switch {
	case len(s) < 5 || !marked:
		return false
	case strings.Contains(s, "://"), strings.HasPrefix(s, "www."), strings.HasPrefix(s, "doi:"), strings.HasPrefix(s, "arxiv:"):
		return true
	case strings.HasPrefix(s, "10.") && strings.IndexByte(s, '/') >= 7:
		return true
	}
	if at := strings.IndexByte(s, '@'); at > 0 && at+1 < len(s) && isLetter(s[at+1]) && strings.IndexByte(s[at:], '.') > 0 {
		return true
	}
	slash := strings.IndexByte(s, '/')
	for i := 1; i+2 < slash; i++ {
		if s[i] == '.' && isLetter(s[i-1]) && isLetter(s[i+1]) {
			return true
		}
	}
	return false
}

func wordEnd(s string, i int) int {
	for i < len(s) {
		if isLetter(s[i]) || s[i] >= '0' && s[i] <= '9' {
			i++
			continue
		}
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if r >= utf8.RuneSelf && gloss.Script(r) {
			break
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && !unicode.Is(unicode.Mn, r) {
			if r != '\'' && r != '’' {
				break
			}
			after, _ := utf8.DecodeRuneInString(s[i+n:])
			if !unicode.IsLetter(after) {
				break
			}
		}
		i += n
	}
	return i
}

// mark classes the character r of n bytes at byte i.
func mark(s string, i int, r rune, n int) (class byte, end int) {
	end = i + n
	switch r {
	case '-', '=':
		for j := end; j < len(s) && j < i+4; j++ {
			if s[j] == '>' {
				return arrow, j + 1
			}
			if s[j] != byte(r) {
				break
			}
		}
		return byte(r), end
	case '→', '⇒', '➔', '➜', '⟶', '➝', '➞', '⇨', '↦', '➙', '⟹', '\uf0e0', '\uf0e8':
		return arrow, end
	case '×', '✕', '✖', '⨯', '╳':
		return times, end
	case '‐', '‑', '‒', '–', '−', '⁃', '﹣', '－', '\u00ad':
		return dash, end
	case '—', '―':
		return emDash, end
	case '~', '≈', '∼', '˜', '≃', '≅', '∽', '～':
		return tilde, end
	case '<', '≤', '⩽', '＜':
		return less, end
	case '>', '≥', '⩾', '＞':
		return more, end
	case '$', '€', '£', '¥', '₹', '₩', '₽', '₺':
		return money, end
	case '%', '％', '٪':
		return percent, end
	case '+', '＋':
		return '+', end
	case '⁄', '∕':
		return '/', end
	case '/', '(', ')', '[', ']', ',', ';', ':', '.', '@', '#', '^', '*', '|', '&':
		return byte(r), end
	}
	return unknown, end
}
