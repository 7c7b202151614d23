package content

import (
	"math"
)

// function is a PDF function, as tint transforms use them.
type function struct {
	kind   int
	domain []float64

	c0, c1 []float64 // type 2
	exp    float64

	parts          []*function // type 3
	bounds, encode []float64

	outs    int // type 0
	sizes   []int
	samples []float64 // 0 to 1, decoded by decode
	decode  []float64

	code []calc // type 4
	rng  []float64
}

// function reads a function; nil where its type is not understood.
func (d *document) function(v value, depth int) *function {
	if depth > 4 {
		return nil
	}
	t := v.Key("FunctionType")
	if !isNumber(t) {
		return nil
	}
	f := &function{kind: int(t.Int64()), domain: floats(v.Key("Domain"), 64)}
	switch f.kind {
	case 2:
		f.c0, f.c1, f.exp = floats(v.Key("C0"), 32), floats(v.Key("C1"), 32), v.Key("N").Float64()
		if f.c0 == nil {
			f.c0 = []float64{0}
		}
		if f.c1 == nil {
			f.c1 = []float64{1}
		}
		if len(f.c0) != len(f.c1) {
			return nil
		}
		return f
	case 3:
		fs := v.Key("Functions")
		for i := 0; i < min(fs.Len(), 64); i++ {
			p := d.function(fs.Index(i), depth+1)
			if p == nil {
				return nil
			}
			f.parts = append(f.parts, p)
		}
		f.bounds, f.encode = floats(v.Key("Bounds"), 64), floats(v.Key("Encode"), 128)
		if len(f.parts) == 0 || len(f.bounds) < len(f.parts)-1 || len(f.encode) < 2*len(f.parts) || len(f.domain) < 2 {
			return nil
		}
		return f
	case 0:
		return d.sampled(f, v)
	case 4:
		f.rng = floats(v.Key("Range"), 64)
		if f.code = parseCalc(d.bytes(v)); f.code == nil || len(f.domain) < 2 || len(f.rng) < 2 {
			return nil
		}
		return f
	}
	return nil
}

func (d *document) sampled(f *function, v value) *function {
	size := v.Key("Size")
	rng := floats(v.Key("Range"), 64)
	bits := int(v.Key("BitsPerSample").Int64())
	f.outs = len(rng) / 2
	total := f.outs
	for i := 0; i < min(size.Len(), 8); i++ {
		n := int(size.Index(i).Int64())
		if n < 1 || n > 1<<16 || total > 1<<20/n {
			return nil
		}
		total *= n
		f.sizes = append(f.sizes, n)
	}
	if len(f.sizes) == 0 || f.outs == 0 || len(f.domain) < 2*len(f.sizes) || bits != 8 && bits != 16 {
		return nil
	}
	if f.decode = floats(v.Key("Decode"), 64); len(f.decode) < 2*f.outs {
		f.decode = rng
	}
	data := d.bytes(v)
	if len(data) < total*bits/8 {
		return nil
	}
	f.samples = make([]float64, total)
	for i := range f.samples {
		if bits == 8 {
			f.samples[i] = float64(data[i]) / 255
		} else {
			f.samples[i] = float64(int(data[2*i])<<8|int(data[2*i+1])) / 65535
		}
	}
	return f
}

// eval returns the function's values, nil where it cannot be reckoned.
func (f *function) eval(in []float64) []float64 {
	if len(in) == 0 {
		return nil
	}
	if f.kind == 4 {
		return f.calculate(in)
	}
	x := in[0]
	if len(f.domain) >= 2 {
		x = max(f.domain[0], min(x, f.domain[1]))
	}
	switch f.kind {
	case 2:
		t := x
		if f.exp != 1 {
			t = math.Pow(x, f.exp)
		}
		out := make([]float64, len(f.c0))
		for i := range out {
			out[i] = f.c0[i] + t*(f.c1[i]-f.c0[i])
		}
		return out
	case 3:
		i := 0
		for i < len(f.parts)-1 && x >= f.bounds[i] {
			i++
		}
		lo, hi := f.domain[0], f.domain[1]
		if i > 0 {
			lo = f.bounds[i-1]
		}
		if i < len(f.parts)-1 {
			hi = f.bounds[i]
		}
		e0, e1 := f.encode[2*i], f.encode[2*i+1]
		t := e0
		if hi > lo {
			t = e0 + (x-lo)/(hi-lo)*(e1-e0)
		}
		return f.parts[i].eval([]float64{t})
	case 0:
		// The nearest sample is near enough to tell colours apart.
		at, step := 0, 1
		for i, n := range f.sizes {
			if i >= len(in) {
				return nil
			}
			lo, hi := f.domain[2*i], f.domain[2*i+1]
			if !(hi > lo) {
				return nil
			}
			k := int((max(lo, min(in[i], hi))-lo)/(hi-lo)*float64(n-1) + 0.5)
			at += max(0, min(k, n-1)) * step
			step *= n
		}
		out := make([]float64, f.outs)
		for i := range out {
			s := f.samples[at*f.outs+i]
			out[i] = f.decode[2*i] + s*(f.decode[2*i+1]-f.decode[2*i])
		}
		return out
	}
	return nil
}

// calculate runs the program of a function of type 4.
func (f *function) calculate(in []float64) []float64 {
	n := len(f.domain) / 2
	if len(in) < n {
		return nil
	}
	s := calcStack{v: make([]float64, 0, 16)}
	for i, x := range in[:n] {
		s.push(max(f.domain[2*i], min(x, f.domain[2*i+1])))
	}
	s.run(f.code)
	outs := len(f.rng) / 2
	if s.fail || len(s.v) < outs {
		return nil
	}
	out := s.v[len(s.v)-outs:]
	for i := range out {
		out[i] = max(f.rng[2*i], min(out[i], f.rng[2*i+1]))
	}
	return out
}
