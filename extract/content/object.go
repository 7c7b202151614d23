package content

import (
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// The library exports neither object numbers nor where a stream begins, but
// its Value.String writes both: references as "5 0 R", and a stream as its
// dictionary and "@offset". TestValueString holds it to that.

// refs returns the references among the values of a dictionary, by key, each
// as "5 0 R".
func refs(v pdf.Value) map[string]string {
	out := map[string]string{}
	if k := v.Kind(); k != pdf.Dict && k != pdf.Stream {
		return out
	}
	s, ok := strings.CutPrefix(v.String(), "<<")
	if !ok {
		return out
	}
	depth, key, start := 0, "", 0
	flush := func(end int) {
		if key != "" {
			val := strings.TrimSpace(s[start:end])
			if isRef(val) {
				out[key] = val
			}
		}
		key = ""
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			for i++; i < len(s) && s[i] != '"'; i++ {
				if s[i] == '\\' {
					i++
				}
			}
		case strings.HasPrefix(s[i:], "<<"), c == '[':
			depth++
			if c == '<' {
				i++
			}
		case strings.HasPrefix(s[i:], ">>"), c == ']':
			if depth == 0 {
				flush(i)
				return out
			}
			depth--
			if c == '>' {
				i++
			}
		case c == '/' && depth == 0 && key == "":
			end := i + 1
			for end < len(s) && s[end] != ' ' && s[end] != '>' {
				end++
			}
			key, start = s[i+1:end], end
			i = end - 1
		case c == 'R' && depth == 0 && key != "" && isRef(strings.TrimSpace(s[start:i+1])):
			flush(i + 1)
		case c == ' ' && depth == 0 && key != "" && i > start && i+1 < len(s) && s[i+1] == '/' && strings.TrimSpace(s[start:i]) != "":
			flush(i)
		}
	}
	return out
}

// arrayRefs returns the references among the elements of an array, "" for an
// element that is none.
func arrayRefs(v pdf.Value) []string {
	out := make([]string, v.Len())
	words := strings.Fields(strings.Trim(v.String(), "[]"))
	if len(words) != 3*len(out) {
		return out
	}
	for i := range out {
		if w := strings.Join(words[3*i:3*i+3], " "); isRef(w) {
			out[i] = w
		}
	}
	return out
}

func isRef(s string) bool {
	num, rest, ok := strings.Cut(s, " ")
	if !ok || !strings.HasSuffix(rest, " R") {
		return false
	}
	_, err1 := strconv.ParseUint(num, 10, 32)
	_, err2 := strconv.ParseUint(rest[:len(rest)-2], 10, 16)
	return err1 == nil && err2 == nil
}

// streamOffset returns where the raw bytes of a stream begin in the file.
func streamOffset(v pdf.Value) (int64, bool) {
	s := v.String()
	i := strings.LastIndexByte(s, '@')
	if v.Kind() != pdf.Stream || i < 0 {
		return 0, false
	}
	n, err := strconv.ParseInt(s[i+1:], 10, 64)
	return n, err == nil && n > 0
}

// floats returns the numbers of an array, at most limit of them.
func floats(v pdf.Value, limit int) []float64 {
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
func matrixOf(v pdf.Value) matrix {
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

// isNumber reports whether a value is an integer or a real.
func isNumber(v pdf.Value) bool {
	k := v.Kind()
	return k == pdf.Integer || k == pdf.Real
}
