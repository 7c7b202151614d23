package content

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestSettled holds that what is passed over as settled is as NFC has it.
func TestSettled(t *testing.T) {
	n := 0
	for r := rune(0); r < 0x3000; r++ {
		s := string(r)
		if settled(s) != norm.NFC.IsNormalString(s) {
			t.Errorf("%U: got %v", r, settled(s))
		}
		if !settled(s) {
			n++
		}
	}
	if n < 50 {
		t.Errorf("got %d characters that are composed otherwise, want 50 or more", n)
	}
	if settled("e\u0301") || !settled("fi \u2022") {
		t.Error("a letter and its accent are settled, or a bullet is not")
	}
}
