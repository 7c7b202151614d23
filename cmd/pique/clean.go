package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hostile reports whether a rune of a document must not reach a terminal:
// it moves the cursor, starts an escape sequence, turns the direction of
// writing round or takes no room and so hides a difference. Unicode's
// categories Cc and Cf hold them all; Cf also has the soft hyphen and the tag
// characters, which a screen has no use for either. Line and paragraph
// separators would break a line.
func hostile(r rune) bool {
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) ||
		r == '\u2028' || r == '\u2029' ||
		r == '\u115F' || r == '\u1160' || r == '\u3164' || r == '\uFFA0' // fillers: letters without ink
}

// clean makes text of a document, a file name or a user's argument safe to
// print on one line: white space of any sort becomes a space, everything
// else that is hostile is dropped.
func clean(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case hostile(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func plain(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// escapeJSON replaces hostile runes inside encoded JSON by \u escapes, so
// that the value stays as it was and a terminal sees plain characters. JSON
// has such runes only inside strings, but for the line ends and indents that
// the encoder itself wrote.
func escapeJSON(data []byte) []byte {
	var out []byte
	start := 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r < 0x7f || !hostile(r) {
			i += n
			continue
		}
		out = append(out, data[start:i]...)
		if r > 0xffff {
			r -= 0x10000
			out = fmt.Appendf(out, `\u%04x\u%04x`, 0xd800+(r>>10), 0xdc00+(r&0x3ff))
		} else {
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		i += n
		start = i
	}
	if start == 0 {
		return data
	}
	return append(out, data[start:]...)
}

// csvCell makes text safe to open in a spreadsheet: a cell that opens with a
// character which starts a formula is prefixed with an apostrophe, also where
// spaces stand before it, which some programs cut. The list is OWASP's (CSV
// injection), with the wide forms that an East Asian keyboard types.
func csvCell(s string) string {
	lead := s != "" && (s[0] == '\t' || s[0] == '\r')
	s = clean(s)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " "))
	if lead || strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + s
	}
	return s
}

// markdownCell makes text safe inside a Markdown table: nothing of it is
// markup and no bar ends the cell.
func markdownCell(s string) string {
	return markdownEscaper.Replace(clean(s))
}

var markdownEscaper = strings.NewReplacer(
	`\`, `\\`, "|", `\|`, "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "#", `\#`, "~", `\~`, "!", `\!`)
