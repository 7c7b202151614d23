package vary_test

import (
	"context"
	"fmt"

	"pique/extract"
	"pique/rubric/vary"
	"pique/rubrics"
)

func ExampleTrial_Check() {
	r, err := rubrics.Get(rubrics.Default)
	if err != nil {
		fmt.Println(err)
		return
	}
	d := extract.Read(context.Background(), "../../testdata/resumes/brandt-finn.pdf", extract.Options{})
	fmt.Println(len(vary.New(r).Check(&d)), "signals moved")
	// Output: 0 signals moved
}
