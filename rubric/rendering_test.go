package rubric

import (
	"strings"
	"testing"
)

func TestRenderingsReadWell(t *testing.T) {
	r := essay(t)
	seen := map[string]int{}
	for _, f := range r.Render() {
		if f.Text == "" {
			continue
		}
		seen[f.About]++
		if why := misread(f.Text); why != "" {
			t.Errorf("line %d, with %q: %q: %s", f.Line, f.Source, f.Text, why)
		}
	}
	for _, s := range r.signals {
		if seen[s.id] == 0 {
			t.Errorf("no example fills a question about %s", s.id)
		}
	}
	for _, k := range r.kinds {
		if seen[k.id] == 0 {
			t.Errorf("no example fills the opener of %s", k.id)
		}
	}
}

func TestInspectFindsQuestionsThatReadBadly(t *testing.T) {
	for text, want := range map[string]string{
		"'You wrote: \"{quote}\".. {core}'":                  "two marks end one sentence",
		"'You wrote , \"{quote}\". {core}'":                  "a space stands before a punctuation mark",
		"'You wrote \"{quote}\" {core} and'":                 "no mark ends it",
		"'You wrote: \"{quote}. {core}'":                     "a quotation mark stands alone",
		"'You you wrote \"{quote}\". {core}'":                "a word stands twice",
		"['At {organisation}. {core}', '{quote}. {core}']":   "no example of \"lead\" fills this text",
		"['You say that you {did}. {core}', '{quote}.']":     "",
		"['{quote}. {core}', 'What about it? {core}']":       "",
		"['It is \"{match}\". {core}', '\"{quote}\"{core}']": "",
	} {
		head := strings.Replace(askedHead, "examples: [Led a team]", "examples: [Led a team of four engineers]", 1)
		r, err := Parse("r.yaml", []byte(head+"      core: How?\n      text: "+text+"\n      probes: [Who, Why]\n      scale: {1: a, 3: b, 5: c}\n"))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		got := ""
		for _, f := range r.Inspect().Findings {
			if f.Check == CheckQuestion || f.Check == CheckText {
				got += f.Msg
				if f.Line != 11 {
					t.Errorf("%s: the finding is in line %d, want 11", text, f.Line)
				}
			}
		}
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
