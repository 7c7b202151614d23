package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNearest(t *testing.T) {
	signals := []string{"internship", "publication", "paper-code", "faster", "smaller", "cheaper"}
	people := []string{"Mateusz Wróbel", "Ananya Krishnan", "Hiroshi Tanaka"}
	for _, c := range []struct {
		in    string
		known []string
		want  []string
	}{
		{"fastr", signals, []string{"faster"}},
		{"fsater", signals, []string{"faster"}},
		{"pub", signals, []string{"publication"}},
		{"zebra", signals, nil},
		{"ananya krishnn", people, []string{"Ananya Krishnan"}},
		{"tanaka", people, []string{"Hiroshi Tanaka"}},
		{"", people, nil},
	} {
		if diff := cmp.Diff(c.want, nearest(c.in, c.known, 1)); diff != "" {
			t.Errorf("nearest(%q) (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"", "ab", 2}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"kitten", "sitting", 3},
	} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("distance(%q, %q): got %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
