package index

import "testing"

// TestLevels checks that there are never many segments, that none grows
// without end, and that rows are not copied again and again.
func TestLevels(t *testing.T) {
	of := func(rows int) *segment { return &segment{info: segmentInfo{Rows: rows}} }
	for _, batch := range []int{1, 30, 280, batchRows} {
		var all []*segment
		total, copied := 0, 0
		for total < 400*batchRows && (batch > 1 || total < 5000) {
			all = append(all, of(batch))
			total += batch
			for from := toMerge(all); len(from) > 0; from = toMerge(all) {
				sum := 0
				var rest []*segment
				for _, s := range all {
					merged := false
					for _, f := range from {
						merged = merged || f == s
					}
					if merged {
						sum += s.size()
					} else {
						rest = append(rest, s)
					}
				}
				copied += sum
				all = append(rest, of(sum))
				if sum > 40_000 {
					t.Fatalf("batches of %d: a merge of %d rows", batch, sum)
				}
			}
			if len(all) > 48 {
				t.Fatalf("batches of %d: %d segments for %d rows", batch, len(all), total)
			}
		}
		each := float64(copied) / float64(total)
		if limit := map[int]float64{1: 8, 30: 8, 280: 3, batchRows: 2}[batch]; each > limit {
			t.Errorf("batches of %d: each row was copied %.1f times, want at most %.0f", batch, each, limit)
		}
		t.Logf("batches of %d: %d segments for %d rows, each copied %.1f times", batch, len(all), total, each)
	}
}
