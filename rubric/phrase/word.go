package phrase

import (
	"slices"
	"strings"
	"sync"
)

// irregular holds forms that no rule makes, by their plain form.
var irregular = sync.OnceValue(func() map[string][]string {
	return map[string][]string{
		"be": {"is", "are", "was", "were", "been", "being", "am"}, "become": {"became"}, "begin": {"began", "begun"},
		"bring": {"brought"}, "build": {"built"}, "buy": {"bought"}, "catch": {"caught"}, "choose": {"chose", "chosen"},
		"come": {"came"}, "cut": {"cut"}, "deal": {"dealt"}, "do": {"does", "did", "done"}, "drive": {"drove", "driven"}, "draw": {"drew", "drawn"},
		"fall": {"fell", "fallen"}, "find": {"found"}, "fit": {"fit"}, "get": {"got", "gotten"}, "give": {"gave", "given"},
		"go": {"went", "gone", "goes"}, "grow": {"grew", "grown"}, "halve": {"halved", "halving"}, "have": {"has", "had"},
		"hold": {"held"}, "keep": {"kept"}, "lead": {"led"}, "learn": {"learnt"}, "leave": {"left"}, "lose": {"lost"},
		"make": {"made"}, "meet": {"met"}, "outdo": {"outdid"}, "pay": {"paid"}, "put": {"put"}, "read": {"read"},
		"rebuild": {"rebuilt"}, "rewrite": {"rewrote", "rewritten"}, "rise": {"rose", "risen"}, "run": {"ran", "run"},
		"see": {"saw", "seen"}, "seek": {"sought"}, "sell": {"sold"}, "send": {"sent"}, "set": {"set"}, "shrink": {"shrank", "shrunk", "shrunken"},
		"speed": {"sped", "speeded"}, "spend": {"spent"}, "take": {"took", "taken"}, "teach": {"taught"}, "tell": {"told"},
		"think": {"thought"}, "understand": {"understood"}, "win": {"won"}, "write": {"wrote", "written"},
		"analysis": {"analyses"}, "child": {"children"}, "criterion": {"criteria"}, "index": {"indices", "indexes"},
		"matrix": {"matrices"}, "thesis": {"theses"}, "vertex": {"vertices"}, "person": {"people", "persons"},
	}
})

// Forms returns the inflections and spellings of a plain English word, the
// word itself first. The rules over-produce ("cuted"): a form that nobody
// writes matches nothing. A word with a digit or of fewer than three letters
// has no forms but itself.
func Forms(word string) []string {
	forms := append(make([]string, 0, 16), word)
	if len(word) < 3 || !alphabetic(word) {
		return forms
	}
	for _, base := range spellings(word) {
		forms = append(forms, base)
		forms = inflect(forms, base)
	}
	return unique(append(forms, irregular()[word]...))
}

// inflect appends the inflections of a word to forms.
func inflect(forms []string, w string) []string {
	last, stem := w[len(w)-1], w[:len(w)-1]
	switch {
	case last == 'y' && !vowel(w[len(w)-2]):
		forms = append(forms, stem+"ies", stem+"ied", w+"ing")
	case strings.HasSuffix(w, "ie"):
		forms = append(forms, w+"s", w+"d", w[:len(w)-2]+"ying")
	case last == 'e':
		forms = append(forms, w+"s", w+"d", stem+"ing", w+"ing")
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		forms = append(forms, w+"es", w+"ed", w+"ing")
	default:
		forms = append(forms, w+"s", w+"ed", w+"ing")
		if !vowel(last) && vowel(w[len(w)-2]) {
			forms = append(forms, w+string(last)+"ed", w+string(last)+"ing")
		}
	}
	return forms
}

// spellings gives the British and American ways to write a word.
func spellings(w string) []string {
	pairs := [...][2]string{
		{"ise", "ize"}, {"yse", "yze"}, {"isation", "ization"}, {"iser", "izer"}, {"our", "or"},
		{"ising", "izing"}, {"ised", "ized"}, {"elling", "eling"}, {"elled", "eled"}, {"tre", "ter"}, {"ence", "ense"},
	}
	out := []string{w}
	for _, p := range pairs {
		if s, ok := strings.CutSuffix(w, p[0]); ok && len(s) > 2 {
			out = append(out, s+p[1])
		}
		if s, ok := strings.CutSuffix(w, p[1]); ok && len(s) > 2 {
			out = append(out, s+p[0])
		}
	}
	return out
}

func alphabetic(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// unique drops what stands twice; the lists are short.
func unique(in []string) []string {
	out := in[:0]
	for _, s := range in {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
