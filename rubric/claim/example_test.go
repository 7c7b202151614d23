package claim_test

import (
	"fmt"

	"pique/rubric/claim"
)

func ExampleParse() {
	line := "Cut inference time from 38 ms to 11 ms on a Jetson Nano with 40 % less memory"
	for _, c := range claim.Parse(line) {
		fmt.Printf("%s: %s of %s (%s), %.1fx better\n", line[c.Start:c.End], c.Form, c.About, c.Object, c.Ratio)
	}
	// Output:
	// from 38 ms to 11 ms: change of time (inference time), 3.5x better
	// 40 %: percent of size (memory), 1.7x better
}
