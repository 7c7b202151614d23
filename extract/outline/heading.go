package outline

import (
	"sort"
	"strings"
	"sync"
	"unicode"
)

// certainty tells how surely words are those of a heading.
type certainty int

const (
	strange certainty = iota // no words of a heading
	likely                   // a heading's noun beside words of its own: "Robotics Projects"
	certain                  // every word is one of headings
)

// headingKind returns the kind of section that s would open as a heading, by
// its words alone. Case, accents, punctuation, letter-spacing and leading
// icons or numbers do not matter.
func headingKind(s string) (string, certainty) {
	if len(s) > 160 {
		return "", strange
	}
	return kindOfFolded(s, foldWords(s))
}

// withoutNote takes the note in brackets off the end of a heading: "Papers (my
// name underlined)", "Articles (3)". One with a year or a month may be a date.
func withoutNote(s string) string {
	at := strings.LastIndexByte(s, '(')
	if at <= 0 || !strings.HasSuffix(s, ")") {
		return s
	}
	digits := 0
	for _, w := range foldWords(s[at:]) {
		if monthWords(w) > 0 {
			return s
		}
		for _, r := range w {
			if unicode.IsDigit(r) {
				digits++
			}
		}
	}
	if digits > 2 {
		return s
	}
	return strings.TrimSpace(s[:at])
}

// kindOfFolded is headingKind for a text whose words are known.
func kindOfFolded(s string, words []string) (string, certainty) {
	if t := withoutNote(s); t != s {
		s, words = t, foldWords(t)
	}
	if t, joined := closeUp(strings.TrimSpace(s)); joined {
		words = foldWords(t)
		var apart []string
		for _, w := range words {
			apart = append(apart, segment(w)...)
		}
		words = apart
	}
	if k := eastKind(s); k != "" {
		return k, certain
	}
	for len(words) > 1 && numbering(words[0]) {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > 8 || tableWords(words) {
		return "", strange
	}
	for i, w := range words {
		if m := spelt(w); m != w {
			words = append([]string(nil), words...)
			words[i] = m
		}
	}
	return kindOfWords(words)
}

// mostEast is how many signs a heading in a script without spaces has at most.
const mostEast = 8

// eastKind returns the kind of section that a short heading in Chinese,
// Japanese or Korean opens, by the noun in it: "学术论文", "职歴", "경력 사항".
func eastKind(s string) string {
	n := 0
	for _, r := range s {
		switch {
		case r >= 0x3041 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7A3:
			n++
		case r > ' ' && r < 0x3000 || unicode.IsDigit(r):
			return ""
		}
	}
	if n == 0 || n > mostEast {
		return ""
	}
	for _, k := range eastNouns {
		for noun := range strings.FieldsSeq(k.nouns) {
			if strings.Contains(s, noun) {
				return k.kind
			}
		}
	}
	return ""
}

// eastNouns are the nouns of such headings; the first that stands in one gives
// its kind.
var eastNouns = []struct{ kind, nouns string }{
	{Publications, "论文 論文 논문 发表 著作 출판"},
	{Awards, "获奖 獲獎 荣誉 榮譽 奖项 奖学金 受賞 수상"},
	{Service, "学生工作 校园经历 校园活动 社团 志愿 봉사"},
	{Skills, "技能 技术栈 スキル 기술 语言能力 資格"},
	{Education, "教育 学历 學歷 学歴 학력"},
	{Experience, "工作经历 工作經歷 工作经验 实习 實習 职业经历 職歴 職務経歴 경력 인턴"},
	{Projects, "项目 項目 プロジェクト 프로젝트 个人作品 作品"},
	{Research, "科研 研究 연구"},
	{Objective, "自我评价 自我評價 个人简介 求职意向 自己PR 자기소개"},
	{Coursework, "课程 課程 证书 證書"},
}

// numbering reports whether a word numbers a heading: "1", "iv", "a".
func numbering(w string) bool {
	for _, r := range w {
		if !unicode.IsDigit(r) {
			return len(w) <= 4 && strings.Trim(w, "ivx") == ""
		}
	}
	return true
}

// tableWords reports whether words are the head of a table, or a degree that
// is called a certificate or a course.
func tableWords(words []string) bool {
	n := 0
	for _, w := range words {
		switch w {
		case "and", "in":
			return false
		case "secondary", "diploma", "matriculation", "intermediate":
			return true
		case "course", "school", "college", "degree", "year", "board", "university", "institute", "designation", "duration", "affiliation", "subjects",
			"percentage", "marks", "examination", "qualifications", "qualification", "company", "period":
			n++
		}
	}
	return len(words) >= 3 && n >= 2 && n >= len(words)-1
}

// spelt mends a word of headings that is misspelt by one letter.
func spelt(w string) string {
	if len(w) < 7 || len(w) > 20 || headFillers(w) || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") {
		return w
	}
	if _, ok := headNouns()[w]; ok {
		return w
	}
	for _, n := range longNouns()[w[0]] {
		if nearly(w, n) {
			return n
		}
	}
	return w
}

// longNouns are the nouns of seven letters and more by their first letter, in
// order.
var longNouns = sync.OnceValue(func() map[byte][]string {
	m := make(map[byte][]string)
	for n := range headNouns() {
		if len(n) >= 7 {
			m[n[0]] = append(m[n[0]], n)
		}
	}
	for _, l := range m {
		sort.Strings(l)
	}
	return m
})

// nearly reports whether one insertion, deletion, substitution or exchange of
// neighbours makes a of b.
func nearly(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:] {
		return true
	}
	return i < len(a) && a[i+1:] == b[i+1:]
}

func kindOfWords(words []string) (string, certainty) {
	if k, ok := headPhrases()[strings.Join(words, " ")]; ok {
		if k == "" {
			return "", strange
		}
		return k, certain
	}
	known, nouns := 0, 0
	for _, w := range words {
		_, noun := headNouns()[w]
		if noun {
			nouns++
		}
		if noun || headFillers(w) {
			known++
		}
	}
	if nouns == 0 {
		// "Work", "Academic Background": phrases within lists.
		if known < len(words) {
			return "", strange
		}
		for _, g := range groups(words) {
			if k, ok := headPhrases()[strings.Join(g, " ")]; ok {
				return k, certain
			}
		}
		return "", strange
	}
	kind := kindOfGroups(groups(words))
	switch {
	case kind == "":
		return "", strange
	case known == len(words):
		return kind, certain
	case known >= len(words)-2 && len(words) <= 5:
		// The noun ends the heading, or opens it: "Research in Robotics".
		_, last := headNouns()[words[len(words)-1]]
		_, first := headNouns()[words[0]]
		if last || first {
			return kind, likely
		}
	}
	return "", strange
}

// groups splits a heading at its conjunctions.
func groups(words []string) [][]string {
	var out [][]string
	var g []string
	for _, w := range words {
		switch w {
		case "and", "or", "und", "et", "y", "e", "ed":
			if len(g) > 0 {
				out = append(out, g)
			}
			g = nil
		default:
			g = append(g, w)
		}
	}
	if len(g) > 0 {
		out = append(out, g)
	}
	return out
}

// kindOfGroups decides among the parts of "Research & Industry Experience":
// where parts before the last only say of which sort it is, the last one
// decides; otherwise the first does.
func kindOfGroups(gs [][]string) string {
	if len(gs) == 0 {
		return ""
	}
	last := gs[len(gs)-1]
	if len(gs) > 1 && broad(last[len(last)-1]) {
		qualifiers := true
		for _, g := range gs[:len(gs)-1] {
			if len(g) > 1 || broad(g[0]) || !qualifies(g[0]) {
				qualifiers = false
			}
		}
		if qualifiers {
			for _, g := range gs {
				for _, w := range g {
					if industry(w) {
						return Experience
					}
				}
			}
			for _, g := range gs {
				if k := kindOfGroup(g); k != "" {
					return k
				}
			}
		}
	}
	if len(gs) > 1 && len(last) > 1 && headNouns()[last[len(last)-1]] == Awards && len(gs[0]) == 1 && qualifies(gs[0][0]) {
		return Awards // "Research & Education Grants"
	}
	kind := ""
	for _, g := range gs {
		switch k := kindOfGroup(g); {
		case kind == "":
			kind = k
		case kind == Other && k == Publications:
			kind = k // "Patents & Publications"
		}
	}
	return kind
}

// broad reports whether w is a noun that others narrow down: "experience".
func broad(w string) bool {
	switch w {
	case "experience", "experiences", "history", "background", "positions", "appointments", "employment", "work", "erfahrung", "erfahrungen",
		"experiencia", "experiencias", "esperienza", "esperienze":
		return true
	}
	return false
}

// qualifies are the words that stand before a broad noun, and industry those
// of them that make it paid work outside a university.
var (
	qualifies = set(`
	research teaching academic professional work industry industrial internship internships leadership volunteer
	volunteering project projects technical relevant career mentoring tutoring education educational employment job
	corporate business clinical engineering military student`)
	industry = set(`
	professional work industry industrial internship internships employment job corporate business career engineering`)
)

func kindOfGroup(g []string) string {
	if k, ok := headPhrases()[strings.Join(g, " ")]; ok {
		return k
	}
	last := -1
	for i, w := range g {
		if _, ok := headNouns()[w]; ok {
			last = i
		}
	}
	if last < 0 {
		return ""
	}
	// "Experience in teaching", "Projects at university": what stands before the
	// preposition is the noun.
	for i, w := range g {
		if i > 0 && (w == "in" || w == "at" || w == "of" || w == "for" || w == "from" || w == "with" || w == "de" || w == "di") {
			for j := i - 1; j >= 0; j-- {
				if _, ok := headNouns()[g[j]]; ok {
					last = j
					break
				}
			}
			break
		}
	}
	noun := g[last]
	kind := headNouns()[noun]
	if kind == Publications {
		for _, w := range g[last+1:] {
			if w == "coded" || w == "implemented" || w == "reimplemented" || w == "reproduced" || w == "implementations" || w == "code" {
				return Projects // "Papers I coded up"
			}
		}
	}
	if broad(noun) || noun == "training" || noun == "activities" || noun == "highlights" {
		for i, w := range g[:last] {
			if i > 0 && w == "service" && g[i-1] == "customer" {
				continue
			}
			if w == "virtual" {
				return Coursework // a simulated job
			}
			switch k := headNouns()[w]; k {
			case Teaching, Research, Service, Projects:
				return k
			case Education:
				if noun != "experience" && noun != "experiences" {
					return k
				}
			}
		}
	}
	if kind == Objective {
		for _, w := range g {
			switch headNouns()[w] {
			case Projects, Publications, Education, Skills:
				return headNouns()[w] // "Project Summary"
			}
		}
	}
	if kind == Other && (noun == "interests" || noun == "interest") {
		for _, w := range g {
			if headNouns()[w] == Research {
				return Objective
			}
		}
	}
	// "Conference papers", "Research projects", "Award certificates"
	return kind
}

// segment cuts a word that letter-spacing has glued together into words of
// headings; where that does not work it returns the word itself.
func segment(w string) []string {
	if _, ok := headNouns()[w]; ok || headFillers(w) || len(w) > 48 {
		return []string{w}
	}
	// from[i] is the start of the last word of a cut of w[:i], the fewest words first.
	type cut struct{ from, words int }
	best := make([]cut, len(w)+1)
	for i := 1; i <= len(w); i++ {
		best[i] = cut{-1, 1 << 20}
		for j := max(0, i-20); j < i; j++ {
			if j > 0 && best[j].from < 0 {
				continue
			}
			p := w[j:i]
			_, noun := headNouns()[p]
			if !noun && (!headFillers(p) || len(p) < 2) && p != "about" && p != "me" {
				continue
			}
			if n := best[j].words + 1; n < best[i].words {
				best[i] = cut{j, n}
			}
		}
	}
	if best[len(w)].from < 0 {
		return []string{w}
	}
	var out []string
	for i := len(w); i > 0; i = best[i].from {
		out = append([]string{w[best[i].from:i]}, out...)
	}
	return out
}
