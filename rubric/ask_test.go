package rubric

import (
	"errors"
	"strings"
	"testing"
)

const askedHead = `rubric: r
title: R
signals:
  - id: lead
    title: Leads
    why: w
    look for: [led]
    examples: [Led a team]
    ask:
`

const wholeAskText = `      core: How?
      text: 'You wrote: "{quote}". {core}'
      probes: [Who, Why]
      scale: {1: a, 3: b, 5: c}
`

func TestAskFaults(t *testing.T) {
	const rest = "      probes: [Who, Why]\n      scale: {1: a, 3: b, 5: c}\n"
	for _, c := range []struct{ name, text, want string }{
		{"unknown slot", askedHead + "      core: How?\n      text: You were at {organization}. {core}\n" + rest,
			`r.yaml:11:25: unknown slot {organization} (did you mean {organisation}?)`},
		{"unknown slot in quotation marks", askedHead + "      core: How?\n      text: ['{core}', '{quote} {foo}']\n" + rest,
			`r.yaml:11:33: unknown slot {foo} (expected one of core, quote,`},
		{"lone brace", askedHead + "      core: How?\n      text: What} is this\n" + rest, `r.yaml:11:17: a brace stands alone`},
		{"open brace", askedHead + "      core: How?\n      text: What {quote is this\n" + rest, `r.yaml:11:18: a brace stands alone`},
		{"no alternative", askedHead + "      core: How?\n      text: [\"At {organisation}.\", \"In {dates}.\"]\n" + rest,
			`r.yaml:11:36: each text has a slot that can be empty (an alternative with {quote} and {core} alone was expected)`},
		{"no text", askedHead + "      core: How?\n" + rest, `r.yaml:10:7: ask has no "text"`},
		{"no scale", askedHead + "      core: How?\n      text: '{core}'\n      probes: [a, b]\n", `r.yaml:10:7: ask has no "scale"`},
		{"half a scale", askedHead + "      core: How?\n      text: '{core}'\n      probes: [a, b]\n      scale: {1: a, 5: c}\n", `r.yaml:13:14: scale has no "3"`},
		{"few probes", askedHead + "      core: How?\n      text: '{core}'\n      probes: [Who, {say: Why, when: no link}]\n      scale: {1: a, 3: b, 5: c}\n",
			`r.yaml:12:15: 1 probes apply to every claim (at least 2 without condition and slot were expected)`},
		{"unknown condition", askedHead + "      core: How?\n      text: '{core}'\n      probes: [Who, Why, {say: Where, when: no lnk}]\n      scale: {1: a, 3: b, 5: c}\n",
			`r.yaml:12:45: "no lnk" cannot stand under "when" (did you mean "no link"?)`},
		{"unknown key", askedHead + wholeAskText + "      tone: kind\n", `r.yaml:14:7: unknown key "tone" in ask`},
		{"kind with signals has a core", askedHead + wholeAskText + "kinds:\n  - {id: k, title: K, any of: [lead], ask: {core: How, text: '{core}'}}\n",
			`r.yaml:15:45: unknown key "core" in ask of a kind that has signals`},
		{"kind without signals quotes", askedHead + wholeAskText + "kinds:\n  - {id: k, title: K, ask: {core: How, text: '{quote} {core}', probes: [a, b], scale: {1: a, 3: b, 5: c}}}\n",
			`r.yaml:15:46: each text has a slot that can be empty (an alternative without slots but {core} was expected)`},
		{"long sheet", askedHead + wholeAskText + "sheet: {hello: {say: Hi, minutes: 61}}\n", `r.yaml:14:35: "minutes" is 61 (a number from 0 to 60 was expected)`},
		{"least over most", askedHead + wholeAskText + "sheet: {question: {least: 9, most: 4}}\n", `r.yaml:14:19: a question has at most 4 minutes and at least 9`},
	} {
		_, err := Parse("r.yaml", []byte(c.text))
		var faults *Faults
		if !errors.As(err, &faults) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s:\n got %v\nwant %s", c.name, err, c.want)
		}
	}
	if _, err := Parse("r.yaml", []byte(askedHead+wholeAskText)); err != nil {
		t.Errorf("a whole ask: %v", err)
	}
}
