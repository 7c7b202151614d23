package content

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pique/extract/glyph"
)

// build makes a PDF of one page from a content stream; extra holds further
// entries of the page, objects are added from number 10 on.
func build(contents, resources, extra string, objects ...string) []byte {
	objs := map[int]string{
		1: "<< /Type /Catalog /Pages 2 0 R >>",
		2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << " + resources + " >> " + extra + " >>",
		4: stream("", contents),
		5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	}
	for i, o := range objects {
		objs[10+i] = o
	}
	return assemble(objs)
}

func stream(dict, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

func assemble(objs map[int]string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	top := 0
	for n := range objs {
		top = max(top, n)
	}
	at := make([]int, top+1)
	for n := 1; n <= top; n++ {
		if o, ok := objs[n]; ok {
			at[n] = b.Len()
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, o)
		}
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n", top+1)
	for n := 0; n <= top; n++ {
		if at[n] == 0 {
			b.WriteString("0000000000 65535 f \n")
		} else {
			fmt.Fprintf(&b, "%010d 00000 n \n", at[n])
		}
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", top+1, start)
	return b.Bytes()
}

const helvetica = "/Font << /F 5 0 R >>"

// page reads a built file and returns its page.
func page(t *testing.T, data []byte) glyph.Page {
	t.Helper()
	f, err := Read(data, Options{})
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	if len(f.Pages) == 0 {
		t.Fatal("no pages")
	}
	if err := f.Pages[0].Err; err != nil {
		t.Fatalf("page: %v", err)
	}
	return f.Pages[0]
}

// shown joins the text of the glyphs for a reason, "" for the visible ones.
func shown(p glyph.Page, why glyph.Why) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		if g.Hidden == why {
			b.WriteString(g.Text)
		}
	}
	return b.String()
}

// rewrite replaces a piece of a built file by another and mends nothing: the
// reading has to.
func rewrite(data []byte, old, with string) []byte {
	return bytes.Replace(data, []byte(old), []byte(with), 1)
}
