package content

import "errors"

// errFilter says that a stream has a filter that yields no bytes of use here,
// such as an image's, or one that is unknown.
var errFilter = errors.New("filter not supported")

// params are the DecodeParms of one filter.
type params struct {
	predictor, colors, bits, columns int
	late                             bool // LZW: EarlyChange 0
}

// decode undoes one filter and appends what it yields to out: at most limit
// bytes. Data that breaks off yields what came before.
func (f *inflater) decode(out []byte, name string, data []byte, p params, limit int) ([]byte, error) {
	start := len(out)
	switch name {
	case "FlateDecode", "Fl":
		out = f.inflate(out, data, limit)
	case "LZWDecode", "LZW":
		out = append(out, unlzw(data, !p.late, limit)...)
	case "ASCII85Decode", "A85":
		return append(out, unascii85(data)...), nil
	case "ASCIIHexDecode", "AHx":
		l := lexer{data: data}
		return append(out, l.hex()...), nil
	case "RunLengthDecode", "RL":
		return append(out, unrun(data, limit)...), nil
	case "Crypt":
		return append(out, data...), nil
	default:
		return out, errFilter
	}
	return out[:start+len(unpredict(out[start:], p))], nil
}

func (f *inflater) inflate(out, data []byte, limit int) []byte {
	for len(data) > 0 && (data[0] == '\r' || data[0] == '\n') {
		data = data[1:]
	}
	body := data
	if len(data) >= 2 && data[0]&0xF == 8 && (int(data[0])<<8|int(data[1]))%31 == 0 {
		body = data[2:]
	}
	if n := min(limit, 4*len(data)+512); cap(out)-len(out) < n {
		out = append(make([]byte, 0, len(out)+n), out...)
	}
	start := len(out)
	limit += start
	out = f.deflated(out, body, limit)
	if len(out) == start && len(data) > 2 && len(body) == len(data) {
		out = f.deflated(out, data[2:], limit) // a broken zlib header
	}
	return out
}

// unlzw undoes LZW with codes of 9 to 12 bits, most significant bit first.
func unlzw(data []byte, early bool, limit int) []byte {
	type entry struct {
		prev  int
		last  byte
		first byte
		size  int
	}
	const clear, end = 256, 257
	table := make([]entry, 258, 4096)
	for i := range 256 {
		table[i] = entry{-1, byte(i), byte(i), 1}
	}
	shift := 0
	if early {
		shift = 1
	}
	var out []byte
	width, prev := 9, -1
	acc, have := 0, 0
	for _, b := range data {
		acc, have = acc<<8|int(b), have+8
		if have < width {
			continue
		}
		code := acc >> (have - width) & (1<<width - 1)
		have -= width
		acc &= 1<<have - 1
		switch {
		case code == end:
			return out
		case code == clear:
			table, width, prev = table[:258], 9, -1
			continue
		case code > len(table) || code == len(table) && prev < 0:
			return out
		}
		from := code
		if code == len(table) {
			from = prev
		}
		size := table[from].size
		at := len(out)
		if at+size+1 > limit {
			return out
		}
		out = append(out, make([]byte, size)...)
		for i, e := size-1, from; i >= 0 && e >= 0; i-- {
			out[at+i] = table[e].last
			e = table[e].prev
		}
		if code == len(table) {
			out = append(out, table[prev].first)
		}
		if prev >= 0 && len(table) < 4096 {
			table = append(table, entry{prev, out[at], table[prev].first, table[prev].size + 1})
		}
		prev = code
		if n := len(table) + shift; n >= 1<<width && width < 12 {
			width++
		}
	}
	return out
}

func unascii85(data []byte) []byte {
	out := make([]byte, 0, len(data)*4/5+4)
	var group uint32
	n := 0
	for _, c := range data {
		switch {
		case c == '~':
			goto tail
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case c >= '!' && c <= 'u':
			group = group*85 + uint32(c-'!')
			if n++; n == 5 {
				out = append(out, byte(group>>24), byte(group>>16), byte(group>>8), byte(group))
				group, n = 0, 0
			}
		}
	}
tail:
	if n > 1 {
		for i := n; i < 5; i++ {
			group = group*85 + 84
		}
		for i := 0; i < n-1; i++ {
			out = append(out, byte(group>>(24-8*i)))
		}
	}
	return out
}

func unrun(data []byte, limit int) []byte {
	out := make([]byte, 0, min(limit, 2*len(data)))
	for i := 0; i < len(data) && len(out) < limit; {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out
		case n < 128:
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		case i < len(data):
			for range 257 - n {
				out = append(out, data[i])
			}
			i++
		}
	}
	return out
}

// unpredict undoes the TIFF and PNG predictors, in place.
func unpredict(data []byte, p params) []byte {
	if p.predictor < 2 {
		return data
	}
	colors, bits, columns := max(p.colors, 1), p.bits, p.columns
	if bits == 0 {
		bits = 8
	}
	if columns <= 0 {
		columns = 1
	}
	if colors > 64 || bits > 16 || columns > 1<<20 {
		return nil
	}
	bpp := max(1, colors*bits/8)
	row := (colors*bits*columns + 7) / 8
	if p.predictor == 2 {
		if bits == 8 {
			for at := 0; at < len(data); at += row {
				for i := at + bpp; i < min(at+row, len(data)); i++ {
					data[i] += data[i-bpp]
				}
			}
		}
		return data
	}
	out, prev := data[:0], make([]byte, row)
	for at := 0; at < len(data); at += row + 1 {
		kind := data[at]
		line := data[at+1 : min(at+1+row, len(data))]
		for i := range line {
			var a, c byte
			if i >= bpp {
				a, c = line[i-bpp], prev[i-bpp]
			}
			switch kind {
			case 1:
				line[i] += a
			case 2:
				line[i] += prev[i]
			case 3:
				line[i] += byte((int(a) + int(prev[i])) / 2)
			case 4:
				line[i] += paeth(a, prev[i], c)
			}
		}
		copy(prev, line)
		out = append(out, line...)
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
