package index

import (
	"strings"

	"pique/rubric"
)

// personOf returns what tells that two files are of the same person: the
// e-mail address without regard to case. It is empty where there is none, and
// then the row is a person by itself.
func personOf(c *rubric.Candidate) string {
	return strings.ToLower(strings.TrimSpace(c.Email))
}
