package font_test

import (
	"fmt"

	"pique/extract/font"
)

func ExampleNew() {
	f := font.New(font.Spec{Name: "ABCDEF+Helvetica-Bold", BaseEncoding: "WinAnsiEncoding", Differences: map[int]string{1: "f_f_i"}})
	for s := []byte("o\x01ce"); len(s) > 0; {
		c, n := f.Next(s)
		fmt.Print(c.Text, " ", c.Width, "  ")
		s = s[n:]
	}
	fmt.Println(f.Name, f.Bold)
	// Output: o 0.611  ffi 0.333  c 0.556  e 0.556  Helvetica-Bold true
}
