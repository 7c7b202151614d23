package content

import (
	"bytes"
	"compress/flate"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

// deflate compresses by the standard library.
func deflate(t testing.TB, data []byte, level int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// samples are texts of many sorts of redundancy.
func samples() [][]byte {
	r := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 70000)
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	few := make([]byte, 50000)
	for i := range few {
		few[i] = "abcdefgh\n"[min(r.IntN(9), r.IntN(9))]
	}
	skewed := make([]byte, 60000) // makes codes of 15 bits
	for i := range skewed {
		skewed[i] = byte(min(r.ExpFloat64()*14, 255))
	}
	return [][]byte{
		nil, []byte("a"), []byte(strings.Repeat("a", 1000)), []byte(strings.Repeat("0 0 m 10 20 l S\n", 4000)), noise, few, skewed,
		append(append([]byte{}, few...), noise...),
	}
}

func TestInflate(t *testing.T) {
	var f inflater
	for i, want := range samples() {
		for _, level := range []int{flate.NoCompression, flate.HuffmanOnly, flate.BestSpeed, flate.BestCompression} {
			packed := deflate(t, want, level)
			if got := f.deflated(nil, packed, 1<<20); !bytes.Equal(got, want) {
				t.Fatalf("sample %d, level %d: got %d bytes, want %d", i, level, len(got), len(want))
			}
			limit := len(want) / 3
			if got := f.deflated(nil, packed, limit); !bytes.Equal(got, want[:limit]) {
				t.Errorf("sample %d, level %d: got %d bytes under a limit of %d", i, level, len(got), limit)
			}
			part := packed[:len(packed)/2]
			least, _ := io.ReadAll(flate.NewReader(bytes.NewReader(part)))
			if got := f.deflated(nil, part, 1<<20); !bytes.HasPrefix(want, got) || len(got) < len(least) {
				t.Errorf("sample %d, level %d, broken off: got %d bytes, want %d", i, level, len(got), len(least))
			}
		}
	}
}

func FuzzInflate(f *testing.F) {
	for _, s := range samples() {
		f.Add(deflate(f, s[:min(len(s), 2000)], flate.BestCompression))
	}
	f.Add([]byte{3, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		const limit = 1 << 16
		var in inflater
		got := in.deflated(nil, data, limit)
		want, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), limit))
		if err == nil && !bytes.Equal(got, want) {
			t.Fatalf("got %d bytes, want %d", len(got), len(want))
		}
		if n := min(len(got), len(want)); !bytes.Equal(got[:n], want[:n]) {
			t.Fatalf("%d bytes in common differ", n)
		}
	})
}

func BenchmarkInflate(b *testing.B) {
	data := deflate(b, samples()[5], flate.DefaultCompression)
	var f inflater
	b.SetBytes(50000)
	out := make([]byte, 0, 50000)
	for b.Loop() {
		out = f.deflated(out[:0], data, 1<<20)
	}
}

func BenchmarkInflateStandard(b *testing.B) {
	data := deflate(b, samples()[5], flate.DefaultCompression)
	r := flate.NewReader(bytes.NewReader(data))
	b.SetBytes(50000)
	for b.Loop() {
		_ = r.(flate.Resetter).Reset(bytes.NewReader(data), nil)
		_, _ = io.Copy(io.Discard, r)
	}
}
