package rubric

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// template is a text with slots.
type template []piece

// piece is text, or a slot where slot is set.
type piece struct{ text, slot string }

// The slots of a template. Quote is there wherever there is evidence, core
// always; facts can be missing.
const (
	slotCore     = "core"
	slotQuote    = "quote"    // what they wrote
	slotPaper    = "paper"    // the title of their paper
	slotDeed     = "did"      // what they wrote as what they did, to follow "you"
	slotResult   = "result"   // another line, that has the number
	slotAchieved = "achieved" // that line as what they did, to follow "you"
	slotAgain    = "again"    // a few words of a quote that was read before
)

// factSlots are the slots that can be empty.
var factSlots = []string{"organisation", "title", "dates", "measure", "baseline", "link", "match", slotPaper, slotDeed, slotResult, slotAchieved}

// certain reports whether the slots of a template are always filled.
func (t template) certain(quoted bool) bool {
	for _, p := range t {
		if p.slot != "" && p.slot != slotCore && (p.slot != slotQuote || !quoted) {
			return false
		}
	}
	return true
}

// template reads a text with slots such as {quote}. It reports false where
// something is wrong with it, which has become a fault.
func (l *loader) template(it item) (template, bool) {
	known := append([]string{slotCore, slotQuote}, factSlots...)
	var t template
	ok := true
	wrong := func(at int, format string, args ...any) {
		ok = false
		col := it.node.Column
		switch {
		case it.node.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
			col += at + 1
		case it.node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0:
			col += at
		}
		l.faults.List = append(l.faults.List, Fault{l.file, it.node.Line, col, fmt.Sprintf(format, args...)})
	}
	for at, rest := 0, it.text; rest != ""; {
		i := strings.IndexAny(rest, "{}")
		if i < 0 {
			t = append(t, piece{text: plain(rest)})
			break
		}
		if i > 0 {
			t = append(t, piece{text: plain(rest[:i])})
		}
		n := strings.IndexByte(rest[i:], '}')
		if n <= 0 {
			wrong(at+i, "a brace stands alone (a slot such as {%s} was expected)", slotQuote)
			break
		}
		name := strings.TrimSpace(rest[i+1 : i+n])
		if !slices.Contains(known, name) {
			hint := "expected one of " + strings.Join(known, ", ")
			if near := nearest(name, known); near != "" {
				hint = fmt.Sprintf("did you mean {%s}?", near)
			}
			wrong(at+i, "unknown slot {%s} (%s)", plain(name), hint)
		}
		t = append(t, piece{slot: name})
		at, rest = at+i+n+1, rest[i+n+1:]
	}
	return t, ok
}

// fill puts the slots into a template. It reports false where one is empty.
func (t template) fill(slots slots) (string, bool) {
	var b strings.Builder
	open := false
	for i, p := range t {
		if p.slot == "" {
			if open {
				p.text = strings.TrimPrefix(p.text, `"`)
				if strings.HasSuffix(b.String(), "…") {
					p.text = strings.TrimPrefix(p.text, ".")
				}
			}
			open = false
			b.WriteString(p.text)
			continue
		}
		v := slots[p.slot]
		if v == "" {
			return "", false
		}
		if p.slot == "organisation" && (b.Len() > 0 || wantsArticle(v)) {
			v = midSentence(v)
		}
		if v != "" && i > 0 && i+1 < len(t) && slots[p.slot+turned] != "" && strings.HasSuffix(t[i-1].text, `"`) && strings.HasPrefix(t[i+1].text, `"`) {
			// Words that are not verbatim stand in no quotation marks.
			s := strings.TrimSuffix(b.String(), `"`)
			b.Reset()
			b.WriteString(s)
			open = true
		}
		if i+1 < len(t) && strings.HasPrefix(t[i+1].text, ".") { // Acme Inc. ends the sentence by itself
			v = strings.TrimSuffix(v, ".")
		}
		b.WriteString(v)
	}
	return strings.TrimSpace(b.String()), b.Len() > 0
}
