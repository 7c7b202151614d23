package extract

import (
	"errors"
	"fmt"
	"testing"

	"pique/extract/content"
	"pique/extract/glyph"
)

func TestDoubtOfFaults(t *testing.T) {
	endless := glyph.Page{Number: 1, Err: fmt.Errorf("form: %w", content.ErrEndless)}
	broken := glyph.Page{Number: 2, Err: errors.New("stack underflow")}
	for _, c := range []struct {
		name  string
		pages []glyph.Page
		want  string
	}{
		{"a page without end", []glyph.Page{endless}, ""},
		{"a broken page", []glyph.Page{broken}, "the own engine cannot read page 2 of 1: stack underflow"},
		{"both", []glyph.Page{endless, broken}, "the own engine cannot read page 2 of 2: stack underflow"},
	} {
		tally := tallyOf(c.pages, nil)
		if got := tally.doubt(c.pages, Options{}); got != c.want {
			t.Errorf("%s: got doubt %q, want %q", c.name, got, c.want)
		}
		if status, reason := tally.judge(); status != Unreadable || reason == "" {
			t.Errorf("%s: got status %s and reason %q, want unreadable with a reason", c.name, status, reason)
		}
	}
}
