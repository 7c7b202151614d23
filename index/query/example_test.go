package query_test

import (
	"fmt"

	"pique/index/query"
)

func ExampleParse() {
	known := query.Known{Signals: []string{"faster", "smaller"}, Kinds: []string{"intern", "author"}}
	q, err := query.Parse(`kind:intern "object detection" (faster:measured OR smaller>=3)`, known)
	fmt.Println(q, err)
	_, err = query.Parse("signal:fasta", known)
	fmt.Println(err)
	// Output:
	// kind:intern "object detection" (faster:3 OR smaller:>=3) <nil>
	// column 8: no signal "fasta"; did you mean "faster"?
}
