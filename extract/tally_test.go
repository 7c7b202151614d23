package extract_test

import (
	"fmt"
	"testing"
)

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

// atLeast fails where the share of what was found is under a floor.
func (c tally) atLeast(t *testing.T, what string, floor float64) {
	t.Helper()
	if float64(c.found) < floor*float64(c.of) {
		t.Errorf("%s: %v, want %.0f %% or more", what, c, 100*floor)
	}
}
