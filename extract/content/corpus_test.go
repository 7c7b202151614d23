package content

import (
	"context"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pique/extract/glyph"
)

// corpus finds a folder of measuring files that lies beside the checkout.
func corpus(t testing.TB, name string) []string {
	t.Helper()
	for _, up := range []string{"../../../shared", "../../shared"} {
		files, _ := filepath.Glob(filepath.Join(up, name, "*.pdf"))
		if len(files) > 0 {
			return files
		}
	}
	t.Skipf("no shared/%s beside the checkout", name)
	return nil
}

// naiveText groups visible glyphs by baseline, in the order of painting, and
// takes a gap of more than 0.1 em for a space, as poppler does.
func naiveText(pages []glyph.Page) string {
	var b strings.Builder
	for _, p := range pages {
		var last *glyph.Glyph
		for i := range p.Glyphs {
			g := &p.Glyphs[i]
			if g.Hidden != glyph.Visible || g.Text == "" {
				continue
			}
			if last != nil {
				gap := g.Box[0] - last.Box[2]
				if g.Angle != 0 && g.Angle == last.Angle {
					gap = math.Hypot((g.Box[0]+g.Box[2]-last.Box[0]-last.Box[2])/2, (g.Box[1]+g.Box[3]-last.Box[1]-last.Box[3])/2) - last.Size*0.6
				} else if math.Abs(g.Base-last.Base) > 0.5*g.Size {
					b.WriteByte('\n')
				}
				if gap > 0.1*g.Size || gap < -1.5*g.Size {
					b.WriteByte(' ')
				}
			}
			b.WriteString(g.Text)
			last = g
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// words splits a text for comparison: compatibility forms folded, letters and
// digits alone.
func words(s string) map[string]int {
	s = norm.NFKC.String(s)
	m := map[string]int{}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		m[w]++
	}
	return m
}

// wordF1 compares two bags of words.
func wordF1(got, want map[string]int) (f1, recall float64) {
	var hit, g, w int
	for k, n := range got {
		g += n
		hit += min(n, want[k])
	}
	for _, n := range want {
		w += n
	}
	if g+w == 0 {
		return 1, 1
	}
	if w > 0 {
		recall = float64(hit) / float64(w)
	}
	return 2 * float64(hit) / float64(g+w), recall
}

func TestCorpusWords(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	for _, folder := range []string{"corpus/resumes", "gold/dev/pdf"} {
		t.Run(filepath.Base(filepath.Dir(folder))+"-"+filepath.Base(folder), func(t *testing.T) {
			measure(t, corpus(t, folder))
		})
	}
}

func measure(t *testing.T, files []string) {
	type row struct {
		file, note string
		f1         float64
	}
	var rows []row
	sum, good := 0.0, 0
	var spent time.Duration
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, err := exec.Command("pdftotext", file, "-").Output()
		if err != nil {
			continue
		}
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		start := time.Now()
		f, err := Read(data, Options{Context: ctx})
		spent += time.Since(start)
		cancel()
		r := row{file: filepath.Base(file)}
		if err != nil {
			r.note = err.Error()
		}
		text := ""
		if f != nil {
			text = naiveText(f.Pages)
			for _, p := range f.Pages {
				if p.Err != nil {
					r.note += " " + p.Err.Error()
				}
			}
		}
		r.f1, _ = wordF1(words(text), words(string(want)))
		sum += r.f1
		if r.f1 >= 0.95 {
			good++
		}
		rows = append(rows, r)
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].f1 < rows[j].f1 })
	for _, r := range rows[:min(20, len(rows))] {
		t.Logf("%.4f %s %s", r.f1, r.file, r.note)
	}
	if mean := sum / float64(len(rows)); mean < 0.98 {
		t.Errorf("mean word F1 is %.4f, want 0.98 or more", mean)
	}
	t.Logf("%d files, mean word F1 %.4f, %d at 0.95 or more, %v", len(rows), sum/float64(len(rows)), good, spent.Round(time.Millisecond))
}
