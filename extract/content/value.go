package content

import (
	"slices"

	"github.com/ledongthuc/pdf"
)

// value is a value in a file, or null. What a reference leads to is looked up
// as it is come to, and read but once.
type value struct {
	d   *document
	o   *operand   // nil for null, and where lib has it
	lib *pdf.Value // in an encrypted file
}

// Kind is the kind of a value: opNone for null, opOther for the words true and
// false.
func (v value) Kind() operandKind {
	switch {
	case v.lib != nil:
		return libraryKind(v.lib)
	case v.o == nil:
		return opNone
	}
	return v.o.kind
}

// IsNull reports whether there is nothing.
func (v value) IsNull() bool { return v.Kind() == opNone }

// isNumber reports whether a value is an integer or a real.
func isNumber(v value) bool { return v.Kind() == opNumber }

// Float64 is the value of a number; 0 for what is none.
func (v value) Float64() float64 {
	switch {
	case v.lib != nil:
		return v.lib.Float64()
	case v.o != nil && v.o.kind == opNumber:
		return v.o.num
	}
	return 0
}

// Int64 is the whole part of a number; 0 for what is none, or is beyond all
// bounds.
func (v value) Int64() int64 {
	const most = 1 << 53
	if f := v.Float64(); f >= -most && f <= most {
		return int64(f)
	}
	return 0
}

// Bool reports whether a value is true.
func (v value) Bool() bool {
	if v.lib != nil {
		return v.lib.Bool()
	}
	return v.o != nil && v.o.kind == opOther && string(v.o.str) == "true"
}

// name is the text of a name; nil for what is none.
func (v value) name() []byte {
	switch {
	case v.lib != nil:
		return []byte(v.lib.Name())
	case v.o != nil && v.o.kind == opName:
		return v.o.str
	}
	return nil
}

// Name is the text of a name; "" for what is none.
func (v value) Name() string { return string(v.name()) }

// text is the bytes of a string; nil for what is none.
func (v value) text() []byte {
	switch {
	case v.lib != nil:
		return []byte(v.lib.RawString())
	case v.o != nil && v.o.kind == opString:
		return v.o.str
	}
	return nil
}

// item returns what stands under a key of a dictionary or a stream; nil where
// nothing does. The last of several holds.
func (v value) item(key string) *operand {
	if v.o == nil || v.o.kind != opDict && v.o.kind != opStream {
		return nil
	}
	items := v.o.items
	for i := len(items) - 2; i >= 0; i -= 2 {
		if string(items[i].str) == key {
			return &items[i+1]
		}
	}
	return nil
}

// Key returns the value under a key of a dictionary or a stream.
func (v value) Key(key string) value {
	if v.lib != nil {
		return libraryValue(v.lib.Key(key))
	}
	return v.d.follow(v.item(key))
}

// Keys returns the keys of a dictionary or a stream, sorted.
func (v value) Keys() []string {
	if v.lib != nil {
		return v.lib.Keys()
	}
	if v.o == nil || v.o.kind != opDict && v.o.kind != opStream {
		return nil
	}
	out := make([]string, 0, len(v.o.items)/2)
	for i := 0; i+1 < len(v.o.items); i += 2 {
		out = append(out, string(v.o.items[i].str))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Len is the length of an array; 0 for what is none.
func (v value) Len() int {
	switch {
	case v.lib != nil:
		return v.lib.Len()
	case v.o != nil && v.o.kind == opArray:
		return len(v.o.items)
	}
	return 0
}

// Index returns an element of an array.
func (v value) Index(i int) value {
	if v.lib != nil {
		return libraryValue(v.lib.Index(i))
	}
	if v.o == nil || v.o.kind != opArray || i < 0 || i >= len(v.o.items) {
		return value{}
	}
	return v.d.follow(&v.o.items[i])
}

// has reports whether a dictionary has a key.
func (v value) has(key string) bool {
	if v.lib != nil {
		return slices.Contains(v.lib.Keys(), key)
	}
	return v.item(key) != nil
}

// ref returns the number of the object that a key of a dictionary refers to; 0
// where the dictionary has the thing itself, or nothing.
func (v value) ref(key string) int {
	if v.lib != nil {
		return objectNumber(refs(*v.lib)[key])
	}
	return v.item(key).ref()
}

// refAt is ref for an element of an array.
func (v value) refAt(i int) int {
	if v.lib != nil {
		if r := arrayRefs(*v.lib); i < len(r) {
			return objectNumber(r[i])
		}
		return 0
	}
	if v.o == nil || v.o.kind != opArray || i >= len(v.o.items) {
		return 0
	}
	return v.o.items[i].ref()
}

// ref is the number of the object that a reference leads to; 0 for what is
// none.
func (o *operand) ref() int {
	if o == nil || o.kind != opRef {
		return 0
	}
	return int(o.num) >> 16
}

// floats returns the numbers of an array, at most limit of them.
func floats(v value, limit int) []float64 {
	n := min(v.Len(), limit)
	if n == 0 {
		return nil
	}
	out := make([]float64, n)
	for i := range out {
		out[i] = v.Index(i).Float64()
	}
	return out
}

// matrixOf reads a transform; identity where there is none.
func matrixOf(v value) matrix {
	m := identity
	if v.Len() != 6 {
		return m
	}
	for i := range m {
		m[i] = v.Index(i).Float64()
	}
	if !m.Sane() {
		return identity
	}
	return m
}

// rule is an array as it stands, with its references: a visibility expression.
func (v value) rule() *operand {
	if v.lib != nil {
		l := lexer{data: []byte(v.lib.String())}
		o, _ := l.object(1)
		return &o
	}
	return v.o
}
