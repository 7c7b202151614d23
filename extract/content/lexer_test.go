package content

import (
	"fmt"
	"strings"
	"testing"
)

// tokens writes what a lexer makes of a stream, one operator a line.
func tokens(data string) string {
	l := lexer{data: []byte(data)}
	var b strings.Builder
	for n := 0; n < 1000; n++ {
		op := l.next()
		for _, a := range l.args {
			b.WriteString(describe(a) + " ")
		}
		if op == nil {
			break
		}
		b.Write(op)
		b.WriteString("; ")
	}
	return strings.TrimSpace(b.String())
}

func describe(o operand) string {
	switch o.kind {
	case opNumber:
		return fmt.Sprintf("%g", o.num)
	case opString:
		return fmt.Sprintf("%q", o.str)
	case opName:
		return "/" + string(o.str)
	case opArray, opDict:
		var parts []string
		for _, e := range o.items {
			parts = append(parts, describe(e))
		}
		if o.kind == opDict {
			return "<<" + strings.Join(parts, " ") + ">>"
		}
		return "[" + strings.Join(parts, " ") + "]"
	case opRef:
		return fmt.Sprintf("%d-R", int(o.num)>>16)
	}
	return string(o.str)
}

func TestLexer(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"1 -2.5 .5 5. +3 cm", "1 -2.5 0.5 5 3 cm;"},
		{"--5 1.2.3 . - Td", "-5 1.2 0 0 Td;"},
		{"1 0 0 RG\n% a comment (\n0 g", "1 0 0 RG; 0 g;"},
		{"/A#42 /C#4 gs", "/AB /C#4 gs;"},
		{"(a(b)c\\)\\n\\\nd\r\ne) Tj", `"a(b)c)\nd\ne" Tj;`},
		{"<41 42 4> Tj <zz> Tj", `"AB@" Tj; "" Tj;`},
		{"[(a) -1 [1 [2]] <</K 1>>] TJ [1] 0 d", `["a" -1 [1 [2]] <</K 1>>] TJ; [1] 0 d;`},
		{"/OC <</A [1 2] /B (x) /C 3 0 R /D true>> BDC", `/OC <</A [1 2] /B "x" /C 3-R /D true>> BDC;`},
		{"] ) > >> 1 w", "1 w;"},
		{"[1 2 (a) TJ 3 Tr", `[1 2 "a"] TJ; 3 Tr;`},
		{"(open", `"open"`},
		{"<4", `"@"`},
		{"T* ' \"", "T*; '; \";"},
		{"BT/F1 9 Tf(a)Tj", `BT; /F1 9 Tf; "a" Tj;`},
		{strings.Repeat("[", 100) + "1", "[" + strings.Repeat("[", maxNesting-1) + strings.Repeat("]", maxNesting)},
	} {
		got := tokens(c.data)
		if c.data[0] == '[' && len(c.data) > 90 {
			if strings.Count(got, "[") > maxNesting+1 {
				t.Errorf("nesting of %d is kept", strings.Count(got, "["))
			}
			continue
		}
		if got != c.want {
			t.Errorf("%q: got %s, want %s", c.data, got, c.want)
		}
	}
}
