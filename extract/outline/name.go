package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract/layout"
)

// name finds the person's name: at the top of the first page, in the largest
// letters as a rule, and alike to the e-mail address and the profile links.
func (o *Outline) name() string {
	largest := 0.0
	top := -1.0
	for i, l := range o.Lines {
		if l.Page != 1 || l.Kind == layout.Running && i > 3 {
			continue
		}
		if top < 0 || l.Box[1] < top {
			top = l.Box[1]
		}
		if l.Size > largest {
			if _, ok := personName(l.Text); ok {
				largest = l.Size
			}
		}
	}
	handles := o.handles()
	best, score := "", 1.0
	seen := 0
	for i, l := range o.Lines {
		if l.Page != 1 {
			if l.Page > 1 {
				break
			}
			continue
		}
		seen++
		if seen > 300 {
			break
		}
		v := o.placed(i, seen, largest, top)
		if v+1.5 <= score {
			continue // even where an address is like it
		}
		text := l.Text
		// First and last name on two lines of one size.
		if i+1 < len(o.Lines) && l.Size >= largest*0.95 && l.Size > 12 {
			m := o.Lines[i+1]
			if m.Page == 1 && (sizeLike(l.Size, m.Size, 0.04) || sizeLike(l.Size, m.Size, 0.25) && !strings.Contains(strings.TrimSpace(l.Text), " ")) && m.Box[1]-l.Box[3] < l.Size*1.5 && single(l.Text) && single(m.Text) {
				text = l.Text + " " + m.Text
			}
		}
		if i+1 < len(o.Lines) && l.Size >= largest*0.95 && strings.HasSuffix(l.Text, "-") {
			// A double name that the row cuts at its hyphen.
			if m := o.Lines[i+1]; m.Page == 1 && sizeLike(l.Size, m.Size, 0.04) && m.Box[1]-l.Box[3] < l.Size*1.5 {
				first, _, _ := strings.Cut(m.Text, " ")
				text = l.Text + first
			}
		}
		parts := nameParts(l.Text, l.Gaps)
		if text != l.Text {
			parts = append([]string{text}, parts...)
		}
		for n, part := range parts {
			v := v
			if n > 0 {
				v -= 0.5
			}
			if v+1.5 <= score {
				break
			}
			name, ok := personName(part)
			if !ok {
				continue
			}
			like := likeness(name, handles)
			v += 1.5 * like
			if v <= score {
				continue
			}
			if c := cuesOf(foldWords(name)); (c.role > 0 || c.org > 0 || isPlace(name)) && like < 0.5 {
				continue
			}
			if _, sure := headingKind(name); sure == likely && like < 0.3 {
				continue
			}
			if !strings.ContainsAny(name, " .") && (like < 0.5 || n > 0 || l.Size < largest-0.1) && !cjk(name) {
				continue
			}
			if like == 0 && (!named(name) || o.Of(i) != Header && (l.Size < largest-0.1 || seen > 6 || !l.Bold && l.Size < 12) || l.Size < largest-0.1 && seen > 8) {
				continue
			}
			best, score = name, v
		}
	}
	return best
}

// placed tells how much line i, the seen-th of its page, stands where names
// do, and looks as they do.
func (o *Outline) placed(i, seen int, largest, top float64) float64 {
	l := &o.Lines[i]
	v := 0.0
	if l.Size >= largest-0.1 {
		v += 2
	} else if l.Size >= largest*0.8 {
		v += 0.5
	}
	v += max(0, 1.5-0.25*float64(seen-1))
	if l.Box[1] <= top+30 {
		v += 0.75
	}
	if l.Bold {
		v += 0.25
	}
	kind := o.Of(i)
	if kind == Header {
		v++
	} else {
		v--
	}
	if l.Entry >= 0 && l.Head && kind != Other {
		v--
	}
	if l.Kind == layout.Bullet {
		v -= 2
	}
	return v
}

// cjk reports whether a name is written in Chinese, Japanese or Korean.
func cjk(name string) bool {
	for _, r := range name {
		if unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
			return true
		}
	}
	return false
}

// named reports whether every word of a name begins as names do. It is asked
// for where no address is like the name.
func named(name string) bool {
	for i, w := range strings.Fields(name) {
		r, n := utf8.DecodeRuneInString(strings.TrimLeft(w, "(\"“'"))
		if unicode.IsLower(r) && (i == 0 || !particles(fold(w))) {
			return false
		}
		if i == 0 && n == len(w) && (r == 'A' || r == 'I') {
			return false // "A versatile ..."
		}
	}
	return true
}

func sizeLike(a, b, share float64) bool { return a-b <= share*a && b-a <= share*a }

// single reports whether a line is one word that could be a part of a name.
func single(t string) bool {
	f := strings.Fields(t)
	if len(f) == 0 || len(f) > 2 {
		return false
	}
	if _, sure := headingKind(t); sure != strange {
		return false
	}
	for _, r := range t {
		if !unicode.IsLetter(r) && r != ' ' && r != '-' && r != '’' && r != '\'' && r != '.' {
			return false
		}
	}
	return true
}

// namePrefixes stand before a name on its line, the longer ones first.
var namePrefixes = [...]string{"curriculum vitae of ", "curriculum vitae - ", "curriculum vitae – ", "curriculum vitae — ", "curriculum vitae: ", "curriculum vitae ",
	"resume of ", "resume - ", "resume – ", "resume: ", "name: ", "name : ", "name ", "cv of ", "cv - ", "cv – ", "cv: ", "lebenslauf von ", "lebenslauf ",
	"nom et prenom : ", "nom : ", "nom: ", "nombre: ", "nome: ", "hi, i'm ", "hi, i’m ", "hello, i'm ", "hello, i’m ", "i'm ", "i’m ", "i am ", "my name is "}

// nameParts are the parts of a line in which a name could stand alone.
func nameParts(t string, gaps []int) []string {
	out := []string{t}
	low := fold(t)
	for _, p := range namePrefixes {
		if strings.HasPrefix(low, p) {
			// fold changes no length of what these are made of, but "é"
			n := len(p)
			if strings.HasPrefix(strings.ToLower(t), "résumé") {
				n += 2
			}
			if n < len(t) && utf8.RuneStart(t[n]) {
				out = append([]string{strings.Trim(t[n:], " :–—-")}, out...)
			}
			break
		}
	}
	// "Mira Solano Email: ...": the words before the first label or number.
	f := strings.Fields(t)
	if n := leadingNumber(f); n > 0 && len(f)-n >= 2 {
		f = f[n:] // "+49 555 0123 Mira Solano"
		out = append([]string{strings.Join(f, " ")}, out...)
	}
	for i, w := range f {
		if strings.ContainsAny(w, "@:0123456789/|") || notNames(strings.Trim(fold(w), ".,")) {
			if i >= 2 && i <= 5 {
				out = append(out, strings.Join(f[:i], " "))
			}
			break
		}
	}
	from := 0
	for _, g := range gaps {
		if g > from && g < len(t) && utf8.RuneStart(t[g]) {
			out = append(out, t[from:g])
			from = g
		}
	}
	if from > 0 {
		out = append(out, t[from:])
	}
	for _, sep := range []string{" | ", " – ", " — ", " - ", " • ", " · ", ", ", " / ", ":"} {
		if i := strings.Index(t, sep); i > 0 {
			out = append(out, t[:i])
			rest := t[i+len(sep):]
			if j := strings.Index(rest, sep); j > 0 {
				rest = rest[:j]
			}
			out = append(out, rest)
		}
	}
	return out
}

// leadingNumber returns how many words of a telephone number stand before any
// other.
func leadingNumber(f []string) int {
	digits := 0
	for i, w := range f {
		for _, r := range w {
			if unicode.IsLetter(r) {
				if digits < 7 {
					return 0
				}
				return i
			}
			if unicode.IsDigit(r) {
				digits++
			}
		}
	}
	return 0
}

// titles stand before or after a name and are no part of it.
var titles = set(`
	dr mr mrs ms miss prof professor phd msc bsc ma ba mba ing dipl ir eng pe he she they him her them cv resume
	curriculum vitae er mtech btech pmp cpa bachelor master`)

// personName returns t as a person's name, without titles, and whether it
// could be one.
func personName(t string) (string, bool) {
	for i := 0; i < len(t) && t[i] != '(' && t[i] != ','; i++ {
		if c := t[i]; c >= '0' && c <= '9' || c == '@' || c == '/' {
			return "", false // in no name, and in no title around one
		}
	}
	if u, joined := spacedName(t); joined {
		t = u
	}
	t = strings.Trim(oneSpaced(t), " ,.;:|–—-•·*")
	// "Jane Doe (she/her)", "Jane Doe, PhD"
	if i := strings.IndexByte(t, '('); i > 3 && strings.HasSuffix(t, ")") {
		in := foldWords(t[i:])
		pronoun := len(in) > 0
		for _, w := range in {
			if w != "he" && w != "she" && w != "they" && w != "him" && w != "her" && w != "them" && w != "his" && w != "hers" && w != "theirs" {
				pronoun = false
			}
		}
		if pronoun || i > 6 && len([]rune(t[i:])) <= 12 && !strings.ContainsAny(t[i:], "0123456789") && len(in) == 1 && titles(in[0]) {
			t = strings.TrimSpace(t[:i])
		}
	}
	f := strings.Fields(t)
	for len(f) > 1 {
		w := strings.ReplaceAll(strings.Trim(fold(f[0]), ".,"), ".", "")
		if !titles(w) {
			break
		}
		f = f[1:]
	}
	for len(f) > 1 {
		w := strings.ReplaceAll(strings.Trim(fold(f[len(f)-1]), ".,()"), ".", "")
		if !titles(w) || !strings.HasSuffix(f[len(f)-2], ",") && (w == "ma" || w == "ba" || w == "eng" || w == "he" || w == "er") {
			break
		}
		f = f[:len(f)-1]
	}
	t = strings.Trim(strings.Join(f, " "), " ,")
	if i := strings.IndexByte(t, ','); i > 0 && wordCount(t[:i]) >= 2 {
		if placeWords(fold(strings.TrimSpace(t[i+1:]))) {
			return "", false
		}
		t = t[:i] // "Mira Solano, Hairdresser"
	}
	f = strings.Fields(t)
	letters := 0
	for _, r := range t {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			letters++
		case r == ' ' || r == '-' || r == '\'' || r == '’' || r == '.' || r == ',' || r == '‐' || r == '(' || r == ')' || r == '"' || r == '“' || r == '”' || r == '`':
		default:
			return "", false
		}
	}
	if cjk(t) {
		return t, letters >= 2 && letters <= 24
	}
	if len(f) == 1 {
		// "SOLANO.M", or one name that only an address can confirm.
		i := strings.IndexByte(t, '.')
		if i > 0 && i+1 < len(t) && strings.ToLower(t) == t && strings.Count(t, ".") > 1 {
			return "", false // a host's name
		}
		initial := i >= 5 && len(t)-i <= 4 || i == 1 && len(t) > 7
		return t, letters >= 4 && letters <= 24 && !strings.ContainsAny(t, ",()") && (initial || !notNames(fold(t)) && strange == sureOf(t))
	}
	if len(f) < 2 || len(f) > 6 || letters < 4 || letters > 45 || strings.Count(t, ",") > 1 {
		return "", false
	}
	words := foldWords(t)
	if k, sure := kindOfWords(words); sure == certain || sure == likely && k != "" && len(words) > 2 {
		return "", false
	}
	capital := 0
	for i, w := range f {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(\"“'"))
		if unicode.IsUpper(r) || unicode.Is(unicode.Lo, r) {
			capital++
		} else if i == 0 && !lowerName(f) && !particles(fold(w)) {
			return "", false
		}
	}
	for _, w := range words {
		if notNames(w) {
			return "", false
		}
	}
	if capital*2 < len(f) && !lowerName(f) {
		return "", false
	}
	return t, true
}

func sureOf(t string) certainty {
	_, sure := headingKind(t)
	return sure
}

// lowerName reports whether all words are small, as some write their names.
func lowerName(f []string) bool {
	if len(f) > 3 {
		return false
	}
	for _, w := range f {
		if strings.ToLower(w) != w || len(w) < 3 {
			return false
		}
	}
	return true
}

// particles can begin a family name in small letters.
var particles = set("de van von der den di da del la el al bin ibn ter dos du")

var notNames = set(`
	resume curriculum vitae lebenslauf page email phone mobile address linkedin github portfolio website street road
	avenue machine learning data software engineering science computer web the of for with using in and to is my stack
	english german french spanish hindi gender male female birth nationality indian passport python java block sector
	nagar date contact objective summary profile about technical updated present january february   july
	september october november december confidential template personal dossier permanent resident product development
	results driven letter cover this dear place languages services service customer city state zip`)

// spacedName joins a letter-spaced name; wider spaces between its words are
// folded by then, so it is cut where a capital follows a small letter, and
// left in one word otherwise.
func spacedName(t string) (string, bool) {
	if !lone(t) {
		return t, false
	}
	f := strings.Fields(t)
	if len(f) < 4 {
		return t, false
	}
	for _, w := range f {
		if len([]rune(w)) > 1 {
			if u, joined := closeUp(t); joined && upper(t) {
				return u, true
			}
			return t, false
		}
	}
	var b strings.Builder
	small := false
	for _, w := range f {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) && small {
			b.WriteByte(' ')
		}
		small = unicode.IsLower(r)
		b.WriteString(w)
	}
	return b.String(), true
}

// handles are the names that the person goes by in addresses.
func (o *Outline) handles() []string {
	var out []string
	if i := strings.IndexByte(o.Email, '@'); i > 0 {
		out = append(out, fold(o.Email[:i]))
	}
	for i, u := range o.Links {
		if i >= 20 {
			break
		}
		k := linkKey(u)
		for _, p := range []string{"linkedin.com/in/", "github.com/", "gitlab.com/", "kaggle.com/", "twitter.com/"} {
			if j := strings.Index(k, p); j >= 0 {
				h := k[j+len(p):]
				if n := strings.IndexAny(h, "/?"); n >= 0 {
					h = h[:n]
				}
				out = append(out, fold(h))
			}
		}
		if j := strings.Index(k, ".github.io"); j > 0 {
			out = append(out, fold(k[:j]))
		}
	}
	return out
}

// likeness is the share of a name's words that occur in one of the handles.
func likeness(name string, handles []string) float64 {
	words := foldWords(name)
	best := 0.0
	for _, h := range handles {
		n := 0.0
		for _, w := range words {
			switch {
			case len(w) >= 3 && strings.Contains(h, w):
				n++
			case len(w) >= 5 && strings.Contains(h, w[:4]):
				n += 0.7
			}
		}
		best = max(best, n/float64(max(len(words), 2)))
	}
	return best
}
