package content

import (
	"os"
	"testing"
)

// BenchmarkCorpus reads all of the resumes that lie beside the checkout.
func BenchmarkCorpus(b *testing.B) {
	var files [][]byte
	size := int64(0)
	for _, name := range corpus(b, "corpus/resumes") {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, data)
		size += int64(len(data))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, data := range files {
			if f, err := Read(data, Options{}); err == nil {
				f.Release()
			}
		}
	}
}
