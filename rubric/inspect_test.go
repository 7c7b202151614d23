package rubric_test

import (
	"strings"
	"testing"

	"pique/rubric"
)

// thorough is a rubric about which there is nothing to say.
const thorough = `rubric: thorough
title: Thorough
words:
  beast: [fox, hare]
signals:
  - id: quick
    title: Quick
    why: because
    weight: 60
    measured: {by: [time]}
    look for:
      - say: ["quick {beast}"]
        unless: [brown bread]
    examples:
      - a quick fox ran
      - {say: a quick hare ran for 38 ms, level: measured}
    near misses:
      - a slow fox ran
      - a quick fox on brown bread
  - id: lazy
    title: Lazy
    why: because
    weight: 40
    verified by: [code]
    ignore: [lazy loading]
    look for: [lazy]
    examples:
      - a lazy dog
      - {say: "a lazy dog, github.com/example-handle/dog", level: verifiable}
    near misses: [lazy loading of pages]
`

func TestInspectNothing(t *testing.T) {
	r, err := rubric.Parse("r.yaml", []byte(thorough))
	if err != nil {
		t.Fatal(err)
	}
	got := r.Inspect()
	for _, f := range got.Findings {
		t.Errorf("got %+v", f)
	}
	if want := (rubric.Coverage{Phrases: 2, Fired: 2, Exclusions: 2, Excluding: 2, Entries: 2, Found: 2}); got.Coverage != want {
		t.Errorf("coverage: got %+v, want %+v", got.Coverage, want)
	}
}

func TestInspect(t *testing.T) {
	tests := []struct {
		name, old, new string
		check          string
		fault          bool
		line           int
		msg            string
	}{
		{"example does not fire", "a quick fox ran", "a quick dog ran", rubric.CheckExample, true, 15, "as absent, and specific was expected"},
		{"near miss fires", "a slow fox ran", "a quick fox ran on", rubric.CheckExample, true, 18, "and absent was expected"},
		{"no examples", "    examples:\n      - a lazy dog\n      - {say: \"a lazy dog, github.com/example-handle/dog\", level: verifiable}\n", "", rubric.CheckTop, false, 20, "is verifiable"},
		{"phrase without example", "look for: [lazy]", "look for: [lazy, idle hound]", rubric.CheckDead, false, 26, "“idle hound”"},
		{"phrase covered", "look for: [lazy]", "look for: [lazy, lazy ...3 hound]", rubric.CheckCovered, false, 26, "“lazy ...3 hound” is superfluous: “lazy”"},
		{"entry covered", "[fox, hare]", "[fox, hare, =foxes]", rubric.CheckCovered, false, 4, "“=foxes” is superfluous: “fox” on the list"},
		{"list unused", "words:\n", "words:\n  bird: [wren]\n", rubric.CheckUnused, false, 4, `word list "bird"`},
		{"never matches", "look for: [lazy]", "look for: [lazy, dog ^ cat]", rubric.CheckNever, true, 26, "“dog ^ cat” can never be found"},
		{"always ignored", "look for: [lazy]", "look for: [lazy, lazy loading page]", rubric.CheckNever, true, 26, "“lazy loading page” can never fire"},
		{"always excluded", `["quick {beast}"]`, `["quick {beast}", quick brown bread]`, rubric.CheckNever, true, 12, "“quick brown bread” can never fire"},
		{"rule in no place", "        unless: [brown bread]", "        unless: [brown bread]\n        in: [header]", rubric.CheckNever, true, 12, "the rule can never hold"},
		{"level above top", "    weight: 60", "    weight: 60\n    top: specific", rubric.CheckLevel, true, 6, "has numbers that measure it, and its top is specific"},
		{"rule above top", "        unless: [brown bread]", "        unless: [brown bread]\n        level: verifiable", rubric.CheckTop, false, 6, "is verifiable"},
		{"example above top", "    weight: 40", "    weight: 40\n    top: specific", rubric.CheckLevel, true, 30, "the example is verifiable"},
		{"raised for nothing", "        unless: [brown bread]", "        unless: [brown bread]\n        specific when: [organisation]", rubric.CheckLevel, false, 12, "it is specific already"},
		{"top out of reach", "    weight: 60", "    weight: 60\n    top: verifiable", rubric.CheckMaximum, true, 10, "can be measured at the most"},
		{"maximum out of reach", "    weight: 60", "    weight: 60\n    top: verifiable", rubric.CheckMaximum, true, 6, "has 88 of 100 points"},
		{"top without example", `      - {say: "a lazy dog, github.com/example-handle/dog", level: verifiable}` + "\n", "", rubric.CheckTop, false, 20, "is verifiable, its highest level"},
		{"same words", "    examples:\n      - a quick fox", "      - lazy dog\n    examples:\n      - a quick fox", rubric.CheckOverlap, false, 27, "shows \"quick\" for the same words"},
		{"example of two", "a lazy dog\n", "a lazy quick fox\n", rubric.CheckOverlap, false, 28, `shows "quick" as well as "lazy"`},
		{"also", "- a lazy dog\n", "- {say: a lazy quick fox, also: [quick]}\n", "", false, 0, ""},
		{"also does not fire", "- a lazy dog\n", "- {say: a lazy dog, also: [quick]}\n", rubric.CheckExample, true, 28, `does not show "quick"`},
		{"exclusion idle", "ignore: [lazy loading]", "ignore: [lazy loading, lazy river]", rubric.CheckExclusion, false, 25, "“lazy river” under \"ignore\" excludes no near miss"},
		{"head too long", "    title: Quick\n", "    title: Quick\n    short: quickness\n", rubric.CheckColumn, false, 8, "has 9 columns"},
		{"heads alike", "    title: Quick\n", "    title: Quick\n    short: lazy\n", rubric.CheckTwice, false, 21, "the same head"},
		{"example twice", "- a quick fox on brown bread", "- a slow fox ran", rubric.CheckTwice, false, 19, "stands in line 18 already"},
		{"override idle", "title: Thorough\n", "title: Thorough\nallow protected: [grades]\nbecause: of it\n", rubric.CheckUnused, false, 3, "no phrase looks for grades"},
	}
	for _, tt := range tests {
		src := strings.Replace(thorough, tt.old, tt.new, 1)
		if src == thorough {
			t.Errorf("%s: there is no %q", tt.name, tt.old)
			continue
		}
		r, err := rubric.Parse("r.yaml", []byte(src))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		found := false
		for _, f := range r.Inspect().Findings {
			if tt.check == "" {
				t.Errorf("%s: got %+v, want nothing", tt.name, f)
			}
			if f.Check == tt.check && f.Fault == tt.fault && f.Line == tt.line && strings.Contains(f.Msg, tt.msg) && f.Col > 0 && f.Do != "" {
				found = true
			}
		}
		if !found && tt.check != "" {
			t.Errorf("%s: got %+v\nwant %s at line %d: %q", tt.name, r.Inspect().Findings, tt.check, tt.line, tt.msg)
		}
	}
}

func TestInspectNoPoints(t *testing.T) {
	r, err := rubric.Parse("r.yaml", []byte(strings.NewReplacer("weight: 60", "weight: 0", "weight: 40", "weight: 0").Replace(thorough)))
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Inspect(); got.Faults() != 1 || !strings.Contains(got.Findings[0].Msg, "a score of 0") {
		t.Errorf("got %+v, want that all scores are 0", got.Findings)
	}
}

// TestWeightsSum: whatever the weights, those of all signals are 100 points,
// in tenths.
func TestWeightsSum(t *testing.T) {
	for _, weights := range [][2]string{{"1", "2"}, {"1", "1"}, {"7", "900"}, {"0.001", "1000"}, {"3", "0"}} {
		src := strings.NewReplacer("weight: 60", "weight: "+weights[0], "weight: 40", "weight: "+weights[1]).Replace(thorough)
		r, err := rubric.Parse("r.yaml", []byte(src))
		if err != nil {
			t.Fatal(err)
		}
		tenths := 0
		for _, s := range r.Signals() {
			tenths += int(s.Weight*10 + 0.5)
		}
		if tenths != 1000 {
			t.Errorf("weights %v: got %d tenths, want 1000", weights, tenths)
		}
	}
}
