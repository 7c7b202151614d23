// Command breakpage spoils the content stream of one page of a PDF and prints
// the file, in which all offsets stay right:
//
//	breakpage -page 2 IN.pdf > OUT.pdf
//
// It reads files as qpdf writes them with --object-streams=disable: each page
// is an object with a direct "/Contents N 0 R".
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"regexp"
)

var contents = regexp.MustCompile(`/Contents (\d+) 0 R`)

func main() {
	page := flag.Int("page", 1, "the page to spoil, from 1")
	flag.Parse()
	data, err := os.ReadFile(flag.Arg(0))
	if err == nil {
		err = spoil(data, *page)
	}
	if err == nil {
		_, err = os.Stdout.Write(data)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "breakpage:", err)
		os.Exit(1)
	}
}

// spoil overwrites the content stream of a page with bytes that no filter
// takes.
func spoil(data []byte, page int) error {
	refs := contents.FindAllSubmatch(data, -1)
	if page < 1 || page > len(refs) {
		return fmt.Errorf("page %d of %d", page, len(refs))
	}
	start := bytes.Index(data, []byte("\n"+string(refs[page-1][1])+" 0 obj"))
	if start < 0 {
		return fmt.Errorf("no content stream for page %d", page)
	}
	from := start + bytes.Index(data[start:], []byte("stream\n")) + len("stream\n")
	end := from + bytes.Index(data[from:], []byte("endstream"))
	for i := from; i < end-1; i++ {
		data[i] = byte(0x80 + i%113)
	}
	return nil
}
