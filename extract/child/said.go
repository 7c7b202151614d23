package child

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

const (
	saidHead = 4 << 10 // bytes kept of the beginning
	saidTail = 1 << 10 // and of the end
	saidLine = 120     // bytes of the line that is repeated
)

// said keeps what a child writes to its standard error, bounded: the first
// kilobytes, for a crash says its reason before its stacks, and the last.
type said struct {
	mu         sync.Mutex
	head, tail []byte
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(p)
	take := min(n, saidHead-len(s.head))
	s.head = append(s.head, p[:take]...)
	p = p[take:]
	s.tail = append(s.tail, p[max(0, len(p)-saidTail):]...)
	s.tail = s.tail[max(0, len(s.tail)-saidTail):]
	return n, nil
}

// forget begins anew, for the next file.
func (s *said) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.head, s.tail = s.head[:0], s.tail[:0]
}

// reason is the line that says why a process ended; memory tells that there
// was none left.
func (s *said) reason() (line string, memory bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for part := range bytes.Lines(append(append([]byte(nil), s.head...), s.tail...)) {
		l := string(part)
		for _, sign := range []string{"fatal error: ", "failed to allocate", "panic: ", "runtime: out of memory", "SIGSEGV", "fatal: "} {
			at := strings.Index(l, sign)
			if at < 0 || at > 0 && sign != "fatal error: " && sign != "failed to allocate" {
				continue
			}
			rest := l[at:]
			memory = memory || strings.Contains(rest, "out of memory") || strings.Contains(rest, "cannot allocate memory") ||
				strings.Contains(rest, "failed to allocate")
			if line == "" {
				rest = strings.TrimPrefix(strings.TrimPrefix(rest, "fatal error: "), "panic: ")
				line = plain(strings.TrimPrefix(rest, "runtime error: "))
			}
		}
	}
	return line, memory
}

// plain makes one short line of text that may hold anything.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > saidLine {
		s = strings.ToValidUTF8(s[:saidLine], "") + "…"
	}
	return s
}
