package content

import (
	"math"
	"strconv"
)

// Bounds on PostScript calculator functions, ISO 32000-1 section 7.10.5. A
// program has no loops, so that its length bounds what it does.
const (
	maxCalcText  = 1 << 14 // bytes
	maxCalcDepth = 16
	maxCalcStack = 100
)

// calc is a word of a calculator function: a number, an operator, or a block
// in braces.
type calc struct {
	op    string // "" for a number or a block
	num   float64
	block []calc
}

// parseCalc reads a program; nil where it is none, or too long.
func parseCalc(text []byte) []calc {
	if len(text) > maxCalcText {
		return nil
	}
	i := 0
	var list func(depth int) ([]calc, bool)
	list = func(depth int) ([]calc, bool) {
		out := []calc{}
		for i < len(text) {
			switch c := text[i]; {
			case class[c] == isSpace:
				i++
			case c == '%':
				for i < len(text) && text[i] != '\n' && text[i] != '\r' {
					i++
				}
			case c == '}':
				i++
				return out, true
			case c == '{':
				i++
				if depth == maxCalcDepth {
					return nil, false
				}
				b, ok := list(depth + 1)
				if !ok {
					return nil, false
				}
				out = append(out, calc{block: b})
			default:
				start := i
				for i < len(text) && class[text[i]] != isSpace && text[i] != '{' && text[i] != '}' && text[i] != '%' {
					i++
				}
				word := string(text[start:i])
				if v, err := strconv.ParseFloat(word, 64); err == nil {
					out = append(out, calc{num: v})
				} else {
					out = append(out, calc{op: word})
				}
			}
		}
		return out, depth == 0
	}
	out, ok := list(0)
	if !ok || len(out) != 1 || out[0].block == nil {
		return nil
	}
	return out[0].block
}

// calcStack is what a calculator function works on; fail is set by what cannot be
// done.
type calcStack struct {
	v    []float64
	fail bool
}

func (s *calcStack) push(x float64) {
	if len(s.v) >= maxCalcStack || math.IsNaN(x) {
		s.fail = true
		return
	}
	s.v = append(s.v, x)
}

func (s *calcStack) pop() float64 {
	n := len(s.v)
	if n == 0 {
		s.fail = true
		return 0
	}
	x := s.v[n-1]
	s.v = s.v[:n-1]
	return x
}

// whole takes a whole number from 0 to a limit.
func (s *calcStack) whole(limit int) int {
	x := s.pop()
	if !(x >= 0 && x <= float64(limit)) {
		s.fail = true
		return 0
	}
	return int(x)
}

// run carries out a program.
func (s *calcStack) run(p []calc) {
	for i := 0; i < len(p) && !s.fail; i++ {
		switch w := &p[i]; {
		case w.block != nil:
			// A block is a branch of the if that comes after it.
			switch {
			case i+1 < len(p) && p[i+1].op == "if":
				if s.pop() != 0 {
					s.run(w.block)
				}
				i++
			case i+2 < len(p) && p[i+1].block != nil && p[i+2].op == "ifelse":
				if s.pop() != 0 {
					s.run(w.block)
				} else {
					s.run(p[i+1].block)
				}
				i += 2
			default:
				s.fail = true
			}
		case w.op == "":
			s.push(w.num)
		default:
			s.do(w.op)
		}
	}
}

// do carries out an operator.
func (s *calcStack) do(op string) {
	truth := func(b bool) {
		if b {
			s.push(1)
		} else {
			s.push(0)
		}
	}
	switch op {
	case "true", "false":
		truth(op == "true")
	case "pop":
		s.pop()
	case "dup":
		x := s.pop()
		s.push(x)
		s.push(x)
	case "exch":
		b, a := s.pop(), s.pop()
		s.push(b)
		s.push(a)
	case "copy":
		n := s.whole(len(s.v))
		if n > len(s.v) {
			s.fail = true
			return
		}
		for _, x := range s.v[len(s.v)-n:] {
			s.push(x)
		}
	case "index":
		n := s.whole(len(s.v))
		if n >= len(s.v) {
			s.fail = true
			return
		}
		s.push(s.v[len(s.v)-1-n])
	case "roll":
		j, n := s.pop(), s.whole(len(s.v))
		if n > len(s.v) || math.Abs(j) > 1<<20 {
			s.fail = true
			return
		}
		if n > 0 {
			top := s.v[len(s.v)-n:]
			turned := make([]float64, n)
			for i, x := range top {
				turned[((i+int(j))%n+n)%n] = x
			}
			copy(top, turned)
		}
	case "abs", "neg", "ceiling", "floor", "round", "truncate", "sqrt", "sin", "cos", "ln", "log", "cvi", "cvr", "not":
		s.push(monadic(op, s.pop()))
	case "eq", "ne", "gt", "ge", "lt", "le":
		b, a := s.pop(), s.pop()
		truth(op == "eq" && a == b || op == "ne" && a != b || op == "gt" && a > b || op == "ge" && a >= b || op == "lt" && a < b || op == "le" && a <= b)
	default:
		b, a := s.pop(), s.pop()
		x, ok := dyadic(op, a, b)
		if !ok {
			s.fail = true
			return
		}
		s.push(x)
	}
}

func monadic(op string, x float64) float64 {
	switch op {
	case "abs":
		return math.Abs(x)
	case "neg":
		return -x
	case "ceiling":
		return math.Ceil(x)
	case "floor":
		return math.Floor(x)
	case "round":
		return math.Floor(x + 0.5)
	case "truncate", "cvi":
		return math.Trunc(x)
	case "sqrt":
		return math.Sqrt(x)
	case "sin":
		return math.Sin(x * math.Pi / 180)
	case "cos":
		return math.Cos(x * math.Pi / 180)
	case "ln":
		return math.Log(x)
	case "log":
		return math.Log10(x)
	case "not":
		if x == 0 {
			return 1
		}
		return 0
	}
	return x
}

func dyadic(op string, a, b float64) (float64, bool) {
	switch op {
	case "add":
		return a + b, true
	case "sub":
		return a - b, true
	case "mul":
		return a * b, true
	case "div":
		return a / b, b != 0
	case "idiv":
		return math.Trunc(a / b), b != 0
	case "mod":
		return math.Mod(a, b), b != 0
	case "exp":
		return math.Pow(a, b), true
	case "atan":
		return math.Mod(math.Atan2(a, b)*180/math.Pi+360, 360), true
	case "and":
		return float64(clampInt(a) & clampInt(b)), true
	case "or":
		return float64(clampInt(a) | clampInt(b)), true
	case "xor":
		return float64(clampInt(a) ^ clampInt(b)), true
	case "bitshift":
		if n := clampInt(b); n >= 0 && n < 32 {
			return float64(clampInt(a) << n), true
		} else if n < 0 && n > -32 {
			return float64(clampInt(a) >> -n), true
		}
		return 0, true
	}
	return 0, false
}

func clampInt(x float64) int64 { return int64(max(-1<<31, min(x, 1<<31-1))) }
