// Package claim finds the measured claims in one line of a resume: a quantity
// with its unit, the quantity it is compared with, the way it went, what it is
// said of, and under which condition.
//
//	for _, c := range claim.Parse("Cut inference time from 38 ms to 11 ms on a Jetson Nano") {
//		fmt.Println(c.Form, c.Dim, c.From, c.To, c.Ratio, c.Object, c.Condition)
//	}
//
// Call Parse first; Claims has the questions that a rubric asks (Of, Near,
// Measured). Sentences splits a line in the places where a claim may not be
// carried over, and Contradictions compares a stated ratio with the change
// beside it.
//
// # What is a claim
//
// Absolute quantities (4 MB, 31 FPS, 12 GPU hours, $300/month), changes (38 ->
// 11 ms), factors (3.1x, tenfold, halved, one eighth of), percentages, changes
// of magnitude without a number (from hours to minutes), real time, complexity
// classes (O(n^2) to O(n log n)), and plain counts of a noun (500+ users). The last
// four and widths in bits are found but are no measure: Claim.Measured is false.
//
// # What is not
//
// Years and dates, versions (Python 3.8, C++17, v2.1), names (ResNet-50,
// YOLOv5, RTX 3090, CS 229, 2D, 5G, 1080p), ranks (top 5 %, 1st), grades
// (3.8/4.0, GPA 3.9), phone numbers, postal codes, page and figure numbers,
// identifiers, links and addresses are not returned at all. Calendar lengths
// (3 years, 6 months) are returned with the dimension Date.
//
// # Limits
//
// The parser looks at one line and knows no grammar beyond the neighbouring
// noun phrases; Object is the best guess of a few local rules. A comma before
// one, two or more than three digits is a decimal comma (1,5 s), before exactly
// three a thousands separator; 1.200 ms is read as 1.2 and marked Ambiguous.
// Only the first MaxBytes bytes of a line are read. The time is linear in them.
package claim
