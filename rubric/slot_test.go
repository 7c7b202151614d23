package rubric

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pique/extract/outline"
)

func TestSpoken(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"• Cut latency from 38 ms to 11 ms.", "Cut latency from 38 ms to 11 ms"},
		{"– – Built a parser,", "Built a parser"},
		{"[12] A. Roe. Sparse things.", "A. Roe. Sparse things"},
		{"2) Built a parser", "Built a parser"},
		{"o  Built a parser", "Built a parser"},
		{"25% smaller, 3x faster", "25% smaller, 3x faster"},
		{"2024 Vision Transformer", "2024 Vision Transformer"},
		{"+800% throughput", "+800% throughput"},
		{"∼80x speedup", "∼80x speedup"},
		{"BUILT A REAL-TIME PIPELINE FOR THE CUDA TEAM", "Built a Real-Time Pipeline for the CUDA Team"},
		{"SENiOR DATA SCiENTiST", "Senior Data Scientist"},
		{"TELSTRA", "TELSTRA"},
		{"IBM T.J. WATSON RESEARCH CENTER", "IBM T.J. Watson Research Center"},
		{"Trained LSTM and BERT models on TPU pods", "Trained LSTM and BERT models on TPU pods"},
		{`Read "A Paper" twice`, "Read 'A Paper' twice"},
		{"Clustering.”", "Clustering"},
		{"a\x1b[31mred\x00 line\u202e\ufeff\ue001 of\ttext\nhere", "a [31mred line of text here"},
		{"Acme (Startup", "Acme"},
		{"Reached 3 (of 5) goals", "Reached 3 (of 5) goals"},
		{"•••", ""},
	} {
		if got := spoken(c.in); got != c.want {
			t.Errorf("spoken(%q): got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestShortened(t *testing.T) {
	long := "Rewrote the feature joiner of the ranking service in a compiled language, moved its tables into memory-mapped files, " +
		"took the tail latency from 180 ms to 47 ms, and wrote the runbook that the on-call engineers have used ever since"
	for _, c := range []struct {
		keep []string
		want string
	}{
		{[]string{"Rewrote"}, "Rewrote the feature joiner of the ranking service in a compiled language, moved its tables into memory-mapped files, took the tail latency from 180 ms to 47 ms …"},
		{[]string{"latency", "180 ms to 47 ms"}, "Rewrote the feature joiner of the ranking service in a compiled language, moved its tables into memory-mapped files, took the tail latency from 180 ms to 47 ms …"},
		{[]string{"runbook"}, "… moved its tables into memory-mapped files, took the tail latency from 180 ms to 47 ms, and wrote the runbook that the on-call engineers have used ever since"},
		{nil, "Rewrote the feature joiner of the ranking service in a compiled language, moved its tables into memory-mapped files, took the tail latency from 180 ms to 47 ms …"},
	} {
		if got := shortened(long, maxSlotQuote, c.keep...); got != c.want {
			t.Errorf("shortened to keep %q:\n got %q\nwant %q", c.keep, got, c.want)
		}
	}
	if got := shortened("short enough", maxSlotQuote, "enough"); got != "short enough" {
		t.Errorf("short text: got %q", got)
	}
	if got := shortened(strings.Repeat("word of ", 60), maxSlotQuote); !strings.HasSuffix(got, "word …") {
		t.Errorf("text without clauses: got %q, want it to end with a word that can end it", got)
	}
}

func TestPaperTitle(t *testing.T) {
	for _, c := range []struct{ in, section, want string }{
		{"J. Doe and A. Roe. Sparse Attention on a Budget. In Proceedings of the Example Conference, 2023.", outline.Publications, "Sparse Attention on a Budget"},
		{"J. Doe, A. Roe, “Sparse Attention on a Budget,” Example Letters, 2023", outline.Publications, "Sparse Attention on a Budget"},
		{"Jane Doe, Alex Roe, Kim Poe, Sparse Attention on a Small Budget, International Conference on Examples, 2023", outline.Publications, "Sparse Attention on a Small Budget"},
		{"Sparse Attention on a Very Small Budget. Jane Doe, Alex Roe. 2023", outline.Publications, "Sparse Attention on a Very Small Budget"},
		{"Data Preparation, Learning, and Debugging in Clusters, EXAMPLE 2022", outline.Publications, "Data Preparation, Learning, and Debugging in Clusters"},
		{"Jane Doe. In Proceedings of the Example Conference", outline.Publications, ""},
		{"Jane S. Doe†, Alex Roe†, [...], Kim Poe†. Sparse attention on a small budget. eLife 2021", outline.Publications, "Sparse attention on a small budget"},
		{"‘Sparse Attention on a Budget’, Example Letters 2024", outline.Publications, "Sparse Attention on a Budget"},
		{"Implemented the paper “Sparse Attention on a Budget”", outline.Projects, ""},
		{"Spotting masks in the wild, Y. Doe, P. Roe & V. M. Poe; at Example Conference", outline.Publications, "Spotting masks in the wild"},
		{"Kaltenberg, L. – Doe, M. – Roe, T.: „Tests of a composite arm“, Report 3", outline.Publications, "Tests of a composite arm"},
		{"Present. One paper submitted to Examples", outline.Publications, ""},
		{"2024 Joint modelling of accents with one encoder, T. L. Doe and Q. Roe", outline.Publications, "Joint modelling of accents with one encoder"},
		{"Sparse Attention on a Very Small Budget CVPR 2026", outline.Publications, "Sparse Attention on a Very Small Budget"},
		{"Pruning with Hints: a framework for small networks, Exampletown, Utopia", outline.Publications, "Pruning with Hints: a framework for small networks"},
		{"L. Doe, H. Roe: Grasping glass with two cheap cameras. Preprint", outline.Publications, "Grasping glass with two cheap cameras"},
		{"L. Doe, H. Roe : « Débruiter sans référence », Atelier 2023", outline.Publications, "Débruiter sans référence"},
		{"Publications Under Review / To Appear", outline.Publications, ""},
		{"Preprint", outline.Publications, ""},
		{"denotes equal contribution of the authors", outline.Publications, ""},
		{"I am writing up a method for sparse attention", outline.Projects, ""},
		{"", outline.Publications, ""},
	} {
		if got := paperTitle(c.in, c.section); got != c.want {
			t.Errorf("paperTitle(%q): got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestMasked(t *testing.T) {
	words := nameWords("Will van Doe-Roe")
	in := "W. Doe-Roe and A. Poe: this will run, see github.com/willroe/x or will@example.com"
	want := "W. […]-[…] and A. Poe: this will run, see […] or […]"
	if got := masked(in, words); got != want {
		t.Errorf("masked: got %q, want %q", got, want)
	}
}

func TestOrganisationSlot(t *testing.T) {
	for in, want := range map[string]string{
		"Acme Robotics":                             "Acme Robotics",
		"ACME RESEARCH LABS GMBH":                   "Acme Research Labs GMBH",
		"Company Name":                              "",
		"Contractor, Acme Robotics":                 "Acme Robotics",
		"Acme (venture-backed)":                     "Acme",
		"Reliability Enginer":                       "",
		"R&D Development Engineer":                  "",
		"Lumber & Wall panel":                       "",
		"mostly testing and Python":                 "",
		"Institute for Public":                      "",
		"Games (GG) Group, University of Examples":  "Games Group, University of Examples",
		"Sociology and Law, University of Examples": "University of Examples",
		"Department of Law, University of Examples": "Department of Law, University of Examples",
		"jane@example.com":                          "",
		"May–Aug Acme":                              "",
		"–––":                                       "",
		strings.Repeat("long ", 30):                 "",
	} {
		a := asking{}
		if got := a.slots(Evidence{Quote: "Intern, " + in, Facts: map[string]string{"organisation": in}})["organisation"]; got != want {
			t.Errorf("organisation %q: got %q, want %q", in, got, want)
		}
	}
}

// letterwise is faithful by letters alone: where marks between letters were
// dropped, words have run together.
func letterwise(filled string, e Evidence) bool {
	fold := func(s string) string {
		var b strings.Builder
		for _, w := range wordsOf(s) {
			if !small[w] {
				b.WriteString(strings.Map(func(r rune) rune {
					if unicode.IsLetter(r) || unicode.IsDigit(r) {
						return r
					}
					return -1
				}, w))
			}
		}
		return b.String()
	}
	said := []rune(fold(filled))
	for _, source := range append([]string{e.Quote}, slices.Collect(maps.Values(e.Facts))...) {
		at := 0
		for _, r := range fold(strings.NewReplacer(`"`, "", "“", "", "”", "").Replace(source)) {
			if at < len(said) && said[at] == r {
				at++
			}
		}
		if at == len(said) {
			return true
		}
	}
	return false
}

func FuzzSlots(f *testing.F) {
	for _, s := range []string{"", "• A", `"`, "“x", "A. Roe. On B. In C.", "SCREAMING CAPITALS EVERYWHERE HERE", "\xff\xfe\x00", "a (b (c", strings.Repeat("x, ", 200)} {
		f.Add(s, "x")
	}
	f.Fuzz(func(t *testing.T, quote, match string) {
		a := asking{}
		e := Evidence{Quote: quote, Section: outline.Publications, Facts: map[string]string{"match": match, "title": quote, "organisation": quote, "measure": match}}
		for name, v := range a.slots(e) {
			if !utf8.ValidString(v) || strings.ContainsFunc(v, unicode.IsControl) {
				t.Errorf("%s: %q cannot be printed", name, v)
			}
			if n := utf8.RuneCountInString(v); n > maxSlotDeed+8 {
				t.Errorf("%s has %d characters: %q", name, n, v)
			}
			if !faithful(v, e) && !letterwise(v, e) {
				t.Errorf("%s: %q does not stand in %q", name, v, quote)
			}
		}
	})
}

func TestTitleWithoutTheCandidatesName(t *testing.T) {
	a := asking{name: nameWords("Jane Doe")}
	for in, want := range map[string]string{
		"Jane Doe, Regression for fast data mining":           "Regression for fast data mining",
		"Data Preparation, Learning, and Debugging of things": "Data Preparation, Learning, and Debugging of things",
		"Jane Doe, Sparse": "Jane Doe, Sparse",
	} {
		if got := a.withoutName(in); got != want {
			t.Errorf("withoutName(%q): got %q, want %q", in, got, want)
		}
	}
	if got := paperTitle("Co-author of a paper on crossings (under review)", outline.Publications); got != "" {
		t.Errorf("what is said of a paper is taken for its title: %q", got)
	}
}
