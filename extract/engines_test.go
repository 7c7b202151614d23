package extract_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"pique/extract"
	"pique/extract/pdfium"
)

var opened = sync.OnceValues(func() (extract.Second, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil, err
	}
	e, err := pdfium.Open(context.Background(), pdfium.Options{Cache: filepath.Join(dir, "pique", "wasm")})
	if err != nil {
		return nil, err
	}
	return e, nil
})

// second opens the engine that all tests share.
func second(t *testing.T) func() (extract.Second, error) {
	t.Helper()
	dir, _ := os.UserCacheDir()
	if files, _ := filepath.Glob(filepath.Join(dir, "pique", "wasm", "wazero-*", "*")); len(files) == 0 && testing.Short() {
		t.Skip("PDFium is not compiled yet, which takes a while: left out with -short")
	}
	return opened
}

// variant is how a file of one page is written.
type variant struct {
	header, before, after string
	filter                string
	encode                func([]byte) []byte
	stream                bool // a cross-reference stream with a PNG predictor
	noTail                bool // nothing after the objects
	shift                 int  // how far off the positions in the table are
}

// file writes a page that says "Mira Solano" over "mira@example.com".
func (v variant) file() []byte {
	var b bytes.Buffer
	if v.header == "" {
		v.header = "%PDF-1.5"
	}
	b.WriteString(v.before + v.header + "\n")
	var at []int
	object := func(s string) {
		at = append(at, b.Len()-len(v.before)+v.shift)
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>")
	content := []byte("BT /F 20 Tf 72 720 Td (Mira Solano) Tj /F 10 Tf 0 -20 Td (mira@example.com) Tj ET")
	if v.encode != nil {
		content = v.encode(content)
	}
	object(fmt.Sprintf("<</Length %d%s>>\nstream\n%s\nendstream", len(content), v.filter, content))
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	start := b.Len() - len(v.before)
	switch {
	case v.noTail:
	case v.stream:
		at = append(at, start)
		var rows, packed bytes.Buffer
		last := make([]byte, 5)
		for i := 0; i <= len(at); i++ {
			row := []byte{1, 0, 0, 0, 0}
			if i == 0 {
				row[0] = 0
			} else {
				row[2], row[3] = byte(at[i-1]>>8), byte(at[i-1])
			}
			rows.WriteByte(2) // PNG: up
			for k := range row {
				rows.WriteByte(row[k] - last[k])
			}
			last = row
		}
		w := zlib.NewWriter(&packed)
		_, _ = w.Write(rows.Bytes())
		_ = w.Close()
		fmt.Fprintf(&b, "%d 0 obj\n<</Type/XRef/Size %d/W[1 3 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 5>>/Length %d>>\nstream\n", len(at), len(at)+1, packed.Len())
		b.Write(packed.Bytes())
		fmt.Fprintf(&b, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", start)
	default:
		fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
		for _, o := range at {
			fmt.Fprintf(&b, "%010d 00000 n \n", o)
		}
		fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n", len(at)+1, start)
		if v.after == "" {
			v.after = "%%EOF\n"
		}
		b.WriteString(v.after)
	}
	return b.Bytes()
}

// runs encodes by RunLength, one run of bytes as they are after the other.
func runs(b []byte) []byte {
	var out []byte
	for len(b) > 0 {
		n := min(len(b), 128)
		out = append(append(out, byte(n-1)), b[:n]...)
		b = b[n:]
	}
	return append(out, 128)
}

// codes encodes by LZW, each byte a code of nine bits, after a code that
// clears the table.
func codes(b []byte) []byte {
	var out []byte
	bits, n := 0, 0
	put := func(code int) {
		bits, n = bits<<9|code, n+9
		for n >= 8 {
			out = append(out, byte(bits>>(n-8)))
			n -= 8
			bits &= 1<<n - 1
		}
	}
	put(256)
	for i, c := range b {
		if i%200 == 199 {
			put(256)
		}
		put(int(c))
	}
	put(257)
	return append(out, byte(bits<<(8-n)))
}

func TestVariants(t *testing.T) {
	open := second(t)
	for _, c := range []struct {
		name string
		v    variant
	}{
		{"plain", variant{}},
		{"PDF 2.0", variant{header: "%PDF-2.0"}},
		{"junk before the header", variant{before: "X-Mailer: none\r\n\r\n"}},
		{"no mark of the end", variant{after: "\n"}},
		{"junk after the end", variant{after: "%%EOF\n" + strings.Repeat("<!-- -->\n", 300)}},
		{"wrong positions", variant{shift: 7}},
		{"no table", variant{noTail: true}},
		{"LZW", variant{filter: "/Filter/LZWDecode", encode: codes}},
		{"RunLength", variant{filter: "/Filter/RunLengthDecode", encode: runs}},
		{"both", variant{filter: "/Filter[/LZWDecode/RunLengthDecode]", encode: func(b []byte) []byte { return codes(runs(b)) }}},
		{"predictor 15", variant{stream: true}},
	} {
		for _, e := range []extract.Engine{extract.Own, extract.PDFium, extract.Auto} {
			if c.v.noTail && e == extract.PDFium {
				continue // it looks for a trailer
			}
			d := extract.ReadBytes(context.Background(), c.name, c.v.file(), extract.Options{Engine: e, Second: open})
			if d.Status != extract.OK || d.Name != "Mira Solano" || d.Email != "mira@example.com" {
				t.Errorf("%s, engine %q: %s %q, name %q, e-mail %q", c.name, e, d.Status, d.Reason, d.Name, d.Email)
			}
		}
	}
}

// TestEncrypted reads the files that are encrypted, which the second engine
// opens where the password is empty.
func TestEncrypted(t *testing.T) {
	open := second(t)
	files, _ := filepath.Glob("../testdata/odd/encrypted*.pdf")
	if len(files) < 5 {
		t.Fatalf("got %d files, want 5 at least", len(files))
	}
	for _, f := range files {
		d := extract.Read(context.Background(), f, extract.Options{Second: open})
		if filepath.Base(f) == "encrypted.pdf" {
			if d.Status != extract.Unreadable || d.Reason != "encrypted: a password is needed" {
				t.Errorf("%s: %s %q", f, d.Status, d.Reason)
			}
			continue
		}
		if d.Status != extract.OK || d.Name != "Ingrid Solheim" || len(d.Lines) < 5 {
			t.Errorf("%s: %s %q, name %q, %d lines", f, d.Status, d.Reason, d.Name, len(d.Lines))
		}
	}
}

// TestScan reads a page that is a picture.
func TestScan(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a page by tesseract: left out with -short")
	}
	d := extract.Read(context.Background(), "../testdata/odd/scan.pdf", extract.Options{Second: second(t), OCR: true})
	if strings.Contains(d.Reason, "not installed") {
		t.Skip(d.Reason)
	}
	if d.Status != extract.Partial || !d.OCR || !d.Pages[0].OCR || d.Reason != "1 page read from pictures by tesseract" {
		t.Errorf("%s %q, OCR %v", d.Status, d.Reason, d.OCR)
	}
	var text strings.Builder
	for _, l := range d.Lines {
		text.WriteString(l.Text + "\n")
	}
	found := 0
	words := strings.Fields("Camille Baptiste Education Projects Flower recognition Fine-tuned pretrained ResNet-50 Python Django")
	for _, w := range words {
		if strings.Contains(text.String(), w) {
			found++
		}
	}
	if found < len(words)-2 {
		t.Errorf("%d of %d words found in:\n%s", found, len(words), text.String())
	}
}
