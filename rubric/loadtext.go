package rubric

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// maxTextFaults bounds how many bad bytes or tabs are listed.
const maxTextFaults = 20

// byteOrderMark begins files of some editors.
const byteOrderMark = "\xef\xbb\xbf"

// plainText takes off what editors put around a text, and notes what YAML
// cannot be read from: other encodings than UTF-8 and control characters.
func plainText(name string, data []byte) ([]byte, []Fault) {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil, []Fault{{name, 1, 1, "the file is saved as UTF-16 (save it as UTF-8 in your editor)"}}
	}
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	var out []Fault
	line, col := 1, 1
	for i := 0; i < len(data) && len(out) < maxTextFaults; {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			out = append(out, Fault{name, line, col, fmt.Sprintf("the byte %#02x is no letter of UTF-8 (save the file as UTF-8 in your editor)", data[i])})
			i += max(bytes.IndexByte(data[i:], '\n'), 1) // one for each line
			continue
		case r < ' ' && r != '\n' && r != '\t' && r != '\r', r == 0x7f:
			out = append(out, Fault{name, line, col, fmt.Sprintf("a control character that cannot be seen, U+%04X, stands here (delete it)", r)})
		}
		col++
		if r == '\n' {
			line, col = line+1, 1
		}
		i += n
	}
	return data, out
}

var yamlLine = form(`line (\d+): `)

// syntaxFaults says in plain words why a text is no YAML. The library stops
// at the first error, and tells the line at best; tabs and texts that need
// quotes are looked for in all lines.
func syntaxFaults(name string, text []byte, err error) []Fault {
	lines := strings.Split(string(text), "\n")
	if out := tabFaults(name, lines); len(out) > 0 {
		return out
	}
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if m := yamlLine().FindStringSubmatchIndex(msg); m != nil {
		fmt.Sscanf(msg[m[2]:m[3]], "%d", &line)
		msg = msg[:m[0]] + msg[m[1]:]
	}
	var typeErr *yaml.TypeError
	if errors.As(err, &typeErr) && len(typeErr.Errors) > 0 {
		msg = typeErr.Errors[0]
	}
	if strings.HasPrefix(msg, "did not find expected") {
		line++ // of these the library counts lines from 0
	}
	line = min(max(line, 1), max(len(lines), 1))
	if m := yamlAnchor().FindStringSubmatch(msg); m != nil {
		line = lineWith(lines, "*"+m[1], line)
	}
	// The line that the library names is where it gave up, or where the list
	// or mapping begins: the cause is near.
	for _, by := range [...]int{0, 1, -1, 2, -2, 3} {
		if at := line + by; at >= 1 && at <= len(lines) {
			if col, why := needsQuotes(lines[at-1]); why != "" {
				return []Fault{{name, at, col, why}}
			}
		}
	}
	if strings.Contains(msg, "expected '-'") || strings.Contains(msg, "expected key") || strings.Contains(msg, "mapping values") {
		if f, ok := indentFault(name, lines); ok {
			return []Fault{f}
		}
	}
	row := lines[line-1]
	col := len(row) - len(strings.TrimLeft(row, " ")) + 1
	return []Fault{{name, line, col, plainSyntax(strings.ReplaceAll(msg, "\n", " "))}}
}

var yamlAnchor = form(`unknown anchor '([^']+)'`)

// lineWith returns the first line that has a text, from 1, or def.
func lineWith(lines []string, text string, def int) int {
	for i, l := range lines {
		if strings.Contains(l, text) {
			return i + 1
		}
	}
	return def
}

// indentFault finds the first line that is indented otherwise than any line
// above it that it could go with.
func indentFault(name string, lines []string) (Fault, bool) {
	levels := []int{0}
	block := -1 // a text of several lines goes on while lines are indented further
	for i, l := range lines {
		rest := strings.TrimLeft(l, " ")
		indent := len(l) - len(rest)
		if rest == "" || strings.HasPrefix(rest, "#") || block >= 0 && indent > block {
			continue
		}
		block = -1
		for len(levels) > 1 && levels[len(levels)-1] > indent {
			levels = levels[:len(levels)-1]
		}
		if last := levels[len(levels)-1]; last != indent {
			if i > 0 && !opensBlock(lines[:i]) {
				return Fault{name, i + 1, indent + 1, fmt.Sprintf("this line is indented by %d spaces and goes with none above it (%d were expected)", indent, last)}, true
			}
			levels = append(levels, indent)
		}
		for strings.HasPrefix(rest, "- ") {
			rest = strings.TrimLeft(rest[2:], " ")
			levels = append(levels, len(l)-len(rest))
		}
		if r := strings.TrimRight(rest, " "); strings.HasSuffix(r, ": |") || strings.HasSuffix(r, ": >") || r == "|" || r == ">" {
			block = indent
		}
	}
	return Fault{}, false
}

// opensBlock reports whether the last line that says something ends with the
// colon of a key or is a hyphen alone, so that further lines may be indented.
func opensBlock(lines []string) bool {
	for i := len(lines) - 1; i >= 0; i-- {
		l := strings.TrimSpace(lines[i])
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		return strings.HasSuffix(l, ":") || l == "-"
	}
	return true
}

// tabFaults notes the lines that are indented by tabs.
func tabFaults(name string, lines []string) []Fault {
	var out []Fault
	for i, l := range lines {
		lead := l[:len(l)-len(strings.TrimLeft(l, " \t"))]
		if tab := strings.IndexByte(lead, '\t'); tab >= 0 && strings.TrimSpace(l) != "" && len(out) < maxTextFaults {
			out = append(out, Fault{name, i + 1, tab + 1, "a tab stands before the text (indent with spaces: YAML takes no tabs there)"})
		}
	}
	return out
}

// signsOfYAML begin something else than a text.
const signsOfYAML = "{[*&!%@`>"

// needsQuotes finds a text that begins with a sign of YAML's own, as
// "- {device} on" does, or has a colon and a space within.
func needsQuotes(row string) (col int, why string) {
	rest := strings.TrimLeft(row, " ")
	if strings.HasPrefix(rest, "#") {
		return 0, ""
	}
	for strings.HasPrefix(rest, "- ") {
		rest = strings.TrimLeft(rest[2:], " ")
	}
	if i := strings.Index(rest, ": "); i >= 0 && !strings.ContainsAny(rest[:i], "\"'{[(") {
		rest = strings.TrimLeft(rest[i+2:], " ")
	}
	at := len(row) - len(rest)
	rest = strings.TrimRight(rest, " ")
	if rest == "" {
		return 0, ""
	}
	if strings.IndexByte(signsOfYAML, rest[0]) >= 0 {
		if rest == ">" || rest == ">-" || sound(rest, '{', "}") || sound(rest, '[', "]") {
			return 0, ""
		}
		return at + 1, fmt.Sprintf("a text that begins with %q needs quotes around it: %q", rest[:1], rest)
	}
	if i := strings.Index(rest, ": "); i >= 0 && rest[0] != '"' && rest[0] != '\'' {
		return at + 1, fmt.Sprintf("a text with a colon and a space in it needs quotes around it: %q", rest)
	}
	return 0, ""
}

// sound reports whether a text in brackets is one that YAML reads, or one
// that is never closed.
func sound(text string, open byte, shut string) bool {
	if text[0] != open {
		return false
	}
	first := strings.Index(text, shut)
	return first < 0 || strings.HasSuffix(text, shut) && (first == len(text)-1 || strings.ContainsAny(text, "\"':"))
}

// plainSyntax puts a message of the YAML library into plain words.
func plainSyntax(msg string) string {
	for _, m := range [...][2]string{
		{"mapping values are not allowed", "a colon stands where none can be (put the text in quotes, or check that the line is indented as those above it)"},
		{"did not find expected key", "this line does not fit to those above it (indent it by as many spaces as its neighbours, and check that each quote is closed)"},
		{"did not find expected '-' indicator", "a list goes on without its hyphen, or is indented otherwise than its other lines"},
		{"could not find expected ':'", "this is neither a key with a colon nor a text of a list with a hyphen before it (or a quote above is never closed)"},
		{"did not find expected ',' or ']'", "a list in [ ] is never closed, or has no comma between two texts"},
		{"did not find expected ',' or '}'", "keys in { } are never closed, or have no comma between them"},
		{"unexpected end of stream", "a quote is opened and never closed"},
		{"unexpected document indicator", "a quote is opened and never closed"},
		{"unknown escape character", "a backslash stands in double quotes (use single quotes around the text)"},
		{"cannot start any token", "the text begins with a sign of YAML’s own (put quotes around it)"},
		{"unknown anchor", "a text begins with * (put quotes around it)"},
		{"block sequence entries are not allowed", "a list begins in the line of its key (begin it in a line of its own)"},
		{"anchor", "an alias goes in circles (texts that begin with * or & need quotes)"},
	} {
		if strings.Contains(msg, m[0]) {
			return m[1]
		}
	}
	return "this is no YAML: " + msg
}
