package main

import (
	"strings"
	"testing"
)

func TestColumns(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{
		{"abc", 3},
		{"王小明", 6},
		{"é", 1},
		{"e\u0301", 1},
		{"·", 1},
		{"\x1b[1mabc\x1b[0m", 3},
		{"", 0},
	} {
		if got := columns(c.in); got != c.want {
			t.Errorf("columns(%q): got %d, want %d", c.in, got, c.want)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"short", 10, "short"},
		{"one two three four", 10, "one two…"},
		{"abcdefghijklmnop", 6, "abcde…"},
		{"王小明王小明", 6, "王小…"},
		{"x", 0, ""},
		{"xyz", 1, "…"},
	} {
		got := shorten(c.in, c.n)
		if got != c.want {
			t.Errorf("shorten(%q, %d): got %q, want %q", c.in, c.n, got, c.want)
		}
		if columns(got) > c.n {
			t.Errorf("shorten(%q, %d) takes %d columns", c.in, c.n, columns(got))
		}
	}
}

// TestWrap: no line is too wide, and no word is lost.
func TestWrap(t *testing.T) {
	texts := []string{
		"",
		"one",
		"the quick brown fox jumps over the lazy dog",
		"averyveryverylongwordthatdoesnotfit and more",
		"王小明在北京大学计算机科学系学习",
	}
	for _, text := range texts {
		for n := 8; n < 40; n++ {
			lines := wrap(text, n)
			for _, l := range lines {
				if columns(l) > n {
					t.Errorf("wrap(%q, %d): %q takes %d columns", text, n, l, columns(l))
				}
			}
			got, want := strings.Join(lines, ""), text
			if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
				t.Errorf("wrap(%q, %d) loses text: %q", text, n, lines)
			}
		}
	}
}

// TestExcerpt: what a query found is seen, whatever the width.
func TestExcerpt(t *testing.T) {
	const line = "Wrote the tiling algorithm of the paper from scratch in CUDA; 2.7x as fast as the naïve version on 王小明"
	at := strings.Index(line, "CUDA")
	marks := [][2]int{{at, at + 4}, {strings.Index(line, "naïve"), strings.Index(line, "naïve") + len("naïve")}}
	for n := 0; n < 140; n++ {
		got, left := excerpt(line, marks, n)
		if columns(got) > n {
			t.Errorf("%d columns: %q has %d", n, got, columns(got))
		}
		if n >= 24 && (len(left) == 0 || got[left[0][0]:left[0][1]] != "CUDA") {
			t.Errorf("%d columns: %q, marks %v: CUDA is not set off", n, got, left)
		}
		if both := columns(line[marks[0][0]:marks[1][1]]); n > both+4 && len(left) < 2 {
			t.Errorf("%d columns: %q, marks %v: there is room for both", n, got, left)
		}
		for i, m := range left {
			if text := line[marks[i][0]:marks[i][1]]; got[m[0]:m[1]] != text {
				t.Errorf("%d columns: %q is marked, want %q", n, got[m[0]:m[1]], text)
			}
		}
	}
	if got, left := excerpt(line, nil, 30); got != shorten(line, 30) || left != nil {
		t.Errorf("without marks: got %q, %v", got, left)
	}
	if got, left := excerpt(line, marks, 200); got != line || len(left) != 2 {
		t.Errorf("with room: got %q, %v", got, left)
	}
}
