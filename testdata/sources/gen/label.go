package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// Shows is what a row shows.
type Shows struct {
	Levels map[string]int  // signal to level
	Border map[string]bool // signals of which two careful readers could dispute
	Near   string          // why the row must show nothing
}

// order is the order of the signals in a labels file.
var order = []string{"experience", "internship", "publication", "paper-code", "faster", "smaller", "cheaper", "multitask", "class-project"}

var note = regexp.MustCompile(`\s*\{\{(.*)\}\}$`)

// cutShows takes the {{...}} off the end of a row.
func cutShows(line string) (string, Shows, error) {
	m := note.FindStringSubmatch(line)
	s := Shows{Levels: map[string]int{}, Border: map[string]bool{}}
	if m == nil {
		return line, s, nil
	}
	levels := m[1]
	if before, why, ok := strings.Cut(m[1], "near: "); ok {
		levels, s.Near = strings.TrimSuffix(before, "; "), why
	}
	for _, word := range strings.Fields(levels) {
		id, level, _ := strings.Cut(word, "=")
		level, border := strings.CutSuffix(level, "?")
		n, err := strconv.Atoi(level)
		if err != nil || !known(id) {
			return "", s, fmt.Errorf("unknown note %q", word)
		}
		s.Levels[id], s.Border[id] = n, border
	}
	return strings.TrimSuffix(line, m[0]), s, nil
}

func known(id string) bool {
	for _, o := range order {
		if o == id {
			return true
		}
	}
	return false
}

// proof is a quote that shows a signal at a level.
type proof struct {
	level  int
	border bool
	quote  string
}

// labels writes the labels file. The quotes are taken from lines, which are
// those of the whole document; a row that they do not hold is an error.
func (r *Resume) labels(lines []string) (string, string, error) {
	proofs := map[string][]proof{}
	orgs := map[string][]string{}
	var near []string
	take := func(s Shows, quotes []string) {
		for _, id := range order {
			for _, q := range quotes {
				if n := s.Levels[id]; n > 0 {
					proofs[id] = append(proofs[id], proof{n, s.Border[id], q})
				}
			}
		}
		if s.Near != "" {
			near = append(near, quotes[0]+" — "+s.Near)
		}
	}
	for _, sec := range append(r.as("plain").Side(), r.as("plain").Main()...) {
		at := 1 + heading(lines, sec.Title)
		for _, e := range sec.Entries {
			if e.Title != "" {
				at = find(lines, at, e.Title)
				if at < 0 {
					return "", "", fmt.Errorf("%s: no line has %q", r.File, e.Title)
				}
				quotes := []string{lines[at]}
				if e.Org != "" && !strings.Contains(lines[at], e.Org) {
					for _, i := range []int{at - 1, at + 1} {
						if i >= 0 && i < len(lines) && strings.Contains(lines[i], e.Org) {
							quotes = append(quotes, lines[i])
							break
						}
					}
				}
				take(e.Shows, quotes)
				for _, id := range []string{"experience", "internship"} {
					if e.Shows.Levels[id] > 0 {
						orgs[id] = append(orgs[id], e.Org)
					}
				}
			}
			for _, it := range e.Items {
				i := find(lines, at, it.Text)
				if i < 0 {
					return "", "", fmt.Errorf("%s: no line has %q", r.File, it.Text)
				}
				take(it.Shows, []string{lines[i]})
			}
		}
	}
	kind, border := kindOf(proofs)
	var b strings.Builder
	fmt.Fprintf(&b, "file: %s.pdf\nkind: %s\n", r.File, kind)
	if border {
		b.WriteString("kind_borderline: true\n")
	}
	writeSignals(&b, proofs)
	fmt.Fprintf(&b, "name: %s\n", quote(r.Name))
	writeOrgs(&b, orgs)
	if len(near) > 0 {
		b.WriteString("near_misses:\n")
		for _, n := range near {
			fmt.Fprintf(&b, "  - %s\n", quote(n))
		}
	}
	return b.String(), kind, nil
}

func writeSignals(b *strings.Builder, proofs map[string][]proof) {
	if len(proofs) == 0 {
		b.WriteString("signals: {}\n")
		return
	}
	b.WriteString("signals:\n")
	for _, id := range order {
		ps := proofs[id]
		if len(ps) == 0 {
			continue
		}
		sort.SliceStable(ps, func(i, j int) bool { return ps[i].level > ps[j].level })
		fmt.Fprintf(b, "  %s:\n    level: %d\n", id, ps[0].level)
		if ps[0].border {
			b.WriteString("    borderline: true\n")
		}
		b.WriteString("    evidence:\n")
		for _, p := range ps {
			fmt.Fprintf(b, "      - %s\n", quote(p.quote))
		}
	}
}

func writeOrgs(b *strings.Builder, orgs map[string][]string) {
	if len(orgs) == 0 {
		b.WriteString("organisations: {}\n")
		return
	}
	b.WriteString("organisations:\n")
	for _, id := range order {
		if len(orgs[id]) == 0 {
			continue
		}
		fmt.Fprintf(b, "  %s:\n", id)
		for _, o := range orgs[id] {
			fmt.Fprintf(b, "    - %s\n", quote(o))
		}
	}
}

// kindOf tells by which of the essay's four conversations a person is met, and
// whether a borderline signal decides it.
func kindOf(proofs map[string][]proof) (kind string, border bool) {
	level := func(id string) (n int, b bool) {
		for _, p := range proofs[id] {
			if p.level > n {
				n, b = p.level, p.border
			}
		}
		return n, b
	}
	if n, b := level("experience"); n >= 2 {
		return "experienced", b
	}
	if n, b := level("internship"); n >= 1 {
		return "intern", b
	}
	if n, b := level("publication"); n >= 1 {
		return "author", b
	}
	for _, id := range []string{"paper-code", "faster", "smaller", "cheaper", "multitask"} {
		if n, b := level(id); n >= 2 && !b {
			return "standout-project", false
		}
	}
	return "other", false
}

// heading returns the line that is a section's heading, else -1.
func heading(lines []string, title string) int {
	for i, line := range lines {
		if strings.EqualFold(line, title) {
			return i
		}
	}
	return -1
}

// find returns the first line from at that holds text in whatever case, else
// the first of all.
func find(lines []string, at int, text string) int {
	for i := at; i < len(lines); i++ {
		if strings.Contains(strings.ToLower(lines[i]), strings.ToLower(text)) {
			return i
		}
	}
	if at > 0 {
		return find(lines, 0, text)
	}
	return -1
}

// quote writes a string as YAML and JSON both read it.
func quote(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string can always be encoded
	return strings.TrimSpace(b.String())
}
