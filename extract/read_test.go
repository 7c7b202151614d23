package extract

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pique/extract/glyph"
)

// onePage makes a PDF of one page with a content stream.
func onePage(stream string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	b.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>")
	object(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(stream), stream))
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, o := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

func TestReadBytes(t *testing.T) {
	for _, c := range []struct {
		name   string
		data   []byte
		o      Options
		status Status
		reason string // begins with
	}{
		{"empty", nil, Options{}, Unreadable, "empty file"},
		{"white", []byte(" \n "), Options{}, Unreadable, "empty file"},
		{"text", []byte("hello"), Options{}, Unreadable, "not a PDF"},
		{"cut", onePage("")[:60], Options{}, Unreadable, "damaged"},
		{"blank", onePage("0 0 m"), Options{}, Unreadable, "no text on any page"},
		{"large", onePage(""), Options{MaxBytes: 100}, Unreadable, "too large"},
		{"words", onePage("BT /F 12 Tf 72 700 Td (Mira Solano) Tj ET"), Options{}, OK, ""},
	} {
		d := ReadBytes(context.Background(), c.name, c.data, c.o)
		if d.Status != c.status || !strings.HasPrefix(d.Reason, c.reason) || (c.reason == "") != (d.Reason == "") {
			t.Errorf("%s: %s %q, want %s %q", c.name, d.Status, d.Reason, c.status, c.reason)
		}
		if d.File != c.name {
			t.Errorf("%s: file %q", c.name, d.File)
		}
	}
}

func TestReadHidden(t *testing.T) {
	d := ReadBytes(context.Background(), "h.pdf", onePage("BT /F 12 Tf 72 700 Td (Mira Solano) Tj 0 -40 Td 3 Tr (secret words) Tj 0 -20 Td (and more) Tj ET"), Options{})
	var got []string
	for _, h := range d.Hidden {
		got = append(got, h.Text+"/"+string(h.Why))
	}
	want := []string{"secret words/" + string(glyph.Invisible), "and more/" + string(glyph.Invisible)}
	if strings.Join(got, ",") != strings.Join(want, ",") {
		t.Errorf("got %q, want %q", got, want)
	}
	if d.Name != "Mira Solano" {
		t.Errorf("name %q", d.Name)
	}
}

func TestReadStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if d := ReadBytes(ctx, "x", onePage(""), Options{}); d.Status != Unreadable || d.Reason != "stopped" {
		t.Errorf("got %s %q, want stopped", d.Status, d.Reason)
	}
	d := ReadBytes(context.Background(), "x", onePage(""), Options{Timeout: time.Nanosecond})
	if d.Status != Unreadable || !strings.HasPrefix(d.Reason, "timed out after") {
		t.Errorf("got %s %q, want timed out", d.Status, d.Reason)
	}
}

func TestReadMissing(t *testing.T) {
	dir := t.TempDir()
	if d := Read(context.Background(), filepath.Join(dir, "none.pdf"), Options{}); d.Status != Unreadable || !strings.HasPrefix(d.Reason, "cannot open") {
		t.Errorf("got %s %q", d.Status, d.Reason)
	}
	if d := Read(context.Background(), dir, Options{}); d.Reason != "a folder" {
		t.Errorf("got %q", d.Reason)
	}
	p := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(p, onePage("BT /F 12 Tf 72 700 Td (Mira Solano) Tj ET"), 0o600); err != nil {
		t.Fatal(err)
	}
	if d := Read(context.Background(), p, Options{}); d.Status != OK || len(d.SHA256) != 64 {
		t.Errorf("got %s %q, hash %q", d.Status, d.Reason, d.SHA256)
	}
}

func ExampleReadBytes() {
	data := onePage("BT /F 20 Tf 72 720 Td (Mira Solano) Tj /F 10 Tf 0 -20 Td (mira@example.com) Tj ET")
	d := ReadBytes(context.Background(), "mira.pdf", data, Options{})
	fmt.Println(d.Status, d.Name, d.Email)
	for i, l := range d.Lines {
		fmt.Println(l.Page, d.Of(i), l.Text)
	}
	// Output:
	// ok Mira Solano mira@example.com
	// 1 header Mira Solano
	// 1 header mira@example.com
}
