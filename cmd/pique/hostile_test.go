package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// hostileFiles are files that want to bring their reader down, each in its
// own way, by name.
func hostileFiles() map[string][]byte {
	return map[string][]byte{
		"bomb-stream.pdf": pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, flateOf(bytes.Repeat([]byte{' '}, 128<<20))),
		"bomb-nested.pdf": pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
			streamOf("/Filter [/FlateDecode /FlateDecode]", string(deflate(deflate(bytes.Repeat([]byte{' '}, 128<<20)))))),
		"kids-cycle.pdf": pdfOf("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>", page, "<< >>"),
		"kids-pair.pdf": pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 2 >>",
			"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R 2 0 R] /Count 2 >>", "<< >>"),
		"parent-cycle.pdf": pdfOf("<< /Type /Pages /Kids [3 0 R] /Parent 2 0 R /Count 1 >>",
			"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", flateOf([]byte("BT (x) Tj ET"))),
		"deep-arrays.pdf": pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
			"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /X "+strings.Repeat("[", 2_000_000)+" >>", "<< >>"),
		"deep-content.pdf": pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, flateOf([]byte(strings.Repeat("[", 5_000_000)))),
		"form-cycle.pdf": pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /F 4 0 R >> >> >>",
			streamOf("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /F 4 0 R >> >>", strings.Repeat("/F Do ", 50))),
		"length-cycle.pdf": pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
			"<< /Length 4 0 R >>\nstream\nBT (x) Tj ET\nendstream"),
		"columns.pdf": pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
			streamOf("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 20000000000 /Colors 32 >>", string(deflate([]byte("\x02BT"))))),
		"open-hex.pdf":     pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, streamOf("", "BT /F 12 Tf <48656c6c")),
		"size-huge.pdf":    []byte("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\nxref\n0 2000000000\n0000000000 65535 f \ntrailer << /Size 2000000000 /Root 1 0 R >>\nstartxref\n45\n%%EOF\n"),
		"prev-cycle.pdf":   []byte("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 2 /Root 1 0 R /Prev 45 >>\nstartxref\n45\n%%EOF\n"),
		"junk-only.pdf":    bytes.Repeat([]byte("%PDF-1.7\n<< /a [ ( < "), 50_000),
		"save-endless.pdf": pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, flateOf([]byte(strings.Repeat("q ", 3_000_000)))),
	}
}

const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"

// pdfOf is a file with a catalogue, a page tree (object 2), a page (3), and
// one more object.
func pdfOf(pages, page, last string) []byte {
	var b bytes.Buffer
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, o := range []string{"<< /Type /Catalog /Pages 2 0 R >>", pages, page, last} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

func streamOf(dict, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

// flateOf is a compressed stream.
func flateOf(data []byte) string { return streamOf("/Filter /FlateDecode", string(deflate(data))) }

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data) // to memory
	_ = w.Close()
	return b.Bytes()
}

// slowFile is an honest file that takes a while: its one line comes after 28
// MiB of spaces.
func slowFile() []byte {
	text := append(bytes.Repeat([]byte{' '}, 28<<20), "BT /F 12 Tf 72 700 Td (Mira Solano) Tj ET"...)
	return pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
		page, flateOf(text))
}

// writeHostile writes the hostile files into a folder, and slow.pdf.
func writeHostile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hostile FOLDER")
	}
	dir := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(dir, 0o755))
	for name, data := range hostileFiles() {
		ts.Check(os.WriteFile(filepath.Join(dir, name), data, 0o600))
	}
	ts.Check(os.WriteFile(ts.MkAbs("slow.pdf"), slowFile(), 0o600))
}

// TestHostileFiles: the scripts count on the number of them.
func TestHostileFiles(t *testing.T) {
	if n := len(hostileFiles()); n != 15 {
		t.Errorf("hostile files: got %d, want 15, as score_hostile.txtar has it", n)
	}
}
