package index_test

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"

	"pique/index"
	"pique/index/query"
)

// sizes are how many invented candidates of 600 words a benchmark has.
var sizes = []int{1000, 10000}

// fill indexes so many candidates in a folder.
func fill(b *testing.B, dir string, n int) {
	b.Helper()
	x, err := index.Open(context.Background(), dir, index.Options{})
	if err != nil {
		b.Fatal(err)
	}
	inv := newInventor(16)
	for i := range n {
		if err := x.Put(inv.record(i, 600)); err != nil {
			b.Fatal(err)
		}
	}
	if err := x.Close(); err != nil {
		b.Fatal(err)
	}
}

func bytesUnder(b *testing.B, dir string) (sum int64) {
	b.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return sum
}

func BenchmarkPut(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				dir := b.TempDir()
				fill(b, dir, n)
				b.ReportMetric(float64(bytesUnder(b, dir))/float64(n), "bytes/doc")
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "us/doc")
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range sizes {
		dir := b.TempDir()
		fill(b, dir, n)
		x, err := index.Open(context.Background(), dir, index.Options{ReadOnly: true})
		if err != nil {
			b.Fatal(err)
		}
		for _, c := range []struct{ name, query, sort string }{
			{"all", "", ""},
			{"signal", "signal:faster", ""},
			{"level-by-level", "faster:>=3", "faster"},
			{"signals-and-words", "signal:faster signal:cheaper turbine orchard", ""},
			{"words-by-relevance", "turbine orchard", index.ByRelevance},
			{"score", "score:40..70", ""},
			{"phrase", `"object detection heads"`, ""},
			{"section", "section:projects lattice", ""},
			{"prefix", "turb*", ""},
			{"not", "-signal:class-project kind:intern", ""},
		} {
			q, err := query.Parse(c.query, known)
			if err != nil {
				b.Fatal(err)
			}
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				for b.Loop() {
					if _, err := x.Search(context.Background(), q, index.SearchOptions{Sort: c.sort, Limit: 20}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		b.Run(fmt.Sprintf("kept/%d", n), func(b *testing.B) {
			id := newInventor(16).record(0, 0).Candidate.SHA256
			for b.Loop() {
				if _, ok := x.Kept(id, "r1", 1); !ok {
					b.Fatal("not kept")
				}
			}
		})
		b.Run(fmt.Sprintf("find-name/%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := x.Find("brzecz"); err != nil {
					b.Fatal(err)
				}
			}
		})
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("open/%d", n), func(b *testing.B) {
			for b.Loop() {
				x, err := index.Open(context.Background(), dir, index.Options{ReadOnly: true})
				if err != nil {
					b.Fatal(err)
				}
				if err := x.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
