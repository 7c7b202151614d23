package claim

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata/lines.golden anew")

// TestLines compares the claims of testdata/lines.txt, all invented, with the
// reviewed golden file.
func TestLines(t *testing.T) {
	lines := corpus(t)
	if len(lines) < 150 {
		t.Fatalf("got %d lines, want 150 or more", len(lines))
	}
	var b strings.Builder
	for _, line := range lines {
		fmt.Fprintln(&b, line)
		cs := Parse(line)
		for _, c := range cs {
			fmt.Fprintf(&b, "\t%s\n", summary(line, c))
		}
		for _, x := range cs.Contradictions() {
			fmt.Fprintf(&b, "\t! says %.3g, gives %.3g\n", x.Says, x.Gives)
		}
	}
	const golden = "testdata/lines.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); d != "" {
		t.Errorf("claims of testdata/lines.txt (-want +got):\n%s", d)
	}
}

// TestParserUsesItsMemoryAgain parses the lines twice with one Parser: what
// it found before stays as it is.
func TestParserUsesItsMemoryAgain(t *testing.T) {
	var p Parser
	lines := corpus(t)
	got := make([]Claims, len(lines))
	for range 2 {
		for i, line := range lines {
			got[i] = p.Parse(line)
		}
	}
	for i, line := range lines {
		if d := cmp.Diff(Parse(line), got[i], cmp.AllowUnexported(Claim{})); d != "" {
			t.Errorf("%q (-new parser +used parser):\n%s", line, d)
		}
	}
}

func corpus(t testing.TB) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// summary is a claim on one line, without what is zero.
func summary(line string, c Claim) string {
	var b strings.Builder
	fmt.Fprintf(&b, "[%s] %s %s", line[c.Start:c.End], c.Form, c.Dim)
	if c.About != c.Dim {
		fmt.Fprintf(&b, " of %s", c.About)
	}
	fmt.Fprintf(&b, " %.4g %s", c.Value, c.Unit)
	for _, f := range []struct {
		show bool
		text string
	}{
		{c.High != 0, fmt.Sprintf("high=%.4g", c.High)},
		{c.Per != "", "per=" + c.Per},
		{c.HasBaseline, fmt.Sprintf("from=%.4g to=%.4g", c.From, c.To)},
		{c.Bound < 0, "at-most"},
		{c.Bound > 0, "at-least"},
		{c.Approx, "about"},
		{c.Ambiguous, "ambiguous"},
		{c.Direction < 0, "down"},
		{c.Direction > 0, "up"},
		{c.Gain < 0, "worse"},
		{c.Gain > 0, "better"},
		{c.Ratio != 0, fmt.Sprintf("ratio=%.3g", c.Ratio)},
		{c.Object != "", fmt.Sprintf("object=%q", c.Object)},
		{c.Condition != "", fmt.Sprintf("condition=%q", c.Condition)},
	} {
		if f.show {
			b.WriteString(" " + f.text)
		}
	}
	return b.String()
}
