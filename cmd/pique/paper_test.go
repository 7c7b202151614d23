package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// paper is a file of one page with the lines of a text, the first of them
// large, those that are all in capitals as headings.
func paper(text string) []byte {
	escape := strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)
	var b strings.Builder
	y := 800
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		size := 10
		switch {
		case i == 0:
			size = 22
		case line != "" && line == strings.ToUpper(line):
			size, y = 13, y-8
		}
		y -= size + 6
		fmt.Fprintf(&b, "BT /F %d Tf 72 %d Td (%s) Tj ET\n", size, y, escape.Replace(line))
	}
	return pdfOf("<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents 4 0 R >>", flateOf([]byte(b.String())))
}

// writePaper makes a PDF of a text file: paper cv.txt cv.pdf.
func writePaper(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: paper TEXT PDF")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), paper(ts.ReadFile(args[0])), 0o600))
}
