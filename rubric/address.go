package rubric

import (
	"strings"
	"unicode/utf8"
)

// addresses appends the web addresses in a line to out: what begins with
// "https://", "http://" or "www.", with one of knownHosts, or with a name on
// github.io.
func addresses(out []string, line, low string) []string {
	if !strings.Contains(low, "://") && !strings.Contains(low, "www.") && !strings.Contains(low, ".github.io") &&
		!strings.Contains(low, ".com/") && !strings.Contains(low, ".org/") && !strings.Contains(low, ".co/") {
		return out
	}
	for i := 0; i < len(low); {
		if end := addressEnd(low, i); end > i {
			out = append(out, line[i:end])
			i = end
			continue
		}
		i++
	}
	return out
}

var knownHosts = [...]string{"github.", "gitlab.", "bitbucket.", "huggingface.", "arxiv.", "doi."}

// addressEnd returns the end of the address that begins at byte i of a line
// in lower case, or -1.
func addressEnd(low string, i int) int {
	if !boundary(low, i) {
		return -1
	}
	rest := low[i:]
	for _, scheme := range [...]string{"https://", "http://", "www."} {
		if strings.HasPrefix(rest, scheme) {
			if end, n := addressRun(low, i+len(scheme)); n >= 4 {
				return end
			}
		}
	}
	for _, host := range knownHosts {
		if !strings.HasPrefix(rest, host) {
			continue
		}
		for _, domain := range [...]string{"com/", "org/", "co/"} {
			if strings.HasPrefix(rest[len(host):], domain) {
				if end, n := addressRun(low, i+len(host)+len(domain)); n >= 2 {
					return end
				}
			}
		}
	}
	n := 0
	for n < len(rest) && (wordByte(rest[n]) && rest[n] != '_' || rest[n] == '-') {
		n++
	}
	const pages = ".github.io"
	if n == 0 || !strings.HasPrefix(rest[n:], pages) {
		return -1
	}
	end := i + n + len(pages)
	if end < len(low) && low[end] == '/' {
		end, _ = addressRun(low, end+1)
	}
	return end
}

// addressRun returns the end of the characters of an address from byte i on,
// and how many they are.
func addressRun(s string, i int) (end, n int) {
	for i < len(s) {
		switch s[i] {
		case ' ', '\t', '\n', '\f', '\r', '<', '>', '"', '\'', ')', ']':
			return i, n
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
		n++
	}
	return i, n
}

// boundary reports whether a word begins or ends at byte i.
func boundary(s string, i int) bool {
	before := i > 0 && wordByte(s[i-1])
	after := i < len(s) && wordByte(s[i])
	return before != after
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

// labelled returns the address of a repository that is printed after the name
// of its host alone, "GitHub: handle/repository", or "".
func labelled(line, low string) string {
	for at := 0; ; {
		i := strings.Index(low[at:], "github")
		if i < 0 {
			return ""
		}
		i += at
		at = i + len("github")
		if !boundary(low, i) {
			continue
		}
		j := blanksEnd(low, at)
		if j == len(low) || low[j] != ':' && low[j] != '|' {
			continue
		}
		from := blanksEnd(low, j+1)
		j = from
		for j < len(low) && (wordByte(low[j]) && low[j] != '_' || low[j] == '-' && j > from) {
			j++
		}
		if j == from || j == len(low) || low[j] != '/' {
			continue
		}
		end := j + 1
		for end < len(low) && (wordByte(low[end]) || low[end] == '.' || low[end] == '-') {
			end++
		}
		if end > j+1 {
			return "https://github.com/" + line[from:end]
		}
	}
}

func blanksEnd(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t' || s[i] == '\n' || s[i] == '\f' || s[i] == '\r') {
		i++
	}
	return i
}

// identifierForm is an arXiv id or a DOI that is printed without an address.
var identifierForm = form(`(?i)\b(?:arxiv[\s:.]{0,3}(?:preprint)?[\s:.]{0,3}(?:arxiv:)?\s?(?:\d{4}\.\d{4,5}|[a-z-]+/\d{7})|10\.\d{4,9}/\S{3,})`)

// identifier returns the first identifier of a paper in a line, or "".
func identifier(line, low string) string {
	at := strings.Index(low, "arxiv")
	if i := strings.Index(low, "10."); i >= 0 && (at < 0 || i < at) && strings.IndexByte(low[i:], '/') > 0 {
		at = i
	}
	if at < 0 {
		return ""
	}
	if at > 0 {
		at-- // what stands before tells whether a word begins
	}
	return identifierForm().FindString(line[at:])
}

// lowered returns s with ASCII capitals in lower case, byte for byte.
func lowered(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= 'A' && c <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if b[i] >= 'A' && b[i] <= 'Z' {
					b[i] |= 0x20
				}
			}
			return string(b)
		}
	}
	return s
}

// linked rules out most lines that hold no address and no identifier: those
// without a slash, a point inside a word, and "arx".
func linked(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '/':
			return true
		case '.':
			if i+1 < len(s) && s[i+1] != ' ' {
				return true
			}
		case 'x', 'X':
			if i > 1 && s[i-1]|0x20 == 'r' && s[i-2]|0x20 == 'a' {
				return true
			}
		}
	}
	return false
}
