package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// An encrypted file is read through the library, which decrypts strings and
// streams. It exports neither object numbers nor where a stream begins, but
// its Value.String writes both: references as "5 0 R", and a stream as its
// dictionary and "@offset". TestValueString holds it to that.

// unlock opens an encrypted file with the library.
func (d *document) unlock() error {
	var err error
	d.src = d.table.source()
	if gerr := guard("open", func() { d.r, err = pdf.NewReader(d.src, d.src.size()) }); gerr != nil {
		err = gerr
	}
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return ErrEncrypted
	case err != nil && bytes.Contains([]byte(err.Error()), []byte("encrypt")):
		return ErrCipher
	case err != nil:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return nil
}

func libraryValue(v pdf.Value) value {
	if v.IsNull() {
		return value{}
	}
	return value{lib: &v}
}

func libraryKind(v *pdf.Value) operandKind {
	switch v.Kind() {
	case pdf.Bool:
		return opOther
	case pdf.Integer, pdf.Real:
		return opNumber
	case pdf.String:
		return opString
	case pdf.Name:
		return opName
	case pdf.Dict:
		return opDict
	case pdf.Array:
		return opArray
	case pdf.Stream:
		return opStream
	}
	return opNone
}

// libraryBytes returns at most limit decoded bytes of a stream.
func libraryBytes(v *pdf.Value, limit int) (b []byte, err error) {
	err = guard("stream", func() { b, _ = io.ReadAll(io.LimitReader(v.Reader(), int64(limit))) })
	return b, err
}

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

// objectNumber is the number of the object that a reference such as "5 0 R"
// leads to; 0 for "".
func objectNumber(ref string) int {
	num, _, _ := strings.Cut(ref, " ")
	n, _ := strconv.Atoi(num)
	return n
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
