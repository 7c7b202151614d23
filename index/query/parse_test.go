package query_test

import (
	"errors"
	"strings"
	"testing"

	"pique/index/query"
)

var known = query.Known{
	Signals:  []string{"internship", "publication", "paper-code", "faster", "smaller", "cheaper", "multitask", "experience", "class-project"},
	Kinds:    []string{"experienced", "intern", "author", "standout-project", "other"},
	Sections: []string{"experience", "education", "projects", "publications", "skills"},
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "*"},
		{"  ", "*"},
		{"*", "*"},
		{"pruning", "pruning"},
		{"Pruning  kernels", "Pruning kernels"},
		{"a AND b", "a b"},
		{"a OR b c", "a OR (b c)"},
		{"(a OR b) c", "(a OR b) c"},
		{"((a))", "a"},
		{"a (b c)", "a b c"},
		{"a OR (b OR c)", "a OR b OR c"},
		{"-a", "-a"},
		{"NOT a", "-a"},
		{"--a", "a"},
		{"-(a b)", "-(a b)"},
		{"-(a OR b) c", "-(a OR b) c"},
		{"* OR a", "*"},
		{"* a", "a"},
		{"-*", "-*"},
		{`"object  detection"`, `"object detection"`},
		{`“object detection”`, `"object detection"`},
		{`"OR"`, `"OR"`},
		{`"-x"`, `"-x"`},
		{"few-shot", "few-shot"},
		{"c++ c#", "c++ c#"},
		{"or and not", "or and not"},
		{"quant*", "quant*"},
		{`"object detect"*`, `"object detect"*`},
		{"signal:faster", "signal:faster"},
		{"Signal:FASTER", "signal:faster"},
		{"-signal:class-project", "-signal:class-project"},
		{"faster:>=3", "faster:>=3"},
		{"faster>=3", "faster:>=3"},
		{"faster:≥3", "faster:>=3"},
		{"faster:3", "faster:3"},
		{"faster:=3", "faster:3"},
		{"faster:measured", "faster:3"},
		{"faster:>specific", "faster:>=3"},
		{"faster:>=1", "signal:faster"},
		{"faster:<3", "faster:<=2"},
		{"faster:2..3", "faster:2..3"},
		{"faster:0", "-signal:faster"},
		{"faster:<1", "-signal:faster"},
		{"faster:0..2", "-faster:>=3"},
		{"faster:>=0", "*"},
		{"faster:>4", "-*"},
		{"paper-code:4", "paper-code:4"},
		{"kind:intern", "kind:intern"},
		{"score:>60", "score:>60"},
		{"score>60", "score:>60"},
		{"score:>=60.5", "score:>=60.5"},
		{"score:<40", "score:<40"},
		{"score:40..70", "score:40..70"},
		{"score:71", "score:>=70.5 score:<71.5"},
		{"score:0", "score:<0.5"},
		{"score:100", "score:>=99.5"},
		{"speedup:>=2", "speedup:>=2"},
		{"speedup>2.5x", "speedup:>2.5"},
		{"speedup:2..10", "speedup:2..10"},
		{"ratio:<4", "ratio:<4"},
		{"ratio:8", "ratio:7.5..8.5"},
		{"speedup:>=0", "speedup:>=0"},
		{"status:partial", "status:partial"},
		{"name:wrobel", "name:wrobel"},
		{`name:"Ana Maria"`, `name:"Ana Maria"`},
		{"name:wro*", "name:wro*"},
		{"file:jane.pdf", "file:jane.pdf"},
		{"org:acme", "org:acme"},
		{"skill:c++", "section:skills c++"},
		{"section:publications few-shot", "section:publications few-shot"},
		{`section:publications "few shot" x`, `section:publications "few shot" x`},
		{"section:publications (a OR b) x", "section:publications (a OR b) x"},
		{"x section:publications", "x (section:publications)"},
		{"section:publications signal:faster", "(section:publications) signal:faster"},
		{"naïve wróbel", "naïve wróbel"},
	} {
		q, err := query.Parse(c.in, known)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.in, err)
			continue
		}
		if got := q.String(); got != c.want {
			t.Errorf("Parse(%q) = %s, want %s", c.in, got, c.want)
		}
		again, err := query.Parse(q.String(), known)
		if err != nil || again.String() != q.String() {
			t.Errorf("Parse(%q) = %s again, error %v", q, again, err)
		}
	}
}

func TestFaults(t *testing.T) {
	for _, c := range []struct {
		in   string
		col  int
		want string
	}{
		{"signal:fasta", 8, `no signal "fasta"; did you mean "faster"?`},
		{"x signal:fast", 10, `did you mean "faster"?`},
		{"signal:zzz", 8, "signals: internship, publication"},
		{"fastr:>=3", 1, `no field "fastr"; did you mean "faster"?`},
		{"kinds:intern", 1, `did you mean "kind"?`},
		{"kind:interm", 6, `did you mean "intern"?`},
		{"kind: intern", 1, "kind: has no value; write it without a space"},
		{"faster:>=5", 8, `no level ">=5"`},
		{"faster:", 1, "has no value"},
		{"score:>", 7, `no score ">"`},
		{"score:101", 7, "points go from 0 to 100"},
		{"score:70..40", 7, "no score"},
		{"score:nan", 7, "no score"},
		{"score:1e3", 7, "no score"},
		{"speedup:fast", 9, `no factor "fast"; write speedup:>=2`},
		{"speedup:", 1, "has no value"},
		{"speedup:10..2", 9, "no factor"},
		{"speedup:2*", 9, "takes no star"},
		{"status:good", 8, "statuses: ok, partial, unreadable"},
		{"https://example.org/x", 1, "put an address in quotes"},
		{`"open`, 1, "never closed"},
		{`""`, 1, "nothing stands between"},
		{"a (b", 3, "never closed"},
		{"a) b", 2, `")" closes nothing`},
		{"()", 2, `nothing stands before ")"`},
		{"a OR", 5, "ends too early"},
		{"OR a", 1, "nothing to its left"},
		{"a OR OR b", 6, "nothing to its left"},
		{"AND a", 1, "nothing to its left"},
		{"a AND", 6, "nothing to its right"},
		{"NOT", 1, "nothing to its right"},
		{"a - b", 3, "nothing to leave out"},
		{"q*", 1, "two letters or digits"},
		{"qu*nt", 1, "within a word"},
		{"a !!!", 3, "no letter or digit"},
		{"section:publications (signal:faster x)", 23, "cannot stand within section:publications"},
		{"section:publication x", 9, `did you mean "publications"?`},
		{"é signal:fasta", 10, "faster"},
		{strings.Repeat("(", 40) + "a", 33, "levels"},
		{strings.Repeat("a ", 200), 257, "more than 128 terms"},
		{strings.Repeat("a", 5000), 1, "5000 bytes"},
	} {
		_, err := query.Parse(c.in, known)
		var f *query.Fault
		if !errors.As(err, &f) {
			t.Errorf("Parse(%q): got error %v, want a fault", c.in, err)
			continue
		}
		if f.Col != c.col || !strings.Contains(f.Error(), c.want) {
			t.Errorf("Parse(%q): got %v, want column %d and %q", c.in, f, c.col, c.want)
		}
	}
}

func TestBuilt(t *testing.T) {
	typed, err := query.Parse("signal:faster -signal:class-project kind:intern score:>=60 few-shot", known)
	if err != nil {
		t.Fatal(err)
	}
	built := query.And(query.Signal("faster"), query.Query{}, query.Not(query.Signal("class-project")),
		query.OfKind("intern"), query.MinScore(60), query.Words(` few-shot "`))
	if built.String() != typed.String() {
		t.Errorf("got %s, want %s", built, typed)
	}
	for got, want := range map[string]string{
		query.And().String():                                                                "*",
		query.Or().String():                                                                 "*",
		query.Not(query.Query{}).String():                                                   "-*",
		query.Not(query.Not(query.Signal("a"))).String():                                    "signal:a",
		query.Not(query.Not(query.Query{})).String():                                        "*",
		query.Or(query.Signal("a"), query.Query{}).String():                                 "*",
		query.Or(query.Words("a b"), query.OfStatus("ok")).String():                         "(a b) OR status:ok",
		query.AtLeast("a", 0).String():                                                      "*",
		query.And(query.Words("OR"), query.Or(query.Words("a"), query.Words("b"))).String(): `"OR" (a OR b)`,
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// FuzzParse checks that whatever is typed gives a query or a fault within
// it, and that the canonical form reads as itself.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "a b OR -(c d*)", `section:skills ("x y" OR z*) faster:>=3`, "score:40..70 name:\"a b\"*",
		"faster>=3 score:71", "-*", "speedup:>=2x ratio:2..3 -speedup<4", "speedup:1.05 score:71.07", "AND OR NOT", "“a”", "a:b", "file:a-b.pdf)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, k := range []query.Known{known, {}} {
			q, err := query.Parse(s, k)
			if err != nil {
				var fault *query.Fault
				if !errors.As(err, &fault) || fault.Col < 1 || fault.Col > len([]rune(s))+1 || fault.Msg == "" {
					t.Fatalf("Parse(%q): bad fault %#v", s, err)
				}
				continue
			}
			again, err := query.Parse(q.String(), k)
			if err != nil && len(q.String()) <= query.MaxBytes && !strings.Contains(err.Error(), "more than") {
				t.Fatalf("Parse(%q) of %q: %v", q.String(), s, err)
			}
			if err == nil && again.String() != q.String() {
				t.Fatalf("Parse(%q) = %q again, of %q", q.String(), again.String(), s)
			}
		}
	})
}
