package child

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/extract"
)

// fill sets every field below v to something other than zero, and lists to
// two elements.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(*n%100) - 50)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(*n % 200))
	case reflect.Float64:
		v.SetFloat(float64(*n) / 7)
	case reflect.String:
		v.SetString(strings.Repeat("ö", *n%300))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n)
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	}
}

// TestCodecWhole: every field of a document comes back.
func TestCodecWhole(t *testing.T) {
	c, err := newCodec[extract.Document]()
	if err != nil {
		t.Fatal(err)
	}
	var want extract.Document
	n := 0
	fill(reflect.ValueOf(&want).Elem(), &n)
	if n < 100 {
		t.Fatalf("fill set %d values, want more", n)
	}
	b := c.append(nil, &want)
	got, err := c.decode(b, room(b))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&want, got); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	for i := range b {
		if _, err := c.decode(b[:i], room(b)); err == nil {
			t.Fatalf("the first %d of %d bytes: no error", i, len(b))
		}
	}
	if _, err := c.decode(append(b, 0), room(b)); err == nil {
		t.Error("a byte too many: no error")
	}
}

// TestCodecValues: nil and empty lists, and odd numbers, stay what they are.
func TestCodecValues(t *testing.T) {
	type odd struct {
		None, Empty []string
		F           [3]float64
		I           int
		B           int8
	}
	c, err := newCodec[odd]()
	if err != nil {
		t.Fatal(err)
	}
	want := odd{Empty: []string{}, F: [3]float64{math.Inf(1), math.Copysign(0, -1), math.MaxFloat64}, I: math.MinInt, B: -128}
	got, err := c.decode(c.append(nil, &want), 1000)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&want, got); diff != "" {
		t.Errorf("value (-want +got):\n%s", diff)
	}
	if !math.Signbit(got.F[1]) {
		t.Error("a negative zero has become a positive one")
	}
}

// TestCodecRefuses: what cannot be sent is found when the codec is made.
func TestCodecRefuses(t *testing.T) {
	type hiding struct{ a int }
	_ = hiding{a: 1}
	for name, err := range map[string]error{
		"map":        second(newCodec[map[string]int]()),
		"pointer":    second(newCodec[struct{ P *int }]()),
		"unexported": second(newCodec[hiding]()),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// TestCodecRoom: a few bytes cannot ask for much memory, whatever they say.
func TestCodecRoom(t *testing.T) {
	c, err := newCodec[[]string]()
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{
		"more elements than bytes": {1, 0xff, 0xff, 0xff, 0xff, 0x0f, 0},
		"a longer string":          {1, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 'a'},
		"neither list nor none":    {7, 0},
	} {
		if _, err := c.decode(b, 1<<20); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	many := make([]string, 10_000)
	if _, err := c.decode(c.append(nil, &many), 100_000); err == nil {
		t.Error("160 kB of memory where 100 kB are allowed: no error")
	}
}

// TestPrint: the prints of two types differ where their bytes would.
func TestPrint(t *testing.T) {
	a, _ := newCodec[struct{ A, B int }]()
	b, _ := newCodec[struct{ A, C int }]()
	c, _ := newCodec[struct{ A, B float64 }]()
	if a.print == b.print || a.print == c.print {
		t.Errorf("prints: got %x, %x, %x, want three", a.print, b.print, c.print)
	}
}
