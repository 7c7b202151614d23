package rubric

import (
	"regexp"
	"sync"
)

// form makes a regular expression when it is first asked for: most runs of
// the program need few of them.
func form(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
