package content

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"strings"
	"testing"
)

func TestFilters(t *testing.T) {
	text := strings.Repeat("the same again and ", 400)
	var z, l bytes.Buffer
	zw := zlib.NewWriter(&z)
	_, _ = zw.Write([]byte(text))
	_ = zw.Close()
	lw := lzw.NewWriter(&l, lzw.MSB, 8) // Go's writer widens its codes late
	_, _ = lw.Write([]byte(text))
	_ = lw.Close()
	var inf inflater
	for _, c := range []struct {
		name, filter string
		data         []byte
		p            params
		want         string
	}{
		{"flate", "FlateDecode", z.Bytes(), params{}, text},
		{"flate without its header", "FlateDecode", z.Bytes()[2:], params{}, text},
		{"LZW", "LZWDecode", l.Bytes(), params{late: true}, text},
		{"LZW of the specification", "LZWDecode", []byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}, params{}, "-----A---B"},
		{"ASCII85", "ASCII85Decode", []byte("87cUR D]i,\"Ebo80~>"), params{}, "Hello World!"},
		{"ASCIIHex", "ASCIIHexDecode", []byte("48 65 6C6c 6F>"), params{}, "Hello"},
		{"run length", "RunLengthDecode", []byte{1, 'a', 'b', 254, 'c', 128, 'x'}, params{}, "abccc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := inf.decode(nil, c.filter, c.data, c.p, 1<<20)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("got %.60q, want %.60q", got, c.want)
			}
		})
	}
	if got, _ := inf.decode(nil, "FlateDecode", z.Bytes(), params{}, 10); len(got) != 10 {
		t.Errorf("got %d bytes at a limit of 10", len(got))
	}
	if got, _ := inf.decode(nil, "FlateDecode", z.Bytes()[:len(z.Bytes())-8], params{}, 1<<20); len(got) == 0 {
		t.Error("a stream that breaks off yields nothing")
	}
	if _, err := inf.decode(nil, "DCTDecode", nil, params{}, 10); err == nil {
		t.Error("an image's filter is taken")
	}
}

func TestPredictors(t *testing.T) {
	want := []byte{1, 2, 3, 4, 6, 8, 10, 12}
	for kind, rows := range map[byte][]byte{
		0: {0, 1, 2, 3, 4, 0, 6, 8, 10, 12},
		1: {1, 1, 1, 1, 1, 1, 6, 2, 2, 2},
		2: {2, 1, 2, 3, 4, 2, 5, 6, 7, 8},
		3: {3, 1, 2, 2, 3, 3, 6, 4, 5, 5},
		4: {4, 1, 1, 1, 1, 4, 5, 2, 2, 2},
	} {
		got := unpredict(append([]byte{}, rows...), params{predictor: 15, columns: 4})
		if !bytes.Equal(got, want) {
			t.Errorf("kind %d: got %v, want %v", kind, got, want)
		}
	}
	if got := unpredict([]byte{1, 1, 1, 1, 6, 2, 2, 2}, params{predictor: 2, columns: 4}); !bytes.Equal(got, want) {
		t.Errorf("TIFF: got %v, want %v", got, want)
	}
}
