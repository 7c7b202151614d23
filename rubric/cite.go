package rubric

import (
	"slices"
	"strings"
)

// cited finds what a citation has beside authors and a year: volume and pages,
// a venue, an identifier, or that it is accepted.
var cited = form(`(?i)\b\d+\s?\(\d+\)|\bpp?\.\s?\d|\d{4};\s?\d+|\b(?:in proc|proceedings|journal|conference|transactions|symposium|workshop|letters|annals|review|arxiv|biorxiv|medrxiv|doi|ieee|acm|springer|elsevier|usenix|neurips|icml|iclr|cvpr|eccv|iccv|acl|emnlp|in press|accepted|to appear)\b|\b[A-Z][a-z]* ?J\.|\bJ\. [A-Z]`)

// numberedCitation finds the label of a citation of a list: "[C4]", "[12]".
var numberedCitation = form(`^\[[A-Z]{0,2}\d{1,3}\]\s`)

// innerAuthor finds the initial and surname of an author anywhere.
var innerAuthor = form(`\b[A-Z]\. ?(?:[A-Z]\. ?)?\p{Lu}[\p{L}'’-]+`)

// degreeLetters are what follows a letter and a point in the name of a degree,
// as a surname follows an initial: "B. Tech", "M. Sc".
var degreeLetters = []string{"tech", "sc", "eng", "com", "phil", "ed", "arch", "pharm", "des", "plan", "stat", "math", "voc", "lib", "pt", "cs"}

// longestCited bounds the lines that are looked at, in bytes.
const longestCited = 900

// isCitation reports whether a line is a citation: authors with initials, a
// title, and where and when it appeared.
func isCitation(line string) bool {
	if len(line) < 40 || len(line) > longestCited || strings.IndexByte(line, '.') < 0 {
		return false
	}
	low := lowered(line)
	if !hasYear(line) && !strings.Contains(low, "accepted") && !strings.Contains(low, "in press") && !strings.Contains(low, "to appear") {
		return false
	}
	m := authored().FindString(line)
	if m == "" {
		return numberedCitation().MatchString(line) && innerAuthor().MatchString(line) && cited().MatchString(line)
	}
	words := strings.FieldsFunc(lowered(m), func(r rune) bool { return r == '.' || r == ' ' || r == ',' })
	if len(words) > 1 && (slices.Contains(degreeLetters, words[len(words)-1]) || slices.Contains(degreeLetters, words[1])) {
		return false
	}
	return cited().MatchString(line)
}

// hasYear reports whether four digits of a line are a year of 1950 to 2099.
func hasYear(line string) bool {
	run := 0
	for i := 0; i <= len(line); i++ {
		if i < len(line) && line[i] >= '0' && line[i] <= '9' {
			run++
			continue
		}
		if run == 4 && line[i-4:i] >= "1950" && line[i-4:i] <= "2099" {
			return true
		}
		run = 0
	}
	return false
}
