package content

import (
	"context"
	"fmt"
	"slices"
	"testing"
)

// opened opens a file whose first object is the catalogue with these entries.
func opened(t *testing.T, entries string, objects ...string) *document {
	t.Helper()
	objs := map[int]string{1: "<< /Type /Catalog " + entries + " >>"}
	for i, o := range objects {
		objs[2+i] = o
	}
	d, mended, err := open(assemble(objs), Options{Context: context.Background()}, false, newKit())
	if err != nil || mended != "" {
		t.Fatalf("got %v, mended %q", err, mended)
	}
	return d
}

func TestValues(t *testing.T) {
	d := opened(t, "/N 2 0 R /Far 3 0 R /Circle 4 0 R /Old 2 1 R /None 99 0 R /Twice 1 /Twice 7 /Nothing null /Yes true /Open 6 0 R /S 7 0 R /A [1 2 0 R (x) /Y#41 [3]] /Text <4a>",
		"12", "2 0 R", "5 0 R", "4 0 R", "<< /K [1 2\n", stream("/X 2 0 R", "bytes"))
	root := d.root("Root")
	for key, want := range map[string]float64{"N": 12, "Far": 12, "Circle": 0, "Old": 0, "None": 0, "Twice": 7, "Nothing": 0, "Type": 0} {
		if got := root.Key(key).Float64(); got != want {
			t.Errorf("%s: got %v, want %v", key, got, want)
		}
	}
	for _, key := range []string{"Circle", "Old", "None", "Nothing", "Missing"} {
		if !root.Key(key).IsNull() {
			t.Errorf("%s: got %v, want null", key, root.Key(key).Kind())
		}
	}
	if !root.Key("Yes").Bool() || root.Key("N").Bool() {
		t.Error("got Yes false or N true")
	}
	a := root.Key("A")
	if got := fmt.Sprintf("%d %v %v %s %q %d", a.Len(), a.Index(0).Int64(), a.Index(1).Int64(), a.Index(2).text(), a.Index(3).Name(), a.Index(4).Len()); got != `5 1 12 x "YA" 1` {
		t.Errorf("array: got %s", got)
	}
	if root.ref("N") != 2 || root.ref("Twice") != 0 || a.refAt(1) != 2 || a.refAt(0) != 0 || a.refAt(9) != 0 {
		t.Error("references are not told from values")
	}
	if got := root.Key("Open").Key("K").Len(); got != 2 {
		t.Errorf("an array that nothing ends before its object: got %d elements, want 2", got)
	}
	s := root.Key("S")
	if got := string(d.bytes(s)); s.Kind() != opStream || got != "bytes" || s.Key("X").Int64() != 12 {
		t.Errorf("stream: got %q, X %v", got, s.Key("X").Int64())
	}
	if got := s.Keys(); !slices.Equal(got, []string{"Length", "X"}) {
		t.Errorf("keys: got %q", got)
	}
}

// TestValuesKept holds that an object is read once, and that the values of one
// stay as they are while others are read.
func TestValuesKept(t *testing.T) {
	d := opened(t, "/A 2 0 R /B 3 0 R", "[(one) (\\164wo) <7468726565>]", "[(four) (\\146ive)]")
	a := d.root("Root").Key("A")
	for range 3 {
		if got := d.root("Root").Key("A"); got.o != a.o {
			t.Error("the array was read again")
		}
		if b := d.root("Root").Key("B"); string(b.Index(1).text()) != "five" {
			t.Errorf("got %q, want five", b.Index(1).text())
		}
		if got := fmt.Sprintf("%s %s %s", a.Index(0).text(), a.Index(1).text(), a.Index(2).text()); got != "one two three" {
			t.Errorf("got %q", got)
		}
	}
}
