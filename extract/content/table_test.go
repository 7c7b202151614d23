package content

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"

	"pique/extract/glyph"
)

const hello = "BT /F 10 Tf 10 50 Td (Hello) Tj ET"

func TestMended(t *testing.T) {
	sound := build(hello, helvetica, "")
	cut := bytes.Index(sound, []byte("xref\n"))
	for _, c := range []struct {
		name   string
		data   []byte
		mended bool
	}{
		{"sound", sound, false},
		{"PDF 2.0", rewrite(sound, "%PDF-1.4", "%PDF-2.0"), false},
		{"junk before the header", append([]byte("junk\r\n\r\n"), sound...), false},
		{"no end of file", bytes.TrimSuffix(sound, []byte("%%EOF\n")), false},
		{"trailing zeros", append(append([]byte{}, sound...), make([]byte, 300)...), false},
		{"startxref in one line", rewrite(sound, "startxref\n", "startxref "), false},
		{"wrong startxref", rewrite(sound, "startxref\n", "startxref\n9"), true},
		{"cut before the table", sound[:cut], true},
		{"shifted objects", rewrite(sound, "%PDF-1.4\n", "%PDF-1.4\n%%%%\n"), true},
		{"no endobj", rewrite(sound, "/BaseFont /Helvetica >>\nendobj", "/BaseFont /Helvetica >>\n     "), true},
		{"stray escape in a string", rewrite(sound, "/BaseFont /Helvetica", "/BaseFont /Helvetica /X (\\q)"), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := Read(c.data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(f.Pages[0], glyph.Visible); got != "Hello" {
				t.Errorf("got %q, want %q", got, "Hello")
			}
			if got := f.Mended != ""; got != c.mended {
				t.Errorf("got mended %q, want %v", f.Mended, c.mended)
			}
		})
	}
}

// compressed makes a file whose page objects lie in an object stream, with a
// cross-reference stream.
func compressed() []byte {
	deflate := func(s string) string {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		_, _ = w.Write([]byte(s))
		_ = w.Close()
		return b.String()
	}
	objs := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
	var index, body strings.Builder
	for i, o := range objs {
		fmt.Fprintf(&index, "%d %d ", i+1, body.Len())
		body.WriteString(o + "\n")
	}
	packed := deflate(index.String() + body.String())
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	at5 := b.Len()
	fmt.Fprintf(&b, "5 0 obj\n%s\nendobj\n", stream("", hello))
	at6 := b.Len()
	fmt.Fprintf(&b, "6 0 obj\n%s\nendobj\n", stream(fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode", len(objs), index.Len()), packed))
	at7 := b.Len()
	var rows []byte
	row := func(kind, a, c int) { rows = append(rows, 2, byte(kind), byte(a>>8), byte(a), byte(c)) }
	row(0, 0, 0)
	for i := range objs {
		row(2, 6, i)
	}
	row(1, at5, 0)
	row(1, at6, 0)
	row(1, at7, 0)
	// PNG predictor Up: each row is the difference to the one above.
	for i := len(rows) - 5; i >= 5; i -= 5 {
		for j := 1; j < 5; j++ {
			rows[i+j] -= rows[i-5+j]
		}
	}
	fmt.Fprintf(&b, "7 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", stream("/Type /XRef /Size 8 /Root 1 0 R /W [1 2 1] /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 4 >>", deflate(string(rows))), at7)
	return b.Bytes()
}

func TestObjectStreams(t *testing.T) {
	data := compressed()
	f, err := Read(data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(f.Pages[0], glyph.Visible); got != "Hello" || f.Mended != "" {
		t.Errorf("got %q, mended %q", got, f.Mended)
	}
	broken := rewrite(data, "startxref\n", "startxref\n7")
	if f, err = Read(broken, Options{}); err != nil {
		t.Fatal(err)
	}
	if got := shown(f.Pages[0], glyph.Visible); got != "Hello" || f.Mended == "" {
		t.Errorf("broken: got %q, mended %q", got, f.Mended)
	}
}

func TestErrors(t *testing.T) {
	sound := build(hello, helvetica, "")
	for _, c := range []struct {
		name string
		data []byte
		o    Options
		want error
	}{
		{"empty", nil, Options{}, ErrEmpty},
		{"text", []byte("Dear Sir or Madam"), Options{}, ErrNotPDF},
		{"header alone", []byte("%PDF-1.4\n"), Options{}, ErrDamaged},
		{"large", sound, Options{MaxBytes: 10}, ErrTooLarge},
		{"no pages", rewrite(sound, "/Kids [3 0 R]", "/Kids [     ]"), Options{}, ErrNoPages},
		{"other security handler", rewrite(sound, "/Root 1 0 R", "/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Other >>"), Options{}, ErrCipher},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Read(c.data, c.o); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(build(hello, helvetica, ""), Options{Context: ctx}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

func TestBrokenPageKeepsOthers(t *testing.T) {
	data := assemble(map[int]string{
		1: "<< /Type /Catalog /Pages 2 0 R >>",
		2: "<< /Type /Pages /Kids [3 0 R 6 0 R 2 0 R 3 0 R] /Count 2 >>",
		3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 9 0 R /Resources 4 0 R /Rotate << /a >> >>",
		4: "<< " + helvetica + " >>",
		5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		6: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 7 0 R /Resources 4 0 R >>",
		7: stream("", hello),
	})
	f, err := Read(data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(f.Pages); n != 2 {
		t.Fatalf("got %d pages, want 2", n)
	}
	if got := shown(f.Pages[1], glyph.Visible); got != "Hello" {
		t.Errorf("got %q, want %q", got, "Hello")
	}
}

// TestValueString holds the library to what object.go reads from it.
func TestValueString(t *testing.T) {
	data := build(hello, helvetica+" /XObject << /A#20B 10 0 R /C << /D 5 0 R >> >>", "", stream("/Subtype /Image", "x"))
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	p := r.Page(1).V
	if got := refs(p.Key("Resources").Key("Font"))["F"]; got != "5 0 R" {
		t.Errorf("got %q, want %q", got, "5 0 R")
	}
	if got := refs(p)["Contents"]; got != "4 0 R" {
		t.Errorf("got %q, want %q", got, "4 0 R")
	}
	if got := refs(p.Key("Resources").Key("XObject"))["C"]; got != "" {
		t.Errorf("got %q for a direct dictionary, want none", got)
	}
	if got := arrayRefs(r.Trailer().Key("Root").Key("Pages").Key("Kids")); len(got) != 1 || got[0] != "3 0 R" {
		t.Errorf("got %v, want [3 0 R]", got)
	}
	off, ok := streamOffset(p.Key("Contents"))
	if !ok || !bytes.HasPrefix(data[off:], []byte(hello)) {
		t.Errorf("got offset %d, %v", off, ok)
	}
}
