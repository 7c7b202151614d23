package child

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
)

// codec writes values of one type to bytes and reads them back: integers as
// varints, numbers with a fraction as eight bytes, strings, slices and
// structs one after the other, without names. What the two sides mean by the
// bytes is fixed by the type, whose print the greeting compares.
//
// It knows every field of the type by itself, so that none is forgotten when
// the type grows; a kind of field that it does not know is an error of
// newCodec, which a test calls.
type codec[T any] struct {
	top   plan
	print uint64 // of the type
}

// plan is how one type is written and read.
type plan struct {
	write func([]byte, reflect.Value) []byte
	read  func(*source, reflect.Value)
	least int // bytes that a value takes at least
}

func newCodec[T any]() (*codec[T], error) {
	t := reflect.TypeFor[T]()
	h := fnv.New64a()
	p, err := planOf(t, func(s string) { h.Write([]byte(s)) })
	if err != nil {
		return nil, err
	}
	return &codec[T]{p, h.Sum64()}, nil
}

// append writes v behind b.
func (c *codec[T]) append(b []byte, v *T) []byte {
	return c.top.write(b, reflect.ValueOf(v).Elem())
}

// decode reads what append wrote, all of it. The slices of the result take
// at most room bytes of memory, so that a few bytes cannot ask for much.
func (c *codec[T]) decode(b []byte, room int) (*T, error) {
	v := new(T)
	s := source{rest: b, room: room}
	c.top.read(&s, reflect.ValueOf(v).Elem())
	switch {
	case s.err != nil:
		return nil, s.err
	case len(s.rest) > 0:
		return nil, fmt.Errorf("%d bytes left over", len(s.rest))
	}
	return v, nil
}

// source is what is left to be read. After the first error all reads yield
// zero.
type source struct {
	rest []byte
	room int // bytes of memory that slices and strings may still take
	err  error
}

var (
	errShort = errors.New("value cut short")
	errRoom  = errors.New("value takes too much memory")
)

func (s *source) fail(err error) {
	if s.err == nil {
		s.err = err
	}
	s.rest = nil
}

func (s *source) uint() uint64 {
	v, n := binary.Uvarint(s.rest)
	if n <= 0 {
		s.fail(errShort)
		return 0
	}
	s.rest = s.rest[n:]
	return v
}

func (s *source) int() int64 {
	v, n := binary.Varint(s.rest)
	if n <= 0 {
		s.fail(errShort)
		return 0
	}
	s.rest = s.rest[n:]
	return v
}

func (s *source) float() float64 {
	if len(s.rest) < 8 {
		s.fail(errShort)
		return 0
	}
	v := binary.LittleEndian.Uint64(s.rest)
	s.rest = s.rest[8:]
	return math.Float64frombits(v)
}

// count reads how many values of at least so many bytes follow, each of
// which takes size bytes of memory.
func (s *source) count(least, size int) int {
	n := s.uint()
	if n > uint64(len(s.rest)/max(least, 1)) {
		s.fail(errShort)
		return 0
	}
	if s.room -= int(n) * size; s.room < 0 {
		s.fail(errRoom)
		return 0
	}
	return int(n)
}

func (s *source) string() string {
	n := s.count(1, 1)
	v := string(s.rest[:n])
	s.rest = s.rest[n:]
	return v
}

// planOf makes the plan of a type and tells print what it is.
func planOf(t reflect.Type, print func(string)) (plan, error) {
	print(t.Kind().String() + " " + t.Name() + ";")
	switch t.Kind() {
	case reflect.Bool:
		return plan{
			func(b []byte, v reflect.Value) []byte {
				if v.Bool() {
					return append(b, 1)
				}
				return append(b, 0)
			},
			func(s *source, v reflect.Value) {
				switch s.uint() {
				case 0:
				case 1:
					v.SetBool(true)
				default:
					s.fail(errors.New("neither true nor false"))
				}
			}, 1,
		}, nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return plan{
			func(b []byte, v reflect.Value) []byte { return binary.AppendVarint(b, v.Int()) },
			func(s *source, v reflect.Value) {
				n := s.int()
				if v.OverflowInt(n) {
					s.fail(fmt.Errorf("%d is no %s", n, v.Type()))
				}
				v.SetInt(n)
			}, 1,
		}, nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return plan{
			func(b []byte, v reflect.Value) []byte { return binary.AppendUvarint(b, v.Uint()) },
			func(s *source, v reflect.Value) {
				n := s.uint()
				if v.OverflowUint(n) {
					s.fail(fmt.Errorf("%d is no %s", n, v.Type()))
				}
				v.SetUint(n)
			}, 1,
		}, nil
	case reflect.Float64:
		return plan{
			func(b []byte, v reflect.Value) []byte {
				return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
			},
			func(s *source, v reflect.Value) { v.SetFloat(s.float()) }, 8,
		}, nil
	case reflect.String:
		return plan{
			func(b []byte, v reflect.Value) []byte {
				b = binary.AppendUvarint(b, uint64(v.Len()))
				return append(b, v.String()...)
			},
			func(s *source, v reflect.Value) { v.SetString(s.string()) }, 1,
		}, nil
	case reflect.Struct:
		return structPlan(t, print)
	case reflect.Array:
		return arrayPlan(t, print)
	case reflect.Slice:
		return slicePlan(t, print)
	}
	return plan{}, fmt.Errorf("codec: no way to send a %s", t)
}

func structPlan(t reflect.Type, print func(string)) (plan, error) {
	var p plan
	fields := make([]plan, t.NumField())
	for i := range fields {
		f := t.Field(i)
		if !f.IsExported() {
			return plan{}, fmt.Errorf("codec: no way to send %s.%s: not exported", t, f.Name)
		}
		print(f.Name + " ")
		var err error
		if fields[i], err = planOf(f.Type, print); err != nil {
			return plan{}, fmt.Errorf("%w, of %s.%s", err, t, f.Name)
		}
		p.least += fields[i].least
	}
	print("end;")
	p.write = func(b []byte, v reflect.Value) []byte {
		for i := range fields {
			b = fields[i].write(b, v.Field(i))
		}
		return b
	}
	p.read = func(s *source, v reflect.Value) {
		for i := range fields {
			fields[i].read(s, v.Field(i))
		}
	}
	return p, nil
}

func arrayPlan(t reflect.Type, print func(string)) (plan, error) {
	elem, err := planOf(t.Elem(), print)
	if err != nil {
		return plan{}, err
	}
	n := t.Len()
	print(fmt.Sprint(n, ";"))
	return plan{
		func(b []byte, v reflect.Value) []byte {
			for i := range n {
				b = elem.write(b, v.Index(i))
			}
			return b
		},
		func(s *source, v reflect.Value) {
			for i := range n {
				elem.read(s, v.Index(i))
			}
		}, n * elem.least,
	}, nil
}

// slicePlan sends 0 for nil, else 1, the length and the elements.
func slicePlan(t reflect.Type, print func(string)) (plan, error) {
	elem, err := planOf(t.Elem(), print)
	if err != nil {
		return plan{}, err
	}
	size := int(t.Elem().Size())
	return plan{
		func(b []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(b, 0)
			}
			n := v.Len()
			b = append(b, 1)
			b = binary.AppendUvarint(b, uint64(n))
			for i := range n {
				b = elem.write(b, v.Index(i))
			}
			return b
		},
		func(s *source, v reflect.Value) {
			switch s.uint() {
			case 0:
				return
			case 1:
			default:
				s.fail(errors.New("neither a list nor none"))
				return
			}
			n := s.count(elem.least, size)
			if s.err != nil {
				return
			}
			v.Set(reflect.MakeSlice(t, n, n))
			for i := 0; i < n && s.err == nil; i++ {
				elem.read(s, v.Index(i))
			}
		}, 1,
	}, nil
}
