package rubric_test

import (
	"fmt"
	"strings"
	"testing"

	"pique/extract"
	"pique/rubric"
)

// looksFor is a rubric with one phrase to look for.
func looksFor(phrase string) []byte {
	return fmt.Appendf(nil, `rubric: one
title: One
signals:
  - id: one
    title: One
    why: because
    look for: [{say: [%q]}]
    examples: [something]
`, phrase)
}

func TestProtectedRefused(t *testing.T) {
	for trait, phrases := range map[string][]string{
		"age":             {"young", "under 30", "years old", "date of birth", "young (professional | graduate)", "digital native", "age", "gen z", "recently retired", "aged <number>"},
		"family":          {"married", "maternity leave", "mother of two", "career break", "single parent", "no children", "pregnan*"},
		"sex":             {"female", "women in tech", "she/her", "society of women engineers", "girls who code", "gender", "=he", "fraternity", "sexual orientation"},
		"origin":          {"us citizen", "nationality", "green card", "native speaker", "hispanic", "indian", "h1b visa", "(black | asian) engineer", "mother tongue", "ethnicity", "place of birth", "nationalit*"},
		"religion":        {"christian", "church choir", "muslim", "bible study", "religious", "mission trip", "religio*"},
		"health":          {"disability", "wheelchair user", "autism", "deaf", "sick leave", "cancer survivor", "chronic illness", "mental health"},
		"school rank":     {"ivy league", "top-tier university", "iit bombay", "stanford", "(harvard | yale | princeton)", "top <number> university", "university of cambridge", "mit graduate", "degree from stanford", "prestigious (college | school)", "russell group", "tsinghua university"},
		"grades":          {"gpa", "cum laude", "dean's list", "first class honours", "valedictorian", "top of class", "good grades", "class rank", "marks", "gre score", "grade point average", "with distinction"},
		"graduation year": {"class of <year>", "graduation year", "graduated in <year>", "<year> graduate", "graduated after"},
	} {
		for _, p := range phrases {
			_, err := rubric.Parse("r.yaml", looksFor(p))
			if err == nil || !strings.Contains(err.Error(), "r.yaml:7:23: ") || !strings.Contains(err.Error(), "allow protected: ["+trait+"]") {
				t.Errorf("%q (%s): got %v, want it refused at 7:23", p, trait, err)
			}
		}
	}
}

func TestProtectedAccepted(t *testing.T) {
	for _, p := range []string{
		"stage", "manage the package", "grading", "aging", "racing", "blinding", "(scoring | grading | ranking)", "race condition", "resolve ... race", "gender classification model", "classify gender", "age estimation network", "age of information",
		"man in the middle", "child process", "with child nodes", "best-in-class accuracy", "production-grade", "upgrade", "gradient", "mark as done", "benchmark", "38 ms", "<time>",
		"black box", "white paper", "native code", "native (ios | android) app", "foreign key", "first language model", "source language", "accent classification", "blind deconvolution", "double-blind",
		"deaf-friendly captions dataset", "healthy service", "disabled logging", "race detector", "young gc", "old generation", "single gpu", "family of models",
		"parent node", "gap analysis", "graduate research assistant", "(new | recent) (grad | graduate)", "research university", "university project", "stanford cars", "oxford flowers", "uc berkeley dataset", "caltech-101",
		"mit licence", "cambridge structural database", "pima indian diabetes", "breast cancer wisconsin", "census income", "gender bias", "fairness ... race", "pronoun resolution", "epileptic seizure",
		"visa payment api", "citizen science", "class of models", "top <number> accuracy", "sat solver", "marked", "grade steel", "distinction loss", "faith in tests", "mission planning", "temple of code", "hit rate", "her2 detection", "score", "5 year old codebase",
		"(ieee | acm | springer)", "degree of parallelism", "masters of ceremonies", "tribe of mentors", "=ms", "honors the contract", "minority oversampling", "smote minority class",
	} {
		if _, err := rubric.Parse("r.yaml", looksFor(p)); err != nil {
			t.Errorf("%q: %v", p, err)
		}
	}
}

// TestProtectedOnlySought: exclusions and examples may name a trait.
func TestProtectedOnlySought(t *testing.T) {
	src := strings.Replace(string(looksFor("train model")), "    examples: [something]", `    ignore: [gpa]
    set aside: [young candidate]
    examples: [trained a model at a top-tier university]
    near misses: [gpa 4.0]`, 1)
	src = strings.Replace(src, `["train model"]`, `["train model"], unless: ["{schools}"]`, 1)
	src = strings.Replace(src, "signals:", "words:\n  schools: [stanford, harvard]\nsignals:", 1)
	if _, err := rubric.Parse("r.yaml", []byte(src)); err != nil {
		t.Error(err)
	}
	used := strings.Replace(src, `"train model"`, `"train model at {schools}"`, 1)
	if _, err := rubric.Parse("r.yaml", []byte(used)); err == nil || !strings.Contains(err.Error(), "r.yaml:4:13: ") {
		t.Errorf("a list that a rule looks for: got %v, want a fault at its entry", err)
	}
}

func TestProtectedAllowed(t *testing.T) {
	plain := string(looksFor("gpa"))
	allowed := strings.Replace(plain, "title: One\nsignals", "title: One\nallow protected: [grades]\nbecause: A scholarship is bound to them.\nsignals", 1)
	r, err := rubric.Parse("r.yaml", []byte(allowed))
	if err != nil {
		t.Fatal(err)
	}
	want := rubric.Override{Trait: "grades", Because: "A scholarship is bound to them."}
	if got := r.Overrides(); len(got) != 1 || got[0] != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := r.Score(&extract.Document{Status: extract.Unreadable}).Overrides; len(got) != 1 || got[0] != want {
		t.Errorf("a result has %v, want %v", got, want)
	}
	for name, src := range map[string]string{
		"no reason":    strings.Replace(allowed, "because: A scholarship is bound to them.\n", "", 1),
		"other trait":  strings.Replace(allowed, "[grades]", "[age]", 1),
		"reason alone": strings.Replace(allowed, "allow protected: [grades]\n", "", 1),
		"no trait":     strings.Replace(allowed, "[grades]", "[grdes]", 1),
	} {
		if _, err := rubric.Parse("r.yaml", []byte(src)); err == nil {
			t.Errorf("%s: was accepted", name)
		}
	}
}
