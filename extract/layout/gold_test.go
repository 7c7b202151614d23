package layout

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// loose folds white space, case and the kinds of dashes and quotes, and takes
// out hyphens and spaces: what a person who copies a line may write otherwise.
func loose(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "", "—", "", "-", "", "−", "", "‐", "", " ", "", "\u00a0", "", "\t", "", "\n", "", "|", "", "•", "").Replace(s)
	return strings.ToLower(s)
}

// TestEvidence measures how many of the quotes in the labels stand in one
// logical line.
func TestEvidence(t *testing.T) {
	if testing.Short() {
		t.Skip("reads whole folders of resumes: left out with -short")
	}
	dir := "../../../shared/gold/dev"
	names, _ := filepath.Glob(dir + "/labels/*.yaml")
	if len(names) == 0 {
		t.Skip("no labels at " + dir)
	}
	one, doc, all := 0, 0, 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var labels struct {
			Signals map[string]struct{ Evidence []string }
		}
		if err := yaml.Unmarshal(data, &labels); err != nil {
			t.Logf("%s: %v", name, err)
			continue
		}
		base := strings.TrimSuffix(filepath.Base(name), ".yaml")
		pages, err := load(dir + "/pdf/" + base + ".pdf")
		if err != nil {
			t.Logf("%s: %v", base, err)
			continue
		}
		var lines []string
		for _, l := range Lines(pages) {
			lines = append(lines, loose(l.Marker+l.Text), loose(l.Text))
		}
		whole := strings.Join(lines, "")
		var ids []string
		for id := range labels.Signals {
			ids = append(ids, id)
		}
		sort.Strings(ids)
		seen := make(map[string]bool)
		for _, id := range ids {
			for _, q := range labels.Signals[id].Evidence {
				k := loose(q)
				if seen[k] || k == "" {
					continue
				}
				seen[k] = true
				all++
				found := false
				for _, l := range lines {
					found = found || strings.Contains(l, k)
				}
				switch {
				case found:
					one++
				case strings.Contains(whole, k):
					doc++
					fallthrough
				default:
					if testing.Verbose() && os.Getenv("PIQUE_MISSES") != "" {
						fmt.Printf("%s %v %s\n", base, strings.Contains(whole, k), q)
					}
				}
			}
		}
	}
	t.Logf("%d quotes: %.4f in one line (%d), %.4f over several (%d)", all, float64(one)/float64(all), one, float64(doc)/float64(all), doc)
}
