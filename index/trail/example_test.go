package trail_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"pique/index/trail"
)

// The trail of an index keeps a rating, and tells it again.
func Example() {
	dir, err := os.MkdirTemp("", "trail")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	t := trail.Beside(filepath.Join(dir, ".pique"))
	robin := trail.Person{SHA256: "a1b2c3", File: "robin.pdf", Name: "Robin Example"}
	if _, err := t.Append(context.Background(), trail.Entry{What: trail.Rating, By: "Ana", Person: robin, Question: "faster-1", Rating: 4}); err != nil {
		fmt.Println(err)
		return
	}
	log, err := t.Read()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range trail.Ratings(log.Entries, robin) {
		fmt.Println(e.Number, e.Question, e.Rating, e.By)
	}
	// Output: 1 faster-1 4 Ana
}
