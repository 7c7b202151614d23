package font

import "bytes"

// maxClearText bounds the clear text of a Type 1 program that is looked at.
const maxClearText = 1 << 18

// parseType1 reads the Encoding array in the clear text of a Type 1 program:
// "dup 65 /A put" for each code, or the word StandardEncoding.
func (p *program) parseType1(data []byte) {
	if data[0] == 0x80 && len(data) > 6 {
		data = data[6:] // the header of a PFB segment
	}
	if i := bytes.Index(data, []byte("eexec")); i >= 0 {
		data = data[:i]
	}
	data = data[:min(len(data), maxClearText)]
	i := bytes.Index(data, []byte("/Encoding"))
	if i < 0 {
		return
	}
	p.kind = type1Program
	p.codes = map[uint32]string{}
	l := psLexer{data: data[i+len("/Encoding"):]}
	t := l.next()
	if t.kind == psKeyword && string(t.text) == "StandardEncoding" {
		for c, r := range standardEncoding {
			if r != 0 {
				p.codes[uint32(c)] = string(rune(r))
			}
		}
		return
	}
	p.complete = true
	if t.kind == psOpen { // a literal array of names
		for c := uint32(0); c < 256; c++ {
			n := l.next()
			if n.kind != psName {
				return
			}
			p.setCode(c, string(n.text))
		}
		return
	}
	for {
		switch t = l.next(); {
		case t.kind == psEnd:
			return
		case t.kind == psKeyword && (string(t.text) == "def" || string(t.text) == "readonly"):
			return
		case t.kind == psKeyword && string(t.text) == "dup":
			c, n := l.next(), l.next()
			if c.kind == psNumber && n.kind == psName && c.num >= 0 && c.num < 256 {
				p.setCode(uint32(c.num), string(n.text))
			}
		}
	}
}

func (p *program) setCode(c uint32, name string) {
	if s := NameText(name); s != "" {
		p.codes[c] = s
	}
}
