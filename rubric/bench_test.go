package rubric

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pique/extract"
)

// BenchmarkScore scores the lines of testdata, each file as a document of
// projects.
func BenchmarkScore(b *testing.B) {
	data, err := os.ReadFile("../rubrics/hiring-essay.yaml")
	if err != nil {
		b.Fatal(err)
	}
	r, err := Parse("hiring-essay.yaml", data)
	if err != nil {
		b.Fatal(err)
	}
	files, err := filepath.Glob("../testdata/lines/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no lines: %v", err)
	}
	var docs []*extract.Document
	lines := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		rows := strings.ReplaceAll(strings.TrimSpace(string(text)), "\n", "\n- ")
		docs = append(docs, sample(example{text: "PROJECTS\n- " + rows, in: "projects"}))
		lines += strings.Count(rows, "\n")
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			r.Score(d)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(docs)), "µs/document")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*lines), "ns/line")
}

// BenchmarkParse reads and checks the largest shipped rubric.
func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("../rubrics/hiring-essay.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("hiring-essay.yaml", data); err != nil {
			b.Fatal(err)
		}
	}
}
