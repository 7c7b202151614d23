package layout

import (
	"os"
	"path/filepath"
	"testing"

	"pique/extract/glyph"
)

// BenchmarkLines measures the layout of the invented resumes, or of the PDFs
// of the folder in PIQUE_BENCH.
func BenchmarkLines(b *testing.B) {
	dir := os.Getenv("PIQUE_BENCH")
	if dir == "" {
		dir = "../../testdata/resumes"
	}
	names, _ := filepath.Glob(dir + "/*.pdf")
	var docs [][]glyph.Page
	pages := 0
	for _, n := range names {
		if p, err := load(n); err == nil {
			docs = append(docs, p)
			pages += len(p)
		}
	}
	if len(docs) == 0 {
		b.Skip("no documents")
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			Lines(d)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*pages), "µs/page")
}
