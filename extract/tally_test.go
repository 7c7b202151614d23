package extract_test

import "fmt"

// tally counts what was found.
type tally struct{ found, of int }

func (c *tally) add(ok bool) bool {
	c.of++
	if ok {
		c.found++
	}
	return ok
}

func (c tally) String() string {
	if c.of == 0 {
		return "none"
	}
	return fmt.Sprintf("%d of %d (%.1f %%)", c.found, c.of, 100*float64(c.found)/float64(c.of))
}
