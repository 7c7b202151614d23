package pdfium

import (
	"context"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	e := engine(b)
	data := read(b, "resumes/haddad-leila.pdf")
	for b.Loop() {
		if _, err := e.Read(context.Background(), data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	e := engine(b)
	data := read(b, "odd/scan.pdf")
	for b.Loop() {
		if _, err := e.Render(context.Background(), data, 1, 300); err != nil {
			b.Fatal(err)
		}
	}
}
