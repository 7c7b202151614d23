package pdfium

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	goPDFium "github.com/klippa-app/go-pdfium"
	"github.com/tetratelabs/wazero/api"
)

// session is an instance of the module at work on one file.
type session struct {
	e        *Engine
	instance goPDFium.Pdfium
	mod      api.Module
	mem      api.Memory
	fns      map[string]api.Function
	stack    [10]uint64
	out      uint32 // 64 bytes of the module's memory, for results
	doc      uint64
	page     uint64 // open page; 0 for none
	text     uint64 // its text
}

// fault is what a call that cannot be carried out panics with: the module
// has trapped, and the instance is of no more use.
type fault struct{ err error }

// run starts an instance and gives it work. It is the recover boundary around
// the module.
func (s *session) run(work func(*session) error) (err error) {
	defer s.recover(&err)
	if err := s.begin(); err != nil {
		return err
	}
	return work(s)
}

// recover makes an error of a fault, and of nothing else.
func (s *session) recover(err *error) {
	switch x := recover().(type) {
	case nil:
	case fault:
		s.kill()
		*err = x.err
	default:
		panic(x)
	}
}

func (s *session) begin() error {
	i, err := s.e.pool.GetInstance(time.Minute)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrMemory, err)
	}
	s.instance = i
	s.e.mu.Lock()
	s.mod = s.e.born
	s.e.mu.Unlock()
	if s.mod == nil {
		return errors.New("start pdfium: the module did not start")
	}
	s.mem, s.fns = s.mod.Memory(), map[string]api.Function{}
	s.doc, s.page, s.text = 0, 0, 0
	s.out = s.alloc(64)
	return nil
}

// kill ends the instance.
func (s *session) kill() {
	if s.instance != nil {
		_ = s.instance.Close()
		s.instance = nil
	}
}

func (s *session) close() { s.kill() }

// call calls a function that the module exports.
func (s *session) call(name string, args ...uint64) uint64 {
	f := s.fns[name]
	if f == nil {
		if f = s.mod.ExportedFunction(name); f == nil {
			panic(fault{fmt.Errorf("pdfium has no function %s", name)})
		}
		s.fns[name] = f
	}
	copy(s.stack[:], args)
	if err := f.CallWithStack(context.Background(), s.stack[:]); err != nil {
		panic(fault{trapped(err)})
	}
	return s.stack[0]
}

// trapped says in a line what ended a call.
func trapped(err error) error {
	line, _, _ := strings.Cut(err.Error(), "\n")
	if strings.Contains(line, "stack overflow") || strings.Contains(line, "unreachable") || strings.Contains(line, "out of bounds") {
		return fmt.Errorf("%w: %s", ErrDamaged, strings.TrimPrefix(line, "wasm error: "))
	}
	return fmt.Errorf("%w: %s", ErrDamaged, line)
}

// ok calls a function that says by its result whether it succeeded.
func (s *session) ok(name string, args ...uint64) bool { return uint32(s.call(name, args...)) != 0 }

// alloc returns room in the module's memory.
func (s *session) alloc(n int) uint32 {
	p := uint32(s.call("malloc", uint64(n)))
	if p == 0 {
		panic(fault{ErrMemory})
	}
	return p
}

func (s *session) free(p uint32) { s.call("free", uint64(p)) }

// at is where the i-th result of eight bytes lies.
func (s *session) at(i int) uint64 { return uint64(s.out) + 8*uint64(i) }

func (s *session) f64(i int) float64 {
	v, _ := s.mem.ReadFloat64Le(s.out + 8*uint32(i))
	return v
}

func (s *session) f32(i int) float64 {
	v, _ := s.mem.ReadFloat32Le(s.out + 8*uint32(i))
	return float64(v)
}

// word is the i-th of the results that lie four bytes apart, as in the
// structures of the module.
func (s *session) word(i int) float64 {
	v, _ := s.mem.ReadFloat32Le(s.out + 4*uint32(i))
	return float64(v)
}

func (s *session) u32(i int) uint32 {
	v, _ := s.mem.ReadUint32Le(s.out + 8*uint32(i))
	return v
}

// bytes calls a function that fills a buffer, the last of its arguments being
// the buffer and its length, and returns how long what it has to say is.
func (s *session) bytes(limit int, name string, args ...uint64) []byte {
	n := int(uint32(s.call(name, append(args[:len(args):len(args)], 0, 0)...)))
	if n <= 0 || n > limit {
		return nil
	}
	p := s.alloc(n)
	defer s.free(p)
	if got := int(uint32(s.call(name, append(args[:len(args):len(args)], uint64(p), uint64(n))...))); got != n {
		return nil
	}
	b, ok := s.mem.Read(p, uint32(n))
	if !ok {
		return nil
	}
	return append([]byte(nil), b...)
}
