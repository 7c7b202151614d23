package layout

import (
	"fmt"
	"os"
	"os/exec"
	"sort"
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("DIFF")) {
		pages, _ := load(f)
		out, _ := exec.Command("pdftotext", "-enc", "UTF-8", f, "-").Output()
		var texts []string
		for _, l := range Lines(pages) {
			texts = append(texts, l.Marker, l.Text)
		}
		g, w := bag(texts...), bag(mend(string(out)))
		var a, b []string
		for k, n := range g {
			if n > w[k] {
				a = append(a, k)
			}
		}
		for k, n := range w {
			if n > g[k] {
				b = append(b, k)
			}
		}
		sort.Strings(a)
		sort.Strings(b)
		fmt.Println(f, "\n  ours:", a, "\n  theirs:", b)
	}
}
