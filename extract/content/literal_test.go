package content

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"
)

// TestFigures reads digits of any number, with anything behind them, and at
// the end of the bytes.
func TestFigures(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		n := r.IntN(exactDigits + 1)
		digits := ""
		for range n {
			digits += string(rune('0' + r.IntN(10)))
		}
		want, _ := strconv.ParseUint(digits, 10, 64)
		for _, tail := range []string{"", " ", ".5 Td", "/", ":;", "\x80\xff\xff\xff\xff\xff\xff\xff\xff", string(rune(r.IntN(48))) + "123456789"} {
			if got, k := figures([]byte("x"+digits+tail), 1); got != want || k != n {
				t.Fatalf("%q: got %d of %d digits, want %d of %d", digits+tail, got, k, want, n)
			}
		}
	}
}

// TestNumbers holds the lexer to the standard library where both read a number.
func TestNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 20000 {
		s := strconv.FormatFloat((r.Float64()-0.5)*float64(r.IntN(20000)), 'f', r.IntN(9), 64)
		want, _ := strconv.ParseFloat(s, 64)
		for _, tail := range []string{"", " Td", "\n12345678901234567890 w"} {
			l := lexer{data: []byte(s + tail)}
			if o, word := l.object(0); word != nil || o.kind != opNumber || fmt.Sprint(o.num) != fmt.Sprint(want) {
				t.Fatalf("%q: got %v, want %v", s+tail, o.num, want)
			}
		}
	}
}
