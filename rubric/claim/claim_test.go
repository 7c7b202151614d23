package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var loose = cmp.Options{cmpopts.EquateApprox(0.01, 1e-12), cmpopts.IgnoreUnexported(Claim{}), cmpopts.IgnoreFields(Claim{}, "Start", "End", "ObjectStart", "ObjectEnd")}

// TestParse pins every field for one line of each form.
func TestParse(t *testing.T) {
	for _, tt := range []struct {
		line, text string
		want       Claim
	}{
		{"Cut latency 38 -> 11 ms on a Jetson Nano", "38 -> 11 ms", Claim{Form: Change, Dim: Time, About: Time, Value: 0.011, Unit: "s",
			From: 0.038, To: 0.011, HasBaseline: true, Direction: -1, Gain: 1, Object: "latency", Condition: "on a Jetson Nano", Ratio: 3.4545}},
		{"Runs at 31 FPS (from 9 FPS)", "31 FPS (from 9 FPS", Claim{Form: Change, Dim: Rate, About: Rate, Value: 31, Unit: "1/s",
			From: 9, To: 31, HasBaseline: true, Direction: 1, Gain: 1, Ratio: 3.444}},
		{"52 ms per sweep became 19 ms", "52 ms per sweep became 19 ms", Claim{Form: Change, Dim: Time, About: Time, Value: 0.019, Unit: "s",
			From: 0.052, To: 0.019, HasBaseline: true, Direction: -1, Gain: 1, Ratio: 2.737}},
		{"up to 3.1× faster inference", "up to 3.1×", Claim{Form: Ratio, Dim: Factor, About: Time, Value: 3.1, Unit: "x", Bound: -1,
			Direction: 1, Gain: 1, Object: "inference", Ratio: 3.1}},
		{"with one eighth of the parameters", "one eighth", Claim{Form: Ratio, Dim: Factor, About: Params, Value: 8, Unit: "x",
			Direction: -1, Gain: 1, Object: "parameters", Ratio: 8}},
		{"needs 40–60 % less memory", "40–60 %", Claim{Form: Percent, Dim: Percentage, About: Size, Value: 40, High: 60, Unit: "%",
			Direction: -1, Gain: 1, Object: "memory", Ratio: 1.667}},
		{"hosting bill from $1.2k/month to $300", "from $1.2k/month to $300", Claim{Form: Change, Dim: Money, About: Money, Value: 300, Unit: "USD/month", Per: "month",
			From: 1200, To: 300, HasBaseline: true, Direction: -1, Gain: 1, Object: "hosting bill", Ratio: 4}},
		{"under 1/4 MiB flash", "under 1/4 MiB", Claim{Form: Absolute, Dim: Size, About: Size, Value: 262144, Unit: "B", Bound: -1, Object: "flash"}},
		{"a 0.4 % accuracy drop", "0.4 %", Claim{Form: Percent, Dim: Percentage, About: Accuracy, Value: 0.4, Unit: "%", Direction: -1, Gain: -1, Object: "accuracy", Ratio: 0.996}},
		{"trained in 12 GPU hours on one A100", "12 GPU hours", Claim{Form: Absolute, Dim: Compute, About: Compute, Value: 12, Unit: "gpu h", Condition: "on one A100"}},
		{"jobs went from hours to minutes", "from hours to minutes", Claim{Form: Magnitude, Dim: Time, About: Time, Value: 60, Unit: "s",
			From: 3600, To: 60, HasBaseline: true, Direction: -1, Gain: 1}},
		{"took 1.200 ms", "1.200 ms", Claim{Form: Absolute, Dim: Time, About: Time, Value: 0.0012, Unit: "s", Ambiguous: true}},
	} {
		got := Parse(tt.line)
		if len(got) == 0 {
			t.Errorf("%q: no claim", tt.line)
			continue
		}
		if text := tt.line[got[0].Start:got[0].End]; text != tt.text {
			t.Errorf("%q: got text %q, want %q", tt.line, text, tt.text)
		}
		if d := cmp.Diff(tt.want, got[0], loose); d != "" {
			t.Errorf("%q (-want +got):\n%s", tt.line, d)
		}
	}
}

// TestNoQuantity has lines whose numbers measure nothing.
func TestNoQuantity(t *testing.T) {
	for _, line := range []string{
		"Python 3.8, C++17, v2.1 and YOLOv5", "ResNet-50 and GPT-4", "MSc, 2019 – 2021", "Jan 2020 to May 2023", "05/2020", "2020-05-12",
		"GPA 3.8/4.0", "CGPA: 8.6/10", "top 5 % of the class", "1st place, 2nd prize", "CS 229", "EE364a", "page 12", "Figure 3", "IL 62704",
		"+1 555 123 4567", "(555) 123-4567", "arXiv:2106.09685", "doi 10.1145/3292500.3330701", "https://example.org/3x/40ms", "a9@example.com",
		"2D and 3D plots", "4K video over 5G", "1080p", "A/B testing", "24/7", "3x3 kernels", "224 x 224", "5-fold cross-validation", "2x hackathon winner",
		"three times a week", "Room 204", "Windows 10", "since the 90s", "the 1990s", "H.264", "10.0.0.1", "half-precision", "double major", "a third party",
		"the second half of 2020", "Phase 2", "rank 20", "VLDB’24", "1200 J Street, Room 310",
	} {
		if got := Parse(line); len(got) != 0 {
			t.Errorf("%q: got %+v, want none", line, got)
		}
	}
}

func TestMeasured(t *testing.T) {
	for _, tt := range []struct {
		line string
		dim  Dim
		want bool
	}{
		{"reduced query time by 40%", Time, true},
		{"3x faster", Time, true},
		{"sub-second responses", Time, true},
		{"40 % less memory", Time, false},
		{"40 % less memory", Size, true},
		{"reduced onboarding time by 40%", Time, false},
		{"3 years of experience", Time, false},
		{"runs in real time", Time, false},
		{"from hours to minutes", Time, false},
		{"on a single GPU", Compute, true},
		{"served 500+ users", Count, false},
		{"8-bit weights", Bits, false},
		{"from O(n^2) to O(n log n)", Other, false},
		{"cloud cost down 30%", Money, true},
		{"reduced labor cost by 30%", Money, false},
		{"97.5% accuracy", Accuracy, true},
		{"doubled throughput", Rate, true},
		{"draws 2 W", Power, true},
	} {
		if got := len(Parse(tt.line).Of(tt.dim)) > 0; got != tt.want {
			t.Errorf("%q: Of(%v) = %v, want %v", tt.line, tt.dim, got, tt.want)
		}
	}
}

func TestNear(t *testing.T) {
	line := "Pruned the model to 4 MB and cut latency by 40 % on 2 GPUs"
	cs := Parse(line)
	if len(cs) != 3 {
		t.Fatalf("got %d claims, want 3: %+v", len(cs), cs)
	}
	near := cs.Near(29, 40, 4) // "cut latency"
	if len(near) != 1 || near[0].Dim != Percentage {
		t.Errorf("got %+v, want the percentage alone", near)
	}
	if got := cs.Near(0, len(line), 0); len(got) != 3 {
		t.Errorf("got %d claims in the line, want 3", len(got))
	}
	if got := cs.Within(0, 24); len(got) != 1 || got[0].Dim != Size {
		t.Errorf("got %+v, want the size alone", got)
	}
}

func TestContradictions(t *testing.T) {
	for line, want := range map[string]int{
		"10x speedup (120 -> 35 ms)":                                 1,
		"10x faster inference, latency from 120 to 35 ms":            0, // two things
		"reduced latency by 50% (200 ms to 180 ms)":                  1,
		"cut p99 latency by 90% from 500ms to sub-50ms":              0,
		"3.4x faster (120 → 35 ms)":                                  0,
		"up to 20x speedup, from 100 s to 8 s":                       0,
		"cut memory by 10x and latency from 120 to 35 ms":            0,
		"40% faster, from 100 ms to 60 ms":                           0,
		"10x speedup. Memory went from 4 GB to 1 GB":                 0,
		"revenue up 3x, users grew from 200 to 5,000":                0,
		"a 2x improvement in throughput, from 100 to 900 requests/s": 1,
	} {
		if got := Parse(line).Contradictions(); len(got) != want {
			t.Errorf("%q: got %+v, want %d", line, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"Cut latency to 1.2 s. Then shipped it.", []string{"Cut latency to 1.2 s.", "Then shipped it."}},
		{"See Fig. 3 by Roe et al. The gain is 3.1x.", []string{"See Fig. 3 by Roe et al. The gain is 3.1x."}},
		{"Fast vs. Slow, e.g. C in the U.S. Army", []string{"Fast vs. Slow, e.g. C in the U.S. Army"}},
		{"Acme Inc. Built it; Shipped it! Done? Yes", []string{"Acme Inc. Built it;", "Shipped it!", "Done?", "Yes"}},
		{"one; two. three", []string{"one; two. three"}},
		{"fell to 11 ms. Memory too. (2 GB) left", []string{"fell to 11 ms.", "Memory too.", "(2 GB) left"}},
		{"  padded.  ", []string{"padded."}},
		{"“Quoted.” Next", []string{"“Quoted.” Next"}},
		{"", nil},
	} {
		var got []string
		for _, s := range Sentences(tt.text) {
			got = append(got, tt.text[s[0]:s[1]])
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, d)
		}
	}
}
