package content_test

import (
	"fmt"

	"pique/extract/content"
)

func ExampleRead() {
	_, err := content.Read([]byte("Dear Sir or Madam"), content.Options{})
	fmt.Println(err)
	// Output: not a PDF
}
